"""To whom it is done, where, as what: the roles around the word for an action.

Who does it is read in ``actors``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import field, frozen

from sherd.claims.dates import MONTHS, WEEKDAYS
from sherd.claims.grammar import AUXILIARIES, BREAKS, DETERMINERS, PARTICIPLES, PREPOSITIONS, is_base
from sherd.claims.lexicon import Deed, adjectives, bodies, states, vocabulary
from sherd.claims.parties import PRONOUNS, Mentions, described, meant
from sherd.claims.phrases import GOVERNMENTAL
from sherd.claims.sentences import Word
from sherd.claims.speakers import Entity
from sherd.model.statements import Named, Passage, Speaker

STOPPING = vocabulary(
    "stop stops stopped stopping halt halts halted halting end ends ended ending cease ceased ceasing "
    "suspend suspended suspending curb curbs curbed curbing discontinue discontinued"
)


NUMBERS = vocabulary(
    "one two three four five six seven eight nine ten several many some few no every each all both any"
)
NOBODY = vocabulary("there this that what such these those")
"""Words that name nobody by themselves."""

SHARES = vocabulary(
    "any one two three some both all most many none each several dozens scores hundreds thousands few half "
    "majority number group"
)


@frozen
class Clause:
    """The words of what is said, whose words they are, and the parties named before them in the text."""

    text: str
    words: Sequence[Word]
    source: Entity | None = None
    mentions: Mentions = field(factory=Mentions)
    quoted: bool = False
    """Whether they stand between quotation marks, so that *they* is never the speaker."""


@frozen
class Hit:
    """A word for an action: words ``[at, end)``; ``stopped`` by a word such as *stop* before it."""

    at: int
    end: int
    deed: Deed
    stopped: bool
    rank: int


def named(clause: Clause, first: int, last: int) -> Named | None:
    """Who or what these words name: a state by any of its words, whom a pronoun means, else as written."""
    words = _without_share(list(clause.words[first:last]))
    if known := states().get(" ".join(word.low for word in words)):
        return Named(known.name, Passage.of(clause.text, words[0].start, words[-1].end))
    while words and (not words[0].is_word or words[0].low in {"the", "a", "an", "both"}):
        words.pop(0)
    while words and (not words[-1].is_word or words[-1].low == "'s"):
        words.pop()
    if not words:
        return None
    span = Passage.of(clause.text, words[0].start, words[-1].end)
    speaker = clause.source.speaker if clause.source else None
    if len(words) == 1 and words[0].low in NOBODY:
        return None
    if len(words) == 1 and words[0].low in {"it", "its", "they", "their"} and clause.quoted:
        named_before = _party_in(list(clause.words[:first]))  # “Iran has said that it is no party to P”
        if named_before is not None:
            return Named(named_before, span)
    if len(words) == 1 and words[0].low in PRONOUNS:
        name = meant(words[0].low, speaker, clause.quoted, clause.mentions)
        return Named(name, span) if name else None
    if words[0].low in {"its", "their", "our"} and words[-1].low in GOVERNMENTAL:
        behalf = _state_of(speaker) if speaker else None
        if behalf is not None:
            return Named(behalf, span)
    if named_so := described(words, speaker, clause.mentions):
        return Named(named_so, span)
    head = next((at for at, word in enumerate(words) if at and word.low in PREPOSITIONS - {"of"}), len(words))
    if (party := _party_in(words[:head])) is not None:
        return Named(party, span)
    called = next(
        (at for at, word in enumerate(words) if at and word.low in {"called", "named", "dubbed"}), 0
    )
    if called and called + 1 < len(words) and words[called + 1].is_name:
        words = words[called + 1 :]
    while len(words) > 1 and words[0].low in DETERMINERS - NUMBERS:
        words.pop(0)
    span = Passage.of(clause.text, words[0].start, words[-1].end)
    return Named(span.text, span) if len(words) <= 9 else None


def _without_share(words: list[Word]) -> list[Word]:
    """*any of the warring parties*, *one of its makers*: those of whom some are meant."""
    if len(words) > 2 and words[1].low == "of" and words[0].low in SHARES:
        return words[2:]
    return words


def _party_in(words: Sequence[Word]) -> str | None:
    """The state or body that a phrase stands for: *Russian forces*; a name of its own stands for itself."""
    for size in (4, 3, 2, 1):
        for at in range(len(words) - size + 1):
            key = " ".join(word.low for word in words[at : at + size])
            if (state := states().get(key)) and _stands_for_state(words, at + size, key):
                return state.name
            if key in bodies() and words[at].is_name:
                return bodies()[key]
    return None


def _state_of(speaker: Speaker) -> str | None:
    return speaker.on_behalf_of or (speaker.name if speaker.kind == "state" else None)


AFTER_STATE = (
    PREPOSITIONS
    | vocabulary("'s itself and or many several repeatedly last this again now also twice once")
    | DETERMINERS
)
"""Words after which a state's name goes on with nothing."""


def _stands_for_state(words: Sequence[Word], end: int, key: str) -> bool:
    """*Russian military* is Russia; *American chipmakers* are not the United States."""
    if end >= len(words) or not words[end].is_word or words[end].low in AFTER_STATE:
        return True
    return words[end].low in GOVERNMENTAL or words[end].low in {
        "government",
        "side",
        "regime",
        "authorities",
        "forces",
        "efforts",
        "counterpart",
        "minister",
        "president",
        "foreign",
        "defence",
        "defense",
        "prime",
        "armed",
        "air",
        "security",
        "administration",
        "state",
        "attempts",
        "plans",
        "decision",
        "leaders",
        "leadership",
        "troops",
        "envoys",
        "diplomats",
        "officials",
        "negotiators",
    }


TO_WHOM = {
    "ATTACK": ("on", "against", "at"), "USE": ("against", "at"), "SANCTION": ("on", "against"),
    "SUPPORT": ("to", "with", "for"), "NEGOTIATE": ("with",), "CONSULT": ("with",), "COMMIT": ("to",),
    "TRANSPORT": ("to", "into", "for", "at"), "ACQUIRE": (), "PRODUCE": (), "INSPECT": (), "DIFFER": (),
    "MATCH": (), "IDENTIFY_AS": (), "SHOOT_DOWN": (),
}  # fmt: skip
"""Prepositions before the one to whom a deed is done; of giving: *to*, *for*."""

DIRECT = frozenset({"ATTACK", "SANCTION", "SUPPORT", "TRAIN", "HOLD_ACCOUNTABLE", "THREATEN"})
"""Deeds whose object is the one to whom they are done."""

GIVING = vocabulary(
    "arm arms armed arming equip equips equipped equipping supply supplies supplied supplying "
    "provide provides provided providing give gives gave given giving send sends sent sending "
    "sell sells sold selling lend lends lent lending hand hands handed handing"
)
"""Verbs of giving that take the receiver straight after them: *armed the rebels*, *sold Russia drones*."""


RECEIVERS = vocabulary(
    "party parties side army forces force military government rebels militia group movement "
    "customer customers company companies buyers ally allies troops state states"
)
"""Nouns for those to whom something is given, and never for what is given."""


NOT_TO_ANYBODY = frozenset(
    {"ACQUIRE", "PRODUCE", "INSPECT", "IDENTIFY_AS", "MATCH", "DIFFER", "SHOOT_DOWN", "RELY"}
)
"""Deeds that are done to nobody."""


def recipient(clause: Clause, hit: Hit, action: str, asked: Named | None = None) -> Named | None:
    """To whom it is done, or from whom it is asked; ``asked`` is the subject of a passive."""
    words = clause.words
    if action in NOT_TO_ANYBODY or action in {"END_RELIANCE", "INTEND_PRODUCE"}:
        return None
    if action == "REQUEST":
        if is_passive(words, hit):
            return asked
        return named(clause, hit.end, phrase_end(words, hit.end)) if hit.end < len(words) else None
    if action in DIRECT and hit.deed.kind == "verb" and hit.deed.action == action:
        aimed = len(hit.deed.words) > 1 and hit.deed.words[-1] in PREPOSITIONS
        if is_passive(words, hit) and not aimed:
            return asked
        return _direct(clause, hit.end) or _after_mark(clause, hit, action)
    if action == "HOLD_ACCOUNTABLE":
        held = next(
            (at for at in range(hit.at) if words[at].low in {"hold", "holds", "held", "holding"}), None
        )
        if held is not None and held + 1 < hit.at:
            return named(clause, held + 1, hit.at)
        return asked or _after_mark(clause, hit, action)
    if hit.deed.frame == "thing" and "SUPPLY" in action:
        return _reached(clause, hit)
    if hit.deed.frame == "from" or (hit.deed.words[-1] in {"with", "in", "to", "of"} and "SUPPLY" in action):
        return named(clause, hit.end, receiver_end(words, hit.end)) if hit.end < len(words) else None
    span = receiver_span(clause, hit)
    if span is not None:
        return named(clause, *span)
    return _after_mark(clause, hit, action)


def _reached(clause: Clause, hit: Hit) -> Named | None:
    """*reached P*, *ended up at P*: whoever stands behind the verb."""
    words, at = clause.words, hit.end
    if at < len(words) and words[at].low in {"at", "in", "with", "to", "into", "on"}:
        at += 1
    if at >= len(words) or not _names_somebody(words, at):
        return None
    return named(clause, at, receiver_end(words, at))


def _after_mark(clause: Clause, hit: Hit, action: str) -> Named | None:
    """Whoever stands behind *to*, *for*, *on*, as the deed has it."""
    words = clause.words
    marks = TO_WHOM.get(action, ("to", "for", "against"))
    for at in range(hit.end, len(words) - 1):
        if words[at].low in {"that", "which", "who", "because", "if"} and at > hit.end:
            return None
        if words[at].low in marks and _names_somebody(words, at + 1):
            return named(clause, at + 1, receiver_end(words, at + 1))
    return None


def receiver_span(clause: Clause, hit: Hit) -> tuple[int, int] | None:
    """Where the receiver stands straight after a verb of giving: *armed P*, *sold Moscow drones*."""
    words = clause.words
    if hit.deed.action != "SUPPLY" or hit.deed.kind != "verb" or is_passive(words, hit):
        return None
    return _receiver(clause, hit) if words[hit.at].low in GIVING or hit.deed.frame == "whom" else None


def recipient_of_other(clause: Clause, first: int) -> Named | None:
    """To whom anything else is done, where a name stands after *to*."""
    words = clause.words
    for at in range(first + 1, len(words) - 1):
        if words[at].low in {"that", "which", "who", "because", "if"}:
            return None
        after = at + 1 + (words[at + 1].low == "the")
        if words[at].low == "to" and after < len(words) and words[after].is_name:
            return named(clause, at + 1, receiver_end(words, at + 1))
    return None


def _names_somebody(words: Sequence[Word], at: int) -> bool:
    """Whether a noun phrase follows, and no infinitive, date or purpose."""
    word = words[at]
    if not word.is_word or word.low in {"use", "be", "have", "do", "about"} or word.text[0].isdigit():
        return False
    if word.low in MONTHS or word.low in WEEKDAYS:
        return False
    return word.is_name or word.low in DETERMINERS or not is_base(word)


def _direct(clause: Clause, at: int) -> Named | None:
    """The object of the verb: *condemned Abu Dhabi*, *blacklisted four companies*, *sanctions on X*."""
    words = clause.words
    if at < len(words) and words[at].low in {"sanctions", "restrictions"}:
        at += 1
    if at < len(words) and words[at].low in {"on", "against", "at", "into"}:
        at += 1
    if at >= len(words) or not _names_somebody(words, at) or words[at].low in PREPOSITIONS:
        return None
    return named(clause, at, receiver_end(words, at))


def _receiver(clause: Clause, hit: Hit) -> tuple[int, int] | None:
    """*armed the rebels*, *supplied Russia with P*, *sold Moscow drones*."""
    words, at = clause.words, hit.end
    if at >= len(words) or not words[at].is_word:
        return None
    end = receiver_end(words, at)
    some = [word.low for word in words[at:end]]
    told = hit.deed.frame == "whom" or (end < len(words) and words[end].low == "with")
    if told or (bool(some) and some[-1] in RECEIVERS) or (some and " ".join(some) in states()):
        return at, end
    for size in (1, 2):
        first = " ".join(some[:size])
        if first in states() and first not in adjectives():
            return at, at + size
    owned = some[:1] and some[0] in {"his", "its", "their", "the"} and some[1:2] and some[1] in RECEIVERS
    return (at, at + 2) if owned else None


def receiver_end(words: Sequence[Word], at: int) -> int:
    """Where the one to whom it is done ends: *a customer in the Czech Republic*."""
    end = phrase_end(words, at)
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


def place(clause: Clause, hit: Hit) -> Named | None:
    """Where it is done: a name after a preposition of place."""
    words = clause.words
    for at in range(hit.end, len(words) - 1):
        if words[at].low in {"in", "near", "inside", "at", "over", "from"} and words[at + 1].is_name:
            end = phrase_end(words, at + 1)
            dated = words[at + 1].low.rstrip(".") in MONTHS or words[at + 1].low in WEEKDAYS
            if dated or re.fullmatch(r"(19|20)\d\d", words[at + 1].text) or end <= at + 1:
                continue
            return named(clause, at + 1, end)
    return None


def value(clause: Clause, hit: Hit, action: str) -> Named | None:
    """What it is identified as, matches, or differs from."""
    words = clause.words
    marks = {"IDENTIFY_AS": {"as"}, "MATCH": {"with", "to", "of"}, "DIFFER": {"from"}}.get(action)
    if marks is None:
        return None
    at = next(
        (n + 1 for n in range(hit.end, len(words)) if words[n].low in marks),
        hit.end if action == "MATCH" else None,
    )
    if at is None or at >= len(words):
        return None
    return named(clause, at, min(len(words), at + 7))


def passage(clause: Clause, first: int, last: int) -> Passage:
    """The words ``[first, last)`` of a clause as a passage."""
    return Passage.of(clause.text, clause.words[first].start, clause.words[last - 1].end)


PHRASE_ENDS = vocabulary(
    "that and which who but because when while if although months weeks years days hours ago nothing"
)
"""Words that a noun phrase does not go on with."""


def phrase_end(words: Sequence[Word], at: int) -> int:
    """Where the noun phrase that begins at ``at`` ends."""
    end = at + 2 if at + 2 < len(words) and words[at + 1].low == "of" and words[at].low in SHARES else at
    while (
        end < len(words)
        and words[end].text not in BREAKS
        and words[end].low not in PREPOSITIONS | AUXILIARIES | PHRASE_ENDS
    ):
        end += 1
    return end


def is_passive(words: Sequence[Word], hit: Hit) -> bool:
    """Whether the verb is a participle with a form of *be* before it."""
    return hit.deed.kind == "verb" and hit.deed.form in {"past", "participle"} and _is_helped(words, hit.at)


def passive_at(words: Sequence[Word], at: int) -> bool:
    """Whether a participle stands at ``at`` with a form of *be* before it."""
    return (words[at].low.endswith("ed") or words[at].low in PARTICIPLES) and _is_helped(words, at)


def _is_helped(words: Sequence[Word], at: int) -> bool:
    before = {word.low for word in words[max(0, at - 3) : at]}
    return bool(before & {"is", "are", "was", "were", "been", "be", "being"})
