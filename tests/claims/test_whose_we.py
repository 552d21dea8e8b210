"""For whom somebody speaks who says *we*, where the office stands in the text without its house."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read
from sherd.model.statements import Statement


def said(text: str, words: str) -> Statement:
    """The statement whose words begin so."""
    article = article_of(text)
    return next(each for each in read(article) if each.content.text.startswith(words))


def actor(text: str, words: str) -> str:
    """Who acts in it."""
    doing = said(text, words).prop.actor
    return doing.name if doing else "-"


FLY = "“We fly nothing over Chad,”"
HOUSES = (
    (f"The Kremlin again denied any involvement. {FLY} spokesman Ivan Orlov said.", "Russia"),
    (f"Vale Power, a company in Leeds, has halted sales. {FLY} spokeswoman Ann Lowe said.", "Vale Power"),
    (f"Corvane Devices said the part was old. {FLY} CEO Omar Hill told the paper.", "Corvane Devices"),
    (f"{FLY} Corvane Chief Executive Omar Hill said.", "Corvane"),
    (f"Corvane Devices said the part was old. Its chief, Omar Hill, said: {FLY}", "Corvane Devices"),
    (f"{FLY} HUR spokesman Petro Bilyk said.", "Ukrainian military intelligence"),
    (f"{FLY} Kenyan foreign ministry spokesman Ali Omar said.", "Kenya"),
    (f"{FLY} said Jo Hill, the Commerce Department's top enforcement official.", "United States"),
    (f"The High Representative for Foreign Affairs, Jo Hill, said: {FLY}", "European Union"),
    (f"Kenya rejected the report. As before, spokesman Ali Omar was firm. {FLY} Omar said.", "Kenya"),
)


@pytest.mark.parametrize(("text", "house"), HOUSES)
def test_a_spokesman_says_we_of_the_house_that_spoke_last(text: str, house: str) -> None:
    assert actor(text, "We fly nothing") == house


def test_a_minister_without_a_state_is_of_the_state_whose_office_issued_the_text() -> None:
    text = (
        "New measures on drone parts\n\nFrom: Foreign Office\n\nChad, Chad and Chad are named.\n\n"
        "Foreign Secretary Jane Moor said:\n\n“We will use every means.”"
    )
    assert actor(text, "We will use") == "United Kingdom"


def test_whoever_answers_at_a_state_department_briefing_speaks_for_the_united_states() -> None:
    text = (
        "Department Press Briefing – Chad, Sanctions\n\n"
        "MR HALE: Good afternoon. We have sold no drones to Chad.\n\n"
        "QUESTION: And Chad?\n\nMR HALE: Chad buys drones.\n\nQUESTION: Thanks.\n"
    )
    assert actor(text, "We have sold") == "United States"


def test_an_analyst_has_no_house_because_a_state_spoke_before() -> None:
    text = "Kenya denied the report. “We saw two drones,” analyst Ali Omar said."
    assert actor(text, "We saw") == "Ali Omar"
