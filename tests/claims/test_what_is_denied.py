"""No denial is read as an assertion, wherever in a sentence it stands; nor an assertion as a denial."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read
from sherd.model.statements import Statement

BODY = "The weather in the capital was fine for the season and the markets were open."

TABLES = ("what_is_denied.txt", "what_is_denied_inside.txt")

FORBIDDEN = {
    "-": {"+", "held untrue", "urged"},
    "?": {"+", "held untrue", "urged"},
    "+": {"-"},
    "0": {"-"},
    "~": set(),
}
"""What words are never read as: those denied (-), denied if read (?), asserted (+), not denied (0)."""


def cases() -> list[tuple[str, str]]:
    """Each line of the tables: a text, and how its words are read, by the signs of ``FORBIDDEN``."""
    here = Path(__file__)
    tables = [here.with_name(name).read_text("utf-8") for name in TABLES]
    held = [line.partition(" ## ") for table in tables for line in table.splitlines() if " ## " in line]
    return [(text, wanted) for text, _, wanted in held]


def said_in(text: str) -> list[Statement]:
    """What is read of a text that is a headline, the caption of a picture, or a line below a title."""
    kind, _, rest = text.partition(":")
    if kind == "H":
        text = f"{rest}\n\n{BODY}"
    elif kind == "C":
        text = f"A title\n\n{BODY}\n\n{rest}"
    else:
        text = f"A title\n\n{text}"
    return [each for each in read(article_of(text)) if each.level != "presupposed" and not each.parent]


def told(statement: Statement) -> str:
    """*-* for a denial, *+* for an assertion, which two denials make; P held untrue is neither."""
    if statement.polarity == "urge":
        return "urged"
    if "of_denial" in statement.flags:
        return "+"
    if statement.polarity == "deny":
        return "-"
    return "held untrue" if "negated" in statement.flags else "+"


@pytest.mark.parametrize(("text", "wanted"), cases())
def test_what_is_denied_is_denied_and_what_is_asserted_is_asserted(text: str, wanted: str) -> None:
    found = said_in(text)
    for each in wanted.split(";"):
        sign, part = each[0], each[1:]
        read_as = {told(one) for one in found if part in one.content.text}
        if sign in {"-", "+", "~"}:
            assert sign.replace("~", "-") in read_as, part
        assert not read_as & FORBIDDEN[sign], part
