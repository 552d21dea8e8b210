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
A spokesman for Orlo Motoren | Orlo Motoren spokesman
Lawyers for Orlo Motoren | Orlo Motoren lawyers
A spokesman for the Iranian embassy in Oslo | Iranian embassy spokesman
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
