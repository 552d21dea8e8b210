"""Numbers of registers: check digits calculated by hand from the standards, and any single slip found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.model.identifiers import CHECKS, found_in, identifier, stated

TRUE = {
    "INN": ("7707083893", "500100732259"),
    "OGRN": ("1027700132195", "304500116000157"),
    "EDRPOU": ("00032129", "14360570"),
    "USCC": ("91110000600037341L",),
    "LEI": ("5493001KJTIIGC8Y1R12", "213800WSGIIZCXF1P572"),
    "IMO": ("9074729", "9319466"),
}


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind, values in TRUE.items() for value in values]
)
def test_a_published_number_holds(kind: str, value: str) -> None:
    assert CHECKS[kind](value)


@pytest.mark.parametrize("kind", sorted(set(TRUE) - {"OGRN", "IMO"}))
def test_one_wrong_digit_at_the_end_is_found(kind: str) -> None:
    value = TRUE[kind][0]
    wrong = [value[:-1] + sign for sign in "0123456789" if sign != value[-1]]
    assert not any(CHECKS[kind](each) for each in wrong)


@given(st.text(max_size=20))
def test_no_text_breaks_a_check(text: str) -> None:
    assert all(check(text) in {True, False} for check in CHECKS.values())


def test_a_general_tax_number_is_recognised_by_country_and_check_digits() -> None:
    assert identifier("Tax ID No.", "7707083893", "Russia").kind == "INN"
    assert identifier("Tax ID No.", "7707083894", "Russia").kind == "tax number"
    assert identifier("инн", "7707083894").valid is False


def test_numbers_are_found_in_a_party_field_only_where_they_hold() -> None:
    assert [one.kind for one in found_in("OOO Almaz 7707083893 tel 7707083894")] == ["INN"]


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("INN 7707083893", [("INN", "7707083893", True)]),
        ("ИНН: 7707083894; ОГРН 1027700132195",
         [("INN", "7707083894", False), ("OGRN", "1027700132195", True)]),
        ("company number 01234567 | USCC 91110000600037341L",
         [("registration number", "01234567", None), ("USCC", "91110000600037341L", True)]),
        ("5493001KJTIIGC8Y1R12", [("LEI", "5493001KJTIIGC8Y1R12", True)]),
        ("4711", [("", "4711", None)]),
        (" ; ", []),
    ],
)  # fmt: skip
def test_a_cell_states_numbers_behind_the_names_of_their_registers(
    cell: str, read: list[tuple[str, str, bool | None]]
) -> None:
    assert [(one.kind, one.value, one.valid) for one in stated(cell)] == read


def test_a_general_number_of_a_russian_party_is_recognised_by_its_country() -> None:
    assert [one.kind for one in stated("tax number 7707083893", "ru")] == ["INN"]
