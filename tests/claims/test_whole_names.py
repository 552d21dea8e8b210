"""A body's name holds what it is set up on."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read
from sherd.claims.whole_names import with_mandate


def sources(text: str) -> list[str]:
    found = read(article_of(text))
    return [each.source.name for each in found]


def test_a_panel_goes_by_its_whole_name_however_it_is_called_later() -> None:
    text = (
        "The UN Panel of Experts on Chad said the engines were built in Turkey. "
        "The panel said Kenya bought rifles.\n\nAccording to the UN Panel of Experts, Serbia supplied shells."
    )
    assert sources(text) == ["UN Panel of Experts on Chad"] * 3


@pytest.mark.parametrize(
    ("name", "text", "whole"),
    [
        ("Working Group", "the Working Group on Small Arms", "Working Group on Small Arms"),
        ("Panel of Experts", "the Panel of Experts on Wednesday", "Panel of Experts"),
        ("Panel of Experts", "the Panel of Experts on Sept. 3", "Panel of Experts"),
        ("Panel of Experts", "Panel of Experts on Chad and Panel of Experts on Mali", "Panel of Experts"),
        ("Acme Tools", "Acme Tools on Kenya", "Acme Tools"),
    ],
)
def test_days_other_panels_and_other_names_are_no_part_of_it(name: str, text: str, whole: str) -> None:
    assert with_mandate(name, text) == whole
