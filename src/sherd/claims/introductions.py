"""Who is brought in just before a quotation that no verb of saying takes: *X Y, a pilot, shrugged. “P.”*

A reporter names somebody, tells how they took the question, and lets them speak. A person who is brought in
with an office, and does nothing there but look up, is who speaks next; so is whoever answers, reacts or holds
a view (*was blunter*, *sees it differently*), and whoever stands before a colon and a quotation. A person
of whom the sentence tells a deed is background, and the one who spoke before goes on.

To add a way of answering: a word in ``REACTING``.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import grammar
from sherd.claims.frames import Reader
from sherd.claims.grammar import MARKS
from sherd.claims.lexicon import one_word_deeds, vocabulary
from sherd.claims.sentences import Word
from sherd.claims.sources import describe
from sherd.claims.speakers import PEOPLE, Entity
from sherd.claims.verbs import BE

REACTING = vocabulary(
    "answered answers replied replies responded responds reacted reacts disagrees disagreed agrees agreed "
    "shrugged shrugs laughed laughs smiled smiles sighed sighs nodded nods frowned frowns winced grinned "
    "chuckled scoffed bristled hesitated paused mince minced remembers remembered sees sees insists doubts "
    "doubted wonders countered retorted hit struck spoke speaks puts put took differs differed scoffs waved"
)
"""Verbs of taking a question, and of holding a view."""

MINDED = vocabulary(
    "blunt blunter clear clearer adamant unmoved unconvinced convinced sceptical skeptical furious angry "
    "angrier cautious defiant unrepentant dismissive categorical certain sure relieved proud wary firm "
    "firmer emphatic scathing candid frank franker harsher sharper direct undeterred unapologetic "
    "surprised shocked puzzled baffled amused outraged sanguine gloomy upbeat optimistic pessimistic careful "
    "specific sarcastic evasive terse brief similar different"
)
"""How somebody is who is about to speak, behind *is* or *was*."""

WORDS_OF = vocabulary(
    "reply answer statement response warning explanation message word note line theory view opinion doubts "
    "head shoulders question surprise concern regret anger disbelief relief words email e-mail letter post "
    "telegram facebook twitter x"
)
"""What somebody gives, sends, has, shakes or expresses who is about to speak."""

GIVING = vocabulary(
    "sent sends gave gives had has issued offered offers shook raised expressed expresses wrote posted "
    "voiced took takes made put kept struck"
)

TOWARDS = vocabulary("for to")
"""*For X, the case is simple.*"""


def introduced(reader: Reader, quotation: int) -> Entity | None:
    """Whoever the words before the offset of a quotation bring in to speak it; ``None`` for nobody."""
    some = [word for word in reader.words if word.end <= quotation and word.text not in MARKS]
    if len(some) < 2 or any(word.quoted for word in some):
        return None
    colon = some[-1].text == ":"
    if colon:
        some.pop()
    return _viewed(some, reader) or _subject(some, reader, colon)


def _subject(some: Sequence[Word], reader: Reader, colon: bool) -> Entity | None:
    start = _past_lead(some)
    verb = _verb(some, start)
    if verb <= start:
        return None
    speaks = colon or _reacts(some[verb:])
    if not (speaks or _does_nothing(some, start, verb)):
        return None
    who = describe(some[start:verb], reader.register)
    if who is None or who.speaker.kind in {"document", "outlet"}:
        return None
    return who if speaks or _is_brought_in(who, some[start:verb]) else None


def _past_lead(some: Sequence[Word]) -> int:
    """Past *But*, *In Osaka,* and *Asked about P,*."""
    start = 0
    while start < len(some) and (some[start].low in _JOINS or not some[start].is_word):
        start += 1
    if start < len(some) and some[start].low in _LEADS_IN:
        start = next((at + 1 for at in range(start, min(len(some), 24)) if some[at].text == ","), len(some))
    return start


_JOINS = vocabulary("but and yet still so however")
_LEADS_IN = grammar.PREPOSITIONS | grammar.SUBORDINATORS | {"asked", "contacted", "reached", "approached"}


def _verb(some: Sequence[Word], start: int) -> int:
    """Where the verb of the sentence stands, past what hangs on its subject; its end where it has none."""
    inside = False
    for at in range(start + 1, len(some)):
        word = some[at]
        if word.low in {"who", "whose", "which", "that"}:
            inside = True
        elif word.text == ",":
            inside = False
        elif not inside and (grammar.finite_at(some, at) or _acts_at(some, at)):
            return at
    return len(some)


def _acts_at(some: Sequence[Word], at: int) -> bool:
    """*X, a pilot, winced*, *X shrugged*: a verb that no table has."""
    if some[at - 1].text == ",":
        return some[at].low in REACTING or (some[at].low.endswith("ed") and not some[at].is_name)
    return some[at].low in REACTING and some[at - 1].is_name


def _reacts(predicate: Sequence[Word]) -> bool:
    """*answered in writing*, *was blunter*, *did not mince her words*, *expressed surprise*."""
    lows = [word.low for word in predicate[:7]]
    if not lows:
        return False
    if lows[0] in BE:
        return any(low in MINDED for low in lows[1:5])
    if any(low in GIVING for low in lows[:2]):
        return any(low in WORDS_OF for low in lows[1:])
    return any(low in REACTING for low in lows[:4])


def _does_nothing(some: Sequence[Word], start: int, verb: int) -> bool:
    """Whether somebody is named, or brought in with an article, of whom no deed is told."""
    named = any(word.is_name for word in some[start:verb]) or some[start].low in {"a", "an", "one", "another"}
    if not named or verb >= len(some):
        return False
    return all(one.action == "OTHER" for one in one_word_deeds().get(some[verb].low, ()))


def _is_brought_in(who: Entity, subject: Sequence[Word]) -> bool:
    """Whether a person comes in with what they are."""
    if who.speaker.kind not in PEOPLE:
        return False
    return who.speaker.kind != "person" or any(word.text == "," for word in subject)


def _viewed(some: Sequence[Word], reader: Reader) -> Entity | None:
    """*For X Y, a pilot, the case is simple*; *that is not how X Y sees it*."""
    lows = [word.low for word in some]
    if lows[0] in TOWARDS and some[1].is_name:
        close = next((at for at in range(2, len(some)) if grammar.finite_at(some, at)), len(some))
        commas = [at for at in range(2, close) if lows[at] == ","]
        return _person(some[1 : commas[-1]], reader) if commas else None
    how = next((at for at in range(len(lows) - 2) if lows[at] == "how"), None)
    sees = next((at for at in range(how or 0, len(lows)) if lows[at] in _SEEING), None)
    return _person(some[how + 1 : sees], reader) if how is not None and sees is not None else None


_SEEING = vocabulary("sees saw remembers remembered put puts reads views tells recalls")


def _person(some: Sequence[Word], reader: Reader) -> Entity | None:
    who = describe(some, reader.register) if some else None
    return who if who is not None and who.speaker.kind in PEOPLE else None
