"""Which items share a production line: every way to divide them, weighed.

A partition of the items into lines has probability proportional to CRP(α) · Π over lines and features of
DirMult(counts; A/C): few lines are likelier beforehand, and a line is likelier the more its items agree.
Up to nine items every partition is weighed; above, partitions are drawn by collapsed Gibbs sampling from
several starts, and the difference between the runs is given as the error. What was not examined is missing
and neither joins nor parts two items.

Sources: Ferguson, Ann. Stat. 1 (1973) 209; Neal, J. Comp. Graph. Stat. 9 (2000) 249, algorithm 3.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from sherd.model.lines import CoProduction, Partition

EXACT_UP_TO = 9
"""Bell(9) = 21,147 partitions are weighed one by one; more items are sampled."""

SHOWN = 5
RUNS, SWEEPS = 4, 2000
BURN_IN = 0.15
"""Share of sweeps, before those that count, in which a run leaves its start."""

Seen = Mapping[str, str]


@frozen
class Coded:
    """What was seen, as numbers: per item the level of each feature (−1: not seen), and C of each feature.

    C is the number of levels and one for any other, as in the weights of ``docs/attribute.md``.
    """

    items: tuple[str, ...]
    features: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...]
    sizes: tuple[int, ...]


def co_production(
    seen: Mapping[str, Seen],
    levels: Mapping[str, Sequence[str]] | None = None,
    *,
    alpha: float = 1.0,
    pseudo_count: float = 1.0,
    exact_up_to: int = EXACT_UP_TO,
    sweeps: int = SWEEPS,
    seed: int = 1,
) -> CoProduction:
    """The probability that any two items share a line; ``seen`` is item → feature → value.

    ``levels`` names the values that a feature can take; without it they are those seen. Raises ValueError for
    no item, nothing seen, a value outside its levels, or a prior that is not positive.

    >>> pair = co_production({"a": {"core": "foam"}, "b": {"core": "foam"}}, {"core": ["foam", "woven"]})
    >>> round(pair.of("a", "b"), 4)
    0.6667
    """
    if not (alpha > 0 and pseudo_count > 0 and math.isfinite(alpha) and math.isfinite(pseudo_count)):
        raise ValueError(f"alpha {alpha} and the pseudo-count {pseudo_count} must both be positive")
    coded = encode(seen, levels)
    if len(coded.items) <= exact_up_to:
        return _exact(coded, alpha, pseudo_count)
    return _sampled(coded, alpha, pseudo_count, sweeps, seed)


def encode(seen: Mapping[str, Seen], levels: Mapping[str, Sequence[str]] | None = None) -> Coded:
    """What was seen as numbers, features in the order in which they are first named."""
    if not seen:
        raise ValueError("there is no item to divide into lines")
    features = tuple(dict.fromkeys(name for found in seen.values() for name in found))
    if not features:
        raise ValueError("nothing was seen of any item: no line can be told from another")
    known = {
        name: list(dict.fromkeys((levels or {}).get(name, ())))
        or sorted({f[name] for f in seen.values() if name in f})
        for name in features
    }
    rows = []
    for item, found in seen.items():
        for name, value in found.items():
            if value not in known[name]:
                raise ValueError(f"item {item}: {value!r} is no level of {name} ({', '.join(known[name])})")
        rows.append(tuple(known[f].index(found[f]) if f in found else -1 for f in features))
    return Coded(tuple(seen), features, tuple(rows), tuple(len(known[f]) + 1 for f in features))


def partitions(n: int) -> Iterator[tuple[int, ...]]:
    """Every division of ``n`` things into groups, as bit masks; there are Bell(n).

    >>> sum(1 for _ in partitions(8))
    4140
    """

    def place(i: int, blocks: list[int]) -> Iterator[tuple[int, ...]]:
        if i == n:
            yield tuple(blocks)
            return
        for j in range(len(blocks)):
            blocks[j] |= 1 << i
            yield from place(i + 1, blocks)
            blocks[j] ^= 1 << i
        blocks.append(1 << i)
        yield from place(i + 1, blocks)
        blocks.pop()

    return place(0, [])


def log_fit(coded: Coded, members: Sequence[int], pseudo_count: float) -> float:
    """Natural logarithm of the probability of what was seen on these items if they are one line."""
    total = 0.0
    for f, size in enumerate(coded.sizes):
        counts = Counter(level for i in members if (level := coded.rows[i][f]) >= 0)
        share = pseudo_count / size
        n = sum(counts.values())
        total += math.lgamma(pseudo_count) - math.lgamma(pseudo_count + n)
        total += sum(math.lgamma(share + c) - math.lgamma(share) for c in counts.values())
    return total


def _exact(coded: Coded, alpha: float, pseudo_count: float) -> CoProduction:
    n = len(coded.items)
    fit = [0.0] * (1 << n)
    for mask in range(1, 1 << n):
        members = [i for i in range(n) if mask >> i & 1]
        fit[mask] = log_fit(coded, members, pseudo_count) + math.log(alpha) + math.lgamma(len(members))
    weights: dict[tuple[int, ...], float] = {}
    for blocks in partitions(n):
        weights[blocks] = sum(map(fit.__getitem__, blocks))
    top = max(weights.values())
    whole = math.fsum(math.exp(w - top) for w in weights.values())
    by_block: dict[int, float] = dict.fromkeys(range(1 << n), 0.0)
    lines = [0.0] * n
    for blocks, weight in weights.items():
        p = weights[blocks] = math.exp(weight - top) / whole
        lines[len(blocks) - 1] += p
        for block in blocks:
            by_block[block] += p
    together = [
        [
            sum(p for mask, p in by_block.items() if mask >> i & 1 and mask >> j & 1) if i != j else 1.0
            for j in range(n)
        ]
        for i in range(n)
    ]
    best = sorted(weights.items(), key=lambda found: (-found[1], found[0]))[:SHOWN]
    named = [Partition(_named(coded, blocks), p) for blocks, p in best]
    basis = (
        f"all {len(weights):,} partitions of {n} items weighed over {_said(coded)}, α = {alpha:g}, "
        f"A = {pseudo_count:g}"
    )
    return _result(coded, together, lines, named, "exact", 0.0, basis)


def _named(coded: Coded, blocks: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(name for i, name in enumerate(coded.items) if block >> i & 1) for block in blocks)


def _sampled(coded: Coded, alpha: float, pseudo_count: float, sweeps: int, seed: int) -> CoProduction:
    if sweeps < 1:
        raise ValueError(f"{sweeps} sweeps draw nothing")
    n = len(coded.items)
    runs = [_run(coded, alpha, pseudo_count, sweeps, _chances(seed, r, n * sweeps), r) for r in range(RUNS)]
    kept: Counter[tuple[int, ...]] = Counter()
    for run in runs:
        kept.update(run)
    matrices = [_shares(run, n) for run in runs]
    together = _shares(kept, n)
    error = max(
        (abs(matrix[i][j] - together[i][j]) for matrix in matrices for i in range(n) for j in range(i)),
        default=0.0,
    )
    drawn = kept.total()
    lines = [0.0] * n
    for labels, times in kept.items():
        lines[max(labels)] += times / drawn
    best = sorted(kept.items(), key=lambda found: (-found[1], found[0]))[:SHOWN]
    named = [Partition(_groups(coded, labels), times / drawn) for labels, times in best]
    basis = (
        f"{drawn:,} partitions of {n} items drawn in {RUNS} runs from different starts (seed {seed}) over "
        f"{_said(coded)}, α = {alpha:g}, A = {pseudo_count:g}; runs differ by {error:.3f} at most"
    )
    return _result(coded, together, lines, named, "sampled", error, basis)


def _chances(seed: int, run: int, moves: int) -> Iterator[float]:
    """Numbers between 0 and 1, one for each move of a run and of what goes before it."""
    import numpy as np

    drawn = np.random.default_rng([seed, run])
    while True:
        yield from drawn.random(max(moves, 1)).tolist()


def _picked(choices: Sequence[int], weights: Sequence[float], chance: float) -> int:
    """The choice at that share of the weights."""
    left = chance * math.fsum(weights)
    for choice, weight in zip(choices, weights, strict=True):
        left -= weight
        if left < 0:
            return choice
    return choices[-1]


def _run(
    coded: Coded, alpha: float, pseudo_count: float, sweeps: int, chances: Iterator[float], start: int
) -> Counter[tuple[int, ...]]:
    """Partitions visited by one chain, each item moved in turn; starts alternate: one line, or many."""
    n = len(coded.items)
    seen = [[(f, level) for f, level in enumerate(row) if level >= 0] for row in coded.rows]
    alone = [alpha * _Line(coded.sizes, pseudo_count).fit(each) for each in seen]
    block_of = list(range(n)) if start % 2 else [0] * n
    lines = {b: _Line(coded.sizes, pseudo_count) for b in set(block_of)}
    for b, each in zip(block_of, seen, strict=True):
        lines[b].take(each)
    kept: Counter[tuple[int, ...]] = Counter()
    before = max(20, round(sweeps * BURN_IN))
    for sweep in range(sweeps + before):
        for i, each in enumerate(seen):
            old = block_of[i]
            lines[old].take(each, -1)
            if not lines[old].size:
                del lines[old]
            new = next(b for b in range(n + 1) if b not in lines)
            weights = [line.size * line.fit(each) for line in lines.values()]
            block_of[i] = chosen = _picked([*lines, new], [*weights, alone[i]], next(chances))
            if chosen == new:
                lines[new] = _Line(coded.sizes, pseudo_count)
            lines[chosen].take(each)
        if sweep >= before:
            first: dict[int, int] = {}
            kept[tuple(first.setdefault(b, len(first)) for b in block_of)] += 1
    return kept


class _Line:
    """The items that stand together in one chain, by their counts of each level.

    An item is what was seen of it: the number of a feature and its level, feature by feature.
    """

    def __init__(self, sizes: Sequence[int], pseudo_count: float) -> None:
        self.size = 0
        self.counts = [[pseudo_count / size] * size for size in sizes]
        self.totals = [pseudo_count] * len(sizes)

    def take(self, item: Sequence[tuple[int, int]], by: int = 1) -> None:
        """Take an item in; with ``by`` −1, let it go."""
        self.size += by
        for f, level in item:
            self.counts[f][level] += by
            self.totals[f] += by

    def fit(self, item: Sequence[tuple[int, int]]) -> float:
        """The probability of what was seen on an item, given those that stand here."""
        p, counts, totals = 1.0, self.counts, self.totals
        for f, level in item:
            p *= counts[f][level] / totals[f]
        return p


def _shares(kept: Counter[tuple[int, ...]], n: int) -> list[list[float]]:
    drawn = kept.total()
    together = [[0.0] * n for _ in range(n)]
    for labels, times in kept.items():
        for i in range(n):
            for j in range(n):
                if labels[i] == labels[j]:
                    together[i][j] += times / drawn
    for i in range(n):
        together[i][i] = 1.0
    return together


def _groups(coded: Coded, labels: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(name for name, label in zip(coded.items, labels, strict=True) if label == k)
        for k in range(max(labels) + 1)
    )


def _said(coded: Coded) -> str:
    return f"{len(coded.features)} features" if len(coded.features) != 1 else "1 feature"


def _result(
    coded: Coded,
    together: Sequence[Sequence[float]],
    lines: Sequence[float],
    best: Sequence[Partition],
    method: str,
    error: float,
    basis: str,
) -> CoProduction:
    return CoProduction(
        items=coded.items,
        features=coded.features,
        together=tuple(map(tuple, together)),
        lines=tuple(lines),
        best=tuple(best),
        method="exact" if method == "exact" else "sampled",
        error=error,
        order=display_order(together),
        basis=basis,
    )


def display_order(together: Sequence[Sequence[float]]) -> tuple[int, ...]:
    """Places in the order of an average-linkage tree, so that likely lines stand together.

    The two groups that are most probably together on average are joined, until one is left.

    >>> display_order([[1, 0.1, 0.9], [0.1, 1, 0.1], [0.9, 0.1, 1]])
    (0, 2, 1)
    """
    groups: list[tuple[int, ...]] = [(i,) for i in range(len(together))]

    def nearness(a: tuple[int, ...], b: tuple[int, ...]) -> float:
        return math.fsum(together[i][j] for i in a for j in b) / (len(a) * len(b))

    while len(groups) > 1:
        pairs = ((i, j) for j in range(len(groups)) for i in range(j))
        i, j = max(pairs, key=lambda pair: (nearness(groups[pair[0]], groups[pair[1]]), -pair[0], -pair[1]))
        joined = groups[i] + groups[j]
        groups = [*groups[:i], joined, *groups[i + 1 : j], *groups[j + 1 :]]
    return groups[0]
