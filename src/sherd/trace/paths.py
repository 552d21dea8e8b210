"""By which roads a component can have come: from its maker over every recorded leg to the recovery.

Every path begins at the maker and ends at the recovery of the weapon. Where the record has no leg, the path
says ``missing``; the leg from the last holder into the weapon says ``not_proven`` until a person has judged
it. A leg that surely ended before one before it began does not follow it. One that ended before the part was
made, or began after the weapon was recovered, is on no road; nor is one that leads back. Both are said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from attrs import define, evolve, field

from sherd.model.items import Recovery
from sherd.model.paths import PROOFS, Leg, Path, Proof, Road, Station
from sherd.trace.network import Network, reached

MOST_PATHS = 64
"""So many paths are laid out; beyond that the road says that there are more."""

MOST_STEPS = 20_000
"""So many legs are tried in search of them."""

LIMIT = (
    "The part was documented in the weapon; a shipment of the same ordering code is not a shipment of this "
    "piece, and no leg into the weapon is proven unless a person has judged it."
)


def road(network: Network) -> Road:
    """The whole road of a component, its paths ordered by how far the weakest leg of each is proven."""
    ends = _Ends(network)
    barred = {leg: why for leg in network.legs if (why := _barred(leg, network)) is not None}
    walk = _Walk(evolve(network, legs=tuple(leg for leg in network.legs if leg not in barred)))
    paths = [ends.whole(found) for found in walk.chains()]
    legs = dict.fromkeys(leg for path in paths for leg in path.legs)
    returns = tuple(leg for leg in walk.returns if leg not in legs)
    paths.sort(key=lambda path: (PROOFS.index(path.weakest), path.missing, len(path.legs)))
    return Road(
        item=network.component.item,
        component=network.component.id,
        part=network.part,
        maker=None if network.maker.id == "maker:" else network.maker.name,
        stations=(*network.stations.values(), *ends.stations),
        legs=tuple(legs),
        paths=tuple(paths),
        more_paths=walk.more,
        limits=(*_limits(network), *barred.values(), *(_back(leg, network) for leg in returns)),
        returns=returns,
        barred=tuple(barred),
    )


def follows(earlier: Leg, later: Leg) -> bool:
    """Whether the second leg can come after the first, as far as their days tell."""
    if earlier.when is None or later.when is None:
        return True
    return not (earlier.when.first and later.when.last and later.when.last < earlier.when.first)


def weakest(legs: Sequence[Leg]) -> Proof:
    """The proof of the least proven leg. Raises ``ValueError`` for no legs."""
    return max((leg.proof for leg in legs), key=PROOFS.index)


def _barred(leg: Leg, network: Network) -> str | None:
    """Why a transfer cannot have brought this piece into the weapon, as its days alone tell."""
    days, made = leg.when, network.component.made_as_published
    event = next((each for each in network.record.events if each.id == network.item.event), None)
    found = event.when if event else None
    if days and days.last and made and made.first and days.last < made.first:
        return f"{leg.row} ({days.words}) was over before the part was made ({made.words}): it is on no path."
    if days and days.first and found and found.last and days.first > found.last:
        return f"{leg.row} ({days.words}) came after the recovery ({found.words}): it is on no path."
    return None


def _back(leg: Leg, network: Network) -> str:
    ends = f"from {network.stations[leg.from_].name} to {network.stations[leg.to].name}"
    return f"{leg.row} ({ends}) leads back to where goods had been: it is on no path."


@define
class _Walk:
    """Finds every chain of transfers that nothing contradicts, each as long as it can be.

    ``more`` says that the search was stopped at its bounds; ``returns`` are legs that led back.
    """

    network: Network
    more: bool = False
    returns: dict[Leg, None] = field(factory=dict)
    _steps: int = 0
    _walked: set[Leg] = field(factory=set)

    def chains(self) -> list[tuple[Leg, ...]]:
        """The chains; the empty one where the record holds no transfer."""
        every = chain.from_iterable(self._from((), at, frozenset({at})) for at in self._starts())
        found = list(islice(chain(every, self._apart()), MOST_PATHS + 1))
        self.more = self.more or len(found) > MOST_PATHS
        return found[:MOST_PATHS] or [()]

    def _from(self, before: tuple[Leg, ...], at: str, seen: frozenset[str]) -> Iterator[tuple[Leg, ...]]:
        self._steps += 1
        if self._steps > MOST_STEPS:
            self.more = True
            return
        after = [
            leg
            for leg in self.network.legs
            if leg.from_ == at and leg not in before and all(follows(each, leg) for each in before)
        ]
        self.returns |= dict.fromkeys(leg for leg in after if leg.to in seen)
        onward = [leg for leg in after if leg.to not in seen]
        if not onward and before:
            yield before
        for leg in onward:
            self._walked.add(leg)
            yield from self._from((*before, leg), leg.to, seen | {leg.to})

    def _apart(self) -> Iterator[tuple[Leg, ...]]:
        """Chains from legs that no chain so far came to, because their days do not follow."""
        for leg in self.network.legs:
            if leg not in self._walked and leg not in self.returns:
                self._walked.add(leg)
                yield from self._from((leg,), leg.to, frozenset({leg.from_, leg.to}))

    def _starts(self) -> list[str]:
        """The maker, every party to which nobody is recorded to have sent, then who is left in a ring."""
        senders = dict.fromkeys(leg.from_ for leg in self.network.legs)
        receivers = {leg.to for leg in self.network.legs}
        maker = self.network.maker.id
        starts = [maker] if maker in senders else []
        starts += [sender for sender in senders if sender not in receivers and sender != maker]
        covered = self._reachable(starts)
        for sender in senders:
            if sender not in covered:
                starts.append(sender)
                covered |= self._reachable([sender])
        return starts

    def _reachable(self, starts: list[str]) -> set[str]:
        found, waiting = set(starts), list(starts)
        while waiting:
            at = waiting.pop()
            onward = {leg.to for leg in self.network.legs if leg.from_ == at} - found
            found |= onward
            waiting += onward
        return found


@define
class _Ends:
    """What stands at either end of every path: the maker before it, weapon and recovery after it."""

    network: Network
    weapon: Station = field(init=False)
    recovery: Station = field(init=False)

    def __attrs_post_init__(self) -> None:
        item = self.network.item
        event = next((each for each in self.network.record.events if each.id == item.event), None)
        self.weapon = Station(id=f"item:{item.id}", kind="weapon", name=item.label, row=item.id)
        self.recovery = Station(
            id=f"event:{event.id}" if event else "event:",
            kind="recovery",
            name=_recovered(event),
            row=event.id if event else None,
        )

    @property
    def stations(self) -> tuple[Station, ...]:
        return self.weapon, self.recovery

    def whole(self, transfers: tuple[Leg, ...]) -> Path:
        """A chain of transfers with its ends."""
        first = transfers[0].from_ if transfers else None
        legs: list[Leg] = []
        if first is not None and first != self.network.maker.id:
            legs.append(self._gap(first))
        legs += transfers
        legs += [self._into_weapon(transfers), self._recovered()]
        stations = (legs[0].from_, *(leg.to for leg in legs))
        return Path(
            stations=stations,
            legs=tuple(legs),
            weakest=weakest(legs),
            missing=sum(leg.proof == "missing" for leg in legs),
            words=self._words(legs),
        )

    def _gap(self, first: str) -> Leg:
        name = self.network.stations[first].name
        return Leg(
            from_=self.network.maker.id,
            to=first,
            kind="gap",
            proof="missing",
            basis=f"no record says how goods of {self.network.maker.name} came to {name}",
        )

    def _into_weapon(self, transfers: tuple[Leg, ...]) -> Leg:
        at = transfers[-1].to if transfers else self.network.maker.id
        proof, basis = reached(self.network.record, transfers[-1].row) if transfers else _NOTHING
        return Leg(from_=at, to=self.weapon.id, kind="reached", proof=proof, basis=basis)

    def _recovered(self) -> Leg:
        item = self.network.item
        known = item.event is not None
        return Leg(
            from_=self.weapon.id,
            to=self.recovery.id,
            kind="recovered",
            proof="documented" if known else "missing",
            basis=f"the recovery of {item.label} is recorded" if known else "no recovery is recorded",
            when=next((e.when for e in self.network.record.events if e.id == item.event), None),
            source=item.source,
        )

    def _words(self, legs: Sequence[Leg]) -> str:
        names = {**self.network.stations, **{each.id: each for each in self.stations}}
        said = [names[legs[0].from_].name]
        for leg in legs:
            when = f", {leg.when.words}" if leg.when and leg.kind == "transfer" else ""
            said.append(f"{_SIGNS[leg.is_known]} {names[leg.to].name} ({leg.proof.replace('_', ' ')}{when})")
        return " ".join(said)


_SIGNS = {True: "→", False: "⇢"}
_NOTHING: tuple[Proof, str] = ("missing", "no record says by which road the component came into the weapon")


def _recovered(event: Recovery | None) -> str:
    if event is None:
        return "recovery not recorded"
    return f"recovery {event.when.words}" if event.when else "recovery, day not stated"


def _limits(network: Network) -> Iterator[str]:
    yield LIMIT
    if network.part is None:
        yield "No ordering code is known for this component, so that no transfer can be joined to it by part."
    elif not network.legs:
        yield f"The record holds no transfer of {network.part}."
    if any(leg.relation == "same_base" for leg in network.legs):
        yield "Some transfers name another ordering code of the same base part: they are inferences."
    if network.maker.row is None and network.maker.id != "maker:":
        yield f"{network.maker.name} is named as published; the record lists no such party."
