"""What is said, cut into what are statements: sentences of a quotation, clauses joined by *and*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sherd.claims import grammar
from sherd.claims.grammar import CONJUNCTIONS, MARKS
from sherd.claims.quotes import Quotation
from sherd.claims.sentences import Word, is_abbreviation, words
from sherd.model.statements import Passage

_INNER_STOP = re.compile(r"[.!?…]+[”\"’»]?\s+(?=[“\"‘«]?[^\W\d_a-z])")


SHORTEST = 3
"""Words of a quotation below which it is no statement of its own."""


def conjuncts(some: Sequence[Word], first: int, last: int) -> list[tuple[int, int]]:
    """Cut what is said where *and* joins two things said: *slowed P and diluted Q*, *that P and that Q*."""
    cuts = [
        (at, _after_joint(some, at, last))
        for at in range(first + 2, last - 2)
        if _joins(some, at, first, last)
    ]
    found, start = [], first
    for at, following in cuts:
        end = at
        while end > start and some[end - 1].text in {","}:
            end -= 1
        if end - start >= 2 and last - following >= 2:
            found.append((start, end))
            start = following
    return [*found, (start, last)]


def _after_joint(some: Sequence[Word], at: int, last: int) -> int:
    following = at + 1
    while following < last and some[following].low in {"that", "also", "then"}:
        following += 1
    return following


def _joins(some: Sequence[Word], at: int, first: int, last: int) -> bool:
    if some[at].quoted or some[at].low not in CONJUNCTIONS - {"or", "nor"}:
        return False
    following = some[at + 1]
    if some[at - 1].text == "," and any(word.text == "," for word in some[at + 1 : at + 5]):
        return False  # had weighed, and then shelved, a plan
    if following.low == "that" or (following.low in {"also", "instead"} and some[at + 2].low == "that"):
        return grammar.has_finite(some[at + 2 : last])
    if not grammar.has_finite(some[first:at]):
        return False
    ahead = at + 1
    while ahead < last - 1 and grammar.is_adverb(some[ahead]):
        ahead += 1
    if grammar.finite_at(some, ahead) and not (
        some[ahead - 1].low == "and" and some[at - 1].low in {"known", "tested"}
    ):
        return not _is_modifier(some, ahead, last)
    return (
        following.low in grammar.SUBJECTS
        and following.low not in {"this", "these", "those"}
        and grammar.has_finite(some[at + 1 : last])
    )


def _is_modifier(some: Sequence[Word], at: int, last: int) -> bool:
    """Whether a form in -ed only describes the noun after it: *captured and tested drones*."""
    if at + 1 >= last:
        return False
    return (
        some[at].low.endswith("ed")
        and some[at - 1].low == "and"
        and some[at - 2].low.endswith("ed")
        and some[at + 1].low.endswith("s")
        and not grammar.finite_at(some, at - 2)
    )


def inner(text: str, quote: Quotation) -> Iterator[tuple[int, int]]:
    """The sentences of a quotation; one too short to say anything goes with the one before it."""
    stops = [
        found.end()
        for found in _INNER_STOP.finditer(text, quote.start, quote.end)
        if not is_abbreviation(text[quote.start : found.start()], text[found.end() : found.end() + 1])
    ]
    bounds = [quote.start, *stops, quote.end]
    pieces: list[tuple[int, int]] = []
    for start, end in pairwise(bounds):
        count = len(re.findall(r"\w+", text[start:end]))
        if pieces and count < SHORTEST:
            pieces[-1] = (pieces[-1][0], end)
        elif count:
            pieces.append((start, end))
    for start, end in pieces:
        some = list(words(text, start, end))
        if len([word for word in some if word.is_word]) > SHORTEST or grammar.has_finite(some):
            yield from ((part[0].start, part[-1].end) for part in _clauses(some))


LONG = 5
"""Words from which clauses that only a comma joins are two statements."""


def _clauses(some: list[Word]) -> Iterator[list[Word]]:
    """*They will deny it, the council will be divided, and P*: clauses with subjects of their own."""
    start = 0
    for at in range(SHORTEST, len(some) - SHORTEST):
        bare = (
            some[at].low == "and"
            and some[at - 1].text != ","
            and some[at + 1].low in {"we", "they", "he", "she", "i"}
        )
        if bare and some[start].low not in grammar.SUBORDINATORS and grammar.is_clause(some[start:at]):
            if (
                _opens(some[at + 1 : at + 7], True)
                and min(_count(some[start:at]), _count(some[at + 1 :])) > SHORTEST
            ):
                yield some[start:at]
                start = at + 1
            continue
        if some[at].text != "," or some[start].low in grammar.SUBORDINATORS:
            continue
        joined = some[at + 1].low in {"and", "but"}
        begins = at + 1 + joined
        if joined and begins + 1 < len(some) and some[begins].low == "so":
            begins += 1
        ahead = some[begins : begins + 6]
        if not _opens(ahead, joined) or not grammar.is_clause(some[start:at]):
            continue
        shortest = SHORTEST if joined else LONG
        if min(_count(some[start:at]), _count(some[begins:])) < shortest:
            continue
        yield some[start:at]
        start = begins
    yield some[start:]


def _opens(ahead: Sequence[Word], joined: bool) -> bool:
    """Whether a clause with a subject begins here; without *and*, only behind a pronoun or an article."""
    if not ahead:
        return False
    if ahead[0].low in grammar.SUBJECTS - {"this", "these", "those"}:
        return grammar.has_finite(ahead)
    article = ahead[0].low in {"the", "our", "their", "its"} or (joined and ahead[0].is_name)
    return article and any(grammar.finite_at(ahead, at) for at in range(1, len(ahead)))


def _count(some: Sequence[Word]) -> int:
    return sum(word.is_word for word in some)


def whole_marks(text: str, piece: tuple[int, int], quoted: Sequence[Quotation]) -> tuple[int, int]:
    """With the quotation marks that belong to it."""
    start, end = piece
    if quoted and end == quoted[-1].end and end < len(text) and text[end] in MARKS:
        end += 1
    if quoted and start == quoted[0].start and start and text[start - 1] in MARKS:
        start -= 1
    return start, end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without spaces, commas and marks whose partner stands outside."""
    while True:
        before = (start, end)
        while start < end and (
            text[start].isspace() or text[start] in ",;:—–،؛" or text[start : start + 2] == ". "
        ):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.—–،؛۔"):
            end -= 1
        if end > start and text[end - 1] in '”"' and not any(mark in text[start : end - 1] for mark in '“"„'):
            end -= 1
        if end > start and text[start] in '“"' and not any(mark in text[start + 1 : end] for mark in '”"'):
            start += 1
        if (start, end) == before:
            return start, end


def bare_end(text: str, start: int, end: int) -> int:
    """Where the words end, before the full stop."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;"):
        end -= 1
    return end


def quoted(text: str, content: Passage, quoted: Sequence[Quotation], mode: str) -> tuple[Passage, ...]:
    """The quoted words within what is said."""
    if mode == "direct_quote":
        return (content,)
    return tuple(
        Passage.of(text, max(q.start, content.start), min(q.end, content.end))
        for q in quoted
        if q.start < content.end and content.start < q.end
    )


def headline_parts(some: Sequence[Word]) -> list[tuple[int, int]]:
    """A headline in its clauses: *X urges Y as Z begins P*."""
    found, start = [], 0
    for at in range(2, len(some) - 2):
        if (
            some[at].low in {"as", "while", "after", "but"}
            and grammar.is_clause(_lowered(some[at + 1 :]))
            and not some[at].quoted
        ):
            found.append((start, at))
            start = at + 1
            break
    return [*found, (start, len(some))]


def _lowered(some: Sequence[Word]) -> list[Word]:
    return [
        word if at == 0 else Word(word.low, word.start, word.end, word.quoted) for at, word in enumerate(some)
    ]
