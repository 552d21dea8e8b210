"""The page that says how to check the journal without sherd is right, and so is the verifier on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature

from sherd.journal.checkpoint import check
from sherd.journal.disclosure import digest_of, open_
from sherd.journal.events import LEVELS, VERBS
from sherd.journal.leaf import KEYS, decode
from sherd.journal.note import Verifier

PAGE = (Path(__file__).resolve().parents[2] / "docs/journal.md").read_text(encoding="utf-8")


def block(fence: str) -> str:
    found = re.search(rf"^```{fence}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert found, f"the page has no block {fence}"
    return found[1]


KEY, LEAF = block("text key").strip(), block("text leaf").removesuffix("\n").encode()
DISCLOSURE, PROOF = block("text disclosure").strip(), block("text proof")


@pytest.fixture(scope="module")
def written_there() -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(compile(block("python"), "docs/journal.md", "exec"), names)
    return names


def test_the_example_of_the_page_holds() -> None:
    assert check(LEAF, PROOF, Verifier.parse(KEY)).size == 3
    (pair,) = decode(LEAF).withheld
    assert pair.digest == digest_of(DISCLOSURE)
    assert open_(DISCLOSURE)[1:] == ("recorder", "A. Person")


def test_the_verifier_on_the_page_needs_nothing_of_sherd_and_accepts_the_example(
    written_there: dict[str, Any],
) -> None:
    assert "sherd" not in re.findall(r"^(?:from|import) (\w+)", block("python"), re.MULTILINE)
    written_there["check"](LEAF, PROOF, KEY)
    assert written_there["discloses"](LEAF, DISCLOSURE)
    assert not written_there["discloses"](LEAF, DISCLOSURE[:-1] + "R")


def refuses(checker: Callable[[bytes, str, str], None], leaf: bytes, proof: str) -> bool:
    try:
        checker(leaf, proof, KEY)
    except (AssertionError, ValueError, InvalidSignature):
        return True
    return False


def test_the_verifier_on_the_page_refuses_every_flipped_bit(written_there: dict[str, Any]) -> None:
    data = PROOF.encode()
    accepted = []
    for place in range(len(data)):
        for bit in (0, 1, 4):
            flipped = bytearray(data)
            flipped[place] ^= 1 << bit
            text = bytes(flipped).decode(errors="replace")
            if not refuses(written_there["check"], LEAF, text):
                accepted.append(place)
    assert accepted == []
    assert refuses(written_there["check"], LEAF.replace(b"C1", b"C2"), PROOF)


def test_the_page_names_every_key_verb_and_level() -> None:
    missing = [word for word in (*KEYS, *sorted(VERBS), *LEVELS) if f"`{word}`" not in PAGE]
    assert missing == []
