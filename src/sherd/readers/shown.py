"""What a cell of a workbook shows, and what its type and format betray of what was typed.

A part number typed as ``43E7`` is stored as 430000000 and shown as ``4.30E+08``; ``1-3`` becomes a day and is
shown as ``1-Mar``. Which column a cell stands in is not known here: the mark says what it is in a text, and
which day it is in a column of dates.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from attrs import define

from sherd.record.marks import DO, mark_of
from sherd.record.tree import Mark

_ZEROS = re.compile(r"0+")
_SCIENTIFIC = re.compile(r"0(?:\.(0+))?E\+0+", re.IGNORECASE)
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000  # 1954 to 2119; years are smaller, amounts larger
_EXACT = 10**15  # a spreadsheet keeps 15 digits
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

FORMULA = "replace the formula by its value; the last value that was calculated has been taken"
FAILED = "the formula failed: type the value"


@define
class Shown:
    """How the cells of one workbook read. ``epoch`` is its day 0."""

    epoch: datetime

    def cell(self, cell: Any) -> tuple[str, Mark | None]:
        """The text of a cell that is not blank, and its mark where something is odd."""
        value, kind = cell.value, cell.data_type
        if kind == "e":
            return "", Mark("formula", str(value), do=FAILED)
        if isinstance(value, str):
            text = unescaped(value)
            return text, mark_of(text)
        if isinstance(value, bool):
            return ("TRUE" if value else "FALSE"), None
        if isinstance(value, int | float):
            return self._number(value, cell.number_format or "General")
        return self._moment(value, cell.number_format or "")

    def formula(self, formula: Any, result: Any) -> tuple[str, Mark | None]:
        """The last calculated value of a formula; the formula itself goes into the raw row."""
        written = str(getattr(formula, "text", None) or formula)
        text, mark = ("", None) if result is None or result.value is None else self.cell(result)
        return text, Mark("formula", written, mark.day if mark else "", FORMULA if text else FAILED)

    def _number(self, value: float, style: str) -> tuple[str, Mark | None]:
        text = plain(value)
        if _ZEROS.fullmatch(style) and isinstance(value, int) and value >= 0:
            return text.zfill(len(style)), None
        if scientific := _SCIENTIFIC.fullmatch(style):
            shown = f"{value:.{len(scientific[1] or '')}E}"
            return text, Mark("mangled_number", text, do=DO["mangled_number"], shown=shown)
        if abs(value) >= _EXACT:
            return text, Mark("mangled_number", text, do=DO["mangled_number"])
        if _FIRST_SERIAL <= value <= _LAST_SERIAL:
            return text, Mark(day=self._day(value))
        return text, None

    def _day(self, serial: float) -> str:
        from openpyxl.utils.datetime import from_excel

        found = from_excel(serial, self.epoch)
        return found.date().isoformat() if isinstance(found, datetime) else ""

    def _moment(self, value: object, style: str) -> tuple[str, Mark | None]:
        """A date or time: its ISO text, the day, and what a text column shows."""
        do = DO["mangled_number"]
        if isinstance(value, datetime):
            whole = value.time() == time()
            text = value.date().isoformat() if whole else value.isoformat()
            return text, Mark(
                "mangled_number", text, value.date().isoformat(), do, as_shown(value, style) or text
            )
        if isinstance(value, date):
            return value.isoformat(), Mark("mangled_number", value.isoformat(), value.isoformat(), do)
        if isinstance(value, time | timedelta):
            return str(value), Mark("mangled_number", str(value), do=do)
        text = str(value)
        return text, mark_of(text)


def plain(value: float) -> str:
    """A number in digits: ``1.0`` is ``1``, at most the 15 digits that a spreadsheet shows.

    >>> plain(1.0), plain(0.1 + 0.2), plain(430000000)
    ('1', '0.3', '430000000')
    """
    if isinstance(value, int):
        return str(value)
    if value.is_integer() and abs(value) < 1e18:
        return str(int(value))
    short = f"{value:.15g}"
    return short if "e" not in short else repr(value)


def as_shown(value: datetime, style: str) -> str:
    """A day as the commonest formats show it; ``""`` for any other.

    >>> as_shown(datetime(2022, 3, 1), "d-mmm"), as_shown(datetime(2022, 3, 1), "mmm-yy")
    ('1-Mar', 'Mar-22')
    """
    month = _MONTHS[value.month - 1]
    shapes = {
        "d-mmm": f"{value.day}-{month}",
        "dd-mmm": f"{value.day:02}-{month}",
        "mmm-yy": f"{month}-{value:%y}",
        "d-mmm-yy": f"{value.day}-{month}-{value:%y}",
    }
    return shapes.get(style.lower().partition(";")[0].replace("\\", ""), "")


def unescaped(text: str) -> str:
    r"""A string without the escapes of ECMA-376 (``_x000D_`` is a carriage return), line breaks as ``\n``."""
    if "_x005F_" in text:
        text = text.replace("_x005F_", "_")
    elif "_x000D_" in text:
        text = text.replace("_x000D_\n", "\n").replace("_x000D_", "\n")
    return text.replace("\r\n", "\n").replace("\r", "\n")
