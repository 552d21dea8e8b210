"""Open what is recorded of ties, in every case and list of a store, to be asked by name as of a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import TypeVar

from sherd import __version__
from sherd.model.provenance import Source
from sherd.model.row import Row
from sherd.model.supply import Listing, Party, Tie
from sherd.model.ties import TiedParty, TieLeg
from sherd.ports import Blobs, Store
from sherd.services.editions import editions
from sherd.services.lists import KIND, Read, held, stamp
from sherd.trace.decided import Decided
from sherd.trace.history import history
from sherd.trace.screening import Screen
from sherd.trace.tied_names import TiedNames, indexed
from sherd.trace.ties import Ties, ToldByLists, party_id, recorded, told_by_lists

TELLING = ("ftm", "ftm-statements")
"""Forms of lists that can tell of ties."""

Kept = Callable[[str, Callable[[], ToldByLists]], ToldByLists]
"""The kept ties of a stamp, or those that are made and then kept."""

R = TypeVar("R", bound=Row)


def list_ties(store: Store, blobs: Blobs, read: Read, kept: Kept) -> ToldByLists:
    """The ties that the lists of a store tell of; from ``kept`` where it has those of the same editions."""
    telling = [each for each in editions(store, KIND) if each.form in TELLING]
    if not telling:
        return ToldByLists()

    def make() -> ToldByLists:
        every = held(store, blobs, read)
        return told_by_lists(every, history(every))

    return kept(sha256(f"{__version__} {stamp(editions(store, KIND))}".encode()).hexdigest(), make)


def open_ties(
    store: Store, lists: Screen, decided: Mapping[str, Decided], told: ToldByLists
) -> tuple[TiedNames | None, str]:
    """The ties of every case and list, and a stamp of what answers depend on; None where there are none."""
    parties: dict[str, TiedParty] = {each.id: each for each in told.parties}
    legs: list[TieLeg] = list(told.legs)
    listings: dict[str, list[Listing]] = {}
    sources: dict[str, Mapping[str, Source]] = {}
    over = sha256()
    for case in store.cases():
        if not (ties := _rows(store, case, Tie)):
            continue
        known = {each.id: each for each in _rows(store, case, Source)}
        tied, found = recorded(case, _rows(store, case, Party), ties, known)
        parties |= {each.id: each for each in tied}
        legs += found
        sources[f"case {case}"] = known
        for listing in _rows(store, case, Listing):
            listings.setdefault(party_id(case, listing.party), []).append(listing)
    if not legs:
        return None, ""
    over.update(repr((parties, legs, listings, sources)).encode())
    asking = TiedNames(
        ties=Ties(parties, tuple(legs)),
        screen=indexed(parties.values()),
        lists=lists,
        decided=decided,
        listings=listings,
        sources=sources,
        listed=told.listed,
    )
    return asking, over.hexdigest()


def _rows(store: Store, case: str, noun: type[R]) -> list[R]:
    return [head.row for head in store.heads(case, noun.kind).values() if isinstance(head.row, noun)]
