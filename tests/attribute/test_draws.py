"""Which line each account draws on: lines, makers, countries, new variants, unknown ones."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from attrs import evolve

from sherd.attribute.draws import NOBODY, draw, unresolved
from sherd.attribute.weigh import weigh
from sherd.model.hypotheses import Hypothesis
from sherd.model.items import Line
from sherd.model.record import CaseRecord

LINES = (
    Line(case="c", id="IR-1", maker="HESA", country="IR"),
    Line(case="c", id="IR-2", maker="Qods", country="IR"),
    Line(case="c", id="RU-1", maker="Alabuga", country="RU"),
)


def account(**draws: str) -> Hypothesis:
    return Hypothesis(case="c", id="H", words="an account", draws=draws)


@pytest.mark.parametrize(
    ("named", "link", "lines"),
    [
        ("IR-1", "design", ("IR-1",)),
        ("HESA", "design", ("IR-1",)),
        ("IR", "design", ("IR-1", "IR-2")),
        ("U", "design", ()),
        ("V:IR", "design", ()),
        ("V:IR", "source", ("IR-1", "IR-2")),
        ("V:HESA", "assembly", ("IR-1",)),
    ],
)
def test_what_a_draw_names(named: str, link: str, lines: tuple[str, ...]) -> None:
    assert draw(account(design=named, source=named, assembly=named), "airframe", link, LINES).lines == lines


def test_a_group_is_more_particular_than_a_link_class() -> None:
    mixed = account(design="RU-1", propulsion="IR-1")
    assert draw(mixed, "propulsion", "design", LINES).lines == ("IR-1",)
    assert draw(mixed, "airframe", "design", LINES).lines == ("RU-1",)


def test_what_an_account_does_not_name_is_unknown() -> None:
    assert draw(account(design="RU-1"), "modules", "source", LINES) == NOBODY


def test_draws_that_name_nothing_in_the_record_are_told() -> None:
    assert unresolved(account(design="KP", source="V:KP", assembly="U"), LINES) == (
        "design = KP",
        "source = V:KP",
    )


def test_lines_of_a_country_are_pooled(worked: CaseRecord, bench: SimpleNamespace) -> None:
    lines = tuple(evolve(line, country="XY") for line in worked.lines)
    both = evolve(worked, lines=lines, hypotheses=(bench.drawing("XY", "XY"), bench.drawing("U", "U")))
    found = weigh(both, "X").pair("XY", "U")
    assert found.n1 == 11
    skin = next(f for g in found.groups for f in g.features if f.feature == "skin")
    assert "8 of 11 units of the lines of country XY" in skin.basis


def test_kits_are_told_apart_by_assembly_alone(worked: CaseRecord, bench: SimpleNamespace) -> None:
    kits = evolve(bench.drawing("K", "A"), draws={"design": "A", "source": "A", "assembly": "B"})
    found = weigh(evolve(worked, hypotheses=(bench.drawing("A", "A"), kits)), "X").pair("A", "K")
    assert found.default == pytest.approx(-0.2921665353, abs=1e-9)


def test_a_new_variant_draws_its_design_from_nowhere(bench: SimpleNamespace) -> None:
    variant = evolve(bench.drawing("V", "A"), draws={"design": "V:A", "source": "V:A", "assembly": "V:A"})
    item = dict(bench.ITEM) | {"nav": "N1"}
    record = bench.build({"A": bench.A, "B": bench.B}, item, (variant, bench.drawing("A", "A")))
    found = weigh(record, "X").pair("V", "A")
    features = {f.feature: f for g in found.groups for f in g.features}
    assert features["core"].p1 == pytest.approx(1 / 3, abs=1e-12)  # design: as good as any other
    assert features["nav"].weight == 0  # source: those of A's own lines
    assert found.n1 == 0


def test_a_line_may_be_named_with_its_case(worked: CaseRecord, bench: SimpleNamespace) -> None:
    long = (bench.drawing("B", f"{bench.CASE}:B"), bench.drawing("A", f"V:{bench.CASE}:A"))
    found = weigh(evolve(worked, hypotheses=long), "X").pair("B", "A")
    assert "unresolved_draw" not in {refusal.rule for refusal in found.refused}
    assert (found.n1, found.n2) == (3, 0)  # the design of a variant of A is undocumented
