"""What was only printed again: one story in three newspapers is one origin, not three.

Two quotes are one where their word shingles agree to four fifths (Jaccard index over runs of three words;
Broder 1997), as copies with a word changed do. Sources that the record says depend on each other are one
origin as well, and it says how: the same agency story, the same underlying evidence. What one speaker says
twice has one origin, wherever it is printed, and so has a headline with what it repeats. Those who speak for
one state or house are one voice: a ministry bears out no word of its own spokesman.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import define, field

from sherd.model.provenance import Source
from sherd.model.stances import Stand

RUN = 3
"""Words in a shingle."""

NEAR = 0.8
"""From which Jaccard index on two quotes are one."""

SHORTEST = 5
"""A quote of fewer words is too short to tell a reprint from two people who say the same."""

UNNAMED = "(unnamed)"
"""How the name ends that a text's words give to somebody whom it does not name."""


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of three words of a text, folded; empty for a text of fewer than five words.

    >>> len(shingles("We have not given any drones to Russia"))
    6
    """
    words = re.findall(r"\w+", text.casefold())
    if len(words) < SHORTEST:
        return frozenset()
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def alike(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> float:
    """The Jaccard index of two sets of shingles; 0 where either is empty."""
    return len(a & b) / len(a | b) if a and b else 0.0


def origins(stands: Sequence[Stand], sources: Iterable[Source]) -> tuple[int, tuple[str, ...]]:
    """How many independent origins the stands have, and why some count once, in sentences."""
    by_id = {source.id: source for source in sources}
    groups = _Groups({stand.id: stand.id for stand in stands})
    groups.join_reprints(stands)
    groups.join_sources(stands, by_id)
    groups.join_repeated(stands)
    groups.join_speakers(stands)
    groups.join_parties(stands)
    return len({groups.root(stand.id) for stand in stands}), tuple(groups.reasons)


@define
class _Groups:
    """Stands joined into origins."""

    parent: dict[str, str]
    reasons: list[str] = field(factory=list)

    def root(self, id_: str) -> str:
        while self.parent[id_] != id_:
            id_ = self.parent[id_]
        return id_

    def join(self, a: str, b: str, why: str) -> None:
        one, other = self.root(a), self.root(b)
        if one != other:
            self.parent[other] = one
            self.reasons.append(why)

    def join_reprints(self, stands: Sequence[Stand]) -> None:
        """Join quotes that are one, found by the shingles that they share."""
        said = {stand.id: shingles(stand.quote) for stand in stands}
        holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for id_, runs in said.items():
            near = {other for run in runs for other in holders[run]}
            for other in sorted(near):
                score = alike(said[id_], said[other])
                if score >= NEAR:
                    self.join(other, id_, f"{id_} reprints {other} ({score:.0%} of the word runs agree)")
            for run in runs:
                holders[run].append(id_)

    def join_sources(self, stands: Sequence[Stand], sources: Mapping[str, Source]) -> None:
        """Join stands whose sources depend on each other, whichever comes first in the record.

        Two statements in one publication on which nothing else depends are two statements.
        """
        of: dict[str, list[tuple[Stand, str | None]]] = defaultdict(list)
        for stand in stands:
            origin, how = _origin(stand.source, sources)
            if origin is not None:
                of[origin].append((stand, how))
        for origin, told in of.items():
            own = next((stand for stand, how in told if how is None), told[0][0])
            for stand, how in told:
                if how is not None and stand is not own:
                    why = f"{stand.id} comes from {stand.source}, which depends on {origin} ({how})"
                    self.join(own.id, stand.id, why)

    def join_repeated(self, stands: Sequence[Stand]) -> None:
        """Join a headline or caption with what it repeats, though another is named for it."""
        for stand in stands:
            if stand.dup_of in self.parent:
                self.join(stand.dup_of, stand.id, f"{stand.id} repeats {stand.dup_of}")

    def join_speakers(self, stands: Sequence[Stand]) -> None:
        """Join what one speaker says; nothing shows that unnamed ones of one description are several."""
        by: dict[str, list[str]] = defaultdict(list)
        for stand in stands:
            by[stand.speaker].append(stand.id)
        for speaker, ids in by.items():
            apart = {self.root(id_): id_ for id_ in reversed(ids)}
            first, *others = sorted(apart.values(), key=ids.index)
            may = "may be of one speaker" if speaker.endswith(UNNAMED) else "are of one speaker"
            for other in others:
                self.join(first, other, f"{first} and {other} {may}, {speaker}")

    def join_parties(self, stands: Sequence[Stand]) -> None:
        """Join what is said for one state or house, by whoever speaks for it."""
        by: dict[str, str] = {}
        for stand in stands:
            first = by.setdefault(stand.party, stand.id)
            self.join(first, stand.id, f"{first} and {stand.id} are both said for {stand.party}")


def _origin(id_: str | None, sources: Mapping[str, Source]) -> tuple[str | None, str | None]:
    """The source at the end of what a source depends on, and how it depends.

    Sources that depend on each other in a ring are one origin, called by the first of their ids.
    """
    how: str | None = None
    seen: list[str] = []
    while id_ is not None and id_ in sources and id_ not in seen:
        seen.append(id_)
        if sources[id_].depends_on is None:
            break
        how = how or sources[id_].depends_how or "how is not said"
        id_ = sources[id_].depends_on
    return (min(seen[seen.index(id_) :]) if id_ in seen and sources[id_].depends_on else id_), how
