"""Learn when types of parts were fitted to boards: makes the table ``documented_types``.

    python benchmarks/documented_types.py [--write]

A code with one digit of the year returns every ten years. On 2,242 labels transcribed from photographed
boards (``marking/chips_dev.csv`` of the reference data) the boards bear their own dates: for each convention
and type that stands on two boards or more, the table says between which years these boards were made. Left
out are crystals, which carry a frequency and no type, conventions with another source than these boards, and
every type that a catalogue of 587,584 parts still offers: what is sold today was not made for those boards
alone.

What is printed was measured by cross-validation over the boards: no label is read by its own board. *Settled*
are labels from which the table takes a reading; *lost* those of them that held the truth before, and no
longer. ``--write`` puts the table of all boards into the source tree.
"""

from __future__ import annotations

import csv
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow.parquet as pq

from dates import TODAY, Label, board_date, days_of, figures, holds, row
from sherd.identify.datecode import readings
from sherd.identify.datecodes import RULES
from sherd.identify.datecodes.crystals import RULES as CRYSTALS
from sherd.identify.documented import Span, by_rule, in_span
from sherd.identify.places import one_line
from sherd.model.dates import Interval
from sherd.text import key

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data" / "marking"
TABLE = ROOT / "src" / "sherd" / "data" / "documented_types.csv"
COLLECTION = "Gekkio/gb-hardware-db"
SOURCE = f"{COLLECTION} (labels and stamps of boards, CC BY-SA 4.0); benchmarks/documented_types.py"
HEAD = """\
# Between which days boards were made that carry a type of part, for types that no catalogue offers any more:
# rule is a convention of date codes, type what the marking shows of the part, boards how many there are.
# licence: CC0-1.0 (counts, compiled for sherd)
rule,type,first,last,boards,source
"""
FEWEST, SHORTEST = 2, 4
CONVENTIONS = {
    each.name for each in RULES if COLLECTION in each.source and each not in CRYSTALS and not each.fallback
}
Kinds = dict[tuple[str, str], dict[str, Interval]]
"""By convention and type, the date of each board."""


def types(text: str, code: tuple[int, int]) -> Iterator[str]:
    """What in a marking, outside its date code, names a type: a word up to its second number."""
    for word in re.finditer(r"[\w-]+", text):
        if word.end() <= code[0] or word.start() >= code[1]:
            begun = re.match(r"[A-Z]+-?\d+[A-Z]?\d*|\d+[A-Z]?", word[0])
            if begun and len(begun[0]) >= 3:
                yield begun[0]


def named_in(rule: str, kind: str) -> bool:
    """Whether a type shows what the part is: it begins with letters, or the convention itself names it."""
    pattern = next(each.pattern.pattern for each in RULES if each.name == rule)
    return kind in pattern or (kind[0].isalpha() and len(kind) >= SHORTEST)


def seen(labels: Iterable[Label]) -> Kinds:
    out: Kinds = defaultdict(dict)
    for label in labels:
        board = board_date(label)
        text = one_line(label["label"])
        for each in readings(text, TODAY, open_decades=True) if board else ():
            if each.ambiguous_decade and each.rule in CONVENTIONS:
                for kind in types(text, (each.start, each.end)):
                    if named_in(each.rule, kind):
                        out[each.rule, kind][label["item"]] = board
    return out


def spans(kinds: Kinds, sold: set[str]) -> list[Span]:
    return [
        Span(
            rule=rule,
            type=kind,
            days=Interval(
                min(each.first for each in boards.values()), max(each.last for each in boards.values())
            ),
            boards=len(boards),
            source=SOURCE,
        )
        for (rule, kind), boards in sorted(kinds.items())
        if len(boards) >= FEWEST and key(kind) not in sold
    ]


def offered(kinds: Kinds) -> set[str]:
    """The keys of all types with which a part number of the wide catalogue begins."""
    asked = {key(kind) for _, kind in kinds}
    lengths = sorted(set(map(len, asked)))
    wide = pq.read_table(DATA / "catalogue.parquet", columns=["mpn"]).column(0).to_pylist()
    return {begun for mpn in map(key, wide) for n in lengths if (begun := mpn[:n]) in asked}


def held_out(labels: list[Label], sold: set[str], parts: int) -> None:
    """Read every label by the boards of the other parts of the collection."""
    items = sorted({label["item"] for label in labels})
    random.Random(20261126).shuffle(items)
    part = {item: n % parts for n, item in enumerate(items)}
    known = [
        by_rule(spans(seen(label for label in labels if part[label["item"]] != n), sold))
        for n in range(parts)
    ]

    def open_(label: Label) -> tuple[Interval, ...]:
        return days_of(readings(label["label"], TODAY, open_decades=True))

    def read(label: Label) -> tuple[Interval, ...]:
        text = one_line(label["label"])
        return days_of(in_span(readings(text, TODAY, open_decades=True), text, known[part[label["item"]]]))

    print(row(f"label alone, {parts} parts, no label read by its own part", figures(labels, read)))
    judged = [(open_(label), read(label), board) for label in labels if (board := board_date(label))]
    settled = [each for each in judged if len(each[1]) < len(each[0])]
    lost = sum(_held(before, board) and not _held(after, board) for before, after, board in settled)
    print(f"  settled {len(settled)}, of these lost {lost}")


def _held(found: tuple[Interval, ...], board: Interval) -> bool:
    return any(holds(days, board) for days in found)


def main(write: bool) -> None:
    with (DATA / "chips_dev.csv").open(encoding="utf-8") as rows:
        labels = list(csv.DictReader(rows))
    every = seen(labels)
    sold = offered(every)
    for parts in (2, 10):
        held_out(labels, sold, parts)
    found = spans(every, sold)
    for each in found:
        print(f"{each.rule:26} {each.type:12} {each.days} {each.boards}")
    if write:
        lines = [
            f'{each.rule},{each.type},{each.days.first},{each.days.last},{each.boards},"{each.source}"\n'
            for each in found
        ]
        TABLE.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main("--write" in sys.argv)
