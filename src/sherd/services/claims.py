"""Take an article in and propose what it says that people said.

The article is kept (see :mod:`sherd.services.press`); handed in again it changes nothing. What is proposed is
not recorded: it can be read again at any time, and a person decides. What a language model proposed is
weighed again from the answers that were kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256

from attrs import frozen

from sherd.claims import languages, statements
from sherd.claims.checks import Rejected
from sherd.model.articles import Article
from sherd.model.problems import Problem
from sherd.model.statements import PassedOver, Statement
from sherd.ports import Model, Progress, quiet
from sherd.record.problems import problem
from sherd.services.model_claims import consult, recalled
from sherd.services.press import Press

Read = Callable[[Article, Progress], tuple[tuple[Statement, ...], tuple[PassedOver, ...]]]

READERS: Mapping[str, Read] = {
    "en": statements.whole,
    **{language: languages.reader(language) for language in languages.languages()},
}
"""How each language is read: its statements, and what was passed over."""

PASSED: Mapping[str, tuple[str, str]] = {
    "instruction": (
        "instruction_in_text",
        "What a text bids whoever reads it to say is nobody's claim, and was passed over; look at what else "
        "the document holds.",
    ),
    "unspoken_denial": (
        "unspoken_denial",
        "Nobody is named who denies it, and nothing was read from it; look who says so in the text, or write "
        "the claim by hand (sherd claims write).",
    ),
    "open_quotation": (
        "open_quotation",
        "The words behind the mark are read up to who says them, or the end of the paragraph; compare them "
        "with the document.",
    ),
}
"""The problem, and what to do, for each reason to pass over words."""


@frozen
class Reading:
    """What reading one article came to; ``events`` counts those that were new to the journal."""

    article: Article
    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...] = ()
    events: int = 0
    rejected: tuple[Rejected, ...] = ()


def read(
    press: Press,
    article: Article,
    original: bytes,
    model: Model | None = None,
    progress: Progress = quiet,
) -> Reading:
    """Keep the article and propose its statements, by the rules and, where one is given, by a model.

    Raises ``StoreBusy`` when another process keeps the store.
    """
    events = press.keep(article, original)
    said, passed, problems = _read(article, progress)
    problems = (*article.problems, *problems)
    if model is None:
        return Reading(article, said, problems, events)
    asked = consult(model, article, said, passed)
    events += press.add(article, f"model-{sha256(asked.record).hexdigest()[:16]}.json", asked.record)
    checked = asked.checked
    return Reading(
        article, (*said, *checked.accepted), (*problems, *asked.problems), events, checked.rejected
    )


def proposed(press: Press, article: Article) -> tuple[Statement, ...]:
    """What a person decides on: the statements by the rules, then those by models that the text bears out."""
    said, passed, _ = _read(article)
    return (*said, *recalled(article, press.answers(article), said, passed))


def propose(article: Article) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """The statements of an article; a language that sherd does not read is a problem, not a guess."""
    said, _, problems = _read(article)
    return said, problems


def _read(
    article: Article, progress: Progress = quiet
) -> tuple[tuple[Statement, ...], tuple[PassedOver, ...], tuple[Problem, ...]]:
    """What the rules read, what they passed over, and what is wrong with either."""
    reader = READERS.get(article.language or "en")
    if reader is None:
        known = ", ".join(sorted(READERS))
        unread = Problem(
            "unread_language",
            article.name,
            read=article.language or "",
            do=f"sherd reads {known}: where the language was told wrongly, name it with --language; "
            "a language is added as docs/how-to-add-a-language.md says.",
        )
        return (), (), (unread,)
    said, passed = reader(article, progress)
    return said, passed, tuple(_told(article, each) for each in passed)


def _told(article: Article, each: PassedOver) -> Problem:
    code, do = PASSED[each.why]
    return problem(code, article.name, read=each.passage.text, do=do)
