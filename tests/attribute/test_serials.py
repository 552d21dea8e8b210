"""Reading serials, series kept apart, tests of a numbering, and digits that are not published."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.attribute.numbering import (
    blocks,
    evenness,
    largest_gap,
    last_digit,
    numbering_tests,
    spacing_p,
    step,
    yearly_restart,
)
from sherd.attribute.serials import (
    duplicates,
    effective_count,
    must_not_be_pooled,
    read_serial,
    series,
)
from sherd.model.serials import Serial, Unread

from .published import GOODMAN  # isort: skip

BLOCKS = (1012, 1033, 1071, 1080, 1110, 5004, 5019, 5046, 5090)


def serials(numbers: object, prefix: str = "Y-", clusters: bool = False) -> list[Serial]:
    found = [
        read_serial(f"{prefix}{n}", f"item {n}", "strike" if clusters else "")
        for n in numbers  # type: ignore[attr-defined]
    ]
    return [one for one in found if isinstance(one, Serial)]


@pytest.mark.parametrize(
    ("text", "prefix", "number", "suffix", "digits"),
    [
        ("391", "", 391, "", 3),
        ("Ы-391", "Ы-", 391, "", 3),
        (" М214 ", "М", 214, "", 3),
        ("КБ 0391-А", "КБ ", 391, "-А", 4),
        ("2023/0451", "2023/", 451, "", 4),
        ("X-101 9M723", "X-101 9M", 723, "", 3),
    ],
)
def test_a_serial_is_prefix_number_and_suffix(
    text: str, prefix: str, number: int, suffix: str, digits: int
) -> None:
    found = read_serial(text)
    assert isinstance(found, Serial)
    assert (found.prefix, found.number, found.suffix, found.digits) == (prefix, number, suffix, digits)
    assert found.text == text


@pytest.mark.parametrize(
    ("text", "why"),
    [("", "empty"), ("Ы-39?", "not legible"), ("without", "no digits"), ("4□1", "not legible")],
)
def test_a_serial_without_a_legible_number_is_named_and_left_out(text: str, why: str) -> None:
    found = read_serial(text, "item 1")
    assert isinstance(found, Unread)
    assert why in found.why


def test_a_maker_who_writes_the_year_after_the_number_is_read_with_a_pattern() -> None:
    pattern = re.compile(r"(?P<prefix>)(?P<number>\d+)(?P<suffix>/\d{4})")
    found = read_serial("0451/2023", pattern=pattern)
    assert isinstance(found, Serial)
    assert (found.number, found.suffix) == (451, "/2023")


def test_prefixes_are_never_pooled() -> None:
    found = series([*serials([2, 6, 7, 14], "A"), *serials([21, 35, 42, 60, 89], "B")], start="known")
    assert [one.name for one in found] == ["A…", "B…"]
    assert [one.population.estimate for one in found if one.population] == [16.5, 105.8]
    (reason,) = must_not_be_pooled(found)
    assert "2 prefixes" in reason


def test_numbers_in_two_blocks_are_no_series() -> None:
    (found,) = series(serials(BLOCKS))
    assert found.population is None
    assert found.unknown_start is None
    assert "blocks" in found.refused
    assert any("blocks" in reason for reason in must_not_be_pooled([found]))


def test_one_serial_on_two_items_stops_the_estimate() -> None:
    twice = [*serials([12, 31, 55]), *serials([31])]
    twice[-1] = Serial("another", "Y-31", "Y-", 31, "", 2)
    (found,) = series(twice, start="known")
    assert found.population is None
    assert "Y-31 on another and item 31" in found.refused
    assert [[one.item for one in same] for same in duplicates(twice)] == [["item 31", "another"]]


def test_the_start_may_be_known_for_one_prefix_only() -> None:
    a, b = series([*serials([2, 6, 7, 14], "A"), *serials([21, 35, 42, 60], "B")], start={"A": 1})
    assert a.population is not None
    assert b.population is None
    assert b.unknown_start is not None


def test_a_start_beyond_the_serials_is_refused() -> None:
    (found,) = series(serials([2, 6, 7]), start={"Y-": 5})
    assert found.population is None
    assert "before the stated start" in found.refused


def test_items_of_one_strike_are_one_draw() -> None:
    together = serials([12, 31, 55], clusters=True)
    assert effective_count([*together, *serials([80])]) == 2
    (found,) = series([*together, *serials([80])], start="known")
    assert found.population is not None
    assert (found.population.k, found.population.effective) == (4, 2)
    assert any("2 draws" in note for note in found.notes)


def test_one_strike_alone_with_an_unknown_start_says_what_is_missing() -> None:
    (found,) = series(serials([12, 31, 55], clusters=True))
    assert "two draws are the least" in found.refused


def test_prefixes_that_look_alike_in_two_scripts_are_pointed_out() -> None:
    latin, cyrillic = series([*serials([2, 6], "M"), *serials([7, 14], "М")])
    assert "another script" in latin.notes[0]
    assert "another script" in cyrillic.notes[0]


def test_numbers_of_several_widths_with_padding_are_pointed_out() -> None:
    found = [read_serial("Y-0012", "a"), read_serial("Y-55", "b"), read_serial("Y-101", "c")]
    (one,) = series([s for s in found if isinstance(s, Serial)])
    assert any("padded" in note for note in one.notes)


# -- tests of a numbering ----------------------------------------------------------------------------------


def test_the_greatest_gap_of_goodmans_serials() -> None:
    found = largest_gap(GOODMAN)
    assert found.statistic == pytest.approx(0.1065088757, abs=5e-11)
    assert found.p == pytest.approx(0.7813365324, abs=5e-11)
    assert not found.doubt
    assert "largest gap 288" in found.basis


def test_the_evenness_of_goodmans_serials_is_reckoned_exactly() -> None:
    found = evenness(GOODMAN)
    assert found.statistic == pytest.approx(0.1623648235, abs=5e-11)
    assert found.p == pytest.approx(0.3873386940, abs=5e-11)


def test_two_blocks_are_found_by_their_gap() -> None:
    found = largest_gap(BLOCKS)
    assert found.p == pytest.approx(3.0456794847e-09, rel=1e-10)
    assert found.doubt
    assert blocks(BLOCKS) == (BLOCKS[:5], BLOCKS[5:])


def test_numbers_given_in_fives_are_found_by_their_step() -> None:
    found = step([105, 120, 155, 190, 205])
    assert found.statistic == 5
    assert found.doubt
    assert not step([1, 5, 8]).doubt


def test_last_digits_that_are_all_alike_are_doubted() -> None:
    even, odd = last_digit(range(1, 101)), last_digit(range(3, 1000, 10))
    assert (even.statistic, even.doubt) == (0, False)
    assert odd.doubt
    assert odd.statistic == pytest.approx(900)  # 100 of one digit against 10 of each: (90² + 9·10²)/10


def test_numbers_that_begin_anew_each_year_are_no_running_series() -> None:
    again = yearly_restart([(12, 2022), (90, 2022), (11, 2023), (95, 2023)])
    running = yearly_restart([(12, 2022), (90, 2022), (111, 2023), (195, 2023)])
    assert (again.statistic, again.doubt) == (0.5, True)
    assert (running.statistic, running.doubt) == (1.0, False)


def test_a_test_that_the_serials_do_not_allow_is_left_out() -> None:
    assert numbering_tests([(3, None), (9, None)]) == ()
    names = [test.name for test in numbering_tests([(n, 2022 + n // 6) for n in range(1, 12)])]
    assert names == ["largest gap", "evenness", "step", "last digit", "restart each year"]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: largest_gap([1, 2]), "too few"),
        (lambda: step([4, 4, 9]), "the same"),
        (lambda: yearly_restart([(1, 2022), (2, 2022)]), "one year only"),
        (lambda: spacing_p(1, 0.5), "no chance"),
        (lambda: spacing_p(4, 0.0), "no chance"),
    ],
)
def test_a_test_that_cannot_be_made_says_so(call: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()  # type: ignore[operator]


@given(st.integers(2, 30), st.fractions(min_value=0, max_value=1).filter(lambda g: g > 0))
def test_the_chance_of_a_gap_is_a_probability(spacings: int, share: object) -> None:
    assert 0 <= spacing_p(spacings, share) <= 1  # type: ignore[arg-type]


def test_two_spacings_have_the_chance_that_geometry_gives() -> None:
    assert spacing_p(2, 0.75) == pytest.approx(0.5)
