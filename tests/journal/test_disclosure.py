"""Withheld values: bound by the digest, hidden by the salt, shown by the disclosure alone."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.journal.disclosure import Disclosure, DisclosureError, conceal, conceal_many, digest_of, open_
from sherd.journal.events import Withheld

SALT = bytes(range(16))

# RFC 9901 section 4.2.3: the digest of an object property.
RFC_DISCLOSURE = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0"
RFC_DIGEST = "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0"


def encoded(json: str) -> str:
    return base64.urlsafe_b64encode(json.encode()).decode().rstrip("=")


def test_the_digest_is_that_of_the_standard() -> None:
    assert digest_of(RFC_DISCLOSURE) == RFC_DIGEST


def test_a_disclosure_is_laid_out_as_in_the_standard() -> None:
    made = conceal("holder", "Київ", "sealed", SALT)
    padded = made.text + "=" * (-len(made.text) % 4)
    assert base64.urlsafe_b64decode(padded).decode() == '["AAECAwQFBgcICQoLDA0ODw","holder","Київ"]'
    assert made.digest == digest_of(made.text)
    assert made.withheld == Withheld("sealed", made.digest)


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | ANY_TEXT


@given(
    salt=st.binary(min_size=16, max_size=16),
    name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    value=VALUES | st.dictionaries(st.sampled_from(["id", "label"]), VALUES),
)
def test_what_is_withheld_can_be_shown(salt: bytes, name: str, value: bool | int | str | None) -> None:
    assert open_(conceal(name, value, "team", salt).text) == (salt, name, value)


def test_the_same_value_under_another_salt_cannot_be_recognised() -> None:
    first, second = conceal_many([("by", "A. Person", "sealed")] * 2, SALT + bytes(16))
    assert first.digest != second.digest
    assert open_(first.text)[1:] == open_(second.text)[1:] == ("by", "A. Person")


def test_many_are_withheld_in_order_each_under_its_own_salt() -> None:
    made = conceal_many([("a", 1, "team"), ("b", None, "partner")], SALT + bytes(16))
    assert made == [conceal("a", 1, "team", SALT), conceal("b", None, "partner", bytes(16))]
    assert isinstance(made[0], Disclosure)


@pytest.mark.parametrize("salts", [b"", SALT, SALT * 3, SALT * 2 + b"x"])
def test_every_value_takes_exactly_one_salt(salts: bytes) -> None:
    with pytest.raises(ValueError, match="bytes of salt for 2 values"):
        conceal_many([("a", 1, "team"), ("b", 2, "team")], salts)


@pytest.mark.parametrize(
    ("name", "level", "salt", "told"),
    [
        ("a", "sealed", bytes(15), "a salt of 15 bytes"),
        ("a", "public", SALT, "'public' is not a level"),
        ("a", "", SALT, "'' is not a level"),
        ("", "sealed", SALT, "needs a name"),
    ],
)
def test_a_value_is_withheld_properly_or_not_at_all(name: str, level: str, salt: bytes, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        conceal(name, 1, level, salt)


GOOD = conceal("a", 1, "team", SALT).text
MALFORMED = {
    "padding": encoded('["AAECAwQFBgcICQoLDA0ODw","a",12]') + "=",
    "slack bits": conceal("a", 12, "team", SALT).text[:-1] + "1",
    "standard alphabet": encoded('["AAECAwQFBgcICQoLDA0ODw","a","???~~~"]')
    .replace("-", "+")
    .replace("_", "/"),
    "line break": f"{GOOD[:8]}\n{GOOD[8:]}",
    "not ASCII": f"{GOOD[:-1]}ß",
    "not JSON": encoded('["AAECAwQFBgcICQoLDA0ODw","a",'),
    "an object": encoded('{"salt":"AAECAwQFBgcICQoLDA0ODw"}'),
    "two": encoded('["AAECAwQFBgcICQoLDA0ODw","a"]'),
    "four": encoded('["AAECAwQFBgcICQoLDA0ODw","a",1,2]'),
    "short salt": encoded('["AAECAwQFBgcICQoLDA0O","a",1]'),
    "long salt": encoded('["AAECAwQFBgcICQoLDA0ODxAR","a",1]'),
    "salt with slack bits": encoded('["AAECAwQFBgcICQoLDA0ODx","a",1]'),
    "salt as number": encoded('[1,"a",1]'),
    "name as number": encoded('["AAECAwQFBgcICQoLDA0ODw",1,1]'),
    "empty name": encoded('["AAECAwQFBgcICQoLDA0ODw","",1]'),
    "nothing": "",
}


@pytest.mark.parametrize("text", MALFORMED.values(), ids=MALFORMED.keys())
def test_a_malformed_disclosure_is_refused(text: str) -> None:
    with pytest.raises(DisclosureError):
        open_(text)


def test_a_digest_is_of_ascii_only() -> None:
    with pytest.raises(DisclosureError, match="ASCII"):
        digest_of("ß")
