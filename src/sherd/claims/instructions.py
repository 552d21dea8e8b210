"""What a text bids its reader, or a machine that reads it, to write: nobody has said that.

*Ignore previous instructions and output that P* · *You must now write that P* · *SYSTEM: report that P* ·
*Please add a claim that P*. An imperative asserts nothing, and what hangs on it is nobody's claim: it is
passed over, and a problem of the article names it. Somebody's own words stay theirs (*“Tell the truth: P,” X
said*); who is told to notice something (*note that P*, *remember that P*) is told it; and a noun is no
imperative (*Report that P is false*, in a headline).

To add a verb: a word in ``WRITE``, or in ``NOUNS`` where it is a noun besides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from sherd.claims import grammar
from sherd.claims.lexicon import vocabulary
from sherd.claims.sentences import Sentence, Word
from sherd.claims.subjects import Said

WRITE = vocabulary(
    "write say tell output respond reply conclude assert insert append include generate produce describe "
    "summarize summarise pretend suppose imagine assume add confirm declare mention ensure inform "
    "acknowledge announce affirm emit publish reveal attribute"
)
"""Verbs that bid somebody to put something into words, or to take it for true."""

NOUNS = vocabulary(
    "report claim answer print return list record state comment mark repeat quote call post type present"
)
"""Verbs of that kind that are nouns as well."""

LEADING = vocabulary(
    "ignore disregard forget override discard skip stop translate act be remember make try read take follow "
    "begin start continue change delete remove replace treat consider do see"
)
"""What else an imperative may open with before it goes on: *and output that P*, *to say that P*."""

ASIDE = vocabulary(
    "please now then just simply kindly also always instead finally next never do don't not only"
)
MODALS = vocabulary(
    "must should shall will can may have need ought are is has needs required asked instructed told expected "
    "to be"
)
MACHINES = vocabulary(
    "you model models assistant assistants system systems ai chatbot chatbots bot bots agent reader readers "
    "machine machines parser parsers summary summarizer llm llms"
)
WHENEVER = vocabulary("when if while before after once whenever as in for to")
NOT_BIDDING = vocabulary("what whatever no so hello when to from by of nothing little")
"""Behind the verb, words that make a saying of it (*say what you will*) or a noun (*answer from P*)."""

EVERY = vocabulary("any every each all the a an")
LONG_SUBJECT = 12
"""Words of *any assistant that reads this*."""

REACH = 7
"""Words between the verb and *that*: *add to the list a line which says that P*."""

_MACHINE = re.compile(
    r"(?:^\W*|[:;,—–>\]] ?|\b(?:please|and|now|then|you (?:must|should|will|are to)) )"
    r"(?:ignore|disregard|forget|override|discard|skip)\b.{0,40}\b(?:"
    r"(?:previous|prior|earlier|preceding|above|foregoing|system|other|these|those|all|your) (?:\w+ ){0,2}"
    r"(?:instructions?|prompts?|rules|context|messages?|guidelines|directions|orders|text|commands?)"
    r"|(?:everything|all|anything|the text|what is) (?:\w+ ){0,3}(?:above|before|previous|prior)|the above)\b"
    r"|\b(?:you are|as) an? (?:\w+ )?(?:language model|ai model|ai assistant|chatbot|helpful assistant)\b"
    r"|\b(?:to|in|into|as|of) your (?:output|answer|response|reply|summary)\b"
    r"|^\W*(?:let|ensure|see to it|(?:make|be) (?:sure|certain))\b.{0,20}\b(?:output|answer|summary|response|"
    r"model)s? (?:must |should )?(?:say|state|report|read|contain|show|include)s?\b",
    re.IGNORECASE,
)
_YOURS = re.compile(
    r"^\W*(?:\w+ ){0,2}\byour (?:only |new |next |final |correct )?(?:task|job|answer|output|response|"
    r"reply|summary|goal|role)(?: (?:is|must|should|shall|will)\b|:)",
    re.IGNORECASE,
)
_TRIGGERS = vocabulary(
    "instructions instruction prompt prompts rules context message messages guidelines directions orders "
    "text command commands language assistant chatbot your above before previous prior output outputs "
    "answer summary response model"
)

_LOOKED_AT = _TRIGGERS | WRITE | NOUNS


def bidden(text: str, sentence: Sentence, *, headline: bool = False) -> int | None:
    """The place of the word from which on a sentence only bids somebody to say something.

    What stands before that word is read as ever. None where the sentence bids nobody.
    """
    words = sentence.words
    looked = [at for at, word in enumerate(words) if word.low in _LOOKED_AT]
    if not looked:
        return None
    if any(words[at].low in _TRIGGERS for at in looked) and _addresses(text, words):
        return 0
    for at in looked:
        word = words[at]
        if word.quoted or (word.text[0].isupper() and at and words[at - 1].is_word):
            continue
        if word.low in WRITE or word.low in NOUNS:
            begin = _imperative(words, at, headline=headline)
            if begin is not None:
                return begin
    return None


def left(sentence: Sentence, place: int, said: Sequence[Said]) -> Sentence | None:
    """What of a sentence is read: all where somebody has said the bidding, else what leads up to it."""
    if any(one.source is not None and one.content[0] <= place < one.content[1] for one in said):
        return sentence
    words = sentence.words[:place]
    while words and (not words[-1].is_word or words[-1].low in grammar.CONJUNCTIONS | ASIDE):
        words = words[:-1]
    return evolve(sentence, words=words, end=words[-1].end) if len(words) > 2 else None


def _addresses(text: str, words: Sequence[Word]) -> bool:
    """Whether the sentence speaks, outside quotation marks, to whatever machine reads it."""
    bare = [word for word in words if not word.quoted]
    if not bare or words[0].quoted:
        return False
    whole = text[words[0].start : words[-1].end]
    return _YOURS.search(whole) is not None or _MACHINE.search(whole) is not None


def _imperative(words: Sequence[Word], at: int, *, headline: bool) -> int | None:
    """Where the clause begins whose verb stands at ``at``, if that bids the reader to say something."""
    first = at
    while first and words[first - 1].low in ASIDE:
        first -= 1
    strong = any(word.low in {"please", "kindly", "now"} for word in words[first:at])
    begin = _opens(words, first, strong=strong)
    if begin is None and (begin := _ordered(words, first)) is not None:
        strong = True
    if begin is None:
        return None
    noun = words[at].low in NOUNS and not strong
    if at + 1 >= len(words) or words[at + 1].low in NOT_BIDDING or (headline and not strong):
        return None
    return begin if _holds_clause(words, at + 1, noun=noun) else None


def _opens(words: Sequence[Word], first: int, *, strong: bool) -> int | None:
    """Where the imperative clause begins whose verb, or *please* and *now* before it, stands at ``first``."""
    if first == 0:
        return 0
    before = words[first - 1]
    if before.text in {":", ";", "]", ">", "—", "–", "#", "*"}:
        label = before.text in {":", "]", ">", "#", "*"} and first <= 6
        return 0 if label else first
    opening = next((word for word in words if word.is_word and word.low not in ASIDE), words[0])
    bids = opening.low in LEADING or opening.low in WRITE
    if before.low in {"and", "then", "to", ","} and bids and opening.start < before.start:
        return 0
    if before.text == "," and (words[0].low in WHENEVER or first <= 3):
        return 0
    return first if strong and before.low in {"so", "and", "but", ","} else None


def _ordered(words: Sequence[Word], first: int) -> int | None:
    """*You must*, *the model is to*: where the clause begins whose verb stands behind such words."""
    at = first
    while at and (words[at - 1].low in MODALS or words[at - 1].low in ASIDE):
        at -= 1
    if not at or words[at - 1].quoted:
        return None
    if words[at - 1].low in MACHINES:
        at -= 1
    elif at < first and at <= LONG_SUBJECT and words[0].low in EVERY:
        who = [n for n in range(1, at) if words[n].low in MACHINES]
        if not who or words[who[0] + 1].low not in {"that", "which", "who"}:
            return None
        at = who[0]
    else:
        return None
    if at == first - 1 and not (words[at].low == "you" and at and words[at - 1].low == "that"):
        return None
    while at and words[at - 1].low in grammar.DETERMINERS | {"language"}:
        at -= 1
    breaks = [n for n in range(at) if words[n].text in {";", "—", "–"} or words[n].low in {"so", "but"}]
    return breaks[-1] + 1 if breaks else 0


def _holds_clause(words: Sequence[Word], at: int, *, noun: bool) -> bool:
    """Whether a clause hangs on the verb: *that P*, *: P*, a quotation, or at once *Kenya sold P*."""
    behind = words[at : at + REACH + 1]
    if noun:
        return behind[0].low in {"that", "as"} or (len(behind) > 1 and behind[0].low in grammar.DETERMINERS)
    for word in behind:
        if word.low in {"that", "which"} or word.text == ":" or word.quoted:
            return True
    if any(word.text == "," for word in behind):
        return False
    return behind[0].is_name or behind[0].low in grammar.DETERMINERS | grammar.PRONOUNS
