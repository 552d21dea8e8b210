"""KiCad symbol libraries (``.kicad_sym``): which parts a library draws, and by whom they are made.

A library is one S-expression, ``(kicad_symbol_lib … (symbol "LM358" (property "Value" "LM358")))``, in the
form of KiCad 6 and later (https://dev-docs.kicad.org/en/file-formats/sexpr-symbol-lib/). A symbol that
``extends`` another inherits its properties. The part number is the property that says so (``MPN`` and its
spellings), else the value. Symbols for power and for a kind of part (``R``, ``Conn_01x04``) name no part:
they are counted and left out.

A library that breaks off gives what stands before the break, and a problem with the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from attrs import frozen

from sherd.identify.catalogue.entry import Entry, entry, sorted_out, trouble
from sherd.model.problems import Problem

PART_NUMBER = (
    "MPN",
    "Manufacturer_Part_Number",
    "Manufacturer Part Number",
    "Mfr. Part #",
    "Part Number",
    "MANUFACTURER_PART_NUMBER",
)
MAKER = ("Manufacturer", "MANUFACTURER", "Manufacturer_Name", "Mfr", "MFR", "MF")
CATEGORY = ("Category", "CATEGORY")

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|([()])|([^\s()"]+)', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


class Library(NamedTuple):
    """What one library file gives; ``left_out`` counts the symbols that name no part."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    left_out: int


@frozen
class _Symbol:
    """A symbol of the library: its name, the line where it begins, what it says of itself."""

    name: str
    row: int
    extends: str
    power: bool
    properties: Mapping[str, str]


def library(text: str, file: str) -> Library:
    """The parts that a library draws.

    >>> found = library('(kicad_symbol_lib (symbol "LM358" (property "Value" "LM358")))', "ti.kicad_sym")
    >>> [(each.mpn, each.category, each.row) for each in found.entries]
    [('LM358', 'ti', 1)]
    """
    symbols: dict[str, _Symbol] = {}
    problems: list[Problem] = []
    try:
        for symbol in _symbols(text):
            symbols[symbol.name] = symbol
    except _Broken as broken:
        problems.append(trouble("unreadable_file", file, broken.row, "", broken.read, str(broken)))
    said = [(symbol, _said(symbol, symbols, file)) for symbol in symbols.values() if not symbol.power]
    parts = [(symbol, each) for symbol, each in said if _names_a_part(each)]
    entries, more = sorted_out(entry(each, file, symbol.row) for symbol, each in parts)
    return Library(tuple(entries), (*problems, *more), len(symbols) - len(parts))


def _said(symbol: _Symbol, symbols: Mapping[str, _Symbol], file: str) -> dict[str, str]:
    """What a symbol says by field, and where it is silent, what the symbol says that it extends."""
    line = [symbol]
    while (above := symbols.get(line[-1].extends)) is not None and above not in line:
        line.append(above)
    inherited = {
        name: value for each in reversed(line) for name, value in each.properties.items() if _says(value)
    }
    return {
        "number": _first(symbol.properties, PART_NUMBER),
        "mpn": _first(symbol.properties, (*PART_NUMBER, "Value")) or symbol.name,
        "manufacturer": _first(inherited, MAKER),
        "category": _first(inherited, CATEGORY) or file.rpartition("/")[2].removesuffix(".kicad_sym"),
        "sheet": _first(inherited, ("Datasheet",)),
    }


def _names_a_part(said: Mapping[str, str]) -> bool:
    """Whether a symbol stands for one part: it gives its number, or a value that names no kind of part."""
    if said["number"]:
        return True
    return any(sign.isdigit() for sign in said["mpn"]) and not (
        _KIND.fullmatch(said["mpn"]) and not said["sheet"]
    )


_KIND = re.compile(r"(?:[A-Za-z]+_)+\w*|[A-Za-z]{1,2}\d?")
"""Names of kinds of part, as the libraries of KiCad write them: ``Conn_01x04``, ``SW_SPST``, ``R2``."""


def _first(said: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((said[name].strip() for name in names if _says(said.get(name, ""))), "")


def _says(value: str) -> bool:
    """Whether a property holds anything; KiCad writes ``~`` for nothing."""
    return bool(value.strip("~ "))


class _Broken(Exception):
    """The expression does not hold together; says where and what to do."""

    def __init__(self, row: int, read: str, do: str) -> None:
        super().__init__(do)
        self.row, self.read = row, read


def _symbols(text: str) -> Iterator[_Symbol]:
    """Every symbol of the library, when it closes; its units and pins are passed over."""
    if not text.lstrip("\ufeff \t\r\n").startswith("(kicad_symbol_lib"):
        raise _Broken(1, text[:40], "this is no KiCad symbol library; export it from KiCad 6 or later")
    open_: list[list[str]] = []
    said: list[list[str]] = []
    row = begun = 1
    for row, sign, word in _tokens(text):
        if sign == "(":
            if len(open_) == 1:
                begun, said = row, []
            open_.append([])
        elif sign == ")":
            if not open_:
                raise _Broken(row, ")", "a bracket is closed that was never opened; export the library again")
            closed = open_.pop()
            if len(open_) == 2:
                said.append(closed)
            elif len(open_) == 1 and closed[:1] == ["symbol"] and len(closed) > 1:
                yield _symbol(closed[1], begun, said)
        elif open_ and len(open_) <= 3:
            open_[-1].append(word)
    if open_:
        read = " ".join(open_[min(len(open_), 2) - 1][:2])
        raise _Broken(begun, read, "the library breaks off inside this; export it again")


def _tokens(text: str) -> Iterator[tuple[int, str, str]]:
    """Each bracket or word with the line in which it stands."""
    row, seen = 1, 0
    for token in _TOKEN.finditer(text):
        row += text.count("\n", seen, token.start())
        seen = token.start()
        quoted, bracket, atom = token.groups()
        yield row, bracket or "", atom if quoted is None else _ESCAPE.sub(r"\1", quoted)


def _symbol(name: str, row: int, said: list[list[str]]) -> _Symbol:
    """A symbol from the lists that stand directly below it."""
    by_head = {each[0]: each[1:] for each in said if each}
    properties = {each[1]: each[2] for each in said if each[:1] == ["property"] and len(each) > 2}
    extends = "".join(by_head.get("extends", [])[:1])
    return _Symbol(_plain(name), row, _plain(extends), "power" in by_head, properties)


def _plain(name: str) -> str:
    """The name of a symbol without its library."""
    return name.rpartition(":")[2]
