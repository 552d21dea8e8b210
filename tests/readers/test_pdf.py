"""The text layer of a PDF becomes paragraphs that a reader of the page would know again."""

import io

import pytest
import typst
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from sherd.errors import Refused
from sherd.readers.pdf import Line, flowed, read, without_running_heads

FIRST = "Iran denied on Monday that it sold drones to Russia, after Kyiv put wreckage on display."
SECOND = "“We have sold no drones to anybody,” said Jan Novak, a spokesman for the ministry, in the capital."


def made(source: str) -> bytes:
    return bytes(typst.compile(source.encode()))


def test_a_heading_is_a_paragraph_of_its_own_and_columns_follow_each_other() -> None:
    words = "The committee met for hours, and it ended without a decision of any sort being taken. " * 14
    source = f"#set page(columns: 2, height: 9cm)\n= Iran denies supply\n{FIRST}\n\n{SECOND}\n\n{words}"
    text = read("a.pdf", made(source)).text
    assert text.split("\n\n")[:3] == ["Iran denies supply", FIRST, SECOND]
    assert text.count("without a decision of any sort being taken.") == 14


def test_running_heads_and_page_numbers_interrupt_no_sentence() -> None:
    said = [
        f"The committee of {letter * 3} met for hours, ended without a decision of {letter * 5} and then "
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWX"
    ]
    page = "#set page(height: 9cm, margin: 2cm, header: [Brief of the house], "
    source = page + "footer: context counter(page).display())\n" + "".join(said) + "it stopped."
    text = read("a.pdf", made(source)).text
    assert text == f"Brief of the house\n\n{''.join(said)}it stopped.", "a head may name who issued it"


@pytest.mark.parametrize(
    ("edge", "kept"),
    [
        ("11/27/26, 12:00 AM", False),
        ("11/27/26, 12:00 AM Iran denies supply", False),
        ("https://example.org/a?b=1 1/3", False),
        ("KYIV, 14 March 2024", True),
        ("On 11/27/26, 12:00 was the hour.", True),
    ],
)
def test_what_a_browser_prints_at_the_edges_is_left_out(edge: str, kept: bool) -> None:
    page = [Line(words, 12.0, 0.0) for words in (edge, FIRST)]
    (left,) = without_running_heads([page])
    assert (page[0] in left, page[1] in left) == (kept, True)


@pytest.mark.parametrize(
    ("drawn", "read_as"),
    [("the oﬃcial conﬁrmed the ﬂight", "the official confirmed the flight"), ("ﻧﺎﺻﺮ", "ناصر")],
)
def test_forms_of_letters_are_read_as_the_letters(drawn: str, read_as: str) -> None:
    from sherd.readers.pdf import _letters

    assert _letters(drawn) == read_as


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("elec-\ntronic modules", "electronic modules"),
        ("elec\u00ad\ntronic modules", "electronic modules"),
        ("Iranian-\nmade drones", "Iranian-made drones"),
        ("US-\nbacked forces", "US-backed forces"),
        ("the Shahed-\n136 fell", "the Shahed-136 fell"),
        ("Hossein Amir-\nAbdollahian", "Hossein Amir-Abdollahian"),
        ("in 2022 -\nand later", "in 2022 - and later"),
        ("within 10-\nday spans", "within 10-day spans"),
    ],
)
def test_a_word_divided_at_the_end_of_a_line_is_made_whole(lines: str, text: str) -> None:
    assert flowed(lines) == text


def with_picture(*pages: str) -> bytes:
    """Pages of words; a page of none shows a picture."""
    png = io.BytesIO()
    Image.new("1", (9, 9)).save(png, "PNG")
    sizes = ", ".join(map(str, png.getvalue()))
    picture = f'#image(bytes(({sizes})), format: "png")'
    whole = PdfWriter()
    for words in pages:
        whole.append(PdfReader(io.BytesIO(made(words or picture))))
    out = io.BytesIO()
    whole.write(out)
    return out.getvalue()


def test_a_scanned_page_between_others_is_told_and_the_rest_is_read() -> None:
    layer = read("a.pdf", with_picture(FIRST, "", SECOND))
    assert layer.text == f"{FIRST}\n\n{SECOND}"
    (problem,) = layer.problems
    assert (problem.code, problem.read) == ("unread_page", "page 2 of 3 is a picture without text")


def test_a_broken_page_is_told_and_the_rest_is_read() -> None:
    writer = PdfWriter()
    for words in (FIRST, SECOND):
        writer.append(PdfReader(io.BytesIO(made(words))))
    contents = writer.pages[0]["/Contents"].get_object()
    contents[NameObject("/Filter")] = NameObject("/Unheard")
    out = io.BytesIO()
    writer.write(out)
    layer = read("a.pdf", out.getvalue())
    assert layer.text == SECOND
    assert [problem.read for problem in layer.problems] == ["page 1 of 2 is broken"]


def test_the_order_of_a_text_from_right_to_left_is_not_vouched_for() -> None:
    text = "ایران ارسال پهپاد به روسیه را تکذیب کرد"
    layer = read("a.pdf", made(f'#set text(lang: "fa", font: "DejaVu Sans")\n{text}'))
    assert [problem.code for problem in layer.problems] == ["right_to_left"]


def test_a_locked_pdf_is_refused_with_what_to_do() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made(FIRST))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(Refused, match="locked by a password"):
        read("a.pdf", out.getvalue())
