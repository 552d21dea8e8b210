"""Whose a document is: *the summary says P* is said by whoever wrote the summary.

*A summary of their findings* · *the notice published by X* · *in a second letter, X denied P* · *Its report*.
What a text goes on to say of *the summary*, *the notice*, *the letter* is its author's. Who only holds a
document (*seen by the Herald*) has not written it.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims.asked_once import vocabulary_of
from sherd.claims.grammar import DETERMINERS, PREPOSITIONS, finite_at
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.papers import STUDIES
from sherd.claims.phrases import PLURAL_PEOPLE
from sherd.claims.present import PERSONAL
from sherd.claims.sentences import POSSESSIVES, Sentence, Word
from sherd.claims.sources import OWNING, describe
from sherd.claims.speakers import LETTERS, WRITERS, Entity, Register

PAPERS = LETTERS | STUDIES

WRITTEN = vocabulary(
    "published released issued compiled prepared written drafted signed posted filed submitted produced "
    "drawn put sent circulated authored commissioned conducted carried handed sent done up out together"
)
"""Participles after which *by* names the author."""

WITHIN = 7
"""How many words may stand between a paper and what says whose it is."""


def before(words: Sequence[Word], register: Register) -> None:
    """Remember whose a paper is that the sentence opens with, before anybody speaks in it."""
    for at in range(1, min(OPENING, len(words))):
        if words[at].low in PAPERS and not words[at].quoted:
            author = _by(words, at, register)
            if author is not None and author.speaker.kind in WRITERS | {"anonymous"}:
                register.papers[words[at].low] = author
            return


def note(words: Sequence[Word], register: Register) -> None:
    """Remember whose the papers of a sentence are, once its speakers are read."""
    for at in () if PAPERS.isdisjoint(vocabulary_of(words)) else range(1, len(words)):
        low = words[at].low
        if low in PAPERS and not words[at].quoted:
            author = _by(words, at, register) or _owner(words, at, register)
            if author is not None and author.speaker.kind in WRITERS:
                register.papers[low] = author
            elif {word.low for word in words[max(0, at - 3) : at]} & {"a", "an", "another"}:
                register.papers.pop(low, None)  # a second letter
    _examined(words, register)
    last = register.order[-1].speaker if register.order else None
    where = last.span if last is not None and last.kind == "organisation" else None
    here = where is not None and bool(words) and where.start >= words[0].start
    if where is not None and here and not EXAMINERS.isdisjoint(where.text.lower().split()[:3]):
        register.papers.update((noun, register.order[-1]) for noun in EXAMINATIONS)  # investigators from X


EXAMINERS = vocabulary(
    "investigators specialists researchers experts engineers analysts inspectors technicians"
)
"""People whose examination the text goes on about."""

OPENING = 8
"""Words of a sentence among which the paper stands that it is about."""


def _by(words: Sequence[Word], at: int, register: Register) -> Entity | None:
    """*The notice, published by X*, *a report by X*, *a letter from X to Y*, *a file that X sent to Y*."""
    start = at + 1 + (at + 1 < len(words) and words[at + 1].text == ",")
    made = False
    for by in range(start, min(start + WITHIN, len(words) - 1)):
        low = words[by].low
        if low in {"that", "which"} and by == start and not made:
            if words[by + 1].low in _WAS:
                continue
            return _sender(words, by + 1, register)
        told = by == at + 1 or (by == at + 3 and words[at + 1].low == "of") or (by == start and low == "by")
        if low in {"by", "from"} and (told or (made and low == "by")):
            end = by + 1
            while end < len(words) and _in_name(words, end):
                if words[end].low in PREPOSITIONS - {"of", "for"} or _turns(words, end):
                    break
                end += 1
            return describe(words[by + 1 : end], register) if end > by + 1 else None
        made = made or low in WRITTEN
        if not words[by].is_word or low in HOLDING or (not made and finite_at(words, by) and low not in _WAS):
            return None
    return None


def _in_name(words: Sequence[Word], at: int) -> bool:
    return words[at].low in POSSESSIVES or (words[at].is_word and not finite_at(words, at))


def _turns(words: Sequence[Word], at: int) -> bool:
    """*by X and seen by Y*: where the author ends."""
    behind = words[at + 1].low if at + 1 < len(words) else ""
    return words[at].low == "and" and (behind in HOLDING | WRITTEN)


_WAS = vocabulary("was were is are had has been")
HOLDING = vocabulary("seen obtained reviewed viewed leaked shared")
"""Participles after which stands who holds a paper."""


def _sender(words: Sequence[Word], first: int, register: Register) -> Entity | None:
    """*A dossier that X sent to the council*: X."""
    end = next((n for n in range(first, min(first + WITHIN, len(words))) if words[n].low in WRITTEN), None)
    helped = end is not None and words[end - 1].low in _WAS
    return describe(words[first : end - helped], register) if end is not None and end > first else None


def _owner(words: Sequence[Word], at: int, register: Register) -> Entity | None:
    """*X's report*, *a summary of their findings*, *in a letter to Y, X said P*, *X released a report*."""
    behind = range(at + 1, min(at + 4, len(words)))
    if any(words[n].low in OWNING for n in behind) and words[at + 1].low == "of":
        return _teller(words, register, at)
    first = at
    while (
        first
        and at - first < WITHIN
        and words[first - 1].is_word
        and words[first - 1].low not in PREPOSITIONS
    ):
        first -= 1
        if words[first].low in DETERMINERS:
            break
    before = words[first - 1] if first else None
    if before is not None and before.low in POSSESSIVES:
        start = first - 1
        while start and words[start - 1].is_word and words[start - 1].low not in PREPOSITIONS:
            start -= 1
            if words[start].low in DETERMINERS:
                break
        return describe(words[start : first - 1], register)
    if words[first].low in OWNING:
        return _teller(words, register, first)
    opens = words[first].low in {"a", "an", "another"}
    leads = first == 1 or (first > 1 and words[first - 2].text == ",")  # in a report, X said P
    said_in = before is not None and (
        (before.low == "in" and (leads or words[at].low in LETTERS))
        or (words[at].low in LETTERS and before.low in {"wrote", "writes"})
    )
    put = said_in or (before is not None and before.low in WRITTEN)
    if not (opens and put):
        return None
    teller = _teller(words, register, at)
    rest = tuple(words[at + 1 : at + WITHIN + 3])
    if rest and rest[0].text == ",":  # in a second letter, sent by counsel, it denied P
        rest = rest[next((n + 1 for n in range(1, len(rest)) if rest[n].text == ","), 1) :]
    named = said_in and bool(rest) and rest[0].low in PERSONAL
    return register.by_pronoun(rest[0].low) if teller is None and named else teller


def _examined(words: Sequence[Word], register: Register) -> None:
    """*X examined the wreck*, *X has completed the analysis*: *the examination found P* is X's."""
    if EXAMINED.isdisjoint(vocabulary_of(words)):
        return
    for at in range(1, len(words) - 1):
        if words[at].low in EXAMINED and not words[at].quoted:
            first = at
            while first > 1 and words[first - 1].low in {"have", "has", "had", "also", "since", "already"}:
                first -= 1
            if first == at and not finite_at(words, at):
                continue
            who = describe(words[:first], register)
            house = register.houses.get(who.speaker.name) if who is not None else None
            if who is not None and house is not None:
                who = evolve(who, speaker=evolve(house, span=who.speaker.span), plural=False)
            own = (
                who is not None and who.speaker.kind == "organisation" and " and the " not in who.speaker.name
            )
            if who is not None and own and "(unnamed)" not in who.speaker.name:
                for paper in EXAMINATIONS - register.papers.keys():
                    register.papers[paper] = who
            return


EXAMINED = vocabulary(
    "examined analysed analyzed inspected investigated studied tested dissected documented dismantled "
    "completed concluded finished"
)
"""Verbs of somebody whose examination the text goes on about."""

EXAMINATIONS = vocabulary("examination analysis inspection investigation study teardown")
"""Nouns for what they then did."""


def _teller(words: Sequence[Word], register: Register, paper: int) -> Entity | None:
    """Who speaks in the sentence, or of whom it tells, and is no paper."""
    start, end = words[0].start, words[-1].end
    for each in (*reversed(register.met), *reversed(register.order)):
        where = each.speaker.span
        if where is None or not start <= where.start < end or each.speaker.kind not in WRITERS:
            continue
        if "(unnamed)" not in each.speaker.name or each.speaker.kind == "organisation":
            return each
    people = next((n for n in range(paper) if words[n].low in PLURAL_PEOPLE), None)
    if people is not None and people < WITHIN:
        stop = next((n for n in range(people, paper) if not words[n].is_word), paper)
        return describe(words[:stop], register)
    return None


def of_points(sentence: Sentence, register: Register) -> Entity | None:
    """*X drew three conclusions:*, *Its main findings were:*: whose they are."""
    low = {word.low for word in sentence.words[-8:]}
    if not low & listed("conclusion"):
        return None
    last = register.order[-1] if register.order else None
    where = last.speaker.span if last is not None else None
    if where is not None and sentence.start <= where.start < sentence.end:
        return last
    owned = low & {"its", "their"} and register.by_pronoun("it")
    return owned or register.by_head("findings", True)
