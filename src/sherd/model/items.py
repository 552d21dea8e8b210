"""The things on the table: items, their components, what was recovered when, and what was observed."""

from __future__ import annotations

from typing import Annotated, ClassVar

from attrs import frozen

from sherd.model.columns import Refers, Sealed, one_of
from sherd.model.dates import Interval
from sherd.model.row import STATES, Holder, People, Place, Row

PRECISE = ("region", "country", "area", "oblast", "province", "state")
"""Place precisions that are too coarse to be an exact place."""


NOT_ORIGINAL = frozenset({"replaced", "retrofit"})
"""Parts recorded so date themselves, and neither the item nor their neighbours."""


@frozen(kw_only=True)
class SystemModel(Row):
    """A weapon model that items belong to."""

    kind: ClassVar[str] = "system"
    sheet: ClassVar[str] = "systems"

    name: str
    maker: str | None = None
    country: str | None = None


@frozen(kw_only=True)
class Line(Row):
    """A production line: one maker's way of making one system model."""

    kind: ClassVar[str] = "line"
    sheet: ClassVar[str] = "lines"

    system: Annotated[str, Refers("systems")] | None = None
    maker: str | None = None
    country: str | None = None
    words: str | None = None


@frozen(kw_only=True)
class Recovery(Row):
    """When, where and how things came into hands: a recovery, strike, seizure or lot: the unit."""

    kind: ClassVar[str] = "recovery"
    sheet: ClassVar[str] = "events"

    kind_: Annotated[str, one_of("recovery", "strike", "seizure", "lot")] | None = None
    from_: Interval | None = None
    to_: Interval | None = None
    place: Place | None = None
    place_precision: str | None = None

    @property
    def when(self) -> Interval | None:
        """The days within which it happened."""
        return Interval.of(self.from_, self.to_)


ITEM_KINDS = (
    "small_arm", "light_weapon", "ammunition", "mine", "bomb", "missile", "uav", "vehicle", "vessel", "other",
)  # fmt: skip
"""What sort of thing an item is: it decides under which rules its marks are traced."""


@frozen(kw_only=True)
class Item(Row):
    """A recovered thing, or a reference specimen that it is compared with."""

    kind: ClassVar[str] = "item"
    sheet: ClassVar[str] = "items"

    label: str
    kind_: Annotated[str, one_of(*ITEM_KINDS)] | None = None
    system: Annotated[str, Refers("systems")] | None = None
    line: Annotated[str, Refers("lines")] | None = None
    role: Annotated[str, one_of("item", "reference")]
    designation: str | None = None
    serial: str | None = None
    event: Annotated[str, Refers("events")] | None = None
    circumstances: str | None = None
    recovered_by: People | None = None
    documented_by: People | None = None
    documented_at: Interval | None = None
    holder: Holder | None = None
    access_basis: str | None = None
    clearance: str | None = None
    connected: str | None = None
    completeness: str | None = None
    custody_status: Annotated[str, one_of("documented", "partial", "not_published", "broken", "unknown")]
    label_basis: Annotated[str, one_of("seized", "date", "publisher", "inferred")] | None = None
    label_independent: bool | None = None
    label_from: tuple[str, ...] = ()

    @property
    def independently_labelled(self) -> bool:
        """Whether its line is known otherwise than by a publisher's word or by an inference."""
        if self.label_independent is None:
            return self.label_basis in {"seized", "date"}
        return self.label_independent and self.label_basis != "inferred"


@frozen(kw_only=True)
class Component(Row):
    """A part of an item, or of another component."""

    kind: ClassVar[str] = "component"
    sheet: ClassVar[str] = "components"

    item: Annotated[str, Refers("items")]
    parent: Annotated[str, Refers("components")] | None = None
    label: str
    function: str | None = None
    position: str | None = None
    count: int | None = None
    condition: str | None = None
    fitted: Annotated[str, one_of("integral", "plugged", "bolted", "loose", "unknown")] | None = None
    originality: Annotated[str, one_of("original", "replaced", "retrofit", "unknown")] | None = None
    state: Annotated[str, one_of(*STATES)] | None = None
    maker_as_published: str | None = None
    country_as_published: str | None = None
    part_as_published: str | None = None
    made_as_published: Interval | None = None
    publisher_id: str | None = None
    possible_same_as: str | None = None


@frozen(kw_only=True)
class Feature(Row):
    """What is compared between specimens, decided before the item is opened."""

    kind: ClassVar[str] = "feature"
    sheet: ClassVar[str] = "features"
    key: ClassVar[str] = "feature"

    group: str
    kind_: Annotated[str, one_of("category", "number", "composite", "modules")]
    levels: tuple[str, ...] = ()
    unit: str | None = None
    sd_within: float | None = None
    epsilon: float | None = None
    link: Annotated[str, one_of("design", "source", "assembly", "finish")]
    decided: Interval


@frozen(kw_only=True)
class Observation(Row):
    """What was seen or measured of one feature on one item or component."""

    kind: ClassVar[str] = "observation"
    sheet: ClassVar[str] = "observations"

    item: Annotated[str, Refers("items")] | None = None
    component: Annotated[str, Refers("components")] | None = None
    feature: Annotated[str, Refers("features")]
    value: str
    unit: str | None = None
    sd: float | None = None
    n: int | None = None
    method: str | None = None
    instrument: str | None = None
    observer: People | None = None
    seen_reference_first: bool | None = None


@frozen(kw_only=True)
class Photograph(Row):
    """A photograph of an item or component, and its file."""

    kind: ClassVar[str] = "photograph"
    sheet: ClassVar[str] = "photographs"

    file: Annotated[str, Sealed("file")]
    item: Annotated[str, Refers("items")] | None = None
    component: Annotated[str, Refers("components")] | None = None
    view: str | None = None
    by: People | None = None
    taken: Annotated[str, Sealed("place")] | None = None
    device: Annotated[str, Sealed("people")] | None = None
    scale_mm: float | None = None
    derived_from: Annotated[str, Refers("photographs")] | None = None
