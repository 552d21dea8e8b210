"""The kept key table of a shipment file: every row and every window key, sorted, as Parquet in one folder.

It is made once, piece by piece, each piece whole or not there, so that a run that was stopped is taken up
where it was. Later questions join the watched keys with it and look at the rows found only.

A piece is a million rows and more, its keys one sorted run of 40 bits each: what lies in order is stored as
small differences and told apart by the least and greatest key of each group. Two windows that share a key by
chance cost a look at a row and change no answer.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import duckdb
import numpy as np
from attrs import define, field, frozen
from numpy.typing import NDArray

from sherd.analytics.arrow import Column, arrow
from sherd.analytics.duck import writing
from sherd.errors import WrongCall
from sherd.ports import Piece, Tables
from sherd.text import Cells

FOUND = (
    "SELECT r.row, r.text, r.day, r.hs, r.corridor FROM shipments r "
    "JOIN (SELECT DISTINCT k.row AS row FROM keys k JOIN asked a ON k.key = a.key) f ON r.row = f.row "
    "ORDER BY r.row"
)
"""The one query of every engine: the rows that hold a watched key."""


ROWS_OF_A_PIECE = 1 << 20
"""From so many rows on a piece is written."""

ROW_BITS = 23
"""A row of a piece is told by so many bits: a piece and one more batch fit."""

LEFT_OFF = 22
"""Of the 62 bits of a key the last 22 are not kept."""


@frozen
class KeyTable:
    """The folder of a key table; ``stamp`` says of which file, column and method."""

    folder: Path
    stamp: str

    def begin(self) -> int:
        """How many rows are in it already. Raises ``WrongCall`` where it belongs to something else."""
        note = self.folder / "stamp.json"
        self.folder.mkdir(parents=True, exist_ok=True)
        if not note.exists():
            if any(self.folder.iterdir()):
                raise WrongCall(f"{self.folder} is there and holds no keys", "Choose another --keys.")
            note.write_text(json.dumps({"stamp": self.stamp, "rows": 0, "pieces": 0, "whole": False}))
        state = json.loads(note.read_text())
        if state["stamp"] != self.stamp:
            raise WrongCall(
                f"{self.folder} holds the keys of another file, column or version",
                "Choose another --keys, or delete it.",
            )
        return int(state["rows"])

    @property
    def whole(self) -> bool:
        """Whether every row of the file is in it."""
        return bool(json.loads((self.folder / "stamp.json").read_text())["whole"])

    def add(self, pieces: Iterable[Piece]) -> Iterator[int]:
        """Write pieces, and after each say how many rows there are."""
        state = json.loads((self.folder / "stamp.json").read_text())
        for piece in _gathered(pieces):
            number = int(state["pieces"])
            self._write(f"rows-{number:06}.parquet", piece.columns(), 8_192)
            self._write(f"keys-{number:06}.parquet", piece.keys(), 122_880)
            state |= {"rows": piece.end, "pieces": number + 1}
            self._note(state)
            yield piece.end
        self._note(state | {"whole": True})

    def ask(self, tables: Tables, keys: Sequence[int]) -> Iterator[tuple[int, str, str, str, str]]:
        """The rows that hold one of the keys: (row, text, day, hs, corridor), in order."""
        if not any(self.folder.glob("rows-*.parquet")):
            return iter(())
        tables.open("shipments", sorted(self.folder.glob("rows-*.parquet")))
        tables.open("keys", sorted(self.folder.glob("keys-*.parquet")))
        tables.give("asked", "key", sorted({int(key) >> LEFT_OFF for key in keys}))
        return tables.ask(FOUND)

    def _write(self, name: str, columns: Mapping[str, Column], together: int) -> None:
        beside = self.folder / f".{name}"
        with writing(self.folder / name), duckdb.connect(":memory:") as db:
            db.register("piece", arrow(columns))
            target = str(beside).replace("'", "''")
            form = f"FORMAT parquet, PARQUET_VERSION v2, ROW_GROUP_SIZE {together}"
            db.execute(f"COPY piece TO '{target}' ({form})")
            os.replace(beside, self.folder / name)

    def _note(self, state: object) -> None:
        beside = self.folder / ".stamp.json"
        with writing(self.folder / "stamp.json"):
            beside.write_text(json.dumps(state))
            os.replace(beside, self.folder / "stamp.json")


@define(eq=False)
class _Gathered:
    """The rows of a piece to be; key and row of each window lie in one number, so that they sort as one."""

    first: int
    end: int
    texts: list[tuple[Cells, ...]] = field(factory=list)
    windows: list[NDArray[np.int64]] = field(factory=list)

    def add(self, piece: Piece) -> None:
        """Take rows that follow."""
        self.texts.append(tuple(Cells.of(each) for each in piece.columns))
        self.windows.append((piece.keys >> LEFT_OFF) << ROW_BITS | (piece.rows - self.first))
        self.end = piece.first + len(piece.columns[0])

    def columns(self) -> Mapping[str, Column]:
        """Every row as it stands."""
        texts = (Cells.together(each) for each in zip(*self.texts, strict=True))
        return {"row": np.arange(self.first, self.end, dtype=np.int64),
                **dict(zip(("text", "day", "hs", "corridor"), texts, strict=True))}  # fmt: skip

    def keys(self) -> Mapping[str, Column]:
        """Every key with each row in which it is, in order."""
        windows = np.sort(np.concatenate(self.windows))
        windows = windows[np.append(True, windows[1:] != windows[:-1])[: len(windows)]]
        return {"key": windows >> ROW_BITS, "row": (windows & (1 << ROW_BITS) - 1) + self.first}


def _gathered(pieces: Iterable[Piece]) -> Iterator[_Gathered]:
    """Small pieces that follow each other as large ones."""
    gathered: _Gathered | None = None
    for piece in pieces:
        gathered = gathered or _Gathered(piece.first, piece.first)
        gathered.add(piece)
        if gathered.end - gathered.first >= ROWS_OF_A_PIECE:
            yield gathered
            gathered = None
    if gathered:
        yield gathered
