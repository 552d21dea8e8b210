"""When something was said or happened, by the tables of a language: months, weekdays, *last year*.

The rules are those of :mod:`sherd.claims.dates`: nothing is narrowed beyond the words, relative words are
counted from the day of publication, and without one they stay unresolved. A month of the Iranian calendar
is turned into days of ours by its cycle of 33 years, eight of them leap years, which agrees with the
calendar of the state for the years 1178 to 1634 (K. M. Borkowski, *The Persian calendar for 3000 years*,
Earth, Moon and Planets 74, 1996).

To add words: rows in ``dates_LANGUAGE.csv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import define

from sherd.claims.dates import whole_months
from sherd.claims.languages.lines import COMMAS, Found, Line, tokens
from sherd.claims.languages.tables import lexicon
from sherd.model.dates import Interval
from sherd.model.statements import Dated

LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Years of the Iranian cycle of 33 that have 366 days."""

OPENING = (
    "weekday", "number", "month", "iranian month", "year word", "last year", "last month", "last week", "day",
    "season",
)  # fmt: skip
"""Kinds of words with which a date can begin; else it begins with figures."""

FIRST_OF_1400 = date(2021, 3, 21)


def iranian(year: int, month: int, day: int) -> date:
    """A day of the Iranian calendar in ours. Raises ``ValueError`` for a day that there is not.

    >>> iranian(1402, 5, 25), iranian(1403, 12, 30)
    (datetime.date(2023, 8, 16), datetime.date(2025, 3, 20))
    """
    longest = 31 if month <= 6 else 30 if month < 12 or year % 33 in LEAP else 29
    if not (1178 <= year <= 1634 and 1 <= month <= 12 and 1 <= day <= longest):
        raise ValueError(f"{year}-{month}-{day} is no day of the Iranian calendar")
    years = range(1400, year) if year >= 1400 else range(year, 1400)
    whole = sum(366 if each % 33 in LEAP else 365 for each in years)
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return FIRST_OF_1400 + timedelta((whole if year >= 1400 else -whole) + before + day - 1)


def days(line: Line, published: date | None) -> list[Dated]:
    """Every date of a sentence, in order, with the words that it stands in."""
    return list(_Days(line, published).run())


def whole_day(words: str, language: str) -> tuple[date, int, int] | None:
    """The only whole date, with its year, of a few words, and where it stands in them; else None.

    >>> whole_day("Київ, 12 березня 2024 року", "uk"), whole_day("۲۵ مرداد ۱۴۰۲", "fa")
    ((datetime.date(2024, 3, 12), 6, 26), (datetime.date(2023, 8, 16), 0, 13))
    """
    known = lexicon(language)
    some = tokens(words, 0, len(words), (), known.words("joins"))
    if not some:
        return None
    told = [
        (each.value.first, each.span.start, each.span.end)
        for each in days(Line(words, 0, len(words), 0, some, (), known), None)
        if each.value and each.span and each.value.first and each.value.first == each.value.last
    ]
    return told[0] if len(told) == 1 else None


@define
class _Days:
    line: Line
    published: date | None

    def run(self) -> Iterator[Dated]:
        at = 0
        while at < len(self.line.tokens):
            found = self._at(at)
            if found is None:
                at += 1
                continue
            end, value, relative = found
            start = at
            first = value.first if value is not None and self.line.at(at - 1, "since") is not None else None
            if first is not None and (self.published is None or first <= self.published):
                value = Interval(first, self.published)
            unresolved = relative and self.published is None
            yield Dated(None if unresolved else value, self.line.passage(start, end))
            at = end

    def _at(self, at: int) -> tuple[int, Interval | None, bool] | None:
        """Where a date that begins here ends, its days, and whether they hang on the day of publication."""
        if not self.line.lows[at].isdecimal() and self.line.at(at, *OPENING) is None:
            return None
        for rule in (
            self._weekday,
            self._day_of_month,
            self._month,
            self._year,
            self._relative,
            self._season,
            self._ago,
        ):
            try:
                found = rule(at)
            except (ValueError, OverflowError):  # the year 0, Bahman of 1900: no date after all
                continue
            if found is not None:
                return found
        return None

    def _number(self, at: int) -> int | None:
        if not 0 <= at < len(self.line.tokens):
            return None
        low = self.line.lows[at]
        if low.isdecimal() and len(low) <= 4:
            return int(low)
        told = self.line.at(at, "number")
        return int(told.sense.meaning) if told else None

    def _year_at(self, at: int) -> tuple[int, int] | None:
        """A year with the word *year* before or after it: the year, and where it ends."""
        start = at
        if (before := self.line.at(at, "year word")) is not None:
            at = before.end
        low = self.line.lows[at] if at < len(self.line.tokens) else ""
        if len(low) != 4 or not low.isdecimal() or not (1900 <= int(low) <= 2099 or 1300 <= int(low) <= 1499):
            return None
        after = self.line.at(at + 1, "year word")
        del start
        return int(low), after.end if after else at + 1

    def _weekday(self, at: int) -> tuple[int, Interval | None, bool] | None:
        day = self.line.at(at, "weekday")
        if day is None:
            return None
        following = day.end
        if following < len(self.line.tokens) and self.line.tokens[following].text in COMMAS | {"("}:
            following += 1
        exact = self._day_of_month(following)
        if exact is not None:
            return exact
        if self.published is None:
            return day.end, None, True
        back = (self.published.weekday() - int(day.sense.meaning)) % 7
        return day.end, _one(self.published - timedelta(back)), True

    def _day_of_month(self, at: int) -> tuple[int, Interval | None, bool] | None:
        number = self._number(at)
        month = self.line.at(at + 1, "month", "iranian month")
        if number is None or month is None or not self.line.lows[at].isdecimal():
            return None
        told = self._year_at(month.end)
        end = told[1] if told else month.end
        return end, self._exact(number, month, told[0] if told else None), told is None

    def _exact(self, number: int, month: Found, year: int | None) -> Interval | None:
        which = int(month.sense.meaning)
        try:
            if month.sense.kind == "month":
                if year is not None:
                    return _one(date(year, which, number))
                if self.published is None:
                    return None
                day = date(self.published.year, which, number)
                return _one(day if day <= self.published else day.replace(year=day.year - 1))
            if year is not None:
                return _one(iranian(year, which, number))
            if self.published is None:
                return None
            own = self.published.year - 621
            return next(
                (
                    _one(day)
                    for y in (own, own - 1, own - 2)
                    if (day := iranian(y, which, number)) <= self.published
                ),
                None,
            )
        except ValueError:  # 31 June: no date after all
            return None

    def _month(self, at: int) -> tuple[int, Interval | None, bool] | None:
        month = self.line.at(at, "month", "iranian month")
        if month is None:
            return None
        told = self._year_at(month.end)
        plain = self._is_month(month, told is not None)
        if not plain:
            return None
        end = told[1] if told else month.end
        which = int(month.sense.meaning)
        if told is None and self.published is None:
            return end, None, True
        if month.sense.kind == "month":
            year = told[0] if told else self.published.year if self.published else 0
            if told is None and self.published and which > self.published.month:
                year -= 1
            return end, whole_months(year, which), told is None
        return end, self._iranian_month(which, told[0] if told else None), told is None

    def _is_month(self, month: Found, dated: bool) -> bool:
        """A month that is also a common word or a name counts only beside *month* or a year."""
        if self.line.at(month.start, "outlet name") is None and len(self.line.lows[month.start]) > 3:
            return True
        unit = self.line.at(month.start - 1, "unit")
        return dated or unit is not None

    def _iranian_month(self, which: int, year: int | None) -> Interval | None:
        if year is None and self.published is not None:
            own = self.published.year - 621
            year = own if iranian(own, which, 1) <= self.published else own - 1
        if year is None:
            return None
        first = iranian(year, which, 1)
        following = iranian(year + which // 12, which % 12 + 1, 1)
        return Interval(first, following - timedelta(1))

    def _year(self, at: int) -> tuple[int, Interval | None, bool] | None:
        told = self._year_at(at)
        if told is None:
            return None
        year, end = told
        worded = self.line.at(at, "year word") is not None or self.line.at(end - 1, "year word") is not None
        if not worded and self.line.at(at - 1, "since", "at", "to") is None:
            return None
        if year < 1600:
            return end, Interval(iranian(year, 1, 1), iranian(year + 1, 1, 1) - timedelta(1)), False
        return end, whole_months(year, 1, 12), False

    def _relative(self, at: int) -> tuple[int, Interval | None, bool] | None:
        told = self.line.at(at, "last year", "last month", "last week", "day")
        if told is None:
            return None
        shift, published = int(told.sense.meaning), self.published
        if published is None:
            return told.end, None, True
        if told.sense.kind == "day":
            return told.end, _one(published + timedelta(shift)), True
        if told.sense.kind == "last week":
            monday = published - timedelta(published.weekday()) + timedelta(7 * shift)
            whole = Interval(monday, monday + timedelta(6))
        elif told.sense.kind == "last month":
            whole = whole_months(published.year, published.month + shift)
        elif self.line.lexicon.grammar.language == "fa":
            year = published.year - 621 - (published < iranian(published.year - 621, 1, 1)) + shift
            whole = Interval(iranian(year, 1, 1), iranian(year + 1, 1, 1) - timedelta(1))
        else:
            whole = whole_months(published.year + shift, 1, 12)
        return told.end, Interval(whole.first, published) if shift == 0 else whole, True

    def _season(self, at: int) -> tuple[int, Interval | None, bool] | None:
        season = self.line.at(at, "season")
        if season is None:
            return None
        month, told = int(season.sense.meaning), self._year_at(season.end)
        if told is not None and told[0] > 1600:
            return told[1], whole_months(told[0], month, 3), False
        if self.published is None:
            return season.end, None, True
        this = whole_months(self.published.year, month, 3)
        begun = this.first is not None and this.first <= self.published
        return season.end, this if begun else whole_months(self.published.year - 1, month, 3), True

    def _ago(self, at: int) -> tuple[int, Interval | None, bool] | None:
        number, unit = self._number(at), self.line.at(at + 1, "unit")
        ago = self.line.at(unit.end, "ago") if unit else None
        if number is None or unit is None or ago is None or self.line.at(ago.end, "from") is not None:
            return None
        if self.published is None:
            return ago.end, None, True
        published = self.published
        try:
            match unit.sense.meaning:
                case "day":
                    return ago.end, _one(published - timedelta(number)), True
                case "week":
                    monday = published - timedelta(published.weekday() + 7 * number)
                    return ago.end, Interval(monday, monday + timedelta(6)), True
                case "month":
                    return ago.end, whole_months(published.year, published.month - number), True
                case _:
                    return ago.end, whole_months(published.year - number, 1, 12), True
        except (ValueError, OverflowError):  # before the year 1
            return ago.end, None, True


def _one(day: date) -> Interval:
    return Interval(day, day)
