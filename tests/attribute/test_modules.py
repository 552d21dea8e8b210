"""Modules fed from the components of the record: systems are counted, never units."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve

from sherd.attribute.weigh import weigh
from sherd.model.items import Component, Feature
from sherd.model.record import CaseRecord
from sherd.model.weights import PairWeight, SharedModules

MARK = {"mark": ("markings", "assembly")}


def fitted(bench: SimpleNamespace, item: str, part: str, **more: Any) -> Component:
    said: dict[str, Any] = {"fitted": "integral", "state": "examined", "part_as_published": part}
    return Component(case=bench.CASE, id=f"C-{item}-{part}", item=item, label="module", **(said | more))


@pytest.fixture
def variant(bench: SimpleNamespace) -> CaseRecord:
    """B's module is in 4 of its 6 systems, in none of A's 9, and in the item; mark as worked."""
    lines = {
        "A": [{"mark": "latin"}] * 4 + [{"mark": "cyrillic"}] * 3 + [{}] * 2,
        "B": [{"mark": "cyrillic"}] * 3 + [{}] * 3,
    }
    record = bench.build(lines, {"mark": "cyrillic"}, features=MARK)
    items = tuple(evolve(i, system=f"S-{i.id}") if i.role == "reference" else i for i in record.items)
    components = [fitted(bench, f"B{n}", "NAV-1") for n in range(1, 5)]
    components += [fitted(bench, f"B{n}", "OTHER") for n in (5, 6)]
    components += [fitted(bench, f"A{n}", "OTHER") for n in range(1, 10)]
    return evolve(record, items=items, components=(*components, fitted(bench, "X", "nav 1")))


def declared(bench: SimpleNamespace, record: CaseRecord, **more: Any) -> CaseRecord:
    said: dict[str, Any] = {"group": "electronics", "kind_": "modules", "link": "source"}
    row = Feature(case=bench.CASE, id="shared", decided=bench.DECIDED, **(said | more))
    return evolve(record, features=(*record.features, row))


def pair(record: CaseRecord) -> PairWeight:
    return weigh(record, "X").pair("B", "A")


def only(record: CaseRecord) -> SharedModules:
    (found,) = pair(record).modules
    return found


def changed(record: CaseRecord, id_: str, **changes: Any) -> CaseRecord:
    assert any(part.id == id_ for part in record.components)
    parts = tuple(evolve(p, **changes) if p.id == id_ else p for p in record.components)
    return evolve(record, components=parts)


def test_the_new_variant_of_the_worked_example(bench: SimpleNamespace, variant: CaseRecord) -> None:
    """r/s = 4/6, q/t = 0/9: 12.857; with mark 1.4013110047 at the default settings."""
    weighed = pair(declared(bench, variant))
    assert weighed.default == pytest.approx(1.4013110047, abs=1e-9)
    groups = {group.group: group.weight for group in weighed.groups}
    assert groups["electronics"] == pytest.approx(1.1091444694, abs=1e-9)
    assert only(declared(bench, variant)).weighed


def test_modules_that_no_feature_table_declares_are_shown_and_not_weighed(
    bench: SimpleNamespace, variant: CaseRecord
) -> None:
    found = only(variant)
    assert found.lr == pytest.approx(12.8571428571, abs=1e-9)
    assert not found.weighed
    assert "kind modules" in found.why
    assert pair(variant).default == pytest.approx(0.2921665353, abs=1e-9)


def test_every_module_compared_enters_and_the_chance_of_a_match_is_told(
    bench: SimpleNamespace, variant: CaseRecord
) -> None:
    more = [fitted(bench, "X", f"M-{n}") for n in range(3)]
    found = only(declared(bench, evolve(variant, components=(*variant.components, *more))))
    assert (found.compared, found.matching) == (4, 1)
    assert found.chance == pytest.approx(1 - 0.95**4, abs=1e-12)
    assert found.weight == pytest.approx(1.1091444694, abs=1e-9)  # what nobody holds favours nobody


def test_a_module_that_was_looked_for_and_is_not_there_counts_against(
    bench: SimpleNamespace, variant: CaseRecord
) -> None:
    without = changed(variant, "C-X-nav 1", state="ABSENT")
    expected = math.log10((1 - 4.5 / 7) / (1 - 0.5 / 10))
    assert only(declared(bench, without)).weight == pytest.approx(expected, abs=1e-12)
    assert pair(declared(bench, without)).default < 0.2921665353


def test_systems_are_counted_and_never_units(bench: SimpleNamespace, variant: CaseRecord) -> None:
    one_system = {f"B{n}": {"system": "S-B1"} for n in range(2, 5)}
    assert "1 of 3 against 0 of 9 systems" in only(bench.with_items(variant, **one_system)).basis


@pytest.mark.parametrize("state", ["NOT_EXAMINED", "NOT_VISIBLE", "NOT_RECOVERED", "DESTROYED"])
def test_a_system_in_which_nobody_could_look_is_not_one_without(
    bench: SimpleNamespace, variant: CaseRecord, state: str
) -> None:
    unseen = fitted(bench, "A1", "NAV-1", state=state)
    record = evolve(variant, components=(*variant.components, unseen))
    assert "4 of 6 against 0 of 8 systems" in only(record).basis


def test_the_item_its_recovery_and_what_may_be_the_same_object_are_no_systems(
    bench: SimpleNamespace, variant: CaseRecord
) -> None:
    same_event = bench.with_items(variant, B1={"event": "E-X"})
    assert "3 of 5 against 0 of 9 systems" in only(same_event).basis
    doubted = weigh(variant, "X", "independent", [("X", "B2")]).pair("B", "A").modules[0]
    assert "3 of 5 against 0 of 9 systems" in doubted.basis


@pytest.mark.parametrize("how", ["plugged", "bolted", "loose", "unknown", None])
def test_what_is_not_integral_bears_on_whose_hands_it_passed_through(
    bench: SimpleNamespace, variant: CaseRecord, how: str | None
) -> None:
    record = declared(bench, changed(variant, "C-X-nav 1", fitted=how))
    assert (only(record).bears_on, only(record).weighed) == ("passed through", False)
    assert pair(record).default == pytest.approx(0.2921665353, abs=1e-9)


def test_a_chip_on_a_plugged_board_is_not_integral(bench: SimpleNamespace, variant: CaseRecord) -> None:
    board = fitted(bench, "X", "BOARD", fitted="plugged")
    record = changed(evolve(variant, components=(*variant.components, board)), "C-X-nav 1", parent=board.id)
    assert {found.bears_on for found in pair(record).modules} == {"passed through"}


@pytest.mark.parametrize("origin", ["replaced", "retrofit"])
def test_a_part_that_is_not_original_is_no_module(variant: CaseRecord, origin: str) -> None:
    assert pair(changed(variant, "C-X-nav 1", originality=origin)).modules == ()


def test_comparison_may_say_which_part_a_component_is(bench: SimpleNamespace, variant: CaseRecord) -> None:
    parts = {part.id: "one" for part in variant.components if "OTHER" not in part.id}
    renamed = changed(variant, "C-X-nav 1", part_as_published="illegible")
    (found,) = weigh(renamed, "X", parts=parts).pair("B", "A").modules
    assert found.lr == pytest.approx(12.8571428571, abs=1e-9)
    assert "0 of 6 against 0 of 9" in only(renamed).basis


def test_many_modules_of_one_group_are_tempered(bench: SimpleNamespace, variant: CaseRecord) -> None:
    more = [fitted(bench, f"B{n}", "NAV-2") for n in range(1, 5)] + [fitted(bench, "X", "NAV-2")]
    record = declared(bench, evolve(variant, components=(*variant.components, *more)))
    groups = {group.group: group for group in pair(record).groups}
    assert groups["electronics"].tempering == pytest.approx(2 / 3)
    assert groups["electronics"].weight == pytest.approx(2 / 3 * 2 * 1.1091444694, abs=1e-9)
    assert only(record).weight == pytest.approx(2 * 1.1091444694, abs=1e-9)


def test_the_row_may_name_the_functions_it_is_about(bench: SimpleNamespace, variant: CaseRecord) -> None:
    engines = declared(bench, changed(variant, "C-X-nav 1", function="navigation"), levels=("engine",))
    assert pair(engines).default == pytest.approx(0.2921665353, abs=1e-9)
    both = declared(bench, changed(variant, "C-X-nav 1", function="Navigation"), levels=("navigation",))
    assert pair(both).default == pytest.approx(1.4013110047, abs=1e-9)


def test_leaving_a_system_out_is_told(bench: SimpleNamespace, variant: CaseRecord) -> None:
    left = {one.name for one in pair(declared(bench, variant)).leave_outs if one.kind == "specimen"}
    assert "system S-B1" in left


def test_an_undocumented_line_holds_any_module_as_likely_as_not(
    bench: SimpleNamespace, variant: CaseRecord
) -> None:
    weighed = weigh(declared(bench, variant), "X").pair("B", "U")
    (module,) = [f for g in weighed.groups for f in g.features if f.feature.startswith("module")]
    assert (module.p1, module.p2) == (pytest.approx(4.5 / 7), pytest.approx(0.5))
    assert weighed.modules == ()
