"""The nomenclature of the Harmonized System: what a code covers, and which headings speak of a word.

A table of chapters, headings and subheadings as it is published, each with the code above it. What is found
by words is for a person to look at: customs classify goods, not we.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from sherd.model.controls import HsHeading
from sherd.model.problems import Problem

COLUMNS = ("hscode", "description", "parent")
"""The columns that a table must have; ``section`` is read where there is one."""

MOST = 12
"""So many headings are given for words."""

_CODE = re.compile(r"\d{2}|\d{4}|\d{6}", re.ASCII)
_WORD = re.compile(r"\w+")


@frozen
class Nomenclature:
    """The headings of one edition by code, and what could not be read of it."""

    headings: Mapping[str, HsHeading]
    problems: tuple[Problem, ...] = ()

    def line(self, code: str) -> tuple[HsHeading, ...]:
        """The heading of a code with those above it, the chapter first; empty where there is none.

        Of a code that a state made longer, its first six digits count.
        """
        digits = re.sub(r"[\s.\-]", "", code)[:6]
        above = (self.headings.get(digits[:size]) for size in (2, 4, 6) if size <= len(digits))
        return tuple(each for each in above if each is not None) if digits in self.headings else ()

    def speaking_of(self, words: str) -> tuple[HsHeading, ...]:
        """The most exact headings whose description has every word, the shortest description first."""
        sought = {_stem(word) for word in _WORD.findall(words.casefold())}
        found = [
            each
            for each in self.headings.values()
            if sought and sought <= {_stem(word) for word in _WORD.findall(each.description.casefold())}
        ]
        found.sort(key=lambda each: (-len(each.code), len(each.description), each.code))
        return tuple(found[:MOST])


def read(text: str, file: str) -> Nomenclature:
    """A table of the nomenclature; a row that makes no sense is a problem, and the rest is read.

    Raises ``ValueError`` where a column is not there.

    >>> read("hscode,description,parent\\n85,Machinery,TOTAL\\n", "hs.csv").line("85")[0].description
    'Machinery'
    """
    table = csv.DictReader(io.StringIO(text))
    missing = [name for name in COLUMNS if name not in (table.fieldnames or ())]
    if missing:
        raise ValueError(f"{file} has no column {', '.join(missing)}")
    headings: dict[str, HsHeading] = {}
    problems: list[Problem] = []
    for number, row in enumerate(table, 2):
        heading = _heading(row)
        if heading.code == "TOTAL":
            continue  # the root of the tree, over every chapter
        wrong = next(_wrong(heading, headings, file, number), None)
        if wrong is not None:
            problems.append(wrong)
        else:
            headings[heading.code] = heading
    return Nomenclature(headings, tuple(problems))


def _heading(row: Mapping[str, str | None]) -> HsHeading:
    code, description, section = (
        (row.get(name) or "").strip() for name in ("hscode", "description", "section")
    )
    return HsHeading(code=code, description=description, section=section or None)


def _wrong(heading: HsHeading, known: Mapping[str, HsHeading], file: str, number: int) -> Iterator[Problem]:
    if not _CODE.fullmatch(heading.code):
        do = "Write two, four or six digits, with the zeros that they begin with. The row is left out."
        yield Problem("mangled_number", file, number, "hscode", heading.code, do)
    if not heading.description:
        yield Problem("missing_value", file, number, "description", "", "The row is left out.")
    if heading.code in known:
        yield Problem("duplicate_id", file, number, "hscode", heading.code, "The earlier row counts.")
    if heading.code[:-2] and heading.code[:-2] not in known:
        do = f"Nothing stands above it: {heading.code[:-2]} comes first. The row is left out."
        yield Problem("broken_reference", file, number, "hscode", heading.code, do)


def _stem(word: str) -> str:
    """A word without the ending of its plural."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
