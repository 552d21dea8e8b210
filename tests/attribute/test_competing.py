"""The accounts against the evidence, what to look at next, and what a stated prior becomes."""

from __future__ import annotations

import json
import math
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve

from sherd.attribute.bench import Bench, laid_out
from sherd.attribute.competing import log_likelihoods, told
from sherd.attribute.dependence import CELLS
from sherd.attribute.examinations import instruction
from sherd.attribute.prior import against_the_rest, posteriors, stated, update
from sherd.attribute.weigh import weigh
from sherd.model.items import Feature, Observation
from sherd.model.reasoning import Examination, moved
from sherd.model.record import CaseRecord

ACH = {
    "skin": {"A": -0.10196588479794463, "B": -0.4771212547196625, "U": -0.4771212547196625},
    "core": {"A": -1.2498774732166, "B": -0.09240951178137997, "U": -0.4771212547196625},
    "nav": {"A": -1.3748162098249, "B": -0.13966199342900637, "U": -0.6020599913279624},
    "mark": {"A": -0.38457604711405613, "B": -0.09240951178137997, "U": -0.4771212547196625},
}
"""log10 P(finding | account), as published with the method."""


def near(value: float) -> object:
    return pytest.approx(value, abs=1e-9, rel=0)


def on_the_bench(record: CaseRecord) -> Bench:
    return laid_out(record, "X", "independent", (), None)


def test_the_matrix_of_the_worked_example(worked: CaseRecord) -> None:
    found = weigh(worked, "X").matrix
    assert {row.feature: {s.hypothesis: s.log10_p for s in row.stands} for row in found.rows} == {
        feature: {account: near(p) for account, p in ps.items()} for feature, ps in ACH.items()
    }
    assert {row.feature: row.diagnosticity for row in found.rows} == {
        "skin": near(0.37515536992171783),
        "core": near(1.1574679614352201),
        "nav": near(1.2351542163958935),
        "mark": near(0.38471174293828253),
    }
    assert [row.feature for row in found.rows] == ["nav", "core", "mark", "skin"]


def test_letters_are_how_far_an_account_falls_short(worked: CaseRecord) -> None:
    letters = {
        row.feature: {s.hypothesis: s.letter for s in row.stands} for row in weigh(worked, "X").matrix.rows
    }
    assert letters == {
        "skin": {"A": "CC", "B": "C", "U": "C"},
        "core": {"A": "II", "B": "CC", "U": "C"},
        "nav": {"A": "II", "B": "CC", "U": "C"},
        "mark": {"A": "C", "B": "CC", "U": "C"},
    }


def test_the_least_inconsistent_account_stands_first(worked: CaseRecord) -> None:
    accounts = weigh(worked, "X").matrix.accounts
    assert [(a.hypothesis, a.inconsistent, a.very_inconsistent) for a in accounts] == [
        ("B", 0, 0),
        ("U", 0, 0),
        ("A", 0, 2),
    ]
    assert accounts[-1].bans == near(1.1574679614352201 * 2 / 3 + 1.2351542163958935)


def test_what_nobody_observed_is_neither_consistent_nor_inconsistent(bench: SimpleNamespace) -> None:
    found = weigh(bench.build({"A": bench.A, "B": bench.B}, {"skin": "carbon"}), "X").matrix
    assert {row.feature: row.value for row in found.rows} == {
        "skin": "carbon",
        "core": None,
        "nav": None,
        "mark": None,
    }
    assert all(not row.stands for row in found.rows if row.value is None)


def test_lines_that_do_not_show_a_value_say_the_same_of_it(bench: SimpleNamespace) -> None:
    item = dict(bench.ITEM) | {"core": "foam"}
    (row,) = [
        row
        for row in weigh(bench.build({"A": bench.A, "B": bench.B}, item), "X").matrix.rows
        if row.feature == "core"
    ]
    stands = {s.hypothesis: s.log10_p for s in row.stands}
    assert stands["A"] == stands["B"] < stands["U"]


# -- what to look at next ----------------------------------------------------------------------------------


def without_core(bench: SimpleNamespace, worked: CaseRecord, **more: Any) -> CaseRecord:
    item = {name: value for name, value in bench.ITEM.items() if name != "core"}
    built: CaseRecord = bench.build({"A": bench.A, "B": bench.B}, item | more, worked.hypotheses)
    return built


def of(record: CaseRecord) -> list[Examination]:
    return [each for each in weigh(record, "X").examinations if {each.h1, each.h2} == {"A", "B"}]


def test_what_to_look_at_next_is_what_would_change_most(worked: CaseRecord, bench: SimpleNamespace) -> None:
    """Σ p(level)·|log LR| of core: honeycomb A 7 of 7, B 0 of 3; woven A 0, B 3 of 3; C = 3."""
    (core,) = of(without_core(bench, worked))

    def p(seen: int, of: int) -> float:
        return 0.95 * (seen + 1 / 3) / (of + 1) + 0.05 / 3

    levels = {"honeycomb": (p(0, 3), p(7, 7)), "woven": (p(3, 3), p(0, 7))}
    alone = sum((b + a) / 2 * abs(math.log10(b / a)) for b, a in levels.values())
    assert core.alone == near(alone)
    skin = -0.3751553699
    expected = sum((b + a) / 2 * abs(2 / 3 * (skin + math.log10(b / a)) - skin) for b, a in levels.values())
    assert core.expected == near(expected)
    assert core.words == "photograph the core of item X"


def test_what_would_change_our_mind_is_told_value_by_value(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    def item(**more: str) -> CaseRecord:
        known = {name: value for name, value in bench.ITEM.items() if name != "nav"} | more
        built: CaseRecord = bench.build({"A": bench.A, "B": bench.B}, known, worked.hypotheses)
        return built

    assert weigh(item(), "X").pair("B", "A").words == "weak support"
    (nav,) = of(item())
    assert [turn.value for turn in nav.turns] == ["N1", "N3"]
    for turn in nav.turns:
        then = weigh(item(nav=turn.value), "X").pair("B", "A")
        assert (turn.default, turn.reported) == (near(then.default), near(then.reported))
    assert [turn.words for turn in nav.turns] == ["does not support one over the other", "moderate support"]


def test_what_was_destroyed_is_not_asked_for(worked: CaseRecord, bench: SimpleNamespace) -> None:
    assert of(without_core(bench, worked, core="DESTROYED")) == []
    assert of(without_core(bench, worked, core="NOT_RECOVERED")) == []
    (core,) = of(without_core(bench, worked, core="NOT_VISIBLE"))
    assert core.words == "photograph the core of item X (uncover it first: it was not visible)"


def test_nobody_is_sent_for_what_tells_nothing(bench: SimpleNamespace) -> None:
    same = [{"skin": "p", "core": "q"}] * 3
    assert weigh(bench.build({"A": same, "B": same}, {"skin": "p"}), "X").pair("B", "A").default == 0
    assert of(bench.build({"A": same, "B": same}, {"skin": "p"})) == []


def test_a_measurement_is_asked_for_where_the_lines_differ(bench: SimpleNamespace) -> None:
    feature = Feature(
        case=bench.CASE, id="wall_thickness", group="shell", kind_="number", unit="mm",
        sd_within=0.05, link="design", decided=bench.DECIDED,
    )  # fmt: skip
    built = bench.build({"A": bench.A[:3], "B": bench.B}, {"skin": "carbon"})
    measured = [(f"A{n}", "2.10") for n in (1, 2, 3)] + [(f"B{n}", "2.50") for n in (1, 2, 3)]
    seen = [
        Observation(case=bench.CASE, id=f"M{id_}", item=id_, feature="wall_thickness", value=value)
        for id_, value in measured
    ]
    record = evolve(built, features=(*built.features, feature), observations=(*built.observations, *seen))
    (found,) = [each for each in of(record) if each.feature == "wall_thickness"]
    assert found.words == "measure the wall thickness in mm of item X, three times over"
    assert 0.5 < found.expected < 3


@pytest.mark.parametrize(
    ("name", "link", "words"),
    [
        ("wing_core", "design", "photograph the wing core of item 2"),
        ("flight_controller", "source", "open item 2 and photograph the flight controller with all that is"),
        ("torque_paint", "assembly", "photograph the torque paint of item 2 from close up"),
        ("marking_language", "assembly", "photograph every marking of item 2, and write down the marking"),
    ],
)
def test_the_words_are_those_of_a_field_team(
    bench: SimpleNamespace, name: str, link: str, words: str
) -> None:
    assert instruction(bench.category(name, "g", link), "2").startswith(words)


# -- priors ------------------------------------------------------------------------------------------------


def test_three_accounts_and_their_priors(worked: CaseRecord) -> None:
    """At ε = 0, ρ = ½, A = 1, as published: B, A, U in the order of the case."""
    rows = log_likelihoods(told(on_the_bench(worked)), 3)
    cell = [each[CELLS.index((1.0, 0.5, 0.0))] for each in rows]
    assert cell == [near(-0.5749883165), near(-2.8647961034), near(-1.7153429190)]
    after = posteriors([0.3, 0.6, 0.1], cell)
    assert after == [near(0.9667534223), near(0.0099205997), near(0.0233259780)]
    prior, said = {"B": 0.3, "A": 0.6, "U": 0.1}, dict(zip("BAU", cell, strict=True))
    assert 10 ** against_the_rest(prior, said, "B") == pytest.approx(67.8493289487, abs=1e-7)


@pytest.mark.parametrize(("prior", "after"), [(0.1, 0.729486), (0.3, 0.912292), (0.5, 0.960427)])
def test_a_prior_moved_by_the_reported_weight(prior: float, after: float) -> None:
    assert moved(prior, math.log10(24.2700)) == pytest.approx(after, abs=2e-6)


def test_a_posterior_has_a_span_over_the_grid(worked: CaseRecord) -> None:
    said = update(on_the_bench(worked), weigh(worked, "X").pairs, {"B": 0.5, "A": 0.5})
    after = {each.hypothesis: each for each in said.posteriors}
    assert after["B"].default == near(1 / (1 + 10**-2.0488624794))
    assert after["B"].low == near(1 / (1 + 10**-1.3850698697))
    assert after["B"].high == near(1 / (1 + 10**-3.2452906809))
    assert (after["U"].prior, after["U"].default) == (0.0, 0.0)
    assert (after["B"].against_rest, after["B"].against_rest_reported) == (
        near(2.0488624794),
        near(1.3850698697),
    )
    assert after["A"].against_rest == near(-2.0488624794)
    sure = update(on_the_bench(worked), weigh(worked, "X").pairs, {"B": 1.0}).posteriors[0]
    assert (sure.default, sure.against_rest) == (1.0, None)


def test_there_is_no_posterior_over_a_pair_that_is_refused(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    record = bench.with_items(worked, X={"custody_status": ""})
    said = update(on_the_bench(record), weigh(record, "X").pairs, {"B": 0.5, "A": 0.5})
    assert said.posteriors == ()
    assert said.refused == ("B : A: the record says nothing of the custody of X",)


@pytest.mark.parametrize(
    ("priors", "why"),
    [
        ({"B": 0.5, "A": 0.4}, "add up to 0.9"),
        ({"B": 0.5, "Z": 0.5}, "has no account Z; it has B, A"),
        ({"B": 1.5, "A": -0.5}, "between 0 and 1"),
    ],
)
def test_a_prior_that_is_none_is_refused_with_what_to_do(priors: dict[str, float], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        stated(priors, ["B", "A"])


def test_the_published_dump_agrees(worked: CaseRecord, shared: Path) -> None:
    dump = json.loads((shared / "oracles" / "attribution.json").read_text("utf-8"))
    assert dump["ach"] == ACH
    assert dump["diagnosticity"] == {r.feature: near(r.diagnosticity) for r in weigh(worked, "X").matrix.rows}
