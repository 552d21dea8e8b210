"""What a reader at one clearance may see of a case: rows left out whole, columns shown as withheld.

The redacted record is a record like any other, so that whatever is drawn from it can be drawn, and
checked, by its reader too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from attrs import frozen

from sherd.model.record import CaseRecord
from sherd.model.release import public_sources, release_of, sealed_columns, within
from sherd.model.row import Row


class WithheldText(str):
    """Stands where a value is withheld; ``level`` says who may see it."""

    level: str

    def __new__(cls, level: str) -> WithheldText:
        """A mark that reads ``withheld`` wherever it is shown as plain text."""
        mark = super().__new__(cls, f"[withheld: {level}]")
        mark.level = level
        return mark


@frozen
class Redacted:
    """A record as one clearance shows it, and how much of each kind is withheld whole."""

    record: CaseRecord
    rows_withheld: Mapping[str, int]
    values_withheld: int


def redact(record: CaseRecord, clearance: str) -> Redacted:
    """Leave out what is not released up to ``clearance``."""
    published = public_sources(record.sources)
    rows_withheld: Counter[str] = Counter()
    values = 0
    shown: dict[str, list[Row]] = {}
    for sheet, row in _rows(record):
        if not within(release_of(row), clearance):
            rows_withheld[row.kind] += 1
            continue
        hidden = () if within("sealed", clearance) else sealed_columns(row, published)
        values += len(hidden)
        shown.setdefault(sheet, []).append(_marked(row, hidden))
    kept: dict[str, Any] = {sheet: tuple(shown.get(sheet, ())) for sheet in _sheets(record)}
    case = attrs.evolve(record.case, **_marks(record.case, _hidden_case(record, clearance, published)))
    return Redacted(attrs.evolve(record, case=case, **kept), dict(sorted(rows_withheld.items())), values)


def _hidden_case(record: CaseRecord, clearance: str, published: frozenset[str]) -> tuple[str, ...]:
    return () if within("sealed", clearance) else sealed_columns(record.case, published)


def _rows(record: CaseRecord) -> Iterator[tuple[str, Row]]:
    for sheet in _sheets(record):
        for row in getattr(record, sheet):
            yield sheet, row


def _sheets(record: CaseRecord) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(type(record)) if field.name != "case")


def _marked(row: Row, hidden: tuple[str, ...]) -> Row:
    return attrs.evolve(row, **_marks(row, hidden)) if hidden else row


def _marks(row: Row, hidden: tuple[str, ...]) -> dict[str, Any]:
    mark = WithheldText("sealed")
    return {name: (mark,) if isinstance(getattr(row, name), tuple) else mark for name in hidden}
