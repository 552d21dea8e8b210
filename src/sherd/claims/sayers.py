"""What is made of those who say P, and of saying it: *whoever says P is a fool*, *to say P is to insult Q*.

Who calls those who say P fools denies P, and so does who says what saying P amounts to; who says that they
are right holds P. *It is no exaggeration to say that P* says P, *we were wrong to say that no P* does too.
Where neither is plain, nothing is said of P: those who say it may only be told of.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from sherd.claims import grammar
from sherd.claims.asked_once import lows_of, vocabulary_of
from sherd.claims.denials import FALSE
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.negation import is_negation
from sherd.claims.sentences import Word
from sherd.claims.undone import ERROR, NAIVE
from sherd.claims.verbs import BE


@frozen
class Weighed:
    """Where P stands in the words, and whether it is denied; ``None`` where no stand is taken."""

    first: int
    last: int
    denied: bool | None


ANYONE = vocabulary("anyone anybody whoever")
MANY = vocabulary("those people everyone everybody all someone somebody")
SAYS = vocabulary(
    "say says said saying claim claims claimed claiming suggest suggests suggested suggesting allege "
    "alleges alleged write writes wrote tell tells told believe believes believed think thinks thought "
    "imagine imagines assert asserts asserted report reports reported maintain maintains insist insists "
    "pretend pretends accuse accuses accused repeat repeats suspect suspects assume assumes"
)
"""Forms of verbs behind *anyone who*."""

FOOLS = vocabulary(
    "fool fools madman madmen idiot idiots lunatic child liar imbecile ignoramus dreamer fantasist"
)

SCORN = (
    FALSE
    | ERROR
    | NAIVE
    | vocabulary(
        "lying liar liars fool fools foolish idiot idiots mad madman insane crazy stupid blind deluded "
        "dreaming drunk joking kidding doctor psychiatrist glasses head heads leg legs imagination "
        "novels novel films film movies movie cinema propaganda ignorant ignorance confused clueless "
        "shame ashamed sick insult insults insulting misinformed misled dishonest malicious fantasist "
        "hallucinating invented senses mind anything nothing nobody none no apologise apologize slander "
        "slandering paid agent agents enemy enemies dreams"
    )
)
"""What those who say P are, need or do, by whom denies P."""

CREDIT = vocabulary("right correct truth true honest")
"""What they are or tell who are believed."""

PUT = vocabulary(
    "say claim suggest think believe imply allege assert pretend accuse maintain insinuate conclude "
    "infer argue assume suppose report imagine speak insist saying claiming suggesting alleging "
    "accusing implying insinuating thinking believing pretending call calling describe"
)
"""Verbs by which P is only put: *to say that P*."""

AGREED = vocabulary("fair true accurate right correct reasonable understatement obvious safe honest enough")
"""What saying P is, where P is held."""

OVERDONE = vocabulary(
    "exaggeration exaggerated overstatement stretch unfair untrue misleading inaccurate simplistic "
    "irresponsible reckless outrageous unjust disingenuous misguided ludicrous preposterous laughable "
    "slanderous libellous offensive far-fetched perverse"
)
OVERDOES = FALSE | ERROR | NAIVE | OVERDONE
"""What it is to say P, where P is denied."""

OPEN = vocabulary(
    "premature early hard difficult impossible tempting easy soon possible wise helpful useful "
    "necessary painful time important interesting common customary usual"
)


def of_sayers(some: Sequence[Word]) -> Weighed | None:
    """What the words make of those who say P, or of saying it."""
    words = vocabulary_of(some)
    if words.isdisjoint(_SIGNS) or len(some) < 6:
        return None
    return (
        _given_up(some)
        or _whoever(some)
        or _only_fools(some)
        or _to_say(some)
        or _it_is_to_say(some)
        or _wrong_to_say(some)
    )


_SIGNS = SAYS | PUT | frozenset({"longer"})


def _whoever(some: Sequence[Word]) -> Weighed | None:
    """*Anyone who tells you that P is pulling your leg*, *Those who say P need their heads examined*."""
    lows = lows_of(some)
    opens = 1 if lows[0] in {"if", "but", "and"} else 0
    if lows[opens] not in ANYONE | MANY:
        return None
    says = next((at for at in range(opens + 1, min(opens + 5, len(lows))) if lows[at] in SAYS), None)
    if says is None or any(is_negation(word) for word in some[opens:says]):
        return None
    first = _past_that(some, says)
    told = told_of(some, first)
    if told is None:
        return None
    last, verdict = told
    return Weighed(first, last, _of_verdict(verdict, lows[opens] in ANYONE))


def _past_that(some: Sequence[Word], says: int) -> int:
    """Where P begins behind a verb of saying, and whom it is said to."""
    first = says + 1
    near = range(first, min(first + 5, len(some) - 2))
    that = next((at for at in near if some[at].low == "that" and some[at].text != "That"), None)
    if that is not None:
        return that + 1
    return first + (some[says].low.startswith(("tell", "told")))


def told_of(some: Sequence[Word], first: int) -> tuple[int, Sequence[Word]] | None:
    """Where P ends, and what is said behind it: the second verb that nothing opens a clause for."""
    own = next((at for at in range(first + 1, len(some)) if grammar.finite_at(some, at)), None)
    if own is None:
        return None
    while own + 1 < len(some) and (
        grammar.finite_at(some, own + 1) or some[own + 1].low in grammar.AUXILIARIES
    ):
        own += 1
    for at in range(own + 2, len(some)):
        if some[at].text == "," and at + 2 < len(some) and _opens_verdict(some, at + 1):
            return at, some[at + 1 :]
        if _opens_verdict(some, at) and not _is_inner(some, own, at):
            return at, some[at:]
    return None


def _opens_verdict(some: Sequence[Word], at: int) -> bool:
    """Whether the verb stands there that is said of whoever says P."""
    low = some[at].low
    return low in {"need", "needs", "know", "should"} or grammar.finite_at(some, at)


_OPENING = vocabulary("that which who whom whose where when because as if while what how and or")


def _is_inner(some: Sequence[Word], own: int, at: int) -> bool:
    """Whether the verb goes with a word that opens a clause inside P, or stands in a list with P's own."""
    before = some[at - 1].low
    return before in _OPENING | grammar.PERSONS or any(
        word.low in _OPENING for word in some[max(own + 1, at - 3) : at]
    )


def _of_verdict(verdict: Sequence[Word], anyone: bool) -> bool | None:
    """Whether P is denied by what is said of those who say it."""
    lows = [word.low for word in verdict if word.is_word]
    nay = any(is_negation(word) for word in verdict)
    if nay and {"wrong", "lying", "mistaken", "exaggerating"} & set(lows):
        return False
    if CREDIT & set(lows) and not FALSE & set(lows):
        return nay
    if nay or SCORN & set(lows):
        return True
    return True if anyone and lows[:1] != ["should"] and lows[:1] != ["will"] else None


def _only_fools(some: Sequence[Word]) -> Weighed | None:
    """*Only a fool would say that P*, *No serious person believes that P*."""
    lows = lows_of(some)
    fools = lows[0] == "only" and bool(FOOLS & set(lows[1:4]))
    nobody = lows[0] == "no" and bool(
        {"person", "expert", "observer", "analyst", "man", "woman"} & set(lows[1:4])
    )
    nobody = nobody or lows[0] in {"nobody", "no-one"} or lows[:2] == ["no", "one"]
    if not fools and not nobody:
        return None
    says = next(
        (
            at
            for at in range(2 - (lows[0] in {"nobody", "no-one"}), min(12, len(lows) - 2))
            if lows[at] in SAYS
        ),
        None,
    )
    if (
        says is None
        or lows[says + 1] != "that"
        or (nobody and lows[says] in {"said", "told", "reported", "wrote"})
    ):
        return None
    if any(is_negation(word) for word in some[1:says]) or {"should", "must", "who", "which"} & set(
        lows[:says]
    ):
        return None
    return Weighed(says + 2, len(some), True)


GIVEN_UP = vocabulary(
    "stand stands stood believe believes claim claims maintain maintains hold holds think thinks"
)


def _given_up(some: Sequence[Word]) -> Weighed | None:
    """*She no longer stands by her statement that P*, *no longer believes that P*."""
    lows = lows_of(some)
    at = next((at for at in range(1, min(8, len(lows) - 5)) if lows[at : at + 2] == ["no", "longer"]), None)
    if at is None or lows[at + 2] not in GIVEN_UP:
        return None
    that = next((n for n in range(at + 3, min(at + 9, len(lows) - 2)) if lows[n] == "that"), None)
    return Weighed(that + 1, len(some), True) if that is not None else None


# ---------------------------------------------------------------- what it is to say P


def _to_say(some: Sequence[Word]) -> Weighed | None:
    """*To say that P is to stand the truth on its head*, *Saying that P is Q*, *to call X P is Q*."""
    lows = lows_of(some)
    opens = 1 if lows[0] == "to" and lows[1] in PUT else 0
    if not opens and not (lows[0] in PUT and lows[0].endswith("ing")):
        return None
    calls = lows[opens] in {"call", "calling", "describe"}
    first = opens + 1 if calls else _past_that(some, opens)
    if not calls and some[first - 1].low != "that":
        return None
    told = _copula(some, first) if calls else told_of(some, first)
    if told is None:
        return None
    last, verdict = told
    return Weighed(first, last, _of_saying(verdict, True))


def _copula(some: Sequence[Word], first: int) -> tuple[int, Sequence[Word]] | None:
    at = next((at for at in range(first + 2, len(some) - 1) if grammar.finite_at(some, at)), None)
    return (at, some[at:]) if at is not None else None


def _of_saying(verdict: Sequence[Word], default: bool | None) -> bool | None:
    lows = [word.low for word in verdict if word.is_word]
    held = set(lows)
    nay = any(is_negation(word) for word in verdict) or bool(held & {"no", "hardly", "neither"})
    if held & AGREED or (nay and "sense" in held):
        return nay
    if held & (OVERDOES | listed("verdict")):
        return not nay
    return None if held & OPEN else (default if not nay else None)


def _it_is_to_say(some: Sequence[Word]) -> Weighed | None:
    """*It would be a stretch to say that P*, *It is no exaggeration to say that P*."""
    lows = lows_of(some)
    if lows[0].split("'")[0] not in {"it", "this"} or not (BE & set(lows[1:4]) or "'" in lows[0]):
        return None
    to = next(
        (at for at in range(2, min(16, len(lows) - 3)) if lows[at] == "to" and lows[at + 1] in PUT), None
    )
    if to is None:
        return None
    first = _past_that(some, to + 1)
    if lows[first - 1] != "that":
        return None
    idiom = "to" in lows[2:to]
    held = _of_saying(some[1:to], True if idiom else None)
    return Weighed(first, len(some), held) if held is not None else None


def _wrong_to_say(some: Sequence[Word]) -> Weighed | None:
    """*We were wrong to say that P*, *He had been mistaken in thinking that P*."""
    lows = lows_of(some)
    wrong = next((at for at in range(2, min(8, len(lows) - 4)) if lows[at] in {"wrong", "mistaken"}), None)
    if wrong is None or lows[0] in {"it", "this", "that"} or not BE & set(lows[1:wrong]):
        return None
    says = next((at for at in range(wrong + 2, min(wrong + 5, len(lows) - 2)) if lows[at] in PUT), None)
    if (
        says is None
        or lows[wrong + 1] not in {"to", "in", "when"}
        or any(is_negation(w) for w in some[:wrong])
    ):
        return None
    first = _past_that(some, says)
    if lows[first - 1] != "that":
        return None
    return Weighed(first, len(some), True)
