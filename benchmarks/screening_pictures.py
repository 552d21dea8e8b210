"""What a threshold costs, and whether hits are as sure as they say: the pictures of ``docs/benchmarks.md``.

``python -m benchmarks.screening --write`` draws ``docs/screening-curve.svg`` (recall against false hits in a
hundred queries) and ``docs/screening-persons.svg``, ``docs/screening-organisations.svg`` (score stated
against share observed), each as any chart of a dossier is drawn, and puts them with their words and tables
between two marks of the page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from sherd.model.document import Column, Figure, Inline, Json, Table, Text
from sherd.publish.charts import stated_observed
from sherd.publish.charts.style import HAIR, INK, ORANGE, Spec, chart
from sherd.render.charts import svg

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE = DOCS / "benchmarks.md"
FIRST, LAST = "<!-- screening, drawn -->\n", "<!-- until here by screening.py -->\n"

RATES = (0.2, 0.1, 0.05, 0.02, 0.01, 0.005)
"""False hits for one query at which recall is told."""

WITHIN, GROUPS = 0.1, 8
"""What stated and observed may lie apart, and groups of equal count."""

DASHES: tuple[list[Json], ...] = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3])

Scores = tuple[Any, Any]


def recalls(own: Any, unlisted: Any) -> list[float]:
    """The recall at each of :data:`RATES`: queries whose own entity scores above what so many unlisted
    reach."""
    return [float(np.mean(own > np.quantile(unlisted, 1 - rate))) for rate in RATES]


def curve_figure(found: Mapping[str, Scores]) -> Figure:
    """Recall against false hits for every 100 queries, a line for each set of queries."""
    lines = {title: recalls(*scores) for title, scores in found.items()}
    rows: list[dict[str, Json]] = [
        {"false": 100 * rate, "recall": recall, "set": title}
        for title, line in lines.items()
        for rate, recall in zip(RATES, line, strict=True)
    ]
    columns = [Column("Queries"), *(Column(f"{100 * rate:g}", "right") for rate in RATES)]
    cells: list[list[Inline]] = [[t, *(f"{recall:.3f}" for recall in line)] for t, line in lines.items()]
    said = "; ".join(f"{t}: {line[4]:.3f} at 1, {line[2]:.3f} at 5" for t, line in lines.items())
    return Figure(
        "screening-curve",
        "Recall (the share of queries whose own entity scores above the threshold) at so many false hits in "
        "100 unlisted queries of the same kind.",
        f"Recall at 1 and at 5 false hits in 100 queries. {said}.",
        _spec(rows, list(lines)),
        Table("Recall at so many false hits in 100 unlisted queries", columns, cells),
    )


def _spec(rows: Sequence[Mapping[str, Json]], titles: list[str]) -> Spec:
    ticks: list[Json] = [100 * rate for rate in sorted(RATES)]
    x: Spec = {
        "field": "false",
        "type": "quantitative",
        "scale": {"type": "log", "domain": [ticks[0], ticks[-1]], "nice": False},
        "axis": {"title": "false hits in 100 unlisted queries", "values": ticks, "gridColor": HAIR},
    }
    y: Spec = {
        "field": "recall",
        "type": "quantitative",
        "scale": {"domain": [0, 1]},
        "axis": {"title": "recall", "format": ".1f", "tickCount": 5, "gridColor": HAIR},
    }
    dash: Spec = {
        "field": "set",
        "type": "nominal",
        "scale": {"domain": list(titles), "range": list(DASHES[: len(titles)])},
        "legend": {"columns": 2, "symbolType": "stroke", "symbolSize": 400},
    }
    stroke: Spec = {"condition": {"test": f"datum.set === {titles[0]!r}", "value": ORANGE}, "value": INK}
    line: Spec = {
        "mark": {"type": "line", "strokeWidth": 1.8, "point": {"size": 26}},
        "encoding": {"x": x, "y": y, "strokeDash": dash, "stroke": stroke},
    }
    return chart([line], rows, 240)


def stated_figure(schema: str, given: Any, right: Any) -> Figure:
    """The stated scores of pairs against the share that was right, in groups of equal count."""
    order = np.argsort(given, kind="stable")
    parts = np.array_split(order, GROUPS)
    groups = [
        stated_observed.Group(float(given[part].mean()), int(right[part].sum()), len(part)) for part in parts
    ]
    return stated_observed.figure(groups, WITHIN, f"screening-{schema}")


def page(drawn: Figure) -> str:
    """A picture with its words and its table, as Markdown."""
    head = " | ".join(column.title for column in drawn.table.columns)
    rule = "|".join("---" for _ in drawn.table.columns)
    rows = (f"| {' | '.join(map(_words, row))} |" for row in drawn.table.rows)
    caption = drawn.caption if isinstance(drawn.caption, str) else "".join(map(_words, drawn.caption))
    return "\n".join(
        (f"![{drawn.alt}]({drawn.id}.svg)", "", caption, "", f"| {head} |", f"|{rule}|", *rows, "")
    )


def _words(cell: Any) -> str:
    if isinstance(cell, str):
        return cell
    return cell.text if isinstance(cell, Text) else "".join(map(_words, cell))


def write(figures: Sequence[Figure]) -> None:
    """Draw the pictures, and put them with their tables between the marks of the page.

    Raises SystemExit where the page lacks the marks."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(FIRST)
    _, _, after = rest.partition(LAST)
    if not after:
        raise SystemExit(f"{PAGE.name} lacks the two marks between which the pictures stand")
    for each in figures:
        (DOCS / f"{each.id}.svg").write_text(svg(each.spec, each.id), encoding="utf-8")
    shown = "\n".join(page(each) for each in figures)
    PAGE.write_text(f"{before}{FIRST}{shown}{LAST}{after}", encoding="utf-8")
