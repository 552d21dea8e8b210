"""Speakers without a name, and nouns that point back: *an Iranian official*, *the minister*, *the report*.

An unnamed speaker goes by one form: the state or body, what the text says of the office, the noun and
*(unnamed)*; how many there are, their rank and where they sit are left out. *A spokesman for the Harbour
Guard* and *a Harbour Guard spokesman* are the same. A common noun goes to the nearest speaker it can mean, or
to nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import evolve

from sherd.claims import houses
from sherd.claims.bodies import adjective, named_at, span
from sherd.claims.grammar import DETERMINERS, PREPOSITIONS
from sherd.claims.kin import BODIES, FIRMS, LOOSELY, ROLES
from sherd.claims.labels import AT_THE_SEAT, KNOWING, RANK, is_common, known_of, label, short, small, told_of
from sherd.claims.lexicon import listed, states, vocabulary
from sherd.claims.nobody import is_machine
from sherd.claims.offices import office_of
from sherd.claims.papers import HELD, PAPERS, document, sent
from sherd.claims.parties import UNIONS, represented
from sherd.claims.phrases import (
    PLURAL_PEOPLE,
    PORTFOLIOS,
    RESEARCHERS,
    TITLES,
    head_of,
    joined,
    singular,
)
from sherd.claims.phrases import behalf as behalf_of
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.speakers import Entity, Register
from sherd.claims.together import is_joined
from sherd.model.statements import Speaker

POINTING = vocabulary("the that this those these his her its their")
SPOKEN = vocabulary("spokesman spokeswoman spokesperson representative official diplomat officials")
"""Nouns that, bare, go with the state or body that spoke just before: *…, an official said*."""

STAFF = vocabulary(
    "staff investigators analysts experts researchers lawyers team management board authors inspectors "
    "engineers technicians specialists scientists"
)
"""People who speak as the body that they work for."""

POWERS = vocabulary("governments countries capitals allies partners nations")
"""States that nobody names: *Western governments*."""

NAMED_SO = vocabulary(
    "institute centre center university foundation council committee commission panel academy laboratory lab "
    "authority inspectorate network project"
)
"""Nouns that a body of the kind has in its name, so that one only named goes before one that spoke."""

WITHIN_CLAUSES = vocabulary("also already still again never not now then")
"""Adverbs that stand beside a verb, and so in no noun phrase."""

ARTICLES = vocabulary("the a an two three four five six seven eight nine ten several many this these")
"""Words that open a noun phrase."""

PARTLY = vocabulary("and or both all such half many what first last next only than")
"""Words after which a noun phrase may open inside another."""

HOUSES = BODIES.keys() - vocabulary("army military navy force police prosecutors prosecutor customs experts")
"""Nouns that, before another for somebody in its service, mean the house spoken of: *a company spokesman*."""

Describe = Callable[[Sequence[Word], Register], Entity | None]


def unnamed(
    words: Sequence[Word], register: Register, describe: Describe, anyhow: bool = False
) -> Entity | None:
    """*an Iranian official*, *two people familiar with the matter*, *experts*, *a Swiss company*.

    ``anyhow`` takes any noun for a person's.
    """
    ends = (at for at, word in enumerate(words) if word.text == "," or word.low in {"who", "which"})
    limit = next((at for at in ends if not is_joined(words, at)), len(words))
    head_words = words[:limit]
    joint = any(word.text == "," for word in head_words)
    head = head_of([word for word in head_words if word.text != ","] if joint else head_words)
    one = singular(head).removeprefix("ex-")
    if head in STAFF and (employer := _employer(head_words, register)) is not None:
        return employer
    people = one in listed("person") or head in PLURAL_PEOPLE or anyhow
    body = one in listed("organisation") or head in listed("organisation") or head in POWERS
    if not (people or body):
        return None
    written = [word for at, word in enumerate(head_words) if at or word.low != "the"]
    whole = len(written) > 1 and all(word.is_name for word in written) and head not in TITLES
    if whole and one in listed("person") and behalf_of(head_words) is None:
        return None  # Harbour Rights Monitor
    if words[0].low in POINTING and resolves(words, register):
        return None
    if not people and is_machine(head_words, head):
        return None
    if (own := _of_issuer(head_words, register)) is not None:
        return own
    at = next(n for n, word in enumerate(head_words) if word.low == head)
    if _is_clause(head_words[:at]):
        return None
    behind = [word for word in head_words[at + 1 :] if word.low != "d'affaires"]
    before, after = _premodifiers(head_words[:at]), known_of(behind, register)
    whose = _whose(after, register, describe, any(word.is_name for word in before)) or _owner(
        before, head_words[:at], register, describe
    )
    whose = _nearer(whose, before, after, one, register)
    if whose is None and not before and not after and head in SPOKEN and words[0].low in {"a", "an"}:
        whose = _just_before(words[0], register)
    plural = head in PLURAL_PEOPLE or (head.endswith("s") and (anyhow or one in listed("person")))
    kind = (
        "organisation" if not people else "anonymous_official" if one in listed("official") else "anonymous"
    )
    owner = short(whose, one, register) if whose else ""
    name = label(head_words[at], small(before, head_words), after, owner, people)
    placed = next((n for n, word in enumerate(head_words) if word.low == "in"), len(head_words))
    own_words = head_words[:placed] if one in {"diplomat", "envoy", "correspondent"} else head_words
    state = (
        whose.speaker.on_behalf_of or whose.speaker.name if whose and whose.speaker.kind == "state" else None
    )
    served = whose.speaker.on_behalf_of if whose else None
    for_whom = state or (served if not people else None) or behalf_of(own_words) or served
    if for_whom is None and whose is None and _serves_home(one, before, after, register):
        for_whom = register.home
    spokes = whose is not None and one.startswith("spokes")
    found = Entity(
        Speaker(f"{name} (unnamed)", kind, span(words, register), on_behalf_of=for_whom),
        frozenset({one, head}),
        plural,
        (whose.speaker.name,) if whose and spokes else (),
    )
    told = {word.low for word in before}, {word.low for word in after}
    houses.note(found, whose, head, told, register)
    return found


SERVING = vocabulary("official officer minister")
"""Nouns for somebody who serves a state, that of the text where it names no other."""

SERVICES = vocabulary("government ministry army military navy defence defense security intelligence air")
"""Words of an office beside such a noun, or beside *source*."""


def _serves_home(one: str, before: Sequence[Word], after: Sequence[Word], register: Register) -> bool:
    """*A senior official*, *a ministry official*, *government sources*, and not *a Western official*."""
    told = {word.low for word in before}
    if any(word.is_name for word in (*before, *after)) or told - SERVICES - _AND_SO_ON:
        return False
    if told & SERVICES:
        return one in SERVING or one == "source"
    officials = (each.speaker for each in register.met if each.speaker.kind == "anonymous_official")
    return one in SERVING and {each.on_behalf_of for each in officials} <= {register.home}


_AND_SO_ON = vocabulary("senior former finance trade justice foreign interior energy customs export police")


_JOINED_ON = PREPOSITIONS | DETERMINERS | RANK | PARTLY | POSSESSIVES


def _is_clause(words: Sequence[Word]) -> bool:
    """*Today's action also hits two firms*: an adverb of sentences or an article after a noun, so a verb."""
    for at in range(1, len(words)):
        before, low = words[at - 1], words[at].low
        if low in WITHIN_CLAUSES:
            return True
        if low in ARTICLES and before.is_word and not before.is_name and before.low not in _JOINED_ON:
            return True
    return False


def _of_issuer(words: Sequence[Word], register: Register) -> Entity | None:
    """*Specialists determined P*, *the experts note P* in a release: those of whoever issued it."""
    bare = [word.low for word in words if word.low != "the"]
    voice = register.voice
    if voice is None or len(bare) != 1 or bare[0] not in ISSUING or voice.speaker.kind != "organisation":
        return None
    return named_at(voice, words, register)


ISSUING = vocabulary("specialists experts investigators technicians inspectors analysts")
"""People who, in a release that tells of no others, are those of the body that issued it."""


def _employer(words: Sequence[Word], register: Register) -> Entity | None:
    """*The subcommittee's staff*, *investigators from the institute*: the body that has spoken."""
    owner = next((at for at, word in enumerate(words) if word.low in POSSESSIVES and at), None)
    placed = next((at for at, word in enumerate(words) if word.low in {"from", "at", "of"} and at), None)
    body = words[owner - 1] if owner is not None else words[-1]
    if owner is None and (
        placed is None
        or placed + 3 != len(words)
        or words[placed + 1].low != "the"
        or not (body.low in BODIES or body.low in register.papers)
    ):
        return None
    if body.is_name or (owner is None and words[placed or 0].low == "of" and head_of(words) == "team"):
        return None
    found = register.papers.get(body.low) or register.by_head(body.low, False)  # the note's authors
    if found is None and body.low in NAMED_SO and (named := register.mentions.by_head(body.low)):
        found = Entity(Speaker(named, "organisation"), frozenset({body.low}))
    if found is not None and found.speaker.kind == "document":
        found = register.author_of(body.low) or found  # the note's authors
    return named_at(found, words, register) if found else None


def _premodifiers(words: Sequence[Word]) -> list[Word]:
    """What stands before the noun, without articles, numbers, ranks and *a group of*."""
    of = next((at for at, word in enumerate(words) if word.low == "of"), None)
    some = (
        list(words[of + 1 :]) if of is not None and not any(w.is_name for w in words[1:of]) else list(words)
    )
    return [
        word
        for word in some
        if word.low not in DETERMINERS
        and word.low not in RANK
        and not word.text.isdigit()
        and (word.is_word or word.low in POSSESSIVES or word.text == ",")
    ]


def _owner(
    before: list[Word], written: Sequence[Word], register: Register, describe: Describe
) -> Entity | None:
    """*the alliance's*, *Iran's*, *Foreign Office* before the noun; the words are taken out of ``before``."""
    owner = next((at for at, word in enumerate(before) if word.low in POSSESSIVES), None)
    if owner is not None:
        stop = next((at for at, word in enumerate(written) if word.low in POSSESSIVES), 0)
        found = describe(written[:stop], register) if stop else None
        if found is not None and found.speaker.kind not in {"state", "organisation", "outlet"}:
            found = None
        if found is not None:
            del before[: owner + 1]
        return found
    first = next((at for at, word in enumerate(before) if word.is_name), None)
    if first is None and len(before) == 1 and before[0].low in HOUSES:
        found = register.by_head(before[0].low, False)  # a company spokeswoman
        if found is None and (named := register.mentions.by_head(before[0].low)) is not None:
            found = Entity(Speaker(named, "organisation"))
        if found is not None and "(unnamed)" not in found.speaker.name:
            before.clear()
            return found
    if first is None or before[first].low.endswith(("-based", "-led")):
        return None
    alone = not any(word.is_name for word in before[first + 1 : first + 2])
    if alone and before[first] is written[0] and is_common(written[0]):
        return None  # Local officials
    last = first
    while last < len(before) and before[last].is_name:
        last += 1
    found = describe(before[first:last], register) if before[first:last] else None
    if (
        found is None
        or found.speaker.kind not in {"organisation", "outlet"}
        or "(unnamed)" in found.speaker.name
    ):
        return None
    if joined(before[first:last]).lower() in states():
        return None
    del before[first:last]
    return found


def _whose(
    after: Sequence[Word], register: Register, describe: Describe, named: bool = False
) -> Entity | None:
    """*of the panel*, *for the group*, *at its UN mission*, *from a Western agency*: for whom they speak."""
    if len(after) > 2 and after[0].low in {"working", "operating", "serving"}:
        after = after[1:]
    if not after or after[0].low not in {"of", "for", "from", "at", "with", "in", "under"}:
        return None
    if {word.low for word in after} & KNOWING:
        return None
    stop = next(
        (n for n in range(1, len(after)) if after[n].low in {"in", "on", "at", "with", "who"}), len(after)
    )
    some = after[1:stop]
    if some and some[0].low in {"a", "an"} and head_of(some) in listed("organisation"):
        label = joined(some[1:])
        return Entity(Speaker(label, "organisation", span(some, register), on_behalf_of=behalf_of(some)))
    found = describe(some, register) if some else None
    known = found is not None and found.speaker.name.split()[-1].lower() in register.cast.persons
    of_firm = after[0].low in {"at", "from", "with"} or (after[0].low in {"for", "of"} and not known)
    if found is not None and found.speaker.kind == "person" and of_firm:
        found = Entity(Speaker(found.speaker.name, "organisation", found.speaker.span))  # analysts at X
    if found is None or found.speaker.kind not in {"state", "organisation", "outlet"}:
        return None
    town = len(found.speaker.name.split()) == 1 and found.speaker.on_behalf_of is None
    if after[0].low == "in" and found.speaker.kind == "organisation" and town:
        return None  # prosecutors in Karlsruhe
    if after[0].low == "in" and found.speaker.name in UNIONS and head_of(after) not in {"union", "nations"}:
        return found if not named else None  # a NATO diplomat in Brussels
    if found.speaker.kind == "state" and after[0].low in {"in", "at"}:
        return None  # a diplomat in Kyiv is nobody's as yet
    return found


def _nearer(
    whose: Entity | None, before: list[Word], after: Sequence[Word], one: str, register: Register
) -> Entity | None:
    """*A trade ministry official in Tokyo*, *the army's spokesman*: whose office it is, where nobody says."""
    lows = {word.low for word in before}
    office = bool(lows & AT_THE_SEAT) or one == "official"
    if whose is not None or one in {"diplomat", "envoy", "correspondent"} or behalf_of(before) is not None:
        return _seated(whose, after)
    seat = states().get(joined(after[1:]).lower()) if office and after and after[0].low == "in" else None
    if seat is not None and not any(word.is_name for word in before[1:]):
        return Entity(Speaker(seat.name, "state"))
    return whose


def _seated(whose: Entity | None, after: Sequence[Word]) -> Entity | None:
    """*An official at the economy ministry in Berlin*."""
    if whose is None or whose.speaker.on_behalf_of or not whose.speaker.name.islower():
        return whose
    at = next((n for n in range(len(after) - 1, 0, -1) if after[n].low == "in"), None)
    seat = states().get(joined(after[at + 1 :]).lower()) if at is not None else None
    if seat is None or not set(whose.speaker.name.split()) & AT_THE_SEAT:
        return whose
    name = f"{adjective(seat.name)} {whose.speaker.name}"
    return evolve(whose, speaker=evolve(whose.speaker, name=name, on_behalf_of=seat.name))


def _just_before(word: Word, register: Register) -> Entity | None:
    """The state or body that spoke last, in the same paragraph."""
    others = (each for each in reversed(register.order) if _starts(each) != word.start)
    last = next(others, None)  # the words themselves may have been asked about before
    if last is None or last.speaker.kind not in {"state", "organisation"} or last.speaker.span is None:
        return None
    apart = register.text.find("\n", last.speaker.span.end, word.start) >= 0
    return None if apart or "(unnamed)" in last.speaker.name else last


def _starts(entity: Entity) -> int | None:
    return entity.speaker.span.start if entity.speaker.span is not None else None


def resolves(words: Sequence[Word], register: Register) -> bool:
    """Whether the noun of the phrase points back to somebody."""
    head = head_of(words)
    told = told_of(words, head)
    if _of_one(head, told, register) or register.by_head(head, True, told):
        return True
    if told:
        return False
    named = register.mentions.by_head(head) is not None
    return named or (head in LOOSELY and _nearest_without_office(register) is not None)


FIRM_OFFICES = vocabulary("executive ceo director manager founder owner chairman chairwoman")
"""Offices of firms and bodies, which no state has."""


def behind(words: Sequence[Word], register: Register) -> str | None:
    """For whom somebody with this role speaks: a state; a body or company, where one in office does."""
    if not words:
        return None
    owner = next((at for at, word in enumerate(words) if word.low in POSSESSIVES), 0)
    if (
        owner
        and words[owner - 1].is_name
        and (office := behalf_of(words[:owner]) or _office_in(words[:owner]))
    ):
        return office
    if owner and (known := register.by_head(words[owner - 1].low, False)) is not None:
        return known.speaker.on_behalf_of or known.speaker.name
    if any(word.low in {"its", "their"} for word in words):
        meant = register.by_pronoun("it")
        own = meant.speaker.on_behalf_of or meant.speaker.name if meant is not None else None
        if own is not None and words[-1].low in FIRM_OFFICES and own.lower() in states():
            return None  # a state has no chief executive
        return own or register.mentions.last(frozenset({"state", "body", "organisation"}))
    found = behalf_of(words) or _office_in(words) or represented(words, register.mentions)
    if found is not None and set(found.lower().split()) <= PORTFOLIOS | {"and", "policy", "for"}:
        found = None  # minister of defence
    bare = not words[0].is_name or words[0].low in TITLES or words[0].low in listed("person")
    run = any(word.low in {"director", "manager", "executive", "owner"} for word in words)
    if found is None and bare and run:
        firm = register.by_head("company", False)
        return firm.speaker.name if firm is not None else None
    return found


def _office_in(words: Sequence[Word]) -> str | None:
    """*a Foreign Office spokesperson*: the state of the office, or the office itself."""
    for size in (4, 3, 2, 1):
        for at in range(len(words) - size + 1):
            if words[at].is_name and (known := office_of(words[at : at + size])):
                return known.state or known.name
    return None


def definite(words: Sequence[Word], register: Register) -> Entity | None:
    """*the minister*, *the report*, *the researchers*: the nearest speaker whom they can mean."""
    head = head_of(words)
    held = any(word.low in HELD for word in words)
    if head in listed("document") and (held or words[0].low in {"a", "an", "another", "new"}):
        own = None if held else sent(head, words, register)
        if own is None and len(words) == 2 and head == "statement":
            last = register.order[-1] if register.order else None  # X summoned him. A statement said P
            own = last if last is not None and last.speaker.kind in {"organisation", "state"} else None
        return own or document(words, head, register)
    opens = not any(word.is_name for word in words[1:2]) and words[0].text not in register.cast.capitals
    if head in PAPERS and words[0].low not in DETERMINERS and (opens or not words[0].is_name):
        return document(words, head, register)  # customs records show
    if words[0].low not in {"the", "that", "this", "those", "these"} and not words[0].text[:1].isupper():
        return None
    told = told_of(words, head)
    found = register.by_head(head, head.endswith("s"), told) or _of_one(head, told, register)
    if not told and head in NAMED_SO and not (found and head in found.speaker.name.lower().split()):
        named = register.mentions.by_head(head)
        found = Entity(Speaker(named, "organisation"), frozenset({head})) if named else found
    if found is None and not told and head in LOOSELY:
        found = _nearest_without_office(register)
    if found is not None and not told and head.startswith("spokes"):
        found = _named_since(found, register) or found
    if (found is None or found.speaker.kind == "document") and head in listed("document"):
        found = register.author_of(head) or found
    where = span(words, register)
    if found is None and not told and (name := register.mentions.by_head(head)) is not None:
        return Entity(Speaker(name, "organisation", where), frozenset({head}))  # named, and silent until now
    if found is None:
        return document(words, head, register) if head in listed("document") else None
    written = where if head in listed("document") else found.speaker.document
    return evolve(found, speaker=evolve(found.speaker, span=where, document=written))


def _of_one(head: str, told: frozenset[str], register: Register) -> Entity | None:
    """The speaker whom the noun in the singular can mean; *the makers* are no single company."""
    one = singular(head)
    found = register.by_head(one, False, told)
    several = one != head and (one in FIRMS or one in ROLES) and found is not None and not found.plural
    return None if several else found


def _nearest_without_office(register: Register) -> Entity | None:
    """The person spoken of last, where the text tells no office of theirs."""
    last = next((each for each in reversed(register.order) if each.speaker.kind == "person"), None)
    last = last or register.told_of
    return None if last is None or last.heads & listed("person") or last.speaker.role else last


def _named_since(entity: Entity, register: Register) -> Entity | None:
    """*The spokesman for the ministry condemned P. X Y said Q. The spokesman …*: the one named since."""
    span = entity.speaker.span
    unnamed_one = "(unnamed)" in entity.speaker.name and entity.speaker.on_behalf_of is not None
    if span is None or not unnamed_one or not span.text.lower().startswith("the "):
        return None
    named = _nearest_without_office(register)
    others = {each.speaker.name for each in register.met if each.speaker.kind == "person"}
    if named is None or others != {named.speaker.name} or not named.may_be(""):
        return None
    return evolve(named, speaker=evolve(named.speaker, on_behalf_of=entity.speaker.on_behalf_of))


def again(words: Sequence[Word], register: Register) -> Entity | None:
    """*Researchers in Kyiv*, where the last to speak is an organisation whose report is being told."""
    if words[0].low not in RESEARCHERS or not register.met:
        return None
    last = register.met[-1]
    alone = len(words) == 1 and words[0].text[:1].isupper() and register.by_head(words[0].low, True) is last
    if alone and last.speaker.kind == "organisation" and last.speaker.on_behalf_of is None:
        return named_at(last, words, register)
    if last.speaker.kind != "organisation" or not (last.speaker.document or last.heads & RESEARCHERS):
        return None
    return evolve(
        last,
        speaker=evolve(last.speaker, span=span(words, register)),
        alternatives=(f"{words[0].low} (unnamed)",),
    )
