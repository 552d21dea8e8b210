"""A case of many items compared with itself: time, peak memory and size of the JSON.

    python benchmarks/compare.py [ITEMS] [COMPONENTS]

Each item has components of three kinds: commodity parts that sit nearly everywhere, parts of its system, and
parts drawn from a long catalogue. Two items share a planted rare part, two a planted lot text; the run fails
when either is not found.
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
    main(*map(int, sys.argv[1:] or ("1000", "50")))
