"""The days that a vendor's date stands for, in the ways that customs records write them.

A day whose two numbers can be changed round (``03/04/2023``) is not read: nobody can say which was the month.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sherd.model.dates import Interval

WAYS = "2023-05-17, 17.05.2023, 2023/05/17, 20230517, 2023-05 or 2023"


@lru_cache(maxsize=100_000)
def month(day: str) -> str:
    """The month of a day as a vendor writes it, as ``2023-05``; empty where that cannot be told.

    >>> month("2023-05-17"), month("17.05.2023"), month("2023-05-17 00:00:00"), month("2023"), month("?")
    ('2023-05', '2023-05', '2023-05', '', '')
    """
    when = days(day)
    if when is None or when.first is None or when.last is None:
        return ""
    same = (when.first.year, when.first.month) == (when.last.year, when.last.month)
    return f"{when.first:%Y-%m}" if same else ""


@lru_cache(maxsize=100_000)
def days(day: str) -> Interval | None:
    """The days that a vendor's date stands for; None where that cannot be told.

    >>> days("17.05.2023").words, days("20230517").words, days("17/05/2023").words
    ('2023-05-17', '2023-05-17', '2023-05-17')
    >>> days("03/04/2023"), days("?")
    (None, None)
    """
    text = re.split(r"[ T]", day.strip(), maxsplit=1)[0]
    for pattern in _OTHERWISE:
        if found := pattern.fullmatch(text):
            text = "-".join(found[part].zfill(2) for part in ("year", "month", "day"))
            break
    try:
        return Interval.parse(text) if text else None
    except ValueError:
        return None


_OTHERWISE = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})",
        r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})/(?P<year>\d{4})",
        r"(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{4})",
    )
)
