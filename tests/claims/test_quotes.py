"""Quotations have exact offsets, whatever marks a paper uses, and paragraphs may share one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.claims.texts import article_of

from sherd.claims.quotes import quotations
from sherd.claims.sentences import paragraphs, sentences, words
from sherd.claims.statements import read


def quoted(text: str) -> list[str]:
    lines = [(start, end) for _, start, end in paragraphs(text)]
    return [text[each.start : each.end] for each in quotations(text, lines)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “no”.", ["no"]),
        ('He said "no".', ["no"]),
        ("Er sagte „nein“.", ["nein"]),
        ("Он сказал «нет».", ["нет"]),
        ("He said ‘no’.", ["no"]),
        ("Iran’s drones and the minister’s words", []),
        ("It’s “Iran’s drone”, she said", ["Iran’s drone"]),
        ("He called it “a ‘so-called’ proof” twice", ["a ‘so-called’ proof"]),
        ('A 5" pipe and a 6" pipe', []),
        ("“One,” he said. “Two.”", ["One,", "Two."]),
        ("“More\u00a0concrete steps” were asked", ["More\u00a0concrete steps"]),
        ("An open “mark runs to the end", ["mark runs to the end"]),
    ],
)
def test_marks_are_paired_by_their_shape(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


def test_one_mark_closes_a_quotation_and_the_one_inside_it_where_the_press_prints_angles() -> None:
    assert quoted("«Это деталь с надписью «КХ-9», сказала Линд.") == ["Это деталь с надписью «КХ-9"]


def test_a_long_english_quotation_is_not_cut_at_a_word_quoted_inside_it() -> None:
    first, second = "We call it a “forgery”, and we stand by that.", "Nobody sold boards,"
    assert quoted(f"“{first}\n\n“{second}” Marta Lindqvist said.") == [first, second]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "“We saw it.\n\n“We saw it again,” she said."
    lines = [(start, end) for _, start, end in paragraphs(text)]
    first, second = quotations(text, lines)
    assert (first.closed, first.continued) == (False, False)
    assert (second.closed, second.continued) == (True, True)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Mr. Novak said no. Gen. Reyes agreed.", ["Mr. Novak said no.", "Gen. Reyes agreed."]),
        ("The U.S. Army said so.", ["The U.S. Army said so."]),
        ("“One. Two,” he said. Three.", ["“One. Two,” he said.", "Three."]),
        ("“Is it so?” he asked. “It is.” She left.", ["“Is it so?” he asked.", "“It is.”", "She left."]),
        ("It weighs 4.5 kg. It flies.", ["It weighs 4.5 kg.", "It flies."]),
    ],
)
def test_a_sentence_ends_where_a_reader_would_stop(text: str, cut: list[str]) -> None:
    line = paragraphs(text)[0]
    marks = quotations(text, [(line[1], line[2])])
    assert [text[each.start : each.end] for each in sentences(text, line, marks)] == cut


@given(st.text(alphabet='ab “”"‘’«».,\n ', max_size=60))
def test_quotations_lie_in_order_inside_the_text_and_never_overlap(text: str) -> None:
    found = quotations(text, [(start, end) for _, start, end in paragraphs(text)])
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_sentence_past_all_measure_is_cut_into_pieces_that_lose_no_word() -> None:
    text = "Iran said " * 500
    line = paragraphs(text)[0]
    pieces = sentences(text, line, ())
    assert max(len(each.words) for each in pieces) == 250
    assert sum(len(each.words) for each in pieces) == 1000


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("more than 5,000 engines", ["more", "than", "5,000", "engines"]),
        ("1,250,000 rounds, 20 fuzes", ["1,250,000", "rounds", ",", "20", "fuzes"]),
        ("in 2021, 2022,and 12,34", ["in", "2021", ",", "2022", ",", "and", "12", ",", "34"]),
    ],
)
def test_the_commas_of_a_number_do_not_part_it(text: str, read: list[str]) -> None:
    assert [word.text for word in words(text, 0, len(text))] == read


def test_what_was_found_is_not_cut_inside_its_number() -> None:
    text = "The centre has found more than 5,000 Norwegian parts in Kenyan wreckage."
    article = article_of(text, language="en")
    assert [each.content.text for each in read(article)] == [
        "more than 5,000 Norwegian parts in Kenyan wreckage"
    ]
