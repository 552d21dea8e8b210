"""Write sheets as a workbook in which every cell is a text: nothing becomes a formula, a number or a date.

The same sheets give the same bytes, whenever and wherever they are written.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from sherd.record.header import letter
from sherd.record.marks import mark_of

LONGEST_CELL = 32_767
"""Characters that a spreadsheet program keeps of a cell."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LITERAL = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")

Rows = Iterable[Iterable[str]]


def write(sheets: Mapping[str, Rows]) -> bytes:
    """A workbook (.xlsx) with the sheets in the order given.

    Raises ``ValueError``, naming the cell, for a text that a workbook cannot hold.
    """
    names = list(sheets)
    parts = {
        "[Content_Types].xml": _content_types(len(names)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(names),
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(names) + 1)]
        ),
    }
    for n, (name, rows) in enumerate(sheets.items(), start=1):
        parts[f"xl/worksheets/sheet{n}.xml"] = "".join(_sheet(name, rows))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, xml in parts.items():
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, _HEAD + xml)
    return packed.getvalue()


def _sheet(name: str, rows: Rows) -> Iterator[str]:
    table = [list(row) for row in rows]
    corner = f"{letter(max(map(len, table), default=1) - 1) or 'A'}{len(table) or 1}"
    yield f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:{corner}"/><sheetData>'
    for number, row in enumerate(table, start=1):
        yield f'<row r="{number}">'
        for index, text in enumerate(row):
            if text:
                place = f"{letter(index)}{number}"
                words = _text(text, name, place)
                yield f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'
        yield "</row>"
    yield "</sheetData></worksheet>"


def _text(text: str, sheet: str, place: str) -> str:
    odd = mark_of(text)
    if odd is not None and odd.code != "mangled_number":
        raise ValueError(f"cell {place} of {sheet} holds a character that a workbook cannot hold")
    if len(text) > LONGEST_CELL:
        raise ValueError(
            f"cell {place} of {sheet} has {len(text)} characters; a workbook holds {LONGEST_CELL}"
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return escape(_LITERAL.sub("_x005F_", text))


def _workbook(names: list[str]) -> str:
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(names, start=1)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>'


def _relations(targets: list[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _content_types(sheets: int) -> str:
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for n in range(1, sheets + 1)
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>{parts}</Types>'
    )
