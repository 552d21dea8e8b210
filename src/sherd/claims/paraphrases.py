"""A statement in a sentence: who says it, what they do by it, and the document's own words.

Where somebody turns out to go by another name, the sentence is made anew under it.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from sherd.model.statements import Speaker, Statement

VERBS = {
    "deny": "denies",
    "urge": "urges",
    "welcome": "welcomes",
    "admit": "admits",
    "predict": "predicts",
    "finding": "finds",
    "presuppose": "takes for granted",
    "assert": "says",
}
"""How a paraphrase says each act."""


def paraphrase(source: Speaker, polarity: str, act: str, content: str) -> str:
    """The statement in a sentence of our own frame and the document's own words."""
    return in_a_sentence(source.name, VERBS["deny"] if polarity == "deny" else VERBS[act], content)


def in_a_sentence(who: str, verb: str, content: str) -> str:
    """Who does what by which words.

    >>> in_a_sentence("Kenya", "denies", "selling  pumps")
    'Kenya denies: selling pumps'
    """
    return f"{who} {verb}: {' '.join(content.split())}"


def said_by(statement: Statement, source: Speaker, beside: Iterable[str]) -> Statement:
    """The same said by ``source``; ``beside`` are the other names that may be meant, in order."""
    claim = paraphrase(source, statement.polarity, statement.act, statement.content.text)
    return evolve(statement, claim=claim, source=source, alt_sources=tuple(dict.fromkeys(beside)))
