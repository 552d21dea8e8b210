"""Where the clause begins that a frame only introduces: *we assess that P*, *there is no doubt that P*.

The deed that is told is that of the inner clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import grammar
from sherd.claims.asked_once import once
from sherd.claims.bare_verbs import ruling
from sherd.claims.grammar import PREPOSITIONS
from sherd.claims.leading_verbs import every_form
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.sentences import Word
from sherd.claims.verbs import BE, HAVING, INNER, WHO_TELLS, Group

_TELLING = every_form(
    "see know believe show suggest indicate mean assess think find establish understand expect judge suspect "
    "fear reckon suppose conceal tell inform assure assume deduce infer"
)
_SHORT = ("'re", "'m", "'ve", "'ll")
"""What is left of an auxiliary behind a pronoun."""

_CLEFT = vocabulary("what all")
_OPENING = vocabulary(
    "clear true likely possible evidence reason doubt sign proof indication obvious certain known "
    "aware concerned confident convinced sure reports report truth charge allegation "
    "suggestion notion untrue "
    "false unlikely wrong incorrect possibility chance impression suspicion"
)


@once
def told_in(words: Sequence[Word]) -> int | None:
    """Where the clause begins that a frame only introduces: *we assess that P*, *there is no doubt that P*.

    Also *the allegation that P is false* and *we have not seen X do P*.
    """
    if len(words) < 5:
        return None
    lows = [word.low for word in words]
    if "'" in "".join(lows):
        lows = [low.split("'")[0] if low.endswith(_SHORT) else low for low in lows]
    that = next((at for at in range(1, min(len(words), 12)) if lows[at] == "that"), None)
    noun = next((at for at in range(min(3, len(words))) if lows[at] in listed("accusation")), None)
    if lows[0] in _CLEFT and lows[1] in {"we", "i", "they", "he", "she", "it", "you"}:
        ends = next((at for at in range(2, min(10, len(words))) if lows[at] in BE), None)
        if ends is not None and ends + 2 < len(words):
            return ends + 1 + (lows[ends + 1] == "that")
    if (
        noun is not None
        and that is not None
        and noun < that <= noun + 6
        and grammar.has_finite(words[that + 1 :])
    ):
        return that + 1
    main = ruling(words)
    if main is None:
        return None
    verb = lows[main.verb]
    if (asked := _past_doubt(lows, main)) is not None:
        return asked
    if that is None or that <= main.verb:
        that = next(
            (at for at in range(main.verb + 1, min(len(words), main.verb + 12)) if lows[at] == "that"), None
        )
    if that is not None and that > main.verb and _tells(words, lows, main, that):
        return that + 1
    if (
        lows[0] in WHO_TELLS
        and verb in {"see", "seen", "saw"}
        and any(grammar.is_base(word) for word in words[main.verb + 2 : main.verb + 8])
    ):
        return main.verb + 1
    return _without_that(words, lows, main)


def _past_doubt(lows: Sequence[str], main: Group) -> int | None:
    """*There is no doubt about where P was made*, *no question who sold P*: the clause behind *where*."""
    for at in range(main.verb + 1, min(len(lows) - 3, main.verb + 7)):
        if lows[at] in _DOUBT:
            asked = at + 1 + (lows[at + 1] in {"about", "over"}) + 2 * (lows[at + 1 : at + 3] == ["as", "to"])
            return asked + (lows[asked] != "who") if lows[asked] in _ASKED else None
        if lows[at] in PREPOSITIONS - {"for", "of"}:
            return None
    return None


_DOUBT = vocabulary("doubt ambiguity question mystery secret")
_ASKED = vocabulary("where how when who whether")


def _without_that(words: Sequence[Word], lows: Sequence[str], main: Group) -> int | None:
    """*the plates prove the motors left P*, *we believe it was sold to Q*: a clause with *that* left out."""
    first = main.verb + 1
    if lows[main.verb] not in _BARE or first + 1 >= len(words) or not _opens_subject(words[first]):
        return None
    if {"been", "be", "being", *BE} & set(lows[main.first : main.verb]):
        return None
    for at in range(first, min(len(words), first + 14)):
        if at > first and grammar.finite_at(words, at):
            return first
        if lows[at] in INNER or lows[at] == "that" or words[at].text in {",", ";", ":"}:
            return None
    return None


def _opens_subject(word: Word) -> bool:
    return word.is_name or word.low in grammar.DETERMINERS | grammar.PERSONS or word.text[0].isdigit()


_BARE = every_form(
    "believe think judge suspect fear know show suggest indicate mean prove say claim reckon assume conclude"
)
"""Verbs behind which *that* can be left out."""


def _tells(words: Sequence[Word], lows: Sequence[str], main: Group, that: int) -> bool:
    """Whether what is told stands behind *that*: *we assess that P*, *X admitted in May that P*."""
    between = lows[main.first : that]
    if not grammar.has_finite(words[that + 1 : that + 14]) or any(low in INNER for low in between):
        return False
    if any(low in {",", ";"} for low in lows[main.verb + 1 : that]):
        return False
    if lows[main.verb] in {"told", "informed"} and (BE | {"been"}) & set(lows[main.first : main.verb]):
        return False  # were not told that P
    if lows[main.verb] in _SHOWING and that > main.verb + 1 and not _is_aside(words, that - 1):
        return False  # show radars that the army uses
    beside = set(lows[max(main.verb, that - 4) : that])
    told = any(
        lows[at] in _TELLING | _SAYING and (at == main.verb or lows[at + 1] not in PREPOSITIONS)
        for at in range(main.verb, min(that, main.verb + 8))
    )
    if that > main.verb + 6 and not told:
        return False
    opening = beside & _OPENING and (BE | HAVING | _REMAINING) & set(lows[: main.verb + 1])
    denied = bool({"not", "never", "n't", "cannot", "neither"} & set(between)) or any(
        low.endswith("n't") for low in between
    )
    unable = denied and bool({"confirm", "verify", "say", "prove", "tell", "corroborate"} & set(between))
    return bool(told or opening) and not unable


_SHOWING = every_form("show see find know reveal understand expect")


def _is_aside(words: Sequence[Word], at: int) -> bool:
    """Whether the word before *that* belongs to the verb: *found in May that P*, *showed clearly that P*."""
    word = words[at]
    return word.text[0].isdigit() or word.low in grammar.TIMES or grammar.is_adverb(word) or word.is_name


_REMAINING = vocabulary(
    "remain remains remained seem seems seemed raise raises raised leave leaves left offer offers offered"
)
_SAYING = every_form(
    "say claim state maintain insist admit acknowledge announce declare allege report confirm conclude note "
    "warn stress emphasize emphasise reveal assert argue repeat reiterate estimate determine demonstrate "
    "prove rule understand learn agree concede contend stipulate recall testify"
)
