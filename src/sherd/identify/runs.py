"""When a kind of part was made at all: the first and the last year that is published for it.

A code that would date a part before its type existed is read otherwise, or asks a question. The shipped table
``part_runs`` holds what was found published; a part that is not in it has no bounds here. A copyright year in
a marking is such a bound too: the part is not older, or by no more than the year by which a notice may be
postdated without losing its force in the United States (17 U.S.C. 406).
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from attrs import frozen

from sherd import data
from sherd.model.dates import Interval

POSTDATED_YEARS = 1
"""By so much a copyright year may lie after the first publication; with more the notice counts as none."""


@frozen(kw_only=True)
class Run:
    """From when to when a kind of part was made, in words and with its source; an open end is not
    published.
    """

    days: Interval
    words: str
    source: str


def runs_of(text: str) -> tuple[Run, ...]:
    """Every bound that a marking or part number carries: published runs of its type, and copyright years.

    >>> [str(run.days) for run in runs_of("CPU AGB A © 2000 Nintendo 0218")]
    ['2000-03-21/2010-12-31', '1999-01-01/']
    """
    published = tuple(run for pattern, run in _table() if pattern.search(text))
    years = [int(year) for year in _COPYRIGHT.findall(text)]
    return published + tuple(_copyright(year) for year in ([max(years)] if years else []))


def bounds(runs: tuple[Run, ...], not_after: date, launched: date | None = None) -> Interval | None:
    """The days that all runs leave, within ``launched`` and ``not_after``; ``None`` where they leave none."""
    firsts = [run.days.first for run in runs if run.days.first] + ([launched] if launched else [])
    lasts = [run.days.last for run in runs if run.days.last] + [not_after]
    first, last = max(firsts, default=None), min(lasts)
    return None if first and first > last else Interval(first, last)


def _copyright(year: int) -> Run:
    return Run(
        days=Interval(date(year - POSTDATED_YEARS, 1, 1), None),
        words=f"the marking names {year} as the year of its copyright, which may be postdated by one year",
        source="the marking itself; Compendium of US Copyright Office Practices II (1984), 1006.04, 1010.02",
    )


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[re.Pattern[str], Run], ...]:
    return tuple((re.compile(rf"(?<![\w-])(?:{row['part']})"), _run(row)) for row in data.rows("part_runs"))


def _run(row: dict[str, str]) -> Run:
    first = Interval.parse(row["first"]).first if row["first"] else None
    last = Interval.parse(row["last"]).last if row["last"] else None
    return Run(days=Interval(first, last), words=row["words"], source=row["source"])


_COPYRIGHT = re.compile(r"(?:©|\(C\)|Ⓜ|COPYRIGHT)\s*((?:19|20)\d\d)\b")
