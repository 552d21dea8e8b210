"""A firm that is described first and named afterwards: *a small firm in Kent denied P. … X, the company, Q*.

A lead, a headline or a list of key findings tells what a firm is and keeps the name for the paragraphs that
follow. The name is the firm's where the text says the same of it as of the description: the trade (*the
German maker of the valves* is *X, a German maker*), *the company* beside it, whose chief executive speaks, or
a name that opens the next paragraph and is a firm's. A name told of before the description, one of another
state or another trade, and *another firm* is none; where two names fit, or two descriptions fit one name, the
words stand as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from sherd.claims import firms
from sherd.claims.kin import FIRMS
from sherd.claims.later_names import AFTERWARDS, HIDDEN
from sherd.claims.lexicon import is_public, outlets
from sherd.claims.paraphrases import said_by
from sherd.claims.phrases import head_of
from sherd.claims.sentences import words as words_of
from sherd.claims.speakers import Register
from sherd.model.statements import Speaker, Statement


def named(made: Sequence[Statement], register: Register) -> list[Statement]:
    """The statements, with a firm that is named later under its name where it was only described."""
    unnamed = {each.source.name: each.source for each in reversed(made) if _is_described(each.source)}
    found = {of: name for of, source in unnamed.items() if (name := _name_of(source, register))}
    shared = Counter(found.values())
    names = {of: name for of, name in found.items() if shared[name] == 1}
    return [_renamed(each, names) for each in made] if names else list(made)


def _is_described(speaker: Speaker) -> bool:
    if speaker.kind != "organisation" or speaker.span is None or not speaker.name.endswith(" (unnamed)"):
        return False
    head = speaker.name.removesuffix(" (unnamed)").split(" in ")[0].split(" of ")[0].split()[-1]
    return head in firms.TRADES and not speaker.span.text.lower().startswith(("another ", "two ", "some "))


def _name_of(speaker: Speaker, register: Register) -> str | None:
    """The one name that the text gives to a firm afterwards."""
    span = speaker.span
    if span is None:
        return None
    words = tuple(words_of(span.text, 0, len(span.text)))
    head = head_of(words)
    if head not in firms.TRADES:
        return None  # the laboratory's report
    told = frozenset(word.low for word in words) - {head}
    fit = [name for name, at in _names_after(span.end, register) if _is_meant(name, at, head, told, register)]
    return fit[0] if len(fit) == 1 else None


def _names_after(end: int, register: Register) -> Iterator[tuple[str, int]]:
    """The names of firms that stand first in the paragraphs behind an offset, and where."""
    text = register.text
    close = _paragraphs_on(text, end)
    if any(told in text[end:close] for told in HIDDEN):
        return
    for name in _known(register):
        at = text.find(name)
        if end < at < close and not _OTHER.search(text, max(0, at - 40), at):
            yield name, at


def _known(register: Register) -> Iterator[str]:
    """The names of firms, the longest of each, and names taken for a person's of which nothing says so."""
    cast = register.cast
    told = [each.name for each in register.mentions.met if each.heads & FIRMS]
    bare = [each.speaker.name for each in register.met if register.is_bare_name(each)]
    names = sorted({*cast.firms, *told, *bare})
    for at, name in enumerate(names):
        low = name.lower()
        longer = at + 1 < len(names) and names[at + 1].startswith(f"{name} ")
        if not (longer or is_public(low) or low in outlets() or low.split()[-1] in cast.persons):
            yield name


_OTHER = re.compile(r"\b(?:[Aa]nother|[Oo]ther|[Aa] second|[Aa] third|rivals?|unlike)\b[^.]*$")
"""What says of the next name that it is somebody else's."""


def _paragraphs_on(text: str, end: int) -> int:
    """Where the last of the paragraphs ends among which the name stands."""
    left = AFTERWARDS + 1
    for line in re.finditer(r"[^\n]+", text[end:]):
        left -= 1
        if left == 0:
            return end + line.end()
    return len(text)


def _is_meant(name: str, at: int, head: str, told: frozenset[str], register: Register) -> bool:
    about = register.cast.beside.get(name.lower(), frozenset())
    if not firms.agree(told, about):
        return False
    own, trades = firms.trade(head), about & firms.TRADES - firms.ANY_FIRM
    if own & trades:
        return True
    if own and trades:
        return False  # the distributor is not the maker
    if own in {frozenset(), firms.MAKERS} and about & firms.ANY_FIRM and firms.share(told, about):
        return True
    before, behind = register.text[max(0, at - 60) : at], register.text[at + len(name) : at + len(name) + 40]
    if _LED.search(before):
        return True
    company = _THE_FIRM.search(before) or _A_FIRM.match(behind)
    if company:
        return set(company["beside"].lower().split()) <= told  # and not the Tallinn company, X
    lines = [line for line in register.text[:at].split("\n") if line.strip()]
    return _OPENING.search(before) is not None and len(lines) <= HEAD


_OPENING = re.compile(r"\n(?:The )?(?:[A-Z][\w’'-]+-based )?$")
"""*Bern-based X*, at the head of a paragraph."""

HEAD = 5
"""Lines with words, the place and the one that opens with the name among them, of the head of a text."""

_THE_FIRM = re.compile(
    r"\b[Tt]he (?P<beside>(?:[\w-]+ ){0,2})(?:company|firm|group|business)(?: concerned| in question)?,? $"
)
"""*The company, X*."""

_A_FIRM = re.compile(r", the (?P<beside>(?:[\w-]+ ){0,2})(?:company|firm|group|business)\b")
"""*X, the company concerned*."""

_LED = re.compile(
    r"\b(?:chief executive|managing director|director|owner|founder|boss|chairman)(?: of| at) $"
)
"""*the chief executive of X*."""


def _renamed(statement: Statement, names: Mapping[str, str]) -> Statement:
    was = statement.source
    name = names.get(was.name)
    if name is None:
        return statement
    source = evolve(was, name=name)
    return said_by(statement, source, (*statement.alt_sources, was.name))
