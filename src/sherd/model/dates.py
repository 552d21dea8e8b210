"""When something happened, as far as anyone knows.

A date in an investigation is rarely a day. It is a closed interval of days ``[first, last]``; an open
end is ``None``. ``2022``, ``2022-10``, ``2022-W15``, ``2022-Q3`` and ``2022-10/2023-02`` read as
intervals and never become an invented point.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime

from attrs import field, frozen

TIME_WINDOW = 730
"""Days around an item within which a reference specimen counts, unless the user says otherwise: two years."""

NOTATIONS = "2022, 2022-10, 2022-10-17, 2022-W15, 2022-Q3 or first/last"

_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([+-]\d{2}:\d{2}|Z)")


@frozen(order=False)
class Interval:
    """Closed interval of days; ``None`` is an open end.

    ``said`` are the words of the two dates that it was made of, where they say less than its days; it counts
    for nothing when intervals are compared, and is not kept.

    >>> Interval.parse("2022-W15")
    Interval(first=datetime.date(2022, 4, 11), last=datetime.date(2022, 4, 17))
    >>> str(Interval.parse("2022-10/"))
    '2022-10-01/'
    """

    first: date | None = field(default=None)
    last: date | None = field(default=None)
    said: str = field(default="", eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"interval ends ({self.last}) before it begins ({self.first})")

    @classmethod
    def parse(cls, text: str) -> Interval:
        """Read ISO 8601 at any precision, or two of them joined by ``/``; an empty end is open.

        Raises ``ValueError`` that quotes the text when it is not a date.
        """
        first, slash, last = (part.strip() for part in text.partition("/"))
        if not slash:
            return _one(first)
        lo = None if first in {"", ".."} else _one(first).first
        hi = None if last in {"", ".."} else _one(last).last
        return cls(lo, hi)

    @classmethod
    def of(cls, first: Interval | None, last: Interval | None) -> Interval | None:
        """The interval from the start of one date to the end of another, as two columns give it."""
        lo, hi = first or last, last or first
        return cls(lo.first, hi.last, from_to(lo, hi)) if lo and hi else None

    @classmethod
    def lasting(cls, first: Interval | None, last: Interval | None) -> Interval:
        """What lasted from one date to another, as two columns give it; open where a column says nothing.

        >>> Interval.lasting(Interval.parse("2020"), None).words
        'from 2020'
        """
        return cls(first.first if first else None, last.last if last else None, from_to(first, last))

    def __str__(self) -> str:
        first = self.first.isoformat() if self.first else ""
        last = self.last.isoformat() if self.last else ""
        return f"{first}/{last}"

    @property
    def words(self) -> str:
        """The shortest notation that means the same days.

        >>> Interval.parse("2022-10").words, Interval.parse("2022-10-03").words
        ('2022-10', '2022-10-03')
        >>> Interval.parse("2022-10/").words, Interval.parse("/2022").words
        ('2022-10 or later', '2022 or earlier')
        """
        first, last = self.first, self.last
        if self.said:
            return self.said
        short = next(iter(_notations(first, last)), f"{first} to {last}")
        if first and last:
            return short
        return f"{short} or later" if first else f"{short} or earlier" if last else "unknown"

    def days_from(self, other: Interval) -> int:
        """Days between two intervals at least; 0 where they touch or an open end may reach.

        >>> Interval.parse("2022-09-13").days_from(Interval.parse("2022-09"))
        0
        >>> Interval.parse("2025-03-02").days_from(Interval.parse("2022"))
        792
        """
        earlier, later = sorted((self, other), key=lambda each: each.first or date.min)
        if earlier.last is None or later.first is None:
            return 0
        return max(0, (later.first - earlier.last).days)

    def overlaps(self, other: Interval) -> bool:
        """Whether the two have a day in common; an open end reaches for ever."""
        return not (
            (self.last and other.first and self.last < other.first)
            or (other.last and self.first and other.last < self.first)
        )


def _notations(first: date | None, last: date | None) -> list[str]:
    """The notations of one date that begin and end on these days, the shortest first; None is any day."""
    day = first or last
    if day is None:
        return []
    quarter = f"{day.year:04}-Q{(day.month + 2) // 3}"
    shorts = (f"{day.year:04}", f"{day.year:04}-{day.month:02}", quarter, day.isoformat())
    return [
        short for short in shorts if first in {None, (one := _one(short)).first} and last in {None, one.last}
    ]


def is_reversed(first: Interval | None, last: Interval | None) -> bool:
    """Whether the first of two dates surely begins after the second ends, so that they make no interval.

    >>> is_reversed(Interval.parse("2023-08"), Interval.parse("2023-07"))
    True
    """
    if first is None or last is None or first.first is None or last.last is None:
        return False
    return first.first > last.last


def from_to(first: Interval | None, last: Interval | None) -> str:
    """Two dates in the words of each: no end becomes a day that nobody wrote.

    >>> from_to(Interval.parse("2020"), Interval.parse("2023-03-31")), from_to(None, Interval.parse("2023"))
    ('2020 to 2023-03-31', 'until 2023')
    """
    one, other = (each and (f"({each.words})" if " " in each.words else each.words) for each in (first, last))
    if not one or not other:
        return f"from {one}" if one else f"until {other}" if other else "unknown"
    return first.words if first and first == last else f"{one} to {other}"


def _one(text: str) -> Interval:
    try:
        return _days(text)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{text!r} is not a date ({error}): write {NOTATIONS}") from None


def _days(text: str) -> Interval:
    if _DAY.fullmatch(text):
        day = date.fromisoformat(text)
        return Interval(day, day)
    if _INSTANT.fullmatch(text):
        day = datetime.fromisoformat(text.replace("Z", "+00:00")).date()
        return Interval(day, day)
    if match := _YEAR.fullmatch(text):
        year = int(match[1])
        return Interval(date(year, 1, 1), date(year, 12, 31))
    if match := _MONTH.fullmatch(text):
        return _months(int(match[1]), int(match[2]), 1)
    if match := _QUARTER.fullmatch(text):
        return _months(int(match[1]), 3 * int(match[2]) - 2, 3)
    if match := _WEEK.fullmatch(text):
        year, week = int(match[1]), int(match[2])
        return Interval(date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7))
    raise ValueError("no notation fits")


def _months(year: int, month: int, count: int) -> Interval:
    last = month + count - 1
    return Interval(date(year, month, 1), date(year, last, monthrange(year, last)[1]))


def read_instant(text: str) -> str:
    """Check a moment as it is recorded: an instant with its UTC offset, or any interval notation.

    Returns the text, stripped. Raises ``ValueError`` for an instant without an offset.

    >>> read_instant("2023-08-10T09:30:00+03:00")
    '2023-08-10T09:30:00+03:00'
    """
    text = text.strip()
    if "T" in text and not _INSTANT.fullmatch(text):
        raise ValueError(f"{text!r} is not an instant with its UTC offset, as 2023-08-10T09:30:00+03:00")
    if _INSTANT.fullmatch(text):
        datetime.fromisoformat(text.replace("Z", "+00:00"))
    else:
        Interval.parse(text)
    return text
