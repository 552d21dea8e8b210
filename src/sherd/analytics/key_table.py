"""The kept key table of a shipment file: every row and every window key, sorted, as Parquet in one folder.

It is made once, piece by piece, each piece whole or not there, so that a run that was stopped is taken up
where it was. Later questions join the watched keys with it and look at the rows found only.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import duckdb
import numpy as np
from attrs import frozen

from sherd.analytics.arrow import Column, arrow
from sherd.errors import WrongCall
from sherd.ports import Piece, Tables
from sherd.text import Cells

FOUND = (
    "SELECT r.row, r.text, r.day, r.hs, r.corridor FROM shipments r "
    "JOIN (SELECT DISTINCT k.row AS row FROM keys k JOIN asked a ON k.key = a.key) f ON r.row = f.row "
    "ORDER BY r.row"
)
"""The one query of every engine: the rows that hold a watched key."""


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
        for piece in pieces:
            number = int(state["pieces"])
            names = ("text", "day", "hs", "corridor")
            texts = {name: Cells.of(each) for name, each in zip(names, piece.columns, strict=True)}
            count = len(piece.columns[0])
            rows = np.arange(piece.first, piece.first + count, dtype=np.int64)
            self._write(f"rows-{number:06}.parquet", {"row": rows, **texts})
            order = np.argsort(piece.keys, kind="stable")
            keys = {"key": piece.keys[order], "row": piece.rows[order]}
            self._write(f"keys-{number:06}.parquet", keys)
            state |= {"rows": piece.first + count, "pieces": number + 1}
            self._note(state)
            yield int(state["rows"])
        self._note(state | {"whole": True})

    def ask(self, tables: Tables, keys: Sequence[int]) -> Iterator[tuple[int, str, str, str, str]]:
        """The rows that hold one of the keys: (row, text, day, hs, corridor), in order."""
        if not any(self.folder.glob("rows-*.parquet")):
            return iter(())
        tables.open("shipments", sorted(self.folder.glob("rows-*.parquet")))
        tables.open("keys", sorted(self.folder.glob("keys-*.parquet")))
        tables.give("asked", "key", keys)
        return tables.ask(FOUND)

    def _write(self, name: str, columns: Mapping[str, Column]) -> None:
        beside = self.folder / f".{name}"
        with duckdb.connect(":memory:") as db:
            db.register("piece", arrow(columns))
            target = str(beside).replace("'", "''")
            db.execute(f"COPY piece TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
        os.replace(beside, self.folder / name)

    def _note(self, state: object) -> None:
        beside = self.folder / ".stamp.json"
        beside.write_text(json.dumps(state))
        os.replace(beside, self.folder / "stamp.json")
