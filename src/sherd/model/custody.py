"""In whose hands a thing was, and what laboratories did with it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from attrs import frozen

from sherd.model.columns import Instant, Refers, Sealed
from sherd.model.row import People, Place, Row


@frozen(kw_only=True)
class CustodyEvent(Row):
    """One hand-over, sealing or opening in the life of an item."""

    kind: ClassVar[str] = "custody"
    sheet: ClassVar[str] = "custody"

    item: Annotated[str, Refers("items")]
    kind_: str | None = None
    at: Annotated[str, Instant()] | None = None
    from_: People | None = None
    to_: People | None = None
    place: Place | None = None
    condition: str | None = None
    seal_in: str | None = None
    seal_out: str | None = None
    document: Annotated[str, Sealed("file")] | None = None
    reason: str | None = None


@frozen(kw_only=True)
class Sample(Row):
    """What was cut off and sent to a laboratory, and its result."""

    kind: ClassVar[str] = "sample"
    sheet: ClassVar[str] = "samples"

    item: Annotated[str, Refers("items")]
    component: Annotated[str, Refers("components")] | None = None
    lab: str | None = None
    method: str | None = None
    accreditation: str | None = None
    result: str | None = None
    report: str | None = None


@frozen(kw_only=True)
class DigitalExamination(Row):
    """The examination of a memory or a device, by the hash of its image."""

    kind: ClassVar[str] = "digital"
    sheet: ClassVar[str] = "digital"

    item: Annotated[str, Refers("items")]
    device: str | None = None
    image_sha256: Annotated[str, Sealed("file")] | None = None
    tool: str | None = None
    write_blocked: bool | None = None
    result: str | None = None
