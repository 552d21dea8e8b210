"""Withhold a value and still be bound to it: a salted digest in the leaf, the value beside the tree.

The way of RFC 9901 (selective disclosure): a disclosure is ``base64url([salt, name, value])`` and its digest
``base64url(sha256(disclosure))``. With 128 random bits of salt nobody can guess the value from the digest,
nor even its name; who is shown the disclosure can check it against the signed leaf. Destroying the disclosure
deletes the value for good and breaks no signature.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

import orjson
from attrs import frozen

from sherd.journal.canonical import from_base64url, to_base64url
from sherd.journal.events import LEVELS, Json, Withheld

SALT_BYTES = 16
NOUN = "noun"
"""The name under which a wholly restricted row is withheld."""


class DisclosureError(ValueError):
    """This text is not a disclosure; the message says why."""


@frozen
class Disclosure:
    """What is kept beside the tree (``text``) and what the leaf holds of it (``withheld``)."""

    text: str
    digest: str
    level: str

    @property
    def withheld(self) -> Withheld:
        """The pair that goes into the leaf."""
        return Withheld(self.level, self.digest)


def conceal(name: str, value: Json, level: str, salt: bytes) -> Disclosure:
    """Withhold ``value`` at a release level under a fresh random salt of 16 bytes.

    Raises ``ValueError`` for another length of salt, a level at which nothing is withheld, or no name.

    >>> withheld = conceal("holder", "Kyiv institute", "sealed", b"sixteen  random!")
    >>> open_(withheld.text)
    (b'sixteen  random!', 'holder', 'Kyiv institute')
    """
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt of {len(salt)} bytes; it takes {SALT_BYTES}")
    if level not in LEVELS:
        raise ValueError(f"{level!r} is not a level to withhold a value at: one of {', '.join(LEVELS)}")
    if not name:
        raise ValueError("a withheld value needs a name")
    text = to_base64url(orjson.dumps([to_base64url(salt), name, value]))
    return Disclosure(text, digest_of(text), level)


def conceal_many(fields: Iterable[tuple[str, Json, str]], salts: bytes) -> list[Disclosure]:
    """Withhold many (name, value, level) at once; ``salts`` holds 16 fresh random bytes for each.

    Raises ``ValueError`` when the salts are too few or too many.
    """
    listed = list(fields)
    if len(salts) != SALT_BYTES * len(listed):
        raise ValueError(f"{len(salts)} bytes of salt for {len(listed)} values; each takes {SALT_BYTES}")
    return [
        conceal(name, value, level, salts[at : at + SALT_BYTES])
        for at, (name, value, level) in zip(range(0, len(salts), SALT_BYTES), listed, strict=True)
    ]


def digest_of(text: str) -> str:
    """What a leaf holds of a disclosure: base64url of the SHA-256 of its ASCII text.

    The first example of RFC 9901 section 4.2.3:

    >>> digest_of("WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0")
    'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0'
    """
    try:
        return to_base64url(sha256(text.encode("ascii")).digest())
    except UnicodeEncodeError:
        raise DisclosureError("a disclosure holds ASCII only") from None


def open_(text: str) -> tuple[bytes, str, Json]:
    """Salt, name and value of a disclosure. Raises ``DisclosureError`` naming what is wrong with it."""
    try:
        read = orjson.loads(from_base64url(text))
    except ValueError as error:
        raise DisclosureError(f"a disclosure that cannot be read: {error}") from None
    if not isinstance(read, list) or len(read) != 3:
        raise DisclosureError("a disclosure that is not [salt, name, value]")
    salt, name, value = read
    if not isinstance(name, str) or not name:
        raise DisclosureError("a disclosure without a name")
    return _salt(salt), name, value


def _salt(text: Json) -> bytes:
    if not isinstance(text, str):
        raise DisclosureError("a disclosure without a salt")
    try:
        salt = from_base64url(text)
    except ValueError as error:
        raise DisclosureError(f"a disclosure whose salt cannot be read: {error}") from None
    if len(salt) != SALT_BYTES:
        raise DisclosureError(f"a disclosure with a salt of {len(salt)} bytes; it takes {SALT_BYTES}")
    return salt
