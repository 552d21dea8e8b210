"""A case of many items compared with itself: time, peak memory and size of the JSON.

    python benchmarks/compare.py [ITEMS] [COMPONENTS]
    python benchmarks/compare.py specimens          # 195 specimens with 5,800 entries
    python benchmarks/compare.py growth             # to 10,000 items, one commodity part in half of them

Each item has components of three kinds: commodity parts that sit nearly everywhere, parts of its system, and
parts drawn from a long catalogue. Two items share a planted rare part, two a planted lot text; the run fails
when either is not found. ``growth`` gives every other item one and the same commodity part and ten parts of
its own neighbourhood, so that informative pairs grow as the number of items does; seconds per informative
pair must not rise. The peer is scikit-learn's dense cosine over the same matrix, as far as it fits in memory.
Seconds are of CPU time.
"""

from __future__ import annotations

import json
import random
import sys
import threading
import time
from pathlib import Path

import attrs

from sherd.compare import as_json, compare
from sherd.model.hypotheses import Case
from sherd.model.items import Component, Item, SystemModel
from sherd.model.markings import Marking
from sherd.model.record import CaseRecord

CASE, SYSTEMS = "bench", 25
MAKERS = [f"Maker {n}" for n in range(60)]


def invented(items: int, components: int, seed: int = 20261123) -> CaseRecord:
    """A case of ``items`` items with ``components`` components each, and two planted finds."""
    chance = random.Random(seed)
    systems = [f"SYS{n}" for n in range(SYSTEMS)]
    catalogue = [f"PX{n:05d}{chance.choice('ABCD')}QZ" for n in range(items * components // 8)]
    common = [f"CM{n:04d}X" for n in range(60)]
    own = {system: [f"S{n}{m:03d}KLT" for m in range(40)] for n, system in enumerate(systems)}
    rows: list[Component] = []
    marks: list[Marking] = []
    held = [Item(case=CASE, id=f"I{n}", label=f"Item {n}", role="item", custody_status="unknown",
                 system=systems[n % SYSTEMS]) for n in range(items)]  # fmt: skip
    for item in held:
        kinds = (common, own[item.system or ""], catalogue)
        parts = [chance.choice(chance.choices(kinds, (3, 3, 4))[0]) for _ in range(components)]
        for n, part in enumerate(parts):
            row = component(f"{item.id}-{n}", item.id, part, f"slot {n}", chance.choice(MAKERS[:3]))
            rows.append(row)
            lot = f"LOT{chance.randrange(10**9):09d}"
            marks.append(Marking(case=CASE, id=f"M-{row.id}", component=row.id, text=f"{part}|{lot}"))
    for place in (3, -3):
        planted = {"part_as_published": "PLANTED77RARE", "maker_as_published": "Maker 0"}
        rows[place] = attrs.evolve(rows[place], **planted)
    marks[7] = attrs.evolve(marks[7], text=marks[-7].text)
    rows[7] = attrs.evolve(rows[7], part_as_published=rows[-7].part_as_published)
    return CaseRecord(
        case=Case(case=CASE, id=CASE, title="Benchmark", question="Which items share parts?"),
        systems=tuple(SystemModel(case=CASE, id=system, name=system) for system in systems),
        items=tuple(held),
        components=tuple(rows),
        markings=tuple(marks),
    )


def sparse(items: int, components: int = 10, seed: int = 4) -> CaseRecord:
    """Items with ``components`` parts each; every other item has the commodity part."""
    chance = random.Random(seed)
    rows = []
    for n in range(items):
        parts = ["CM0001X"] if n % 2 else [f"CX{n:06d}AQ"]
        parts += [f"PX{chance.randrange(items * components // 2):06d}QZ" for _ in range(components - 1)]
        rows += [component(f"I{n}-{m}", f"I{n}", part, f"slot {m}", "Maker") for m, part in enumerate(parts)]
    return CaseRecord(
        case=Case(case=CASE, id=CASE, title="Benchmark", question="How does it grow?"),
        systems=tuple(SystemModel(case=CASE, id=f"SYS{n}", name=f"SYS{n}") for n in range(SYSTEMS)),
        items=tuple(
            Item(
                case=CASE,
                id=f"I{n}",
                label=f"Item {n}",
                role="item",
                custody_status="unknown",
                system=f"SYS{n % SYSTEMS}",
            )
            for n in range(items)
        ),
        components=tuple(rows),
    )


def growth() -> None:
    """The whole comparison at 1,250 to 10,000 items, by the number of informative pairs."""
    for items in (1_250, 2_500, 5_000, 10_000):
        record = sparse(items)
        with Peak() as peak:
            start = time.process_time()
            found = compare(record)
            took = time.process_time() - start
        informative = int(found.left_out[0].split(": ")[1].split(" ")[0])
        print(
            f"{items:,} items, {len(record.components):,} components, one part in {items // 2:,}: "
            f"{took:.1f} s, peak {peak.highest:.0f} MB, {informative:,} informative pairs, "
            f"{1e6 * took / informative:.0f} µs each; peer {dense(record)}"
        )


def dense(record: CaseRecord) -> str:
    """Every pair of items by a dense cosine, no part told from another: what a plain similarity costs."""
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.metrics.pairwise import cosine_similarity

    if len(record.items) > 5_000:
        return "not run (800 MB for each of its matrices)"
    items = {item.id: n for n, item in enumerate(record.items)}
    parts: dict[str | None, int] = {}
    rows = [items[each.item] for each in record.components]
    columns = [parts.setdefault(each.part_as_published, len(parts)) for each in record.components]
    table = csr_matrix((np.ones(len(rows)), (rows, columns)))
    start = time.process_time()
    similar = np.count_nonzero(np.triu(cosine_similarity(table), 1))
    return f"{time.process_time() - start:.1f} s, {similar:,} pairs, nearly all by the commodity part"


def specimens() -> None:
    """195 specimens with 5,800 entries: the specimen matrix, and part against part."""
    from sherd.compare.listed import components_listed
    from sherd.compare.matrix import neighbours
    from sherd.compare.related import related
    from sherd.compare.same_object import Doubts, same_objects
    from sherd.compare.sharing import Collection

    record = invented(195, 30)
    record = attrs.evolve(record, components=record.components[:5_800])
    start = time.process_time()
    listed = components_listed(record)
    read = time.process_time()
    doubts = Doubts.of(same_objects(record, listed), listed)
    doubted = time.process_time()
    collection = Collection.of(record, listed, doubts)
    everyone = frozenset(listed)
    near = neighbours(collection, list(listed), everyone, everyone, 10_000)
    matrix = time.process_time()
    found = related(each for item in listed.values() for each in item)
    ended = time.process_time()
    print(
        f"195 specimens, 5,800 entries: entries read {read - start:.2f} s, "
        f"same objects {doubted - read:.2f} s,"
    )
    print(f"  specimen matrix {matrix - doubted:.2f} s ({near.informative:,} informative pairs),")
    print(f"  part against part {ended - matrix:.2f} s ({len(found):,} relations)")
    start = time.process_time()
    compare(record)
    print(f"  all of it, with findings and summaries: {time.process_time() - start:.2f} s")


def component(id_: str, item: str, part: str, slot: str, maker: str) -> Component:
    return Component(
        case=CASE,
        id=id_,
        item=item,
        label=slot,
        function=slot,
        state="examined",
        part_as_published=part,
        maker_as_published=maker,
    )


def main(items: int, components: int) -> None:
    record = invented(items, components)
    before = resident()
    with Peak() as peak:
        start = time.perf_counter()
        found = compare(record)
        compared = time.perf_counter() - start
        text = json.dumps(as_json(found))
        written = time.perf_counter() - start - compared
    planted = next(each for each in found.sharing if each.part == "PLANTED77RARE")
    assert len(planted.specimens) == 2, "the planted rare part was not found"
    assert any(each.basis.startswith("the same part number: PLANTED") for each in found.pairs)
    assert any({each.item_a, each.item_b} == {"I0", f"I{items - 1}"} for each in found.same_objects)
    print(f"{items} items, {len(record.components)} components, all against all: {compared:.1f} s")
    print(f"JSON: {len(text) / 1e6:.1f} MB in {written:.1f} s")
    print(f"resident: {before:.0f} MB before, {peak.highest:.0f} MB at most")
    print(f"{len(found.summaries)} pairs, {len(found.pairs)} findings, {len(found.sharing)} shared parts, "
          f"{len(found.same_objects)} possibly one object")  # fmt: skip
    print(*found.left_out, sep="\n")


class Peak:
    """The highest resident memory (MB) while it is open, looked at every 20 ms."""

    def __enter__(self) -> Peak:
        self.highest, self._stop = resident(), threading.Event()
        self._watch = threading.Thread(target=self._look)
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._watch.join()

    def _look(self) -> None:
        while not self._stop.wait(0.02):
            self.highest = max(self.highest, resident())


def resident() -> float:
    """Resident memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


if __name__ == "__main__":
    named = {"growth": growth, "specimens": specimens}
    if sys.argv[1:2] and sys.argv[1] in named:
        named[sys.argv[1]]()
    else:
        main(*map(int, sys.argv[1:] or ("1000", "50")))
