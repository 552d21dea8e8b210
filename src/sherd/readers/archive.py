"""Look into a zip of XML before anyone unpacks or parses it: how large, how dense, and with what inside."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from attrs import frozen

from sherd.errors import Refused

MOST_BYTES = 256 << 20
"""Bytes that all parts together may unpack to."""

MOST_PARTS = 10_000
DENSE = 200
"""How many times larger than packed a part above ``DENSE_FROM`` bytes may be."""

DENSE_FROM = 10 << 20
PIECE = 1 << 20
OVERLAP = 256

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]+[0-9]+):([A-Z]+[0-9]+)[\"']")


@frozen
class Part:
    """One part of a workbook: whether it holds formulas, and which ranges are merged."""

    formulas: bool
    merged: tuple[tuple[str, str], ...]


@frozen
class Contents:
    """What the parts hold, by their path in the zip, and whether other workbooks are linked."""

    parts: Mapping[str, Part]
    links: bool


def inspect(name: str, content: bytes) -> Contents:
    """Check a workbook's parts. Raises :class:`~sherd.errors.Refused` naming it, ``zipfile.BadZipFile``."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS:
            raise Refused(f"{name} has {len(parts)} parts", "Save the sheets in a new workbook")
        if sum(part.file_size for part in parts) > MOST_BYTES:
            raise Refused(
                f"{name} unpacks to more than {MOST_BYTES >> 20} MB", "Split it, or save the sheets as CSV"
            )
        for part in parts:
            times = part.file_size // max(part.compress_size, 1)
            if part.file_size > DENSE_FROM and times > DENSE:
                what = f"{name} holds {part.filename!r}, which unpacks to {times} times its size"
                raise Refused(what, "Save the sheets in a new workbook")
        links = any(part.filename.startswith("xl/externalLinks/") for part in parts)
        return Contents({part.filename: _part(name, archive, part) for part in parts}, links)


def _part(name: str, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Part:
    formulas = False
    merged: dict[tuple[str, str], None] = {}
    for piece in _pieces(archive, part):
        if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece:
            raise Refused(
                f"{name} declares a document type, which no spreadsheet program writes", "Do not open it"
            )
        formulas = formulas or _FORMULA.search(piece) is not None
        merged.update(((found[1].decode(), found[2].decode()), None) for found in _MERGED.finditer(piece))
    return Part(formulas, tuple(merged))


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part piece by piece, each beginning with the end of the last; without the NULs of UTF-16."""
    tail = b""
    with archive.open(part) as source:
        while piece := source.read(PIECE):
            piece = tail + piece.replace(b"\0", b"")
            yield piece
            tail = piece[-OVERLAP:]
