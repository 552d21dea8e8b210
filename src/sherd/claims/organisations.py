"""Organisations and companies from the words of a noun phrase, each under its full name.

A name goes without its legal form and its town; the short form in brackets is another name for it. Words
beside the name say what it is: *the German maker Acme Tools* is Acme Tools, and a maker.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrs import evolve

from sherd.claims import around
from sherd.claims.asked_once import vocabulary_of
from sherd.claims.bodies import (
    PLACING,
    SITTING,
    SPECIALISTS,
    adjective,
    after_noun,
    named_at,
    opens_only,
    span,
)
from sherd.claims.grammar import DETERMINERS
from sherd.claims.kin import CORPORATE, FIRMS, REGIONS
from sherd.claims.lexicon import LEGAL_FORMS, adjectives, listed, states, vocabulary
from sherd.claims.nobody import OF_PAPERS
from sherd.claims.offices import office_of
from sherd.claims.parties import UNIONS
from sherd.claims.phrases import (
    NEVER_NAMES,
    ORGANISATION_WORDS,
    PLURAL_PEOPLE,
    RESEARCHERS,
    head_of,
    joined,
    names,
    plain,
    singular,
)
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.speakers import Entity, Register
from sherd.claims.wares import is_ware
from sherd.model.statements import Speaker

HOLDERS = vocabulary(
    "officials diplomats sources lawmakers representatives residents soldiers aides advisers witnesses "
    "critics"
)
"""People who are not the body that they belong to."""

PARTS = vocabulary("panel committee subcommittee council commission mission group team agency tribunal")
"""Nouns after a body's name that make a body of their own: *United Nations panel of experts*."""

INSTITUTIONS = vocabulary(
    "bank university ministry institute institution council union chamber school college academy board "
    "federation association society league office bureau department house group panel committee "
    "commission court embassy mission government republic centre center directorate service army forces "
    "corps guard fund museum staff authority agency party confederation secretary network friends "
    "organisation organization"
)
"""Words after which *of X* is part of the name; after a company's name it is only where it sits."""

FOLLOWINGS = vocabulary(
    "front movement brigade brigades resistance sons daughters mothers women voice voices doctors lawyers "
    "veterans union alliance coalition initiative watch monitor group forces church diocese archdiocese port "
    "administration inspectorate staff defence defense"
)
"""More words after which *of X* is part of the name: those of a cause or a place."""


def organisation(words: Sequence[Word], register: Register) -> Entity | None:
    """A name with an organisation's word in it, or a common word for one before, after or beside a name."""
    if _telling().isdisjoint(vocabulary_of(words)):
        return None
    limit = next(
        (at for at, word in enumerate(words) if word.text == "," or word.low in {"who", "which"}), len(words)
    )
    head_words = words[:limit]
    head = head_of(head_words)
    common = frozenset(
        word.low for word in head_words if word.low in listed("organisation") and not word.is_name
    )
    beyond = after_noun(head_words)
    placed = next((n for n in range(1, len(head_words)) if head_words[n].low in PLACING), len(head_words))
    name = beyond or names(head_words[:placed]) or names(head_words)
    if not beyond and 0 < placed < len(head_words) and not names(head_words[:placed]):
        if head == "prosecutors":
            return None  # prosecutors in the city of Novi
        if (sitting := _sitting(head_words, placed, head, register)) is not None:
            return sitting
        if head in FIRMS and head_words[0].low in {"a", "an"} and limit == len(words):
            return None  # a small company on the edge of the Black Forest
    alone = len(name) == 1 and len(head_words) > 1
    opening = placed < len(head_words) or words[0].low in OF_PAPERS or alone
    if opening and opens_only(name, head_words, register):
        return None
    speaks = head in common or head in PLURAL_PEOPLE or head in listed("document") or head in RESEARCHERS
    if not (speaks or head in {word.low for word in name} or head in listed("organisation")):
        return _named_beside(words, limit, head, register)
    if not name or joined(name).lower() in states() or joined(name).lower() in adjectives():
        return _named_beside(words, limit, head, register)
    written = {word.low for word in name}
    if len(name) == 1 and words[0].low == "the" and head in listed("organisation"):
        if (firm := _named_beside(words, limit, head, register)) is not None:
            return firm  # the Dubai company, X Y: whichever was told of before
        if register.by_head(head, False) or register.mentions.by_head(head):
            return None
    if head in listed("document") and any(
        word.low in {"seen", "obtained", "reviewed"} for word in head_words
    ):
        return None
    document = span(words, register) if {word.low for word in head_words} & listed("document") else None
    if (singular(head) in listed("person") and head not in PLURAL_PEOPLE) or head in {"sources", "people"}:
        return None
    union = office_of(name) if head in SPECIALISTS else None
    if head in HOLDERS or (union is not None and union.name in UNIONS):
        return None  # officials at the Treasury are not the Treasury
    if (
        head in PLURAL_PEOPLE
        and head not in RESEARCHERS
        and not any(word.low in {"of", "from", "at", "with"} for word in head_words)
        and not (head in SPECIALISTS and written & ORGANISATION_WORDS)
    ):
        return None
    spelt = len(name) > 1 and head in written and head in listed("organisation")
    if not (common or written & ORGANISATION_WORDS or document or spelt):
        return _named_beside(words, limit, head, register)
    after = head_words[head_words.index(name[-1]) + 1 :]
    if after and after[0].low in POSSESSIVES and common:
        name = [word for word in head_words if word.low not in DETERMINERS]
    if common and written <= REGIONS:
        return None  # a Western agency, the Nordic firm
    people = len(after) > 2 and after[1].low == "of" and after[2].low in PLURAL_PEOPLE
    posted = len(after) > 2 and after[0].low == "mission" and after[1].low in {"in", "to"}
    if people and after[0].low in PARTS:
        name = [*name, *after[:3]]
    elif posted and all(word.is_name for word in after[2:]):
        name = [*name, *after]  # the U.N. mission in Iraq
    elif common and after and after[0].low in common and not written & ORGANISATION_WORDS:
        name = name if after[0].low == "party" and len(name) > 1 else [*name, after[0]]
    elif len(after) > 1 and head in SITTING and after[-1].low == head and not written & ORGANISATION_WORDS:
        name = [*name, *after]  # Novi public prosecutor's office
    elif after and after[0].low in PARTS:
        name = [*name, after[0]]
    if head_words[0].low in {"a", "an", "one"} and len(name) == 1:
        return None
    if document is not None and not written & ORGANISATION_WORDS and not common and len(name) < 2:
        return None
    heads = common | {head} | frozenset(word.low for word in name if word.low in listed("organisation"))
    heads |= {word.low for word in after if word.low in PLURAL_PEOPLE} | beside(words, limit)
    called = register.whole(proper(name))
    speaker = Speaker(called, "organisation", span(head_words, register), document=document)
    return Entity(speaker, heads | ({"report", "document", "study"} if document else set()))


@cache
def _telling() -> frozenset[str]:
    """Words of which one stands in all that names an organisation by what it is."""
    return listed("organisation") | listed("document") | ORGANISATION_WORDS | SITTING


def _sitting(words: Sequence[Word], placed: int, head: str, register: Register) -> Entity | None:
    """*The prosecutor's office in Novi*: an office that goes by the town where it sits."""
    place = words[placed + 1 :]
    if (
        head not in SITTING
        or words[placed].low != "in"
        or not all(word.is_name for word in place)
        or not place
    ):
        return None
    named = joined([*place, *plain(words[:placed])])
    return Entity(Speaker(named, "organisation", span(words, register)), frozenset({head}))


def beside(words: Sequence[Word], limit: int) -> frozenset[str]:
    """*X, the Istanbul-based firm named in P*: the common noun of the appositive."""
    rest = words[limit + 1 :]
    stop = next((at for at, word in enumerate(rest) if word.text == "," or word.low == "which"), len(rest))
    head = head_of(rest[:stop])
    return frozenset({head}) if head in listed("organisation") else frozenset()


def proper(name: Sequence[Word]) -> str:
    """The name of an organisation without its legal form, and without *of X* after a company's name."""
    some = list(name)
    owner = next((at for at, word in enumerate(some) if word.low in POSSESSIVES), 0)
    if owner and some[owner + 1 :] and joined(some[:owner]).lower() in states() and some[-1].is_name:
        some = some[owner + 1 :]  # Ruritania's X
    based = next((at + 1 for at, word in enumerate(some) if word.low.endswith("-based")), 0)
    some = some[based:] or some
    while len(some) > 1 and some[-1].low in LEGAL_FORMS:
        some.pop()
    of = next((at for at, word in enumerate(some) if word.low == "of" and at), 0)
    corporate = {word.low for word in some[:of]} & (CORPORATE | LEGAL_FORMS) if of else set()
    national = of > 1 and some[of - 1].low == "corporation" and joined(some[of + 1 :]).lower() in states()
    placed = of > 1 and len(some) == of + 2 and joined(some[of + 1 :]).lower() not in states()
    kept = {word.low for word in some[:of]} & (INSTITUTIONS if corporate else INSTITUTIONS | FOLLOWINGS)
    if (corporate or placed) and not national and not kept:
        some = some[:of]  # X Y of Linz
    return joined(some)


def _named_beside(words: Sequence[Word], limit: int, head: str, register: Register) -> Entity | None:
    """*The wholesaler, Marmara Elektronik*: a common word, and the name beside it."""
    if head not in listed("organisation") or limit >= len(words):
        return None
    rest = words[limit + 1 :]
    stop = next((at for at, word in enumerate(rest) if word.text == ","), len(rest))
    named = [
        word
        for word in around.owned(rest[:stop], register, firm=True) or rest[:stop]
        if word.low != "the" and not word.low.endswith("-based")
    ]
    while named and named[-1].low in listed("organisation") and not named[-1].is_name:
        named.pop()
    called = next((at for at, word in enumerate(named) if word.low in FIRMS and not word.is_name), -1)
    if all(word.low in adjectives() or not word.is_name for word in named[: called + 1]):
        named = named[called + 1 :]  # the maker of the pump, the Swiss company X
    name = names(named)
    if not name or len(name) < len(named):
        return None
    whole = span(words[: limit + 1 + stop], register)
    return Entity(Speaker(proper(name), "organisation", whole), frozenset({head}))


def single(words: Sequence[Word], register: Register) -> Entity | None:
    """A name alone: somebody met before by the last name, else an organisation of that name."""
    limit = next((at for at, word in enumerate(words) if word.text == ","), len(words))
    name = names(words[:limit])
    if not name or len(name) < len(plain(words[:limit])):
        return None
    if found := register.by_name(name[-1].text, name[-1].start):
        return named_at(found, words[:limit], register)
    if limit + 1 < len(words) and words[limit + 1].text.isdigit() and len(words[limit + 1].text) == 2:
        return Entity(Speaker(joined(name), "person", span(words[:limit], register)))  # X, 61, said
    whole = register.whole(proper(name))
    owner = states().get(joined(name[:-2]).lower()) if len(name) > 2 and name[-2].low in POSSESSIVES else None
    if owner is not None and whole.isupper() and len(whole) <= 5:  # Ruritania's ABC
        speaker = Speaker(f"{adjective(owner.name)} {whole}", "organisation", span(words[:limit], register))
        return Entity(evolve(speaker, on_behalf_of=owner.name), alternatives=(whole, owner.name))
    if whole.lower() in adjectives() or name[0].low in NEVER_NAMES or is_ware(name, register.cast.wares):
        return None
    return Entity(Speaker(whole, "organisation", span(words[:limit], register)), beside(words, limit))


def without_form(name: str, forms: frozenset[str] = LEGAL_FORMS | {"company"}) -> str:
    """The name without a legal form at its end: *Acme Tools Co* is *Acme Tools*."""
    parts = name.split()
    while len(parts) > 1 and parts[-1].lower().strip(".,") in forms:
        parts.pop()
    return " ".join(parts)
