"""The method card that goes with every weight, and what else a reader must be told before believing one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sherd.attribute.draws import LINKS, UNKNOWN
from sherd.attribute.evidence import FINISH
from sherd.attribute.observed import LANGUAGE_EPSILON, LOOSE_EPSILON, Observed, is_language
from sherd.attribute.reliability import validation
from sherd.attribute.words import reach_sentence, scale_name
from sherd.model.dates import Interval
from sherd.model.items import Feature, Item
from sherd.model.reasoning import Reliability
from sherd.model.record import CaseRecord
from sherd.model.weights import MethodCard

NAME, VERSION = "Dirichlet-multinomial weight of evidence", "1"
SETTINGS = (
    "default: pseudo-count A = 1, dependence ρ = 0.5, contamination ε = 0.05; "
    "grid: A 0.5, 1, 2; ρ 0, 0.5, 1; ε 0, 0.05, 0.1; reported is the weakest of the 27 cells"
)


def method_card(record: CaseRecord, n: int, tested: Sequence[Reliability]) -> MethodCard:
    """By which method and tables the numbers were made, and how far it is tested on ``n`` known units."""
    return MethodCard(
        method=NAME,
        version=VERSION,
        scale=scale_name(),
        feature_table=_decided(record.features),
        settings=SETTINGS,
        n=n,
        validation=validation(n),
        cllr=tuple((found.h1, found.h2, found.cllr) for found in tested),
        reliability=tuple(tested),
    )


def warnings(record: CaseRecord, item: Item, seen: Observed) -> tuple[str, ...]:
    """What bears on the weights without being one of them, one sentence each."""
    return tuple(_warnings(record, item, seen))


def _warnings(record: CaseRecord, item: Item, seen: Observed) -> Iterator[str]:
    if record.hypotheses:
        named = {h.level for h in record.hypotheses if set(h.draws.values()) - {UNKNOWN}}
        yield reach_sentence(named)
    yield from _drawn_in_vain(record)
    silent = [hypothesis.id for hypothesis in record.hypotheses if not hypothesis.exclusive_with]
    if len(silent) > 1:
        yield (
            f"The accounts {', '.join(silent)} do not say what they exclude: they are assumed to exclude one "
            "another."
        )
    yield from _late(record.features, item.documented_at)
    if loose := sorted(seen.loose & set(seen.values)):
        least = f"{LOOSE_EPSILON:g}"
        yield f"Seen on loose parts only, so that contamination is at least {least}: {', '.join(loose)}."
    if deceptive := sorted(f.id for f in record.features if is_language(f) and f.id in seen.values):
        yield (
            "The language of markings is written to be seen and may deceive, so that contamination is at "
            f"least {LANGUAGE_EPSILON:g} in every setting: {', '.join(deceptive)}."
        )
    if passed := _passed_through(record.features, seen):
        yield (
            "Seen on parts that are not integral, which bear on whose hands the item passed through as much "
            f"as on who made it: {', '.join(passed)}."
        )


def _drawn_in_vain(record: CaseRecord) -> Iterator[str]:
    known = {*LINKS, FINISH, *(feature.group for feature in record.features)}
    for hypothesis in record.hypotheses:
        for key in sorted(set(hypothesis.draws) - known):
            yield (
                f"The account {hypothesis.id} draws {key} = {hypothesis.draws[key]}, but {key} is no kind of "
                "evidence and no group of a feature, so that it bears on nothing."
            )


def _late(features: Sequence[Feature], opened: Interval | None) -> Iterator[str]:
    if opened is None:
        if features:
            yield (
                "The record does not say when the item was documented, so nobody can tell whether the "
                "feature table came first."
            )
        return
    late = [f.id for f in features if f.decided.first and opened.last and f.decided.first > opened.last]
    if late:
        yield f"Decided after the item was documented ({opened.words}): {', '.join(late)}."


def _passed_through(features: Sequence[Feature], seen: Observed) -> list[str]:
    return [f.id for f in features if f.link == "source" and f.id in seen.pluggable and f.id in seen.values]


def _decided(features: Sequence[Feature]) -> str:
    decided = sorted({str(feature.decided): feature.decided for feature in features}.items())
    days = ", ".join(interval.words for _, interval in decided)
    return f"{len(features)} features, decided {days}" if features else "no features"
