"""Part numbers in shipment texts: recall, precision and speed, with a multi-pattern matcher in the same run.

    python benchmarks/shipments.py [ROWS]

The rows are the 100,000 synthetic customs texts of the reference data, the parts its 10,000. ROWS (100,000
unless given) is the size of the file that is scanned from end to end and joined by kept keys: the texts,
again and again; ``made_up_shipments.py`` makes a file whose texts never repeat. The peer is Aho-Corasick
(pyahocorasick) over the upper-case numbers, a hit being bounded by signs that are no letters or digits. Times
are CPU seconds of this process unless they are called seconds.
"""

from __future__ import annotations

import csv
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from sherd.analytics import open_tables
from sherd.analytics.key_table import LEFT_OFF, KeyTable
from sherd.ports import Batch
from sherd.services.shipments import pieces, watched
from sherd.text import Cells
from sherd.trace.shipments import Watch, scan

SHARED = Path(__file__).resolve().parents[2] / "shared/data/shipments"


def seconds(work: Callable[..., object], times: int = 3) -> float:
    """The least CPU time of a few runs."""
    least = float("inf")
    for _ in range(times):
        begun = time.process_time()
        work()
        least = min(least, time.process_time() - begun)
    return least


def judged(told: set[tuple[int, str]], true: set[tuple[int, str]]) -> str:
    right = len(told & true)
    return f"recall {right / len(true):.4f}, precision {right / len(told):.4f}"


def peer(texts: list[str], parts: list[str]) -> Callable[[], set[tuple[int, str]]]:
    import ahocorasick

    machine = ahocorasick.Automaton()
    for part in parts:
        machine.add_word(part.upper(), part)
    machine.make_automaton()

    def run() -> set[tuple[int, str]]:
        found = set()
        for row, text in enumerate(texts):
            upper = text.upper()
            for end, part in machine.iter(upper):
                start = end - len(part) + 1
                before, after = upper[start - 1 : start], upper[end + 1 : end + 2]
                if not (before.isalnum() and before.isascii()) and not (after.isalnum() and after.isascii()):
                    found.add((row, part))
        return found

    return run


def batches(texts: list[str], rows: int) -> Iterator[Batch]:
    for first in range(0, rows, 50_000):
        begin = first % len(texts)
        yield Batch(first, texts[begin : begin + min(50_000, rows - first)], {})


def end_to_end(texts: list[str], parts: Watch, rows: int, folder: Path) -> None:
    from sherd.cli import run

    begun = time.perf_counter(), time.process_time()
    out = folder / "hits.parquet"
    asked = ["--parts", str(SHARED / "parts_10k.csv"), "--text", "text", "--out", str(out)]
    code = run(["trace", "scan", str(folder / "rows.parquet"), *asked])
    wall, cpu = time.perf_counter() - begun[0], time.process_time() - begun[1]
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{rows:,} rows, Parquet to Parquet, exit {code}: {wall:.1f} s, {cpu:.1f} CPU s, {most:.2f} GB")


def joined(texts: list[str], parts: Watch, rows: int, folder: Path) -> None:
    table = KeyTable(folder / "keys", "benchmark")
    table.begin()
    begun = time.process_time()
    for _ in table.add(pieces(batches(texts, rows), 0)):
        pass
    size = sum(file.stat().st_size for file in table.folder.glob("keys-*")) / 2**20
    print(f"{rows:,} rows: keys made in {time.process_time() - begun:.1f} CPU s, {size:.0f} MB")
    for name, keys in (("10,000 parts", parts.keys), ("one part", parts.keys[:1])):
        tables = open_tables("duckdb")
        tables.open("keys", sorted(table.folder.glob("keys-*.parquet")))
        tables.give("asked", "key", sorted({int(key) >> LEFT_OFF for key in keys}))
        query = "SELECT DISTINCT k.row AS row FROM keys k JOIN asked a ON k.key = a.key"
        times, cpu = [], []
        for _ in range(15):
            start, used = time.perf_counter(), time.process_time()
            found = len(list(tables.ask(query)))
            times.append(time.perf_counter() - start)
            cpu.append(time.process_time() - used)
        print(f"join, {name}: {min(times):.3f} s, {min(cpu):.3f} CPU s, {found:,} rows")
        tables.close()


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    source = duckdb.read_parquet(str(SHARED / "shipments_100k.parquet")).fetchall()
    texts, truths = [row[1] for row in source], [row[2] for row in source]
    with (SHARED / "parts_10k.csv").open(encoding="utf-8") as file:
        parts = [row["mpn"] for row in csv.DictReader(file)]
    true = {(row, parts[which]) for row, which in enumerate(truths) if which >= 0}
    watch = watched(parts)  # as the command line looks for them: beside base parts and other packings
    scan(texts[:10], watch)  # compile
    print("sherd:", judged({(h.row, h.part) for h in scan(texts, watch) if not h.near}, true))
    every = {(h.row, h.part) for h in scan(texts, watch)}
    print("sherd with near hits:", judged(every, true))
    cells = Cells.of(texts)
    for name, given in (("bytes of a column", cells), ("strings", texts)):
        took = seconds(lambda given=given: scan(given, watch), 25)
        print(f"sherd, from {name}: {len(texts) / took:,.0f} rows a CPU-second")
    matcher = peer(texts, parts)
    print("Aho-Corasick:", judged(matcher(), true), f"{len(texts) / seconds(matcher):,.0f} rows a CPU-second")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if rows <= 1_000_000:
            joined(texts, watch, rows, folder)
        copies = (rows + len(texts) - 1) // len(texts)
        duckdb.connect().execute(
            f"COPY (SELECT s.text FROM range({copies}) c, read_parquet('{SHARED}/shipments_100k.parquet') s "
            f"LIMIT {rows}) TO '{folder}/rows.parquet' (FORMAT parquet)"
        )
        end_to_end(texts, watch, rows, folder)


if __name__ == "__main__":
    main()
