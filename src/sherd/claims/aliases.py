"""Somebody brought in by what they are, and named by the way: *its director, a Dutchman named in court as X*.

What a court or a neighbour calls somebody is all the name that a text gives them, and they go by it.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.asked_once import vocabulary_of
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.phrases import head_of, joined
from sherd.claims.sentences import Word

NAMING = vocabulary("named identified known called nicknamed")
"""Participles before *as X*, or before the name itself."""

FAR = 7
"""Words between such a participle and the name."""


def alias(words: Sequence[Word]) -> tuple[Sequence[Word], str] | None:
    """The words before the comma and the name behind it; ``None`` where nobody is named by the way."""
    if vocabulary_of(words).isdisjoint({",", "who"}):
        return None
    comma = next((at for at, word in enumerate(words) if word.text == ","), 0)
    if (given := _given(words)) is not None:
        return given
    if not comma or words[comma - 1].is_name or head_of(words[:comma]) not in listed("person"):
        return None
    at = next((n for n in range(comma + 1, len(words)) if words[n].low in NAMING), None)
    if at is None or words[at].quoted:
        return None
    near = range(at + 1, min(at + FAR, len(words)))
    marked = next(
        (n for n in near if words[n].low == "as"), at if words[at].low in {"called", "named"} else None
    )
    if marked is None:
        return None
    end = marked + 1
    while end < len(words) and (
        words[end].is_name or (words[end].text == "." and len(words[end - 1].text) == 1)
    ):
        end += 1
    some = words[marked + 1 : end]
    if not some or (end < len(words) and words[end].is_word):
        return None
    stop = "." if some[-1].text == "." or len(some[-1].text) == 1 else ""
    bare = [word for word in some if word.text != "."]
    return words[:comma], joined(bare) + stop


_GIVING = vocabulary(
    "gave give giving gives identified introduced asked agreed wished goes used using offered"
)
_NAMES = vocabulary("name surname himself herself sign callsign nickname initial identified named called")


def _given(words: Sequence[Word]) -> tuple[Sequence[Word], str] | None:
    """*A manager at X, who gave only her surname, Y*: the words before *who*, and the name at the end."""
    who = next((at for at, word in enumerate(words) if word.low == "who"), 0)
    lows = {word.low for word in words[who + 1 :]}
    if not who or len(words) < who + 4 or lows.isdisjoint(_GIVING) or lows.isdisjoint(_NAMES):
        return None
    first = len(words)
    while first > who + 3 and words[first - 1].is_name:
        first -= 1
    role = words[: who - (words[who - 1].text == ",")]
    if first == len(words) or len(words) - first > 2 or head_of(role) not in listed("person"):
        return None
    return role, joined(words[first:])
