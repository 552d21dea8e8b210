"""Whatever a text holds, every passage read from it stands in it word for word."""

import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.texts import article_of

from sherd.claims import parties, speakers
from sherd.claims.statements import read

HERE = Path(__file__).resolve().parents[1] / "cases" / "claims"
WORDS = sorted({word for path in HERE.rglob("*.txt") for word in path.read_text("utf-8").split(" ")})
SHREDS = st.lists(st.sampled_from([*WORDS, "\n\n", "“", "”", '"', ",", ".", "\u00a0", "’s"]), max_size=60)


@given(SHREDS)
@settings(max_examples=150)
def test_shreds_of_news_are_read_verbatim_and_never_fail(shreds: list[str]) -> None:
    text = " ".join(shreds)
    for said in read(article_of(text, published=date(2023, 8, 16))):
        assert said.misquoted(text) == ()
        assert text[said.content.start : said.content.end].strip() == said.content.text


@given(st.text(max_size=200))
def test_any_text_at_all_is_read_without_failing(text: str) -> None:
    for said in read(article_of(text)):
        assert said.misquoted(text) == ()


LINES = (
    "The National Radio Agency (NRA) said that Nordsol AS had supplied 40 engines to the army in May 2023.",
    "Iran called that false. He denied that “they ever sent them” and said that the company had closed.",
)
"""Nobody here can be *he*: whoever looks for him looks through all who were spoken of."""


@pytest.mark.parametrize("between", ["\n\n", " "], ids=["paragraphs", "one paragraph"])
def test_a_text_of_twice_the_length_takes_twice_the_work(
    between: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parties, "REACH", 20)
    monkeypatch.setattr(speakers, "REACH", 20)
    _, once, twice = (_calls(between.join(LINES * count)) for count in (1, 20, 40))
    assert twice < 2.05 * once


def _calls(text: str) -> int:
    """How many functions are called, written in Python or not, until a text is read."""
    calls = 0

    def count(*event: object) -> None:
        nonlocal calls
        calls += event[1] in {"call", "c_call"}

    article = article_of(text, published=date(2023, 8, 16))
    sys.setprofile(count)
    try:
        read(article)
    finally:
        sys.setprofile(None)
    return calls


def test_whom_a_common_noun_means_is_one_of_the_latest(monkeypatch: pytest.MonkeyPatch) -> None:
    others = "".join(
        f"Engineer Ida {name} said it is false.\n\n" for name in ("Roth", "Vale", "Moss", "Lind")
    )
    text = f"Foreign minister Ana Ribas said it is true.\n\n{others}The minister said Iran supplied engines."
    article = article_of(text)
    assert read(article)[-1].source.name == "Ana Ribas"
    monkeypatch.setattr(speakers, "REACH", 3)
    assert read(article)[-1].source.name != "Ana Ribas"
