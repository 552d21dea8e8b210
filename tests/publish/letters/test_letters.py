"""Letters say the same in every language, hold only what they were given, and print in both formats."""

from __future__ import annotations

import io
import pkgutil
from datetime import UTC, date, datetime

import pytest
from attrs import asdict, evolve
from docx import Document as Paper

import sherd.publish.letters
from sherd.model.document import Document, PageBreak, Section, strings
from sherd.model.requests import CODINGS, Enquiry
from sherd.publish.letters import LANGUAGES, letter
from sherd.publish.letters.phrases import FACTS, KINDS
from sherd.render.docx import render_docx
from sherd.render.typst import render_pdf

AT = datetime(2026, 11, 26, 12, tzinfo=UTC)
ENQUIRY = Enquiry(
    reference="k-R1",
    kind="maker",
    addressee="Maker & Sons",
    contact="x@example.org",
    sender="The team",
    written=date(2026, 11, 26),
    due=date(2026, 12, 20),
    why="It was documented in a recovered weapon.",
    facts=(("part", "LTM4613V"), ("marking", "LTM4613V\n2215")),
)
REPLY = evolve(ENQUIRY, kind="reply", facts=(), statements=("A passed goods to B: documented.",))


def test_every_module_of_a_language_is_a_language() -> None:
    modules = {each.name for each in pkgutil.iter_modules(sherd.publish.letters.__path__)} - {"phrases"}
    assert modules == set(LANGUAGES) == {"en", "fr", "ru", "uk", "zh"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_all_that_a_letter_needs(language: str) -> None:
    say = asdict(LANGUAGES[language], recurse=False)
    for name in ("subjects", "openings", "voluntary", "questions"):
        assert tuple(say[name]) == KINDS, name
    assert set(say["facts"]) == set(FACTS)
    assert tuple(say["codings"]) == CODINGS
    english = LANGUAGES["en"].questions
    assert {kind: len(said) for kind, said in say["questions"].items()} == {
        kind: len(said) for kind, said in english.items()
    }
    assert all(say.values())


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_no_language_was_left_in_english(language: str) -> None:
    mine, english = LANGUAGES[language], LANGUAGES["en"]
    for name in ("fairness", "about", "asked", "why", "due"):
        assert getattr(mine, name) != getattr(english, name), name
    for kind in KINDS:
        assert mine.openings[kind] != english.openings[kind]
        assert not set(mine.questions[kind]) & set(english.questions[kind])


@pytest.mark.parametrize("enquiry", [ENQUIRY, REPLY, evolve(ENQUIRY, kind="state", due=None)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_prints_on_paper_and_as_a_form(language: str, enquiry: Enquiry) -> None:
    document = letter(enquiry, language)
    pdf = render_pdf(document, AT)
    assert pdf.bytes.startswith(b"%PDF")
    assert pdf.problems == ()
    text = words_of(render_docx(document, AT))
    for value in ("Maker & Sons", "x@example.org", "k-R1", *(value for _, value in enquiry.facts)):
        assert value in text
    for question in LANGUAGES[language].questions[enquiry.kind]:
        assert question in text
    assert LANGUAGES[language].fairness in text


def test_the_same_letter_is_the_same_bytes() -> None:
    document = letter(ENQUIRY, "en")
    assert render_docx(document, AT) == render_docx(document, AT)


def test_a_letter_has_no_table_of_contents_and_names_no_clearance() -> None:
    document = letter(ENQUIRY, "en")
    assert not document.contents
    assert not any("learance" in said for said in strings(document))


def test_a_language_that_nobody_speaks_is_refused() -> None:
    with pytest.raises(ValueError, match="no letters are written in 'xx'"):
        letter(ENQUIRY, "xx")


def test_what_no_letter_has_is_refused_as_a_form() -> None:
    document = Document("T", "", "", [Section("s", "S", [PageBreak()])], contents=False)
    with pytest.raises(ValueError, match="a letter has no pagebreak"):
        render_docx(document, AT)


def words_of(docx: bytes) -> str:
    paper = Paper(io.BytesIO(docx))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])
