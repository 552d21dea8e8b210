"""Who speaks: from the words of a noun phrase to a person, a state, an office, an outlet or no name.

A source is licensed by what stands in the text. *Tehran* and *the Iranian government* are Iran; *Iran's
foreign ministry* is the Iranian foreign ministry, on behalf of Iran; *a senior US official* stays unnamed.
Pronouns and *the minister*, *the report*, *the institute* go to the nearest one that fits, or to nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims.grammar import DETERMINERS, PREPOSITIONS
from sherd.claims.lexicon import adjectives, listed, outlets, states
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
    without_owner,
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
from sherd.model.statements import Passage, Speaker

OFFICES = {
    "pentagon": ("Pentagon", "United States"),
    "state department": ("US State Department", "United States"),
    "treasury": ("US Treasury Department", "United States"),
    "treasury department": ("US Treasury Department", "United States"),
    "us treasury": ("US Treasury Department", "United States"),
    "u.s. treasury": ("US Treasury Department", "United States"),
    "us treasury department": ("US Treasury Department", "United States"),
    "commerce department": ("US Commerce Department", "United States"),
    "justice department": ("US Justice Department", "United States"),
    "european union": ("European Union", None),
    "eu": ("European Union", None),
    "united nations": ("United Nations", None),
    "un": ("United Nations", None),
    "nato": ("NATO", None),
    "foreign office": ("UK Foreign Office", "United Kingdom"),
}
"""Offices that go by a name without their state."""


HELD = frozenset({"seen", "obtained", "reviewed", "viewed", "leaked"})
"""Words after which stands who holds a document, and not who issued it."""

PRONOUN = {
    "he": "he", "him": "he", "she": "she", "it": "it", "they": "they", "them": "they", "we": "we", "i": "i",
}  # fmt: skip
"""Each pronoun that can stand for a speaker, as its subject form."""


def describe(words: Sequence[Word], register: Register) -> Entity | None:
    """The speaker whom these words name, or None where they name nobody who can speak."""
    words = trimmed(words)
    if not words:
        return None
    comma = next((at for at, word in enumerate(words) if word.text == "," and at), len(words))
    head = trimmed(words[:comma])
    if len(head) == 1 and head[0].low in PRONOUN:
        return _pronoun(head, register)
    for attempt, some in (
        (_pronoun, head), (_office, head), (_outlet, head), (person, words), (_state, head), (_body, head),
        (_document_of, words),
        (_organisation, words), (_again, head), (_unnamed, head), (_definite, head), (_single, head),
    ):  # fmt: skip
        if some and (found := attempt(some, register)):
            return found
    return None


def _span(words: Sequence[Word], register: Register) -> Passage:
    return Passage.of(register.text, words[0].start, words[-1].end)


def _pronoun(words: Sequence[Word], register: Register) -> Entity | None:
    if len(words) != 1 or words[0].low not in PRONOUN:
        return None
    found = register.by_pronoun(PRONOUN[words[0].low])
    return evolve(found, speaker=evolve(found.speaker, span=_span(words, register))) if found else None


def _state(words: Sequence[Word], register: Register) -> Entity | None:
    """*Tehran*, *the United States*, *both Moscow and Pyongyang* (the first; the others stand beside it)."""
    plain = plain_words(words)
    name = joined(plain).lower()
    if name in states() and (name not in adjectives() or name == states()[name].name.lower()):
        state = states()[name].name
        return Entity(Speaker(state, "state", _span(words, register)), frozenset({"government"}))
    joint = next((at for at, word in enumerate(plain) if word.low == "and"), None)
    if joint:
        first = _state(plain[:joint], register)
        other = _state(plain[joint + 1 :], register) if plain[joint + 1 :] else None
        allied = {word.low for word in plain[joint + 1 :]} & {"allies", "partners", "its"}
        if first and (other or allied):
            speaker = evolve(first.speaker, span=_span(words, register))
            return Entity(speaker, plural=True, alternatives=(other.speaker.name,) if other else ())
    return None


def _office(words: Sequence[Word], register: Register) -> Entity | None:
    name = joined(plain_words(words)).lower()
    if name not in OFFICES:
        return None
    known, behalf = OFFICES[name]
    speaker = Speaker(known, "organisation", _span(words, register), on_behalf_of=behalf)
    return Entity(
        speaker, frozenset(name.split()[-1:]) | {"department"}, alternatives=(behalf,) if behalf else ()
    )


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
        Speaker(name, "outlet", _span(words, register)), heads | {"newspaper", "outlet", "agency", "paper"}
    )


def _body(words: Sequence[Word], register: Register) -> Entity | None:
    """*Iran's foreign ministry*, *the Ministry of Defence of Ukraine*, *the Russian side*."""
    behalf = behalf_of(words)
    plain = plain_words(words)
    head = head_of(plain)
    if behalf is None or (head not in GOVERNMENTAL and head not in listed("state_body")):
        return None
    span = _span(words, register)
    if head in listed("state_body"):
        return Entity(Speaker(behalf, "state", span), frozenset({head, "government"}))
    kept = [
        word for word in plain if word.low not in {"'s", "of", "the"} and word.low not in words_of(behalf)
    ]
    office = " ".join(word.text for word in kept)
    if head == "ministry" and plain[0].low == "ministry" and len(kept) > 1:
        office = " ".join(word.text for word in kept[1:] if word.low not in {"affairs", "and"}) + " ministry"
    adjective = "US" if behalf == "United States" else states()[behalf.lower()].adjective
    if is_named(plain, behalf):
        return None
    speaker = Speaker(f"{adjective} {office}".strip(), "organisation", span, on_behalf_of=behalf)
    return Entity(speaker, frozenset({head}), alternatives=(behalf,))


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
    span = _span(words, register)
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
    document = _span(words, register) if {word.low for word in head_words} & listed("document") else None
    if singular(head) in listed("person") and head not in PLURAL_PEOPLE:
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
    speaker = Speaker(joined(name), "organisation", _span(head_words, register), document=document)
    return Entity(speaker, heads | ({"report", "document", "study"} if document else set()))


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
        Speaker(joined(name), "organisation", _span(words[: limit + 1 + stop], register)), frozenset({head})
    )


def _again(words: Sequence[Word], register: Register) -> Entity | None:
    """*Researchers in Kyiv*, where the last to speak is an organisation whose report is being told."""
    if words[0].low not in RESEARCHERS or not register.met:
        return None
    last = register.met[-1]
    if last.speaker.kind != "organisation" or not (last.speaker.document or last.heads & RESEARCHERS):
        return None
    return evolve(
        last,
        speaker=evolve(last.speaker, span=_span(words, register)),
        alternatives=(f"{words[0].low} (unnamed)",),
    )


def _unnamed(words: Sequence[Word], register: Register) -> Entity | None:
    """*an Iranian official*, *two people familiar with the matter*, *experts*, *a Swiss company*."""
    limit = next(
        (at for at, word in enumerate(words) if word.text == "," or word.low in {"who", "which"}), len(words)
    )
    head_words = words[:limit]
    head = head_of(head_words)
    single = singular(head)
    definite = words[0].low in {"the", "that", "this", "those", "these", "his", "her", "its", "their"}
    plural = head in PLURAL_PEOPLE or (head.endswith("s") and single in listed("person"))
    person = single in listed("person") or head in PLURAL_PEOPLE
    body = single in listed("organisation") or head in listed("organisation")
    if not (person or body) or (definite and _resolves(words, register)):
        return None
    kept = [word for word in without_owner(head_words) if word.low not in DETERMINERS
            and word.low not in {"unnamed", "senior", "top", "more", "than", "second", "other"}]  # fmt: skip
    if body and not person:
        kind = "organisation"
    else:
        kind = "anonymous_official" if single in listed("official") else "anonymous"
    name = f"{joined(kept)} (unnamed)"
    heads = frozenset({single, head})
    return Entity(
        Speaker(name, kind, _span(words, register), on_behalf_of=behalf_of(head_words)), heads, plural
    )


def _resolves(words: Sequence[Word], register: Register) -> bool:
    head = head_of(words)
    return register.by_head(singular(head), False) is not None or register.by_head(head, True) is not None


def _definite(words: Sequence[Word], register: Register) -> Entity | None:
    """*the minister*, *the report*, *the researchers*: the nearest speaker whom they can mean."""
    head = head_of(words)
    held = any(word.low in HELD for word in words)
    if head in listed("document") and (held or words[0].low in {"a", "an", "another", "new"}):
        span = _span(words, register)
        end = next((at for at, word in enumerate(words) if word.low in HELD), 6)
        kept = [word for word in words[:end] if word.low not in DETERMINERS]
        return Entity(
            Speaker(joined(kept[:6]), "document", span, document=span), frozenset({head, singular(head)})
        )
    if words[0].low not in {"the", "that", "this", "those", "these"} and not words[0].text[:1].isupper():
        return None
    found = register.by_head(head, head.endswith("s")) or register.by_head(singular(head), False)
    span = _span(words, register)
    if found is None:
        if head in listed("document"):
            return Entity(
                Speaker(joined(plain_words(words[:6])), "document", span, document=span),
                frozenset({head}),
                head.endswith("s"),
            )
        return None
    document = span if head in listed("document") else found.speaker.document
    return evolve(found, speaker=evolve(found.speaker, span=span, document=document))


def _single(words: Sequence[Word], register: Register) -> Entity | None:
    """A name alone: somebody met before by the last name, else an organisation of that name."""
    name = names(words)
    if not name or len(name) < len(plain_words(words)):
        return None
    if found := register.by_name(name[-1].text, name[-1].start):
        return evolve(found, speaker=evolve(found.speaker, span=_span(words, register)))
    whole = joined(name)
    if whole.lower() in adjectives() or name[0].low in DETERMINERS or name[0].low in PREPOSITIONS:
        return None
    return Entity(Speaker(whole, "organisation", _span(words, register)))
