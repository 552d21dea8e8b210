"""What the findings on one item weigh for each pair of hypotheses of its case.

``attribute`` gives one result on the reference labels that are known independently and, where it would
differ, a second, separate one that accepts the publishers' labels as a stated assumption. Every pair is
weighed and every number kept; where a rule of refusal applies, no conclusion is given on that pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import copysign, log10
from typing import get_args

from attrs import evolve

from sherd.attribute.authenticity import break_even, conditions
from sherd.attribute.bench import Bench, laid_out
from sherd.attribute.breakdown import breakdown
from sherd.attribute.calibrate import Calibration, leave_one_event_out
from sherd.attribute.competing import matrix, told
from sherd.attribute.dependence import DEFAULT, sign, weakest, weights
from sherd.attribute.draws import LINKS, UNKNOWN, Draw, draw
from sherd.attribute.evidence import (
    COMPOSITE,
    Evidence,
    Scales,
    Weighable,
    composed,
    findings,
    known,
    not_weighed,
)
from sherd.attribute.examinations import examinations
from sherd.attribute.method import method_card, warnings
from sherd.attribute.modules import KIND
from sherd.attribute.observed import levels
from sherd.attribute.refusals import Deliberation, Fit, refusals
from sherd.attribute.reliability import reliability
from sherd.attribute.sensitivity import grid, leave_outs, levels_sensitivity
from sherd.attribute.words import (
    NO_CONCLUSION,
    OPENINGS,
    expression,
    opened,
    refusal_sentence,
    sentence,
)
from sherd.model.dates import TIME_WINDOW
from sherd.model.hypotheses import Hypothesis
from sherd.model.items import Feature
from sherd.model.record import CaseRecord
from sherd.model.weights import Attribution, Labels, PairWeight, SharedModules, Unused

ASSUMPTIONS: dict[Labels, str] = {
    "independent": "Reference specimens count only where their line is known otherwise than by a "
    "publisher's word.",
    "publisher": "Accepting the publisher's labels: reference specimens count also where only their "
    "publisher says from which line they come.",
}


def attribute(
    record: CaseRecord,
    item_id: str,
    one_object: Iterable[tuple[str, str]] = (),
    parts: Mapping[str, str] | None = None,
    window: int = TIME_WINDOW,
) -> tuple[Attribution, ...]:
    """What the findings on an item support: on independent labels, and on publishers' too where that differs.

    ``one_object`` names items that may be one, two by two, and ``parts`` the part that each component is, as
    a comparison found them; specimens more than ``window`` days from the item are named and do not count.
    Raises ``ValueError`` where the case has no such item.
    """
    doubted = tuple(one_object)
    independent, accepting = (
        weigh(record, item_id, labels, doubted, parts, window) for labels in get_args(Labels)
    )
    if independent.collection == accepting.collection:
        return (independent,)
    return independent, accepting


def weigh(
    record: CaseRecord,
    item_id: str,
    at_labels: Labels = "independent",
    one_object: Iterable[tuple[str, str]] = (),
    parts: Mapping[str, str] | None = None,
    window: int = TIME_WINDOW,
) -> Attribution:
    """Weigh every pair of hypotheses, in the order of their declaration, believing these reference labels.

    ``one_object``, ``parts`` and ``window``: as for ``attribute``.
    Raises ``ValueError`` where the case has no such item. Method: ``docs/attribute.md``.
    """
    bench = laid_out(record, item_id, at_labels, one_object, parts, window)
    best = _best_fit(bench)
    calibrations = {pair: _calibration(bench, pair) for pair in combinations(record.hypotheses, 2)}
    pairs = tuple(_pair(bench, pair, best, found) for pair, found in calibrations.items())
    return Attribution(
        case=record.case.id,
        item=item_id,
        labels=at_labels,
        assumption=_assumption(bench, at_labels),
        opening=OPENINGS.get(bench.item.custody_status, OPENINGS["unknown"]).strip(" ,"),
        lead_only=bench.item.custody_status == "broken",
        pairs=pairs,
        conditions=conditions(record, bench.item),
        break_even=tuple(break_even(pair) for pair in pairs if not pair.refused),
        unused=tuple(_unused(bench)),
        does_not_fit=tuple(dict.fromkeys(sentence for pair in pairs for sentence in _against(pair))),
        novel=tuple(_novel(bench)),
        collection=bench.collection.collected(),
        levels=tuple(
            bench.collection.levels(feature.id)
            for feature in record.features
            if feature.kind_ in ("category", COMPOSITE) and feature.link in LINKS
        ),
        method=method_card(
            record,
            bench.collection.everything.units,
            [reliability(one.id, two.id, found) for (one, two), found in calibrations.items() if found],
        ),
        warnings=(*warnings(record, bench.item, bench.seen), *_of_another_time(bench)),
        matrix=matrix(told(bench), bench),
        examinations=examinations(bench, pairs),
    )


def _pair(
    bench: Bench,
    pair: tuple[Hypothesis, Hypothesis],
    best: Fit | None,
    calibration: Calibration | None,
) -> PairWeight:
    one, two = pair
    found = bench.evidence(one, two)
    numbers = evolve(_numbers(one, two, found, bench.fixed), modules=_modules(bench, pair))
    refused = refusals(
        Deliberation(
            h1=one,
            h2=two,
            item=bench.item,
            pair=numbers,
            weighables=found.weighable,
            observed=found.observed,
            features=bench.record.features,
            lines=bench.record.lines,
            best=best,
            cllr=calibration.cllr if calibration else None,
            n=calibration.n if calibration else 0,
        )
    )
    custody = bench.item.custody_status
    if refused:
        return evolve(numbers, refused=refused, sentence=opened(custody, refusal_sentence(one, two, refused)))
    units = numbers.n2 if numbers.default > 0 else numbers.n1
    said = sentence(one, two, numbers.reported, numbers.default, numbers.ceiling, units)
    return evolve(
        numbers,
        words=expression(numbers.reported),
        favours=one.id if numbers.reported > 0 else two.id,
        sentence=opened(custody, said),
    )


def _numbers(one: Hypothesis, two: Hypothesis, found: Evidence, fixed: Scales) -> PairWeight:
    """Every number of a pair, before anyone asks whether it may be concluded on."""
    cells = weights(findings(found.weighable, fixed))
    default, reported = cells[DEFAULT], weakest(cells)
    n1, n2 = _units(found.weighable, first=True), _units(found.weighable, first=False)
    return PairWeight(
        h1=one.id,
        h2=two.id,
        default=default,
        reported=reported,
        lo=min(cells),
        hi=max(cells),
        ceiling=copysign(log10((n2 if default > 0 else n1) + 1), default) if default else 0.0,
        words=NO_CONCLUSION,
        favours=None,
        sentence="",
        refused=(),
        groups=tuple(breakdown(found.weighable, fixed)),
        grid=grid(cells),
        leave_outs=leave_outs(found.weighable, fixed, reported),
        n1=n1,
        n2=n2,
        unweighed=found.unweighed,
        levels_sensitivity=levels_sensitivity(found.weighable, fixed),
    )


def _modules(bench: Bench, pair: tuple[Hypothesis, Hypothesis]) -> tuple[SharedModules, ...]:
    """What all modules compared say of a pair, drawn as the feature table groups them, else as sources."""
    rows = [feature for feature in bench.record.features if feature.kind_ == KIND]
    group, link = (rows[0].group, rows[0].link) if rows else (KIND, "source")
    one, two = (draw(hypothesis, group, link, bench.record.lines) for hypothesis in pair)
    return bench.pools.modules.compared(one, two, rows)


def _units(weighables: Sequence[Weighable], first: bool) -> int:
    """Units examined under one side, at their fewest over the lines it draws on; 0 where one is unknown."""
    telling = [weighable for weighable in weighables if weighable.tells_apart]
    if any(weighable.side(first)[1] is None for weighable in telling):
        return 0
    return min((found.examined for found in known(telling, first)), default=0)


def _best_fit(bench: Bench) -> Fit | None:
    """The documented line, or the mix that a hypothesis names, that explains the item best; Formula (10)."""
    case = bench.record.case.id
    nobody = Hypothesis(case=case, id=UNKNOWN, words="an undocumented line")
    lines = [
        Hypothesis(case=case, id=f"line {line}", words=line, draws=dict.fromkeys(LINKS, line))
        for line in bench.collection.lines
    ]
    fits = [
        Fit(accounted.id, weights(findings(found.weighable, bench.fixed))[DEFAULT])
        for accounted in (*lines, *bench.record.hypotheses)
        for found in [bench.evidence(accounted, nobody)]
        if found.weighable and all(weighable.pool1 is not None for weighable in found.weighable)
        if any(line.examined for line in known(found.weighable, first=True))
    ]
    return max(fits, key=lambda fit: fit.weight, default=None)


def _calibration(bench: Bench, pair: tuple[Hypothesis, Hypothesis]) -> Calibration | None:
    """How weights of this pair fare on known specimens, where each side draws on one set of lines."""
    features = [f for f in bench.record.features if f.kind_ != KIND and not not_weighed(f, bench.fixed)]
    draws = {_draws(bench, pair, feature) for feature in features}
    apart = {(one, two) for one, two in draws if one != two}
    if len(apart) != 1:
        return None
    (one, two) = apart.pop()
    pools = bench.pools(one), bench.pools(two)
    if pools[0] is None or pools[1] is None:
        return None
    telling = [f for f in features if _draws(bench, pair, f) == (one, two)]
    joined = composed([(feature, pools) for feature in telling])
    telling = [feature for feature in telling if feature.id not in joined]
    return leave_one_event_out((one, two), (pools[0], pools[1]), telling, bench.fixed)


def _draws(bench: Bench, pair: tuple[Hypothesis, Hypothesis], feature: Feature) -> tuple[Draw, Draw]:
    one, two = (draw(h, feature.group, feature.link, bench.record.lines) for h in pair)
    return one, two


def _of_another_time(bench: Bench) -> Iterator[str]:
    if named := bench.collection.another_time:
        yield f"Of another time than the item, and not counted: {', '.join(named)}."


def _assumption(bench: Bench, labels: Labels) -> str:
    """What is assumed about the labels, those inferred from a feature that is named included."""
    basis = {item.id: item.label_basis for item in bench.record.items}
    inferred = [s.id for s in bench.collection.everything.specimens if basis[s.id] == "inferred"]
    if not inferred:
        return ASSUMPTIONS[labels]
    return (
        f"{ASSUMPTIONS[labels]} The line of {', '.join(inferred)} is inferred from features that the record "
        "names; it weighs neither them nor what hangs together with them."
    )


def _unused(bench: Bench) -> Iterator[Unused]:
    yield from bench.seen.unused
    yield from bench.collection.kept_out
    for specimen in bench.collection.everything.specimens:
        yield from bench.others[specimen.id].unused


def _against(pair: PairWeight) -> Iterator[str]:
    """The findings that speak against what the pair concludes."""
    towards = sign(pair.reported) if not pair.refused else 0
    for feature in (feature for group in pair.groups for feature in group.features):
        if towards and sign(feature.weight) == -towards:
            other = pair.h2 if towards > 0 else pair.h1
            yield f"{feature.basis}: speaks for {other} over {pair.favours} ({abs(feature.weight):.2f} bans)"


def _novel(bench: Bench) -> Iterator[tuple[str, str]]:
    for feature in bench.record.features:
        value = bench.seen.values.get(feature.id)
        if feature.link not in LINKS or value is None:
            continue
        seen = bench.collection.levels(feature.id).seen
        yield from ((feature.id, level) for level in levels(value) if level not in seen)
