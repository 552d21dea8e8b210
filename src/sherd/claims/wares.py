"""Names of things, which never speak: *a Turkish C-130*, *two F-35s*, *the Lanza, a one-way attack drone*.

A designation (letters, a hyphen, figures) is one by its form. Another name is a thing's where the text says
so beside it: *X, a one-way attack drone*, *the drone, called X*. A firm or a movement whose name stands
before a thing (*Hezbollah drones*) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sherd.claims.grammar import DETERMINERS
from sherd.claims.lexicon import things, vocabulary
from sherd.claims.sentences import Word

DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,3}-\d{1,4}[A-Z]{0,3}\d?s?|[A-Z]{2,4}\d{1,4}[A-Z]?s?")
"""*C-130*, *PL-15E*, *MiG-29s*, *TB2*; *M23* and *G7*, one letter and figures, are also bodies."""

CALLED = vocabulary("called named dubbed designated nicknamed codenamed termed")
"""Words between a thing and its name."""

NEAR = 7
"""Words of an aside among which the noun for the thing stands."""


def names_of_things(lines: Iterable[Sequence[Word]]) -> frozenset[str]:
    """The names that the lines give to things, in small letters, without *-A1* and the like behind them."""
    return frozenset(_stem(word.low) for words in lines for word in _named(words))


def is_ware(name: Sequence[Word], known: frozenset[str]) -> bool:
    """Whether the last word of a name is a designation or the name of a thing of the text."""
    last = name[-1]
    return bool(DESIGNATION.fullmatch(last.text)) or _stem(last.low) in known


WARES = vocabulary(
    "module modules chip chips processor processors board boards receiver receivers camera cameras computer "
    "computers sensor sensors motor motors engine engines series model models brand chipset transceiver "
    "drone drones missile missiles antenna antennas radio radios servo servos modem modems battery batteries"
)
"""Nouns behind the name of a ware: *an Orlo Jet module*."""


def stands_before_ware(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether names stand before what bears them: *an Orlo Jet module*, *the Orlo Jet 5 receiver*."""
    after = last + (last < len(words) and words[last].text[0].isdigit())
    if not first or after >= len(words) or words[first - 1].low not in DETERMINERS:
        return False
    return words[after].low in WARES and not words[after].is_name


def _stem(low: str) -> str:
    return re.sub(r"-?[a-z]?\d+[a-z]?$", "", low) or low


def _named(words: Sequence[Word]) -> Iterator[Word]:
    for at, word in enumerate(words):
        if not word.is_name or (at + 1 < len(words) and words[at + 1].is_name):
            continue
        alone = at == 0 or not words[at - 1].is_name or words[at - 1].low in DETERMINERS
        if alone and (_is_told_so(words, at) or _is_called(words, at)):
            yield word


def _is_told_so(words: Sequence[Word], at: int) -> bool:
    """*the Lanza, a one-way attack drone*: what it is stands in the aside behind its name."""
    if at + 2 >= len(words) or words[at + 1].text != "," or words[at + 2].low not in _OPENING:
        return False
    aside = words[at + 3 : at + 3 + NEAR]
    end = next((n for n, word in enumerate(aside) if not word.is_word or word.low in _ENDING), len(aside))
    return end > 0 and _is_thing(aside[end - 1].low)


def _is_called(words: Sequence[Word], at: int) -> bool:
    """*a drone called Lanza*, *the missile, dubbed the Lanza*."""
    before = [word for word in words[max(0, at - 5) : at] if word.is_word and word.low != "the"]
    return len(before) > 1 and before[-1].low in CALLED and _is_thing(before[-2].low)


def _is_thing(low: str) -> bool:
    return low in things()


_OPENING = DETERMINERS - {"the"}
_ENDING = vocabulary("that which of for from in with by made built used now")
