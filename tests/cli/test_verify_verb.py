"""``sherd verify`` with a key and a checkpoint from outside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def bag(sherd: Any, case_folder: Path, tmp_path: Path) -> Path:
    """The bundle of the smallest case; its store lies beside it."""
    sherd("record", case_folder)
    sherd("publish", "small", "--format", "bag", "--out", "out")
    return tmp_path / "out" / "small-bag"


def test_key_and_checkpoint_are_taken_from_files_or_as_they_stand(sherd: Any, bag: Path) -> None:
    key, checkpoint = bag / "data" / "verifier.key", bag / "data" / "checkpoint"
    for anchors in ((key, checkpoint), (key.read_text(), checkpoint.read_text())):
        for what in (bag, "sherd.db"):
            said = sherd("verify", what, "--key", anchors[0], "--since", anchors[1], "--json")
            assert (said.code, said.result["anchored"]) == (0, True)


def test_people_are_told_what_to_keep(sherd: Any, bag: Path) -> None:
    root = sherd("verify", "--json").result["root"]
    assert f"events, root {root}\n" in sherd("verify").out


@pytest.mark.parametrize("option", ["--key", "--since"])
@pytest.mark.parametrize("given", ["garbage", "/no/such/file", ".", "", "binary", "x" * 5000])
def test_what_is_no_anchor_is_a_wrong_call_not_a_broken_record(
    option: str, given: str, sherd: Any, bag: Path
) -> None:
    Path("binary").write_bytes(b"\xff\xfe\x00")
    for what in (bag, "sherd.db"):
        said = sherd("verify", what, option, given, "--json")
        assert said.code == 2
        assert option in said.json["problems"][0]["read"]
        assert said.json["problems"][0]["do"]


def test_the_signing_key_is_not_taken_for_the_verifier_key_nor_shown(sherd: Any, bag: Path) -> None:
    secret = Path("sherd.key").read_text().strip()
    for given in ("sherd.key", secret):
        said = sherd("verify", bag, "--key", given)
        assert said.code == 2
        assert secret not in said.out + said.err
