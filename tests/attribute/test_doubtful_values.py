"""Values read with doubt: a share for each level, from a reading or a picture."""

from __future__ import annotations

import math
from types import SimpleNamespace

import pytest
from attrs import evolve

from sherd.attribute.weigh import weigh
from sherd.model.doubtful import Shares
from sherd.model.record import CaseRecord
from sherd.model.weights import FeatureWeight, PairWeight


def pair(record: CaseRecord) -> PairWeight:
    return weigh(record, "X").pair("B", "A")


def found(weighed: PairWeight, name: str) -> FeatureWeight:
    (only,) = [f for group in weighed.groups for f in group.features if f.feature == name]
    return only


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("latin:0.7|cyrillic:0.3", (("cyrillic", 0.3), ("latin", 0.7))),
        ("latin: 1.0 | cyrillic:0", (("latin", 1.0),)),
        ("a b:.5|c:.5", (("a b", 0.5), ("c", 0.5))),
        ("latin", None),
        ("latin:0.7", None),
        ("ratio 1:1", None),
        ("latin|cyrillic", None),
        ("latin:0.7|cyrillic", None),
    ],
)
def test_a_cell_states_shares_or_one_plain_value(
    text: str, shares: tuple[tuple[str, float], ...] | None
) -> None:
    read = Shares.read(text)
    assert (read.of if read else None) == shares


@pytest.mark.parametrize(
    ("text", "why"), [("a:0.7|b:0.2", "add up to 0.9"), ("a:0.5|a:0.5", "'a' is given a share twice")]
)
def test_shares_that_do_not_add_up_are_refused_by_name(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Shares.read(text)


def test_a_doubtful_value_weighs_each_level_by_its_share(worked: CaseRecord, bench: SimpleNamespace) -> None:
    """mark: A shows cyrillic on 3 of 7, latin on 4 of 7; B cyrillic on 3 of 3. C = 3, ε = .05, A = 1."""
    doubtful = bench.build(
        {"A": bench.A, "B": bench.B}, dict(bench.ITEM) | {"mark": "cyrillic:0.7|latin:0.3"}, worked.hypotheses
    )

    def p(seen: int, of: int) -> float:
        return 0.95 * (seen + 1 / 3) / (of + 1) + 0.05 / 3

    expected = math.log10((0.7 * p(3, 3) + 0.3 * p(0, 3)) / (0.7 * p(3, 7) + 0.3 * p(4, 7)))
    assert found(pair(doubtful), "mark").weight == pytest.approx(expected, abs=1e-12)
    assert abs(expected) < found(pair(worked), "mark").weight  # doubt weakens
    assert found(pair(doubtful), "mark").value == "cyrillic 0.7 or latin 0.3"
    assert "cyrillic 3 of 3, latin 0 of 3 units of line B" in found(pair(doubtful), "mark").basis


def test_a_sure_share_is_the_plain_value(worked: CaseRecord, bench: SimpleNamespace) -> None:
    item = dict(bench.ITEM) | {"mark": "cyrillic:1.0|latin:0"}
    sure = bench.build({"A": bench.A, "B": bench.B}, item, worked.hypotheses)
    assert pair(sure).default == pytest.approx(pair(worked).default, abs=1e-12)


def test_a_level_that_neither_side_shows_says_the_same_of_both(bench: SimpleNamespace) -> None:
    """Else doubt about a novel level would favour the smaller collection."""
    item = {"core": "foam:0.5|felt:0.5"}
    novel = pair(bench.build({"A": bench.A, "B": bench.B}, item))
    assert novel.default == 0
    assert [u.feature for u in novel.unweighed] == ["core"]
    half = found(pair(bench.build({"A": bench.A, "B": bench.B}, {"core": "woven:0.5|foam:0.5"})), "core")

    def p(seen: int, of: int) -> float:
        return 0.95 * (seen + 1 / 3) / (of + 1) + 0.05 / 3

    expected = math.log10((0.5 * p(3, 3) + 0.5 / 3) / (0.5 * p(0, 7) + 0.5 / 3))
    assert half.weight == pytest.approx(expected, abs=1e-12)


def test_a_doubtful_reference_counts_by_its_share(bench: SimpleNamespace) -> None:
    lines = {"A": [{"skin": "p:0.25|q:0.75"}, {"skin": "q"}], "B": [{"skin": "p"}, {"skin": "p"}]}
    weighed = found(pair(bench.build(lines, {"skin": "p"})), "skin")
    assert "2 of 2 units of line B, against 0.25 of 2 units of line A" in weighed.basis


def test_shares_are_read_whatever_the_case_of_their_levels(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    one, two = (
        pair(bench.build({"A": bench.A, "B": bench.B}, {"mark": text}, worked.hypotheses)).default
        for text in ("Cyrillic:0.7|LATIN:0.3", "cyrillic:0.7|latin:0.3")
    )
    assert one == two != 0


def test_several_readings_of_one_mark_are_one_mean_reading(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    second = evolve(worked.observations[3], id="second", value="latin:0.6|cyrillic:0.4")
    read_twice = evolve(worked, observations=(*worked.observations, second))
    once = bench.build({"A": bench.A, "B": bench.B}, dict(bench.ITEM) | {"mark": "latin:0.3|cyrillic:0.7"})
    assert pair(read_twice).default == pytest.approx(pair(once).default, abs=1e-12)


def test_shares_that_do_not_add_up_are_unused_with_the_reason(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    item = dict(bench.ITEM) | {"mark": "latin:0.3|cyrillic:0.3"}
    weighed = weigh(bench.build({"A": bench.A, "B": bench.B}, item, worked.hypotheses), "X")
    assert [(u.id, u.why) for u in weighed.unused] == [
        ("O-X-mark", "the shares add up to 0.6: make them add up to 1")
    ]
