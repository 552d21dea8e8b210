"""Whatever a text holds, every passage read from it stands in it word for word."""

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sherd.claims.statements import read
from sherd.model.articles import Article

HERE = Path(__file__).resolve().parents[1] / "cases" / "claims"
WORDS = sorted({word for path in HERE.rglob("*.txt") for word in path.read_text("utf-8").split(" ")})
SHREDS = st.lists(st.sampled_from([*WORDS, "\n\n", "“", "”", '"', ",", ".", "\u00a0", "’s"]), max_size=60)


@given(SHREDS)
@settings(max_examples=150)
def test_shreds_of_news_are_read_verbatim_and_never_fail(shreds: list[str]) -> None:
    text = " ".join(shreds)
    for said in read(Article(name="a.txt", sha256="", text=text, published=date(2023, 8, 16))):
        assert said.misquoted(text) == ()
        assert text[said.content.start : said.content.end].strip() == said.content.text


@given(st.text(max_size=200))
def test_any_text_at_all_is_read_without_failing(text: str) -> None:
    for said in read(Article(name="a.txt", sha256="", text=text)):
        assert said.misquoted(text) == ()
