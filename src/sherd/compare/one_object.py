"""How probable it is that two records are one physical object, from what they have in common; with reasons.

What two different objects have in common by chance depends on the sign: a serial number is given once, a
lot text to thousands. For each sign there is a lower and an upper chance that two *different* objects agree
in it, and a chance that two records of *one* object do. Their ratio, and how often records repeat one another
at all, give a lower and an upper probability. Where they lie far apart, as for one lot, that is the answer:
it cannot be told without looking. Nothing is decided here; a person judges, and until then the two count
once.

The chances are assumptions, declared here and printed with every result; what the case itself shows (how many
other units of the part bear which lots) narrows them. To add a sign: a line in ``SIGNS`` and in ``CHANCES``.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from sherd.model.findings import OneObject

REPEATED = (0.001, 0.05)
"""Of two records that could be one object (the same part, or items of one system), how many are: 1 in 1,000
to 1 in 20. An assumption: who knows better how a list was made weighs ``ratio_low`` and ``ratio_high``."""

FURTHER_LOT = (0.05, 0.7)
"""How often two different objects that agree in one lot agree in the lot of another part too: parts come
together in one delivery."""

OTHER_LOT = (0.1, 0.4)
"""How often two records of one object give different lots for a part on both: misread, or two pieces."""

ENOUGH = 10
"""Lots that must be known of other pairs of items before these say how often further lots agree."""


@frozen
class Sign:
    """Chances of agreement: for two ``different`` objects, from and to; for two records of the ``same``."""

    different: tuple[float, float]
    same: float
    words: str


SIGNS: Mapping[str, Sign] = {
    "serial": Sign((1e-6, 1e-3), 0.9, "two objects bear one serial once in 1,000,000 to once in 1,000 pairs"),
    "entry": Sign((1e-6, 1e-3), 0.99, "a number is given to two entries at most once in 1,000 pairs"),
    "photograph": Sign((1e-4, 1e-2), 0.9, "a photograph is filed for two objects at most once in 100 pairs"),
    "specimen": Sign((1e-3, 0.2), 0.8, "two specimens bear one text once in 1,000 to once in 5 pairs"),
    "lot": Sign((1e-3, 0.2), 0.8, "units bought apart share a lot once in 1,000, bought together once in 5"),
}  # fmt: skip


@frozen
class Agreement:
    """The lots of parts that two items both list: how many ``agree``, how many ``differ``."""

    agree: int
    differ: int


class Lots:
    """Which lots each item bears on each base part: what chance agreement looks like in this case."""

    def __init__(self, borne: Iterable[tuple[str, str, str]]) -> None:
        self._units: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._items: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._asked: dict[frozenset[str], Agreement] = {}
        for item, base, lot in borne:
            self._units[base][lot] += 1
            self._items[item][base].add(lot)

    def others(self, base: str) -> tuple[int, int]:
        """Of all pairs of units of a part but one pair that agrees: how many agree, how many there are."""
        counts = self._units[base]
        units = sum(counts.values())
        agree = sum(math.comb(n, 2) for n in counts.values())
        return max(0, agree - 1), max(0, math.comb(units, 2) - 1)

    def ask(self, a: str, b: str) -> Agreement:
        """How the lots of two items compare, part by part; what one of them does not bear says nothing."""
        pair = frozenset((a, b))
        if pair not in self._asked:
            one, other = self._items[a], self._items[b]
            both = [base for base in one.keys() & other.keys() if base]
            agree = sum(bool(one[base] & other[base]) for base in both)
            self._asked[pair] = Agreement(agree, len(both) - agree)
        return self._asked[pair]

    def further(self, a: str, b: str) -> tuple[int, int]:
        """Of other pairs of items that were asked about: how many further lots agree, out of how many."""
        others = [each for pair, each in self._asked.items() if pair != frozenset((a, b)) and each.agree]
        agree = sum(each.agree - 1 for each in others)
        return agree, agree + sum(each.differ for each in others)


@frozen
class Seen:
    """What is known of the lots around one question.

    ``lots``: those of the two items; ``units``: of other pairs of units of the part, how many agree out of
    how many; ``further``: the same of further lots, over other pairs of items that agree in one.
    """

    lots: Agreement = Agreement(1, 0)
    units: tuple[int, int] = (0, 0)
    further: tuple[int, int] = (0, 0)


def judged_by_chance(signs: Sequence[str], seen: Seen) -> OneObject | None:
    """The probability that two records with these signs are one object; ``None`` where a person only asks.

    >>> found = judged_by_chance(["lot"], Seen())
    >>> round(found.low, 3), round(found.high, 3)
    (0.004, 0.977)
    """
    known = [sign for sign in dict.fromkeys(signs) if sign in SIGNS]
    if not known:
        return None
    terms = [*(_agreeing(sign, seen) for sign in known), *_further(known, seen), *_differing(seen)]
    low, high = math.fsum(term[0] for term in terms), math.fsum(term[1] for term in terms)
    rare, common = REPEATED
    taken = "of two records that could be one object, 1 in 1,000 to 1 in 20 are taken to be"
    return OneObject(
        low=_probability(rare, low),
        high=_probability(common, high),
        ratio_low=low,
        ratio_high=high,
        reasons=(*(term[2] for term in terms), taken),
    )


Term = tuple[float, float, str]
"""What one circumstance adds, at least and at most (bans), and the sentence for it."""


def _agreeing(sign: str, seen: Seen) -> Term:
    (fewest, most), same, words = SIGNS[sign].different, SIGNS[sign].same, SIGNS[sign].words
    agree, pairs = seen.units
    if sign == "lot" and pairs:
        most = max(fewest, min(most, (agree + 0.5) / (pairs + 1)))
        words += f"; of {pairs:,} other pairs of units of this part that bear a lot, {agree:,} agree"
    return math.log10(same / most), math.log10(same / fewest), words


def _further(known: Sequence[str], seen: Seen) -> Iterator[Term]:
    n = seen.lots.agree - ("lot" in known)
    if n < 1:
        return
    fewest, most = FURTHER_LOT
    agree, out_of = seen.further
    words = f"{n} further lots agree; one delivery brings that about for up to 7 of 10"
    if out_of >= ENOUGH:
        most = max(fewest, min(most, (agree + 0.5) / (out_of + 1)))
        words = f"{n} further lots agree; in other pairs of items, {agree:,} of {out_of:,} further lots do"
    same = SIGNS["lot"].same
    yield n * math.log10(same / most), n * math.log10(same / fewest), words


def _differing(seen: Seen) -> Iterator[Term]:
    n = seen.lots.differ
    if n:
        words = f"{n} parts that both list bear different lots, which speaks against one object"
        low, high = (math.log10(chance / (1 - SIGNS["lot"].different[1])) for chance in OTHER_LOT)
        yield n * low, n * min(0.0, high), words


def _probability(prior: float, ratio: float) -> float:
    odds = prior / (1 - prior) * 10**ratio
    return odds / (1 + odds)
