"""The full name of a firm or body of which a sentence gives only the first words.

*Golden Tern* is the *Golden Tern Trading* of the paragraph before. A longer run of capitals is no fuller name
where a title, an office, a day or a people goes on (*Corvane Chief Executive*), nor where two longer names
begin alike.
"""

from __future__ import annotations

import re

from sherd.claims.dates import MONTHS, WEEKDAYS
from sherd.claims.lexicon import adjectives, listed, outlets, states, things, vocabulary
from sherd.claims.phrases import GOVERNMENTAL, PORTFOLIOS, TITLES
from sherd.claims.speakers import Register
from sherd.claims.wares import WARES

_RUN = r"(?: (?:&|[A-Z][\w’'-]*[\w]))+"
_NO_PART = vocabulary(
    "chief executive officer director manager president chairman spokesman spokeswoman spokesperson ceo "
    "the a an in on at and or but if it he she they we for from to of with as by after before said says told"
)
SHORTEST = 4
"""Letters of the shortest name that is looked for, so that no word happens to begin another."""


def fuller(name: str, register: Register) -> str:
    """The one longer name that begins with this one; else the name as it is.

    >>> text = "Golden Tern Trading is a firm in Leeds. Golden Tern sold chips."
    >>> fuller("Golden Tern", Register(text))
    'Golden Tern Trading'
    """
    if (spelled := spelled_out(name)) != name:
        return spelled
    if not _can_grow(name, register):
        return name
    key = f"{name}…"
    if key not in register.wholes:
        register.wholes[key] = _grown(name, register.text)
    return register.wholes[key]


def spelled_out(name: str) -> str:
    """*Council of the EU* with its last word in full.

    >>> spelled_out("Council of the EU")
    'Council of the European Union'
    """
    return name.removesuffix("EU") + "European Union" if name.endswith(" of the EU") else name


def _can_grow(name: str, register: Register) -> bool:
    low = name.lower()
    if len(name) < SHORTEST or not name[0].isupper() or len(name.split()) > 3 or "(" in name:
        return False
    if low in states() or low in adjectives() or low in outlets() or low in listed("organisation"):
        return False
    return name.split()[-1].lower() not in register.cast.persons


def _grown(name: str, text: str) -> str:
    found: set[str] = set()
    alone = False
    for run in re.finditer(rf"(?<![\w-]){re.escape(name)}(?P<more>{_RUN})?(?![\w’'])", text):
        more = run["more"]
        if more is None:
            alone = True
            continue
        if _is_ware(text, run):
            continue
        parts = more.split()
        kept = next((n for n, part in enumerate(parts) if _ends(part)), len(parts))
        if kept:
            found.add(" ".join((name, *parts[:kept])))
    return found.pop() if alone and len(found) == 1 else name


def _is_ware(text: str, run: re.Match[str]) -> bool:
    """*an Orlo Jet 5 module*: what a maker sells is no longer name of the maker."""
    after = _AFTER.match(text, run.end())
    low = after[1].lower() if after is not None else ""
    if low in things() or low in WARES or low[:1].isdigit():
        return True
    return bool(_ONE.search(text[max(0, run.start() - 4) : run.start()])) and low not in listed("person")


_AFTER = re.compile(r"[ -]([\w-]+)")
_ONE = re.compile(r"\b[Aa]n? $")


def _ends(part: str) -> bool:
    low = part.lower().removesuffix("'s").removesuffix("’s")
    return (
        low in _NO_PART
        or low in TITLES
        or low in GOVERNMENTAL
        or low in PORTFOLIOS
        or low in adjectives()
        or low in MONTHS
        or low in WEEKDAYS
        or low in listed("person")
    )
