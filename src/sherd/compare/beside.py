"""Two items laid beside one another within their collection: the matched slots, counted, weighed, in words.

What two records share because they may be one object, or come of one recovery, stays in the list and weighs
nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence, Set

import attrs
from attrs import frozen

from sherd.compare.listed import Listed
from sherd.compare.pair import Match, finding, matches, state_of
from sherd.compare.sharing import Collection
from sherd.model.findings import Finding, PairSummary, State


@frozen(eq=False)
class Beside:
    """Two items with their matched components, each with its state."""

    a: str
    b: str
    matched: tuple[tuple[Match, State], ...]
    collection: Collection

    @classmethod
    def of(
        cls, a: str, b: str, listed_a: Sequence[Listed], listed_b: Sequence[Listed], collection: Collection
    ) -> Beside:
        """Match the components of two items."""
        matched = tuple((match, state_of(match)) for match in matches(listed_a, listed_b))
        return cls(a, b, matched, collection)

    def findings(self) -> tuple[Finding, ...]:
        """Every slot in words, whatever its state."""
        return tuple(in_words(self.a, self.b, match, self.collection) for match, _ in self.matched)

    def telling(self) -> tuple[tuple[Match, float], ...]:
        """The slots that are shared or similar in a part that is no commodity, with its rarity in bans.

        A part of which only the base agrees has the rarity of its base part, at its discount.
        """
        return tuple(
            (match, self._rarity(match))
            for match, state in self.matched
            if state in _AGREE and self._is_informative(match)
        )

    def summary(self) -> PairSummary:
        """How many slots are in each state, and the summed rarity of the parts shared."""
        counts = Counter(state for _, state in self.matched)
        codes = self._shared()
        weights = {
            code: self.collection.parts[code].weight for code, independent in codes.items() if independent
        }
        bases = self._bases(codes.keys())
        score = math.fsum((*weights.values(), *bases.values()))
        return PairSummary(
            a=self.a,
            b=self.b,
            shared=counts["shared"],
            similar=counts["similar"],
            differs=counts["differs"],
            not_examined=counts["not_examined"],
            score=round(score, 6),
            basis=self._basis(codes, weights) + self._of_bases(bases),
        )

    def _shared(self) -> dict[str, bool]:
        """The part numbers that both bear, and whether each is two finds."""
        codes: dict[str, bool] = {}
        for (x, y), state in self.matched:
            if state == "shared" and x and y and x.code:
                codes[x.code] = codes.get(x.code, False) or self.collection.independent(x, y)
        return codes

    def _bases(self, codes: Set[str]) -> dict[str, float]:
        """The base parts, no commodities, that agree in two finds where no ordering code of them does."""
        known = self.collection.bases
        found: dict[str, float] = {}
        for (x, y), state in self.matched:
            name = _base_alone(x, y) if x and y and state == "similar" else None
            base = known.get(name or "")
            if not (x and y and name and base) or not base.informative or codes & set(base.codes):
                continue
            if self.collection.independent(x, y):
                found[name] = base.weight
        return found

    def _of_bases(self, bases: dict[str, float]) -> str:
        if not bases:
            return ""
        ranked = sorted(bases, key=lambda name: (-bases[name], name))
        named = ", ".join(f"{name} ({bases[name]:.2f})" for name in ranked[:NAMED])
        more = f" and {len(ranked) - NAMED} more" if len(ranked) > NAMED else ""
        return f"; alike in base part, not in ordering code, at half their rarity (bans): {named}{more}"

    def _basis(self, codes: dict[str, bool], weights: dict[str, float]) -> str:
        if not codes:
            return "no part number is on both lists"
        words = f"{len(codes)} part number{'s' if len(codes) > 1 else ''} on both lists"
        if weights:
            rarest = min(weights, key=lambda code: (-weights[code], code))
            words += f"; the rarest is {self.collection.parts[rarest].spelling} ({weights[rarest]:.2f} bans)"
        once = len(codes) - len(weights)
        return words + (f"; {once} of them may be one find listed twice and weigh nothing" if once else "")

    def _rarity(self, match: Match) -> float:
        codes = {each.code for each in match if each and each.code}
        if len(codes) == 1:
            return self.collection.parts[codes.pop()].weight
        x, y = match
        base = self.collection.bases.get((_base_alone(x, y) if x and y else None) or "")
        return base.weight if base else 0.0

    def _is_informative(self, match: Match) -> bool:
        x, y = match
        codes = [each.code for each in match if each]
        base = self.collection.bases.get((_base_alone(x, y) if x and y else None) or "")
        parts = self.collection.parts
        return not (base and base.commodity) and all(code and not parts[code].commodity for code in codes)


def _base_alone(x: Listed, y: Listed) -> str | None:
    """The base part in which two components agree, where their ordering codes differ."""
    if not (x.code and y.code and x.number and y.number) or x.code == y.code:
        return None
    return x.number.base if x.number.base == y.number.base else None


def in_words(a: str, b: str, match: Match, collection: Collection) -> Finding:
    """One slot of two items in words, with the caution that two records may be one object."""
    found = finding(a, b, *match)
    x, y = match
    if x and y and found.state in _AGREE and collection.doubts.one_find(x, y):
        return attrs.evolve(found, basis=f"{found.basis}; {_ONE_OBJECT}")
    return found


NAMED = 6
"""So many base parts that agree are named in the sentence of two items; the rest are counted."""

_AGREE = ("shared", "similar")
_ONE_OBJECT = "possibly one object listed twice: not two independent finds"
