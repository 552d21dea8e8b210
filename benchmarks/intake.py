"""How fast a case folder becomes nouns: 120,000 rows, most of them components and observations.

Run as ``python benchmarks/intake.py``. Prints rows per second and the peak of memory.
"""

from __future__ import annotations

import csv
import resource
import tempfile
import time
from pathlib import Path

from sherd.readers.folder import submission
from sherd.record.intake import take_in

ITEMS = 1_000
COMPONENTS = 58_000
OBSERVATIONS = 60_000


SHEETS: dict[str, tuple[str, str, int]] = {
    "sources": ("id,kind,title,url", "S{n},report,A report,https://example.org", 1),
    "items": ("id,label,role,custody_status,source", "I{n},Item {n},reference,unknown,S0", ITEMS),
    "features": ("feature,group,kind,levels,link,decided", "f{n},g,category,a|b|c,design,2024-01-01", 20),
    "components": (
        "id,item,parent,label,function,position,count,fitted,state,maker_as_published,part_as_published,"
        "made_as_published,source,locator,note",
        "C{n},I{item},{parent},Board {n},control,nose,2,bolted,examined,Maker,PN-{part},{made},S0,p. 4,",
        COMPONENTS,
    ),
    "observations": (
        "id,item,component,feature,value,n,method,source,locator",
        "O{n},I{item},C{component},f{feature},{value},1,seen,S0,p. 4",
        OBSERVATIONS,
    ),
}
"""Each sheet's headings, the row that is written for each number, and how many."""


def write(folder: Path) -> None:
    (folder / "case.toml").write_text('id = "bench"\ntitle = "t"\nquestion = "q"\n', encoding="utf-8")
    for name, (headings, row, count) in SHEETS.items():
        sheet(folder, name, headings.split(","), [row.format(**filled(n)).split(",") for n in range(count)])


def filled(n: int) -> dict[str, object]:
    """What the row of that number says."""
    return {
        "n": n,
        "item": n % ITEMS,
        "parent": f"C{n - 1000}" if n > 1000 else "",
        "part": n % 500,
        "made": f"20{10 + n % 14}-W{1 + n % 52:02}",
        "component": n % COMPONENTS,
        "feature": n % 20,
        "value": "abc"[n % 3],
    }


def sheet(folder: Path, name: str, headings: list[str], rows: list[list[str]]) -> None:
    with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([headings, *rows])


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write(folder)
        begun = time.perf_counter()
        intake = take_in(submission(folder))
        count = sum(1 for _ in intake.rows)
        took = time.perf_counter() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{count:,} rows in {took:.2f} s: {count / took:,.0f} rows/s, peak {peak:.0f} MB")
        print(f"{len(intake.problems)} problems, {len(intake.raw_rows)} raw rows")


if __name__ == "__main__":
    main()
