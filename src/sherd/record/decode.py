"""From bytes to text, without guessing: the byte order mark, else UTF-8, else what the user says.

A file that is valid UTF-8 is read as UTF-8 even when another encoding is named, so that a folder may hold
both. Bytes that do not fit stay in the text as lone surrogates (as PEP 383 has it), one by one, so that
the row in which they stand can be named and the other rows are read.
"""

from __future__ import annotations

import codecs

from attrs import frozen

from sherd.errors import WrongCall

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@frozen
class Decoded:
    """A text, the encoding it was read by, and how many bytes of byte order mark stood before it."""

    text: str
    encoding: str
    skipped: int
    whole: bool

    @property
    def errors(self) -> str:
        """The error handler under which ``text`` becomes the same bytes again."""
        return _handler(self.encoding)


def decode(content: bytes, encoding: str | None = None) -> Decoded:
    """Read bytes as text. Raises :class:`~sherd.errors.WrongCall` when no encoding has that name.

    >>> decode("М214".encode("cp1251"), "cp1251").text
    'М214'
    >>> decode(b"\\xff\\xfeA\\x00").text
    'A'
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _read(content, name, len(mark))
    named = known_encoding(encoding) if encoding else "utf-8"
    if content.isascii() and (_width(named) == 1 or b"\0" in content):  # wide letters bring zero bytes
        return _read(content, named, 0)
    strict = _strictly(content, "utf-8")
    return strict or _read(content, named, 0)


def known_encoding(name: str) -> str:
    """The name by which Python knows a text encoding. Raises :class:`~sherd.errors.WrongCall`."""
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError) as error:
        raise _no_encoding(name) from error
    try:
        b"a".decode(name)
    except UnicodeError:  # an encoding of two bytes a sign; it is one all the same
        return found
    except (LookupError, ValueError) as error:
        raise _no_encoding(name) from error
    return found


def _no_encoding(name: str) -> WrongCall:
    do = "Write it as in --encoding cp1251, koi8-r or utf-16-le"
    return WrongCall(f"no text encoding is called {name!r}", do)


def _read(content: bytes, encoding: str, skipped: int) -> Decoded:
    body = content[skipped:]
    strict = _strictly(body, encoding, skipped)
    if strict:
        return strict
    odd = len(body) % _width(encoding)
    tail = "".join(chr(0xDC00 + byte) for byte in body[len(body) - odd :]) if odd else ""
    try:
        text = body[: len(body) - odd].decode(encoding, _handler(encoding))
    except UnicodeError:  # an encoding whose escapes are not single high bytes
        text = body.decode("ascii", "surrogateescape")
        return Decoded(text, "ascii", skipped, whole=False)
    return Decoded(text + tail, encoding, skipped, whole=False)


def _strictly(body: bytes, encoding: str, skipped: int = 0) -> Decoded | None:
    try:
        return Decoded(body.decode(encoding), encoding, skipped, whole=True)
    except UnicodeError:
        return None


def _width(encoding: str) -> int:
    return 2 if encoding.startswith("utf-16") else 4 if encoding.startswith("utf-32") else 1


def _handler(encoding: str) -> str:
    return "surrogatepass" if _width(encoding) > 1 else "surrogateescape"
