"""What a statement holds inside it: a request that it tells of, how a thing was come by, a second finding.

*Minsk was asked to stop exporting chips* tells that a request was made, and the request is a statement of
its own. *drones bought in 2021* says by the way that they were bought. *The wing and the tail differ from P*
are two findings in one clause. Each carries the statement it was found in as its parent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from sherd.claims.actors import subject
from sherd.claims.grammar import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from sherd.claims.lexicon import one_word_deeds, things
from sherd.claims.nouns import is_empty, without_articles
from sherd.claims.propositions import proposition
from sherd.claims.roles import Clause
from sherd.claims.sentences import Word
from sherd.claims.thing_names import thing_of
from sherd.model.statements import Named, Passage, Relay, Speaker, Statement

ASKING = frozenset({"asked", "urged", "told", "ordered", "pressed", "instructed", "requested"})
COME_BY = frozenset({"ACQUIRE", "SUPPLY"})
"""Deeds that a participle behind a thing tells of by the way."""

AFTER_PARTICIPLE = frozenset({"in", "from", "by", "since", "before", "after"})


def of(statement: Statement, clause: Clause) -> Iterator[Statement]:
    """The statements inside one that is asserted; none inside one that is denied or urged."""
    if statement.polarity != "assert" or statement.level not in {"core", "secondary"}:
        return
    yield from _requests(statement, clause)
    if statement.cue is not None:
        yield from _come_by(statement, clause)
    yield from _second_finding(statement, clause)


def _requests(statement: Statement, clause: Clause) -> Iterator[Statement]:
    """*has been asked to stop P*: by the state that the speaker speaks for, where it has one.

    *Riga has asked us to stop P* names who asked, and is told whole by the statement that holds it.
    """
    words, source = clause.words, statement.source
    for at in range(1, len(words) - 2):
        if words[at].low not in ASKING or words[at - 1].low in DETERMINERS | PREPOSITIONS:
            continue
        ahead = next((n for n in range(at + 1, min(at + 8, len(words) - 1)) if words[n].low == "to"), None)
        if ahead is None or not words[ahead + 1].is_word or words[ahead + 1].low in DETERMINERS:
            continue
        passive = any(word.low in {"been", "was", "were", "being"} for word in words[max(0, at - 3) : at])
        asked = subject(clause, at) if passive else None
        if source.on_behalf_of and asked is not None:
            yield _urged(statement, clause, ahead + 1, Speaker(source.on_behalf_of, "state"), asked)
        return


def _urged(statement: Statement, clause: Clause, first: int, asker: Speaker, asked: Named) -> Statement:
    content = Passage.of(clause.text, clause.words[first].start, statement.content.end)
    prop = proposition(evolve(clause, words=clause.words[first:]))
    outer = statement.source
    told = (
        (Relay(outer.name, outer.kind, outer.span, statement.cue or content),)
        if outer.name != asker.name
        else ()
    )
    return evolve(
        statement,
        claim=f"{asker.name} urges: {' '.join(content.text.split())}",
        content=content,
        source=asker,
        chain=(*statement.chain, *told),
        polarity="urge",
        act="urge",
        level="secondary",
        prop=evolve(prop, actor=asked),
        quoted=(content,) if statement.mode == "direct_quote" else (),
        parent="S",
        hedge=None,
        certainty="plain",
        flags=("asker_implied",),
    )


def _come_by(statement: Statement, clause: Clause) -> Iterator[Statement]:
    """*copies of Iranian drones acquired in 2022*: how the thing was come by."""
    words = clause.words
    for at in range(2, len(words) - 2):
        deed = next((one for one in one_word_deeds().get(words[at].low, ()) if one.kind == "verb"), None)
        if deed is None or deed.action not in COME_BY or deed.form not in {"past", "participle"}:
            continue
        if words[at - 1].low not in things() or words[at + 1].low not in AFTER_PARTICIPLE:
            continue
        first, last = _phrase_start(words, at - 1), _phrase_end(words, at + 1)
        if _is_by_the_way(words, first, last):
            continue
        content = Passage.of(clause.text, words[first].start, words[last - 1].end)
        if content == statement.content:
            return
        prop = proposition(evolve(clause, words=words[first:last]))
        yield evolve(
            statement,
            claim=f"{statement.source.name} says: {' '.join(content.text.split())}",
            content=content,
            level="secondary",
            prop=evolve(prop, action=deed.action, actor=None if deed.action == "SUPPLY" else prop.actor),
            quoted=(),
            parent="S",
            hedge=None,
            certainty="plain",
            event_time=None,
            flags=(),
        )
        return


def _is_by_the_way(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the thing only holds something (*in drones seized in May*), is one of a list, or an aside."""
    opens = first - (words[first - 1].low in DETERMINERS) if first else 0
    before = words[opens - 1] if opens else None
    placed = before is not None and (before.low in HOLDING or before.text == ",")
    return placed or (last < len(words) and words[last].low in {"and", "or"})


HOLDING = frozenset({"in", "inside", "on", "aboard", "board", "among", "from", "within"})
"""Words before the thing that something was found in."""


def _phrase_start(words: Sequence[Word], at: int) -> int:
    while (
        at > 0
        and words[at - 1].is_word
        and words[at - 1].low not in PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | DETERMINERS | {"that"}
    ):
        at -= 1
    return at


def _phrase_end(words: Sequence[Word], at: int) -> int:
    end = at + 1
    while end < len(words) and words[end].is_word and words[end].low not in CONJUNCTIONS | AUXILIARIES:
        if words[end].low in PREPOSITIONS | {"that", "which"}:
            break
        end += 1
    return end


def _second_finding(statement: Statement, clause: Clause) -> Iterator[Statement]:
    """*The wing and the tail differ from P*: each of the two is found to."""
    prop, words = statement.prop, clause.words
    if prop.action != "DIFFER" or prop.trigger is None:
        return
    verb = next((at for at, word in enumerate(words) if word.start == prop.trigger.start), 0)
    joint = [at for at in range(1, verb - 1) if words[at].low == "and"]
    if len(joint) != 1 or any(word.text == "," for word in words[:verb]):
        return
    first, last = without_articles(words, 0, joint[0])
    if last > first and prop.object is not None and not is_empty(words, first, last):
        yield evolve(statement, prop=evolve(prop, object=thing_of(clause, first, last)), parent="S")
