"""The author and the day of publication are known where the first lines state them, and nowhere else."""

from datetime import date

import pytest

from sherd.model.articles import Article
from sherd.readers.opening import with_opening


def opened(*lines: str) -> Article:
    return with_opening(Article(name="a.txt", sha256="", text="\n\n".join(lines)))


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By Anna-Maria O’Neil and Jan van Dam in Kyiv", "Anna-Maria O’Neil and Jan van Dam"),
        ("BY JANE DOE", "JANE DOE"),
        ("By Jane Doe, defence correspondent", "Jane Doe"),
        ("By Ганна Шевченко", "Ганна Шевченко"),
        ("By Wednesday the drones had arrived.", None),
        ("By the end of the year Russia will produce more", None),
        ("by all accounts", None),
        ("By drone", None),
    ],
)
def test_a_byline_names_the_author(line: str, author: str | None) -> None:
    assert opened("Iran denies sale of drones", line, "Iran denied it on Monday.").author == author


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("14 March 2024", date(2024, 3, 14)),
        ("Published: 14 March 2024", date(2024, 3, 14)),
        ("Published on Thursday, March 14, 2024 at 09:30 GMT", date(2024, 3, 14)),
        ("2024-03-14", date(2024, 3, 14)),
        ("KYIV, 14 March 2024 — Ukraine said on Thursday that it had found chips.", date(2024, 3, 14)),
        ("TEHRAN, March 14, 2024 (Northwind) - Iran said that it sold none.", date(2024, 3, 14)),
        ("March 2024", None),
        ("KYIV, March 14 — Ukraine said on Thursday that it had found chips.", None),
        ("On 14 March 2024 Iran denied that it sold drones.", None),
        ("Sanctions of 14 March 2024", None),
        ("14 March 2024 – 16 March 2024", None),
        ("31 June 2024", None),
    ],
)
def test_a_line_of_date_or_a_dateline_gives_the_day_of_publication(line: str, day: date | None) -> None:
    assert opened("Iran denies sale of drones", line, "Iran denied it on Monday.").published == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("КИЇВ, 12 березня 2024 року — Кенія заперечила продаж.", date(2024, 3, 12)),
        ("Київ, 12 березня 2024 року (Північ) — Кенія заперечила продаж.", date(2024, 3, 12)),
        ("КИЇВ, 12 БЕРЕЗНЯ 2024 р. – Кенія заперечила продаж.", date(2024, 3, 12)),
        ("12 березня 2024 року", date(2024, 3, 12)),
        ("Опубліковано: 12 березня 2024, 14:30", date(2024, 3, 12)),
        ("вівторок, 12 березня 2024 року", date(2024, 3, 12)),
        ("МОСКВА, 2 ноября 2022 г. — Кения опровергла продажу.", date(2022, 11, 2)),
        ("Москва, 2 ноября 2022 года - Кения опровергла продажу.", date(2022, 11, 2)),
        ("Дата публикации: 2 ноября 2022", date(2022, 11, 2)),
        ("تهران، ۱۲ مارس ۲۰۲۴ — کنیا فروش را رد کرد.", date(2024, 3, 12)),
        ("تهران، ۱۲ مارس ۲۰۲۴", date(2024, 3, 12)),
        ("تهران، ۲۵ مرداد ۱۴۰۲ – کنیا فروش را رد کرد.", date(2023, 8, 16)),
        ("تاریخ انتشار: چهارشنبه ۲۵ مرداد ۱۴۰۲", date(2023, 8, 16)),
        ("КИЇВ, 12 березня — Кенія заперечила продаж.", None),
        ("12 березня 2024 року Кенія заперечила продаж.", None),
        ("Санкції від 12 березня 2024 року", None),
        ("12 березня 2024 – 16 березня 2024", None),
        ("31 червня 2024 року", None),
        ("مارس ۲۰۲۴", None),
        ("۳۱ مهر ۱۴۰۲", None),
    ],
)
def test_the_day_is_read_in_every_language_whose_dates_are(line: str, day: date | None) -> None:
    assert opened("Заголовок", line, "Дощ.").published == day


@pytest.mark.parametrize(
    ("author", "told"),
    [
        ("Web Desk", "author: the byline; the document's own metadata names Web Desk"),
        ("jane doe", "author: the byline"),
        (None, "author: the byline"),
    ],
)
def test_the_byline_that_a_reader_sees_goes_before_metadata(author: str | None, told: str) -> None:
    before = ("title: the page's own metadata", *(["author: the page's own metadata"] if author else []))
    known = Article(name="a", sha256="", text="By Jane Doe\n\nBy John Roe", author=author, stated=before)
    read = with_opening(known)
    assert (read.author, read.stated) == ("Jane Doe", ("title: the page's own metadata", told))


def test_the_day_that_the_page_states_of_itself_goes_before_its_first_lines() -> None:
    known = Article(name="a", sha256="", text="Denial\n\n1 May 2020", published=date(2020, 5, 2))
    assert with_opening(known) == known


def test_each_field_says_where_it_was_read() -> None:
    told = opened("Iran denies sale of drones", "By Jane Doe", "KYIV, 14 March 2024 — Iran said no.").stated
    assert told == ("author: the byline", "published: the dateline")


def test_a_byline_or_date_far_down_the_text_states_nothing() -> None:
    told = opened(*["A line of the article."] * 9, "By Jane Doe", "14 March 2024")
    assert (told.author, told.published) == (None, None)
