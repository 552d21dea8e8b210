"""The upright cut of a variable typeface, for drawing charts: the same letters, measured in half the time.

A variable typeface is its upright, regular letters, and tables that say how these change with weight and
width. Whoever never changes them needs the first alone: with those tables left out the letters are the same,
and nothing is reckoned for each letter that is measured. A font file is a list of tables (ISO/IEC 14496-22,
4.5).
"""

from __future__ import annotations

import struct
from pathlib import Path

VARYING = frozenset((b"fvar", b"gvar", b"avar", b"cvar", b"HVAR", b"VVAR", b"MVAR", b"STAT"))
"""The tables that say how letters change."""

_HEAD, _TABLE = struct.Struct(">4sHHHH"), struct.Struct(">4sIII")


def is_variable(font: bytes) -> bool:
    """Whether the letters of a font can be changed; a collection of fonts is taken as it is."""
    return font[:4] in (b"\0\1\0\0", b"true", b"OTTO") and any(tag == b"fvar" for tag, *_ in _tables(font))


def cut(font: bytes) -> bytes:
    """The font without the tables that change it. Raises ``struct.error`` for bytes that are no font."""
    kept = [table for table in _tables(font) if table[0] not in VARYING]
    power = len(kept).bit_length() - 1
    search = 16 << power
    heads, bodies = b"", b""
    start = _HEAD.size + _TABLE.size * len(kept)
    for tag, checksum, offset, length in kept:
        heads += _TABLE.pack(tag, checksum, start + len(bodies), length)
        bodies += font[offset : offset + length] + bytes(-length % 4)
    return _HEAD.pack(font[:4], len(kept), search, power, 16 * len(kept) - search) + heads + bodies


def cut_folder(folder: Path, into: Path) -> bool:
    """Put cuts of the variable fonts of a folder ``into`` another; False where it holds none."""
    fonts = {path.name: path.read_bytes() for path in sorted(folder.glob("*.ttf"))}
    if not any(map(is_variable, fonts.values())):
        return False
    for name, font in fonts.items():
        (into / name).write_bytes(cut(font) if is_variable(font) else font)
    return True


def _tables(font: bytes) -> list[tuple[bytes, int, int, int]]:
    count = _HEAD.unpack_from(font)[1]
    return [_TABLE.unpack_from(font, _HEAD.size + _TABLE.size * n) for n in range(count)]
