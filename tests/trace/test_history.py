"""From which day to which day an entry stood on a list, told by editions in any order of arrival."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.model.dates import Interval
from sherd.model.listed import ListEdition, ListedName, ListEntry
from sherd.trace.history import Held, Listed, history

SEEN = date(2026, 11, 26)


def entry(key: str, **said: object) -> ListEntry:
    return ListEntry(list_="L", entry_id=key, key=key, names=(ListedName(key, "name"),), **said)  # type: ignore[arg-type]


def held(published: str, *keys: str | ListEntry, adds_to: bool = False, seen: date = SEEN) -> Held:
    entries = tuple(each if isinstance(each, ListEntry) else entry(each) for each in keys)
    edition = ListEdition(
        list_="L",
        form="alt" if adds_to else "f",
        entries=entries,
        published=Interval.parse(published),
        adds_to=adds_to,
    )
    return Held(edition, seen, published)


def of(key: str, editions: Sequence[Held]) -> Listed:
    return next(each for each in history(editions) if each.entry.key == key)


MARCH, JUNE, SEPTEMBER = "2022-03-01", "2022-06-01", "2022-09-01"


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ("2022-02-28", "not listed"),
        ("2022-03-01", "not listed"),
        ("2022-03-02", "not shown"),
        ("2022-05-31", "not shown"),
        ("2022-06-01", "listed"),
        ("2022-12-31", "listed"),
    ],
)
def test_an_entry_that_june_holds_and_march_does_not_was_listed_between(day: str, standing: str) -> None:
    listed = of("B", [held(MARCH, "A"), held(JUNE, "A", "B")])
    assert listed.standing(date.fromisoformat(day))[0] == standing


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ("2022-06-01", "listed"),
        ("2022-06-02", "not shown"),
        ("2022-08-31", "not shown"),
        ("2022-09-01", "not listed"),
    ],
)
def test_an_entry_that_september_lacks_was_delisted_after_june(day: str, standing: str) -> None:
    listed = of("A", [held(JUNE, "A", "B"), held(SEPTEMBER, "B")])
    assert listed.standing(date.fromisoformat(day))[0] == standing


def test_before_the_oldest_edition_nothing_is_shown() -> None:
    assert of("A", [held(JUNE, "A")]).standing(date(2020, 1, 1))[0] == "not shown"


def test_a_stated_day_of_listing_goes_before_what_editions_tell() -> None:
    listed = of("A", [held(MARCH, "B"), held(JUNE, entry("A", listed_from=Interval.parse("2022-02-24")))])
    assert listed.standing(date(2022, 2, 24))[0] == "listed"
    assert listed.standing(date(2022, 2, 23))[0] == "not listed"


def test_the_last_day_is_on_the_list_and_the_next_is_not() -> None:
    stated = entry("A", listed_from=Interval.parse("2022-02-24"), listed_to=Interval.parse("2022-08-31"))
    listed = of("A", [held(JUNE, stated)])
    assert listed.standing(date(2022, 8, 31))[0] == "listed"
    assert listed.standing(date(2022, 9, 1))[0] == "not listed"


def test_an_entry_that_comes_back_has_two_stays() -> None:
    listed = of("A", [held(MARCH, "A"), held(JUNE, "B"), held(SEPTEMBER, "A", "B")])
    assert len(listed.spells) == 2
    assert listed.standing(date(2022, 6, 1))[0] == "not listed"
    assert listed.standing(date(2022, 10, 1))[0] == "listed"


def test_an_edition_known_to_the_year_shows_nothing_inside_it() -> None:
    listed = of("B", [held("2022", "A"), held("2023-11", "A", "B")])
    assert listed.standing(date(2022, 8, 26))[0] == "not shown"
    assert listed.standing(date(2023, 12, 1))[0] == "listed"


def test_the_order_of_import_changes_nothing() -> None:
    editions = [
        held(MARCH, "A"),
        held(JUNE, "A", "B"),
        held(SEPTEMBER, "B"),
        held("2022-07", "A", adds_to=True),
    ]
    assert len({history(order) for order in permutations(editions)}) == 1


def test_a_table_of_aliases_adds_names_and_ends_nothing() -> None:
    alias = ListEntry(list_="L", entry_id="A", key="A", names=(ListedName("Another"),))
    listed = of("A", [held(JUNE, "A", "B"), held(SEPTEMBER, alias, adds_to=True)])
    assert [name.text for name in listed.entry.names] == ["A", "Another"]
    assert of("B", [held(JUNE, "A", "B"), held(SEPTEMBER, alias, adds_to=True)]).spells[0].ended is None


def test_first_sight_is_the_day_of_the_first_import_and_not_of_publication() -> None:
    listed = of("A", [held(JUNE, "A", seen=date(2024, 1, 2)), held(MARCH, "A", seen=date(2025, 1, 2))])
    assert listed.seen == date(2024, 1, 2)


@given(st.lists(st.sets(st.sampled_from("ABC")), min_size=1, max_size=6), st.integers(0, 400))
def test_on_the_day_of_an_edition_an_entry_stands_as_the_edition_says(
    inside: list[set[str]], offset: int
) -> None:
    days = [date(2022, 1, 1) + timedelta(days=31 * n) for n in range(len(inside))]
    editions = [held(day.isoformat(), *sorted(keys)) for day, keys in zip(days, inside, strict=True)]
    for listed in history(editions):
        for day, keys in zip(days, inside, strict=True):
            expected = {"listed"} if listed.entry.key in keys else {"not listed", "not shown"}
            if listed.entry.key in keys or any(
                listed.entry.key in before for before in inside[: days.index(day)]
            ):
                assert listed.standing(day)[0] in expected
