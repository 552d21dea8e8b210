"""What is odd about a cell before anyone reads it: bytes that do not fit, signs that cannot be shown, and
what spreadsheets make of part numbers (``43E7`` becomes ``4.3E+08``, ``1-3`` becomes ``1-Mar``).
"""

from __future__ import annotations

import re

from sherd.record.problems import escaped
from sherd.record.tree import Mark

_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_UNDECODED = "\ud800-\udfff"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_MANGLED = rf"\d+(?:[.,]\d+)?E\+\d+|\d{{1,2}}-{_MONTH}(?:-\d{{2}})?|{_MONTH}-\d{{2}}"

ODD = re.compile(rf"[{_UNDECODED}{_CONTROL}]|{_MANGLED}")
"""Found in a text that holds at least one cell worth a second look."""

_LOST = re.compile(f"[{_UNDECODED}{_CONTROL}]")
_BYTES = re.compile(f"[{_UNDECODED}]")
_SPOILT = re.compile(_MANGLED)

_UNSEEN = re.compile(f"[{_UNDECODED}{_CONTROL}\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""What no reader sees in words that are typed: orders to a terminal, overrides of direction, no spaces."""

TAKEN = frozenset({"", "mangled_number", "formula", "unclosed_quote"})
"""Marks under which a cell is taken over all the same."""

DO = {
    "unclosed_quote": "close the quotation mark where the cell ends; write one inside a cell twice",
    "not_decodable": "save the file as UTF-8, or name its encoding (--encoding cp1251)",
    "control_character": "delete the character, or type the cell again",
    "mangled_number": "compare with the object or its photograph, format the column as text, type it again",
}


def marks_of(cells: list[str]) -> dict[int, Mark] | None:
    """The odd cells of a row, by index; None when there are none.

    >>> marks_of(["C1", "4.3E+08"])
    {1: Mark(code='mangled_number', raw='4.3E+08', ...)}
    """
    found = {index: mark for index, cell in enumerate(cells) if (mark := mark_of(cell))}
    return found or None


def mark_of(cell: str) -> Mark | None:
    """What is odd about one cell."""
    if _LOST.search(cell):
        code = "not_decodable" if _BYTES.search(cell) else "control_character"
        return Mark(code, escaped(cell), do=DO[code])
    if _SPOILT.fullmatch(cell.strip()):
        return Mark("mangled_number", cell, do=DO["mangled_number"])
    return None


def unseen(words: str) -> str:
    r"""The characters of typed words that no reader sees, each once, escaped; empty where there are none.

    >>> unseen("Bo\x1b[31mru \u202eadiD"), unseen("علی\u200cزاده")
    ('\\x1b, \\u202e', '')
    """
    return ", ".join(dict.fromkeys(escaped(sign) for sign in _UNSEEN.findall(words)))


def first_undecoded(text: str) -> int:
    """Where in a text the first byte stands that could not be decoded; -1 when there is none."""
    found = _BYTES.search(text)
    return found.start() if found else -1
