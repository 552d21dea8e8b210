"""Whom a sentence names without letting them speak: whom *it*, *they* and *the alliance* may mean next.

The subject of a sentence is what the next one goes on about, whether it spoke or not: *Ruritania's army,
which lost P, disputes that. Its envoy …*. People by whom something was done or shown can be *they*.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrs import evolve

from sherd.claims import authorship, bodies, brought_in, organisations, some_of_them
from sherd.claims.asked_once import vocabulary_of
from sherd.claims.cast import HONORIFICS
from sherd.claims.grammar import (
    DETERMINERS,
    NEGATIONS,
    OWN_ONE,
    PREPOSITIONS,
    SUBORDINATORS,
    TIMES,
    finite_at,
    skip_adverbials,
)
from sherd.claims.kin import FIRMS, POSTED, REGIONS, is_ours
from sherd.claims.lexicon import bodies as movements
from sherd.claims.lexicon import cues, listed, outlets, states, things, vocabulary
from sherd.claims.offices import Office, office_of
from sherd.claims.phrases import ORGANISATION_WORDS, OUTLET_WORDS, PLURAL_PEOPLE, head_of, is_title, joined
from sherd.claims.sentences import Word
from sherd.claims.sources import describe
from sherd.claims.speakers import Entity, Register
from sherd.model.statements import Speaker

WORKS = vocabulary("plant factory shipyard works mill foundry refinery")

PAPERS = vocabulary("dossier report letter memo study filing indictment complaint affidavit note statement")
"""Papers that say something themselves."""

WIDEST = 24
"""Words of a subject, with the clause that hangs on it; a longer one is not told."""


def before(words: Sequence[Word], register: Register) -> None:
    """Note the subject of a sentence before its speakers are read."""
    brought_in.accused(words, register)
    authorship.before(words, register)
    found = _subject(words, register)
    if found is not None and is_ours(found.speaker):
        return  # the reporter met X in Novi. She …
    if found is not None and not any(word.quoted for word in words[:2]):
        if _is_only_told(found, words, register):
            return
        register.order.append(_as_author(found, words))
    elif found is None and (person := _person_told_of(words, register)) is not None:
        register.told_of = person


def _is_only_told(entity: Entity, words: Sequence[Word], register: Register) -> bool:
    """*Orlo was blunt. Kenya sold P, it said*; *In its view, Kenya sold P*: no *it* is Kenya."""
    comma = next((n for n, word in enumerate(words[:10]) if word.text == ","), 0)
    ahead = words[0].low in PREPOSITIONS and any(word.low in _THEIRS for word in words[1:comma])
    at = next((n for n in range(2, len(words) - 1) if _is_pronoun_that_says(words, n)), 0)
    if not ahead and (not at or not NEGATIONS.isdisjoint(word.low for word in words[:at])):
        return False
    named = entity.speaker.span
    before = (register.told_of, *reversed(register.order)) if register.told_of else reversed(register.order)
    for last in before:
        where = last.speaker.span
        if last is register.told_of and (
            where is None or "\n" in register.text[where.start : words[0].start]
        ):
            continue
        if where is None or named is None or "\n" in (between := register.text[where.start : words[0].start]):
            return False
        if last.speaker.kind in _BODIES or last.plural or last is register.told_of:
            return named.text not in between
    return False


def _is_pronoun_that_says(words: Sequence[Word], at: int) -> bool:
    """*P, it said*; *Kenya, they say, sold P*."""
    if words[at].low not in {"it", "they"} or words[at].quoted or words[at - 1].text != ",":
        return False
    said = words[at + 1].low in cues() or (at + 2 < len(words) and words[at + 2].low in cues())
    if any(word.text in {":", ";"} for word in words[:at]):
        return False  # X was less coy: P, they said
    return said and (at < 5 or finite_at(words, 1) or any(finite_at(words, n) for n in range(1, at)))


_THEIRS = vocabulary("its their it them his her")
_BODIES = frozenset({"organisation", "state", "outlet", "document"})


PUBLISHED = vocabulary(
    "published publishes released releases issued issues compiled produced presented wrote unveiled launched "
    "filed submitted sent handed completed concluded finished summed conducted posted drafted lodged"
)
WRITTEN = vocabulary(
    "report study analysis document paper findings investigation dossier briefing assessment"
)
PAPERS_OF = WRITTEN | vocabulary(
    "probe inquiry indictment letter complaint memo note statement review survey inventory filing affidavit "
    "post message audit notice communiqué reply submission petition"
)
"""Nouns for what somebody writes, which says what they say."""

BY_THEM = WRITTEN | vocabulary("authors researchers investigators analysts")
"""Nouns by which a text goes on about whoever published a report."""


def _as_author(entity: Entity, words: Sequence[Word]) -> Entity:
    """*X published a report*: *the study*, *the document*, *the authors* are X's from here on."""
    papers = _papers(words)
    if papers & WRITTEN and entity.speaker.kind == "organisation":
        papers |= BY_THEM
    return evolve(entity, heads=entity.heads | papers) if papers else entity


def _papers(words: Sequence[Word]) -> frozenset[str]:
    """*filed an indictment*, *sent its report*, *wrote to the council*: what was written, by its noun."""
    at = next((n for n, word in enumerate(words) if word.low in PUBLISHED and not word.quoted), None)
    if at is None:
        return frozenset()
    if words[at].low == "wrote" and at + 1 < len(words) and words[at + 1].low == "to":
        return frozenset({"letter", "document"})
    near = range(at + 1, min(at + 8, len(words)))
    return frozenset(
        words[n].low
        for n in near
        if words[n].low in PAPERS_OF and {w.low for w in words[n - 4 : n]} & OWN_ONE
    )


def _person_told_of(words: Sequence[Word], register: Register) -> Entity | None:
    """*X Y is a lawyer*: two or three names in front of a verb, which nothing says are those of a body."""
    end = next((at for at, word in enumerate(words[:4]) if not word.is_name), 4)
    run = words[:end]
    if not 2 <= end <= 3 or end >= len(words) or any(word.quoted for word in run):
        return None
    told = finite_at(words, end) or words[end].low in {"is", "was", "has", "had"}
    lows = {word.low for word in run}
    bodied = lows & (ORGANISATION_WORDS | TIMES | DETERMINERS | listed("organisation"))
    if (
        not told
        or bodied
        or not states().keys().isdisjoint(lows)
        or joined(run) in register.cast.firms
        or joined(run).lower() in outlets()
    ):
        return None
    titled = len(run) > 2 and run[0].low in HONORIFICS
    gender = ("he" if run[0].low in {"mr", "sir"} else "she") if titled else ""
    return Entity(Speaker(joined(run[titled:]), "person", bodies.span(run, register)), gender=gender)


@cache
def _opening_what_is_said() -> frozenset[str]:
    """*Police say X Y sold P. He denies it*: before whom something is said of, where nobody else is *he*."""
    return frozenset(
        {"that"} | {low for low, some in cues().items() if any("that" in cue.frames for cue in some)}
    )


def after(words: Sequence[Word], register: Register) -> None:
    """Note persons who were named in a sentence, people by whom something was done, and bodies."""
    lows = vocabulary_of(words)
    if not register.cast.persons.keys().isdisjoint(lows):
        register.notice(words)
    register.mentions.notice(words)
    for at in () if _opening_what_is_said().isdisjoint(lows) else range(1, len(words) - 3):
        if words[at].is_name and words[at - 1].low in _opening_what_is_said():
            register.told_of = _person_told_of(words[at:], register) or register.told_of
    brought_in.note(words, register)
    some_of_them.note(words, register, describe)
    authorship.note(words, register)
    if _note_author(words, register):
        return
    last = register.order[-1].speaker.span if register.order else None
    silent = last is None or (bool(words) and last.start < words[0].start)
    if words and (paper := _document(words, register)) is not None:
        (register.order if silent else register.known).append(paper)
    for at in range(1, len(words) - 1):
        if words[at].low == "by" and not words[at].quoted:
            people = words[at + 1 : at + 5]
            end = next((n + 1 for n, word in enumerate(people) if word.low in PLURAL_PEOPLE), 0)
            found = describe(people[:end], register) if end else None
            if found is not None and found.plural:
                register.order.append(found)
            elif found is None and end == 0:
                _note_body(words, at, register)
        elif words[at].is_name and not words[at - 1].is_name:
            _note_named(words, at, register)
    if len(words) > 1 and words[0].is_name:
        _note_firm(words, 0, _name_end(words, 0), register)


def _has_spoken(words: Sequence[Word], register: Register) -> bool:
    """Whether somebody speaks in the sentence, who goes before those by whom something was done."""
    span = register.met[-1].speaker.span if register.met else None
    return span is not None and words[0].start <= span.start < words[-1].end


def _note_author(words: Sequence[Word], register: Register) -> bool:
    """*X Y, an envoy, wrote to the council*: *the letter* is that person's from here on."""
    last = register.order[-1] if register.order else None
    if last is None or last.speaker.kind != "person" or PUBLISHED.isdisjoint(vocabulary_of(words)):
        return False
    named = {word.low for word in words[:WIDEST]}
    papers = _papers(words) if last.speaker.name.lower().split()[-1] in named else frozenset()
    if papers:
        register.order.append(evolve(last, heads=last.heads | papers))
    return bool(papers)


def _document(words: Sequence[Word], register: Register) -> Entity | None:
    """*pictured in a dossier that X handed over*, *a letter by X*: what *it* says next."""
    if FILES.isdisjoint(vocabulary_of(words)):
        return None
    for at in (n for n in range(1, len(words) - 1) if words[n].low in FILES):
        if (found := _filed(words, at, register)) is not None:
            return evolve(found, heads=found.heads | {words[at].low})
        if words[at].quoted or words[at].low not in PAPERS or words[at - 1].low in {"the", "this", "that"}:
            continue
        first = next((n for n in range(at, max(-1, at - 5), -1) if words[n].low in {"a", "an"}), None)
        if first is None:
            continue
        end = next((n for n in range(at + 1, min(at + 9, len(words))) if finite_at(words, n)), at + 1)
        issuer = words[at + 2 : end] if words[at + 1].low in {"that", "which"} else ()
        if not issuer and (author := _who_said_in(words, first, register)) is not None:
            return evolve(author, heads=author.heads | {words[at].low, "document"})
        found = describe(issuer, register) if issuer else describe(words[first : at + 1], register)
        if found is not None and found.speaker.kind in {"organisation", "state", "document"}:
            return evolve(found, heads=found.heads | {words[at].low, "document"})
    return None


def _who_said_in(words: Sequence[Word], paper: int, register: Register) -> Entity | None:
    """*X's office said in a statement*: what *it* says next, X's office does."""
    if paper < 2 or words[paper - 1].low != "in":
        return None
    if words[paper - 2].low not in cues() and words[paper - 2].low not in TIMES:
        return None
    last = next((each for each in reversed(register.order) if each.speaker.span is not None), None)
    where = last.speaker.span if last is not None else None
    return last if where is not None and words[0].start <= where.start < words[paper].start else None


def _filed(words: Sequence[Word], at: int, register: Register) -> Entity | None:
    """*court papers filed by X*: X, whom *they* and *the papers* mean next."""
    if words[at].low not in FILES or words[at].quoted or at + 3 >= len(words):
        return None
    by = next((n for n in range(at + 1, min(at + 5, len(words))) if words[n].low in {"by", "from"}), None)
    if by is None or not {word.low for word in words[at + 1 : by + 1]} & (FILED | {"from"}):
        return None
    end = next((n for n in range(by + 1, len(words)) if finite_at(words, n) or not words[n].is_word), at)
    found = describe(words[by + 1 : end], register) if by + 1 < end else None
    if found is None or found.speaker.kind not in {
        "organisation",
        "state",
        "anonymous",
        "anonymous_official",
    }:
        return None
    return evolve(found, plural=found.plural or words[at].low.endswith("s"))


FILES = PAPERS | vocabulary("papers documents filings records files letters reports statements inventory")
FILED = vocabulary(
    "filed submitted lodged released unsealed drafted compiled prepared written published issued"
)


def _note_named(words: Sequence[Word], at: int, register: Register) -> None:
    """A body or an outlet that is only named: *asked NATO for P*, *a report in the Morning Herald*."""
    if office := office_of(words[at : at + 1]):
        register.bodies.append(office)
        return
    end = _name_end(words, at)
    run = words[at:end]
    if _note_firm(words, at, end, register):
        return
    if _is_works(words, at, end):
        noun = words[end].low
        register.bodies.append(Office(f"{joined(run)} {noun}", None, frozenset({noun})))
        return
    if (run[-1].low in OUTLET_WORDS and len(run) > 1) or joined(run).lower() in outlets():
        found = bodies.outlet(run, register)
        if found is not None:
            register.known.append(found)


def _name_end(words: Sequence[Word], at: int) -> int:
    """Where the run of names ends that begins here."""
    while at < len(words) and (words[at].is_name or (words[at].text == "&" and at + 1 < len(words))):
        at += 1
    return at


def _note_firm(words: Sequence[Word], at: int, end: int, register: Register) -> bool:
    """Remember a name that the text calls a company."""
    name = joined(words[at:end])
    if name not in register.cast.firms or _is_public(name.lower()):
        return False
    register.bodies.append(Office(organisations.proper(words[at:end]), None, FIRMS))
    return True


def _is_public(low: str) -> bool:
    """Whether a name of which the text goes on with *which* is that of a state, a movement or an outlet."""
    return low in states() or low in movements() or low in outlets()


def _is_works(words: Sequence[Word], at: int, end: int) -> bool:
    """*The Novi plant*: works that go by the town where they stand."""
    if end >= len(words) or at == 0 or words[at - 1].low != "the" or words[end].low not in WORKS:
        return False
    return words[at].low not in states() and words[at].low not in REGIONS


def _note_body(words: Sequence[Word], at: int, register: Register) -> None:
    """*accused by a UN panel of P*: the body by whom it was done."""
    end = at + 1
    while end < len(words) and words[end].is_word and words[end].low not in PREPOSITIONS:
        end += 1
    if end + 1 < len(words) and words[end].low == "of" and words[end + 1].low in PLURAL_PEOPLE:
        end += 2  # the UN panel of experts
    some = words[at + 1 : end]
    if 1 < len(some) <= 6 and head_of(some) in listed("organisation"):
        found = describe(some, register)
        if found is None or found.speaker.kind != "organisation":
            return
        if _has_spoken(words, register):
            register.bodies.append(Office(found.speaker.name, found.speaker.on_behalf_of, found.heads))
        else:
            last = register.order[-1].speaker.span if register.order else None
            told = last is not None and words[0].start <= last.start < words[at].start
            subject = register.order.pop() if told else None  # a firm was fined by a court: *it* is the firm
            register.order.append(found)
            if subject is not None:
                register.order.append(subject)


def _subject(words: Sequence[Word], register: Register) -> Entity | None:
    """The noun phrase before the first finite verb, past *In Washington,* and the like."""
    start = 0
    while start < len(words) and words[start].low in {"but", "and", "yet", "still", "so"}:
        start += 1
    if words and words[0].low in _LEADS_IN:
        start = next((at + 1 for at, word in enumerate(words[:12]) if word.text == ","), len(words))
    while start < len(words) and not words[start].is_word:
        start += 1
    if start + 2 < len(words) and words[start].low in {"last", "this", "earlier", "late", "early"}:
        start = skip_adverbials(words, start, len(words))  # last November
    if len(words) > 3 and words[0].low == "for" and (firm := _for_firm(words, register)) is not None:
        return firm
    if start < len(words) and words[start].low in {"its", "their"}:
        return None  # its embassy: whose, is told when it speaks
    end = _past_name(words, _end(words, start))
    some = words[start : end - (words[end - 1].low in _REFLEXIVE)]
    if not 1 <= len(some) <= WIDEST or some[-1].low in TIMES:
        return None
    thing = head_of(some) in things() or some[-1].low in things()
    if (thing and joined(some) not in register.cast.firms) or any(word.quoted for word in some):
        return None
    if some[0].low in {"neither", "both"} and (pair := _pair(some[1:], register)) is not None:
        return pair
    head = head_of(some)
    listed_so = head in listed("organisation") or head in listed("document") or head in PLURAL_PEOPLE
    known = some[0].is_name or listed_so or head in POSTED
    if len(some) == 1 and not {some[0].text} & (register.cast.capitals | register.cast.firms):
        known = some[0].low in states() or some[0].low in register.cast.persons
        known = known or some[0].low in PLURAL_PEOPLE
    found = describe(some, register) if known else None
    if found is not None and found.speaker.kind == "document" and words[end].low in FILED:
        return None  # court papers filed by X: whose they are is told behind
    named = any(word.text == "," for word in some)
    alone = found is not None and found.speaker.kind == "person" and not named
    return None if alone and not _told_of(words, end) else found


def _for_firm(words: Sequence[Word], register: Register) -> Entity | None:
    """*For Corvane the findings come as vindication*: the firm that the paragraph is about."""
    end = _name_end(words, 1)
    name = joined(words[1:end])
    known = any(each == name or each.startswith(f"{name} ") for each in register.cast.firms)
    known = known or any(each.name == name or each.name.startswith(f"{name} ") for each in register.bodies)
    apart = end < len(words) and (words[end].text == "," or words[end].low in DETERMINERS)
    return describe(words[1:end], register) if end > 1 and known and apart else None


_REFLEXIVE = vocabulary("itself themselves himself herself")


def _told_of(words: Sequence[Word], end: int) -> bool:
    """*X was more cautious: he said P*: a clause about somebody, and a colon."""
    return any(word.text == ":" for word in words[end : end + 8])


def _pair(words: Sequence[Word], register: Register) -> Entity | None:
    """*Neither X nor Y*, *both X and Y*: the two together."""
    joint = next((at for at, word in enumerate(words) if word.low in {"nor", "and"}), 0)
    one, other = describe(words[:joint], register), describe(words[joint + 1 :], register)
    return evolve(one, plural=True, also=(other,)) if one is not None and other is not None else None


def _past_name(words: Sequence[Word], end: int) -> int:
    """Past the name beside a noun: *the group's leader, X Y, could not be reached*."""
    if end + 2 >= len(words) or words[end].text != "," or not words[end + 1].is_name:
        return end
    close = next((at for at in range(end + 1, min(end + 7, len(words))) if not words[at].is_name), end)
    head = head_of(words[:end])
    told = head in listed("person") | listed("organisation") or is_title(head)
    return close if words[close].text == "," and told else end


def _end(words: Sequence[Word], start: int) -> int:
    """Where the subject ends: at its verb, or at the clause or aside that hangs on it."""
    for at in range(start + 1, min(len(words), start + WIDEST)):
        if words[at].text == "(":
            closing = next((n for n in range(at, min(at + 4, len(words))) if words[n].text == ")"), 0)
            return closing + 1 if closing else at
        if bodies.is_doing(words, at) or _did(words, at) or _holds_view(words, at):
            return at
        if words[at].text == "," or words[at].low in {"who", "which", "that"} or finite_at(words, at):
            return at
    return start


def _did(words: Sequence[Word], at: int) -> bool:
    """*Investigators logged 63 parts*: a verb that no table has, behind a noun for those who act."""
    low, before = words[at].low, words[at - 1]
    if not low.endswith("ed") or words[at].is_name or at + 1 >= len(words):
        return False
    acts = before.low in PLURAL_PEOPLE or before.low in listed("organisation") or before.is_name
    after = words[at + 1]
    return acts and (after.low in DETERMINERS or after.text[:1].isdigit() or after.low in {"up", "down"})


def _holds_view(words: Sequence[Word], at: int) -> bool:
    """*Researchers at X disagree*, *experts at X doubt it*: people, and what they think of something."""
    if words[at].low not in _VIEWING or words[at].is_name:
        return False
    return head_of(words[:at]) in PLURAL_PEOPLE


_VIEWING = vocabulary("disagree doubt differ dispute agree concur demur tell draw reach take")


_LEADS_IN = PREPOSITIONS | SUBORDINATORS | {"asked"}
