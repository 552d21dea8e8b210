"""What a clause makes of a P that it holds: supposed and so denied, scorned with those who say it, held to.

The clause as a whole says something else; what it holds is what a ledger wants, with the stand that is taken.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims.asked_once import vocabulary_of_whole
from sherd.claims.claimed import NOUNS, of_claim, only_tells
from sherd.claims.grammar import MARKS
from sherd.claims.lexicon import vocabulary
from sherd.claims.making import clause_words
from sherd.claims.negation import is_negated, is_negation
from sherd.claims.roles import Clause
from sherd.claims.sayers import ANYONE, MANY, PUT, SAYS, Weighed, of_sayers
from sherd.claims.sentences import Sentence, Word
from sherd.claims.stance import stance
from sherd.claims.subjects import Said, Stretch
from sherd.claims.supposed import asks_back, left_hanging, put_last, unlearnt, unmet
from sherd.claims.twofold import kept, may_stand


def weighed(some: Sequence[Word], behind: Sequence[Word] = ()) -> Weighed | None:
    """P and the stand taken to it, where the words hold a P that they do not simply say."""
    if len(some) < 4:
        return None
    if (hanging := left_hanging(some, behind)) is not None:
        return Weighed(1, len(some), hanging or None)
    if asks_back(some):
        return Weighed(1, len(some), None)
    if (denied := unlearnt(some)) is not None:
        return Weighed(0, len(some), denied)
    for stretch in (unmet(some), put_last(some)):
        if stretch is not None:
            return Weighed(*stretch, True)
    return of_sayers(some) or of_claim(some) or kept(some)


LONGEST = 12
"""Letters of the longest first word by which a clause is known for one that holds a P."""

OPENING = ANYONE | MANY | frozenset({"only", "no", "nobody", "no-one", "to", "it", "it's", "this"})
HOLDING = NOUNS | frozenset({"if", "sooner", "rather", "longer", "wrong", "mistaken"})
SAID = SAYS | PUT


def _may_hold(opening: str, held: frozenset[str]) -> bool:
    """Whether there is a word by which a clause may hold a P: asked first, since few clauses do."""
    if not HOLDING.isdisjoint(held) or opening[:4].lower() in {"had ", "were"} or {"had", "would"} <= held:
        return True
    if "that" in held and (not BELIEVING.isdisjoint(held) or may_stand(held)):
        return True
    if SAID.isdisjoint(held):
        return False
    first = opening.lower().lstrip("“\"‘'").partition(" ")[0]
    return first in OPENING or first.endswith("ing")


BELIEVING = vocabulary("believe think accept suppose assume consider agree")


def _is_disbelieved(sentence: Sentence, start: int) -> bool:
    """*We do not believe, and have seen nothing to make us believe, that P*: whether P begins there."""
    words = sentence.words
    at = next((n for n in range(4, len(words)) if words[n].start >= start), 0)
    if at < 5 or words[at - 1].low != "that" or words[at - 2].text != ",":
        return False
    near = range(1, min(at - 2, 12))
    return any(is_negation(words[n]) and words[n + 1].low in BELIEVING for n in near)


def narrowed(text: str, sentence: Sentence, one: Said, piece: Stretch) -> tuple[Said, Stretch] | None:
    """What of a clause is said, with its stance and place; ``None`` where nothing is to be stated.

    Who only tells of a claim has said neither that it is so nor that it is not.
    """
    if one.polarity != "assert" or one.no_comment:
        return one, piece
    if not _may_hold(text[piece[0] : piece[0] + LONGEST], vocabulary_of_whole(sentence.words)):
        return one, piece
    some = tuple([word for word in clause_words(text, sentence, one, piece) if word.text not in MARKS])
    found = weighed(some, [word for word in sentence.words if word.start >= piece[1]])
    if found is None and _is_disbelieved(sentence, piece[0]):
        return evolve(one, polarity="deny", act="deny"), piece
    if found is None:
        told = one.source is None and only_tells(some)
        return None if told and stance(one, Clause(text, some))[0] == "assert" else (one, piece)
    if found.denied is None:
        return None
    first, denied = found.first, found.denied
    twice = denied and first > 0 and is_negated(some[first : found.last])
    if twice and some[first].low == "no" and found.last - first > 2:
        first, denied, twice = first + 1, False, False  # wrong to say that no P was sold
    polarity = "deny" if denied else "assert"
    act = polarity if one.act in {"assert", "deny"} else one.act
    told_of = evolve(one, polarity=polarity, act=act, of_denial=one.of_denial or twice)
    return told_of, (some[first].start, some[found.last - 1].end)
