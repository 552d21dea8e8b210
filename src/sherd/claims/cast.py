"""Who is who in a document: full names, and short forms that a text brings in beside them.

Read once over the whole text before anyone speaks. *Ribas*, *Dr Ribas* and *Captain Ribas* are the *Ana
Ribas* whom the text names in full, and *the NRA* is the *National Radio Agency (NRA)*. A run of capitals is
taken for a person only where something says so: a title or an office beside it, or the last word alone with
*Mr*, a title or a verb of saying. A name borne by two is left as it stands where neither was named before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from attrs import Factory, frozen

from sherd.claims import callings, charges, single_names
from sherd.claims.dates import MONTHS, WEEKDAYS
from sherd.claims.firms import told_beside
from sherd.claims.grammar import ADVERBS, DETERMINERS, PREPOSITIONS
from sherd.claims.known_firms import FORMS, is_firm, phrase_start, says_it, without_form
from sherd.claims.lexicon import adjectives, cues, listed, outlets, states, vocabulary
from sherd.claims.nobody import seated_before
from sherd.claims.phrases import (
    NEVER_NAMES,
    ORGANISATION_WORDS,
    OUTLET_WORDS,
    PORTFOLIOS,
    TITLES,
    head_of,
    in_charge,
    is_calling,
    is_title,
    joined,
    plain,
)
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.wares import names_of_things, stands_before_ware

PARTICLES = vocabulary("al el bin ben ibn de del della di da dos du van von der den ter la le al- abu")
"""Small words inside a person's name."""

HONORIFICS = vocabulary("mr mrs ms miss mx dr prof sir dame lord lady baroness")
"""Words before a surname that say it is one."""

MINDS = vocabulary(
    "sees remembers remembered disagrees disagreed knows thinks laughs laughed shrugs shrugged nodded"
)
"""Verbs of which only somebody is the subject: *X sees it otherwise*."""

PEERS = vocabulary("lord lady baroness prince princess king queen sheikh ayatollah")
"""Titles that are part of the name where no other first name is given."""

INVERTED = vocabulary("said added argued noted replied explained concluded insisted recalled wrote")
"""Verbs before a surname in *“…,” said X*."""

WORKPLACES = vocabulary("institute foundation university centre center college council academy school")
"""Bodies that somebody is *of* or *at*."""

WIDEST = 12
"""Words before a bracket among which the full name of its short form is looked for."""

BESIDE = 8
"""Words after a name among which an office may stand."""

LONGEST = 9
"""Words with a capital of an office with whom it names behind it: *Port of X Security Council Chief Y Z*."""


@frozen
class Introduced:
    """A person named in full: the words of the name, and where they stand."""

    name: str
    start: int
    he: str = ""
    """*he* or *she* where a title says which."""
    office: str = ""
    """The words of the office beside the name."""


@frozen
class Cast:
    """The persons of a document by last name, and its short forms with the words that they stand for."""

    persons: Mapping[str, tuple[Introduced, ...]] = Factory(dict)
    short: Mapping[str, tuple[Word, ...]] = Factory(dict)
    firms: frozenset[str] = frozenset()
    """Names that the text calls a company."""
    capitals: frozenset[str] = frozenset()
    """Words that stand with a capital inside a sentence."""
    beside: Mapping[str, frozenset[str]] = Factory(dict)
    """What stands beside a name, by the name in small letters: *swiss*, *bern*, *maker*."""
    wares: frozenset[str] = frozenset()
    """Names that the text gives to things."""
    briefs: Mapping[str, str] = Factory(dict)
    """The short form of each full name, without its article and in small letters."""

    def person(self, last: str, at: int) -> Introduced | None:
        """Whom a last name means at an offset: the last named before it, else the only one named later."""
        known = self.persons.get(last.lower(), ())
        if before := bisect_right(known, at, key=attrgetter("start")):
            return known[before - 1]
        if not known:
            return None
        return known[0] if len({each.name for each in known}) == 1 else None


def of_lines(lines: Iterable[Sequence[Word]]) -> Cast:
    """The cast of a document, from the words of its lines in order."""
    read = [(words, tuple(_runs(words))) for words in lines]
    alone = frozenset(
        words[last - 1].low for words, runs in read for first, last in runs if _is_surname(words, first, last)
    )
    firms = frozenset(
        joined(words[first:last])
        for words, runs in read
        for first, last in runs
        if is_firm(words, first, last, _has_office)
    )
    firms |= _said_it(read) - firms
    firms |= {bare for name in firms if (bare := without_form(name)) != name}
    persons: dict[str, list[Introduced]] = {}
    for words, runs in read:
        for start, end in (part for run in runs for part in _named(words, *run)):
            behind = charges.name_behind(words, start, end)
            if behind is None and (end - start > 5 or stands_before_ware(words, start, end)):
                continue
            start = _past_body(words, start, end, alone) if behind is None else behind
            name = joined(words[start:end]).replace(" - ", "-")
            if name not in firms and (behind is not None or _is_person(words, start, end, alone)):
                found = Introduced(
                    name, words[start].start, _gender(words, start), _office(words, start, end)
                )
                persons.setdefault(words[end - 1].low, []).append(found)
                if words[end - 1].low in _AFTER_NAMES and end - start > 2:
                    persons.setdefault(words[end - 2].low, []).append(found)
                if words[start].low in alone or "-" in words[end - 1].text:  # the family name first
                    persons.setdefault(words[start].low, []).append(found)
    for one in (one for words, _ in read for one in single_names.told_of(words)):
        if one.low not in persons and one.text not in firms:
            persons[one.low] = [Introduced(one.text, one.start)]
    short = {brief: full for words, _ in read for brief, full in _short(words) if full}
    capitals = frozenset(
        word.text
        for words, _ in read
        for before, word in pairwise(words)
        if word.is_name and before.is_word and not before.is_name
    )
    briefs = {joined(plain(full)).lower(): brief for brief, full in short.items()}
    wares = names_of_things(words for words, _ in read)
    people = {last: tuple(some) for last, some in persons.items()}
    return Cast(people, short, firms, capitals, _beside(read), wares, briefs)


def _said_it(read: Sequence[tuple[Sequence[Word], Sequence[tuple[int, int]]]]) -> frozenset[str]:
    """*Corvane Gauges said it had P*: names of which the text goes on with *it*, and never with an office."""
    found: set[str] = set()
    people: set[str] = set()
    for words, runs in read:
        for first, last in runs:
            if says_it(words, first, last):
                found.add(joined(words[first:last]))
    if found:
        for words, runs in read:
            for first, last in (part for run in runs for part in _named(words, *run)):
                name = joined(words[first:last])
                if name in found and _is_person(words, first, last, frozenset()):
                    people.add(name)
    return frozenset(found - people)


def _beside(read: Sequence[tuple[Sequence[Word], Sequence[tuple[int, int]]]]) -> dict[str, frozenset[str]]:
    """What the text says beside each name, wherever it stands."""
    found: dict[str, frozenset[str]] = {}
    for words, runs in read:
        for first, last in runs:
            if told := told_beside(words, first, last):
                name = without_form(joined(words[first:last])).lower()
                found[name] = found.get(name, frozenset()) | told
    return found


def _runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Stretches of words written as names, with particles and initials inside, sentence openers left out."""
    at = 0
    while at < len(words):
        if not words[at].is_name or words[at].low in _OPENS_NO_RUN:
            at += 1
            continue
        first = at
        at += 1
        while at < len(words) and _goes_on(words, at):
            at += 1
        end = at
        while end > first + 1 and not (words[end - 1].is_name and words[end - 1].is_word):
            end -= 1
        yield first + seated_before(words[first:end]), end


def _goes_on(words: Sequence[Word], at: int) -> bool:
    word, before = words[at], words[at - 1]
    if word.text == ".":
        return len(before.text) == 1 or is_title(before.low)
    last = next((n for n in range(at + 1, len(words)) if words[n].low not in PARTICLES), len(words))
    following = last < len(words) and words[last].is_name  # van der X
    if word.text == "&":
        return following  # Harrow & Pell
    return word.is_name or (word.low in PARTICLES and following and not word.is_name)


def _named(words: Sequence[Word], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The part of a run after its titles and states, of two words or more."""
    start = first
    for at in range(first, last):
        if is_calling(words[at].low) or words[at].low in listed("person") or not words[at].is_word:
            start = at + 1 if len(words[at - 1].text) > 1 or words[at].is_word else start
    while start < last and (words[start].low in adjectives() or words[start].low in HONORIFICS):
        start += 1
    size = sum(1 for word in words[start:last] if word.is_word)
    if size == 1 and words[start - 1].low in PEERS and start > first:
        start, size = start - 1, 2
    if 2 <= size <= LONGEST and words[start].low not in _OPENS_NO_NAME:
        yield start, last


def _past_body(words: Sequence[Word], start: int, end: int, alone: frozenset[str]) -> int:
    """*Director of the Bureau for New Threats X Y*: where the person begins after the body they direct."""
    while start < end - 2 and words[start].low in PORTFOLIOS and in_charge(words, start):
        start += 1  # Minister for Foreign Trade X Y
    while start < end - 2 and words[start].low in PORTFOLIOS and words[start - 1].low in PORTFOLIOS:
        start += 1
    given = end - 2
    if given == start + 1 and in_charge(words, start):
        return given
    seated = given > start and words[given - 1].low in ORGANISATION_WORDS  # Head of the Port Office X Y
    if seated and not {word.low for word in words[given:end]} & ORGANISATION_WORDS:
        return given if office_before(words, start) else start
    known = words[end - 1].low in alone and given > start and words[given].is_name
    return given if known and words[start - 1].low in PREPOSITIONS and office_before(words, start) else start


def office_before(words: Sequence[Word], at: int) -> bool:
    """Whether the phrase up to ``at`` opens with an office and what it is of: *Head of the …*."""
    while at > 1 and words[at - 1].text == "." and is_title(words[at - 2].low):
        at -= 2  # Chairman of the Joint Chiefs of Staff Gen. X Y
    first = phrase_start(words, at)
    return any(
        (words[n].low in listed("person") or is_title(words[n].low))
        and words[n + 1].low in {"of", "for", "at"}
        for n in range(first, at - 2)
    )


def _directs(words: Sequence[Word], start: int) -> bool:
    """*Head of the presidency's sanctions unit X Y*: a noun before the name, and an office before that."""
    if start == 0 or not words[start - 1].is_word:
        return False
    if words[start - 1].is_name and words[start - 1].low not in ORGANISATION_WORDS:
        return False
    return words[start - 1].low not in _NO_OFFICE and office_before(words, start)


def _is_person(words: Sequence[Word], start: int, end: int, alone: frozenset[str]) -> bool:
    lows = {word.low for word in words[start:end]}
    if lows & (_IN_NAMES_OF_BODIES) or lows & (_DATES):
        return False
    name = joined(words[start:end]).lower()
    if name in states() or name in outlets() or words[start].low in states():
        return False
    known = words[end - 1].low in alone or words[start].low in alone or words[start].low in PEERS
    return known or _titled(words, start) or _has_office(words, end) or _directs(words, start)


def _titled(words: Sequence[Word], start: int) -> bool:
    """*Capt. X Y*, *prosecutor X Y*, *its general manager, X Y*, *Labour's X Y*."""
    if start == 0:
        return False
    if callings.is_somebody(words, start):
        return True
    if words[start - 1].low in POSSESSIVES and start > 1:
        owner = words[start - 2]  # a party's X Y; Ruritania's X Y may be a firm
        return owner.is_name and owner.low not in states() and " ".join(_before(words, start)) not in states()
    if words[start - 1].text == ",":
        first = start - 1
        while first > max(0, start - WIDEST) and (
            words[first - 1].is_word or words[first - 1].low in POSSESSIVES
        ):
            first -= 1
        head = head_of(words[first : start - 1])
        return head in listed("person") or is_title(head)
    before = words[start - 2].low if words[start - 1].text == "." and start > 1 else words[start - 1].low
    return is_title(before) or before in listed("person")


def _before(words: Sequence[Word], start: int) -> list[str]:
    return [word.low for word in words[max(0, start - 3) : start - 1]]


def _has_office(words: Sequence[Word], end: int) -> bool:
    """*X Y, an economist at Z*, *X Y, who*, *X Y, 38,*."""
    if end < len(words) and words[end].text == "." and words[end - 1].low in _AFTER_NAMES:
        end += 1  # X Y Jr., an economist
    if end + 1 < len(words) and words[end].low in {"of", "from", "at"}:
        return _at_an_institute(words, end + 1)
    if end + 1 >= len(words) or words[end].text != ",":
        return False
    if words[end + 1].low == "who" or (words[end + 1].text.isdigit() and len(words[end + 1].text) == 2):
        return True
    if is_title(words[end + 1].low) and words[end + 1].is_name:  # X Y, Director of P
        following = words[end + 2].low if end + 2 < len(words) else ""
        return following in {",", "for", "of", "at", ""}
    for at in range(end + 1, min(end + 1 + BESIDE, len(words))):
        if words[at].text in {",", ".", ";", "("} or words[at].low in {"which", "and", "who", "that"}:
            return False
        if words[at].low in listed("person") and not words[at].is_name:
            return True
    return False


def with_office(words: Sequence[Word], at: int) -> bool:
    """*X Y, a pilot*: whether what somebody is stands behind the name that ends at ``at``."""
    rest = words[at + 1 : at + 9]
    if len(rest) < 3 or rest[0].text != "," or rest[1].low not in _BRINGING_IN:
        return False
    stop = next((n for n in range(1, len(rest)) if not rest[n].is_word), len(rest))
    return any(word.low in listed("person") for word in rest[1:stop])


_BRINGING_IN = vocabulary("a an the its his her their one another")


def _at_an_institute(words: Sequence[Word], at: int) -> bool:
    """*X Y of the Paris-based Foundation for P*: where somebody works."""
    if words[at].low != "the" and not words[at].is_name:
        return False
    for word in words[at + 1 : at + 5]:
        if word.is_name and word.low in WORKPLACES:
            return True
        if not word.is_name and not word.low.endswith("-based"):
            return False
    return False


def _is_surname(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a name alone is somebody's: *Ms. X*, *Captain X*, *said X*, *X said*."""
    at = last - 1
    if words[at].low in states() or words[at].low in _NO_SURNAME or words[at].low in outlets():
        return False
    before = words[at - 1].low if at and words[at - 1].text != "." else words[at - 2].low if at > 1 else ""
    if before in _ADDRESS:
        return True
    after = words[last].low if last < len(words) else ""
    return at == first and (before in INVERTED or after in cues() or after in MINDS)


def _office(words: Sequence[Word], start: int, end: int) -> str:
    """*military spokesman X Y*, *X Y, an economist at Z*: the words of the office."""
    if start and words[start - 1].text == "," and _titled(words, start):  # Ruritania's envoy to Z, X Y
        return joined(words[phrase_start(words, start - 1) : start - 1])
    first = start
    while first and start - first < 6 and _in_office(words, first - 1):
        first -= 1
    before = words[first:start]
    if any(is_title(word.low) or word.low in listed("person") for word in before):
        return joined(before)
    if not _has_office(words, end):
        return ""
    if end + 3 < len(words) and words[end + 1].text.isdigit() and words[end + 2].text == ",":
        end += 2  # X Y, 34, a pilot
    stop = next((n for n in range(end + 1, len(words)) if words[n].text in {",", "."}), end + 1 + BESIDE)
    return joined(words[end + 1 : stop])


def _in_office(words: Sequence[Word], at: int) -> bool:
    """Whether the word goes on with an office before a name: *Rear Adm.* with its stop."""
    if words[at].text == ".":
        return at > 0 and words[at - 1].low in TITLES
    return words[at].is_word and words[at].low not in PREPOSITIONS


def _gender(words: Sequence[Word], start: int) -> str:
    """Whether a title before the name says *he* or *she*."""
    near = {word.low for word in words[max(0, start - 3) : start]}
    if near & {"ms", "mrs", "miss", "spokeswoman", "chairwoman", "congresswoman", "lady", "dame", "baroness"}:
        return "she"
    if near & {"mr", "sir", "lord", "spokesman", "chairman", "congressman", "king", "prince", "sheikh"}:
        return "he"
    return ""


def _short(words: Sequence[Word]) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """*Full Name (ABC)* and *the agency, known as ABC*: the short form, and the words before it."""
    for at in range(2, len(words) - 1):
        word = words[at]
        if word.text[1:].islower() or not _is_short(word.text):
            continue
        if words[at - 1].text == "(" and words[at + 1].text in {")", ","}:
            yield word.text, _full(words, at - 1, word.text)
            continue
        opening = next((n for n in range(max(0, at - 4), at) if words[n].text == ","), 0)
        if not opening:
            continue
        between = {each.low for each in words[opening:at]}
        if {"known", "as"} <= between or words[opening + 1].low == "or":
            yield word.text, _full(words, opening, word.text)


def _is_short(text: str) -> bool:
    return 2 <= len(text) <= 8 and text.isalnum() and sum(1 for letter in text if letter.isupper()) >= 2


def _full(words: Sequence[Word], end: int, short: str) -> tuple[Word, ...]:
    """The words whose initials the short form is; else the noun phrase before it, as far as its article."""
    first = end
    while first > max(0, end - WIDEST) and (
        words[first - 1].is_word or words[first - 1].text == "," or words[first - 1].low in POSSESSIVES
    ):
        first -= 1
    for at in range(end - 1, first - 1, -1):
        initials = "".join(word.text[0] for word in words[at:end] if word.is_name)
        if initials.upper() == short.upper() and words[at].is_name:
            return tuple(words[at:end])
    at = end
    while at > first and words[at - 1].is_word and (words[at - 1].is_name or words[at - 1].low in _INSIDE):
        at -= 1
    return tuple(words[at:end])


_INSIDE = vocabulary("'s of the for and on") | ORGANISATION_WORDS | frozenset({"military", "intelligence"})

_OPENS_NO_NAME = PARTICLES | DETERMINERS | PREPOSITIONS
_IN_NAMES_OF_BODIES = ORGANISATION_WORDS | OUTLET_WORDS | FORMS
_DATES = frozenset(MONTHS.keys() | WEEKDAYS.keys())
_NO_SURNAME = ORGANISATION_WORDS | TITLES
_ADDRESS = HONORIFICS | TITLES
_OPENS_NO_RUN = NEVER_NAMES | ADVERBS | vocabulary("what why how when where who i")
_AFTER_NAMES = vocabulary("jr sr ii iii iv")
_NO_OFFICE = PREPOSITIONS | DETERMINERS
