"""What a weight is called, and the sentences that a conclusion may be put in.

A sentence says how probable the findings are under each hypothesis, never how probable a hypothesis is.
The verbal scale is data with a version (ENFSI 2015). Source-level evidence reaches as far as the
hypotheses were phrased: never to who supplied a thing, nor to a state's responsibility.
"""

from __future__ import annotations

import math
from functools import cache

from sherd.data import rows
from sherd.model.hypotheses import Hypothesis, reach
from sherd.model.weights import Refusal

ROUNDING = 1e-12
"""A likelihood ratio of 10 is ten, though the sum of its logarithms may fall short of 1 by a last digit."""

NO_CONCLUSION = "no conclusion"

OPENINGS = {
    "documented": "",
    "partial": "Custody of the object is documented in part only. "
    "Assuming that it was not altered where its custody is not documented, ",
    "not_published": "Assuming the object is as its publisher describes it, ",
    "unknown": "Assuming the object is as its publisher describes it, ",
    "broken": "Custody of the object is broken: this is an investigative lead only. "
    "Assuming the object is as its publisher describes it, ",
}
"""How every conclusion opens, by custody status."""


@cache
def _scale() -> tuple[tuple[float, str], ...]:
    return tuple((math.log10(float(row["lr_from"])), row["words"]) for row in rows("verbal_scale"))


def scale_name() -> str:
    """Name and version of the verbal scale."""
    first = rows("verbal_scale")[0]
    return f"{first['scale']} {first['version']}"


def expression(weight: float) -> str:
    """The verbal expression for a weight in bans, whichever side it is on.

    >>> expression(1.3850698697), expression(-0.2)
    ('moderate support', 'does not support one over the other')
    """
    return next(words for least, words in reversed(_scale()) if abs(weight) + ROUNDING >= least)


def supports(weight: float) -> bool:
    """Whether a weight supports one side: its likelihood ratio is at least 2, or at most ½."""
    return abs(weight) + ROUNDING >= _scale()[1][0]


def times(weight: float) -> str:
    """How many times more probable, to two figures, never rounded up.

    >>> times(1.3850698697), times(0.35), times(3.2452906809)
    ('24', '2.2', '1,700')
    """
    if abs(weight) + ROUNDING >= 6:
        return f"10^{int(abs(weight) + ROUNDING)}"
    lr = 10.0 ** abs(weight)
    unit = 10.0 ** (math.floor(math.log10(lr)) - 1)
    cut = math.floor(lr / unit + 1e-9) * unit
    return f"{cut:,.0f}" if cut >= 10 else f"{cut:.1f}"


def sentence(h1: Hypothesis, h2: Hypothesis, reported: float, default: float, ceiling: float, n: int) -> str:
    """What a pair of hypotheses that is not refused comes to, with the collection's own limit beside it."""
    best, other = (h1, h2) if reported > 0 else (h2, h1)
    return (
        f"the findings are at least {times(reported)} times more probable if {_named(best)} is true than if "
        f"{_named(other)} is ({times(default)} times at the default settings): {expression(reported)} "
        f"for {best.id} over {other.id}. {limit(ceiling, n)}"
    )


def limit(ceiling: float, n: int) -> str:
    """What the reference collection itself can verify, n independent units being argued against."""
    if not supports(ceiling):
        return f"The collection (n = {n}) cannot itself verify support for either."
    return f"The collection (n = {n}) can itself verify no more than {expression(ceiling)}."


def refusal_sentence(h1: Hypothesis, h2: Hypothesis, refused: tuple[Refusal, ...]) -> str:
    """That no conclusion is given on a pair, and why."""
    return f"no conclusion is given on {h1.id} against {h2.id}: {'; '.join(r.reason for r in refused)}."


def opened(custody: str, words: str) -> str:
    """A conclusion with the opening that the item's custody demands.

    >>> opened("documented", "the findings weigh nothing.")
    'The findings weigh nothing.'
    """
    whole = OPENINGS.get(custody, OPENINGS["unknown"]) + words
    return whole[:1].upper() + whole[1:]


def reach_sentence(levels: set[str | None]) -> str:
    """How far the conclusions reach, for the reader."""
    rung = reach(levels).replace("_", " ")
    return (
        f"The hypotheses reach as far as “{rung}”; nothing here says who supplied it or which state answers "
        "for it."
    )


def _named(hypothesis: Hypothesis) -> str:
    return f"{hypothesis.id} ({hypothesis.words})"
