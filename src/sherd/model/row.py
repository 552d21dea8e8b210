"""What every row of every sheet carries: whose case, which id, from which source, for whose eyes."""

from __future__ import annotations

from typing import Annotated, ClassVar

from attrs import frozen

from sherd.model.columns import Refers, Sealed, one_of

RELEASES = ("public", "partner", "team", "sealed")
"""Who may see a row, from everyone to nobody but its keeper."""

STATES = ("examined", "NOT_EXAMINED", "NOT_VISIBLE", "ABSENT", "NOT_RECOVERED", "DESTROYED")
"""What was seen of a component. Only ``ABSENT`` says that it is not there."""

People = Annotated[str, Sealed("people")]
Place = Annotated[str, Sealed("place")]
Holder = Annotated[str, Sealed("holder")]
Note = Annotated[str, Sealed("note")]


@frozen(kw_only=True)
class Row:
    """A row of a case sheet.

    ``kind`` is its name in the journal, ``sheet`` the sheet it stands in, ``key`` the heading of its id.
    """

    kind: ClassVar[str]
    sheet: ClassVar[str]
    key: ClassVar[str] = "id"

    case: str
    id: str
    source: Annotated[str, Refers("sources"), Sealed("source")] | None = None
    locator: Annotated[str, Sealed("source")] | None = None
    recorded_by: People | None = None
    release: Annotated[str, one_of(*RELEASES)] | None = None
    note: Note | None = None
