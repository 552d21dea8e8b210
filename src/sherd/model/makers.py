"""Whose part it is: three questions that have three answers, each with its reason.

The **brand** is what is marked. The **maker then** is the company that stood behind the brand when the part
was made. The **owner today** is where a trace request goes. A company that bought another's brand did not
make what was sold before; a component found in a weapon says nothing bad about any of the three.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from sherd.model.dates import Interval

ConflictKind = Literal["succession", "alias of same maker", "second source", "misidentification possible"]
"""Why one part may stand under several makers."""


@frozen(kw_only=True)
class Succession:
    """One step from a maker to the company that took its place, for all of it or for one line (``scope``)."""

    maker: str
    successor: str
    kind: str
    when: Interval
    scope: str
    source: str


@frozen(kw_only=True)
class MakerReading:
    """Brand, maker at the date and owner today of one part, as far as they are known.

    ``makers_then`` has several names where the date does not decide; ``owners_today`` where lines of the
    maker went different ways. ``steps`` are the successions that led from one to the other.
    """

    brand: str
    makers_then: tuple[str, ...]
    owners_today: tuple[str, ...]
    steps: tuple[Succession, ...]
    reason: str


@frozen(kw_only=True)
class MakerConflict:
    """One part that stands under several makers, with every kind of reason there may be, and why."""

    part: str
    named: tuple[str, ...]
    kinds: tuple[ConflictKind, ...]
    reasons: tuple[str, ...]
