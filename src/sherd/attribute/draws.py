"""Which documented line each hypothesis draws on for each finding.

"Which line does it resemble" and "whose work is that line" are two questions. A hypothesis answers the second
by naming, per feature group or per link class (design, source, assembly), a line, or a maker or country
whose lines are pooled; ``V:X`` is a new variant of X: its design is unknown, its sources and assembly are
those of X's lines; ``U`` is a line that nobody has documented. What it does not name is unknown.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from sherd.model.hypotheses import Hypothesis
from sherd.model.items import Line

UNKNOWN = "U"
VARIANT = "V:"
LINKS = ("design", "source", "assembly")


@frozen
class Draw:
    """The lines that a finding is drawn from under a hypothesis; none is an undocumented line."""

    lines: tuple[str, ...]
    words: str = field(eq=False)


NOBODY = Draw((), "an undocumented line")


def draw(hypothesis: Hypothesis, group: str, link: str, lines: Sequence[Line]) -> Draw:
    """What a hypothesis draws a feature of this group and link class from.

    A draw that names no line, maker or country counts as unknown; ``unresolved`` tells it.
    """
    named = hypothesis.draws.get(group, hypothesis.draws.get(link, UNKNOWN)).strip()
    if named == UNKNOWN or (named.startswith(VARIANT) and link == "design"):
        return NOBODY
    return resolved(named.removeprefix(VARIANT), lines) or NOBODY


def resolved(named: str, lines: Sequence[Line]) -> Draw | None:
    """The line of that id, or else the lines of that maker, or else of that country; ``None`` without any."""
    named = named.strip()
    for found, words in (
        ([line.id for line in lines if named in (line.id, f"{line.case}:{line.id}")], f"line {named}"),
        ([line.id for line in lines if line.maker == named], f"the lines of maker {named}"),
        ([line.id for line in lines if line.country == named], f"the lines of country {named}"),
    ):
        if found:
            return Draw(tuple(sorted(found)), words)
    return None


def unresolved(hypothesis: Hypothesis, lines: Sequence[Line]) -> tuple[str, ...]:
    """The draws of a hypothesis that name no line, maker or country of the case, as ``key = value``."""
    return tuple(
        f"{key} = {named}"
        for key, named in sorted(hypothesis.draws.items())
        if key != "finish" and named.strip() != UNKNOWN
        if resolved(named.strip().removeprefix(VARIANT), lines) is None
    )
