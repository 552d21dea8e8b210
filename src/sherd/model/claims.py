"""Who said what, where and when, in whose words."""

from __future__ import annotations

from typing import Annotated, ClassVar

from attrs import frozen

from sherd.model.columns import one_of
from sherd.model.dates import Interval
from sherd.model.row import Row

POLARITIES = ("assert", "deny", "urge", "concede")


@frozen(kw_only=True)
class Claim(Row):
    """One statement by one speaker; ``deny`` keeps the proposition in its positive form."""

    kind: ClassVar[str] = "claim"
    sheet: ClassVar[str] = "claims"

    speaker: str
    speaker_kind: str | None = None
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
        """The days within which it was said."""
        return Interval.of(self.said_from, self.said_to)
