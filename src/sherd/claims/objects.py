"""What a deed is done to: the noun phrase at its verb, with class, type, origin and make where words tell.

The thing supplied, made or used follows an active verb and stands before a passive one; a noun for a deed
names it behind *of* or in front (*ballistic missile transfers*). Of a thing that comes, goes or is
found to be something, the subject is the thing. A thing of which no table knows the class keeps its words.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims.actors import subject_span
from sherd.claims.agents import acts
from sherd.claims.bare_verbs import is_bare, ruling
from sherd.claims.behind_verbs import after
from sherd.claims.grammar import DETERMINERS, PREPOSITIONS, TIMES, finite_at, is_adverb, is_base
from sherd.claims.leading_verbs import CARRIES
from sherd.claims.lexicon import things, vocabulary
from sherd.claims.nouns import is_empty, is_rest, phrase, without_articles
from sherd.claims.recipients import given_to_subject, receiver_span
from sherd.claims.roles import Clause, Hit, is_passive
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.thing_names import goes_with, known_thing, thing_of
from sherd.claims.verbs import LETTING, is_let
from sherd.model.statements import Passage, Thing

OF_SUBJECT = frozenset({"MATCH", "DIFFER"})
"""Findings: what is found to be so is the subject."""

NAMES_THING = vocabulary(
    "identify recognise recognize trace identified recognised recognized traced identifying tracing"
)
"""Verbs of finding whose object is the thing."""

CARRIED = vocabulary(
    "sales exports shipments shipment deliveries delivery consignment consignments transfers transfer export "
    "imports flights cargo cooperation support assistance aid order orders operation operations re-export "
    "re-exports flow trade arrest arrests purchases transit diversion supply supplies sale"
)
"""Nouns for a deed that stand for what is moved, where nothing else is named."""

NEVER = frozenset({"SANCTION", "HOLD_ACCOUNTABLE", "NEGOTIATE", "CONSULT"})
"""Deeds of which a thing is told only where the verb takes one: *froze the accounts*."""

NONE_OF = frozenset({"SANCTION", "HOLD_ACCOUNTABLE", "NEGOTIATE", "CONSULT", "TRAIN", "ATTACK"})
"""Deeds of which a direct object is the one to whom they are done."""


def object_of(clause: Clause, hit: Hit) -> Thing | None:
    """The thing that the deed is done to."""
    words = clause.words
    if (given := given_to_subject(clause, hit)) is not None:
        inside = phrase(words, given) if given < len(words) and words[given].low not in PREPOSITIONS else None
        return None if inside is None else _named(clause, *inside)
    span = _span(clause, hit)
    if span is None and hit.deed.kind == "noun":
        return known_thing(clause, hit.end, len(words)) or known_thing(clause, 0, hit.at)
    if span is not None and hit.deed.action == "DIFFER":
        span = _second_of_two(words, *span)
    if span is not None and hit.deed.action == "SUPPORT" and acts(words, span[1] - 1, span[1]):
        span = None  # supports the rebels
    found = None if span is None else _named(clause, *span)
    if found is None and hit.deed.action in NEVER:
        return None
    if found is None and clause.mentions.thing is not None and _is_told_of_last(clause, hit, span):
        return clause.mentions.thing if span is None else _told_of_last(clause, *span)
    return found or known_thing(clause, hit.end, len(words)) or known_thing(clause, 0, hit.at)


def _is_told_of_last(clause: Clause, hit: Hit, span: tuple[int, int] | None) -> bool:
    """*had been sold to P*, *none went to P*: what befell the thing that was told of last."""
    if hit.deed.kind == "noun" or not (hit.deed.frame == "thing" or is_passive(clause.words, hit)):
        return False
    if span is None:
        main = ruling(clause.words)
        return main is not None and main.first == 0
    return all(word.low in _PART_OF or word.text[0].isdigit() for word in clause.words[span[0] : span[1]])


_PART_OF = vocabulary(
    "none some all any most many both several each one two three four five six seven eight nine ten half "
    "least at the other others another a few it they these those this"
)


def _second_of_two(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """*The wing and the tail differ from P*: the tail; the wing is a finding of its own."""
    joint = [at for at in range(first + 1, last - 1) if words[at].low == "and"]
    return (joint[0] + 1, last) if len(joint) == 1 and words[first].low != "both" else (first, last)


def object_of_other(clause: Clause, verb: int, passive: bool) -> Thing | None:
    """The object of a verb that is no deed of the tables."""
    words = clause.words
    if verb >= len(words):
        return None
    if words[verb].low in _WARNING and (about := _told_about(words, verb)) is not None:
        return _named(clause, *about)
    given = passive and words[verb].low in _GIVEN
    if passive and not given:
        span = subject_span(clause, verb)
        return None if span is None else _named(clause, *span)
    span = _asked_of(words, verb + 1) or after(words, verb + 1) or _behind_preposition(words, verb + 1)
    span = None if span is None else _past_told(words, *span)
    return None if span is None else _named(clause, *span)


def _told_about(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """*had been warned about the dhow*, *was informed of every sale*: what somebody was told of."""
    for at in range(verb + 1, min(len(words) - 1, verb + 7)):
        if words[at].low in {"about", "of"} and not words[at - 1].is_name:
            return phrase(words, at + 1)
        if words[at].low == "about":
            return phrase(words, at + 1)
        if words[at].low in {"that", "which", "who"} or not words[at].is_word:
            return None
    return None


_WARNING = vocabulary(
    "warn warns warned warning inform informs informed notify notified alert alerted learn learns learned "
    "learnt hear heard brief briefed"
)


def _asked_of(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """*establish where the valve came from*, *not know who owns the ship*: what the question is about."""
    while at < len(words) and is_adverb(words[at]):
        at += 1
    if at + 2 >= len(words) or words[at].low not in _ASKING:
        return None
    if words[at].low == "who":
        verb = next((n for n in range(at + 1, min(at + 4, len(words))) if finite_at(words, n)), None)
        return None if verb is None else after(words, verb + 1)
    return phrase(words, at + 1)


_ASKING = vocabulary("where how when whether why who")


def _past_told(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """*require dealers to record the names*, *had no knowledge of the sale*: what is recorded, what is known.

    Of whom something is demanded, and a noun for knowing, the object is what stands behind.
    """
    if last + 1 >= len(words):
        return first, last
    known = words[last].low in {"of", "about"} and words[last - 1].low in _KNOWING
    if known or (words[last].low in _LINKS and words[last - 1].low in _TOWARDS):
        return phrase(words, last + 1) or (first, last)
    if words[last].low in _ASKING and words[last - 1].low in _KNOWING:
        return _asked_of(words, last) or (first, last)
    to = last + (words[last].low == "not")
    if words[to].low == "to" and to + 2 < len(words) and is_bare(words[to + 1]) and acts(words, first, last):
        return after(words, to + 2) or (first, last)
    return first, last


_KNOWING = vocabulary(
    "knowledge idea doubt doubts record records awareness notion clue trace traces shortage word course risk"
)
_TOWARDS = vocabulary(
    "sight contact breach breaches violation part party control controls attitude presence possession"
)
"""Nouns of which the thing that is meant stands behind."""

_LINKS = vocabulary("of about over to toward towards with in")


def judged_thing(clause: Clause) -> Thing | None:
    """*the transfer as inhumane*, *any knowledge of P*: the noun phrase, where the words are no clause."""
    words = clause.words
    if len(words) < 2 or words[0].low.endswith("ing") or any(word.low.endswith("ing") for word in words[1:7]):
        return None
    found = phrase(words, 0)
    if found is None or acts(words, *found) or words[found[1] - 1].low in POSSESSIVES:
        return None
    return _named(clause, *found)


def _behind_preposition(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """*look at P*, *knew nothing about P*, *was aware of P*: what stands behind the verb's preposition."""
    while at < len(words) and (is_adverb(words[at]) or words[at].low in _SMALL):
        at += 1
    if at + 1 >= len(words):
        return None
    if words[at].low == "what" and words[at + 1].low in {"he", "she", "it", "they", "we"}:
        return phrase(words, at + 3 + (words[at + 3].low == "as")) if at + 4 < len(words) else None
    if words[at].low not in {"of", "about", "at", "into", "for", "to", "on", "with"}:
        return None
    if words[at].low == "to" and words[at + 1].low not in DETERMINERS:
        return None
    after = at + 1 + (words[at + 1].low == "the")
    timed = after < len(words) and (words[after].low in TIMES or words[after].text[0].isdigit())
    return None if timed or is_base(words[at + 1]) else phrase(words, at + 1)


_SMALL = vocabulary("nothing little much aware unaware out up in off not")
_GIVEN = vocabulary("given shown asked told offered sent handed promised")
"""Participles with an object of their own: *we were shown a certificate*."""


def thing_told_of(clause: Clause, verb: int) -> Thing | None:
    """The subject, where it is a thing or an idea and nobody who acts: *enforcement has lagged behind*."""
    span = subject_span(clause, verb)
    if span is None:
        return None
    first, last = without_articles(clause.words, *span)
    if first >= last or is_empty(clause.words, first, last) or acts(clause.words, first, last):
        return None
    return thing_of(clause, first, last)


def _named(clause: Clause, first: int, last: int) -> Thing | None:
    """The thing that a phrase names, or the one told of last where it only points at it."""
    last = _without_participle(clause.words, first, last)
    some = without_articles(clause.words, first, last)
    if _points(clause.words, first, last) or _is_generic(clause, first, last):
        return _told_of_last(clause, first, last)
    if some[0] >= some[1]:
        return None
    whatever = some[1] == some[0] + 1 and clause.words[some[0]].low in {"anything", "something"}
    return thing_of(clause, *some) if whatever or not is_empty(clause.words, *some) else None


def _without_participle(words: Sequence[Word], first: int, last: int) -> int:
    """*drones | paraded by P*, *the paper | accompanying the cargo*, *servos | worth P*: the noun alone."""
    for at in range(first + 1, last):
        low, word = words[at].low, words[at]
        if not low.endswith(("ed", "ing")) and low != "worth":
            continue
        many, closes = words[at - 1].low.endswith("s"), at == last - 1
        behind = words[at + 1] if at + 1 < len(words) else None
        opens = behind is not None and (behind.low in PREPOSITIONS or behind.low in DETERMINERS)
        plain = not word.is_name and not is_adverb(words[at - 1]) and words[at - 1].low not in DETERMINERS
        if plain and low in {"worth", "pictured", "concerned"}:
            return at
        told = (low.endswith("ed") and (many or closes)) or (low.endswith("ing") and many)
        if plain and opens and told and low not in things() and at > first + 1:
            return at
    return last


def _told_of_last(clause: Clause, first: int, last: int) -> Thing | None:
    """The thing told of last, where these words mean it."""
    thing, words = clause.mentions.thing, clause.words
    if thing is None or last > len(words):
        return thing
    return evolve(thing, span=Passage.of(clause.text, words[first].start, words[last - 1].end))


def _is_generic(clause: Clause, first: int, last: int) -> bool:
    """*the weapon*, *the unit*: a word that only stands for a thing that the text has named."""
    words, thing = clause.words, clause.mentions.thing
    if last - first != 2 or words[first].low not in {"the", "this", "these", "those"}:
        return False
    if thing is None or thing.class_ is None:
        return False
    if last < len(words) and words[last].low in {"that", "which", "who"}:
        return False
    if last < len(words) and words[last].low == "of":
        return False
    flies = thing.class_ == "drone" and words[first + 1].low in _ANY_CRAFT
    return flies or words[first + 1].low in (_ANY_WEAPON if thing.class_ in _WEAPONS else _ANY_THING)


_ANY_THING = vocabulary("unit units")
_ANY_WEAPON = _ANY_THING | vocabulary("weapon round weapons systems")
_ANY_CRAFT = vocabulary("aircraft craft machine vehicles type")
_WEAPONS = vocabulary("drone missile ammunition weapon warhead")


def _points(words: Sequence[Word], first: int, last: int) -> bool:
    if is_rest(words, first, last) or (last < len(words) - 1 and is_rest(words, first, last + 2)):
        return True
    return last - first == 1 and words[first].low in {"it", "them", "they", "these", "those", "this"}


def _span(clause: Clause, hit: Hit) -> tuple[int, int] | None:
    words, action = clause.words, hit.deed.action
    if hit.noun is not None:
        return hit.noun
    if hit.deed.kind == "noun":
        return _of_noun(words, hit)
    if action == "IDENTIFY_AS" and words[hit.at].low in NAMES_THING and not is_passive(words, hit):
        return after(words, hit.end)
    if action == "REQUEST" and hit.deed.words[-1] == "for":
        return phrase(words, hit.end)
    if action == "REQUEST" and words[hit.at].low.startswith("ask"):
        if (wanted := _asked_to_do(words, hit.end)) is not None:
            return wanted
        mark = next((at for at in range(hit.end, len(words) - 1) if words[at].low == "for"), None)
        return phrase(words, mark + 1) if mark is not None else None
    if action in NEVER:
        owned = _FROZEN if action == "SANCTION" else frozenset[str]()
        frozen = next((at for at in range(hit.at, hit.end) if words[at].low in owned), None)
        if frozen is not None:
            return frozen, frozen + 1
    if action == "STOP_SUPPLY" and hit.deed.only:
        found = after(words, hit.end) if not is_passive(words, hit) else subject_span(clause, hit.at)
        return None if found is None else _past_deed_noun(words, *found)
    if action == "NEGOTIATE" and words[hit.at].low.startswith("negotiat") and hit.deed.kind == "verb":
        return after(words, hit.end)
    if action == "SUPPORT" and words[hit.at].low.startswith("help"):
        wanted = _asked_to_do(words, hit.end)
        helped = (n for n in range(hit.end, min(hit.end + 5, len(words) - 1)) if is_base(words[n]))
        verb = wanted[0] if wanted is not None else next(helped, None)
        return None if verb is None else after(words, verb + 1)
    if action == "MATCH" and hit.deed.kind == "verb" and _is_found(clause, hit):
        return after(words, hit.end)
    if action in NEVER and hit.deed.frame == "thing":
        return subject_span(clause, hit.at)
    if action in NEVER:
        held = hit.deed.frame.startswith("with:") and action != "HOLD_ACCOUNTABLE"
        return after(words, hit.end) if held else None
    if action in NONE_OF and not hit.deed.frame and len(hit.deed.words) == 1:
        return _weapon_that_hits(clause, hit) if action == "ATTACK" else None
    if words[hit.at].low.startswith("sign") and hit.deed.kind == "verb" and hit.end > hit.at + 1:
        noun = hit.end - (words[hit.end - 1].low == "with")
        return noun - 1, noun
    if hit.deed.frame == "whose":
        main = ruling(words)
        return None if main is None else subject_span(clause, main.first)
    if hit.deed.frame == "thing" and is_let(words, hit.at):
        let = next(n for n in range(hit.at - 1, -1, -1) if words[n].low in LETTING)
        return phrase(words, let + 1, hit.at)
    told = action in OF_SUBJECT or action == "IDENTIFY_AS" or hit.deed.frame in {"thing", "whose"}
    if told or is_passive(words, hit):
        return subject_span(clause, hit.at)
    if hit.deed.kind == "phrase" and _leads_to_thing(hit):
        return after(words, hit.end)
    if hit.deed.kind == "phrase":
        main = ruling(words)
        if main is not None and main.verb < hit.at:
            return after(words, main.verb + 1)  # placed P at the disposal of Q
    if action in NONE_OF and not hit.deed.frame:
        return None
    given = receiver_span(clause, hit)
    if given is not None:
        at = given[1]
        if at < len(words) and words[at].low in {"with", "of"}:
            at += 1
        return after(words, at)
    found = after(words, hit.end)
    return None if found is None else _of_making(words, *found)


def _of_making(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """*stepped up production of P*, *opened an inquiry into P*: what stands behind the noun for a deed."""
    noun, link = words[last - 1].low, words[last].low if last < len(words) else ""
    moves = (link == "of" and noun in _MAKING) or (link in {"into", "of"} and noun in _INQUIRING)
    return (phrase(words, last + 1) or (first, last)) if moves else (first, last)


_MAKING = vocabulary("production output manufacture assembly use deployment")
_INQUIRING = vocabulary(
    "inquiry inquiries investigation investigations probe check checks audit review search"
)


def _is_found(clause: Clause, hit: Hit) -> bool:
    """*experts matched the tail to P*: whether somebody finds it, and the thing follows."""
    span = None if is_passive(clause.words, hit) else subject_span(clause, hit.at)
    if span is None or not any(word.low in {"to", "with"} for word in clause.words[hit.end :]):
        return False
    return acts(clause.words, *span) and clause.words[span[1] - 1].low not in things()


def _asked_to_do(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """*asked Chad to halt the flights*: what is to be done, up to the end of the clause."""
    to = next((n for n in range(at, min(len(words) - 2, at + 9)) if words[n].low == "to"), None)
    if to is None or not (is_bare(words[to + 1]) or is_base(words[to + 1])):
        return None
    ends = (n for n in range(to + 2, len(words)) if words[n].text in {",", ";", "—", "–"})
    return to + 1, next(ends, len(words))


def _weapon_that_hits(clause: Clause, hit: Hit) -> tuple[int, int] | None:
    """*a drone struck a tanker*: the weapon that is the subject; what is struck is no object."""
    if is_passive(clause.words, hit):
        return None
    span = subject_span(clause, hit.at)
    known = things().get(clause.words[span[1] - 1].low) if span is not None else None
    return span if known is not None and known[0] in _WEAPONS else None


def _past_deed_noun(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """*block the re-export of P*: the thing, where the noun before *of* only says how it moves."""
    moves = words[last - 1].low in CARRIED and words[last : last + 1] and words[last].low == "of"
    return (phrase(words, last + 1) or (first, last)) if moves else (first, last)


_FROZEN = vocabulary("assets accounts account funds")


def _leads_to_thing(hit: Hit) -> bool:
    """*no need of P*, *need no one's P*: set words behind which the thing stands."""
    first, last = hit.deed.words[0], hit.deed.words[-1]
    return first not in PREPOSITIONS and (last in PREPOSITIONS or last.endswith("'s"))


def _of_noun(words: Sequence[Word], hit: Hit) -> tuple[int, int] | None:
    """*transfers of P*; *P transfers*; else the noun, where it stands for what is moved."""
    if hit.deed.action in {"RELY", "END_RELIANCE"} and words[hit.end : hit.end + 1]:
        mark = words[hit.end].low
        return phrase(words, hit.end + 1) if mark in {"on", "upon", "of"} else None
    if hit.end < len(words) and words[hit.end].low in {"of", "in"} and hit.end + 1 < len(words):
        found = phrase(words, hit.end + 1)
        if found is not None and (words[hit.end].low == "of" or words[found[1] - 1].low in things()):
            return found
    if len(hit.deed.words) > 1 and hit.deed.words[0] in things():
        return hit.at, hit.at + 1  # arms transfers
    start = hit.at
    while start and _belongs(words, start - 1):
        start -= 1
    own = [at for at in range(start, hit.at) if words[at].low in things()]
    if own:
        return start, hit.at
    if words[hit.end - 1].low in CARRIED:
        return start, hit.end
    return None


def _belongs(words: Sequence[Word], at: int) -> bool:
    """Whether a word belongs to the noun behind it."""
    return goes_with(words[at]) and not finite_at(words, at) and words[at].low not in CARRIES


def unanswered(clause: Clause) -> Thing | None:
    """On what nobody would comment: *declined to confirm P*, *has not commented on P*."""
    words = clause.words
    for at in range(1, len(words) - 1):
        low = words[at].low
        about = low in {"on", "about"} and words[at - 1].low in _COMMENTING
        spoken = low == "to" and words[at - 1].low == "speak"
        if about or spoken or low in _NOT_TOLD:
            found = after(words, at + 1)
            thing = None if found is None else _named(clause, *found)
            if thing is not None:
                return thing
    return None


_NOT_TOLD = vocabulary(
    "confirm discuss address denied deny confirmed dispute verify corroborate verified corroborated "
    "authenticate deflect deflected"
)
_COMMENTING = vocabulary(
    "comment comments commented commenting questions question inquiries drawn into remarks"
)
