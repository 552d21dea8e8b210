"""Where the one to whom a deed is done begins and ends: a state, a force, a buyer in a place.

Here are words and places alone; which of them a deed is done to is read in :mod:`sherd.claims.recipients`.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.agents import PERSONAL, acts
from sherd.claims.dates import MONTHS, WEEKDAYS
from sherd.claims.grammar import DETERMINERS, EVERYBODY, PREPOSITIONS, is_base
from sherd.claims.kin import FIRMS
from sherd.claims.lexicon import adjectives, deeds, states, things, vocabulary
from sherd.claims.nouns import phrase
from sherd.claims.phrases import GOVERNMENTAL, ORGANISATION_WORDS
from sherd.claims.roles import phrase_end
from sherd.claims.sentences import POSSESSIVES, Word


def names_somebody(words: Sequence[Word], at: int) -> bool:
    """Whether a noun phrase follows, and no infinitive, date or purpose."""
    word = words[at]
    if not word.is_word or word.low in {"use", "be", "have", "do", "about"}:
        return False
    if word.text[0].isdigit():
        counted = words[at + 1] if at + 1 < len(words) else None  # 30 firms, and no date
        many = counted is not None and (counted.low.endswith("s") or counted.low == "people")
        return counted is not None and many and not counted.is_name
    if word.low in MONTHS or word.low in WEEKDAYS:
        return False
    return word.is_name or word.low in DETERMINERS or not is_base(word)


def is_nobody(words: Sequence[Word], action: str) -> bool:
    """Whether the words name a thing, a use or a measure, and nobody to whom a deed can be done.

    What is struck may be anything; of what is carried, a place is where it goes, and no receiver.
    """
    if not words or action in {"ATTACK", "USE", "REQUEST"} or words[0].low in EVERYBODY:
        return False
    last = next((n for n in range(1, len(words)) if words[n].low in PREPOSITIONS), len(words)) - 1
    head = words[last]
    own = any(word.low in states() for word in words)
    if action == "TRANSPORT":
        house = any(word.low in ORGANISATION_WORDS or word.low in FIRMS for word in words)
        return not (own or house or (acts(words, last, last + 1) and not head.is_name))
    if own or acts(words, last, last + 1) or (head.is_name and last > 0 and words[last - 1].is_name):
        return False
    return head.low in things() or head.low in _NO_RECEIVER or is_deed(head.low)


def is_deed(low: str) -> bool:
    """Whether the noun is one for a deed, and not for whoever does it: *the sale*, not *the seller*."""
    done = any(each.kind == "noun" for each in deeds().get(low, ()))
    return done and low not in PERSONAL and low.removesuffix("s") not in FIRMS


_NO_RECEIVER = vocabulary(
    "use uses purpose purposes reason reasons time times altitude code codes order orders equipment goods "
    "development resale repair repairs inspection examination analysis display scrap cash another example "
    "suspicion object project deal rate level fact extent laboratory laboratories corridors restrictions "
    "sanctions embargo act technology technologies"
)


def is_somebody(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the phrase names a state, its forces or somebody else who can have the use of P."""
    some = [word.low for word in words[first:last]]
    some = some[1:] if len(some) > 1 and some[0] in DETERMINERS else some
    state = some[0] in states() or some[-1] in states() or " ".join(some) in states()
    return (state and some[-1] not in things()) or some[-1] in PERSONAL | GOVERNMENTAL | FIRMS


def receiver_end(words: Sequence[Word], at: int) -> int:
    """Where the one to whom it is done ends: *a customer in the Czech Republic*; a state, with its name."""
    if (joint := joined_states_end(words, at)) is not None:
        return joint
    for size in (4, 3, 2, 1):
        name, after = " ".join(word.low for word in words[at : at + size]), at + size
        if name in states() and name not in adjectives() and all(word.is_name for word in words[at:after]):
            alone = after >= len(words) or (
                words[after].low not in POSSESSIVES
                and not words[after].is_name
                and words[after].low not in {"and", "or"}
            )
            if alone:
                return after
            break
    end = phrase_end(words, at)
    if end + 1 < len(words) and words[end].low in POSSESSIVES:
        end = phrase_end(words, end + 1)  # Chad's rebels
    if (
        end < len(words)
        and (words[end].low in {"and", "or"} or words[end].text == ",")
        and " ".join(w.low for w in words[at:end]) not in states()
    ):
        whole = phrase(words, at)
        if whole is not None and whole[1] > end:
            return whole[1]
    for ahead in range(at + 1, end):
        if (
            words[ahead].low in {"last", "this", "earlier", "late"}
            and words[ahead - 1].low not in DETERMINERS
        ):
            return ahead
    common = end > at and not words[end - 1].is_name
    if (
        common
        and end + 1 < len(words)
        and words[end].low in {"in", "of"}
        and not words[end + 1].text[0].isdigit()
    ):
        further = phrase_end(words, end + 1)
        dated = words[end + 1].low in MONTHS or words[end + 1].low in WEEKDAYS
        if further > end + 1 and not dated and any(word.is_name for word in words[end + 1 : further]):
            return further
    return end


def joined_states_end(words: Sequence[Word], at: int) -> int | None:
    """Where *Russia and Belarus*, *Kenya, Chad and Mali* end, if states stand there one beside another."""
    end, count, told = at, 0, False
    while True:
        opens = end + (end < len(words) and words[end].low in {"the", "both"})
        size = next(
            (
                n
                for n in (4, 3, 2, 1)
                if (name := " ".join([word.low for word in words[opens : opens + n]])) in states()
                and name not in adjectives()
                and words[opens].is_name
            ),
            0,
        )
        after = opens + size
        goes_on = after < len(words) and (words[after].is_name or words[after].low in POSSESSIVES)
        if not size or goes_on:
            return None
        count += 1
        if told or after >= len(words):
            return after if count > 1 and told else None
        if words[after].text == "," and not told:
            after += 1
        if after < len(words) and words[after].low == "and":
            told, after = True, after + 1
        elif words[after - 1].text != ",":
            return None
        end = after
