"""The one name that somebody unnamed gives by the way: *the manager, who gave only her surname, X*.

Also *who identified himself as X*, *who asked to be called by his call sign, X*, and the name beside the noun
that a text goes on with, *the manager, X Y, hung up*. Who spoke as *a sales manager* goes by that name from
the start, where the noun is the same (or *the man*, *the woman*) and nobody else of that noun spoke since.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from sherd.claims.callings import HUMAN
from sherd.claims.lexicon import listed
from sherd.claims.paraphrases import said_by
from sherd.claims.phrases import head_of
from sherd.claims.sentences import words as words_of
from sherd.claims.speakers import Register
from sherd.model.statements import Speaker, Statement

_WHICH = r"(?:full |real |first |last |family |given |second )?"
_WHOSE = r"(?:his|her|their|the|a|an)"
_NAME = rf"{_WHICH}(?:name|surname|patronymic|nickname|call ?sign|callsign|nom de guerre|initials?)"
_CALLED = r"[“\"‘']?(?P<name>[A-Z][\w’-]*\w(?: (?:[A-Z]\.|[A-Z][\w’-]*\w))?)"

_GIVEN = re.compile(
    rf"who (?:would |had |also )?(?:only |later )?(?:"
    rf"(?:gave|give|given|provided|offered|used|uses) (?:only )?{_WHOSE} {_NAME}(?: only)?(?: as)?,? "
    rf"|(?:identified|introduced|named|called) (?:himself|herself|themselves) (?:only )?as "
    rf"|(?:asked|agreed|wanted|wished|preferred) to (?:be )?(?:identified|named|called|quoted|known|go) "
    rf"(?:only )?(?:as |by {_WHOSE} {_NAME}(?: only)?,? )?"
    rf"|(?:goes|went|is known|was known) (?:to \w+ )?(?:only )?(?:by|as|under) "
    rf"(?:{_WHOSE} {_NAME}(?: of)?,? )?"
    rf"){_CALLED}"
)
"""*the manager, who gave only her surname, X*: the noun and the name."""

_BY_US = re.compile(
    r"(?:who(?:m|se)? )?(?:we|this \w+|the (?:\w+ )?\w+|[A-Z]\w+)"
    r"(?:[’']re| are| is| have| has| will| had) "
    r"(?:\w+ to )?(?:be )?(?:call|calls|called|calling|identify|identified|identifying|naming|named|name"
    rf"|referred to|referring to|refer to) (?:him |her |here )?(?:only )?(?:as )?{_CALLED}"
)
"""*A man whom we are calling X*, *a sailor the paper is identifying only as X*."""

_CALLING = re.compile(
    r"\b(?:call|calls|called|calling|identify|identified|identifying|naming|named|refer|referred|referring) "
)
"""What stands in every text that gives somebody a name of its own."""

_NOT_REAL = re.compile(
    r"(?P<noun>[a-z-]+), (?P<name>[A-Z][\w’-]*\w(?: [A-Z][\w’-]*\w)?)"
    r"(?:,| \() ?(?:not (?:his|her|their) real name|name changed"
    r"|(?:his|her|the|whose) (?:real )?name (?:has been|was|is) changed"
    r"|a pseudonym)"
)
"""*One driver, X (not his real name), said P*."""

_SURNAMED = re.compile(rf"(?:surnamed|nicknamed|called only|named only as) {_CALLED}")
_NOUN = re.compile(r"(?P<noun>[a-z-]+),? $")
_BESIDE = re.compile(
    r"\b[Tt]he (?:[a-z-]+ ){0,2}(?P<noun>[a-z-]+), (?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+){1,2}), "
    r"(?!a |an |the )"
)
"""*The manager, X Y, hung up*."""

_STOP = re.compile(r"[.!?]\s|\n")

FAR = 3
"""Lines with words between somebody and their name."""


def named(made: Sequence[Statement], register: Register) -> list[Statement]:
    """The statements, with somebody unnamed under the one name that the text gives them by the way."""
    unnamed = {each.source.name: each.source for each in made if _is_somebody(each.source)}
    if not unnamed:
        return list(made)
    names: dict[str, str] = {}
    for noun, name, at in _given(register):
        who = _last_before(noun, at, [each.source for each in made], register.text)
        if who is not None:
            names.setdefault(who.name, name)
    return [_renamed(each, names) for each in made] if names else list(made)


def _given(register: Register) -> Iterator[tuple[str, str, int]]:
    text = register.text
    for pattern in (_GIVEN, _SURNAMED, _BY_US):
        for found in _by_us(text) if pattern is _BY_US else pattern.finditer(text):
            noun = _NOUN.search(text, max(0, found.start() - 40), found.start())
            if noun is not None and noun["noun"] != "and":
                yield noun["noun"], found["name"], noun.start()
            elif noun is not None:  # a guard who left last year, and whom we are calling X, said P
                yield "", found["name"], found.start()
    for found in _NOT_REAL.finditer(text):
        yield found["noun"], found["name"], found.start()
    for found in _BESIDE.finditer(text):
        last = found["name"].split()[-1].lower()
        known = register.cast.persons.get(last, ())
        if known and known[0].start >= found.start():
            yield found["noun"], found["name"], found.start()


def _by_us(text: str) -> Iterator[re.Match[str]]:
    """*Whom we are calling X*, wherever a verb of calling stands."""
    for verb in _CALLING.finditer(text):
        found = _BY_US.search(text, max(0, verb.start() - NEAR), verb.end() + NEAR)
        if found is not None and found.end() > verb.end():
            yield found


NEAR = 40
"""Characters before and behind a verb of calling."""


def _is_somebody(speaker: Speaker) -> bool:
    return speaker.kind.startswith("anonymous") and speaker.span is not None and "(unnamed)" in speaker.name


def _last_before(noun: str, at: int, sources: Sequence[Speaker], text: str) -> Speaker | None:
    """The last person unnamed who spoke before the offset, or in the words around it, and can be meant."""
    near = [each for each in sources if each.span is not None and each.span.start <= at + FAR]
    last = max((each for each in near if _is_somebody(each)), key=_start, default=None)
    if last is None or last.span is None:
        return None
    between = [line for line in text[last.span.start : at].split("\n")[1:] if line.strip()]
    head = head_of(tuple(words_of(last.span.text, 0, len(last.span.text))))
    if not noun:
        return None if _STOP.search(text, last.span.start, at) else last
    same = noun == head or noun in last.name.split() or (noun in HUMAN and head in listed("person"))
    return last if same and len(between) <= FAR else None


def _start(speaker: Speaker) -> int:
    return speaker.span.start if speaker.span is not None else -1


def _renamed(statement: Statement, names: dict[str, str]) -> Statement:
    was = statement.source
    name = names.get(was.name)
    if name is None or was.span is None:
        return statement
    source = evolve(was, name=name, kind="person", role=was.role or was.span.text)
    return said_by(statement, source, (*statement.alt_sources, was.name))
