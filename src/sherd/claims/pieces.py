"""What is said, cut into what are statements: sentences of a quotation, clauses joined by *and*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sherd.claims import grammar, one_breath, turning
from sherd.claims.grammar import CONJUNCTIONS, MARKS
from sherd.claims.lexicon import vocabulary
from sherd.claims.negation import is_negated
from sherd.claims.quotes import Quotation
from sherd.claims.sentences import LONGEST_TOKEN, Word, is_abbreviation, words
from sherd.model.statements import Passage

_INNER_STOP = re.compile(r"[.!?…]+[”\"’»]?\s+(?=[“\"‘«]?[^\W\d_a-z])")


_NOTE = re.compile(r"(?:\[\d{1,3}\])+$")
"""Numbers of notes behind the words."""

_NAY = re.compile(r"\b(?:no|not|never|nonsense)\b|n[’']t\b", re.IGNORECASE)

ANSWER = 6
"""Words of an answer below which it goes with the question in front of it."""

SHORTEST = 3
"""Words of a quotation below which it is no statement of its own."""


def conjuncts(some: Sequence[Word], first: int, last: int, bidden: bool = False) -> list[tuple[int, int]]:
    """Cut what is said where *and* joins two things said: *slowed P and diluted Q*, *that P and that Q*.

    ``bidden`` says that somebody is to do it: *X to do P and to stop Q* are two requests.
    """
    cuts = [
        (at, _after_joint(some, at, last))
        for at in range(first + 2, last - 2)
        if _joins(some, at, first, last) or (bidden and _bids_again(some, at, first, last))
    ]
    cuts = [
        (at, after)
        for at, after in cuts
        if not _is_short_predicate(some, at, after, last) or turns_negative(some, first, at, last)
    ]
    found, start = [], first
    ends = [*(at for at, _ in cuts), last][1:]
    for (at, following), close in zip(cuts, ends, strict=True):
        end = at
        while end > start and some[end - 1].text in {","}:
            end -= 1
        if not bidden and one_breath.together(some, start, end, following, close):
            continue
        if end - start >= 2 and last - following >= 2:
            found.append((start, end))
            start = following
    return [*found, (start, last)]


def without_relative(some: Sequence[Word], first: int, last: int) -> int:
    """Before *, where P* or *, which P* at the end, which only adds to the last noun."""
    gerund = first < last and some[first].low.endswith("ing") and not some[first].is_name
    for at in range(first + (2 if gerund else 4), last - 4):
        if some[at].text != "," or some[at].quoted or some[at + 1].low not in ADDING:
            continue
        rest = some[at + 1 : last]
        commas = (n for n in range(1, len(rest)) if rest[n].text == ",")
        closed = some[at + 1].low != "where" and any(grammar.has_finite(rest[n + 1 :]) for n in commas)
        placed = some[at + 1].low == "where" and len(rest) > 4
        told = grammar.has_finite(some[first:at]) or any(word.low == "to" for word in some[first:at])
        told = told or gerund
        if not closed and told and (placed or grammar.has_finite(rest)):
            return at
    return last


def _is_short_predicate(some: Sequence[Word], at: int, after: int, last: int) -> bool:
    """*raided the office and seized computers*: a few words without a subject are no clause of their own."""
    if after + 1 < last and some[last - 1].low == "to":
        return True  # and had not been asked to
    bare = (
        all(some[n].low == "then" for n in range(at + 1, after))
        and some[after].low not in grammar.SUBJECTS
        and grammar.finite_at(some, after)
    )
    participle = some[after].low.endswith("ed") or some[after].low in grammar.PARTICIPLES
    if not (bare or participle) or some[after].low in grammar.AUXILIARIES:
        return False
    if after + 1 < last and some[after + 1].low in grammar.DETERMINERS:
        return False  # slowed P and diluted its stockpile
    ends = next((n for n in range(after, last) if some[n].text in {",", ";"}), last)
    return sum(word.is_word for word in some[after:ends]) <= FEW


FEW = 4
"""Words of a second predicate up to which it goes with the first."""

_JOINING = CONJUNCTIONS - {"or", "nor"}

ADDING = frozenset({"where", "which", "who", "whom", "whose"})
"""Words with which a clause is added to a noun behind a comma."""


def _after_joint(some: Sequence[Word], at: int, last: int) -> int:
    following = at + 1
    while following < last and some[following].low in {"that", "also", "then", "to"}:
        following += 1
    return following


def _bids_again(some: Sequence[Word], at: int, first: int, last: int) -> bool:
    """*X to publish P and (to) stop Q*: a second infinitive behind the first."""
    if some[at].quoted or some[at].low != "and":
        return False
    if grammar.finite_at(some, at + 1) and not grammar.has_finite(some[first:at]):
        return True  # asked X to do P, and has done Q
    if not any(some[n].low == "to" and _can_be_done(some[n + 1]) for n in range(first, at - 2)):
        return False
    ahead = at + 1
    while ahead < last - 1 and (
        some[ahead].low in {"to", "also", "instead"} or grammar.is_adverb(some[ahead])
    ):
        ahead += 1
    if any(word.low in {"that", "which", "who"} for word in some[first:at]) and some[at + 1].low != "to":
        return False
    bare = some[at + 1].low != "to"
    opens = some[ahead + 1].low in grammar.DETERMINERS or some[ahead + 1].is_name or not bare
    verb = grammar.is_base(some[ahead]) if bare else _can_be_done(some[ahead])
    return verb and opens and last - ahead > 2


def _can_be_done(word: Word) -> bool:
    """Whether the word can be an infinitive behind *to*."""
    return word.is_word and not word.is_name and word.low not in _NEVER_DONE


_NEVER_DONE = grammar.DETERMINERS | grammar.PRONOUNS


def _joins(some: Sequence[Word], at: int, first: int, last: int) -> bool:
    if turns_negative(some, first, at, last):
        return True  # “sells pumps and knows nothing of drones”
    if some[at].quoted or some[at].low not in _JOINING:
        return False
    if some[at].low == "but" and some[at - 1].low in {"nothing", "anything", "none", "nobody", "anyone"}:
        return False  # sold nothing but pumps
    following = some[at + 1]
    if some[at - 1].text == "," and any(word.text == "," for word in some[at + 1 : at + 5]):
        return False  # had weighed, and then shelved, a plan
    if following.low in grammar.AUXILIARIES and (
        _is_participle(some[at - 1]) or some[at - 1].low in grammar.NEGATIONS
    ):
        return False  # has not transferred and does not transfer P
    if _is_participle(some[at - 1]) and _is_participle(following):
        return False  # designed, built and tested
    if following.low == "that" or (following.low in {"also", "instead"} and some[at + 2].low == "that"):
        return grammar.has_finite(some[at + 2 : last])
    if not grammar.has_finite(some[first:at]):
        return False
    ahead = at + 1 + (following.text in MARKS)  # and “firmly rejects” P
    while ahead < last - 1 and grammar.is_adverb(some[ahead]):
        ahead += 1
    if grammar.finite_at(some, ahead) and not (
        some[ahead - 1].low == "and" and some[at - 1].low in {"known", "tested"}
    ):
        return not _is_modifier(some, ahead, last)
    if (
        following.low in grammar.SUBJECTS
        and following.low not in {"this", "these", "those"}
        and grammar.has_finite(some[at + 1 : last])
    ):
        return True
    return some[at - 1].text == "," and _opens_with_noun(some, at + 1, last)


NAY = grammar.NEGATIONS | vocabulary("no nothing nobody none neither cannot")


def turns_negative(some: Sequence[Word], first: int, at: int, last: int) -> bool:
    """*makes boats and has never sold any*: what is denied behind *and* is a statement of its own."""
    if some[at].low != "and" or last - at < 4 or not grammar.has_finite(some[first:at]):
        return False
    ahead = at + 1
    while ahead < last - 1 and grammar.is_adverb(some[ahead]) and some[ahead].low not in NAY:
        ahead += 1
    near = {word.low for word in some[ahead : ahead + 3]}
    if not any(turning.tells_of_deed(word.low) for word in some[ahead : ahead + 3]):
        return False  # “predates the war and has nothing to do with it”
    plural = some[first].low in {"we", "they", "i", "you"} and grammar.is_base(some[ahead])
    finite = plural or grammar.finite_at(some, ahead) or (some[ahead].low == "never" and ahead + 2 < last)
    denied = bool(near & NAY) or any(low.endswith("n't") for low in near)
    return finite and denied and not any(w.low in NAY or w.low.endswith("n't") for w in some[first:at])


def _opens_with_noun(some: Sequence[Word], at: int, last: int) -> bool:
    """*, and the label is a distraction*: a clause with a noun for its subject behind the comma."""
    if not (some[at].low in grammar.DETERMINERS or some[at].is_name) or some[at].quoted:
        return False
    for ahead in range(at + 1, min(at + 7, last - 1)):
        if some[ahead].text in {",", ";"} or some[ahead].low in {"that", "which", "who", "and", "or"}:
            return False
        if grammar.finite_at(some, ahead):
            return True
    return False


def _is_participle(word: Word) -> bool:
    return word.low.endswith("ed") or word.low in {"built", "made", "sold", "bought", "sent", "shipped"}


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


NAYS = (", no", ", never")
"""Ends of an answer in short: *Missiles, no.*"""


def inner(text: str, quote: Quotation) -> Iterator[tuple[int, int]]:
    """The sentences of a quotation; one too short to say anything goes with the one before it."""
    stops = []
    for found in _INNER_STOP.finditer(text, quote.start, quote.end):
        before = text[max(quote.start, found.start() - LONGEST_TOKEN) : found.start()]
        if not is_abbreviation(before, text[found.end() : found.end() + 1]):
            stops.append(found.end())
    bounds = [quote.start, *stops, quote.end]
    pieces: list[tuple[int, int]] = []
    for start, end in pairwise(bounds):
        count = len(re.findall(r"\w+", text[start:end]))
        bare = text[start:end].strip("“”\"' .").lower()
        nay = bare.startswith(("none ", "nobody ", "neither ")) or bare.endswith(NAYS)
        if (
            pieces
            and count < ANSWER
            and text[: pieces[-1][1]].rstrip().endswith("?")
            and _NAY.search(text, start, end)
        ):
            pieces[-1] = (pieces[-1][0], end)  # Did we sell P? We did not.
            continue
        if pieces and count < SHORTEST and not (nay and count > 1):
            pieces[-1] = (pieces[-1][0], end)
        elif count:
            pieces.append((start, end))
    for start, end in pieces:
        some = list(words(text, start, end))
        nay = text[start:end].strip("“”\"' .").lower().endswith(NAYS)
        told = nay or len([word for word in some if word.is_word]) > SHORTEST or grammar.has_finite(some)
        if told or _answers(some, alone=len(pieces) == 1):
            for part in clauses(some):
                yield from ((part[a].start, part[b - 1].end) for a, b in turning.parts(part, 0, len(part)))


DISPUTING = vocabulary("dispute deny reject refute doubt disagree")
"""*“I dispute that”*: short, and a denial."""

ANSWERS = vocabulary(
    "no never nonsense rubbish lies absolutely not certainly wrong false untrue incorrect fiction"
)


def _answers(some: Sequence[Word], alone: bool) -> bool:
    """*“No,”*; *“Complete nonsense,”*; *“That's a lie,”*: short, and yet a whole answer."""
    lows = [word.low for word in some]
    pointed = lows[:2] in (["that", "'s"], ["it", "'s"], ["this", "'s"]) or lows[:1] in (["that's"], ["it's"])
    own = lows[:1] in (["i"], ["we"]) and lows[1:2] != [] and lows[1] in DISPUTING
    return pointed or own or (alone and bool(ANSWERS & set(lows)))


LONG = 5
"""Words from which clauses that only a comma joins are two statements."""


def clauses(some: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """*They will deny it, the council will be divided, and P*: clauses with subjects of their own."""
    start = 0
    for at in range(SHORTEST, len(some) - SHORTEST):
        opened = some[start].low in grammar.SUBORDINATORS
        if not opened and turns_negative(some, start, at, len(some)) and grammar.is_clause(some[start:at]):
            yield some[start:at]
            start = at + 1
            continue
        bare = (
            some[at].low == "and"
            and some[at - 1].text != ","
            and some[at + 1].low in {"we", "they", "he", "she", "i"}
        )
        if bare and some[start].low not in grammar.SUBORDINATORS and grammar.is_clause(some[start:at]):
            if (
                _opens(some[at + 1 : at + 7], True)
                and min(_count(some[start:at]), _count(some[at + 1 :])) > SHORTEST
                and not one_breath.together(some, start, at, at + 1, len(some))
            ):
                yield some[start:at]
                start = at + 1
            continue
        if some[at].text != "," or some[start].low in grammar.SUBORDINATORS | {"with", "despite", "given"}:
            continue
        if (inferred := _inferred(some, at)) is not None and is_negated(some[inferred:]):
            yield some[start:at]
            start = inferred
            continue
        joined = some[at + 1].low in {"and", "but"}
        begins = at + 1 + joined
        if joined and begins + 1 < len(some) and some[begins].low == "so":
            begins += 1
        ahead = some[begins : begins + (10 if joined else 6)]
        if not _opens(ahead, joined) or not grammar.is_clause(some[start:at]):
            continue
        shortest = SHORTEST if joined else LONG
        if min(_count(some[start:at]), _count(some[begins:])) < shortest:
            continue
        if one_breath.together(some, start, at, begins, len(some)):
            continue
        pointing = _count(some[start:at]) <= SHORTEST and some[start].low in {"it", "there", "that", "this"}
        if pointing or _repeats(some, start, begins):
            continue
        yield some[start:at]
        start = begins
    yield some[start:]


def _inferred(some: Sequence[Word], comma: int) -> int | None:
    """*A, which means P*, *A, meaning that P*: where P begins, a claim of its own where it denies."""
    opens = comma + 1 + (some[comma + 1].low == "which")
    if some[opens].low not in ({"meaning"} if opens == comma + 1 else {"means", "meant", "proves", "shows"}):
        return None
    begins = opens + 1 + (some[opens + 1].low == "that")
    return begins if grammar.has_finite(some[begins:]) else None


def _repeats(some: Sequence[Word], start: int, begins: int) -> bool:
    """*We have the engine, we have the tail, we have P*: one thing said in several breaths."""
    one = [word.low for word in some[start : start + 2]]
    if {"not", "never"} & {word.low for word in some[start:begins]}:
        return False  # two denials are two
    return one == [word.low for word in some[begins : begins + 2]] and _count(some[start:begins]) < 7


def _opens(ahead: Sequence[Word], joined: bool) -> bool:
    """Whether a clause with a subject begins here; without *and*, only behind a pronoun or an article."""
    if not ahead:
        return False
    if ahead[0].low in {"this", "that"}:
        return len(ahead) > 1 and ahead[1].low in {"is", "was", "has", "will"}
    if ahead[0].low in grammar.SUBJECTS - {"these", "those"} or ahead[0].low == "whoever":
        return grammar.has_finite(ahead)
    article = ahead[0].low in {"the", "our", "their", "its"} or (joined and ahead[0].is_name)
    first = next((at for at in range(1, len(ahead)) if grammar.finite_at(ahead, at)), None)
    if first is not None and any(word.text == "," for word in ahead[:first]):
        return False  # and Taiwan, while P
    return (
        article and first is not None and not {"that", "which", "who", "and"} & {w.low for w in ahead[:first]}
    )


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
        if text[end - 1 : end] == "]" and (noted := _NOTE.search(text, start, end)):
            end = noted.start()
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
    noted = _NOTE.search(text, start, end) if text[end - 1 : end] == "]" else None
    return bare_end(text, start, noted.start()) if noted else end


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
