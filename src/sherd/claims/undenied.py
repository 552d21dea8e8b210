"""Negated clauses that deny nothing: forbidden, withheld, never owned up to, not even denied.

*P must not be used* asks, *we do not discuss P* keeps silent, *has never acknowledged P* and *does not deny
P* leave it open, *we will not stand by* threatens. What is foretold or hangs on a condition (*it will not fly
without P*) is held to be untrue, and is no answer to a charge.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import grammar
from sherd.claims.asked_once import lows_of, once, vocabulary_of
from sherd.claims.asking import spoken_at
from sherd.claims.lexicon import listed, one_word_deeds, vocabulary
from sherd.claims.negation import is_negation, opens_turned
from sherd.claims.sentences import Word
from sherd.claims.verbs import main_verb

OUGHT = vocabulary("must should ought mustn't shouldn't")
NOBODY = vocabulary("no nobody none neither")
PERMITTED = vocabulary("allowed permitted let left")
HAPPENING = vocabulary("become go reach fall end come happen get let allow permit forget remain stay be")
"""What must not be, beside the deeds that the tables know."""

FIRM = vocabulary(
    "accept tolerate stand sit bow yield cave flinch waver rest remain forget forgive intimidated deterred "
    "cowed bullied blackmailed silenced provoked swayed unanswered unpunished unnoticed surrender budge "
    "dignify"
)
"""What somebody will not do who threatens or holds out: *we will not stand by*, *will not be cowed*."""

OWNING = vocabulary(
    "acknowledged admitted confirmed conceded recognised recognized acknowledge admit concede recognise "
    "recognize"
)
TAKING = vocabulary("accepted accept claimed claim taken assumed acknowledged")

WITHHELD = vocabulary(
    "comment discuss speculate elaborate disclose answer respond guess predict prejudge go get speak talk "
    "say add share reveal"
)
"""What one does not do who keeps silent, said of oneself."""

ABLE = vocabulary("going prepared able ready authorised authorized free position liberty here allowed")
SILENT_VERBS = vocabulary("do does will would can cannot could am is are m re never t")
"""What leads to it, and what is left of it behind an apostrophe."""

REFUSING = vocabulary("will would could can won't wouldn't couldn't can't cannot 'll 'd")
FORETOLD = REFUSING - vocabulary("can can't cannot")
CONDITIONS = vocabulary("without unless until if")


HIDING = vocabulary("hidden hide hid concealed conceal disguised disguise")
"""What somebody never did who owns to P: *has never hidden that P*."""


@once
def forbids(some: Sequence[Word]) -> bool:
    """*P must not be used*, *no state should sell P*, *do not sell P*: what is not to be done."""
    lows = lows_of(some)
    ordered = lows[:1] in (["don't"], ["never"]) or lows[:2] in (["do", "not"], ["do", "n't"])
    turned = len(some) > 2 and some[1].low in grammar.FINITE_AUXILIARIES and some[0].low == "never"
    if ordered and not turned and len(some) > 3:
        return grammar.is_base(some[1 + (lows[0] == "do")])
    main = main_verb(some)
    if main is None or main.first == 0:
        return False
    group = lows[main.first : main.verb + 1]
    if group[0] not in OUGHT or "have" in group:
        return False
    if not any(is_negation(word) for word in some[main.first : main.verb]) and lows[0] not in NOBODY:
        return False
    return "be" in group[1:-1] or lows[main.verb] in HAPPENING or bool(one_word_deeds().get(lows[main.verb]))


@once
def stands_firm(some: Sequence[Word]) -> bool:
    """*will not accept that P*, *cannot be allowed to P*, *will not stand by*: a threat, and no denial."""
    if "no" in vocabulary_of(some) and _is_set_phrase(lows_of(some)):
        return True
    main = main_verb(some)
    if main is None or not any(is_negation(word) for word in some[main.first : main.verb + 1]):
        return False
    lows = [word.low for word in some[main.first : main.verb + 8]]
    at = main.verb - main.first
    if lows[0] in FORETOLD and _is_ended([word.low for word in some[main.first :]]):
        return True
    if lows[0] in OUGHT and "have" in lows[: at + 1]:
        return True  # should never have been sold
    if lows[0] not in REFUSING and lows[at] != "tolerate":
        return False
    near = lows[at : at + 2]
    if near[0] in PERMITTED and "be" in lows[:at]:
        return True
    if not FIRM & set(near):
        return False
    return near[0] != "accept" or not listed("accusation") & set(lows[at + 1 : at + 5])


def _is_ended(lows: Sequence[str]) -> bool:
    """*would not supply them again*, *will not sell there in future*: an end is promised."""
    return "again" in lows or "anymore" in lows or lows[-1] == "future" or lows[-2:] == ["any", "more"]


SET_PHRASES = {
    "effort": "spare", "efforts": "spare", "expense": "spare", "stone": "leave", "time": "lose",
    "secret": "make", "mistake": "make", "apology": "make", "apologies": "make", "bones": "make",
    "punches": "pull", "words": "mince", "lesson": "need", "lessons": "need", "lecture": "need",
    "lectures": "take", "instruction": "need", "instructions": "take",
}  # fmt: skip
"""Nouns behind *no*, by a verb with which they make a set phrase that denies nothing."""

PAST_FORMS = {"left": "leave", "lost": "lose", "made": "make", "took": "take", "taken": "take"}


def _is_set_phrase(lows: Sequence[str]) -> bool:
    """*spare no effort*, *leave no stone unturned*, *made no secret of P*, *need no lessons from Q*."""
    for at in range(1, len(lows) - 1):
        if lows[at] == "no" and lows[at + 1] in SET_PHRASES:
            verb, wanted = lows[at - 1], SET_PHRASES[lows[at + 1]]
            return PAST_FORMS.get(verb) == wanted or verb.startswith(wanted[:-1])
    return False


@once
def owns_nothing(some: Sequence[Word]) -> bool:
    """*has never acknowledged P*, *has not claimed responsibility for P*, *nobody has admitted P*."""
    main = main_verb(some)
    if main is None or some[0].low in {"i", "we"}:
        return False
    lows = lows_of(some)
    group = lows[main.first : main.verb + 3]
    never = any(is_negation(word) for word in some[main.first : main.verb + 1]) or lows[0] in NOBODY
    if group[:3] in (["has", "yet", "to"], ["have", "yet", "to"], ["had", "yet", "to"]):
        never = True
        verb = next((low for low in lows[main.first + 3 :]), "")
    else:
        verb = lows[main.verb]
    taken = verb in TAKING and "responsibility" in lows[main.verb + 1 :]
    return never and (verb in OWNING or taken)


@once
def leaves_undenied(some: Sequence[Word]) -> bool:
    """*We do not deny that P*, *nobody disputes that P*, *there is no denying that P*."""
    lows = lows_of(some)
    if "denying" in lows[:6] and "no" in lows[: lows.index("denying")]:
        return True
    main = main_verb(some)
    if main is None:
        return False
    if finds_nobody(lows, main.first, main.verb):
        return True
    own = some[main.first : main.verb + 2]
    against = any(is_negation(word) for word in own) or lows[0] in NOBODY
    if against and lows[main.verb] in HIDING:
        return True
    near = range(main.verb, min(main.verb + 3, len(some)))
    verbs = (at for at in near if at == main.verb or some[at - 1].low not in {"beyond", "without"})
    return against and any(_rejects(some, at) for at in verbs)  # and not “beyond doubt”


FINDING = vocabulary(
    "establish established determine determined identify identified ascertain ascertained learn learned "
    "learnt discover discovered find found work worked clarify clarified"
)
ASKING = vocabulary("who whom whose where how when why which whether what")


def finds_nobody(lows: Sequence[str], first: int, verb: int) -> bool:
    """*had not established who sold P*, *has yet to work out how*: what is not known is not denied."""
    near = lows[first : verb + 2]
    at = next((n for n in range(verb, min(verb + 3, len(lows))) if lows[n] in FINDING), None)
    if at is None or not ASKING & set(lows[at + 1 : at + 3]):
        return False
    return not _UNKNOWN.isdisjoint(near) or any(low.endswith("n't") for low in near)


_UNKNOWN = vocabulary("not never n't yet")


def _rejects(some: Sequence[Word], at: int) -> bool:
    if at >= len(some):
        return False
    return any(cue.polarity == "deny" and cue.verb not in {"exclude"} for cue in spoken_at(some, at))


def keeps_silent(some: Sequence[Word]) -> bool:
    """*I'm not going to speak to P*, *we do not discuss P*, *I have nothing to add*: said of oneself."""
    lows = lows_of(some)
    if "neither" in lows[:4] and {"confirm", "deny"} <= set(lows[:8]):
        return True
    nothing = next((at for at in range(1, min(5, len(lows))) if lows[at] == "nothing"), None)
    if nothing is not None and {"add", "say"} & set(lows[nothing + 1 : nothing + 5]):
        return bool({"have", "has", "had"} & set(lows[:nothing]))
    at = next((at for at in range(1, min(6, len(lows))) if is_negation(some[at])), None)
    if at is None:
        return False
    ahead = at + 1
    wished = lows[ahead : ahead + 2] in (["want", "to"], ["wish", "to"], ["like", "to"])
    ahead += 2 * wished
    while ahead < len(lows) and (grammar.is_adverb(some[ahead]) or lows[ahead] in {"be", "in", "a"}):
        ahead += 1
    able = ahead < len(lows) and lows[ahead] in ABLE
    if able:
        ahead = next((n + 1 for n in range(ahead, min(ahead + 4, len(lows) - 1)) if lows[n] == "to"), ahead)
    led = {low.split("'")[-1] if "'" in low else low for low in lows[max(0, at - 2) : at + 1]}
    if not led & (SILENT_VERBS | ({"was", "were"} if able else set()) | ({"did"} if wished else set())):
        return False
    return ahead < len(lows) and _is_withheld(lows, ahead)


def _is_withheld(lows: Sequence[str], at: int) -> bool:
    after = lows[at + 1] if at + 1 < len(lows) else ""
    if lows[at] not in WITHHELD:
        return False
    if lows[at] in {"go", "get"}:
        return after == "into"
    if lows[at] in {"speak", "talk"}:
        return after in {"to", "about", "on", "for"}
    if lows[at] == "say":
        return after in {"", "more", "anything", "much", "whether", "which", "who", "how", "if"}
    if lows[at] == "answer":
        return after not in {"to", "for"}
    return True


LICENSED = vocabulary("licence license permit permission authorisation authorization approval papers consent")
"""What is not done without them is not done: *would never sell P without a licence*."""


def is_foretold(some: Sequence[Word]) -> bool:
    """*would not fly without P*, *will not succeed if Q*: untrue under a condition."""
    main = main_verb(some)
    if main is None or some[main.first].low not in FORETOLD or not some[0].is_word:
        return False
    lows = lows_of(some)
    if "without" in lows and LICENSED & set(lows[lows.index("without") :]):
        return False  # would never have sold it without a licence
    if "even" in lows[:1] or opens_turned(some) or not CONDITIONS & set(lows):
        return False
    return lows[0] in CONDITIONS or any(low in CONDITIONS for low in lows[main.verb + 1 :])
