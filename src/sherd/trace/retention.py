"""How long records of a part's sale may still be there: a reason to ask soon, and no more.

The law's years count from an export, which came after the making. So a part whose years are over since it
was made may still have a record; one within its years has one that must be kept. Of the days within which it
can have been made, the first is what counts: a record is promised for no longer.
"""

from __future__ import annotations

from datetime import date, timedelta

from sherd.data import rows
from sherd.model.dates import Interval
from sherd.model.requests import Retention

YEAR = timedelta(days=365)


def retention(made: Interval | None, today: date) -> tuple[Retention, ...]:
    """For each law in the table, until when records of a part made within ``made`` must be kept at least.

    Empty where nothing says between which days the part was made.

    >>> from sherd.model.dates import Interval
    >>> [each.risk for each in retention(Interval.parse("2015"), date(2026, 11, 26))]
    ['may_be_gone', 'may_be_gone']
    """
    if made is None or made.first is None or made.last is None:
        return ()
    return tuple(_one(row, made.first, today) for row in rows("retention"))


def _one(row: dict[str, str], made: date, today: date) -> Retention:
    years = int(row["years"])
    until = date(made.year + years, made.month, min(made.day, 28))
    gone, soon = until < today, until < today + YEAR
    how = "may be gone since" if gone else "must be kept at least until"
    return Retention(
        jurisdiction=row["jurisdiction"],
        until=until,
        risk="may_be_gone" if gone else "within_a_year" if soon else "kept",
        words=f"{row['jurisdiction']}: {row['what']} {how} {until} if it was exported when made "
        f"({years} years from {row['counted_from']}; {row['source']})",
    )
