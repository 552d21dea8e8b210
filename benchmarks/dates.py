"""Dates on real labels: how often the readings hold the truth, how many there are, and how narrow.

    python benchmarks/dates.py [FOLDER]

The labels were transcribed by people from photographed boards (``marking/chips_dev.csv`` of the reference
data, beside the source tree unless a folder is given). The board's own date stamp is withheld from the
reading and serves as truth: a reading holds it when the board is between 0.7 years older and 2.0 years
younger than the chip. The peer, in the same run, is what generic patterns give: every free-standing four
digits as year and week.

Three denominators are printed. *Labels* are all. *Undated* are those on which nothing is read. *Judged* are
those with readings and a board date: every share below is of these, and coverage says how many of the
labels with a board date they are. Boards carry no date code of their own in their name (``DMG-BEAN-02``):
they must come out undated.

The table of documented types was counted on these same labels: ``documented_types.py`` reads each label by
the boards of others alone. Nothing else is fitted to them.
"""

from __future__ import annotations

import csv
import re
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from attrs import frozen

from sherd.identify import datecode
from sherd.identify.company import in_company
from sherd.identify.datecode import readings
from sherd.identify.datecodes.rule import Rule
from sherd.model.datecodes import DateReading
from sherd.model.dates import Interval

TODAY = date(2026, 11, 26)
LAST_OF_THE_LINE = date(2010, 12, 31)  # production of the handhelds ended between 2008 and 2010
YOUNGER, OLDER = 2.0, -0.7
NARROW_DAYS = 62

Label = dict[str, str]
Read = Callable[[Label], "tuple[Interval, ...]"]


@frozen
class Figures:
    """What one way of reading gives on the judged labels."""

    judged: int
    holds: float
    only_wrong: float
    several: float
    mean: float
    width: float
    narrow_and_wrong: float


def board_date(label: Label) -> Interval | None:
    """The days that the board's stamp allows: its month, or its year where no month is given."""
    if not label["board_year"]:
        return None
    month = f"-{int(label['board_month']):02d}" if label["board_month"] else ""
    return Interval.parse(label["board_year"] + month)


def holds(days: Interval, board: Interval) -> bool:
    """Whether some day of the stamp lies within the bounds of some day of the reading."""
    return (
        year_of(board.first) - year_of(days.last) <= YOUNGER
        and year_of(board.last) - year_of(days.first) >= OLDER
    )


def year_of(day: date | None) -> float:
    assert day is not None
    return day.year + (day.timetuple().tm_yday - 0.5) / 365.25


def figures(labels: Iterable[Label], read: Read) -> Figures:
    judged = [(found, board) for label in labels if (board := board_date(label)) and (found := read(label))]
    right = [any(holds(days, board) for days in found) for found, board in judged]
    n = len(judged)
    wrong = sum(
        not good and len(found) == 1 and width(found[0]) <= NARROW_DAYS
        for good, (found, _) in zip(right, judged, strict=True)
    )
    return Figures(
        judged=n,
        holds=sum(right) / n,
        only_wrong=1 - sum(right) / n,
        several=sum(len(found) > 1 for found, _ in judged) / n,
        mean=sum(len(found) for found, _ in judged) / n,
        width=statistics.median(min(width(days) for days in found) for found, _ in judged),
        narrow_and_wrong=wrong / n,
    )


def width(days: Interval) -> int:
    assert days.first is not None
    assert days.last is not None
    return (days.last - days.first).days + 1


def generic(label: Label) -> tuple[Interval, ...]:
    """The peer: every four digits that can be year and week, and no word of the maker."""
    found = []
    for match in re.finditer(r"(?<!\d)(\d\d)(\d\d)(?!\d)", label["label"]):
        year, week = int(match[1]), int(match[2])
        year += 1900 if year >= 70 else 2000
        if 1 <= week <= 52 and year <= TODAY.year:
            found.append(Interval(date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)))
    return tuple(dict.fromkeys(found))


def days_of(found: tuple[DateReading, ...]) -> tuple[Interval, ...]:
    return tuple(dict.fromkeys(each.interval for each in found))


def alone(not_after: date) -> Read:
    return lambda label: days_of(readings(label["label"], not_after))


def on_the_board(labels: list[Label], not_after: date) -> Read:
    """Readings beside those of the other labels of the same item; the board's own stamp is none of them."""
    every: dict[str, list[tuple[Label, tuple[DateReading, ...]]]] = defaultdict(list)
    for label in labels:
        every[label["item"]].append((label, readings(label["label"], not_after)))

    def read(label: Label) -> tuple[Interval, ...]:
        own = next(found for each, found in every[label["item"]] if each is label)
        return days_of(
            in_company(own, [found for each, found in every[label["item"]] if each is not label and found])
        )

    return read


def without_the_maker(labels: list[Label]) -> list[tuple[str, Figures]]:
    """Each maker's labels read without any rule of that maker: what happens to a maker who is not on
    record.
    """
    rules = datecode.RULES
    of_maker: dict[str, list[Label]] = defaultdict(list)
    for label in labels:
        for found in readings(label["label"], LAST_OF_THE_LINE)[:1]:
            if found.maker:
                of_maker[found.maker].append(label)
    out = []
    for maker, own in sorted(of_maker.items()):
        _by_rules(tuple(rule for rule in rules if rule.maker != maker))
        try:
            if any(board_date(label) and readings(label["label"], LAST_OF_THE_LINE) for label in own):
                out.append((maker, figures(own, alone(LAST_OF_THE_LINE))))
        finally:
            _by_rules(rules)
    return out


def _by_rules(rules: tuple[Rule, ...]) -> None:
    """Read by these rules from now on."""
    datecode.RULES = rules
    datecode._by_maker.cache_clear()
    datecode._matched.cache_clear()


def row(name: str, found: Figures) -> str:
    shares = f"{found.holds:6.3f} {found.several:8.3f} {found.mean:6.2f} {found.width:7.0f}"
    return f"{name:58} {found.judged:6} {shares} {found.narrow_and_wrong:7.4f}"


def main(folder: Path) -> None:
    with (folder / "marking" / "chips_dev.csv").open(encoding="utf-8") as rows:
        labels = list(csv.DictReader(rows))
    start = time.process_time()
    read = [readings(label["label"], TODAY) for label in labels]
    spent = time.process_time() - start
    stamped = sum(board_date(label) is not None for label in labels)
    boards = [
        n for n, label in enumerate(labels) if label["designator"] in {"board", "mainboard", "lcd_board"}
    ]
    undated, named = sum(not each for each in read), sum(not read[n] for n in boards)
    print(f"{len(labels)} labels, {stamped} with a board date; {undated} undated,")
    print(f"among them {named} of {len(boards)} names of boards; {len(labels) / spent:.0f} labels/CPU-s")
    print(f"\n{'':58} judged  holds  several  mean   width  narrow&wrong")
    print(row("peer: generic patterns, label alone", figures(labels, generic)))
    print(row("label alone, nothing known but today's date", figures(labels, alone(TODAY))))
    print(
        row(
            "label alone, not after the line of handhelds ended (2010)",
            figures(labels, alone(LAST_OF_THE_LINE)),
        )
    )
    print(
        row("beside the other labels of the item, today's date", figures(labels, on_the_board(labels, TODAY)))
    )
    print(
        row(
            "beside the other labels of the item, not after 2010",
            figures(labels, on_the_board(labels, LAST_OF_THE_LINE)),
        )
    )
    dated = [label for label, found in zip(labels, read, strict=True) if found and board_date(label)]
    own = [(generic(label), board) for label in dated if (board := board_date(label))]
    held = sum(any(holds(days, board) for days in found) for found, board in own)
    print(f"peer on the {len(dated)} labels that are judged above: holds {held / len(dated):.3f}, "
          f"reads nothing on {sum(not found for found, _ in own) / len(dated):.3f}")  # fmt: skip
    print("\nby maker of the first reading (label alone, not after 2010):")
    of_maker: dict[str, list[Label]] = defaultdict(list)
    for label, found in zip(labels, read, strict=True):
        if found and board_date(label):
            of_maker[found[0].maker or "no one maker"].append(label)
    for maker, own in sorted(of_maker.items(), key=lambda item: -len(item[1])):
        print(row(f"  {maker}", figures(own, alone(LAST_OF_THE_LINE))))
    print("\neach maker's labels without that maker's own rules (a maker who is not on record):")
    for maker, found_without in without_the_maker(labels):
        print(row(f"  {maker}", found_without))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "shared" / "data")
