"""Which column of a catalogue holds what: known by its heading, or asked for, and never guessed.

``MPN`` is a part number wherever it stands. ``Mfr`` is the maker in one catalogue and the part number in the
next, so it is taken only where the user says which (``--columns mpn=Mfr``). To teach sherd a heading that
can mean one thing only: a word in ``KNOWN``, a line in ``tests/identify/test_catalogue_columns.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from attrs import frozen

from sherd.identify.catalogue.entry import FIELDS, trouble
from sherd.model.problems import Problem

HEADER = 1
"""The row of a table in which its headings stand."""


class ColumnsAsked(ValueError):
    """What the user says of columns cannot be read."""


@frozen
class Columns:
    """Where each field stands: its place among the cells, its heading, and the headings that are not read."""

    places: Mapping[str, int]
    headings: Mapping[str, str]
    unread: tuple[str, ...] = ()

    def said(self, cells: Sequence[object]) -> dict[str, object]:
        """What a row says, by field; a row that is too short says nothing of its last fields."""
        return {field: cells[place] for field, place in self.places.items() if place < len(cells)}


def asked(text: str) -> dict[str, str]:
    """The columns as a user asks for them: ``mpn=Part,manufacturer=Brand``; ``manufacturer=`` for none.

    Raises ``ColumnsAsked`` saying what is wrong.

    >>> asked("mpn=Mfr. Part, manufacturer=")
    {'mpn': 'Mfr. Part', 'manufacturer': ''}
    """
    found: dict[str, str] = {}
    for piece in text.split(","):
        field, equals, heading = (part.strip() for part in piece.partition("="))
        if not equals or field not in FIELDS:
            raise ColumnsAsked(f"{piece.strip()!r} is not FIELD=HEADING with one of {', '.join(FIELDS)}")
        if field in found:
            raise ColumnsAsked(f"{field} is asked for twice")
        if field == "mpn" and not heading:
            raise ColumnsAsked("the part number must stand somewhere: mpn=HEADING")
        found[field] = heading
    return found


def columns(headings: Sequence[str], said: Mapping[str, str], file: str) -> Columns | tuple[Problem, ...]:
    """Find the columns of a table, or say what keeps it from being read.

    ``said`` is what the user asks for, by field. An optional field that no heading can mean is left empty.

    >>> columns(["LCSC Part", "MFR.Part", "Manufacturer"], {}, "parts.csv").headings
    mappingproxy({'mpn': 'MFR.Part', 'manufacturer': 'Manufacturer'})
    >>> [problem.code for problem in columns(["mfr", "price"], {}, "parts.csv")]
    ['ambiguous_heading']
    """
    places: dict[str, int] = {}
    problems: list[Problem] = []
    for field in FIELDS:
        found = (
            _asked_for(field, headings, said[field], file) if field in said else _known(field, headings, file)
        )
        if isinstance(found, Problem):
            problems.append(found)
            if field == "mpn":  # the answer settles other headings too
                break
        elif found is not None:
            places[field] = found
    if problems:
        return tuple(problems)
    used = set(places.values())
    unread = tuple(heading for place, heading in enumerate(headings) if place not in used and heading.strip())
    named = {field: headings[place].strip() for field, place in places.items()}
    return Columns(MappingProxyType(places), MappingProxyType(named), unread)


def _asked_for(field: str, headings: Sequence[str], heading: str, file: str) -> int | Problem | None:
    if not heading:
        return None
    exact = [place for place, each in enumerate(headings) if each.strip() == heading]
    found = exact or [place for place, each in enumerate(headings) if folded(each) == folded(heading)]
    if len(found) == 1:
        return found[0]
    if found:
        do = "give each column a heading of its own; this one stands twice"
        return trouble("ambiguous_heading", file, HEADER, heading, heading, do)
    do = f"{field} was asked for under this heading; there are {_listed(headings)}"
    return trouble("missing_column", file, HEADER, heading, "", do)


def _known(field: str, headings: Sequence[str], file: str) -> int | Problem | None:
    sure = [place for place, each in enumerate(headings) if folded(each) in KNOWN[field]]
    if len(sure) == 1:
        return sure[0]
    maybe = sure or [place for place, each in enumerate(headings) if _may_mean(field, each)]
    if maybe:
        choices = [headings[place].strip() for place in maybe]
        or_none = "" if field == "mpn" else f", or {field}= for none"
        do = f"say which column holds the {field}: " + " or ".join(
            f"--columns {field}={each}" for each in choices
        )
        return trouble("ambiguous_heading", file, HEADER, ", ".join(choices), "", do + or_none)
    if field != "mpn":
        return None
    do = f"say which column holds the part number: --columns mpn=HEADING; there are {_listed(headings)}"
    return trouble("missing_column", file, HEADER, field, "", do)


def _may_mean(field: str, heading: str) -> bool:
    """Whether a heading that is not known for sure can mean this field, and is not known for another."""
    known = any(folded(heading) in words for words in KNOWN.values())
    return not known and folded(heading) in UNSURE.get(field, frozenset())


def folded(heading: str) -> str:
    """A heading without case, blanks and punctuation.

    >>> folded("Mfr. Part #")
    'mfrpart'
    """
    return "".join(sign for sign in heading.casefold() if sign.isalnum())


def _listed(headings: Sequence[str], most: int = 20) -> str:
    named = [heading.strip() for heading in headings if heading.strip()]
    return (", ".join(named[:most]) + (" …" if len(named) > most else "")) or "no headings at all"


def _words(text: str) -> frozenset[str]:
    return frozenset(map(folded, text.split("|")))


KNOWN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "mpn": _words(
            "mpn|manufacturer part number|manufacturer part no|manufacturer part|mfr part number|mfr part no"
            "|mfr part|mfg part number|mfg part no|mfg part|part number|part no|ordering code"
            "|orderable part number|mfr pn|mfg pn"
        ),
        "manufacturer": _words(
            "manufacturer|manufacturer name|maker|mfr name|mfg name|mfrname|manufacturers|brand name"
        ),
        "category": _words("category|product category|part category|categories"),
        "source": _words("source|data source"),
        "licence": _words("licence|license"),
    }
)
"""Headings that mean one thing only, by field, folded."""

UNSURE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "mpn": _words(
            "mfr|mfg|mf|part|parts|name|value|number|code|article|item|device|component|model|type|product|pn"
        ),
        "manufacturer": _words("mfr|mfg|mf|make|brand|vendor|supplier|company|producer"),
    }
)
"""Headings that can mean a field and can mean something else."""
