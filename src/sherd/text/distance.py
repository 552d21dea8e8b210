"""How many characters two texts differ by: insertions, deletions and substitutions, each counted as one.

Bit-parallel: a column of the table of partial distances is two integers, and a character of the other text
costs a handful of operations on them (G. Myers, "A fast bit-vector algorithm for approximate string
matching based on dynamic programming", J. ACM 46(3), 1999; in the form of H. Hyyrö, "Explaining and
extending the bit-parallel approximate string matching algorithm of Myers", University of Tampere, 2001).
"""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """Where a pattern lies in a text best: how far it differs there, and the end (exclusive) of the place."""

    distance: int
    end: int


def distance(a: str, b: str, at_most: int | None = None) -> int:
    """The Levenshtein distance of two texts, in characters; ``at_most + 1`` where it is larger than
    ``at_most``.

    Raises ValueError for a negative ``at_most``.

    >>> distance("ADC0831", "ADC0834"), distance("", "abc"), distance("kitten", "sitting", at_most=1)
    (1, 3, 2)
    """
    if at_most is not None and at_most < 0:
        raise ValueError(f"at_most is {at_most}: a distance is not negative")
    limit = max(len(a), len(b)) if at_most is None else at_most
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    rows = _rows(a, b, carry=1)
    last = rows[-1] if rows else len(a)
    return min(last, limit + 1)


def nearest_place(pattern: str, text: str) -> Place:
    """Where in ``text`` the whole ``pattern`` lies with the fewest differences; the first such place.

    An empty text is a place too: every character of the pattern is missing there.

    >>> nearest_place("LM317", "TI LN317T 2215")
    Place(distance=1, end=8)
    """
    rows = _rows(pattern, text, carry=0)
    best = min(rows, default=len(pattern))
    if best >= len(pattern):
        return Place(len(pattern), 0)
    return Place(best, rows.index(best) + 1)


def _rows(pattern: str, text: str, carry: int) -> list[int]:
    """The last row of the table after each character of ``text``; ``carry`` is 1 where its start is bound."""
    if not pattern:
        return [carry * (n + 1) for n in range(len(text))]
    masks: dict[str, int] = {}
    for n, sign in enumerate(pattern):
        masks[sign] = masks.get(sign, 0) | 1 << n
    full, top = (1 << len(pattern)) - 1, 1 << len(pattern) - 1
    up, down, score = full, 0, len(pattern)
    scores = []
    for sign in text:
        match = masks.get(sign, 0)
        cross = (((match & up) + up) ^ up) | match | down
        rise, fall = down | (full & ~(cross | up)), up & cross
        score += bool(rise & top) - bool(fall & top)
        scores.append(score)
        rise, fall = rise << 1 | carry, fall << 1
        up, down = (fall | (full & ~(cross | rise))) & full, rise & cross & full
    return scores
