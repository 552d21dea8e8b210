"""A component as it stands in an item's list, made ready to be laid beside others.

Nothing is decided here: the raw record stays, with its markings, its part number as far as one is given,
and the names of its slot (what it does, what it is called, where it sat).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

from attrs import frozen

from sherd.compare.parts import PartNumber, maker_names, number_printed, part_number
from sherd.compare.passive import is_passive
from sherd.model.items import Component
from sherd.model.markings import Marking
from sherd.model.named import NamedPart
from sherd.model.record import CaseRecord
from sherd.text import identity

Standing = Literal["present", "absent", "unknown"]
"""Whether a component is known to be there, known not to be, or neither."""


@frozen(eq=False)
class Listed:
    """A component of an item with what identifies it; names are folded, ``None`` when not said."""

    component: Component
    markings: tuple[Marking, ...]
    number: PartNumber | None
    printed: bool
    named: NamedPart | None
    words: str | None
    makers: frozenset[str]
    function: str | None
    label: str
    position: str | None
    standing: Standing
    passive: bool
    module: tuple[str, str]

    @property
    def id(self) -> str:
        """The component's id."""
        return self.component.id

    @property
    def item(self) -> str:
        """The id of the item that it is part of."""
        return self.component.item

    @property
    def maker(self) -> str | None:
        """Its maker, as it is shown."""
        return _maker(self.component, self.named)

    @property
    def code(self) -> str | None:
        """The full part number that is there, folded: ``None`` where none is named, or the part is absent."""
        return self.number.code if self.number and self.standing == "present" else None


def components_listed(
    record: CaseRecord, named: Mapping[str, NamedPart] | None = None
) -> dict[str, tuple[Listed, ...]]:
    """Every item's components, in the order of the record; an item without any has an empty list.

    ``named`` gives, by component, the part that its marking was found to name.
    """
    found = named or {}
    markings = _by_component(record.markings)
    items: dict[str, list[Listed]] = {item.id: [] for item in record.items}
    for component in record.components:
        one = listed(component, markings.get(component.id, ()), found.get(component.id))
        items.setdefault(component.item, []).append(one)
    return {item: tuple(all_) for item, all_ in items.items()}


def listed(component: Component, markings: Iterable[Marking] = (), named: NamedPart | None = None) -> Listed:
    """Make one component ready for comparison.

    A person's decision on its marking comes first, then the part number that was published, then what a
    method found the marking to name, then what it prints.
    """
    marked = tuple(markings)
    published = part_number(component.part_as_published)
    taken = named if named and (named.decided or not component.part_as_published) else None
    printed = None if taken or component.part_as_published else _printed(marked)
    return Listed(
        component=component,
        markings=marked,
        number=(part_number(taken.mpn) if taken else None) or published or printed,
        printed=printed is not None,
        named=taken,
        words=_key(component.part_as_published),
        makers=maker_names(_maker(component, taken)),
        function=_key(component.function),
        label=identity(component.label),
        position=_key(component.position),
        standing=standing(component, bool(marked)),
        passive=is_passive(f"{component.function or ''} {component.label}"),
        module=(component.item, component.parent or ""),
    )


def _maker(component: Component, taken: NamedPart | None) -> str | None:
    """A person's word on the maker, else the publisher's, else what identification found."""
    if taken and taken.maker and (taken.decided or not component.maker_as_published):
        return taken.maker
    return component.maker_as_published


def parts_named(record: CaseRecord, named: Mapping[str, NamedPart] | None = None) -> dict[str, str]:
    """The folded full part number of each component that names one, passive parts apart, by component id.

    A component that is recorded as absent keeps its number: that it was looked for is known too. ``named`` as
    in ``components_listed``.
    """
    found = (each for items in components_listed(record, named).values() for each in items)
    return {each.id: each.number.code for each in found if each.number and not each.passive}


def standing(component: Component, marked: bool = False) -> Standing:
    """What the record knows of a component being there.

    Only ``ABSENT`` says that it is not. A row without a state counts as seen when it names a part or carries
    a marking; otherwise the recorder said nothing.
    """
    if component.state is None:
        return "present" if component.part_as_published or marked else "unknown"
    return _STANDING[component.state]


def _printed(markings: tuple[Marking, ...]) -> PartNumber | None:
    numbers = (number_printed(marking.lines) for marking in markings if not marking.obliterated)
    return next((number for number in numbers if number), None)


def _key(text: str | None) -> str | None:
    return (identity(text) or None) if text else None


def _by_component(markings: Iterable[Marking]) -> Mapping[str, list[Marking]]:
    found: defaultdict[str, list[Marking]] = defaultdict(list)
    for marking in markings:
        if marking.component:
            found[marking.component].append(marking)
    return found


_STANDING: Mapping[str, Standing] = {
    "examined": "present",
    "ABSENT": "absent",
    "NOT_EXAMINED": "unknown",
    "NOT_VISIBLE": "unknown",
    "NOT_RECOVERED": "unknown",
    "DESTROYED": "unknown",
}
