"""The trade files of a case folder, gone through once when they are handed in: every odd row is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

from sherd.errors import Refused, WrongCall
from sherd.model.problems import Problem
from sherd.readers.shipments import Shipments
from sherd.record.formats import case_toml
from sherd.record.formats.trade_file import Layout, layouts
from sherd.record.problems import problem
from sherd.record.tree import CASE_SHEET, Submission, sheet_of


def problems(folder: Path, submission: Submission) -> Iterator[Problem]:
    """What is wrong with the rows and headings of each trade file that ``case.toml`` lays out."""
    there = {file.name for file in submission.files}
    for name, content in submission.sheets.items():
        if sheet_of(name) == CASE_SHEET:
            tables = case_toml.tables("shipments", content, submission.encoding, name)
            for layout in layouts(tables, name)[0]:
                if layout.file in there:
                    yield from _of(folder / layout.file, layout)


def _of(path: Path, layout: Layout) -> Iterator[Problem]:
    source = Shipments(path, dict(layout.columns), layout.encoding)
    try:
        for _ in source.batches():
            pass
    except WrongCall as error:
        yield problem("missing_column", layout.file, 1, do=f"{error}; correct [[shipments]] in case.toml")
    except Refused as error:
        yield problem("unreadable_file", layout.file, do=str(error))
    yield from (evolve(each, file=layout.file) for each in source.problems)
