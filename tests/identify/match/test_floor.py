"""Almost nothing of a part is no answer, whatever the catalogue: what a marking says has to be read in it."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sherd.data import rows
from sherd.identify.match import Index, search

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
WORDS = (
    "MADE",
    "IN",
    "CHINA",
    "BY",
    "A",
    "COMPANY",
    "KEEP",
    "DRY",
    "SIDE",
    "MODEL",
    "WARNING",
    "QUICK",
    "FOX",
)


@cache
def shipped() -> Index:
    """The catalogue that comes with the package."""
    return Index.of([row["mpn"] for row in rows("parts")])


NOTHING = [
    "A" * 24,
    "A" * 300,
    "QWERTYUIOP",
    "CE FC RoHS",
    "THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG",
    "MADE IN CHINA BY A COMPANY IN SHENZHEN",
    "F1F1",
    "SM7",
    "1110|(C)",
    "19.12.2014",
    "2230",
    "LOT 22-04531",
    "POWER",
]


@pytest.mark.parametrize("marking", NOTHING)
def test_almost_nothing_of_a_part_is_never_the_part(marking: str) -> None:
    answer = search(shipped(), [marking])[0]
    assert answer.outcome == "absent"
    assert answer.confidence >= 0.9


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(LETTERS + "0123456789"), st.integers(3, 300))
def test_one_sign_repeated_is_never_a_part_of_several_signs(sign: str, times: int) -> None:
    assert search(shipped(), [sign * times])[0].outcome != "part"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_prose_is_never_a_part(words: list[str]) -> None:
    assert search(shipped(), [" ".join(words)])[0].outcome != "part"


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 30), st.integers(1, 53), st.sampled_from(("", "DC ", "D/C|")))
def test_a_year_and_week_alone_are_never_a_part(year: int, week: int, before: str) -> None:
    index = Index.of(["1502-2", "224151-E", "VP230", "F1912", "132339", "1216D2", "SX1309", "H7225-1"])
    assert search(index, [f"{before}{year:02}{week:02}"])[0].outcome != "part"


@pytest.mark.parametrize(
    ("marking", "part"),
    [
        ("P34", "P34"),
        ("J110", "J110"),
        ("XCFO4", "XCF04"),
        ("XCF?4", "XCF04"),
        ("LT1763", "LT1763CS8-3.3#TRPBF"),
        ("AB12|1502", "1502"),
    ],
)
def test_a_short_part_and_a_base_part_alone_are_still_found(marking: str, part: str) -> None:
    answer = search(Index.of([*shipped().mpns, "LT1763CS8-3.3#TRPBF", "1502"]), [marking])[0]
    assert answer.part is not None
    assert answer.part.mpn == part


def test_words_dates_and_repeated_signs_name_no_part_among_a_hundred_thousand(shared: Path) -> None:
    lines = (shared / "data" / "marking" / "catalogue_100k.csv").read_text("utf-8").splitlines()[1:]
    index = Index.of([line.split(",")[0].strip('"') for line in lines])
    markings = [
        "A" * 24,
        "SAMPLE TEXT|HELLO WORLD",
        "2215",
        "328",
        "POWER",
        "PHILIPPINES 1542 D",
        *NOTHING[3:6],
    ]
    assert {answer.outcome for answer in search(index, markings)} == {"absent"}
