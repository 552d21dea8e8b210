"""From which documented variant each variant may derive, by what changed and when it was first seen.

A variant may come from one first seen before it; the cost of a descent is the number of features that
changed among those seen on both, scaled to all features. The lineage is the cheapest set of descents
(Chu–Liu–Edmonds); beside each stand the runner-up and its margin, and two cheapest parents are ambiguous.

First seen is a day of recovery, not of birth: ``tolerance`` days allow a parent to be found after its child.
What was sampled may be the sibling of a parent that nobody found: read every arrow as "from it or from a
close relative". Weapons are put together from parts, so that a tree may mislead: the mosaic test asks whether
two parents explain a variant better than one.

Sources: Jang, Woo & Brumley, USENIX Security 2013 (dated lineage); Edmonds, J. Res. NBS 71B (1967) 233.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from attrs import frozen

from sherd.model.dates import Interval
from sherd.model.lines import Descent, Lineage, Mosaic

States = Mapping[str, str]

LEAST_GAIN = 2.0
"""Fewest changes that a second parent must spare before a variant is called a mosaic."""


@frozen
class Variant:
    """One variant: its name, when it was first seen, and the state of each feature that was examined."""

    name: str
    first_seen: Interval
    states: States

    @property
    def day(self) -> date:
        """The first day on which it may have been seen. Raises ValueError for an interval without days."""
        day = self.first_seen.first or self.first_seen.last
        if day is None:
            raise ValueError(f"variant {self.name}: no day says when it was first seen")
        return day


def lineage(variants: Iterable[Variant], *, tolerance: int = 0, least_gain: float = LEAST_GAIN) -> Lineage:
    """The cheapest dated lineage. ``tolerance`` is in days.

    Raises ValueError for fewer than two variants, a name used twice, one without a date or without features,
    or a negative tolerance.
    """
    known = sorted(variants, key=lambda v: (v.day, v.name))
    _check(known, tolerance)
    features = sorted({feature for variant in known for feature in variant.states})
    costs = {
        (a.name, b.name): cost
        for a in known
        for b in known
        if _may_precede(a, b, tolerance) and (cost := changes(a.states, b.states, len(features))) is not None
    }
    chosen = arborescence([v.name for v in known], costs)
    by_name = {v.name: v for v in known}
    descents = tuple(_descent(v, by_name, costs, chosen.get(v.name)) for v in known)
    mosaics = tuple(m for v in known if (m := mosaic(v, _allowed(v, by_name, costs), least_gain)))
    least = sum(max(len({v.states[f] for v in known if f in v.states}) - 1, 0) for f in features)
    made = sum(len(descent.changed) for descent in descents)
    roots = [d.variant for d in descents if d.chosen is None]
    return Lineage(
        variants=tuple((v.name, v.first_seen) for v in known),
        descents=descents,
        mosaics=mosaics,
        total=sum(d.cost for d in descents if d.cost is not None),
        consistency=least / made if made else None,
        tolerance=tolerance,
        basis=(
            f"{len(known)} variants over {len(features)} features, ordered by first recovery with "
            f"{tolerance} days of tolerance; without a documented parent: {', '.join(roots)}"
        ),
    )


def changes(a: States, b: States, of: int) -> float | None:
    """How many of ``of`` features changed, scaled from those seen on both; None where there are none.

    >>> changes({"skin": "F", "core": "H"}, {"skin": "F", "core": "W", "nav": "N1"}, 4)
    2.0
    """
    both = a.keys() & b.keys()
    if not both:
        return None
    return sum(a[feature] != b[feature] for feature in both) * of / len(both)


def arborescence(nodes: Sequence[str], costs: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """The parent of each node in the cheapest forest with the fewest roots; ``costs`` by (parent, child).

    >>> arborescence(["a", "b", "c"], {("a", "b"): 1, ("b", "c"): 1, ("c", "b"): 0.5, ("a", "c"): 3})
    {'b': 'a', 'c': 'b'}
    """
    root = ""
    if root in nodes:
        raise ValueError("a node without a name cannot stand in a lineage")
    rootless = 1.0 + 2 * sum(abs(cost) for cost in costs.values())
    weighted = {**costs, **{(root, node): rootless for node in nodes}}
    chosen = _edmonds([root, *nodes], root, weighted)
    return {child: chosen[child] for child in nodes if chosen[child] != root}


def _edmonds(nodes: Sequence[str], root: str, costs: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """Cheapest parent of each node; where those close a circle, it is taken as one node and solved anew."""
    cheapest: dict[str, str] = {}
    for node in nodes:
        if node != root:
            cheapest[node] = min((a for a, b in costs if b == node), key=lambda a: (costs[a, node], a))
    circle = _circle(cheapest)
    if not circle:
        return cheapest
    joined = "\0".join(sorted(circle))
    entering: dict[tuple[str, str], tuple[str, str]] = {}
    smaller: dict[tuple[str, str], float] = {}
    for (a, b), cost in sorted(costs.items()):
        if a in circle and b in circle:
            continue
        edge = (joined if a in circle else a, joined if b in circle else b)
        reduced = cost - costs[cheapest[b], b] if b in circle else cost
        if edge not in smaller or reduced < smaller[edge]:
            smaller[edge], entering[edge] = reduced, (a, b)
    rest = [*(node for node in nodes if node not in circle), joined]
    chosen = {node: cheapest[node] for node in circle}
    for child, parent in _edmonds(rest, root, smaller).items():
        a, b = entering[parent, child]
        chosen[b] = a
    return chosen


def _circle(parent: Mapping[str, str]) -> set[str]:
    for start in parent:
        seen: list[str] = []
        node = start
        while node in parent and node not in seen:
            seen.append(node)
            node = parent[node]
        if node in seen:
            return set(seen[seen.index(node) :])
    return set()


def mosaic(variant: Variant, parents: Sequence[Variant], least_gain: float = LEAST_GAIN) -> Mosaic | None:
    """The cheapest pair of parents against the cheapest parent alone; costs are scaled as for a descent.

    None where fewer than two parents share a feature with the variant, or no pair spares any change.
    """
    known = [p for p in parents if p.states.keys() & variant.states.keys()]
    if len(known) < 2:
        return None
    of = len(variant.states)
    alone = min((_unexplained(variant, (p,), of), p.name) for p in known)
    pairs = sorted(
        (_unexplained(variant, pair, of), pair[0].name, pair[1].name) for pair in combinations(known, 2)
    )
    together = pairs[0][0]
    if together >= alone[0]:
        return None
    by_name = {p.name: p for p in known}
    first, second = min(
        (
            sorted((by_name[a], by_name[b]), key=lambda p: (_unexplained(variant, (p,), of), p.name))
            for cost, a, b in pairs
            if cost == together
        ),
        key=lambda pair: (_unexplained(variant, (pair[0],), of), pair[0].name),
    )
    spared = tuple(
        f
        for f, state in sorted(variant.states.items())
        if first.states.get(f) != state and second.states.get(f) == state
    )
    gain = alone[0] - together
    return Mosaic(
        variant=variant.name,
        parents=(first.name, second.name),
        alone=alone[0],
        together=together,
        gain=gain,
        from_second=spared,
        mosaic=gain >= least_gain,
        basis=(
            f"{alone[0]:g} changes from {alone[1]} alone, {together:g} from {first.name} and {second.name} "
            f"together; {second.name} explains {', '.join(spared)}"
        ),
    )


def _unexplained(variant: Variant, parents: Sequence[Variant], of: int) -> float:
    """Features of the variant that no parent shows alike, scaled from those that a parent shows."""
    shown = [f for f in variant.states if any(f in p.states for p in parents)]
    missed = sum(all(p.states.get(f) != variant.states[f] for p in parents) for f in shown)
    return missed * of / len(shown)


def _may_precede(a: Variant, b: Variant, tolerance: int) -> bool:
    return a.name != b.name and (b.day - a.day).days + tolerance > 0


def _allowed(
    variant: Variant, by_name: Mapping[str, Variant], costs: Mapping[tuple[str, str], float]
) -> list[Variant]:
    return [by_name[a] for a, b in sorted(costs) if b == variant.name]


def _descent(
    variant: Variant,
    by_name: Mapping[str, Variant],
    costs: Mapping[tuple[str, str], float],
    chosen: str | None,
) -> Descent:
    ranked = sorted((cost, a) for (a, b), cost in costs.items() if b == variant.name)
    if not ranked:
        return _rootless(variant, "no variant was first seen before it that shows a feature it shows")
    least = ranked[0][0]
    parents = tuple(a for cost, a in ranked if cost == least)
    if chosen is None:
        return _rootless(variant, "stands at the head: with tolerance each could have come from the other")
    others = [(cost, a) for cost, a in ranked if a != chosen]
    cost = costs[chosen, variant.name]
    changed = tuple(
        (feature, by_name[chosen].states[feature], value)
        for feature, value in sorted(variant.states.items())
        if feature in by_name[chosen].states and by_name[chosen].states[feature] != value
    )
    compared = len(variant.states.keys() & by_name[chosen].states.keys())
    basis = f"{len(changed)} of {compared} features seen on both changed from {chosen} or a close relative"
    if len(parents) > 1:
        basis += f"; ambiguous: {', '.join(parents)} are as near"
    elif others:
        basis += f"; next nearest {others[0][1]} ({others[0][0]:g} against {cost:g})"
    return Descent(
        variant=variant.name,
        parents=parents,
        chosen=chosen,
        cost=cost,
        runner_up=others[0][1] if others else None,
        runner_up_cost=others[0][0] if others else None,
        margin=others[0][0] - cost if others else None,
        changed=changed,
        compared=compared,
        basis=basis,
    )


def _rootless(variant: Variant, why: str) -> Descent:
    return Descent(
        variant=variant.name,
        parents=(),
        chosen=None,
        cost=None,
        runner_up=None,
        runner_up_cost=None,
        margin=None,
        changed=(),
        compared=0,
        basis=why,
    )


def _check(known: Sequence[Variant], tolerance: int) -> None:
    names = [variant.name for variant in known]
    if len(names) < 2:
        raise ValueError(f"{len(names)} variant has no lineage: two are the least")
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"two variants are called {', '.join(twice)}")
    if bare := [variant.name for variant in known if not variant.states]:
        raise ValueError(f"no feature was seen of {', '.join(bare)}")
    if tolerance < 0:
        raise ValueError(f"a tolerance of {tolerance} days is none")
