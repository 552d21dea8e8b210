"""Lay out by which roads the components of an item came, with listings, rules and judgements beside."""

from __future__ import annotations

from attrs import evolve

from sherd.compare.parts import number_printed, part_number
from sherd.errors import NotFound
from sherd.model.items import Component
from sherd.model.paths import Road
from sherd.model.record import CaseRecord
from sherd.trace.diversion import diversions
from sherd.trace.network import network
from sherd.trace.paths import road
from sherd.trace.road_ties import with_ties
from sherd.trace.timing import timings


def roads(record: CaseRecord, item: str, component: str | None = None) -> tuple[Road, ...]:
    """The roads of an item's components, those with recorded transfers first.

    Where a ``component`` is named, its road alone; else every component of which an ordering code or a
    transfer is known. Raises ``NotFound`` for a component that the item does not have.
    """
    mine = [each for each in record.components if each.item == item]
    if component is not None:
        mine = [each for each in mine if each.id == component]
        if not mine:
            raise NotFound(f"item {item!r} has no component {component!r}", "See components.csv.")
    found = [_road(record, each) for each in mine]
    told = [each for each in found if component or each.part or _transfers(each)]
    return tuple(sorted(told, key=lambda each: -_transfers(each)))


def known_roads(record: CaseRecord) -> tuple[Road, ...]:
    """The roads of every item in question of which the record holds a transfer."""
    if not record.transfers:
        return ()
    asked = [item.id for item in record.items if item.role == "item"]
    return tuple(each for item in asked for each in roads(record, item) if _transfers(each))


def _transfers(road_: Road) -> int:
    return sum(leg.kind == "transfer" for leg in (*road_.legs, *road_.returns, *road_.barred))


def _road(record: CaseRecord, component: Component) -> Road:
    laid = road(network(record, component, component_part(record, component), _named))
    lists = timings(laid.legs, laid.stations, record.listings)
    timed = with_ties(evolve(laid, timings=tuple(lists)), record)
    return evolve(timed, diversions=tuple(diversions(timed, record.judgements)))


def _named(text: str) -> tuple[str, str] | None:
    found = part_number(text)
    return (found.code, found.base) if found else None


def component_part(record: CaseRecord, component: Component) -> str | None:
    """The ordering code that was published, else the first that a marking of the component shows."""
    if part_number(component.part_as_published):
        return component.part_as_published
    for marking in record.markings:
        if marking.component == component.id and (printed := number_printed(marking.lines)):
            return printed.raw
    return None
