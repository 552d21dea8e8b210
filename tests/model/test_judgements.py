"""What a person decided about one object or two, in the words that they wrote."""

from __future__ import annotations

import pytest

from sherd.model.judgements import same_object_decision


@pytest.mark.parametrize(
    ("words", "decision"),
    [
        ("same", "same"),
        ("One object.", "same"),
        ("yes", "same"),
        ("different", "different"),
        ("Not the same object", "different"),
        ("not_same", "different"),
        ("two objects", "different"),
        ("no", "different"),
        ("unsure", "undecided"),
        ("not decided", "undecided"),
        ("twofold", "undecided"),
        ("no idea", "undecided"),
    ],
)
def test_a_decision_is_read_by_its_first_words(words: str, decision: str) -> None:
    assert same_object_decision(words) == decision
