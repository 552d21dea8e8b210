"""The whole comparison: every slot of two items, or a case of a thousand with itself, and what was left out.

Up to ``FULL`` pairs of items are listed slot by slot, in every state. Beyond that a list of every slot would
be read by nobody: the pairs that share the rarest parts are listed, with their shared and similar slots of
parts that are no commodity, and a sentence says how much was left out.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

import attrs
from attrs import frozen

from sherd.compare.beside import Beside, in_words
from sherd.compare.evidence import by_pair, shared_marks
from sherd.compare.features import difference_table
from sherd.compare.listed import Listed, components_listed
from sherd.compare.matrix import Neighbours, neighbours
from sherd.compare.pair import Match
from sherd.compare.related import related
from sherd.compare.same_object import Doubts, items_in_doubt, same_objects
from sherd.compare.sharing import Collection, sharing, sharing_of_bases
from sherd.compare.tables import changes, shifts
from sherd.model.dates import TIME_WINDOW
from sherd.model.findings import Comparison, FeatureFinding, Finding, PairSummary, SharedMark
from sherd.model.items import Feature
from sherd.model.named import NamedPart
from sherd.model.record import CaseRecord

FULL = 190
"""Up to so many pairs of items (20 items, each with each) every slot is listed."""

LISTED_PAIRS = 10_000
"""Beyond ``FULL``, how many pairs of items are summarised: those that share the rarest parts."""

LISTED_FINDINGS = 20_000
"""Beyond ``FULL``, how many shared and similar slots are listed, those of the rarest parts."""

LISTED_FEATURES = 20_000
"""Beyond so many rows, the difference table leaves out the single reference specimens."""


def compare(
    record: CaseRecord,
    items: Sequence[str] = (),
    with_: Sequence[str] = (),
    named: Mapping[str, NamedPart] | None = None,
    earlier: Sequence[Feature] | None = None,
    window: int = TIME_WINDOW,
) -> Comparison:
    """Compare items of a case.

    ``items`` with ``with_``: each of the one with each of the other. Several ``items``: each with each. One:
    with every other item of the case. None: all against all. Sharing and same objects are always sought in
    the whole case, and told as far as they touch what is compared. ``named`` gives, by component, the part
    that its marking was found to name; ``earlier`` is the feature table as it stood when the first item in
    question was opened, where it was changed since; reference specimens further than ``window`` days from an
    item are named and do not count.

    Raises ``ValueError`` for an id that is no item of the case.
    """
    everything = tuple(item.id for item in record.items)
    asked = tuple(dict.fromkeys([*items, *with_])) or everything
    _refuse_unknown(record.case.id, frozenset(everything), asked)
    listed = components_listed(record, named)
    found = same_objects(record, listed)
    doubts = Doubts.of(found, listed)
    collection = Collection.of(record, listed, doubts)
    sides = _sides(tuple(dict.fromkeys(items)), tuple(dict.fromkeys(with_)), everything)
    slots = _slots(collection, listed, sides)
    marks = shared_marks(record, doubts)
    features, left_out = _features(record, items or everything, with_, doubts, window)
    before = features
    if earlier is not None:
        past = attrs.evolve(record, features=tuple(earlier))
        before, _ = _features(past, items or everything, with_, doubts, window)
    among = frozenset(asked)
    return Comparison(
        case=record.case.id,
        items=asked,
        pairs=slots.findings,
        summaries=tuple(_with_marks(slots.summaries, marks)),
        sharing=sharing(collection, among),
        bases=sharing_of_bases(collection, among),
        same_objects=tuple(each for each in found if each.item_a in among or each.item_b in among),
        features=features,
        marks=tuple(each for each in marks if among & set(each.items)),
        table_changes=() if earlier is None else changes(earlier, record.features),
        table_shifts=shifts(before, features),
        related=related(each for item in asked for each in listed[item]),
        left_out=(*slots.left_out, *left_out),
    )


def doubted_items(record: CaseRecord) -> tuple[tuple[str, str], ...]:
    """The items that are possibly one object, two by two, as the comparison of the whole case finds them."""
    return items_in_doubt(same_objects(record, components_listed(record)))


@frozen
class _Sides:
    """The items on either side of the pairs asked for."""

    first: tuple[str, ...]
    second: tuple[str, ...]

    def __len__(self) -> int:
        """How many pairs there are, each counted once whichever comes first."""
        both = len(frozenset(self.first) & frozenset(self.second))
        return len(self.first) * len(self.second) - both * (both + 1) // 2

    def pairs(self) -> list[tuple[str, str]]:
        found = {
            frozenset((a, b)): (a, b) for a in reversed(self.first) for b in reversed(self.second) if a != b
        }
        return sorted(
            found.values(), key=lambda pair: (self.first.index(pair[0]), self.second.index(pair[1]))
        )


@frozen
class _Slots:
    findings: tuple[Finding, ...]
    summaries: tuple[PairSummary, ...]
    left_out: tuple[str, ...] = ()


def _sides(items: tuple[str, ...], with_: tuple[str, ...], everything: tuple[str, ...]) -> _Sides:
    if with_:
        return _Sides(items or everything, with_)
    if len(items) == 1:
        return _Sides(items, everything)
    return _Sides(items or everything, items or everything)


def _slots(collection: Collection, listed: Mapping[str, Sequence[Listed]], sides: _Sides) -> _Slots:
    """Every slot of few pairs, or the telling slots of the pairs among many that share the rarest parts."""
    if len(sides) > FULL:
        return _telling(collection, listed, sides)
    laid = [Beside.of(a, b, listed[a], listed[b], collection) for a, b in sides.pairs()]
    return _Slots(
        findings=tuple(finding for each in laid for finding in each.findings()),
        summaries=tuple(each.summary() for each in laid),
    )


def _telling(collection: Collection, listed: Mapping[str, Sequence[Listed]], sides: _Sides) -> _Slots:
    near = neighbours(collection, list(listed), frozenset(sides.first), frozenset(sides.second), LISTED_PAIRS)
    summaries: list[PairSummary] = []
    telling: list[tuple[float, int, str, str, Match]] = []
    for a, b in near.pairs:
        each = Beside.of(a, b, listed[a], listed[b], collection)
        telling += ((-rarity, len(summaries), a, b, match) for match, rarity in each.telling())
        summaries.append(each.summary())
    telling.sort(key=lambda slot: slot[:2])
    kept = sorted(telling[:LISTED_FINDINGS], key=lambda slot: slot[1])
    return _Slots(
        findings=tuple(in_words(a, b, match, collection) for _, _, a, b, match in kept),
        summaries=tuple(summaries),
        left_out=_left_out(len(sides), near, len(telling) - len(kept)),
    )


def _with_marks(summaries: Iterable[PairSummary], marks: Iterable[SharedMark]) -> Iterator[PairSummary]:
    """Each summary with what speaks of one factory and of one supply beside its score, which does not."""
    pairs = by_pair(marks)
    for each in summaries:
        found = pairs.get(frozenset((each.a, each.b)), ())
        yield (
            attrs.evolve(
                each,
                factory=tuple(mark.basis for mark in found if mark.speaks_of == "factory"),
                supply=tuple(mark.basis for mark in found if mark.speaks_of == "supply"),
            )
            if found
            else each
        )


def _left_out(pairs: int, near: Neighbours, more: int) -> tuple[str, ...]:
    said = [
        f"{len(near.pairs)} of {pairs} pairs of items are listed, those that share the rarest parts: "
        f"{near.informative} pairs share a part that is no commodity; {near.commodities} commodity parts "
        "were not paired at all",
        "of the pairs listed, the findings name only slots that are shared or similar in a part that is no "
        "commodity; every state is counted in the summaries",
    ]
    if more:
        said.append(f"{more} more shared or similar slots of the pairs listed are counted, not listed")
    return tuple(said)


def _features(
    record: CaseRecord, items: Iterable[str], with_: Sequence[str], doubts: Doubts, window: int
) -> tuple[tuple[FeatureFinding, ...], tuple[str, ...]]:
    """The difference table of the items in question among those asked for, else of all of them.

    Beside every line, and beside the reference specimens asked for with ``with_``, else all.
    """
    asked = tuple(dict.fromkeys(items))
    among = frozenset(asked)
    questioned = tuple(item.id for item in record.items if item.role == "item" and item.id in among)
    rows = questioned or asked
    beside = frozenset(with_) or frozenset(item.id for item in record.items if item.role == "reference")
    if len(rows) * len(beside) * len(record.features) <= LISTED_FEATURES:
        return difference_table(record, rows, doubts, beside, window), ()
    said = f"the difference table of {len(rows)} items shows lines only, not every reference specimen"
    return difference_table(record, rows, doubts, (), window), (said,)


def _refuse_unknown(case: str, everything: Container[str], asked: Iterable[str]) -> None:
    unknown = [item for item in asked if item not in everything]
    if unknown:
        raise ValueError(f"case {case!r} has no item called {', '.join(map(repr, unknown))}")
