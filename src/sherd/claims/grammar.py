"""How English builds a clause, as far as finding a speaker and the words spoken needs it: no more.

Words are told apart by closed lists, by the verb tables and by their endings; what a full parser would know
is not guessed. To add a word: put it in its list below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sherd.claims.inflection import forms
from sherd.claims.lexicon import adjectives, belonging, cues, deeds, listed, vocabulary
from sherd.claims.sentences import Word
from sherd.data import rows

# fmt: off
OWN_ONE = vocabulary("a an its their his her")
"""Words before a noun that is brought in here, and is the subject's."""

DETERMINERS = vocabulary(
    "a an the this that these those its his her their our my your any some no every each all both several "
    "many one two three four five six seven eight nine ten another most few"
)
PREPOSITIONS = vocabulary(
    "in on at by of for from with without to into onto over under about after before during since until "
    "through via between among against amid despite upon within near off along around across behind "
    "beyond as per including following outside inside beside beneath throughout toward towards concerning "
    "regarding"
)
PRONOUNS = vocabulary(
    "he she it they we i you who which"
)
PERSONS = vocabulary("he she it they we i")
SUBJECTS = PERSONS | vocabulary("you there this these those")
EVERYBODY = vocabulary("whoever anyone anybody everyone everybody those")
AUXILIARIES = vocabulary(
    "is are was were be been being am has have had do does did will would can could may might must shall "
    "should ought 's 'd cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't "
    "wouldn't can't couldn't shouldn't"
)
FINITE_AUXILIARIES = AUXILIARIES - {"be", "been", "being", "'s"}
CONTRACTED = vocabulary(
    "we're they're you're i'm we've they've you've i've we'll they'll it'll he'll she'll i'll"
)
NEGATIONS = frozenset(["not", "never", "n't"])
ADVERBS = vocabulary(
    "afterwards later thereafter also again already now then still only just even later earlier once "
    "twice often always today yesterday tomorrow tonight however meanwhile thus therefore instead too "
    "first ago so long ever yet far soon almost further nevertheless nonetheless moreover likewise"
)
CONJUNCTIONS = frozenset(["and", "or", "but", "nor"])
SUBORDINATORS = vocabulary(
    "if when while as because although though whereas unless until since after before whether once where "
    "why how that than what whatever"
)
DAYS = vocabulary(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow"
)
TIMES = DAYS | vocabulary(
    "january february march april may june july august september october november december week month "
    "year morning evening night afternoon summer winter spring autumn"
)
MONTHS_CUT = vocabulary("jan feb mar apr jun jul aug sep sept oct nov dec")
"""Months as they are cut short before a day: *Sept. 25*; elsewhere they may be names."""

MARKS = frozenset("\"“”„«»‘’")
PARTICIPLES = vocabulary(
    "made built found sold bought sent seen shown taken left held given shot hit dug driven borne known "
    "struck brought flown thrown worn drawn stolen"
)
"""Participles that do not end in *-ed*."""
STOPS = frozenset(".!?…")
BREAKS = frozenset(",;:—–-()") | MARKS
# fmt: on


AMBIGUOUS = vocabulary(
    "list set cut hit put arms supplies exports shells strikes attacks imports reports claims demands "
    "requests notes calls states sanctions shows backs downs cost parts plans tests works points helps "
    "uses files documents orders presses deals bombs arms ships transfers purchases hits targets "
    "trains funds "
    "reviews lists sanctions supports transports copies fires launches stations matches finances "
    "raids pounds "
    "fields routes transits helps aids feeds channels moves loads briefs probes needs pledges promises vows "
    "guarantees assaults grants gifts hands passes loans markets trades engineers designs sources "
    "commissions "
    "rents taps photographs studies counts surveys inventories audits traces charges coaches tutors brokers "
    "bargains fines sponsors pauses limits forwards presses locates checks scans orders scales drops "
    "sinks rams ambushes blitzes boards leases convoys stocks outfits penalties embargoes contracts blasts "
    "blows splashes pumps banks hinges appeals pleas mediates probes carts freights shuttles labels brands "
    "dates visits crosses powers strips doubles"
)
"""Forms that are nouns more often than verbs."""

AGENTS = vocabulary(
    "country company firm group government state regime nation army plant factory ministry agency bank trader"
)
"""Nouns in the singular for those who act: a form in -s behind them is their verb."""

AGENTS_MANY = vocabulary(
    "countries companies firms groups governments states regimes nations armies plants factories banks "
    "traders "
    "enterprises officials exporters importers suppliers dealers brokers rebels fighters"
)
"""The same in the plural: a base form behind them is their verb."""

ONE_FORM = vocabulary("set put cut hit cost")
"""Verbs whose past is their base form, and that are nouns as well: *P set it apart*."""

NOUNS_OF_DEEDS = vocabulary(
    "grant gift hand pass loan market trade engineer design source commission rent tap photograph study "
    "count "
    "survey inventory audit trace charge tutor broker bargain fine sponsor pause limit forward stock outfit "
    "blast blitz sink ambush shell rocket boycott appeal plea check order purchase loot course back fire "
    "display present average board visit test cross power strip double"
)
"""Base forms of deeds that are nouns or adjectives more often, and no verbs by themselves."""

AFTER_SUBJECT = vocabulary(
    "reports claims demands requests notes calls states shows supplies exports imports uses attacks "
    "strikes points helps plans works tests orders deals bombs arms ships transfers purchases hits targets "
    "trains funds reviews lists sanctions supports transports copies fires launches stations matches "
    "finances "
    "raids aids feeds backs pumps channels moves loads needs pledges promises vows "
    "guarantees"
)
"""Forms in -s that are verbs after a name or a pronoun."""

DEED_BASES = vocabulary(
    "produce manufacture build provide deliver send sell buy receive acquire obtain deploy employ operate "
    "rely depend contain belong carry bear assemble develop recover seize inspect examine identify "
    "differ smuggle resemble correspond originate coincide tally"
)
"""Base forms of deeds that are no nouns, and so are verbs behind a plural."""

NOUNS_AS_WELL = vocabulary(
    "work test design plan cost set land open last store house face place live double own change need "
    "block track share cause concern lack matter"
)
"""Base forms that are nouns or adjectives more often."""


@cache
def _finite_forms() -> frozenset[str]:
    found = set()
    for row in rows("verbs_en"):
        told = {"past"} if row["noun"] else {"s", "past"}
        found |= {e.words[0] for e in forms(row["verb"], row["irregular"]) if e.form in told}
    for table in (cues(), deeds()):
        for word, entries in table.items():
            if any(getattr(entry, "form", "") in {"s", "past"} for entry in entries):
                found.add(word)
    return frozenset(found - AMBIGUOUS)


@cache
def _after_subject() -> frozenset[str]:
    """Forms in -s that are verbs after a name or a pronoun, and plural nouns elsewhere."""
    nouns = (row["verb"] for row in rows("verbs_en") if row["noun"])
    return AFTER_SUBJECT | {each.words[0] for verb in nouns for each in forms(verb) if each.form == "s"}


@cache
def _base_forms() -> frozenset[str]:
    known = frozenset(row["verb"] for row in rows("verbs_en") if not row["noun"])
    said = (
        e.words[0]
        for some in cues().values()
        for e in some
        if e.form == "base" and len(e.words) == 1 and not e.noun
    )
    return (known | frozenset(said) | {"want", "need"}) - (NOUNS_AS_WELL - {"need"})


@cache
def _noun_bases() -> frozenset[str]:
    """Base forms of verbs whose form in -s is more often a noun: *control*, *trace*, *supply*."""
    return frozenset(row["verb"] for row in rows("verbs_en") if row["noun"])


@cache
def _deed_bases() -> frozenset[str]:
    return frozenset(
        word
        for word, entries in deeds().items()
        if word not in NOUNS_OF_DEEDS and any(each.form == "base" for each in entries)
    )


@cache
def _verbal() -> frozenset[str]:
    """Every form that can be a finite verb somewhere; no other word need be looked at twice."""
    told = FINITE_AUXILIARIES | CONTRACTED | ONE_FORM | DEED_BASES | _after_subject() | _finite_forms()
    return told | _base_forms() | _deed_bases() | _noun_bases()


def is_adverb(word: Word) -> bool:
    """Whether it is an adverb, by the list or by its ending."""
    low = word.low
    return low in ADVERBS or (
        low.endswith("ly")
        and not word.is_name
        and len(low) > 4
        and low
        not in {
            "monthly",
            "weekly",
            "daily",
            "yearly",
            "hourly",
            "family",
            "supply",
            "apply",
            "reply",
            "italy",
            "july",
        }
    )


def _follows_subject(words: Sequence[Word], at: int) -> bool:
    """*Officials say they flagged P*: a past form that no table has, behind a pronoun that is a subject."""
    before = words[at - 1].low if at else ""
    if before == "it":
        return at > 1 and (words[at - 2].low in _before_clause() or words[at - 2].low in SUBORDINATORS)
    return before in _SUBJECT_FORMS and not words[at].is_name


_SUBJECT_FORMS = vocabulary("he she they we i")

_OPENING_NOUN = vocabulary("a an the its their his her our my")

_ARMED = vocabulary(
    "forces force services group groups wing men man movement movements faction factions gang gangs drone "
    "drones vehicles militants rebels opposition guards police conflict resistance struggle robbery"
)
"""Nouns before which *armed* is an adjective."""


@cache
def _before_clause() -> frozenset[str]:
    """Verbs of saying and *that*, after which *it* is a subject: *said it flagged P*."""
    saying = (word for word, entries in cues().items() if any("that" in each.frames for each in entries))
    return frozenset(saying) | {"that"}


def finite_at(words: Sequence[Word], at: int) -> bool:
    """Whether a finite verb stands there: an auxiliary, or a past or -s form where a verb can stand."""
    low = words[at].low
    if low == "'s":
        return at > 0 and words[at - 1].low in BEFORE_IS  # it's, that's
    if low not in _verbal():
        return low.endswith("ed") and _follows_subject(words, at)
    if low in FINITE_AUXILIARIES or low in CONTRACTED:
        return words[at].text != "May" or at == 0
    if low == "armed" and at + 1 < len(words) and words[at + 1].low in _ARMED:
        return False  # the Romanian armed forces
    if low.endswith("ed") and at > 1 and is_adverb(words[at - 1]) and words[at - 2].low in _OPENING_NOUN:
        return False  # in a widely shared video
    if words[at].is_name and at > 0:
        return False
    near = at
    while near > 1 and (is_adverb(words[near - 1]) or words[near - 1].text in MARKS):
        near -= 1
    before = before_adverb = words[near - 1].low if near else ""
    if low in ONE_FORM and 0 < at < len(words) - 1 and _is_past_of_one(words, at):
        return True
    if low in _base_forms() or low in DEED_BASES:
        plural = before.endswith("s") and not before.endswith(("ss", "'s", "us", "is"))
        plural = plural or before in _PLURALS or before in _SHARES
        plural = plural or (before in _MANY and at + 1 < len(words) and words[at + 1].low in DETERMINERS)
        plural = plural or (near > 1 and words[near - 1].is_name and words[near - 2].low == "and")
        if before == "which" or (before == "that" and near > 1 and _is_relative(words, near - 1, low)):
            return True
        return at > 0 and (before in {"they", "we", "you", "i", "who", "people"} or plural)
    if (before in {"they", "we", "you", "i"} or before in AGENTS_MANY) and low in _deed_bases():
        return True
    if before in {"who", "they", "we"} and low in _noun_bases():
        return True  # rebels who control the north
    if low == "fails" and at and words[at + 1 : at + 2] and words[at + 1].low == "to":
        return True
    before = words[at - 1].low if at else ""
    if low in _finite_forms():
        if at == 0 and low.endswith("s") and words[0].is_name:
            return False  # Brokers should be listed
        return before not in _NO_VERB_AFTER and before not in {"'s", "of", "to"}
    if low in _after_subject():
        if near < at and (before_adverb in CONJUNCTIONS or all(is_adverb(word) for word in words[:at])):
            return True  # never sold P and strictly controls Q
        while at > 1 and (is_adverb(words[at - 1]) or words[at - 1].text in MARKS):
            at -= 1
        if _takes_object(words, at) or (at and words[at - 1].low in AGENTS):
            return True
        if at and words[at - 1].low in belonging():
            return False
        if at and (words[at - 1].low in adjectives() or words[at - 1].low in _OF_REGIONS):
            return False  # Russian forces, Western states
        return (
            at > 0
            and (words[at - 1].low in PRONOUNS or words[at - 1].is_name)
            and words[at - 1].low not in DETERMINERS
            and words[at - 1].low != "'s"
        )
    return False


_SHARES = vocabulary("% percent cent")
"""Ends of a share that stands for many: *71% bear P*."""

_MANY = vocabulary("most many some few several all two three four five six seven eight nine ten")
"""Words that stand for many before a verb with its object: *most bear the logo of P*."""

_PLURALS = vocabulary("aircraft people personnel police")
"""Plurals without an ending."""


def _is_relative(words: Sequence[Word], that: int, low: str) -> bool:
    """*a missile that hit P*: whether *that* goes with the noun before it, and a past form follows."""
    before = words[that - 1]
    noun = before.is_word and before.low not in _NO_NOUN_OR_JOINT and not is_adverb(before)
    return noun and low in ONE_FORM and not finite_at(words, that - 1)


BEFORE_IS = vocabulary("it he she that there what here who")
"""Words behind which *'s* is a verb."""

_NO_NOUN = DETERMINERS | PREPOSITIONS | AUXILIARIES
_NO_NOUN_OR_JOINT = _NO_NOUN | CONJUNCTIONS


def _is_past_of_one(words: Sequence[Word], at: int) -> bool:
    """*A missile hit a depot*: a form that is base and past alike, between a noun and its object."""
    before, after = words[at - 1], words[at + 1]
    plain = (
        before.is_word
        and before.low not in _NO_NOUN
        and before.low != "to"
        and not (at > 1 and before.low == "it")
    )
    return plain and (after.low in _OPENING_OBJECT or after.low in _OBJECTS or after.low == "back")


_OBJECTS = vocabulary("it them him her us")


def _takes_object(words: Sequence[Word], at: int) -> bool:
    """*The motor matches those of P*: a form in -s between a noun in the singular and an article."""
    if not 0 < at < len(words) - 1 or not (words[at + 1].low in _OPENING_OBJECT or _is_like_one(words, at)):
        return False
    before = words[at - 1]
    if before.text == ",":  # the firm, sanctioned by P, supplies the engine
        opened = next((n for n in range(at - 2, 0, -1) if words[n].text == ","), None)
        return opened is not None and words[opened - 1].is_word and not words[opened - 1].low.endswith("s")
    plain = before.is_word and not before.is_name and before.low not in _NO_NOUN
    return plain and not before.low.endswith("s") and before.low not in CONJUNCTIONS and not is_adverb(before)


def _is_like_one(words: Sequence[Word], at: int) -> bool:
    """*matches one found in P*, *matches that of Q*, *matches drawings of R*."""
    after = words[at + 1].low
    of = at + 2 < len(words) and words[at + 2].low == "of"
    said = after in {"one", "any", "no"} or (of and (after == "that" or after.endswith("s")))
    return words[at].low == "matches" and said


_OPENING_OBJECT = vocabulary("the those a an its their this these our")


def is_base(word: Word) -> bool:
    """Whether it is the base form of a verb that the tables know, and no name."""
    return not word.is_name and (word.low in _base_forms() or word.low in _deed_bases())


def has_finite(words: Sequence[Word]) -> bool:
    """Whether the words hold a finite verb, and so can be a clause."""
    return any(finite_at(words, at) for at in range(len(words)))


def is_clause(words: Sequence[Word]) -> bool:
    """Whether the words are a clause with a subject: a finite verb that is not the first word."""
    return any(finite_at(words, at) for at in range(1, len(words)))


def skip_adverbials(words: Sequence[Word], at: int, end: int) -> int:
    """Past the time and place of speaking that stand before what was said: *on Tuesday*, *in a statement*."""
    while at < end:
        step = _adverbial(words, at, end)
        if step == at:
            return at
        at = step
    return at


def _adverbial(words: Sequence[Word], at: int, end: int) -> int:
    low = words[at].low
    if at + 2 < end and words[at + 2].low == "ago" and words[at + 1].low.rstrip("s") in AGO:
        return at + 3
    if low in DAYS or (is_adverb(words[at]) and low not in OF_THE_CLAUSE):
        return at + 1
    if low == "here" and (at + 1 == end or words[at + 1].low in _AFTER_HERE):
        return at + 1  # said here on Friday
    if low == "the" and at + 2 < end and words[at + 1].low in _SAME and words[at + 2].low in TIMES:
        return at + 3
    if low in {"last", "this", "earlier", "late", "early", "next"}:
        return _time_phrase(words, at, end)
    if low == "at" and at + 1 < end and words[at + 1].low in {"least", "most"}:
        return at
    if low == "to" and at + 2 < end and is_base(words[at + 1]) and words[at + 2].low in DETERMINERS:
        return at  # promised to publish the report
    if low in {"in", "on", "at", "during", "via", "to", "from", "after", "before", "through", "aboard", "by"}:
        return _venue_phrase(words, at, end)
    return at


OF_THE_CLAUSE = vocabulary(
    "only once almost further nearly roughly barely hardly scarcely virtually practically possibly probably "
    "approximately perhaps presumably mainly mostly largely partly exactly precisely"
)
"""Adverbs behind a verb of saying that belong to what is said: *said nearly all of P*, *said probably P*."""

_AFTER_HERE = DAYS | {"on", "that", "in", "late", "early", "last", ",", "."}

_SAME = vocabulary("same next following previous")

AGO = vocabulary("year month week day decade hour")
"""What is counted before *ago*."""


def _time_phrase(words: Sequence[Word], at: int, end: int) -> int:
    for ahead in range(at + 1, min(at + 4, end)):
        if words[ahead].low in TIMES:
            return ahead + 1
        if words[ahead].low not in {"this", "last", "in", "the", "on", "early", "late"}:
            break
    return at


def _venue_phrase(words: Sequence[Word], at: int, end: int) -> int:
    """Past *on 3 March 2022*, *in an emailed statement*, *at a briefing in Tehran*, *in Tehran*."""
    stop = min(at + 9, end)
    ahead = at + 1
    dated = words[ahead].low in _DATED if ahead < stop else False
    if ahead < stop and (dated or words[ahead].text.isdigit()):
        while ahead < stop and (
            words[ahead].low in _DATED or words[ahead].text.isdigit() or words[ahead].text == "."
        ):
            ahead += 1
            if (
                ahead + 1 < stop
                and words[ahead].text == ","
                and re.fullmatch(r"(19|20)\d\d", words[ahead + 1].text)
            ):
                ahead += 2
        return ahead
    for ahead in range(at + 1, stop):
        low = words[ahead].low
        if low in listed("venue") or low in TIMES:
            further = ahead + 1 < stop and words[ahead + 1].low in listed("venue")
            return ahead + 1 + further  # on its Telegram channel
        if low in PRONOUNS or words[ahead].text in STOPS or finite_at(words, ahead):
            break
        if words[ahead].text in {",", ";", ":"} or low == "that" or words[ahead].text in MARKS:
            return ahead if words[at + 1].is_name or low == "that" else at
    return _bare_place(words, at, end)


def _bare_place(words: Sequence[Word], at: int, end: int) -> int:
    """Past *in Tehran* and no further."""
    ahead = at + 1
    while ahead < end and words[ahead].is_name and words[ahead].low not in SUBJECTS:
        ahead += 1
    single = ahead == at + 2
    return ahead if single and words[at].low in {"in", "at", "from"} else at


_OF_REGIONS = vocabulary("western eastern northern southern european african asian arab gulf member special")
_NO_VERB_AFTER = DETERMINERS - {"that"}
_DATED = TIMES | MONTHS_CUT
