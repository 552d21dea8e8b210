"""A published total set against the case: reproduced, differing, or not to be had from it, and why not.

Published totals seldom say what they count. What can be checked is a total that names one unit (entries,
makers, specimens, systems, countries), about a collection that the case records, in the edition that it
records. Everything else is answered with the reason why it cannot be reproduced, never with a number that
looks alike. ``82 % made in or by US`` is one of these: it does not say which of two questions it answers.

To add a word for a unit: a line in ``UNITS``; for a country, in ``COUNTRIES``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from sherd.model.counts import Answer, Checked, Counts, PublishedTotal
from sherd.model.dates import Interval
from sherd.model.record import CaseRecord
from sherd.text import identity

NEAR = 0.051
"""Percentage points by which a rounded share may differ."""

Count = tuple[str, int, int | None]


def check(record: CaseRecord, counts: Counts, published: Iterable[PublishedTotal]) -> tuple[Checked, ...]:
    """Each published total with its answer."""
    case = _Case(record, counts)
    return tuple(_checked(case, each) for each in published)


@frozen(eq=False)
class _Case:
    record: CaseRecord
    counts: Counts

    def publishers(self) -> set[str]:
        return {source.publisher for source in self.record.sources if source.publisher}

    def editions(self) -> list[Interval]:
        return [
            when
            for source in self.record.sources
            for when in (source.published, source.accessed)
            if when is not None
        ]

    def value(self, question: str, names: Iterable[str]) -> int:
        wanted = {identity(name) for name in names}
        groups = self.counts.grouping(question).groups
        return sum(group.entries for group in groups if identity(group.value) in wanted)


def _checked(case: _Case, total: PublishedTotal) -> Checked:
    said = "; ".join(
        f"{name} {value}"
        for name, value in (
            ("n", total.numerator),
            ("of", total.denominator),
            ("share", total.share and f"{total.share.rstrip('%')} %"),
        )
        if value
    )
    why = next((reason for refuse in REFUSALS if (reason := refuse(case, total))), "")
    if why:
        return _answer(total, said, "", "", "cannot", why)
    unit, n, of = _ours(case, total)
    ours = f"n {n}" + (f"; of {of}; share {100 * n / of:.1f} %" if of else "")
    wrong = _differences(total, n, of)
    if wrong:
        return _answer(total, said, ours, unit, "differs", "; ".join(wrong))
    return _answer(total, said, ours, unit, "reproduced", f"counted here in {unit}")


def _answer(total: PublishedTotal, said: str, ours: str, unit: str, answer: Answer, why: str) -> Checked:
    return Checked(
        id=total.id, statement=total.statement, published=said, ours=ours, unit=unit, answer=answer, why=why
    )


def _other_publisher(case: _Case, total: PublishedTotal) -> str:
    known = case.publishers()
    wanted = _names(total.publisher)
    if not wanted or any(wanted & _names(each) for each in known):
        return ""
    held = ", ".join(sorted(known)) or "no publisher"
    return f"counted over the collection of {total.publisher}; the case records {held}"


def _other_edition(case: _Case, total: PublishedTotal) -> str:
    editions = case.editions()
    if not total.published or not editions or _day(total.published) in editions:
        return ""
    held = ", ".join(sorted({each.words for each in editions}))
    return f"published {total.published}; the case holds the edition of {held}"


def _other_scope(case: _Case, total: PublishedTotal) -> str:
    if not total.scope or _WHOLE.search(total.scope):
        return ""
    if _scoped(case, total) is not None:
        return ""
    return f"counted over {total.scope!r}, which is no system or specimen that the case names"


def _several(_case: _Case, total: PublishedTotal) -> str:
    several = "/" in total.numerator or ("," in total.statement and len(_UNIT.findall(total.statement)) > 1)
    return "states several totals in one line: split it into one line for each" if several else ""


def _two_questions(_case: _Case, total: PublishedTotal) -> str:
    if re.search(r"\bin\s*/\s*by\b|\bin or by\b|\bmake\b|\bmade in\b", total.statement, re.IGNORECASE):
        return (
            "does not say whether it counts where the brand has its seat or where the part was made: "
            "two questions, never mixed"
        )
    return ""


def _dispatch(case: _Case, total: PublishedTotal) -> str:
    if not re.search(
        r"\b(via|suppl(?:y|ied)|dispatch\w*|deliver\w*|shipped)\b", total.statement, re.IGNORECASE
    ):
        return ""
    if case.counts.grouping("country of dispatch").answered:
        return ""
    return "asks from where parts were sent; the case records no transfer that names a country"


def _dates(case: _Case, total: PublishedTotal) -> str:
    if not re.search(r"\b(date|dated|made|before|assembled|20[0-9]{2})\b", total.statement, re.IGNORECASE):
        return ""
    if case.counts.total("entries with a published date of manufacture").n:
        return "dates are weighed by their intervals, not counted here: see the dating of the case"
    return "asks when parts were made; no entry of the case has a published date of manufacture"


def _no_unit(_case: _Case, total: PublishedTotal) -> str:
    if _unit(total) is None:
        return "does not say what it counts: entries, parts, makers, specimens or systems"
    return ""


def _distinct_parts(case: _Case, total: PublishedTotal) -> str:
    if _unit(total) == "distinct parts":
        named = case.counts.total("entries with a part number")
        return (
            f"counts distinct parts, and {named.of - named.n:,} of {named.of:,} entries here name none; "
            f"{case.counts.total('distinct parts').n:,} distinct part numbers are a lower bound"
        )
    return ""


def _approximate(_case: _Case, total: PublishedTotal) -> str:
    if not _number(total.numerator) and not _number(total.share):
        return "gives no number that could be reproduced"
    return ""


REFUSALS = (
    _other_publisher,
    _other_edition,
    _several,
    _two_questions,
    _dispatch,
    _dates,
    _other_scope,
    _no_unit,
    _distinct_parts,
    _approximate,
)
"""Why a total cannot be reproduced, the broadest reason first."""


def _ours(case: _Case, total: PublishedTotal) -> Count:
    unit = _unit(total) or "entries"
    if unit == "distinct makers":
        makers = case.counts.total("distinct makers")
        return unit, makers.n, None
    if unit == "specimens":
        return unit, case.counts.total("specimens").n, None
    if unit == "systems":
        return unit, case.counts.total("systems").n, None
    if unit == "distinct countries":
        return unit, len(case.counts.grouping("country of brand").groups), None
    every = _scoped(case, total)
    if _NOT_IDENTIFIED.search(total.statement):
        unnamed = case.counts.total("entries that say the maker is not identified")
        return unit, unnamed.n, unnamed.of
    countries = _countries(total.statement)
    if countries:
        return unit, case.value("country of brand", countries), case.counts.total("entries").n
    makers_named = [
        group for group in case.counts.grouping("maker").groups
        if re.search(rf"(?<!\w){re.escape(group.value)}(?!\w)", total.statement, re.IGNORECASE)
    ]  # fmt: skip
    if makers_named:
        longest = max(makers_named, key=lambda group: len(group.value))
        return unit, longest.entries, case.counts.total("entries").n
    return unit, case.counts.total("entries").n if every is None else every, None


def _scoped(case: _Case, total: PublishedTotal) -> int | None:
    """The entries of the one system or specimen that the scope names; ``None`` where it names none."""
    scope = identity(total.scope)
    for question in ("system", "specimen"):
        for group in case.counts.grouping(question).groups:
            if identity(group.value) == scope:
                return group.entries
    return None


def _differences(total: PublishedTotal, n: int, of: int | None) -> list[str]:
    found = []
    said, among, share = map(_number, (total.numerator, total.denominator, total.share))
    if said is not None and said != n:
        found.append(f"published {total.numerator}, counted {n}")
    if among is not None and of is not None and among != of:
        found.append(f"out of {total.denominator} as published, {of} here")
    if share is not None and of and abs(share - 100 * n / of) > NEAR:
        found.append(f"a share of {total.share} % as published, {100 * n / of:.1f} % here")
    return found


def _unit(total: PublishedTotal) -> str | None:
    """The one unit that a statement names; makers of a country, or unnamed ones, count entries."""
    by_entry = _countries(total.statement) or _NOT_IDENTIFIED.search(total.statement)
    found = _UNIT.search(total.statement)
    if found is None:
        return "entries" if by_entry else None
    unit = next(unit for unit, words in UNITS.items() if re.fullmatch(words, found[0], re.IGNORECASE))
    if by_entry and unit in {"distinct makers", "distinct countries"}:
        return "entries"
    distinct = re.search(r"\b(distinct|unique|different)\b", total.statement, re.IGNORECASE)
    is_entry = re.search(r"\b(ids?|entr\w+|rows?)\b", total.statement, re.IGNORECASE)
    return "distinct parts" if unit == "entries" and distinct and not is_entry else unit


def _countries(statement: str) -> tuple[str, ...]:
    return tuple(
        name
        for names in COUNTRIES
        if re.search(rf"(?<![\w])(?:{'|'.join(map(re.escape, names))})(?![\w])", statement)
        for name in names
    )


def _day(text: str) -> Interval | None:
    try:
        return Interval.parse(text)
    except ValueError:  # "early 2026"
        return None


def _names(publisher: str) -> set[str]:
    return {identity(word) for word in re.findall(r"\w{3,}", publisher)} - _COMMON


def _number(text: str) -> float | None:
    """A number as published; ``None`` for ``> 500``, ``~33`` and other bounds."""
    plain = re.sub(r"(?<=\d)[ ,\u00a0](?=\d{3}\b)", "", text.strip().rstrip("% "))
    return float(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else None


UNITS: Mapping[str, str] = {
    "entries": r"entr(?:y|ies)|components?|component ids|parts?|rows?",
    "distinct makers": r"makers?|manufacturers?|companies|brands?|enterprises",
    "specimens": r"specimens?|weapon units?",
    "systems": r"systems?|(?:weapon )?(?:types?|models?)",
    "distinct countries": r"countries",
}
"""With which words a statement names its unit."""

COUNTRIES: tuple[tuple[str, ...], ...] = (
    ("US", "USA", "United States"),
    ("CN", "China"),
    ("CH", "Switzerland"),
    ("JP", "Japan"),
    ("TW", "Taiwan"),
    ("NL", "Netherlands"),
    ("DE", "Germany"),
    ("KR", "South Korea"),
    ("RU", "Russia"),
    ("IR", "Iran"),
    ("FR", "France"),
    ("IL", "Israel"),
    ("UA", "Ukraine"),
    ("BY", "Belarus"),
    ("CA", "Canada"),
    ("SE", "Sweden"),
    ("AT", "Austria"),
)
"""The names under which a publisher may mean one country, its two-letter code first."""

_UNIT = re.compile(rf"\b(?:{'|'.join(UNITS.values())})\b", re.IGNORECASE)
_WHOLE = re.compile(r"\b(?:whole|all|entire)\b", re.IGNORECASE)
_NOT_IDENTIFIED = re.compile(r"\bnot identified|unidentified\b", re.IGNORECASE)
_COMMON = frozenset(
    map(identity, ("the", "portal", "list", "group", "press", "via", "and", "dataset", "for", "WAR"))
)
