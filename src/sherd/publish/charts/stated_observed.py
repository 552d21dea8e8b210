"""How sure answers said they were, against how often they were right, on markings of known truth.

Answers are put in order of their stated confidence and cut into groups of equal count. Where the point of a
group lies on its band, what was stated was borne out; a point left of the band means that answers promised
too much. The line through a point is its 95 % interval (Wilson 1927): a group is a sample too.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from attrs import frozen

from sherd.model.document import Column, Figure, Inline, Json, Table
from sherd.publish.charts.style import HAIR, INK, ORANGE, SAND, Spec, chart, step

Z = 1.959964
"""Of a normal distribution, 95 % lies within so many standard deviations."""

SIGNS = {"stated": "M0,-1.1L0,1.1", "observed": "circle"}


@frozen
class Group:
    """Answers of like confidence: the mean that they stated, how many were right, of how many."""

    stated: float
    right: int
    of: int

    @property
    def observed(self) -> float:
        """The share that was right."""
        return self.right / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of that share.

        >>> [round(end, 4) for end in Group(0.98, 81, 263).interval]  # Newcombe 1998, table I
        [0.2553, 0.3662]
        """
        middle = self.observed + Z * Z / (2 * self.of)
        spread = Z * math.sqrt(self.observed * (1 - self.observed) / self.of + Z * Z / (4 * self.of**2))
        whole = 1 + Z * Z / self.of
        return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


def figure(groups: Sequence[Group], within: float, id: str) -> Figure:
    """The picture of groups in order of confidence; ``within`` is what stated and observed may lie apart.

    Raises ValueError for no group, or one of no answers.
    """
    if not groups or not all(group.of for group in groups):
        raise ValueError("reliability is shown of one group or more, each of one answer or more")
    worst = max(groups, key=lambda group: abs(group.stated - group.observed))
    apart = abs(worst.stated - worst.observed)
    kept = sum(abs(group.stated - group.observed) <= within for group in groups)
    return Figure(
        id,
        f"{sum(group.of for group in groups):,} answers in {len(groups)} groups by stated confidence: what "
        f"they stated (upright stroke, the band ± {within:g} around it) and how many were right (circle with "
        "its 95 % interval).",
        f"{kept} of {len(groups)} groups lie within {within:g}; the widest apart stated {worst.stated:.3f} "
        f"and was right in {worst.observed:.3f}, {apart:.3f} apart.",
        _spec(groups, within),
        _twin(groups),
    )


def _spec(groups: Sequence[Group], within: float) -> Spec:
    low = min(min(group.interval[0], group.stated - within) for group in groups)
    names = [f"{n}" for n in range(1, len(groups) + 1)]
    spans: list[dict[str, Json]] = [
        {
            "group": name,
            "from": max(0.0, group.stated - within),
            "to": min(1.0, group.stated + within),
            "low": group.interval[0],
            "high": group.interval[1],
        }
        for name, group in zip(names, groups, strict=True)
    ]
    points: list[Json] = [
        {"group": name, "at": at, "kind": kind}
        for name, group in zip(names, groups, strict=True)
        for kind, at in (("stated", group.stated), ("observed", group.observed))
    ]
    y: Spec = {
        "field": "group",
        "type": "ordinal",
        "sort": list(names),
        "axis": {"title": "group, least sure first", "ticks": False, "domain": False, "grid": False},
    }
    x: Spec = {
        "field": "from",
        "type": "quantitative",
        "scale": {"domain": [math.floor(low * 20) / 20, 1], "nice": False},
        "axis": {
            "title": "confidence stated, share observed",
            "format": ".2f",
            "tickCount": 8,
            "gridColor": HAIR,
        },
    }
    shape: Spec = {
        "field": "kind",
        "type": "nominal",
        "scale": {"domain": list(SIGNS), "range": list(SIGNS.values())},
    }
    fill: Spec = {"condition": {"test": "datum.kind === 'observed'", "value": ORANGE}, "value": INK}
    return chart(
        [
            {"mark": {"type": "bar", "color": SAND, "height": {"band": 0.72}},
             "encoding": {"x": x, "x2": {"field": "to"}, "y": y}},
            {"mark": {"type": "rule", "color": INK, "strokeWidth": 1},
             "encoding": {"x": {**x, "field": "low"}, "x2": {"field": "high"}, "y": y}},
            {"data": {"values": points},
             "mark": {"type": "point", "size": 80, "stroke": INK, "strokeWidth": 1.6},
             "encoding": {"x": {**x, "field": "at"}, "y": y, "shape": shape, "fill": fill}},
        ],
        spans,
        step(len(groups), 24),
    )  # fmt: skip


def _twin(groups: Sequence[Group]) -> Table:
    columns = [
        Column("Group"),
        Column("Answers", "right"),
        Column("Stated", "right"),
        Column("Observed", "right"),
        Column("95 % interval", "right"),
        Column("Apart", "right"),
    ]
    rows: list[list[Inline]] = [
        [
            str(number),
            f"{group.of:,}",
            f"{group.stated:.3f}",
            f"{group.observed:.3f}",
            f"{group.interval[0]:.3f} to {group.interval[1]:.3f}",
            f"{round(group.observed - group.stated, 3) or 0:+.3f}".replace("-", "−"),
        ]
        for number, group in enumerate(groups, 1)
    ]
    return Table("Confidence stated and observed, by groups of equal count", columns, rows)
