"""The HTML dossier: whole without network or script, the same words for everyone, nothing injected."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise

import attrs
import pytest

from sherd.model.document import Document, Link, Paragraph, Section
from sherd.render.html import render_html

VOID = frozenset({"meta", "link", "br", "hr", "img", "input", "col"})
Make = Callable[..., Document]


class Page(HTMLParser):
    """Every element with its attributes, the visible words, and whether the elements nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        return [attrs for tag, attrs in self.elements if tag in tags]


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_every_element_is_closed_where_it_should_be(page: Page) -> None:
    assert page.open == []


def test_nothing_is_asked_of_the_network(html: str, page: Page) -> None:
    assert page.all("script", "link", "iframe", "object", "embed", "img", "base", "form") == []
    loads = {"src", "srcset", "data", "poster", "background", "action", "formaction", "ping"}
    assert [attrs for _, attrs in page.elements if loads & attrs.keys()] == []
    assert not re.search(r"url\(\s*['\"]?(?!#)|@import", html)
    outside = [a for t, a in page.elements if t != "a" and any("://" in (v or "") for v in a.values())]
    assert all(key.startswith("xmlns") for a in outside for key, value in a.items() if "://" in (value or ""))


def test_no_attribute_runs_anything(page: Page) -> None:
    assert [key for _, attrs in page.elements for key in attrs if key.startswith("on")] == []
    assert [a["href"] for a in page.all("a") if not re.match(r"https?://|mailto:|#", a["href"] or "")] == []


def test_the_page_forbids_scripts_and_requests_itself(page: Page) -> None:
    (policy,) = [a["content"] for a in page.all("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")


def test_what_a_cell_says_is_printed_as_it_stands(page: Page, attacks: tuple[str, ...]) -> None:
    said = "".join(page.words)
    for attack in attacks:
        assert attack in said


def test_an_address_that_is_no_web_address_becomes_no_link(of: Make) -> None:
    bad = ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://a\u202eb.example/"]
    page = Page(render_html(of(Section("a", "A", [Paragraph([Link(url, "go")]) for url in bad]))).decode())
    assert [a["href"] for a in page.all("a") if a.get("rel")] == []
    assert "javascript:alert(1)" in "".join(page.words)


def test_ids_are_unique_and_every_inner_link_arrives(page: Page) -> None:
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(set(ids)) == len(ids)
    assert {a["href"] for a in page.all("a") if (a["href"] or "").startswith("#")} <= {f"#{i}" for i in ids}


def test_headings_never_skip_a_level(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_landmarks_language_and_contents_are_there(page: Page) -> None:
    assert page.all("html")[0]["lang"] == "en"
    assert len(page.all("main")) == len(page.all("nav")) == len(page.all("header")) == 1
    linked = {a["href"] for a in page.all("a")}
    assert {"#answer", "#items", "#item-1", "#charts"} <= linked


def test_a_chart_is_one_picture_with_a_name_and_its_numbers_beside_it(html: str, page: Page) -> None:
    (drawn,) = page.all("svg")
    assert drawn["role"] == "img"
    assert f'<title id="{drawn["aria-labelledby"]}">Bar chart of three systems: 1, 2 and 3.</title>' in html
    (_, after) = html.split("</svg>")
    assert after.index("<details>") < after.index("Figure 1 in numbers") < after.index("</details>")


def test_persian_runs_its_own_way_and_names_its_language(html: str) -> None:
    assert '<bdi lang="fa" dir="rtl">می‌خواهم</bdi>' in html
    assert '<blockquote dir="rtl"><p><bdi lang="fa" dir="rtl">این پهپادها' in html


def test_what_cannot_be_shown_is_written_out(html: str) -> None:
    for point in ("E000", "0000", "202E", "202C", "D800"):
        assert f'<span class="cp">⟨U+{point}⟩</span>' in html
    assert not re.search(r"[\u202a-\u202e\u2066-\u2069\x00\ue000]", html)


def test_lines_of_a_marking_stay_lines(html: str) -> None:
    assert "<code>STM32F405<br>RGT6</code>" in html


def test_a_reference_reads_like_what_it_leads_to(page: Page) -> None:
    assert "See section 2, Figure 1, Table 1 and source one; " in "".join(page.words)


def test_the_first_cell_of_a_row_names_the_row(html: str) -> None:
    assert '<th scope="row">M1</th>' in html


def test_an_empty_table_says_so(html: str) -> None:
    assert '<td class="none" colspan="2">Nothing recorded.</td>' in html


def test_what_is_withheld_shows_its_level(page: Page) -> None:
    assert "withheld (sealed)" in "".join(page.words)


def test_a_chart_that_is_wider_than_the_window_can_be_scrolled_with_the_keyboard(page: Page) -> None:
    (around,) = [attrs for attrs in page.all("div") if attrs.get("class") == "chart"]
    assert (around["tabindex"], around["role"], around["aria-label"]) == ("0", "group", "Figure 1")


def test_only_a_document_with_contents_keeps_a_column_for_them(dossier: Document) -> None:
    def body(document: Document) -> str | None:
        shown = Page(render_html(document).decode())
        return next(at["class"] for at in shown.all("div") if (at.get("class") or "").startswith("page"))

    assert body(dossier) == "page with_contents"
    assert body(attrs.evolve(dossier, contents=False)) == "page"
