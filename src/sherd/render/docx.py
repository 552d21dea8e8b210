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
from docx.oxml.ns import qn
from docx.shared import Pt

from sherd.model import document as tree
from sherd.render.glyphs import printable

FONT, EAST_ASIAN = "Noto Sans", "Noto Sans CJK SC"


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
    style = paper.styles["Normal"]
    style.font.name = FONT
    style.font.size = Pt(10)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), EAST_ASIAN)
    properties = paper.core_properties
    properties.title = printable(document.title)
    properties.language = document.language
    properties.author = "; ".join(document.authors)
    properties.comments = ""
    properties.created = properties.modified = at.astimezone(UTC).replace(tzinfo=None, microsecond=0)


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
        case tree.Table(caption, _, rows):
            paper.add_paragraph(printable(caption)).runs[0].bold = True
            _grid(paper, [[_said(cell) for cell in row] for row in rows])
        case tree.Callout(_, title, blocks):
            paper.add_paragraph(printable(title)).runs[0].bold = True
            for part in blocks:
                _block(paper, part)
        case tree.PageBreak():
            paper.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        case _:
            raise ValueError(f"a letter has no {type(block).__name__.lower()}")


def _grid(paper: PaperType, rows: list[list[str]]) -> None:
    if not rows:
        return
    table = paper.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = printable(text)


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
