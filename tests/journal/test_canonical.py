"""Base64 that can be written one way only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.journal.canonical import from_base64, from_base64url, to_base64, to_base64url


@given(st.binary(max_size=70))
def test_bytes_come_back(data: bytes) -> None:
    assert from_base64(to_base64(data)) == from_base64url(to_base64url(data)) == data


@pytest.mark.parametrize(
    ("data", "standard", "url"),
    [(b"\xfb\xff", "+/8=", "-_8"), (b"f", "Zg==", "Zg"), (b"foo", "Zm9v", "Zm9v")],
)
def test_both_alphabets_are_those_of_rfc_4648(data: bytes, standard: str, url: str) -> None:
    assert (to_base64(data), to_base64url(data)) == (standard, url)


@pytest.mark.parametrize(
    "text", ["Zh==", "Zg=", "Zg", "Zg==\n", " Zg==", "Z g==", "Zm9v=", "-_8=", "Zg==Zg==", "é", "="]
)
def test_any_other_spelling_of_base64_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="base64"):
        from_base64(text)


@pytest.mark.parametrize("text", ["Zh", "Zg==", "Z", "Zg\n", "Z g", "+/8", "Zm9v=", "é"])
def test_any_other_spelling_of_base64url_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="base64url"):
        from_base64url(text)
