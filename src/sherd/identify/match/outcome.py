"""This part, no part of the catalogue, or unreadable: and how often such an answer is right.

Two sums of points over the evidence, each term a line of the table ``match_points`` and each turned into a
probability by the logistic function: ``there``, that the marking's part is in the catalogue at all, and
``right``, that the first candidate is it. The points were fitted on markings of known truth, once as they
are and once with the part taken out of the catalogue (``benchmarks/marking_points.py``);
``docs/identify.md`` shows how the stated confidence compares with what was observed on other markings.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from sherd.data import rows
from sherd.identify.match.evidence import TELLING, Column, Evidence

PART, ABSENT, UNREADABLE = 0, 1, 2
OUTCOMES = ("part", "absent", "unreadable")

READABLE = 3
"""Legible letters and digits below which a marking is unreadable, whatever fits it."""

EXPLAINED = 2
"""Signs that the best candidate must have as they are or nearly so, for a marking that can be read at all."""

THERE = 0.015
"""Where ``there`` times ``right`` is below this, the part is said to be absent."""

FLOOR = 0.375
"""Share of its full score below which no part is the answer, whatever the points say.

None of the 1,894 right answers to the markings of MARK-1 lies below it.
"""

FEWEST = 4
"""Signs that a part must have as they are or nearly so, unless all its others are illegible."""

BEGINNING = 5
"""Signs from which on a part that is read rightly as far as it is printed needs no share of the rest."""

PLAIN = 0.05
"""How often, at most, the part is in the catalogue though the marking plainly disagrees with the nearest one,
or though too little of the nearest one is read.

33 of 1,009 markings of MARK-1 and of parts elsewhere that plainly disagree.
"""


DOUBTFUL = 0.5
"""The same where only confusable signs differ and the marking may be right as it stands: open."""


def near(scores: NDArray[np.int32], lengths: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether candidates share enough with a marking to be worth a look where none is the answer.

    ``scores`` in hundredths of a sign, ``lengths`` in signs; both of one shape.
    """
    return np.asarray(scores >= FLOOR * 100 * lengths)


@frozen(eq=False)
class Decided:
    """For each marking: ``outcome`` int8 (an index of OUTCOMES), ``there`` and ``right`` float64.

    ``stands``: whether only confusable signs speak against the first candidate, and it is not the answer
    because the marking may be right as it stands.
    """

    outcome: NDArray[np.int8]
    there: Column
    right: Column
    stands: NDArray[np.bool_]

    @property
    def first(self) -> Column:
        """How often the first candidate is the part; where it is not the answer, far more seldom."""
        return np.asarray(np.where(self.outcome == PART, self.right, self.there * self.right))

    @property
    def confidence(self) -> Column:
        """How often an answer like this one is right: 0 for an unreadable marking."""
        stated = np.where(self.outcome == PART, self.right, 1.0 - self.there)
        return np.asarray(np.where(self.outcome == UNREADABLE, 0.0, stated))


def decide(evidence: Evidence) -> Decided:
    """The outcome of every marking."""
    table = np.array(list(terms(evidence).values()))
    there, right = (_chance(points @ table) for points in _points())
    apart = disagrees(evidence) | too_little(evidence)
    there = np.where(apart, np.minimum(there, np.where(evidence.stands, DOUBTFUL, PLAIN)), there)
    clear = evidence.exact + evidence.alike
    worn = evidence.found & (clear < EXPLAINED) & (evidence.worn > clear)
    outcome = np.where(~evidence.found | (there * right < THERE) | apart, ABSENT, PART)
    outcome = np.where((evidence.legible < READABLE) | worn, UNREADABLE, outcome)
    there, right = np.where(evidence.found, there, 0.0), np.where(evidence.found, right, 0.0)
    return Decided(outcome.astype(np.int8), there, right, evidence.stands & (outcome == ABSENT))


def disagrees(e: Evidence) -> NDArray[np.bool_]:
    """Whether the marking, legible throughout, plainly has another sign where the best candidate has its own.

    A digit for a digit always does, unless the marking shows in other places that it was badly read. A
    catalogue too small (``TELLING``) cannot show by its other part numbers that what stands there must be a
    misreading: against it a letter that does not look like the other, a sign too many or one too few is a
    plain difference as well, and a confusable sign elsewhere is no excuse. A confusable sign alone is none
    where the marking may be right as it stands (``written.stands``): who wrote the catalogue misreads too.
    """
    shifted = e.missing + e.extra
    only = e.digits + e.letters + e.mixed == e.apart
    among_many = (e.apart_digits > 0) & only & (shifted == 0)
    plain = e.stands | np.where(e.spellings < TELLING, e.apart + shifted > 0, among_many)
    return np.asarray(e.found & (e.worn == 0) & plain, bool)


def too_little(e: Evidence) -> NDArray[np.bool_]:
    """Whether so little of the best candidate is read that it is no answer, whatever the lead.

    Its score is below ``FLOOR``, and what is printed is no beginning of it in letters and digits, read as it
    is; or its signs are not all there, and those that are read are fewer than ``FEWEST``, or all one sign, or
    four digits, as any date code has.
    """
    clear = e.exact + e.alike
    mixed = (e.exact_letters > 0) & (e.exact_letters < e.exact)
    begun = mixed & (e.head == 0) & (e.exact >= BEGINNING) & (e.exact == e.length - e.tail)
    four = (e.exact_letters == 0) & (clear <= FEWEST)
    scant = (clear + e.worn < e.length) & ((clear < FEWEST) | (e.kinds < 2) | four)
    return np.asarray(e.found & (scant | ((e.share < FLOOR) & ~begun)), bool)


def terms(e: Evidence) -> dict[str, Column]:
    """What is counted, by name: each a float64 array of shape (markings,)."""
    other = e.digits + e.letters + e.mixed
    as_is, once, more = (other == 0), (other == 1), (other >= 2)
    known = e.unknown == 0
    shifted = e.missing + e.extra
    return {
        "always": np.ones_like(e.share),
        "share": e.share,
        "share_squared": e.share**2,
        "lead_to_1": np.minimum(e.lead, 1),
        "lead_to_3": np.minimum(e.lead, 3),
        "no_lead": 1.0 * (e.lead <= 0),
        "cost": e.cost,
        "cost_root": np.sqrt(e.cost),
        "misread": e.misread,
        "digits": e.digits,
        "letters": e.letters,
        "mixed": e.mixed,
        "alike": e.alike,
        "missing": e.missing,
        "extra": e.extra,
        "worn": e.worn,
        "head": np.minimum(e.head, 6),
        "tail": np.minimum(e.tail, 8),
        "any_head": 1.0 * (e.head > 0),
        "any_tail": 1.0 * (e.tail > 0),
        "before": np.minimum(e.before, 6),
        "after": np.minimum(e.after, 6),
        "any_before": 1.0 * (e.before > 0),
        "any_after": 1.0 * (e.after > 0),
        "exact_log": np.log1p(e.exact),
        "length": np.minimum(e.length, 24),
        "crossed": e.crossed,
        "rare": e.rare,
        "rare_above": np.maximum(e.rare, 0),
        "rarest": e.rarest,
        "strange": e.strange,
        "unknown_to_2": np.minimum(e.unknown, 2),
        "unknown_log": np.log1p(e.unknown),
        "read_as_is": 1.0 * as_is,
        "one_other": 1.0 * once,
        "siblings": e.siblings,
        "one_other_siblings": once * e.siblings,
        "known_siblings": known * e.siblings,
        "siblings_strange": e.siblings * e.strange,
        "one_other_rarest": once * e.rarest,
        "one_other_strange": once * e.strange,
        "one_other_digit": once * e.digits,
        "one_other_unknown": once * np.minimum(e.unknown, 4),
        "more_other_rarest": more * e.rarest,
        "as_is_after": 1.0 * (as_is & (e.after > 0)),
        "as_is_before": 1.0 * (as_is & (e.before > 0)),
        "as_is_shifted": 1.0 * (as_is & (shifted > 0)),
        "as_is_strange": as_is * e.strange,
        "only_alike": 1.0 * ((e.alike == other) & (other > 0)),
        "shifted_strange": shifted * e.strange,
        "known_not_whole": 1.0 * (known & (e.share < 0.999)),
        "known_cost": known * e.cost,
        "known_digits": known * e.digits,
        "known_after": known * np.minimum(e.after, 6),
    }


def _chance(points: Column) -> Column:
    return 1.0 / (1.0 + np.exp(-np.clip(points, -30.0, 30.0)))


@lru_cache(maxsize=1)
def _points() -> tuple[Column, Column]:
    table = rows("match_points")
    there = np.array([float(row["there"]) for row in table])
    right = np.array([float(row["right"]) for row in table])
    return there, right
