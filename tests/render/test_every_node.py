"""Every node of the tree is set in both media: its words are there."""

import io
import re
from collections.abc import Callable
from datetime import datetime
from typing import get_args

import pytest
from pypdf import PdfReader

from sherd.model import document as tree
from sherd.model.document import (
    Anchor,
    Beside,
    Callout,
    Code,
    Definitions,
    Document,
    Emphasis,
    Figure,
    Link,
    ListBlock,
    PageBreak,
    Paragraph,
    Quote,
    Ref,
    Section,
    Strong,
    Table,
    Text,
    Tree,
    TreeNode,
    Withheld,
)
from sherd.render.html import render_html
from sherd.render.typst import render_pdf

TWIN = Table("In numbers", ["N"], [["alpha"]])
SPEC = {
    "data": {"values": [{"a": 1}]},
    "mark": "point",
    "encoding": {"x": {"field": "a", "type": "quantitative"}},
}
NODES: list[tuple[object, tuple[str, ...]]] = [
    (Paragraph("alpha beta"), ("alpha beta",)),
    (ListBlock(["alpha", ["beta", Strong("gamma")]]), ("alpha", "betagamma")),
    (Table("alpha", ["beta"], [["gamma"]], note="delta"), ("alpha", "beta", "gamma", "delta")),
    (Figure("fig", "beta", "gamma", SPEC, TWIN), ("beta", "In numbers", "alpha")),
    (Callout("limit", "alpha", "beta"), ("alpha", "beta")),
    (Beside(["alpha", Callout("answer", "beta", "gamma")]), ("alpha", "beta", "gamma")),
    (Definitions([("alpha", "beta"), (Strong("gamma"), Code("delta"))]), ("alpha", "beta", "gamma", "delta")),
    (Tree([TreeNode("alpha", ["beta"])], "gamma"), ("alpha", "beta", "gamma")),
    (Quote("alpha beta", "gamma"), ("alpha beta", "gamma")),
    (PageBreak(), ()),
    (Section("inner", "alpha", "beta"), ("alpha", "beta")),
    (Text("alpha", "fa"), ("alpha",)),
    (Strong("alpha"), ("alpha",)),
    (Emphasis("alpha"), ("alpha",)),
    (Code("alpha\nbeta"), ("alpha", "beta")),
    (Link("https://example.org/alpha"), ("https://example.org/alpha",)),
    (Link("mailto:a@example.org", "alpha"), ("alpha",)),
    (Ref("here"), ("section 1",)),
    (Ref("here", "alpha"), ("alpha",)),
    (Anchor("there", "alpha"), ("alpha",)),
    (Withheld("team"), ("withheld (team)",)),
]


def test_the_table_above_knows_every_node() -> None:
    assert {type(node) for node, _ in NODES} == {*get_args(tree.Block), *get_args(tree.Span)}


@pytest.mark.parametrize(("node", "words"), NODES, ids=[type(node).__name__ for node, _ in NODES])
def test_a_node_prints_its_words_in_both_media(
    node: object, words: tuple[str, ...], of: Callable[..., Document], at: datetime
) -> None:
    block = Paragraph(["before ", node]) if isinstance(node, get_args(tree.Span)) else node  # type: ignore[list-item]
    document = of(Section("here", "Here", ["First.", block, "Last."]))
    html = re.sub(r"<style>.*?</style>|<[^>]+>", "", render_html(document).decode(), flags=re.S)
    pages = PdfReader(io.BytesIO(render_pdf(document, at).bytes)).pages
    printed = re.sub(r"\s+", "", "".join(page.extract_text() for page in pages))
    for word in ("First.", *words, "Last."):
        assert re.sub(r"\s+", "", word) in re.sub(r"\s+", "", html)
        assert re.sub(r"\s+", "", word) in printed
