"""Signs that look alike: a Cyrillic С and a Latin C are one shape on a chip; a worn 8 and a B are not, but
are taken for one another.

The first are folded to the Latin sign (table ``look_alikes``), the second only make two texts candidates
for each other (table ``confusable_classes``). To add one: a line in the table with its source and ``since``
one higher than the last version, and a line in ``tests/text/test_look_alikes.py``;
``docs/how-to-add-a-look-alike.md`` says more.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from sherd.data import rows

ILLEGIBLE = "?"
"""What stands in a folded text for a character that could not be read."""


def shape(sign: str) -> str:
    """The Latin shape of one code point, in upper case: usually one character, none for an accent.

    Spaces become one blank, dashes of all kinds ``-``, signs that say "not legible" ``?``. A letter that
    looks like no Latin one stays as it is, in upper case.

    >>> [shape(sign) for sign in "сЗＡ—□л"]
    ['C', '3', 'A', '-', '?', 'Л']
    """
    return _shapes()[ord(sign)] or ""


def shaped(text: str) -> str:
    """Every code point of a text replaced by its shape; separators stay."""
    return text.translate(_shapes())


def lettered(text: str) -> str:
    """The letters, digits and illegible characters of a text by their shapes; all else is dropped."""
    return text.translate(_letters())


def near(text: str) -> str | None:
    """The shaped text with each sign that is *near* a Latin one replaced too; ``None`` when it has no such
    sign.

    >>> near("К155ЛА3")
    'K155JIA3'
    """
    plain = shaped(text)
    other = "".join(_near().get(sign, sign) for sign in plain)
    return None if other == plain else other


def alike(a: str, b: str) -> bool:
    """Whether two folded characters are the same or of one confusable class.

    >>> alike("8", "B"), alike("0", "Q"), alike("1", "4")
    (True, True, False)
    """
    return a == b or any(a in members and b in members for members in classes())


def blurred(folded: str) -> str:
    """A folded text with every character replaced by the first of its confusable class: for candidates only.

    >>> blurred("8Z5O"), blurred("B2S0")
    ('8250', '8250')
    """
    return folded.translate(_first_of_class())


@cache
def classes() -> tuple[str, ...]:
    """The confusable classes, each as a string of its members."""
    return tuple(row["members"] for row in rows("confusable_classes"))


@cache
def version() -> str:
    """The versions of the three tables behind a folded text: look-alikes, confusable classes, romanisation.

    Whoever keeps folded texts keeps this beside them: with another version they must be folded anew.
    """
    tables = ("look_alikes", "confusable_classes", "romanisation")
    return ".".join(str(max(int(row["since"]) for row in rows(table))) for table in tables)


class _Shapes(dict[int, str | None]):
    """A table for ``str.translate`` that finds each shape once."""

    def __init__(self, letters_only: bool) -> None:
        self._letters_only = letters_only

    def __missing__(self, point: int) -> str | None:
        found = _shape(chr(point))
        if self._letters_only:
            found = "".join(sign for sign in found if sign.isalnum() or sign == ILLEGIBLE)
        self[point] = found or None
        return self[point]


@cache
def _shapes() -> _Shapes:
    return _Shapes(letters_only=False)


@cache
def _letters() -> _Shapes:
    return _Shapes(letters_only=True)


def _shape(sign: str) -> str:
    if sign in _ILLEGIBLE_SIGNS:
        return ILLEGIBLE
    kind = unicodedata.category(sign)
    if kind in {"Pd", "Cc", "Zs", "Zl", "Zp"} or sign in _DASHES:
        return "-" if kind == "Pd" or sign in _DASHES else " "
    if kind in {"Cf", "Mn", "Me"}:
        return ""
    plain = unicodedata.normalize("NFKC", sign).upper()
    found = "".join(_same().get(each) or _without_accent(each) for each in plain)
    return found if found == sign else "".join(_shape(each) for each in found)


def _without_accent(sign: str) -> str:
    bare = "".join(each for each in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(each))
    return "".join(_same().get(each, each) for each in bare)


@cache
def _first_of_class() -> dict[int, str]:
    return {ord(sign): members[0] for members in classes() for sign in members}


@cache
def _same() -> dict[str, str]:
    return {row["sign"]: row["latin"] for row in rows("look_alikes") if row["kind"] == "same"}


@cache
def _near() -> dict[str, str]:
    return {row["sign"]: row["latin"] for row in rows("look_alikes") if row["kind"] == "near"}


_ILLEGIBLE_SIGNS = frozenset("?\uff1f\ufffd\u25a1\u25a0\u2588\u2592\u2591\u25af\u2370")
_DASHES = frozenset("\u2212\u30fc\u2500\u2043\u02d7")
