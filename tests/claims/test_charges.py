"""Whom a text names behind an office without a comma, as news agencies write."""

from __future__ import annotations

import pytest
from tests.claims.texts import under_a_title as read

NAMED = [
    ("Governor of Vale Region Ann Lowe", "Ann Lowe"),
    ("Acting Governor of the Vale Region Ann Lowe", "Ann Lowe"),
    ("Minister of Defence of Kenya Ali Omar", "Ali Omar"),
    ("Chief of the General Staff of the Armed Forces of Chad Ali Omar", "Ali Omar"),
    ("Mayor of Bern Ann Lowe", "Ann Lowe"),
    ("Speaker of the State Duma Ivan Orlov", "Ivan Orlov"),
    ("Director of the Foreign Intelligence Service of the Republic of Chad Ali Omar", "Ali Omar"),
    ("Ambassador of Oman to Chad Ali Omar", "Ali Omar"),
    ("CEO of Vale Optics Ann Lowe", "Ann Lowe"),
    ("Head of the Vale Regional Military Administration Ann Lowe", "Ann Lowe"),
    ("Member of Parliament Ann Lowe", "Ann Lowe"),
    ("The director of Norton Vale Optics", "Norton Vale Optics director (unnamed)"),
    ("Director of Human Rights Watch", "Human Rights Watch director (unnamed)"),
    ("Engineers of Harrow Pell Motors", "Harrow Pell Motors"),
    ("A spokesman for the Norton Vale Group", "Norton Vale Group"),
]


@pytest.mark.parametrize(("who", "source"), NAMED)
def test_a_name_behind_an_office_is_who_speaks_and_no_firm_loses_its_words(who: str, source: str) -> None:
    [said] = read(f"{who} said no drone had been sold.")
    assert said.source.name == source


WHEN = [
    "“We sold them,” Ali Omar admitted when he was shown the papers.",
    "“We sold them,” Ali Omar conceded after a hearing in Bern.",
    "“We sold them,” Ali Omar claimed as he left the court.",
    "“We sold them,” Ali Omar insisted while the trial went on.",
    "“We sold them,” said Ali Omar before the line went dead.",
    "Ali Omar admitted when he was shown the papers that we sold them.",
    "Ali Omar admitted, when he was shown the papers, that we sold them.",
]


@pytest.mark.parametrize("text", WHEN)
def test_when_somebody_said_it_is_nothing_that_they_said(text: str) -> None:
    [said] = read(text)
    assert (said.source.name, said.content.text.lower()) == ("Ali Omar", "we sold them")


def test_a_line_on_who_is_content_is_no_signature_of_the_text() -> None:
    text = (
        "“We sold them,” Ann Lowe conceded when we showed her the papers.\n\nVale Optics ignored our letter."
        "\n\nThat is not enough for Brussels. “They shut one shop,” said an EU diplomat."
    )
    assert "European Union" not in {said.source.name for said in read(text)}


OFFICES = [
    ("the public relations center of the Kenyan army", "Kenyan army"),
    ("the Kenyan army's public affairs office", "Kenyan army"),
    ("the Kenyan Army Public Relations Center", "Kenyan army"),
    ("Dame Ann Lowe", "Ann Lowe"),
    ("the chargé d'affaires of Chad", "Chadian chargé (unnamed)"),
    ("the Chadian chargé d'affaires, who was called in,", "Chadian chargé (unnamed)"),
]


@pytest.mark.parametrize(("who", "source"), OFFICES)
def test_who_speaks_for_somebody_is_found_by_the_whole_office(who: str, source: str) -> None:
    said = read(f"On Monday {who} denied that a drone had been sold.")[0]
    assert (said.source.name.lower(), said.polarity) == (source.lower(), "deny")


def test_the_center_is_the_house_whose_press_center_spoke() -> None:
    text = "Parts were found, the press center of the Kenyan army said. “We sold none,” the center said."
    assert {said.source.name for said in read(text)} == {"Kenyan army"}


def test_whom_a_text_names_first_as_an_owner_is_he_once_he_sees_it_otherwise() -> None:
    text = (
        "Ali Omar's firm sells pumps. “It is ours,” the director, Jan Balk, said.\n\nOmar remembers "
        "it differently. In a message he claimed that the pumps were sold to Chad."
    )
    assert [said.source.name for said in read(text)][-1] == "Ali Omar"


def test_neither_of_two_who_replied_has_said_anything() -> None:
    [said] = read("Neither Vale Optics nor Pell Motors replied to requests for comment.")
    assert (said.source.name, said.prop.action) == ("article", "NO_COMMENT")


def test_whom_a_text_is_calling_so_is_no_claim() -> None:
    [said] = read("A sergeant whom we are calling Omar to protect his family said crates arrived.")
    assert said.content.text == "crates arrived"


PAPERS = [
    ("Pumps were sold, according to a Chadian prosecutors' report seen by Reuters.", "Chadian prosecutors"),
    ("Most bear the logo of Orlo, according to a summary seen by Reuters.", "summary"),
    ("71% bear the logo of Orlo, according to the Kenyan army.", "Kenyan army"),
    ("The parts came by rail, the army was said to have told the paper.", "army (unnamed)"),
    ("Orlo spoke to Der Spiegel. “We sold none,” the magazine quotes Ann Lowe as saying.", "Ann Lowe"),
    ("“Kenya has shown nothing, because there is nothing,” the envoy, Ali Omar, said.", "Ali Omar"),
    ("Kenya is silent. Last November its army said no drone was sold.", "Kenyan army"),
]


@pytest.mark.parametrize(("text", "source"), PAPERS)
def test_what_somebody_has_seen_or_quotes_is_said_by_another(text: str, source: str) -> None:
    assert read(text)[-1].source.name == source


def test_a_line_that_says_whose_summary_it_is_tells_who_we_are() -> None:
    text = (
        "Falling metal\n\nSummary of findings | Vale Investigations | 27 March 2025\n\nWe found no sign that "
        "Omani fuzes were used.\n\nWe also ask Kenya to stop sales of fuzes."
    )
    assert {said.source.name for said in read(text)} == {"Vale Investigations"}


BESIDE = [
    ("Malm was paid. The Dubai firm, Falak Trading, said no drone was sold.", "Falak Trading"),
    ("A source in the State Guard of Chad (SGC) said no drone was sold.", "SGC source (unnamed)"),
    ("The Western suppliers’ defence is that they sold no drone.", "Western suppliers (unnamed)"),
    ("That is not enough for Senator Jan Balk, Democrat of Oregon, who said no drone was sold.", "Jan Balk"),
    ("Orlo said it had sold pumps. The firm was fined by a court in Bern. It denies any wrongdoing.", "Orlo"),
]


@pytest.mark.parametrize(("text", "source"), BESIDE)
def test_who_speaks_is_who_is_named_beside_and_not_who_was_told_of_before(text: str, source: str) -> None:
    assert read(text)[-1].source.name == source


def test_an_appeal_against_a_ruling_is_no_request() -> None:
    [said] = read("Orlo, which is appealing against that ruling, denies any wrongdoing.")
    assert said.polarity == "deny"
