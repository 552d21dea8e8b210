"""Who speaks: from the words of a noun phrase to a person, a state, an office, an outlet or no name.

A source is licensed by what stands in the text. *Tehran* and *the Iranian government* are Iran; *Iran's
foreign ministry* is the Iranian foreign ministry, on behalf of Iran; *a senior US official* stays unnamed.
Pronouns and *the minister*, *the report*, *the institute* go to the nearest one that fits, or to nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims.grammar import DETERMINERS, PREPOSITIONS
from sherd.claims.lexicon import adjectives, listed, offices, outlets, states, vocabulary
from sherd.claims.parties import SHORT
from sherd.claims.persons import person
from sherd.claims.phrases import (
    GOVERNMENTAL,
    ORGANISATION_WORDS,
    OUTLET_WORDS,
    PLURAL_PEOPLE,
    RESEARCHERS,
    head_of,
    is_named,
    joined,
    names,
    person_at,
    singular,
    trimmed,
    without_bracket,
    words_of,
)
from sherd.claims.phrases import (
    behalf as behalf_of,
)
from sherd.claims.phrases import (
    plain as plain_words,
)
from sherd.claims.sentences import Word
from sherd.claims.speakers import Entity, Register
from sherd.claims.unnamed import HELD, again, definite, pointed, span_of, unnamed
from sherd.model.statements import Speaker

SHARES = vocabulary(
    "one two three four five six seven eight several some many most both all none each any few"
)
"""Words for a part of those who are named after *of*."""

PRONOUN = {
    "he": "he", "him": "he", "she": "she", "it": "it", "they": "they", "them": "they", "we": "we", "i": "i",
}  # fmt: skip
"""Each pronoun that can stand for a speaker, as its subject form."""


def describe(words: Sequence[Word], register: Register) -> Entity | None:
    """The speaker whom these words name, or None where they name nobody who can speak."""
    words = _without_share(trimmed(without_bracket(words)))
    if not words:
        return None
    comma = next((at for at, word in enumerate(words) if word.text == "," and at), len(words))
    head = trimmed(words[:comma])
    if len(head) == 1 and head[0].low in PRONOUN and head[0].low != "them":
        return _pronoun(head, register)
    words, head = _past_owner(words), _past_owner(head)
    if comma < len(words) and head and head[0].low in {"them", "whom"}:
        return describe(words[comma + 1 :], register)  # one of them, a former employee
    for attempt, some in (
        (_pronoun, head), (_short, head), (_office, head), (_specialists, head), (_joint, head),
        (_outlet, head), (person, words),
        (_state, head), (_body, head), (_document_of, words),
        (_organisation, words), (again, head), (pointed, head), (unnamed, head), (definite, head),
        (_single, head), (_office, words),
    ):  # fmt: skip
        if some and (found := attempt(some, register)):
            return found
    return None


def _without_share(words: Sequence[Word]) -> list[Word]:
    """*Two of the people*, *one of them*: those of whom some are meant."""
    at = next((n for n, word in enumerate(words[:3]) if word.low == "of"), 0)
    if at and len(words) > at + 1 and all(word.low in SHARES or word.text.isdigit() for word in words[:at]):
        return list(words[at + 1 :])
    return list(words)


def _past_owner(words: Sequence[Word]) -> list[Word]:
    """*Labour's Emily Hartnell*: the person without whose she is."""
    owner = next((at for at, word in enumerate(words[:4]) if word.low == "'s"), None)
    if owner is None or owner + 2 >= len(words):
        return list(words)
    run = names(words[owner + 1 :])
    stands = len(run) in {2, 3} and words[owner + 1] is run[0] and all(word.is_name for word in run)
    after = words[owner + 1 + len(run) :]
    if not stands or (after and after[0].is_word) or {word.low for word in run} & ORGANISATION_WORDS:
        return list(words)
    return list(words[owner + 1 :])


def _short(words: Sequence[Word], register: Register) -> Entity | None:
    """*the RSF*, where the text has said before what the initials stand for."""
    plain = plain_words(words)
    if len(plain) != 1 or plain[0].text not in register.cast.short:
        return None
    full = register.cast.short[plain[0].text]
    found = describe(full, register) if len(full) > 1 else None
    return evolve(found, speaker=evolve(found.speaker, span=span_of(words, register))) if found else None


def _specialists(words: Sequence[Word], register: Register) -> Entity | None:
    """*FSB experts*, *Pentagon analysts*: the office whose they are."""
    plain = plain_words(words)
    if len(plain) < 2 or plain[-1].low not in RESEARCHERS | {"experts", "analysts", "specialists"}:
        return None
    return _office(plain[:-1], register)


def _joint(words: Sequence[Word], register: Register) -> Entity | None:
    """*The United States and the European Union*: the first, and the other beside it."""
    joint = next((at for at, word in enumerate(words) if word.low == "and" and at), None)
    if joint is None:
        return None
    pair = []
    for some in (trimmed(words[:joint]), trimmed(words[joint + 1 :])):
        found = (_office(some, register) or _state(some, register)) if some else None
        if found is None:
            return None
        pair.append(found)
    return evolve(pair[0], plural=True, also=(pair[1],), alternatives=(pair[1].speaker.name,))


def _pronoun(words: Sequence[Word], register: Register) -> Entity | None:
    if len(words) != 1 or words[0].low not in PRONOUN:
        return None
    found = register.by_pronoun(PRONOUN[words[0].low])
    return evolve(found, speaker=evolve(found.speaker, span=span_of(words, register))) if found else None


def _state(words: Sequence[Word], register: Register) -> Entity | None:
    """*Tehran*, *the United States*, *both Moscow and Pyongyang* (the first; the others stand beside it)."""
    plain = plain_words(words)
    name = joined(plain).lower()
    if name in SHORT and SHORT[name] in register.text:
        return Entity(Speaker(SHORT[name], "state", span_of(words, register)), frozenset({"government"}))
    people = words[0].low == "the" and len(plain) == 1 and name in adjectives()
    if people or (name in states() and (name not in adjectives() or name == states()[name].name.lower())):
        state = states()[name].name
        return Entity(Speaker(state, "state", span_of(words, register)), frozenset({"government"}))
    joint = next((at for at, word in enumerate(plain) if word.low == "and"), None)
    if joint:
        first = _state(plain[:joint], register)
        other = _state(plain[joint + 1 :], register) if plain[joint + 1 :] else None
        allied = {word.low for word in plain[joint + 1 :]} & {"allies", "partners", "its"}
        if first and (other or allied):
            speaker = evolve(first.speaker, span=span_of(words, register))
            return Entity(speaker, plural=True, alternatives=(other.speaker.name,) if other else ())
    return None


def _office(words: Sequence[Word], register: Register) -> Entity | None:
    name = joined(plain_words(words)).lower().replace("’", "'")
    if name not in offices():
        return None
    known, behalf = offices()[name]
    speaker = Speaker(known, "organisation", span_of(words, register), on_behalf_of=behalf)
    called = {word for word in [*name.split(), *known.lower().split()] if word in listed("organisation")}
    heads = frozenset(called | {name.split()[-1], "department" if behalf else "body"})
    if "intelligence" in known.lower() or "service" in known.lower():
        heads |= {"agency", "service"}
    return Entity(speaker, heads, alternatives=(behalf,) if behalf else ())


def _outlet(words: Sequence[Word], register: Register) -> Entity | None:
    """A known outlet, a name that ends as outlets' names do, or *state news agency Pars*."""
    run = names(words)
    whole = joined(words).lower()
    heads = frozenset(head for head in listed("outlet") if head in whole)
    named = joined(run).lower() if run else ""
    while named and named not in outlets() and run and run[0].low in {"the", "state", "news", "agency"}:
        run = run[1:]
        named = joined(run).lower()
    if named in outlets() or whole in outlets():
        name = outlets().get(named, "") or outlets()[whole]
    elif (
        run and (run[-1].low in OUTLET_WORDS and len(run) > 1 and len(run) >= len(plain_words(words)) - 1)
    ) or (heads and run and not person_at(words) and len(run) <= 4 and run[-1] is trimmed(words)[-1]):
        name = joined(run)
    elif head_of(words) in {"media", "television", "radio", "tv"}:
        name = joined([word for word in words if word.low not in DETERMINERS])
    else:
        return None
    return Entity(
        Speaker(name, "outlet", span_of(words, register)), heads | {"newspaper", "outlet", "agency", "paper"}
    )


def _body(words: Sequence[Word], register: Register) -> Entity | None:
    """*Iran's foreign ministry*, *the Ministry of Defence of Ukraine*, *the Russian side*."""
    plain = _without_place(plain_words(words))
    behalf = behalf_of(plain) or _short_state(words, register) or _owner(plain, register)
    head = head_of(plain)
    abroad = [word for word in words if word.end > plain[-1].end] if head in {"embassy", "consulate"} else []
    if behalf is None or (head not in GOVERNMENTAL and head not in listed("state_body")):
        return None
    span = span_of(words, register)
    if head in listed("state_body"):
        return Entity(Speaker(behalf, "state", span), frozenset({head, "government"}))
    left_out = words_of(behalf) | {"'s", "of", "the", "its", "their"}
    kept = [*(word for word in plain if word.low not in left_out), *abroad]
    office = " ".join(word.text for word in kept if word.low not in SHORT)
    if head == "mission" and ({"un", "nations"} & {word.low for word in words} or words[-1].low == "york"):
        office = "Mission to the United Nations"
    if head == "ministry" and plain[0].low == "ministry" and len(kept) > 1:
        office = " ".join(word.text for word in kept[1:] if word.low not in {"affairs", "and"}) + " ministry"
    adjective = "US" if behalf == "United States" else states()[behalf.lower()].adjective
    if is_named(plain, behalf):
        return None
    speaker = Speaker(f"{adjective} {office}".strip(), "organisation", span, on_behalf_of=behalf)
    return Entity(speaker, frozenset({head}), alternatives=(behalf,))


def _owner(words: Sequence[Word], register: Register) -> str | None:
    """*Its embassy*: of the state that was spoken of last."""
    if not words or words[0].low not in {"its", "their"}:
        return None
    meant = register.by_pronoun("it")
    if meant is None:
        return None
    return meant.speaker.on_behalf_of or (meant.speaker.name if meant.speaker.kind == "state" else None)


def _short_state(words: Sequence[Word], register: Register) -> str | None:
    """*the North's foreign ministry*, where the text has named North Korea."""
    for at, word in enumerate(words[:3]):
        owns = at + 1 < len(words) and words[at + 1].low == "'s"
        if word.is_name and word.low in SHORT and owns and SHORT[word.low] in register.text:
            return SHORT[word.low]
    return None


def _without_place(words: Sequence[Word]) -> list[Word]:
    """*Iran's mission in New York*: without where it is."""
    at = next((n for n, word in enumerate(words) if n and word.low in {"in", "at", "near"}), len(words))
    return list(words[:at])


def _document_of(words: Sequence[Word], register: Register) -> Entity | None:
    """*a report by X*, *X's analysis*: whoever issued the document speaks in it."""
    head = head_of(words)
    if head not in listed("document") or any(word.low in HELD for word in words):
        return None
    after = next((at for at, word in enumerate(words) if word.low in {"by", "from"}), None)
    owner = next((at for at, word in enumerate(words) if word.low == "'s"), None)
    issuer = words[after + 1 :] if after is not None else words[:owner] if owner else ()
    found = describe(issuer, register) if issuer else None
    if found is None or found.speaker.kind not in {"organisation", "outlet", "state"}:
        return None
    span = span_of(words, register)
    heads = found.heads | {head, singular(head), "report", "document"}
    return evolve(found, speaker=evolve(found.speaker, span=span, document=span), heads=heads)


def _organisation(words: Sequence[Word], register: Register) -> Entity | None:
    """A name with an organisation's word in it, or a common word for one before, after or beside a name."""
    limit = next(
        (at for at, word in enumerate(words) if word.text == "," or word.low in {"who", "which"}), len(words)
    )
    head_words = words[:limit]
    head = head_of(head_words)
    common = frozenset(
        word.low for word in head_words if word.low in listed("organisation") and not word.is_name
    )
    name = names(head_words)
    speaks = head in common or head in PLURAL_PEOPLE or head in listed("document") or head in RESEARCHERS
    if not (speaks or head in {word.low for word in name} or head in listed("organisation")):
        return _named_beside(words, limit, head, register)
    if not name or joined(name).lower() in states() or joined(name).lower() in adjectives():
        return _named_beside(words, limit, head, register)
    written = {word.low for word in name}
    if head in listed("document") and any(
        word.low in {"seen", "obtained", "reviewed"} for word in head_words
    ):
        return None
    document = span_of(words, register) if {word.low for word in head_words} & listed("document") else None
    if singular(head) in listed("person") and head not in PLURAL_PEOPLE:
        return None
    if head in {"sources", "source", "people"}:
        return None
    if head in PLURAL_PEOPLE - RESEARCHERS and not any(
        word.low in {"of", "from", "at", "with"} for word in head_words
    ):
        return None
    if not (common or written & ORGANISATION_WORDS or document):
        return _named_beside(words, limit, head, register)
    after = head_words[head_words.index(name[-1]) + 1 :]
    if after and after[0].low == "'s" and common:
        name = [word for word in head_words if word.low not in DETERMINERS]
    if common and after and after[0].low in common and not written & ORGANISATION_WORDS:
        name = [*name, after[0]]
    if head_words[0].low in {"a", "an", "one"} and len(name) == 1:
        return None
    if document is not None and not written & ORGANISATION_WORDS and not common and len(name) < 2:
        return None
    heads = common | {head} | frozenset(word.low for word in name if word.low in listed("organisation"))
    heads |= {word.low for word in after if word.low in PLURAL_PEOPLE}
    speaker = Speaker(
        joined(_without_town(name)), "organisation", span_of(head_words, register), document=document
    )
    return Entity(speaker, heads | ({"report", "document", "study"} if document else set()))


NAMED_BY_PLACE = vocabulary(
    "ministry university bank department institute council republic office academy school board bureau house "
    "committee service forces federation kingdom union chamber court guard corps army embassy "
    "mission government "
    "association center centre museum society organization organisation agency directorate authority "
    "commission "
    "league movement party front church state states group panel parliament college laboratory"
)
"""Words after which *of* goes on with the name."""


def _without_town(name: Sequence[Word]) -> Sequence[Word]:
    """*Hollis Semiconductor of Austin*: without where it is at home."""
    of = next((at for at, word in enumerate(name) if word.low == "of" and at), None)
    if of is None or any(word.low in NAMED_BY_PLACE for word in name[:of]):
        return name
    return name[:of]


def _named_beside(words: Sequence[Word], limit: int, head: str, register: Register) -> Entity | None:
    """*The wholesaler, Marmara Elektronik*: a common word, and the name beside it."""
    if head not in listed("organisation") or limit >= len(words):
        return None
    rest = words[limit + 1 :]
    stop = next((at for at, word in enumerate(rest) if word.text == ","), len(rest))
    name = names(rest[:stop])
    if not name or len(name) < stop:
        return None
    return Entity(
        Speaker(joined(name), "organisation", span_of(words[: limit + 1 + stop], register)), frozenset({head})
    )


def _single(words: Sequence[Word], register: Register) -> Entity | None:
    """A name alone: somebody met before by the last name, else an organisation of that name."""
    name = names(words)
    if not name or len(name) < len(plain_words(words)):
        return None
    if found := register.by_name(name[-1].text, name[-1].start):
        return evolve(found, speaker=evolve(found.speaker, span=span_of(words, register)))
    whole = joined(name)
    whole = joined(_without_town(name))
    if whole.lower() in adjectives() or name[0].low in DETERMINERS or name[0].low in PREPOSITIONS:
        return None
    return Entity(Speaker(whole, "organisation", span_of(words, register)))
