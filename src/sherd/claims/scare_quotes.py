"""An adverb in quotation marks before a verb of saying: *X “categorically” denied P*.

The marks say only whose word it is, and part no verb from its subject: the words are read without them.
"""

from __future__ import annotations

from attrs import evolve

from sherd.claims.grammar import MARKS
from sherd.claims.lexicon import cues
from sherd.claims.sentences import Sentence, Word


def unmarked(sentence: Sentence) -> Sentence:
    """The sentence without the marks around such an adverb; the same one where there is none."""
    words = sentence.words
    places = [at for at, word in enumerate(words) if word.quoted and word.low.endswith("ly")]
    places = [at for at in places if _is_marked(words, at)]
    if not places:
        return sentence
    gone = {n for at in places for n in (at - 1, at + 1)}
    bare = [
        evolve(word, quoted=False) if at in places else word
        for at, word in enumerate(words)
        if at not in gone
    ]
    return evolve(sentence, words=tuple(bare))


def _is_marked(words: tuple[Word, ...], at: int) -> bool:
    marked = 0 < at < len(words) - 2 and words[at - 1].text in MARKS and words[at + 1].text in MARKS
    return marked and words[at + 2].low in cues()
