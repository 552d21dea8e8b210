"""What a case says as a whole, in the lines of a terminal page: dates of one item, then the case."""

from __future__ import annotations

from collections.abc import Iterator

from sherd.model.casewide import CaseWide
from sherd.model.timing import AS_PUBLISHED, ItemDates
from sherd.publish.chapters.changes import sentences
from sherd.publish.phrases import plural


def item_lines(found: ItemDates) -> Iterator[str]:
    """The dates of one item: not before, parts after each control date, lag, and what is missing."""
    if found.not_before:
        early = found.not_before.without_latest
        without = f" (without its latest part: {early})" if early else " (its only dated part)"
        yield f"not put together before {found.not_before.certain}{without}; {found.not_before.basis}"
    if found.parts:
        yield _dated_by(found)
    for after in found.after:
        yield (
            f"on or after {after.control.when} ({after.control.words}, {after.control.source}): "
            f"{after.certain} certain, {after.possible} possible, {after.expected:.2f} expected of "
            f"{after.of} dated parts"
        )
    if found.after:
        yield "a date of manufacture shows no breach of any control"
    if found.lag:
        most = "" if found.lag.most is None else f" to {found.lag.most:,}"
        yield f"from the manufacture of its latest part to recovery {found.lag.least:,}{most} days"
    yield from found.impossible
    yield from found.at_odds
    yield from found.refused


def _dated_by(found: ItemDates) -> str:
    """How many parts are dated by their publisher, by their marking, or by both."""
    stated = sum(any(one.basis == AS_PUBLISHED for one in part.readings) for part in found.parts)
    both = sum(bool(part.beside) for part in found.parts)
    return (
        f"{plural(len(found.parts), 'dated part')}: {stated} as published ({both} of these read from the "
        f"marking as well), {len(found.parts) - stated} as read from the marking alone"
    )


def case_lines(whole: CaseWide) -> Iterator[str]:
    """Serials, lines, lineage and shares of the case, and what is missing for those that are not there."""
    for of in whole.serials:
        for one in of.series:
            best = one.population or one.unknown_start
            said = f"about {best.estimate:,.0f}; {best.basis}" if best else one.refused
            yield f"{of.system or 'no system'}, series {one.name}: {said}"
        yield from (f"{of.system}, {unread.text!r} on {unread.item}: {unread.why}" for unread in of.unread)
    if whole.lines:
        best_division = whole.lines.best[0]
        blocks = " | ".join(", ".join(block) for block in best_division.blocks)
        yield f"most probable division into lines ({best_division.p:.2f}): {blocks}"
    for system, found in whole.lineages:
        yield from (f"{system}, {d.variant}: {d.basis}" for d in found.descents)
    for _, share in whole.shares:
        yield from sentences(share)
    yield from (f"{missing.what}: needs {missing.needs}" for missing in whole.missing)
