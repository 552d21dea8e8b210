"""Who said what, beside the findings that bear on it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sherd.model.claims import Claim
from sherd.model.dates import Interval
from sherd.model.document import Block, Column, Inline, Paragraph, Section, Table, anchor_id, to_spans
from sherd.model.stances import Bearing, LedgerRow, quoting
from sherd.publish.charts import claims_timeline
from sherd.publish.deed_words import heading
from sherd.publish.material import Material
from sherd.publish.phrases import Sources, listed, plural, shown
from sherd.publish.redact import WithheldText
from sherd.publish.timeline.plan import plan
from sherd.publish.timeline.shown import Arc, Found, Point
from sherd.publish.word_against_word import STANCES, claim_of, contradictions, findings

ORIGIN = frozenset({"PRODUCE", "ASSEMBLE", "MAKE", "DIFFER", "MATCH"})
"""Actions that say who made a thing: the weights bear on them, without proving or disproving any."""

TYPE = frozenset({"IDENTIFY_AS"})
"""Actions that say what a thing is: type, not origin."""

DEALING = frozenset({"SUPPLY", "INTEND_SUPPLY", "USE", "ACQUIRE", "TRANSPORT", "TRANSFER", "SELL", "EXPORT"})
"""Actions of parties: what lies on the table does not say who supplied or used it."""

READING = (
    "A claim is somebody's word, not a finding, and no finding here proves or disproves one. A denial keeps "
    "the proposition in its positive form. Denial of use is not denial of supply, and type is not origin. "
    "Which finding bears on a claim is proposed here from the recorded action; a person judges."
)


def chapter(material: Material, sources: Sources) -> Section:
    """The timeline, then every proposition with its speakers and what the record holds on it."""
    claims = material.record.claims
    if not claims:
        return Section("claims", "Claims beside the findings", "The record holds no claims.")
    rows = _rows(material)
    drawn, timeline = _timeline(material)
    blocks: list[Block] = [
        Paragraph(READING),
        timeline,
        contradictions(material, sources, drawn),
        findings(material, sources),
    ]
    for name, said in sorted(_propositions(claims, rows).items()):
        beside = Paragraph(["What the findings say beside it: ", *_bearing(said, material)])
        origins = Paragraph(_origins(name, said, rows))
        blocks.append(
            Section(
                anchor_id("proposition", name),
                _heading(name, said, rows),
                [_table(name, said, sources), origins, beside],
            )
        )
    return Section("claims", "Claims beside the findings", blocks)


def _heading(name: str, claims: Sequence[Claim], rows: Mapping[str, LedgerRow]) -> str:
    """A proposition as a person named it, else in a sentence of its own."""
    row = next((rows[claim.id] for claim in claims if claim.id in rows and not claim.proposition), None)
    if row is not None:
        return heading(row.stands[0])
    return f"On {name}" if claims[0].proposition else f"On what takes no stand ({claims[0].action.lower()})"


def _timeline(material: Material) -> tuple[frozenset[tuple[str, str]], Block]:
    """The picture, and the pairs of claims that it joins."""
    record = material.record
    points = [
        Point(claim.speaker, claim.said or Interval(), claim.polarity, claim.paraphrase, claim.id)
        for claim in record.claims
    ]
    if not any(point.is_dated for point in points):
        return frozenset(), Paragraph("No claim of the record names a day: no timeline can be drawn.")
    pairs = material.ledger.contradictions if material.ledger else ()
    arcs = [Arc(claim_of(pair.a), claim_of(pair.b), pair.strength) for pair in pairs]
    events = {event.id: event.when for event in record.events}
    found = [
        Found(str(item.label), events.get(item.event or "") or Interval(), item.id)
        for item in record.items
        if item.role == "item"
    ]
    made = plan(points, arcs, found, material.bearings)
    drawn = frozenset((arc.a, arc.b) for arc in made.shown.arcs)
    return drawn, claims_timeline.of("claims-timeline", made, found)


def _table(name: str, claims: Sequence[Claim], sources: Sources) -> Table:
    columns = [
        Column("Claim", width=8),
        Column("Said", width=12),
        Column("By", width=18),
        Column("Stance", width=10),
        Column("What", width=43),
        Column("Source", width=9),
    ]
    rows = [_row(claim, sources) for claim in sorted(claims, key=_when)]
    return Table(f"{name}: {plural(len(claims), 'claim')}", columns, rows)


def _when(claim: Claim) -> tuple[str, str]:
    return (str(claim.said or "9999"), claim.id)


def _row(claim: Claim, sources: Sources) -> list[Inline]:
    hedge = f" (hedged: {claim.hedge})" if claim.hedge else ""
    through = [name for name in claim.chain if name != claim.speaker]
    for_whom = claim.on_behalf_of if claim.on_behalf_of != claim.speaker else None
    spoken = [f" for {for_whom}"] if for_whom else []
    by = [*to_spans(shown(claim.speaker)), *spoken, f", through {listed(through)}" if through else ""]
    wrong = claim.disorder
    odd = f" (its days as recorded, {wrong[1]}, end before they begin, and do not count)" if wrong else ""
    what = f"{quoting(claim.paraphrase, claim.quote or '')}{hedge}{odd}"
    return [claim.id, shown(claim.said), by, STANCES[claim.polarity], what, sources.cite(claim)]


def _rows(material: Material) -> dict[str, LedgerRow]:
    """The row of the ledger on which each claim stands; none for one that takes no stand."""
    ledger = material.ledger
    rows = ledger.rows if ledger else ()
    return {stand.id: row for row in rows for stand in row.stands if not stand.granted}


def _propositions(claims: Sequence[Claim], rows: Mapping[str, LedgerRow]) -> dict[str, list[Claim]]:
    """The claims by what they are about, as the record names it, else as the ledger does."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        named = rows[claim.id].proposition if claim.id in rows else claim.action
        found[claim.proposition or named].append(claim)
    return found


def _origins(name: str, claims: Sequence[Claim], rows: Mapping[str, LedgerRow]) -> str:
    """How many independent origins a proposition's claims have, and why some count once."""
    if isinstance(name, WithheldText):
        return "Origins are not counted at this clearance."
    row = next((rows[claim.id] for claim in claims if claim.id in rows), None)
    if row is None:
        return "Nobody takes a stand on it."
    once = f" Counted once: {'; '.join(row.dependence)}." if row.dependence else ""
    return f"{plural(row.speakers, 'speaker')}, {plural(row.independent, 'independent origin')}.{once}"


def _bearing(claims: Sequence[Claim], material: Material) -> list[str]:
    """What was found that bears on these claims, by what they are about; most are about no finding."""
    said = [
        *_origin([c for c in claims if c.action.upper() in ORIGIN and not c.quantity], material),
        *_type([c for c in claims if c.action.upper() in TYPE | ORIGIN], material),
        *_dealing([c for c in claims if c.action.upper() in DEALING]),
    ]
    ids = {claim.id for claim in claims}
    said += [_judged(each) for each in material.bearings if each.claim in ids and each.judged]
    return [" ".join(said) or "nothing that was recorded bears on it."]


def _judged(bearing: Bearing) -> str:
    how = "bears on neither side of it" if bearing.how == "neither" else f"{bearing.how} it"
    return f"Of {bearing.claim}, {bearing.item} {how} by judgement {bearing.judged}."


def _origin(claims: Sequence[Claim], material: Material) -> Iterator[str]:
    """Who made the items in question, on independent labels; a production elsewhere is another matter."""
    if not claims:
        return
    firsts = [results[0] for results in material.attributions.values() if results]
    if not firsts:
        yield "no item of this case was weighed for who made it."
        return
    for result in firsts:
        reporting = [pair for pair in result.pairs if not pair.refused]
        if reporting:
            spoken = [f"{pair.words} for {pair.favours} over {pair.disfavours}" for pair in reporting[:3]]
            more = [plural(len(reporting) - 3, "more pair")] if len(reporting) > 3 else []
            yield f"of who made {result.item}, on independent labels: {listed(spoken + more)}."
        else:
            yield (
                f"of who made {result.item}, no conclusion on independent labels "
                f"({plural(len(result.pairs), 'pair')} of accounts refused)."
            )
    yield "That concerns these items alone, not production in general."


def _type(claims: Sequence[Claim], material: Material) -> Iterator[str]:
    """Recorded items of a type that the claims name."""
    words = " ".join(
        f"{claim.actor or ''} {claim.object or ''} {claim.paraphrase}" for claim in claims
    ).casefold()
    names = {system.id: _names(str(system.name)) for system in material.record.systems}
    found = [
        item.id
        for item in material.record.items
        if any(
            re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) for name in names.get(item.system or "", ())
        )
    ]
    if found:
        yield f"Recorded items of a type that is named: {listed(found)}; their type is not their origin."


def _names(name: str) -> list[str]:
    """The names by which a system goes: its own, and one in brackets that holds a number."""
    own, _, bracket = name.casefold().partition(" (")
    return [own, *re.findall(r"\w+-\d+\w*", bracket)]


def _dealing(claims: Sequence[Claim]) -> Iterator[str]:
    if claims:
        yield "What was examined shows what was recovered, not who supplied, carried or used it."
