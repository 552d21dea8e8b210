"""Where the clause begins that a frame only introduces: *we assess that P*, *there is no doubt that P*.

The deed that is told is that of the inner clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import grammar
from sherd.claims.asked_once import once
from sherd.claims.grammar import PREPOSITIONS
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.sentences import Word
from sherd.claims.verbs import BE, HAVING, INNER, WHO_TELLS, Group, every_form, main_verb

_TELLING = every_form(
    "see know believe show suggest indicate mean assess think find establish understand expect"
)
_SHORT = ("'re", "'m", "'ve", "'ll")
"""What is left of an auxiliary behind a pronoun."""

_CLEFT = vocabulary("what all")
_OPENING = vocabulary(
    "clear true likely possible evidence reason doubt sign proof indication obvious certain known "
    "aware concerned confident convinced sure reports report truth charge allegation suggestion notion"
)


@once
def told_in(words: Sequence[Word]) -> int | None:
    """Where the clause begins that a frame only introduces: *we assess that P*, *there is no doubt that P*.

    Also *the allegation that P is false* and *we have not seen X do P*.
    """
    if len(words) < 5:
        return None
    lows = [word.low for word in words]
    if "'" in "".join(lows):
        lows = [low.split("'")[0] if low.endswith(_SHORT) else low for low in lows]
    that = next((at for at in range(1, min(len(words), 12)) if lows[at] == "that"), None)
    noun = next((at for at in range(min(3, len(words))) if lows[at] in listed("accusation")), None)
    if lows[0] in _CLEFT and lows[1] in {"we", "i", "they", "he", "she", "it", "you"}:
        ends = next((at for at in range(2, min(10, len(words))) if lows[at] in BE), None)
        if ends is not None and ends + 2 < len(words):
            return ends + 1 + (lows[ends + 1] == "that")
    if (
        noun is not None
        and that is not None
        and noun < that <= noun + 6
        and grammar.has_finite(words[that + 1 :])
    ):
        return that + 1
    main = main_verb(words)
    if main is None:
        return None
    verb = lows[main.verb]
    if that is None or that <= main.verb:
        that = next(
            (at for at in range(main.verb + 1, min(len(words), main.verb + 12)) if lows[at] == "that"), None
        )
    if that is not None and that > main.verb and _tells(words, lows, main, that):
        return that + 1
    if (
        lows[0] in WHO_TELLS
        and verb in {"see", "seen", "saw"}
        and any(grammar.is_base(word) for word in words[main.verb + 2 : main.verb + 8])
    ):
        return main.verb + 1
    return None


def _tells(words: Sequence[Word], lows: Sequence[str], main: Group, that: int) -> bool:
    """Whether what is told stands behind *that*: *we assess that P*, *X admitted in May that P*."""
    between = lows[main.first : that]
    if not grammar.has_finite(words[that + 1 : that + 14]) or any(low in INNER for low in between):
        return False
    if any(low in {",", ";"} for low in lows[main.verb + 1 : that]):
        return False
    beside = set(lows[max(main.verb, that - 4) : that])
    told = any(
        lows[at] in _TELLING | _SAYING and (at == main.verb or lows[at + 1] not in PREPOSITIONS)
        for at in range(main.verb, min(that, main.verb + 8))
    )
    if that > main.verb + 6 and not told:
        return False
    opening = beside & _OPENING and (BE | HAVING | _REMAINING) & set(lows[: main.verb + 1])
    denied = bool({"not", "never", "n't", "cannot", "neither"} & set(between)) or any(
        low.endswith("n't") for low in between
    )
    unable = denied and bool({"confirm", "verify", "say", "prove", "tell", "corroborate"} & set(between))
    return bool(told or opening) and not unable


_REMAINING = vocabulary("remain remains remained seem seems seemed")
_SAYING = every_form(
    "say claim state maintain insist admit acknowledge announce declare allege report confirm conclude note "
    "warn stress emphasize emphasise reveal assert argue repeat reiterate estimate determine demonstrate "
    "prove rule understand learn agree concede contend stipulate recall testify"
)
