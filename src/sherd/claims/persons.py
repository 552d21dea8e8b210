"""A person from the words of a noun phrase: full name, office in ``role``, for whom in ``on_behalf_of``.

The name is written without titles, ranks and party labels; *Lord X* keeps its title where there is no other
first name. The last name alone is the person whom the text names in full somewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrs import evolve

from sherd.claims.aliases import alias
from sherd.claims.bodies import OFFICIAL
from sherd.claims.cast import HONORIFICS, PEERS, office_before
from sherd.claims.employers import house_of
from sherd.claims.grammar import DETERMINERS
from sherd.claims.kin import CORPORATE, FIRMS
from sherd.claims.lexicon import adjectives, listed, vocabulary
from sherd.claims.phrases import RANKS, appositive, head_of, joined, person_at, singular
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.speakers import Entity, Register
from sherd.claims.unnamed import behind
from sherd.claims.unstated import of_role
from sherd.model.statements import Passage, Speaker

NO_SURNAMES = vocabulary("republic federation kingdom side region oblast affairs")
"""Words with a capital that are no part of a person's name."""

Named = tuple[list[Word], Sequence[Word]]
"""The words of a name and those of the role before it."""


def person(words: Sequence[Word], register: Register) -> Entity | None:
    """A name of two words or more, a name after a title, or a last name that the document has in full."""
    if len(words) < 2 or not any(word.is_name for word in words):
        return None
    comma = next((at for at, word in enumerate(words) if word.text == ","), None)
    if (called := alias(words)) is not None:
        return _by_alias(words, *called, register)
    found = _name_at(words, register)
    if found is None and comma is not None:
        found = _after_role(words, comma, register)
    if found is None:
        return None
    name_words, before = found
    beside = appositive(words, comma) if comma is not None and before is not words[:comma] else ()
    role_words = before or beside
    name = joined(name_words).replace(" - ", "-")
    if name in register.cast.firms or joined([*role_words[-1:], *name_words]) in register.cast.firms:
        return None  # Cardinal Gauges, which the text calls a company
    known = _known(name, name_words, register)
    if known is None and not role_words and name_words[-1].low not in register.cast.persons:
        whole = register.whole(name)
        if whole != name:  # Corvane Hill, of which the text has the name Corvane Hill Devices
            return Entity(Speaker(whole, "organisation", _span(name_words, (), register)))
    if known and known.speaker.kind != "person":
        return evolve(known, speaker=evolve(known.speaker, span=_span(name_words, (), register)))
    if known is None and not role_words and _is_plural_firm(name_words, register):
        return None
    made = _made(known.speaker.name if known else name, name_words, role_words, known, register)
    return _with_office(made, beside, register) if before and _is_rank(before) else made


def two(words: Sequence[Word], register: Register) -> Entity | None:
    """*X Y and V W of the institute*, *CAR's researchers X Y and V W*: two persons who say the same."""
    joint = next((at for at, word in enumerate(words) if word.low == "and" and 1 < at < len(words) - 2), None)
    if joint is None or not (words[joint - 1].is_name and words[joint + 1].is_name):
        return None
    comma = next((at for at in range(joint) if words[at].text == ","), None)
    noun = next((at for at in range(joint) if _is_plural_office(words[at].low)), None)
    if noun is None:
        one = person(words[:joint], register)
    else:
        first = (noun if comma is None else comma) + 1
        name, role = list(words[first:joint]), words[: first - (comma is not None)]
        if first <= noun or not 2 <= len(name) <= LONGEST_NAME or not all(word.is_name for word in name):
            return None
        one = _made(joined(name), name, role, None, register)
    other = person(words[joint + 1 :], register)
    if one is None or other is None or {one.speaker.kind, other.speaker.kind} != {"person"}:
        return None
    return evolve(one, plural=True, also=(other,), alternatives=(other.speaker.name,))


LONGEST_NAME = 4
"""Words of a person's name."""


def _is_plural_office(low: str) -> bool:
    """*researchers*, *senators*"""
    one = singular(low)
    return one != low and one in _officials()


def _by_alias(words: Sequence[Word], role: Sequence[Word], name: str, register: Register) -> Entity:
    """*Its director, a Dutchman named in court as X*: X, with the office."""
    heads = frozenset(word.low for word in role if word.low in listed("person"))
    whose = behind(role, register)
    span = Passage.of(register.text, words[0].start, words[-1].end)
    return Entity(Speaker(name, "person", span, role=joined(role), on_behalf_of=whose), heads)


def _is_rank(role: Sequence[Word]) -> bool:
    """*Gen.*, *Rear Adm.*, *Dr*: what stands before a name, and says nothing of an office."""
    return all(word.text == "." or word.low in RANKS for word in role)


def _with_office(entity: Entity, beside: Sequence[Word], register: Register) -> Entity:
    """*Gen. X Y, the head of P*: the office beside the name is theirs as much as the rank."""
    if not beside:
        return entity
    speaker = entity.speaker
    office = f"{speaker.role}, {joined(beside)}" if speaker.role else joined(beside)
    whose = speaker.on_behalf_of or behind(beside, register)
    heads = entity.heads | {word.low for word in beside if word.low in listed("person")}
    return evolve(entity, speaker=evolve(speaker, role=office, on_behalf_of=whose), heads=heads)


def _name_at(words: Sequence[Word], register: Register) -> Named | None:
    """The name before the first comma; what stands before *'s* is for whom the person sits."""
    limit = next(
        (at for at, word in enumerate(words) if word.text in {",", "("} or word.low in {"who", "which"}),
        len(words),
    )
    if (found := _after_office(words[:limit], register)) is not None:
        return None if _is_served(found[1]) else found
    if (found := person_at(words)) is not None:
        name, role = found
        if _is_no_name(name, role, words) or _is_served(role):
            return None
        if len(name) == 1 and role and role[-1].low in PEERS:
            return [role[-1], *name], role[:-1]
        return found
    owner = next((at for at in range(limit) if words[at].low in POSSESSIVES), None)
    if owner is None or owner + 1 >= limit or not words[limit - 1].is_name:
        return None
    after = person_at(words[owner + 1 : limit])
    cast = register.cast.persons
    return (after[0], words[: limit - len(after[0])]) if after and after[0][-1].low in cast else None


def _after_office(words: Sequence[Word], register: Register) -> Named | None:
    """*Director of the Bureau for New Threats X Y*: whom the document calls so, after the office."""
    known = register.cast.person(words[-1].text, words[-1].start) if words else None
    size = len(known.name.split()) if known else 0
    if known is None or size >= len(words) or joined(words[-size:]) != known.name:
        return None
    return (list(words[-size:]), words[:-size]) if office_before(words, len(words) - size) else None


_UNITS = vocabulary("division brigade battalion regiment squadron battery company flotilla wing corps")
"""Units of armed forces: what stands before the noun is the unit's name and no person's."""

_NO_NAMES = OFFICIAL | NO_SURNAMES | CORPORATE | {"i", "what"} | _UNITS


def _is_no_name(name: Sequence[Word], role: Sequence[Word], words: Sequence[Word]) -> bool:
    """*The Permanent Mission*, *the Republic of X*, *the owners of the Night Ferry*: bodies and things."""
    if any(word.low in _NO_NAMES or word.low in listed("organisation") for word in name):
        return True
    after = next((n + 1 for n, word in enumerate(words) if word is name[-1]), len(words))
    of = after < len(words) and words[after].low == "of" and len(name) == 1
    if of or not role:
        return of
    last = role[-1].low
    body = last in listed("organisation") or last in listed("outlet") or last in FIRMS
    return (body and not role[-1].is_name) or last in DETERMINERS


def _is_served(role: Sequence[Word]) -> bool:
    """*An adviser to President X Y*, *the lawyer of the broker X Y*: X Y is whom somebody works for."""
    to = max((at for at, word in enumerate(role) if at and word.low in {"to", "for", "of"}), default=0)
    rest = [word for word in role[to + 1 :] if word.text != "." and word.low not in adjectives()]
    if not to or not rest or any(word.low in POSSESSIVES or word.text == "," for word in rest):
        return False
    if not any(word.low in _officials() for word in role[:to]):
        return False
    if rest[-1].low in HONORIFICS | RANKS:
        return len(rest) == 1  # and not the Minister of Defence General X Y
    return rest[-1].low in _officials() and singular(rest[-1].low) == rest[-1].low


@cache
def _officials() -> frozenset[str]:
    """Nouns for somebody who can have a role."""
    return listed("person") | listed("official")


def _after_role(words: Sequence[Word], comma: int, register: Register) -> Named | None:
    """*Its general manager, X Y*; *a spokeswoman for Z, X Y*."""
    found = _name_at(words[comma + 1 :], register)
    if found is None or head_of(words[:comma]) not in _officials():
        return None
    return found[0], words[:comma]


def _known(name: str, words: Sequence[Word], register: Register) -> Entity | None:
    if len(words) == 1:
        return register.by_name(words[0].text, words[0].start)
    return next((each for each in reversed(register.met) if each.speaker.name == name), None)


def _is_plural_firm(words: Sequence[Word], register: Register) -> bool:
    """*Nile Motors, which*: a name in -s that the text elsewhere calls a company."""
    whole = " ".join(word.text for word in words)
    plural = len(words) >= 2 and words[-1].low.endswith("s")
    return plural and (register.says(f"{whole}, which") or register.says(f"company, {whole}"))


def _span(words: Sequence[Word], role: Sequence[Word], register: Register) -> Passage:
    first = role[0] if role and role[0].start < words[0].start else words[0]
    return Passage.of(register.text, first.start, words[-1].end)


def _made(
    name: str, words: Sequence[Word], role: Sequence[Word], known: Entity | None, register: Register
) -> Entity:
    spoken = known.speaker if known else Speaker(name, "person")
    office = joined(role) if role else (spoken.role or None)
    for_whom = behind(role, register) or spoken.on_behalf_of or of_role(role, words, register)
    for_whom = for_whom or house_of(role, words[0].start, register)
    heads = frozenset(word.low for word in role if word.low in listed("person"))
    heads |= known.heads if known else frozenset()
    named = register.cast.person(words[-1].text, words[-1].start)
    return Entity(
        Speaker(name, "person", _span(words, role, register), role=office, on_behalf_of=for_whom),
        heads | {"official"} if for_whom else heads,
        gender=named.he if named else "",
    )


def ends_in_office(words: Sequence[Word], comma: int) -> bool:
    """Whether a part that somebody has stands before the comma: *its director*, *its head of sales*."""
    said = words[max(0, comma - LONGEST_OFFICE) : comma]
    if said and said[-1].low in listed("person"):
        return True
    of = next((at for at, word in enumerate(said) if word.low in {"of", "for"} and at), 0)
    if not of or said[of - 1].low not in _officials():
        return False
    named = {word.is_name for word in said[of:] if word.low not in _IN_OFFICES}
    return named == {False} or (named == {True} and not any(word.quoted for word in said[of:]))


LONGEST_OFFICE = 9
"""Words of an office before the comma behind which the name stands: *the Minister of P and Q, X Y*."""

_IN_OFFICES = vocabulary("of for the and 's &")
