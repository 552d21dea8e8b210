"""Which deed a clause tells of: the one of its main verb, not the first word for a deed that stands in it.

A verb that only carries a noun hands on to it (*carried out strikes*, *has no dealings with P*); where the
verb says nothing of its own, the noun that it is said of tells (*deliveries went on*). *Is a supplier of P*
tells of supply; *is a P* only of what something is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sherd.claims.bare_verbs import ruling
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
from sherd.claims.lexicon import Deed, adjectives, deeds, states, things, vocabulary
from sherd.claims.nouns import ENDS, head, phrase, without_articles
from sherd.claims.parties import PRONOUNS
from sherd.claims.roles import STOPPING, Hit, passive_at
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.verbs import BE, CARRIES, INNER, Group, main_verb, reached

HINDERING = vocabulary(
    "blocked banned barred prevented prohibited denied rejected refused criticised criticized condemned "
    "alleged reported discussed considered approved authorised authorized planned"
)
"""Participles after which a deed that is the subject was not done, or only spoken of."""

NEEDED = {
    "REDUCE_NUCLEAR": ("nuclear",),
    "SLOW_ENRICHMENT": ("uranium", "enrich"),
    "DILUTE": ("stockpile", "uranium"),
}
"""Words of which the clause must hold one for these actions."""

_JUDGING = vocabulary(
    "violate violates violated breach breaches breached make makes made give gives gave predate predates "
    "predated undermine undermines undermined threaten threatens threatened show shows showed prove proves "
    "proved mean means"
)
"""Verbs of which a deed can be the subject without being told of."""

_HAPPENS = STOPPING | vocabulary(
    "imposed made carried sent received resumed launched conducted placed signed arranged delivered "
    "completed "
    "expanded met routed paused"
)
"""Participles that say of a deed that it was done, or stopped."""

FAR = 12
"""Words from the verb to a phrase that goes with it: *placed missiles at the disposal of P*."""


def deed_of(words: Sequence[Word]) -> Hit | None:
    """The deed of the main verb; in words that are no clause, the likeliest word for one."""
    main = ruling(words)
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
    own = [
        hit
        for hit in hits_at(words, last)
        if words[last].low in HOLDS or hit.deed.frame or len(hit.deed.words) > 1
    ]
    if not own and words[last].low in CARRIES and (carried := _carried(words, last)) is not None:
        return carried
    found = _of_chain(words, reach) or _phrase_after(words, main, last) or _complement(words, last)
    if found is None and main_verb(words) is None and words[last].low not in _LEADS_AWAY:
        found = _of_asked(words, last)
    subject = _of_subject(words, main, last)
    if subject is not None and (
        found is None or words[found.at].low in MADE or (_befalls(found, subject) and found.at == last)
    ):
        return subject
    return found


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
    stop = next((at for at in range(verb + 1, len(words)) if words[at].low in INNER), len(words))
    found = likeliest(words[:stop])
    return found if found is not None and found.at > verb else None


_LEADS_AWAY = vocabulary(
    "lack need want see know fear tell explain say prevent avoid answer show clarify disclose reveal discuss "
    "publish"
)
"""Verbs behind which a deed is not what is asked for."""


def _befalls(found: Hit, subject: Hit) -> bool:
    """*New penalties would hit P*: the verb only says whom the deed befalls."""
    return found.deed.action == "ATTACK" != subject.deed.action


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
    return bool(near & (BE | _SHARING))


_SHARING = vocabulary(
    "share shares shared use uses used bear bears bore come comes came look looks appear appears"
)


def _complement(words: Sequence[Word], last: int) -> Hit | None:
    """*There is no re-export of P*, *has no contracts with X*: the noun behind a verb that says little."""
    listing = words[last].low in LISTING
    if not listing and words[last].low not in _SAYS_LITTLE:
        return None
    for at in range(last + 1, min(len(words), last + (10 if listing else 7))):
        if words[at].low in _ELSEWHERE:
            return None
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
    if (
        told in HINDERING
        or _judges(words, last)
        or told in BE
        or (passive_at(words, last) and told not in _HAPPENS)
    ):
        return None
    for at in range(min(main.first, FAR)):
        if words[at].low in INNER or words[at].low in PREPOSITIONS:
            return None
        ends = at + 1 == main.first or words[at + 1].low in PREPOSITIONS
        hit = next((hit for hit in hits_at(words, at) if hit.deed.kind == "noun"), None)
        if hit is not None and (ends or (hit.end < len(words) and words[hit.end].low in PREPOSITIONS)):
            return hit
    return None


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


def likeliest(words: Sequence[Word]) -> Hit | None:
    """The word that stands for a deed before any other, wherever it stands."""
    hits = [hit for at in range(len(words)) for hit in hits_at(words, at)]
    return min(hits, key=lambda hit: (hit.rank, hit.at)) if hits else None


# ------------------------------------------------------------------ what something is

SORTS = vocabulary(
    "copy copies clone clones counterfeit counterfeits fake fakes forgery forgeries replica replicas "
    "version versions variant "
    "derivative imitation imitations genuine authentic original originals balloon device devices item items "
    "product products model type design"
)
"""Nouns and adjectives that say what sort of thing something is."""


_OPENS_COMPLEMENT = DETERMINERS | BE | {"of"}


def identity(words: Sequence[Word]) -> Hit | None:
    """*The drone was a Shahed*, *the parts were counterfeits*: what something is; parties are let be."""
    main = main_verb(words)
    verb = _copula(words, main)
    if main is None or verb is None:
        return None
    subject, rest = words[: main.first], words[verb + 1 : verb + 10]
    stop = next(
        (at for at, word in enumerate(rest) if word.low in INNER or word.text in {",", ";"}), len(rest)
    )
    rest = [word for word in rest[:stop] if not is_adverb(word)]
    if not rest or not subject:
        return None
    about = subject[0].low in _POINTING or any(word.low in things() for word in subject)
    told = any(
        word.low in things()
        or word.low in SORTS
        or _made_in(word.low)
        or word.low in adjectives()
        or word.low in {"ours", "theirs", "his", "hers", "origin", "manufacture"}
        for word in rest
    )
    noun = rest[0].low in _OPENS_COMPLEMENT or any(word.low in {"a", "an"} for word in rest[:3])
    thing = any(word.low in things() for word in subject)
    made = any(word.low in {"origin", "make", "manufacture", "design"} for word in rest)
    if made and any(word.low in adjectives() or word.low in {"foreign", "western"} for word in rest):
        about = told = True
    if (about and told) or (thing and noun and rest[0].low not in {"at", "in", "on"}):
        return Hit(verb, verb + 1, Deed((words[verb].low,), "IDENTIFY_AS", "phrase"), False, 4)
    return None


def _copula(words: Sequence[Word], main: Group | None) -> int | None:
    """Where the form of *be* stands that a clause hangs on; ``None`` where another verb follows it."""
    if main is None:
        return None
    if words[main.verb].low in _COPULAS:
        return main.verb
    told = words[main.verb].low
    if (told.endswith(("ed", "ing")) and told not in SORTS and told != "used") or told in PARTICIPLES:
        return None
    return next((at for at in range(main.verb - 1, main.first - 1, -1) if words[at].low in _COPULAS), None)


def _made_in(low: str) -> bool:
    if low.isalpha():
        return False
    bare = re.sub(r"[-‑](made|built|produced|designed|manufactured)$", "", low)
    return bare != low and bare in states()


_COPULAS = (BE - {"be", "being"}) | vocabulary("be been appear appears appeared seem seems remain remained")
_POINTING = vocabulary("it it's this that these those they all most some three two both what")


# ------------------------------------------------------------------ words for deeds


def hits_at(words: Sequence[Word], at: int) -> list[Hit]:
    """The word or phrase for a deed that begins at ``at``, where it stands for one there."""
    entries = deeds().get(words[at].low)
    if entries is None:
        return []
    after = words[at + 1].low if at + 1 < len(words) else ""
    noun_first = at > 0 and words[at - 1].low in _OPENS_NOUN
    kept: Hit | None = None
    parted = at + 2 < len(words) and (after in _OWNS or is_adverb(words[at + 1]))
    for deed in entries:
        size = len(deed.words)
        end = at + size
        if size > 1 and after != deed.words[1]:
            end = _past_adverb(words, at, deed) if parted else 0
            if not end:
                continue
        elif size > 2 and tuple(w.low for w in words[at:end]) != deed.words:
            continue
        rank = _rank(words, at, deed)
        if rank is None or not _about(words, deed.action):
            continue
        if deed.frame.startswith(("with:", "not:")) and not _is_with(words, at, deed):
            continue
        if deed.kind == "noun" and _goes_on(words, end):
            continue
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
    kind, _, nouns = deed.frame.partition(":")
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
    if found is not None and {word.low for word in words[found[0] : found[1] + 4]} & set(wanted):
        return True
    return deed.form == "participle" and bool({word.low for word in words[max(0, at - 9) : at]} & set(wanted))


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
    if deed.action == "SUPPLY" and len(deed.words) == 1 and _gives_words(words, at):
        return None
    if words[at].low in MADE and not _makes_something(words, at):
        return None
    before = words[at - 1].low if at else ""
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
    "example examples orders order instructions signal signals message messages letter letters experts"
)
"""What is given and is no goods: *has not provided a single document*."""

ABSTRACT = vocabulary(
    "decisions statements progress sense efforts attempts remarks comments claims mistakes choices demands "
    "concessions changes promises plans threats preparations arrangements allegations accusations profits us "
    "relations ties payments purchases calls strides gains sales deliveries appearances headlines sacrifices"
)
"""What is made and is no goods."""

MADE = vocabulary("make makes made making develop develops developed developing")
"""Verbs that tell of production only where a thing is made."""


def _gives_words(words: Sequence[Word], at: int) -> bool:
    """Whether what is given is an answer, a document, evidence."""
    found = phrase(words, at + 1)
    return found is not None and head(words, *without_articles(words, *found)) in NO_GOODS


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
    if any(word.low in things() for word in ahead[:end]):
        return True
    found = phrase(words, at + 1)
    return found is not None and head(words, *found) not in ABSTRACT and head(words, *found).endswith("s")


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
        return 2 if before in _SUBJECTS or before.endswith("s") else None
    return 1


def _stopped(words: Sequence[Word], at: int) -> bool:
    before = [word.low for word in words[max(0, at - 4) : at]]
    return any(low in STOPPING for low in before) or " ".join(before[-4:]).endswith(
        ("put a stop to", "put an end to", "no longer", "put a halt to")
    )


_ENDS_OBJECT = PREPOSITIONS | CONJUNCTIONS
_OPENS_NOUN = DETERMINERS | {"'s"}
_NO_BASE_AFTER = PREPOSITIONS - {"to"}
_BEFORE_BASE = AUXILIARIES | {"to", "not", "never"}
_SAYS_LITTLE = CARRIES | BE | AUXILIARIES
_BEHIND_NOUN = PARTICIPLES | TIMES_BEHIND
