"""States, their offices and outlets from the words of a noun phrase, each under one name.

A state goes by its common English name. An office is the state's adjective and the office (*Iranian foreign
ministry*), for the state. Organisations and companies are read in ``organisations``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from attrs import evolve

from sherd.claims.asked_once import once, vocabulary_of
from sherd.claims.grammar import DETERMINERS, PREPOSITIONS, TIMES, finite_at
from sherd.claims.kin import FIRMS
from sherd.claims.lexicon import adjectives, listed, outlets, states, vocabulary
from sherd.claims.nobody import OF_PAPERS
from sherd.claims.offices import Office, office_of
from sherd.claims.parties import SHORT, UNIONS
from sherd.claims.phrases import (
    GOVERNMENTAL,
    OUTLET_WORDS,
    PLURAL_PEOPLE,
    RESEARCHERS,
    head_of,
    is_named,
    joined,
    names,
    opens_state,
    person_at,
    plain,
    trimmed,
    words_of,
)
from sherd.claims.phrases import behalf as behalf_of
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.speakers import Entity, Register
from sherd.model.statements import Passage, Speaker

OFFICIAL = GOVERNMENTAL | vocabulary(
    "commission regulator authority prosecutors judiciary court customs bureau board inspectorate watchdog "
    "coastguard administration centre center fund headquarters prosecutor comptroller ombudsman consulate "
    "marines spies agency institute presidency"
)
"""Heads of noun phrases that, with a state before them, name an office of it."""

SEATED = vocabulary("ministry government parliament cabinet presidency authorities")
"""Bodies that sit in their own capital."""

AT_HOME = vocabulary("army navy military police customs")
"""Other bodies that are the home state's where the text says of none."""

SITTING = vocabulary("office court prosecutors police council tribunal")
"""Bodies that go by the town in which they sit."""

PLACING = frozenset({"on", "in", "at", "from"})
"""Prepositions with which a body's name does not go on."""


GOVERNMENTS = vocabulary("regime junta rulers")
"""Words for a government beside those of the table."""

RULING = frozenset({"government", "cabinet"})
"""Nouns that mean the state that was spoken of."""


SPECIALISTS = RESEARCHERS | vocabulary(
    "experts analysts specialists engineers monitors scientists technicians"
)
"""People who speak for the body whose name stands before them."""


def span(words: Sequence[Word], register: Register) -> Passage:
    """The words as a passage of the text."""
    return Passage.of(register.text, words[0].start, words[-1].end)


def named_at(found: Entity, words: Sequence[Word], register: Register, also: Iterable[str] = ()) -> Entity:
    """The same somebody, where these words name them; ``also`` by which nouns they go from now on."""
    speaker = evolve(found.speaker, span=span(words, register))
    return evolve(found, speaker=speaker, heads=found.heads.union(also))


def state(words: Sequence[Word], register: Register) -> Entity | None:
    """*Tehran*, *the United States*, *both Moscow and Pyongyang* (the first; the others stand beside it)."""
    some = plain(words)
    if not some:
        return None
    people = words[0].low == "the" and len(some) == 1 and some[0].low in adjectives()
    if people:
        return Entity(Speaker(states()[some[0].low].name, "state", span(words, register)), plural=True)
    if name := state_name(some, register) or (len(some) < len(words) and state_name(words, register)):
        return Entity(Speaker(name, "state", span(words, register)), RULING)
    if "and" not in vocabulary_of(words):
        return None
    joint = next((at for at, word in enumerate(some) if word.low == "and"), None)
    if not joint or not some[joint + 1 :]:
        return None
    first = _party(trimmed(some[:joint]), register)
    other = _party(trimmed(some[joint + 1 :]), register)
    allied = {word.low for word in some[joint + 1 :]} & {"allies", "partners", "its"}
    if first is None or not (other or allied):
        return None
    if other is not None:
        return evolve(first, plural=True, also=(other,), alternatives=(other.speaker.name,))
    return Entity(evolve(first.speaker, span=span(words, register)), plural=True)


def _party(words: Sequence[Word], register: Register) -> Entity | None:
    if not words:
        return None
    return state(words, register) or office(words, register) or body(words, register)


def state_name(words: Sequence[Word], register: Register) -> str | None:
    """The state that exactly these words stand for; *the North* is North Korea where Korea is spoken of."""
    if not words or not (opens_state(words[0]) or words[0].low in SHORT):
        return None
    low = joined(words).lower()
    if low in states() and (low not in adjectives() or low == states()[low].name.lower()):
        return states()[low].name
    if len(words) == 1 and words[0].is_name and low in SHORT and register.says(SHORT[low]):
        return SHORT[low]
    return None


def adjective(name: str) -> str:
    """The adjective of a state as offices carry it."""
    return {"United States": "US", "United Kingdom": "UK"}.get(name) or states()[name.lower()].adjective


def office(words: Sequence[Word], register: Register) -> Entity | None:
    """A body that the table of offices knows, or its experts: *the FSB*, *FSB experts*."""
    found = office_of(words)
    if found is None and len(words) > 1 and words[-1].low in SPECIALISTS:
        found = office_of(words[:-1])
        if found is not None and found.name in UNIONS:
            return None  # UN experts are not the United Nations
    return None if found is None else listed_office(found, words, register)


def listed_office(found: Office, words: Sequence[Word], register: Register) -> Entity:
    """The speaker that an office of the table is."""
    speaker = Speaker(found.name, "organisation", span(words, register), on_behalf_of=found.state)
    said = joined(plain(words))
    other = (said,) if said.lower() != found.name.lower() and len(said) <= 8 else ()
    return Entity(speaker, found.heads, alternatives=(*other, *((found.state,) if found.state else ())))


def outlet(words: Sequence[Word], register: Register) -> Entity | None:
    """A known outlet, a name that ends as outlets' names do, or *state news agency Pars*."""
    run = (after_noun(words) or names(words)) if any(word.is_name for word in words) else ()
    whole = joined(words).lower()
    if not run and whole not in outlets() and head_of(words) not in BROADCASTING:
        return None
    if opens_only(run, words, register):
        return None  # Independent estimates
    heads = frozenset(head for head in listed("outlet") if head in whole)
    named = joined(run).lower() if run else ""
    while named and named not in outlets() and run and run[0].low in {"the", "state", "news", "agency"}:
        run = run[1:]
        named = joined(run).lower()
    if named in outlets() or whole in outlets():
        name = outlets().get(named, "") or outlets()[whole]
    elif (run and (run[-1].low in OUTLET_WORDS and len(run) > 1 and len(run) >= len(plain(words)) - 1)) or (
        heads
        and run
        and (after_noun(words) or not person_at(words))
        and len(run) <= 4
        and run[-1] is trimmed(words)[-1]
    ):
        name = joined(run)
    elif (
        run
        and len(words) == len(run) + 2
        and words[-1].low in listed("outlet")
        and words[0].low == "the"
        and named not in states()
        and named not in adjectives()
    ):
        name = joined(run)  # the Vesti agency
    elif head_of(words) in BROADCASTING:
        name = joined([word for word in words if word.low not in DETERMINERS and word.low != "certain"])
    else:
        return None
    return Entity(
        Speaker(name, "outlet", span(words, register)), heads | {"newspaper", "outlet", "agency", "paper"}
    )


BROADCASTING = frozenset({"media", "television", "radio", "tv"})
"""Nouns for outlets without a name: *state media*."""

SPEAKING = ("outlet", "person", "document")
"""Kinds of nouns for what speaks."""


def opens_only(run: Sequence[Word], words: Sequence[Word], register: Register) -> bool:
    """*Independent estimates*, *Output at the plant*: a capital that only opens the sentence."""
    if len(run) != 1 or run[0] is not words[0] or len(words) < 2 or run[0].text in register.cast.capitals:
        return False
    following = words[1]
    noun = following.is_word and not following.is_name and following.low not in POSSESSIVES
    if run[0].low in OF_PAPERS:
        return noun
    if not noun or following.low in PLURAL_PEOPLE or any(following.low in listed(kind) for kind in SPEAKING):
        return False
    opening = register.text[max(0, run[0].start - 8) : run[0].start].rstrip(" \"“‘'")
    return not opening or opening[-1] in ".!?:\n”"


def body(words: Sequence[Word], register: Register) -> Entity | None:
    """*Iran's foreign ministry*, *the Ministry of Defence of Ukraine*, *the Russian side*."""
    if _heads().isdisjoint(vocabulary_of(words)):
        return None
    some = noun_phrase(plain(words))
    if not some or (words[-1].low in SPECIALISTS and any(word.low in _APART for word in words)):
        return None  # two former army engineers
    head = head_of(_without_state(some, behalf_of(some) or "") or some)
    if head not in _heads():
        return None
    if presidential := _office_of_person(some, register):
        return presidential
    owner = next((at for at, word in enumerate(some) if word.low in POSSESSIVES), 0)
    at = next((n for n in range(1, len(some)) if some[n].low in PLACING or some[n].low == "to"), len(some))
    behalf = behalf_of(some[:at]) or (state_name(some[:owner], register) if owner else None)
    if behalf is None and owner and words[0].low == "the":
        behalf = state_name(words[: owner + 1], register)
    if behalf is None and head in SEATED:
        behalf = behalf_of(some[at:])  # the foreign ministry in Moscow
    own = len(some) > 1 and some[-1].is_name and words[0].low not in {"a", "an"}
    own = own and len(some) == len(plain(words))
    if behalf is None and own and register.voice is not None:
        behalf = register.voice.speaker.on_behalf_of  # a ministry that names another body of its state
    if behalf is None and words[0].low == "the" and not owner and _sits_at_home(some, head):
        behalf = register.home if register.by_head(head, False) is None else None
    if behalf is None and not owner and head in SEATED | AT_HOME:
        behalf = _opened_in(some[0], register)
    if behalf is None or behalf.lower() not in states():
        return None
    of_its_own = head == "administration" and any(
        word.is_name and word.low not in words_of(behalf) for word in _without_state(some, behalf)[:-1]
    )
    if head in listed("state_body") | GOVERNMENTS and not of_its_own:
        return Entity(Speaker(behalf, "state", span(words, register)), RULING | {head})
    bare = _without_state(some, behalf) or some
    named = bare[: next((at for at, word in enumerate(bare) if at and word.low in PREPOSITIONS), len(bare))]
    if is_named(named, behalf) and named[-1].low not in OFFICIAL:
        return None
    bare_name = _bare(some, behalf)
    name = f"{adjective(behalf)} {bare_name}".strip()
    if bare_name == "Office of the President":
        name = f"{bare_name} of {behalf}"
    speaker = Speaker(name, "organisation", span(words, register), on_behalf_of=behalf)
    return Entity(speaker, frozenset({head}), head == "forces", alternatives=(behalf,))


@cache
def _heads() -> frozenset[str]:
    """Every head of a noun phrase for a body that a state has."""
    return OFFICIAL | GOVERNMENTS | listed("state_body")


_APART = vocabulary("former retired ex-army two three four five six several some many")
"""Words that tell people from the body whose they were or are."""

_OPENED_IN = re.compile(r"(?:^|[.\n] ?)In (?:the )?((?:[A-Z][\w.]+ ?){1,3}), (?:the )?$")


def _opened_in(first: Word, register: Register) -> str | None:
    """*In Canada, police said P*: the state that the sentence opens with."""
    opening = _OPENED_IN.search(register.text[max(0, first.start - 40) : first.start])
    state = states().get(opening[1].lower()) if opening else None
    return state.name if state is not None else None


def _sits_at_home(some: Sequence[Word], head: str) -> bool:
    """*The defence ministry*, *the police*, *the air force*: a body whose state goes without saying."""
    return head in SEATED | AT_HOME or (head == "force" and some[0].low == "air")


def _bare(some: Sequence[Word], behalf: str) -> str:
    """The office without its state: *foreign ministry*, *National Bureau of Expertise*."""
    left = own_words(some, behalf)
    lows = [word.low for word in left]
    head = head_of(left)
    if head == "mission" and set(lows) & _SEATS_OF_THE_UN:
        return "Mission to the United Nations"
    if head == "office" and lows[-4:] == ["office", "of", "the", "president"]:
        return "Office of the President"
    if head not in {"embassy", "mission", "consulate", "delegation"}:
        left = left[: next((at for at, low in enumerate(lows) if low in {"in", "at"}), len(left))]
    if lows[:3] == ["ministry", "of", "foreign"] or lows[:4] == ["ministry", "of", "the", "foreign"]:
        return f"Foreign {_written(left[0]).text}" if left[0].is_name else "foreign ministry"
    return joined([_written(word) for word in left])


_SEATS_OF_THE_UN = frozenset({"un", "u.n.", "nations", "york", "geneva", "vienna"})


def own_words(some: Sequence[Word], behalf: str) -> list[Word]:
    """The words of an office without those for its state, and without *of* where the state stood."""
    own = words_of(behalf) | SHORT.keys() | {"republic", "kingdom"}
    rest = _without_state(some, behalf)
    kept: list[Word] = []
    for at, word in enumerate(rest):
        gone = at > 0 and (rest[at - 1].low in own or rest[at - 1].low in {"the", "of"})
        of_state = word.low in POSSESSIVES and (not kept or gone)
        if word.low in own or of_state or not (word.is_word or word.text in {",", "'s", "’s"}):
            continue
        kept.append(word)
    while kept and kept[0].low in {"the", "of"}:
        kept.pop(0)
    while kept and kept[-1].low in {"the", "of"}:
        kept.pop()
    return [word for at, word in enumerate(kept) if word.low not in {"of", "the"} or _goes_on(kept, at)]


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether *of* or *the* stands between two words of the office itself."""
    after = next((word.low for word in words[at + 1 :] if word.low not in {"of", "the"}), None)
    return at > 0 and after is not None and after not in PREPOSITIONS


def _written(word: Word) -> Word:
    """The word as running text has it, where a heading has it in capitals."""
    in_heading = len(word.text) > 4 and word.text.isupper()
    return evolve(word, text=word.text.capitalize()) if in_heading else word


def _without_state(some: Sequence[Word], behalf: str) -> Sequence[Word]:
    """Without the longest words for the state: *of the Islamic Republic of Iran*."""
    openings = [at for at, word in enumerate(some) if opens_state(word)]
    for size in (5, 4, 3, 2, 1):
        for at in openings:
            if at + size > len(some):
                break
            if size == 1 and " " not in some[at].text:
                continue  # Chad: no words for the state, its name
            known = states().get(joined(some[at : at + size]).lower())
            if known is not None and known.name == behalf:
                return [*some[:at], *some[at + size :]]
    return some


def noun_phrase(words: Sequence[Word]) -> list[Word]:
    """The words as far as a finite verb or a day: a noun phrase, where a clause was given."""
    for at in range(1, len(words)):
        if words[at].low in TIMES and words[at - 1].low in {"on", "last", "this"}:
            return list(words[: at - 1])
        topic = words[at].low in {"on", "regarding", "concerning"} and at + 1 < len(words)
        if (
            is_doing(words, at)
            or words[at].low in {"who", "which", "that"}
            or (topic and not words[at + 1].is_name)
        ):
            return list(words[:at])
        if not words[at].is_name and finite_at(words, at) and words[at].low not in {"'s", "’s"}:
            return list(words[:at])
    return list(words)


def is_doing(words: Sequence[Word], at: int) -> bool:
    """*An armed group fighting the government*: what somebody does stands behind the noun for them."""
    if not words[at].low.endswith("ing") or words[at].is_name or at + 1 >= len(words):
        return False
    noun = words[at - 1]
    people = noun.low in PLURAL_PEOPLE or noun.low in listed("person") or noun.low in listed("organisation")
    return people and not noun.is_name


def _office_of_person(some: Sequence[Word], register: Register) -> Entity | None:
    """*President X's office* is the office of the president of the state, where the text says of which."""
    if some[-1].low != "office" or len(some) < 3 or some[-2].low not in POSSESSIVES:
        return None
    lows = [word.low for word in some[:-2]]
    title = "President" if "president" in lows else "Prime Minister" if "minister" in lows else ""
    behalf = behalf_of(some[:-2])
    if not title:
        return None
    name = f"Office of the {title}" + (f" of {behalf}" if behalf else "")
    speaker = Speaker(name, "organisation", span(some, register), on_behalf_of=behalf)
    return Entity(speaker, frozenset({"office", "presidency"}), alternatives=(behalf,) if behalf else ())


@cache
def body_nouns() -> frozenset[str]:
    """Common nouns for a body: an organisation, an outlet, a company."""
    return listed("organisation") | listed("outlet") | FIRMS


@once
def after_noun(words: Sequence[Word]) -> Sequence[Word]:
    """*Rights group X*: the name after the common noun, where nothing follows it."""
    nouns = body_nouns()
    if nouns.isdisjoint(vocabulary_of(words)):
        return ()
    at = next((n for n in range(len(words) - 1, 0, -1) if words[n].low in nouns and not words[n].is_name), 0)
    run = names(words[at + 1 :]) if at else ()
    return run if run and run[-1] is words[-1] and run[0] is words[at + 1] else ()
