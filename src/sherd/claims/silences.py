"""Who said nothing, and by which words a text tells it.

*X had no immediate comment*, *X has yet to reply*, *X declined to be drawn on P*, *attempts to reach X
failed*, *e-mails to X went unanswered*, *there was no response from X*; and what nobody could check: *it
could not be verified independently*. A list of set phrases would miss most of these, so that the forms are
read word by word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from sherd.claims import grammar
from sherd.claims.asked_once import vocabulary_of
from sherd.claims.lexicon import vocabulary
from sherd.claims.negation import is_negation
from sherd.claims.sentences import Word

Stretch = tuple[int, int]

ANSWER = vocabulary(
    "comment comments response responses reply replies reaction statement answer answers word"
)
"""What somebody who says nothing does not give."""

ANSWERING = vocabulary("comment respond reply react answer")
ANSWERED = vocabulary("commented responded replied reacted answered")
DISCLOSING = ANSWERING | vocabulary(
    "say discuss confirm elaborate give provide name identify weigh speculate address speak talk disclose "
    "reveal specify detail explain offer verify share describe release state clarify list estimate be take "
    "go get"
)
"""What one declines, or will not do, who tells nothing."""

KEPT = vocabulary("remained remains stayed stays kept keeps fell")
MUTE = vocabulary("silent quiet mum tight-lipped silence")
CHECKING = vocabulary("verify confirm corroborate authenticate check")
CHECKED = vocabulary("verified confirmed corroborated authenticated checked")
REACHED = vocabulary("reached contacted located available reachable unavailable unreachable")
TRIES = vocabulary("attempts efforts attempt tries")
SENT = vocabulary(
    "calls call emails email e-mails e-mail messages message letters letter request requests question "
    "questions inquiries enquiries queries texts faxes invitations"
)
TAKEN = vocabulary("answered picked responded replied commented returned reached available")
"""What nobody did who says nothing: *nobody at the plant picked up the phone*."""

THERE = vocabulary("available forthcoming received given issued made came offered provided")
LOST = vocabulary("unanswered unreturned nowhere ignored")
RETURNED = vocabulary("returned answered acknowledged")
GIVING = vocabulary("had has have offered gave made issued provided released published drew got received")
NOBODY = vocabulary("nobody no-one none")
QUIET = vocabulary(
    "immediate immediately initial further official public new such formal substantive yet so far"
)


@frozen
class Silence:
    """Where the words stand that tell it (``cue``) and whom they name; ``party`` may be empty."""

    party: Stretch
    cue: Stretch
    begins: int
    """The first word of the clause that tells it."""


def silence(some: Sequence[Word], subject: int, at: int) -> Silence | None:
    """The silence that the words from ``at`` tell of the noun phrase from ``subject`` to ``at``.

    ``at`` is where the verb of the clause begins.
    """
    lows = [word.low for word in some]
    if _is_nobody(lows, subject):
        place = next((n for n in range(subject, at) if lows[n] in {"at", "from", "in"}), None)
        taken = next((n for n in range(at, min(at + 3, len(lows))) if lows[n] in TAKEN), None)
        if place is None or taken is None:
            return None
        return Silence((place + 1, at), (at, taken + 1), subject)
    if lows[subject] == "no" and lows[_past(lows, subject + 1, QUIET)] in ANSWER:
        there = next((n for n in range(at, min(at + 6, len(lows))) if lows[n] in THERE), None)
        return _of_object(lows, subject, at, there + 1) if there is not None else None
    if lows[subject] == "neither" and "nor" in lows[subject:at]:
        taken = next((n for n in range(at, min(at + 3, len(lows))) if lows[n] in TAKEN), None)
        return Silence((subject + 1, at), (at, taken + 1), subject) if taken is not None else None
    last = _of_subject(some, lows, at)
    if last is None:
        return None
    if (told := _of_object(lows, subject, at, last)) is not None:
        return told
    return Silence((subject, at), (at, last), subject)


def verbs(some: Sequence[Word]) -> Iterator[int]:
    """Where a verb begins that may tell of silence."""
    if _SIGNS.isdisjoint(vocabulary_of(some)):
        return
    for at in range(1, len(some)):
        low = some[at].low
        finite = low in grammar.FINITE_AUXILIARIES or low in _VERBS or is_negation(some[at])
        if finite and not some[at].quoted and not is_negation(some[at - 1]):
            yield at


_ACTS = vocabulary(
    "declined declines refused refuses failed fails went go never neither proved answered picked"
)
_VERBS = GIVING | KEPT | _ACTS | {"replied", "responded", "commented"}
_DECLINING = vocabulary(
    "declined declines refused refuses would neither return unsuccessful failed fruitless vain"
)
_SIGNS = (
    ANSWER | ANSWERING | ANSWERED | CHECKING | CHECKED | MUTE | REACHED | RETURNED | LOST | TAKEN | _DECLINING
)
"""Words of which every silence is told with one."""


def _of_subject(some: Sequence[Word], lows: Sequence[str], at: int) -> int | None:
    """Past the words that tell it, from the verb at ``at``."""
    for form in (_gave_none, _did_not, _declined, _neither, _kept, _beyond_reach, _lost):
        if (last := form(some, lows, at)) is not None:
            return last
    return None


def _past(lows: Sequence[str], at: int, words: frozenset[str]) -> int:
    while at < len(lows) and (lows[at] in words or (lows[at].endswith("ly") and lows[at] not in ANSWERING)):
        at += 1
    return at


_BETWEEN = QUIET | GIVING | {"been"}


def _gave_none(some: Sequence[Word], lows: Sequence[str], at: int) -> int | None:
    """*had no immediate comment*, *has so far made no statement*; *there was no response*."""
    if lows[at] not in GIVING and lows[at] not in grammar.FINITE_AUXILIARIES:
        return None
    ahead = _past(lows, at + 1, _BETWEEN)
    if ahead >= len(lows) or lows[ahead] != "no":
        return None
    noun = _past(lows, ahead + 1, QUIET)
    if noun < len(lows) and lows[noun] in ANSWER and lows[noun + 1 : noun + 2] != ["that"]:
        return noun + 1
    return None


_SO_FAR = frozenset({"so", "far", "still"})


def _did_not(some: Sequence[Word], lows: Sequence[str], at: int) -> int | None:
    """*did not respond*, *has not reacted*, *has yet to reply*, *was unable to verify*."""
    ahead = _past(lows, at + (lows[at] not in {"never", "failed", "fails"}), _SO_FAR)
    following = lows[ahead : ahead + 2]
    negated = ahead < len(lows) and (is_negation(some[ahead]) or is_negation(some[at]))
    if following in (["yet", "to"], ["failed", "to"], ["fails", "to"], ["unable", "to"]):
        verb = _past(lows, ahead + 2, QUIET)
        known = CHECKING if following[0] == "unable" else ANSWERING | CHECKING
        return verb + 1 if verb < len(lows) and lows[verb] in known else None
    if not negated:
        return None
    verb = _past(lows, ahead + is_negation(some[ahead]), QUIET | {"been", "able", "to"})
    if verb >= len(lows):
        return None
    if lows[verb + 1 : verb + 2] == ["for"]:
        return None  # has not answered for P
    if lows[verb] in ANSWERING | ANSWERED | (CHECKING if {"able", "could"} & set(lows[at:verb]) else set()):
        return verb + 1
    back = lows[verb] in {"return", "returned"} and set(lows[verb + 1 : verb + 5]) & SENT
    return verb + 1 if back else None


def _declined(some: Sequence[Word], lows: Sequence[str], at: int) -> int | None:
    """*declined to be drawn*, *refused to discuss*, *would not elaborate*."""
    verb = at + 2
    if lows[at] in {"declined", "declines"} and lows[at + 1 : at + 2] == ["to"]:
        known = DISCLOSING
    elif lows[at] in {"refused", "refuses"} and lows[at + 1 : at + 2] == ["to"]:
        known = DISCLOSING - {"give", "provide", "take", "go", "get", "be", "share", "release"}
    elif lows[at] == "would" and lows[at + 1 : at + 2] == ["not"]:
        known = DISCLOSING - {"give", "provide", "take", "share", "release", "get", "offer"}
    else:
        return None
    verb = _past(lows, verb, QUIET)
    if verb >= len(lows) or lows[verb] not in known:
        return None
    if lows[verb] == "be":
        drawn = {"interviewed", "drawn", "named", "identified", "quoted", "specific"}
        return verb + 2 if verb + 1 < len(lows) and lows[verb + 1] in drawn else None
    return verb + 1


def _neither(some: Sequence[Word], lows: Sequence[str], at: int) -> int | None:
    """*has neither claimed nor disowned P*, *would neither confirm nor deny P*."""
    ahead = at + (lows[at] != "neither")
    if lows[ahead : ahead + 1] != ["neither"]:
        return None
    nor = next((n for n in range(ahead + 2, min(ahead + 5, len(lows))) if lows[n] == "nor"), None)
    if nor is None or not set(lows[nor + 1 : nor + 2]) & {
        "denied",
        "deny",
        "disowned",
        "confirmed",
        "rejected",
    }:
        return None
    return nor + 2


def _kept(some: Sequence[Word], lows: Sequence[str], at: int) -> int | None:
    """*remained silent*, *has kept quiet*."""
    verb = at + (lows[at] in {"has", "have", "had"})
    verb = _past(lows, verb, QUIET)
    if verb + 1 < len(lows) and lows[verb] in KEPT and set(lows[verb + 1 : verb + 3]) & MUTE:
        return verb + 2
    return None


_NOT_BEEN = QUIET | {"not", "be", "been"}


def _beyond_reach(some: Sequence[Word], lows: Sequence[str], at: int) -> int | None:
    """*could not immediately be reached*, *was not available for comment*, *not returned*."""
    if lows[at] not in grammar.FINITE_AUXILIARIES:
        return None
    ahead = _past(lows, at + 1, _NOT_BEEN)
    negated = "not" in lows[at:ahead] or lows[at].endswith("n't") or lows[at] == "cannot"
    if ahead >= len(lows):
        return None
    low = lows[ahead]
    if low in {"unavailable", "unreachable"} or (negated and low in REACHED):
        comment = low in {"available", "unavailable"}
        return ahead + 1 if not comment or "comment" in lows[ahead : ahead + 3] else None
    if negated and low in RETURNED | CHECKED and ("be" in lows[at:ahead] or low in RETURNED):
        return ahead + 1
    return None


_IN_VAIN = LOST | {"unsuccessful", "failed", "fruitless", "vain"}


def _lost(some: Sequence[Word], lows: Sequence[str], at: int) -> int | None:
    """What became of calls and attempts: *went unanswered*, *were unsuccessful*, *failed*."""
    end = min(at + 5, len(lows))
    gone = next((n for n in range(at, end) if lows[n] in _IN_VAIN), None)
    return gone + 1 if gone is not None else None


def _of_object(lows: Sequence[str], subject: int, at: int, last: int) -> Silence | None:
    """The party of *attempts to reach X*, *e-mails to X*, *no response from X*; else ``None``."""
    opening = set(lows[subject : min(subject + 5, at)])
    if opening & TRIES:
        reach = next((n for n in range(subject, at) if lows[n] in {"reach", "contact"}), None)
        return Silence((reach + 1, at), (at, last), subject) if reach is not None else None
    if opening & SENT:
        to = [n for n in range(subject, at) if lows[n] == "to" and n + 1 < at]
        return (
            Silence((to[-1] + 1, at), (at, last), subject) if to else Silence((at, at), (at, last), subject)
        )
    if lows[subject] in {"there", "no", "it"} or opening & {
        "claim",
        "claims",
        "report",
        "reports",
        "account",
    }:
        source = next((n for n in range(subject, min(last + 4, len(lows) - 1)) if lows[n] == "from"), None)
        party = (source + 1, _phrase_end(lows, source + 1)) if source is not None else (at, at)
        return Silence(party, (at, last), subject)
    return None


def _phrase_end(lows: Sequence[str], at: int) -> int:
    while at < len(lows) and lows[at] not in {
        ",",
        ".",
        ";",
        "and",
        "but",
        "on",
        "about",
        "to",
        "by",
        "in",
        "as",
    }:
        at += 1
    return at


def _is_nobody(lows: Sequence[str], subject: int) -> bool:
    return lows[subject] in NOBODY or lows[subject : subject + 2] == ["no", "one"]
