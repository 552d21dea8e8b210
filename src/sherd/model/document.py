"""A dossier as a tree of plain nodes: what is said, in which order, before anyone decides how it looks.

Chapters are written with these nodes; ``sherd.render`` turns one tree into HTML and into PDF. A plain
``str`` is accepted wherever spans or blocks are expected, so that a chapter reads like its own text::

    Section("answer", "The answer", [
        "The wings agree with line A.",
        Paragraph(["Seen by ", Strong("one"), " laboratory; see ", Ref("method", "the method"), "."]),
        Callout("limit", "What this rests on", "Three boards of one specimen."),
    ])

A node refuses what a reader could not use: a figure without alternative text or without the table that says
the same in numbers, two nodes with one id, a reference that leads nowhere.

To add a node: write the class below, add it to ``Block``, one case to ``render/lower.py`` and to both
templates, and one line to the table of ``tests/render/test_every_node.py``. Spans live in ``spans.py``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, TypeAlias, get_args

import attrs
from attrs import field, frozen

from sherd.model.spans import (
    Anchor,
    Code,
    Emphasis,
    Inline,
    Link,
    Ref,
    Span,
    Spans,
    Strong,
    Text,
    Withheld,
    anchor_id,
    check_id,
    direction,
    to_spans,
)

__all__ = [
    "DEEPEST",
    "Align",
    "Anchor",
    "Beside",
    "Block",
    "Blocks",
    "Callout",
    "Code",
    "Column",
    "Definitions",
    "Document",
    "Emphasis",
    "Figure",
    "Inline",
    "Json",
    "Kind",
    "Link",
    "ListBlock",
    "Node",
    "PageBreak",
    "Paragraph",
    "Quote",
    "Ref",
    "Section",
    "Span",
    "Spans",
    "Strong",
    "Table",
    "Text",
    "Tree",
    "TreeNode",
    "Withheld",
    "anchor_id",
    "direction",
    "strings",
    "to_blocks",
    "to_item",
    "to_spans",
    "walk",
]

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
Align: TypeAlias = Literal["left", "right", "center"]
Kind: TypeAlias = Literal["limit", "warning", "answer", "fairness"]

DEEPEST = 4
"""Sections nest at most so deep: headings h2 to h5 below the document's own h1."""


# -- blocks ------------------------------------------------------------------------------------------------


@frozen
class Paragraph:
    """Sentences."""

    spans: Spans = field(converter=to_spans)


@frozen
class PageBreak:
    """A new page on paper; on a screen a rule."""


def to_blocks(value: "Blocks") -> "tuple[Block, ...]":
    """Blocks from a string (one paragraph), one span or block, or a sequence.

    In a sequence each string, and each sequence of spans, is a paragraph of its own. Raises ValueError for a
    bare span in a sequence: nobody could tell to which paragraph it belongs.
    """
    if isinstance(value, str | Span):
        return (Paragraph(value),)
    if isinstance(value, Block):
        return (value,)
    return tuple(_to_block(part) for part in value)


def _to_block(part: "Inline | Block") -> "Block":
    if isinstance(part, Span):
        raise ValueError(f"{part!r} stands among blocks; put it into a Paragraph with the words around it")
    return part if isinstance(part, Block) else Paragraph(part)


def to_item(value: "Blocks") -> "tuple[Block, ...]":
    """The blocks of one list item or one definition: like ``to_blocks``, but words alone are one paragraph.

    >>> to_item(["Custody is ", Withheld("team"), "."])
    (Paragraph(spans=(Text(text='Custody is ', lang=''), Withheld(level='team'), Text(text='.', lang=''))),)
    """
    if isinstance(value, str | Span | Block):
        return to_blocks(value)
    parts = list(value)
    words = [part for part in parts if isinstance(part, str | Span)]
    return (Paragraph(words),) if parts and len(words) == len(parts) else to_blocks(parts)


def _to_items(value: "Iterable[Blocks]") -> "tuple[tuple[Block, ...], ...]":
    return tuple(to_item(item) for item in value)


@frozen
class ListBlock:
    """A list. An item is words or blocks, so that lists nest.

    For example ``ListBlock(["one", ["two ", Strong("words")], [Paragraph("three"), ListBlock(["four"])]])``.
    """

    items: "tuple[tuple[Block, ...], ...]" = field(converter=_to_items)
    numbered: bool = False


@frozen
class Column:
    """A column of a table. ``width`` is its share of the table's width (None: as its content needs)."""

    title: str
    align: Align = "left"
    width: float | None = None


def _to_columns(value: Iterable[str | Column]) -> tuple[Column, ...]:
    return tuple(Column(column) if isinstance(column, str) else column for column in value)


def _to_rows(value: Iterable[Iterable[Inline]]) -> tuple[tuple[Spans, ...], ...]:
    return tuple(tuple(to_spans(cell) for cell in row) for row in value)


@frozen
class Table:
    """A table with a caption. ``header_column``: the first cell of each row names the row.

    Raises ValueError when a row is not as wide as the columns, naming the table and the row.
    """

    caption: str = field(validator=attrs.validators.min_len(1))
    columns: tuple[Column, ...] = field(converter=_to_columns, validator=attrs.validators.min_len(1))
    rows: tuple[tuple[Spans, ...], ...] = field(converter=_to_rows)
    header_column: bool = field(default=False, kw_only=True)
    note: Spans = field(default="", converter=to_spans, kw_only=True)
    id: str = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Every row fills the columns."""
        for number, row in enumerate(self.rows):
            if len(row) != len(self.columns):
                raise ValueError(
                    f"table {self.caption!r}: row {number} has {len(row)} cells, not {len(self.columns)}"
                )
        if self.id:
            check_id(self.id)


@frozen
class Figure:
    """A chart: a Vega-Lite ``spec``, words for those who cannot see it, and its twin in numbers.

    Raises ValueError without caption or alternative text.
    """

    id: str = field()
    caption: str = field()
    alt: str = field()
    spec: Mapping[str, Json] = field(eq=True, hash=False, repr=False)
    table: Table = field(validator=attrs.validators.instance_of(Table))

    def __attrs_post_init__(self) -> None:
        """A figure has an id, a caption and alternative text."""
        check_id(self.id)
        for name, value in (("caption", self.caption), ("alternative text", self.alt)):
            if not value.strip():
                raise ValueError(f"figure {self.id!r} has no {name}")


@frozen
class Callout:
    """A box: the ``answer``, a ``limit`` of it, a ``warning``, or the ``fairness`` sentence."""

    kind: Kind = field(validator=attrs.validators.in_(("limit", "warning", "answer", "fairness")))
    title: str
    blocks: "tuple[Block, ...]" = field(converter=to_blocks)


@frozen
class Beside:
    """Blocks side by side where the page is wide enough: the answer, and its limits beside it."""

    blocks: "tuple[Block, ...]" = field(converter=to_blocks)


def _to_entries(value: "Iterable[tuple[Inline, Blocks]]") -> "tuple[tuple[Spans, tuple[Block, ...]], ...]":
    return tuple((to_spans(term), to_item(said)) for term, said in value)


@frozen
class Definitions:
    """Terms and what each means or holds."""

    entries: "tuple[tuple[Spans, tuple[Block, ...]], ...]" = field(converter=_to_entries)


def _to_nodes(value: "Iterable[TreeNode | Inline]") -> "tuple[TreeNode, ...]":
    return tuple(node if isinstance(node, TreeNode) else TreeNode(node) for node in value)


@frozen
class TreeNode:
    """One label of a tree and what hangs below it."""

    label: Spans = field(converter=to_spans)
    children: "tuple[TreeNode, ...]" = field(default=(), converter=_to_nodes)


@frozen
class Tree:
    """Nested labels: an item, its components, their parts."""

    nodes: tuple[TreeNode, ...] = field(converter=_to_nodes)
    caption: str = ""


@frozen
class Quote:
    """Somebody's exact words, and whose they are."""

    text: str
    attribution: Spans = field(default="", converter=to_spans)
    lang: str = ""


@frozen
class Section:
    """A chapter or a part of one; sections nest."""

    id: str = field()
    title: str = field(validator=attrs.validators.min_len(1))
    blocks: "tuple[Block, ...]" = field(default=(), converter=to_blocks)

    @id.validator
    def _usable(self, _: object, value: str) -> None:
        check_id(value)


Block: TypeAlias = (
    Paragraph
    | ListBlock
    | Table
    | Figure
    | Callout
    | Beside
    | Definitions
    | Tree
    | Quote
    | PageBreak
    | Section
)
Blocks: TypeAlias = str | Span | Block | Iterable[Inline | Block]
"""What is accepted where blocks are expected."""
Node: TypeAlias = "Document | Block | Span | Column | TreeNode"


# -- the whole ---------------------------------------------------------------------------------------------


@frozen
class Document:
    """A dossier: title block, then sections.

    ``date`` is what the reader sees, empty where ``identifiers`` say it; those are (label, value) lines of
    the title block; ``case`` and ``clearance`` stand at the head of every page. A letter has no table of
    ``contents``, and names no clearance. Raises ValueError for an id used twice, a ``Ref``
    that leads nowhere, sections nested deeper than ``DEEPEST``, or a section or page break inside a box, a
    list or definitions.
    """

    title: str = field(validator=attrs.validators.min_len(1))
    subtitle: str
    date: str
    sections: tuple[Section, ...] = field(converter=tuple[Section, ...])
    language: str = field(default="en", kw_only=True)
    case: str = field(default="", kw_only=True)
    clearance: str = field(default="public", kw_only=True)
    contents: bool = field(default=True, kw_only=True)
    authors: tuple[str, ...] = field(default=(), converter=tuple[str, ...], kw_only=True)
    identifiers: tuple[tuple[str, str], ...] = field(
        default=(), converter=tuple[tuple[str, str], ...], kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        """Ids are unique, references lead somewhere, headings stay within six levels."""
        nodes = list(walk(self))
        ids = Counter(node.id for node in nodes if isinstance(node, Section | Figure | Table | Anchor))
        del ids[""]
        if twice := sorted(name for name, times in ids.items() if times > 1):
            raise ValueError(f"ids used twice in {self.title!r}: {', '.join(twice)}")
        lost = sorted({node.target for node in nodes if isinstance(node, Ref)} - ids.keys())
        if lost:
            raise ValueError(f"references that lead nowhere in {self.title!r}: {', '.join(lost)}")
        for section in self.sections:
            _check_depth(section, 1)
        for node in nodes:
            if isinstance(node, Callout | Beside | ListBlock | Definitions):
                _check_contents(node)


def walk(node: Node) -> Iterator[Node]:
    """The node and every node below it, in reading order."""
    waiting: list[Any] = [node]
    while waiting:
        value = waiting.pop()
        if isinstance(value, tuple):
            waiting += reversed(value)
        elif (names := _NAMES.get(type(value))) is not None:
            yield value
            waiting += [getattr(value, name) for name in reversed(names)]


def strings(document: Document) -> Iterator[str]:
    """Every string of the document that a reader sees, charts left out."""
    for node in walk(document):
        for name in _NAMES[type(node)]:
            value = getattr(node, name)
            if isinstance(value, str):
                yield value
    yield from document.authors
    for pair in document.identifiers:
        yield from pair


def _check_depth(section: Section, depth: int) -> None:
    if depth > DEEPEST:
        raise ValueError(f"section {section.id!r} lies {depth} deep; {DEEPEST} is the most")
    for block in section.blocks:
        if isinstance(block, Section):
            _check_depth(block, depth + 1)


def _check_contents(node: Callout | Beside | ListBlock | Definitions) -> None:
    for below in walk(node):
        if isinstance(below, Section | PageBreak):
            raise ValueError(f"a {type(node).__name__} cannot hold a {type(below).__name__}")


_NAMES: dict[type, tuple[str, ...]] = {
    kind: tuple(each.name for each in attrs.fields(kind))
    for kind in (Document, Column, TreeNode, *get_args(Block), *get_args(Span))
}
"""Every kind of node with the names of what it holds."""
