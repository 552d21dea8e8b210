"""Countries of importers, as cells write them, and whether they took part in the coalition's controls."""

import pytest

from sherd.data import rows
from sherd.trace.coalition import country, takes_part


@pytest.mark.parametrize(("cell", "code"), [
    ("RU", "RU"), (" ru ", "RU"), ("Russia", "RU"), ("РОССИЯ", "RU"), ("Росія", "RU"),
    ("russian federation", "RU"), ("Iran", "IR"), ("ایران", "IR"), ("", ""), ("Atlantis", ""), ("643", ""),
])  # fmt: skip
def test_a_cell_names_a_country_in_any_script(cell: str, code: str) -> None:
    assert country(cell) == code


@pytest.mark.parametrize("code", ["US", "GB", "DE", "JP", "KR", "CH", "LI"])
def test_a_state_of_the_coalition_takes_part(code: str) -> None:
    assert takes_part(code)


@pytest.mark.parametrize("code", ["RU", "BY", "CN", "HK", "TR", "AE", "KG", ""])
def test_any_other_does_not(code: str) -> None:
    assert not takes_part(code)


def test_each_state_of_the_coalition_is_dated_and_no_state_stands_twice() -> None:
    table = rows("coalition")
    codes = [row["code"] for row in table]
    assert len(codes) == len(set(codes)) == 38  # the United States, 33 others, and the four of April 2022
    assert {row["as_of"] for row in table} == {"2022-04-12"}
