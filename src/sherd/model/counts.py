"""Counts that can be checked: how many, of which unit, out of how many, with repeats and without.

A number without its unit and its denominator is a rumour: 784 *entries* that name one maker are not 784
parts, and a share of all entries is not a share of those that name a maker. Where records may be one object,
both numbers stand side by side: as recorded, and with nothing counted twice.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

Unit = Literal["entries", "distinct parts", "distinct makers", "specimens", "systems", "distinct countries"]

Question = Literal[
    "maker",
    "country of brand",
    "country of dispatch",
    "place of manufacture",
    "system",
    "specimen",
]
"""What entries are counted by. The three that name a country are three questions, and never mixed."""

Answer = Literal["reproduced", "differs", "cannot"]


@frozen(kw_only=True)
class Total:
    """``n`` of a unit as recorded, out of ``of`` (``of_what`` says which).

    ``unrepeated``: the same when entries of one publisher's number count once; ``once``: when everything
    counts once that may be one object and that nobody has judged to be two.
    """

    what: str
    unit: Unit
    n: int
    of: int
    of_what: str
    unrepeated: int
    unrepeated_of: int
    once: int
    once_of: int
    basis: str


@frozen(kw_only=True)
class Group:
    """How much of a case one value holds, the value exactly as it is recorded."""

    question: Question
    value: str
    entries: int
    unrepeated: int
    once: int
    parts: int
    specimens: int
    systems: int


@frozen(kw_only=True)
class Grouping:
    """``of`` entries counted by one question: its groups, and how many entries answer it.

    An entry that says nothing, or says that it is not known, does not answer; the latter has a group too.
    """

    question: Question
    unit: Unit = "entries"
    of: int
    answered: int
    groups: tuple[Group, ...]
    basis: str


@frozen(kw_only=True)
class Repeat:
    """One publisher's number that stands on several entries."""

    number: str
    times: int
    entries: tuple[str, ...]


@frozen(kw_only=True)
class MakersJudged:
    """A person's judgement on whether names of makers are one, and what it came to in the counting.

    ``entries`` counts those of each name as published.
    """

    judgement: str
    names: tuple[str, ...]
    entries: tuple[int, ...]
    decision: str
    by: str
    at: str
    reason: str
    came_to: str


@frozen(kw_only=True)
class NearNames:
    """Two names that may be one maker; they are counted apart until a person has judged."""

    a: str
    b: str
    entries_a: int
    entries_b: int
    basis: str


@frozen(kw_only=True)
class Counts:
    """Every total of a case, its groupings, and the audit of what may be counted twice."""

    case: str
    totals: tuple[Total, ...]
    groupings: tuple[Grouping, ...]
    repeats: tuple[Repeat, ...]
    doubtful: int
    near_names: tuple[NearNames, ...]
    makers_judged: tuple[MakersJudged, ...] = ()

    def total(self, what: str) -> Total:
        """The total of that name. Raises ``KeyError``."""
        found = {each.what: each for each in self.totals}
        return found[what]

    def grouping(self, question: str) -> Grouping:
        """The grouping by that question. Raises ``KeyError``."""
        found = {str(each.question): each for each in self.groupings}
        return found[question]


@frozen(kw_only=True)
class PublishedTotal:
    """A total as somebody published it, in the publisher's words."""

    id: str
    publisher: str = ""
    published: str = ""
    scope: str = ""
    statement: str = ""
    numerator: str = ""
    denominator: str = ""
    share: str = ""


@frozen(kw_only=True)
class Checked:
    """A published total set against the case: reproduced, differing, or not to be had from it, and why."""

    id: str
    statement: str
    published: str
    ours: str
    unit: str
    answer: Answer
    why: str
