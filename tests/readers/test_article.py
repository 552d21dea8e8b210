"""A document is read to the text that offsets count in; only what it states of itself is taken for known."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.errors import NotFound, Refused, WrongCall
from sherd.readers.article import article_of, content_of
from sherd.readers.pdf import flowed
from sherd.readers.webpage import stated, without_site

BODY = (
    "Iran denied on Monday that it sold drones to Russia, after Kyiv put wreckage on display in a courtyard.",
    "“We have sold no drones to anybody,” said Jan Novak, a spokesman for the ministry, in the capital.",
    "Ukraine’s air force said that it had shot down forty-three of them since the middle of September.",
)
PAGE = (
    """<!doctype html><html><head><title>Denial | The Gazette</title>
<meta property="og:title" content="Iran denies sale of drones">
<meta property="og:site_name" content="The Gazette">
<meta name="author" content="A. Writer">
<meta property="article:published_time" content="2023-08-16T09:30:00+02:00">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport and weather</a></nav>
<article><h1>Iran denies sale of drones</h1>"""
    + "".join(f"<p>{line}</p>" for line in BODY)
    + """</article><footer>Subscribe to our newsletter · Cookie settings</footer></body></html>"""
).encode()


def test_a_web_page_loses_its_menus_and_keeps_its_headline_and_words() -> None:
    article = article_of("a.html", PAGE)
    assert article.text.startswith("Iran denies sale of drones\n")
    assert [line in article.text for line in BODY] == [True] * 3
    assert "Cookie settings" not in article.text
    assert "Sport and weather" not in article.text


def test_a_page_is_known_by_what_it_states_of_itself() -> None:
    article = article_of("a.html", PAGE)
    assert (article.title, article.outlet, article.author) == (
        "Iran denies sale of drones",
        "The Gazette",
        "A. Writer",
    )
    assert article.published == date(2023, 8, 16)
    assert article.language == "en"
    assert article.stated[0] == "title: the page's own metadata"


def test_what_a_page_does_not_state_stays_unknown() -> None:
    words = b"On 16 August 2023 Iran denied that it sold drones to Russia, the paper said."
    bare = b"<html><body><p>" + words + b"</p></body></html>"
    article = article_of("a.html", bare)
    assert (article.outlet, article.author, article.published) == (None, None, None)


def test_schema_org_says_who_published_and_when() -> None:
    data = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "H", '
        '"datePublished": "2024-03-12T10:00:00Z", "author": [{"name": "B. Author"}], '
        '"publisher": {"name": "The Ledger"}}]}</script>'
    )
    found = stated(data)
    assert (found.title, found.outlet, found.author, found.published) == (
        "H", "The Ledger", "B. Author", date(2024, 3, 12),
    )  # fmt: skip


@pytest.mark.parametrize(
    "page",
    [
        '<script type="application/ld+json">{broken</script>',
        '<meta name="date" content="last Tuesday, perhaps">',
        '<meta property="og:site_name" content="">',
        '<meta name="author" content="https://example.org/someone">',
    ],
)
def test_broken_metadata_states_nothing(page: str) -> None:
    found = stated(page)
    assert (found.outlet, found.author, found.published) == (None, None, None)


def test_the_text_layer_of_a_pdf_is_read_and_the_day_it_was_made_is_no_day_of_publication() -> None:
    import typst

    source = '#set document(title: "Brief", author: "C. Author")\n' + "\n\n".join(BODY).replace("#", "\\#")
    article = article_of("a.pdf", typst.compile(source.encode()))
    assert article.media_type == "application/pdf"
    assert (article.title, article.author, article.published) == ("Brief", "C. Author", None)
    assert "Iran denied on Monday that it sold drones to Russia" in article.text


def test_a_pdf_without_words_is_refused_with_what_to_do() -> None:
    import typst

    with pytest.raises(Refused, match="holds no text"):
        article_of("a.pdf", typst.compile(b"#rect(width: 2cm)"))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Iran said „no“.\r\nNext.".encode(), "Iran said „no“.\nNext."),
        ("\ufeffIran said no.".encode(), "Iran said no."),
        ("Iran said no.".encode("utf-16"), "Iran said no."),
    ],
)
def test_a_text_is_read_by_its_mark_and_its_lines_are_made_one_kind(content: bytes, text: str) -> None:
    assert article_of("a.txt", content).text == text


def test_a_text_in_another_encoding_is_refused_and_read_once_it_is_named() -> None:
    content = "Иран отрицает продажу беспилотников.".encode("cp1251")
    with pytest.raises(Refused, match="--encoding"):
        article_of("a.txt", content)
    assert article_of("a.txt", content, "cp1251").text == "Иран отрицает продажу беспилотников."


CYRILLIC = (
    "Иран опроверг сообщения о поставках беспилотников России. Об этом заявил представитель министерства "
    "в понедельник в Тегеране, и больше он ничего не сказал."
)


def page_in(declared: str) -> str:
    return (
        f'<html><head>{declared}<meta property="og:site_name" content="Газета"><title>Опровержение</title>'
        f"</head><body><article><h1>Опровержение</h1><p>{CYRILLIC}</p></article></body></html>"
    )


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        ("<meta charset=koi8-r>", "koi8-r"),
        ("<meta charset=utf-16>", "utf-16"),
        ("", "utf-8-sig"),
        ('<meta charset="windows-1251">', "utf-8"),
    ],
)
def test_a_page_and_what_it_states_are_read_in_the_encoding_that_it_declares(
    declared: str, encoding: str
) -> None:
    article = article_of("a.html", page_in(declared).encode(encoding))
    assert (article.title, article.outlet, article.language) == ("Опровержение", "Газета", "ru")
    assert CYRILLIC in article.text
    assert not article.problems


def test_a_page_that_declares_no_encoding_is_not_guessed_and_read_once_it_is_named() -> None:
    content = page_in("").encode("cp1251")
    with pytest.raises(Refused, match="--encoding"):
        article_of("a.html", content)
    assert article_of("a.html", content, "cp1251").outlet == "Газета"


def test_a_byte_that_fits_no_encoding_is_told_and_the_rest_of_the_page_stands() -> None:
    content = page_in('<meta charset="utf-8">').encode().replace(b"</p>", b" \xff.</p>")
    article = article_of("a.html", content)
    assert article.outlet == "Газета"
    assert CYRILLIC in article.text
    assert [problem.code for problem in article.problems] == ["not_decodable"]


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04", b"{\\rtf1 Iran denied it.}", b"\xd0\xcf\x11\xe0\xa1", b"\x1f\x8b\x08", b"bplist00"],
)
def test_a_file_that_only_looks_like_words_is_refused_with_what_to_do(content: bytes) -> None:
    with pytest.raises(Refused, match="a is a ") as refused:
        article_of("a", content)
    assert refused.value.do


def test_what_is_not_there_or_no_file_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        content_of(tmp_path / "none.txt")
    with pytest.raises(WrongCall, match="not a file"):
        content_of(tmp_path)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tehran rejects the claim that it armed Moscow.", "en"),
        ("Kyiv said that the Shahed was of the Geran line.", "en"),
        ("Тегеран заявив, що не постачав безпілотники.", "uk"),
        ("Тегеран заявил, что не поставлял беспилотники.", "ru"),
        ("ایران ارسال پهپاد به روسیه را تکذیب کرد.", "fa"),
        ("12 34 56", None),
        ("0x1F qqz.html zzk.tmp 12:00 /tmp/brk/pdf/img.html", None),
    ],
)
def test_the_language_of_a_short_text_is_told(text: str, language: str | None) -> None:
    assert article_of("a.txt", text.encode()).language == language


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_by_name(content: bytes) -> None:
    for name in ("a.txt", "a.html", "a.pdf"):
        assert name in outcome(name, content)


def outcome(name: str, content: bytes) -> str:
    """The name of the article that was read, or the words of the refusal."""
    try:
        article = article_of(name, content)
    except Refused as error:
        return str(error)
    return article.name if article.text.strip() else "read, and nothing in it"


@given(st.text(alphabet="ab-.\n ", max_size=60))
def test_flowing_lines_together_loses_no_letter(text: str) -> None:
    assert flowed(text).replace("-", "").split() != [""]
    assert "".join(c for c in flowed(text) if c.isalpha()) == "".join(c for c in text if c.isalpha())


@pytest.mark.parametrize(
    "byline",
    [
        "<p>By Jane Doe</p>",
        '<p class="byline">By Jane Doe</p>',
        '<span class="author">By <a rel="author" href="/jane">Jane Doe</a></span>',
        '<div class="meta"><span>By Jane Doe</span></div><time>14 March 2024</time>',
    ],
)
def test_the_byline_that_a_page_shows_goes_before_its_metadata(byline: str) -> None:
    said = "".join(
        f"<p>The ministry said on Monday that it had sold no drones, part {n} of it.</p>" for n in range(6)
    )
    page = (
        '<html><head><title>Denial</title><meta name="author" content="Web Desk"></head><body>'
        f"<article><h1>Denial of a sale</h1>{byline}{said}</article>"
        '<aside><p class="byline">By John Roe</p></aside></body></html>'
    )
    article = article_of("a.html", page.encode())
    assert article.author == "Jane Doe"
    assert "author: the byline; the document's own metadata names Web Desk" in article.stated


def test_the_byline_of_another_article_on_the_page_names_no_author() -> None:
    said = "".join(
        f"<p>The ministry said on Monday that it had sold no drones, part {n} of it.</p>" for n in range(6)
    )
    page = (
        '<html><head><meta name="author" content="Web Desk"></head><body><article><h1>Denial of a sale</h1>'
        f'{said}</article><aside><h3>More</h3><p class="byline">By John Roe</p></aside></body></html>'
    )
    assert article_of("a.html", page.encode()).author == "Web Desk"


@pytest.mark.parametrize(
    "written", ["\x1b[31mdenied\x1b[0m", "de\u200bnied", "de\u2060nied", "\u202adenied\u202c", "den\ufeffied"]
)
def test_what_no_reader_sees_takes_no_denial_apart(written: str) -> None:
    told = f"Iran {written} supplying drones to Russia, Nasser Kanaani said on Monday.\n"
    article = article_of("a.txt", told.encode())
    assert article.text == "Iran denied supplying drones to Russia, Nasser Kanaani said on Monday.\n"
    assert [each.code for each in article.problems] == ["control_character"]


def test_letters_behind_a_stray_control_character_stay() -> None:
    assert article_of("a.txt", b"Told in \x1b[Iran on Monday: no drone was sold.").text.startswith(
        "Told in [Iran"
    )


@pytest.mark.parametrize("signs", ["\u200c\u200d\u200e", "\u200b\ufeff\u2060", "\u00ad \n\u2061", "— … —\n"])
def test_a_file_without_a_letter_or_digit_holds_no_text(signs: str) -> None:
    with pytest.raises(Refused, match="holds no text"):
        article_of("a.txt", signs.encode())


@pytest.mark.parametrize(
    ("title", "outlet", "opening", "headline"),
    [
        ("Kenya admits sale | The Oru Gazette", "The Oru Gazette", "x", "Kenya admits sale"),
        ("Kenya admits sale – Oru Gazette", "The Oru Gazette", "x", "Kenya admits sale"),
        ("Kenya admits sale - Oru Online", None, "Kenya admits sale", "Kenya admits sale"),
        ("Kenya - Chad deal off :: Gazette", "Gazette", "x", "Kenya - Chad deal off"),
        ("Kenya admits sale - of pumps", "The Oru Gazette", "x", "Kenya admits sale - of pumps"),
        ("Drone-maker denies sale", "maker", "x", "Drone-maker denies sale"),
        ("The Gazette", "The Gazette", "x", "The Gazette"),
    ],
)
def test_the_name_of_a_site_is_no_part_of_a_title(
    title: str, outlet: str | None, opening: str, headline: str
) -> None:
    assert without_site(title, outlet, opening) == headline


def test_a_headline_that_the_page_shows_is_not_said_twice() -> None:
    body = "Kenya sold drones to Chad, the foreign ministry of Kenya admitted on Wednesday in Nairobi. "
    page = (
        "<html><head><title>Kenya admits sale | Oru Gazette</title>"
        '<meta property="og:site_name" content="Oru Gazette"></head><body><article>'
        f"<h1>Kenya admits sale</h1><p>{body * 4}</p><p>{body * 3}</p></article></body></html>"
    )
    article = article_of("a.html", page.encode())
    assert (article.title, article.text.count("Kenya admits sale")) == ("Kenya admits sale", 1)
