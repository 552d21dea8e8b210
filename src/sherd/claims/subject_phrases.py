"""Where the noun phrase stands that a verb is said of: which words before the verb, and how far they go.

Before the verb stand also what leads in (*since May*, *despite the embargo*), an aside (*X, a firm in Bern,
sold*; *X (XY) sold*; *X — a shell — sold*) and what hangs on the noun (*planes leaving Chad*, *a firm in
Bern*). Here are words and places alone; who is meant by them is read in :mod:`sherd.claims.roles`.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import grammar
from sherd.claims.dates import MONTHS
from sherd.claims.grammar import AUXILIARIES, BREAKS, CONJUNCTIONS, DETERMINERS, MARKS, PREPOSITIONS, TIMES
from sherd.claims.lexicon import states, vocabulary
from sherd.claims.nouns import COUNTED_SHARES, MEASURES, hangs_on_noun
from sherd.claims.parties import PRONOUNS
from sherd.claims.phrases import ORGANISATION_WORDS
from sherd.claims.present import OWNERS
from sherd.claims.roles import OF_HOUSE, SHARES
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.standing import HOLDING_OFFICE
from sherd.claims.subjects import TOLD
from sherd.claims.verbs import BE, INNER

Stretch = tuple[int, int]
"""Words ``[first, last)``."""

_OBJECTS = vocabulary("him them us me")
_THOSE = vocabulary("them these those")
_RELATIVE = vocabulary("that which who")
_RULING = vocabulary("government authorities leadership army military navy forces ministry parliament")
_LEADING = (
    vocabulary("let but and however that which also then so because yet while although though if when")
    | grammar.DAYS
)
_NO_SUBJECT = AUXILIARIES | PREPOSITIONS
_ASIDE = BREAKS - MARKS
_ENDS_OWNER = PREPOSITIONS | CONJUNCTIONS | INNER | {"that"}
_INNER = INNER | {"that"}
_TIMED = vocabulary("on last this yesterday today earlier late early again repeatedly publicly openly")
_DASHES = frozenset("—–-")
_ADRIFT = TIMES | vocabulary(
    "there here overnight abroad together alone again itself themselves earlier such"
)
"""Words behind a subject that go with the verb."""

_COUNTING = (
    ("at", "least"), ("at", "most"), ("more", "than"), ("fewer", "than"), ("less", "than"), ("up", "to"),
    ("as", "many", "as"), ("no", "fewer", "than"), ("no", "less", "than"), ("some",), ("about",), ("around",),
    ("over",), ("nearly",), ("almost",), ("roughly",),
)  # fmt: skip
"""Words before a number: *at least nine firms*."""
_OPENS_COUNT = frozenset(some[0] for some in _COUNTING)


def noun_phrase_before(words: Sequence[Word], end: int, at: int) -> Stretch | None:
    """The noun phrase that ends at ``end``, without what leads in and what hangs on it."""
    if end and words[end - 1].low in grammar.PERSONS and (end < 2 or words[end - 2].low not in PREPOSITIONS):
        return end - 1, end  # since May they | have sold P
    start = _past_teller(words, _start_of_phrase(words, end), end)
    if start > 2 and words[start - 1].low == "than" and words[start - 2].low == "rather":
        return noun_phrase_before(words, start - 2, at)  # Chad rather than Kenya
    if start > 1 and words[start - 1].low in _RELATIVE and _holds_verb(words, start, end):
        owner = owner_before(words, start - 1)
        if owner is not None:
            return owner  # a drone that crashed in P was Q
    if end < at and words[end].low == "to":
        start = max([start, *(n + 1 for n in range(start, end) if grammar.finite_at(words, n))])
        while start < end and grammar.is_base(words[start]):
            start += 1
    start = past_count(words, start, end)
    if end > start and words[start].low in PREPOSITIONS:
        start = _past_adjunct(words, start, end)
    whole, end = end, _without_rest(words, start, end)
    if end < whole and words[end].low in _OBJECTS and words[end - 1].low not in PREPOSITIONS:
        return None  # turn them into P: a verb, and what it is done to
    start = _past_time(words, start, end)
    while start < end and (words[start].low in _LEADING or grammar.is_adverb(words[start])):
        start += 1
    while end > start + 1 and words[end - 1].low in _ADRIFT and not words[end - 1].is_name:
        if words[end - 1].low in {"there", "here"} and words[end - 2].low in HOLDING_OFFICE:
            break  # the authorities there: of another state
        end -= 1
    if end > start + 1 and end < whole and _is_busy(words, end - 1):
        end -= 1  # men working for P
    opens = words[start].low if end > start else ""
    if end == start + 1 and opens in MONTHS:
        return None  # between May and June | failed
    if opens in _NO_SUBJECT or (start == 0 and opens.endswith("ing") and end == 2):
        return None
    return (start, end) if end > start else None


def _past_time(words: Sequence[Word], start: int, end: int) -> int:
    """*last month | the ministry*, *since May | his firm*, *over nine months | it*: past when it was."""
    for at in range(start, min(start + 4, end - 1)):
        timed = words[at].low in TIMES or words[at].low.removesuffix("s") in TIMES or words[at].low in MONTHS
        if timed and words[at + 1].low in _OPENS_NOUN:
            return at + 1
    return start


_OPENS_NOUN = vocabulary("the a an his her its their our this")


def _past_teller(words: Sequence[Word], start: int, end: int) -> int:
    """*the army said rebels | hold P*: past who tells, where *that* is left out."""
    return next((at + 1 for at in range(end - 2, start - 1, -1) if words[at].low in TOLD), start)


def _is_busy(words: Sequence[Word], at: int) -> bool:
    """*men working | for P*: whether a participle only describes those before it."""
    before = words[at - 1].low
    many = before.endswith("s") or before in {"men", "women", "people", "crew"}
    return (
        many and words[at].low.endswith("ing") and not words[at].is_name and words[at + 1].low in PREPOSITIONS
    )


def past_count(words: Sequence[Word], start: int, end: int) -> int:
    """*at least nine firms*: where the number stands."""
    if start >= end or words[start].low not in _OPENS_COUNT:
        return start
    for some in _COUNTING:
        ahead = start + len(some)
        if ahead < end and tuple(word.low for word in words[start:ahead]) == some:
            counted = words[ahead].text[0].isdigit() or words[ahead].low in DETERMINERS | SHARES
            return ahead if counted else start
    return start


def _past_adjunct(words: Sequence[Word], start: int, end: int) -> int:
    """Past *in May*, *despite the embargo*: where the subject begins that stands behind without a comma."""
    ahead = grammar.skip_adverbials(words, start, end)
    if ahead < end and words[ahead].low not in PREPOSITIONS:
        return ahead
    name = end
    while name > start and words[name - 1].is_name:
        name -= 1
    before = words[name - 1].low if name > start else ""
    known = any(" ".join([word.low for word in words[n:end]]) in states() for n in range(name, end))
    return name if known and before not in PREPOSITIONS | DETERMINERS | {"and", "or"} else ahead


def _holds_verb(words: Sequence[Word], start: int, end: int) -> bool:
    return any(grammar.finite_at(words, at) for at in range(start, end))


def _without_rest(words: Sequence[Word], start: int, end: int) -> int:
    """Where the phrase ends before a preposition, a verb or an adverb inside it."""
    for ahead in range(start + 1, end):
        share = ahead <= start + 4 and ahead + 1 < end and words[ahead].low == "of"
        if share and _is_share(words[ahead - 1], ahead - start):
            if words[ahead + 1].low in _THOSE and ahead + 2 == end:
                return end  # forty of them
            continue
        if words[ahead].low == "in" and words[ahead - 1].low in HOLDING_OFFICE and ahead + 1 < end:
            continue
        if words[ahead].low == "of" and words[ahead - 1].low in _RULING and ahead + 1 < end:
            continue  # the government of Kenya
        if house_behind(words, ahead, end):
            continue  # officers of the Coast Guard
        if words[ahead].low in {"called", "named", "dubbed"} and ahead + 1 < end and words[ahead + 1].is_name:
            continue
        if (words[ahead].low in PREPOSITIONS and not _in_name(words, ahead)) or grammar.finite_at(
            words, ahead
        ):
            return ahead
        if hangs_on_noun(words, ahead) or _is_contact(words, start, ahead):
            return ahead
        if words[ahead].low in PRONOUNS - OWNERS or (grammar.is_adverb(words[ahead]) and ahead + 1 == end):
            return ahead
    return end


def _is_share(word: Word, at: int = 1) -> bool:
    """*some of P*, *forty of the engines*, *250 of them*, *a limited number of engines*."""
    if word.low in MEASURES - {"range"}:
        return True
    return at <= 2 and (word.low in SHARES or word.low in COUNTED_SHARES or word.text[0].isdigit())


def _is_contact(words: Sequence[Word], start: int, at: int) -> bool:
    """*the missiles | Chad fired*, *the engines | the firm sold*: a clause that hangs on the noun."""
    before, opens = words[at - 1], words[at].low in {"the", "a", "an"} or words[at].is_name
    if not opens or before.is_name or at == start or not before.low.endswith("s"):
        return False
    if before.low in POSSESSIVES:
        return False  # Yemen's Houthi rebels
    near = range(at + 1, min(at + 4, len(words)))
    verb = next((n for n in near if grammar.finite_at(words, n)), None)
    return verb is not None and any(grammar.finite_at(words, n) for n in range(verb + 1, len(words)))


def house_behind(words: Sequence[Word], at: int, end: int) -> bool:
    """*experts from the Institute*, *officers of the navy*: whether they act for a house."""
    if not 0 < at < end - 1 or words[at].low not in {"of", "from"}:
        return False
    head = words[at - 1]
    if (head.is_name and at > 1) or head.low not in OF_HOUSE:
        return False
    opens = at + 1 + (words[at + 1].low in {"the", "its"})
    return opens < end and words[opens].is_name


def _start_of_phrase(words: Sequence[Word], end: int) -> int:
    start = end
    while start and words[start - 1].text not in _ASIDE and words[start - 1].low not in _INNER:
        if words[start - 1].low in CONJUNCTIONS and grammar.has_finite(words[: start - 1]):
            break
        start -= 1
    return _start_of_list(words, start, end)


def _start_of_list(words: Sequence[Word], start: int, end: int) -> int:
    """*Serbia, Kenya and Oman*: where the first of the states stands."""
    if not any(word.low == "and" for word in words[start:end]):
        return start
    while start > 1 and words[start - 1].text == ",":
        size = next(
            (n for n in (3, 2, 1) if start - 1 >= n and _is_state(words[start - 1 - n : start - 1])), 0
        )
        if not size:
            return start
        start -= size + 1
    return start


def _is_state(words: Sequence[Word]) -> bool:
    return words[0].is_name and " ".join([word.low for word in words]) in states()


def _in_name(words: Sequence[Word], at: int) -> bool:
    """*the Council of the European Union*, *the Institute for Naval Science*: a small word inside a name."""
    after = at + 1 + (at + 1 < len(words) and words[at + 1].low == "the")
    joins = words[at].low == "of" or (words[at].low == "for" and words[at - 1].low in ORGANISATION_WORDS)
    return joins and words[at - 1].is_name and after < len(words) and words[after].is_name


def owner_before(words: Sequence[Word], relative: int) -> Stretch | None:
    """Whom *who*, *which* or *that* goes with: the noun before it; *X is the firm that*: X."""
    end = relative
    while end and words[end - 1].text == ",":
        end -= 1
    if end and grammar.is_base(words[end - 1]) and (end < 2 or words[end - 2].low not in DETERMINERS):
        return None  # could not tell who did it
    start = end
    while start and words[start - 1].low not in _ENDS_OWNER:
        if words[start - 1].text in BREAKS or grammar.finite_at(words, start - 1):
            break
        start -= 1
    if start > 1 and words[start - 1].low in BE and words[start].low in {"the", "one", "a", "an"}:
        about = noun_phrase_before(words, start - 1, start - 1)
        if about is not None and words[about[0]].is_name:
            return about
    return (start, end) if end > start else None


def accused_before(words: Sequence[Word], preposition: int) -> Stretch | None:
    """*34 companies of feeding P*: whoever stands before the preposition, if anybody does."""
    start = preposition
    while start and words[start - 1].text not in BREAKS and not grammar.finite_at(words, start - 1):
        start -= 1
    start = _start_of_list(words, start, preposition)
    timed = (n for n in range(start + 1, preposition) if words[n].low in _TIMED and not words[n].is_name)
    preposition = next(timed, preposition)  # the trader on Tuesday of selling P
    some = words[start:preposition]
    if not some:
        return None
    told = some[0].is_name or some[0].low in DETERMINERS or some[0].text[0].isdigit()
    plain = start == 0 and some[-1].low.endswith("s") and not grammar.is_adverb(some[0])
    return (start, preposition) if told or plain else None


def named_beside(words: Sequence[Word], end: int) -> Stretch | None:
    """*One of the companies, Huaxin Lianhe, bought*: the name beside a common noun."""
    if end < 4 or words[end - 1].text != ",":
        return None
    opening = next((at for at in range(end - 2, 0, -1) if words[at].text == ","), None)
    if (
        opening is None
        or words[opening - 1].is_name
        or not all(w.is_name for w in words[opening + 1 : end - 1])
    ):
        return None
    return opening + 1, end - 1


def before_aside(words: Sequence[Word], end: int) -> int:
    """*Nile Motors, which employs nine people, sold*, *Nile Motors (NM) sold*: where the name ends."""
    if not end:
        return end
    closes = words[end - 1].text
    if closes == ")":
        return next((at for at in range(end - 2, 0, -1) if words[at].text == "("), end)
    if closes in _DASHES:
        return next((at for at in range(end - 2, 0, -1) if words[at].text in _DASHES), end)
    if closes != ",":
        return end
    opening = _comma_before(words, end - 1)
    while opening is not None and (further := _comma_before(words, opening)) is not None:
        aside = words[further + 1 : opening]
        led = aside and (aside[0].low in _LEADS_ASIDE or not aside[0].text[0].isalpha())
        told = len(aside) > 1 and aside[0].low.endswith("ed") and aside[1].low in PREPOSITIONS
        if not (led or told):
            break
        opening = further  # Ali Omar, 54, a trader, sold
    return end if opening is None else opening


def _comma_before(words: Sequence[Word], end: int) -> int | None:
    return next((at for at in range(end - 1, 0, -1) if words[at].text == ","), None)


_LEADS_ASIDE = vocabulary("a an the which who whose whom now formerly based also one")
