"""The PDF dossier: readable by a screen reader, the same bytes twice, nothing injected, never refused."""

import io
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from sherd.model.document import Column, Document, Figure, Paragraph, Section, Table
from sherd.render.typst import Rendered, render_pdf

Make = Callable[..., Document]


@pytest.fixture(scope="module")
def reader(pdf: Rendered) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.bytes))


@pytest.fixture(scope="module")
def said(reader: PdfReader) -> str:
    """The words of all pages without any white space."""
    return squeezed(reader)


def squeezed(reader: PdfReader) -> str:
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in reader.pages))


def rendered(document: Document, at: datetime, **fonts: bool) -> tuple[Rendered, str]:
    made = render_pdf(document, at, **fonts)
    return made, squeezed(PdfReader(io.BytesIO(made.bytes)))


def tags(node: object, depth: int = 0) -> Iterator[DictionaryObject]:
    """The structure elements of a tagged PDF."""
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, DictionaryObject):
        yield node
        node = node.get("/K")
        node = node.get_object() if isinstance(node, IndirectObject) else node
        yield from tags(node, depth + 1) if isinstance(node, DictionaryObject) else ()
    if isinstance(node, list):
        for part in node:
            yield from tags(part, depth + 1)


def test_it_declares_itself_accessible_and_says_its_language(pdf: Rendered, reader: PdfReader) -> None:
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_every_figure_has_words_for_those_who_cannot_see_it(reader: PdfReader) -> None:
    figures = [tag for tag in tags(reader.trailer["/Root"]["/StructTreeRoot"]) if tag.get("/S") == "/Figure"]
    assert figures
    assert {tag.get("/Alt") for tag in figures} == {"Bar chart of three systems: 1, 2 and 3."}


def test_tables_have_headers_that_a_screen_reader_finds(reader: PdfReader) -> None:
    kinds = {str(tag.get("/S")) for tag in tags(reader.trailer["/Root"]["/StructTreeRoot"])}
    assert {"/Table", "/TH", "/TD", "/H1", "/H2", "/L"} <= kinds


def test_bookmarks_lead_through_the_chapters(reader: PdfReader) -> None:
    titles = [entry.title for entry in flat(reader.outline)]
    assert [re.sub(r"\s+", " ", title or "") for title in titles] == [
        "1 The answer",
        "2 Item sheets",
        "2.1 Item Ы-391",
        "3 Charts and quotes",
        "The charts in numbers",
    ]


def flat(outline: list) -> Iterator:  # type: ignore[type-arg]
    for entry in outline:
        if isinstance(entry, list):
            yield from flat(entry)
        else:
            yield entry


def test_each_page_says_its_number_the_case_and_the_clearance(reader: PdfReader) -> None:
    total = len(reader.pages)
    assert total >= 4
    for number, page in enumerate(reader.pages, start=1):
        text = page.extract_text()
        assert f"{number} of {total}" in text
        assert "geran-2" in text
        assert "Clearance: team" in text


def test_what_a_cell_says_is_printed_as_it_stands(said: str, attacks: tuple[str, ...]) -> None:
    for attack in attacks:
        assert re.sub(r"\s+", "", attack) in said


def test_a_long_digest_breaks_inside_its_cell_and_copies_whole(
    reader: PdfReader, said: str, digest: str
) -> None:
    assert said.count(digest) == 2
    assert "\u200b" not in said


def test_persian_chinese_and_cyrillic_are_printed(said: str, pdf: Rendered) -> None:
    assert "深圳市电子有限公司" in said
    assert "Ы-391" in said
    assert re.search("[\u0600-\u06ff\ufb50-\ufeff]{4}", said)
    assert {"NotoSansArabic-Regular", "NotoSansCJKsc-Regular"} <= set(pdf.fonts)


def test_a_character_that_no_font_holds_is_printed_as_its_code_point_and_reported(
    pdf: Rendered, said: str
) -> None:
    assert "⟨U+1F600⟩" in said
    assert "⟨U+E000⟩" in said
    assert [(problem.code, problem.read) for problem in pdf.problems] == [
        ("missing_glyph", "U+E000"),
        ("missing_glyph", "U+1F600"),
    ]
    assert "⟨U+1F600⟩; install a font" in pdf.problems[1].do
    assert "⟨U+E000⟩; write what it means" in pdf.problems[0].do


def test_the_dossier_names_the_typefaces_that_it_is_set_in(said: str, pdf: Rendered) -> None:
    named = said.rpartition("Setin")[2].partition(".")[0].split(",")
    assert named == ["DejaVuSansMono", "LibertinusSerif", "NotoSans", "NotoSansArabic", "NotoSansCJKsc"]
    assert {face.partition("-")[0] for face in pdf.fonts} == set(named)


def test_what_would_deceive_is_written_out(said: str) -> None:
    for point in ("E000", "0000", "202E", "202C", "D800"):
        assert f"⟨U+{point}⟩" in said


def test_without_any_font_package_chinese_is_written_out_and_reported(of: Make, at: datetime) -> None:
    chapter = Section("a", "A", "Made by 深圳 (Ы) λ شاهد")
    made, said = rendered(of(chapter), at, system_fonts=False, packaged_fonts=False)
    assert "⟨U+6DF1⟩⟨U+5733⟩" in said
    assert "(Ы)λ" in said
    assert [problem.read for problem in made.problems] == ["U+5733", "U+6DF1"]
    assert all("Noto" not in face for face in made.fonts)


def test_the_same_document_gives_the_same_bytes(dossier: Document, at: datetime, pdf: Rendered) -> None:
    assert render_pdf(dossier, at, system_fonts=False).bytes == pdf.bytes


def test_the_same_instant_in_another_zone_gives_the_same_bytes(of: Make, at: datetime) -> None:
    there = at.astimezone(timezone(timedelta(hours=3, minutes=30)))
    document = of(Section("a", "A", "words"))
    assert render_pdf(document, there).bytes == render_pdf(document, at).bytes


def test_the_date_inside_is_the_date_given(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert reader.metadata.creation_date == datetime(2026, 11, 23, 21, 0, tzinfo=UTC)


def test_a_date_without_a_zone_is_refused(of: Make) -> None:
    with pytest.raises(ValueError, match="needs its offset"):
        render_pdf(of(Section("a", "A")), datetime(2026, 11, 23))


def test_a_chart_with_any_sign_in_it_never_stops_the_dossier(
    of: Make, at: datetime, chart: Callable[..., Figure]
) -> None:
    awkward = ["شاهد深圳😀", "עברית", "กขค", "\u0301alone", "한국어", "हिन्दी", "⟨x⟩\x00\ud800"]
    made, said = rendered(of(Section("a", "A", [chart(*awkward)])), at, system_fonts=False)
    assert "Figure1inNumbers".lower() in said.lower()
    assert "U+1F600" in {problem.read for problem in made.problems}


def test_a_header_row_stands_on_every_page_of_a_long_table(of: Make, at: datetime) -> None:
    rows = [[f"C{n}", "words"] for n in range(120)]
    document = of(Section("a", "A", [Table("Long", ["Identity", Column("Words", "right")], rows)]))
    pages = PdfReader(io.BytesIO(render_pdf(document, at).bytes)).pages
    with_rows = [page.extract_text() for page in pages if re.search(r"\bC\d+\b", page.extract_text())]
    assert len(with_rows) >= 3
    assert all("Identity" in text for text in with_rows)


def test_a_long_word_in_a_narrow_column_stays_inside_it(of: Make, at: datetime, digest: str) -> None:
    table = Table("T", [Column("A", width=1), Column("B", width=9)], [[digest, "SECOND"]])
    page = PdfReader(io.BytesIO(render_pdf(of(Section("a", "A", [table])), at).bytes)).pages[1]
    lines = [line for line in page.extract_text().splitlines() if set(line) <= set(digest) and line]
    assert max(map(len, lines)) < 16


def test_a_long_word_of_language_is_not_broken(of: Make, at: datetime) -> None:
    table = Table("T", [Column("A", width=2), Column("B", width=8)], [["indistinguishable", "x"]])
    page = PdfReader(io.BytesIO(render_pdf(of(Section("a", "A", [table])), at).bytes)).pages[1]
    assert "indistinguishable" in page.extract_text()


def test_a_paragraph_is_not_read_as_markup_at_all(of: Make, at: datetime) -> None:
    _, said = rendered(
        of(Section("a", "= A #h(1em)", [Paragraph(["- x #let y = 1 \\ "]), "+ #y /* z */"])), at
    )
    assert "=A#h(1em)" in said
    assert "-x#lety=1\\" in said
    assert "+#y/*z*/" in said
