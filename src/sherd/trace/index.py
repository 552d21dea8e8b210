"""An index over the names of lists: which names are worth comparing with a name that is asked about.

Each name is a handful of keys: its words as they are spelt, their consonants, runs of three characters, its
initials. Keys that few names share count most. A search adds up what the keys of a name have in common with
each listed name and keeps the best; those are then compared word by word (:mod:`sherd.trace.alignment`).
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from attrs import frozen

from sherd.text.compiled import compiled, has_compiler
from sherd.trace import lookup
from sherd.trace.alignment import FEATURES
from sherd.trace.likeness import COSTS, LEAVES, WIDE
from sherd.trace.packing import Packed, Packing, pack, unchanging
from sherd.trace.prepared import ABJAD, GENERIC, HANZI, Prepared
from sherd.trace.spelling import consonants, skeleton

KEPT = 32
"""Listed names that are compared word by word with a name, in an index of up to :data:`USUAL` names."""

USUAL, GROWTH = 40_000, 0.45
"""Names of an index of usual size; in a larger one, where more names share a word by chance, the names that
are compared grow with this power of its size."""

READ = 20_000
"""Places of the index that are read for a name before the keys that many names share are left out."""

SHARE = 0.2
"""A find that shares less than this of what the best one shares with a name is not compared with it."""

FEW = 40
"""Names that are searched without compiling the loops: starting Numba takes longer than that."""

Array = Any


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
    ['kods', 's:kts', 'c:kds', '^ko', 'kod', 'ods', 'ds$', 'a:kods']
    """
    found: dict[str, float] = {}
    for _, spelling, _ in name.others:
        found.update(_keys_of_token(spelling, "other"))
    for hint in name.hints:
        found.setdefault(hint, 0.6)
    naming = [token for token, kind in zip(name.tokens, name.kinds, strict=True) if not kind & GENERIC]
    for token, kind in zip(name.tokens, name.kinds, strict=True):
        for key, value in _keys_of_token(token, _sort(kind, bool(naming))):
            if found.get(key, 0.0) < value:
                found[key] = value
    if len(naming) > 1:
        joined = "".join(naming)
        found.setdefault(joined, 0.8)
        if len(bare := skeleton(joined)) > 1:
            found.setdefault(f"s:{bare}", 0.8)
    if len(name.tokens) == 1 and 3 <= len(name.tokens[0]) <= 7:
        found[f"a:{name.tokens[0]}"] = 1.0
    elif len(name.initials) > 2:
        found[f"a:{name.initials}"] = 1.0
    return list(found.items())


def _sort(kind: int, is_named: bool) -> str:
    if kind & GENERIC and is_named:  # a word that many companies use says enough as a whole
        return "generic"
    return "script" if kind & (ABJAD | HANZI) else "plain"


@lru_cache(maxsize=1 << 17)
def _keys_of_token(token: str, sort: str) -> tuple[tuple[str, float], ...]:
    """The keys of one token: itself, its consonants, its runs of three characters."""
    found: dict[str, float] = {token: 0.9 if sort == "other" else 1.0}
    if token.isdigit():
        return tuple(found.items())
    if len(bare := skeleton(token)) > 1:
        found[f"s:{bare}"] = {"other": 0.9, "script": 1.0}.get(sort, 0.8)
    if len(bare := consonants(token)) > 2:
        found[f"c:{bare}"] = {"other": 0.9, "script": 1.0}.get(sort, 0.6)
    if sort in ("plain", "script"):
        padded = f"^{token}$"
        for at in range(len(padded) - 2):
            found.setdefault(padded[at : at + 3], 0.35)
    return tuple(found.items())


def build(names: Iterable[Prepared], truncated: Iterable[bool]) -> NameIndex:
    """Index names, each read once; ``truncated`` marks those that stand for a name cut off at the length of a
    line."""
    key_ids: dict[str, int] = {}
    packing = Packing({}, grow=True)
    rows, columns, values = array("i"), array("i"), array("f")
    cut = bytearray()
    for n, (name, is_cut) in enumerate(zip(names, truncated, strict=True)):
        packing.add(name)
        cut.append(is_cut)
        for key, value in keys_of(name):
            rows.append(key_ids.setdefault(key, len(key_ids)))
            columns.append(n)
            values.append(value)
    packed = packing.packed()
    whole = ~np.frombuffer(bytes(cut), bool)
    weights, unseen = _weights(packed, whole, len(packing.token_ids))
    first, key_names, key_weights, worth = _postings(
        np.frombuffer(rows, np.int32) if rows else np.zeros(0, np.int32),
        np.frombuffer(columns, np.int32) if rows else np.zeros(0, np.int32),
        np.frombuffer(values, np.float32) if rows else np.zeros(0, np.float32),
        len(key_ids),
        len(whole),
    )
    return NameIndex(
        packed,
        unchanging(weights),
        tuple(packing.token_ids),
        packing.token_ids,
        key_ids,
        unchanging(first),
        unchanging(key_names),
        unchanging(key_weights),
        unchanging(worth),
        unseen,
        unchanging(~whole),
        len(whole),
    )


def _postings(
    rows: Array, columns: Array, values: Array, keys: int, names: int
) -> tuple[Array, Array, Array, Array]:
    """Where the names of each key begin, the names, what each key counts for each, and what it is worth."""
    count = np.bincount(rows, minlength=keys)
    worth = np.log((names + 1.0) / (count + 0.5)) / np.log(names + 1.0)
    worth = np.maximum(worth, 0.02).astype(np.float32)
    weight = values * worth[rows]
    norm = np.sqrt(np.bincount(columns, weights=weight.astype(np.float64) ** 2, minlength=names))
    weight = (weight / np.maximum(norm, 1e-6).astype(np.float32)[columns]).astype(np.float32)
    order = np.argsort(rows, kind="stable")
    first = np.concatenate([[0], np.cumsum(count)]).astype(np.int64)
    return first, columns[order], weight[order], worth


def _weights(packed: Packed, whole: Array, tokens: int) -> tuple[Array, float]:
    """How rare each token is, and what a token counts that the index has not."""
    total = max(int(whole.sum()), 1)
    scale = np.log(total + 1.0)
    df = _names_with(packed, whole, tokens)
    weights = np.maximum(np.log((total + 1.0) / (df + 0.5)), 0.3) / scale
    return weights, float(min(1.0, np.log((total + 1.0) / 1.5) / scale))


def _names_with(packed: Packed, whole: Array, tokens: int) -> Array:
    """In how many whole names each token stands; one that is but a further spelling counts once."""
    of = np.repeat(np.arange(len(whole)), np.diff(packed.first))
    there = whole[of] if len(of) else np.zeros(0, bool)
    pairs = np.unique(of[there] * max(tokens, 1) + packed.ids[there])
    return np.maximum(np.bincount(pairs % max(tokens, 1), minlength=tokens), 1.0)


def compared(size: int) -> int:
    """How many listed names are compared with a name in an index of so many.

    >>> [compared(size) for size in (10, 35_000, 500_000, 2_000_000)]
    [10, 32, 100, 186]
    """
    return min(size, int(0.5 + KEPT * math.pow(max(1.0, size / USUAL), GROWTH)))


def search(
    index: NameIndex, names: Sequence[Prepared], cuts: Iterable[bool]
) -> tuple[Array, Array, Array, Array]:
    """The best listed names for each name: their numbers, how much they share, their features, how many there
    are."""
    q, p = pack(names, index.token_ids), index.packed
    weights = (
        np.where(q.ids >= 0, index.weights[np.maximum(q.ids, 0)], index.unseen) if len(q.ids) else np.zeros(0)
    )
    keys, worths, first = _keys(index, names)
    kept, n = compared(index.size), len(names)
    best, sums = np.zeros((n, kept), np.int64), np.zeros((n, kept), np.float32)
    found, out = np.zeros(n, np.int64), np.zeros((n, kept, len(FEATURES)))
    run = compiled(lookup, "search_all") if n > FEW and has_compiler() else plainly
    run(
        index.key_first, index.key_names, index.key_weights, index.truncated, READ, SHARE,
        keys, worths, first, np.asarray(list(cuts), bool),
        q.characters, q.spans, q.kinds, weights, q.ids, q.first,
        q.initials, q.initials_first, q.others, q.others_first,
        p.characters, p.spans, p.kinds, index.weights, p.ids, p.first,
        p.initials, p.initials_first, p.others, p.others_first,
        COSTS, LEAVES, best, sums, found, out,
    )  # fmt: skip
    return best, sums, out, found


def _keys(index: NameIndex, names: Sequence[Prepared]) -> tuple[Array, Array, Array]:
    """The keys of all names that the index has, the most telling of each name first, what each is worth
    there, and where the keys of each name begin."""
    keys: list[int] = []
    values: list[float] = []
    of: list[int] = []
    for n, name in enumerate(names):
        for key, value in keys_of(name):
            number = index.key_ids.get(key)
            if number is not None:
                keys.append(number)
                values.append(value)
                of.append(n)
    numbers, of_ = np.asarray(keys, np.int64), np.asarray(of, np.int64)
    worth = index.key_worth[numbers]
    order = np.lexsort((numbers, -worth, of_))
    worths = (np.asarray(values, np.float32) * worth).astype(np.float32)
    first = np.searchsorted(of_, np.arange(len(names) + 1))
    return numbers[order], worths[order], first.astype(np.int64)


def plainly(
    key_first: Array,
    key_names: Array,
    key_weights: Array,
    truncated: Array,
    most: int,
    share: float,
    keys: Array,
    worths: Array,
    keys_first: Array,
    cuts: Array,
    *rest: Array,
) -> None:
    """What :func:`sherd.trace.lookup.search_all` does, name by name without compiled loops."""
    *sides, best, sums, found, out = rest
    totals = np.zeros(len(truncated), np.float32)
    work = [0.0] * (3 * WIDE)
    numbers = [as_plain(each) for each in sides]
    measure_found: Any = lookup.measure_found
    for q in range(len(cuts)):
        read = 0
        for k in range(keys_first[q], keys_first[q + 1]):
            if read > most:
                break
            places = slice(key_first[keys[k]], key_first[keys[k] + 1])
            read += places.stop - places.start
            totals[key_names[places]] += worths[k] * key_weights[places]
        there = np.flatnonzero((totals > 0.0) & (~truncated | cuts[q]))
        order = there[np.lexsort((there, -totals[there]))][: best.shape[1]]
        best[q, : len(order)], sums[q, : len(order)] = order, totals[order]
        found[q] = lookup.worth_measuring(sums[q], len(order), share)
        totals[:] = 0.0
        measure_found(q, *numbers, work, best[q], found[q], out[q])


def as_plain(array: Array) -> Any:
    """An array whose elements are read as Python's numbers, which suits loops that are not compiled."""
    return memoryview(array) if array.ndim == 1 else [memoryview(row) for row in array]
