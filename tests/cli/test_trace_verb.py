"""``sherd trace`` as a user types it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

CASE = Path(__file__).resolve().parents[1] / "cases" / "road" / "input"
Sherd = Callable[..., Any]


def test_the_road_of_an_item_is_told_leg_by_leg(sherd: Sherd) -> None:
    assert sherd("record", CASE).code == 0
    said = sherd("trace", "path", "I1")
    assert said.code == 0
    assert "→ OOO ONELEK (documented, 2022-08-26) ⇢ Shahed-136 with component 2090 (not proven)" in said.out
    assert "no leg into the weapon is proven" in said.out
    assert "no malpractice is inferred" in said.out


def test_the_road_as_json_has_every_leg(sherd: Sherd) -> None:
    sherd("record", CASE)
    result = sherd("trace", "path", "I1", "--json").result
    (road,) = [each for each in result["roads"] if each["part"] == "STM32F765VIT6"]
    assert {leg["proof"] for leg in road["legs"]} == {"missing", "documented", "inferred", "not_proven"}
    assert road["legs"][1]["when"] == "2022-08-26/2022-08-26"
    assert "no malpractice" in result["fairness"]


def test_the_graph_is_written_where_it_is_asked_for(sherd: Sherd, tmp_path: Path) -> None:
    sherd("record", CASE)
    for form in ("graphml", "gexf"):
        said = sherd("trace", "path", "I1", "--format", form, "--out", f"road.{form}")
        assert (said.code, (tmp_path / f"road.{form}").read_bytes()[:5]) == (0, b"<?xml")
    assert sherd("trace", "path", "I1", "--format", "gexf").code == 2


def test_a_component_that_is_not_there_is_a_wrong_call(sherd: Sherd) -> None:
    sherd("record", CASE)
    said = sherd("trace", "path", "I1", "--component", "C9")
    assert said.code == 2
    assert "C9" in said.err


def test_an_hs_code_is_looked_up_as_of_a_day(sherd: Sherd) -> None:
    assert "tier 1" in sherd("trace", "hs", "8542.31").out
    assert (
        "not on the Common High Priority List" in sherd("trace", "hs", "8542.31", "--as-of", "2023-01-01").out
    )
    assert "never a classification" in sherd("trace", "hs", "tantalum", "capacitor").out
    assert sherd("trace", "hs", "12").code == 2
