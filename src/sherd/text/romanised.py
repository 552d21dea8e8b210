"""Russian part names in Latin letters: К155ЛА3 is written K155LA3 in one record and K155JIA3 in another.

A part name with Cyrillic letters has several keys: one by shape, one by the shapes that some readers see,
one for each system of romanisation. Two names may be one part when they share a key.
"""

from __future__ import annotations

from functools import cache

from sherd.data import rows
from sherd.text.folding import key
from sherd.text.look_alikes import near
from sherd.text.scripts import scripts

SYSTEMS = ("icao_9303", "gost_7_79_b", "bgn_pcgn")
"""The systems of romanisation: columns of the table ``romanisation``."""


def romanised(text: str, system: str = "icao_9303") -> str:
    """A text in upper case with its Russian letters romanised; other letters stay.

    Raises ValueError for an unknown system.

    >>> romanised("КР1533ИР22"), romanised("Щ-300", "gost_7_79_b")
    ('KR1533IR22', 'SHH-300')
    """
    if system not in SYSTEMS:
        raise ValueError(f"no romanisation {system!r}, only {', '.join(SYSTEMS)}")
    return text.upper().translate(_letters(system))


def part_keys(text: str) -> frozenset[str]:
    """Every key under which a part name may be found, the one by shape among them.

    >>> sorted(part_keys("К155ЛА3"))
    ['K155JIA3', 'K155LA3', 'K155ЛA3']
    >>> sorted(part_keys("LM-317"))
    ['LM317']
    """
    found = {key(text)}
    if "Cyrillic" in scripts(text):
        found |= {key(romanised(text, system)) for system in SYSTEMS}
        found |= {key(other) for other in (near(text),) if other}
    return frozenset(found - {""})


@cache
def _letters(system: str) -> dict[int, str]:
    return {ord(row["sign"]): row[system] for row in rows("romanisation")}
