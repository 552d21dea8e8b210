"""Texts as the tests of claims hand them in: an article of these words, and what is read of it."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from sherd.claims.statements import read
from sherd.model.articles import Article
from sherd.model.statements import Statement


def article_of(text: str, **given: Any) -> Article:
    """An article of this text; ``given`` are the fields that a reader would know of it beside."""
    return Article(name="a.txt", sha256=sha256(text.encode()).hexdigest(), text=text, **given)


def under_a_title(text: str) -> list[Statement]:
    """What is said in a text that stands below a title, without what is only taken for granted."""
    found = read(article_of(f"A title\n\n{text}"))
    return [each for each in found if each.level in {"core", "secondary"}]
