"""Planted duplicates: how many the same-object test raises, and how often it raises two different objects.

    python benchmarks/same_object.py [COLLECTIONS]

Each collection holds 60 items of six systems with 25 components each. Every system draws each part from
twelve lots, so that different objects do share lots. Then 20 items are recorded a second time, as another
publisher would: three in five of the components, typed anew (case, Cyrillic look-alikes), 3 % of the signs
misread for one that looks alike, 1 % illegible; a quarter of them with the serial, a quarter with the same
photograph. Told: how many planted pairs are raised; how many other pairs of items are, that have a lot in
common and that have none; and, of the pairs told to be probably one object, how many are.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from sherd.compare import compare
from sherd.model.hypotheses import Case
from sherd.model.items import Component, Item, Photograph, SystemModel
from sherd.model.markings import Marking
from sherd.model.provenance import File
from sherd.model.record import CaseRecord
from sherd.model.row import Row

CASE, ITEMS, PARTS, SYSTEMS, LOTS, PLANTED = "planted", 60, 25, 6, 12, 20
ALIKE = {"0": "O", "O": "0", "8": "B", "B": "8", "5": "S", "S": "5", "1": "I", "I": "1", "2": "Z", "Z": "2"}
CYRILLIC = str.maketrans("ABCEHKMOPTX", "АВСЕНКМОРТХ")

Truth = dict[frozenset[str], str]


def planted(seed: int) -> tuple[CaseRecord, Truth]:
    """A collection, and what is true of two items: ``same``, or ``lot`` where they have a lot in common."""
    chance = random.Random(seed)
    catalogue = [f"{chance.choice(('AD', 'LTC', 'XC'))}{n:04d}{chance.choice('ABQ')}" for n in range(400)]
    rows: list[Row] = [Case(case=CASE, id=CASE, title="Planted", question="Which are one?")]
    rows += [SystemModel(case=CASE, id=f"S{n}", name=f"System {n}") for n in range(SYSTEMS)]
    lots: dict[tuple[int, int, str], str] = {}
    lists: dict[str, list[tuple[str, str]]] = {}
    for n in range(ITEMS):
        system = n % SYSTEMS
        own = chance.sample(catalogue[system * 60 : system * 60 + 60] + catalogue[360:], PARTS)
        drawn = [(system, chance.randrange(LOTS), part) for part in own]
        lists[f"I{n}"] = [(key[2], lots.setdefault(key, lot(chance))) for key in drawn]
    for n, (item, parts) in enumerate(lists.items()):
        rows += recorded(item, n, parts, serial=True, photo=True)
    origin = {item: item for item in lists}
    for n, item in enumerate(chance.sample(sorted(lists), PLANTED)):
        again = [
            (retyped(part, chance), retyped(lot, chance))
            for part, lot in lists[item]
            if chance.random() < 0.6
        ]
        rows += recorded(f"D{n}", int(item[1:]), again, serial=n % 4 == 0, photo=n % 4 == 1)
        origin[f"D{n}"] = item
    truth = {
        frozenset((a, b)): "same" if origin[a] == origin[b] else "lot"
        for a, b in combinations(origin, 2)
        if set(lists[origin[a]]) & set(lists[origin[b]])
    }
    return CaseRecord.of(rows), truth


def lot(chance: random.Random) -> str:
    return "".join(chance.choices("ABCDEFGHKLMNPRSTUVWX", k=4)) + f"{chance.randrange(10**4):04d}"


def recorded(
    item: str, number: int, parts: list[tuple[str, str]], *, serial: bool, photo: bool
) -> Iterator[Row]:
    """An item with its components, their markings, its serial and its photograph, which follow its number."""
    yield Item(
        case=CASE,
        id=item,
        label=item,
        role="item",
        custody_status="unknown",
        system=f"S{number % SYSTEMS}",
        serial=f"N-{10_000 + 7 * number}" if serial else None,
    )
    if photo:
        yield Photograph(case=CASE, id=f"{item}-P", file=f"photos/{item}.jpg", item=item)
        yield File(case=CASE, id=f"photos/{item}.jpg", sha256=str(number).rjust(64, "0"), size=1)
    for n, (part, lot) in enumerate(parts):
        yield Component(case=CASE, id=f"{item}.{n}", item=item, label=f"part {n}", state="examined",
                        part_as_published=part)  # fmt: skip
        yield Marking(case=CASE, id=f"M-{item}.{n}", component=f"{item}.{n}", text=f"{part}|{lot}")


def retyped(text: str, chance: random.Random) -> str:
    """A text as another person reads and types it."""
    signs = []
    for sign in text:
        dice = chance.random()
        signs.append("?" if dice < 0.01 else ALIKE.get(sign, sign) if dice < 0.04 else sign)
    typed = "".join(signs)
    style = chance.randrange(4)
    return typed.lower() if style == 0 else typed.translate(CYRILLIC) if style == 1 else typed


def measured(collections: int) -> dict[str, float]:
    """Recall, questions about pairs with and without a common lot, and what a probable pair is worth."""
    totals: Counter[str] = Counter()
    for seed in range(collections):
        record, truth = planted(seed)
        found: dict[frozenset[str], float] = {}
        for each in compare(record).same_objects:
            pair = frozenset((each.item_a, each.item_b))
            likely = (each.probability.low * each.probability.high) ** 0.5 if each.probability else 0.0
            found[pair] = max(found.get(pair, 0.0), likely)
        totals["pairs"] += len(record.items) * (len(record.items) - 1) // 2
        totals.update(f"is {what}" for what in truth.values())
        totals.update(f"raised {truth.get(pair, 'nothing')}" for pair in found)
        totals.update(f"probable {truth.get(pair, 'nothing')}" for pair, p in found.items() if p >= 0.5)
    probable = sum(totals[f"probable {what}"] for what in ("same", "lot", "nothing"))
    return {
        "planted pairs raised": totals["raised same"] / totals["is same"],
        "pairs with a common lot, not one object, raised": totals["raised lot"] / totals["is lot"],
        "pairs with nothing in common raised": totals["raised nothing"]
        / (totals["pairs"] - totals["is same"] - totals["is lot"]),
        "planted pairs told to be probable": totals["probable same"] / totals["is same"],
        "of the pairs told to be probable, one object": totals["probable same"] / max(1, probable),
    }


def main(collections: int) -> None:
    print(f"{collections} collections of {ITEMS} items, {PLANTED} planted a second time:")
    for name, value in measured(collections).items():
        print(f"  {name}: {value:.4f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 10)
