"""How somebody unnamed is called: whose they are, what the text says of the office, the noun.

*Former* stands first; a capital that only opens a sentence is no part of the name; a place is kept where it
is all that is known.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims.bodies import adjective
from sherd.claims.firms import OF
from sherd.claims.grammar import DETERMINERS, PREPOSITIONS
from sherd.claims.kin import BODIES, FIRMS
from sherd.claims.lexicon import listed, things, vocabulary
from sherd.claims.phrases import joined, singular
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.speakers import Entity, Register

RANK = vocabulary(
    "own unnamed unidentified anonymous senior top more than other second another high-ranking current same "
    "prominent leading influential"
)

FORMER = vocabulary("former ex one-time onetime ex-")
"""Words for somebody who was in office, before everything else that is said of them."""

AT_THE_SEAT = vocabulary(
    "ministry department defence defense government customs police security army navy military intelligence "
    "trade foreign"
)
"""Words of an office whose officials, in a capital, are those of the state."""

KNOWING = vocabulary("familiar knowledge briefed close involved")
"""Words after which stands what makes a source worth hearing; it stays in the name."""

COMMON = AT_THE_SEAT | vocabulary(
    "independent local federal regional rights former industry weapons aid humanitarian law opposition human "
    "investigative city state public national international district municipal political legal technical "
    "economic business market shipping aviation arms sanctions air open-source private commercial civilian "
    "border export import commodity energy oil nuclear court election railway port harbour church ruling "
    "separatist rebel pro-government anti-corruption counter-terrorism high-level mid-level low-level"
)
"""Words that are no name by themselves; one may open a sentence before a noun for people."""

POSTED = vocabulary("diplomat envoy ambassador attaché attache consul official representative")
"""Who speaks for a state where they are posted, and not for the embassy."""


def known_of(after: Sequence[Word], register: Register) -> list[Word]:
    """*close to the company*: with the name of the company that is meant, where the text has it."""
    some = list(after)
    if len(some) < 3 or some[-2].low != "the" or some[-1].low not in BODIES or not _knows(some):
        return some
    head, where = some[-1].low, some[-1]
    found = register.by_head(head, False)
    name = found.speaker.name if found is not None else register.mentions.by_head(head)
    if name is None or "(unnamed)" in name:
        return some
    return [*some[:-2], *(Word(part, where.start, where.end) for part in name.split())]


def _knows(words: Sequence[Word]) -> bool:
    return any(word.low in KNOWING for word in words)


def label(head: Word, before: Sequence[Word], after: Sequence[Word], owner: str, people: bool) -> str:
    """The one form: whose, what is said of the office, the noun, what they know."""
    known = {word.low for word in after} & KNOWING and not before and not owner
    end = next((at for at, word in enumerate(after) if word.low in {"speaking", "who", "that"}), len(after))
    tail = joined(after[:end]) if known else ""
    if people and not owner and after and after[0].low in {"of", "for", "from"}:
        stop = next(
            (n for n in range(1, len(after)) if after[n].low in PREPOSITIONS or not after[n].is_word),
            len(after),
        )
        tail = joined([w for w in after[:stop] if w.low not in DETERMINERS])
    was = any(word.low in FORMER for word in before) or head.low.startswith("ex-")
    own = joined([word for word in before if word.low not in {*owner.lower().split(), *FORMER}])
    noun = head.low.removeprefix("ex-") if head.text.istitle() else head.text.removeprefix("ex-")
    placed = people and not (owner or own or tail or was) and after and after[0].low == "in"
    if placed and len(after) > 1 and all(word.is_name for word in after[1:]):
        tail = joined(after)  # a dealer in X
    whole = " ".join(part for part in ("former" if was else "", owner, own, noun, tail) if part)
    return whole.replace(" ,", ",").replace("U.S.", "US").replace("U.N.", "UN").replace("U.K.", "UK")


def short(whose: Entity, one: str, register: Register) -> str:
    """A state as its adjective, a diplomat's mission as its state's, a body by its short form if any."""
    speaker = whose.speaker
    if speaker.kind == "state":
        return adjective(speaker.name)
    lows = speaker.name.lower().split()
    if speaker.on_behalf_of and set(lows) & {"mission", "embassy", "consulate"} and one in POSTED:
        return adjective(speaker.on_behalf_of)
    if "embassy" in lows and " in " in speaker.name:
        return speaker.name[: speaker.name.index(" in ")]
    brief = next((each for each in whose.alternatives if each.isupper() and len(each) <= 6), None)
    return brief or register.cast.briefs.get(speaker.name.lower()) or speaker.name.replace(" (unnamed)", "")


def small(before: list[Word], phrase: Sequence[Word]) -> list[Word]:
    """*Federal prosecutors*, where a sentence opens with them: without the capital of the sentence."""
    run = len(before) > 1 and before[1].is_name
    if not before or before[0] is not phrase[0] or run or not is_common(before[0]):
        return before
    return [evolve(before[0], text=before[0].low), *before[1:]]


def is_common(word: Word) -> bool:
    """Whether a capital says only that a sentence begins."""
    low, nouns = word.low, ("person", "organisation", "official", "outlet")
    return low in COMMON or low in RANK or any(low in listed(kind) for kind in nouns) or low in things()


def single(several: Entity) -> Entity:
    """One of *Western officials (unnamed)*: a *Western official (unnamed)*; anybody else as they are."""
    speaker = several.speaker
    if not several.plural or not speaker.kind.startswith("anonymous"):
        return several
    parts = [_ONE.get(part, part) for part in speaker.name.split()]
    heads = {head for head in several.heads if head.endswith("s")}
    name = " ".join(singular(part) if part.lower() in heads else part for part in parts)
    ones = several.heads | {singular(head) for head in heads}
    return evolve(several, speaker=evolve(speaker, name=name), heads=ones, plural=False)


_ONE = {"people": "person", "men": "man", "women": "woman"}
"""One of those whom a plural without an ending means."""


DESCRIBING = (
    "-based", "-listed", "-headquartered", "-registered", "-owned", "-run", "-born", "-old", "-strong"
)  # fmt: skip
"""Ends of words that tell something new of whom the noun means, and so do not tell it from another."""


def told_of(words: Sequence[Word], head: str) -> frozenset[str]:
    """The words beside a noun that say whom it means: *the German distributor*."""
    stop = next((at for at, word in enumerate(words) if word.low == head), 0)
    told = frozenset(
        word.low
        for word in words[1:stop]
        if word.low not in RANK and word.low not in POSSESSIVES and not word.low.endswith(DESCRIBING)
    )
    of_thing = head in FIRMS and stop + 1 < len(words) and words[stop + 1].low == "of"
    return told | OF if of_thing else told
