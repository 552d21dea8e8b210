"""An encoding is named by the user; what is no name of a text encoding is a wrong call."""

from __future__ import annotations

import pytest

from sherd.errors import WrongCall
from sherd.record.decode import known_encoding


@pytest.mark.parametrize(
    ("name", "known"), [("CP1251", "cp1251"), ("utf-16-le", "utf-16-le"), ("koi8-r", "koi8-r")]
)
def test_a_text_encoding_is_known_by_its_name(name: str, known: str) -> None:
    assert known_encoding(name) == known


@pytest.mark.parametrize("name", ["nope", "base64", "", "\udcff"])
def test_what_is_no_text_encoding_is_a_wrong_call(name: str) -> None:
    with pytest.raises(WrongCall, match="no text encoding"):
        known_encoding(name)
