"""One or some of those spoken of: *one of the officials*, *both*, *all three*, *another official*.

They are unnamed, and go by the name of those among whom they are counted: the last several whom the text
tells of, whether they have spoken or were only met (*I showed it to three dealers. All three say P*). A word
beside the noun that does not fit those (*another Serbian official*) brings in somebody new.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from sherd.claims import bodies, labels
from sherd.claims.asked_once import vocabulary_of
from sherd.claims.grammar import PREPOSITIONS, finite_at
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.phrases import PLURAL_PEOPLE, singular
from sherd.claims.sentences import Word
from sherd.claims.speakers import Entity, Register
from sherd.claims.unnamed import Describe

NEXT = vocabulary("second third fourth fifth another other same")
"""Words for one more of a kind, or one told of before."""

ONE = NEXT | vocabulary("one first latter former")
COUNTS = vocabulary("two three four five six seven eight nine ten")
SEVERAL = COUNTS | vocabulary("both all most several some many")
ANYBODY = vocabulary("person people source sources man men woman women")
"""Nouns that mean any of those who are unnamed."""

POINTING = vocabulary("the these those")


@frozen
class _Share:
    """What a phrase takes of those spoken of: one or several, by which noun, with which words beside it."""

    one: bool
    noun: str = ""
    told: frozenset[str] = frozenset()
    more: bool = False
    """Whether it may be one more of a single one: *another official*."""


def described(words: Sequence[Word], register: Register) -> Entity | None:
    """Whom such a phrase means; ``None`` where it is none, or nobody is known of whom it takes a share."""
    some = words[: next((at for at, w in enumerate(words) if w.text == "," or w.low in _BEHIND), None)]
    if not 1 <= len(some) <= _WIDEST or any(word.is_name and at for at, word in enumerate(some)):
        return None
    share = _share([word.low for word in some])
    if share is None or (found := _among(share, some[0].start, register)) is None:
        return None
    return bodies.named_at(labels.single(found) if share.one else found, words, register)


_WIDEST = 6
_BEHIND = vocabulary("who quoted cited")


def _share(lows: Sequence[str]) -> _Share | None:
    """How a phrase counts; ``None`` where it counts nobody of those spoken of."""
    led = lows[0] in {"the", "a", "an", "this"}
    rest = lows[led:]
    if not rest or (rest[0] not in ONE and rest[0] not in SEVERAL):
        return None
    if "of" in rest[1:3]:
        return _part(rest)
    if rest[0] in SEVERAL:
        return _whole(lows, rest)
    if len(rest) == 1:
        return _Share(True, more=rest[0] in NEXT and (led or rest[0] == "another"))
    if rest[0] in {"latter", "former"} or rest[-1] in COUNTS or not _is_somebody(rest[-1]):
        return None
    return _Share(True, rest[-1], frozenset(rest[1:-1]), more=rest[0] != "one")


def _part(rest: Sequence[str]) -> _Share | None:
    """*One of them*, *two of the three*, *another of the sources*."""
    of = rest.index("of")
    behind = [low for low in rest[of + 1 :] if low not in POINTING]
    if len(behind) != 1 or not (behind[0] == "them" or behind[0] in COUNTS or behind[0] in ANYBODY):
        return None
    noun = "" if behind[0] == "them" or behind[0] in COUNTS else behind[0]
    return _Share(rest[of - 1] in ONE, noun)


def _whole(lows: Sequence[str], rest: Sequence[str]) -> _Share | None:
    """*Both*, *all three*, *the two*; *the four people*."""
    if all(low in SEVERAL for low in rest):
        return _Share(False)
    noun = rest[-1]
    pointed = lows[0] == "the" or rest[0] in {"both", "all"}
    return _Share(False, noun) if pointed and len(rest) < 4 and noun in PLURAL_PEOPLE else None


def _is_somebody(noun: str) -> bool:
    return noun in listed("person") or noun in ANYBODY


NEAR = 4
"""Lines, empty ones counted, behind those told of within which a share of them needs no noun."""


def _among(share: _Share, at: int, register: Register) -> Entity | None:
    """The last of whom the share can be one: the latest told of, where the text has several."""
    for each in _unnamed(register):
        if not share.noun and register.text.count("\n", max(0, _at(each)), at) > NEAR:
            return None
        if not each.plural and not (share.more and (not share.noun or each.speaker.on_behalf_of)):
            continue  # a second diplomat after a European one may come from anywhere
        fits = not share.noun or share.noun in ANYBODY or singular(share.noun) in _nouns(each)
        if fits and share.told <= frozenset(each.speaker.name.lower().split()):
            return each
    return None


def _nouns(entity: Entity) -> frozenset[str]:
    return entity.heads | {singular(head) for head in entity.heads}


def _unnamed(register: Register) -> Iterator[Entity]:
    """Those without a name, the latest first, whether they spoke or were only met."""
    met = list(register.groups)
    for each in reversed(register.order):
        if not each.speaker.kind.startswith("anonymous"):
            continue
        while met and _at(met[-1]) > _at(each):
            yield met.pop()
        yield each
    yield from reversed(met)


def _at(entity: Entity) -> int:
    return entity.speaker.span.start if entity.speaker.span is not None else -1


def note(words: Sequence[Word], register: Register, describe: Describe) -> None:
    """Remember several whom a sentence only tells of: *spoke to two pilots*, *showed it to three dealers*."""
    if _MET.isdisjoint(vocabulary_of(words)):
        return
    for at, word in enumerate(words):
        if word.low not in _MET or word.quoted:
            continue
        close = min(at + 6, len(words))
        last = next((n for n in range(at + 1, close) if _are_somebody(words[n])), None)
        if last is None or any(not w.is_word or w.low in PREPOSITIONS for w in words[at:last]):
            continue
        end = last + 1
        while end < len(words) and words[end].is_word and words[end].low != "who":
            if finite_at(words, end):
                break
            end += 1
        found = describe(words[at:end], register) or describe(words[at : last + 1], register)
        if found is not None and found.plural and found.speaker.kind.startswith("anonymous"):
            register.groups.append(found)


_MET = COUNTS | {"several"}
"""How many there are of those whom a sentence tells of without a name."""


def _are_somebody(word: Word) -> bool:
    low = word.low
    return low in PLURAL_PEOPLE or (low.endswith("s") and singular(low) in listed("person"))
