"""Which company *the Swiss firm*, *the pump maker*, *the Bern company* means.

Words beside a noun for a company pick out the one of whom the text says so: *Corvane, a Swiss firm*, *the
Bern-based X*, *X of Bern*. Where it says so of nobody, they tell something new of the company spoken of
last, unless they contradict what is known of it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import permutations

from sherd.claims.grammar import DETERMINERS, PREPOSITIONS
from sherd.claims.kin import FIRMS
from sherd.claims.lexicon import adjectives, cues, listed, states, vocabulary
from sherd.claims.sentences import POSSESSIVES, Word

FARTHEST = 10
"""Words of an aside that are looked at."""

TRADES = FIRMS | vocabulary(
    "dealer trader broker brokerage merchant forwarder boatyard shipyard dockyard yard foundry refiner "
    "workshop consultancy dealership agent intermediary middleman reseller affiliate"
)
"""Nouns for what a firm is, in the singular."""

TOLD_SO = TRADES | listed("organisation")
"""Nouns that say what a name is beside which they stand."""

MAKERS = vocabulary("maker manufacturer producer builder")
"""Nouns of which each may stand for another."""

ANY_FIRM = vocabulary("company firm group business brand enterprise")
"""Nouns that mean a company of any trade."""

BASED = vocabulary("based headquartered located registered")
PLACED = vocabulary("of in from")


def told_beside(words: Sequence[Word], first: int, last: int) -> frozenset[str]:
    """What stands beside the name ``[first, last)``: its state or town, and what it is, in small letters."""
    return frozenset(
        (*_owner(words, first), *_before(words, first), *_placed(words, last), *_aside(words, last))
    ) | (_MAKER if is_on_goods(words, first) else frozenset())


_MAKER = frozenset({"maker"})


def is_on_goods(words: Sequence[Word], first: int) -> bool:
    """*made in Denmark by X*, *pumps with the logo of Denmark's X*: whether the name is that of a maker."""
    at = before_state(words, first)
    near = words[max(0, at - 6) : at]
    if at < 2 or words[at].low not in {"by", "of"}:
        return False
    if words[at].low == "by":
        return any(word.low in MADE for word in near)
    return any(word.low in MARKED for word in near[-2:]) and all(word.low != "by" for word in near[-3:])


def before_state(words: Sequence[Word], first: int) -> int:
    """Where the word before a name stands, or before the state whose the name is; -1 where nothing does."""
    at = first - 1
    if at > 0 and words[at].low in POSSESSIVES and words[at - 1].is_name:
        if words[at - 1].low not in _STATE_ENDS:
            return -1
        at -= 2
        while at > 0 and words[at].is_name:
            at -= 1
    return at


_STATE_ENDS = frozenset(key.split()[-1] for key in states() if key not in adjectives())
"""Last words of what states are called."""

MADE = vocabulary("made manufactured produced")
"""Verbs before *by X Y*, where X Y is a firm wherever it sits."""

MARKED = vocabulary("name logo mark marks marking markings trademark label badge brand")
"""Nouns before *of X Y* for what a firm puts on its goods."""


def _owner(words: Sequence[Word], first: int) -> Iterator[str]:
    """*Denmark's X*, *South Korea's X*, *made in Denmark by X*: the state whose it is."""
    made_in = (
        first > 3 and words[first - 1].low == "by" and "in" in {words[first - 3].low, words[first - 4].low}
    )
    if first < 2 or not (made_in or words[first - 1].low in POSSESSIVES):
        return
    one = words[first - 2].low
    two = f"{words[first - 3].low} {one}" if first > 2 else ""
    state = states().get(two) or states().get(one)
    if state is not None:
        yield state.name.lower()


def _before(words: Sequence[Word], first: int) -> Iterator[str]:
    """*the Dutch drone maker X*, *Bern-based X*, *a Dutch distributor, X*."""
    end = first - 1 if first and words[first - 1].text == "," else first
    start = _start(words, end)
    if end < first and start > 2 and words[start - 1].low == "of" and words[start - 2].low in TRADES:
        end = start - 1  # a Swiss maker of pumps, X
        start = _start(words, end)
    some = [word.low for word in words[start:end]]
    if end == first and end > 1 and words[end - 1].low == "as" and words[end - 2].low in TRADES:
        yield words[end - 2].low  # named the maker as X
    if end < first and not (some and start and words[start - 1].low in DETERMINERS and some[-1] in TRADES):
        return
    if any(low in TOLD_SO or low.endswith("-based") for low in some) and cues().keys().isdisjoint(some):
        yield from (low.removesuffix("-based") for low in some)


def _start(words: Sequence[Word], end: int) -> int:
    """Where the words begin that stand beside each other before ``end``, five at most."""
    start = end
    while start and end - start < 5 and words[start - 1].is_word and words[start - 1].low not in _ENDS:
        start -= 1
    return start


def _placed(words: Sequence[Word], last: int) -> Iterator[str]:
    """*X of Bern*, *X in Bern, Switzerland*, *X, of Bern,*, *X (Switzerland)*."""
    at = last + (last < len(words) and words[last].text == ",")
    if at + 1 >= len(words) or not words[at + 1].is_name:
        return
    if words[at].low in PLACED or (words[at].text == "(" and words[at + 1].low in states()):
        end = at + 1
        while end < len(words) and end < at + 5 and (words[end].is_name or words[end].text == ","):
            if words[end].is_name:
                yield words[end].low
            end += 1


def _aside(words: Sequence[Word], last: int) -> Iterator[str]:
    """*X, a Swiss maker of pumps*, *X, which is based in Bern*."""
    if last + 1 >= len(words) or words[last].text != ",":
        return
    rest = words[last + 1 : last + 1 + FARTHEST]
    opens = rest[0].low in DETERMINERS | BASED | {"which"} or rest[0].low.endswith("-based")
    if not opens and rest[0].low not in adjectives():
        return  # X, one of the firms, bought P
    stop = next((at for at, word in enumerate(rest) if not word.is_word or word.low in _APART), len(rest))
    some = [word.low for word in rest[:stop]]
    if any(low in TOLD_SO or low in BASED or low.endswith("-based") for low in some):
        yield from (low.removesuffix("-based") for low in some)
        yield from (low.removesuffix("s") for low in some)  # a maker of pumps is a pump maker


_APART = vocabulary("for with that who whose to and but")
"""Words with which an aside goes on about somebody or something else."""


_ENDS = PREPOSITIONS | DETERMINERS | {"and", "or", "that", "which", "who"}


def trade(head: str) -> frozenset[str]:
    """The nouns that say the same of a firm as this one, where it tells a trade; else none.

    >>> sorted(trade("wholesaler")), sorted(trade("company"))
    (['wholesaler'], [])
    """
    if head in ANY_FIRM or head not in TRADES:
        return frozenset()
    return MAKERS if head in MAKERS else frozenset({head})


@lru_cache(maxsize=2_000)
def _home(words: frozenset[str]) -> frozenset[str]:
    """The states that the words name, by adjective, name or capital, of one word or of two."""
    pairs = (f"{one} {other}" for one, other in permutations(words & _halves(), 2))
    return frozenset(states()[key].name for key in (*words, *pairs) if key in states())


@lru_cache(maxsize=1)
def _halves() -> frozenset[str]:
    """The words of what states are called in two: *south*, *korean*."""
    return frozenset(part for key in states() if key.count(" ") == 1 for part in key.split())


def meant(
    told: frozenset[str],
    known: Iterable[tuple[str, frozenset[str]]],
    exactly: bool = False,
    silent: Container[str] = (),
    mute: Container[str] = (),
) -> str | None:
    """The company that the words beside the noun pick out, of those ``known`` with what is told of each, the
    nearest first; ``None`` where each is told to be something else, or ``exactly`` this is told of none.

    Who was told of goes before who was only named (``silent``); of several only named, none is meant.
    Nothing new is told of the ``mute``.

    >>> firms = [("Hadley", frozenset({"dutch"})), ("Corvane", frozenset())]
    >>> meant(frozenset({"dutch"}), firms), meant(frozenset({"swiss"}), firms)
    ('Hadley', 'Corvane')
    """
    able = [(name, about) for name, about in known if agree(told, about)]
    fit = [name for name, about in able if told <= about or share(told, about)]
    if fit:
        heard = next((name for name in fit if name not in silent), None)
        return heard or (fit[0] if len(fit) == 1 else None)
    return (
        None
        if exactly
        else next((name for name, _ in able if "(unnamed)" not in name and name not in mute), None)
    )


OF = frozenset({"of"})
"""Among the words that tell which firm is meant: that what it makes is told behind the noun."""


def is_new(head: str, told: frozenset[str]) -> bool:
    """Whether the words tell so much that a firm of which the text has not told it is rather another one."""
    return bool(told & OF) or (head not in ANY_FIRM and bool(_home(told)))


def share(told: frozenset[str], about: frozenset[str]) -> bool:
    """Whether a state is told on both sides, and the same."""
    return bool(_home(told) & _home(about))


def agree(told: frozenset[str], about: frozenset[str]) -> bool:
    """Whether no state is told on both sides, or the same."""
    one, other = _home(told), _home(about)
    return not one or not other or bool(one & other)
