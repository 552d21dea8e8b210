"""By which road things came: parties, transfers, and what was asked of whom."""

from __future__ import annotations

from typing import Annotated, ClassVar

from attrs import frozen

from sherd.model.columns import Instant, Refers, one_of
from sherd.model.dates import Interval
from sherd.model.identifiers import Identifier, stated
from sherd.model.row import Note, People, Row


@frozen(kw_only=True)
class Party(Row):
    """A company, person or state that the record names.

    ``name`` stands in its own script. A ``transliteration`` is a reading of it, never a name of its own: it
    says who made it, and by which standard, so that another can make it again.
    """

    kind: ClassVar[str] = "party"
    sheet: ClassVar[str] = "parties"

    name: str
    script: str | None = None
    transliteration: str | None = None
    transliterated_by: People | None = None
    transliteration_standard: str | None = None
    aliases: tuple[str, ...] = ()
    kind_: str | None = None
    country: str | None = None
    identifiers: str | None = None
    address: str | None = None
    role: str | None = None
    contact: People | None = None
    contact_verified: Interval | None = None

    @property
    def numbers(self) -> tuple[Identifier, ...]:
        """The numbers of registers under ``identifiers``, checked where a check is known."""
        return stated(str(self.identifiers or ""), self.country or "")


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

    @property
    def when(self) -> Interval | None:
        """The days within which it happened."""
        return Interval.of(self.from_, self.to_)


@frozen(kw_only=True)
class Tie(Row):
    """That a party is the owner, controller, director or successor of another, from a day to a day.

    ``share`` is the part owned, in percent. That an owner stands on a list is a path, and no match of names.
    """

    kind: ClassVar[str] = "tie"
    sheet: ClassVar[str] = "ties"

    party: Annotated[str, Refers("parties")]
    relation: Annotated[
        str, one_of("owner", "controller", "director", "successor", "branch", "agent", "linked")
    ]
    of: Annotated[str, Refers("parties")]
    share: float | None = None
    from_: Interval | None = None
    to_: Interval | None = None
    proof: Annotated[str, one_of("documented", "asserted", "inferred", "not_proven")]

    @property
    def days(self) -> Interval:
        """The days within which it held; open where nothing was said."""
        return Interval.lasting(self.from_, self.to_)

    @property
    def surely(self) -> Interval:
        """The days on which it surely held: none that is known where its first day was not said."""
        return surely(self.from_, self.to_)


@frozen(kw_only=True)
class TraceRequest(Row):
    """What a state was asked about a weapon, or a maker about a part; where it stands, its steps say."""

    kind: ClassVar[str] = "request"
    sheet: ClassVar[str] = "requests"

    component: Annotated[str, Refers("components")] | None = None
    item: Annotated[str, Refers("items")] | None = None
    to_party: Annotated[str, Refers("parties")]
    regime: Annotated[str, one_of("state", "maker")] | None = None
    state: str
    legal_basis: str | None = None
    intended_use: str | None = None
    illicit: str | None = None
    why: str | None = None
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


@frozen(kw_only=True)
class Listing(Row):
    """That a party stood on a list of sanctions or controls, from a day to a day.

    The day of listing, the day on which it was published and the day on which we first saw it are three
    things. ``to`` is the last day on the list; empty while it stands.
    """

    kind: ClassVar[str] = "listing"
    sheet: ClassVar[str] = "listings"

    party: Annotated[str, Refers("parties")]
    list_: str
    programme: str | None = None
    entry: str | None = None
    from_: Interval
    to_: Interval | None = None
    published: Interval | None = None
    seen: Interval | None = None

    @property
    def days(self) -> Interval:
        """The days that it may have been on the list; an entry still standing has no last day."""
        return Interval.lasting(self.from_, self.to_)

    @property
    def surely(self) -> Interval:
        """The days that it was surely on the list.

        Where the day of listing is not known to the day, they begin with the last on which it can have been;
        where no day is sure, with none that is known, so that nothing is within them.
        """
        return surely(self.from_, self.to_)


@frozen(kw_only=True)
class RequestStep(Row):
    """One step of a trace request after it was drafted: sent, acknowledged, answered, closed.

    Steps are taken one by one and never overwritten; the last one says where the request stands. ``letter``
    is the SHA-256 of the letter that left, ``coding`` what an answer comes to; its ``words`` were said to us
    and not to the public.
    """

    kind: ClassVar[str] = "step"
    sheet: ClassVar[str] = "steps"

    request: Annotated[str, Refers("requests")]
    state: str
    at: Annotated[str, Instant()]
    by: People | None = None
    coding: str | None = None
    words: Note | None = None
    letter: str | None = None


def surely(from_: Interval | None, to_: Interval | None) -> Interval:
    """The days on which something surely lasted: from the last day on which it can have begun, to the first
    on which it can have ended; no first day where its beginning is not known."""
    begun, over = from_.last if from_ else None, to_.first if to_ else None
    if begun is None or (to_ and (over is None or over < begun)):
        return Interval(None, over)
    return Interval(begun, over)
