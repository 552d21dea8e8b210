"""The fewest changes that a family tree needs to explain what is seen at its tips.

A tree is nested pairs of names, ``(("1", "2"), ("3", ("4", "5")))``. The consistency index compares the
fewest changes that the features need on any tree with those that they need on this one: 1 where no feature
changed twice or back. Source: Fitch, Syst. Zool. 20 (1971) 406; Kluge & Farris, Syst. Zool. 18 (1969) 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Tree: TypeAlias = "str | Sequence[Tree]"


def tips(tree: Tree) -> Iterator[str]:
    """The names at the tips, from left to right."""
    if isinstance(tree, str):
        yield tree
    else:
        for branch in tree:
            yield from tips(branch)


def fewest_changes(tree: Tree, states: Mapping[str, str]) -> int:
    """Fitch's count of changes of one feature; a tip without a state may take any.

    Raises ValueError for a tip that stands twice, a fork that does not have two branches, or a state of a
    name that is no tip.

    >>> fewest_changes((("1", "2"), ("3", ("4", "5"))), {"1": "A", "2": "C", "3": "C", "4": "A", "5": "G"})
    3
    """
    names = list(tips(tree))
    if len(set(names)) < len(names):
        raise ValueError("a tip stands twice in the tree")
    if strange := sorted(states.keys() - set(names)):
        raise ValueError(f"no tip of the tree is called {', '.join(strange)}")
    return _count(tree, states)[1]


def consistency_index(tree: Tree, features: Mapping[str, Mapping[str, str]]) -> float | None:
    """Fewest changes on any tree over fewest on this one; None where nothing changes.

    ``features`` is feature → tip → state.
    """
    made = sum(fewest_changes(tree, states) for states in features.values())
    least = sum(max(len(set(states.values())) - 1, 0) for states in features.values())
    return least / made if made else None


def _count(tree: Tree, states: Mapping[str, str]) -> tuple[frozenset[str] | None, int]:
    """The states that the root may take (None: any), and the changes below it."""
    if isinstance(tree, str):
        return (frozenset({states[tree]}) if tree in states else None), 0
    if len(tree) != 2:
        raise ValueError(f"a fork has two branches, not {len(tree)}: {tree!r}")
    (left, a), (right, b) = (_count(branch, states) for branch in tree)
    if left is None or right is None:
        return left or right, a + b
    return (left & right, a + b) if left & right else (left | right, a + b + 1)
