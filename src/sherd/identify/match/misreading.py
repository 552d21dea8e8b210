"""How likely it is that a sign is misread as just that other one.

``0`` was read as ``O`` 84 times and ``O`` as ``0`` twice; ``8`` was never read as ``7``: a marking that shows
a sign which nobody reads for the candidate's is rather another part. The table ``misreadings`` says how often
each sign was read as which other in markings of known truth; with few counts, or none, the shapes of the
signs decide (``sign_likeness``). It is evidence for the outcome only: the search knows shapes, not readers.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sherd.data import rows
from sherd.identify.match.costs import costs
from sherd.identify.match.signs import KINDS, SIGNS

Table = NDArray[np.float64]

FIRM = 10.0
"""So many misreadings of a sign weigh as much as the shapes of the signs."""

STEEP = 2.0
"""How much likelier, in natural logarithm, a sign is for each hundred that it costs less in the alignment.

Of 0, 2, 3 and 4, with 3, 10 and 30 for ``FIRM``, these make misreadings that were not counted likeliest.
"""


@lru_cache(maxsize=1)
def misread() -> Table:
    """The natural logarithm of the chance that a sign, once it is misread, is read as that other.

    Float64 of shape (KINDS, KINDS), by sign of the part and sign read; 0 where both are one.
    """
    times = np.zeros((len(SIGNS), len(SIGNS)))
    for row in rows("misreadings"):
        times[SIGNS.index(row["sign"]), SIGNS.index(row["read_as"])] = float(row["times"])
    return chances(times)


def chances(times: Table) -> Table:
    """The same of any counts, of shape (signs, signs) by sign of the part and sign read."""
    count = len(SIGNS)
    shapes = np.exp(STEEP * costs().reads[:count, :count].T / 100.0)
    np.fill_diagonal(shapes, 0.0)
    shapes /= shapes.sum(axis=1, keepdims=True)
    of_all = times.sum(axis=1, keepdims=True) + FIRM
    found = np.full((KINDS, KINDS), -np.log(count))
    with np.errstate(divide="ignore"):  # a sign is no misreading of itself
        found[:count, :count] = np.log((times + FIRM * shapes) / of_all)
    np.fill_diagonal(found, 0.0)
    return found
