"""What a search gives before it is judged: the best spellings for each marking, and how they are aligned."""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from sherd.identify.match.signs import Signs


@frozen(eq=False)
class Found:
    """The best spellings for a batch of markings, best first.

    ``spellings`` int64 (markings, SHOWN), -1 where there is none; ``scores`` int32 likewise, in hundredths
    of a character read rightly; ``pairs`` int16 (markings, SHOWN, longest part): for each character of the
    part the number of its character in the marking, -1 where it has none.
    """

    markings: tuple[str, ...]
    signs: Signs
    spellings: NDArray[np.int64]
    scores: NDArray[np.int32]
    pairs: NDArray[np.int16]
