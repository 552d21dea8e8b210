"""Which company *the Swiss firm*, *the pump maker*, *the Bern company* means.

Words beside a noun for a company pick out the one of whom the text says so: *Corvane, a Swiss firm*, *the
Bern-based X*, *X of Bern*. Where it says so of nobody, they tell something new of the company spoken of
last, unless they contradict what is known of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from sherd.claims.grammar import DETERMINERS, PREPOSITIONS
from sherd.claims.lexicon import adjectives, listed, states, vocabulary
from sherd.claims.sentences import Word

FARTHEST = 10
"""Words of an aside that are looked at."""

BASED = vocabulary("based headquartered located registered")
PLACED = vocabulary("of in from")


def told_beside(words: Sequence[Word], first: int, last: int) -> frozenset[str]:
    """What stands beside the name ``[first, last)``: its state or town, and what it is, in small letters."""
    return frozenset((*_before(words, first), *_placed(words, last), *_aside(words, last)))


def _before(words: Sequence[Word], first: int) -> Iterator[str]:
    """*the Dutch drone maker X*, *Bern-based X*."""
    start = first
    while start and first - start < 5 and words[start - 1].is_word and words[start - 1].low not in _ENDS:
        start -= 1
    some = [word.low for word in words[start:first]]
    if any(low in listed("organisation") or low.endswith("-based") for low in some):
        yield from (low.removesuffix("-based") for low in some)


def _placed(words: Sequence[Word], last: int) -> Iterator[str]:
    """*X of Bern*, *X in Bern*, *X, of Bern,*."""
    at = last + (last < len(words) and words[last].text == ",")
    if at + 1 < len(words) and words[at].low in PLACED and words[at + 1].is_name:
        yield words[at + 1].low


def _aside(words: Sequence[Word], last: int) -> Iterator[str]:
    """*X, a Swiss maker of pumps*, *X, which is based in Bern*."""
    if last + 1 >= len(words) or words[last].text != ",":
        return
    rest = words[last + 1 : last + 1 + FARTHEST]
    opens = rest[0].low in DETERMINERS | BASED | {"which"} or rest[0].low.endswith("-based")
    if not opens and rest[0].low not in adjectives():
        return  # X, one of the firms, bought P
    stop = next((at for at, word in enumerate(rest) if not word.is_word), len(rest))
    some = [word.low for word in rest[:stop]]
    if any(low in listed("organisation") or low in BASED or low.endswith("-based") for low in some):
        yield from (low.removesuffix("-based") for low in some)


_ENDS = PREPOSITIONS | DETERMINERS | {"and", "or", "that", "which", "who"}


@lru_cache(maxsize=2_000)
def _home(words: frozenset[str]) -> frozenset[str]:
    """The states that the words name, by adjective, name or capital."""
    return frozenset(states()[low].name for low in words if low in states())


def meant(
    told: frozenset[str], known: Iterable[tuple[str, frozenset[str]]], exactly: bool = False
) -> str | None:
    """The company that the words beside the noun pick out, of those ``known`` with what is told of each, the
    nearest first; ``None`` where each is told to be something else, or ``exactly`` this is told of none.

    >>> firms = [("Hadley", frozenset({"dutch"})), ("Corvane", frozenset())]
    >>> meant(frozenset({"dutch"}), firms), meant(frozenset({"swiss"}), firms)
    ('Hadley', 'Corvane')
    """
    able = [(name, about) for name, about in known if _agree(told, about)]
    for name, about in able:
        if told <= about or _home(told) & _home(about):
            return name
    return None if exactly else next((name for name, _ in able if "(unnamed)" not in name), None)


def _agree(told: frozenset[str], about: frozenset[str]) -> bool:
    one, other = _home(told), _home(about)
    return not one or not other or bool(one & other)
