"""Who speaks: from the words of a noun phrase to a person, a state, an office, an outlet or no name.

A source is licensed by what stands in the text. *Tehran* and *the Iranian government* are Iran; *Iran's
foreign ministry* is the Iranian foreign ministry, on behalf of Iran; *a senior US official* stays unnamed.
Pronouns and *the minister*, *the report*, *the institute* go to the nearest one that fits, or to nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims import (
    around,
    bodies,
    callings,
    clients,
    issuers,
    labels,
    later_names,
    nobody,
    organisations,
    pairs,
    persons,
    silent_persons,
    some_of_them,
    unnamed,
    unstated,
    whose_paper,
)
from sherd.claims.asked_once import vocabulary_of
from sherd.claims.grammar import DETERMINERS, TIMES
from sherd.claims.kin import CORPORATE, FIRMS
from sherd.claims.lexicon import adjectives, listed, states, things, vocabulary
from sherd.claims.offices import office_of
from sherd.claims.official_names import official
from sherd.claims.organisations import without_form
from sherd.claims.papers import HELD, papers
from sherd.claims.phrases import head_of, joined, plain, singular, trimmed
from sherd.claims.sentences import Word
from sherd.claims.speakers import AUTHORED, Entity, Register
from sherd.claims.together import is_joined, together
from sherd.model.statements import Speaker

PRONOUN = {
    "he": "he", "him": "he", "she": "she", "it": "it", "they": "they", "them": "they", "we": "we", "i": "i",
}  # fmt: skip
"""Each pronoun that can stand for a speaker, as its subject form."""


SHARES = vocabulary(
    "one two three four five six seven eight several some many most both all none each any few"
)
"""Words for a part of those who are named after *of*."""

NOBODY = vocabulary("nobody everybody everyone anybody anyone somebody someone whoever")
"""Words that name no one."""

UNTOLD = vocabulary("other one two fact figure number event evidence development history")
"""Nouns that say something only in a manner of speaking, or mean somebody told of before."""

OTHER = vocabulary("one a the another other second third fourth fifth latter former")
"""Words for one more of those spoken of."""

ONE = vocabulary("one another other second third fourth first")
"""Words for one of those who are named after *of*."""

OF_STATES = vocabulary(
    "ambassador embassy government parliament president minister ministry army military navy premier envoy "
    "consulate cabinet delegation"
)
"""Nouns for somebody or something that a state has: *its embassy*."""

MAKERS = vocabulary("maker manufacturer producer")
"""Nouns for the company that a thing has."""

OWNING = {"his": "he", "her": "she", "its": "it", "their": "they"}
"""Each owner that can stand for a speaker, as its subject form."""


def describe(words: Sequence[Word], register: Register) -> Entity | None:
    """The speaker whom these words name, or None where they name nobody who can speak."""
    if not words:
        return None
    words = tuple(words)
    last = register.lasts()
    asked = (words[0].start, words[-1].end, len(words), words[0].text, len(register.order), *map(id, last))
    known = register.told.get(asked)
    if known is None:
        if len(register.told) > MOST_TOLD:
            register.told.clear()
        found = _described(words, register)
        if found is not None:
            found = unstated.with_state(found, words, register, _described)
        found = later_names.identified(found, register) if found is not None else None
        known = register.told[asked] = (found, last)
    return known[0]


MOST_TOLD = 200
"""Answers that are kept; a sentence asks about the same words several times."""


def _described(words: Sequence[Word], register: Register) -> Entity | None:
    bare = trimmed(words)
    if (name := callings.called(bare)) is not None:
        found = describe(name, register)
        heads = frozenset({head_of(bare[: bare.index(name[0])])})
        return evolve(bodies.named_at(found, bare, register), heads=found.heads | heads) if found else None
    counted = bare is not words or _may_count(words)
    if counted and (named := _one_of_them(bare, register)) is not None:
        return named
    if register.papers and (author := whose_paper.named_behind(bare, register)) is not None:
        return author
    if counted and (share := _share(words, bare, register)) is not None:
        return share
    words = nobody.without_seat(nobody.without_meeting(_without_share(bare) if counted else bare))
    if words and nobody.is_dates(words):
        return None
    words = words[nobody.seated_before(words) :]
    if not words or words[0].low in NOBODY or (len(words) == 1 and words[0].low == "independent"):
        return None
    if len(words) == 1 and words[0].low in PRONOUN:
        return _pronoun(words, register)
    if (client := clients.client(words, register)) is not None:
        return client
    words = around.by_name_alone(words)
    if (listed_as := office_of(words)) is not None:
        own = _short(words, register) if register.cast.short and len(words) <= 3 else None
        foreign = own is not None and own.speaker.on_behalf_of not in {None, listed_as.state}
        return own if foreign else bodies.office(words, register)  # the BIS that this text brings in
    if (called := _called_a_firm(words, register)) is not None:
        return called
    if words[0].low == "our" and register.voice is not None and words[-1].low in unnamed.STAFF:
        own = register.voice  # our investigators
        return bodies.named_at(own, words, register)
    words = _owned(words, register)
    if (issuer := around.press_office(words) or issuers.site_of(words)) is not None:
        found = describe(issuer, register)
        spoke = {word.low for word in words} & around.DESKS
        return bodies.named_at(found, words, register, spoke) if found else None
    if len(words) == 3 and words[0].low == "the" and (words[1].low, words[2].low) in around.PRESS:
        return _last_body(words, register)
    if (name := around.owned(words, register)) is not None and (owned := _named(name, register)) is not None:
        return owned
    if (author := issuers.authors(words, register)) is not None:
        return author
    if (employer := around.house(words, register)) is not None:
        return bodies.named_at(employer, words, register)
    if (house := _belonging(words, register)) is not None:
        return house
    if (bracketed := _without_bracket(words)) is not None and not _is_inside(bracketed[0]):
        return _beside_bracket(words, *bracketed, register)
    return _named_office(words, register) or _attempted(words, register)


def _may_count(words: Sequence[Word]) -> bool:
    """Whether words can begin with a share of those spoken of, or with one of them *known as X*."""
    first, led = words[0], words[0].low in _LEADING_SHARES and len(words) > 1
    if first.low in _COUNTING or first.text.isdigit() or (led and words[1].low in _COUNTING):
        return True
    return "known" in vocabulary_of(words)


_LEADING_SHARES = vocabulary("the a an this")
"""Words before those that count: *the two*, *a second*."""

_COUNTING = (SHARES | OTHER | ONE | some_of_them.ONE | some_of_them.SEVERAL | {","}) - _LEADING_SHARES
"""Words of which one stands at the head of every share of those spoken of."""


def _share(words: Sequence[Word], bare: Sequence[Word], register: Register) -> Entity | None:
    """*Both*, *the two companies*, *three of them*, *one of the officials*: some of those spoken of."""
    several = _both(words, register) or some_of_them.described(bare or words, register)
    return several or _one_of_several(bare, register)


def _belonging(words: Sequence[Word], register: Register) -> Entity | None:
    """*The researchers, from a group called X,*: the body whose they are."""
    if "," not in vocabulary_of(words):
        return None
    comma = next((at for at, word in enumerate(words) if word.text == ","), len(words))
    if len(words) < comma + 3 or words[comma + 1].low not in {"from", "at", "of"}:
        return None
    head = head_of(words[:comma])
    if head not in unnamed.STAFF:
        return None
    found = describe(words[comma + 2 :], register)
    if found is None or found.speaker.kind != "organisation" or "(unnamed)" in found.speaker.name:
        return None
    return bodies.named_at(evolve(found, heads=found.heads | {head}), words, register)


def _named_office(words: Sequence[Word], register: Register) -> Entity | None:
    """*Chad's export office, the XYZ*, *the Maltese finance police, the Guardia*: the name goes before."""
    if "," not in vocabulary_of(words):
        return None
    comma = next((at for at, word in enumerate(words) if word.text == ","), len(words))
    rest = words[comma + 1 :]
    some = plain(rest[: next((at for at, word in enumerate(rest) if word.text == ","), len(rest))] or words)
    if not rest or not some or not all(word.is_name for word in some) or words[comma - 1].is_name:
        return None
    if head_of(words[:comma]) in listed("person"):
        return None  # a Chadian prosecutor, X Y
    if (firm := _named_firm(words[:comma], some, register)) is not None:
        return firm
    found = bodies.body(trimmed(words[:comma]), register)
    if found is None or found.speaker.kind != "organisation":
        return None
    span = bodies.span(words[: comma + 1 + len(rest)], register)
    if (known := office_of(some)) is not None and known.state == found.speaker.on_behalf_of:
        return bodies.listed_office(known, words, register)
    if len(some) < 2 and not some[0].text.isupper():
        return None
    other = tuple(dict.fromkeys((*found.alternatives, found.speaker.name)))
    return evolve(found, speaker=evolve(found.speaker, name=joined(some), span=span), alternatives=other)


def _named_firm(noun: Sequence[Word], name: Sequence[Word], register: Register) -> Entity | None:
    """*The boatyard, X Y Trading,*: a firm by its name, where no list has the noun for what it is."""
    if noun[0].low not in {"the", "a", "an", "its", "their"} or any(word.is_name for word in noun[1:]):
        return None
    name = [word for word in name if not word.low.endswith("-based")]
    known = joined(name) in register.cast.firms or bool({word.low for word in name} & CORPORATE)
    known = known or head_of(noun).endswith(WORKPLACE)
    if len(name) < 2 or not known or head_of(noun) in things():
        return None
    speaker = Speaker(without_form(joined(name)), "organisation", bodies.span(name, register))
    return Entity(speaker, FIRMS | {head_of(noun)})


WORKPLACE = (
    "yard", "shop", "works", "mill", "plant", "factory", "foundry", "garage", "dealership", "brokerage",
    "outfit", "venture", "laboratory", "refinery", "bakery", "farm", "studio", "wharf", "depot", "warehouse",
)  # fmt: skip
"""Ends of nouns for a place of work, behind which its name stands: *the boatyard, X Y,*."""


def _named(words: Sequence[Word], register: Register) -> Entity | None:
    """The body that these words name, and nobody else."""
    found = describe(words, register)
    if found is None or found.speaker.kind != "organisation" or "(unnamed)" in found.speaker.name:
        return None
    return found


def _attempted(words: Sequence[Word], register: Register) -> Entity | None:
    lows = vocabulary_of(words)
    commas = (at for at, word in enumerate(words) if word.text == "," and at) if "," in lows else ()
    comma = next((at for at in commas if not is_joined(words, at)), len(words))
    head = trimmed(words[:comma])
    if len(head) == 1 and head[0].low in _ALONE:
        named = comma < len(words) and head[0].low in {"them", "whom"}  # one of them, a former employee
        return describe(words[comma + 1 :], register) if named else _pronoun(head, register)
    for attempt, whole in _ATTEMPTS:
        some = words if whole else head
        if some and (found := attempt(some, register)):
            return found
    return None


def _called_a_firm(words: Sequence[Word], register: Register) -> Entity | None:
    """*Manufacturer X*, *Chipmaker X Y*: a firm, with what it is before its name where a sentence opens."""
    noun = words[0]
    if len(words) < 2 or not noun.is_name or not words[1].is_name or noun.text in register.cast.capitals:
        return None
    if noun.low not in _BEFORE_FIRMS and not noun.low.endswith(("maker", "builder")):
        return None
    found = organisations.single(words[1:], register)
    found = found or organisations.organisation(words[1:], register)
    if found is None or found.speaker.kind != "organisation":
        return None
    return evolve(found, heads=found.heads | {noun.low, "company", "firm"})


_BEFORE_FIRMS = FIRMS - vocabulary("business brand enterprise carrier contractor")
"""What stands with a capital before the name of a firm; the others open names themselves."""


def _one_of_them(words: Sequence[Word], register: Register) -> Entity | None:
    """*One of the firms named by it, the Swiss maker X Y*: the one whose name stands beside."""
    comma = next((at for at, word in enumerate(words) if word.text == ","), len(words) - 1)
    other = all(word.low in OTHER for word in words[:comma]) and comma > 0  # another, X Y
    called = [word.low for word in words[comma + 1 : comma + 3]] == ["known", "as"]
    called = called and not callings.has_own_name(words)
    if called and (found := describe(words[comma + 3 :], register)) is not None:
        own = found.speaker.kind == "organisation" and "(unnamed)" not in found.speaker.name
        return bodies.named_at(found, words, register) if own else None
    if len(words) < 3 or not (other or (words[0].low == "one" and words[1].low == "of")):
        return None
    found = describe(words[comma + 1 :], register)
    if found is None or "(unnamed)" in found.speaker.name or found.speaker.kind == "state":
        return None
    return bodies.named_at(found, words, register)


def _one_of_several(words: Sequence[Word], register: Register) -> Entity | None:
    """*One of the officials*, *another of them*: somebody unnamed of those who are unnamed."""
    at = 2 if words[:1] and words[0].low == "the" else 1
    if len(words) < at + 2 or words[at].low != "of" or words[at - 1].low not in ONE:
        return None
    some = describe(words[at + 1 :], register)
    return labels.single(some) if some is not None else None


def _without_share(words: Sequence[Word]) -> Sequence[Word]:
    """*Two of the people*, *one of them*: those of whom some are meant."""
    at = next((n for n, word in enumerate(words[:3]) if word.low == "of"), 0)
    if at and len(words) > at + 1 and all(word.low in SHARES or word.text.isdigit() for word in words[:at]):
        return words[at + 1 :]
    return words


def _last_body(words: Sequence[Word], register: Register) -> Entity | None:
    """*The press office said*: the body or state that was spoken of last."""
    last = next((e for e in reversed(register.order) if e.speaker.kind in {"organisation", "state"}), None)
    return bodies.named_at(last, words, register) if last else None


def _document_of(words: Sequence[Word], register: Register) -> Entity | None:
    return issuers.document_of(words, register, describe)


def _held(words: Sequence[Word], register: Register) -> Entity | None:
    """*A report seen by X*, which is no word of X."""
    return _document_of(words, register) if not HELD.isdisjoint(vocabulary_of(words)) else None


def _only_named(words: Sequence[Word], register: Register) -> Entity | None:
    if not silent_persons.is_trade(words) or unnamed.resolves(words, register):
        return None
    return silent_persons.holder(words, register)


def _unnamed(words: Sequence[Word], register: Register) -> Entity | None:
    return unnamed.unnamed(words, register, describe)


def anybody(words: Sequence[Word], register: Register) -> Entity | None:
    """Somebody unnamed whose noun no list has: *a dockhand*, *two bakers*, *her landlord*."""
    some = trimmed(words)
    if not 2 <= len(some) <= 12 or some[0].low not in DETERMINERS:
        return None
    head = head_of(some)
    if some[1].is_name and (head not in listed("outlet") or some[-1].is_name):
        return None  # a Prague weekly
    if (
        not head.replace("-", "").isalpha()
        or head in TIMES
        or head in things()
        or any(word.quoted for word in some)
    ):
        return None
    if singular(head) in UNTOLD:
        return None
    return _only_named(words, register) or unnamed.unnamed(some, register, describe, anyhow=True)


def _both(words: Sequence[Word], register: Register) -> Entity | None:
    """*Both ministers*, *both companies*, *the two*: who were named together last."""
    some = [word.low for word in words]
    if len(some) == 2 and some[0] == "both" and (pair := _two_of(singular(some[1]), words, register)):
        return pair
    return pairs.both(words, register)


def _two_of(head: str, words: Sequence[Word], register: Register) -> Entity | None:
    """*Both ministers*: the two persons of that office who were spoken of last."""
    found: list[Entity] = []
    for each in reversed(register.order):
        office = (each.speaker.role or "").lower().split()
        new = all(each.speaker.name != other.speaker.name for other in found)
        if each.speaker.kind == "person" and new and (head in each.heads or head in office):
            found.append(each)
        if len(found) == 2:
            span = bodies.span(words, register)
            return evolve(
                found[1], speaker=evolve(found[1].speaker, span=span), also=(found[0],), plural=True
            )
    return None


def _pronoun(words: Sequence[Word], register: Register) -> Entity | None:
    found = register.by_pronoun(PRONOUN[words[0].low]) if words[0].low in PRONOUN else None
    if words[0].low == "it":
        found = register.still_speaking(words[0].start) or found
    if found is None:
        return None
    return bodies.named_at(found, words, register)


def _owned(words: Sequence[Word], register: Register) -> Sequence[Word]:
    """*Its embassy in Warsaw* as *Iran's embassy in Warsaw*: the owner's name at the place of the pronoun."""
    first = words[0]
    if first.low not in OWNING or len(words) < 2:
        return words
    if head_of(words[1:]) in FIRMS:
        if len(words) == 2 and words[1].low in MAKERS:
            return [Word("the", first.start, first.end), words[1]]  # the pump's: its maker said P
        return words[1:]  # its maker, X
    owner = register.by_pronoun(OWNING[first.low])
    if words[-1].low in AUTHORED and (author := register.by_head(words[-1].low, False)) is not None:
        owner = author if author.speaker.kind == "organisation" else owner
    if first.low in {"its", "their"} and head_of(words[1:]) in OF_STATES:
        owner = _last_state(register, owner)
    if owner is None or owner.speaker.kind not in {"state", "organisation"} or "(" in owner.speaker.name:
        return words
    name = owner.speaker.name
    if {" in ", " to "} & {f" {word} " for word in name.split()} and owner.speaker.on_behalf_of:
        name = owner.speaker.on_behalf_of  # of its embassy in Warsaw
    named = [Word(part, first.start, first.end) for part in name.split()]
    return [*named, Word("'s", first.start, first.end), *words[1:]]


def _last_state(register: Register, owner: Entity | None) -> Entity | None:
    """The state that was spoken of last, or for which somebody spoke last; the owner where that is one."""
    for each in reversed(register.order):
        if each.speaker.kind == "state" or each is owner:
            return each
        behalf = each.speaker.on_behalf_of or ""
        if behalf.lower() in states() and each.speaker.kind != "organisation":
            return Entity(Speaker(states()[behalf.lower()].name, "state"))
    return owner


def _without_bracket(words: Sequence[Word]) -> tuple[list[Word], str] | None:
    """The words without *(ABC)*, and the short form."""
    if "(" not in vocabulary_of(words):
        return None
    for at in range(1, len(words) - 1):
        if words[at].text == "(" and (at + 2 == len(words) or words[at + 2].text == ")"):
            return [*words[:at], *words[at + 3 :]], words[at + 1].text
    return None


def _is_inside(bare: Sequence[Word]) -> bool:
    """*A source in the State Guard (SG)*: the short form is the house's and not of whoever sits there."""
    placed = any(word.low in {"in", "at", "inside", "within"} for word in bare)
    return placed and bare[0].low in {"a", "an", "one"} and head_of(bare) in listed("person")


def _beside_bracket(
    words: Sequence[Word], rest: Sequence[Word], short: str, register: Register
) -> Entity | None:
    found = describe(rest, register)
    if found is None:
        return None
    if found.speaker.kind == "person" and short.lower() in states() and short.lower() not in adjectives():
        found = evolve(found, speaker=evolve(found.speaker, kind="organisation"))  # X Y (Denmark)
    if found.speaker.kind == "person":
        return found  # the (ABC) deputy chief X Y: the bracket is the body's
    listed_as = office_of([Word(short, words[0].start, words[0].end)])
    if listed_as and listed_as.state and listed_as.state == found.speaker.on_behalf_of:
        found = bodies.listed_office(listed_as, words, register)
    other = tuple(dict.fromkeys((*found.alternatives, short)))
    return evolve(bodies.named_at(found, words, register), alternatives=other)


def _short(words: Sequence[Word], register: Register) -> Entity | None:
    """*The RVG*, *RVG experts*, where the document has said what the RVG is."""
    some = words[1:] if words[0].low == "the" else words
    if not some or len(some) > 2 or (len(some) == 2 and some[1].low not in bodies.SPECIALISTS):
        return None
    full = register.cast.short.get(some[0].text)
    if full is None or any(word.text == some[0].text for word in full):
        return None
    found = _attempted(trimmed(full), register)
    if found is None or found.speaker.kind not in {"organisation", "state", "outlet"}:
        return None
    other = tuple(dict.fromkeys((*found.alternatives, some[0].text)))
    return evolve(bodies.named_at(found, words, register), alternatives=other)


def _two_persons(words: Sequence[Word], register: Register) -> Entity | None:
    return persons.two(words, register) if "and" in vocabulary_of(words) else None


def _together(words: Sequence[Word], register: Register) -> Entity | None:
    return together(words, register, describe) if "and" in vocabulary_of(words) else None


_ALONE = frozenset(PRONOUN | {"whom": ""})

_ATTEMPTS = (
    (_short, False), (papers, False), (official, True), (_together, True), (bodies.office, False),
    (_held, True), (bodies.outlet, False), (_two_persons, True), (persons.person, True),
    (bodies.state, False), (bodies.body, False), (_document_of, True), (organisations.organisation, True),
    (unnamed.again, False), (_only_named, False), (_unnamed, False), (unnamed.definite, False),
    (organisations.single, True),
)  # fmt: skip
"""What the words may be, in turn; and whether it is read of all of them, or of those before a comma."""
