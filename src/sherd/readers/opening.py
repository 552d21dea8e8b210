"""What the first lines of a document state of its author and its day of publication.

A line *By Jane Doe* names the author. A line that holds nothing but a whole date (*Published: 14 March
2024*), or a dateline with one (*KYIV, 14 March 2024 —*), gives the day of publication, in any language whose
dates sherd reads (*КИЇВ, 14 березня 2024 року —*; *تهران، ۲۴ اسفند ۱۴۰۲*). A date in a sentence
is a date of what is told, and one without its year is no whole date: neither says when the document came out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from sherd.claims.dates import dates
from sherd.claims.languages.days import whole_day
from sherd.model.articles import Article

LINES = 8
"""Lines with words at the top among which a document states who wrote it and when."""

_NAME = r"[^\W\d_a-z][\w'’.-]*"
_BYLINE = re.compile(
    rf"(?:By|BY):? (?P<author>{_NAME}(?: (?:{_NAME}|de|van|von|al|bin|and|AND|der|la))+)"
    r"(?:,? (?:in|IN) [^.,]{2,30}|, [^.]{2,60}| \|.*)?"
)
_LABEL = re.compile(
    r"(?:published|posted|issued|date|first published|publication date)(?: on| at)?:?\s*", re.IGNORECASE
)
_BESIDE = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tue|wed|thu|fri|sat|sun)\b\.?"
    r"|\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\b(?:gmt|utc|cet|cest|eet|eest|bst|est|edt|et)\b(?:[+-]\d+)?"
    r"|[\s,|·•@()–—-]|\bat\b",
    re.IGNORECASE,
)
"""What may stand beside a date in a line that states the day of publication."""

_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z'’. /-]{1,40}),\s(?P<when>[^()–—]{8,24}?)\s*(?:\([^)]{2,40}\)\s*)?[–—-]\s"
)


def with_opening(article: Article, above: Sequence[str] = ()) -> Article:
    """The article with the author of its byline, and the day of its first lines where none is known.

    A byline that a reader sees goes before metadata, which often names a desk or who typed the page in;
    ``above`` are lines that a page shows where its text begins, and that are no part of the text.

    >>> told = with_opening(Article(name="a", sha256="", text="Denial\\n\\nBy Jane Doe\\n\\n14 March 2024"))
    >>> told.author, str(told.published)
    ('Jane Doe', '2024-03-14')
    """
    lines = [each.strip() for each in article.text.split("\n") if each.strip()][:LINES]
    bylines = (found for line in (*lines, *above) if (found := _BYLINE.fullmatch(line)))
    if byline := next(bylines, None):
        article = _written(article, byline["author"].strip())
    for line in lines:
        if article.published is None:
            article = _dated(article, line)
    return article


def _written(article: Article, author: str) -> Article:
    """The article with the author of its byline; what else it says of its author is told beside."""
    others = tuple(each for each in article.stated if not each.startswith("author: "))
    told = "author: the byline"
    if article.author and article.author.casefold() != author.casefold():
        told += f"; the document's own metadata names {article.author}"
    return evolve(article, author=author, stated=(*others, told))


def _dated(article: Article, line: str) -> Article:
    """The article with the day that a line of date, or a dateline, states."""
    if found := _DATELINE.match(line):
        return _published(article, found["when"], "the dateline", line=False)
    dated = _published(article, _LABEL.sub("", line, count=1), "a line of date", line=True)
    return dated if dated.published or line.isascii() else _elsewhere(article, line)


_HEAD = re.compile(
    r"(?:(?P<place>[^\W\d_][\w'’ʼ.\u200c /-]{1,40}?)[,،]\s*)?(?P<when>[^()–—]{8,50}?)\s*"
    r"(?:\([^)]{2,40}\)\s*)?(?P<dash>[–—-]\s|$)"
)
"""A dateline, or a line that holds nothing but a date and perhaps a place, in any script."""

_LABELS = re.compile(
    r"\s*(?:опубліковано|оновлено|дата(?: публікації| публикации)?|опубликовано|обновлено|تاریخ(?: انتشار)?"
    r"|منتشر شده در)\s*:?\s*",
    re.IGNORECASE,
)
_WEEKDAYS = re.compile(
    r"понеділок|вівторок|середа|четвер|п['’ʼ]ятниця|субота|неділя|понедельник|вторник|среда|четверг|пятница|"
    r"суббота|воскресенье|(?:یک|دو|سه|چهار|پنج)?[\u200c ]?شنبه|جمعه|\bо\b|\bв\b|ساعت",
    re.IGNORECASE,
)


def _elsewhere(article: Article, line: str) -> Article:
    """The article with the day that a line states in Ukrainian, Russian or Persian."""
    found = _HEAD.match(_LABELS.sub("", line, count=1))
    if found is None or not re.search(r"\d{4}", found["when"]):
        return article
    persian = re.search("[\u0600-\u06ff]", line)
    for language in ("fa",) if persian else ("uk", "ru"):
        told = whole_day(found["when"], language)
        if told is None:
            continue
        day, start, end = told
        if found["dash"] and whole_day(line[found.end() :][:40], language) and len(line) < 80:
            return article  # from one day to another
        rest = found["when"][:start] + found["when"][end:]
        if _BESIDE.sub("", _WEEKDAYS.sub("", rest)).strip("،. "):
            continue
        where = "the dateline" if found["dash"] else "a line of date"
        return evolve(article, published=day, stated=(*article.stated, f"published: {where}"))
    return article


def _published(article: Article, words: str, where: str, *, line: bool) -> Article:
    told = dates(words, 0, len(words), None) if len(words) < 80 else []
    whole = [each for each in told if each.value and each.value.first == each.value.last and each.span]
    if len(whole) != 1 or whole[0].value is None or whole[0].span is None:
        return article
    span = whole[0].span
    if line and _BESIDE.sub("", words[: span.start] + words[span.end :]):
        return article
    return evolve(article, published=whole[0].value.first, stated=(*article.stated, f"published: {where}"))
