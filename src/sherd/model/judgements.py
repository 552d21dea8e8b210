"""What a person decided, and why; a record like any other, never an overwrite."""

from __future__ import annotations

from typing import Annotated, ClassVar

from attrs import frozen

from sherd.model.columns import Instant
from sherd.model.row import People, Row


@frozen(kw_only=True)
class Judgement(Row):
    """A decision about a subject: an origin, a same object, a reading, an authenticity."""

    kind: ClassVar[str] = "judgement"
    sheet: ClassVar[str] = "judgements"

    subject: str
    kind_: str | None = None
    decision: str
    reason: str
    by: People
    at: Annotated[str, Instant()]
