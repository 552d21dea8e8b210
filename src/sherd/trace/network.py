"""Which transfers are about a component, and what each of them proves: the stations and legs of its road.

Three things are told apart: a paper about this very piece, a paper about its full ordering code, and one
about another ordering code of the same base part, which is an inference and no more. A leg said to be
documented whose source nobody named is only asserted. The leg into the weapon is never taken for granted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import get_args

from attrs import frozen

from sherd.model.items import Component, Item
from sherd.model.judgements import Judgement
from sherd.model.paths import Leg, Proof, Relation, Station
from sherd.model.provenance import Source
from sherd.model.record import CaseRecord
from sherd.model.supply import Party, Transfer
from sherd.text import identity

Named = Callable[[str], tuple[str, str] | None]
"""The folded ordering code and the folded base part that a text names, or ``None`` where it names none."""

REACHED = "reached"
"""The kind of judgement that says of a transfer whether its goods came into the weapon."""


@frozen
class Network:
    """All that joins one component to parties; legs are transfers alone, in the order of the record."""

    record: CaseRecord
    component: Component
    part: str | None
    maker: Station
    stations: Mapping[str, Station]
    legs: tuple[Leg, ...]

    @property
    def item(self) -> Item:
        """The weapon that the component was found in."""
        return next(item for item in self.record.items if item.id == self.component.item)


def network(record: CaseRecord, component: Component, part: str | None, named: Named) -> Network:
    """Every transfer of the record that is about ``component``, known as ``part`` (an ordering code).

    >>> def named(text):
    ...     return (text.upper(), text[:4].upper()) if text else None
    """
    parties = {party.id: party for party in record.parties}
    sources = {source.id: source for source in record.sources}
    maker = _maker(component, record.parties)
    stations: dict[str, Station] = {maker.id: maker}
    legs: list[Leg] = []
    for transfer, relation in _about(record.transfers, component, part, named):
        ends = [_end(transfer, side, parties) for side in ("from_party", "to_party")]
        for end in ends:
            stations.setdefault(end.id, end)
        legs.append(_leg(transfer, relation, ends[0].id, ends[1].id, sources))
    return Network(record, component, part, maker, stations, tuple(legs))


def reached(record: CaseRecord, transfer: str | None) -> tuple[Proof, str]:
    """Whether goods of a transfer are judged to have come into the weapon, and why."""
    said = [each for each in record.judgements if each.kind_ == REACHED and each.subject == transfer]
    if not said:
        return "not_proven", "no record shows that goods of this shipment came into this weapon"
    if len({affirms(each) for each in said}) > 1:
        return "not_proven", "people disagree on whether goods of this shipment came into this weapon"
    last = said[-1]
    match affirms(last):
        case True:
            return "judged", f"judged by a person ({last.id}): {last.reason}"
        case False:
            words = f"judged by a person ({last.id}) not to have come into this weapon: {last.reason}"
            return "not_proven", words
    return "not_proven", f"left open by a person ({last.id}: {last.decision}): {last.reason}"


def affirms(judgement: Judgement) -> bool | None:
    """Whether a decision says yes or no; ``None`` where it is anything else, such as *unclear*.

    Yes begins with *yes*, *reached* or the kind of the judgement, and holds no word of denial or doubt; no is
    *no* or *not* with that kind. ``Reached: not proven`` is neither.
    """
    words = _WORD.findall(judgement.decision.casefold())
    affirming = {"yes", REACHED, judgement.kind_}
    if words[:1] == ["no"] and not affirming & {*words} and (len(words) == 1 or _ends_at(judgement, "no")):
        return False
    if words[:1] == ["not"] and words[1:2] and words[1] in affirming:
        return False
    plain = words[:1] and words[0] in affirming and not _DOUBT.search(judgement.decision.casefold())
    return True if plain else None


def _ends_at(judgement: Judgement, word: str) -> bool:
    """Whether a sign of punctuation follows the first word, as in *no, by serial number*."""
    return re.match(rf"\s*{word}\s*[.,;:–—-]", judgement.decision.casefold()) is not None


_DOUBT = re.compile(
    r"\b(?:no|not|never|nothing|none|neither|nor|doubt|doubtful|uncertain|unclear|unproven|unlikely|unknown|open|"
    r"perhaps|maybe|may|might|could|possibl[ey]|probabl[ey]|likely|if|unless)\b"
)
"""Words with which a decision is no plain yes."""

_WORD = re.compile(r"\w+")


def _about(
    transfers: Iterable[Transfer], component: Component, part: str | None, named: Named
) -> Iterator[tuple[Transfer, Relation]]:
    sought = named(part) if part else None
    for transfer in transfers:
        relation = _relation(transfer, component, sought, named)
        if relation is not None:
            yield transfer, relation


def _relation(
    transfer: Transfer, component: Component, sought: tuple[str, str] | None, named: Named
) -> Relation | None:
    if transfer.component == component.id:
        return "this_component"
    found = named(transfer.part) if transfer.part else None
    if transfer.component is not None or found is None or sought is None:
        return None
    if found[0] == sought[0]:
        return "same_code"
    return "same_base" if found[1] == sought[1] else None


def _maker(component: Component, parties: Iterable[Party]) -> Station:
    """The party of that name, or a station for a name that stands on the part and nowhere else."""
    name = component.maker_as_published
    if name is None:
        return Station(id="maker:", kind="maker", name="maker not named")
    party = next((each for each in parties if identity(each.name) == identity(name)), None)
    if party is None:
        return Station(id=f"maker:{name}", kind="maker", name=name, country=component.country_as_published)
    return Station(id=f"party:{party.id}", kind="maker", name=party.name, row=party.id, country=party.country)


def _end(transfer: Transfer, side: str, parties: Mapping[str, Party]) -> Station:
    id_ = getattr(transfer, side)
    if id_ is None:
        way = "sender" if side == "from_party" else "recipient"
        return Station(id=f"unknown:{transfer.id}:{side}", kind="unknown", name=f"{way} not named")
    party = parties.get(id_)
    name, country = (party.name, party.country) if party else (id_, None)
    return Station(id=f"party:{id_}", kind="party", name=name, row=id_, country=country)


def _leg(transfer: Transfer, relation: Relation, from_: str, to: str, sources: Mapping[str, Source]) -> Leg:
    proof, basis = _proof(transfer, relation, sources)
    return Leg(
        from_=from_,
        to=to,
        kind="transfer",
        proof=proof,
        basis=basis,
        when=transfer.when,
        quantity=" ".join(word for word in (transfer.quantity, transfer.unit) if word) or None,
        row=transfer.id,
        source=transfer.source,
        relation=relation,
    )


def _proof(transfer: Transfer, relation: Relation, sources: Mapping[str, Source]) -> tuple[Proof, str]:
    """How far a transfer is proven for this component, and the sentence that says why."""
    source = sources.get(transfer.source or "")
    recorded = next(proof for proof in get_args(Proof) if proof == transfer.proof)
    by = f"{recorded.replace('_', ' ')} in {source.title}" if source else recorded.replace("_", " ")
    if source and source.party_to_conflict:
        by += f", whose publisher is a party to the conflict ({source.party_to_conflict})"
    if relation == "same_base" and recorded in {"documented", "asserted"}:
        return "inferred", f"{by}, for {transfer.part}: another ordering code of the same base part"
    if recorded == "documented" and transfer.source is None:
        return "asserted", "recorded as documented, but no source is named"
    return recorded, f"{by}, {_RELATIONS[relation]}"


_RELATIONS: Mapping[Relation, str] = {
    "this_component": "for this component itself",
    "same_code": "for the same ordering code, not for this piece",
    "same_base": "for another ordering code of the same base part",
}
