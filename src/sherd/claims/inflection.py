"""The forms of an English verb, from its base form and what is irregular about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Form = Literal["base", "s", "past", "participle", "ing"]

_DOUBLED = frozenset({
    "ship", "equip", "admit", "rebut", "transfer", "stop", "plan", "ban", "hit", "cut", "submit",
    "refer", "win", "run", "get", "let", "put", "set", "begin", "commit", "permit", "grip", "rob",
    "ram", "drop", "blog", "brag", "quip", "snap", "bat", "swat", "concur", "deadpan", "shrug", "fret",
    "slam", "slip", "strip", "rap", "rip", "trip", "trim", "prefer", "occur", "deter", "incur", "expel",
    "compel", "rebel", "sit", "knit", "quit", "nod", "plot", "spot", "chat", "pin", "spin", "forbid", "bar",
})  # fmt: skip
"""Verbs that double their last letter before -ed and -ing."""


class Inflected(NamedTuple):
    """One form of a verb, as the words in which it is written."""

    words: tuple[str, ...]
    form: Form


def forms(verb: str, irregular: str = "") -> Iterator[Inflected]:
    """Every form; ``irregular`` is ``past|participle``; what follows the first word stays as it is.

    >>> [" ".join(each.words) for each in forms("call on")]
    ['call on', 'calls on', 'called on', 'called on', 'calling on']
    """
    base, *rest = verb.split()
    past, _, participle = irregular.partition("|")
    made: list[tuple[str, Form]] = [
        (base, "base"),
        (_s(base), "s"),
        (past.split()[0] if past else _ed(base), "past"),
        ((participle or past).split()[0] if past else _ed(base), "participle"),
        (_ing(base), "ing"),
    ]
    if re.search(r"(?<![aeiou])[aeiou]l$", base) and base not in _DOUBLED and not past:
        made += [(base + "led", "past"), (base + "led", "participle"), (base + "ling", "ing")]  # travelled
    if base == "be":
        made = [("is", "s"), ("are", "s"), ("was", "past"), ("were", "past"), ("been", "participle")]
    for word, form in made:
        yield Inflected((word, *rest), form)


def _s(base: str) -> str:
    if base in {"have", "do", "go"}:
        return {"have": "has", "do": "does", "go": "goes"}[base]
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ies"
    return base + ("es" if re.search(r"(s|x|z|ch|sh)$", base) else "s")


def _ed(base: str) -> str:
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ied"
    if base.endswith("e"):
        return base + "d"
    return base + (base[-1] if base in _DOUBLED else "") + "ed"


def _ing(base: str) -> str:
    if re.search(r"[^eoy]e$", base):
        return base[:-1] + "ing"
    return base + (base[-1] if base in _DOUBLED else "") + "ing"
