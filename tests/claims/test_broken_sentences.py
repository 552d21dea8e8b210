"""Sentences that an editor has broken are read, and nobody's words are made up for them."""

import random

from tests.claims.texts import article_of

from sherd.claims.statements import read

SENTENCES = (
    "The ministry in Novi, which has sold no motors to Chad, said on Monday that it obeyed the law.",
    "“We sold nothing,” said its head of exports, Ann Lowe, “and we never will.”",
    "According to two officials of Vale Motor, a firm in Oslo, the drone was shipped by sea to Kenya.",
    "Orlo denied it had supplied the engine, was helping the inquiry, and had not shipped parts to Mali.",
    "The report, drawn up by the Harbour Watch Group (HWG), traces 40 chips to a dealer: none was stolen.",
    "Chad’s army was accused by Kenya of an attack; the army’s spokesman, who gave no name, rejected it.",
    "What they found, the agency said, was neither a Kenyan drone nor, as Mali insists, a copy of one.",
)
SPLICES = ("by", "to", "of", "not", "no", ",", "“", "”", "said", "that", "which", "its", ":", ";", "(", "and")


def test_spliced_and_cut_sentences_are_read_verbatim_and_never_fail() -> None:
    chance = random.Random(7)
    for _ in range(600):
        one, other = (chance.choice(SENTENCES).split() for _ in range(2))
        words = one[: chance.randrange(len(one) + 1)] + other[chance.randrange(len(other)) :]
        for _ in range(chance.randrange(3)):
            words.insert(chance.randrange(len(words) + 1), chance.choice(SPLICES))
        text = f"{chance.choice(SENTENCES)} {' '.join(words)}"
        assert all(each.misquoted(text) == () for each in read(article_of(text)))


def test_a_body_that_it_means_and_no_table_has_is_given_its_state_once() -> None:
    text = (
        "South Korea’s National Intelligence Servicel told lawmakers that Chad had sent Kenya 12 pumps by "
        "the end of last year. It expects another 15 to follow in 2025."
    )
    assert {said.source.name for said in read(article_of(text))} == {
        "South Korean National Intelligence Servicel"
    }


def test_a_quotation_left_open_behind_a_label_is_read() -> None:
    assert read(article_of('2023\n\nQuestion: "Nobody')) == ()


def test_words_that_break_off_behind_a_view_are_read() -> None:
    assert read(article_of("Yemen.\n\nIn account")) == ()
