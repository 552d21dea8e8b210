"""Open what is recorded of ties, in every case of a store, to be asked by name as of a day."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import TypeVar

from sherd.model.provenance import Source
from sherd.model.row import Row
from sherd.model.supply import Listing, Party, Tie
from sherd.model.ties import TiedParty, TieLeg
from sherd.ports import Store
from sherd.trace.decided import Decided
from sherd.trace.screening import Screen
from sherd.trace.tied_names import TiedNames, indexed
from sherd.trace.ties import Ties, party_id, recorded

R = TypeVar("R", bound=Row)


def open_ties(store: Store, lists: Screen, decided: Mapping[str, Decided]) -> tuple[TiedNames | None, str]:
    """The ties of every case and a stamp of what the answers depend on; None where nothing is recorded."""
    parties: dict[str, TiedParty] = {}
    legs: list[TieLeg] = []
    listings: dict[str, list[Listing]] = {}
    sources: dict[str, Mapping[str, Source]] = {}
    stamp = sha256()
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
    stamp.update(repr((parties, legs, listings, sources)).encode())
    asking = TiedNames(
        ties=Ties(parties, tuple(legs)),
        screen=indexed(parties.values()),
        lists=lists,
        decided=decided,
        listings=listings,
        sources=sources,
    )
    return asking, stamp.hexdigest()


def _rows(store: Store, case: str, noun: type[R]) -> list[R]:
    return [head.row for head in store.heads(case, noun.kind).values() if isinstance(head.row, noun)]
