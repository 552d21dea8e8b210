"""The loop that sums what small trees say of measured pairs, and the same without a compiler."""

from __future__ import annotations

from typing import Any

import numpy as np


def sum_trees(
    measured: Any, roots: Any, measure: Any, threshold: Any, left: Any, right: Any, value: Any, out: Any
) -> None:
    """Add to ``out``, a number a pair, the leaf that each tree sends the pair to."""
    for n in range(len(measured)):
        total = 0.0
        for t in range(len(roots)):
            at = roots[t]
            while measure[at] >= 0:
                at = left[at] if measured[n, measure[at]] <= threshold[at] else right[at]
            total += value[at]
        out[n] += total


def sum_at_once(
    measured: Any, roots: Any, measure: Any, threshold: Any, left: Any, right: Any, value: Any, out: Any
) -> None:
    """The same, all trees of all pairs a step at a time."""
    at = np.repeat(roots[None, :], len(measured), axis=0)
    rows = np.arange(len(measured))[:, None]
    while (inner := measure[at] >= 0).any():
        down = np.where(measured[rows, measure[at]] <= threshold[at], left[at], right[at])
        at = np.where(inner, down, at)
    out += np.cumsum(value[at], axis=1)[:, -1]  # in the order of the trees, as the loop adds them
