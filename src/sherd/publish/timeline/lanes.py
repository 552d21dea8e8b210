"""How high each lane of a chart must be, and on which line of it each thing stands.

A lane is as high as the lines of its name, the signs that would hide each other, and the notes in its margin
ask for. All measures are pixels of the chart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from unicodedata import bidirectional, category, east_asian_width

from attrs import frozen

from sherd.model.spans import direction

LINE = 12
"""The height of a line of letters, or of signs."""

LOWEST = 17
"""The height of a lane with one line of everything."""

SHARES = {
    letter: share
    for share, letters in (
        (0.3, "ijlI.,:;'!()’ іїІЇ"),
        (0.42, "frt[]-“”/г"),
        (0.54, "ckvxyszкхусєэьзтFLJ"),
        (0.95, "mwMWЖШЩЮФжшщюфмыЫ@%—…"),
    )
    for letter in letters
}
"""How wide a letter is, as a share of its size, in the typeface of the charts; rather more than less."""


@frozen
class Lane:
    """One lane: the lines of its name, and where it begins and ends."""

    name: str
    lines: tuple[str, ...]
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Halfway down the lane."""
        return (self.top + self.bottom) / 2


def reach(text: str, size: float) -> float:
    """About how many pixels wide a text is at a size of letters, rather more than less.

    >>> round(reach("Vadym Skibitskyi", 10)), round(reach("外交部", 10))
    (86, 30)
    """
    return size * sum(map(_share, text))


def _share(sign: str) -> float:
    if category(sign) in ("Mn", "Me", "Cf"):
        return 0.0
    if east_asian_width(sign) in "WF":
        return 1.0
    if bidirectional(sign) == "AL":
        return 0.5
    return SHARES.get(sign, 0.72 if sign.isupper() else 0.62)


def lines(name: str, room: float, size: float, most: int) -> tuple[str, ...]:
    """A name on ``most`` lines of ``room`` pixels; of one that is longer, the beginning and the end.

    A comma at the end of a line that runs from right to left is left out: a drawing, which sets each line by
    itself, would put it at the wrong end.

    >>> lines("permanent representatives of Iran and Russia", 130, 10, 2)
    ('permanent', '… of Iran and Russia')
    """
    words = [piece for word in name.split() for piece in _pieces(word, room, size)]
    wrapped = _wrapped(words, room, size)
    if len(wrapped) <= most:
        return tuple(map(_one_way, wrapped))
    last: list[str] = []
    for word in reversed(words):
        if reach(" ".join(["…", word, *last]), size) > room:
            break
        last.insert(0, word)
    tail = " ".join(["…", *last]) if last else shortened(wrapped[most - 1], room, size, cut=True)
    return tuple(map(_one_way, (*wrapped[: most - 1], tail)))


def _one_way(line: str) -> str:
    return line.rstrip("،؛,; ") if direction(line) == "rtl" else line


def _wrapped(words: Sequence[str], room: float, size: float) -> list[str]:
    found: list[str] = []
    for word in words:
        if found and reach(f"{found[-1]} {word}", size) <= room:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found or [""]


def _pieces(word: str, room: float, size: float) -> list[str]:
    """A word that no line holds, cut where the line ends."""
    found = [""]
    for sign in word:
        if found[-1] and reach(found[-1] + sign, size) > room:
            found.append("")
        found[-1] += sign
    return found


def shortened(text: str, room: float, size: float, *, cut: bool = False) -> str:
    """As much of a text as a line of ``room`` pixels holds; an ellipsis if it is not all, or ``cut``."""
    if not cut and reach(text, size) <= room:
        return text
    kept = text
    while kept and reach(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def tiers(places: Iterable[tuple[float, float]], most: int) -> list[int]:
    """On which line each thing stands so that none hides another: things as (begin, end), in that order.

    Beyond ``most`` lines a thing is put where the last one ends first.

    >>> tiers([(0, 10), (5, 15), (12, 22)], 4)
    [0, 1, 0]
    """
    ends: list[float] = []
    found: list[int] = []
    for begin, end in places:
        free = next((at for at, last in enumerate(ends) if last <= begin), None)
        if free is None and len(ends) < most:
            free = len(ends)
            ends.append(end)
        elif free is None:
            free = ends.index(min(ends))
        ends[free] = max(end, ends[free])
        found.append(free)
    return found


def height(name_lines: int, signs: int, notes: int, apart: float = LINE) -> float:
    """How high a lane must be that holds so many lines of each, those of signs so far ``apart``."""
    return max(LOWEST, LINE * name_lines + 4, apart * signs + 5, LINE * notes + 4)


def stacked(wanted: Sequence[tuple[str, tuple[str, ...], float]], top: float = 0.0) -> list[Lane]:
    """Lanes one below the other, from names, the lines in which they are set, and heights."""
    edges = list(accumulate((each[2] for each in wanted), initial=top))
    return [
        Lane(name, said, begin, end)
        for (name, said, _), begin, end in zip(wanted, edges, edges[1:], strict=False)
    ]
