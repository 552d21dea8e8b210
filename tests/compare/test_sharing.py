"""In how many systems and specimens a part is documented, and when two records are one find."""

from __future__ import annotations

import math
from typing import Any

import pytest

from sherd.compare import compare
from sherd.model.findings import Comparison, Sharing


def of(found: Comparison, part: str) -> Sharing:
    return next(each for each in found.sharing if each.part == part)


def test_a_part_is_counted_over_distinct_systems_and_out_of_those_documented(case: Any) -> None:
    case.item("A", ["AD9361"], system="S136").item("B", ["AD9361"], system="S136")
    case.item("C", ["ad 9361"], system="ORLAN").item("D", ["BNX023"], system="KOMETA")
    case.item("E", [], system="UNSEEN")
    part = of(compare(case.record), "AD9361")
    assert (part.systems, part.of, part.specimens, part.specimens_of) == (
        ("S136", "ORLAN"),
        3,
        ("A", "B", "C"),
        4,
    )
    assert part.basis == "3 of 4 specimens, in 2 of 3 systems documented"


def test_a_system_whose_components_nobody_examined_is_not_in_the_denominator(case: Any) -> None:
    case.item("A", ["AD9361"]).item("B", ["AD9361"]).item("C")
    case.component("C1", "C", part_as_published="AD9361", state="NOT_EXAMINED")
    part = of(compare(case.record), "AD9361")
    assert (part.of, part.specimens_of, part.specimens) == (2, 2, ("A", "B"))


def test_specimens_of_one_recovery_count_once(case: Any) -> None:
    case.item("A", ["AD9361"], system="S", event="EV").item("B", ["AD9361"], system="S", event="EV")
    case.item("C", ["AD9361"], system="S", event="OTHER")
    part = of(compare(case.record), "AD9361")
    assert (part.specimens, part.not_counted, part.specimens_of) == (("A", "C"), ("B",), 2)
    assert "A and B" in part.basis


def test_two_systems_of_one_seizure_are_two(case: Any) -> None:
    case.item("A", ["AD9361"], system="S", event="EV").item("B", ["AD9361"], system="T", event="EV")
    assert of(compare(case.record), "AD9361").specimens == ("A", "B")


def test_one_lot_in_doubt_does_not_put_a_whole_flat_list_in_doubt(case: Any) -> None:
    for item in "AB":
        case.item(item, ["AD9361", "LTC2174"])
        case.component(f"{item}9", item, marking="5CEFA7F23I7N FBBGAU2231A", part_as_published="5CEFA7F23I7N")
    found = compare(case.record)
    assert of(found, "5CEFA7F23I7N").specimens == ("A",)
    assert of(found, "AD9361").specimens == ("A", "B")


def test_within_a_recorded_module_one_part_in_doubt_puts_its_neighbours_in_doubt(case: Any) -> None:
    for item in "AB":
        case.item(item, ["BNX023X"]).component(f"{item}-M", item, label="antenna module")
        more = {"parent": f"{item}-M"}
        case.component(
            f"{item}-1", item, marking="5CEFA7F23I7N FBBGAU2231A", part_as_published="5CEFA7F23I7N", **more
        )
        case.component(f"{item}-2", item, part_as_published="AD9361", **more)
    found = compare(case.record)
    assert of(found, "AD9361").specimens == ("A",)
    assert of(found, "BNX023X").specimens == ("A", "B")


def test_a_module_in_doubt_puts_its_own_parts_in_doubt(case: Any) -> None:
    for item, other in ("AB", "BA"):
        case.item(item).component(f"{item}-M", item, label="antenna module", possible_same_as=f"{other}-M")
        case.component(f"{item}-1", item, part_as_published="AD9361", parent=f"{item}-M")
    assert of(compare(case.record), "AD9361").specimens == ("A",)


def test_three_records_of_possibly_one_object_are_one_find(case: Any) -> None:
    for item in "ABC":
        case.item(item).component(f"{item}1", item, part_as_published="AD9361")
    case.judged("A B", "unsure").judged("B C", "unsure")
    part = of(compare(case.record), "AD9361")
    assert (part.specimens, part.not_counted, part.specimens_of) == (("A",), ("B", "C"), 1)
    assert part.weight == 0


def test_a_commodity_part_weighs_next_to_nothing_and_a_rare_one_weighs(case: Any) -> None:
    for n in range(100):
        rare = ["5CEFA7F23I7N"] if n in {17, 61} else []
        case.item(f"I{n:02d}", ["XC6SLX9", *rare], system=f"S{n % 10}")
    found = compare(case.record)
    common, rare_part = of(found, "XC6SLX9"), of(found, "5CEFA7F23I7N")
    assert common.commodity
    assert common.rarity == "commodity"
    assert common.weight < 0.01
    # one of ten specimens in two of ten systems: f = 0.02, drawn half a specimen towards one half
    assert rare_part.weight == pytest.approx(-math.log10((0.02 * 100 + 0.5) / 101))
    assert rare_part.rarity == "rare"


def test_a_filter_is_a_commodity_however_rare(case: Any) -> None:
    for n in range(20):
        case.item(f"I{n:02d}", ["BNX023 @ noise filter", "AD9361 @ radio"] if n < 2 else ["OTHER99 @ radio"])
    found = compare(case.record)
    assert of(found, "BNX023").commodity
    assert of(found, "BNX023").weight == pytest.approx(of(found, "AD9361").weight / 10)


def test_each_system_has_equal_say_in_what_is_rare(case: Any) -> None:
    """All nine specimens of one system make a part rarer than one specimen of each of nine systems."""
    for n in range(9):
        case.item(f"A{n}", ["STM32F405RGT6"], system="ONE").item(f"B{n}", ["LTC2174IUKG"], system=f"S{n}")
    found = compare(case.record)
    assert of(found, "STM32F405RGT6").weight > of(found, "LTC2174IUKG").weight


def test_few_specimens_cannot_tell_a_rare_part(case: Any) -> None:
    case.item("A", ["AD9361"]).item("B", ["AD9361"]).item("C", ["LTC2174"])
    assert of(compare(case.record), "AD9361").rarity == "too few specimens to tell"


def test_sharing_is_told_as_far_as_it_touches_what_is_compared(case: Any) -> None:
    case.item("A", ["AD9361"]).item("B", ["AD9361", "LTC2174"]).item("C", ["LTC2174", "SPF5122Z"])
    case.item("D", ["SPF5122Z"])
    assert {each.part for each in compare(case.record, ["A", "B"]).sharing} == {"AD9361", "LTC2174"}


def test_the_score_of_two_items_counts_only_independent_finds(case: Any) -> None:
    for item in "AB":
        case.item(item, ["AD9361"]).component(
            f"{item}9", item, marking="5CEFA7F23I7N FBBGAU2231A", part_as_published="5CEFA7F23I7N"
        )
    case.item("C", ["5CEFA7F23I7N"]).item("D", ["SPF5122Z"])
    found = compare(case.record)
    summary = next(each for each in found.summaries if (each.a, each.b) == ("A", "B"))
    assert summary.shared == 2
    assert summary.score == pytest.approx(of(found, "AD9361").weight, abs=1e-6)
    assert "may be one find" in summary.basis
    doubted = next(each for each in found.pairs if (each.component_a, each.component_b) == ("A9", "B9"))
    assert "not two independent finds" in doubted.basis


def test_a_part_of_many_systems_says_little_of_any_two_whatever_it_is_called(case: Any) -> None:
    """A part of ten systems links each with nine others; a rare one of two systems speaks of just these."""
    for n in range(100):
        parts = ["MPX4115AP"] if n < 10 else []
        parts += ["XC7Z020"] if n in {3, 77} else []
        case.item(f"I{n:02d}", [*parts, f"OWN{n:03d}A"], system=f"S{n:02d}")
    found = compare(case.record)
    planted, rare = of(found, "MPX4115AP"), of(found, "XC7Z020")
    # f = 10 of 100 and 2 of 100, each drawn half a specimen towards one half
    assert planted.weight == pytest.approx(-math.log10(10.5 / 101) / 9)
    assert rare.weight == pytest.approx(-math.log10(2.5 / 101))
    assert rare.weight > 14 * planted.weight


def test_adding_a_commodity_part_changes_neither_the_order_nor_the_scores_of_neighbours(
    new_case: Any,
) -> None:
    def scores(planted: bool) -> dict[tuple[str, str], float]:
        case = new_case()
        for n in range(40):
            own = [f"PX{n // 4:03d}QZ7", f"RY{n % 13:03d}KL"]
            case.item(f"I{n:02d}", [*own, *(["LM358DR"] if planted else [])], system=f"S{n % 5}")
        return {(each.a, each.b): each.score for each in compare(case.record).summaries}

    assert scores(planted=True).keys() == scores(planted=False).keys()
    for pair, score in scores(planted=False).items():
        assert scores(planted=True)[pair] == pytest.approx(score, abs=0.02)


def test_the_matrix_gives_every_pair_the_summed_weight_of_what_both_list(new_case: Any) -> None:
    from itertools import combinations

    from sherd.compare.listed import components_listed
    from sherd.compare.matrix import _linked, _parts, _Sides
    from sherd.compare.same_object import Doubts
    from sherd.compare.sharing import Collection

    def _bases_of(listed: Any, item: str) -> set[str]:
        return {each.number.base for each in listed[item]}

    case = new_case()
    for n in range(30):
        parts = [f"PX{(n * k) % 17:03d}QZ{k}" for k in range(1, 6)]
        case.item(f"I{n:02d}", dict.fromkeys(parts), system=f"S{n % 9}")
    listed = components_listed(case.record)
    collection = Collection.of(case.record, listed, Doubts.of((), listed))
    items = list(listed)
    parts = list(_parts(collection, {item: n for n, item in enumerate(items)}))
    sides = _Sides.of(items, frozenset(items), frozenset(items))
    found = {
        (a, b): score
        for rows, columns, sums in _linked(parts, len(items), sides)
        for a, b, score in zip(rows.tolist(), columns.tolist(), sums.tolist(), strict=True)
    }
    for a, b in combinations(range(len(items)), 2):
        both = {each.code for each in listed[items[a]]} & {each.code for each in listed[items[b]]}
        weighed = [collection.parts[code].weight for code in both if collection.parts[code].informative]
        bases = (
            collection.bases.get(base) for base in _bases_of(listed, items[a]) & _bases_of(listed, items[b])
        )
        weighed += [base.weight for base in bases if base and base.informative and not both & {*base.codes}]
        assert found.get((a, b), 0.0) == pytest.approx(sum(weighed))


def _two_of_forty(case: Any, one: str, other: str) -> Comparison:
    for n in range(40):
        part = {3: one, 27: other}.get(n)
        case.item(f"I{n:02d}", [f"{part} @ cpu"] if part else [f"OWN{n:03d}77"], system=f"S{n % 8}")
    return compare(case.record, ["I03"], ["I27"])


def test_a_base_part_has_half_of_its_rarity_where_the_ordering_codes_differ(new_case: Any) -> None:
    apart = _two_of_forty(new_case(), "PS767D301 22T AE8S", "PS767D301 (OAT CE3P)")
    together = _two_of_forty(new_case(), "PS767D301", "PS767D301")
    # one of five specimens in each of two of eight systems: f = 0.05, drawn half a specimen towards one half
    rarity = -math.log10((0.05 * 40 + 0.5) / 41)
    assert apart.summaries[0].score == pytest.approx(rarity / 2, abs=1e-6)
    assert together.summaries[0].score == pytest.approx(rarity, abs=1e-6)
    assert "PS767D301 (0.61)" in apart.summaries[0].basis
    (base,) = apart.bases
    assert (base.part, base.systems, base.specimens) == ("PS767D301", ("S3",), ("I03", "I27"))


def test_a_base_part_of_a_shared_code_is_not_counted_again(case: Any) -> None:
    case.item("A", ["AD9361BBCZ", "AD9361ABCZ"]).item("B", ["AD9361BBCZ", "AD9361XBCZ"])
    case.item("C", ["LTC2174"]).item("D", ["LTC2175"])
    found = compare(case.record, ["A"], ["B"])
    assert found.summaries[0].score == pytest.approx(of(found, "AD9361BBCZ").weight, abs=1e-6)


def test_the_base_of_a_part_that_is_sold_everywhere_is_worth_nothing(case: Any) -> None:
    for n in range(30):
        case.item(
            f"I{n:02d}", [f"BNX023-0{n}L @ noise filter", f"LM358-{n:02d} @ amplifier"], system=f"S{n % 9}"
        )
    found = compare(case.record, ["I01"], ["I02"])
    assert {each.part for each in found.bases if each.commodity} == {"BNX023", "LM358"}
    assert found.summaries[0].score == 0


def test_a_base_part_that_may_be_one_object_twice_weighs_nothing(case: Any) -> None:
    case.item("A").component("A1", "A", part_as_published="AD9361BBCZ")
    case.item("B").component("B1", "B", part_as_published="AD9361ABCZ", possible_same_as="A1")
    case.item("C", ["LTC2174"]).item("D", ["LTC2175"])
    assert compare(case.record, ["A"], ["B"]).summaries[0].score == 0


def test_items_alike_in_base_parts_alone_are_found_among_many(case: Any) -> None:
    from sherd.compare.comparison import FULL

    for n in range(40):
        part = {3: "PS767D301 22T AE8S", 27: "PS767D301 (OAT CE3P)"}.get(n)
        case.item(f"I{n:02d}", [f"OWN{n:03d}77", *([part] if part else [])], system=f"S{n % 8}")
    assert FULL < 40 * 39 // 2
    found = compare(case.record)
    assert [(each.a, each.b) for each in found.summaries] == [("I03", "I27")]
    assert [each.state for each in found.pairs] == ["similar"]


def test_a_part_is_told_out_of_how_many_its_slot_was_examined_in(case: Any) -> None:
    case.item("A", ["AD9361 @ receiver"]).item("B", ["AD9361 @ receiver"]).item("C", ["LTC2174 @ receiver"])
    case.item("D", ["SPF5122Z @ amplifier"]).item("E", ["SPF5122Z @ amplifier"])
    case.component("D9", "D", function="receiver", state="NOT_EXAMINED")
    case.component("E9", "E", function="receiver", state="ABSENT")
    part = of(compare(case.record), "AD9361")
    assert (len(part.specimens), part.examined_for, part.specimens_of) == (2, 4, 5)
    assert "its slot was examined in 4 of the specimens" in part.basis


def test_where_nobody_says_what_a_part_does_its_slot_is_not_counted(case: Any) -> None:
    case.item("A", ["AD9361 @ receiver"]).item("B", ["AD9361"])
    assert of(compare(case.record), "AD9361").examined_for is None
