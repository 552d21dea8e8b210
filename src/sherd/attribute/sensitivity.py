"""Whether a conclusion stands when the settings are moved, or when one piece of evidence is missing.

The 27 cells of the grid vary pseudo-count, dependence and contamination; the weight reported is the weakest
of them. A leave-out repeats the whole grid without one thing; levels and priors stay as they were fixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from sherd.attribute.collection import Specimen
from sherd.attribute.dependence import CELLS, DEFAULT, Finding, sign, weakest, weights
from sherd.attribute.evidence import Scales, Weighable, findings
from sherd.attribute.words import expression
from sherd.model.weights import Cell, LeaveOut

Kind = Literal["feature", "group", "specimen", "event"]


def grid(cells: Sequence[float]) -> tuple[Cell, ...]:
    """The weights of the 27 cells with their settings."""
    return tuple(
        Cell(pseudo_count=a, rho=rho, epsilon=epsilon, weight=weight)
        for (a, rho, epsilon), weight in zip(CELLS, cells, strict=True)
    )


def leave_outs(weighables: Sequence[Weighable], fixed: Scales, reported: float) -> tuple[LeaveOut, ...]:
    """The weight without each feature, group and specimen, and each event that has several specimens."""
    return tuple(_left(kind, name, found, reported) for kind, name, found in _each(weighables, fixed))


def levels_sensitivity(weighables: Sequence[Weighable], fixed: Scales) -> tuple[tuple[str, float], ...]:
    """The default weight with one level fewer, and one more, for every feature."""
    return tuple(
        (name, weights(findings(weighables, fixed.stepped(step)))[DEFAULT])
        for name, step in (("C-1", -1), ("C+1", 1))
    )


def _left(kind: Kind, name: str, found: Iterable[Finding], before: float) -> LeaveOut:
    cells = weights(found)
    reported = weakest(cells)
    changes = (expression(reported), sign(reported)) != (expression(before), sign(before))
    return LeaveOut(
        kind=kind,
        name=name,
        default=cells[DEFAULT],
        reported=reported,
        words=expression(reported),
        changes=changes,
    )


def _each(weighables: Sequence[Weighable], fixed: Scales) -> Iterator[tuple[Kind, str, list[Finding]]]:
    whole = findings(weighables, fixed)
    for feature in [finding.feature for finding in whole]:
        yield "feature", feature, [finding for finding in whole if finding.feature != feature]
    for group in sorted({finding.group for finding in whole}):
        yield "group", group, [finding for finding in whole if finding.group != group]
    specimens = _drawn_on(weighables)
    for specimen in specimens:
        yield "specimen", specimen.id, findings(weighables, fixed, frozenset({specimen.id}))
    for unit in sorted({specimen.unit for specimen in specimens}):
        together = frozenset(specimen.id for specimen in specimens if specimen.unit == unit)
        if len(together) > 1:
            yield "event", unit, findings(weighables, fixed, together)


def _drawn_on(weighables: Sequence[Weighable]) -> list[Specimen]:
    drawn = {
        specimen.id: specimen
        for weighable in weighables
        if weighable.tells_apart
        for pool in (weighable.pool1, weighable.pool2)
        if pool
        for specimen in pool.specimens
    }
    return [drawn[id_] for id_ in sorted(drawn)]
