"""How long the tool takes before it does anything, and how much room it takes once installed.

Run as ``python benchmarks/start_up.py``. Prints the median time of ``import sherd`` above bare python, of
``sherd --help`` and of every verb's help, and the size of what is installed, without byte-code caches.
"""

from __future__ import annotations

import subprocess
import sys
import time
from importlib.metadata import PackageNotFoundError, distribution
from itertools import chain
from pathlib import Path
from statistics import median

from packaging.requirements import Requirement

from sherd.cli import VERBS

RUNS = 15


def main() -> None:
    bare, light = (took(sys.executable, "-c", code) for code in ("pass", "import sherd"))
    show("import sherd above bare python", (light - bare) * 1e3, "ms", "< 40")
    show("sherd --help", took(sys.executable, "-m", "sherd", "--help"), "s", "< 0.4")
    for verb in VERBS:
        show(f"sherd {verb} --help", took(sys.executable, "-m", "sherd", verb, "--help"), "s", "< 0.4")
    base, fast = installed("sherd"), installed("sherd", extra="fast")
    show("installed size of the base", base, "MB", "< 650")
    show("installed size with Numba", fast, "MB", "< 850")


def took(*command: str) -> float:
    """Seconds that the command takes, the median of several runs after a first one that warms the caches."""
    times = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return median(times[1:])


def installed(name: str, extra: str = "") -> float:
    """Megabytes of a distribution and all that it needs, counted from what each says that it installed."""
    wanted, seen = [(name, extra)], set()
    while wanted:
        name, extra = wanted.pop()
        if name in seen:
            continue
        try:
            needs = distribution(name).requires or []
        except PackageNotFoundError:
            continue
        seen.add(name)
        for need in map(Requirement, needs):
            if need.marker is None or any(need.marker.evaluate({"extra": e}) for e in {"", extra}):
                wanted.extend((need.name, e) for e in need.extras or {""})
    return (
        sum(map(size, chain.from_iterable(distribution(name).files or [] for name in sorted(seen)))) / 2**20
    )


def size(path: Path) -> int:
    """Bytes of an installed file; none for a byte-code cache or a file that was removed since."""
    where = Path(path.locate()) if hasattr(path, "locate") else path
    return 0 if "__pycache__" in where.parts or not where.is_file() else where.stat().st_size


def show(what: str, value: float, unit: str, goal: str) -> None:
    print(f"{what:<36} {value:10.3f} {unit:<3} (goal {goal})")


if __name__ == "__main__":
    main()
