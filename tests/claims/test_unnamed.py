"""Somebody unnamed goes by whose they are, what is said of the office, the noun and *(unnamed)*."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read

P = "said that Kenya had bought rifles."

NAMES = """
A Japanese trade ministry official | Japanese trade ministry official
A trade ministry official in Tokyo | Japanese trade ministry official
Trade ministry officials in Tokyo | Japanese trade ministry officials
A foreign ministry official in Kuala Lumpur | Malaysian foreign ministry official
A defence official in Seoul | South Korean defence official
An official at the economy ministry in Berlin | German economy ministry official
Officials in Belgrade | Serbian officials
Officials in Subotica | officials in Subotica
A Western diplomat in Belgrade | Western diplomat
A NATO diplomat in Brussels | NATO diplomat
A dealer in Subotica | dealer in Subotica
An aid worker | aid worker
Analysts | analysts
Independent analysts | independent analysts
Local officials | local officials
Rights groups | rights groups
Federal prosecutors | federal prosecutors
White House officials | White House officials
European diplomats | European diplomats
A U.S. military official | US military official
A U.N. spokesperson | UN spokesperson
A former Orlo Devices engineer | former Orlo Devices engineer
A former employee of Orlo Devices | former Orlo Devices employee
An ex-official at the US Commerce Department | former US Commerce Department official
A former spokesman for Orlo Motoren | former Orlo Motoren spokesman
Lawyers for Orlo Motoren | Orlo Motoren lawyers
An Iranian diplomat at its embassy in Oslo | Iranian diplomat
The ship's captain | ship's captain
Western governments | Western governments
""".strip().splitlines()


def sources(text: str) -> set[str]:
    found = read(article_of(text))
    return {each.source.name for each in found if each.source.kind != "narrator"}


@pytest.mark.parametrize("row", NAMES)
def test_somebody_unnamed_is_told_by_whose_they_are_and_what_they_do(row: str) -> None:
    words, name = row.split(" | ")
    assert sources(f"{words} {P}") == {f"{name} (unnamed)"}


HOUSES = """
A spokesman for Orlo Motoren | Orlo Motoren
A spokesman for the Iranian embassy in Oslo | Iranian embassy
A Foreign Office spokesperson | UK Foreign Office
Analysts at Lumo Horizon | Lumo Horizon
Technicians from the Novi Institute of Metrology | Novi Institute of Metrology
Members of a village council | village council
""".strip().splitlines()


@pytest.mark.parametrize("row", HOUSES)
def test_whose_trade_it_is_to_speak_for_a_house_is_its_voice(row: str) -> None:
    words, name = row.split(" | ")
    (said,) = (each for each in read(article_of(f"{words} {P}")) if each.source.kind != "narrator")
    assert said.source.name == name
    assert said.source.role == words
    assert said.alt_sources[0].endswith("(unnamed)")


def test_who_speaks_for_nobody_known_stays_unnamed() -> None:
    assert sources(f"Yale researchers {P}") == {"Yale researchers (unnamed)"}
    assert sources(f"Officials at Orlo Motoren {P}") == {"Orlo Motoren officials (unnamed)"}
