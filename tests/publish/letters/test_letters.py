"""Letters say the same in every language, hold only what they were given, and print in both formats."""

from __future__ import annotations

import io
import pkgutil
import re
import zipfile
from datetime import UTC, date, datetime
from string import Formatter

import pytest
from attrs import asdict, evolve
from docx import Document as Paper
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

import sherd.publish.letters
from sherd.model.dates import Interval
from sherd.model.document import Document, PageBreak, Quote, Section, strings
from sherd.model.requests import CODINGS, Enquiry, Said
from sherd.publish.letters import LANGUAGES, letter, sentence
from sherd.publish.letters.dates import DATES, PRECISIONS, in_words, lasting
from sherd.publish.letters.phrases import FACTS, KINDS, STATEMENTS, WORDS
from sherd.render.docx import LOCALES, render_docx
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
REPLY = evolve(
    ENQUIRY,
    kind="reply",
    facts=(),
    statements=(Said("transfer", (("sender", "A"), ("days", "2022-08-26"), ("proof", "documented"))),),
)


def test_every_module_of_a_language_is_a_language() -> None:
    modules = {each.name for each in pkgutil.iter_modules(sherd.publish.letters.__path__)} - {
        "phrases",
        "dates",
    }
    assert modules == set(LANGUAGES) == {"en", "fr", "ru", "uk", "zh"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_all_that_a_letter_needs(language: str) -> None:
    say = asdict(LANGUAGES[language], recurse=False)
    for name in ("subjects", "openings", "voluntary", "questions"):
        assert tuple(say[name]) == KINDS, name
    assert set(say["facts"]) == set(FACTS)
    assert tuple(say["codings"]) == CODINGS
    assert tuple(say["words"]) == WORDS
    assert {kind: holes(said) for kind, said in say["statements"].items()} == {
        kind: set(names) for kind, names in STATEMENTS.items()
    }
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
    document = Document("T", "", "", [Section("s", "S", [Quote("q")])], contents=False)
    with pytest.raises(ValueError, match="a letter has no quote"):
        render_docx(document, AT)


def words_of(docx: bytes) -> str:
    paper = Paper(io.BytesIO(docx))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])


def holes(said: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(said) if name}


SAID = {
    "transfer": {
        "sender": "A",
        "part": "LTM4613V",
        "recipient": "B",
        "days": "2022-08-26",
        "proof": "not_proven",
    },
    "listing": {"list": "OFAC", "days": "2022-06-28|"},
    "named": {"role": "consignee"},
    "tie": {"party": "A", "relation": "owner", "of": "B", "share": "51 %", "days": "", "proof": "documented"},
    "their_listing": {"party": "Baron", "list": "OFAC", "days": "2022-06|2023"},
    "judged": {"subject": "T1", "question": "diversion", "decision": "yes", "reason": "Sold on."},
    "claimed": {"speaker": "A newspaper", "polarity": "deny", "paraphrase": "It supplies the works."},
}
CODED = ("proof", "relation", "role", "question", "decision", "polarity")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", STATEMENTS)
def test_what_is_said_of_a_party_is_said_in_the_language_of_its_letter(language: str, kind: str) -> None:
    said = sentence(Said(kind, tuple(SAID[kind].items())), LANGUAGES[language])
    if kind == "tie":
        assert ("51%" if language in {"en", "zh"} else "51\u00a0%") in said
    assert all(value in said for name, value in SAID[kind].items() if name not in {*CODED, "days", "share"})
    assert all(LANGUAGES[language].words[SAID[kind][name]] in said for name in CODED if name in SAID[kind])
    assert not re.search(r"[{}|]|\d{4}-\d\d", said)
    if language != "en":
        english = {*SAID[kind].values(), "yes", "from", "to", "June"} - {SAID[kind].get("list")}
        coded = {SAID[kind][name] for name in CODED if name in SAID[kind]} | (
            english & {"from", "to", "June"}
        )
        assert not [word for word in coded if re.search(rf"\b{word}\b", said)]


SAYS = {
    "2022-08-26": ("26 August 2022", "le 26 août 2022", "26 августа 2022 г.", "26 серпня 2022 р.",
                   "2022年8月26日"),
    "2022-06-28|": ("from 28 June 2022", "depuis le 28 juin 2022", "с 28 июня 2022 г.", "з 28 червня 2022 р.",
                    "自2022年6月28日起"),
    "2022-06|2023": ("from June 2022 to 2023", "depuis juin 2022, jusqu’en 2023", "с июня 2022 г. по 2023 г.",
                     "з червня 2022 р. по 2023 р.", "自2022年6月起至2023年止"),
    "2022-06/": ("June 2022 or later", "juin 2022 ou plus tard", "июнь 2022 г. или позднее",
                 "червень 2022 р. або пізніше", "2022年6月或之后"),
}  # fmt: skip


@pytest.mark.parametrize("days", SAYS)
def test_a_date_is_said_as_the_reader_says_it_and_no_day_is_invented(days: str) -> None:
    said = (in_words(days, language) for language in ("en", "fr", "ru", "uk", "zh"))
    assert tuple(each.replace("\u00a0", " ") for each in said) == SAYS[days]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_precision_of_a_date_has_its_words_in_every_language(language: str) -> None:
    say = DATES[language]
    assert {len(say.plain), len(say.since), len(say.until)} == {len(PRECISIONS)}
    assert len(say.months) == 12
    for text in ("2022", "2022-Q3", "2022-W15", "2022-04-11/2022-04-17", "/2022", "2022-04-11/2022-04-17|"):
        said = in_words(text, language)
        assert "2022" in said
        assert not re.search(r"[{}|/WQ]", said), said


@given(st.none() | st.dates(), st.none() | st.dates())
def test_any_two_dates_of_a_record_are_said_in_every_language(first: date | None, last: date | None) -> None:
    days = lasting(*(Interval(each, each) if each else None for each in (first, last)))
    for language in LANGUAGES:
        said = in_words(days, language)
        assert bool(said) is bool(first or last)
        assert all(str(each.year) in said for each in (first, last) if each)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_says_its_language_and_names_a_face_for_every_script(language: str) -> None:
    form = zipfile.ZipFile(io.BytesIO(render_docx(letter(ENQUIRY, language), AT)))
    styles = form.read("word/styles.xml").decode()
    assert f'w:lang w:val="{LOCALES[language]}"' in styles
    every = re.findall(r"<w:style .*?</w:style>", styles, re.DOTALL)
    used = [each for each in every if re.search(r'<w:name w:val="(Normal|heading 1|Title)"', each)]
    assert len(used) == 3
    assert not [each for each in used if "Theme=" in each], "a theme has Japanese shapes for Chinese"


def test_a_form_is_of_the_paper_that_its_reader_has_and_its_rows_stay_whole() -> None:
    paper = Paper(io.BytesIO(render_docx(letter(ENQUIRY, "en"), AT)))
    width, height = paper.sections[0].page_width, paper.sections[0].page_height
    assert width is not None
    assert height is not None
    assert (round(width.mm), round(height.mm)) == (210, 297)
    rows = [row for table in paper.tables for row in table.rows]
    assert all("w:cantSplit" in row._tr.xml for row in rows)
    assert [table.rows[0].cells[1].text for table in paper.tables[1:]] == ["As recorded", "Your entry"]


def test_who_is_not_named_and_what_is_not_known_is_said_so() -> None:
    unsaid = Said("transfer", (("proof", "asserted"),))
    assert sentence(unsaid, LANGUAGES["en"]) == "an unnamed party passed goods to an unnamed party: asserted."
    assert "неназванная сторона" in sentence(unsaid, LANGUAGES["ru"])


def test_the_answer_sheet_begins_on_a_page_of_its_own() -> None:
    _, asked, sheet = letter(ENQUIRY, "en").sections
    assert isinstance(asked.blocks[-1], PageBreak)
    assert sheet.id == "sheet"
    form = io.BytesIO(render_docx(letter(ENQUIRY, "en"), AT))
    assert b'<w:br w:type="page"/>' in zipfile.ZipFile(form).read("word/document.xml")


def test_a_letter_in_another_language_has_no_english_table_or_page() -> None:
    text = PdfReader(io.BytesIO(render_pdf(letter(ENQUIRY, "zh"), AT).bytes)).pages[0].extract_text()
    assert "Table" not in text
    assert " of " not in text
