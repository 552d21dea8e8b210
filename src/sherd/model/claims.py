"""Who said what, where and when, in whose words."""

from __future__ import annotations

from typing import Annotated, ClassVar

from attrs import frozen

from sherd.model.columns import Column, columns, one_of
from sherd.model.dates import Interval, from_to, is_reversed
from sherd.model.row import Row

POLARITIES = ("assert", "deny", "urge", "concede")


@frozen(kw_only=True)
class Claim(Row):
    """One statement by one speaker; ``deny`` keeps the proposition in its positive form."""

    kind: ClassVar[str] = "claim"
    sheet: ClassVar[str] = "claims"

    speaker: str
    speaker_kind: str | None = None
    on_behalf_of: str | None = None
    chain: tuple[str, ...] = ()
    polarity: Annotated[str, one_of(*POLARITIES)]
    act: str | None = None
    mode: str | None = None
    hedge: str | None = None
    actor: str | None = None
    action: str
    object: str | None = None
    recipient: str | None = None
    place: str | None = None
    quantity: str | None = None
    said_from: Interval | None = None
    said_to: Interval | None = None
    event_from: Interval | None = None
    event_to: Interval | None = None
    paraphrase: str
    quote: str | None = None
    proposition: str | None = None

    @property
    def said(self) -> Interval | None:
        """The days within which it was said; None where they are not known, or contradict each other."""
        return (
            None if is_reversed(self.said_from, self.said_to) else Interval.of(self.said_from, self.said_to)
        )

    @property
    def happened(self) -> Interval | None:
        """The days of the event, an end that is not stated open; None as for ``said``."""
        first, last = self.event_from, self.event_to
        if (first is None and last is None) or is_reversed(first, last):
            return None
        return Interval(first.first if first else None, last.last if last else None)

    @property
    def disorder(self) -> tuple[str, str] | None:
        """The pair of days that ends before it begins: the column that it begins in, and both as written.

        Neither counts until a person has corrected it.
        """
        pairs = (("said_from", self.said_from, self.said_to), ("event_from", self.event_from, self.event_to))
        return next(
            ((name, from_to(first, last)) for name, first, last in pairs if is_reversed(first, last)), None
        )


WRITABLE: tuple[Column, ...] = tuple(
    column for column in columns(Claim) if column.name not in {"id", "recorded_by"}
)
"""The columns of a claim that a person writes, in the order of the sheet."""
