"""What stands by itself before who says it: how sure they are, or what they make of it in a word.

*Almost certainly, X said, P* · *In all likelihood, X said, P* · *Nonsense, X replied*.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.denials import FALSE
from sherd.claims.lexicon import vocabulary
from sherd.claims.sentences import Word

UNSURE = vocabulary(
    "certainly probably possibly perhaps presumably allegedly reportedly apparently supposedly likely maybe "
    "conceivably seemingly evidently purportedly"
)
ODDS = vocabulary("likelihood probability odds")


def hedges(before: Sequence[Word]) -> bool:
    """*Almost certainly, X said, P*; *In all likelihood, X said, P*: how sure X is of P."""
    lows = [word.low for word in before if word.is_word]
    led = lows[:2] in (["in", "all"], ["with", "high"], ["in", "the"])
    return bool(lows) and len(lows) < 5 and (lows[-1] in UNSURE or (led and lows[-1] in ODDS))


def is_scorn(some: Sequence[Word]) -> bool:
    """*Nonsense, X replied*; *Pure invention, says X*."""
    return 0 < len(some) < 4 and some[-1].low in FALSE and not any(word.quoted for word in some)
