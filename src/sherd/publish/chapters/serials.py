"""How many were made, as far as serial numbers tell; digits that would name the unit are withheld."""

from __future__ import annotations

from collections.abc import Iterator

from sherd.model.casewide import SystemSerials
from sherd.model.document import Block, Callout, Column, Inline, Paragraph, Section, Table
from sherd.model.serials import Population, Series
from sherd.publish.charts import made_chances, serial_dates
from sherd.publish.digits import digits_withheld, told
from sherd.publish.material import Material
from sherd.publish.phrases import NOTHING, Sources, listed, plural

READING = (
    "Serials found on a battlefield are no even sample of what was made: older stock is used first, numbers "
    "may skip or be scrambled, and things found together count once. Every number here is an estimate that "
    "bounds what was made up to some time before the last find."
)


def chapter(material: Material, _sources: Sources) -> Section | None:
    """One table per system model, with pictures where there is enough; None where no item bears a serial."""
    if not material.whole.serials:
        return None
    digits = digits_withheld(material.clearance, material.record.case.withhold_serial_digits)
    blocks: list[Block] = [Paragraph(READING)]
    if digits:
        blocks.append(
            Paragraph(
                f"The last {plural(digits, 'digit')} of each serial are withheld here and estimates are "
                "rounded: a published serial tells its maker which unit was recovered."
            )
        )
    names = {system.id: str(system.name) for system in material.record.systems}
    for number, found in enumerate(material.whole.serials, 1):
        blocks += _system(found, names.get(found.system, found.system or "system not stated"), number, digits)
    return Section("serials", "Serial numbers", blocks)


def _system(found: SystemSerials, name: str, number: int, digits: int) -> Iterator[Block]:
    columns = [
        Column("Series", width=16),
        Column("Serials, finds", width=14),
        Column("Estimate", width=14),
        Column("95 % by", width=14),
        Column("On what it rests, or why there is none", width=42),
    ]
    rows: list[list[Inline]] = [_row(one, digits) for one in found.series]
    rows += [[unread.item, "1", NOTHING, NOTHING, f"left out: {unread.why}"] for unread in found.unread]
    yield Table(f"Series of serials: {name}", columns, rows, header_column=True, note=_note(found, digits))
    if found.not_pooled and len(found.series) > 1:
        yield Callout("limit", "Not counted together", "; ".join(found.not_pooled) + ".")
    for place, (title, chances) in enumerate(found.posteriors, 1):
        of = next(
            of for one in found.series if one.name == title and (of := one.population or one.unknown_start)
        )
        if of.median is not None and of.upper is not None and not digits:
            id_ = f"made-chances-{number}-{place}"
            yield made_chances.figure(id_, title, chances, of.median, of.upper, of.effective)
    if len({point.day for point in found.points}) > 1:
        yield serial_dates.figure(f"serial-dates-{number}", found.points, found.pace, digits)
    if found.pace:
        yield Paragraph(
            f"Pace {found.pace.per_day:.2f} numbers a day, {found.pace.lower:.2f} to {found.pace.upper:.2f} "
            f"with 95 %: {found.pace.basis}."
        )


def _row(one: Series, digits: int) -> list[Inline]:
    best = one.population or one.unknown_start
    notes = "; ".join(one.notes)
    finds = len({serial.cluster or serial.item for serial in one.serials})
    counted = f"{len(one.serials)}, {finds}"
    if best is None:
        return [one.name, counted, NOTHING, NOTHING, _unnamed(one.refused, digits)]
    said = f"{plural(best.effective, 'independent find')}, start {best.start}"
    return [
        one.name,
        counted,
        told(best.estimate, digits),
        _upper(best, digits),
        f"{said}; {notes}" if notes else said,
    ]


def _unnamed(reason: str, digits: int) -> str:
    """A reason without the serials that it names."""
    return (
        reason.partition(" (")[0] + ": " + reason.rpartition("): ")[2] if digits and "(" in reason else reason
    )


def _upper(best: Population, digits: int) -> str:
    return "no bound from so few" if best.upper is None else told(best.upper, digits)


def _note(found: SystemSerials, digits: int) -> str:
    if found.total is None:
        return ""
    total = found.total
    names = listed(one.name for one in found.series)
    return (
        f"Added up over {names}, never pooled: {told(total.estimate, digits)}, between "
        f"{told(total.lower, digits)} and {told(total.upper, digits)} with 95 %."
    )
