"""What a body is set up on, as part of its name: *Panel of Experts on X*, *Working Group on Y*."""

from __future__ import annotations

import re

from sherd.claims.grammar import MONTHS_CUT, TIMES
from sherd.claims.lexicon import vocabulary

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
    at, found = text.find(name), set()
    while at >= 0:
        if matter := _MATTER.match(text, at + len(name)):
            found.add(matter[0])
        at = text.find(name, at + 1)
    return found


def _days(matter: str) -> bool:
    return bool({word.lower() for word in matter.split()} & (TIMES | MONTHS_CUT))
