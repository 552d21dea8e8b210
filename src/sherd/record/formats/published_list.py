"""A published list of components, one entry a row, read as three sheets: systems, items and components.

Publishers print one flat table: an entry, its maker, the weapon it came from. ``[[lists]]`` in ``case.toml``
says which heading is what; every text that names a specimen becomes an item, every text that names a system a
system, every row a component. An entry that stands twice becomes two components with one publisher's number,
so that the repetition is found and told, never hidden. The file itself is kept byte by byte.

A value is written as a pattern: ``"{maker}; {suppliers}"`` puts cells together (what is empty leaves no
separator behind), words without braces stand for themselves, and of a list of patterns the first that says
something is taken.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import define, field, frozen

from sherd.model.columns import columns
from sherd.model.items import Component
from sherd.model.problems import Problem
from sherd.record.formats import rfc4180
from sherd.record.problems import nearest, problem
from sherd.record.tree import CASE_SHEET, CellRow, Grid

KEYS = ("file", "id", "item", "system", "source", "role", "custody_status", "columns", "ignore")
NEEDED = ("file", "id", "item")
COLUMNS = tuple(
    each.name for each in columns(Component) if each.name not in {"id", "item", "source", "state"}
)
"""The columns of a component that a list may fill."""

LONGEST_ID = 60
"""Characters of an id made from a text; a longer text is cut and told apart by its digest."""

Pattern = tuple[str, ...]


@frozen
class Layout:
    """What each heading of a list is, as ``[[lists]]`` says it. ``columns`` fills columns of components."""

    file: str
    id: Pattern
    item: Pattern
    system: Pattern = ()
    source: str = ""
    role: str = "reference"
    custody_status: str = "not_published"
    columns: Mapping[str, Pattern] = field(factory=dict)
    ignore: tuple[str, ...] = ()

    def headings(self) -> list[str]:
        """Every heading that a pattern names."""
        patterns = [self.id, self.item, self.system, *self.columns.values()]
        return [name for each in patterns for text in each for name in _HOLE.findall(text)]


def layouts(tables: Any, file: str = CASE_SHEET) -> tuple[tuple[Layout, ...], tuple[Problem, ...]]:
    """The lists that ``case.toml`` describes, and what is wrong with their descriptions."""
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        return (), (problem("unread_key", file, column="lists", do="describe each list under [[lists]]"),)
    problems: list[Problem] = []
    found = [layout for each in tables if (layout := _layout(each, file, problems))]
    return tuple(found), tuple(problems)


def grids(layout: Layout, content: bytes, encoding: str | None = None) -> tuple[Grid, ...]:
    """The sheets ``systems``, ``items`` and ``components`` of one list; rows are counted as in its file."""
    read = _List(layout, tuple(rfc4180.grid("", layout.file, content, encoding).rows()))
    return tuple(
        Grid(name, layout.file, rows, problems)
        for name, rows, problems in (
            ("systems", read.systems, ()),
            ("items", read.items, ()),
            ("components", read.components, read.problems()),
        )
    )


@define
class _List:
    """One list with its rows; ids are made from texts, so that a new edition keeps those it had."""

    layout: Layout
    rows: tuple[CellRow, ...]
    head: CellRow = field(init=False)
    entries: tuple[tuple[CellRow, dict[str, str]], ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.head = next((row for row in self.rows if any(row.cells)), CellRow(1, []))
        names = [_folded(cell) for cell in self.head.cells]
        below = (row for row in self.rows if row.number > self.head.number and any(row.cells))
        self.entries = tuple(
            (row, dict(zip(names, row.cells, strict=True)))
            for row in below
            if row.fault is None and len(row.cells) == len(names)
        )

    def systems(self) -> Iterator[CellRow]:
        yield CellRow(self.head.number, ["id", "name"])
        for text, (row, _) in self._first(self.layout.system).items():
            yield CellRow(row.number, [id_of(text), text])

    def items(self) -> Iterator[CellRow]:
        layout = self.layout
        yield CellRow(
            self.head.number,
            ["id", "label", "system", "role", "custody_status", "label_basis", "source"],
        )
        for text, (row, cells) in self._items().items():
            system = filled(layout.system, cells)
            fixed = [layout.role, layout.custody_status, "publisher", layout.source]
            yield CellRow(row.number, [id_of(text), text, id_of(system) if system else "", *fixed])

    def components(self) -> Iterator[CellRow]:
        layout = self.layout
        yield CellRow(self.head.number, ["id", "item", "source", "state", *layout.columns])
        times: Counter[str] = Counter()
        for row, cells in self.entries:
            id_, item = filled(layout.id, cells), filled(layout.item, cells)
            times[id_] += 1
            own = [filled(each, cells) for each in layout.columns.values()]
            repeat = f"{id_}.{times[id_]}" if times[id_] > 1 else id_
            yield CellRow(row.number, [repeat, id_of(item) if item else "", layout.source, "examined", *own])

    def problems(self) -> tuple[Problem, ...]:
        """What cannot be read of the list, its headings first."""
        file, names = self.layout.file, [_folded(cell) for cell in self.head.cells]
        wanted = [_folded(each) for each in self.layout.headings()]
        found = [
            problem("missing_column", file, self.head.number, each, do="name a heading that the list has")
            for each in dict.fromkeys(wanted)
            if each not in names
        ]
        unread = set(names) - set(wanted) - set(map(_folded, self.layout.ignore)) - {""}
        do = "name it under columns or ignore of this list in case.toml; the file itself was kept"
        found += [
            problem("unread_column", file, self.head.number, each, do=do) for each in names if each in unread
        ]
        return (*found, *self._crooked(), *self._two_systems())

    def _crooked(self) -> Iterator[Problem]:
        width = len(self.head.cells)
        for row in self.rows:
            if row.fault is not None:
                yield row.fault
            elif row.number > self.head.number and any(row.cells) and len(row.cells) != width:
                do = f"the header has {width} cells, this row {len(row.cells)}: mend it in the list"
                yield problem("row_width", self.layout.file, row.number, read="|".join(row.cells), do=do)

    def _two_systems(self) -> Iterator[Problem]:
        first = {text: filled(self.layout.system, cells) for text, (_, cells) in self._items().items()}
        for row, cells in self.entries:
            item, system = filled(self.layout.item, cells), filled(self.layout.system, cells)
            if item and system != first[item]:
                do = "an earlier entry puts this specimen in another system; the first was taken"
                yield problem("invalid_row", self.layout.file, row.number, read=system, do=do)

    def _items(self) -> dict[str, tuple[CellRow, dict[str, str]]]:
        return self._first(self.layout.item)

    def _first(self, pattern: Pattern) -> dict[str, tuple[CellRow, dict[str, str]]]:
        """The first entry with each text of a pattern."""
        found: dict[str, tuple[CellRow, dict[str, str]]] = {}
        for row, cells in self.entries:
            if text := filled(pattern, cells):
                found.setdefault(text, (row, cells))
        return found


def filled(pattern: Sequence[str], cells: Mapping[str, str]) -> str:
    """The first of the patterns that says something, its holes filled from the cells of a row.

    >>> filled(("{maker}; {supplier}",), {"maker": "Murata", "supplier": ""})
    'Murata'
    >>> filled(("{name}", "entry {id}"), {"name": " ", "id": "63"})
    'entry 63'
    """
    for text in pattern:
        names = _HOLE.findall(text)
        values = [cells.get(_folded(name), "").strip() for name in names]
        if names and not any(values):
            continue
        for name, value in zip(names, values, strict=True):
            text = text.replace(f"{{{name}}}", value, 1)
        return text.strip(" ;,|")
    return ""


def id_of(text: str) -> str:
    """An id made from a text, the same for the same text wherever it stands.

    >>> id_of('UAV "GERAN-2" (Shahed-136) Ы-391')
    'UAV-GERAN-2-Shahed-136-Ы-391-09578a'
    """
    words = re.sub(r"\W+", "-", text).strip("-_")
    digest = hashlib.sha256(text.encode()).hexdigest()[:6]
    return words if words == text and len(words) <= LONGEST_ID else f"{words[:LONGEST_ID]}-{digest}"


def _layout(table: Mapping[str, Any], file: str, problems: list[Problem]) -> Layout | None:
    _refuse_unread(table, KEYS, "lists", file, problems)
    missing = [key for key in NEEDED if not table.get(key)]
    if missing:
        do = f"the description of a list needs {', '.join(missing)}"
        problems.append(problem("missing_value", file, column="lists", do=do))
        return None
    given = table.get("columns", {})
    _refuse_unread(given, COLUMNS, "lists.columns", file, problems)
    return Layout(
        file=str(table["file"]),
        id=_pattern(table["id"]),
        item=_pattern(table["item"]),
        system=_pattern(table.get("system", ())),
        source=str(table.get("source", "")),
        role=str(table.get("role", "reference")),
        custody_status=str(table.get("custody_status", "not_published")),
        columns={name: _pattern(value) for name, value in given.items() if name in COLUMNS},
        ignore=tuple(map(str, table.get("ignore", ()))),
    )


def _refuse_unread(
    table: Mapping[str, Any], known: tuple[str, ...], under: str, file: str, problems: list[Problem]
) -> None:
    for key in table:
        if key not in known:
            meant = nearest(key, known)
            do = f"did you mean {meant}?" if meant else f"it takes {', '.join(known)}"
            problems.append(problem("unread_key", file, column=f"{under}.{key}", do=do))


def _pattern(value: Any) -> Pattern:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),)


def _folded(text: str) -> str:
    return text.strip().casefold()


_HOLE = re.compile(r"\{([^{}]+)\}")
