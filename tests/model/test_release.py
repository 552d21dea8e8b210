"""Who may see what: people, places, holders, hidden sources and notes are sealed unless said otherwise."""

from __future__ import annotations

import pytest

from sherd.model.claims import Claim
from sherd.model.hypotheses import Case
from sherd.model.items import Component, Item, Photograph, Recovery
from sherd.model.provenance import File, RawRow, Source
from sherd.model.release import file_release, public_sources, release_of, sealed_columns, within
from sherd.model.row import RELEASES

PUBLISHED = Source(case="c", id="S1", kind_="page", title="A page", url="https://example.org")
PERSON = Source(case="c", id="S2", kind_="person", title="Someone")


def _item(**more: object) -> Item:
    return Item(case="c", id="I1", label="Wreck", role="item", custody_status="unknown", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("column", ["holder", "recovered_by", "documented_by", "note", "recorded_by"])
def test_a_row_that_says_nothing_seals_what_gives_people_away(column: str) -> None:
    assert sealed_columns(_item(**{column: "x"}), frozenset()) == (column,)


def test_an_empty_column_withholds_nothing() -> None:
    assert sealed_columns(_item(), frozenset()) == ()


def test_a_written_release_speaks_for_the_whole_row() -> None:
    assert sealed_columns(_item(holder="x", release="public"), frozenset()) == ()
    assert release_of(_item(release="team")) == "team"


def test_the_way_to_an_unpublished_source_is_sealed_and_to_a_published_one_not() -> None:
    assert sealed_columns(_item(source="S2", locator="p. 3"), frozenset({"S1"})) == ("source", "locator")
    assert sealed_columns(_item(source="S1", locator="p. 3"), frozenset({"S1"})) == ()


def test_a_source_that_nobody_can_look_up_is_sealed_whole() -> None:
    assert (release_of(PUBLISHED), release_of(PERSON)) == ("public", "sealed")
    assert public_sources([PUBLISHED, PERSON, _item()]) == frozenset({"S1"})


def test_a_published_source_may_be_sealed_by_its_row() -> None:
    sealed = Source(
        case="c", id="S3", kind_="page", title="A page", url="https://example.org", release="sealed"
    )
    assert public_sources([sealed]) == frozenset()


@pytest.mark.parametrize(
    ("precision", "hidden"), [("exact", True), (None, True), ("town", True), ("country", False)]
)
def test_an_exact_place_is_sealed_and_a_country_is_not(precision: str | None, hidden: bool) -> None:
    event = Recovery(case="c", id="E1", place="somewhere", place_precision=precision)
    assert bool(sealed_columns(event, frozenset())) == hidden


def test_a_photograph_is_for_the_team_and_a_sheet_is_sealed() -> None:
    photograph = Photograph(case="c", id="P1", file="photos/1.jpg")
    assert file_release(photograph) == "team"
    assert file_release(Photograph(case="c", id="P1", file="photos/1.jpg", release="public")) == "public"
    assert file_release(None) == "sealed"


def test_a_raw_row_is_sealed_whatever_it_says() -> None:
    raw = RawRow(case="c", id="items.csv:3", file="items.csv", row=3, cells=("x",), release="public")
    assert release_of(raw) == "sealed"


def test_investigators_are_people() -> None:
    case = Case(case="c", id="c", title="C", question="?", investigators=("A. Person",))
    assert sealed_columns(case, frozenset()) == ("investigators",)


def test_a_speaker_is_no_secret() -> None:
    claim = Claim(case="c", id="Q1", speaker="A minister", polarity="deny", action="SUPPLY", paraphrase="No")
    assert sealed_columns(claim, frozenset()) == ()


def test_levels_are_ordered() -> None:
    seen = {clearance: [level for level in RELEASES if within(level, clearance)] for clearance in RELEASES}
    assert seen == {level: list(RELEASES[: number + 1]) for number, level in enumerate(RELEASES)}


def test_a_public_component_hides_nothing() -> None:
    assert release_of(Component(case="c", id="C1", item="I1", label="Board")) == "public"
    assert release_of(File(case="c", id="a", sha256="0", size=1, release="sealed")) == "sealed"
