"""Who says what in the constructions of Ukrainian, Russian and Persian news: a sentence of our own a line."""

from pathlib import Path

import pytest
from tests.claims.texts import article_of

from sherd.claims.languages import read

SIGNS = {"assert": "+", "deny": "-", "urge": "!"}


def lines() -> list[tuple[str, ...]]:
    table = Path(__file__).with_name("said_in_other_languages.txt").read_text("utf-8")
    told = [line for line in table.splitlines() if line.strip() and not line.startswith("#")]
    return [tuple(cell.strip() for cell in line.split("|")) for line in told]


@pytest.mark.parametrize(("language", "text", "name", "sign", "content"), lines())
def test_who_says_it_and_whether_they_deny_it(
    language: str, text: str, name: str, sign: str, content: str
) -> None:
    found = read(article_of(text, language=language), language)
    told = [
        (one.source.name, "0" if one.prop.action == "NO_COMMENT" else SIGNS[one.polarity], one.content.text)
        for one in found
    ]
    assert (name, sign, content) in told
    assert [one.misquoted(text) for one in found] == [()] * len(found)
    if sign == "-":  # a denial is never asserted besides
        assert not any(content in words for _, how, words in told if how == "+")
