"""The document tree as plain data: numbered, named, its words made printable, its charts drawn.

Both media are set from this one form, so that a table has the same number on the screen and on paper. A
plain string in it is a run of words without any dress; everything else is a mapping whose ``k`` says which
node it was.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias
from unicodedata import bidirectional

from attrs import define, field, frozen

from sherd.model import document as tree
from sherd.model.document import Json, direction
from sherd.render.widths import is_low, said, widths

Plain: TypeAlias = dict[str, Json]
TEXT_WIDTH, TEXT_HEIGHT = 459.0, 620.0
"""What a chart may fill of an A4 page, in points, its caption below it."""
MOST_CONTENTS = 34
"""A longer table of contents names chapters alone: it must end on the title page."""
LINKED = ("https://", "http://", "mailto:")


@frozen
class Press:
    """What differs between media: how words are made printable, how an attribute is, how a chart is drawn."""

    words: Callable[[str], Json]
    plain: Callable[[str], str]
    draw: Callable[[tree.Figure], str]


TABLES = {"fr": "Tableau", "ru": "Таблица", "uk": "Таблиця", "zh": "表"}
"""What a table is called, by the language of the document; English unless it stands here."""


@define
class _Lowering:
    """Counters and names of one pass over one document."""

    press: Press
    language: str
    names: dict[str, str] = field(factory=dict)
    tables: int = 0
    figures: int = 0
    twins: list[Json] = field(factory=list)

    def spans(self, spans: tree.Spans) -> list[Json]:
        return [self.span(span) for span in spans]

    def span(self, span: tree.Span) -> Json:
        words = self.press.words
        match span:
            case tree.Text(text, lang):
                dressed = _dressed("text", words(text), text, lang)
                return dressed if len(dressed) > 2 else words(text)
            case tree.Strong(text, lang):
                return _dressed("strong", words(text), text, lang)
            case tree.Emphasis(text, lang):
                return _dressed("emphasis", words(text), text, lang)
            case tree.Code(text, lang):
                return _dressed("code", words(text), text, lang)
            case tree.Link(url, text, lang):
                return self.link(url, text or url, lang)
            case tree.Ref(target, text):
                return {"k": "ref", "to": target, "s": words(text) if text else None}
            case tree.Anchor(name, text):
                self.names[name] = text
                return {"k": "anchor", "id": name, "s": words(text)}
            case tree.Withheld(level):
                return {"k": "withheld", "level": level}

    def link(self, url: str, text: str, lang: str) -> Json:
        if not url.lower().startswith(LINKED) or self.press.plain(url) != url:
            return _dressed("code", self.press.words(text if text == url else f"{text} ({url})"), text, lang)
        return {**_dressed("link", self.press.words(text), text, lang), "url": url}

    def blocks(self, blocks: Iterable[tree.Block], level: int, number: str) -> list[Json]:
        lowered: list[Json] = []
        sections = 0
        for block in blocks:
            if isinstance(block, tree.Section):
                sections += 1
                lowered.append(self.section(block, level + 1, f"{number}.{sections}"))
            else:
                lowered.append(self.block(block))
        return lowered

    def inner(self, blocks: Iterable[tree.Block]) -> list[Json]:
        return self.blocks(blocks, 0, "")

    def section(self, section: tree.Section, level: int, number: str) -> Plain:
        self.names[section.id] = f"section {number}"
        return {
            "k": "section",
            "id": section.id,
            "level": level,
            "number": number,
            "title": self.press.words(section.title),
            "blocks": self.blocks(section.blocks, level, number),
        }

    def block(self, block: tree.Block) -> Plain:
        match block:
            case tree.Paragraph(spans):
                return {"k": "paragraph", "dir": _runs(spans), "spans": self.spans(spans)}
            case tree.ListBlock(items, numbered):
                return {"k": "list", "numbered": numbered, "items": [self.inner(item) for item in items]}
            case tree.Table():
                self.tables += 1
                return self.table(block, f"{TABLES.get(self.language, 'Table')} {self.tables}")
            case tree.Figure():
                return self.figure(block)
            case tree.Callout(kind, title, blocks):
                head = self.press.words(title)
                return {"k": "callout", "kind": kind, "title": head, "blocks": self.inner(blocks)}
            case tree.Beside(blocks):
                return {"k": "beside", "blocks": self.inner(blocks)}
            case tree.Definitions(entries):
                return {"k": "definitions", "entries": [[self.spans(t), self.inner(b)] for t, b in entries]}
            case tree.Tree(nodes, caption):
                head = self.press.words(caption)
                return {"k": "tree", "caption": head, "nodes": [self.node(node) for node in nodes]}
            case tree.Quote(text, attribution, lang):
                said = _dressed("text", self.press.words(text), text, lang)
                return {"k": "quote", "dir": direction(text), "said": said, "by": self.spans(attribution)}
            case tree.PageBreak():
                return {"k": "break"}
            case tree.Section():
                raise ValueError(f"section {block.id!r} stands where no section can stand")

    def node(self, node: tree.TreeNode) -> Plain:
        return {"label": self.spans(node.label), "children": [self.node(child) for child in node.children]}

    def table(self, table: tree.Table, name: str) -> Plain:
        if table.id:
            self.names[table.id] = name
        return {
            "k": "table",
            "id": table.id,
            "name": name,
            "caption": self.press.words(table.caption),
            "header_column": table.header_column,
            "columns": [
                {"title": self.press.words(column.title), "align": column.align, "width": share}
                for column, share in zip(table.columns, widths(table), strict=True)
            ],
            "whole": is_low(table),
            "rows": [[self.spans(cell) for cell in row] for row in table.rows],
            "note": self.spans(table.note),
        }

    def figure(self, figure: tree.Figure) -> Plain:
        self.figures += 1
        name = self.names[figure.id] = f"Figure {self.figures}"
        drawn = self.press.draw(figure)
        lowered: Plain = {
            "k": "figure",
            "id": figure.id,
            "name": name,
            "caption": self.press.words(figure.caption),
            "alt": self.press.plain(figure.alt),
            "svg": drawn,
            "width": _points(drawn),
            "twin": self.table(figure.table, f"{name} in numbers"),
        }
        self.twins.append({"of": figure.id, "table": lowered["twin"]})
        return lowered


def lower(document: tree.Document, press: Press) -> Plain:
    """The document as plain data; ``names`` says what references lead to, ``twins`` holds charts' tables."""
    lowering = _Lowering(press, document.language)
    sections = [lowering.section(part, 1, str(at)) for at, part in enumerate(document.sections, start=1)]
    names: Mapping[str, Json] = {name: press.words(said) for name, said in lowering.names.items()}
    return {
        "title": press.words(document.title),
        "plain_title": press.plain(document.title),
        "subtitle": press.words(document.subtitle),
        "date": press.words(document.date),
        "language": document.language,
        "case": press.words(document.case),
        "clearance": press.words(document.clearance),
        "authors": [press.words(author) for author in document.authors],
        "plain_authors": [press.plain(author) for author in document.authors],
        "identifiers": [[press.words(label), press.words(value)] for label, value in document.identifiers],
        "sections": sections,
        "names": names,
        "twins": lowering.twins,
        "contents": document.contents,
        "depth": 1 if _headings(document) > MOST_CONTENTS else 2,
    }


def _headings(document: tree.Document) -> int:
    """How many lines a table of contents with chapters and their parts would have."""
    below = (block for section in document.sections for block in section.blocks)
    return len(document.sections) + sum(isinstance(block, tree.Section) for block in below)


def _points(drawn: str) -> float:
    """How wide a drawing stands on an A4 page, in points: as drawn, or smaller to fit the text."""
    found = re.search(r'\bwidth="([\d.]+)" height="([\d.]+)"', drawn)
    if found is None:
        raise ValueError(f"a drawing without width and height: {drawn[:80]}")
    width, height = float(found[1]), float(found[2])
    return round(min(0.75 * width, TEXT_WIDTH, TEXT_HEIGHT * width / height), 2)


def _dressed(kind: str, words: Json, text: str, lang: str) -> Plain:
    plain: Plain = {"k": kind, "s": words}
    if lang:
        plain["lang"] = lang
    if not text.isascii() and any(bidirectional(character) in ("R", "AL") for character in text):
        plain["dir"] = direction(text)
    return plain


def _runs(spans: tree.Spans) -> str:
    return direction("".join(said(span) for span in spans))
