"""Confidence stated against observed, drawn: writes the picture and its twin into ``docs``.

    python benchmarks/marking_confidence.py [--write]

The 2,000 markings of MARK-1 given for development, ten groups of equal count, ten-fold cross-validation by
``marking_points.py``: no marking is judged by points that had seen it. ``--write`` draws
``docs/markings-confidence.svg`` as any chart of a dossier is drawn, and puts the picture with its words and
its table between two marks of ``docs/benchmarks.md``; without it the table is printed alone.
"""

from __future__ import annotations

import csv
import sys

import numpy as np

from marking_points import DATA, ROOT, STRICT, chance, fitted, folds, seen
from sherd.model.document import Figure, Text
from sherd.publish.charts.stated_observed import Group, figure
from sherd.render.charts import svg

WITHIN, GROUPS = 0.04, 10
PICTURE = ROOT / "docs" / "markings-confidence.svg"
PAGE = ROOT / "docs" / "benchmarks.md"
FIRST, LAST = "<!-- confidence of markings -->\n", "<!-- until here by marking_confidence.py -->\n"


def groups() -> list[Group]:
    mpns = [row["mpn"] for row in csv.DictReader((DATA / "catalogue_100k.csv").open(encoding="utf-8"))]
    truths = list(csv.DictReader((DATA / "mark1_dev.csv").open(encoding="utf-8")))
    known = seen(mpns, truths)
    sure, right = np.zeros(len(truths)), known.right
    for train, test in folds(len(truths)):
        times = known.counted(train)
        points = fitted(known.by(times, train), right[train], STRICT)
        sure[test] = chance(known.by(times, test) @ points)
    parts = np.array_split(np.argsort(sure, kind="stable"), GROUPS)
    return [Group(float(sure[part].mean()), int(right[part].sum()), len(part)) for part in parts]


def page(drawn: Figure) -> str:
    """The picture with its words, and its twin, as Markdown."""
    head = " | ".join(column.title for column in drawn.table.columns)
    rows = [
        " | ".join("".join(span.text for span in cell if isinstance(span, Text)) for cell in row)
        for row in drawn.table.rows
    ]
    rule = "|".join("---" for _ in drawn.table.columns)
    caption = (
        "".join(span.text for span in drawn.caption) if not isinstance(drawn.caption, str) else drawn.caption
    )
    return "\n".join(
        (f"![{drawn.alt}]({PICTURE.name})", "", caption, "", f"| {head} |", f"|{rule}|",
         *(f"| {row} |" for row in rows), "")
    )  # fmt: skip


def main(write: bool) -> None:
    drawn = figure(groups(), WITHIN, "confidence")
    print(page(drawn))
    if write:
        PICTURE.write_text(svg(drawn.spec, drawn.id), encoding="utf-8")
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(FIRST)
        _, _, after = rest.partition(LAST)
        if not after:
            raise SystemExit(f"{PAGE.name} lacks the two marks between which the picture stands")
        PAGE.write_text(f"{before}{FIRST}{page(drawn)}{LAST}{after}", encoding="utf-8")


if __name__ == "__main__":
    main("--write" in sys.argv)
