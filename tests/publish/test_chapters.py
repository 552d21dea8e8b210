"""Each chapter says what it is for; a case with nothing to say still says so."""

from __future__ import annotations

import pytest

from sherd.model.document import Callout, Document, Figure, ListBlock, Section, Strong, Table, walk
from sherd.publish.dossier import CHAPTERS
from sherd.render.lower import MOST_CONTENTS

from .conftest import CASES, Dossier  # isort: skip

IDS = {
    "answer": "The question and the answer",
    "weights": "The weight of the evidence",
    "differences": "What agrees and what differs",
    "sharing": "Shared modules and parts",
    "dates": "Dates",
    "serials": "Serial numbers",
    "lines": "Lines and lineage",
    "changes": "Changes over time",
    "markings": "What the markings name",
    "items": "The items",
    "road": "The road",
    "shipments": "Shipments",
    "parties": "Parties",
    "claims": "Claims beside the findings",
    "authenticity": "Conditions of authenticity",
    "unused": "Material that does not fit or was not used",
    "replies": "Replies of named parties",
    "corrections": "Corrections",
    "method": "Method, collection and problems",
    "sources": "Sources",
    "verification": "How to verify this dossier",
}
WHERE_THERE_IS_DATA = {"serials", "lines", "changes", "shipments", "parties"}
"""Chapters that stand only where the case has something for them."""


def section(document: Document, id_: str) -> Section:
    return next(node for node in walk(document) if isinstance(node, Section) and node.id == id_)


def words(node: object) -> str:
    said = (
        str(getattr(part, name))
        for part in walk(node)  # type: ignore[arg-type]
        for name in ("text", "title", "caption")
        if hasattr(part, name)
    )
    return " ".join(" ".join(said).split())


def table(document: Document, caption: str) -> Table:
    return next(node for node in walk(document) if isinstance(node, Table) and caption in node.caption)


def cells(found: Table) -> list[list[str]]:
    return [["".join(getattr(span, "text", "") for span in cell) for cell in row] for row in found.rows]


@pytest.mark.parametrize("name", CASES)
def test_the_chapters_stand_in_the_order_in_which_a_hostile_reader_asks(
    name: str, dossier_of: Dossier
) -> None:
    document = dossier_of(name).document
    there = {part.id for part in document.sections}
    expected = [(id_, title) for id_, title in IDS.items() if id_ in there or id_ not in WHERE_THERE_IS_DATA]
    assert [(part.id, part.title) for part in document.sections] == expected
    assert len(CHAPTERS) == len(IDS)
    assert all(part.blocks for part in document.sections)


@pytest.mark.parametrize("name", CASES)
def test_every_chart_has_caption_words_and_a_table(name: str, dossier_of: Dossier) -> None:
    for node in walk(dossier_of(name).document):
        if isinstance(node, Figure):
            assert node.caption
            assert node.alt
            assert node.table.rows


@pytest.mark.parametrize("name", CASES)
def test_no_table_is_empty_and_none_has_a_cell_left_blank(name: str, dossier_of: Dossier) -> None:
    for node in walk(dossier_of(name).document):
        if isinstance(node, Table):
            assert node.rows, node.caption


def test_the_worked_case_answers_with_one_bold_sentence_and_its_ratio(dossier_of: Dossier) -> None:
    answer = section(dossier_of("worked").document, "answer")
    (box,) = [node for node in walk(answer) if isinstance(node, Callout) and node.kind == "answer"]
    bold = [node.text for node in walk(box) if isinstance(node, Strong)]
    assert bold == ["Moderate support for B over A; weak support for B over U; weak support for U over A."]
    assert "the findings are at least 24 times more probable" in words(box).casefold()


def test_the_geran_case_refuses_its_question_first_and_says_what_would_lift_that(dossier_of: Dossier) -> None:
    answer = section(dossier_of("geran-2").document, "answer")
    first, second = [node for node in walk(answer) if isinstance(node, Callout) and node.kind == "answer"]
    assert "The evidence does not carry a conclusion between any two of the accounts." in words(first)
    said = words(first)
    assert said.index("H1 (made in Iran) against H4 (made in Russia)") < said.index("What would lift this")
    assert "known by seizure at source or by date" in said
    assert "Under a stated assumption" in words(second)
    assert "the object is as its publisher describes it" in words(second)


def test_every_answer_has_its_limits_beside_it(dossier_of: Dossier) -> None:
    answer = section(dossier_of("geran-2").document, "answer")
    limits = next(node for node in walk(answer) if isinstance(node, Callout) and node.kind == "limit")
    said = words(limits)
    for limit in (
        "Type is not origin",
        "Not validated",
        "Authenticity is not shown on 8 points",
        "without a reply",
    ):
        assert limit in said


def test_a_refused_pair_stands_in_one_row(dossier_of: Dossier) -> None:
    document = dossier_of("geran-2").document
    rows = cells(table(document, "No conclusion on 15 pairs"))
    named = [pair for row in rows for pair in row[0].split(", ")]
    assert len(named) == len(set(named)) == 15
    assert len(rows) < 15
    assert all(row[1] and row[2] and row[3] for row in rows)
    lifts = [row[3].casefold().rstrip(".").split("; ") for row in rows]
    assert all(len(parts) == len(set(parts)) for parts in lifts)


def test_only_what_was_observed_on_both_sides_is_listed_and_the_rest_is_counted(dossier_of: Dossier) -> None:
    document = dossier_of("geran-2").document
    found = table(document, "CAR-G2 and every documented line")
    assert not any("not examined" in row for row in cells(found))
    assert "55 further comparisons" in "".join(getattr(span, "text", "") for span in found.note)
    assert not [node for node in walk(document) if isinstance(node, Table) and "beside" in node.caption]
    assert "No component was examined both on CAR-G2 and on" in dossier_of("geran-2").text


def test_an_item_in_question_is_not_given_a_line_that_nobody_stated(dossier_of: Dossier) -> None:
    item = section(dossier_of("geran-2").document, "item-CAR-G2")
    assert "Line as labelled" not in words(item)
    reference = section(dossier_of("geran-2").document, "item-S136-M214")
    assert "known by date" in words(reference)


def test_two_records_of_one_object_are_told_once_with_how_they_count(dossier_of: Dossier) -> None:
    rows = cells(table(dossier_of("geran-2").document, "Records that may be one object"))
    assert "GUR-4067 in G2-K and GUR-3814 in KOMETA" in [row[0] for row in rows]
    assert all(row[2] == "undecided" and "one find" in row[3] for row in rows)
    assert sum("may be the same object as" in row[1] for row in rows) == 0


def test_parts_that_anyone_can_buy_stand_at_the_end(dossier_of: Dossier) -> None:
    rows = cells(table(dossier_of("geran-2").document, "Parts documented in more than one specimen"))
    rarity = [row[3] for row in rows]
    assert "commodity" in rarity
    assert rarity == sorted(rarity, key=lambda said: said == "commodity")


def test_a_claim_is_set_beside_what_bears_on_it_and_nothing_else(dossier_of: Dossier) -> None:
    document = dossier_of("geran-2").document
    said = {
        node.title: words(node)
        for node in walk(section(document, "claims"))
        if isinstance(node, Section) and node.title.startswith("On P")
    }
    supply = next(text for title, text in said.items() if title.startswith("On P03"))
    made = next(text for title, text in said.items() if title.startswith("On P06"))
    numbers = next(text for title, text in said.items() if title.startswith("On P15"))
    urged = next(text for title, text in said.items() if title.startswith("On P09"))
    assert "not who supplied, carried or used it" in supply
    assert "who made CAR-G2" not in supply
    assert "of who made CAR-G2, no conclusion on independent labels" in made
    assert "not production in general" in made
    assert "who made CAR-G2" not in numbers
    assert "nothing that was recorded bears on it" in urged
    assert "concedes" in next(text for title, text in said.items() if title.startswith("On P02"))


def test_the_verbal_scale_gives_range_and_words_and_its_source_once(dossier_of: Dossier) -> None:
    scale = table(dossier_of("worked").document, "Verbal scale")
    assert cells(scale)[1] == ["2 to under 10", "weak support"]
    assert cells(scale)[-1] == ["1,000,000 and more", "extremely strong support"]
    assert len(scale.columns) == 2
    assert "ENFSI" in "".join(getattr(span, "text", "") for span in scale.note)


def test_break_even_stands_with_the_conditions(dossier_of: Dossier) -> None:
    part = section(dossier_of("worked").document, "authenticity")
    lists = [node for node in walk(part) if isinstance(node, ListBlock)]
    assert "is cancelled if the item is altered, planted or mixed" in words(lists[0])


def test_parties_that_did_not_answer_are_named(dossier_of: Dossier) -> None:
    part = section(dossier_of("geran-2").document, "replies")
    box = next(node for node in walk(part) if isinstance(node, Callout) and node.kind == "limit")
    assert box.title == "Published without a reply of"
    assert "Alabuga" in words(box)


def test_the_contents_of_the_worked_case_fit_its_first_page(dossier_of: Dossier) -> None:
    document = dossier_of("worked").document
    below = sum(isinstance(block, Section) for part in document.sections for block in part.blocks)
    assert len(document.sections) + below <= MOST_CONTENTS - 6
