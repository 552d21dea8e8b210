"""Who issued a document, by the words that name it: *a report by X*, *X's analysis*, *its website*.

Whoever issued a document speaks in it. Who only holds it has not written it, and a document of which nobody
is told to be the author speaks for itself (:mod:`sherd.claims.papers`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import evolve

from sherd.claims import bodies
from sherd.claims.grammar import DETERMINERS
from sherd.claims.kin import BODIES
from sherd.claims.lexicon import listed, states, vocabulary
from sherd.claims.papers import HELD, STUDIES
from sherd.claims.phrases import head_of, singular
from sherd.claims.sentences import POSSESSIVES, Word, owns
from sherd.claims.speakers import Entity, Register
from sherd.model.statements import Speaker

Describe = Callable[[Sequence[Word], Register], Entity | None]


def document_of(words: Sequence[Word], register: Register, describe: Describe) -> Entity | None:
    """*a report by X*, *X's analysis*: whoever issued the document speaks in it."""
    head = head_of(words)
    if head not in listed("document"):
        return None
    keeps = next((n for n, word in enumerate(words) if word.low in HELD - ISSUED), None)
    if keeps is not None:  # a report by X seen by Y is X's, papers seen by Y are nobody's
        words = words[:keeps]
        lows = {word.low for word in words}
        if not lows & {"by", "from"} and not any(owns(words, at) for at in range(1, len(words) - 1)):
            if not lows & STUDIES:
                return None
            return register.by_head("findings", True) if "findings" in lows else describe(words, register)
    after = next((at for at, word in enumerate(words) if word.low in {"by", "from"}), None)
    if (site := _on_site(words, register, describe)) is not None:
        return site
    if after is None and (state := states().get(words[0].low)) is not None and len(words) == 2:
        return Entity(Speaker(state.name, "state", bodies.span(words, register)))  # Ukrainian figures
    if after is None and (house := _house_of(words, head, register, describe)) is not None:
        return house
    owner = next((at for at in range(1, len(words)) if owns(words, at)), None)
    issuer = words[after + 1 :] if after is not None else words[:owner] if owner else ()
    found = describe(issuer, register) or describe(_sender(issuer), register) if issuer else None
    if found is None or (found.speaker.kind == "person" and (not owner or head not in BY_ONE)):
        return None
    span = bodies.span(words, register)
    heads = found.heads | {head, singular(head), "report", "document"}
    return evolve(found, speaker=evolve(found.speaker, span=span, document=span), heads=heads)


def _on_site(words: Sequence[Word], register: Register, describe: Describe) -> Entity | None:
    """*A statement on its website*, *a post on the company's channel*: whose site it is."""
    at = next((n for n in range(1, len(words) - 1) if words[n].low == "on"), None)
    if at is None or words[-1].low not in SITES:
        return None
    whose = words[at + 1 : -1]
    own = words[at + 1].low in {"its", "their"}
    if not whose or not (own or whose[-1].low in POSSESSIVES):
        return None
    found = register.by_pronoun("it") if own else describe(whose[:-1], register)
    if found is None or found.speaker.kind not in {"organisation", "state"}:
        return None
    return bodies.named_at(found, words, register)


def _sender(words: Sequence[Word]) -> Sequence[Word]:
    """*A letter from X to the council*: X."""
    return words[: next((at for at, word in enumerate(words) if word.low == "to"), 0)]


def _house_of(words: Sequence[Word], head: str, register: Register, describe: Describe) -> Entity | None:
    """*An embassy statement*, *a foreign ministry note*, *a Pentagon letter*: the house whose it is."""
    some = [word for word in words if word.low not in DETERMINERS]
    if len(some) < 2 or head not in STATEMENTS or some[-1].low != head:
        return None
    house, before = some[-2], some[:-2]
    if house.low in BODIES and not house.is_name:
        found = register.by_head(house.low, False, frozenset(word.low for word in before))
    elif all(word.is_name for word in some[:-1]):
        found = describe(some[:-1], register)
    else:
        return None
    if found is None or found.speaker.kind not in {"organisation", "state"} or "(" in found.speaker.name:
        return None
    where = bodies.span(words, register)
    own = evolve(found.speaker, span=where, document=where)
    return evolve(found, speaker=own, heads=found.heads | {head})


BY_ONE = vocabulary("analysis teardown study examination review assessment autopsy investigation write-up")
"""Papers whose author may be one person: *X's teardown found P*."""


STATEMENTS = vocabulary(
    "statement letter email e-mail note post message reply memo release communique communiqué tweet filing "
    "announcement bulletin response"
)
"""Papers in which a house says something itself."""


SITES = vocabulary("website site homepage page account channel feed blog newsletter brochure")
"""Places where a house says something itself: *its website says P*."""


def site_of(words: Sequence[Word]) -> Sequence[Word] | None:
    """*X's website*, *the website of X*: whose it is."""
    if len(words) > 2 and words[-1].low in SITES and words[-2].low in POSSESSIVES:
        return None if any(word.low == "on" for word in words) else words[:-2]
    at = 1 if words[0].low in DETERMINERS else 0
    placed = len(words) > at + 2 and words[at].low in SITES and words[at + 1].low == "of"
    return words[at + 2 :] if placed else None


def authors(words: Sequence[Word], register: Register) -> Entity | None:
    """*The note's authors*, *the authors of the report*: whoever wrote it, where the text has told."""
    if words[-1].low in {"authors", "author"} and len(words) > 2 and words[-2].low in POSSESSIVES:
        paper = words[-3].low
    elif len(words) in {4, 5} and words[-4].low in {"authors", "author"} and words[-3].low == "of":
        paper = words[-1].low
    else:
        return None
    found = register.author_of(paper)
    return bodies.named_at(found, words, register) if found is not None else None


ISSUED = vocabulary("published released shared provided")
"""Words after which *by X* says who issued a document."""
