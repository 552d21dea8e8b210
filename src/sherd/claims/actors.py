"""Who does it: the subject of the verb for an action, however far from it the text has put them.

The subject stands before the verb, past auxiliaries and verbs that lead on to it, past an aside between
commas; behind *who* and *which* it is whoever they go with, behind *and* the subject of the verb before. *By*
names the doer of a passive. Pronouns and *the company* go to a party that the text has named, or to nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims import grammar
from sherd.claims.bare_verbs import ruling
from sherd.claims.grammar import AUXILIARIES, BREAKS, CONJUNCTIONS, DETERMINERS, MARKS, PREPOSITIONS
from sherd.claims.kin import CORPORATE, FIRMS
from sherd.claims.lexicon import deeds, states, vocabulary
from sherd.claims.parties import PRONOUNS, meant, party
from sherd.claims.roles import (
    HOLDING_OFFICE,
    SHARES,
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
from sherd.claims.speakers import Entity
from sherd.claims.unnamed import FIRM_OFFICES
from sherd.claims.verbs import CARRIES, INNER, LEADS_ON, Group, main_verb, reached
from sherd.model.statements import Action, Named

LEADING = vocabulary("but and however that which also then so because yet while although though if when")
BEHIND = vocabulary("of for from in without before after by")
"""Prepositions before a participle whose doer is named before them: *accused Iran of selling P*."""


def doer(clause: Clause, hit: Hit) -> Named | None:
    """The subject of the verb; of a noun, the state whose attack or supply it is."""
    main = ruling(clause.words)
    ahead = main is not None and main.first < hit.at
    if hit.deed.kind == "noun":
        if (pair := between(clause, hit)) is not None:
            return pair[0]
        if main is not None and ahead and (found := subject(clause, main.first)):
            return found
        return _owner(clause, hit) or own_deed(clause)
    if main is not None and ahead and _hangs_on(clause.words, main, hit.at):
        return subject(clause, main.first) or subject(clause, hit.at)
    return subject(clause, hit.at) or own_deed(clause)


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
    return named(clause, at + 1, joint), named(clause, joint + 1, phrase_end(words, joint + 1))


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
    by = next((at for at in range(hit.end, min(hit.end + 6, len(words) - 1)) if words[at].low == "by"), None)
    return named(clause, by + 1, phrase_end(words, by + 1)) if by is not None else None


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
    span = subject_span(clause, at)
    if span is None and clause.before and _before_verb(words, at) == 0:
        return _subject_in_front(clause, at)
    return None if span is None else _named_jointly(clause, *span)


def _subject_in_front(clause: Clause, at: int) -> Named | None:
    """*three firms that | have sold P*: the subject that stands before the words of what is said."""
    before = clause.before
    opens = clause.words[0]
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
        return _antecedent(clause, end - 1)
    if before in CONJUNCTIONS or (before == "," and end > 1 and words[end - 2].low in CONJUNCTIONS):
        return _shared(clause, end - 1)
    if before in BEHIND and words[at].low.endswith("ing"):
        return _accused(clause, end - 1)
    if beside := _named_beside(clause, end):
        return beside
    return _before(words, _before_aside(words, end), at)


def _before(words: Sequence[Word], end: int, at: int) -> tuple[int, int] | None:
    """The noun phrase that ends at ``end``, without what leads in and what hangs on it."""
    start = _start_of_phrase(words, end)
    if start > 1 and words[start - 1].low in _RELATIVE and _holds_verb(words, start, end):
        owner = _span_of_owner(words, start - 1)
        if owner is not None:
            return owner  # a drone that crashed in P was Q
    if end < at and words[end].low == "to":
        start = max([start, *(n + 1 for n in range(start, end) if grammar.finite_at(words, n))])
        while start < end and grammar.is_base(words[start]):
            start += 1
    if end > start and words[start].low in PREPOSITIONS:
        start = grammar.skip_adverbials(words, start, end)
    whole, end = end, _without_rest(words, start, end)
    if end < whole and words[end].low in _OBJECTS and words[end - 1].low not in PREPOSITIONS:
        return None  # turn them into P: a verb, and what it is done to
    if end == whole - 1 and words[end].low in _SUBJECTS and grammar.finite_at(words, end - 1):
        return end, whole  # said it | halted P
    while start < end and (words[start].low in _LEADING or grammar.is_adverb(words[start])):
        start += 1
    opens = words[start].low if end > start else ""
    if opens in _NO_SUBJECT or (start == 0 and opens.endswith("ing") and end == 2):
        return None
    return (start, end) if end > start else None


_SUBJECTS = vocabulary("he she it they we i")
_OBJECTS = vocabulary("him them us me")
_RELATIVE = vocabulary("that which who")
_RULING = vocabulary("government authorities leadership army military navy forces ministry parliament")


def _holds_verb(words: Sequence[Word], start: int, end: int) -> bool:
    return any(grammar.finite_at(words, at) for at in range(start, end))


def _without_rest(words: Sequence[Word], start: int, end: int) -> int:
    """Where the phrase ends before a preposition, a verb or an adverb inside it."""
    for ahead in range(start + 1, end):
        if ahead == start + 1 and words[ahead].low == "of" and words[start].low in SHARES:
            continue
        if words[ahead].low == "in" and words[ahead - 1].low in HOLDING_OFFICE and ahead + 1 < end:
            continue
        if words[ahead].low == "of" and words[ahead - 1].low in _RULING and ahead + 1 < end:
            continue  # the government of Kenya
        if words[ahead].low in {"called", "named", "dubbed"} and ahead + 1 < end and words[ahead + 1].is_name:
            continue
        if (words[ahead].low in PREPOSITIONS and not _in_name(words, ahead)) or grammar.finite_at(
            words, ahead
        ):
            return ahead
        if words[ahead].low in PRONOUNS - _OWNING or (grammar.is_adverb(words[ahead]) and ahead + 1 == end):
            return ahead
    return end


_OWNING = vocabulary("its their our his her my")


def _named_jointly(clause: Clause, start: int, end: int) -> Named | None:
    """*Russia and Iran*: both, where both are states; the first, where only it is one."""
    joint = next((at for at in range(start + 1, end - 1) if clause.words[at].low == "and"), None)
    if joint is not None and (both := states_together(clause, start, end)) is not None:
        return both
    if joint is not None and (first := named(clause, start, joint)) and first.name.lower() in states():
        return first
    return named(clause, start, end)


_LEADING = LEADING | grammar.DAYS
_NO_SUBJECT = AUXILIARIES | PREPOSITIONS


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


def _start_of_phrase(words: Sequence[Word], end: int) -> int:
    start = end
    while start and words[start - 1].text not in _ASIDE and words[start - 1].low not in _INNER:
        if words[start - 1].low in CONJUNCTIONS and grammar.has_finite(words[: start - 1]):
            break
        start -= 1
    return start


def _in_name(words: Sequence[Word], at: int) -> bool:
    """*the Council of the European Union*: *of* inside a name."""
    after = at + 1 + (at + 1 < len(words) and words[at + 1].low == "the")
    return words[at].low == "of" and words[at - 1].is_name and after < len(words) and words[after].is_name


def _antecedent(clause: Clause, relative: int) -> tuple[int, int] | None:
    """Whom *who* or *which* goes with: the noun before it."""
    return _span_of_owner(clause.words, relative)


def _span_of_owner(words: Sequence[Word], relative: int) -> tuple[int, int] | None:
    end = relative
    while end and words[end - 1].text == ",":
        end -= 1
    start = end
    while start and words[start - 1].low not in _ENDS_OWNER:
        if words[start - 1].text in BREAKS or grammar.finite_at(words, start - 1):
            break
        start -= 1
    return (start, end) if end > start else None


def _shared(clause: Clause, joint: int) -> tuple[int, int] | None:
    """*X bought P and sold it*: who does the verb before *and*."""
    for at in range(joint - 1, 0, -1):
        if grammar.finite_at(clause.words, at):
            return subject_span(clause, at)
    return None


def _accused(clause: Clause, preposition: int) -> tuple[int, int] | None:
    """*34 companies of feeding P*: whoever stands before the preposition, if anybody does."""
    words, start = clause.words, preposition
    while start and words[start - 1].text not in BREAKS and not grammar.finite_at(words, start - 1):
        start -= 1
    some = words[start:preposition]
    if not some or not (some[0].is_name or some[0].low in DETERMINERS or some[0].text[0].isdigit()):
        return None
    return start, preposition


def _named_beside(clause: Clause, end: int) -> tuple[int, int] | None:
    """*One of the companies, Huaxin Lianhe, bought*: the name beside a common noun."""
    words = clause.words
    if end < 4 or words[end - 1].text != ",":
        return None
    opening = next((at for at in range(end - 2, 0, -1) if words[at].text == ","), None)
    if (
        opening is None
        or words[opening - 1].is_name
        or not all(w.is_name for w in words[opening + 1 : end - 1])
    ):
        return None
    return opening + 1, end - 1


def _before_aside(words: Sequence[Word], end: int) -> int:
    """*Nile Motors, which employs nine people, sold*: where the name ends before the aside."""
    if not end or words[end - 1].text != ",":
        return end
    for opening in range(end - 2, 0, -1):
        if words[opening].text == ",":
            return opening
    return end


def urged(clause: Clause) -> Named | None:
    """Who is to act: *Member States to record P*; *X must stop P*; where nobody stands before it, nobody."""
    words = clause.words
    if words and (grammar.is_base(words[0]) or words[0].low in _HALT):
        return None
    if main_verb(words) is None and (bare := ruling(words)) is not None:
        return named(clause, 0, bare.first) if bare.first else None
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
        if any(word.low in PREPOSITIONS - {"of"} for word in words[:end]):
            return None
        return named(clause, 0, end)
    return None


_HALT = vocabulary("halt stop cease end suspend ban cut curb add hand")
_OUGHT = vocabulary("must should shall has have needs need ought can will would could may")


def own_deed(clause: Clause) -> Named | None:
    """*denied using drones*, *denied any sale*, *threatened further attacks*: the speaker's own deed."""
    if clause.source is None or not clause.words:
        return None
    low = clause.words[0].low
    own = low.endswith("ing") or low in {"any", "further", "more", "additional", "new", "all"}
    main = main_verb(clause.words)
    bare = main is None or (low == "having" and main.first <= 2)
    return Named(party(clause.source.speaker)) if own and bare else None


def own_goods(prop: Action, clause: Clause, source: Entity, denied: bool) -> Named | None:
    """*the batch was sold to a customer*, told by a company: its own sale. A state only denies its own.

    Where a company tells in the passive what became of goods, it is the one that had them.
    """
    if prop.action not in {"SUPPLY", "STOP_SUPPLY", "PRODUCE"} or prop.trigger is None:
        return None
    at = next((n for n, word in enumerate(clause.words) if word.start == prop.trigger.start), None)
    if at is None:
        return None
    own = party(source.speaker)
    noun = any(each.kind == "noun" for each in deeds().get(clause.words[at].low, ()))
    told = passive_at(clause.words, at) or (denied and noun)
    if not told or "(unnamed)" in own:
        return None
    if own.lower() in states():
        at_home = prop.action == "PRODUCE" and _is_at_home(clause.words, own)
        return Named(own) if at_home or (denied and prop.action == "SUPPLY") else None
    return Named(own) if _is_company(own, source) else None


def _is_company(own: str, source: Entity) -> bool:
    """Whether who speaks, or for whom they speak, deals in goods."""
    words = set(own.lower().split())
    if source.heads & FIRMS or words & CORPORATE:
        return True
    office = (source.speaker.role or "").lower().split()
    runs = source.speaker.kind == "person" and own != source.speaker.name and bool(FIRM_OFFICES & set(office))
    return runs or (source.speaker.kind == "organisation" and not words & _NO_DEALERS and own in own.title())


_NO_DEALERS = vocabulary(
    "institute research centre center watch panel network initiative project council commission monitor "
    "observatory agency office foundation association university ministry department army navy force forces "
    "guard police party front union nations intelligence service bureau committee embassy mission government "
    "group news customs prosecutor prosecutors court authority front movement parliament staff command"
)


def _is_at_home(words: Sequence[Word], own: str) -> bool:
    """*made at home*, *built from Russian parts*, told by that state: its own making."""
    lows = [word.low for word in words]
    if "home" in lows or {"domestically", "domestic", "locally", "indigenously"} & set(lows):
        return True
    return any(low in states() and states()[low].name == own for low in lows)


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
            return named(clause, at + 1, phrase_end(words, at + 1))
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
    """Who does the deed: the agent of a passive, the subject of any other verb."""
    return agent(clause, hit) if is_passive(clause.words, hit) else doer(clause, hit)


_ENDS_DOER = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES
_AUXILIARY = AUXILIARIES - {"'s"}
_LED = LEADS_ON | CARRIES
_BETWEEN = vocabulary("not never no longer to n't having being whether itself themselves")
"""Small words between a subject and its verb."""
_ASIDE = BREAKS - MARKS
_ENDS_OWNER = PREPOSITIONS | CONJUNCTIONS | INNER | {"that"}
_INNER = INNER | {"that"}
