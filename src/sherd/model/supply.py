"""By which road things came: parties, transfers, and what was asked of whom."""

from __future__ import annotations

from typing import Annotated, ClassVar

from attrs import frozen

from sherd.model.columns import Refers, one_of
from sherd.model.dates import Interval
from sherd.model.row import Row


@frozen(kw_only=True)
class Party(Row):
    """A company, person or state that the record names."""

    kind: ClassVar[str] = "party"
    sheet: ClassVar[str] = "parties"

    name: str
    script: str | None = None
    kind_: str | None = None
    country: str | None = None
    identifiers: str | None = None
    address: str | None = None
    role: str | None = None


@frozen(kw_only=True)
class Transfer(Row):
    """A part went from one party to another, with the proof for it."""

    kind: ClassVar[str] = "transfer"
    sheet: ClassVar[str] = "transfers"

    part: str | None = None
    component: Annotated[str, Refers("components")] | None = None
    from_party: Annotated[str, Refers("parties")] | None = None
    to_party: Annotated[str, Refers("parties")] | None = None
    from_: Interval | None = None
    to_: Interval | None = None
    quantity: str | None = None
    unit: str | None = None
    proof: Annotated[str, one_of("documented", "asserted", "inferred", "not_proven")]


@frozen(kw_only=True)
class TraceRequest(Row):
    """What a state or a maker was asked about a part."""

    kind: ClassVar[str] = "request"
    sheet: ClassVar[str] = "requests"

    component: Annotated[str, Refers("components")] | None = None
    to_party: Annotated[str, Refers("parties")]
    regime: Annotated[str, one_of("state", "maker")] | None = None
    state: str
    legal_basis: str | None = None
    intended_use: str | None = None
    due: Interval | None = None
    answered: Interval | None = None
    ground: str | None = None


@frozen(kw_only=True)
class Reply(Row):
    """What a named party answered to what is said of it."""

    kind: ClassVar[str] = "reply"
    sheet: ClassVar[str] = "replies"

    party: Annotated[str, Refers("parties")]
    about: str
    asked: Interval | None = None
    deadline: Interval | None = None
    answered: Interval | None = None
    words: str | None = None
