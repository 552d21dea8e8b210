"""An article in a language that nobody reads is a problem, not a guess."""

from __future__ import annotations

from sherd.model.articles import Article
from sherd.services.claims import propose


def test_an_article_in_a_language_that_is_not_read_is_named() -> None:
    said, (problem,) = propose(
        Article(name="a.txt", sha256="0" * 64, text="Es wird dementiert.", language="de")
    )
    assert said == ()
    assert (problem.code, problem.file, problem.read) == ("unread_language", "a.txt", "de")
    assert "en" in problem.do
