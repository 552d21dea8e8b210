"""Speakers without a name of their own: *a senior US official*, *the diplomat*, *the report*.

Somebody unnamed keeps the words of the text as a label, with the state or the body they speak for where the
text tells it. *The diplomat*, *the agency* point back to the last speaker who can be meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims.grammar import DETERMINERS, PREPOSITIONS
from sherd.claims.lexicon import bodies, listed, offices, states, vocabulary
from sherd.claims.parties import represented
from sherd.claims.phrases import (
    GOVERNMENTAL,
    PLURAL_PEOPLE,
    RESEARCHERS,
    head_of,
    joined,
    singular,
    without_owner,
)
from sherd.claims.phrases import behalf as behalf_of
from sherd.claims.phrases import plain as plain_words
from sherd.claims.sentences import Word
from sherd.claims.speakers import Entity, Register
from sherd.model.statements import Passage, Speaker

HELD = frozenset({"seen", "obtained", "reviewed", "viewed", "leaked"})
"""Words after which stands who holds a document, and not who issued it."""

POINTING = vocabulary("the that this these those")
LEFT_OUT = vocabulary("unnamed senior top more than second other anonymous several")
KEPT_AFTER = vocabulary("of for with from familiar close")
"""Words after which goes on who somebody unnamed is; a place does not tell."""

OFFICE_HOLDERS = vocabulary(
    "minister secretary spokesman spokeswoman spokesperson official diplomat ambassador envoy lawmaker "
    "politician senator chairman chairwoman general colonel admiral commander president premier "
    "governor mayor "
    "adviser advisor chancellor legislator officer representative parliamentarian congressman congresswoman "
    "undersecretary commissioner leader negotiator prosecutor chief head"
)
EXPERTS = vocabulary(
    "expert analyst researcher investigator professor scientist economist author director fellow historian "
    "engineer specialist academic scholar consultant founder head"
)
IN_BUSINESS = vocabulary(
    "executive manager director owner founder chief trader broker president chairman engineer"
)
GENERIC = vocabulary(
    "group company firm agency service organisation organization institute maker manufacturer body outfit "
    "business watchdog charity nonprofit"
)
"""Nouns by which an organisation that has spoken is called, whatever it is."""

LOOSE = vocabulary(
    "official diplomat lawmaker politician expert analyst researcher executive spokesman spokeswoman "
    "spokesperson economist specialist scholar academic legislator parliamentarian officer businessman "
    "activist scientist"
)
"""Nouns by which somebody is called whatever the office is; *the minister* is a minister."""

LIKE = (OFFICE_HOLDERS, EXPERTS, IN_BUSINESS)
"""Nouns of which one can stand for another when the same person is meant."""


def span_of(words: Sequence[Word], register: Register) -> Passage:
    """The words as a passage of the text."""
    return Passage.of(register.text, words[0].start, words[-1].end)


def again(words: Sequence[Word], register: Register) -> Entity | None:
    """*Researchers in Kyiv*, where the last to speak is an organisation whose report is being told."""
    if words[0].low not in RESEARCHERS or not register.met:
        return None
    last = register.met[-1]
    if last.speaker.kind != "organisation" or not (last.speaker.document or last.heads & RESEARCHERS):
        return None
    return evolve(
        last,
        speaker=evolve(last.speaker, span=span_of(words, register)),
        alternatives=(f"{words[0].low} (unnamed)",),
    )


def pointed(words: Sequence[Word], register: Register) -> Entity | None:
    """*the diplomat*, *the lawmaker*, *the agency*: the last speaker whom the noun can mean."""
    plain = plain_words(words)
    if words[0].low not in POINTING or len(plain) != 1:
        return None
    head = plain[0].low
    found = register.by_head(head, head.endswith("s")) or register.by_head(singular(head), False)
    if found is None and head in listed("person") - PLURAL_PEOPLE and head == singular(head):
        found = next((each for each in reversed(register.order) if _can_be(each, head)), None)
    elif found is None and head in PLURAL_PEOPLE:
        found = next((each for each in reversed(register.met) if _body_of(each)), None)
    elif found is None and head in GENERIC:
        found = next((each for each in reversed(register.met) if each.speaker.kind == "organisation"), None)
    if found is None:
        return None
    return evolve(found, speaker=evolve(found.speaker, span=span_of(words, register)))


def _can_be(entity: Entity, head: str) -> bool:
    if entity.speaker.kind != "person":
        return False
    if head not in LOOSE:
        return head in entity.heads
    known = entity.heads & listed("person")
    return not known or any(head in group and known & group for group in LIKE)


def _body_of(entity: Entity) -> bool:
    return entity.speaker.kind == "organisation" and bool(
        entity.speaker.document or entity.heads & {"panel", "report", "group", "institute", "document"}
    )


def unnamed(words: Sequence[Word], register: Register) -> Entity | None:
    """*an Iranian official*, *two people familiar with the matter*, *experts*, *a Swiss company*."""
    limit = next(
        (at for at, word in enumerate(words) if word.text == "," or word.low in {"who", "which"}), len(words)
    )
    head_words = words[:limit]
    head = head_of(head_words)
    single = singular(head)
    pointing = words[0].low in POINTING | {"his", "her", "its", "their"}
    if head in STAFF and (employer := _employer(head_words, register)) is not None:
        return employer
    plural = head in PLURAL_PEOPLE or (head.endswith("s") and single in listed("person"))
    person = single in listed("person") or head in PLURAL_PEOPLE
    body = single in listed("organisation") or head in listed("organisation")
    if not (person or body) or (pointing and _resolves(words, register)):
        return None
    if body and not person:
        kind = "organisation"
    else:
        kind = "anonymous_official" if single in listed("official") else "anonymous"
    behalf = behind(head_words, kind, register)
    bare = behalf is None and kind == "anonymous_official" and len(_told(head_words)) == 1 and not pointing
    party = _last_party(register, plural, spokes=head.startswith("spokes")) if bare else None
    behalf = behalf or party
    office = register.met[-1].speaker if party and head.startswith("spokes") else None
    label = (
        f"{office.name} {head}" if office and office.kind == "organisation" else _label(head_words, behalf)
    )
    name = f"{label} (unnamed)"
    return Entity(
        Speaker(name, kind, span_of(words, register), on_behalf_of=behalf), frozenset({single, head}), plural
    )


STAFF = vocabulary(
    "staff investigators analysts experts researchers lawyers team management board authors inspectors"
)


def _employer(words: Sequence[Word], register: Register) -> Entity | None:
    """*The subcommittee's staff*: the subcommittee that has spoken."""
    owner = next((at for at, word in enumerate(words) if word.low == "'s" and at), None)
    if owner is None or words[owner - 1].is_name:
        return None
    found = register.by_head(words[owner - 1].low, False)
    return evolve(found, speaker=evolve(found.speaker, span=span_of(words, register))) if found else None


def _told(words: Sequence[Word]) -> list[Word]:
    """The words that tell who it is: without article, rank and place."""
    kept: list[Word] = []
    for at, word in enumerate(without_owner(words)):
        if word.low in PREPOSITIONS - KEPT_AFTER and at:
            break
        if (
            kept
            and word.low.endswith("ed")
            and not word.is_name
            and kept[-1].low in listed("person") | PLURAL_PEOPLE
        ):
            break
        if word.low not in DETERMINERS | LEFT_OUT and not word.text.isdigit():
            kept.append(word)
    return kept


def _label(words: Sequence[Word], behalf: str | None) -> str:
    """The words of the text, with whom they speak for in front where the words do not say it."""
    told = _told(words)
    written = joined(told)
    if behalf is None:
        return written
    if behalf.lower() in states():
        if behalf_of(told) is not None:
            return written
        adjective = "US" if behalf == "United States" else states()[behalf.lower()].adjective
        return f"{adjective} {written}"
    if any(each in written for each in (behalf, *_initials_of(behalf))):
        return written
    return f"{behalf} {told[-1].text if len(told) == 1 else head_of(told)}"


def _initials_of(behalf: str) -> list[str]:
    return [word.upper() for word, name in bodies().items() if name == behalf and len(word) <= 4]


def _last_party(register: Register, plural: bool, spokes: bool) -> str | None:
    """For whom *an official* speaks where the text does not say: the state or body that spoke last.

    Several officials speak for it only where the last to speak were officials of a state as well.
    """
    last = register.met[-1].speaker if register.met else None
    if last is None or (plural and last.kind != "anonymous_official"):
        return None
    if not plural and not spokes and last.kind not in {"state", "anonymous_official"}:
        return None
    return last.on_behalf_of or (
        last.name if last.kind in {"state", "organisation"} and "(unnamed)" not in last.name else None
    )


def behind(words: Sequence[Word], kind: str, register: Register) -> str | None:
    """For whom somebody speaks: a state; a body or company, where one in office speaks for it."""
    if kind == "organisation":
        return behalf_of(words) if head_of(words) in GOVERNMENTAL else None
    if kind != "anonymous_official" or not words:
        return behalf_of(_told(words)) if words else None
    owner = next((at for at, word in enumerate(words) if word.low == "'s"), 0)
    if owner and (known := register.by_head(words[owner - 1].low, False)) is not None:
        return known.speaker.on_behalf_of or known.speaker.name
    told = _told(words)
    if any(word.low in {"its", "their"} for word in words):
        return _owned(words, register) or behalf_of(told)
    found = behalf_of(told) or _office_in(told) or represented(told, register.mentions)
    if found is None and any(word.low in {"director", "manager", "executive", "owner"} for word in words):
        firm = register.by_head("company", False)
        return firm.speaker.name if firm is not None else None
    return found


def _office_in(words: Sequence[Word]) -> str | None:
    """*a Foreign Office spokesperson*: the state of the office, or the office itself."""
    for size in (4, 3, 2, 1):
        for at in range(len(words) - size + 1):
            if known := offices().get(joined(words[at : at + size]).lower()):
                return known[1] or known[0]
    return None


def _owned(words: Sequence[Word], register: Register) -> str | None:
    """*a diplomat at its UN mission*: whoever spoke or was named last."""
    meant = register.by_pronoun("it")
    if meant is not None:
        return meant.speaker.on_behalf_of or meant.speaker.name
    return register.mentions.last(frozenset({"state", "body", "organisation"}))


def _resolves(words: Sequence[Word], register: Register) -> bool:
    head = head_of(words)
    return register.by_head(singular(head), False) is not None or register.by_head(head, True) is not None


def definite(words: Sequence[Word], register: Register) -> Entity | None:
    """*the minister*, *the report*, *the researchers*: the nearest speaker whom they can mean."""
    head = head_of(words)
    held = any(word.low in HELD for word in words)
    if head in listed("document") and (held or words[0].low in {"a", "an", "another", "new"}):
        span = span_of(words, register)
        end = next((at for at, word in enumerate(words) if word.low in HELD), 6)
        kept = [word for word in words[:end] if word.low not in DETERMINERS]
        return Entity(
            Speaker(joined(kept[:6]), "document", span, document=span), frozenset({head, singular(head)})
        )
    if words[0].low not in POINTING and not words[0].text[:1].isupper():
        return None
    found = register.by_head(head, head.endswith("s")) or register.by_head(singular(head), False)
    span = span_of(words, register)
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
