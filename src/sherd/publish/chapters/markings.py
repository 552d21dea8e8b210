"""What each marking names, how sure that is, when it was made, and who decided.

What the method found and what a person decided stand beside each other; neither replaces the marking. A
marking that names no part of the catalogues at hand, or that cannot be read, is said to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sherd.model.document import Block, Column, Inline, Paragraph, Section, Span, Table, to_spans
from sherd.model.identified import Identified, makers, why
from sherd.model.ordering import CodeField
from sherd.model.parts import Outcome
from sherd.publish.material import Material
from sherd.publish.phrases import NOTHING, Sources, listed, marking, plural, shown

READING = (
    "A marking names a part; it does not say who bought it or whose the whole item is. Confidence is the "
    "share of such answers that were right on markings of known truth. A date is that of the part that bears "
    "it, and only where the mark is genuine and rightly read."
)

SURE = 0.9
"""Confidence below which a part that was found is not shown as named."""

DATES = 3
"""How many readings of a date code are listed; the rest are counted."""


def chapter(material: Material, _sources: Sources) -> Section:
    """A table of the markings that name a part, surely or by a person's decision; the others are counted."""
    found = material.identified
    told = [each for each in found if _is_told(each)]
    blocks: list[Block] = [Paragraph(READING)]
    if told:
        blocks.append(_table(told))
    coded = [each for each in told if each.ordering and each.ordering.fields]
    if coded:
        blocks.append(_codes(coded))
    jarring = [each for each in found if each.remarks]
    if jarring:
        blocks.append(_remarks(jarring))
    if not found:
        blocks.append(Paragraph("No marking of this case was sought in a catalogue."))
    elif len(told) < len(found):
        blocks.append(Paragraph(_others([each for each in found if each not in told])))
    return Section("markings", "What the markings name", blocks)


def _is_told(each: Identified) -> bool:
    """Whether a marking is shown to name a part: a person decided, or the method is sure enough."""
    part = each.found.part
    return each.judgement is not None or (part is not None and part.confidence >= SURE)


def _table(found: Sequence[Identified]) -> Table:
    columns = [
        Column("Marking", width=21),
        Column("Names", width=19),
        Column("How it was read", width=36),
        Column("Made", width=13),
        Column("Decided", width=11),
    ]
    note = "Names in the order of the catalogues; several makers where a catalogue lists several."
    return Table("Markings and the parts that they name", columns, [_row(each) for each in found], note=note)


def _row(each: Identified) -> list[Inline]:
    on = f"{each.id}, {each.component}: " if each.component else f"{each.id}: "
    cell: list[str | Span] = [on, marking(each.found.marking)]
    return [cell, _named(each), _how(each), _made(each), _decided(each)]


def _named(each: Identified) -> str:
    decided = each.decided
    if decided is not None and decided.mpn is not None:
        return str(decided)
    part = each.found.part
    if part is None or (decided is not None and not decided.unsure):
        return NOTHING
    return f"{part.mpn}, {listed(part.makers, 'or')}" if makers(part) else part.mpn


def _how(each: Identified) -> str:
    part = each.found.part
    if part is None:
        return each.found.reason + _label(each)
    return f"{part.mpn} at confidence {part.confidence:.2f}: {why(part)}{_label(each)}"


def _label(each: Identified) -> str:
    """What the code of a bag or reel says besides, where the marking is one."""
    if each.label is None:
        return ""
    said = "; ".join(f"{field.name} {field.value}" for field in each.label.fields)
    lost = "".join(f"; not read: {wrong.read!r}" for wrong in each.label.problems)
    return f". The code of a bag or reel, which says what was packed: {said}{lost}"


def _codes(found: Sequence[Identified]) -> Table:
    rows: list[list[Inline]] = [
        [each.id, f"{code.base}: {'; '.join(map(_field, code.fields))}", code.standing]
        for each in found
        if (code := each.ordering)
    ]
    note = "The fields say how a part is packed, graded and sold."
    columns = ["Marking", "Ordering code by fields", "How far it can be relied on"]
    return Table("What the ordering codes say", columns, rows, note=note)


def _field(field: CodeField) -> str:
    return f"{field.name} {field.text}, {field.meaning or 'not listed'}"


def _made(each: Identified) -> str:
    dates = [reading.interval.words for reading in each.dates[:DATES]]
    more = len(each.dates) - len(dates)
    return "; ".join(dates) + (f" and {plural(more, 'other reading')}" if more else "") if dates else NOTHING


def _decided(each: Identified) -> Inline:
    said = each.judgement
    if said is None:
        return "by nobody"
    by = to_spans(shown(said.by))
    return [f"{said.decision}, by ", *by, f", {said.at[:10]}"]


def _remarks(found: Sequence[Identified]) -> Table:
    rows: list[list[Inline]] = [[each.id, "; ".join(each.remarks)] for each in found]
    note = "Observations with their reasons. None of them is a verdict of forgery."
    return Table("What in a marking does not fit together", ["Marking", "Observation"], rows, note=note)


def _others(found: Sequence[Identified]) -> str:
    counts = Counter(each.found.outcome for each in found)
    said: dict[Outcome, str] = {
        "part": f"resemble a part too little to be said to name it (confidence below {SURE})",
        "absent": "name no part of the catalogues that were searched",
        "unreadable": "cannot be read well enough to say",
    }
    return f"Of the other markings {listed(f'{counts[each]} {said[each]}' for each in said if counts[each])}."
