"""What a convention of date codes is made of: where the code stands, and how its characters become days.

A rule finds its code by a pattern over the whole marking in one line (line breaks become single spaces), so
that the characters around the code are part of the evidence. The named groups of the pattern say what each
character means; the function beside it turns them into days.

``Y`` year: one digit returns every ten years, two digits every hundred. ``WW`` week: weeks are those of
ISO 8601; a week 53 in a year of 52 weeks is the rest of the year, as of a maker who counts from 1 January.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from attrs import frozen

from sherd.model.dates import Interval

Match = re.Match[str]


@frozen
class Stamp:
    """What a code says: in which years it can stand, and which days of a year so chosen.

    The code returns every ``period`` years from ``base`` on, in both directions; 0 is a year written whole.
    """

    base: int
    period: int
    days: Callable[[int], Interval]

    @classmethod
    def ending(cls, figures: str, days: Callable[[int], Interval]) -> Stamp:
        """A year by its last one or two digits, or whole by four."""
        text = digits(figures)
        return cls(int(text), 0 if len(text) == 4 else 10 ** len(text), days)

    def years(self, first: int, last: int) -> Iterator[int]:
        """The years from ``first`` to ``last`` in which the code can stand."""
        if self.period:
            yield from range(first + (self.base - first) % self.period, last + 1, self.period)
        elif first <= self.base <= last:
            yield self.base


Reader = Callable[[Match], Iterator[Stamp]]


@frozen(kw_only=True)
class Rule:
    """One convention: who prints it, where it stands, how it is read, and where that is published.

    ``since`` is the first year in which the source shows the convention, or a part of it: it is not carried
    further back. ``maker`` is ``None`` for a convention of many houses. With ``alone`` the pattern itself
    shows the maker (it holds the part number or brand); otherwise the maker must be known. ``prior`` is the
    share of belief before bounds, among rules that read the same marking; a ``common`` convention speaks
    where none of the part's own does, a ``fallback`` where no other gives a date.
    """

    name: str
    maker: str | None
    pattern: re.Pattern[str]
    read: Reader
    words: str
    source: str
    alone: bool = True
    prior: float = 1.0
    since: int = 1970
    common: bool = False
    fallback: bool = False


def pattern(body: str) -> re.Pattern[str]:
    """A pattern that stands free: no letter, digit, point or hyphen touches it; a space is any white space.

    ``YY``, ``WW`` and ``Y`` in angle brackets stand for the groups of a year and a week.

    >>> pattern("<YY><WW>").search("MAX232 2215 C")["w"]
    '15'
    """
    body = body.replace(" ?", r"\s*").replace(" ", r"\s+")
    for name, group in _GROUPS.items():
        body = body.replace(name, group)
    return re.compile(rf"{_FREE}(?:{body})(?![\w.-])")


def any_of(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """One pattern that is found in a text where at least one of these is; none of its groups has a name.

    It is sought in the time of one of them, since all begin where a word does.

    >>> bool(any_of([pattern("<YY><WW>"), pattern("LOT <Y>")]).search("MAX232 LOT 7"))
    True
    """
    bodies = [re.sub(r"\(\?P<\w+>", "(?:", each.pattern) for each in patterns]
    if not all(body.startswith(_FREE) for body in bodies):
        raise ValueError("only patterns that stand free can be sought together")
    return re.compile(f"{_FREE}(?:{'|'.join(body.removeprefix(_FREE) for body in bodies)})")


@lru_cache(maxsize=4096)
def week(year: int, number: int) -> Interval:
    """The seven days of a week; week 53 of a year that has 52 is what is left of that year.

    >>> str(week(2022, 15)), str(week(1999, 53))
    ('2022-04-11/2022-04-17', '1999-12-25/1999-12-31')
    """
    try:
        return Interval(date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7))
    except ValueError:  # week 53 in a 52-week year
        return Interval(date(year, 12, 25), date(year, 12, 31))


@lru_cache(maxsize=4096)
def month(year: int, number: int) -> Interval:
    """The days of a month."""
    return Interval(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


@lru_cache(maxsize=4096)
def year_alone(year: int) -> Interval:
    """The days of a year."""
    return Interval(date(year, 1, 1), date(year, 12, 31))


def year_week(match: Match) -> Iterator[Stamp]:
    """Groups ``y`` (one or two digits) and ``w`` (two digits, 01 to 53)."""
    number = int(digits(match["w"]))
    if 1 <= number <= 53:
        yield Stamp.ending(match["y"], lambda year: week(year, number))


def year_month(letters: str) -> Reader:
    """Groups ``y`` and ``m``, a month by its place in ``letters``, or by two digits."""

    def read(match: Match) -> Iterator[Stamp]:
        found = match["m"]
        number = int(found) if len(found) == 2 else letters.find(found) + 1
        if 1 <= number <= 12:
            yield Stamp.ending(match["y"], lambda year: month(year, number))

    return read


def year_only(match: Match) -> Iterator[Stamp]:
    """Group ``y`` alone: what else the code says is not published."""
    yield Stamp.ending(match["y"], year_alone)


def year_month_day(match: Match) -> Iterator[Stamp]:
    """Groups ``y``, ``m`` and ``d`` in digits: one day."""
    number, day = int(match["m"]), int(match["d"])
    if 1 <= number <= 12 and 1 <= day <= 31:
        yield Stamp.ending(match["y"], lambda year: _one_day(year, number, day))


def year_day(match: Match) -> Iterator[Stamp]:
    """Groups ``y`` and ``d``, the day counted from 1 January as 001."""
    count = int(match["d"])
    if 1 <= count <= 366:
        yield Stamp.ending(match["y"], lambda year: _day_of(year, count))


def digits(text: str) -> str:
    """Digits as they are meant: the letter O stands for zero where only a digit can stand.

    >>> digits("O4")
    '04'
    """
    return text.upper().replace("O", "0")


@lru_cache(maxsize=4096)
def _one_day(year: int, number: int, day: int) -> Interval:
    only = date(year, number, day)
    return Interval(only, only)


@lru_cache(maxsize=4096)
def _day_of(year: int, count: int) -> Interval:
    only = date(year, 1, 1) + timedelta(count - 1)
    if only.year != year:
        raise ValueError(f"{year} has no day {count}")
    return Interval(only, only)


_FREE = r"(?<![\w.-])"
_GROUPS = {
    "<YY>": r"(?P<y>\d\d)",
    "<Y>": r"(?P<y>\d)",
    "<WW>": r"(?P<w>[0-4]\d|5[0-3])",
    "<MM>": r"(?P<m>0[1-9]|1[0-2])",
    "<DD>": r"(?P<d>0[1-9]|[12]\d|3[01])",
}

FIRST_BOARDS = 1988
"""The year of the oldest boards that Gekkio/gb-hardware-db shows."""

TENS_ABC = "123456789ABC"
"""Months 1 to 9, then A, B, C for October to December."""
TENS_XYZ = "123456789XYZ"
"""Months 1 to 9, then X, Y, Z."""
TENS_OND = "123456789OND"
"""Months 1 to 9, then O, N, D for the names of October to December."""
LETTERS = "ABCDEFGHJKLM"
"""Months A to M without I, which is too like 1."""
