"""What a reader at one clearance may see of a case: rows left out whole, columns shown as withheld.

A row is left out when its release lies above the clearance, and so is whatever belongs to such a row: the
components of a withheld item, a judgement on it. A reference to a withheld row is shown as withheld, never
by the row's id. The redacted record is a record like any other, so that whatever is drawn from it can be
drawn, and checked, by its reader too; ``weighed`` is the same record as the methods may read it, where
nothing stands for what is withheld.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import attrs
from attrs import define, field, frozen

from sherd.model.columns import Column, columns
from sherd.model.hypotheses import Case, Hypothesis
from sherd.model.items import Component
from sherd.model.judgements import Judgement
from sherd.model.record import CaseRecord
from sherd.model.release import public_sources, release_of, sealed_columns, within
from sherd.model.row import Row


class WithheldText(str):
    """Stands where a value is withheld; ``level`` says who may see it.

    ``alias`` is the same for two references to one withheld recovery event: what was found together still
    counts once.
    """

    level: str
    alias: str | None

    def __new__(cls, level: str, alias: str | None = None) -> WithheldText:
        """A mark that reads ``withheld`` wherever it is shown as plain text."""
        mark = super().__new__(cls, f"[withheld: {level}]")
        mark.level = level
        mark.alias = alias
        return mark


@define
class Hidden:
    """The rows that a reader may not see: release level by sheet and id."""

    case: str
    levels: dict[str, dict[str, str]] = field(factory=dict)

    def add(self, sheet: str, id_: str, level: str) -> None:
        """Hide one row."""
        self.levels.setdefault(sheet, {})[id_] = level

    def level(self, sheet: str, reference: object) -> str | None:
        """The level of the hidden row that a reference names; ``None`` where it names no hidden row."""
        if not isinstance(reference, str) or sheet not in self.levels:
            return None
        return self.levels[sheet].get(reference.removeprefix(f"{self.case}:"))

    def mark(self, sheet: str, reference: object) -> WithheldText | None:
        """What is shown in the place of a reference to a hidden row."""
        level = self.level(sheet, reference)
        if level is None:
            return None
        number = list(self.levels[sheet]).index(str(reference).removeprefix(f"{self.case}:")) + 1
        return WithheldText(level, f"withheld-{number}" if sheet == "events" else None)


@frozen
class Redacted:
    """A record as one clearance shows it, and how much of each kind is withheld whole."""

    record: CaseRecord
    weighed: CaseRecord
    rows_withheld: Mapping[str, int]
    values_withheld: int
    hidden: Hidden


def redact(record: CaseRecord, clearance: str) -> Redacted:
    """Leave out what is not released up to ``clearance``, and every trace of it in what is."""
    published = public_sources(record.sources)
    hidden = _hidden(record, clearance)
    counts: Counter[str] = Counter()
    values = 0
    shown: dict[str, tuple[Row, ...]] = {}
    weighed: dict[str, tuple[Row, ...]] = {}
    for sheet in _sheets(record):
        rows: list[Row] = []
        for row in getattr(record, sheet):
            if hidden.level(sheet, row.id) is not None:
                counts[row.kind] += 1
                continue
            marks = _marks(row, hidden, () if within("sealed", clearance) else sealed_columns(row, published))
            values += len(marks)
            rows.append(attrs.evolve(row, **marks) if marks else row)
        shown[sheet] = tuple(rows)
        weighed[sheet] = tuple(map(_weighable, rows))
    case = _case(record.case, clearance, published)
    return Redacted(
        attrs.evolve(record, case=case, **_any(shown)),
        attrs.evolve(record, case=case, **_any(weighed)),
        dict(sorted(counts.items())),
        values,
        hidden,
    )


def _any(sheets: Mapping[str, tuple[Row, ...]]) -> dict[str, Any]:
    return dict(sheets)


def _hidden(record: CaseRecord, clearance: str) -> Hidden:
    """Rows above the clearance, then what belongs to them, until nothing more does."""
    hidden = Hidden(record.case.id)
    for row in _rows(record):
        if not within(release_of(row), clearance):
            hidden.add(row.sheet, row.id, release_of(row))
    found = bool(hidden.levels)
    while found:
        found = False
        for row in _rows(record):
            level = _owner_level(row, hidden)
            if level is not None and hidden.level(row.sheet, row.id) is None:
                hidden.add(row.sheet, row.id, level)
                found = True
    return hidden


def _owner_level(row: Row, hidden: Hidden) -> str | None:
    """The level of the hidden row to which this one belongs."""
    if isinstance(row, Judgement):
        return next((level for sheet in hidden.levels if (level := hidden.level(sheet, row.subject))), None)
    for column in _references(row):
        if column.required or column.attribute in {"item", "component"}:
            level = hidden.level(column.refers or "", getattr(row, column.attribute))
            if level is not None:
                return level
    return None


def _rows(record: CaseRecord) -> Iterator[Row]:
    for sheet in _sheets(record):
        yield from getattr(record, sheet)


def _sheets(record: CaseRecord) -> tuple[str, ...]:
    return tuple(declared.name for declared in attrs.fields(type(record)) if declared.name != "case")


def _references(row: Row) -> tuple[Column, ...]:
    noun: Any = type(row)
    return _referring(noun)


@cache
def _referring(noun: Any) -> tuple[Column, ...]:
    return tuple(column for column in columns(noun) if column.refers)


def _marks(row: Row, hidden: Hidden, sealed: Iterable[str]) -> dict[str, Any]:
    """The columns of a row that are shown as withheld, each with its mark."""
    marks: dict[str, Any] = {}
    for column in _references(row) if hidden.levels else ():
        mark = hidden.mark(column.refers or "", getattr(row, column.attribute))
        if mark is not None:
            marks[column.attribute] = mark
    if "source" in marks and row.locator:
        marks["locator"] = WithheldText(marks["source"].level)
    if isinstance(row, Hypothesis):
        marks |= _hypothesis_marks(row, hidden)
    if isinstance(row, Component) and (
        mark := hidden.mark("components", row.possible_same_as) or hidden.mark("items", row.possible_same_as)
    ):
        marks["possible_same_as"] = mark
    return marks | {name: _sealed(getattr(row, name), "sealed") for name in sealed}


def _hypothesis_marks(row: Hypothesis, hidden: Hidden) -> dict[str, Any]:
    excluded = tuple(hidden.mark("hypotheses", other) or other for other in row.exclusive_with)
    draws = {key: hidden.mark("lines", line) or line for key, line in row.draws.items()}
    new = {"exclusive_with": excluded, "draws": draws}
    return {name: value for name, value in new.items() if value != getattr(row, name)}


def _sealed(value: object, level: str) -> object:
    mark = WithheldText(level)
    return (mark,) if isinstance(value, tuple) else mark


def _case(case: Case, clearance: str, published: frozenset[str]) -> Case:
    """The case row; where it is not released, its id alone, which every event carries."""
    if within(release_of(case), clearance):
        hidden = () if within("sealed", clearance) else sealed_columns(case, published)
        marks: dict[str, Any] = {name: _sealed(getattr(case, name), "sealed") for name in hidden}
        return attrs.evolve(case, **marks)
    mark = WithheldText(release_of(case))
    return Case(case=case.case, id=case.id, title=mark, question=mark, investigators=(mark,))


def _weighable(row: Row) -> Row:
    """The row as a method reads it: what is withheld is unsaid, but for what was found together."""
    kept: dict[str, Any] = {}
    for column in columns(type(row)):
        value = getattr(row, column.attribute)
        if isinstance(value, WithheldText) and not column.required:
            kept[column.attribute] = value.alias
    return attrs.evolve(row, **kept) if kept else row
