"""What a bag or reel label says in its two-dimensional code: part, date, lot, origin, quantity, maker.

A label describes what was packed, by whoever packed it. It is found beside parts, in cargo, and seldom on
them: that a part came out of this bag is another question.
"""

from __future__ import annotations

from attrs import frozen

from sherd.model.datecodes import DateReading
from sherd.model.problems import Problem


@frozen(kw_only=True)
class LabelField:
    """One field of a label: its data identifier (``1P``), what that means, and its value as it stands."""

    identifier: str
    name: str
    value: str


@frozen(kw_only=True)
class LabelReading:
    """A label read: its fields in order, and the ones that identify what was packed.

    ``dates`` are all readings of the date code, as for a marking. ``problems`` say what could not be read;
    what could be is kept beside them.
    """

    raw: str
    fields: tuple[LabelField, ...]
    part: str | None = None
    customer_part: str | None = None
    maker: str | None = None
    date_code: str | None = None
    dates: tuple[DateReading, ...] = ()
    lot: str | None = None
    origin: str | None = None
    quantity: int | None = None
    serial: str | None = None
    problems: tuple[Problem, ...] = ()
