"""Where a noun phrase ends, and which of its words says what is meant: *dozens of tonnes of fuel* is fuel.

A phrase goes on over *and*, as long as another noun follows and no verb: *engines and flight control units*.
It ends where a preposition, a clause or a participle that only describes begins.

To add a word that only counts: ``MEASURES``.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import grammar
from sherd.claims.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS, TIMES
from sherd.claims.lexicon import states, vocabulary
from sherd.claims.sentences import POSSESSIVES, Word

MEASURES = vocabulary(
    "ton tons tonne tonnes kilo kilos kilogram kilograms hundreds thousands tens dozens scores millions "
    "piece pieces amount amounts number numbers quantity quantities volume volumes range variety series "
    "kind kinds type types sort sorts shipment shipments delivery deliveries consignment consignments "
    "batch batches supply supplies transfer transfers sale sales export exports import imports share "
    "majority most half third quarter quarters rest couple handful percent per cent flow flows cache caches "
    "stash haul stream lot lots bulk billions shipload shiploads thirds"
)
"""Nouns that only count or parcel what stands behind their *of*."""

ENDS = (
    PREPOSITIONS
    | AUXILIARIES
    | SUBORDINATORS
    | PRONOUNS - {"it"}
    | vocabulary(
        "that whose whom worth ago nothing but instead directly indirectly abroad together again alone "
        "domestically overseas online itself themselves ourselves himself herself overnight apart aside not "
        "untouched unanswered unopened secondhand second-hand"
    )
)
"""Words that a noun phrase does not go on with."""

JOINS = frozenset({"and", "or", "nor"})
EMPTY = vocabulary(
    "it they them this that these those he she we us you i him her me there such one ones what nothing "
    "anything something everything nobody anybody anyone someone somebody everyone each other others so "
    "itself themselves himself herself more less much many any some none all both either neither"
)
"""Words that name no thing by themselves."""

COPIES = vocabulary("copies copy clones clone versions version replicas replica imitations")
"""Nouns that stay with what stands behind their *of*."""

LONGEST = 16


def phrase(words: Sequence[Word], at: int, end: int | None = None) -> tuple[int, int] | None:
    """The noun phrase that begins at ``at``, as ``(first, last)``; ``None`` where none does."""
    end = len(words) if end is None else end
    at = _past_count(words, _past_marks(words, at, end), end)
    if at >= end or not words[at].is_word or words[at].low in _NO_OPENING:
        return None
    stop = _one(words, at, min(end, at + LONGEST))
    while (further := _joined(words, stop, end)) is not None:
        stop = further
    return (at, stop) if stop > at else None


def _past_marks(words: Sequence[Word], at: int, end: int) -> int:
    while at < end and (
        words[at].text in grammar.MARKS
        or (grammar.is_adverb(words[at]) and words[at].low not in {"almost", "nearly", "only"})
    ):
        at += 1
    return at


_COUNTING = frozenset(
    {("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"), ("fewer", "than"), ("less", "than")}
    | {("as", much) for much in ("many", "much", "few", "little")}
    | {("close", "to")}
)
"""Words before a number."""


def _past_count(words: Sequence[Word], at: int, end: int) -> int:
    """Past *at least* and *as many as* before a number."""
    if at + 2 < end and (words[at].low, words[at + 1].low) in _COUNTING:
        at += 2 + (words[at + 2].low == "as")
    while (
        at + 1 < end
        and words[at].low in {"over", "about", "around", "some"}
        and words[at + 1].text[0].isdigit()
    ):
        at += 1
    return at


def _one(words: Sequence[Word], at: int, end: int) -> int:
    """The end of one phrase, past *of* where the noun before it only counts."""
    first = at
    while at < end:
        low = words[at].low
        if words[at].text in grammar.MARKS and at > first:
            many = words[at - 1].low.endswith("s") and words[at - 1].low not in POSSESSIVES
            opens = at + 1 < end and words[at + 1].quoted and not words[at - 1].quoted
            if many and opens:
                break  # called the reports “baseless”
            if at + 1 < end and words[at + 1].is_word and words[at + 1].quoted and low not in ENDS:
                at += 1
                continue
            if words[at + 1 : at + 2] and words[at + 1].low == "of" and _counts(words[at - 1]):
                at += 1
                continue
            break
        if low in POSSESSIVES or in_number(words, at):
            at += 1
            continue
        closed = at > first + 1 and words[at - 1].text in grammar.MARKS  # “a small number” of engines
        if low == "of" and at > first and _counts(words[at - 1 - closed]):
            at += 1
            continue
        if not words[at].is_word and words[at].text not in {"%", "$", "€", "£"}:
            break
        opens = at == first or _counting(words, first, at)
        if low in ENDS and not (opens and low in _COUNTED):
            break
        if at > first and low in _POINTING:
            return at + 1 if words[at - 1].low == "of" else at
        if at == first and low in _POINTING:
            return at + 1
        if at > first and _ends_adverb(words, at, end):
            break
        if at > first and not opens and low in _ANOTHER and words[at - 1].low not in _BEFORE_ARTICLE:
            break  # sold Moscow | the drones
        if at > first and not opens and (low in JOINS or _is_verb(words, at) or _is_time(words, at)):
            break
        at += 1
    return at


_PARTICLES = vocabulary("there here apart back away together again alone too out up down off over")
_TIMES_OVER = vocabulary("twice thrice")


def compound_end(words: Sequence[Word], at: int, end: int) -> int:
    """Where a compound ends that goes on with plain nouns: *missile* | *programme*, *drone* | *parts*."""
    while at < end:
        word = words[at]
        plain = word.is_word and not word.is_name and word.low not in ENDS and word.low not in JOINS
        if not plain or word.low in POSSESSIVES or _is_verb(words, at) or _is_time(words, at):
            return at
        if grammar.is_adverb(word) or grammar.is_base(word) or word.low.endswith(("ed", "ing")):
            return at
        if word.low in DETERMINERS or word.low in _PARTICLES or word.low in OBJECTS:
            return at
        at += 1
    return at


_ANOTHER = frozenset({"a", "an", "the"})
_BEFORE_ARTICLE = vocabulary("of all both half and or such many what nor to")


def _counts(word: Word) -> bool:
    return word.low in _PARCELS or word.text[0].isdigit()


def _counting(words: Sequence[Word], first: int, at: int) -> bool:
    """Whether only words that count stand before: *more than 200*."""
    return all(word.low in _COUNTS for word in words[first:at])


def in_number(words: Sequence[Word], at: int) -> bool:
    """The comma or point of *1,700,000*."""
    return (
        words[at].text in {",", "."}
        and 0 < at < len(words) - 1
        and words[at - 1].text[-1].isdigit()
        and words[at + 1].text[0].isdigit()
        and words[at - 1].end == words[at].start
        and words[at].end == words[at + 1].start
    )


def _ends_adverb(words: Sequence[Word], at: int, end: int) -> bool:
    """*sells weapons lawfully*, *took the missile apart*: a word that says how, behind the noun."""
    low = words[at].low
    if low in _PARTICLES:
        return at + 1 >= end or not words[at + 1].is_word or words[at + 1].low in _ENDS_OR_JOINS
    if low in _TIMES_OVER or (low == "so" and at + 1 < end and words[at + 1].low == "far"):
        return True
    if at + 1 < end and words[at + 1].low == "times":
        return True  # switched suppliers four times
    return grammar.is_adverb(words[at]) and (
        at + 1 >= end
        or not words[at + 1].is_word
        or words[at + 1].low in ENDS
        or words[at + 1].low in _DESCRIBING
        or words[at + 1].low in {"and", "or"}
    )


_DESCRIBING = vocabulary(
    "proving containing resembling matching belonging weighing measuring describing detailing alleging "
    "suggesting indicating saying showing carrying heading listing naming covering calling hosting "
    "worn shown flown dug written taken drawn thrown given stolen spoken seen driven known borne bought sold "
    "sent held visible available capable responsible able likely unable"
)
"""Words that, behind a noun, describe it with what follows."""


def hangs_on_noun(words: Sequence[Word], at: int) -> bool:
    """Whether a word opens what describes the noun before it: *parts | worn by P*, *a rib | bearing P*."""
    low = words[at].low
    after = words[at + 1].low if at + 1 < len(words) else ""
    return low in _DESCRIBING or (low == "bearing" and after in DETERMINERS)


OBJECTS = vocabulary("it them him her us me")


def _is_time(words: Sequence[Word], at: int) -> bool:
    """*last week*, *this year*, *Tuesday* behind a noun."""
    if words[at].low in {
        "last",
        "this",
        "next",
        "every",
        "each",
        "earlier",
        "late",
        "early",
        "once",
        "twice",
    }:
        return True
    return words[at].low in TIMES and words[at].is_name


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether the word goes on with a clause: a verb, or a participle that describes the noun before it."""
    word, low = words[at], words[at].low
    if word.is_name:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    describes = low.endswith("ed") or low in grammar.PARTICIPLES
    if describes and after is not None and after.is_word:
        opens = after.low in _GOES_ON or grammar.is_adverb(after)
        return (
            opens
            or not words[at - 1].is_word
            or (grammar.finite_at(words, at) and words[at - 1].low.endswith("s"))
        )
    if hangs_on_noun(words, at):
        return True
    if low.endswith("ing") and len(low) > 5:
        plural = words[at - 1].low.endswith("s") and not words[at - 1].low.endswith("ss")
        return plural and words[at - 1].low not in POSSESSIVES
    return grammar.finite_at(words, at)


def _joined(words: Sequence[Word], stop: int, end: int) -> int | None:
    """Where the phrase ends that goes on over *and*; ``None`` where a clause follows, or nothing."""
    at = stop
    if at < end and words[at].text == ",":
        listed = next((n for n in range(at + 1, min(at + 12, end)) if words[n].low in JOINS), None)
        if listed is None or grammar.has_finite(words[at + 1 : listed]):
            return None
        at += 1
    if at < end and words[at].low in JOINS:
        at += 1
    if at == stop or at >= end or not words[at].is_word or words[at].low in _NO_OPENING:
        return None
    if grammar.is_adverb(words[at]) or words[at].low == "to":
        return None
    if words[at].low not in DETERMINERS and (
        grammar.finite_at(words, at) or (_is_verb_there(words, at) and not words[at].low.endswith("s"))
    ):
        return None
    further = _one(words, at, min(end, at + LONGEST))
    if further < end and grammar.finite_at(words, further):
        return None
    return further if further > at else None


def _is_verb_there(words: Sequence[Word], at: int) -> bool:
    """Whether a base form is a verb, and not the first half of a noun: *carburettors and fuel pumps*."""
    if not grammar.is_base(words[at]):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    plural = after is not None and after.low.endswith("s") and not after.low.endswith(("ss", "us", "'s"))
    return not (plural and after is not None and not after.is_name and after.low not in _GOES_ON)


_SHARES = (MEASURES | vocabulary("none any some one all both several each")) - {"per", "cent"}
_ARTICLES = vocabulary("a an the its their his her our my your this that these those any no")


def without_articles(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The same phrase without the articles, marks and possessives around it, past what only counts."""
    of = next((at for at in range(last - 1, first, -1) if words[at].low == "of"), None)
    if of is not None and of + 1 < last and _is_share(words, of):
        first = of + 1
    while first < last and (
        not words[first].is_word or words[first].low in _ARTICLES or words[first].low in POSSESSIVES
    ):
        first += 1
    while last > first and (not words[last - 1].is_word or words[last - 1].low in POSSESSIVES):
        last -= 1
    return first, last


def _is_share(words: Sequence[Word], of: int) -> bool:
    """*some of P*, *250 of the missiles*: whether what stands before *of* only counts."""
    before = words[of - 1 - (words[of - 1].text in grammar.MARKS)]
    if before.low in _SHARES:
        return True
    counts = before.text[0].isdigit() or before.low in COUNTED_SHARES
    return counts and words[of + 1].low in _ARTICLES


COUNTED_SHARES = vocabulary(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty many dozen hundred"
)


def is_rest(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a share of things is meant that were named before: *some of them*, *the remaining 17*."""
    some = [word for word in words[first:last] if word.is_word]
    if not some:
        return False
    if some[-1].low in {"them", "these", "those", "which"} and len(some) > 1 and some[-2].low == "of":
        return True
    return all(
        word.text[0].isdigit()
        or word.low in DETERMINERS | {"remaining", "other", "more", "most", "half", "least"}
        for word in some
    )


def head(words: Sequence[Word], first: int, last: int) -> str:
    """The noun that a phrase is about, in small letters: the last word before its first preposition."""
    end = next((at for at in range(first + 1, last) if words[at].low in PREPOSITIONS), last)
    return words[end - 1].low if end > first else ""


def is_empty(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the words name no thing: *it*, *nothing*, *2023*; a state alone is none either."""
    some = [word.low for word in words[first:last] if word.is_word]
    if len(some) == 1 and some[0].isdigit():
        return True
    return not some or all(low in EMPTY for low in some) or " ".join(some) in states()


_POINTING = PRONOUNS | OBJECTS
_NO_OPENING = ENDS - DETERMINERS - {"about"}
_COUNTED = DETERMINERS | {"more", "than", "over", "about", "under"}
_COUNTS = DETERMINERS | {"more", "than", "over", "about", "at", "least", "around", "up", "to", "of"}
_ENDS_OR_JOINS = ENDS | JOINS
_GOES_ON = PREPOSITIONS | DETERMINERS | AUXILIARIES
_PARCELS = MEASURES | COPIES | DETERMINERS
