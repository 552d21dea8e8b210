"""What a date code may say: every reading that a convention allows, and what in a marking is no date at all.

A reading is one way to understand the code, never the date of the item. It names the convention, the days
that it allows and why, and how much of the belief among the readings of one code it carries. A genuine mark,
rightly read, dates that part; it dates the whole item only where the part is original to it.
"""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from sherd.model.dates import Interval

OtherKind = Literal["lot", "serial", "part", "certification"]
"""What a run of characters that looks like a date code may be instead."""


def _a_share(_: object, __: object, value: float) -> None:
    if not 0 < value <= 1:
        raise ValueError(f"a weight is a share of belief above 0 and at most 1, not {value}")


@frozen(kw_only=True)
class DateReading:
    """One date that a code could stand for, as a closed interval of days.

    ``rule`` names the convention and ``source`` where it is published; ``start`` and ``end`` say where the
    code stands in the marking (code points, end exclusive). ``weight`` is the share of belief (0 to 1) among
    all readings of the marking. ``ambiguous_decade`` is true where the code has one digit for the year, so
    that the same characters return every ten years; each year in reach is a reading of its own.
    """

    rule: str
    code: str
    start: int
    end: int
    interval: Interval
    reason: str
    weight: float = field(validator=_a_share)
    ambiguous_decade: bool = False
    maker: str | None = None
    source: str

    @property
    def days(self) -> int:
        """How many days the reading allows."""
        first, last = self.interval.first, self.interval.last
        if first is None or last is None:
            raise ValueError(f"the reading {self.rule!r} of {self.code!r} has an open end")
        return (last - first).days + 1


@frozen(kw_only=True)
class OtherCode:
    """Characters of a marking that a known convention uses for something else than a date."""

    kind: OtherKind
    code: str
    start: int
    end: int
    reason: str
    source: str
