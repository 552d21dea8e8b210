"""Which heading means what: known, asked for, or a problem that names the choices; never a guess."""

from __future__ import annotations

import pytest

from sherd.identify.catalogue.columns import KNOWN, UNSURE, Columns, ColumnsAsked, asked, columns


@pytest.mark.parametrize(
    ("headings", "mpn", "maker"),
    [
        ("mpn,manufacturer", "mpn", "manufacturer"),
        ("LCSC Part,MFR.Part,Package,Manufacturer", "MFR.Part", "Manufacturer"),
        ("Mfr,Part Number,Maker", "Part Number", "Maker"),
        ("Manufacturer Part Number,Manufacturer Name", "Manufacturer Part Number", "Manufacturer Name"),
        ("price,Ordering Code", "Ordering Code", None),
    ],
)
def test_a_heading_that_means_one_thing_is_known(headings: str, mpn: str, maker: str | None) -> None:
    found = columns(headings.split(","), {}, "parts.csv")
    assert isinstance(found, Columns)
    assert (found.headings["mpn"], found.headings.get("manufacturer")) == (mpn, maker)


@pytest.mark.parametrize(
    ("headings", "choices"),
    [
        ("mfr,price", ["--columns mpn=mfr"]),
        ("mfr,manufacturer", ["--columns mpn=mfr"]),
        ("mpn,mfr", ["--columns manufacturer=mfr", "manufacturer= for none"]),
        ("MPN,Part Number,Maker", ["--columns mpn=MPN", "--columns mpn=Part Number"]),
        ("name,value,Maker", ["--columns mpn=name", "--columns mpn=value"]),
        ("MPN,Brand,Supplier", ["--columns manufacturer=Brand", "--columns manufacturer=Supplier"]),
    ],
)
def test_a_heading_that_can_mean_two_things_is_a_problem_that_names_the_choices(
    headings: str, choices: list[str]
) -> None:
    (problem,) = columns(headings.split(","), {}, "parts.csv")  # type: ignore[misc]
    assert (problem.code, problem.file, problem.row) == ("ambiguous_heading", "parts.csv", 1)
    assert all(choice in problem.do for choice in choices)


def test_what_is_asked_for_is_taken_and_settles_the_doubt() -> None:
    found = columns(["mfr", "name"], {"mpn": "name", "manufacturer": "mfr"}, "parts.csv")
    assert isinstance(found, Columns)
    assert found.said(["TI", "LM358"]) == {"mpn": "LM358", "manufacturer": "TI"}
    none = columns(["mpn", "mfr"], {"manufacturer": ""}, "parts.csv")
    assert isinstance(none, Columns)
    assert none.unread == ("mfr",)


def test_a_heading_that_was_asked_for_and_is_not_there_is_named_with_those_that_are() -> None:
    (problem,) = columns(["a", "b"], {"mpn": "c", "manufacturer": ""}, "parts.csv")  # type: ignore[misc]
    assert problem.code == "missing_column"
    assert "a, b" in problem.do


def test_a_table_without_a_part_number_names_its_headings() -> None:
    (problem,) = columns(["price", "stock"], {}, "parts.csv")  # type: ignore[misc]
    assert problem.code == "missing_column"
    assert "price, stock" in problem.do


@pytest.mark.parametrize("text", ["", "mpn", "colour=red", "mpn=A,mpn=B", "mpn=", "mpn=A,,"])
def test_a_wish_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ColumnsAsked):
        asked(text)


def test_no_heading_is_known_for_two_fields_or_both_sure_and_unsure() -> None:
    sure = [word for words in KNOWN.values() for word in words]
    assert len(sure) == len(set(sure))
    assert not set(sure) & {word for words in UNSURE.values() for word in words}
