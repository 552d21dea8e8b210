"""Which word or phrase stands for a deed, where it stands: *sold P*, *the sale of P*, not *gave a reason*.

The tables know a word by itself; here its neighbours say whether it is a verb or a noun there, whether what
is given is goods and what is made a thing, and whether the deed is told as stopped.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.bare_verbs import opens_with_many
from sherd.claims.grammar import (
    AUXILIARIES,
    BEFORE_IS,
    CONJUNCTIONS,
    DETERMINERS,
    PARTICIPLES,
    PREPOSITIONS,
    finite_at,
    is_adverb,
)
from sherd.claims.lexicon import Deed, deeds, deeds_before, states, things, vocabulary
from sherd.claims.nouns import ENDS, head, phrase, without_articles
from sherd.claims.parties import PRONOUNS
from sherd.claims.roles import STOPPING, Hit, passive_at
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.verbs import BE

NEEDED = {
    "REDUCE_NUCLEAR": ("nuclear",),
    "SLOW_ENRICHMENT": ("uranium", "enrich"),
    "DILUTE": ("stockpile", "uranium"),
}
"""Words of which the clause must hold one for these actions."""


def likeliest(words: Sequence[Word]) -> Hit | None:
    """The word that stands for a deed before any other, wherever it stands."""
    hits = [hit for at in range(len(words)) for hit in hits_at(words, at)]
    return min(hits, key=lambda hit: (hit.rank, hit.at)) if hits else None


def hits_at(words: Sequence[Word], at: int) -> list[Hit]:
    """The word or phrase for a deed that begins at ``at``, where it stands for one there."""
    low = words[at].low
    if low not in deeds():
        return []
    after = words[at + 1].low if at + 1 < len(words) else ""
    noun_first = at > 0 and words[at - 1].low in _OPENS_NOUN
    kept: Hit | None = None
    parted = at + 2 < len(words) and (after in _OWNS or is_adverb(words[at + 1]))
    for deed in deeds()[low] if parted else deeds_before(low, after):
        size = len(deed.words)
        end = at + size
        if size > 1 and after != deed.words[1]:
            end = _past_adverb(words, at, deed) if parted else 0
            if not end:
                continue
        elif size > 2 and tuple(w.low for w in words[at:end]) != deed.words:
            continue
        if size > 1 and deed.words[-1] == "around" and end < len(words) and words[end].text[0].isdigit():
            continue  # building around 70
        rank = _rank(words, at, deed)
        if rank is None or not _about(words, deed.action):
            continue
        if deed.only and not _is_with(words, at, deed):
            continue
        if deed.kind == "noun" and _goes_on(words, end):
            continue
        if deed.form == "ing" and at == 0 and end < len(words) and finite_at(words, end):
            continue  # training took place
        hit = Hit(at, end, deed, _stopped(words, at), rank)
        if noun_first and deed.kind == "verb" and deed.form == "base":
            kept = kept or hit  # the supply is a noun, where the table has one
            continue
        return [hit]
    return [kept] if kept is not None else []


def _past_adverb(words: Sequence[Word], at: int, deed: Deed) -> int:
    """Where *leans heavily on* and *crossed its northern border* end; the table has no such word."""
    end = at + 1 + len(deed.words)
    if deed.kind != "verb" or words[at + 2].low != deed.words[1]:
        return 0
    return end if tuple(word.low for word in words[at + 2 : end]) == deed.words[1:] else 0


_OWNS = vocabulary("its our their her his")


def _is_with(words: Sequence[Word], at: int, deed: Deed) -> bool:
    """Whether the object, or the subject of a passive, is one of those that the deed is told of."""
    kind, _, nouns = deed.only.partition(":")
    wanted = nouns.split("/")
    if kind == "not" and words[at + 1 : at + 2] and words[at + 1].low == "nothing":
        return True
    if kind == "not":
        object_ = phrase(words, at + len(deed.words))
        plain = at + 1 >= len(words) or words[at + 1].low not in wanted
        if deed.form == "participle" and passive_at(words, at):
            return plain and not {word.low for word in words[max(0, at - 9) : at]} & set(wanted)
        return plain and object_ is not None and head(words, *object_) not in wanted
    found = phrase(words, at + len(deed.words))
    if found is not None and _is_place(words, found, wanted):
        return True
    if found is not None and {word.low for word in words[found[0] : found[1] + 4]} & set(wanted):
        return True
    return deed.form == "participle" and bool({word.low for word in words[max(0, at - 9) : at]} & set(wanted))


def _is_place(words: Sequence[Word], found: tuple[int, int], wanted: Sequence[str]) -> bool:
    """Whether the object is a name, or a state's: the table asks so with *NAME* and *STATE*."""
    first, last = found
    first += words[first].low == "the" and last > first + 1
    named = last > first and all(word.is_name for word in words[first:last])
    state = " ".join(word.low for word in words[first:last]) in states()
    return ("NAME" in wanted and named) or ("STATE" in wanted and state)


def _goes_on(words: Sequence[Word], end: int) -> bool:
    """Whether another noun follows, which the phrase is about: *export control*, *delivery stickers*."""
    if end >= len(words):
        return False
    after = words[end]
    plain = after.is_word and not after.is_name and after.text[0].isalpha()
    return plain and not (
        after.low in ENDS
        or after.low in CONJUNCTIONS
        or after.low in POSSESSIVES
        or is_adverb(after)
        or finite_at(words, end)
        or after.low.endswith(("ed", "ing"))
        or after.low in _BEHIND_NOUN
        or after.low.endswith("fold")
        or (after.low in deeds() and end + 1 < len(words) and words[end + 1].low in DETERMINERS)
    )


TIMES_BEHIND = vocabulary("last this next late early earlier once twice as not which who that to too is")


def _about(words: Sequence[Word], action: str) -> bool:
    """Whether the clause speaks of what the action is about, where its word alone does not say so."""
    needed = NEEDED.get(action)
    return needed is None or any(word.low.startswith(needed) for word in words)


def _rank(words: Sequence[Word], at: int, deed: Deed) -> int | None:
    """How likely the word is the deed of the clause: a phrase or main verb first, a noun last."""
    if deed.kind == "phrase":
        return 0
    if deed.kind == "noun":
        return 5
    if deed.form == "s" and len(deed.words) == 1 and not finite_at(words, at):
        return None
    if deed.action == "SUPPLY" and not deed.only and _gives_words(words, at + len(deed.words) - 1):
        return None
    if words[at].low in _LAUNCHING and _opens_inquiry(words, at):
        return None
    if words[at].low in things() and at and words[at - 1].low in DETERMINERS | {"not"}:
        return None  # boarded the ship
    if words[at].low in MADE and not _makes_something(words, at):
        return None
    before = words[at - 1].low if at else ""
    if words[at].low == "own" and before in POSSESSIVES | _OWNS:
        return None  # its own machines
    if words[at].is_name and at > 0 and not words[at].quoted:
        return None
    if before == "'s" and at > 1 and words[at - 2].low in BEFORE_IS:
        before = "is"
    if before in _OPENS_NOUN or (before in _NO_BASE_AFTER and deed.form in {"base", "s"}):
        return 5 if deed.form == "base" else None
    relative = any(word.low in {"which", "who"} for word in words[max(0, at - 3) : at]) and at > 3
    rank = _rank_of_form(words, at, deed.form)
    return None if rank is None else rank + 2 * relative


HOLDS = vocabulary(
    "receive receives received receiving order orders ordered ordering support supports supported"
)
"""Verbs that carry a noun and are deeds themselves: *received shipments*."""

NO_GOODS = vocabulary(
    "evidence document documents proof information details response answer answers assurances assurance "
    "explanation interview statement comment comments opportunity reason photograph photographs date "
    "warning warnings certificate certificates permission access time figures estimate estimates context "
    "records record files file data list lists "
    "example examples orders order instructions signal signals message messages letter letters experts "
    "picture pictures name names invoice invoices consent leverage data numbers warnings chance "
    "hope rise way weight fragments debris wreckage findings results sample samples copies notice briefing"
)
"""What is given and is no goods: *has not provided a single document*."""

ABSTRACT = vocabulary(
    "decisions statements progress sense efforts attempts remarks comments claims mistakes choices demands "
    "concessions changes promises plans threats preparations arrangements allegations accusations profits us "
    "relations ties payments purchases calls strides gains sales deliveries appearances headlines sacrifices "
    "decision statement effort attempt remark comment claim mistake choice demand concession change promise "
    "plan threat preparation arrangement allegation accusation profit relation tie payment call stride gain "
    "appearance sacrifice difference case point exception contribution reference request "
    "offer proposal error "
    "errors appeal visit visits trip trips move progress use way start fortune living money "
    "sense mockery fool "
    "list lists note notes announcement announcements distinction distinctions assessment assessments policy "
    "policies strategy strategies plea suggestion suggestions recommendation "
    "recommendations finding findings "
    "discovery discoveries arrest arrests speech noise fuss mess world situation task job life lives it them "
    "war peace history deal deals bid bids judgment judgments representation "
    "representations inquiry inquiries "
    "secret bones clear certain sure available public possible impossible easy easier hard harder likely "
    "country contact contacts"
)
"""What is made and is no goods."""

MADE = vocabulary("make makes made making develop develops developed developing")
"""Verbs that tell of production only where a thing is made."""


def _gives_words(words: Sequence[Word], at: int) -> bool:
    """Whether what is given is an answer, a document, evidence: *gave Riga no proof*."""
    found = phrase(words, at + 1)
    if found is None:
        return False
    if head(words, *without_articles(words, *found)) in NO_GOODS:
        return True
    last = found[1]
    if last < len(words) and words[last].low == "with":
        last += 1
    elif last >= len(words) or words[last].low not in {"a", "an", "the", "no", "any"}:
        return False
    then = phrase(words, last)
    return then is not None and words[then[1] - 1].low in NO_GOODS


_LAUNCHING = vocabulary("launch launches launched launching")


def _opens_inquiry(words: Sequence[Word], at: int) -> bool:
    """*launched an internal review*: what is launched is no weapon."""
    found = phrase(words, at + 1)
    return found is not None and head(words, *found) in _INQUIRIES


_INQUIRIES = vocabulary(
    "investigation investigations inquiry inquiries enquiry probe review audit appeal campaign"
)


def _makes_something(words: Sequence[Word], at: int) -> bool:
    """Whether a thing that the tables know is made, or the deed is told in the passive."""
    told = words[at].low in {"made", "developed"}
    if told and any(word.low in BE for word in words[max(0, at - 3) : at]):
        return True
    ahead = words[at + 1 : at + 8]
    if ahead and ahead[0].low in {"in", "by", "at"}:
        return True
    end = next(
        (n for n, word in enumerate(ahead) if word.text in {",", ";"} or word.low in {"that", "which"}),
        len(ahead),
    )
    if any(word.low in things() or word.low in _STUFF for word in ahead[:end]):
        return True
    found = phrase(words, at + 1)
    if found is None:
        return False
    noun = head(words, *found)
    if found[1] < len(words) and words[found[1]].low in _MADE_SO:
        return False  # make the records available
    whole = ahead[0].low in {"a", "an", "its", "their", "our", "his", "the"} or noun.endswith("s")
    return whole and noun not in ABSTRACT and not any(each.kind == "noun" for each in deeds().get(noun, ()))


_MADE_SO = vocabulary("available public clear possible impossible easier harder known answer answerable")
_STUFF = vocabulary("equipment hardware machinery gear weaponry battery batteries anything")
"""What is made beside the things that the tables know."""

_BEFORE_ING = AUXILIARIES | STOPPING | {"started", "begun", "denied", "continues", "from"}
_SUBJECTS = PRONOUNS | {"itself", "themselves"}


def _rank_of_form(words: Sequence[Word], at: int, form: str) -> int | None:
    """A helped verb comes before a bare one, that before one which only describes a noun."""
    before = words[at - 1].low if at else ""
    if form in {"past", "participle"}:
        if any(word.low in AUXILIARIES for word in words[max(0, at - 3) : at]):
            return 0
        return 3 if any(finite_at(words, n) for n in range(at)) else 1
    if form == "ing":
        if before == "of" and at <= 4:
            return 1
        leads = at == 0 or before in _BEFORE_ING
        return 0 if leads else 3
    if form == "base":
        if before == "to" and at > 4:
            return 2
        if before in _BEFORE_BASE or at == 0:
            return 0
        if is_adverb(words[at - 1]) and at > 1:
            return _rank_of_form([*words[: at - 1], words[at]], at - 1, form)
        stands = before in _SUBJECTS or before.endswith("s") or finite_at(words, at)
        return 2 if stands or opens_with_many(words, at) else None
    return 1


def _stopped(words: Sequence[Word], at: int) -> bool:
    before = [word.low for word in words[max(0, at - 4) : at]]
    return any(low in STOPPING for low in before) or " ".join(before[-4:]).endswith(
        ("put a stop to", "put an end to", "no longer", "put a halt to")
    )


_OPENS_NOUN = DETERMINERS | {"'s"}
_NO_BASE_AFTER = PREPOSITIONS - {"to"}
_BEFORE_BASE = AUXILIARIES | {"to", "not", "never"}
_BEHIND_NOUN = PARTICIPLES | TIMES_BEHIND
