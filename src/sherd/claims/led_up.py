"""How a verb of denying is led up to, or parted: *rushed to deny P*, *waved P aside as Q*.

What leads to a denial by its own will is part of the denial; who *refused to deny* or *was asked to deny* has
not denied.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sherd.claims.grammar import AUXILIARIES, MARKS, PREPOSITIONS, TIMES, is_adverb
from sherd.claims.lexicon import Cue, cues, listed, vocabulary
from sherd.claims.sentences import Word

TAKING_PAINS = vocabulary(
    "rushed rushes hastened hastens hurried hurries scrambled moved moves sought seeks felt feels called "
    "appeared wrote phoned came stepped proceeded spoke emerged issued held gave used summoned turned posted "
    "tweeted went goes took takes published released broke interrupted raced jumped wasted lost stood rose "
    "intervened repeated bothered cared made prompting forcing leading prompted forced led tried tries "
    "trying attempted attempts struggled"
)
"""Verbs of what somebody does in order to deny: *took to the radio to deny P*."""

SETTING_OUT = vocabulary("took takes gone went wrote called phoned rushed hastened hurried")
"""Verbs of what somebody does in order to say something: *went on record to say P*."""

HINDERING = vocabulary(
    "refused declined failed unable neglected asked urged told ordered wants expected likely right chance "
    "opportunity free able impossible hard difficult not never no without nothing anything way"
)
FAR = 9
"""Words from such a verb to *to deny*."""

SPENDING = vocabulary(
    "spent spends spend kept keeps keep busy continued continues continue joined joins began begins started "
    "starts persisted persists"
)
SIDING = vocabulary("joined joins followed follows united unite persisted persists persist")
"""Verbs of denying with others, or on and on: *joined X in denying P*."""
STEPS = vocabulary("step time point trouble habit line record routine length lengths round media")
DENYING = vocabulary(
    "denying rejecting dismissing disputing rebuffing refuting rebutting repudiating contesting"
)

AWAY = vocabulary("aside away off down")
SHOWN = vocabulary(
    "photograph photographs photo photos picture pictures image images video videos footage it them this "
    "these that those talk warning warnings question questions"
)
"""What may be waved aside, beside an accusation."""


def in_order_to(words: Sequence[Word], at: int, verbs: frozenset[str] = TAKING_PAINS) -> int:
    """*went to great lengths to deny*, *rushed to deny*: where the verb stands that leads to *to deny*."""
    for back in range(at - 2, max(-1, at - FAR), -1):
        word = words[back]
        if word.quoted or not word.is_word or word.low in HINDERING:
            return at
        if word.low in verbs and back:
            return back
    return at


def goes_on_denying(words: Sequence[Word], at: int) -> bool:
    """*spent months denying P*, *took the unusual step of denying P*, *lost no time in denying P*."""
    if words[at].low not in DENYING:
        return False
    near = [word.low for word in words[max(0, at - 5) : at]]
    if any(low in {",", "stopped", "accused"} for low in near):
        return False
    if near[-1:] in (["in"], ["of"], ["by"]):
        return bool(STEPS & set(near)) or (near[-1] == "in" and bool(SIDING & set(near)))
    return bool(SPENDING & set(near))


def parted(words: Sequence[Word], at: int, cue: Cue) -> int:
    """Behind which word a verb of several ends that do not stand together; 0 where it is another verb.

    *waved | the reports aside as P*, *scoffed Thursday at | P*, *cast fresh doubt on Friday on | P*.
    """
    if cue.polarity != "deny":
        return 0
    told = next((n for n in range(at + 1, len(words)) if words[n].low == cue.words[1]), at)
    if len(cue.words) == 2 and cue.words[1] in AWAY and _is_aside(words, at, told):
        return at + 1
    here = at
    for low in cue.words[1:]:
        here = _past_time(words, here + 1, low)
        if not here:
            return 0
    return here + 1


def _past_time(words: Sequence[Word], at: int, low: str) -> int:
    """Where the next word of the verb stands, past a day or an adverb; 0 where something else does."""
    for here in range(at, min(at + 4, len(words))):
        word = words[here]
        if word.low == low and not (low == "on" and here + 1 < len(words) and words[here + 1].low in TIMES):
            return here
        it = word.low == "it" and here + 1 < len(words) and words[here + 1].low == low  # ruled it out
        if word.quoted or not (it or word.low in TIMES | _HOW or is_adverb(word)):
            return 0
    return 0


_HOW = vocabulary("on late early last fresh serious some considerable new more the further")


def _is_aside(words: Sequence[Word], at: int, told: int) -> bool:
    """*waved the reports aside as P*, *brushed it off as P*: verb, what is denied, the little word."""
    if not at + 1 < told < at + 10:
        return False
    between = words[at + 1 : told]
    if any(not word.is_word or word.quoted or word.low in {"and", "but", "as"} for word in between):
        return False
    named = {each.low for each in between}
    if told + 1 < len(words) and words[told + 1].low == "as":
        return bool(named & (listed("accusation") | SHOWN))
    return bool(named & {"it", "this", "that"}) and len(named) == 1


def own_subject(words: Sequence[Word], at: int) -> int | None:
    """*The firm left, | its lawyer denying P*: the comma before the participle's own subject."""
    if words[at].low not in DENYING | ANSWERING or words[at - 1].text == ",":
        return None
    comma = next((n for n in range(at - 1, max(0, at - 6), -1) if not words[n].is_word), None)
    if comma is None or words[comma].text != "," or comma + 1 >= at:
        return None
    led = words[comma + 1]
    return comma if led.low in {"its", "his", "her", "their", "the"} and not words[at - 1].quoted else None


def hangs_on(some: Sequence[Word], at: int) -> bool:
    """*The report, which P, …*; *The report, denied by X, said P*: who denies it is not who says P."""
    if some[at].low in {"who", "which", "that"}:
        return True
    by = some[at + 1].low if at + 1 < len(some) else ""
    return by == "by" and some[at].low in DISOWNED and some[at - 1].text == ","


DISOWNED = vocabulary("denied rejected dismissed disputed refuted contested disowned")


ALLEGED = vocabulary(
    "accusation accusations allegation allegations claim claims suggestion suggestions report reports rumour "
    "rumours rumor rumors talk speculation insinuation insinuations assertion assertions idea notion "
    "story stories"
)
"""Nouns for what somebody only says of another."""

OF_THINGS_TOO = frozenset(
    {
        "knock down", "slap down", "quash", "lash out at", "laugh at", "make light of", "shoot down",
        "challenge", "trash", "hose down", "fend off", "dispel", "poke holes in", "hit out at",
        "disagree with", "throw out", "object to", "scorn",
    }
)  # fmt: skip
"""Verbs that deny only where a claim is their object: *knocked down the report*, and no drone."""

FINDINGS = vocabulary(
    "rumour account accounts version finding findings conclusion conclusions narrative theory "
    "argument arguments thesis defence defense plea"
)
"""What else can be knocked down, challenged or disagreed with."""


SHAM = vocabulary("phantom so-called supposed alleged fictitious imaginary non-existent nonexistent invented")
"""What is scorned that somebody only claims: *scorns ‘phantom’ sale*."""


def denies_claim(words: Sequence[Word], end: int, cue: Cue) -> bool:
    """Whether the verb, if it is also said of things, has a claim for its object."""
    if cue.verb not in OF_THINGS_TOO:
        return True
    near = [word.low for word in words[end : end + 7]]
    named = near[: near.index("to")] if "to" in near else near  # challenged X to prove its claim
    if cue.verb == "throw out" and set(named) & {"complaint", "complaints", "charge", "charges", "claims"}:
        return False  # a case
    if cue.verb == "scorn" and end < len(words) and words[end].text in MARKS:
        return True
    return not (ALLEGED | listed("accusation") | FINDINGS | SHAM).isdisjoint(named)


def opening_of_aside(words: Sequence[Word], comma: int) -> int | None:
    """The comma before *citing photographs,* or *in a joint letter,*: the subject stands before it."""
    for back in range(comma - 1, max(0, comma - 14), -1):
        if words[back].text == ",":
            after = words[back + 1]
            aside = after.low in PREPOSITIONS | {"a", "an", "the", "who", "which", "written", "drawn", "sent"}
            return back if aside or after.low.endswith(("ing", "ed")) else None
        if not words[back].is_word or words[back].quoted:
            return None
    return None


ANSWERING = frozenset({"denying", "rejecting", "insisting", "saying", "dismissing", "disputing"})
"""Participles that hang on *responded by*, *hung up after*, *issued a statement*."""

BIDDING = frozenset({"demanding", "urging", "asking", "requesting", "calling", "protesting", "warning"})
"""Participles that hang on *a note*, *a letter*, which asks or protests."""

_PAPERS = frozenset(
    {"statement", "letter", "communique", "note", "email", "e-mail", "tweet", "release", "post", "message"}
)
_GIVEN = frozenset(
    {
        "issued", "put", "released", "published", "sent", "posted", "made", "wrote", "circulated", "handed",
        "delivered", "gave", "signed", "passed", "presented", "tabled",
    }
)  # fmt: skip


def in_paper(words: Sequence[Word], at: int) -> bool:
    """*issued a statement on Monday denying P*, *handed X a note demanding that P*: what the paper says."""
    if words[at].low not in ANSWERING | BIDDING:
        return False
    near = range(at - 1, max(0, at - 6), -1)
    paper = next((n for n in near if words[n].low in _PAPERS), None)
    if paper is None or any(not word.is_word or word.quoted for word in words[paper + 1 : at]):
        return False
    opened = any(word.low in {"a", "an"} for word in words[max(0, paper - 3) : paper])
    led = any(words[n].low in _GIVEN for n in range(max(0, paper - 6), paper))
    return opened and led


def ends_in_speaker(cue: Cue, rest: Sequence[Word]) -> bool:
    """*Drones not ours, says X*: a headline without another verb, which ends in its speaker."""
    return cue.verb == "say" and cue.form == "s" and 0 < len(rest) < 6 and all(word.is_word for word in rest)


HEARSAY = vocabulary("said reported understood believed quoted alleged thought claimed")
"""Participles before *to have said*: the verb of saying is the one behind."""


def is_hearsay(words: Sequence[Word], at: int) -> bool:
    """*The source was said | to have added P*."""
    behind = [word.low for word in words[at + 1 : at + 4]]
    return behind[:2] == ["to", "have"] and behind[-1] in cues() and words[at - 1].low in AUXILIARIES


def quotes_as_saying(words: Sequence[Word], end: int) -> bool:
    """*The magazine quotes | X as saying*: whether the words behind the verb say so."""
    lows = [word.low for word in words[end : end + 16]]
    return ("as", "saying") in pairwise(lows)
