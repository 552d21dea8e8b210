"""An observed value of which the observer is not sure: a share for each level that it may be.

A worn stamp reads ``latin:0.7|cyrillic:0.3``: seven chances in ten that it is Latin, as a reader, a picture
or a recogniser of characters says. The shares of all levels that are named add up to 1.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable

from attrs import frozen

_SHARE = re.compile(r"\s*(\S(?:.*\S)?)\s*:\s*((?:0|1)(?:\.\d+)?|\.\d+)\s*")
TOLERANCE = 0.005
"""How far the written shares may be from 1 together, for having been rounded."""


def stated(text: str) -> Shares | None:
    """The shares that a cell states; ``None`` for a plain value, and for shares that do not add up.

    >>> str(stated("latin:0.7|cyrillic:0.3")), stated("latin"), stated("a:0.5|b:0.1")
    ('latin 0.7 or cyrillic 0.3', None, None)
    """
    try:
        return Shares.read(text)
    except ValueError:  # intake has named the cell
        return None


@frozen
class Shares:
    """Levels of a feature with the probability that the observer gives to each; together 1, by level."""

    of: tuple[tuple[str, float], ...]

    @classmethod
    def read(cls, text: str) -> Shares | None:
        """The shares that a cell states; ``None`` where it states one plain value.

        Raises ``ValueError``, with what to do, where they do not add up to 1 or name a level twice.

        >>> Shares.read("latin:0.7|cyrillic:0.3").of
        (('cyrillic', 0.3), ('latin', 0.7))
        >>> Shares.read("ratio 1:1") is None
        True
        """
        parts = text.split("|")
        found = [_SHARE.fullmatch(part) for part in parts]
        if len(parts) < 2 or not all(found):
            return None
        return cls.adding_up([(match[1], float(match[2])) for match in found if match])

    @classmethod
    def adding_up(cls, shares: Iterable[tuple[str, float]]) -> Shares:
        """Shares that must add up to 1. Raises ``ValueError`` as ``read`` does."""
        shares = list(shares)
        twice = [level for level, count in Counter(level for level, _ in shares).items() if count > 1]
        total = math.fsum(share for _, share in shares)
        if twice:
            raise ValueError(f"{twice[0]!r} is given a share twice: give each level one")
        if abs(total - 1) > TOLERANCE:
            raise ValueError(f"the shares add up to {total:g}: make them add up to 1")
        return cls(tuple(sorted((level, share / total) for level, share in shares if share)))

    @classmethod
    def mean(cls, several: Iterable[Shares]) -> Shares:
        """Several readings of one thing as one: each level's mean share."""
        several = list(several)
        levels = sorted({level for shares in several for level, _ in shares.of})
        return cls.adding_up(
            (level, math.fsum(shares.share(level) for shares in several) / len(several)) for level in levels
        )

    def renamed(self, spell: Callable[[str], str]) -> Shares:
        """The same with each level in another spelling; levels that become one add up."""
        totals: Counter[str] = Counter()
        for level, share in self.of:
            totals[spell(level)] += share  # type: ignore[assignment]
        return Shares(tuple(sorted(totals.items())))

    @classmethod
    def sure(cls, level: str) -> Shares:
        """A plain value as shares."""
        return cls(((level, 1.0),))

    def share(self, level: str) -> float:
        """The share of one level; 0 for one that is not named."""
        return dict(self.of).get(level, 0.0)

    def __str__(self) -> str:
        """As a reader sees it.

        >>> str(Shares.read("latin:0.7|cyrillic:0.3"))
        'latin 0.7 or cyrillic 0.3'
        """
        ordered = sorted(self.of, key=lambda pair: (-pair[1], pair[0]))
        return " or ".join(f"{level} {share:.3g}" for level, share in ordered)
