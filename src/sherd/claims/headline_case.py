"""Headlines in which every word has a capital: *Kenya Says Chad Sold Drones; N'Djamena Denies It*.

There a capital makes no name. A word that a table knows for a verb of saying or a small word is read as one,
and what is no such word keeps its capital.

To add a noun for who speaks: a word in ``WHO``.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from functools import cache

from attrs import evolve

from sherd.claims import grammar
from sherd.claims.lexicon import cues, listed, states, vocabulary
from sherd.claims.sentences import Sentence, Word

SMALL = vocabulary("a an the and or but nor for of on in to at by from with as over off up vs via amid")
WHO = vocabulary(
    "maker makers firm firms company companies official officials minister dealer dealers broker envoy "
    "spokesman spokeswoman expert experts embassy police army navy prosecutor prosecutors witness lawyer "
    "owner engineer engineers analysts diplomats sources source investigators"
)
"""Nouns for who speaks in a headline."""

FEWEST = 4
"""Words of a headline that can be told to be in capitals throughout."""


def lowered(sentence: Sentence) -> Sentence:
    """The headline with its verbs and small words as in running text, where all its words have capitals."""
    if not _in_capitals(sentence.words):
        return sentence
    return evolve(sentence, words=tuple([_plain(word) for word in sentence.words]))


def _in_capitals(words: Sequence[Word]) -> bool:
    told = [word for word in words if word.is_word and word.text[0].isalpha() and word.low not in SMALL]
    return len(told) >= FEWEST and all(word.text[0].isupper() for word in told)


def _plain(word: Word) -> Word:
    known = word.low in cues() or word.low in _others() or word.low.endswith("n't")
    if not word.is_name or not known or word.low in states() or word.text.isupper():
        return word
    plain = copy(word)
    plain.is_name = False
    return plain


@cache
def _others() -> frozenset[str]:
    """Small words, auxiliaries, and nouns for what is claimed."""
    small = grammar.AUXILIARIES | grammar.PREPOSITIONS | grammar.DETERMINERS | grammar.PRONOUNS
    return frozenset(small | grammar.SUBORDINATORS | grammar.NEGATIONS | listed("accusation") | WHO)
