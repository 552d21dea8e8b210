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

To add a node: write the class below, add it to ``Block`` (or ``Span``), one case to each renderer, and one
line to the table of ``tests/render/test_every_node.py``.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

import attrs
from attrs import field, frozen

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
Align: TypeAlias = Literal["left", "right", "center"]
Kind: TypeAlias = Literal["limit", "warning", "answer", "fairness"]

DEEPEST = 4
"""Sections nest at most so deep: headings h2 to h5 below the document's own h1."""


# -- spans: words inside a line ----------------------------------------------------------------------------


@frozen
class Text:
    """Words. ``lang`` is a BCP 47 tag where it is not the document's language."""

    text: str
    lang: str = ""


@frozen
class Strong:
    """Words that carry the sentence."""

    text: str
    lang: str = ""


@frozen
class Emphasis:
    """Words set apart: a title, a term at its first use."""

    text: str
    lang: str = ""


@frozen
class Code:
    """Signs as they stand on an object or in a file: a marking, an id, a digest. Set in one width."""

    text: str
    lang: str = ""


@frozen
class Link:
    """A way out of the document.

    Only ``http``, ``https`` and ``mailto`` addresses become links; any other is printed and leads nowhere.
    """

    url: str
    text: str = ""
    lang: str = ""


@frozen
class Ref:
    """A way to a section, figure, table or anchor of the same document, by its id."""

    target: str
    text: str = ""


@frozen
class Anchor:
    """Words that a ``Ref`` can lead to: the number of a source, the name of an item."""

    id: str = field()
    text: str

    @id.validator
    def _usable(self, _: object, value: str) -> None:
        _check_id(value)


@frozen
class Withheld:
    """Something is here and is not shown at this clearance; ``level`` says who may see it."""

    level: str = field(validator=attrs.validators.in_(("partner", "team", "sealed")))


Span: TypeAlias = Text | Strong | Emphasis | Code | Link | Ref | Anchor | Withheld
Spans: TypeAlias = tuple[Span, ...]
Inline: TypeAlias = str | Span | Iterable[str | Span]
"""What is accepted where spans are expected."""


def to_spans(value: Inline) -> Spans:
    """Spans from a string, a span, or a mixed sequence of both.

    >>> to_spans("C1")
    (Text(text='C1', lang=''),)
    >>> to_spans(["see ", Ref("c1")])
    (Text(text='see ', lang=''), Ref(target='c1', text=''))
    """
    if isinstance(value, str):
        return (Text(value),) if value else ()
    if isinstance(value, Span):
        return (value,)
    return tuple(Text(part) if isinstance(part, str) else part for part in value)


# -- blocks ------------------------------------------------------------------------------------------------


@frozen
class Paragraph:
    """Sentences."""

    spans: Spans = field(converter=to_spans)


@frozen
class PageBreak:
    """A new page on paper; on a screen a rule."""


def to_blocks(value: "Blocks") -> "tuple[Block, ...]":
    """Blocks from a string (one paragraph), one block, or a sequence of both."""
    if isinstance(value, str):
        return (Paragraph(value),)
    if isinstance(value, Block):
        return (value,)
    return tuple(part if isinstance(part, Block) else Paragraph(part) for part in value)


def _to_items(value: "Iterable[Blocks]") -> "tuple[tuple[Block, ...], ...]":
    return tuple(to_blocks(item) for item in value)


@frozen
class ListBlock:
    """A list; each item holds blocks, so that lists nest."""

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
            _check_id(self.id)


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
        _check_id(self.id)
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
    return tuple((to_spans(term), to_blocks(said)) for term, said in value)


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
        _check_id(value)


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
Blocks: TypeAlias = str | Block | Iterable[Inline | Block]
"""What is accepted where blocks are expected."""
Node: TypeAlias = "Document | Block | Span | Column | TreeNode"


# -- the whole ---------------------------------------------------------------------------------------------


@frozen
class Document:
    """A dossier: title block, then sections.

    ``date`` is what the reader sees; ``identifiers`` are (label, value) lines of the title block; ``case``
    and ``clearance`` stand at the head of every page. Raises ValueError for an id used twice, a ``Ref``
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
    authors: tuple[str, ...] = field(default=(), converter=tuple[str, ...], kw_only=True)
    identifiers: tuple[tuple[str, str], ...] = field(
        default=(), converter=tuple[tuple[str, str], ...], kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        """Ids are unique, references lead somewhere, headings stay within six levels."""
        ids = Counter(node.id for node in walk(self) if isinstance(node, Section | Figure | Table | Anchor))
        del ids[""]
        if twice := sorted(name for name, times in ids.items() if times > 1):
            raise ValueError(f"ids used twice in {self.title!r}: {', '.join(twice)}")
        lost = sorted({node.target for node in walk(self) if isinstance(node, Ref)} - ids.keys())
        if lost:
            raise ValueError(f"references that lead nowhere in {self.title!r}: {', '.join(lost)}")
        for section in self.sections:
            _check_depth(section, 1)
        for node in walk(self):
            if isinstance(node, Callout | Beside | ListBlock | Definitions):
                _check_contents(node)


def walk(node: Node) -> Iterator[Node]:
    """The node and every node below it, in reading order."""
    yield node
    for attribute in attrs.fields(type(node)):
        yield from _walk_value(getattr(node, attribute.name))


def _walk_value(value: object) -> Iterator[Node]:
    if isinstance(value, tuple):
        for part in value:
            yield from _walk_value(part)
    elif isinstance(value, Document | Block | Span | Column | TreeNode):
        yield from walk(value)


def strings(document: Document) -> Iterator[str]:
    """Every string of the document that a reader sees, charts left out."""
    for node in walk(document):
        for attribute in attrs.fields(type(node)):
            value = getattr(node, attribute.name)
            if isinstance(value, str):
                yield value
    yield from document.authors
    for pair in document.identifiers:
        yield from pair


def direction(text: str) -> Literal["ltr", "rtl"]:
    """The way the text runs, by its first letter that has a direction (UAX #9, rules P2 and P3).

    >>> direction("شاهد-136"), direction("136 Shahed")
    ('rtl', 'ltr')
    """
    for character in text:
        if (bidi := unicodedata.bidirectional(character)) in ("L", "R", "AL"):
            return "ltr" if bidi == "L" else "rtl"
    return "ltr"


def anchor_id(kind: str, name: str) -> str:
    """An id for the thing called ``name``, the same each time and different for different names.

    >>> anchor_id("source", "S1"), anchor_id("item", "Ы-391")
    ('source-S1', 'item-_42b_-391')
    """
    return f"{kind}-" + re.sub(r"[^A-Za-z0-9.-]", lambda found: f"_{ord(found[0]):x}_", name)


def _check_id(value: str) -> None:
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9._-]*", value):
        raise ValueError(f"{value!r} cannot be the id of a node; use anchor_id(kind, name)")


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
