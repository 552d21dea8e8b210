"""An index over millions of names: how long it takes to make, how large it is, how fast it answers, what it
misses.

``python -m benchmarks.many_names [--names 2000000] [--memory 12]`` beside the reference data. The names are
those of the lists and, up to the number, such as are put together from the beginning of one listed name and
the end of another (a fixed seed). Asked are real aliases and names with noise. What is missed is measured
against the index over the listed names alone: the share of queries that find a name of their own entity among
those that are scored.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from benchmarks.fit_names import halves
from benchmarks.screening import Bench, read

from sherd.store.names import get, put
from sherd.trace import party_field
from sherd.trace.index import build
from sherd.trace.prepared import Prepared, prepare, script
from sherd.trace.scorer import scores
from sherd.trace.screening import Screen, measured_pairs, promising
from sherd.trace.vocabulary import vocabulary

ASKED = 2000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=2_000_000)
    parser.add_argument("--memory", type=float, default=12.0, help="most address space, in gigabytes")
    given = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (int(given.memory * 1e9),) * 2)
    listed = [(name, entity["group"]) for entity in Bench(peer=False).entities for name in entity["names"]]
    asked = [(row["q"], row["group"]) for row in (*read("real_alias.csv"), *read("perturbed.csv"))]
    asked = random.Random(3).sample(asked, ASKED)
    small = screen([name for name, _ in listed])
    found = own_found(small, asked, [group for _, group in listed])
    print(f"{len(small.names):,} names: {speed(small, asked):,.0f} names a CPU-second", flush=True)
    more = halves(random.Random(4), [name for name, _ in listed], given.names - len(listed))
    before = time.process_time()
    large = screen([*(name for name, _ in listed), *more])
    print(f"{len(large.names):,} names: made in {time.process_time() - before:.0f} s of CPU", flush=True)
    del more
    with TemporaryDirectory() as folder:
        path = Path(folder) / "names.arrays"
        put(large, path, "benchmark")
        del large
        before = time.process_time()
        kept = get(path, "benchmark")
        print(f"kept in {path.stat().st_size:,} bytes, opened in {time.process_time() - before:.1f} s of CPU")
        print(f"{speed(kept, asked):,.0f} names a CPU-second")
        groups = [group for _, group in listed] + [""] * (len(kept.names) - len(listed))
        also = own_found(kept, asked, groups)
    print(f"own entity among those scored: small {found.mean():.4f}, large {also.mean():.4f}")
    print(f"    found in the small and missed in the large: {(found & ~also).mean():.4f}")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.1f} GB")


def screen(names: Sequence[str]) -> Screen:
    """An index over names, each an entry of its own, without the entries."""
    known = vocabulary()
    scripts: list[int] = []

    def prepared() -> Iterator[Prepared]:
        for name in names:
            ready = prepare(name, known)
            scripts.append(script(ready))
            yield ready

    index = build(prepared(), (False for _ in names))
    n = len(names)
    return Screen(
        entries=(),
        index=index,
        names=tuple(names),
        owner=np.arange(n),
        is_person=np.zeros(n, bool),
        forms=np.zeros(n, np.int64),
        scripts=np.asarray(scripts, np.int64),
        by_number={},
        form_bits={},
        places=party_field.places(),
        vocabulary=known,
    )


def speed(screen_: Screen, asked: Sequence[tuple[str, str]]) -> float:
    """Names a CPU-second that are taken apart, searched and scored; the loops were compiled before."""
    list(answered(screen_, asked[:100]))
    before = time.process_time()
    list(answered(screen_, asked))
    return len(asked) / (time.process_time() - before)


def answered(screen_: Screen, asked: Sequence[tuple[str, str]]) -> Iterator[tuple[int, Any, Any]]:
    """For each name asked about its number, the listed names that are scored, and the scores."""
    prepared, of = [], []
    for number, (name, _) in enumerate(asked):
        for part in party_field.parse(name, screen_.places).names:
            if (ready := prepare(part, screen_.vocabulary)).tokens:
                prepared.append(ready)
                of.append(number)
    best, measured, there = measured_pairs(screen_, prepared, [False] * len(prepared))
    there &= promising(measured)
    rows, columns = np.nonzero(there)
    names = best[rows, columns]
    given = scores(measured[rows, columns], screen_.is_person[names])
    for row in range(len(prepared)):
        mine = rows == row
        yield of[row], names[mine], given[mine]


def own_found(screen_: Screen, asked: Sequence[tuple[str, str]], groups: Sequence[str]) -> Any:
    """Whether each name finds one of its own entity, the very name left out."""
    found = np.zeros(len(asked), bool)
    for number, names, _ in answered(screen_, asked):
        text, group = asked[number]
        found[number] |= any(groups[n] == group and screen_.names[n] != text for n in names.tolist())
    return found


if __name__ == "__main__":
    main()
