"""Who speaks: from the words of a noun phrase to a named person, a state, an office, an outlet, an unnamed official.

A source is licensed by what stands in the text. *Tehran* and *the Iranian government* are Iran; *Iran's
foreign ministry* is the Iranian foreign ministry, on behalf of Iran; *a senior US official* stays unnamed.
Pronouns and *the minister*, *the report*, *the institute* go to the nearest one that fits, or to nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve, field, frozen

from sherd.claims.grammar import ADVERBS, DETERMINERS, PREPOSITIONS
from sherd.claims.lexicon import adjectives, listed, outlets, states
from sherd.claims.sentences import Word
from sherd.model.statements import Passage, Speaker

# fmt: off
TITLES = frozenset("president premier chancellor minister secretary spokesman spokeswoman spokesperson general colonel "
                   "commodore admiral captain major lieutenant sergeant senator congressman congresswoman representative "
                   "ambassador envoy director chairman chairwoman chair chief head commander governor mayor professor "
                   "dr mr mrs ms sir lord lady king prince sheikh ayatollah leader analyst expert researcher author "
                   "adviser advisor coordinator commissioner officer official deputy undersecretary judge prosecutor "
                   "lawyer founder executive engineer mp mep gen col lt maj adm brig capt sen rep gov state affairs "
                   "staff diplomat representative speaker fellow investigator trader".split())
ORGANISATION_WORDS = frozenset("research institute group council centre center agency devices semiconductors semiconductor "
                               "instruments technologies technology systems industries inc ltd corp co bank foundation "
                               "project network watch rights initiative international elektronik electronics aviation "
                               "aerospace ministry department office committee treasury bureau directorate command forces "
                               "force union nations commission university party house parliament movement association "
                               "federation company holdings motors guard guards corps navy army nato eu un un's iaea "
                               "interpol europol pentagon congress senate airlines microelectronics solutions services "
                               "policy studies security defence defense skyline nav provenance congress duma knesset".split())
OUTLET_WORDS = frozenset("times post journal herald tribune chronicle ledger telegraph gazette daily news wire mail "
                         "observer independent pravda tv television radio review".split())
JOINTS = frozenset("of for the and de al bin von van der da di la le el & 's".split())
RESEARCHERS = frozenset({"researchers", "investigators", "inspectors", "authors"})
PLURAL_PEOPLE = frozenset("people officials experts analysts researchers investigators authors monitors sources diplomats "
                          "representatives lawmakers observers scientists witnesses soldiers critics residents aides "
                          "advisers inspectors".split())
# fmt: on
GOVERNMENTAL = frozenset("ministry department army military force forces navy mission embassy intelligence service "
                         "parliament staff command treasury directorate guard guards delegation cabinet presidency "
                         "troops police agency office council senate".split())  # noqa: SIM905
"""Heads of noun phrases that, with a state before them, name an office of that state."""

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


@frozen
class Entity:
    """Somebody who can speak, as met in the text. ``heads`` are the common nouns that may point back to them."""

    speaker: Speaker
    heads: frozenset[str] = frozenset()
    plural: bool = False
    alternatives: tuple[str, ...] = ()

    @property
    def is_person(self) -> bool:
        """Whether *he* or *she* can mean them."""
        return self.speaker.kind == "person" or (
            self.speaker.kind in {"anonymous", "anonymous_official"} and not self.plural
        )


@define
class Register:
    """The speakers met so far, the latest last; what a pronoun or *the minister* may point back to."""

    text: str
    met: list[Entity] = field(factory=list)

    def note(self, entity: Entity) -> None:
        """Remember a speaker."""
        self.met.append(entity)

    def by_name(self, word: str) -> Entity | None:
        """A person by the last name, or an organisation by a word of its name."""
        low = word.lower()
        for entity in reversed(self.met):
            parts = entity.speaker.name.lower().replace("(unnamed)", "").split()
            if entity.speaker.kind == "person" and parts and low in {parts[-1], parts[0]}:
                return entity
        for entity in reversed(self.met):
            name = entity.speaker.name
            if entity.speaker.kind in {"organisation", "outlet"} and (low in name.lower().split() or word == _initials(name)):
                return entity
        return None

    def by_pronoun(self, low: str) -> Entity | None:
        """Whom *he*, *she*, *it*, *they* or *we* means: the nearest speaker that can be meant."""
        for entity in reversed(self.met):
            kind = entity.speaker.kind
            if low in {"he", "she"} and entity.is_person:
                return entity
            if low == "it" and kind in {"organisation", "state", "outlet", "document"}:
                return entity
            if low in {"they", "we"} and (entity.plural or kind in {"organisation", "state"}):
                return entity
        return None

    def by_head(self, head: str, plural: bool) -> Entity | None:
        """Whom *the minister*, *the report*, *the researchers* means."""
        for entity in reversed(self.met):
            if head in entity.heads:
                return entity
        kinds: frozenset[str] = frozenset()
        if head in listed("outlet"):
            kinds = frozenset({"outlet"})
        elif head in listed("document") or head in {"researchers", "investigators", "authors", "analysts", "group",
                                                      "institute", "team", "organisation", "organization"}:  # fmt: skip
            kinds = frozenset({"organisation", "document"})
        return next((entity for entity in reversed(self.met) if entity.speaker.kind in kinds), None)


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.split() if part[0].isupper())


def describe(words: Sequence[Word], register: Register) -> Entity | None:
    """The speaker whom these words name, or None where they name nobody who can speak."""
    words = _trimmed(words)
    if not words:
        return None
    comma = next((at for at, word in enumerate(words) if word.text == "," and at), len(words))
    head = _trimmed(words[:comma])
    for attempt, some in (
        (_pronoun, head), (_office, head), (_outlet, head), (_person, words), (_state, head), (_body, head),
        (_organisation, words), (_again, head), (_unnamed, head), (_definite, head), (_single, head),
    ):  # fmt: skip
        if some and (found := attempt(some, register)):
            return found
    return None


def _trimmed(words: Sequence[Word]) -> list[Word]:
    some = list(words)
    while some and (not some[0].is_word or some[0].low in {"but", "and", "however", "both", "while", "yet", "even"}
                    or some[0].low in ADVERBS):  # fmt: skip
        some.pop(0)
    while some and not some[-1].is_word:
        some.pop()
    return some


def _span(words: Sequence[Word], register: Register) -> Passage:
    return Passage.of(register.text, words[0].start, words[-1].end)


def _plain(words: Sequence[Word]) -> list[Word]:
    return list(words[1:]) if words[0].low in {"the", "a", "an"} else list(words)


def _joined(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words).replace(" 's", "'s").replace(" ’s", "'s").replace(" .", ".")


def _pronoun(words: Sequence[Word], register: Register) -> Entity | None:
    if len(words) != 1 or words[0].low not in {"he", "she", "it", "they", "we", "i"}:
        return None
    found = register.by_pronoun(words[0].low)
    return evolve(found, speaker=evolve(found.speaker, span=_span(words, register))) if found else None


def _state(words: Sequence[Word], register: Register) -> Entity | None:
    """*Tehran*, *the United States*, *both Moscow and Pyongyang* (the first; the others stand beside it)."""
    plain = _plain(words)
    name = _joined(plain).lower()
    if name in states() and (name not in adjectives() or name == states()[name].name.lower()):
        state = states()[name].name
        return Entity(Speaker(state, "state", _span(words, register)), frozenset({"government"}))
    joint = next((at for at, word in enumerate(plain) if word.low == "and"), None)
    if joint:
        first, other = _state(plain[:joint], register), _state(plain[joint + 1 :], register) if plain[joint + 1 :] else None
        if first and other:
            speaker = evolve(first.speaker, span=_span(words, register))
            return Entity(speaker, plural=True, alternatives=(other.speaker.name,))
    return None


def _office(words: Sequence[Word], register: Register) -> Entity | None:
    name = _joined(_plain(words)).lower()
    if name not in OFFICES:
        return None
    known, behalf = OFFICES[name]
    speaker = Speaker(known, "organisation", _span(words, register), on_behalf_of=behalf)
    return Entity(speaker, frozenset(name.split()[-1:]) | {"department"}, alternatives=(behalf,) if behalf else ())


def _outlet(words: Sequence[Word], register: Register) -> Entity | None:
    """A known outlet, a name that ends as outlets' names do, or *state news agency Pars*."""
    run = _names(words)
    whole = _joined(words).lower()
    heads = frozenset(head for head in listed("outlet") if head in whole)
    named = _joined(run).lower() if run else ""
    while named and named not in outlets() and run and run[0].low in {"the", "state", "news", "agency"}:
        run = run[1:]
        named = _joined(run).lower()
    if named in outlets() or whole in outlets():
        name = outlets().get(named) or outlets()[whole]
    elif run and (run[-1].low in OUTLET_WORDS and len(run) > 1 and len(run) >= len(_plain(words)) - 1):
        name = _joined(run)
    elif heads and run and not _person_at(words) and len(run) <= 4 and run[-1] is _trimmed(words)[-1]:
        name = _joined(run)
    else:
        return None
    return Entity(Speaker(name, "outlet", _span(words, register)), heads | {"newspaper", "outlet", "agency", "paper"})


def _names(words: Sequence[Word]) -> list[Word]:
    """The longest run of words written as names, with the small words that join them."""
    best: list[Word] = []
    run: list[Word] = []
    for word in words:
        opening = not run and (word.low in DETERMINERS or word.low in PREPOSITIONS or word.low in PLURAL_PEOPLE)
        if (word.is_name and not opening) or (run and (word.low in JOINTS or word.text[0].isdigit() or word.low == "-")):
            run.append(word)
        else:
            best, run = max(best, _cut(run), key=len), []
    return max(best, _cut(run), key=len)


def _cut(run: list[Word]) -> list[Word]:
    while run and not (run[-1].is_name or run[-1].text[0].isdigit()):
        run = run[:-1]
    return run


def _person_at(words: Sequence[Word]) -> tuple[list[Word], list[Word]] | None:
    """The words of a person's name and those of the role before it."""
    limit = next((at for at, word in enumerate(words) if word.text in {",", "("} or word.low in {"who", "which"}), len(words))
    head = list(words[:limit])
    last_title = max((at for at, word in enumerate(head) if word.low.rstrip(".") in TITLES), default=-1)
    for at in range(last_title + 1, len(head)):
        name = []
        for word in head[at:]:
            if word.is_name or (name and word.low in {"al", "de", "van", "von", "bin", "der", "da", "di", "la", "el", "-"}):
                name.append(word)
            else:
                break
        if name and head[at].low not in DETERMINERS and head[at].low not in adjectives():
            role = head[:at]
            lows = {word.low for word in name}
            if lows & ORGANISATION_WORDS or lows & OUTLET_WORDS or any(_joined(name).lower() == known for known in states()):
                return None
            if role and role[-1].low in PREPOSITIONS:
                return None
            if len(name) >= 2 or last_title >= 0:
                after = head[at + len(name) :]
                return (name, role) if len(name) <= 5 and (not after or after[0].low in PREPOSITIONS) else None
            return None
        if head[at].low not in adjectives() and not head[at].is_name:
            continue
    return None


def _person(words: Sequence[Word], register: Register) -> Entity | None:
    """A name of two words or more, or a name after a title; an appositive gives the role."""
    comma = next((at for at, word in enumerate(words) if word.text == ","), None)
    found = _person_at(words)
    role_words: Sequence[Word] = ()
    if found is None and comma is not None:
        found = _person_at(words[comma + 1 :])
        if found and _head_of(words[:comma]) in listed("person") | listed("official"):
            role_words = words[:comma]
        elif found:
            return None
    if found is None:
        return None
    name_words, before = found
    if not role_words:
        role_words = before or (_appositive(words, comma) if comma is not None else ())
    name = _joined(name_words).replace(" - ", "-")
    known = register.by_name(name_words[-1].text) if len(name_words) == 1 else None
    if known is None and len(name_words) >= 2:
        known = next((each for each in reversed(register.met) if each.speaker.name == name), None)
    if known and known.speaker.kind != "person":
        return evolve(known, speaker=evolve(known.speaker, span=_span(words, register)))
    if len(name_words) >= 2 and not role_words and name_words[-1].low.endswith("s") and known is None and _looks_corporate(name_words, register):
        return None
    role = _joined(role_words) if role_words else (known.speaker.role if known else None)
    behalf = _behalf(role_words) or (known.speaker.on_behalf_of if known else None)
    first, last = name_words[0], name_words[-1]
    full = known.speaker.name if known else name
    if role_words and role_words[0].start < first.start:
        first = role_words[0]
    span = Passage.of(register.text, first.start, last.end)
    heads = frozenset(word.low for word in role_words if word.low in listed("person")) | (known.heads if known else frozenset())
    return Entity(Speaker(full, "person", span, role=role, on_behalf_of=behalf), heads | {"official"} if behalf else heads)


def _looks_corporate(name: Sequence[Word], register: Register) -> bool:
    """Whether the text elsewhere calls it a company: *a company, NAME* or *NAME, which*."""
    joined = " ".join(word.text for word in name)
    return f"{joined}, which" in register.text or f"company, {joined}" in register.text


def _appositive(words: Sequence[Word], comma: int) -> Sequence[Word]:
    rest = words[comma + 1 :]
    stop = next((at for at, word in enumerate(rest) if word.text in {",", "("} or word.low in {"who", "which"}), len(rest))
    return rest[:stop] if any(word.low in listed("person") for word in rest[:stop]) else ()


def _behalf(words: Sequence[Word]) -> str | None:
    """The state for which somebody with this role speaks."""
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            if found := states().get(_joined(words[at : at + size]).lower()):
                return found.name
    return None


def _head_of(words: Sequence[Word]) -> str:
    """The head noun of a phrase: the last word before a preposition, a comma or a relative clause."""
    head = ""
    for word in words:
        if word.text in {",", "("} or word.low in PREPOSITIONS | {"who", "which", "that", "familiar"}:
            if head:
                break
            continue
        if word.is_word and word.low != "'s":
            head = word.low
    return head


def _singular(head: str) -> str:
    return head[:-1] if head.endswith("s") and not head.endswith("ss") else head


def _body(words: Sequence[Word], register: Register) -> Entity | None:
    """*Iran's foreign ministry*, *the Ministry of Defence of Ukraine*, *Seoul's military*, *the Russian side*."""
    behalf = _behalf(words)
    plain = _plain(words)
    head = _head_of(plain)
    if behalf is None or (head not in GOVERNMENTAL and head not in listed("state_body")):
        return None
    span = _span(words, register)
    if head in listed("state_body"):
        return Entity(Speaker(behalf, "state", span), frozenset({head, "government"}))
    kept = [word for word in plain if word.low not in {"'s", "of"} and word.low not in _words_of(behalf)]
    office = " ".join(word.text if word.text.isupper() else word.low for word in kept if word.low != "the")
    if head == "ministry" and plain[0].low == "ministry" and len(kept) > 1:
        office = " ".join(word.low for word in kept[1:] if word.low not in {"the", "affairs", "and"}) + " ministry"
    adjective = states()[behalf.lower()].adjective
    if _is_named(plain, behalf):
        return None
    speaker = Speaker(f"{adjective} {office}".strip(), "organisation", span, on_behalf_of=behalf)
    return Entity(speaker, frozenset({head}), alternatives=(behalf,))


def _is_named(words: Sequence[Word], behalf: str) -> bool:
    """Whether the phrase ends in a proper name of its own: *the Austrian company Rotax*."""
    last = words[-1]
    return last.is_name and last.low not in _words_of(behalf) and last.low not in ORGANISATION_WORDS and not any(
        word.low == "of" for word in words
    )


def _words_of(state: str) -> frozenset[str]:
    return frozenset(word for word, known in states().items() if known.name == state and " " not in word) | frozenset(
        state.lower().split()
    )


def _organisation(words: Sequence[Word], register: Register) -> Entity | None:
    """A name with an organisation's word in it, or a common word for one before, after or beside a name."""
    limit = next((at for at, word in enumerate(words) if word.text == "," or word.low in {"who", "which"}), len(words))
    head_words = words[:limit]
    head = _head_of(head_words)
    common = frozenset(word.low for word in head_words if word.low in listed("organisation") and not word.is_name)
    name = _names(head_words)
    if not name or _joined(name).lower() in states() or _joined(name).lower() in adjectives():
        return _named_beside(words, limit, head, register)
    written = {word.low for word in name}
    document = _span(words, register) if {word.low for word in head_words} & listed("document") else None
    if not (common or written & ORGANISATION_WORDS or document):
        return _named_beside(words, limit, head, register)
    after = head_words[head_words.index(name[-1]) + 1 :]
    if common and after and after[0].low in common and not written & ORGANISATION_WORDS:
        name = [*name, after[0]]
    if head_words[0].low in {"a", "an", "one"} and len(name) == 1:
        return None
    if document is not None and not written & ORGANISATION_WORDS and not common and len(name) < 2:
        return None
    heads = common | {head} | frozenset(word.low for word in name if word.low in listed("organisation"))
    heads |= {word.low for word in after if word.low in PLURAL_PEOPLE}
    speaker = Speaker(_joined(name), "organisation", _span(head_words, register), document=document)
    return Entity(speaker, heads | ({"report", "document", "study"} if document else set()))


def _named_beside(words: Sequence[Word], limit: int, head: str, register: Register) -> Entity | None:
    """*The wholesaler, Marmara Elektronik*: a common word, and the name beside it."""
    if head not in listed("organisation") or limit >= len(words):
        return None
    rest = words[limit + 1 :]
    stop = next((at for at, word in enumerate(rest) if word.text == ","), len(rest))
    name = _names(rest[:stop])
    if not name or len(name) < stop:
        return None
    return Entity(Speaker(_joined(name), "organisation", _span(words[: limit + 1 + stop], register)), frozenset({head}))


def _again(words: Sequence[Word], register: Register) -> Entity | None:
    """*Researchers in Kyiv*, where the last to speak is an organisation whose report is being told."""
    if words[0].low not in RESEARCHERS or not register.met:
        return None
    last = register.met[-1]
    if last.speaker.kind != "organisation" or not (last.speaker.document or last.heads & RESEARCHERS):
        return None
    return evolve(last, speaker=evolve(last.speaker, span=_span(words, register)), alternatives=(f"{words[0].low} (unnamed)",))


def _unnamed(words: Sequence[Word], register: Register) -> Entity | None:
    """*an Iranian official*, *two people familiar with the matter*, *experts*, *a Swiss company*."""
    limit = next((at for at, word in enumerate(words) if word.text == "," or word.low in {"who", "which"}), len(words))
    head_words = words[:limit]
    head = _head_of(head_words)
    single = _singular(head)
    definite = words[0].low in {"the", "that", "this", "those", "these", "his", "her", "its", "their"}
    plural = head in PLURAL_PEOPLE or (head.endswith("s") and single in listed("person"))
    person = single in listed("person") or head in PLURAL_PEOPLE
    body = single in listed("organisation") or head in listed("organisation")
    if not (person or body) or (definite and _resolves(words, register)):
        return None
    kept = [word for word in _without_owner(head_words, register) if word.low not in DETERMINERS
            and word.low not in {"unnamed", "senior", "top", "more", "than", "second", "other"}]  # fmt: skip
    if body and not person:
        kind = "organisation"
    else:
        kind = "anonymous_official" if single in listed("official") else "anonymous"
    name = f"{_joined(kept)} (unnamed)"
    heads = frozenset({single, head})
    return Entity(Speaker(name, kind, _span(words, register), on_behalf_of=_behalf(head_words)), heads, plural)


def _without_owner(words: Sequence[Word], register: Register) -> Sequence[Word]:
    """*the alliance's spokeswoman* without an owner that is not named."""
    owner = next((at for at, word in enumerate(words) if word.low == "'s"), None)
    if owner is None or any(word.is_name and word.low not in DETERMINERS for word in words[:owner]):
        return words
    return words[owner + 1 :]


def _resolves(words: Sequence[Word], register: Register) -> bool:
    head = _head_of(words)
    return register.by_head(_singular(head), False) is not None or register.by_head(head, True) is not None


def _definite(words: Sequence[Word], register: Register) -> Entity | None:
    """*the minister*, *the report*, *the researchers*: the nearest speaker whom they can mean."""
    if words[0].low not in {"the", "that", "this", "those", "these"} and not words[0].text[:1].isupper():
        return None
    head = _head_of(words)
    found = register.by_head(head, head.endswith("s")) or register.by_head(_singular(head), False)
    span = _span(words, register)
    if found is None:
        if head in listed("document"):
            return Entity(Speaker(_joined(_plain(words[:6])), "document", span, document=span), frozenset({head}), head.endswith("s"))
        return None
    document = span if head in listed("document") else found.speaker.document
    return evolve(found, speaker=evolve(found.speaker, span=span, document=document))


def _single(words: Sequence[Word], register: Register) -> Entity | None:
    """A name alone: somebody met before by the last name, else an organisation of that name."""
    name = _names(words)
    if not name or len(name) < len(_plain(words)) - 1:
        return None
    if found := register.by_name(name[-1].text):
        return evolve(found, speaker=evolve(found.speaker, span=_span(words, register)))
    joined = _joined(name)
    if joined.lower() in adjectives() or name[0].low in DETERMINERS or name[0].low in PREPOSITIONS:
        return None
    return Entity(Speaker(joined, "organisation", _span(words, register)))
