"""Which items may have come from one production line, and which variant may have come from which.

Nothing here computes: ``sherd.attribute`` fills these nouns, dossier and charts read them.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from sherd.model.dates import Interval


@frozen
class Partition:
    """One way to divide the items into lines, with its posterior probability."""

    blocks: tuple[tuple[str, ...], ...]
    p: float


@frozen(kw_only=True)
class CoProduction:
    """How probable it is that two items share a production line, over every way to divide the items.

    ``together[i][j]`` is the probability for ``items[i]`` and ``items[j]``; ``lines[k - 1]`` that there are k
    lines; ``best`` the most probable partitions. ``error`` is the largest difference between independent
    runs where the probabilities are sampled, and 0 where they are exact.
    """

    items: tuple[str, ...]
    features: tuple[str, ...]
    together: tuple[tuple[float, ...], ...]
    lines: tuple[float, ...]
    best: tuple[Partition, ...]
    method: Literal["exact", "sampled"]
    error: float
    order: tuple[int, ...]
    """The places of the items in the order in which a matrix shows them: those that belong together abut."""
    basis: str

    def of(self, a: str, b: str) -> float:
        """The probability for two items by name. Raises ValueError for an unknown one."""
        return self.together[self.items.index(a)][self.items.index(b)]


@frozen(kw_only=True)
class Descent:
    """From which documented variant one variant may derive: the cheapest parents, the next, and the margin.

    ``cost`` counts changed features, scaled to those that both show; ``margin`` is the cost of the runner-up
    less that of the best, 0 where several are best. ``changed`` is what changed, feature → (was, is).
    """

    variant: str
    parents: tuple[str, ...]
    chosen: str | None
    cost: float | None
    runner_up: str | None
    runner_up_cost: float | None
    margin: float | None
    changed: tuple[tuple[str, str, str], ...]
    compared: int
    basis: str

    @property
    def ambiguous(self) -> bool:
        """Whether more than one parent is cheapest."""
        return len(self.parents) > 1


@frozen(kw_only=True)
class Mosaic:
    """Whether one variant is better explained by two parents together than by either alone."""

    variant: str
    parents: tuple[str, str]
    alone: float
    together: float
    gain: float
    from_second: tuple[str, ...]
    mosaic: bool
    basis: str


@frozen(kw_only=True)
class Lineage:
    """The dated lineage of variants: one descent each, the number of changes, and how consistent it is."""

    variants: tuple[tuple[str, Interval], ...]
    descents: tuple[Descent, ...]
    mosaics: tuple[Mosaic, ...]
    total: float
    consistency: float | None
    """Least number of changes that the features need over the number that the lineage makes; 1 is perfect."""
    tolerance: int
    """Days by which a parent may have been first seen after its child."""
    basis: str

    def of(self, variant: str) -> Descent:
        """The descent of a variant by name. Raises ValueError for an unknown one."""
        for descent in self.descents:
            if descent.variant == variant:
                return descent
        raise ValueError(f"no variant is called {variant!r}")
