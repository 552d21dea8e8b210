"""What each difference between a marking and a part number costs: the weights of the alignment.

All are whole numbers, a hundredth of what one character read rightly is worth, so that every machine and
every order of work gives the same sum. Two signs of one confusable class cost nearly nothing; two signs of
similar shape cost less than two of different shape. Shapes are compared by rendering
(``benchmarks/likeness.py``, table ``sign_likeness``), not by counting one reader's errors, so that the
weights hold for readers not seen yet.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from sherd.data import rows
from sherd.identify.match.signs import KINDS, SIGNS, WORN
from sherd.text import classes

RIGHT = 100
"""One character of the part read as it is."""

CLASS = 45
"""Another sign of its confusable class read."""

OTHERWISE = -70
"""A sign read that does not look like it at all."""

ALIKE = (0.2, 0.9, 40)
"""The likeness at which a sign costs as much as any other, at which it costs least, and that cost."""

ILLEGIBLE = 15
"""A place that is worn: it holds some character, and says nothing about which."""


@frozen(eq=False)
class Costs:
    """The weights of one alignment: ``reads`` int32 (KINDS, KINDS) by sign read and sign of the part.

    ``extra`` and ``missing`` are paid for a character too many and too few; ``head`` and ``tail`` for each
    character of the part that the marking leaves out before its first and after its last one (makers print
    the short name and leave the packing suffix to the reel). ``enter``, ``leave`` and ``cross`` are int32
    (4,) by what stands there (nothing, punctuation, blank, line): for a part that begins or ends inside a
    word, and for a break inside it.
    """

    reads: NDArray[np.int32]
    extra: int = 110
    missing: int = 110
    head: int = 45
    tail: int = 20
    enter: tuple[int, int, int, int] = (100, 60, 30, 0)
    leave: tuple[int, int, int, int] = (100, 60, 30, 0)
    cross: tuple[int, int, int, int] = (0, 0, 80, 20)

    @property
    def edges(self) -> NDArray[np.int32]:
        """int32 (3, 4): what entering, leaving and crossing cost; a break entered at is not crossed."""
        enter = [one - other for one, other in zip(self.enter, self.cross, strict=True)]
        return np.array((enter, self.leave, self.cross), np.int32)


@lru_cache(maxsize=1)
def costs() -> Costs:
    """The weights that sherd uses."""
    return Costs(_reads())


def _reads() -> NDArray[np.int32]:
    reads = np.full((KINDS, KINDS), OTHERWISE, np.int32)
    low, high, least = ALIKE
    for row in rows("sign_likeness"):
        share = min(1.0, max(0.0, (float(row["likeness"]) - low) / (high - low)))
        _both(reads, row["signs"], round(OTHERWISE + (least - OTHERWISE) * share))
    for members in classes():
        for first in members:
            for second in members:
                _both(reads, first + second, max(CLASS, int(reads[_at(first), _at(second)])))
    np.fill_diagonal(reads, RIGHT)
    reads[WORN, :] = ILLEGIBLE
    reads[:, WORN] = ILLEGIBLE
    return reads


def _both(reads: NDArray[np.int32], pair: str, cost: int) -> None:
    a, b = map(_at, pair)
    reads[a, b] = reads[b, a] = cost


def _at(sign: str) -> int:
    return SIGNS.index(sign)
