"""Base64 that can be written one way only: a text with stray bits, padding or line breaks is refused.

In lax base64 several texts decode to the same bytes, so a flipped bit in a proof could pass unseen.
"""

from __future__ import annotations

import base64
import binascii

_TO_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = str.maketrans("-_", "+/")


def to_base64(data: bytes) -> str:
    """Standard base64 with padding (RFC 4648 section 4)."""
    return base64.b64encode(data).decode("ascii")


def from_base64(text: str) -> bytes:
    """The bytes of standard base64. Raises ``ValueError`` unless the text is the one way to write them.

    >>> from_base64("QQ==")
    b'A'
    >>> from_base64("QR==")
    Traceback (most recent call last):
    ValueError: 'QR==' is not canonical base64
    """
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise ValueError(f"{text!r} is not base64") from None
    if to_base64(data) != text:
        raise ValueError(f"{text!r} is not canonical base64")
    return data


def to_base64url(data: bytes) -> str:
    """Base64url without padding (RFC 4648 section 5, as RFC 7515 uses it)."""
    return binascii.b2a_base64(data, newline=False).translate(_TO_URL).rstrip(b"=").decode("ascii")


def from_base64url(text: str) -> bytes:
    """The bytes of unpadded base64url. Raises ``ValueError`` unless the text is the one way to write them."""
    try:
        data = base64.b64decode(text.translate(_FROM_URL) + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise ValueError(f"{text!r} is not base64url") from None
    if to_base64url(data) != text:
        raise ValueError(f"{text!r} is not canonical base64url")
    return data
