"""The ledger: propositions, who asserts, denies, urges or concedes each, when, and who changed sides.

As of a day, only what had been said by then counts. What is reprinted, or rests on one source, counts once
as an origin; every speaker is shown all the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sherd.claims.contradictions import contradictions
from sherd.claims.reprints import origins
from sherd.model.dates import Interval
from sherd.model.provenance import Source
from sherd.model.stances import STANCES, Contradiction, Ledger, LedgerRow, Reversal, Stand, stance


def ledger(stands: Iterable[Stand], sources: Iterable[Source] = (), as_of: Interval | None = None) -> Ledger:
    """Every proposition with its stands, as of a day; contradictions and reversals among them."""
    known = [stand for stand in stands if _by(stand, as_of)]
    sources = tuple(sources)
    told: dict[str, list[Stand]] = defaultdict(list)
    for stand in known:
        told[proposition_of(stand)].append(stand)
    found = contradictions(known)
    return Ledger(
        as_of=as_of,
        rows=tuple(_row(name, said, sources) for name, said in told.items()),
        contradictions=found,
        reversals=tuple(reversals(found)),
    )


def proposition_of(stand: Stand) -> str:
    """The proposition that a stand is on: as the record names it, else in the words of its parts.

    >>> from sherd.model.stances import Matter
    >>> drones = Matter(words="drones", class_="drone")
    >>> proposition_of(Stand(id="C1", speaker="A", party="A", holds=True, action="USE", family="USE",
    ...     actor="Iran", matter=drones, quote="", words=""))
    'Iran use drone'
    """
    if stand.proposition:
        return stand.proposition
    matter = stand.matter
    what = ""
    if matter is not None:
        origin = f"{matter.origin} " if matter.origin else ""
        copied = "copied " if matter.made == "copy" else ""
        what = f" {copied}{origin}{matter.type or matter.class_ or matter.words}"
    to = f" to {stand.recipient}" if stand.recipient else ""
    where = f" in {stand.place}" if stand.place else ""
    return f"{stand.actor or 'someone'} {stand.family.lower().replace('_', ' ')}{what}{to}{where}"


def reversals(found: Sequence[Contradiction]) -> Iterator[Reversal]:
    """The contradictions in which one speaker, or one party, held the opposite, surely on a later day."""
    for pair in found:
        by = _one_voice(pair.a, pair.b)
        before, after = sorted((pair.a, pair.b), key=_by_then)
        if by is None or pair.strength == "tension" or before.said is None or after.said is None:
            continue
        if before.said.last is not None and before.said.last < _when(after) != date.max:
            yield Reversal(before=before, after=after, by=by, reason=_turned(by, before, after))


def _one_voice(a: Stand, b: Stand) -> str | None:
    if a.speaker == b.speaker:
        return a.speaker
    return a.party if a.party == b.party else None


def _when(stand: Stand) -> date:
    return stand.said.first if stand.said and stand.said.first else date.max


def in_time(stand: Stand) -> date:
    """Where a stand belongs among others; what is not dated stands last."""
    return (stand.said.first or stand.said.last if stand.said else None) or date.max


def _by_then(stand: Stand) -> date:
    return (stand.said.last if stand.said else None) or date.max


def _turned(by: str, before: Stand, after: Stand) -> str:
    said = {True: "held it true", False: "denied it"}
    days = [stand.said.words for stand in (before, after) if stand.said]
    return f"{by} {said[bool(before.holds)]} ({days[0]}), and {said[bool(after.holds)]} ({days[1]})"


def _by(stand: Stand, as_of: Interval | None) -> bool:
    """Whether a stand was surely taken by the day; one that is not dated at all is kept."""
    if as_of is None or as_of.last is None or stand.said is None:
        return True
    return stand.said.last is not None and stand.said.last <= as_of.last


def _row(name: str, said: Sequence[Stand], sources: Sequence[Source]) -> LedgerRow:
    independent, dependence = origins(said, sources)
    counts = Counter(stance(stand) for stand in said)
    return LedgerRow(
        proposition=name,
        stands=tuple(sorted(said, key=in_time)),
        speakers=len({stand.speaker for stand in said}),
        independent=independent,
        counts={name: counts[name] for name in STANCES if counts[name]},
        dependence=dependence,
    )
