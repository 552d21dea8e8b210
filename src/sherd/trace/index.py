"""An index over the names of lists: which names are worth comparing with a name that is asked about.

Each name is a handful of keys: its words as they are spelt, their consonants, runs of three characters, its
initials. Keys that few names share count most. A search adds up what the keys of a name have in common with
each listed name and keeps the best; those are then compared word by word (:mod:`sherd.trace.alignment`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from attrs import astuple, frozen

from sherd.trace.alignment import FEATURES, measure
from sherd.trace.likeness import CODES, COSTS, LEAVES, compiled
from sherd.trace.prepared import Prepared
from sherd.trace.spelling import skeleton

KEPT = 32
"""Listed names that are compared word by word with a name."""

Array = Any


@frozen(eq=False)
class Packed:
    """Names as arrays: tokens of name ``n`` are ``first[n]:first[n + 1]``; characters of token ``t``
    likewise."""

    characters: Array
    spans: Array
    kinds: Array
    ids: Array
    first: Array
    initials: Array
    initials_first: Array


@frozen(eq=False)
class NameIndex:
    """Names of lists, ready to be searched."""

    packed: Packed
    weights: Array
    tokens: tuple[str, ...]
    token_ids: dict[str, int]
    key_ids: dict[str, int]
    key_first: Array
    key_names: Array
    key_weights: Array
    key_worth: Array
    unseen: float
    truncated: Array
    size: int


def keys_of(name: Prepared) -> list[tuple[str, float]]:
    """The keys under which a name is looked for, each with how much it counts.

    >>> [key for key, _ in keys_of(Prepared(("kods",), (0,), (), "k"))]
    ['kods', 's:kts', '^ko', 'kod', 'ods', 'ds$', 'a:kods']
    """
    found: dict[str, float] = {}
    for token in name.tokens:
        found[token] = 1.0
        if token.isdigit():
            continue
        bare = skeleton(token)
        if len(bare) > 1:
            found[f"s:{bare}"] = 0.8
        padded = f"^{token}$"
        for at in range(len(padded) - 2):
            found.setdefault(padded[at : at + 3], 0.35)
    if len(name.tokens) == 1 and 3 <= len(name.tokens[0]) <= 7:
        found[f"a:{name.tokens[0]}"] = 1.0
    elif len(name.initials) > 2:
        found[f"a:{name.initials}"] = 1.0
    return list(found.items())


def pack(names: Sequence[Prepared], token_ids: dict[str, int], *, grow: bool) -> Packed:
    """Names as arrays; a token without a number gets one where ``grow`` says so, else -1."""
    characters = bytearray()
    spans: list[int] = []
    kinds: list[int] = []
    ids: list[int] = []
    first = [0]
    initials = bytearray()
    initials_first = [0]
    for name in names:
        for token, kind in zip(name.tokens, name.kinds, strict=True):
            spans.append(len(characters))
            characters.extend([CODES.get(c, 39) for c in token])
            spans.append(len(characters))
            kinds.append(kind)
            ids.append(token_ids.setdefault(token, len(token_ids)) if grow else token_ids.get(token, -1))
        first.append(len(ids))
        initials.extend([CODES.get(c, 39) for c in name.initials])
        initials_first.append(len(initials))
    return Packed(
        np.frombuffer(bytes(characters) or b"\0", np.uint8),
        np.asarray(spans, np.int64),
        np.asarray(kinds, np.int64),
        np.asarray(ids, np.int64),
        np.asarray(first, np.int64),
        np.frombuffer(bytes(initials) or b"\0", np.uint8),
        np.asarray(initials_first, np.int64),
    )


def build(names: Sequence[Prepared], truncated: Sequence[bool]) -> NameIndex:
    """Index names; ``truncated`` marks those that stand for a name cut off at the length of a line."""
    token_ids: dict[str, int] = {}
    packed = pack(names, token_ids, grow=True)
    whole = np.asarray([not cut for cut in truncated], bool)
    df = np.zeros(len(token_ids))
    for n in range(len(names)):
        if whole[n]:
            df[np.unique(packed.ids[packed.first[n] : packed.first[n + 1]])] += 1
    total = max(int(whole.sum()), 1)
    scale = np.log(total + 1.0)
    weights = np.maximum(np.log((total + 1.0) / (df + 0.5)), 0.3) / scale
    key_ids: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for n, name in enumerate(names):
        for key, value in keys_of(name):
            rows.append(key_ids.setdefault(key, len(key_ids)))
            columns.append(n)
            values.append(value)
    rows_, columns_, values_ = (
        np.asarray(rows, np.int64),
        np.asarray(columns, np.int32),
        np.asarray(values, np.float32),
    )
    count = np.bincount(rows_, minlength=len(key_ids))
    worth = np.log((len(names) + 1.0) / (count + 0.5)) / np.log(len(names) + 1.0)
    worth = np.maximum(worth, 0.02).astype(np.float32)
    weight = values_ * worth[rows_]
    norm = np.sqrt(np.bincount(columns_, weights=weight.astype(np.float64) ** 2, minlength=len(names)))
    weight = (weight / np.maximum(norm, 1e-6)[columns_]).astype(np.float32)
    order = np.argsort(rows_, kind="stable")
    first = np.concatenate([[0], np.cumsum(count)]).astype(np.int64)
    return NameIndex(
        Packed(*(unchanging(array) for array in astuple(packed, recurse=False))),
        unchanging(weights),
        tuple(token_ids),
        token_ids,
        key_ids,
        unchanging(first),
        unchanging(columns_[order]),
        unchanging(weight[order]),
        unchanging(worth),
        float(min(1.0, np.log((total + 1.0) / 1.5) / scale)),
        unchanging(~whole),
        len(names),
    )


def unchanging(array: Array) -> Array:
    """The array, no longer to be written: as one mapped from a file, so that loops are compiled once for
    both."""
    array.setflags(write=False)
    return array


@compiled
def gather(
    key_first: Any,
    key_names: Any,
    key_weights: Any,
    keys: Any,
    worths: Any,
    totals: Any,
    truncated: Any,
    cut: bool,
    kept: int,
    best: Any,
    sums: Any,
) -> int:
    """The listed names that share most with the keys, best first, into ``best``; returns how many."""
    for k in range(len(keys)):
        worth = worths[k]
        for at in range(key_first[keys[k]], key_first[keys[k] + 1]):
            totals[key_names[at]] += worth * key_weights[at]
    found = 0
    least = np.float32(0.0)
    for n in range(len(totals)):
        value = totals[n]
        totals[n] = 0.0
        if value <= least or (truncated[n] and not cut):
            continue
        if found < kept:
            at = found
            found += 1
        else:
            at = kept - 1
        while at > 0 and sums[at - 1] < value:
            sums[at] = sums[at - 1]
            best[at] = best[at - 1]
            at -= 1
        sums[at] = value
        best[at] = n
        if found == kept:
            least = sums[kept - 1]
    return found


@compiled
def search_all(
    key_first: Any,
    key_names: Any,
    key_weights: Any,
    truncated: Any,
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
    cc: Any,
    cs: Any,
    ck: Any,
    cw: Any,
    cid: Any,
    cfirst: Any,
    cini: Any,
    cini_first: Any,
    costs: Any,
    leaves: Any,
    best: Any,
    sums: Any,
    found: Any,
    out: Any,
) -> None:
    """Search every name of a batch, and measure the best finds of each."""
    totals = np.zeros(len(truncated), np.float32)
    kept = best.shape[1]
    for q in range(len(cuts)):
        found[q] = gather(
            key_first,
            key_names,
            key_weights,
            keys[keys_first[q] : keys_first[q + 1]],
            worths[keys_first[q] : keys_first[q + 1]],
            totals,
            truncated,
            cuts[q],
            kept,
            best[q],
            sums[q],
        )
        q0, q1 = qfirst[q], qfirst[q + 1]
        for k in range(found[q]):
            c = best[q, k]
            c0, c1 = cfirst[c], cfirst[c + 1]
            measure(
                qc,
                qs[2 * q0 : 2 * q1],
                qk[q0:q1],
                qw[q0:q1],
                qid[q0:q1],
                qini[qini_first[q] : qini_first[q + 1]],
                cc,
                cs[2 * c0 : 2 * c1],
                ck[c0:c1],
                cw[c0:c1],
                cid[c0:c1],
                cini[cini_first[c] : cini_first[c + 1]],
                costs,
                leaves,
                out[q, k],
            )


def search(
    index: NameIndex, names: Sequence[Prepared], cuts: Iterable[bool], kept: int = KEPT
) -> tuple[Array, Array, Array, Array]:
    """The best listed names for each name: their numbers, how much they share, their features, how many there
    are."""
    packed = pack(names, index.token_ids, grow=False)
    weights = (
        np.where(packed.ids >= 0, index.weights[np.maximum(packed.ids, 0)], index.unseen)
        if len(packed.ids)
        else np.zeros(0)
    )
    keys: list[int] = []
    worths: list[float] = []
    first = [0]
    for name in names:
        for key, value in keys_of(name):
            number = index.key_ids.get(key)
            if number is not None:
                keys.append(number)
                worths.append(value)
        first.append(len(keys))
    keys_ = np.asarray(keys, np.int64)
    worths_ = (np.asarray(worths, np.float32) * index.key_worth[keys_]).astype(np.float32)
    kept = min(kept, index.size)
    n = len(names)
    best, sums = np.zeros((n, kept), np.int64), np.zeros((n, kept), np.float32)
    found, out = np.zeros(n, np.int64), np.zeros((n, kept, len(FEATURES)))
    p = index.packed
    cw = index.weights[p.ids]
    search_all(
        index.key_first,
        index.key_names,
        index.key_weights,
        index.truncated,
        keys_,
        worths_,
        np.asarray(first, np.int64),
        np.asarray(list(cuts), bool),
        packed.characters,
        packed.spans,
        packed.kinds,
        weights,
        packed.ids,
        packed.first,
        packed.initials,
        packed.initials_first,
        p.characters,
        p.spans,
        p.kinds,
        cw,
        p.ids,
        p.first,
        p.initials,
        p.initials_first,
        COSTS,
        LEAVES,
        best,
        sums,
        found,
        out,
    )
    return best, sums, out, found
