"""Which items are possibly one and the same object, so that neither may be counted beside the other.

A component may name another that it is possibly the same as; a person may judge that two records are the
same object, or that they are not. Until someone has decided that they differ, they are counted once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sherd.attribute.observed import local
from sherd.model.judgements import Judgement
from sherd.model.record import CaseRecord

_DIFFERENT = re.compile(
    r"(?<!not )\b(different|distinct)\b|\bnot (the )?same\b|\bnot_same\b|^no\b", re.IGNORECASE
)
_BETWEEN = re.compile(r"[^\w:./-]+|\band\b")

Link = frozenset[str]
"""Two ids, of components or of items."""


def same_objects(record: CaseRecord) -> dict[str, frozenset[str]]:
    """For each item the others that are possibly the same object as it, through any chain of links."""
    items = _items(record)
    neighbours: dict[str, set[str]] = {item.id: set() for item in record.items}
    for link in _links(record, items):
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
    case = record.case.id
    links = {
        frozenset({part.id, other})
        for part in record.components
        for other in _named(part.possible_same_as or "", case, items)
        if part.id in items
    }
    for judgement in record.judgements:
        if judgement.kind_ == "same_object":
            links = _judged(links, judgement, _named(judgement.subject, case, items), items)
    return links


def _judged(
    links: set[Link], judgement: Judgement, ids: tuple[str, ...], items: Mapping[str, str]
) -> set[Link]:
    if not _DIFFERENT.search(judgement.decision):
        return links | {frozenset({one, other}) for one in ids for other in ids if one < other}
    return {link for link in links if not _decided(link, ids, items)}


def _decided(link: Link, ids: tuple[str, ...], items: Mapping[str, str]) -> bool:
    """Whether a decision about ``ids`` is about this link: both its ends, or its only named component."""
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
