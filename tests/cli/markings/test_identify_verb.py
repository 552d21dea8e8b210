"""``sherd identify`` as a user types it: one marking, its candidates, dates and makers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


def one(said: Any) -> Any:
    (found,) = said.result["markings"]
    return found


def test_a_worn_marking_names_its_part_with_what_was_read_otherwise_and_where(
    sherd: Any, parts: Path
) -> None:
    found = one(sherd("identify", "TMS32OF28335 PGFA|22-T1A5X", "--catalogue", parts, "--json"))
    assert found["outcome"] == "part"
    assert found["candidates"][0]["mpn"] == "TMS320F28335PGFA"
    assert "O stands for 0 at position 6" in found["candidates"][0]["why"]


def test_each_candidate_says_which_catalogue_holds_it(sherd: Any, parts: Path) -> None:
    said = sherd("identify", "W25Q128JVSIQ", "MAX233AEWP", "--catalogue", parts, "--json")
    first = [found["candidates"][0]["from"] for found in said.result["markings"]]
    assert first[0] == "parts.csv"
    assert first[1].startswith("sherd:parts (https://")


def test_a_part_that_the_catalogue_lacks_is_never_its_neighbour(sherd: Any, parts: Path) -> None:
    found = one(sherd("identify", "STM32F765VIT7", "--catalogue", parts, "--json"))
    assert found["outcome"] == "absent"
    assert "STM32F103VCT6" in found["reason"]
    assert "7 stands for 1 at position 7" in found["reason"]


@pytest.mark.parametrize("text", ["???", "", "  ", "|", "·"])
def test_what_nobody_can_read_is_unreadable(text: str, sherd: Any, parts: Path) -> None:
    said = sherd("identify", text, "--catalogue", parts, "--json")
    assert said.code == 0
    assert one(said)["outcome"] == "unreadable"


def test_the_page_shows_candidates_reasons_dates_and_the_three_makers(sherd: Any, parts: Path) -> None:
    said = sherd(
        "identify", "TEXAS INSTRUMENTS|LM358DR|86AEX5U", "--catalogue", parts, "--not-after", "2022-10"
    )
    assert "this part: LM358DR" in said.out
    assert "made   2018-06" in said.out
    assert (
        "brand Texas Instruments; maker when it was made: Texas Instruments; a trace request goes to"
        in said.out
    )
    assert "sought in" in said.err


def test_no_date_after_the_recovery_is_given(sherd: Any, parts: Path) -> None:
    found = one(sherd("identify", "LM358DR|2240", "--catalogue", parts, "--not-after", "2022-08", "--json"))
    assert all(each["dates"][:10] <= "2022-08-31" for each in found["dates"])


def test_what_does_not_fit_together_is_said_with_its_reason_and_no_verdict(sherd: Any, parts: Path) -> None:
    text = "CGB-REG IR3E06N|9439 C"  # a type that came to market years after that week
    found = one(sherd("identify", text, "--catalogue", parts, "--not-after", "2022-10", "--json"))
    assert "before launch" in [remark.partition(":")[0] for remark in found["remarks"]]
    assert "counterfeit" not in json.dumps(found)


def test_without_a_store_the_shipped_parts_are_searched_and_that_is_said(sherd: Any) -> None:
    said = sherd("identify", "STM32F405RGT6")
    assert said.code == 0
    assert "this part: STM32F405RGT6" in said.out
    assert "shipped examples alone" in said.err
    assert not Path("sherd.db").exists()


def test_a_store_that_was_named_must_be_there(sherd: Any) -> None:
    said = sherd("identify", "LM358", "--store", "nowhere.db")
    assert said.code == 2
    assert "nowhere.db" in said.err


def test_what_was_taken_in_is_searched_and_the_index_is_made_anew_where_it_does_not_fit(
    sherd: Any, parts: Path, tmp_path: Path
) -> None:
    sherd("catalogue", "import", parts)
    assert one(sherd("identify", "W25Q128JVSIQ", "--json"))["outcome"] == "part"
    index = tmp_path / "sherd.catalogue" / "index.arrays"
    whole = index.read_bytes()
    index.write_bytes(whole[:-5])
    said = sherd("identify", "W25Q128JVSIQ")
    assert "made anew" in said.err
    assert "this part: W25Q128JVSIQ" in said.out
    assert index.read_bytes() == whole


def test_a_newer_edition_is_what_is_searched(sherd: Any, parts: Path) -> None:
    sherd("catalogue", "import", parts)
    sherd("identify", "W25Q128JVSIQ")
    parts.write_text("mpn,manufacturer\nLM358DR,Texas Instruments\n", "utf-8")
    sherd("catalogue", "import", parts)
    assert one(sherd("identify", "W25Q128JVSIQ", "--json"))["outcome"] == "absent"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "no marking was given"),
        (["X", "--batch", "markings.csv", "--out", "o.csv"], "takes its markings from the sheet"),
        (["--batch", "markings.csv"], "belong together"),
        (["--out", "o.csv", "X"], "belong together"),
        (["--batch", "markings.csv", "--out", "markings.csv"], "overwrite the sheet"),
        (["--batch", "nowhere.csv", "--out", "o.csv"], "nowhere.csv is not there"),
        (["--batch", "parts.csv", "--out", "o.csv"], "no column id"),
        (["X", "--catalogue", "nowhere.csv"], "nowhere.csv is not there"),
        (["X", "--catalogue", "empty.csv"], "nothing could be read"),
        (["--review"], "needs a terminal"),
        (["--review", "--json"], "done alone"),
        (["X", "--not-after", "soon"], "not a date"),
    ],
)
def test_a_wrong_call_says_what_and_what_to_do(
    arguments: list[str], says: str, sherd: Any, parts: Path, markings: Path
) -> None:
    Path("empty.csv").write_text("", "utf-8")
    said = sherd("identify", *arguments)
    assert (said.code, "Traceback" in said.err) == (2, False)
    assert says in said.err


LABEL = "[)>{RS}06{GS}1PLM358DR{GS}Q540{GS}9D2143{GS}1TK1A2B3{GS}4LTW{GS}1VTexas Instruments{GS}9Zx{RS}{EOT}"


def test_the_code_of_a_bag_shows_its_fields_and_names_the_part_of_its_own_field(
    sherd: Any, parts: Path
) -> None:
    found = one(sherd("identify", LABEL, "--catalogue", parts, "--json"))
    assert (found["outcome"], found["candidates"][0]["mpn"]) == ("part", "LM358DR")
    assert found["marking"] == LABEL
    first, last = found["candidates"][0]["span"]
    assert LABEL[first:last] == "LM358DR"
    assert [LABEL[sign["place"]] for sign in found["candidates"][0]["signs"]] == list("LM358DR")
    label = found["label"]
    assert (label["lot"], label["origin"], label["quantity"]) == ("K1A2B3", "TW", 540)
    assert [each["dates"] for each in found["dates"]] == ["2021-10-25/2021-10-31"]
    assert [each["code"] for each in label["problems"]] == ["label_identifier"]
    page = sherd("identify", LABEL, "--catalogue", parts).out
    assert "label  lot (1T): K1A2B3" in page
    assert "label not read: '9Zx'" in page


def test_a_bag_without_a_part_field_is_unreadable_and_keeps_its_other_fields(sherd: Any, parts: Path) -> None:
    found = one(sherd("identify", "[)>{RS}06{GS}Q540{GS}4LTW{RS}{EOT}", "--catalogue", parts, "--json"))
    assert found["outcome"] == "unreadable"
    assert "no field for the maker's part number" in found["reason"]
    assert found["label"]["quantity"] == 540


def test_the_fields_of_an_ordering_code_are_shown_with_how_far_they_can_be_relied_on(
    sherd: Any, parts: Path
) -> None:
    page = sherd("identify", "STM32F405RGT6", "--catalogue", parts).out
    assert "pins R: 64 pins" in page
    assert "as it is commonly known; check against the datasheet before citing it" in page
    ordering = one(sherd("identify", "STM32F405RGT6", "--catalogue", parts, "--json"))["ordering"]
    assert (ordering["base"], ordering["checked"]) == ("STM32F405", False)


def test_an_ordering_code_that_no_catalogue_holds_is_still_shown_by_fields(sherd: Any, parts: Path) -> None:
    page = sherd("identify", "STM32F765VIT6|GQ2A 22 301", "--catalogue", parts).out
    assert "not in the catalogue" in page
    assert "code   as marked, in no catalogue here: STM32F765; pins V: 100 pins; flash I: 2,048 KB" in page
    apart = one(sherd("identify", "XC7Z020-1 CLG484C", "--catalogue", parts, "--json"))["ordering"]
    assert (apart["code"], apart["base"]) == ("XC7Z020-1CLG484C", "XC7Z020")
    assert one(sherd("identify", "QX-77-1021|LOT 12345", "--catalogue", parts, "--json"))["ordering"] is None
