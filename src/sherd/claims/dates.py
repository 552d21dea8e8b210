"""When something was said or happened: expressions of date in English, read to the days they can mean.

Relative words are counted from the day of publication: *on Wednesday* is the latest Wednesday on or before
it, *last week* the seven days from Monday of the week before. Nothing is narrowed beyond the words: *2022*
is a year and *February* a month. Without a day of publication, what depends on it stays unresolved.

To add an expression: a pattern and a function in ``RULES``, a line in ``tests/claims/test_dates.py``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from sherd.model.dates import Interval
from sherd.model.statements import Dated, Passage

# fmt: off
MONTHS = {name: number for number, names in enumerate(
    ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
     "september sept sep", "october oct", "november nov", "december dec"), 1) for name in names.split()}
_STEMS = tuple(sorted({name[:3] for name in MONTHS}))
WEEKDAYS = {name: number for number, name in enumerate(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])}
SEASONS = {"spring": (3, 0), "summer": (6, 0), "autumn": (9, 0), "fall": (9, 0), "winter": (12, 1)}
_ONE_TO_TWELVE = "zero one two three four five six seven eight nine ten eleven twelve"
NUMBERS = {name: number for number, name in enumerate(_ONE_TO_TWELVE.split())} | {"a": 1, "an": 1}
# fmt: on
_M = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_M2 = _M.replace("month", "month2")
_D = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_Y = r"(?P<year>(?:19|20)\d\d)"
_N = r"(?P<n>\d{1,3}|" + "|".join(NUMBERS) + r")"

_IN_YEARS = ("19", "20")
_IN_UNITS = ("week", "month", "year")
"""What a text holds, in small letters, where it can hold a year or a longer unit of time."""

_DIGIT = re.compile(r"\d")
_TOKEN = re.compile(r"\w+")

Found = re.Match[str]
Reading = Callable[[Found, date], Interval | None]
Rule = tuple[str, Reading, bool, tuple[str, ...]]


def dates(text: str, start: int, end: int, published: date | None) -> list[Dated]:
    """Every expression of date between two offsets, in order; the longest reading of overlapping ones.

    What looks like a date and is none (31 June) has no value.

    >>> [str(each.value) for each in dates("on Wednesday", 0, 12, date(2023, 8, 16))]
    ['2023-08-16/2023-08-16']
    >>> dates("on Wednesday", 0, 12, None)[0].value is None
    True
    """
    taken: list[Dated] = []
    low = text[start:end].casefold()
    named = _holds(low, _STEMS) and not MONTHS.keys().isdisjoint(_TOKEN.findall(low))
    numbered = _DIGIT.search(low) is not None
    for pattern, rule, relative, of_month, of_number, holds in _compiled():
        if (of_month and not named) or (of_number and not numbered):
            continue
        if holds and not _holds(low, holds):
            continue
        for found in pattern.finditer(text, start, end):
            first, last = found.span()
            if any(first < other.span.end and other.span.start < last for other in taken if other.span):
                continue
            span = Passage.of(text, first, last)
            if relative and published is None:
                taken.append(Dated(None, span))
                continue
            taken.append(Dated(_read(rule, found, published), span))
    return sorted(taken, key=lambda each: each.span.start if each.span else 0)


def _holds(low: str, hints: tuple[str, ...]) -> bool:
    for hint in hints:  # noqa: SIM110 -- three times as fast as any(), and asked of every sentence
        if hint in low:
            return True
    return False


def _read(rule: Reading, found: Found, published: date | None) -> Interval | None:
    try:
        return rule(found, published or date.max)
    except (ValueError, OverflowError):  # 31 June, the year 0: no date after all
        return None


def _month_number(found: Found, group: str = "month") -> int:
    return MONTHS[found[group].lower()]


def whole_months(year: int, month: int, count: int = 1) -> Interval:
    """Whole months from this one on; months beyond the year count on."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = month + count - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return Interval(date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]))


def _day(day: date) -> Interval:
    return Interval(day, day)


def _exact(found: Found, _: date) -> Interval:
    return _day(date(int(found["year"]), _month_number(found), int(found["day"])))


def _iso(found: Found, _: date) -> Interval:
    return Interval.parse(found[0])


def _latest_day(found: Found, published: date) -> Interval:
    """*August 15*: the latest on or before publication, or up to a month ahead where plans are spoken of."""
    day = date(published.year, _month_number(found), int(found["day"]))
    return _day(day if day <= published else day.replace(year=day.year - 1))


def _from_to(found: Found, published: date) -> Interval:
    year = int(found["year"]) if found["year"] else published.year
    first = date(year, _month_number(found), int(found["day"]))
    last = date(year, MONTHS[(found["month2"] or found["month"]).lower()], int(found["day2"]))
    if not found["year"] and last > published:
        first, last = first.replace(year=year - 1), last.replace(year=year - 1)
    return Interval(first, last)


def _month_year(found: Found, _: date) -> Interval:
    return _part(found, int(found["year"]), _month_number(found))


def _part(found: Found, year: int, month: int) -> Interval:
    part = (found["part"] or "").lower().rstrip("- ")
    whole = whole_months(year, month)
    assert whole.first is not None
    assert whole.last is not None
    if part == "early":
        return Interval(whole.first, whole.first.replace(day=10))
    if part in {"mid", "the middle of"}:
        return Interval(whole.first.replace(day=11), whole.first.replace(day=20))
    if part == "late":
        return Interval(whole.first.replace(day=21), whole.last)
    return whole


def _latest_month(found: Found, published: date) -> Interval:
    month = _month_number(found)
    year = published.year if month <= published.month else published.year - 1
    return _part(found, year, month)


def _year(found: Found, _: date) -> Interval:
    year, part = int(found["year"]), (found["part"] or "").lower().rstrip("- ")
    months = {"early": (1, 4), "mid": (5, 4), "the middle of": (5, 4), "late": (9, 4)}.get(part, (1, 12))
    return whole_months(year, *months)


def _half(found: Found, published: date) -> Interval:
    year = int(found["year"]) if found["year"] else published.year
    which = found["which"].lower()
    if found["unit"].lower() == "half":
        return whole_months(year, 1 if which == "first" else 7, 6)
    return whole_months(year, 3 * ["first", "second", "third", "fourth"].index(which) + 1, 3)


def _quarter(found: Found, _: date) -> Interval:
    return whole_months(int(found["year"]), 3 * int(found["q"]) - 2, 3)


def _weekday(found: Found, published: date) -> Interval:
    """The latest such day on or before publication; with *next*, the first after it."""
    day = WEEKDAYS[found["weekday"].lower()]
    if (found["which"] or "").lower() == "next":
        return _day(published + timedelta((day - published.weekday() - 1) % 7 + 1))
    return _day(published - timedelta((published.weekday() - day) % 7))


def _near(found: Found, published: date) -> Interval:
    shift = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}[found[0].lower()]
    return _day(published + timedelta(shift))


def _overnight(_: Found, published: date) -> Interval:
    return Interval(published - timedelta(1), published)


def _this_or_last(found: Found, published: date) -> Interval:
    """*this week*, *last month*, *next year*; what is under way ends on the day of publication."""
    which, unit = found["which"].lower().split()[-1], found["unit"].lower()
    shift = {"this": 0, "last": -1, "previous": -1, "next": 1}[which]
    if unit == "week":
        monday = published - timedelta(published.weekday()) + timedelta(7 * shift)
        whole = Interval(monday, monday + timedelta(6))
    elif unit == "month":
        whole = whole_months(published.year, published.month + shift)
    else:
        whole = whole_months(published.year + shift, 1, 12)
    return Interval(whole.first, published) if shift == 0 else whole


def _season(found: Found, published: date) -> Interval:
    """*this summer*, *last winter*, *the spring of 2023*; northern seasons, winter named by its December."""
    month, _wraps = SEASONS[found["season"].lower()]
    if found["year"]:
        return whole_months(int(found["year"]), month, 3)
    this = whole_months(published.year, month, 3)
    assert this.first is not None
    begun = this if this.first <= published else whole_months(published.year - 1, month, 3)
    if (found["which"] or "").lower() == "last" and begun.last is not None and begun.last >= published:
        assert begun.first is not None
        return whole_months(begun.first.year - 1, month, 3)
    return begun


def _ago(found: Found, published: date) -> Interval:
    """*two weeks ago* is that week, *three months ago* that month: the unit says how precise it is."""
    number, unit = _number(found["n"]), found["unit"].lower().rstrip("s")
    if unit == "day":
        return _day(published - timedelta(number))
    if unit == "week":
        monday = published - timedelta(published.weekday() + 7 * number)
        return Interval(monday, monday + timedelta(6))
    if unit == "month":
        months = published.year * 12 + published.month - 1 - number
        return whole_months(months // 12, months % 12 + 1)
    return whole_months(published.year - number, 1, 12)


def _within(found: Found, published: date) -> Interval:
    """*in the past two weeks*: from that day to publication."""
    number = _number(found["n"]) if found["n"] else 1
    days = {"day": 1, "week": 7, "month": 31, "year": 366}[found["unit"].lower().rstrip("s")] * number
    return Interval(published - timedelta(days), published)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


_TO = r"(?: to |–|-| and | until )"
_BEFORE_YEAR = r"(?:in|since|from|until|by|during|before|after|of|for|end|between|to|and|early|late|mid)"
_BEFORE_MONTH = r"(?:in|since|from|until|by|during|before|after|of|for|end of|between|to|and|through)"
_PART_OF = r"(?P<part>early |mid-|mid |late )"
_UNIT = r"(?P<unit>days?|weeks?|months?|years?)"
_PART = r"(?P<part>early |mid-|mid |late |the middle of )?"
_DIGITS = frozenset({"day", "q"})
"""Groups that are numbers, and without which an expression is none."""

RULES: tuple[Rule, ...] = (
    (r"\b(?:19|20)\d\d-\d\d-\d\d\b", _iso, False, _IN_YEARS),
    (rf"\b{_M} {_D}{_TO}(?:{_M2} )?(?P<day2>\d{{1,2}})(?:,? {_Y})?\b", _from_to, True, ()),
    (rf"\b{_M} {_D},? {_Y}\b", _exact, False, _IN_YEARS),
    (rf"\b{_D} (?:of )?{_M},? {_Y}\b", _exact, False, _IN_YEARS),
    (rf"\b{_PART}{_M},? (?:of )?{_Y}\b", _month_year, False, _IN_YEARS),
    (rf"\bQ(?P<q>[1-4]) {_Y}\b", _quarter, False, ("q1 ", "q2 ", "q3 ", "q4 ")),
    (rf"\bthe (?P<which>first|second|third|fourth) (?P<unit>half|quarter) of {_Y}\b", _half, False,
     ("half of ", "quarter of ")),
    (rf"\b(?:(?P<which>the) )?(?P<season>spring|summer|autumn|winter)(?: of)? {_Y}\b", _season, False,
     tuple(SEASONS)),
    (rf"\b{_M} {_D}\b(?! ?percent)", _latest_day, True, ()),
    (rf"\b{_D} (?:of )?{_M}\b", _latest_day, True, ()),
    (rf"\b{_BEFORE_YEAR}[ -]{_PART_OF}?{_Y}\b", _year, False, _IN_YEARS),
    (r"\b(?:(?P<which>last|next|this) )?(?P<weekday>" + "|".join(WEEKDAYS) + r")\b", _weekday, True,
     tuple(WEEKDAYS)),
    (r"\b(?:today|tonight|yesterday|tomorrow)\b", _near, True,
     ("today", "tonight", "yesterday", "tomorrow")),
    (r"\bovernight\b", _overnight, True, ("overnight",)),
    (r"\b(?P<which>(?:earlier |later )?this|(?:early |late )?last|next|the previous) "
     r"(?P<unit>week|month|year)\b", _this_or_last, True, _IN_UNITS),
    (r"\b(?P<which>this|last) (?P<season>spring|summer|autumn|fall|winter)(?P<year>)?\b", _season, True,
     tuple(SEASONS)),
    (rf"\b{_N} {_UNIT} (?:ago|earlier)\b", _ago, True, (" ago", " earlier")),
    (rf"\b(?:in|over|during|within) the (?:past|last) (?:{_N} )?{_UNIT}\b", _within, True,
     ("the past ", "the last ")),
    (rf"\b{_BEFORE_MONTH} {_PART}{_M}\b(?! \d)", _latest_month, True, ()),
    (rf"\b{_PART_OF}{_M}\b", _latest_month, True, ("early ", "mid", "late ")),
)  # fmt: skip
"""Pattern, reading, whether it depends on the day of publication, and what a text in small letters must hold
some of for the pattern to be looked for, where that tells; earlier rules are tried first."""


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], Reading, bool, bool, bool, tuple[str, ...]], ...]:
    """The rules ready for use; beside each, whether it names a month, and whether it needs a digit."""
    made = ((re.compile(each[0], re.IGNORECASE), *each[1:]) for each in RULES)
    return tuple(
        (
            pattern,
            read,
            relative,
            "month" in pattern.groupindex,
            bool(_DIGITS & pattern.groupindex.keys() or holds == _IN_YEARS),
            holds,
        )
        for pattern, read, relative, holds in made
    )


def open_ended(text: str, dated: Dated, published: date | None) -> Dated:
    """*since September*: from then to publication; *before 2022*, *until May*: open at the start."""
    if dated.value is None or dated.span is None:
        return dated
    before = text[max(0, dated.span.start - 7) : dated.span.start + 7].lower()
    own = dated.span.text.lower()
    if own.startswith("since ") or before[:7].endswith("since "):
        return Dated(Interval(dated.value.first, published), dated.span) if _runs(dated, published) else dated
    return dated


def _runs(dated: Dated, published: date | None) -> bool:
    return published is None or (
        dated.value is not None and dated.value.first is not None and dated.value.first <= published
    )


def all_dates(text: str, start: int, end: int, published: date | None) -> Iterator[Dated]:
    """The dates between two offsets, with *since* read as running until publication."""
    for each in dates(text, start, end, published):
        yield open_ended(text, each, published)
