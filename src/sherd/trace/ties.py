"""From a party, tie by tie, to the listed parties over it or under it, as of the days asked about.

A path leads one way: upwards to owners, controllers and directors, to the head of a branch, the principal of
an agent, the predecessor of a successor; or downwards, the other way round. That two parties have one owner
is no path. A tie that surely did not hold on the days is no leg; one whose days leave it open is, and says
so. Shares stand leg by leg and are never multiplied: what they amount to is for law and a person.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import define, field, frozen

from sherd.model.dates import Interval
from sherd.model.listed import ListedTie, ListEntry
from sherd.model.provenance import Source
from sherd.model.supply import Listing, Party, Tie, surely
from sherd.model.ties import HeldLeg, ListedEnd, Over, Standing, TiedParty, TieLeg, TiePath
from sherd.trace.history import Held, Listed
from sherd.trace.timing import order

MOST_TIE_PATHS = 32
"""So many paths are laid out for one party and one day; beyond that it is said that there are more."""

MOST_TIE_STEPS = 5_000
"""So many ties are tried in search of them."""

WAYS: tuple[Over, ...] = ("over", "under")

Ends = Callable[[TiedParty], Sequence[ListedEnd]]
"""The lists on which a party stood, or may have, on the days asked about."""


@define(eq=False)
class Ties:
    """Parties by id, with the ties between them."""

    parties: Mapping[str, TiedParty]
    legs: tuple[TieLeg, ...]
    _onward: dict[Over, dict[str, list[TieLeg]]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._onward = {way: {} for way in WAYS}
        for leg in self.legs:
            upper, lower = leg.ends
            both = leg.relation == "linked"
            for at in (lower, upper) if both else (lower,):
                self._onward["over"].setdefault(at, []).append(leg)
            for at in (upper, lower) if both else (upper,):
                self._onward["under"].setdefault(at, []).append(leg)

    def onward(self, at: str, way: Over) -> Iterator[tuple[TieLeg, str]]:
        """Every tie that leads on from a party that way, with the party it leads to."""
        for leg in self._onward[way].get(at, ()):
            yield leg, leg.of if leg.party == at else leg.party


@frozen
class Found:
    """The paths of one party on some days; ``more`` says that the search was stopped at its bounds."""

    paths: tuple[TiePath, ...] = ()
    more: bool = False


def standing(leg: TieLeg, when: Interval | None) -> Standing | None:
    """How a tie stood on some days; None where it surely did not hold."""
    match order(when, leg.days, leg.sure):
        case "during":
            return "held"
        case "overlaps" | "not_dated":
            return "not shown"
        case _:
            return None


def chains(ties: Ties, start: str, when: Interval | None, way: Over) -> Iterator[tuple[HeldLeg, ...] | None]:
    """Every chain of ties from a party that way, short ones first; None at the end where there are more."""
    waiting: deque[tuple[str, tuple[HeldLeg, ...], frozenset[str]]] = deque([(start, (), frozenset({start}))])
    steps = 0
    while waiting:
        at, before, seen = waiting.popleft()
        for leg, to in ties.onward(at, way):
            how = standing(leg, when)
            if how is None or to in seen:
                continue
            steps += 1
            if steps > MOST_TIE_STEPS:
                yield None
                return
            names = {each: ties.parties[each].name for each in (leg.party, leg.of)}
            chain = (*before, HeldLeg(leg=leg, party=names[leg.party], of=names[leg.of], standing=how))
            yield chain
            waiting.append((to, chain, seen | {to}))


def paths(ties: Ties, start: str, when: Interval | None, ends: Ends) -> Found:
    """Every path from a party to a listed one, upwards before downwards, short ones first."""
    found: list[TiePath] = []
    party = ties.parties[start]
    for way in WAYS:
        for chain in chains(ties, start, when, way):
            if chain is None:
                return Found(tuple(found), more=True)
            last = ties.parties[_far(chain, start)]
            for end in ends(last):
                if len(found) == MOST_TIE_PATHS:
                    return Found(tuple(found), more=True)
                found.append(TiePath(party=party, way=way, legs=chain, end=end))
    return Found(tuple(found))


def _far(chain: tuple[HeldLeg, ...], start: str) -> str:
    """The party at which a chain ends."""
    at = start
    for each in chain:
        at = each.leg.of if each.leg.party == at else each.leg.party
    return at


# -- of a record ---------------------------------------------------------------------------------------------


def party_id(case: str, id_: str) -> str:
    """What a party of a case is called among the parties of all cases and lists."""
    return f"case {case}|{id_}"


def recorded(
    case: str,
    parties: Iterable[Party],
    ties: Iterable[Tie],
    sources: Mapping[str, Source],
    called: Callable[[str, str], str] = party_id,
) -> tuple[tuple[TiedParty, ...], tuple[TieLeg, ...]]:
    """The parties of a case that have ties, and these; a tie to a party that is not there is left out.

    ``called`` makes of a case and the id of one of its parties what the party is called here.
    """
    known = {each.id: each for each in parties}
    kept = [each for each in ties if each.party in known and each.of in known and each.party != each.of]
    tied = dict.fromkeys(end for each in kept for end in (each.party, each.of))
    legs = (_leg(each, sources, lambda id_: called(case, id_)) for each in kept)
    return tuple(_party(case, known[id_], called(case, id_)) for id_ in tied), tuple(legs)


def _party(case: str, party: Party, id_: str) -> TiedParty:
    more = (party.transliteration, *party.aliases)
    return TiedParty(
        id=id_,
        name=str(party.name),
        where=f"case {case}",
        row=party.id,
        names=tuple(dict.fromkeys(str(each) for each in (party.name, *more) if each)),
        kind=str(party.kind_ or ""),
        country=str(party.country or ""),
        numbers=party.numbers,
    )


def _leg(tie: Tie, sources: Mapping[str, Source], called: Callable[[str], str]) -> TieLeg:
    source = sources.get(tie.source or "")
    proof = str(tie.proof)
    basis = proof.replace("_", " ")
    if source is not None:
        where = f", {tie.locator}" if tie.locator else ""
        basis += f" in {source.title}{where}"
    elif proof == "documented":
        proof, basis = "asserted", "recorded as documented, but no source is named"
    return TieLeg(
        party=called(tie.party),
        relation=str(tie.relation),
        of=called(tie.of),
        share=tie.share,
        days=tie.days,
        sure=tie.surely,
        dated=tie.days.words if tie.from_ or tie.to_ else "days not recorded",
        proof=proof,
        basis=f"{basis}: {tie.id}",
        row=tie.id,
        source=tie.source,
    )


def recorded_end(
    listing: Listing, party: str, when: Interval | None, sources: Mapping[str, Source]
) -> ListedEnd | None:
    """A listing of the record as the end of a path; None where its party surely was not on the list then."""
    how = order(when, listing.days, listing.surely)
    if how in {"before", "after"}:
        return None
    source = sources.get(listing.source or "")
    by = f" in {source.title}" if source else ""
    return ListedEnd(
        party=party,
        list_=str(listing.list_),
        entry=str(listing.entry or ""),
        programme=str(listing.programme or ""),
        listed=listing.days.words,
        from_=listing.from_,
        to_=listing.to_,
        standing="listed" if how == "during" else "not shown",
        how="recorded",
        basis=f"recorded{by}: {listing.id}",
        row=listing.id,
    )


# -- as lists tell them --------------------------------------------------------------------------------------


@frozen
class ToldByLists:
    """The parties of lists that have ties, these, and the entries that such a party is, by its id."""

    parties: tuple[TiedParty, ...] = ()
    legs: tuple[TieLeg, ...] = ()
    listed: Mapping[str, tuple[Listed, ...]] = field(factory=dict)


def told_by_lists(held: Sequence[Held], listed: Iterable[Listed]) -> ToldByLists:
    """The ties that editions of lists tell of: asserted by the list, each as the newest edition says it."""
    parties: dict[str, TiedParty] = {}
    legs: dict[tuple[str, str, str, str], TieLeg] = {}
    ids: dict[str, list[str]] = {}
    for each in sorted(held, key=lambda one: (one.seen, one.id)):
        named = {entry.entry_id: entry for entry in (*each.edition.beside, *each.edition.entries)}
        for tie in each.edition.ties:
            if {tie.party, tie.of} <= named.keys() and tie.party != tie.of:
                for end in (tie.party, tie.of):
                    party = _listed_party(each.edition.list_, named[end])
                    parties[party.id] = party
                    ids.setdefault(end, []).append(party.id)
                leg = _told(each, tie)
                legs[leg.party, leg.relation, leg.of, leg.dated] = leg
    found: dict[str, list[Listed]] = {}
    for one in listed:
        for id_ in dict.fromkeys(ids.get(one.entry.entry_id, ())):
            found.setdefault(id_, []).append(one)
    return ToldByLists(
        tuple(parties.values()), tuple(legs.values()), {id_: tuple(each) for id_, each in found.items()}
    )


def _listed_party(list_: str, entry: ListEntry) -> TiedParty:
    return TiedParty(
        id=f"list {list_}|{entry.entry_id}",
        name=entry.name,
        where=f"list {list_}",
        row=entry.entry_id,
        names=tuple(name.text for name in entry.names),
        kind=entry.party,
        country=entry.countries[0] if entry.countries else "",
        numbers=entry.identifiers,
    )


def _told(held: Held, tie: ListedTie) -> TieLeg:
    edition = held.edition
    when = f"edition of {edition.published.words}" if edition.published else f"seen {held.seen}"
    days = Interval.lasting(tie.from_, tie.to_)
    return TieLeg(
        party=f"list {edition.list_}|{tie.party}",
        relation=tie.relation,
        of=f"list {edition.list_}|{tie.of}",
        share=tie.share,
        days=days,
        sure=surely(tie.from_, tie.to_),
        dated=days.words if tie.from_ or tie.to_ else "days not recorded",
        proof="asserted",
        basis=f"asserted by {edition.list_}, {when}, line {tie.row}",
        row=f"{held.id}:{tie.row}",
    )
