"""What becomes of a claim that is the subject of its clause: *the idea that P is laughable*.

*The claim that P does not hold water* · *Claims of P are, in X's words, “a mirage”* · *Y's theory, that P,
was demolished by X* · *The explanation offered by Y, namely that P, lacks credibility*: P is denied by the
one who says so, by whoever the passive names, else by the article. What the claim is called is a denial
unless it credits the claim; where it is only told of again (*was repeated in parliament*), nobody
denies it.

To add a word by which a claim is denied: in ``FAILING``, ``STANDING_UP``, ``UNDONE`` or ``LAUGHABLE``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from sherd.claims import grammar
from sherd.claims.asked_once import once, vocabulary_of
from sherd.claims.claimed import NOUNS, SPURNED, verdict_of
from sherd.claims.denials import CREDITING, FALSE
from sherd.claims.lexicon import DENIAL, cues, listed, vocabulary
from sherd.claims.sentences import Word
from sherd.claims.verbs import BE

CLAIMED = (
    NOUNS
    | listed("accusation")
    | vocabulary("explanation account proof speculation premise statement statements")
)
"""Nouns for what is claimed, where they are what a clause is about."""

LAUGHABLE = (
    FALSE
    | SPURNED
    | vocabulary(
        "ridiculous ludicrous laughable far-fetched nonsensical implausible incredible unbelievable "
        "impossible unthinkable inconceivable defamatory libellous libelous slanderous overstated "
        "misleading mistaken wrong spurious specious dubious fanciful imaginary illusory insane mad madness "
        "stupid childish naive chimera phantom propaganda smear farce insult libel gossip rumour rumours "
        "rumor rumors hearsay theatre theater sophistry garbage hogwash balderdash poppycock bunk baloney "
        "moonshine claptrap twaddle dreams daydream daydreams"
    )
)
"""What a claim is that is denied."""

CREDITED = CREDITING | vocabulary(
    "true right correct spot-on spot honest important welcome good truth fact step start relief breakthrough "
    "strange remarkable likely probable possible fair valid reasonable understandable justified "
    "founded grounded strong sound new old secret classified confidential under still now being pending"
)
"""What a claim is that is believed, or only told of."""

GROUNDS = vocabulary(
    "credibility foundation foundations basis merit substance truth grounds evidence legs logic plausibility "
    "support proof backing value"
)
LACKING = vocabulary("lacks lacked lack has had have wants")
STANDING_UP = vocabulary(
    "hold stand survive bear correspond square stack add wash fly convince withstand tally accord match fit "
    "check bear deserve merit make ring work"
)
"""What a claim does not do that is denied: *does not hold water*, *doesn't wash*."""

BORNE_OUT = vocabulary(
    "borne supported backed substantiated corroborated confirmed upheld grounded based founded true credible "
    "accurate correct right so plausible reliable convincing tenable serious sustained vindicated"
)
"""What a claim is not that is denied."""

UNDONE = vocabulary(
    "demolished refuted debunked discredited disproved disproven exploded belied contradicted "
    "rebutted repudiated invented concocted fabricated scotched punctured dismantled undone overturned"
)
"""What is done to a claim that is denied, by whoever or whatever *by* names."""

HELD = vocabulary(
    "judged deemed considered found called labelled termed dubbed thought described dismissed ruled"
)
FAILING = vocabulary(
    "collapsed collapses crumbled crumbles unravelled unravels unraveled evaporated evaporates defies defied "
    "beggars beggared strains strained insults insulted"
)
MIRTH = vocabulary(
    "laughter mirth derision ridicule scorn chuckles giggles hilarity guffaws mockery incredulity"
)
HELPING = vocabulary(
    "do does did will would could can cannot doesn't don't didn't won't can't couldn't wouldn't"
)
TURNING = vocabulary(
    "turned turns proved proves proven remains remained sounds sounded seems seemed looks amounts amounted"
)
NEGATIVE = vocabulary(
    "not never isn't wasn't aren't weren't doesn't don't didn't hasn't cannot can't couldn't won't hardly"
)
ASIDE = vocabulary("in as frankly quite honestly say says said according one to if")
_TO = vocabulary("to out be been have a an just simply pure mere nothing no but more")


@frozen
class Judged:
    """A claim that a clause denies."""

    noun: int
    opens: int
    closes: int
    """The words of what was claimed."""
    verb: int
    """Where the words begin that are said of the claim."""
    by: int | None = None
    """Where whoever denies it stands, behind *by*."""


@once
def judged(some: Sequence[Word]) -> Judged | None:
    """The claim that is the subject of these words, where they deny it."""
    if CLAIMED.isdisjoint(vocabulary_of(some)):
        return None
    noun = _subject_noun(some)
    if noun is None:
        return None
    for opens, closes, verb in _bounds(some, noun):
        told, at = _predicate(some, verb)
        if not told or not _denies(told) or some[closes - 1].low in KINDS:
            continue
        lows = [word.low for word in told]
        passive = lows[0] in BE | {"has", "have", "had"} and not NEGATIVE & set(lows[:4])
        by = next((at[n] + 1 for n, low in enumerate(lows[:-1]) if low == "by" and passive), None)
        return Judged(noun, opens, closes, verb, by)
    return None


def _subject_noun(some: Sequence[Word]) -> int | None:
    """Where the noun for a claim stands that opens the clause."""
    named = bool(some) and some[0].low == "what"  # what X calls “proof” that P
    for at in range(min(9, len(some) - 4)):
        word = some[at]
        if word.low in CLAIMED and (at == 0 or not word.is_name):
            return at if at == 0 or some[at - 1].low not in grammar.PREPOSITIONS else None
        if word.low in DENIAL or word.text in {",", ":", ";"} or (not named and grammar.finite_at(some, at)):
            return None
        if word.low in grammar.SUBORDINATORS and at:
            return None
    return None


def _bounds(some: Sequence[Word], noun: int) -> Iterator[tuple[int, int, int]]:
    """Where what was claimed begins and ends, and where the verb may stand that is said of it."""
    at = noun + 1
    at += some[at].text in grammar.MARKS
    if some[at].low in MADE_BY:
        that = next((n for n in range(at, min(at + 9, len(some) - 3)) if some[n].low == "that"), None)
        if that is None:
            return
        at = that - (some[that - 1].text == ",") - 2 * (some[that - 1].low in NAMELY)
    inserted = some[at].text in LED
    at += inserted
    at += some[at].low in NAMELY
    link = some[at].low
    if at + 3 >= len(some) or link not in {"that", "of", "about", "to"}:
        return
    if inserted:
        close = next((n for n in range(at + 2, len(some) - 1) if some[n].text in LED), None)
        if close is not None and link == "that":
            yield at + 1, close, close + 1
        return
    for close, verb in _verbs_said_of(some, at, link != "that"):
        yield at + 1, close, verb


KINDS = vocabulary("kind sort nature type")
"""*Reports of this kind* hold no proposition."""

MADE_BY = vocabulary("offered advanced made put spread given peddled circulated by from in")
NAMELY = frozenset({"namely", "viz"})
LED = frozenset({",", "–", "—"})


def _verbs_said_of(some: Sequence[Word], link: int, bare: bool) -> Iterator[tuple[int, int]]:
    """The verbs behind the clause: *that P | is laughable*, *that P, says X, | is laughable*."""
    at, seen = link + 1, bare
    while at < len(some) - 1 and some[at].text not in {";", ":"}:
        word = some[at]
        if (word.quoted and not some[link].quoted) or word.text in grammar.MARKS:
            if seen and word.text in grammar.MARKS and grammar.finite_at(some, at + 1):
                yield at, at  # the claim that P “is a joke”
            at += 1
            continue
        if word.text == "," and seen and (close := _past_teller(some, at)):
            yield at, close
        if at > link + 1 and (grammar.finite_at(some, at) or word.low in FAILING | DRAWING):
            if seen and some[at - 1].low not in _NO_END:
                yield at - (some[at - 1].text in LED), at
            seen = True
            while at + 1 < len(some) and _goes_with_verb(some, at + 1):
                at += 1
        at += 1


_NO_END = (
    grammar.CONJUNCTIONS | grammar.AUXILIARIES | NEGATIVE | vocabulary("which who that it he they she we i")
)
DRAWING = frozenset({"drew", "draws", "met"})


def _goes_with_verb(some: Sequence[Word], at: int) -> bool:
    """*had not been | sold*: what belongs to the verb of what was claimed."""
    low, before = some[at].low, some[at - 1]
    if before.low not in grammar.AUXILIARIES | NEGATIVE and not grammar.is_adverb(before):
        return False
    return (
        low in grammar.AUXILIARIES | NEGATIVE | grammar.PARTICIPLES
        or low.endswith("ed")
        or grammar.is_adverb(some[at])
    )


def _past_teller(some: Sequence[Word], comma: int) -> int | None:
    """Where the words go on behind who says it: *, the office let it be known, | “exist only on P”*."""
    close = next((n for n in range(comma + 1, len(some) - 1) if some[n].text == ","), None)
    if close is None or not _tells(some[comma + 1 : close]):
        return None
    after = some[close + 1]
    return (
        close + 1
        if after.quoted or after.text in grammar.MARKS or grammar.finite_at(some, close + 1)
        else None
    )


def _tells(aside: Sequence[Word]) -> bool:
    """Whether the words between two commas tell who says it: *the office let it be known*."""
    return any(word.low in cues() or word.low in {"let", "according", "words"} for word in aside)


def _predicate(some: Sequence[Word], verb: int) -> tuple[list[Word], list[int]]:
    """What is said of the claim, without asides and without who says it."""
    found, places, at = list[Word](), list[int](), verb
    while at < len(some):
        word = some[at]
        if word.text in {",", "–", "—"} and not word.quoted:
            close = next(
                (
                    n
                    for n in range(at + 1, len(some))
                    if some[n].text in {",", "–", "—"} and not some[n].quoted
                ),
                len(some),
            )
            aside = some[at + 1 : close]
            only = len(aside) < 3 and all(grammar.is_adverb(each) or each.low in ASIDE for each in aside)
            if close < len(some) and (only or _tells(aside) or aside[0].low in {"in", "as"}):
                # an appositive behind the name: in the words of its owner, X, “…”
                at = close + 1 if not _goes_on_name(some, close) else _past_name(some, close)
                continue
            break
        if word.text in {";", ":"}:
            break
        if found or word.is_word:
            found.append(word)
            places.append(at)
        at += 1
    return found, places


def _goes_on_name(some: Sequence[Word], comma: int) -> bool:
    close = next((n for n in range(comma + 1, min(comma + 7, len(some))) if some[n].text == ","), None)
    return close is not None and all(word.is_name or not word.is_word for word in some[comma + 1 : close])


def _past_name(some: Sequence[Word], comma: int) -> int:
    return next(n for n in range(comma + 1, len(some)) if some[n].text == ",") + 1


def _denies(told: Sequence[Word]) -> bool:
    """Whether what is said of a claim denies it."""
    lows = [word.low for word in told if word.is_word]
    if not lows:
        return False
    headed = lows[0] in BE | HELPING | TURNING | NEGATIVE | {"has", "have", "had"}
    return _bad(told, lows) or (headed and CREDITED.isdisjoint(lows) and verdict_of(told) is True)


def _bad(told: Sequence[Word], lows: Sequence[str]) -> bool:
    negated = bool(NEGATIVE & set(lows[:4]))
    head = lows[0]
    if lows[:1] == ["exist"] or head in {"exists", "existed"}:
        return lows[1:2] == ["only"] or negated
    if MIRTH & set(lows[1:5]) or head in FAILING:
        return not negated
    if " ".join(lows[:3]) in {"falls apart at", "fell apart at", "falls apart", "fell apart"}:
        return not negated
    if head in LACKING and GROUNDS & set(lows[1:5]):
        return head.startswith(("lack", "want")) or lows[1:2] == ["no"]
    if head in {
        "do",
        "does",
        "did",
        "will",
        "would",
        "could",
        "can",
        "cannot",
        "doesn't",
        "don't",
        "didn't",
        "won't",
        "can't",
    }:
        return negated and bool(STANDING_UP & set(lows[1:4]))
    helped = 0
    while helped < len(lows) and lows[helped] in {"has", "have", "had", "been", "was", "is", "are", "were"}:
        helped += 1
    passive = lows[helped : helped + 3]
    if helped and not negated and UNDONE & set(passive[:2]):
        return True
    if helped and HELD & set(passive[:1]):
        return not negated and _is_scorned(told, lows, helped)
    return head in BE | TURNING | NEGATIVE and _called(told, lows, negated)


def _is_scorned(told: Sequence[Word], lows: Sequence[str], helped: int) -> bool:
    """*was dismissed as fantasy by X*, *was described by X as “bazaar talk”*."""
    if LAUGHABLE & set(lows[helped + 1 : helped + 6]):
        return True
    as_ = next((n for n, word in enumerate(told) if word.low == "as" and not word.quoted), None)
    rest = [word for word in told[as_ + 1 :] if word.is_word] if as_ is not None else []
    quoted = [word for word in rest if word.quoted]
    return bool(quoted) and rest[0].quoted and CREDITED.isdisjoint(word.low for word in quoted)


def _called(told: Sequence[Word], lows: Sequence[str], negated: bool) -> bool:
    """*is laughable*, *are “a mirage”*, *was not borne out by P*, *is not merely overstated but invented*."""
    behind = lows[1:]
    if negated:
        merely = bool({"merely", "only", "just"} & set(behind[:3]))
        return bool((LAUGHABLE if merely else BORNE_OUT) & set(behind[:8] if merely else behind[:4]))
    if {"no", "without"} & set(behind[:2]) and GROUNDS & set(behind[1:5]):
        return True
    if behind[:2] in (["just", "that"], ["out", "of"]):
        return True
    if CREDITED & set(behind):
        return False
    if LAUGHABLE & set(behind[:7]):
        return True
    if {"no"} & set(behind) and GROUNDS & set(behind):
        return True
    rest = [word for word in told[1:] if word.low not in _TO and not grammar.is_adverb(word)]
    quoted = [word for word in rest if word.is_word and word.quoted]
    return (
        bool(quoted)
        and len(quoted) < 9
        and all(word.quoted or not word.is_word or word.low in _TO for word in rest)
    )
