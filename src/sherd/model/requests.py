"""A trace request on its way: where it stands, what must be met before it leaves, what may be lost."""

from __future__ import annotations

from datetime import date
from typing import Literal

from attrs import frozen

from sherd.model.dates import Interval

RequestState = Literal[
    "draft",
    "approved",
    "sent",
    "acknowledged",
    "clarification",
    "answered",
    "verified",
    "closed",
    "bounced",
    "no_reply",
]

CODINGS = ("full", "partial", "no_records", "retention_expired", "not_our_product", "refused")
"""What an answer comes to. A refusal names its ground."""


@frozen(kw_only=True)
class Gate:
    """Something that must be there before a request leaves: whether it is, and what the record says of it."""

    what: str
    met: bool
    said: str


@frozen(kw_only=True)
class Standing:
    """Where a request stands: its state, since when, whether its day is over, how it was answered."""

    request: str
    state: str
    since: str
    due: Interval | None
    overdue: bool
    coding: str | None = None
    words: str


@frozen(kw_only=True)
class Retention:
    """How long records of the part's sale may still be there, by one law: an observation of risk."""

    jurisdiction: str
    until: date
    risk: Literal["may_be_gone", "within_a_year", "kept"]
    words: str


@frozen(kw_only=True)
class Addressed:
    """To whom a request about a part goes: three answers of whose part it is, and the party that is asked.

    ``among_owners`` is false where the party bears the name of none of the owners today: a warning, since a
    subsidiary may have another name and successions may be missing on record.
    """

    brand: str
    basis: str
    makers_then: tuple[str, ...]
    owners_today: tuple[str, ...]
    reason: str
    asked: str
    among_owners: bool


@frozen
class Said:
    """One thing that the record says of a party: of what kind, and what fills its sentence.

    The kinds and what each is filled with stand in ``publish/letters/phrases``.
    """

    kind: str
    values: tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class Enquiry:
    """All that a letter says: nothing but what its addressee may see.

    ``facts`` are (key, value) with keys of the letter's phrase tables; ``statements`` are what is said of the
    addressee, for a right of reply.
    """

    reference: str
    kind: Literal["maker", "state", "reply"]
    addressee: str
    contact: str
    sender: str
    written: date
    due: date | None
    why: str
    facts: tuple[tuple[str, str], ...] = ()
    statements: tuple[Said, ...] = ()
