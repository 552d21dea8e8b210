"""A caption says what its picture shows, and its credit says nothing."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read


@pytest.mark.parametrize(
    "line",
    [
        "Parts of an engine laid out in a garage in Novi on Monday | Image: Prosecutor’s Office",
        "Parts of an engine laid out in a garage in Novi on Monday. AFP",
        "Parts of an engine laid out in a garage in Novi on Monday. Reuters/Ada Stone",
        "PHOTO: Parts of an engine laid out in a garage in Novi on Monday. (Handout)",
        "Image caption: Parts of an engine laid out in a garage in Novi on Monday",
        "Parts of an engine laid out in a garage in Novi on Monday. Credit: Ada Stone / Agency",
        "Parts of an engine laid out in a garage in Novi on Monday. © Ada Stone / AP Photo",
    ],
)
def test_a_caption_is_read_without_its_label_and_its_credit(line: str) -> None:
    text = f"Engine found in Novi field after raid\n\n{line}\n\nSerbia sent 40 drones to Sudan."
    found = read(article_of(text))
    (caption,) = [each for each in found if each.mode == "caption"]
    assert caption.content.text == "Parts of an engine laid out in a garage in Novi on Monday"
    assert (caption.level, caption.source.kind) == ("core", "narrator")


def test_a_name_below_a_picture_is_no_statement() -> None:
    text = "Engine found in Novi field after raid\n\nAda Stone, minister of trade. Photo: Agency\n\nP."
    found = read(article_of(text))
    assert not [each for each in found if each.mode == "caption"]
