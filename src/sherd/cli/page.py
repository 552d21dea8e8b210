"""What was found of one marking, as a page on the terminal."""

from __future__ import annotations

from collections.abc import Iterator

import click

from sherd.model.identified import Identified, why
from sherd.model.makers import MakerReading
from sherd.model.parts import Candidate

OUTCOMES = {
    "part": "this part",
    "absent": "not in the catalogue",
    "unreadable": "unreadable",
}
COLOURS = {"part": "green", "absent": "yellow", "unreadable": "red"}

LEAST = 0.01
"""Confidence below which a further candidate is not shown; --json and --batch give all."""

MOST = 9
"""Candidates that are shown, and dates."""


def lines(said: Identified) -> Iterator[str]:
    """The page of one marking, line by line."""
    found = said.found
    yield click.style(" / ".join(line.strip() for line in found.marking.split("|")), bold=True)
    answer = f"{OUTCOMES[found.outcome]}: {found.part.mpn}" if found.part else OUTCOMES[found.outcome]
    yield "  " + click.style(answer, fg=COLOURS[found.outcome]) + f"  {found.reason}"
    yield from judged(said)
    for rank, (each, origin) in enumerate(likely(said), 1):
        yield f"  {rank}  {candidate(each, origin)}"
        yield f"     {why(each)}"
    yield from ordering(said)
    yield from label(said)
    yield from dates(said)
    if said.whose is not None:
        yield f"  maker  {whose(said.whose)}"
    for remark in said.remarks:
        yield "  " + click.style(f"does not fit: {remark}", fg="yellow")


def likely(said: Identified) -> list[tuple[Candidate, str]]:
    """The candidates worth a person's look: none of an unreadable marking, all that are near where no part is
    the answer, else the first and those that may be it."""
    if said.found.outcome == "unreadable":
        return []
    near = said.found.outcome == "absent"
    shown = enumerate(said.candidates[:MOST])
    return [pair for n, pair in shown if near or not n or pair[0].confidence >= LEAST]


def candidate(each: Candidate, origin: str) -> str:
    """A candidate in one line."""
    by = " or ".join(each.makers) or "maker not named"
    others = f", also as {', '.join(part.mpn for part in each.variants[:3])}" if each.variants else ""
    return f"{each.mpn}, {by}{others}  score {each.score:.2f}, confidence {each.confidence:.2f}  [{origin}]"


def judged(found: Identified) -> Iterator[str]:
    """What a person decided, if anybody did."""
    if found.judgement is not None:
        said = found.judgement
        yield f"  judged: {said.decision}, by {said.by} on {said.at[:10]}: {said.reason}"


def dates(found: Identified) -> Iterator[str]:
    """Every date that the code allows, with its reason."""
    for reading in found.dates[:MOST]:
        yield f"  made   {reading.interval.words}  weight {reading.weight:.2f}: {reading.reason}"
    if len(found.dates) > MOST:
        yield f"  … and {len(found.dates) - MOST} more dates; --json lists them all"


def ordering(found: Identified) -> Iterator[str]:
    """What the fields of the part's ordering code say, and how far that can be relied on."""
    if (code := found.ordering) and code.fields:
        fields = "; ".join(f"{each.name} {each.text}: {each.meaning or 'not listed'}" for each in code.fields)
        held = "" if found.found.part else "as marked, in no catalogue here: "
        yield f"  code   {held}{code.base}; {fields}"
        yield f"         {code.standing}"


def label(found: Identified) -> Iterator[str]:
    """The fields of a bag's or reel's code, and what of it could not be read."""
    if found.label is not None:
        for each in found.label.fields:
            yield f"  label  {each.name} ({each.identifier}): {each.value}"
        for wrong in found.label.problems:
            yield "  " + click.style(f"label not read: {wrong.read!r}: {wrong.do}", fg="yellow")


def whose(reading: MakerReading) -> str:
    """Brand, maker then and owner today: three answers."""
    then = " or ".join(reading.makers_then) or "not known"
    today = " or ".join(reading.owners_today) or "not known"
    return f"brand {reading.brand}; maker when it was made: {then}; a trace request goes to: {today}"
