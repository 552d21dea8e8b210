"""Which items share a production line: the worked numbers, sampling against exact, and laws."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.attribute.lines import co_production, partitions

LEVELS = {
    "skin": ("carbon", "fibreglass"),
    "core": ("honeycomb", "woven"),
    "nav": ("N1", "N2", "N3"),
    "mark": ("cyrillic", "latin"),
}


def seen(*values: str) -> dict[str, str]:
    return {name: value for name, value in zip(LEVELS, values, strict=True) if value != "-"}


WORKED = {
    "A1": seen("fibreglass", "honeycomb", "N1", "latin"),
    "A2": seen("fibreglass", "honeycomb", "N1", "latin"),
    "A4": seen("fibreglass", "honeycomb", "N1", "cyrillic"),
    "A7": seen("fibreglass", "honeycomb", "N2", "-"),
    "A8": seen("carbon", "honeycomb", "-", "latin"),
    "B1": seen("carbon", "woven", "N3", "cyrillic"),
    "B2": seen("carbon", "woven", "N3", "cyrillic"),
    "B3": seen("fibreglass", "woven", "-", "cyrillic"),
}

collections = st.lists(
    st.dictionaries(st.sampled_from(["f", "g", "h"]), st.sampled_from("xyz"), min_size=1),
    min_size=2,
    max_size=5,
)


def test_the_worked_partition_comes_out_to_the_digit() -> None:
    found = co_production(WORKED, LEVELS)
    first, second = found.best[:2]
    assert first.blocks == (("A1", "A2", "A4", "A7", "A8"), ("B1", "B2", "B3"))
    assert second.blocks == (("A1", "A2", "A4", "A7", "A8", "B3"), ("B1", "B2"))
    assert first.p == pytest.approx(0.2243538210, abs=5e-11)
    assert second.p == pytest.approx(0.0892836635, abs=5e-11)
    assert found.lines[:5] == pytest.approx(
        (0.0130205343, 0.4061640406, 0.4145661873, 0.1426307892, 0.0219115498), abs=5e-11
    )
    assert found.of("A1", "A2") == pytest.approx(0.9282046077, abs=5e-11)
    assert found.of("A1", "B1") == pytest.approx(0.0315108145, abs=5e-11)
    assert found.of("B1", "B2") == pytest.approx(0.9312038361, abs=5e-11)
    assert found.of("A8", "B3") == pytest.approx(0.1944594866, abs=5e-11)
    assert (found.method, found.error) == ("exact", 0.0)
    assert "4,140 partitions of 8 items" in found.basis


def test_the_number_of_partitions_is_bells() -> None:
    assert [sum(1 for _ in partitions(n)) for n in range(1, 10)] == [1, 2, 5, 15, 52, 203, 877, 4140, 21147]


def test_sampling_agrees_with_the_exact_answer() -> None:
    exact, drawn = co_production(WORKED, LEVELS), co_production(WORKED, LEVELS, exact_up_to=7)
    assert drawn.method == "sampled"
    apart = [abs(exact.of(a, b) - drawn.of(a, b)) for a in WORKED for b in WORKED]
    assert max(apart) < 0.03
    assert drawn.lines == pytest.approx(exact.lines, abs=0.03)
    assert drawn.best[0].blocks == exact.best[0].blocks
    assert 0 < drawn.error < 0.06


def test_the_same_seed_draws_the_same() -> None:
    first, again = (co_production(WORKED, LEVELS, exact_up_to=7, sweeps=40, seed=5) for _ in range(2))
    assert first == again


def test_more_than_nine_items_are_sampled_and_say_how_far_the_runs_differ() -> None:
    many = {f"{name}{n}": found for n in range(2) for name, found in WORKED.items()}
    found = co_production(many, LEVELS, sweeps=60)
    assert found.method == "sampled"
    assert "runs differ by" in found.basis
    assert found.of("A10", "A11") > 0.7 > found.of("A10", "B10")


def test_the_matrix_is_shown_with_those_together_that_belong_together() -> None:
    order = [co_production(WORKED, LEVELS).items[i] for i in co_production(WORKED, LEVELS).order]
    assert sorted(order) == sorted(WORKED)
    places = [order.index(name) for name in ("B1", "B2", "B3")]
    assert max(places) - min(places) == 2


def test_what_was_not_examined_neither_joins_nor_parts() -> None:
    bare = co_production({"a": {"f": "x"}, "b": {"g": "y"}})
    assert bare.of("a", "b") == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: co_production({}), "no item"),
        (lambda: co_production({"a": {}}), "nothing was seen"),
        (lambda: co_production(WORKED, {**LEVELS, "core": ("foam",)}), "no level of core"),
        (lambda: co_production(WORKED, LEVELS, alpha=0), "must both be positive"),
        (lambda: co_production(WORKED, LEVELS, pseudo_count=-1), "must both be positive"),
        (lambda: co_production(WORKED, LEVELS, exact_up_to=2, sweeps=0), "draw nothing"),
    ],
)
def test_what_cannot_be_divided_is_refused_by_name(call: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()  # type: ignore[operator]


@given(collections, st.integers(0, 99))
def test_the_order_of_items_and_the_names_of_levels_say_nothing(
    found: list[dict[str, str]], seed: int
) -> None:
    items = {f"i{n}": each for n, each in enumerate(found)}
    mixed = list(items)
    random.Random(seed).shuffle(mixed)
    renamed = {name: {f: "zyx"["xyz".index(v)] for f, v in items[name].items()} for name in mixed}
    one, other = co_production(items), co_production(renamed)
    for a in items:
        for b in items:
            assert other.of(a, b) == pytest.approx(one.of(a, b), abs=1e-9)
    assert other.lines == pytest.approx(one.lines, abs=1e-9)


@given(collections)
def test_one_more_agreement_never_parts_two_items(found: list[dict[str, str]]) -> None:
    items = {f"i{n}": each for n, each in enumerate(found)}
    more = {name: dict(each) for name, each in items.items()}
    more["i0"]["new"] = more["i1"]["new"] = "same"
    assert co_production(more).of("i0", "i1") >= co_production(items).of("i0", "i1") - 1e-12


@given(collections)
def test_the_probabilities_of_how_many_lines_add_up_to_one(found: list[dict[str, str]]) -> None:
    assert sum(co_production({f"i{n}": each for n, each in enumerate(found)}).lines) == pytest.approx(1)
