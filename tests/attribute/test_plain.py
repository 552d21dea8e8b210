"""What ``sherd attribute --json`` gives."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from sherd.attribute.plain import as_json
from sherd.attribute.weigh import weigh
from sherd.model.record import CaseRecord

DOCUMENTED = ["h1", "h2", "default", "reported", "lo", "hi", "ceiling", "words", "refused", "groups"]


def test_a_pair_has_the_documented_keys_first(worked: CaseRecord) -> None:
    found = as_json(weigh(worked, "X"))
    assert list(found)[:3] == ["case", "item", "pairs"]
    assert all(list(pair)[: len(DOCUMENTED)] == DOCUMENTED for pair in found["pairs"])


def test_numbers_are_plain_and_whole(worked: CaseRecord) -> None:
    pair = json.loads(json.dumps(as_json(weigh(worked, "X")), allow_nan=False))["pairs"][0]
    assert pair["default"] == pytest.approx(2.048862479404238, abs=1e-12)
    assert pair["groups"]["airframe"]["w"] == pytest.approx(2 / 3)
    assert pair["groups"]["airframe"]["features"]["skin"] == pytest.approx(-0.3751553699, abs=1e-9)
    assert len(pair["grid"]) == 27
    assert set(pair["levels_sensitivity"]) == {"C-1", "C+1"}


def test_a_refusal_is_its_reasons(worked: CaseRecord, bench: SimpleNamespace) -> None:
    pair = as_json(weigh(bench.with_items(worked, X={"custody_status": ""}), "X"))["pairs"][0]
    assert pair["refused"] == ["the record says nothing of the custody of X"]
    assert pair["refusals"][0]["rule"] == "custody_empty"
