"""Between candidates that letters and digits hardly tell apart, the separators decide.

``YM25F3OVS-5.2`` fits LM2591HVS-5.0 and LM2575HVS-12 alike, sign by sign; its hyphen and its point stand
where the first of them has its own. Scores stay what they are: only the order changes.
"""

from __future__ import annotations

import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from sherd.identify.match.found import Found
from sherd.identify.match.index import Index
from sherd.identify.match.signs import signs

REACH = 50
"""How far behind the first a candidate may be, in hundredths of a sign: less than one confusable sign."""

AGREED, APART = 30, 20
"""What a break of the marking is worth where the part has a separator, and what one costs that only one of
both has; between two signs of the part that follow each other in the marking."""


def by_separators(index: Index, found: Found) -> Found:
    """The same candidates, those close to the first in the order of score and separators together."""
    close = (found.spellings >= 0) & (found.scores[:, :1] - found.scores <= REACH)
    rivals = np.flatnonzero(close[:, 1])
    if not len(rivals):
        return found
    marking, rank = np.nonzero(close & close[:, 1:2])
    gain = np.zeros(found.scores.shape, np.int64)
    gain[marking, rank] = _gains(index, found, marking, rank)
    # whoever is not close stays behind all who are, in the order that there was
    worth = np.where(close, found.scores + gain, np.iinfo(np.int32).min)[rivals]
    turn = np.argsort(-worth, axis=1, kind="stable")
    spellings, scores, pairs = found.spellings.copy(), found.scores.copy(), found.pairs.copy()
    spellings[rivals] = np.take_along_axis(spellings[rivals], turn, axis=1)
    scores[rivals] = np.take_along_axis(scores[rivals], turn, axis=1)
    pairs[rivals] = np.take_along_axis(pairs[rivals], turn[:, :, None], axis=1)
    return evolve(found, spellings=spellings, scores=scores, pairs=pairs)


def _gains(
    index: Index, found: Found, marking: NDArray[np.int64], rank: NDArray[np.int64]
) -> NDArray[np.int64]:
    """What the separators say for each of the candidates; nothing for a romanised form, which has none."""
    spelling = found.spellings[marking, rank]
    parts = signs(index.mpns.many(index.rows[spelling].astype(np.int64)))
    lengths = np.diff(index.bounds)[spelling]
    own = np.diff(parts.bounds) == lengths
    longest = int(lengths.max())
    place = np.arange(1, longest)
    at = found.pairs[marking, rank, :longest].astype(np.int64)
    follow = (at[:, :-1] >= 0) & (at[:, 1:] == at[:, :-1] + 1) & (place < lengths[:, None]) & own[:, None]
    in_part = _breaks(parts.breaks, parts.bounds[:-1] + np.arange(len(spelling)), place)
    in_marking = _breaks(found.signs.breaks, found.signs.bounds[marking] + marking, np.maximum(at[:, 1:], 0))
    agreed, apart = follow & in_part & in_marking, follow & (in_part != in_marking)
    return np.asarray(AGREED * agreed.sum(axis=1) - APART * apart.sum(axis=1))


def _breaks(
    breaks: NDArray[np.uint8], begin: NDArray[np.int64], place: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Whether anything stands before the sign at each place of texts that begin there."""
    return np.asarray(breaks[np.minimum(begin[:, None] + place, len(breaks) - 1)] > 0)
