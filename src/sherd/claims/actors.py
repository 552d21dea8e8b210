"""Who does it: the subject of the verb for an action, however far from it the text has put them.

The subject stands before the verb, past auxiliaries and verbs that lead on to it, past an aside between
commas; behind *who* and *which* it is whoever they go with, behind *and* the subject of the verb before. *By*
names the doer of a passive. Pronouns and *the company* go to a party that the text has named, or to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from sherd.claims import grammar
from sherd.claims.accusing import ACCUSING, accused
from sherd.claims.agents import acts
from sherd.claims.bare_verbs import ruling
from sherd.claims.grammar import AUXILIARIES, CONJUNCTIONS, DETERMINERS, MARKS, PREPOSITIONS
from sherd.claims.kin import FIRMS
from sherd.claims.leading_verbs import CARRIES, LEADS_ON
from sherd.claims.lexicon import adjectives, states, vocabulary
from sherd.claims.parties import doing, meant, party
from sherd.claims.roles import (
    STOPPING,
    Clause,
    Hit,
    is_passive,
    named,
    passage,
    passive_at,
    phrase_end,
    states_together,
)
from sherd.claims.sentences import Word
from sherd.claims.subject_phrases import (
    accused_before,
    before_aside,
    named_beside,
    noun_phrase_before,
    owner_before,
)
from sherd.claims.subjects_in_front import told_aside, told_relative
from sherd.claims.verbs import INNER, Group, main_verb, reached
from sherd.model.statements import Named

BEHIND = vocabulary("of for from in without before after by")
"""Prepositions before a participle whose doer is named before them: *accused Iran of selling P*."""


def doer(clause: Clause, hit: Hit) -> Named | None:
    """The subject of the verb; of a noun, the state whose attack or supply it is."""
    main = ruling(clause.words)
    ahead = main is not None and main.first < hit.at
    if hit.deed.kind == "noun":
        if (pair := between(clause, hit)) is not None:
            return pair[0]
        if (blamed := accused(clause)) is not None:
            return blamed  # blamed Chad for the attack
        if main is not None and ahead and (found := subject(clause, main.first)):
            return found
        if (beside := _as_agent(clause, hit, main)) is not None:
            return beside
        return _owner(clause, hit) or own_deed(clause)
    if main is not None and ahead and (made := _made_to(clause, main, hit.at)) is not None:
        return made
    if main is not None and ahead and _hangs_on(clause.words, main, hit.at):
        return subject(clause, main.first) or subject(clause, hit.at)
    return subject(clause, hit.at) or own_deed(clause)


def _made_to(clause: Clause, main: Group, at: int) -> Named | None:
    """*accused Chad of selling P*, *forced the firm to sell P*: who stands between the two verbs."""
    words = clause.words
    for verb, onward in pairwise(reached(words, main)):
        if onward > at or words[verb].low not in CONTROLS or passive_at(words, verb):
            continue
        first = end = verb + 1
        while end < onward and words[end].low not in _LINKS:
            end += 1
        whole = all(word.is_name or word.low == "the" for word in words[first:end])
        if end > first and (whole or acts(words, end - 1, end)):
            return _named_jointly(clause, first, end)
    return None


CONTROLS = vocabulary(
    "accuse accuses accused accusing suspect suspects suspected suspecting charge charges charged convict "
    "convicts convicted blame blames blamed condemn condemned force forces forced forcing order orders "
    "ordered instruct instructs instructed direct directs directed allow allows allowed allowing permit "
    "permits permitted let lets enable enables enabled ask asks asked tell tells told credit credits credited"
)
"""Verbs of which the object does what the verb behind tells of."""

_LINKS = PREPOSITIONS | vocabulary("to not being having been have be")


def _hangs_on(words: Sequence[Word], main: Group, at: int) -> bool:
    """Whether the word at ``at`` tells what the subject of the main verb does, in its own clause."""
    if at in reached(words, main):
        return True
    return at > main.verb and not any(word.low in INNER for word in words[main.verb + 1 : at])


def between(clause: Clause, hit: Hit) -> tuple[Named | None, Named | None] | None:
    """*talks between Riga and Minsk*: the two."""
    words = clause.words
    at = next((n for n in range(hit.end, min(hit.end + 3, len(words))) if words[n].low == "between"), None)
    if at is None:
        return None
    joint = next((n for n in range(at + 2, min(at + 8, len(words) - 1)) if words[n].low == "and"), None)
    if joint is None:
        return None
    return named(clause, at + 1, joint), named(clause, joint + 1, _end_before_verb(words, joint + 1))


def _owner(clause: Clause, hit: Hit) -> Named | None:
    """*Iran's supply of P*, *Russian strikes*, *its use*, *the use by Russia of P*."""
    words = clause.words
    for at in range(max(0, hit.at - 3), hit.at):
        apart = any(word.low in PREPOSITIONS or word.text == "," for word in words[at + 1 : hit.at])
        if not apart and (state := states().get(words[at].low)):
            return Named(state.name, passage(clause, at, at + 1))
        if words[at].low == "'s" and at:
            return named(clause, _phrase_start(words, at - 1), at)
        if words[at].low in {"its", "their", "our", "his", "her"} and at == hit.at - 1:
            return named(clause, at, at + 1)
        if at + 1 == hit.at and words[at].text in _PLURAL_OWNERS and at:
            return named(clause, _phrase_start(words, at), at)  # Vale Optics' exports
    return _from_behind(clause, hit)


def _as_agent(clause: Clause, hit: Hit, main: Group | None) -> Named | None:
    """*the importer raised P*, *named X as the sole supplier of P*: whom the noun for the deed is for."""
    words = clause.words
    if words[hit.end - 1].low.removesuffix("s") not in FIRMS | _DOING_SO:
        return None
    if main is not None:
        return subject(clause, main.first) if hit.end == main.first else None
    mark = next((at for at in range(1, hit.at) if words[at].low == "as"), None)
    return named(clause, 0, mark) if mark is not None and acts(words, 0, mark) else None


_DOING_SO = vocabulary("user operator seller buyer provider donor")


def _from_behind(clause: Clause, hit: Hit) -> Named | None:
    """*the use by Chad of P*, *the sale of P to Q by Chad*, *exports from Chad*: who does the deed before."""
    words, told = clause.words, False
    for at in range(hit.end, min(hit.end + 9, len(words) - 1)):
        if words[at].text in {",", ";"} or words[at].low in _INNER:
            return None
        told = told or grammar.finite_at(words, at)
        sent = words[at].low == "from" and hit.deed.action in _SENT and _is_state_at(words, at + 1)
        if words[at].low == "by" or (sent and not told):
            end = _end_before_verb(words, at + 1)
            doing = end > at + 1 and (acts(words, at + 1, end) or any(w.is_name for w in words[at + 1 : end]))
            return named(clause, at + 1, end) if doing else None  # fell by half
    return None


_PLURAL_OWNERS = frozenset("'’")
_SENT = frozenset({"SUPPLY", "STOP_SUPPLY", "INTEND_SUPPLY"})


def _is_state_at(words: Sequence[Word], at: int) -> bool:
    at += at + 1 < len(words) and words[at].low == "the"
    some = [" ".join([word.low for word in words[at : at + size]]) for size in (1, 2, 3)]
    return words[at].is_name and any(name in states() for name in some)


def _end_before_verb(words: Sequence[Word], at: int) -> int:
    """Where the noun phrase ends, at the latest before a verb: *between Chad and Oman | began*."""
    end = phrase_end(words, at)
    return next((n for n in range(at + 1, end) if grammar.finite_at(words, n)), end)


def _phrase_start(words: Sequence[Word], at: int) -> int:
    while at > 0 and words[at - 1].is_word and words[at - 1].low not in _ENDS_DOER:
        at -= 1
    return at


def subject(clause: Clause, at: int) -> Named | None:
    """The subject before the verb at ``at``; ``None`` where the clause names none."""
    words = clause.words
    if at < len(words) and words[at].low in grammar.CONTRACTED:
        speaker = clause.source.speaker if clause.source else None
        name = meant(words[at].low.split("'")[0], speaker, clause.quoted, clause.mentions)
        return Named(name) if name else None
    if (turned := _turned_round(words, at)) is not None:
        return _named_jointly(clause, *turned)
    span = subject_span(clause, at)
    if span is None and clause.before and _before_verb(words, at) == 0:
        return _subject_in_front(clause, at)
    if span is None and clause.before and words[0].low in {"which", "who"} and _before_verb(words, at) == 1:
        return _subject_in_front(clause, at)
    return None if span is None else _named_jointly(clause, *span)


def _turned_round(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """*never has Chad sold P*, *at no point did it sell P*: the subject behind the auxiliary."""
    if at + 2 >= len(words) or words[at].low not in AUXILIARIES or not 0 < at < 5:
        return None
    alone = at == 1 and words[0].low in _NAYS
    led = at > 1 and words[0].low in _BEFORE_NAY and any(w.low in {"no", "only", "once"} for w in words[1:at])
    after = words[at + 1]
    if not (alone or led) or not (after.is_name or after.low in DETERMINERS or after.low in _SUBJECT_FORMS):
        return None
    if after.low in _SUBJECT_FORMS:
        return at + 1, at + 2
    limit = phrase_end(words, at + 1)
    verb = (n for n in range(at + 2, limit) if grammar.finite_at(words, n) or grammar.is_base(words[n]))
    return at + 1, next(verb, limit)


_NAYS = vocabulary("never nor neither nowhere rarely seldom hardly scarcely")
_BEFORE_NAY = vocabulary("at in under on by not only for")
_SUBJECT_FORMS = vocabulary("i we he she it they you")


def _subject_in_front(clause: Clause, at: int) -> Named | None:
    """*three firms that | have sold P*: the subject that stands before the words of what is said."""
    before, opens = clause.before, clause.words[0]
    if (span := told_relative(before) or told_aside(before)) is not None:
        return _named_jointly(evolve(clause, words=before, before=()), *span)
    if opens.low in {"which", "who"}:
        owner = owner_before(before, len(before))
        return None if owner is None else _named_jointly(evolve(clause, words=before), *owner)
    told = opens.low in AUXILIARIES or grammar.finite_at((*before, opens), len(before))
    if not told:
        return None
    if before[-1].low not in {"who", "which", "that", "and", "but"}:
        return None
    whole = evolve(clause, words=(*before, *clause.words), before=())
    return subject(whole, at + len(before))


def subject_span(clause: Clause, at: int) -> tuple[int, int] | None:
    """Where the subject of the verb at ``at`` stands; ``None`` where the clause names none."""
    words, end = clause.words, _before_verb(clause.words, at)
    if end == 0:
        return None
    before = words[end - 1].low
    if before in {"who", "which", "that"} and end > 1:
        return owner_before(words, end - 1)
    if before in CONJUNCTIONS or (before == "," and end > 1 and words[end - 2].low in CONJUNCTIONS):
        return _shared(clause, end - 1)
    if before in BEHIND and words[at].low.endswith("ing"):
        return accused_before(words, end - 1)
    if beside := named_beside(words, end):
        return beside
    return noun_phrase_before(words, before_aside(words, end), at)


def _named_jointly(clause: Clause, start: int, end: int) -> Named | None:
    """*Russia and Iran*: both, where both are states; the first, where only it is one."""
    joint = next((at for at in range(start + 1, end - 1) if clause.words[at].low in {"and", "nor"}), None)
    if joint is not None and (both := states_together(clause, start, end)) is not None:
        return both
    if joint is not None and clause.words[joint - 1].low in adjectives():
        whole = passage(clause, start, end)
        return Named(whole.text, whole)  # Chadian and allied aircraft: of both
    if joint is not None and (first := named(clause, start, joint)) and first.name.lower() in states():
        return first
    return named(clause, start, end)


def _before_verb(words: Sequence[Word], at: int) -> int:
    """Where the words before the verb end, past its auxiliaries and the verbs that led on to it."""
    end = at
    while end:
        before = words[end - 1]
        low = before.low
        joins = low == "and" and end > 1 and words[end - 2].low in {"not", "never"}
        led = low in _LED and end < at and (words[end].low == "to" or words[end].low.endswith("ing"))
        if (
            joins
            or low in _AUXILIARY
            or before.text in MARKS
            or grammar.is_adverb(before)
            or low in STOPPING
            or low in _BETWEEN
            or led
        ):
            end -= 1
        else:
            break
    return end


def _shared(clause: Clause, joint: int) -> tuple[int, int] | None:
    """*X bought P and sold it*: who does the verb before *and*."""
    for at in range(joint - 1, 0, -1):
        if grammar.finite_at(clause.words, at):
            return subject_span(clause, at)
    return None


def urged(clause: Clause) -> Named | None:
    """Who is to act: *Member States to record P*; *X must stop P*; where nobody stands before it, nobody."""
    words = clause.words
    if words and (grammar.is_base(words[0]) or words[0].low in _HALT):
        return None
    if main_verb(words) is None and (bare := ruling(words)) is not None:
        return named(clause, 0, bare.first) if bare.first else None
    wanted = next((at for at, word in enumerate(words[:8]) if word.low == "for"), 0)
    if wanted and main_verb(words) is None and acts(words, 0, wanted):
        return named(clause, 0, wanted)  # asked allies for radars
    to = next((at for at, word in enumerate(words[:12]) if word.low == "to"), 0)
    modal = next((at for at, word in enumerate(words[:10]) if at and word.low in _OUGHT), 0)
    base = next(
        (n for n in range(1, min(8, len(words))) if grammar.is_base(words[n]) or words[n].low in _HALT), 0
    )
    for end in sorted(at for at in (to, modal, base) if at):
        if base == end and (to or modal):
            continue
        while end > 1 and (words[end - 1].low in {"not", "never"} or grammar.is_adverb(words[end - 1])):
            end -= 1
        if (
            any(word.low in PREPOSITIONS - {"of"} for word in words[:end])
            or words[end - 1].low in _NEVER_URGED
        ):
            return None
        return named(clause, 0, end)
    return None


_NEVER_URGED = vocabulary("end halt stop return access efforts steps measures action support help")
"""Nouns before *to* that are asked for, and nobody who is asked."""

_HALT = vocabulary("halt stop cease end suspend ban cut curb add hand")
_OUGHT = vocabulary("must should shall has have needs need ought can will would could may")


def own_deed(clause: Clause) -> Named | None:
    """*denied using drones*, *denied any sale*, *threatened further attacks*: the speaker's own deed."""
    if clause.source is None or not clause.words:
        return None
    if (at := _put_to(clause.before)) is not None:
        front = evolve(clause, words=clause.before, before=())
        return subject(front, at) if passive_at(front.words, at) else _blamed(front, at)
    low = clause.words[0].low
    own = low.endswith("ing") or low in {"any", "further", "more", "additional", "new", "all"}
    main = main_verb(clause.words)
    bare = main is None or (low == "having" and main.first <= 2)
    bare = bare or (low.endswith("ing") and main is not None and _is_inside(clause.words, main))
    return Named(doing(clause.source.speaker)) if (own or low in _GUILT) and bare else None


_GUILT = vocabulary("wrongdoing involvement responsibility complicity guilt")
"""What somebody denies of themselves."""


def _is_inside(words: Sequence[Word], main: Group) -> bool:
    """*receiving Kenyan guided bombs*: a participle of the object, which only looks like a verb."""
    low, after = words[main.verb].low, words[main.verb + 1 : main.verb + 2]
    told = main.first == main.verb and (low.endswith("ed") or low in grammar.PARTICIPLES)
    return told and bool(after) and after[0].is_word and after[0].low not in PREPOSITIONS | DETERMINERS


def _put_to(words: Sequence[Word]) -> int | None:
    """*was accused by Y of*, *stands charged with*: where the participle stands that leads to a deed."""
    if not words or words[-1].low not in {"of", "with"}:
        return None
    some = range(max(1, len(words) - 9), len(words))
    return next((at for at in some if words[at].low in CHARGED | ACCUSING), None)


def _blamed(clause: Clause, at: int) -> Named | None:
    """*accused X yesterday of*, *X, whom it accused of*: who stands behind the verb, or before *whom*."""
    words = clause.words
    end = next((n for n in range(at + 1, len(words)) if words[n].low in PREPOSITIONS), len(words) - 1)
    if end > at + 1:
        return named(clause, at + 1, end)
    whom = next((n for n in range(at - 1, 0, -1) if words[n].low in {"whom", "which", "who"}), None)
    owner = owner_before(words, whom) if whom is not None else None
    return None if owner is None else named(clause, *owner)


CHARGED = vocabulary("accused suspected convicted charged acquitted cleared")
"""Participles behind which *of* or *with* opens what somebody is said to have done."""


def agent(clause: Clause, hit: Hit) -> Named | None:
    """Who did it, from *by* after a passive."""
    return agent_after(clause, hit.end)


def agent_after(clause: Clause, first: int) -> Named | None:
    """Who did what the participle before ``first`` tells of, from *by*."""
    words = clause.words
    for at in range(first, min(first + 12, len(words) - 1)):
        if (
            words[at].low == "by"
            and not words[at + 1].low.endswith("ing")
            and words[at + 1].low not in _TIMELY
        ):
            end = phrase_end(words, at + 1)
            if end + 1 < len(words) and words[end].low == "and" and words[end - 1].low in adjectives():
                return _named_jointly(clause, at + 1, phrase_end(words, end + 1))
            return named(clause, at + 1, end)
        if words[at].text in {",", ";"} or words[at].low in _INNER:
            return None
    return None


def together(clause: Clause) -> Named | None:
    """The second of two states that do something together: *Iran and Russia maintain P*."""
    main = main_verb(clause.words)
    span = subject_span(clause, main.first) if main is not None else None
    joint = (
        next((at for at in range(span[0] + 1, span[1] - 1) if clause.words[at].low == "and"), None)
        if span
        else None
    )
    if span is None or joint is None:
        return None
    second = named(clause, joint + 1, span[1])
    return second if second is not None and second.name.lower() in states() else None


_TIMELY = vocabulary(
    "the-end january february march april may june july august september october november december"
)


def acting(clause: Clause, hit: Hit) -> Named | None:
    """Who does the deed: the agent of a passive, the subject of any other verb; *of Kenyan make*: Kenya."""
    if hit.deed.frame == "whose":
        return _maker(clause, hit.at)
    if is_passive(clause.words, hit):
        return agent(clause, hit)
    found = doer(clause, hit)
    return own_deed(clause) if found is not None and _is_no_subject(found, clause) else found


def _maker(clause: Clause, at: int) -> Named | None:
    """Whose product it is: *ours*, *its own*: of who speaks; *Kenyan*, *Kenyan-made*: Kenya."""
    low = clause.words[at].low
    pair = " ".join(word.low for word in clause.words[at : at + 2])
    name = next((each for each in (pair, low) if each in states()), re.split("[-‑]", low)[0])
    if name in states():
        return Named(states()[name].name, passage(clause, at, at + 1))
    if low.startswith("their") or clause.source is None:
        return named(clause, at, at + 1) if clause.source is None else None
    return Named(party(clause.source.speaker))


def _is_no_subject(found: Named, clause: Clause) -> bool:
    """*having any contract*, *any*, *let them*: words at the head of a clause that name nobody."""
    if found.span is None or found.span.start != clause.words[0].start:
        return False
    first, alone = clause.words[0].low, found.span.end == clause.words[0].end
    doing = first.endswith("ing") and not clause.words[0].is_name and len(first) > 5
    return doing or first in {"let", "don't", "don’t"} or (alone and first in {"any", "no", "all"})


_ENDS_DOER = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES
_AUXILIARY = AUXILIARIES - {"'s"}
_LED = LEADS_ON | CARRIES
_BETWEEN = vocabulary("not never no longer to n't having being whether itself themselves")
"""Small words between a subject and its verb."""
_INNER = INNER | {"that"}
