"""The part that a component's marking was found to name: what identification hands to comparison."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class NamedPart:
    """An ordering code and its maker, for one component.

    ``decided`` says that a person judged it, which weighs more than what a publisher wrote; what was only
    read by a method speaks where no part number is published. ``basis`` says how it was found, in words.
    """

    component: str
    mpn: str
    maker: str | None = None
    decided: bool = False
    basis: str
