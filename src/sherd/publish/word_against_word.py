"""Claims against claims, and claims against findings: two tables of the chapter on claims.

A claim stands in either with its number in the record, who made it, when, and its source, so that a reader
finds it again wherever it is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sherd.model.claims import Claim
from sherd.model.document import (
    Block,
    Column,
    Inline,
    ListBlock,
    Paragraph,
    Ref,
    Section,
    Span,
    Strong,
    Table,
    anchor_id,
    to_spans,
)
from sherd.model.judgements import Judgement
from sherd.model.stances import STRENGTHS, Bearing, Contradiction, Reversal, Stand, in_words
from sherd.publish.material import Material
from sherd.publish.phrases import NOTHING, Sources, bans, listed, plural, sentence, shown

MOST_PAIRS = 60
"""So many contradictions are printed; the ledger has them all."""

STANCES = {"assert": "asserts", "deny": "denies", "urge": "urges", "concede": "concedes"}

PULLS = (
    "By rule, not by judgement. Strong: both cannot be right. Weak: they could be, because one is hedged or "
    "leaves open what it concerns. A tension pulls apart without excluding: a denial of use is no denial of "
    "supply, and copies are not what was made at home."
)


def claim_of(stand: Stand) -> str:
    """The claim that a stand is, or that takes it for granted."""
    return stand.parent if stand.granted and stand.parent else stand.id


# -- word against word ------------------------------------------------------------------------------------


Drawn = frozenset[tuple[str, str]]
"""The pairs of claims that an arc joins on the timeline."""


def contradictions(material: Material, sources: Sources, drawn: Drawn) -> Section:
    """Pairs that do not go together, quote beside quote with the reason; all that are drawn among them."""
    ledger = material.ledger
    found = ledger.contradictions if ledger else ()
    turns = ledger.reversals if ledger else ()
    blocks: list[Block] = [Paragraph(NO_PAIRS)]
    if found:
        pairs = _printed(found, drawn)
        claims = {claim.id: claim for claim in material.record.claims}
        blocks = [Paragraph([_counted(found, pairs), " ", PULLS]), _pairs(pairs, claims, sources)]
    if turns:
        blocks.append(Paragraph("Who changed sides:"))
        blocks.append(ListBlock([_turn(turn) for turn in turns]))
    return Section("contradictions", "Claims that do not go together", blocks)


def _turn(turn: Reversal) -> str:
    """Who changed sides, and in which two claims."""
    return sentence(f"{turn.reason}: {claim_of(turn.before)}, and later {claim_of(turn.after)}")


NO_PAIRS = "By rule, no two claims of the record exclude each other or pull apart."


def _printed(pairs: Sequence[Contradiction], drawn: Drawn) -> list[Contradiction]:
    """As many as are printed, in the order of the ledger: all that are drawn, then the strongest."""
    first = [pair for pair in pairs if (claim_of(pair.a), claim_of(pair.b)) in drawn]
    rest = [pair for pair in pairs if (claim_of(pair.a), claim_of(pair.b)) not in drawn]
    kept = {id(pair) for pair in (first + rest)[:MOST_PAIRS]}
    return [pair for pair in pairs if id(pair) in kept]


def _counted(pairs: Sequence[Contradiction], printed: Sequence[Contradiction]) -> str:
    """How many there are of each strength, and how many of them stand in the table."""
    all_, here = (Counter(pair.strength for pair in some) for some in (pairs, printed))
    if len(printed) == len(pairs):
        each = listed(f"{all_[kind]} {kind}" for kind in STRENGTHS if all_[kind])
        return f"{plural(len(pairs), 'pair')}: {each}."
    each = listed(f"{here[kind]} of {all_[kind]} {kind}" for kind in STRENGTHS if all_[kind])
    return f"{len(printed)} of {plural(len(pairs), 'pair')} are printed: {each}; the ledger has them all."


def _pairs(pairs: Sequence[Contradiction], claims: Mapping[str, Claim], sources: Sources) -> Table:
    columns = [
        Column("Strength", width=9),
        Column("One says", width=32),
        Column("Another says", width=32),
        Column("Why they do not go together", width=27),
    ]
    rows: list[list[Inline]] = [
        [
            pair.strength,
            _stand(pair.a, claims, sources),
            _stand(pair.b, claims, sources),
            sentence(pair.reason),
        ]
        for pair in pairs
    ]
    return Table("Claims that do not go together", columns, rows)


def _stand(stand: Stand, claims: Mapping[str, Claim], sources: Sources) -> Inline:
    """Who holds it, in which claim and when, what is held in whose words, and the source."""
    id_ = claim_of(stand)
    said = f", {stand.said.words}" if stand.said else ""
    granted = ", taken for granted" if stand.granted else ""
    source = _source(claims[id_], sources) if id_ in claims else []
    return [Strong(stand.speaker), f" ({id_}{said}{granted}): {in_words(stand)}", *source]


def _source(claim: Claim, sources: Sources) -> list[str | Span]:
    """The number of its source behind a claim; nothing where it has none."""
    return [" ", *to_spans(sources.cite(claim))] if claim.source else []


# -- word against finding ----------------------------------------------------------------------------------


def findings(material: Material, sources: Sources) -> Section:
    """Each claim on which a finding bears: how, with which weight, of which item, and who says so."""
    claims = {claim.id: claim for claim in material.record.claims}
    order = {id_: at for at, id_ in enumerate(sorted(claims, key=lambda each: _when(claims[each])))}
    bearings = sorted(
        (each for each in material.bearings if each.claim in claims),
        key=lambda each: (order[each.claim], each.judged is None, each.item),
    )
    if not bearings:
        return Section("bearings", "Findings that bear on a claim", NONE)
    beside = len({each.claim for each in bearings})
    alike = _alike(bearings)
    judged = sum(each[0].judged is not None for each in alike)
    said = Paragraph(
        f"On {beside} of {plural(len(claims), 'claim')}. {_judged(judged, len(alike))} A weight is in "
        f"bans, + for what the claim says and − against it, and is of the item examined alone."
    )
    table = _bearings(alike, claims, material, sources)
    apart = _disagreed(bearings)
    blocks: list[Block] = [said, Paragraph(f"{DISAGREE} {apart}"), table] if apart else [said, table]
    return Section("bearings", "Findings that bear on a claim", blocks)


DISAGREE = "People disagree, and each decision stands in the table:"


def _disagreed(bearings: Sequence[Bearing]) -> str:
    """The pairs of claim and find that people judged oppositely, each with the judgements; else empty."""
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for each in bearings:
        if each.judged is not None:
            found[each.claim, each.item][each.judged] = each.how
    told = (
        f"on {claim} and {find}, {listed(f'{how} ({judged})' for judged, how in how_by.items())}"
        for (claim, find), how_by in found.items()
        if len(set(how_by.values())) > 1
    )
    return sentence("; ".join(told))


NONE = "No finding bears on a claim, neither by rule nor by anybody's judgement."


def _judged(judged: int, count: int) -> str:
    """How many a person judged; the others are proposals."""
    if judged == count:
        return "Each was judged by a person."
    if not judged:
        return "Each is proposed by rule from words that finding and claim share; nobody has judged any."
    return f"A person judged {judged} of {count}; the others are proposed by rule from words that both share."


def _alike(bearings: Sequence[Bearing]) -> list[list[Bearing]]:
    """Those that say the same of one claim and item, weighed between several pairs of accounts."""
    found: dict[tuple[str, str, str, str | None], list[Bearing]] = defaultdict(list)
    for each in bearings:
        found[each.claim, each.item, each.how, each.judged].append(each)
    return list(found.values())


def _when(claim: Claim) -> tuple[str, str]:
    return (str(claim.said or "9999"), claim.id)


def _bearings(
    alike: Sequence[Sequence[Bearing]], claims: Mapping[str, Claim], material: Material, sources: Sources
) -> Table:
    decisions = {said.id: said for said in material.record.judgements}
    items = {item.id for item in material.record.items}
    columns = [
        Column("Claim", width=31),
        Column("How", width=11),
        Column("Item or component", width=13),
        Column("Finding, or why it was judged so", width=24),
        Column("Bans", "right", width=8),
        Column("Who says so", width=13),
    ]
    rows: list[list[Inline]] = [
        [
            _claim(claims[each.claim], sources),
            "bears on neither" if each.how == "neither" else each.how,
            Ref(anchor_id("item", each.item), each.item) if each.item in items else each.item,
            _why(group, decisions),
            _weights(group),
            _who(each, decisions),
        ]
        for group in alike
        for each in group[:1]
    ]
    return Table("How findings bear on claims", columns, rows)


def _claim(claim: Claim, sources: Sources) -> Inline:
    said = f", {claim.said.words}" if claim.said else ""
    return [
        *to_spans(_strong(shown(claim.speaker))),
        f" {STANCES[claim.polarity]} ({claim.id}{said}): {claim.paraphrase}",
        *_source(claim, sources),
    ]


def _strong(name: Inline) -> Inline:
    return Strong(name) if isinstance(name, str) else name


def _why(group: Sequence[Bearing], decisions: Mapping[str, Judgement]) -> Inline:
    """What was found; where a person judged, the reason, and what was weighed beside it."""
    said = decisions.get(group[0].judged or "")
    many = len(group) > 1
    told = [
        f"{each.finding} ({bans(each.weight)})" if many and each.weight is not None else each.finding
        for each in group
        if each.finding
    ]
    finding = sentence("; ".join(told))
    if said is None:
        return finding or NOTHING
    reason = shown(said.reason)
    beside = [f" Beside it, what was weighed: {finding}"] if finding else []
    return [*to_spans(sentence(reason) if isinstance(reason, str) else reason), *beside]


def _weights(group: Sequence[Bearing]) -> str:
    """The weight, or between which all of them lie."""
    weights = sorted(each.weight for each in group if each.weight is not None)
    if not weights:
        return NOTHING
    return " to ".join(dict.fromkeys(map(bans, (weights[0], weights[-1]))))


def _who(bearing: Bearing, decisions: Mapping[str, Judgement]) -> Inline:
    """Who judged it, and when; or that nobody did."""
    said = decisions.get(bearing.judged or "")
    if said is None:
        return "proposed by rule" if bearing.judged is None else f"judged in {bearing.judged}"
    return [*to_spans(shown(said.by)), f", {said.at[:10]} ({said.id})"]
