"""What is said to be done: action, actor, object, recipient, place and how many, from the words of a clause.

The action is looked up in the tables, never guessed; a clause with none of their words is ``OTHER``. Findings
have no actor: what is found to be so is their object. The class of a thing, its named type, and the country
it comes from are read apart: *Iranian drones*, *Iranian-made drones* and *copies of Iranian drones* are
three different objects.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from sherd.claims.accusing import accused, is_accusation
from sherd.claims.actors import acting, agent_after, between, own_deed, subject, subject_span, together
from sherd.claims.agents import acts
from sherd.claims.bare_verbs import ruling
from sherd.claims.dealings import recipient_of_other
from sherd.claims.deed_words import likeliest
from sherd.claims.grammar import finite_at, has_finite
from sherd.claims.identity import identity
from sherd.claims.kin import FIRMS
from sherd.claims.lexicon import adjectives, body_names, states, things, vocabulary
from sherd.claims.objects import judged_thing, object_of, object_of_other, thing_told_of
from sherd.claims.parties import party
from sherd.claims.predicates import deed_of
from sherd.claims.quantities import quantity_in
from sherd.claims.receivers import receiver_end
from sherd.claims.recipients import recipient
from sherd.claims.roles import (
    Clause,
    Hit,
    is_passive,
    named,
    passage,
    passive_at,
    phrase_end,
    place,
    value,
)
from sherd.claims.sentences import Word, words_within
from sherd.claims.thing_names import known_thing
from sherd.claims.told_between import without_teller
from sherd.claims.told_clauses import told_in
from sherd.claims.undertakings import MEANS, gives_word
from sherd.claims.verbs import is_let, reached
from sherd.model.statements import Action, Named

STOPPED = {
    "SUPPLY": "STOP_SUPPLY", "USE": "STOP_USE", "RELY": "END_RELIANCE", "ACQUIRE": "STOP_SUPPLY",
    "SUPPORT": "STOP_SUPPLY", "TRANSPORT": "STOP_SUPPLY",
}  # fmt: skip
INTENDING = re.compile(
    r"\b(plan|plans|planned|planning|intend|intends|intended|prepar\w+|ready|willing|want|wants|going|set"
    r"|poised|about|aims?|hopes?|meant|due|supposed|expected|scheduled|slated|offered|offers) to\b"
    r"|\b(considering|weighing|planning|intentions? (?:of|to)|(?:possibility|option|plans?|thinking) of)\b"
    r"|\bwill\b"
)
INTENDED = {"SUPPLY": "INTEND_SUPPLY", "PRODUCE": "INTEND_PRODUCE"}

UNACTED = frozenset({"IDENTIFY_AS", "MATCH", "DIFFER"})
"""Findings: nobody does anything."""


def proposition(clause: Clause, loosely: bool = False) -> Action:
    """The action of a clause with its roles; ``OTHER`` where its verb is none that the tables know.

    ``loosely`` takes any word for a deed, wherever it stands: a caption has no verb to go by.
    """
    words = _unframed(clause.words)
    if words is not clause.words:
        clause = evolve(clause, words=words)
    hit = _deed(words, loosely)
    return _other(clause) if hit is None else _done(clause, hit)


def deed_told(words: Sequence[Word], loosely: bool = False) -> Hit | None:
    """The deed that the proposition of these words is of, without its roles."""
    return _deed(_unframed(words), loosely)


def _unframed(words: Sequence[Word]) -> Sequence[Word]:
    """The words without a frame that only leads to what is told: *we assess that P*, *it is X that P*."""
    words = _past_why(without_teller(words))
    inner = told_in(words)
    if inner is not None:
        return words[inner:]
    uncleft = _uncleft(words)
    return words if uncleft is None else uncleft


def _past_why(words: Sequence[Word]) -> Sequence[Word]:
    """*This is why P*, *that is one reason why P*: what it is the reason of."""
    lows = [word.low for word in words[:8]]
    why = lows.index("why") if "why" in lows else 0
    opens = why > 1 and lows[0] in {"this", "that", "it"} and bool({"is", "was", "'s"} & set(lows[1:3]))
    rest = words[why + 1 :]
    if not opens or not has_finite(rest):
        return words
    thinks = len(rest) > 3 and rest[0].low in {"we", "i"} and rest[1].low in {"think", "believe"}
    return rest[2:] if thinks and has_finite(rest[2:]) else rest


def _deed(words: Sequence[Word], loosely: bool) -> Hit | None:
    hit = deed_of(words) or (likeliest(words) if loosely else None)
    return identity(words) or hit if hit is None or hit.rank > 3 else hit


def _uncleft(words: Sequence[Word]) -> tuple[Word, ...] | None:
    """*It is Kenya that sells P*: *Kenya sells P*."""
    if len(words) < 6 or words[0].low not in {"it", "it's"} or words[1].low not in {"is", "was"}:
        return None
    that = next(
        (at for at in range(3, min(9, len(words) - 1)) if words[at].low in {"that", "who", "which"}), None
    )
    if (
        that is None
        or not finite_at(words, that + 1)
        or not (words[2].low == "the" or any(w.is_name for w in words[2:that]))
    ):
        return None
    return (*words[2:that], *words[that + 1 :])


def _done(clause: Clause, hit: Hit) -> Action:
    """The proposition of a deed that the tables know."""
    if (giver := _giver(clause, hit)) is not None:
        deed = evolve(hit.deed, action="SUPPLY")
        return evolve(_done(clause, evolve(hit, deed=deed)), actor=giver, recipient=None)
    action = _in_time(clause.words, hit)
    if action == "USE" and MEANS & {word.low for word in clause.words[hit.end : hit.end + 4]}:
        return _other(clause)
    passive = is_passive(clause.words, hit)
    asked = subject(clause, hit.at) if passive and hit.noun is None else None
    actor = acting(clause, hit)
    if actor is not None and action in {"ATTACK", "USE"}:
        actor = _owner_of(actor, clause)
    other = _other_side(clause, hit, action)
    two = actor.name.split(" and ") if actor is not None and action in _MUTUAL else []
    if actor is not None and len(two) == 2 and two[1].lower() in states():
        actor, other = evolve(actor, name=two[0]), other or evolve(actor, name=two[1])
    moves = hit.deed.frame == "thing" and hit.deed.kind != "noun" and not is_let(clause.words, hit.at)
    moves = moves and not (action == "OTHER" and _comes(clause, hit))
    unacted = moves or (action in UNACTED and not _finds(clause, hit))
    first, last = clause.words[0].start, clause.words[-1].end
    if action == "SUPPLY" and (actor is None or unacted) and (moves or passive):
        actor, unacted = _between_hands(clause, hit), False
    return Action(
        action,
        actor=None if unacted else actor,
        trigger=passage(clause, hit.at, hit.end),
        object=object_of(clause, hit),
        value=value(clause, hit, action),
        recipient=other or recipient(clause, hit, action, asked),
        place=place(clause, hit),
        quantity=quantity_in(clause.text, first, last),
    )


def _giver(clause: Clause, hit: Hit) -> Named | None:
    """*the chips came from Vale Optics*, *80 % of its arms came from Chad*: whoever sent them."""
    words, at = clause.words, hit.end
    if hit.deed.words[-1] != "from" or hit.deed.action != "IDENTIFY_AS" or hit.noun is not None:
        return None
    if at >= len(words) or words[hit.at].low not in _COMING:
        return None
    end = phrase_end(words, at)
    some = [word.low for word in words[at:end] if word.low != "the"]
    party = " ".join(some) in states() or all(word.is_name for word in words[at:end])
    party = party or (bool(some) and acts(words, at, end) and some[-1] not in things())
    town = len(some) == 1 and some[0] not in states() and words[at].is_name
    return named(clause, at, end) if end > at and party and not town else None


def _between_hands(clause: Clause, hit: Hit) -> Named | None:
    """*reached Chad through a trader in Oman*, *by way of dealers*: through whose hands it went."""
    words = clause.words
    for at in range(hit.end, len(words) - 2):
        if words[at].text in {";"} or words[at].low in {"that", "which", "who", "because"}:
            return None
        opens = at + 1 if words[at].low in {"through", "via"} else 0
        opens = at + 3 if [word.low for word in words[at : at + 3]] == ["by", "way", "of"] else opens
        if opens and opens < len(words):
            end = phrase_end(words, opens)
            head = words[end - 1].low
            firm = head in FIRMS or head.removesuffix("s") in FIRMS
            return named(clause, opens, receiver_end(words, opens)) if firm else None
    return None


_COMING = vocabulary("come comes came coming")


def _comes(clause: Clause, hit: Hit) -> bool:
    """*soldiers turned up in P*: people come by themselves, things are brought."""
    span = subject_span(clause, hit.at) if hit.deed.kind == "verb" else None
    return span is not None and not is_passive(clause.words, hit) and acts(clause.words, span[1] - 1, span[1])


_MUTUAL = frozenset({"NEGOTIATE", "CONSULT", "SUPPORT"})
"""Deeds that two do together: one of them with the other."""


def _finds(clause: Clause, hit: Hit) -> bool:
    """*experts matched the numbers to P*: whether somebody is told to have found it."""
    words = clause.words
    if hit.deed.kind != "verb" or is_passive(words, hit) or hit.deed.frame == "thing":
        return False
    span = subject_span(clause, hit.at)
    return span is not None and words[span[1] - 1].low in FINDERS


FINDERS = vocabulary(
    "experts investigators engineers analysts prosecutors researchers specialists inspectors technicians "
    "team scientists officials examiners police detectives"
)
"""Those who identify and match."""


def _owner_of(actor: Named, clause: Clause) -> Named | None:
    """*A Kenyan missile hit P*: the state whose it is; a thing of nobody does nothing by itself."""
    if actor.span is None:
        return actor
    some = words_within(clause.words, actor.span.start, actor.span.end)
    if not some or not (some[-1].low in things() or some[-1].low in {"strike", "strikes", "hit", "attack"}):
        return actor
    owner = next((word.low for word in some if word.low in adjectives()), None)
    return evolve(actor, name=states()[owner].name) if owner is not None else None


def _other_side(clause: Clause, hit: Hit, action: str) -> Named | None:
    """With whom, of a deed that two do together: *talks between X and Y*, *X and Y keep up cooperation*."""
    if action not in _MUTUAL or hit.deed.kind != "noun":
        return None
    pair = between(clause, hit)
    return pair[1] if pair is not None else together(clause)


def _in_time(words: Sequence[Word], hit: Hit) -> str:
    """The action as stopped or as intended, where the words before the deed say so."""
    action = hit.deed.action
    before = " ".join(word.low for word in words[max(0, hit.at - 4) : hit.at])
    if hit.stopped:
        return STOPPED.get(action, action)
    if action == "RELY" and hit.deed.kind == "noun" and _LESSENING & set(before.split()):
        return "END_RELIANCE"
    if action in {"USE"} and hit.deed.kind == "verb" and _is_launched(words, hit):
        return "ATTACK"
    if action == "USE" and hit.deed.words[-2:] == ("up", "in") and _is_in_state(words, hit):
        return "SUPPLY"
    if INTENDING.search(before) and not _is_past_too(words[: hit.at]):
        return INTENDED.get(action, action)
    return action


_LESSENING = vocabulary(
    "reduce reduces reduced reducing lessen lessens lessened lessening cut cuts cutting overcome overcame"
)


def _is_in_state(words: Sequence[Word], hit: Hit) -> bool:
    """*ended up in Chad*, not *in a drone*."""
    after = " ".join(word.low for word in words[hit.end : hit.end + 2])
    return any(name in states() for name in (after, after.split(" ")[0]))


def _is_launched(words: Sequence[Word], hit: Hit) -> bool:
    """*fired missiles at P*, *launched against Q*: an attack, unless nobody is aimed at, or it was a test."""
    if not words[hit.at].low.startswith(("launch", "fire", "firing")):
        return False
    behind = [word.low for word in words[hit.end :]]
    aimed = any(
        low in _AIMED and at + 1 < len(behind) and behind[at + 1] not in {"least", "most", "once"}
        for at, low in enumerate(behind)
    )
    return (aimed or "deliberately" in behind) and not any(word.low in _TESTED for word in words)


_AIMED = vocabulary("at against towards toward")


_TESTED = vocabulary("test tests tested trial trials exercise exercises satellite satellites range")


def _other(clause: Clause) -> Action:
    """The roles of a verb that is no deed of the tables."""
    words = clause.words
    verb = _first_verb(words)
    main = ruling(words)
    told = reached(words, main)[-1] if main is not None else verb
    passive = main is not None and passive_at(words, told)
    actor = agent_after(clause, told + 1) if passive else subject(clause, verb) or own_deed(clause)
    if is_accusation(clause):
        actor = accused(clause) or actor
    thing = (judged_thing(clause) if main is None else None) or (
        object_of_other(clause, told, passive) if words else None
    )
    known = actor is not None and (actor.name.lower() in states() or actor.name in body_names())
    known = known or is_accusation(clause)
    if not passive and not known and main is not None and (about := thing_told_of(clause, verb)) is not None:
        actor, thing = None, thing if thing is not None and _holds(words, told) else about
    first, last = (words[0].start, words[-1].end) if words else (0, 0)
    return Action(
        "COMMIT" if gives_word(words, main) and _is_own(actor, clause) else "OTHER",
        actor=actor,
        recipient=recipient_of_other(clause, verb, told),
        object=thing or known_thing(clause, 0, len(words)),
        quantity=quantity_in(clause.text, first, last),
    )


_HOLDING = vocabulary(
    "contain contains contained containing hold holds held include includes included including "
    "house houses housed carry carries carried carrying"
)


def _holds(words: Sequence[Word], verb: int) -> bool:
    """*the wreck held P*: verbs of which a thing is the subject, and what they tell of is the object."""
    marks = {word.low for word in words[verb + 1 : verb + 6]} & {
        "code",
        "codes",
        "number",
        "numbers",
        "dates",
    }
    return words[verb].low in _HOLDING and not marks


def _is_own(actor: Named | None, clause: Clause) -> bool:
    """Whether who acts is who speaks, or for whom they speak."""
    if actor is None or clause.source is None:
        return False
    speaker = clause.source.speaker
    return actor.name in {speaker.name, party(speaker)} or (
        actor.span is not None and actor.span.text.lower() in {"we", "i"}
    )


def _is_past_too(before: Sequence[Word]) -> bool:
    """*Has not and will not supply* says of the deed what it says of the intention."""
    said = " ".join(word.low for word in before[-8:])
    return (
        re.search(r"\b(?:has|have|had|did|does|do)(?: not| never|n['’]t)\b[^.]*\b(?:and|nor|or) will\b", said)
        is not None
    )


def _first_verb(words: Sequence[Word]) -> int:
    main = ruling(words)
    if main is not None:
        return main.first
    if len(words) > 1 and words[0].low == "having":
        return 1
    accused = (
        at for at in range(2, len(words)) if words[at].low.endswith("ing") and words[at - 1].low == "of"
    )
    return next(accused, 0)
