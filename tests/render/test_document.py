"""The tree refuses what a reader could not use."""

import pytest

from sherd.model.document import (
    Anchor,
    Callout,
    Code,
    Column,
    Document,
    Figure,
    ListBlock,
    PageBreak,
    Paragraph,
    Ref,
    Section,
    Strong,
    Table,
    Text,
    anchor_id,
    direction,
    strings,
    walk,
)

TWIN = Table("Twin", ["a"], [["1"]])


def of(*sections: Section) -> Document:
    return Document("Title", "", "2026", sections)


def test_a_plain_string_is_a_paragraph_and_a_cell() -> None:
    section = Section("a", "A", ["words", Table("T", ["x"], [["cell"]])])
    assert section.blocks[0] == Paragraph((Text("words"),))
    assert isinstance(section.blocks[1], Table)
    assert section.blocks[1].rows == (((Text("cell"),),),)


def test_words_of_one_list_item_are_one_paragraph() -> None:
    assert ListBlock([["one ", Strong("two")]]).items == ((Paragraph((Text("one "), Strong("two"))),),)


def test_a_bare_span_among_blocks_is_refused_because_nobody_knows_its_paragraph() -> None:
    with pytest.raises(ValueError, match="stands among blocks"):
        Section("a", "A", ["words", Strong("lost")])


@pytest.mark.parametrize(
    ("caption", "alt", "missing"), [("", "x", "caption"), ("x", " ", "alternative text")]
)
def test_a_figure_needs_a_caption_and_words_for_those_who_cannot_see_it(
    caption: str, alt: str, missing: str
) -> None:
    with pytest.raises(ValueError, match=f"'f' has no {missing}"):
        Figure("f", caption, alt, {}, TWIN)


def test_a_figure_needs_its_twin_in_numbers() -> None:
    with pytest.raises(TypeError, match="table"):
        Figure("f", "caption", "alt", {}, None)  # type: ignore[arg-type]


def test_a_row_that_does_not_fill_the_columns_is_named() -> None:
    with pytest.raises(ValueError, match="table 'T': row 1 has 1 cells, not 2"):
        Table("T", ["a", Column("b")], [["1", "2"], ["3"]])


def test_an_id_used_twice_is_named() -> None:
    with pytest.raises(ValueError, match=r"used twice.*: same"):
        of(Section("same", "A"), Section("b", "B", [Table("T", ["x"], [[Anchor("same", "S1")]])]))


def test_tables_without_an_id_do_not_clash() -> None:
    assert of(Section("a", "A", [TWIN, TWIN]))


def test_a_reference_that_leads_nowhere_is_named() -> None:
    with pytest.raises(ValueError, match=r"lead nowhere.*: gone"):
        of(Section("a", "A", [Paragraph([Ref("gone")])]))


def test_a_chapter_five_levels_deep_is_refused() -> None:
    section = Section("s5", "Five")
    for level in (4, 3, 2, 1):
        section = Section(f"s{level}", "Above", [section])
    with pytest.raises(ValueError, match="'s5' lies 5 deep"):
        of(section)
    assert of(section.blocks[0])  # type: ignore[arg-type]


@pytest.mark.parametrize("inner", [Section("b", "B"), PageBreak()])
def test_a_box_holds_no_chapter_and_no_page_break(inner: Section | PageBreak) -> None:
    with pytest.raises(ValueError, match="a Callout cannot hold"):
        of(Section("a", "A", [Callout("limit", "L", [inner])]))


@pytest.mark.parametrize("bad", ["", "1st", "a b", 'a"b', "ы", "a#b"])
def test_an_id_that_breaks_markup_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="cannot be the id"):
        Section(bad, "A")


def test_different_names_never_share_an_anchor() -> None:
    names = ["S1", "s1", "S_1", "S 1", "Ы-391", "M-391", "_53_1"]
    assert len({anchor_id("source", name) for name in names}) == len(names)
    assert all(Section(anchor_id("source", name), "A") for name in names)


def test_the_walk_reaches_every_word() -> None:
    tree = of(Section("a", "A", [ListBlock([["x", Code("deep")]]), Callout("limit", "L", [TWIN])]))
    assert {"deep", "L", "Twin", "1"} <= set(strings(tree))
    assert sum(isinstance(node, Table) for node in walk(tree)) == 1


@pytest.mark.parametrize(
    ("text", "way"),
    [("شاهد-136", "rtl"), ("136 شاهد", "rtl"), ("Shahed شاهد", "ltr"), ("136", "ltr"), ("", "ltr")],
)
def test_the_first_letter_with_a_direction_decides(text: str, way: str) -> None:
    assert direction(text) == way
