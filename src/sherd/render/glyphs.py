"""Can this character be shown as it is, or would it deceive or vanish?

A marking copied from a web page may hold signs that nobody sees and that turn a line around. They are
printed as their code points, ``⟨U+202E⟩``, so that the reader sees what the record holds. So are control
characters, lone surrogates, private-use and unassigned characters, and whatever the fonts cannot print.
The joiners of Persian and Arabic stay where they join; elsewhere they are shown.
"""

import unicodedata
from collections.abc import Set as AbstractSet
from typing import Literal, TypeAlias

Piece: TypeAlias = tuple[Literal["text", "code", "line"], str]
"""A stretch of text, one code point written out, or a line break."""

NONE: frozenset[str] = frozenset()
HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u3164\uffa0")
JOINERS = frozenset("\u200c\u200d")


def pieces(text: str, missing: AbstractSet[str] = NONE) -> tuple[Piece, ...]:
    """The text cut where a character must be written out or a line ends.

    ``missing`` are characters that no font at hand can print.

    >>> pieces("A\\u202eB\\nC")
    (('text', 'A'), ('code', '⟨U+202E⟩'), ('text', 'B'), ('line', '\\n'), ('text', 'C'))
    """
    if text.isprintable() and not (missing and not missing.isdisjoint(text)) and not _has_selector(text):
        return (("text", text),) if text else ()
    text = text.replace("\r\n", "\n").replace("\t", " ")
    found: list[Piece] = []
    start = 0
    for at, character in enumerate(text):
        if character == "\n" or character in missing or _deceives(text, at):
            if start < at:
                found.append(("text", text[start:at]))
            found.append(("line", "\n") if character == "\n" else ("code", code_point(character)))
            start = at + 1
    if start < len(text):
        found.append(("text", text[start:]))
    return tuple(found)


def printable(text: str, missing: AbstractSet[str] = NONE) -> str:
    """The text with everything that cannot be shown written out.

    >>> printable("pay\\u200bpal \\ue000")
    'pay⟨U+200B⟩pal ⟨U+E000⟩'
    """
    return "".join(part for _, part in pieces(text, missing))


def code_point(character: str) -> str:
    """How a character that cannot be shown is written.

    >>> code_point("😀")
    '⟨U+1F600⟩'
    """
    return f"⟨U+{ord(character):04X}⟩"


def _deceives(text: str, at: int) -> bool:
    character = text[at]
    if character in JOINERS:
        return not (_joins(text[at - 1 : at]) and _joins(text[at + 1 : at + 2]))
    return (
        unicodedata.category(character) in HIDDEN_CATEGORIES
        or character in INVISIBLE
        or _is_selector(character)
    )


def _joins(neighbour: str) -> bool:
    return bool(neighbour) and unicodedata.bidirectional(neighbour) in ("AL", "NSM")


def _is_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _has_selector(text: str) -> bool:
    return not text.isascii() and any(_is_selector(c) or c in INVISIBLE for c in set(text))
