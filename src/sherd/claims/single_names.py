"""Persons whom a text never gives but one name: *Lukashin, who has led Velora since 1994, said P*.

Whom everybody knows goes without a first name. *Who* with a verb in the singular, or an age between commas,
says that the one name is a person's, so that *he* and *she* may mean them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sherd.claims.lexicon import is_public, listed, vocabulary
from sherd.claims.phrases import NEVER_NAMES, ORGANISATION_WORDS, TITLES
from sherd.claims.sentences import Word

OF_ONE = vocabulary("has is was leads heads runs chairs became took chaired headed ran ruled rules serves")
"""Verbs behind *who* that are said of one person."""


def told_of(words: Sequence[Word]) -> Iterator[Word]:
    """The single names of the words that can only be persons'."""
    for at in range(len(words) - 4):
        word = words[at]
        if not word.is_name or words[at + 1].text != "," or word.quoted or (at and words[at - 1].is_name):
            continue
        who = words[at + 2].low == "who" and words[at + 3].low in OF_ONE
        aged = words[at + 2].text.isdigit() and len(words[at + 2].text) == 2 and words[at + 3].text == ","
        if (who or aged) and not _is_other(word):
            yield word


def _is_other(word: Word) -> bool:
    """Whether the word names a state, a people, a body, an outlet or an office."""
    low = word.low
    common = low in NEVER_NAMES or low in ORGANISATION_WORDS or low in TITLES
    return is_public(low) or common or low in listed("person") or word.text.isupper()
