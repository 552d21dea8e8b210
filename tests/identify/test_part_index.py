"""One object for Python: built, added to, kept, opened again, asked; its page says what it does."""

from __future__ import annotations

import doctest
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sherd.bootstrap import index_of_file, index_of_store, keep_index, open_index
from sherd.errors import EdgeFailed, NotFound
from sherd.identify import PartIndex
from sherd.identify.asked import Asked
from sherd.identify.catalogue.entry import Entry

DAY = date(2022, 10, 17)
PARTS = [("LM358DR", "Texas Instruments"), ("STM32F405RGT6", "STMicroelectronics")]


@pytest.fixture(scope="module")
def index() -> PartIndex:
    return PartIndex.of(PARTS)


def test_what_its_page_shows_comes_out(root: Path) -> None:
    failed, tried = doctest.testfile(str(root / "docs" / "identify.md"), module_relative=False)
    assert (failed, tried > 5) == (0, True)


def test_many_are_answered_as_one_by_one(index: PartIndex) -> None:
    asked = [
        Asked("a", "LM3S8DR|2215"),
        Asked("b", ""),
        Asked("c", "STM32F4O5|RGT6", recovered_to=date(2015, 1, 1)),
        Asked("d", "LM358DR|86AEX5U", "Texas Instruments"),
    ]
    found = index.identify_all(asked, DAY)
    assert [each.id for each in found] == list("abcd")
    assert [each.found.outcome for each in found] == ["part", "unreadable", "part", "part"]
    assert found[0].found == index.identify("LM3S8DR|2215", DAY).found
    assert found[3].dates == index.identify("LM358DR|86AEX5U", DAY, "Texas Instruments").dates


def test_no_part_is_younger_than_its_recovery(index: PartIndex) -> None:
    readings = index.identify("LM358DR 2240", until=DAY).dates
    assert all(each.interval.first and each.interval.first <= DAY for each in readings)


def test_each_candidate_names_the_catalogue_that_was_added(index: PartIndex) -> None:
    more = index.add("own list", [Entry("ADC0834CCN", source="our bench"), "LM358DR"])
    assert more.catalogues == ("parts", "own list")
    assert more.identify("ADC0834CCN", DAY).origins[0] == "own list (our bench)"
    assert index.identify("ADC0834CCN", DAY).found.outcome == "absent"
    assert (len(index), len(more)) == (2, 4)


@pytest.mark.parametrize("wrong", ["", "--", "LM\x00358", "X" * 81])
def test_what_cannot_be_a_part_number_is_refused_by_name(wrong: str) -> None:
    with pytest.raises(ValueError, match="cannot be a part number"):
        PartIndex.of([wrong])


def test_an_index_that_was_kept_answers_the_same(index: PartIndex, tmp_path: Path) -> None:
    keep_index(index, tmp_path / "parts.index")
    again = open_index(tmp_path / "parts.index")
    assert again.identify("LM3S8DR|86AEX5U", DAY) == index.identify("LM3S8DR|86AEX5U", DAY)


@pytest.mark.parametrize("content", [None, b"", b"no index"])
def test_a_file_that_holds_no_index_is_named(content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "x").write_bytes(content)
    with pytest.raises(EdgeFailed, match="holds no index"):
        open_index(tmp_path / "x")


def test_an_index_is_built_from_a_catalogue_on_disk_and_from_a_store(tmp_path: Path) -> None:
    (tmp_path / "parts.csv").write_text("mpn,manufacturer\nQQ358DR,Texas Instruments\n--,x\n", "utf-8")
    index, problems = index_of_file(tmp_path / "parts.csv")
    assert index.identify("QQ358DR", DAY).origins[0] == "parts.csv"
    assert [each.code for each in problems] == ["not_a_part_number"]
    with pytest.raises(NotFound):
        index_of_store(str(tmp_path / "nowhere.db"))


def test_the_room_loads_nothing_before_it_is_asked_for_the_object() -> None:
    code = "import sys, sherd.identify; assert 'numpy' not in sys.modules; sherd.identify.PartIndex"
    subprocess.run([sys.executable, "-c", code], check=True)
    with pytest.raises(AttributeError, match="Nothing"):
        __import__("sherd.identify").identify.Nothing  # noqa: B018
