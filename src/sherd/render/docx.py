"""A letter as a word-processor file that its addressee can fill in and send back.

The same document gives the same bytes: dates inside the file are ``at``. Only what letters are made of is
laid out here; charts belong to the dossier.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from docx import Document as Paper
from docx.document import Document as PaperType
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as Grid

from sherd.model import document as tree
from sherd.render.glyphs import printable

FONT, EAST_ASIAN = "Arial", "Microsoft YaHei"
"""Faces that the word processors of addressees have, or replace by one of the same widths."""

LOCALES = {"en": "en-GB", "fr": "fr-FR", "ru": "ru-RU", "uk": "uk-UA", "zh": "zh-CN"}
"""In which language a word processor checks the spelling of a letter."""

WIDTH, MARGIN = Mm(170), Mm(20)
STYLES = {"Title": 18, "Heading 1": 13}
"""Headings and their sizes in points."""


def render_docx(document: tree.Document, at: datetime) -> bytes:
    """The document as DOCX, dated ``at``. Raises ``ValueError`` for a block that no letter has."""
    paper = Paper()
    _dress(paper, document, at)
    paper.add_heading(printable(document.title), 0)
    if document.subtitle:
        paper.add_paragraph(printable(document.subtitle))
    _grid(paper, [[label, value] for label, value in document.identifiers])
    for section in document.sections:
        paper.add_heading(printable(section.title), 1)
        for block in section.blocks:
            _block(paper, block)
    written = io.BytesIO()
    paper.save(written)
    return _settled(written.getvalue())


def _dress(paper: PaperType, document: tree.Document, at: datetime) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    locale = LOCALES.get(document.language, document.language)
    for name, size in {"Normal": 10, **STYLES}.items():
        _face(paper.styles[name], size, locale)
    paper.styles["Normal"].paragraph_format.space_after = Pt(5)
    properties = paper.core_properties
    properties.title = printable(document.title)
    properties.language = document.language
    properties.author = "; ".join(document.authors)
    properties.comments = ""
    properties.created = properties.modified = at.astimezone(UTC).replace(tzinfo=None, microsecond=0)


def _face(style: ParagraphStyle, size: int, locale: str) -> None:
    """The face, size and language of a style: of every script, since a theme's face would go before it."""
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script, face in (("ascii", FONT), ("hAnsi", FONT), ("cs", FONT), ("eastAsia", EAST_ASIAN)):
        fonts.set(qn(f"w:{script}"), face)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), locale)
    language.set(qn("w:eastAsia"), locale if locale.startswith("zh") else "zh-CN")
    style.element.rPr.append(language)


def _block(paper: PaperType, block: tree.Block) -> None:
    match block:
        case tree.Paragraph(spans):
            paper.add_paragraph(_said(spans))
        case tree.ListBlock(items, numbered):
            for item in items:
                for part in item:
                    if isinstance(part, tree.Paragraph):
                        paper.add_paragraph(
                            _said(part.spans), style="List Number" if numbered else "List Bullet"
                        )
        case tree.Table(caption, columns, rows):
            _bold(paper, caption)
            head = [column.title for column in columns]
            _grid(paper, [head, *([_said(cell) for cell in row] for row in rows)], headed=True)
        case tree.Callout(_, title, blocks):
            _bold(paper, title)
            for part in blocks:
                _block(paper, part)
        case tree.PageBreak():
            paper.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        case _:
            raise ValueError(f"a letter has no {type(block).__name__.lower()}")


def _bold(paper: PaperType, words: str) -> None:
    """A line that stays with what it heads."""
    line = paper.add_paragraph()
    line.add_run(printable(words)).bold = True
    line.paragraph_format.keep_with_next = True


def _grid(paper: PaperType, rows: list[list[str]], *, headed: bool = False) -> None:
    """Two columns, the first narrower and bold; no row runs over the end of a page."""
    if not rows:
        return
    table: Grid = paper.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    table.autofit = False
    widths = (Mm(60), WIDTH - Mm(60)) if len(rows[0]) == 2 else (int(WIDTH / len(rows[0])),) * len(rows[0])
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, row in enumerate(rows):
        line = table.add_row()  # type: ignore[no-untyped-call]
        line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for place, (cell, text, width) in enumerate(zip(line.cells, row, widths, strict=True)):
            cell.text, cell.width = printable(text), width
            cell.paragraphs[0].paragraph_format.space_after = Pt(1)
            for run in cell.paragraphs[0].runs if place == 0 or (headed and number == 0) else ():
                run.bold = True
    if headed:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    paper.add_paragraph().paragraph_format.space_after = Pt(0)


def _said(spans: tree.Spans) -> str:
    return "".join(printable(getattr(span, "text", "") or "") for span in spans)


def _settled(content: bytes) -> bytes:
    """The package with every entry dated alike, so that the same letter is the same bytes."""
    settled = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(settled, "w") as kept:
        for name in sorted(given.namelist(), key=lambda each: (each != "[Content_Types].xml", each)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(entry, given.read(name))
    return settled.getvalue()
