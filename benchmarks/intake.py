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


def write(folder: Path) -> None:
    (folder / "case.toml").write_text('id = "bench"\ntitle = "t"\nquestion = "q"\n', encoding="utf-8")
    sheet(
        folder,
        "sources",
        ["id", "kind", "title", "url"],
        [["S1", "report", "A report", "https://example.org"]],
    )
    sheet(
        folder,
        "items",
        ["id", "label", "role", "custody_status", "source"],
        [[f"I{n}", f"Item {n}", "reference", "unknown", "S1"] for n in range(ITEMS)],
    )
    sheet(
        folder,
        "features",
        ["feature", "group", "kind", "levels", "link", "decided"],
        [[f"f{n}", "g", "category", "a|b|c", "design", "2024-01-01"] for n in range(20)],
    )
    sheet(
        folder,
        "components",
        [
            "id",
            "item",
            "parent",
            "label",
            "function",
            "position",
            "count",
            "fitted",
            "state",
            "maker_as_published",
            "part_as_published",
            "made_as_published",
            "source",
            "locator",
            "note",
        ],
        [
            [
                f"C{n}",
                f"I{n % ITEMS}",
                f"C{n - 1000}" if n > 1000 else "",
                f"Board {n}, upper",
                "control",
                "nose",
                "2",
                "bolted",
                "examined",
                "Maker",
                f"PN-{n % 500}",
                f"20{10 + n % 14}-W{1 + n % 52:02}",
                "S1",
                "p. 4",
                "",
            ]
            for n in range(COMPONENTS)
        ],
    )
    sheet(
        folder,
        "observations",
        ["id", "item", "component", "feature", "value", "n", "method", "source", "locator"],
        [
            [
                f"O{n}",
                f"I{n % ITEMS}",
                f"C{n % COMPONENTS}",
                f"f{n % 20}",
                "abc"[n % 3],
                "1",
                "seen",
                "S1",
                "p. 4",
            ]
            for n in range(OBSERVATIONS)
        ],
    )


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
