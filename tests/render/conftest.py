"""One document with every node and every awkward sign, rendered once for all tests."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from sherd.model.document import (
    Anchor,
    Beside,
    Callout,
    Code,
    Column,
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
    anchor_id,
)
from sherd.render.html import render_html
from sherd.render.typst import Rendered, render_pdf

AT = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)
ATTACKS = (
    "<script>alert(1)</script>",
    '<img src="https://evil.example/x.png" onerror="x()">',
    '#read("/etc/passwd")',
    "$x^2$ *bold* _italic_ `raw` @ref <label> // comment",
    '\\u{41} \\ "quoted" #set text(red)',
    "{{ 7 * 7 }} {% raw %} &amp; &lt;",
    "]] #panic() [[",
)
DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def bars(*names: str) -> Figure:
    """A bar chart of three systems."""
    values = [{"system": name, "count": at + 1} for at, name in enumerate(names)]
    spec = {
        "data": {"values": values},
        "width": 300,
        "mark": "bar",
        "encoding": {
            "y": {"field": "system", "type": "nominal"},
            "x": {"field": "count", "type": "quantitative"},
        },
    }
    twin = Table(
        "Systems", ["System", Column("Count", "right")], [[v["system"], str(v["count"])] for v in values]
    )
    return Figure("fig-systems", "Modules by system", "Bar chart of three systems: 1, 2 and 3.", spec, twin)


def document(*sections: Section) -> Document:
    return Document(
        "Who made item Ы-391?",
        "A dossier with every node",
        "2026-11-23",
        sections,
        case="geran-2",
        clearance="team",
        authors=["A. Investigator"],
        identifiers=[("Journal root", DIGEST)],
    )


@pytest.fixture(scope="session")
def dossier() -> Document:
    return document(
        Section(
            "answer",
            "The answer",
            [
                "First paragraph of the answer.",
                Beside([Callout("answer", "Answer", "Refused."), Callout("limit", "Limits", "Two boards.")]),
                Callout("warning", "One object?", "K-0012 and M-0044."),
                Callout("fairness", "Fairness", "No malpractice is inferred."),
                Paragraph(
                    [
                        "See ",
                        Ref("items"),
                        ", ",
                        Ref("fig-systems"),
                        ", ",
                        Ref("markings"),
                        " and ",
                        Ref(anchor_id("source", "S1"), "source one"),
                        "; ",
                        Link("https://example.org/report", "the report"),
                        ", ",
                        Link("javascript:alert(1)", "no way"),
                    ]
                ),
            ],
        ),
        Section(
            "items",
            "Item sheets",
            [
                Section(
                    "item-1",
                    "Item Ы-391",
                    [
                        Definitions([("Serial", Code("Ы-391")), ("Holder", Withheld("sealed"))]),
                        Tree([TreeNode("Airframe", ["Wing", TreeNode("Nose", ["Ballast"])])], "Components"),
                        ListBlock(
                            ["alpha", ["be", Strong("ta")], ["gamma", ListBlock(["delta"], numbered=True)]]
                        ),
                        Table(
                            "Markings",
                            ["Id", "Text"],
                            [
                                ["M1", Code("STM32F405\nRGT6")],
                                ["M2", "شاهد-۱۳۶"],
                                ["M3", "深圳市电子有限公司"],
                                [
                                    "M4",
                                    "emoji 😀 private \ue000 nul \x00 turned \u202eabc\u202c lone \ud800 end",
                                ],
                                ["M5", Code(DIGEST)],
                                *([f"A{at}", attack] for at, attack in enumerate(ATTACKS)),
                            ],
                            id="markings",
                            header_column=True,
                            note=["Read by ", Emphasis("two"), " persons."],
                        ),
                    ],
                ),
            ],
        ),
        Section(
            "charts",
            "Charts and quotes",
            [
                bars("Orlan-10", "深圳市 😀", "شاهد"),
                Quote("این پهپادها ساخت روسیه هستند.", ["A spokesman"], "fa"),
                PageBreak(),
                Paragraph(["Mixed ", Text("می‌خواهم", "fa"), " and λόγος."]),
                Table("Sources", ["No"], [[Anchor(anchor_id("source", "S1"), "S1")]]),
                Table("Nothing", ["One", "Two"], []),
            ],
        ),
    )


@pytest.fixture(scope="session")
def html(dossier: Document) -> str:
    return render_html(dossier).decode("utf-8")


@pytest.fixture(scope="session")
def pdf(dossier: Document) -> Rendered:
    return render_pdf(dossier, AT, system_fonts=False)


@pytest.fixture(scope="session")
def attacks() -> tuple[str, ...]:
    return ATTACKS


@pytest.fixture(scope="session")
def digest() -> str:
    return DIGEST


@pytest.fixture(scope="session")
def at() -> datetime:
    return AT


@pytest.fixture(scope="session")
def of() -> Callable[..., Document]:
    """A document of the sections given."""
    return document


@pytest.fixture(scope="session")
def chart() -> Callable[..., Figure]:
    """A bar chart of the names given."""
    return bars
