"""The loops of a search: which listed names share keys with a name, and how each of the best compares.

They run over arrays of numbers. Where Numba is installed (the extra ``fast``) they are compiled for a search
of many names; starting Numba takes seconds, so that a few names are searched with the same functions as they
stand, and the same answers.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from sherd.trace.alignment import measure
from sherd.trace.likeness import WIDE


def gather(
    key_first: Any,
    key_names: Any,
    key_weights: Any,
    keys: Any,
    worths: Any,
    truncated: Any,
    cut: bool,
    most: int,
    totals: Any,
    touched: Any,
    best: Any,
    sums: Any,
) -> int:
    """The listed names that share most with the keys, best first, into ``best``; returns how many.

    The keys come with the most telling first; once ``most`` places of the index were read, no further key is
    begun. ``totals`` is zero for every name, and left so; ``touched`` has room for every name.
    """
    count, read = 0, 0
    for k in range(len(keys)):
        if read > most:
            break
        worth = worths[k]
        first, last = key_first[keys[k]], key_first[keys[k] + 1]
        read += last - first
        for at in range(first, last):
            name = key_names[at]
            if totals[name] == 0.0:
                touched[count] = name
                count += 1
            totals[name] += worth * key_weights[at]
    found, kept = 0, len(best)
    for t in range(count):
        n = touched[t]
        value = totals[n]
        totals[n] = 0.0
        if truncated[n] and not cut:
            continue
        if found == kept and not is_better(value, n, sums[kept - 1], best[kept - 1]):
            continue
        at = found if found < kept else kept - 1
        found += 1 if found < kept else 0
        while at > 0 and is_better(value, n, sums[at - 1], best[at - 1]):
            sums[at] = sums[at - 1]
            best[at] = best[at - 1]
            at -= 1
        sums[at] = value
        best[at] = n
    return found


def is_better(value: float, name: int, other: float, other_name: int) -> bool:
    """Whether a name comes before another: it shares more, or as much and stands first in the index."""
    return value > other or (value == other and name < other_name)


def worth_measuring(sums: Any, found: int, share: float) -> int:
    """How many finds, best first, share at least ``share`` of what the best one shares."""
    kept = found
    while kept > 0 and float(sums[kept - 1]) < share * float(sums[0]):
        kept -= 1
    return kept


def measure_found(
    q: int,
    qc: Any,
    qs: Any,
    qk: Any,
    qw: Any,
    qid: Any,
    qfirst: Any,
    qini: Any,
    qini_first: Any,
    qo: Any,
    qo_first: Any,
    cc: Any,
    cs: Any,
    ck: Any,
    cw: Any,
    cid: Any,
    cfirst: Any,
    cini: Any,
    cini_first: Any,
    co: Any,
    co_first: Any,
    costs: Any,
    leaves: Any,
    work: Any,
    best: Any,
    found: int,
    out: Any,
) -> None:
    """Measure name ``q`` against each of its ``found`` best listed names, a row of ``out`` each."""
    q0, q1 = qfirst[q], qfirst[q + 1]
    for k in range(found):
        c = best[k]
        c0, c1 = cfirst[c], cfirst[c + 1]
        weights = np.empty(c1 - c0)
        for i in range(c1 - c0):
            weights[i] = cw[cid[c0 + i]]
        measure(
            qc,
            qs[2 * q0 : 2 * q1],
            qk[q0:q1],
            qw[q0:q1],
            qid[q0:q1],
            qini[qini_first[q] : qini_first[q + 1]],
            qo[5 * qo_first[q] : 5 * qo_first[q + 1]],
            cc,
            cs[2 * c0 : 2 * c1],
            ck[c0:c1],
            weights,
            cid[c0:c1],
            cini[cini_first[c] : cini_first[c + 1]],
            co[5 * co_first[c] : 5 * co_first[c + 1]],
            costs,
            leaves,
            work,
            out[k],
        )


def search_all(
    key_first: Any,
    key_names: Any,
    key_weights: Any,
    truncated: Any,
    most: int,
    share: float,
    keys: Any,
    worths: Any,
    keys_first: Any,
    cuts: Any,
    qc: Any,
    qs: Any,
    qk: Any,
    qw: Any,
    qid: Any,
    qfirst: Any,
    qini: Any,
    qini_first: Any,
    qo: Any,
    qo_first: Any,
    cc: Any,
    cs: Any,
    ck: Any,
    cw: Any,
    cid: Any,
    cfirst: Any,
    cini: Any,
    cini_first: Any,
    co: Any,
    co_first: Any,
    costs: Any,
    leaves: Any,
    best: Any,
    sums: Any,
    found: Any,
    out: Any,
) -> None:
    """Search every name of a batch, and measure the best finds of each."""
    totals = np.zeros(len(truncated), np.float32)
    touched = np.empty(len(truncated), np.int64)
    work = np.empty(3 * WIDE)
    for q in range(len(cuts)):
        found[q] = gather(
            key_first,
            key_names,
            key_weights,
            keys[keys_first[q] : keys_first[q + 1]],
            worths[keys_first[q] : keys_first[q + 1]],
            truncated,
            cuts[q],
            most,
            totals,
            touched,
            best[q],
            sums[q],
        )
        found[q] = worth_measuring(sums[q], found[q], share)
        measure_found(
            q, qc, qs, qk, qw, qid, qfirst, qini, qini_first, qo, qo_first,
            cc, cs, ck, cw, cid, cfirst, cini, cini_first, co, co_first,
            costs, leaves, work, best[q], found[q], out[q],
        )  # fmt: skip
