"""To whom it is done, where, as what: the roles around the word for an action.

Who does it is read in ``actors``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import field, frozen

from sherd.claims.dates import MONTHS, WEEKDAYS
from sherd.claims.grammar import AUXILIARIES, BREAKS, DETERMINERS, PARTICIPLES, PREPOSITIONS
from sherd.claims.kin import FIRMS
from sherd.claims.lexicon import Deed, adjectives, bodies, states, vocabulary
from sherd.claims.nouns import in_number
from sherd.claims.parties import OTHERS, PRONOUNS, PUBLIC, Mentions, described, meant, party
from sherd.claims.phrases import GOVERNMENTAL, ORGANISATION_WORDS, is_title, joined
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.speakers import Entity
from sherd.claims.standing import HOLDING_OFFICE, SOLDIERS, party_in
from sherd.model.statements import Named, Passage, Speaker

STOPPING = vocabulary(
    "stop stops stopped stopping halt halts halted halting end ends ended ending cease ceased ceasing "
    "suspend suspended suspending curb curbs curbed curbing discontinue discontinued stem stemmed stemming "
    "staunch"
)


NUMBERS = vocabulary(
    "one two three four five six seven eight nine ten several many some few no every each all both any"
)
NOBODY = vocabulary("there this that what such these those")
"""Words that name nobody by themselves."""

SHARES = vocabulary(
    "any one two three some both all most many none each several dozens scores hundreds thousands few half "
    "majority number group total"
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
    before: Sequence[Word] = ()
    """The words of the sentence in front of them, where the subject stands of what begins with its verb."""


@frozen
class Hit:
    """A word for an action: words ``[at, end)``; ``stopped`` by a word such as *stop* before it.

    ``noun`` is where the noun phrase stands to which the deed is done, where no form of *be* tells so: of a
    participle that describes it (*a fuse | made in P*).
    """

    at: int
    end: int
    deed: Deed
    stopped: bool
    rank: int
    noun: tuple[int, int] | None = None


_APOSTROPHES = frozenset("'’")
_PLACING = PREPOSITIONS - {"of"}
_ARTICLES = DETERMINERS - NUMBERS
_NO_NOUN = PREPOSITIONS | DETERMINERS


def named(clause: Clause, first: int, last: int) -> Named | None:
    """Who or what these words name: a state by any of its words, whom a pronoun means, else as written."""
    words = _without_share(list(clause.words[first:last]))
    if len(words) == 1 and words[0].text == "us":
        speaker = clause.source.speaker if clause.source else None
        name = meant("us", speaker, clause.quoted, clause.mentions)
        return Named(name, Passage.of(clause.text, words[0].start, words[0].end)) if name else None
    if (joint := states_together(clause, first, last)) is not None:
        return joint
    if known := states().get(" ".join(word.low for word in words)):
        return Named(known.name, Passage.of(clause.text, words[0].start, words[-1].end))
    while words and (not words[0].is_word or words[0].low in {"the", "a", "an", "both"}):
        words.pop(0)
    while words and (not words[-1].is_word or words[-1].low == "'s"):
        words.pop()
    if not words:
        return None
    span = Passage.of(clause.text, words[0].start, words[-1].end)
    if len(words) > 3 and words[1].low == "and" and {words[0].low, words[2].low} <= adjectives():
        return Named(span.text, span)  # Chadian and Kenyan firms
    speaker = clause.source.speaker if clause.source else None
    if len(words) == 1 and words[0].low in NOBODY:
        return None
    if len(words) == 1 and words[0].low in {"it", "its", "they", "their"} and clause.quoted:
        named_before = party_in(list(clause.words[:first]))  # “Iran has said that it is no party to P”
        if named_before is not None:
            return Named(named_before, span)
    if len(words) == 1 and words[0].low in OTHERS and not clause.quoted and not clause.before:
        several = speaker is not None and speaker.kind in {"anonymous", "anonymous_official"}
        if several:
            return None  # They carried no charge, prosecutors said
    if len(words) == 1 and words[0].low in PRONOUNS:
        name = meant(words[0].low, speaker, clause.quoted, clause.mentions)
        return Named(name, span) if name else None
    if (house := _house_of_staff(clause, words) or _house_of_none(clause, words)) is not None:
        return Named(house, span)
    if (run := _named_staff(words)) is not None:
        return Named(joined(run), Passage.of(clause.text, run[0].start, run[-1].end))
    if words[0].low in {"its", "their", "our"} and words[-1].low in GOVERNMENTAL:
        behalf = _state_of(speaker) if speaker else None
        if behalf is not None:
            return Named(behalf, span)
    if named_so := described(words, speaker, clause.mentions):
        return Named(named_so, span)
    if len(words) == 2 and words[1].low == "administration" and words[0].is_name:
        return Named("United States", span)  # only there a government goes by its president's name
    if (beside := _name_beside(clause, words)) is not None:
        return beside
    if words[0].low in {"his", "her", "its", "their", "our", "my"} and speaker is not None:
        theirs = clause.quoted and words[0].low in {"its", "their"}
        own = None if theirs else _own_country(words, speaker)
        if own is not None:
            return Named(own, span)
    if (acted_for := _house_behind(clause, words)) is not None:
        return acted_for
    head = next((at for at, word in enumerate(words) if at and word.low in _PLACING), len(words))
    head = _end_of_name(words, head)
    if head + 1 < len(words) and words[head].low == "in" and words[head - 1].low in HOLDING_OFFICE:
        seat = states().get(" ".join(word.low for word in words[head + 1 :]))
        if seat is not None:
            return Named(seat.name, span)  # officials in Ankara
    if (owned := _owned(words[:head])) is not None:
        return Named(owned, span)
    if (firm := _firm_named(clause.text, words[:head])) is not None:
        return firm
    if (party := party_in(words[:head])) is not None:
        return Named(party, span)
    called = next(
        (at for at, word in enumerate(words) if at and word.low in {"called", "named", "dubbed"}), 0
    )
    if called and called + 1 < len(words) and words[called + 1].is_name:
        words = words[called + 1 :]
    while len(words) > 1 and words[0].low in _ARTICLES:
        words.pop(0)
    if len(words) > 1 and words[0].low in MAKING and all(word.is_name for word in words[1:]):
        words.pop(0)  # the firm Vale Optics
    words = words[: _end_of_name(words, len(words))]
    span = Passage.of(clause.text, words[0].start, words[-1].end)
    return Named(span.text, span) if len(words) <= 9 else None


def states_together(clause: Clause, first: int, last: int) -> Named | None:
    """*Russia and Belarus*, *Japan, France and the US*: all of them, where each is a state alone."""
    last = min(last, len(clause.words))
    lows = [word.low for word in clause.words[first:last]]
    joins = {"nor"} if lows and lows[0] == "neither" else {"and"}
    if not joins & set(lows):
        return None
    parts: list[str] = []
    opens = first
    for at in range(first, last + 1):
        if at < last and clause.words[at].low not in joins and clause.words[at].text != ",":
            continue
        if at > opens:
            some = [word.low for word in clause.words[opens:at]]
            name = " ".join(some[1:] if some[0] in {"the", "both", "neither"} else some)
            if name not in states() or name in adjectives():
                return None
            parts.append(states()[name].name)
        opens = at + 1
    if len(parts) < 2:
        return None
    span = Passage.of(clause.text, clause.words[first].start, clause.words[last - 1].end)
    return Named(f"{', '.join(parts[:-1])} and {parts[-1]}", span)


STAFF = vocabulary(
    "technicians experts staff employees employee personnel engineers inspectors investigators analysts "
    "researchers specialists soldiers officers team radars lawyers laboratory"
)
"""Those who do what their house does: *its technicians*, *our staff*."""


def _house_of_staff(clause: Clause, words: Sequence[Word]) -> str | None:
    """*its technicians*, *any of our staff*: the house whose they are."""
    speaker = clause.source.speaker if clause.source else None
    if words[-1].low not in STAFF or len(words) > 4 or speaker is None:
        return None
    whose = next((word.low for word in words[:2] if word.low in {"its", "our", "their"}), None)
    if whose is None or (whose == "their" and clause.quoted):
        return None
    own = meant("we" if whose == "our" else "it", speaker, clause.quoted, clause.mentions)
    return None if own is None or "(unnamed)" in own else own


def _house_of_none(clause: Clause, words: Sequence[Word]) -> str | None:
    """*nobody | at the firm*, *no employee*: of whose house nobody did it, where it is the speaker's."""
    speaker = clause.source.speaker if clause.source else None
    lows = [word.low for word in words]
    staff = lows[0] == "no" and lows[1:] in (["employee"], ["employees"])
    at = next((n for n, word in enumerate(clause.words) if word.start == words[-1].start), len(clause.words))
    after = clause.words[at + 1].low if at + 1 < len(clause.words) else ""
    nobody = lows in (["nobody"], ["no-one"], ["no", "one"]) and after in {"at", "in", "from", "here"}
    if speaker is None or not (staff or nobody):
        return None
    own = party(speaker)
    return own if own != speaker.name and own.lower() not in states() and "(unnamed)" not in own else None


def _named_staff(words: Sequence[Word]) -> Sequence[Word] | None:
    """*Vale Watch analysts*, *an HWG field team*: the house whose name stands before them."""
    first = int(len(words) > 2 and words[0].low in {"a", "an"})
    last = first
    while last < len(words) and words[last].is_name and words[last].low not in POSSESSIVES:
        last += 1
    lows = {word.low for word in words[first:last]}
    if not first < last < len(words) <= last + 2 or words[-1].low not in STAFF | {"agents"}:
        return None
    if last == first + 1 and not words[first].text.isupper():
        return None
    public = any(low in states() or low in adjectives() or low in bodies() for low in lows)
    return None if public or any(is_title(low) for low in lows) else words[first:last]


def _firm_named(text: str, words: Sequence[Word]) -> Named | None:
    """*Vale Motor of Belgrade*, *the Serbian exporter Vale Motor*: a firm, and not the state where it is."""
    first = last = len(words)
    of = next((n for n in range(1, len(words) - 1) if words[n].low == "of"), None)
    if of is not None:
        place = " ".join([word.low for word in words[of + 1 :]])
        house = any(word.low in _RULES or is_title(word.low) for word in words[:of])
        if place not in states() or house or not all(word.is_name for word in words[:of]):
            return None
        first, last = 0, of
    else:
        while first and words[first - 1].is_name:
            first -= 1
        if not 0 < first < last or words[first - 1].low not in FIRMS or words[first - 1].is_name:
            return None
    name = " ".join([word.low for word in words[first:last]])
    if name in states() or name in adjectives() or name in bodies():
        return None
    span = Passage.of(text, words[first].start, words[last - 1].end)
    return Named(span.text, span)


_RULES = (
    GOVERNMENTAL
    | ORGANISATION_WORDS
    | vocabulary("republic kingdom emirates government authorities state states people islamic federation")
)


def _house_behind(clause: Clause, words: Sequence[Word]) -> Named | None:
    """*experts from the Institute for Naval Science*, *officers of Chad's navy*: the house they act for."""
    at = next((n for n, word in enumerate(words) if n and word.low in {"of", "from"}), None)
    if at is None or at + 1 >= len(words) or words[at - 1].low not in OF_HOUSE:
        return None
    opens = next((n for n, word in enumerate(clause.words) if word.start == words[at + 1].start), None)
    if opens is None or not clause.words[opens + (words[at + 1].low == "the")].is_name:
        return None
    return named(clause, opens, opens + len(words) - at - 1)


def _end_of_name(words: Sequence[Word], limit: int) -> int:
    """Where a participle, a time or a clause behind the noun begins: *30 entities linked to P*."""
    for at in range(1, limit):
        low = words[at].low
        if words[at].is_name or low in {"called", "named", "dubbed"}:
            continue
        after = words[at + 1].low if at + 1 < limit else ""
        behind = words[at - 1].low.endswith("s") or words[at - 1].is_name
        if low in ENDING or ((low.endswith("ed") or low in PARTICIPLES) and behind):
            return at
        if low.endswith("ing") and low != "during" and behind and _opens_object(words, at + 1, limit):
            return at  # cargo planes leaving Chad
        if low.endswith("ed") and after in {"", "in", "by", "to", "with", "at", "on"}:
            return at
        if low == "the" and words[at - 1].low not in _NO_NOUN:
            return at
    return limit


def _opens_object(words: Sequence[Word], at: int, limit: int) -> bool:
    return at < limit and (words[at].is_name or words[at].low in _NO_NOUN or words[at].text[0].isdigit())


ENDING = vocabulary(
    "that which who whose whom you they we it last next hardest most twice once again abroad alone "
    "instead not "
    "today yesterday tomorrow early late earlier"
)


OF_HOUSE = vocabulary(
    "experts officers analysts investigators engineers technicians inspectors specialists researchers "
    "prosecutors delegations delegation delegates representatives soldiers troops fighters pilots members "
    "scientists team teams agents personnel staff gunners forensics detectives"
)
"""Those who act for the house that stands behind *of* or *from*: *experts from the Institute*."""


def _name_beside(clause: Clause, words: Sequence[Word]) -> Named | None:
    """*the Kenyan manufacturer, Acme Tools*: the name beside a common noun."""
    if not words or words[-1].is_name:
        return None
    at = next((n for n, word in enumerate(clause.words) if word.start == words[-1].start), None)
    if at is None or at + 2 >= len(clause.words) or clause.words[at + 1].text != ",":
        return None
    end = at + 2
    while end < len(clause.words) and clause.words[end].is_name:
        end += 1
    closed = end == len(clause.words) or clause.words[end].text in {",", "."}
    run = clause.words[at + 2 : end]
    if not 1 < len(run) <= 5 and not (len(run) == 1 and words[-1].low in MAKING):
        return None
    if not closed or run[0].low in states() or run[0].low in MONTHS or run[0].low in WEEKDAYS:
        return None
    span = Passage.of(clause.text, run[0].start, run[-1].end)
    return Named(span.text, span)


MAKING = vocabulary(
    "plant company firm manufacturer maker distributor trader supplier broker bank airline factory"
)


PARTIES = frozenset({"organisation", "state"})


def _own_country(words: Sequence[Word], speaker: Speaker) -> str | None:
    """*his country*, *our armed forces*: the state for which somebody speaks, *his company* the company."""
    own = party(speaker)
    last = words[-1].low
    stands = own != speaker.name or speaker.kind in PARTIES
    if last in SOLDIERS | _MEN and len(words) < 4 and stands:
        return own
    if len(words) == 2 and last in {"client", "clients"} and _is_counsel(speaker):
        return own
    if own.lower() in states() and last in GOVERNMENTAL | {
        "country",
        "nation",
        "government",
        "state",
        "forces",
    }:
        return states()[own.lower()].name
    if len(words) == 2 and last in _HOUSES and own != speaker.name:
        return own
    return None


_MEN = vocabulary("men unit units hands personnel comrades pilots crews patrols snipers")
"""Those of a fighting body whose deeds are its own."""

_HOUSES = vocabulary(
    "company firm organisation organization group team institute agency movement party employer business "
    "outfit laboratory lab office bank union"
)


def _is_counsel(speaker: Speaker) -> bool:
    """A lawyer, for whom *my client* is the party that they speak for."""
    told = f"{speaker.role or ''} {speaker.name}".lower()
    return party(speaker) != speaker.name and any(word in told for word in ("lawyer", "attorney", "counsel"))


def _without_share(words: list[Word]) -> list[Word]:
    """*any of the warring parties*, *one of its makers*: those of whom some are meant."""
    first = int(len(words) > 3 and words[0].low in {"a", "the"})
    if len(words) > first + 2 and words[first + 1].low == "of" and words[first].low in SHARES:
        return words[first + 2 :]
    return words


def _owned(words: Sequence[Word]) -> str | None:
    """*Yemen's Houthi rebels*, *China's state-owned Norinco*: the body or firm named behind its state."""
    at = next((n for n, word in enumerate(words) if word.low in POSSESSIVES or word.text in _APOSTROPHES), 0)
    owner = " ".join([word.low for word in words[:at]])
    if not at or not (owner in states() or owner in bodies()):
        return None
    rest = words[at + 1 :]
    for size in (4, 3, 2, 1):
        for first in range(len(rest) - size + 1):
            key = " ".join([word.low for word in rest[first : first + size]])
            if key in bodies() and rest[first].is_name:
                return bodies()[key]
    first = len(rest)
    while first and rest[first - 1].is_name:
        first -= 1
    run = rest[first:]
    stately = any(word.low in GOVERNMENTAL or word.low in PUBLIC for word in run)
    return None if not run or stately else joined(run)


def _state_of(speaker: Speaker) -> str | None:
    return speaker.on_behalf_of or (speaker.name if speaker.kind == "state" else None)


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
    while end < len(words) and (
        in_number(words, end) or (words[end].text not in BREAKS and words[end].low not in _ENDS_PHRASE)
    ):
        end += 1
    return end


def is_passive(words: Sequence[Word], hit: Hit) -> bool:
    """Whether the verb is a participle with a form of *be* before it."""
    if hit.deed.kind != "verb":
        return False
    if hit.noun is not None:
        return hit.deed.form in {"past", "participle"}
    if hit.deed.form == "base":  # was hit
        return words[hit.at].low in UNCHANGED and bool(hit.at) and words[hit.at - 1].low in _BE - {"be"}
    return hit.deed.form in {"past", "participle"} and _is_helped(words, hit.at)


def passive_at(words: Sequence[Word], at: int) -> bool:
    """Whether a participle stands at ``at`` with a form of *be* before it."""
    return (words[at].low.endswith("ed") or words[at].low in PARTICIPLES) and _is_helped(words, at)


def _is_helped(words: Sequence[Word], at: int) -> bool:
    before = {word.low for word in words[max(0, at - 3) : at]}
    return bool(before & _BE)


_BE = vocabulary("is are was were been be being")
UNCHANGED = vocabulary("hit cut put shut set")
"""Verbs whose participle is their base form."""


_ENDS_PHRASE = PREPOSITIONS | AUXILIARIES | PHRASE_ENDS
