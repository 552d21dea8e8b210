"""One cell, read as its column declares: a word of a list, a number, a date, yes or no, an id.

A reader takes the cell as it stands, not blank, and returns what the noun holds; it raises ``BadCell`` with
what to do. To add a kind of column: a reader below, a line in ``_READERS``, a line in the tests' table.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from sherd.model.columns import Column
from sherd.model.dates import NOTATIONS, Interval, read_instant
from sherd.record.problems import BadCell, nearest
from sherd.record.tree import leaves_folder

Value = str | int | float | bool | Interval | tuple[str, ...] | Mapping[str, str]
Read = Callable[[str], Value]

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d+(\.0+)?", re.ASCII)
_FLAGS = {"yes": True, "no": False, "true": True, "false": False, "1": True, "0": False}
_LARGEST: Final = 2**63 - 1


def reader(column: Column, noun_kind: str = "") -> Read:
    """How cells of a column are read."""
    if column.words:
        return _one_of(column.words, column.required)
    if (noun_kind, column.name) == ("photograph", "file"):
        return path
    return _READERS[column.kind]


def text(cell: str) -> str:
    """Words as they stand, without the blanks around them."""
    return cell.strip()


def whole(cell: str) -> int:
    """A whole number.

    >>> whole(" 12 ")
    12
    """
    cell = cell.strip()
    if not _WHOLE.fullmatch(cell):
        raise BadCell("not_a_number", "write a whole number in digits, as 12")
    value = int(cell.partition(".")[0]) if len(cell) < 40 else _LARGEST + 1
    if abs(value) > _LARGEST:
        raise BadCell("not_a_number", "write a number of at most 18 digits; a longer one is a text")
    return value


def number(cell: str) -> float:
    """A number with a decimal point.

    >>> number("1.5e3")
    1500.0
    """
    cell = cell.strip()
    value = float(cell) if _NUMBER.fullmatch(cell) else math.nan
    if not math.isfinite(value):
        raise BadCell("not_a_number", "write a number in digits with a decimal point, as 12.5")
    return value


def flag(cell: str) -> bool:
    """Yes or no."""
    try:
        return _FLAGS[cell.strip().casefold()]
    except KeyError:
        raise BadCell("not_yes_or_no", "write yes or no, or leave the cell empty") from None


@lru_cache(maxsize=1 << 14)
def interval(cell: str) -> Interval:
    """A date at any precision."""
    try:
        found = Interval.parse(cell)
    except (ValueError, OverflowError) as error:
        if "before it begins" in str(error):
            raise BadCell("invalid_row", "write the earlier date first") from None
        raise BadCell("not_a_date", f"write {NOTATIONS}") from None
    if found == Interval():
        raise BadCell("not_a_date", f"write {NOTATIONS}, or leave the cell empty")
    return found


@lru_cache(maxsize=1 << 14)
def instant(cell: str) -> str:
    """A moment with its UTC offset, or a date at any precision."""
    if "T" not in cell and ":" not in cell:
        interval(cell)
        return cell.strip()
    try:
        return read_instant(cell)
    except (ValueError, OverflowError):
        do = f"write a moment with its UTC offset, as 2023-08-10T09:30:00+03:00, or {NOTATIONS}"
        raise BadCell("not_a_date", do) from None


def listed(cell: str) -> tuple[str, ...]:
    """Several words between vertical bars.

    >>> listed("carbon | fibreglass")
    ('carbon', 'fibreglass')
    """
    return tuple(word for part in cell.split("|") if (word := part.strip()))


def mapping(cell: str) -> Mapping[str, str]:
    """Pairs as ``design=RU; source=IR``."""
    pairs = [part.partition("=") for part in cell.split(";") if part.strip()]
    found = {key.strip(): value.strip() for key, _, value in pairs}
    if len(found) < len(pairs) or not all(found) or not all(found.values()):
        raise BadCell("invalid_row", "write name=line; name=line, each name once")
    return found


def path(cell: str) -> str:
    """A path inside the case folder."""
    found = cell.strip()
    if leaves_folder(found):
        raise BadCell("unsafe_path", "put the file into the case folder and write its path from there")
    return found


def _one_of(words: tuple[str, ...], required: bool) -> Read:
    known = {word: word for word in words}
    choice = f"write one of {', '.join(words)}" + ("" if required else ", or leave the cell empty")

    def read(cell: str) -> str:
        try:
            return known[cell.strip()]
        except KeyError:
            meant = nearest(cell.strip(), words)
            perhaps = f"perhaps {meant}; " if meant else ""
            raise BadCell("unknown_word", f"{perhaps}{choice}") from None

    return read


_READERS: Mapping[str, Read] = {
    "text": text,
    "whole": whole,
    "number": number,
    "flag": flag,
    "interval": interval,
    "instant": instant,
    "list": listed,
    "mapping": mapping,
}
