"""A listed owner is a path: which ties lead to it on the day, with which shares; never a match of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.model.dates import Interval
from sherd.model.provenance import Source
from sherd.model.supply import Listing, Party, Tie
from sherd.model.ties import ListedEnd, TiedParty
from sherd.trace.ties import MOST_TIE_PATHS, Found, Ties, party_id, paths, recorded, recorded_end

DAY = Interval.parse("2022-08-26")
REGISTER = Source(case="k", id="REG", kind_="register", title="Extract of the register")


def tie(id_: str, party: str, relation: str, of: str, days: str = "2019/", **more: object) -> Tie:
    first, _, last = days.partition("/")
    known: dict[str, object] = {"proof": "documented", "source": "REG"}
    known |= {
        "from_": Interval.parse(first) if first else None,
        "to_": Interval.parse(last) if last else None,
    }
    return Tie(case="k", id=id_, party=party, relation=relation, of=of, **{**known, **more})  # type: ignore[arg-type]


def laid(ties: list[Tie], asked: str, listed: str, when: Interval | None = DAY) -> Found:
    names = dict.fromkeys(end for each in ties for end in (each.party, each.of))
    tied, legs = recorded(
        "k", [Party(case="k", id=name, name=name) for name in names], ties, {REGISTER.id: REGISTER}
    )

    def ends(party: TiedParty) -> tuple[ListedEnd, ...]:
        listing = Listing(case="k", id="L", party=listed, list_="OFAC", from_=Interval.parse("2022-03-01"))
        end = recorded_end(listing, party.name, when, {}) if party.row == listed else None
        return (end,) if end else ()

    return paths(Ties({each.id: each for each in tied}, legs), party_id("k", asked), when, ends)


def test_an_owner_of_an_owner_is_found_with_every_share_day_and_source() -> None:
    ties = [
        tie("T1", "Holding", "owner", "Plant", share=60.0),
        tie("T2", "Baron", "owner", "Holding", share=51.0, locator="p. 3"),
    ]
    (path,) = laid(ties, "Plant", "Baron").paths
    assert path.heading == "owned by a listed party"
    assert [(leg.party, leg.leg.share, leg.of) for leg in path.legs] == [
        ("Holding", 60, "Plant"),
        ("Baron", 51, "Holding"),
    ]
    assert (
        "Baron is owner of Holding (from 2019; 51 %; documented in Extract of the register, p. 3: T2)"
        in path.words
    )
    assert "Baron: on OFAC (from 2022-03-01" in path.words
    assert "30" not in path.words.replace("2022-03-01", ""), (
        "60 % of 51 % is for a person to reckon with, or not"
    )


@pytest.mark.parametrize(
    ("relation", "upwards"),
    [
        ("owner", True),
        ("controller", True),
        ("director", True),
        ("successor", False),
        ("branch", False),
        ("agent", False),
    ],
)
def test_each_relation_has_one_side_that_stands_over_the_other(relation: str, upwards: bool) -> None:
    (path,) = laid([tie("T", "A", relation, "B")], "B", "A").paths
    assert path.way == ("over" if upwards else "under")
    (back,) = laid([tie("T", "A", relation, "B")], "A", "B").paths
    assert back.way == ("under" if upwards else "over")
    assert back.heading == "tied to a listed party"


def test_only_ownership_all_the_way_up_is_called_owned() -> None:
    mixed = [tie("T1", "Holding", "owner", "Plant"), tie("T2", "Baron", "director", "Holding")]
    assert [path.heading for path in laid(mixed, "Plant", "Baron").paths] == ["tied to a listed party"]


def test_two_companies_of_one_owner_are_no_path() -> None:
    ties = [tie("T1", "Holding", "owner", "Plant"), tie("T2", "Holding", "owner", "Listed")]
    assert laid(ties, "Plant", "Listed") == Found()


@pytest.mark.parametrize(
    ("days", "standing"),
    [
        ("2019/", "held"),
        ("2019/2022-08-26", "held"),
        ("2019/2022-08-25", None),
        ("2022-08-27/", None),
        ("2022/", "not shown"),
        ("2019/2022", "not shown"),
        ("/", "not shown"),
        ("/2022-08-25", None),
    ],
)
def test_a_tie_counts_on_the_days_on_which_it_held_and_says_where_that_is_not_shown(
    days: str, standing: str | None
) -> None:
    found = laid([tie("T", "Baron", "owner", "Plant", days)], "Plant", "Baron").paths
    assert [leg.standing for path in found for leg in path.legs] == ([standing] if standing else [])
    if standing == "not shown":
        assert "not shown whether that day" in found[0].words


@pytest.mark.parametrize(("day", "found"), [("2022-02-28", False), ("2022-03-01", True)])
def test_the_listing_counts_as_of_the_day_too(day: str, found: bool) -> None:
    ties = [tie("T", "Baron", "owner", "Plant")]
    assert bool(laid(ties, "Plant", "Baron", Interval.parse(day)).paths) is found


def test_a_tie_said_to_be_documented_by_no_source_is_only_asserted() -> None:
    (path,) = laid([tie("T", "Baron", "owner", "Plant", source=None)], "Plant", "Baron").paths
    assert path.legs[0].leg.proof == "asserted"
    assert not path.legs[0].leg.is_documented


def test_a_share_that_nobody_recorded_is_said_not_to_be() -> None:
    (path,) = laid([tie("T", "Baron", "owner", "Plant")], "Plant", "Baron").paths
    assert "share not recorded" in path.words


def test_owners_in_a_ring_end() -> None:
    ring = [tie("T1", "A", "owner", "B"), tie("T2", "B", "owner", "C"), tie("T3", "C", "owner", "A")]
    found = laid(ring, "C", "A")
    assert {tuple(leg.party for leg in path.legs) for path in found.paths if path.way == "over"} == {
        ("B", "A")
    }
    assert not found.more


def test_of_very_many_paths_it_is_said_that_there_are_more() -> None:
    middle = [f"M{n}" for n in range(MOST_TIE_PATHS + 3)]
    ties = [tie(f"T{name}", name, "owner", "Plant") for name in middle]
    ties += [tie(f"U{name}", "Baron", "owner", name) for name in middle]
    found = laid(ties, "Plant", "Baron")
    assert len(found.paths) == MOST_TIE_PATHS
    assert found.more


def test_a_dense_net_of_ties_is_left_at_its_bound_and_not_searched_for_ever() -> None:
    names = [f"P{n}" for n in range(14)]
    ties = [tie(f"{a}-{b}", a, "linked", b) for a in names for b in names if a < b]
    assert laid(ties, "P0", "Nobody").more


@given(st.lists(st.tuples(st.sampled_from("ABCDE"), st.sampled_from("ABCDE")), max_size=8))
def test_whoever_is_over_me_has_me_under_it(pairs: list[tuple[str, str]]) -> None:
    ties = [tie(f"T{n}", one, "owner", other) for n, (one, other) in enumerate(pairs) if one != other]
    there = {end for each in ties for end in (each.party, each.of)}
    if not {"A", "E"} <= there:
        return
    up = [path for path in laid(ties, "A", "E").paths if path.way == "over"]
    down = [path for path in laid(ties, "E", "A").paths if path.way == "under"]
    assert len(up) == len(down)


def test_a_party_is_no_owner_of_itself_and_a_tie_to_nobody_is_no_leg() -> None:
    parties = [Party(case="k", id="A", name="A")]
    assert recorded("k", parties, [tie("T", "A", "owner", "A"), tie("U", "A", "owner", "Gone")], {}) == (
        (),
        (),
    )


def test_days_not_known_at_all_show_nothing() -> None:
    (path,) = laid([tie("T", "Baron", "owner", "Plant")], "Plant", "Baron", None).paths
    assert path.legs[0].standing == "not shown"
    assert path.end.standing == "not shown"
