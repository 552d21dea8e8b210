"""Cases built in code: a line is a list of specimens, a specimen what was seen of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve

from sherd.model.dates import Interval
from sherd.model.hypotheses import Case, Hypothesis
from sherd.model.items import Feature, Item, Line, Observation
from sherd.model.record import CaseRecord

Values = Mapping[str, str]
CASE = "bench"
DECIDED = Interval.parse("2026-01-01")

WORKED_FEATURES = {
    "skin": ("airframe", "design"),
    "core": ("airframe", "design"),
    "nav": ("electronics", "source"),
    "mark": ("markings", "assembly"),
}


def values(*seen: str) -> Values:
    """Skin, core, nav and mark of a specimen of the worked example; ``-`` was not examined."""
    return {name: value for name, value in zip(WORKED_FEATURES, seen, strict=True) if value != "-"}


WORKED_A = (
    *[values("fibreglass", "honeycomb", "N1", "latin")] * 3,
    *[values("fibreglass", "honeycomb", "N1", "cyrillic")] * 2,
    values("fibreglass", "-", "N1", "cyrillic"),
    values("fibreglass", "honeycomb", "N2", "-"),
    values("carbon", "honeycomb", "-", "latin"),
)
WORKED_B = (
    *[values("carbon", "woven", "N3", "cyrillic")] * 2,
    values("fibreglass", "woven", "-", "cyrillic"),
)
WORKED_ITEM = values("fibreglass", "woven", "N3", "cyrillic")


def drawing(id_: str, line: str, **more: Any) -> Hypothesis:
    """A hypothesis that draws every kind of evidence from one line."""
    draws = dict.fromkeys(("design", "source", "assembly"), line)
    return Hypothesis(case=CASE, id=id_, words=f"made on {line}", level="line", draws=draws, **more)


def seen(item: str, found: Values, prefix: str = "O") -> list[Observation]:
    """The observations of one item."""
    return [
        Observation(case=CASE, id=f"{prefix}-{item}-{name}", item=item, feature=name, value=value)
        for name, value in found.items()
    ]


def build(
    lines: Mapping[str, Sequence[Values]],
    item: Values,
    hypotheses: Sequence[Hypothesis] = (),
    features: Mapping[str, tuple[str, str]] | None = None,
    **more: Any,
) -> CaseRecord:
    """A case of one item, ``X``, and references ``A1``, ``A2``, … of each line, each its own recovery."""
    table = WORKED_FEATURES if features is None else features
    specimens = {
        f"{line}{n}": (line, found) for line, all_ in lines.items() for n, found in enumerate(all_, 1)
    }
    observations = [o for id_, (_, found) in specimens.items() for o in seen(id_, found)]
    return evolve(
        CaseRecord(
            case=Case(case=CASE, id=CASE, title="Bench", question="Whose work is X?"),
            hypotheses=tuple(hypotheses) or (drawing("B", "B"), drawing("A", "A"), drawing("U", "U")),
            lines=tuple(
                Line(case=CASE, id=line, maker=f"maker {line}", country=f"land {line}") for line in lines
            ),
            items=(
                Item(
                    case=CASE, id="X", label="the item", role="item", custody_status="documented", event="E-X"
                ),
                *[reference(id_, line) for id_, (line, _) in specimens.items()],
            ),
            features=tuple(category(name, *place) for name, place in table.items()),
            observations=(*seen("X", item), *observations),
        ),
        **more,
    )


def reference(id_: str, line: str, **more: Any) -> Item:
    """A reference specimen seized at source, from a recovery of its own."""
    said: dict[str, Any] = {"event": f"E-{id_}", "label_basis": "seized", "custody_status": "documented"}
    return Item(case=CASE, id=id_, label=f"specimen {id_}", role="reference", line=line, **(said | more))


def category(name: str, group: str, link: str, **more: Any) -> Feature:
    """A feature of the table, decided before any item of these cases was documented."""
    said: dict[str, Any] = {"kind_": "category", "decided": DECIDED}
    return Feature(case=CASE, id=name, group=group, link=link, **(said | more))


def with_items(record: CaseRecord, **changes: Mapping[str, Any]) -> CaseRecord:
    """The case with fields of named items changed."""
    items = tuple(evolve(item, **changes.get(item.id, {})) for item in record.items)
    return evolve(record, items=items)


def with_features(record: CaseRecord, **changes: Mapping[str, Any]) -> CaseRecord:
    """The case with fields of named features changed."""
    features = tuple(evolve(feature, **changes.get(feature.id, {})) for feature in record.features)
    return evolve(record, features=features)


@pytest.fixture
def worked() -> CaseRecord:
    """The worked example: eight specimens of line A, three of line B, one item."""
    return build({"A": WORKED_A, "B": WORKED_B}, WORKED_ITEM)


@pytest.fixture(scope="session")
def bench() -> SimpleNamespace:
    """The builders of this file, by name."""
    return SimpleNamespace(
        CASE=CASE,
        DECIDED=DECIDED,
        A=WORKED_A,
        B=WORKED_B,
        ITEM=WORKED_ITEM,
        FEATURES=WORKED_FEATURES,
        values=values,
        drawing=drawing,
        seen=seen,
        build=build,
        reference=reference,
        category=category,
        with_items=with_items,
        with_features=with_features,
    )
