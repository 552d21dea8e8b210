"""Which parts of a catalogue a marking may name.

Three steps, each only where the one before did not find enough: the spellings that share the rarest trigrams
with the marking are aligned with it; then more of them; then those that the marking is nearest to by edit
distance, over the whole catalogue. ``docs/identify.md`` gives the formulas.

The same answers come out with Numba and without it, whatever the size of the batch and the order of the
markings; the work memory is that of one batch of ``AT_ONCE`` markings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from sherd.identify.match import fast, vectors
from sherd.identify.match.costs import costs
from sherd.identify.match.found import Found
from sherd.identify.match.index import Index
from sherd.identify.match.separators import by_separators
from sherd.identify.match.signs import Signs, blurred, signs

FIRST = 64
"""Candidates by trigrams that are always aligned."""

MORE = 512
"""Candidates that are aligned where the best of the first has less than ``SURE`` of its full score."""

MOST = 2048
"""Candidates that are aligned where the best of those has less than ``FAIR``."""

LAST = 300
"""Candidates by edit distance over the whole catalogue, where the best so far has less than ``LOW``."""

SURE, FAIR, LOW = 70, 45, 30
"""Percent of the score of a part that is read rightly from its first to its last character."""

LONGEST = 256
"""Characters of one marking that are searched; what stands after them is not read."""

SHOWN = 8
"""Spellings that are kept for each marking."""

AT_ONCE = 2_048
"""Markings that are searched together."""


Arrays = tuple[NDArray[np.generic], ...]


def find(index: Index, markings: Sequence[str], compiled: bool | None = None) -> Iterator[Found]:
    """Search every marking, batch by batch, in order.

    ``compiled`` chooses between Numba and NumPy; by default Numba where it is installed and there are enough
    markings to be worth its loading. Raises ImportError where Numba is asked for and missing.
    """
    if compiled is None:
        compiled = len(markings) >= fast.WORTH_COMPILING and fast.has_compiler()
    search: Callable[..., None] = fast.compiled() if compiled else vectors.search
    for first in range(0, len(markings), AT_ONCE):
        yield _batch(index, tuple(markings[first : first + AT_ONCE]), search)


def _batch(index: Index, markings: tuple[str, ...], search: Callable[..., None]) -> Found:
    read = signs(markings)
    longest = int(np.diff(index.bounds).max(initial=1))
    spellings = np.full((len(markings), SHOWN), -1, np.int64)
    scores = np.zeros((len(markings), SHOWN), np.int32)
    pairs = np.full((len(markings), SHOWN, longest), -1, np.int16)
    if len(index):
        given = _read(read) + _searched(index) + _weights(longest)
        search(*map(_still, given), spellings, scores, pairs)
    return by_separators(index, Found(markings, read, spellings, scores, pairs))


def _read(signs: Signs) -> Arrays:
    return signs.codes, signs.breaks, signs.bounds


def _searched(index: Index) -> Arrays:
    grams = index.starts, index.holders, index.weights
    return index.codes, index.bounds, *grams, index.order, index.shared


def _weights(longest: int) -> Arrays:
    """What differences cost, the longest part having that many characters, and how far each step goes."""
    weights = costs()
    gaps = np.array((weights.extra, weights.missing), np.int32)
    ahead = np.arange(longest + 1, dtype=np.int32)
    plan = np.array((FIRST, MORE, MOST, LAST, SURE, FAIR, LOW, LONGEST), np.int64)
    ends = -weights.head * ahead, -weights.tail * ahead
    return blurred(), weights.reads, gaps, *ends, weights.edges, plan


def _still(array: NDArray[np.generic]) -> NDArray[np.generic]:
    """The array, not to be written to. A mapped index cannot be: one that could be would be compiled anew."""
    view = array.view()
    view.flags.writeable = False
    return view
