"""Who is named: each party in its own script, how that was read in Latin letters, its numbers, its ties."""

from __future__ import annotations

from collections.abc import Iterator

from sherd.model.document import Block, Callout, Column, Inline, Section, Table
from sherd.model.identifiers import Identifier
from sherd.model.record import CaseRecord
from sherd.model.supply import Party, Tie
from sherd.publish.material import Material
from sherd.publish.phrases import FAIRNESS, NOTHING, Sources, joined, shown
from sherd.publish.redact import WithheldText


def chapter(material: Material, sources: Sources) -> Section | None:
    """The parties of the record, and what is recorded between them; None where it names nobody."""
    record = material.record
    if not record.parties:
        return None
    columns = [
        Column("Party", width=30),
        Column("What it is", width=16),
        Column("Numbers and address", width=26),
        Column("Named as", width=20),
        Column("Source", width=8),
    ]
    rows = [[_name(each), _sort(each), _known_by(each), shown(each.role), sources.cite(each)]
            for each in record.parties]  # fmt: skip
    blocks: list[Block] = [Table("Parties that the record names", columns, rows, header_column=True)]
    blocks += _ties(record, sources)
    blocks.append(Callout("fairness", "Of the parties named", FAIRNESS))
    return Section("parties", "Parties", blocks)


def _name(party: Party) -> Inline:
    """The name in its own script; a transliteration says by whom and by which standard."""
    said: list[Inline] = [shown(party.name)]
    if party.transliteration:
        said += [" (", shown(party.transliteration), ", transliterated by ", shown(party.transliterated_by)]
        if party.transliteration_standard:
            said += [", ", shown(party.transliteration_standard)]
        said.append(")")
    if party.aliases:
        said += ["; also ", shown(party.aliases)]
    return joined(said, "")


def _sort(party: Party) -> Inline:
    said = [shown(each) for each in (party.kind_, party.country) if each]
    return joined(said, ", ") if said else NOTHING


def _known_by(party: Party) -> Inline:
    if isinstance(party.identifiers, WithheldText):
        return shown(party.identifiers)
    said: list[Inline] = [_number(each) for each in party.numbers]
    if party.address:
        said.append(shown(party.address))
    return joined(said, "; ") if said else NOTHING


def _number(number: Identifier) -> str:
    words = {True: "check digits hold", False: "check digits do not hold", None: "not checked"}
    return f"{number.kind or 'number'} {number.value} ({words[number.valid]})"


def _ties(record: CaseRecord, sources: Sources) -> Iterator[Block]:
    if not record.ties:
        return
    columns = [
        Column("Party", width=22),
        Column("Is", width=14),
        Column("Of", width=22),
        Column("Days", width=14),
        Column("Proof", width=12),
        Column("The first on a list", width=16),
        Column("Source", width=8),
    ]
    names = {party.id: party.name for party in record.parties}
    rows = [
        [
            shown(names.get(each.party, each.party)),
            _relation(each),
            shown(names.get(each.of, each.of)),
            each.days.words if each.from_ or each.to_ else NOTHING,
            shown(each.proof.replace("_", " ")),
            _listed(each, record),
            sources.cite(each),
        ]
        for each in record.ties
    ]
    yield Table(
        "What parties are of one another: an owner on a list is a path, and no match of names", columns, rows
    )


def _relation(tie: Tie) -> Inline:
    return f"{tie.relation}, {tie.share:g} %" if tie.share is not None else shown(tie.relation)


def _listed(tie: Tie, record: CaseRecord) -> Inline:
    """The lists on which the first of the two may have stood while this held, each with its days."""
    found = [
        f"{each.list_} ({each.days.words})"
        for each in record.listings
        if each.party == tie.party and each.days.overlaps(tie.days)
    ]
    return "; ".join(found) or NOTHING
