"""A statement that a text gives word for word without marks: *X gave the following answer:* and its lines.

State agencies and web pages print what a ministry said as plain paragraphs under a line that announces them.
Those paragraphs are the ministry's, as far as the one that tells of it from outside again (*The spokesman
also said P*), or in which somebody else speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sherd.claims.grammar import finite_at, skip_adverbials
from sherd.claims.lexicon import vocabulary
from sherd.claims.sentences import Sentence, Word
from sherd.claims.sources import describe
from sherd.claims.speakers import Entity, Register
from sherd.claims.subjects import Said

OPENING = '“"«„'
"""A quotation is the speaker's by its marks."""

TOLD = vocabulary("said says told added stressed noted reiterated")
"""Verbs by which an article tells that somebody spoke."""

PAPER_WORDS = vocabulary(
    "statement letter reply answer response comment remarks declaration communiqué communique note"
)

_WORDS = (
    r"(?:answers?|repl(?:y|ies)|responses?|statements?|comments?|commentary|remarks|declaration|communiqu[eé]"
    r"|clarifications?|letter|note|message|press release|explanation)"
)
_FOLLOWING = re.compile(
    rf"\bthe following(?: \w+){{0,2}} {_WORDS}\b|\bthe following:$|\bas follows[:.]$"
    rf"|\b{_WORDS}(?: of| by| from)?[^.:]*\b(?:reads?|runs?|says?|said|ran|follows?|is given below)"
    r"(?: in full| in part)?:$"
    rf"|\bfull text of (?:the |its |a |an )?{_WORDS}\b[^.]*:$",
    re.IGNORECASE,
)
"""What announces a statement at the end of a line."""

_OF = re.compile(
    rf"\b(?:text of )?(?:the |an? )?(?:\w+ )?{_WORDS} (?:by|of|from|issued by) (?P<who>[^.:]+?)"
    r"(?= (?:reads?|runs?|follows?|says?|said|on \w+day|is given)\b|:$)",
    re.IGNORECASE,
)
"""*The full text of the statement by X:*, *The statement of X reads:*"""


_OUTSIDE = re.compile(
    r"(?:earlier|meanwhile|in the meantime|as reported|background|for reference|-0-)\b", re.IGNORECASE
)
"""How a text goes on in its own words."""


def announced(text: str, sentence: Sentence, register: Register) -> Entity | None:
    """Whose statement the lines below a sentence give, where the sentence announces one."""
    line = text[sentence.start : sentence.end].rstrip()
    follows = "follow" in line and line.endswith(".") and ":" not in line
    if not (line.endswith(":") or follows) or any(word.quoted for word in sentence.words):
        return None
    if _FOLLOWING.search(line) is None:
        return None
    named = _OF.search(line)
    if named is not None:
        first, last = (sentence.start + at for at in named.span("who"))
        return describe([word for word in sentence.words if first <= word.start < last], register)
    return _giver(sentence.words, register)


def goes_on(text: str, first: Sentence, said: Sequence[Said], giver: Entity) -> bool:
    """Whether a line is still the statement's, by what its first sentence tells of saying.

    It is the article's own where it tells of the one who gave the statement, or of somebody else who said
    something, and where it is a quotation: whose, its own words tell.
    """
    if _OUTSIDE.match(text, first.start) or text[first.start] in OPENING:
        return False
    return not any(_is_told(one, first.words, giver) for one in said)


def _is_told(one: Said, words: Sequence[Word], giver: Entity) -> bool:
    """*The spokesman warned that P*, *X told reporters*: told from outside."""
    if one.source is None or one.cue is None:
        return False
    if one.source.speaker.name == giver.speaker.name:
        return True
    return one.source.speaker.kind == "person" and words[one.cue[1] - 1].low in TOLD


def _giver(some: Sequence[Word], register: Register) -> Entity | None:
    """*On Friday X gave the following answer*: the verb's subject; *X's statement reads as follows*."""
    first = skip_adverbials(some, 0, len(some))
    first += first < len(some) and some[first].text == ","
    verb = next((at for at in range(first + 1, len(some)) if finite_at(some, at)), None)
    if verb is None:
        return None
    subject = some[first:verb]
    if subject[-1].low in PAPER_WORDS:
        subject = subject[:-1]
        if len(subject) > 1 and subject[-1].low in {"'s", "’s"}:
            subject = subject[:-1]
    return describe(tuple(subject), register) if subject else None
