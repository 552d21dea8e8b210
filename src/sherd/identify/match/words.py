"""In which words an answer says why: what was read, what differs, and for whose make the brand speaks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from sherd.model.parts import GONE

UNREADABLE = "unreadable: too few letters and digits are legible to say which part it is, or that it is none"
MAYBE = "; it may be the same part, misprinted in the catalogue or misread here: a person decides"
ALONE = "not in the catalogue: no part number comes near"


def part(mpn: str, read: int, of: int, differences: Sequence[str], makers: int) -> str:
    """Why it is this part: how many of its signs are read as they are, and how the others."""
    said = f"{read} of {of} letters and digits of {mpn} are read as they are"
    other = _short(differences)
    several = f"; sold by {makers} makers, so that the maker stays open" if makers > 1 else ""
    return f"{said}{'; ' if other else ''}{other}{several}"


def absent(nearest: str, differences: Sequence[str], stands: bool = False) -> str:
    """Why it is no part of the catalogue: where the nearest differs; and what that may come from where the
    marking may be right as it stands."""
    other = _short(differences) or "the marking has more letters or digits than it"
    return f"not in the catalogue: the nearest is {nearest}, where {other}{MAYBE if stands else ''}"


def of_makers(makers: Sequence[str], allowed: Collection[str]) -> tuple[str, ...]:
    """What the brand of a marking says of the makers of a part; nothing where it shows no brand."""
    named = [maker for maker in makers if maker in allowed]
    if named:
        return (f"the marking's brand speaks for {', '.join(dict.fromkeys(named))}",)
    if allowed:
        others = ", ".join(sorted(allowed))
        return (f"the marking's brand speaks for {others}, which the catalogue does not name",)
    return ()


def _short(differences: Sequence[str]) -> str:
    """Differences in one line; missing ones in a row as one stretch."""
    shown = []
    for gone, run in groupby(differences, key=lambda said: said.endswith(GONE)):
        each = list(run)
        joined = f"{len(each)} signs ({each[0].split()[0]}…) are not there" if gone and len(each) > 1 else ""
        shown += [joined] if joined else each
    return ", ".join(shown)
