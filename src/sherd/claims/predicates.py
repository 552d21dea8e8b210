"""Which deed a clause tells of: the one of its main verb, not the first word for a deed that stands in it.

A verb that only carries a noun hands on to it (*carried out strikes*, *has no dealings with P*); where the
verb says nothing of its own, the noun that it is said of tells (*deliveries went on*). *Is a supplier of P*
tells of supply; *is a P* only of what something is.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims.bare_verbs import ruling
from sherd.claims.borne import borne
from sherd.claims.deed_words import HOLDS, MADE, hits_at, likeliest
from sherd.claims.described_deeds import deed_behind
from sherd.claims.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
)
from sherd.claims.identity import called
from sherd.claims.leading_verbs import CARRIES
from sherd.claims.lexicon import Deed, phrase_openers, things, vocabulary
from sherd.claims.roles import STOPPING, Hit, passive_at
from sherd.claims.sentences import Word
from sherd.claims.undertakings import PROMISING
from sherd.claims.verbs import BE, INNER, Group, lexical, main_verb, reached

HINDERING = vocabulary(
    "blocked banned barred prevented prohibited denied rejected refused criticised criticized condemned "
    "alleged reported discussed considered approved authorised authorized planned"
)
"""Participles after which a deed that is the subject was not done, or only spoken of."""

_JUDGING = vocabulary(
    "violate violates violated breach breaches breached make makes made give gives gave predate predates "
    "predated undermine undermines undermined threaten threatens threatened show shows showed prove proves "
    "proved mean means"
)
"""Verbs of which a deed can be the subject without being told of."""

_HAPPENS = STOPPING | vocabulary(
    "imposed made carried sent received resumed launched conducted placed signed arranged delivered "
    "completed "
    "expanded met routed paused extended widened tightened lifted renewed eased prepared held"
)
"""Participles that say of a deed that it was done, or stopped."""

FAR = 12
"""Words from the verb to a phrase that goes with it: *placed missiles at the disposal of P*."""


def deed_of(words: Sequence[Word]) -> Hit | None:
    """The deed of the main verb; in words that are no clause, the likeliest word for one."""
    accused = None if (main := ruling(words)) is not None else _accused(words)
    main = main or accused
    if main is None and (called_so := called(words)) is not None:
        return called_so
    if main is None and _is_judged(words):
        return None
    if main is None:
        return likeliest(words)
    if words[0].low == "without" and words[main.first].low in {
        "would",
        "could",
        "cannot",
        "can",
        "is",
        "are",
    }:
        return Hit(0, 1, Deed(("without",), "RELY", "phrase"), False, 0)  # without P it would not fly
    reach = reached(words, main)
    last = reach[-1]
    if (set_words := _around_verb(words, main, last)) is not None:
        return set_words
    if words[main.verb].low in _CHARGES:
        return Hit(main.verb, main.verb + 1, _CHARGE, False, 0)
    if len(reach) > 1 and words[main.verb].low in PROMISING:
        return Hit(main.verb, main.verb + 1, _PROMISE, False, 0)
    if (mark := borne(words, last) or _used_for(words, last)) is not None:
        return mark
    own = [
        hit
        for hit in hits_at(words, last)
        if words[last].low in HOLDS or hit.deed.frame or len(hit.deed.words) > 1
    ]
    if not own and words[last].low in CARRIES and (carried := _carried(words, last)) is not None:
        return carried
    found = _of_chain(words, reach) or _phrase_after(words, main, last)
    found = found or _complement(words, last) or _part_taken(words, last) or _known_to(words, last)
    if found is None and accused is None and main_verb(words) is None and words[last].low not in _LEADS_AWAY:
        found = _of_asked(words, last)
    if found is None or (found.deed.action in _SAYS_OF_THING and found.at == last):
        found = deed_behind(words, main, last) or found
    subject = _of_subject(words, main, last)
    if subject is not None and (
        found is None or words[found.at].low in MADE or (_befalls(found, subject) and found.at == last)
    ):
        return subject
    return found


_SAYS_OF_THING = frozenset({"IDENTIFY_AS", "TRANSPORT", "OTHER"})
"""Deeds of verbs that say of a thing what is in it or where it comes from."""


def _accused(words: Sequence[Word]) -> Group | None:
    """*Kenya of violating the embargo*: the deed of which somebody is accused."""
    for at in range(1, min(len(words) - 2, 8)):
        if words[at].low in INNER or not words[at].is_word:
            return None
        if words[at].low == "of" and words[at + 1].low.endswith("ing"):
            having = words[at + 1].low == "having"
            return Group(at + 1, lexical(words, at + 1 + having))
    return None


def _is_judged(words: Sequence[Word]) -> bool:
    """*the transfer as inhumane*, *the sanctions as theft*: what something is called, and nothing done."""
    at = next((n for n in range(2, len(words) - 1) if words[n].low == "as"), None)
    if at is None or words[at - 1].low in {"such", "well", "known"} or words[at + 1].text[0].isdigit():
        return False
    if any(hit.deed.kind == "noun" for n in range(at, len(words)) for hit in hits_at(words, n)):
        return False  # the firm as the sole supplier of P
    return words[0].low in DETERMINERS | {"new", "further", "all"} and words[at + 1].low not in {"of", "well"}


def _of_asked(words: Sequence[Word], verb: int) -> Hit | None:
    """*the council to tighten inspections*, *allow experts to inspect P*: the deed of its clause."""
    ends = INNER | {"without"}
    stop = next((at for at in range(verb + 1, len(words)) if words[at].low in ends), len(words))
    found = likeliest(words[:stop])
    return found if found is not None and found.at > verb else None


_LEADS_AWAY = vocabulary(
    "lack need want see know fear tell explain say prevent avoid answer show clarify disclose reveal discuss "
    "publish"
)
"""Verbs behind which a deed is not what is asked for."""


def _befalls(found: Hit, subject: Hit) -> bool:
    """*New penalties would hit P*: the verb only says whom the deed befalls."""
    comes = found.deed.action == "IDENTIFY_AS" and found.deed.words[-1:] in (("from",), ("in",))
    return comes or found.deed.action == "ATTACK" != subject.deed.action


_CHARGES = vocabulary("charged convicted indicted prosecuted")
_CHARGE = Deed(("charge",), "HOLD_ACCOUNTABLE", "verb", "participle")
_PROMISE = Deed(("promise",), "COMMIT", "verb", "past")


def _used_for(words: Sequence[Word], last: int) -> Hit | None:
    """*was not used for the transit of P*: the deed for which a place or a firm was used."""
    if words[last].low != "used" or not passive_at(words, last):
        return None
    if last + 1 >= len(words) or words[last + 1].low != "for":
        return None
    near = range(last + 2, min(last + 5, len(words)))
    return next((hit for at in near for hit in hits_at(words, at) if hit.deed.kind == "noun"), None)


def _around_verb(words: Sequence[Word], main: Group, last: int) -> Hit | None:
    """*cannot do without P*, *is not the same as P*: set words of which the verb is only one."""
    for at in range(main.first, last):
        if words[at].low not in phrase_openers():
            continue
        for hit in hits_at(words, at):
            if hit.deed.kind == "phrase" and last < hit.end and hit.end > at + 2:
                return hit
    return None


def _part_taken(words: Sequence[Word], last: int) -> Hit | None:
    """*was involved in the attack*, *had nothing to do with the sale*: in which deed somebody had a part."""
    for at in range(last, min(len(words) - 1, last + 5)):
        if words[at].low not in _PARTS:
            continue
        mark = next(
            (n for n in range(at + 1, min(at + 4, len(words))) if words[n].low in {"in", "with"}), None
        )
        if mark is None:
            return None
        for ahead in range(mark + 1, min(mark + 7, len(words))):
            if words[ahead].low in INNER:
                return None
            for hit in hits_at(words, ahead):
                if hit.deed.kind == "noun" or (hit.deed.form == "ing" and ahead == mark + 1):
                    return hit
        return None
    return None


def _known_to(words: Sequence[Word], last: int) -> Hit | None:
    """*is the only country known to have bought P*: the deed that somebody is known for."""
    if words[last].low not in BE:
        return None
    for at in range(last + 2, min(last + 8, len(words) - 2)):
        if words[at].low in {"known", "believed", "thought", "said"} and words[at + 1].low == "to":
            return next(iter(hits_at(words, lexical(words, at + 2))), None)
    return None


_PARTS = vocabulary(
    "involved involvement part role hand complicit complicity nothing anything participate participated "
    "implicated"
)
"""Words behind which stands, after *in* or *to do with*, the deed in which somebody has a part or none."""


def _of_chain(words: Sequence[Word], reach: Sequence[int]) -> Hit | None:
    for at in reversed(reach):
        for hit in hits_at(words, at):
            if hit.deed.kind != "noun":
                return hit
    return None


def _phrase_after(words: Sequence[Word], main: Group, last: int) -> Hit | None:
    """A phrase that goes with the verb: a short one beside it, a longer one as far as its clause goes."""
    for at in range(main.first, min(len(words), last + FAR)):
        if at > last and words[at].low in INNER:
            return None
        for hit in hits_at(words, at):
            if hit.deed.words[:2] == ("the", "same") and not _tells_likeness(words, last):
                continue  # pulled the same model from P
            if hit.deed.kind == "phrase" and (at <= last + 4 or len(hit.deed.words) > 2):
                return hit
    return None


def _tells_likeness(words: Sequence[Word], last: int) -> bool:
    """Whether the verb says what something is or shares: *is of the same type*, *uses the same engine*."""
    near = {word.low for word in words[max(0, last - 2) : last + 1]}
    return bool(near & (BE | _SHARING)) or words[last].low in _HOLDING


_SHARING = vocabulary(
    "share shares shared use uses used bear bears bore come comes came look looks appear appears"
)
_HOLDING = vocabulary("has have had carry carries carried contain contains contained")


def _complement(words: Sequence[Word], last: int) -> Hit | None:
    """*There is no re-export of P*, *has no contracts with X*: the noun behind a verb that says little."""
    listing = words[last].low in LISTING
    told_of = words[last].low in _EVIDENCE and last and words[last - 1].low in BE
    if not (listing or told_of) and words[last].low not in _SAYS_LITTLE:
        return None
    for at in range(last + 1, min(len(words), last + (10 if listing else 9))):
        if words[at].low in _ELSEWHERE and words[at - 1].low not in {"more", "less", "fewer"}:
            return None
        if words[at].low in _AGENTS and {"to", "with"} & {word.low for word in words[last + 1 : at]}:
            return None  # has no links to the maker
        for hit in hits_at(words, at):
            if hit.deed.kind == "noun" and (not listing or hit.deed.action == "SANCTION"):
                return hit
    return None


_APART = vocabulary("before after into during since through despite following amid via")
"""Prepositions behind which a noun tells of something else."""

_ELSEWHERE = INNER | _APART
LISTING = vocabulary("added adding add adds included include includes including placed place places put puts")
"""Verbs that put somebody on a list."""


def _of_subject(words: Sequence[Word], main: Group, last: int) -> Hit | None:
    """*Exports fell*, *new penalties would hurt P*: the deed that the verb is said of."""
    told = words[last].low
    is_so = any(word.low in BE for word in words[main.first : last + 1]) and not passive_at(words, last)
    goes_on = told in BE and {word.low for word in words[last + 1 : last + 3]} & _GOING_ON
    if (
        told in HINDERING
        or _judges(words, last)
        or (told in BE and not goes_on)
        or (passive_at(words, last) and told not in _HAPPENS)
    ):
        return None
    for at in range(min(main.first, FAR)):
        if words[at].low in INNER or words[at].low in PREPOSITIONS:
            return None
        if words[at].low in _AGENTS and not is_so:
            continue  # the supplier denied P
        hit = next((hit for hit in hits_at(words, at) if hit.deed.kind == "noun"), None)
        ends = hit is not None and (hit.end == main.first or words[at + 1].low in PREPOSITIONS)
        if hit is not None and (ends or (hit.end < len(words) and words[hit.end].low in PREPOSITIONS)):
            lows = {word.low for word in words[main.first : last]}
            return evolve(hit, stopped=told in STOPPING and not lows & NEGATIONS)
    return None


_AGENTS = vocabulary(
    "supplier suppliers seller sellers exporter exporters importer importers buyer buyers maker makers "
    "producer producers manufacturer manufacturers instructor instructors trainer trainers acquirer"
)
"""Nouns for those who do a deed; what else they do is not that deed."""

_GOING_ON = vocabulary("under underway ongoing continuing progress")
"""Words behind *is* that say of a deed that it is done."""


def _judges(words: Sequence[Word], at: int) -> bool:
    """Whether the verb says of a deed what it amounts to: *any transfer would violate P*."""
    return words[at].low in _JUDGING and not passive_at(words, at)


def _carried(words: Sequence[Word], verb: int) -> Hit | None:
    """*launched serial production*, *carried out strikes*: the noun that the verb carries."""
    for at in range(verb + 1, min(len(words), verb + 5)):
        for hit in hits_at(words, at):
            between = words[verb + 1 : at]
            if hit.deed.kind == "noun" and not any(
                word.low in _ENDS_OBJECT or not word.is_word or word.low in things() for word in between
            ):
                return hit
    return None


_ENDS_OBJECT = PREPOSITIONS | CONJUNCTIONS
_SAYS_LITTLE = CARRIES | BE | AUXILIARIES | vocabulary("act acts acted acting serve serves served serving")
_EVIDENCE = vocabulary("evidence proof sign signs talk confirmation reports trace traces")
