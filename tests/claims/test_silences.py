"""Somebody said nothing: by whatever words a text tells it, the article is who says so."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read
from sherd.model.statements import Statement


def said(text: str) -> list[Statement]:
    return list(read(article_of(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Serbia had no immediate comment.",
        "Serbia has so far made no statement.",
        "Serbia has not reacted to the report.",
        "Serbia has yet to reply.",
        "Serbia failed to respond by the deadline.",
        "Serbia never answered.",
        "Serbia declined to weigh in on the sale.",
        "Serbia refused to be drawn on the sale.",
        "Serbia has neither confirmed nor denied the sale.",
        "Serbia has kept silent.",
        "Attempts to reach Serbia were unsuccessful.",
        "E-mails sent to Serbia went unanswered.",
        "Repeated requests for comment to Serbia were not answered.",
        "There was no immediate response from Serbia.",
        "No comment was available from Serbia on Monday.",
        "Nobody in Serbia picked up the phone.",
    ],
)
def test_whoever_is_silent_is_named_and_the_article_tells_it(text: str) -> None:
    (found,) = said(text)
    assert (found.source.kind, found.level) == ("narrator", "secondary")
    assert found.prop.action == "NO_COMMENT"
    assert found.prop.actor is not None
    assert found.prop.actor.name == "Serbia"
    assert found.alt_sources[:1] == ("Serbia",)


@pytest.mark.parametrize(
    "text", ["The claim could not be independently verified.", "We have not been able to confirm this."]
)
def test_what_nobody_could_check_is_nobodys_silence(text: str) -> None:
    (found,) = said(text)
    assert (found.prop.action, found.prop.actor, found.source.kind) == ("OTHER", None, "narrator")


@pytest.mark.parametrize(
    "text",
    [
        "Serbia refused to sell drones to Chad.",
        "Serbia had no drones to sell to Chad.",
        "Serbia declined a request for drones from Chad.",
        "Serbia never sold drones to Chad.",
    ],
)
def test_deeds_left_undone_are_no_silence(text: str) -> None:
    assert all(each.prop.action != "NO_COMMENT" for each in said(text))
