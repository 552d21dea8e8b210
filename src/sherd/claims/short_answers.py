"""Words that only say no, or only say yes: *They are not*, *Never*, *To my knowledge, none*; *Yes, we did*.

To add one: a word in ``NAY`` or ``AYE``; what may stand beside it: a word in ``PLAIN``.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.lexicon import vocabulary
from sherd.claims.sentences import Word

NAY = vocabulary("no nope never not none nothing nowhere nyet nein negative")
AYE = vocabulary("yes yeah aye indeed correct affirmative")
PLAIN = vocabulary(
    "absolutely certainly definitely of course sir madam ma'am ever once one even at all to my "
    "our knowledge the and or a single slightest chance way course far as i we know it that "
    "categorically emphatically flatly of sort kind such thing nothing simply just plainly so"
)
"""What may stand beside a no."""

HE_DID = vocabulary(
    "i we he she it they you that there is isn't was wasn't were weren't are aren't am did didn't do don't "
    "does doesn't had hadn't has hasn't have haven't will won't would wouldn't can can't could "
    "couldn't been be done so they're it's we're he's she's i'm that's"
)
INVERTED = vocabulary(
    "did do does had has have was were is are will would could can didn't wasn't isn't hadn't hasn't don't"
)
"""Verbs with which a question opens."""

LONGEST = 8
"""Words of a short answer."""


def short_answer(some: Sequence[Word]) -> bool | None:
    """Whether words only say no, or only say yes.

    >>> from sherd.claims.sentences import Word
    >>> said = ("They are not", "Yes", "We make pumps")
    >>> [short_answer(tuple(Word(word, 0, 1) for word in each.split())) for each in said]
    [True, False, None]
    """
    lows = [word.low for word in some if word.is_word]
    if not 0 < len(lows) <= LONGEST:
        return None
    negated = bool(NAY & set(lows)) or any(low.endswith("n't") for low in lows)
    rest = [low for low in lows if low not in NAY | AYE | PLAIN | HE_DID]
    if rest:
        return None
    if negated:
        return True if not AYE & set(lows) else None
    if lows[0] in AYE:
        return False
    short = (
        len(lows) in {2, 3}
        and lows[0] in HE_DID
        and lows[1] in INVERTED
        and lows[-1] in INVERTED | {"indeed"}
    )
    return False if short else None
