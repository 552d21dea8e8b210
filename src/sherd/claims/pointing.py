"""What a bare verdict is about: *X disputes that*, *X says this is impossible*, *X contradicted him*.

The words hold no proposition. What is denied is the clause that somebody else asserted just before, in so
many words; where none can be meant, nothing is denied that anybody could lay beside another claim, and the
words are no statement. In quotation marks they stay what the speaker said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from sherd.claims import grammar
from sherd.claims.antecedents import VERDICTS
from sherd.claims.denials import FALSE
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.parties import party
from sherd.claims.sentences import Sentence, Word, words_within
from sherd.claims.short_answers import short_answer
from sherd.claims.subjects import Said
from sherd.claims.unclaimed import is_no_claim, says_nothing
from sherd.claims.verbs import BE
from sherd.model.statements import Speaker, Statement

BARE = vocabulary("this that it otherwise")
"""Pronouns that stand for all that was said."""

EMPTY = BARE | vocabulary("them him her these those both neither so")
"""Words that say nothing by themselves."""

SINGLE = vocabulary("it this that him her")
"""Pronouns for one thing said, or for who said it."""

NEAR = 3
"""Lines, empty ones counted, within which what a bare pronoun stands for was said."""

LONGEST = 9
"""Words of a bare verdict."""

UNTRUE = vocabulary(
    "untrue lie lies nonsense impossible inconceivable unthinkable absurd ridiculous ludicrous preposterous "
    "rubbish slander unfounded baseless groundless implausible laughable wrong incorrect inaccurate "
    "nonsensical unimaginable"
)
"""What a claim is said to be, and no thing."""

TRUE = vocabulary("true so right correct accurate possible happening")
NOT = vocabulary("not never isn't wasn't cannot can't couldn't nor hardly")
HAPPENING = vocabulary("happened happen occurred occur")
OPENING = vocabulary("that to for if whether because when who which")
"""Words behind which something else is told: *it is impossible to say*."""

CONTRADICTING = vocabulary("contradict contradicts contradicted contradicting")


@frozen
class Meant:
    """What is denied, and the words that say so; None where they hold no proposition and none is near."""

    said: Said
    clause: tuple[int, int] | None


def meant(
    made: Sequence[Statement], one: Said, sentence: Sentence, piece: tuple[int, int], mode: str
) -> Meant | None:
    """What a bare verdict between two offsets denies; None where the words are none."""
    modes = {"indirect", "mixed_quote", "direct_quote", "headline"}
    if mode not in modes or one.no_comment or one.source is None:
        return None
    words, some = sentence.words, words_within(sentence.words, *piece)
    if not some:
        return None
    cue = words[slice(*one.cue)] if one.cue is not None else ()
    denied = one.polarity == "deny" and mode == "indirect"
    if says_nothing(some) or (denied and one.cue and is_no_claim(words[: one.cue[0]], cue, some)):
        return Meant(one, None)
    if some[0].quoted or len(some) > LONGEST + 4 or one.polarity == "urge" or mode == "direct_quote":
        return None
    judged = _is_pronoun_judged(some)
    bare = _is_empty(some) or contradicts(cue, some) or (one.polarity == "deny" and one.content == one.cue)
    if not is_untrue(some) and not (one.polarity == "deny" and (bare or judged)):
        return None
    told = _antecedent(made, one.source.speaker, sentence, judged or some[0].low in SINGLE)
    if told is None and not bare:
        return None
    return Meant(evolve(one, act="deny", polarity="deny"), told)


def in_quote(
    made: Sequence[Statement], one: Said, sentence: Sentence, piece: tuple[int, int]
) -> tuple[int, int] | None:
    """*“That is nonsense,” X said*: the clause that a bare verdict in quotation marks is about."""
    if one.no_comment or one.source is None or one.polarity == "urge":
        return None
    some = words_within(sentence.words, *piece)
    if not some or len(some) > LONGEST + 4 or not is_untrue(some):
        return None
    return _antecedent(made, one.source.speaker, sentence, True)


def contradicts(cue: Sequence[Word], some: Sequence[Word]) -> bool:
    """*contradicted the navy*, *contradicts him*: somebody, and no claim of theirs."""
    said = bool(cue) and cue[-1].low in CONTRADICTING
    claim = any(word.low in listed("accusation") for word in some)
    return said and not claim and len(some) < 6 and not grammar.has_finite(some)


def _is_empty(some: Sequence[Word]) -> bool:
    """*it*, *all of this*, *none of that*."""
    lows = [word.low for word in some if word.is_word]
    if lows[:2] in (["all", "of"], ["any", "of"], ["none", "of"], ["much", "of"]):
        return len(lows) == 3 and lows[2] in EMPTY
    return len(lows) == 1 and lows[0] in EMPTY


def _is_pronoun_judged(some: Sequence[Word]) -> bool:
    """*rejects this as nonsense*, *called that “ridiculous”*: what is made of what was said."""
    if some[0].low not in BARE or len(some) < 2:
        return False
    if some[1].low == "as":
        return True
    told = [word for word in some[1:] if word.is_word and not grammar.is_adverb(word)]
    named = {"a", "an"} | VERDICTS | listed("verdict")
    return 0 < len(told) < 5 and all(word.quoted or word.low in named for word in told)


def _is_scorn(lows: Sequence[str]) -> bool:
    """*Nonsense, X replied*; *Pure invention, says X*."""
    return 0 < len(lows) < 4 and lows[-1] in FALSE and not set(lows[:-1]) & (BE | {"not", "no", "the"})


def _only_denies(some: Sequence[Word], lows: Sequence[str]) -> bool:
    """*They had not*, *It was no such thing*, *It simply isn't so*."""
    return (
        lows[:1] != []
        and lows[0] in HE
        and len(lows) > 2 - lows[-1].endswith("n't")
        and short_answer(some) is True
    )


HE = vocabulary("he she it they")


def is_untrue(some: Sequence[Word]) -> bool:
    """*that is impossible*, *this was not so*, *none of it is true*, *it never happened*, *not so*."""
    lows = [word.low for word in some if word.is_word]
    if lows in (["not", "so"], ["not", "true"]) or _is_scorn(lows) or _only_denies(some, lows):
        return True
    if lows[:1] == ["there"] and lows[2:4] in (["no", "truth"], ["no", "basis"], ["no", "substance"]):
        return len(lows) == 6 and lows[5] in BARE
    none = lows[:2] in (["none", "of"], ["nothing", "of"])
    lows = lows[2:] if none else lows
    if len(lows) < 3 or len(lows) > LONGEST or lows[0] not in {"it", "this", "that", "the"}:
        return False
    if lows[0] == "the" and not (none and lows[1:2] in (["kind"], ["sort"])):
        return False
    behind = lows[1:]
    if OPENING & set(behind):
        return False
    negated = bool(NOT & set(behind)) is not none
    if HAPPENING & set(behind):
        return negated
    if behind[:1] in (["has"], ["had"]) and behind[1:3] in (["no", "basis"], ["no", "foundation"]):
        return True
    if not set(behind) & (BE | {"be", "isn't", "wasn't", "sounds", "seems"}):
        return False
    if TRUE & set(behind) or behind[-3:] == ["not", "the", "case"]:
        return negated
    judged = UNTRUE | FALSE if lows[0] != "it" else UNTRUE
    outright = behind[-3:] == ["of", "the", "question"]
    return not negated and not none and (outright or bool(judged & set(behind)))


def _antecedent(
    made: Sequence[Statement], who: Speaker, sentence: Sentence, one: bool
) -> tuple[int, int] | None:
    """The words that somebody else asserted last; those that name who denies, where the last do not.

    Clauses of one sentence that one speaker says one after the other are one assertion. In another paragraph,
    words that do not name who denies are meant only where they stand straight before ``one`` pronoun.
    """
    groups = list(_told(made, who, sentence.paragraph))
    if not groups:
        return None
    naming = [group for group in groups if any(_names(each, who) for each in group)]
    chosen = groups[0] if groups[0] in naming or len(naming) != 1 else naming[0]
    end = max(each.content.end for each in chosen)
    adjoins = one and sentence.start - end < ADJOINING
    if chosen not in naming and chosen[0].paragraph != sentence.paragraph and not adjoins:
        return None
    return min(each.content.start for each in chosen), end


ADJOINING = 60
"""Characters between the end of what was said and the next sentence, who said it among them."""


def _names(one: Statement, who: Speaker) -> bool:
    """Whether the words are about who denies, or the party that they speak for, or its people and things."""
    own = {party(who), who.name}
    if any(each is not None and each.name in own for each in (one.prop.actor, one.prop.recipient)):
        return True
    stems = {word[: max(4, len(word) - 1)] for name in own for word in name.split() if word[:1].isupper()}
    return any(stem in one.content.text for stem in stems if len(stem) > 3)


def _told(made: Sequence[Statement], who: Speaker, paragraph: int) -> Iterator[list[Statement]]:
    """What was asserted near by, the latest first; nothing past words of who denies, or of who denies too."""
    group: list[Statement] = []
    levels = {"headline"} if made[-1:] and made[-1].level == "headline" else {"core", "secondary"}
    for each in reversed(made):
        if each.level not in levels or each.parent is not None:
            continue
        if each.paragraph is None or paragraph - each.paragraph > NEAR:
            break
        narrated = each.source.kind == "narrator"
        if _points_back(each) or each.prop.action == "NO_COMMENT" or (narrated and each.polarity == "deny"):
            continue
        if each.polarity != "assert" or each.flags or each.source.name == who.name:
            break
        if narrated and each.paragraph != paragraph:
            break
        if group and not _goes_with(each, group[-1]):
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _points_back(one: Statement) -> bool:
    """*confirmed her account, and sent P*: words that only stand for what was said before them."""
    lows = one.content.text.lower().split()
    claimed = any(low.strip(",.") in listed("accusation") for low in lows[:3])
    return claimed and lows[0] in grammar.DETERMINERS


def _goes_with(one: Statement, other: Statement) -> bool:
    """Whether two were said by one speaker in one breath, the first before the second."""
    return one.cue == other.cue and one.cue is not None and one.source.name == other.source.name
