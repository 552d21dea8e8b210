"""Which items are possibly one and the same object, so that neither may be counted beside the other.

A component may name another that it is possibly the same as; a person may judge that two records are the
same object, or that they are not; a comparison may find one serial number on both. Until someone has decided
that they differ, they are counted once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from sherd.attribute.observed import local
from sherd.model.judgements import same_object_decision
from sherd.model.record import CaseRecord

_BETWEEN = re.compile(r"[^\w:./-]+|\band\b")

Link = frozenset[str]
"""Two ids, of components or of items."""


def same_objects(record: CaseRecord, found: Iterable[Link] = ()) -> dict[str, frozenset[str]]:
    """For each item the others that are possibly the same object as it, through any chain of links.

    ``found`` are items of which a comparison has found that they may be one, two by two.
    """
    items = _items(record)
    neighbours: dict[str, set[str]] = {item.id: set() for item in record.items}
    for link in {*_links(record, items), *found}:
        one, *others = sorted({items[id_] for id_ in link})
        for other in others:
            neighbours[one].add(other)
            neighbours[other].add(one)
    return {item: _reached(item, neighbours) - {item} for item in neighbours}


def _items(record: CaseRecord) -> dict[str, str]:
    """The item that each id of an item or component stands for."""
    case = record.case.id
    known = {item.id for item in record.items}
    owners = {part.id: local(part.item, case) for part in record.components}
    return {id_: owner for id_, owner in owners.items() if owner in known} | {id_: id_ for id_ in known}


def _links(record: CaseRecord, items: Mapping[str, str]) -> set[Link]:
    """What may be the same: declared or judged so, unless every judgement of the two says they differ."""
    case = record.case.id
    judged = [
        (same_object_decision(judgement.decision) == "different", _named(judgement.subject, case, items))
        for judgement in record.judgements
        if judgement.kind_ == "same_object"
    ]
    declared = {
        frozenset({part.id, other})
        for part in record.components
        for other in _named(part.possible_same_as or "", case, items)
        if part.id in items
    }
    upheld = {frozenset(two) for different, ids in judged if not different for two in combinations(ids, 2)}
    apart = [ids for different, ids in judged if different]
    return upheld | {link for link in declared if not any(_about(ids, link, items) for ids in apart)}


def _about(ids: tuple[str, ...], link: Link, items: Mapping[str, str]) -> bool:
    """Whether a decision about ``ids`` is about this link: both its ends, or the only component named."""
    hit = {end for end in link if end in ids or items[end] in ids}
    return bool(hit) and (hit == link or len(ids) == 1)


def _named(text: str, case: str, items: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({id_ for id_ in _candidates(text, case) if id_ in items}))


def _candidates(text: str, case: str) -> Iterator[str]:
    yield local(text, case)
    for token in _BETWEEN.split(text):
        yield local(token, case)


def _reached(start: str, neighbours: Mapping[str, set[str]]) -> frozenset[str]:
    reached, ahead = {start}, [start]
    while ahead:
        new = neighbours[ahead.pop()] - reached
        reached |= new
        ahead += sorted(new)
    return frozenset(reached)
