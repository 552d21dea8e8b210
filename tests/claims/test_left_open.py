"""Short lines without a stop, and quotations that nobody closed: nothing of them is lost without a word."""

from __future__ import annotations

import pytest
from tests.claims.texts import article_of

from sherd.claims import languages
from sherd.claims.statements import whole
from sherd.services.claims import READERS, propose

Told = list[tuple[str, str, str]]


def told(text: str) -> Told:
    return [(one.source.name, one.polarity, one.content.text) for one in whole(article_of(text))[0]]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_each_line_of_a_file_of_headlines_is_a_headline(between: str) -> None:
    lines = [
        "Kenya denies supplying drones to Chad",
        "Chad says it bought no drones",
        "Norway admits the sale",
    ]
    said = whole(article_of(between.join(lines)))[0]
    assert [(one.source.name, one.polarity, one.level) for one in said] == [
        ("Kenya", "deny", "headline"),
        ("Chad", "deny", "headline"),
        ("Norway", "assert", "headline"),
    ]


def test_other_languages_read_every_headline_too() -> None:
    text = "Кенія заперечила постачання дронів\n\nЧад заперечив купівлю дронів"
    said = languages.whole(article_of(text, language="uk"), language="uk")[0]
    assert [one.polarity for one in said] == ["deny", "deny"]


def test_a_short_line_under_the_headline_goes_on_with_it() -> None:
    text = "Talks end in Nairobi\n\nExclusive: Kenya insists it has sold no drones\n\nIt rained on Monday."
    assert told(text) == [("Kenya", "deny", "it has sold no drones")]


def test_a_heading_between_paragraphs_counts_where_somebody_speaks_in_it() -> None:
    text = (
        "Talks end\n\nIt rained on Monday.\n\nNorway denies selling engines\n\nShare this\n\nWeapons of Chad"
    )
    assert told(text) == [("Norway", "deny", "selling engines")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We never sold drones, Boru Dida said on Monday.", ["We never sold drones"]),
        ("“We never sold drones, said Boru Dida, a pilot.", ["We never sold drones"]),
        ('"We never sold drones, Boru Dida told reporters.', ["We never sold drones"]),
        ("“We never sold drones. Nobody asked, Boru Dida said.", ["We never sold drones", "Nobody asked"]),
    ],
)
def test_a_quotation_that_is_never_closed_ends_where_its_speaker_is_named(
    text: str, expected: list[str]
) -> None:
    said, passed = whole(article_of(f"Talks end\n\n{text}\n\nIt rained on Tuesday."))
    assert [one.content.text for one in said] == expected
    assert {(one.source.name, one.polarity) for one in said} == {("Boru Dida", "deny")}
    assert [each.why for each in passed] == ["open_quotation"]


def test_a_quotation_that_is_never_closed_is_named() -> None:
    _, (problem,) = propose(article_of("Talks end\n\n“We never sold drones to Chad.\n", language="en"))
    assert (problem.code, problem.read) == ("open_quotation", "“We never sold drones to Chad.")


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_no_fault_and_is_whose_it_is_told_to_be() -> None:
    text = (
        "Talks end\n\nAna Vale, a pilot, came first.\n\n“Kenya has sold nothing to Chad.\n\n"
        "“Kenya will not sell drones to anyone.\n\n“Nobody asked us,” Boru Dida told reporters.\n"
    )
    said, passed = whole(article_of(text))
    assert [(one.source.name, one.content.text) for one in said] == [
        ("Boru Dida", "Kenya has sold nothing to Chad"),
        ("Boru Dida", "Kenya will not sell drones to anyone"),
        ("Boru Dida", "Nobody asked us"),
    ]
    assert passed == ()


@pytest.mark.parametrize("language", ["en", "uk"])
def test_how_far_a_long_document_is_read_is_told_line_by_line(language: str) -> None:
    told: list[tuple[int, int | None]] = []
    reader = READERS[language]
    reader(article_of("A title\n\nIt rained.\n\nIt snowed.\n"), lambda _, done, of: told.append((done, of)))
    assert told == [(0, 3), (1, 3), (2, 3)]
