"""Edit distance: the bit-parallel way gives what the plain table gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.text import distance, nearest_place

WORDS = st.text("AB01", max_size=12) | st.text(max_size=90)


def plain(pattern: str, text: str, free_start: bool) -> list[int]:
    """The last row of the textbook table, one entry for each prefix of ``text``."""
    row = list(range(len(pattern) + 1))
    last = [row[-1]]
    for n, sign in enumerate(text, start=1):
        above, row = row, [0 if free_start else n]
        for m, letter in enumerate(pattern, start=1):
            row.append(min(above[m] + 1, row[m - 1] + 1, above[m - 1] + (letter != sign)))
        last.append(row[-1])
    return last


@given(WORDS, WORDS)
def test_the_distance_is_that_of_the_textbook(a: str, b: str) -> None:
    assert distance(a, b) == plain(a, b, free_start=False)[-1] == distance(b, a)


@given(WORDS, WORDS, st.integers(0, 12))
def test_a_bounded_distance_says_only_that_it_is_larger(a: str, b: str, bound: int) -> None:
    assert distance(a, b, at_most=bound) == min(distance(a, b), bound + 1)


@given(WORDS, WORDS)
def test_the_nearest_place_is_that_of_the_textbook(pattern: str, text: str) -> None:
    rows = plain(pattern, text, free_start=True)
    assert nearest_place(pattern, text) == (min(rows), rows.index(min(rows)))


def test_a_negative_bound_is_refused() -> None:
    with pytest.raises(ValueError, match="at_most is -1"):
        distance("a", "b", at_most=-1)
