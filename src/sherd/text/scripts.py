"""Which scripts a text is written in: one Cyrillic letter in a Latin part number is worth a line."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def scripts(text: str) -> tuple[str, ...]:
    """The scripts of the letters of a text, by their Unicode names, in order of first appearance.

    Digits and separators belong to no script.

    >>> scripts("STМ32"), scripts("1206")
    (('Latin', 'Cyrillic'), ())
    """
    found = (_script(sign) for sign in text)
    return tuple(dict.fromkeys(script for script in found if script))


@lru_cache(maxsize=4096)
def _script(sign: str) -> str | None:
    if not sign.isalpha():
        return None
    words = unicodedata.name(sign, "").split()
    named = next((word for word in words if word not in _FORMS), "UNKNOWN")
    return _NAMES.get(named, named.capitalize())


_FORMS = frozenset(("FULLWIDTH", "HALFWIDTH", "MATHEMATICAL", "MODIFIER", "CIRCLED", "PARENTHESIZED"))
_NAMES = {
    "CJK": "Han",
    "IDEOGRAPHIC": "Han",
    "BOLD": "Latin",
    "MICRO": "Greek",
    "OHM": "Greek",
    "KELVIN": "Latin",
    "ANGSTROM": "Latin",
    "FEMININE": "Latin",
    "MASCULINE": "Latin",
}
