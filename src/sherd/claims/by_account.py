"""Who or what *according to* names that no table has: *intelligence assessments*, *eyewitnesses*.

Whatever it is, the words are not the article's own. *According to plan* and *according to the law* tell of
nobody who says something.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sherd.claims import papers
from sherd.claims.bodies import span
from sherd.claims.grammar import DETERMINERS, PRONOUNS, has_finite
from sherd.claims.lexicon import adjectives, states, vocabulary
from sherd.claims.phrases import head_of, joined, singular
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.speakers import Entity, Register
from sherd.model.statements import Speaker

Describe = Callable[[Sequence[Word], Register], Entity | None]

CONFORMED_TO = vocabulary(
    "law laws plan plans schedule rule rules treaty custom tradition resolution agreement constitution "
    "protocol terms order orders instructions standard standards procedure procedures need needs size type "
    "kind date contract regulations regulation convention charter principle principles criteria timetable "
    "merit age"
)
"""What one acts according to; it says nothing."""

ACCOUNTS = vocabulary("version account narrative reading telling logic calculation calculations story line")
"""What somebody holds, by a noun: *Moscow's version*."""

_HUMAN = ("witness", "witnesses", "er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "people", "sides")
_NO_HUMAN = vocabulary(
    "paper papers letter letters number numbers order orders register registers marker markers ledger "
    "ledgers poster newsletter newsletters computer sticker stickers folder folders error vector sensor "
    "indicator indicators author color factor calculator"
)


def accounted(words: Sequence[Word], register: Register, describe: Describe) -> Entity | None:
    """Whoever or whatever the article goes by, where no table has it."""
    if not words or not words[0].is_word or len(words) > LONGEST or words[0].low in {"no", "nobody"}:
        return None
    if len(words) > 2 and has_finite(words):
        return None
    head = head_of(words)
    if len(words) == 1 and (head in PRONOUNS or head in {"him", "her", "them", "us"}):
        return None
    if not head.isalpha() or head in CONFORMED_TO or (len(words) == 1 and words[0].is_name):
        return None
    if head in ACCOUNTS and (holder := _holder(words, register, describe)) is not None:
        return holder
    if head.endswith(_HUMAN) and head not in _NO_HUMAN:
        kept = [word for word in words if word.low not in DETERMINERS]
        name = f"{joined(kept)} (unnamed)"
        return Entity(Speaker(name, "anonymous", span(words, register)), frozenset({head, singular(head)}))
    return papers.document(words, head, register)


LONGEST = 12
"""Words behind *according to*."""


def _holder(words: Sequence[Word], register: Register, describe: Describe) -> Entity | None:
    """*Moscow's version*, *the Russian version*: whose it is."""
    owner = next((at for at, word in enumerate(words) if word.low in POSSESSIVES), 0)
    if owner:
        return describe(words[:owner], register)
    of = next((word for word in words if word.low in states() and word.low in adjectives()), None)
    return Entity(Speaker(states()[of.low].name, "state", span(words, register)), plural=True) if of else None
