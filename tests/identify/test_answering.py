"""A sheet is answered in the same lines whatever the step and the order, and as a page is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sherd.identify.answering import identify, in_lines
from sherd.identify.answers import COLUMNS, NEAR, Lines
from sherd.identify.asked import Asked
from sherd.identify.catalogue.entry import Entry
from sherd.identify.catalogue.shelf import Shelf
from sherd.identify.lookup import Lookup
from sherd.model.identified import Identified, why

TODAY = date(2026, 11, 26)
PARTS = (
    Entry("LM358DR", "Texas Instruments"),
    Entry("LM358DR", "UMW(Youtai Semiconductor Co., Ltd.)"),
    Entry("TMS320F28335PGFA", "Texas Instruments"),
    Entry("ADC0834CCN", "Texas Instruments"),
    Entry("STM32F405RGT6", "STMicroelectronics"),
    Entry("К155ЛА3", ""),
)
MARKINGS = (
    "TMS32OF28335 PGFA|22-T1A5X",
    "TEXAS INSTRUMENTS|LM358DR|86AEX5U",
    "STM32F4?5|RGT6|7B 921",
    "STM32F765VIT7",
    "155 9003|K155LA3",
    "LM358|DR 22?5",
    "ADC0831CCN 2215",
    "??|?",
    "",
    "[)>{RS}06{GS}1PLM358DR{GS}9D2143{GS}1VTexas Instruments{RS}{EOT}",
    "[)>{RS}06{GS}Q540{RS}{EOT}",
)


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    return Lookup(Shelf.of([("parts.csv", PARTS)]))


def asked(number: int, marking: str, maker: str | None, until: date | None) -> Asked:
    return Asked(str(number), marking, maker, until, "" if marking else "the marking is empty")


MANY = st.lists(
    st.builds(
        asked,
        st.integers(0, 99),
        st.sampled_from(MARKINGS) | st.text("LM358DR20TI?| -", max_size=12),
        st.sampled_from((None, None, "Texas Instruments", "Acme")),
        st.sampled_from((None, date(2019, 5, 1))),
    ),
    max_size=9,
)


def spelt_out(said: Identified) -> Lines:
    """The lines of one marking, from everything that a page says of it."""
    found = said.found
    days = ";".join(str(each.interval) for each in said.dates)
    lines = []
    if found.outcome != "part":
        lines.append((said.id, "0", found.outcome, "", "", "", f"{found.confidence:.4f}", days, found.reason))
    for rank, each in enumerate(found.candidates if found.outcome != "unreadable" else (), 1):
        reason = why(each) if found.outcome == "part" else NEAR + why(each)
        numbers = (f"{each.score:.4f}", f"{each.confidence:.4f}")
        lines.append(
            (said.id, str(rank), found.outcome, each.mpn, ";".join(each.makers), *numbers, days, reason)
        )
    return lines


def same(line: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two lines say the same, their numbers compared as numbers."""
    places = [COLUMNS.index(name) for name in ("score", "confidence")]
    one, two = ([cell for n, cell in enumerate(each) if n not in places] for each in (line, other))
    return one == two and all(float(line[n] or -1) == float(other[n] or -1) for n in places)


@settings(max_examples=40, deadline=None)
@given(MANY)
def test_the_lines_say_what_the_page_says(lookup: Lookup, every: list[Asked]) -> None:
    found = list(in_lines(every, lookup.short, TODAY))
    spelt = [spelt_out(each) for each in identify(every, lookup, TODAY)]
    assert [len(each) for each in found] == [len(each) for each in spelt]
    pairs = [pair for one, two in zip(found, spelt, strict=True) for pair in zip(one, two, strict=True)]
    assert all(same(one, two) for one, two in pairs), pairs


@settings(max_examples=40, deadline=None)
@given(MANY, st.integers(1, 4), st.randoms(use_true_random=False))
def test_neither_step_nor_order_changes_an_answer(
    lookup: Lookup, every: list[Asked], step: int, chance: object
) -> None:
    whole = list(in_lines(every, lookup.short, TODAY))
    steps = [every[first : first + step] for first in range(0, len(every), step)]
    assert [lines for each in steps for lines in in_lines(each, lookup.short, TODAY)] == whole
    order = list(range(len(every)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    shuffled = list(in_lines([every[n] for n in order], lookup.short, TODAY))
    assert shuffled == [whole[n] for n in order]
