"""Which modules of an item are documented in which weapon systems of the lines that an account draws on.

A module is a component that is documented in more than one system. What counts is the system, never the unit:
ten wrecks of one drone with one board say no more than one. Every module of the item that was compared is
kept, matching or not; only one that is integral bears on who made the item, a plugged or bolted one on whose
hands it passed through. The item, its recovery and what may be the same object are never among the systems.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from sherd.attribute.collection import Pool, Specimen
from sherd.attribute.draws import Draw
from sherd.attribute.likelihood import Module, shared_modules
from sherd.attribute.observed import local
from sherd.model.findings import is_unseen
from sherd.model.items import Component, Feature, Item, Line
from sherd.model.record import CaseRecord
from sherd.model.weights import SharedModules

PRESENT, ABSENT = "present", "ABSENT"
KIND = "modules"
"""The kind of the row of the feature table by which modules are weighed."""

UNDECLARED = "the feature table has no row of kind modules, decided before the item was opened"
PASSED_ON = "not integral to the item, so that it bears on whose hands it passed through and not on its maker"


@frozen
class Borne:
    """A module that was looked for on the item: whether it is there, and whether it is part of the whole."""

    part: str
    function: str
    matches: bool
    integral: bool

    @property
    def value(self) -> str:
        """As an observation would put it."""
        return PRESENT if self.matches else ABSENT


@frozen
class System:
    """A documented system of one line: the modules that it is known to hold, and those nobody looked for."""

    name: str
    line: str
    holds: frozenset[str]
    unknown: frozenset[str]


@frozen(eq=False)
class Modules:
    """The modules of an item, and the systems that they are looked up in."""

    borne: tuple[Borne, ...] = ()
    systems: tuple[System, ...] = ()
    _pools: dict[tuple[str, ...], Pool] = field(factory=dict, init=False)

    def pool(self, drawn: Draw) -> Pool | None:
        """The systems drawn on, each as one unit; ``None`` for an undocumented line."""
        if not drawn.lines:
            return None
        if drawn.lines not in self._pools:
            self._pools[drawn.lines] = Pool(tuple(self._documented(drawn.lines)))
        return self._pools[drawn.lines]

    def weighed(self, row: Feature) -> tuple[tuple[Feature, str], ...]:
        """A feature and value for each module that a row of kind ``modules`` makes weigh."""
        wanted = {function.casefold() for function in row.levels}
        return tuple(
            (evolve(row, id=_name(module.part), levels=()), module.value)
            for module in self.borne
            if module.integral and any(module.part in system.holds for system in self.systems)
            if not wanted or module.function.casefold() in wanted
        )

    def compared(self, one: Draw, two: Draw, rows: Iterable[Feature] = ()) -> tuple[SharedModules, ...]:
        """What all modules say of two documented sides: those that are integral, and the others."""
        pools = self.pool(one), self.pool(two)
        if pools[0] is None or pools[1] is None or one == two:
            return ()
        weighed = {feature.id for row in rows for feature, _ in self.weighed(row)}
        found = []
        for integral, why in ((True, UNDECLARED), (False, PASSED_ON)):
            modules = [module for module in self.borne if module.integral == integral]
            if modules:
                said = shared_modules(tuple(_looked_up(module, pools[0], pools[1]) for module in modules))
                entered = integral and any(_name(module.part) in weighed for module in modules)
                found.append(evolve(said, weighed=entered, why="" if entered else why))
        return tuple(found)

    def _documented(self, lines: Sequence[str]) -> Iterator[Specimen]:
        parts = [module.part for module in self.borne]
        by_name: dict[str, list[System]] = {}
        for system in self.systems:
            if system.line in lines:
                by_name.setdefault(system.name, []).append(system)
        for name, found in sorted(by_name.items()):
            holds = frozenset[str]().union(*(system.holds for system in found))
            unknown = frozenset[str]().union(*(system.unknown for system in found)) - holds
            values = {_name(p): PRESENT if p in holds else ABSENT for p in parts if p not in unknown}
            yield Specimen(f"system {name}", found[0].line, f"system {name}", values)


def modules(
    record: CaseRecord, item: Item, references: Sequence[Item], parts: Mapping[str, str] | None = None
) -> Modules:
    """The modules of an item beside the systems of ``references``, which are labelled and count.

    ``parts`` names the part that each component is, by component id; without it the published part number
    is taken, whatever its case and punctuation.
    """
    known = {part.id: part for part in record.components}
    named = (
        {id_: folded(part.part_as_published or "") for id_, part in known.items()} if parts is None else parts
    )
    by_item: dict[str, list[Component]] = {}
    for part in record.components:
        by_item.setdefault(local(part.item, record.case.id), []).append(part)
    borne = _borne(by_item.get(item.id, ()), named, known, record.case.id)
    lines = {line.id: line for line in record.lines}
    return Modules(borne, tuple(_systems(references, by_item, named, lines, record.case.id)) if borne else ())


def folded(part: str) -> str:
    """A part number without case and punctuation.

    >>> folded("LTC-2174 ukg")
    'ltc2174ukg'
    """
    return re.sub(r"[\W_]+", "", part).casefold()


def _name(part: str) -> str:
    return f"module {part}"


def _looked_up(module: Borne, one: Pool, two: Pool) -> Module:
    (y, of_y), (x, of_x) = (pool.tally(_name(module.part), PRESENT) for pool in (one, two))
    fitted = "integral" if module.integral else "plugged"
    return Module(module.part, int(y), int(of_y), int(x), int(of_x), module.matches, fitted)


def _borne(
    listed: Iterable[Component], named: Mapping[str, str], known: Mapping[str, Component], case: str
) -> tuple[Borne, ...]:
    found: dict[str, Borne] = {}
    for component in listed:
        part = named.get(component.id)
        if not part or _not_looked_for(component) or component.originality in {"replaced", "retrofit"}:
            continue
        held, whole = component.state != "ABSENT", _is_integral(component, known, case)
        before = found.get(part, Borne(part, component.function or "", held, whole))
        found[part] = evolve(before, matches=before.matches or held, integral=before.integral or whole)
    return tuple(found[part] for part in sorted(found))


def _not_looked_for(component: Component) -> bool:
    return bool(component.state) and component.state != "ABSENT" and is_unseen(str(component.state))


def _is_integral(component: Component, known: Mapping[str, Component], case: str) -> bool:
    """Whether it, and whatever it sits in, is recorded as integral; a part of nothing named is the item's."""
    seen: set[str] = set()
    at: Component | None = component
    while at is not None and at.id not in seen:
        if at.fitted != "integral":
            return False
        seen.add(at.id)
        at = known.get(local(at.parent, case)) if at.parent else None
    return True


def _systems(
    references: Iterable[Item],
    by_item: Mapping[str, Sequence[Component]],
    named: Mapping[str, str],
    lines: Mapping[str, Line],
    case: str,
) -> Iterator[System]:
    for item in references:
        line = lines.get(local(item.line or "", case))
        listed = [part for part in by_item.get(item.id, ()) if not _not_looked_for(part)]
        if line is None or not listed:
            continue
        system = item.system or line.system
        missing = [part for part in by_item[item.id] if _not_looked_for(part)]
        yield System(
            name=local(system, case) if system else f"of line {line.id}",
            line=line.id,
            holds=frozenset(named.get(p.id, "") for p in listed if p.state != "ABSENT") - {""},
            unknown=frozenset(named.get(p.id, "") for p in missing) - {""},
        )
