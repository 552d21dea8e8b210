"""Dates as a letter says them, in the language of its reader: a month is a month, and no day is invented.

A date is handed over in the notations of the case folder (``2022-10``, ``2022-W15``, ``2022-10/``); ``A|B``
is what lasted from one date to another, an empty side is open. To add a language: a line in ``DATES``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import frozen

from sherd.model.dates import Interval

PRECISIONS = ("day", "month", "year", "quarter", "week")


@frozen(kw_only=True)
class DateWords:
    """How one language says dates. ``months`` are as they stand alone, ``of_month`` as they follow a day.

    ``plain``, ``since`` and ``until`` have one pattern for each precision, with ``d``, ``m`` (number),
    ``month``, ``of_month``, ``y`` and ``n`` (quarter or week).
    """

    months: tuple[str, ...]
    of_month: tuple[str, ...] = ()
    plain: tuple[str, ...]
    since: tuple[str, ...]
    until: tuple[str, ...]
    later: str
    earlier: str
    between: str
    joined: str = "{since} {until}"
    first_of_month: str = "1"

    def said(self, pattern: str, notation: str) -> str:
        """One notation by one pattern."""
        found = _NOTATION.fullmatch(notation)
        if found is None:  # said as it was recorded: no notation of a single date
            return notation
        year, month, day = found["y"], int(found["m"] or 1), found["d"]
        return pattern.format(
            y=year.lstrip("0"),
            m=month,
            d=self.first_of_month if day == "01" else int(day or 1),
            n=int(found["q"] or found["w"] or 0),
            month=self.months[month - 1],
            of_month=(self.of_month or self.months)[month - 1],
        )


def in_words(text: str, language: str) -> str:
    """A date, or ``A|B``, as the language says it.

    >>> in_words("2022-02-24|", "ru"), in_words("2022-10", "fr"), in_words("2022-10/", "en")
    ('с 24 февраля 2022\xa0г.', 'octobre 2022', 'October 2022 or later')
    >>> in_words("2020|2022-12-31", "zh")
    '自2020年起至2022年12月31日止'
    """
    say = DATES[language]
    first, bar, last = text.partition("|")
    if not bar or first == last:
        return _one(first, say)
    since, until = _edge(first, say, say.since), _edge(last, say, say.until)
    return say.joined.format(since=since, until=until).strip() if since and until else since or until


def lasting(first: Interval | None, last: Interval | None) -> str:
    """Two dates as :func:`in_words` reads them: what lasted from one to the other."""
    return "|".join(notation(each) if each else "" for each in (first, last))


def notation(when: Interval) -> str:
    """The shortest notation of a date; one that spans several is ``first/last``."""
    words = when.words
    if _NOTATION.fullmatch(words):
        return words
    if words.endswith(" or later"):
        return f"{words.removesuffix(' or later')}/"
    if words.endswith(" or earlier"):
        return f"/{words.removesuffix(' or earlier')}"
    return str(when)


def _one(text: str, say: DateWords) -> str:
    first, slash, last = text.partition("/")
    if not slash:
        return say.said(_pattern(first, say.plain), first)
    if first and last:
        a, b = (say.said(_pattern(each, say.plain), each) for each in (first, last))
        since, until = _edge(first, say, say.since), _edge(last, say, say.until)
        return say.between.format(a=a, b=b, since=since, until=until)
    plain = say.said(_pattern(first or last, say.plain), first or last)
    return (say.later if first else say.earlier).format(plain)


def _edge(text: str, say: DateWords, patterns: tuple[str, ...]) -> str:
    """From or until a date; one that is not known to a single notation is set behind it in brackets."""
    if not text:
        return ""
    first, _, last = text.partition("/")
    kept = (last or first) if patterns is say.until else (first or last)
    said = say.said(_pattern(kept, patterns), kept)
    return said if "/" not in text else f"{said} ({_one(text, say)})"


def _pattern(text: str, patterns: tuple[str, ...]) -> str:
    found = _NOTATION.fullmatch(text)
    if found is None:
        return "{y}"
    names = {"d": "day", "m": "month", "q": "quarter", "w": "week"}
    precision = next((name for group, name in names.items() if found[group]), "year")
    return patterns[PRECISIONS.index(precision)]


_NOTATION = re.compile(r"(?P<y>\d{4})(?:-(?:W(?P<w>\d\d)|Q(?P<q>[1-4])|(?P<m>\d\d)(?:-(?P<d>\d\d))?))?")

DATES: Mapping[str, DateWords] = {
    "en": DateWords(
        months=("January", "February", "March", "April", "May", "June", "July", "August", "September",
                "October", "November", "December"),
        plain=("{d} {month} {y}", "{month} {y}", "{y}", "quarter {n} of {y}", "week {n} of {y}"),
        since=("from {d} {month} {y}", "from {month} {y}", "from {y}", "from quarter {n} of {y}",
               "from week {n} of {y}"),
        until=("to {d} {month} {y}", "to {month} {y}", "to {y}", "to quarter {n} of {y}",
               "to week {n} of {y}"),
        later="{} or later",
        earlier="{} or earlier",
        between="between {a} and {b}",
    ),
    "fr": DateWords(
        months=("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
                "octobre", "novembre", "décembre"),
        plain=("le {d} {month} {y}", "{month} {y}", "{y}", "trimestre {n} de {y}", "semaine {n} de {y}"),
        since=("depuis le {d} {month} {y}", "depuis {month} {y}", "depuis {y}", "depuis le trimestre {n} de {y}",
               "depuis la semaine {n} de {y}"),
        until=("jusqu’au {d} {month} {y}", "jusqu’en {month} {y}", "jusqu’en {y}",
               "jusqu’au trimestre {n} de {y}", "jusqu’à la semaine {n} de {y}"),
        later="{} ou plus tard",
        earlier="{} ou plus tôt",
        between="entre {a} et {b}",
        joined="{since}, {until}",
        first_of_month="1er",
    ),
    "ru": DateWords(
        months=("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь",
                "октябрь", "ноябрь", "декабрь"),
        of_month=("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
                  "октября", "ноября", "декабря"),
        plain=("{d} {of_month} {y}\u00a0г.", "{month} {y}\u00a0г.", "{y}\u00a0г.", "{n}-й квартал {y}\u00a0г.",
               "{n}-я неделя {y}\u00a0г."),
        since=("с {d} {of_month} {y}\u00a0г.", "с {of_month} {y}\u00a0г.", "с {y}\u00a0г.", "с {n}-го квартала {y}\u00a0г.",
               "с {n}-й недели {y}\u00a0г."),
        until=("по {d} {of_month} {y}\u00a0г.", "по {month} {y}\u00a0г.", "по {y}\u00a0г.", "по {n}-й квартал {y}\u00a0г.",
               "по {n}-ю неделю {y}\u00a0г."),
        later="{} или позднее",
        earlier="{} или ранее",
        between="в период {since} {until}",
    ),
    "uk": DateWords(
        months=("січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень",
                "вересень", "жовтень", "листопад", "грудень"),
        of_month=("січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня",
                  "вересня", "жовтня", "листопада", "грудня"),
        plain=("{d} {of_month} {y}\u00a0р.", "{month} {y}\u00a0р.", "{y}\u00a0р.", "{n}-й квартал {y}\u00a0р.",
               "{n}-й тиждень {y}\u00a0р."),
        since=("з {d} {of_month} {y}\u00a0р.", "з {of_month} {y}\u00a0р.", "з {y}\u00a0р.", "з {n}-го кварталу {y}\u00a0р.",
               "з {n}-го тижня {y}\u00a0р."),
        until=("по {d} {of_month} {y}\u00a0р.", "по {month} {y}\u00a0р.", "по {y}\u00a0р.", "по {n}-й квартал {y}\u00a0р.",
               "по {n}-й тиждень {y}\u00a0р."),
        later="{} або пізніше",
        earlier="{} або раніше",
        between="у період {since} {until}",
    ),
    "zh": DateWords(
        months=tuple(str(n) for n in range(1, 13)),
        plain=("{y}年{m}月{d}日", "{y}年{m}月", "{y}年", "{y}年第{n}季度", "{y}年第{n}周"),
        since=("自{y}年{m}月{d}日起", "自{y}年{m}月起", "自{y}年起", "自{y}年第{n}季度起", "自{y}年第{n}周起"),
        until=("至{y}年{m}月{d}日止", "至{y}年{m}月止", "至{y}年止", "至{y}年第{n}季度止", "至{y}年第{n}周止"),
        later="{}或之后",
        earlier="{}或之前",
        between="{a}至{b}之间",
        joined="{since}{until}",
    ),
}  # fmt: skip
"""Dates by language; years and months are those of the Gregorian calendar."""
