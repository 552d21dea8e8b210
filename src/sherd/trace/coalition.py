"""Whether a country took part in the coalition's export controls, and which country a cell means.

The table is dated and second-hand; a state that joined later is told as outside, with its name, so that a
person sees it.
"""

from __future__ import annotations

from functools import cache, lru_cache

from sherd.data import rows


def takes_part(code: str) -> bool:
    """Whether a country (ISO 3166, two letters) is of the coalition.

    >>> takes_part("JP"), takes_part("AE")
    (True, False)
    """
    return code in _coalition()


@lru_cache(maxsize=10_000)
def country(cell: str) -> str:
    """The country of a cell as its two letters of ISO 3166; empty where the cell names none that is known.

    >>> country("tr"), country("Россия"), country("Republic of Nowhere")
    ('TR', 'RU', '')
    """
    text = cell.strip()
    if len(text) == 2 and text.isascii() and text.isalpha():
        return text.upper()
    return _names().get(text.casefold(), "")


@cache
def _coalition() -> frozenset[str]:
    return frozenset(row["code"] for row in rows("coalition"))


@cache
def _names() -> dict[str, str]:
    """The code of each name of a state, in any script that the table has."""
    found: dict[str, str] = {}
    for row in rows("states"):
        names = ";".join((row["name"], row["aliases"], row["official"], row["other"])).split(";")
        for name in names:
            if row["code"] and name.strip():
                found.setdefault(name.strip().casefold(), row["code"])
    return found
