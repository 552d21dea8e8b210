"""Who said what, beside the findings that bear on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sherd.model.claims import Claim
from sherd.model.document import Block, Column, Figure, Inline, Paragraph, Section, Table, anchor_id, to_spans
from sherd.publish.charts import claims_timeline
from sherd.publish.material import Material
from sherd.publish.phrases import NOTHING, Sources, listed, plural, shown

MAKING = frozenset({"PRODUCE", "INTEND_PRODUCE", "DIFFER", "MATCH", "IDENTIFY_AS"})
"""Actions on which a finding about who made an item bears."""


def chapter(material: Material, sources: Sources) -> Section:
    """The timeline, then every proposition with its speakers and what the record holds on it."""
    record = material.record
    if not record.claims:
        return Section("claims", "Claims beside the findings", "The record holds no claims.")
    blocks: list[Block] = [
        Paragraph(
            "A claim is somebody's word, not a finding. Denial of use is not denial of supply, and type is "
            "not origin. Which finding bears on a claim is proposed here from shared vocabulary; a person "
            "judges."
        ),
        *_timeline(record.claims),
    ]
    propositions: dict[str, list[Claim]] = defaultdict(list)
    for claim in record.claims:
        propositions[claim.proposition or claim.action].append(claim)
    for name, claims in sorted(propositions.items()):
        part = [
            _table(name, claims, sources),
            Paragraph(["What the record holds: ", *_bearing(claims, material)]),
        ]
        blocks.append(Section(anchor_id("proposition", name), f"On {name}", part))
    return Section("claims", "Claims beside the findings", blocks)


def _timeline(claims: tuple[Claim, ...]) -> Iterator[Figure]:
    points = [
        claims_timeline.Point(claim.speaker, claim.said, claim.polarity, claim.paraphrase)
        for claim in claims
        if claim.said and claim.said.first
    ]
    if points:
        yield claims_timeline.figure("claims-timeline", points)


def _table(name: str, claims: list[Claim], sources: Sources) -> Table:
    columns = [
        Column("Said", width=12),
        Column("By", width=16),
        Column("Stance", width=9),
        Column("What", width=53),
        Column("Source", width=10),
    ]
    rows = [_row(claim, sources) for claim in sorted(claims, key=_when)]
    return Table(f"{name}: {plural(len(claims), 'claim')}", columns, rows)


def _when(claim: Claim) -> tuple[str, str]:
    return (str(claim.said or "9999"), claim.id)


def _row(claim: Claim, sources: Sources) -> list[Inline]:
    hedge = f" (hedged: {claim.hedge})" if claim.hedge else ""
    quote = f" “{claim.quote}”" if claim.quote else ""
    by = [*to_spans(shown(claim.speaker)), f", through {listed(claim.chain)}" if claim.chain else ""]
    return [shown(claim.said), by, claim.polarity, f"{claim.paraphrase}{quote}{hedge}", sources.cite(claim)]


def _bearing(claims: list[Claim], material: Material) -> list[str]:
    if not {claim.action.upper() for claim in claims} & MAKING:
        return [_recorded(claims, material)]
    said = [
        pair.sentence
        for results in material.attributions.values()
        for result in results[:1]
        for pair in result.pairs
        if not pair.refused
    ]
    if said:
        return [" ".join(said[:2])]
    refused = sum(len(result.pairs) for results in material.attributions.values() for result in results[:1])
    return [
        f"no conclusion on who made the items in question ({plural(refused, 'pair')} of accounts refused)."
    ]


def _recorded(claims: list[Claim], material: Material) -> str:
    makers = {system.id: system for system in material.record.systems}
    words = " ".join(f"{claim.actor or ''} {claim.object or ''}" for claim in claims).casefold()
    found = [
        item.label
        for item in material.record.items
        if (system := makers.get(item.system or "")) is not None and system.name.casefold() in words
    ]
    return (
        f"recorded items of a type named in the claims: {listed(found)}."
        if found
        else f"{NOTHING} nothing that bears on it."
    )
