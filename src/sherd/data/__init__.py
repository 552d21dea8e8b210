"""The reference tables that come with sherd: scales, lists of words, whatever a method looks up.

Every table is a CSV file beside this one. It opens with lines that start with ``#`` and say what it is
and under which licence it comes (``# licence: …``); every row has a column ``source`` that says where it
was published. Nothing else reads these files.

To add a table: put ``name.csv`` here with those two things; ``tests/data/test_tables.py`` walks them all.
"""

import csv
from hashlib import sha256
from importlib.resources import files

LICENCE = "# licence:"


def rows(name: str) -> list[dict[str, str]]:
    """Every row of the table ``name``, in file order, by column name; an empty cell is ``""``.

    Raises ValueError where sherd ships no such table.

    >>> rows("verbal_scale")[1]["words"]
    'weak support'
    """
    return list(csv.DictReader(_body(name)))


def licence(name: str) -> str:
    """The words of the table ``name`` about its licence.

    Raises ValueError where sherd ships no such table, or the table states no licence.

    >>> licence("admiralty").split()[0]
    'CC0-1.0'
    """
    for line in _lines(name):
        if line.startswith(LICENCE):
            return line.removeprefix(LICENCE).strip()
    raise ValueError(f"the table {name!r} states no licence")


def names() -> list[str]:
    """The tables that sherd ships, sorted."""
    return sorted(
        file.name.removesuffix(".csv") for file in files(__name__).iterdir() if file.name.endswith(".csv")
    )


def digest(name: str) -> str:
    """The SHA-256 of the table ``name``, in hex: what is derived from it is stale when it changes.

    Raises ValueError where sherd ships no such table.
    """
    return sha256("\n".join(_lines(name)).encode()).hexdigest()


def _body(name: str) -> list[str]:
    return [line for line in _lines(name) if not line.startswith("#")]


def _lines(name: str) -> list[str]:
    if name not in names():
        raise ValueError(f"sherd ships no table {name!r}, only {', '.join(names())}")
    return files(__name__).joinpath(f"{name}.csv").read_text("utf-8").splitlines()
