"""A catalogue as a table in CSV, with commas, semicolons or tabs, in any encoding that is named."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from sherd.identify.catalogue.columns import Columns, columns
from sherd.identify.catalogue.entry import Catalogue, Entry, distinct, entry, sorted_out, trouble
from sherd.model.problems import Problem
from sherd.record.formats.rfc4180 import grid
from sherd.record.marks import TAKEN
from sherd.record.problems import problem
from sherd.record.tree import CellRow
from sherd.sources.catalogues.form import Form, Wishes

ENDINGS = (".csv", ".tsv", ".txt")


def read(contents: Mapping[str, bytes], wishes: Wishes) -> Catalogue:
    """The entries of one table. Raises :class:`~sherd.errors.WrongCall` for an unknown encoding."""
    ((file, content),) = contents.items()
    rows = grid("catalogue", file, content, wishes.encoding).rows()
    header = next((row for row in rows if any(cell.strip() for cell in row.cells)), None)
    if header is None:
        do = "give a table with a row of headings and a row for each part"
        return Catalogue((), (trouble("unreadable_file", file, None, "", "", f"the file is empty: {do}"),))
    headings = [cell.removeprefix("\ufeff") for cell in header.cells]
    found = columns(headings, wishes.columns, file)
    if not isinstance(found, Columns):
        return Catalogue((), (header.fault, *found) if header.fault else found)
    entries, problems = sorted_out(_entries(rows, found, len(headings), file))
    if not entries and not problems:
        do = "the table has headings and no row; give one with a row for each part"
        problems = [trouble("unreadable_file", file, header.number, "", "", do)]
    return Catalogue(tuple(distinct(entries)), tuple(problems), found.headings, found.unread)


def _entries(rows: Iterator[CellRow], found: Columns, width: int, file: str) -> Iterator[Entry | Problem]:
    headings = found.headings
    for row in rows:
        if row.fault is not None:
            yield row.fault
        elif not any(cell.strip() for cell in row.cells):
            continue
        elif len(row.cells) > width and any(cell.strip() for cell in row.cells[width:]):
            do = "a cell that holds the separator must stand in quotation marks"
            yield trouble("row_width", file, row.number, "", " ".join(row.cells), do)
        else:
            odd, spoilt = _odd(row, found, file)
            yield from odd
            if not spoilt:
                yield entry(found.said(row.cells), file, row.number, headings)


def _odd(row: CellRow, found: Columns, file: str) -> tuple[list[Problem], bool]:
    """The problems of the cells that are read, and whether they keep the row out."""
    if not row.marks:
        return [], False
    marked = [
        (field, mark) for field, place in found.places.items() if (mark := row.marks.get(place)) and mark.code
    ]
    problems = [problem(m.code, file, row.number, found.headings[f], m.raw, m.do) for f, m in marked]
    return problems, any(mark.code not in TAKEN for _, mark in marked)


def _claims(names: Collection[str]) -> bool:
    return len(names) == 1 and all(name.casefold().endswith(ENDINGS) for name in names)


FORM = Form("csv", 1, "a table (.csv, .tsv)", _claims, lambda _name: True, read)
