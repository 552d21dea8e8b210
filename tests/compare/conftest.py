"""Small cases written in a line or two: items with their components, markings and observations."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from sherd.model.columns import columns
from sherd.model.hypotheses import Case
from sherd.model.items import Component, Feature, Item, Observation, SystemModel
from sherd.model.judgements import Judgement
from sherd.model.markings import Marking
from sherd.model.plain import row_of
from sherd.model.record import SHEETS, CaseRecord
from sherd.model.row import Row

CASE = "small"


class Written:
    """A case that a test writes row by row."""

    def __init__(self) -> None:
        self.rows: list[Row] = [Case(case=CASE, id=CASE, title="A small case", question="What is shared?")]

    def item(self, id_: str, parts: Sequence[str] = (), **more: Any) -> Written:
        """An item and its components ``P``, ``P @ function`` or ``P @ function @ maker``, ids ``ITEM.0`` …"""
        more = {"label": id_, "role": "item", "custody_status": "documented", "system": f"SYS-{id_}", **more}
        self.rows.append(Item(case=CASE, id=id_, **more))
        for n, part in enumerate(parts):
            name, function, maker = (*(piece.strip() or None for piece in part.split("@")), None, None)[:3]
            self.component(
                f"{id_}.{n}", id_, part_as_published=name, function=function, maker_as_published=maker
            )
        return self

    def component(self, id_: str, item: str, marking: str = "", **more: Any) -> Written:
        """A component, examined unless said otherwise, and what is marked on it."""
        self.rows.append(
            Component(case=CASE, id=id_, item=item, **{"label": id_, "state": "examined", **more})
        )
        if marking:
            self.rows.append(Marking(case=CASE, id=f"M-{id_}", component=id_, text=marking))
        return self

    def judged(self, subject: str, decision: str) -> Written:
        """A judgement about one object or two."""
        self.row(Judgement, f"J{len(self.rows)}", subject=subject, kind_="same_object", decision=decision,
                 reason="seen", by="A. Person", at="2026-11-23")  # fmt: skip
        return self

    def row(self, noun: type[Row], id_: str, **fields: Any) -> Written:
        """Any other row."""
        self.rows.append(noun(case=CASE, id=id_, **fields))
        return self

    def feature(self, id_: str, **more: Any) -> Written:
        """A feature of the feature table."""
        from sherd.model.dates import Interval

        fields = {"group": "airframe", "kind_": "category", "link": "design", **more}
        return self.row(Feature, id_, decided=Interval.parse("2026-11-01"), **fields)

    def seen(self, item: str, feature: str, value: str, **more: Any) -> Written:
        """An observation on an item."""
        return self.row(Observation, f"O{len(self.rows)}", item=item, feature=feature, value=value, **more)

    @property
    def record(self) -> CaseRecord:
        """The case as the store would hold it."""
        named = {row.system for row in self.rows if isinstance(row, Item) and row.system}
        systems = [SystemModel(case=CASE, id=system, name=system) for system in sorted(named)]
        return CaseRecord.of([*self.rows, *systems])


@pytest.fixture
def case() -> Written:
    """A case without a row."""
    return Written()


@pytest.fixture(scope="session")
def new_case() -> Callable[[], Written]:
    """As many cases without a row as a test wants."""
    return Written


@pytest.fixture(scope="session")
def geran_2() -> CaseRecord:
    """The shipped case, read without the intake that other tests try."""
    return read(Path(__file__).resolve().parents[2] / "examples" / "geran-2")


def read(folder: Path) -> CaseRecord:
    """A case folder whose rows are all good."""
    head = tomllib.loads((folder / "case.toml").read_text("utf-8"))
    rows: list[Row] = [Case(case=head["id"], id=head["id"], title=head["title"], question=head["question"])]
    for sheet, noun in SHEETS.items():
        path = folder / f"{sheet}.csv"
        if path.exists():
            with path.open(encoding="utf-8", newline="") as lines:
                rows += [_row(noun, head["id"], cells) for cells in csv.DictReader(lines)]
    return CaseRecord.of(rows)


def _row(noun: type[Row], case: str, cells: dict[str, str]) -> Row:
    kinds = {column.name: column.kind for column in columns(noun)}
    fields = {name: READ.get(kinds[name], str)(cell) for name, cell in cells.items() if cell}
    return row_of(noun.kind, case, str(fields.pop(noun.key)), fields)


READ: dict[str, Callable[[str], Any]] = {
    "whole": int,
    "number": float,
    "flag": lambda cell: cell in {"yes", "true"},
    "list": lambda cell: cell.split("|"),
}
