"""What a claim is about, told from a few words: class of thing, type, origin, made there or copied.

*Iranian drones* says whence they come and not where they were made; *Iranian-made* says that too; *copies of
Iranian drones* were made elsewhere. A word that is in no list leaves the class open.

To teach it a thing: a row in ``data/things_en.csv``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sherd.claims.lexicon import states, things
from sherd.model.stances import Matter
from sherd.model.statements import Thing

_WORD = re.compile(r"[^\W_][\w.\-‑’']*")
_MADE = re.compile(r"[-‑ ](made|built|produced|manufactured)$")
_ELSEWHERE = re.compile(
    r"\b(?:copy|copies|clone|clones|replicas?|(?:own|domestic|home-?made|russian) versions?)\b", re.IGNORECASE
)
_LONGEST = 4


@lru_cache(maxsize=10_000)
def matter(words: str, supplier: str | None = None) -> Matter:
    """What words for a thing say of it; ``supplier`` is whoever the claim has supplying it.

    >>> found = matter("copies of Iranian attack drones")
    >>> found.class_, found.origin, found.made
    ('drone', 'Iran', 'copy')
    >>> matter("Iranian-made Shahed-136 drones").type
    'Shahed-136'
    """
    class_, type_ = _named(words)
    origin, made = _origin(words)
    if _ELSEWHERE.search(words):
        made = "copy"
    return Matter(words=words, class_=class_, type=type_, origin=origin, made=made, supplier=supplier)


def of_thing(thing: Thing, supplier: str | None = None) -> Matter:
    """The same of a thing that was read from a text, by what the reader told and what its words tell."""
    words = thing.span.text if thing.span else thing.name
    told = matter(words)
    named = matter(thing.name)
    return Matter(
        words=thing.name,
        class_=thing.class_ or told.class_ or named.class_,
        type=thing.type or told.type or named.type,
        origin=thing.origin or told.origin or named.origin,
        made=thing.made or told.made or named.made,
        supplier=supplier,
    )


def _named(words: str) -> tuple[str | None, str | None]:
    """The class of the things named, and a type where one is named; the first class found stands."""
    class_: str | None = None
    type_: str | None = None
    low = [found[0].casefold() for found in _WORD.finditer(words)]
    for start in range(len(low)):
        for end in range(min(len(low), start + _LONGEST), start, -1):
            known = things().get(" ".join(low[start:end]))
            if known is not None:
                class_, type_ = class_ or known[0], type_ or known[1] or None
                break
    return class_, type_


def _origin(words: str) -> tuple[str | None, str | None]:
    for found in _WORD.finditer(words):
        word = found[0].casefold().replace("‑", "-")
        made = bool(_MADE.search(word)) or words[found.end() :].casefold().startswith((" made", " built"))
        state = states().get(_MADE.sub("", word))
        if state is not None:
            return state.name, "made" if made else None
    return None, None
