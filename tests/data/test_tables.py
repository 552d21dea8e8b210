"""The shipped reference tables: each says whence it comes, and the scales have no hole."""

import pytest

from sherd import data


def words_for(ratio: float) -> str:
    """The words of the verbal scale for a likelihood ratio of 1 or more, read straight off the table."""
    return next(
        row["words"]
        for row in data.rows("verbal_scale")
        if float(row["lr_from"]) <= ratio and (not row["lr_to"] or ratio < float(row["lr_to"]))
    )


@pytest.mark.parametrize("name", data.names())
def test_every_table_states_its_licence_and_every_row_its_source(name: str) -> None:
    assert data.licence(name)
    assert data.rows(name)
    assert [row for row in data.rows(name) if not row["source"].strip()] == []


@pytest.mark.parametrize("name", data.names())
def test_no_row_is_ragged(name: str) -> None:
    for row in data.rows(name):
        assert None not in row, f"{name}: too many cells in {row}"
        assert None not in row.values(), f"{name}: too few cells in {row}"


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (1.99, "does not support one over the other"),
        (2, "weak support"),
        (9.99, "weak support"),
        (24.27, "moderate support"),
        (111.9083466361, "moderately strong support"),
        (1759.10, "strong support"),
        (16527.17, "very strong support"),
        (1_000_000, "extremely strong support"),
        (1e30, "extremely strong support"),
    ],
)
def test_a_likelihood_ratio_is_said_in_the_words_of_the_guideline(ratio: float, words: str) -> None:
    assert words_for(ratio) == words


def test_the_verbal_scale_has_no_hole_and_no_end() -> None:
    scale = data.rows("verbal_scale")
    assert scale[0]["lr_from"] == "1"
    assert scale[-1]["lr_to"] == ""
    assert [row["lr_to"] for row in scale[:-1]] == [row["lr_from"] for row in scale[1:]]


def test_words_of_likelihood_cover_one_to_ninety_nine_percent_and_never_certainty() -> None:
    scale = data.rows("icd_203")
    assert (scale[0]["percent_from"], scale[-1]["percent_to"]) == ("1", "99")
    assert [row["percent_to"] for row in scale[:-1]] == [row["percent_from"] for row in scale[1:]]


def test_a_source_and_what_it_says_are_graded_on_two_axes() -> None:
    grades = {
        axis: "".join(r["grade"] for r in data.rows("admiralty") if r["axis"] == axis)
        for axis in ("reliability", "credibility")
    }
    assert grades == {"reliability": "ABCDEF", "credibility": "123456"}


def test_a_table_that_is_not_shipped_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"no table '\.\./errors'"):
        data.rows("../errors")
