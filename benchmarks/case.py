"""How long a large case takes: 120,000 rows into the store, and 1,000 items compared all against all.

Run: ``python benchmarks/case.py``. Prints rows per second, seconds and peak memory of each run, each in a
process of its own so that the peaks are its own. The machine is shared: read the figures as upper bounds.
"""

from __future__ import annotations

import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LOADED_ROWS, LOADED_WITHIN, LOADED_MEMORY = 120_000, 12, 500
ITEMS, COMPONENTS, COMPARED_WITHIN, COMPARED_MEMORY = 1_000, 50_000, 60, 2_000


def main() -> None:
    """Make the cases, run each in its own process, print what it took against what is to be reached."""
    if len(sys.argv) > 1:
        run(sys.argv[1:])
        return
    with tempfile.TemporaryDirectory() as folder:
        big, many = Path(folder, "big"), Path(folder, "many")
        write_case(big, items=LOADED_ROWS // 100, components=LOADED_ROWS - LOADED_ROWS // 100)
        write_case(many, items=ITEMS, components=COMPONENTS)
        seconds, peak = measured("record", str(big), "--store", f"{folder}/big.db")

        print(f"record {LOADED_ROWS:,} rows: {seconds:.1f} s (to reach < {LOADED_WITHIN}),")
        print(f"  {LOADED_ROWS / seconds:,.0f} rows/s, peak {peak:.0f} MB (to reach < {LOADED_MEMORY})")
        again, peak = measured("record", str(big), "--store", f"{folder}/big.db")
        print(f"record the same again: {again:.1f} s, peak {peak:.0f} MB")
        first, peak_first = measured("record", str(many), "--store", f"{folder}/many.db")
        second, peak = measured("compare", "--json", "--store", f"{folder}/many.db")
        print(f"record and compare {ITEMS:,} items, {COMPONENTS:,} components, all against all:")
        print(f"  {first:.1f} + {second:.1f} s (to reach < {COMPARED_WITHIN}),")
        print(f"  peak {max(peak_first, peak):.0f} MB (to reach < {COMPARED_MEMORY})")


def measured(*arguments: str) -> tuple[float, float]:
    """Wall seconds and peak megabytes of one call of the command."""
    started = time.perf_counter()
    done = subprocess.run([sys.executable, __file__, *arguments], capture_output=True, text=True, check=True)
    return time.perf_counter() - started, float(done.stderr.rsplit("peak ", 1)[1])


def run(arguments: list[str]) -> None:
    """Call the command in this process and tell its peak memory on stderr."""
    from sherd.cli import run as call

    code = call(arguments)
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.1f}", file=sys.stderr)
    sys.exit(code)


def write_case(folder: Path, items: int, components: int) -> None:
    """A synthetic case: parts drawn from a skewed catalogue, so that some are common and most are rare."""
    folder.mkdir()
    (folder / "case.toml").write_text(
        f'id = "{folder.name}"\ntitle = "Synthetic"\nquestion = "Fast enough?"\n'
    )
    chance = random.Random(1)
    catalogue = [
        f"PX{number:05}-{chance.choice('ABCDEF')}{chance.randrange(10, 99)}" for number in range(5_000)
    ]
    with (folder / "items.csv").open("w", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(["id", "label", "role", "custody_status", "serial"])
        sheet.writerows([f"I{n}", f"Item {n}", "item", "unknown", f"S{n}"] for n in range(items))
    with (folder / "components.csv").open("w", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(
            ["id", "item", "label", "function", "state", "part_as_published", "maker_as_published"]
        )
        for number in range(components):
            part = catalogue[min(int(chance.paretovariate(0.6)), len(catalogue)) - 1]
            use = f"function {number % 50}"
            item = f"I{number % items}"
            sheet.writerow(
                [f"C{number}", item, f"part {number}", use, "examined", part, f"Maker {part[2:4]}"]
            )


if __name__ == "__main__":
    main()
