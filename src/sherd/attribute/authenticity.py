"""Whether the item is what it seems: conditions of a conclusion, never a weight.

Planting, mixing of wrecks and re-marking have no honest likelihood. So the points are listed, and beside the
conclusion stands the break-even: how probable alteration would have to be to cancel the weight.

A person judges a point with a judgement of kind ``authenticity`` on the item, whose decision reads
``marks_genuine: yes``. To add a point: a line in ``POINTS``, a line in ``docs/attribute.md``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

from attrs import frozen

from sherd.attribute.dependence import sign
from sherd.attribute.observed import local
from sherd.model.items import Item
from sherd.model.judgements import Judgement
from sherd.model.record import CaseRecord
from sherd.model.weights import BreakEven, Condition, PairWeight

Met: TypeAlias = Literal["yes", "no", "unknown"]
Said: TypeAlias = tuple[Met, str]

_YES = {"yes", "true", "y", "1"}
_NO = {"no", "false", "n", "0", "none"}
_JUDGED = re.compile(r"\s*(\w+)\s*[:=]\s*(yes|no|unknown)\b", re.IGNORECASE)
_BEFORE_REMOVAL = re.compile(r"in[ _-]situ|before[ _-]removal", re.IGNORECASE)


def conditions(record: CaseRecord, item: Item) -> tuple[Condition, ...]:
    """Every point of the checklist for an item: as judged, else as recorded, else unknown. Formula (12)."""
    judged = _judged(record, item)
    return tuple(
        Condition(point=point.words, met=met, basis=basis)
        for key, point in POINTS.items()
        for met, basis in [judged.get(key) or point.read(record, item)]
    )


def break_even(pair: PairWeight) -> BreakEven:
    """How probable alteration must be to cancel a pair's reported weight, if it explained every finding.

    With q = P(altered) and P(findings | altered) = 1 the weight is cancelled at LR = 1/q.
    Raises ``ValueError`` for a pair that reports nothing.
    """
    if not sign(pair.reported):
        raise ValueError(f"{pair.h1!r} against {pair.h2!r} reports no weight that could be cancelled")
    q = 10.0 ** -abs(pair.reported)
    best, other = (pair.h1, pair.h2) if pair.reported > 0 else (pair.h2, pair.h1)
    return BreakEven(
        h1=pair.h1,
        h2=pair.h2,
        probability=q,
        sentence=f"The weight for {best} over {other} is cancelled if the item is altered, planted or mixed "
        f"with a probability of {100 * q:.2g} % (1 in {1 / q:,.0f}) or more.",
    )


def connected(record: CaseRecord, item: Item) -> Said:
    """As the item's record says."""
    word = (item.connected or "").strip()
    if not word:
        return "unknown", "the record does not say whether the parts were connected"
    first = re.split(r"\W+", word.casefold())[0]
    met: Met = "yes" if first in _YES else "no" if first in _NO else "unknown"
    return met, f"recorded as “{word}”"


def photographed(record: CaseRecord, item: Item) -> Said:
    """A photograph whose view says that it was taken in situ or before removal."""
    case = record.case.id
    photos = [photo for photo in record.photographs if photo.item and local(photo.item, case) == item.id]
    early = [photo.id for photo in photos if _BEFORE_REMOVAL.search(photo.view or "")]
    if early:
        return "yes", f"photographs {', '.join(early)}"
    return "unknown", f"none of {len(photos)} photographs is recorded as taken before removal"


def second_party(record: CaseRecord, item: Item) -> Said:
    """Recovered by one party and documented by another."""
    if item.recovered_by and item.documented_by:
        met: Met = "yes" if item.recovered_by != item.documented_by else "no"
        said = "different parties" if met == "yes" else "one and the same party"
        return met, f"recovered and documented by {said}"
    return "unknown", "the record does not name who recovered it and who documented it"


def source_not_party(record: CaseRecord, item: Item) -> Said:
    """As the record of the item's source says."""
    case = record.case.id
    wanted = local(item.source, case) if item.source else ""
    source = next((found for found in record.sources if found.id == wanted), None)
    word = (source.party_to_conflict or "").strip() if source else ""
    if not word:
        return "unknown", "the record does not say whether its source is a party to the conflict"
    if word.casefold() in _NO:
        return "yes", "its source is recorded as no party to the conflict"
    return "no", f"its source is recorded as a party to the conflict ({word})"


def not_judged(record: CaseRecord, item: Item) -> Said:
    """Only a person can say."""
    return "unknown", "nobody has judged it"


@frozen
class Point:
    """A point of the checklist, and how the record answers it."""

    words: str
    read: Callable[[CaseRecord, Item], Said]


POINTS: Mapping[str, Point] = {
    "connected": Point("parts physically connected", connected),
    "damage_continuous": Point("damage, soil, soot and corrosion continuous", not_judged),
    "fasteners_undisturbed": Point("fasteners undisturbed", not_judged),
    "lots_consistent": Point("lots mutually consistent", not_judged),
    "photographed_before_removal": Point("photographed before removal", photographed),
    "second_party": Point("seen by a second party", second_party),
    "source_not_party": Point("source not a party to the conflict", source_not_party),
    "marks_genuine": Point("marks genuine", not_judged),
}
"""The checklist, by the key that a judgement's decision names."""


def _judged(record: CaseRecord, item: Item) -> dict[str, Said]:
    case = record.case.id
    about = [
        judgement
        for judgement in record.judgements
        if judgement.kind_ == "authenticity" and local(judgement.subject, case) == item.id
    ]
    return {key: said for judgement in about for key, said in _decisions(judgement)}


def _decisions(judgement: Judgement) -> list[tuple[str, Said]]:
    words: dict[str, Met] = {"yes": "yes", "no": "no", "unknown": "unknown"}
    return [
        (key.casefold(), (words[met.casefold()], f"judgement {judgement.id}: {judgement.reason}"))
        for part in re.split(r"[;,|]", judgement.decision)
        for key, met in [match.groups() for match in [_JUDGED.match(part)] if match]
    ]
