"""What a case says as a whole, as plain JSON values: every intermediate number, days as ISO dates.

An interval is written ``first/last``; a lag without an end is null.
"""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import attrs

from sherd.attribute.plain import Json
from sherd.model.casewide import CaseWide
from sherd.model.dates import Interval


def whole_as_json(whole: CaseWide, item: str) -> dict[str, Json]:
    """The dates of one item under ``dates``, and everything about the case under ``case_wide``."""
    found = whole.of(item)
    rest = {
        field.name: getattr(whole, field.name) for field in attrs.fields(CaseWide) if field.name != "dates"
    }
    return {"dates": plain(found), "case_wide": plain(rest)}


def plain(value: Any) -> Json:
    """Nouns, tuples, days and numbers as JSON holds them.

    >>> plain((Interval.parse("2022-10"), date(2022, 10, 3), math.inf))
    ['2022-10-01/2022-10-31', '2022-10-03', None]
    """
    if isinstance(value, Interval):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if attrs.has(type(value)):
        return {field.name: plain(getattr(value, field.name)) for field in attrs.fields(type(value))}
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise ValueError(f"{value!r} cannot be written as JSON")
