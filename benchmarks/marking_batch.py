"""A sheet of markings answered from file to file, as a user runs it: CPU time, peak memory, the same bytes.

    python benchmarks/marking_batch.py [MARKINGS …]

The markings are those of MARK-1, again and again, with the digits of every line but the part number drawn
anew, so that few dates and lots are met twice; the catalogue has 100,000 parts. A
run is the whole command ``sherd identify --batch`` in a process of its own, so that start, reading of the
catalogue and loading of the compiled loops are in it; a run on one step of rows for each process at work says
how much that is. The first two runs begin with nothing compiled, as on a new machine.
"""

from __future__ import annotations

import csv
import os
import random
import sys
import tempfile
from hashlib import sha256
from itertools import cycle, islice
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "marking"
STEP = 1_024
MOST_AT_WORK = 2


def main(sizes: list[int]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for workers in range(1, MOST_AT_WORK + 1):
            fresh = {"NUMBA_CACHE_DIR": str(folder / f"compiled{workers}")}
            seconds, _, _ = run(folder, STEP * workers, workers, fresh)
            print(f"nothing compiled, {workers} at work: {seconds:.1f} CPU-seconds", flush=True)
        before = {n: run(folder, STEP * n, n)[0] for n in range(1, MOST_AT_WORK + 1)}
        for size in sizes:
            for workers in before if size == sizes[0] else (1,):
                seconds, peak, digest = run(folder, size, workers)
                rest, first = size - STEP * workers, before[workers]
                print(
                    f"{size:,} markings, {workers} at work: {seconds:.1f} CPU-seconds, "
                    f"{first:.1f} of them before and with the first {STEP * workers:,}; "
                    f"{rest / (seconds - first):,.0f} markings a CPU-second after these; "
                    f"peak {peak:.0f} MB a process; answers {digest[:12]}",
                    flush=True,
                )


def run(
    folder: Path, size: int, workers: int, more: dict[str, str] | None = None
) -> tuple[float, float, str]:
    """CPU-seconds, peak memory of the largest process in MB, and the digest of the answers."""
    sheet, out = folder / "markings.csv", folder / "parts.csv"
    write(sheet, size)
    command = [
        *(sys.executable, "-m", "sherd", "identify", "--batch", str(sheet), "--out", str(out)),
        *("--catalogue", str(DATA / "catalogue_100k.csv"), "--workers", str(workers)),
    ]
    child = os.posix_spawn(sys.executable, command, dict(os.environ) | (more or {}))
    _, status, used = os.wait4(child, 0)
    if status:
        raise SystemExit(f"the command ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, sha256(out.read_bytes()).hexdigest()


def write(sheet: Path, size: int) -> None:
    chance = random.Random(20261126)
    with (DATA / "mark1_dev.csv").open(encoding="utf-8", newline="") as file:
        truths = list(csv.DictReader(file))
    with sheet.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("id", "marking"))
        for number, truth in enumerate(islice(cycle(truths), size)):
            rows.writerow((f"m{number}", varied(truth["marking"], truth["part_text"], chance)))


def varied(marking: str, part: str, chance: random.Random) -> str:
    """The marking with other digits around its part number."""
    before, part, after = marking.partition(part)
    return "".join((_others(before, chance), part, _others(after, chance)))


def _others(text: str, chance: random.Random) -> str:
    return "".join(chance.choice("0123456789") if sign.isdigit() else sign for sign in text)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [100_000])
