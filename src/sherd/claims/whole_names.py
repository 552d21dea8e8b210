"""A whole name, as the text has it somewhere: *Panel of Experts on X*, *Corvane Devices* for *Corvane*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sherd.claims.grammar import MONTHS_CUT, TIMES
from sherd.claims.lexicon import vocabulary
from sherd.claims.phrases import ORGANISATION_WORDS

MANDATED = vocabulary(
    "panel experts committee commission group council agency bureau mission team office inquiry rapporteur"
)
"""Last words of bodies that are set up on a country or a matter."""

_MATTER = re.compile(r" on (?:the )?[A-Z][\w’'-]+(?:(?: and)? [A-Z][\w’'-]+){0,4}")


def with_mandate(name: str, text: str) -> str:
    """The name with *on X*, where the text says it somewhere behind this name and never another.

    >>> text = "The Panel of Experts on Chad met on Monday. The Panel of Experts said P."
    >>> with_mandate("Panel of Experts", text)
    'Panel of Experts on Chad'
    """
    if name.split()[-1].lower() not in MANDATED:
        return name
    matters = {matter for matter in _matters(name, text) if not _days(matter)}
    return name + matters.pop() if len(matters) == 1 else name


def _matters(name: str, text: str) -> set[str]:
    found = (_MATTER.match(text, at + len(name)) for at in _places(name, text))
    return {matter[0] for matter in found if matter is not None}


def _places(name: str, text: str) -> Iterator[int]:
    """Where the words stand in the text, each place in turn."""
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def _days(matter: str) -> bool:
    return bool({word.lower() for word in matter.split()} & (TIMES | MONTHS_CUT))


LEGAL = vocabulary("ag gmbh inc ltd llc plc sa srl spa bv nv ab oy as corp co kg sarl limited")
"""Legal forms, which end a name and are no part of it."""


def whole_name(name: str, text: str) -> str:
    """The one longer name of a firm or body that begins with a name of a word or two; else the name as it is.

    >>> whole_name("Corvane", "The pump bears the logo of Corvane Devices. Corvane said P.")
    'Corvane Devices'
    """
    if name.count(" ") > 1 or len(name) < 4:
        return name
    found = set()
    for at in _places(name + " ", text):
        run = _RUN.match(text, at)
        if run is None or (at and text[at - 1].isalnum()):
            continue
        parts = run[0].split()
        while len(parts) > 1 and parts[-1].lower().strip(".") in LEGAL:
            parts.pop()
        if len(parts) > 1 and parts[-1].lower() in ORGANISATION_WORDS:
            found.add(" ".join(parts))
    return found.pop() if len(found) == 1 else name


_RUN = re.compile(r"[A-Z][\w’'-]*(?: (?:&|[A-Z][\w’'-]*)){1,4}")
