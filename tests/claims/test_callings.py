"""What stands before a name and is no part of it: offices, ranks, callings, what a firm makes."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read

P = "said that Serbia had sold drones to Chad."

CALLINGS = """
Prime Minister-designate
President-elect
Vice-Admiral
Brigadier-General
Secretary-General
Director-General
NATO Secretary-General
Prosecutor-General
Air Vice-Marshal
Vice-President
Vice-chairman
Under-Secretary
Co-founder
Co-author
Commander-in-Chief
Rapporteur
Professor Emeritus
Chargé d'affaires
Taoiseach
Whistleblower
Campaigner
Businessman
Photographer
Company owner
Investigative journalist
Importer
Head of Customs
Chief of Police
Iran's permanent representative to the UN
Envoy to NATO
Deputy Assistant Secretary for Export Enforcement
Minister for Trade
Minister of Defence
Russian Ambassador to Japan
Former Deputy Prime Minister
Houthi military spokesman Brigadier-General
Undersecretary of the Treasury
Retired colonel
Lt. Gen. (ret.)
Chief of Staff
Customs officer
""".strip().splitlines()

MAKERS = ["Manufacturer", "Chipmaker", "Distributor", "Dutch chipmaker", "Freight forwarder", "Supplier"]


def sources(text: str) -> set[str]:
    found = read(article_of(text))
    return {each.source.name for each in found}


@pytest.mark.parametrize("calling", CALLINGS)
def test_a_calling_before_a_person_is_no_part_of_the_name(calling: str) -> None:
    assert sources(f"{calling} Mikel Arta {P}") == {"Mikel Arta"}


def test_what_an_office_is_of_may_stand_before_a_name_of_three_words() -> None:
    assert sources(f"Minister for Trade Jan Peter Balk {P}") == {"Jan Peter Balk"}


@pytest.mark.parametrize("maker", MAKERS)
def test_what_a_firm_is_stands_before_its_name(maker: str) -> None:
    assert sources(f"{maker} Orlo Motoren {P}") == {"Orlo Motoren"}
    assert sources(f"{maker} Orlo Devices {P}") == {"Orlo Devices"}


def test_a_firm_that_was_called_a_distributor_is_the_distributor() -> None:
    text = f"Distributor Orlo Werke {P} The distributor said that Kenya had bought rifles."
    assert sources(text) == {"Orlo Werke"}


@pytest.mark.parametrize("name", ["Carrier Global", "Porter Hall", "Front Line Watch"])
def test_a_name_that_opens_with_a_common_noun_stays_whole(name: str) -> None:
    assert sources(f"{name} {P}") == {name}
