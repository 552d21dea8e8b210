"""The service that *South Korea's spy agency* is, where the text names one.

A lead says what a service does, and the next paragraph its name (*the National Intelligence Service*). A body
that is told by its trade (*spy agency*, *counterintelligence service*) goes by the one name of such a service
that the text has and that is of no other state.
"""

from __future__ import annotations

from collections.abc import Iterable

from sherd.claims.lexicon import offices, states, vocabulary
from sherd.model.statements import Speaker

SECRET = vocabulary(
    "spy spies intelligence counterintelligence counter-intelligence espionage counterespionage"
)
"""Words for the trade of such a service."""

SERVICES = vocabulary("agency service services body bureau directorate organisation organization arm")
"""Nouns for one that is told by its trade."""

_BESIDE = vocabulary(
    "domestic foreign military main top external internal national state army civilian chief country's the "
    "security secret 's unnamed"
)
_NAMED_SO = SECRET | vocabulary("security")
_KINDS = vocabulary("agency service bureau department directorate police committee administration")


def trade_of(name: str) -> frozenset[str]:
    """The words of a body told by the trade of a secret service, without those for its state; else none.

    >>> sorted(trade_of("Chadian spy agency")), trade_of("Chadian port agency")
    (['agency', 'spy'], frozenset())
    """
    parts = name.replace("’", "'").split()
    for size in (2, 1):
        opening = " ".join(parts[:size]).lower().removesuffix("'s")
        if opening in states() or opening in {"us", "uk"}:
            parts = parts[size:]
            break
    told = frozenset(part.strip("()'") for part in parts)
    whole = bool(told & SECRET) and bool(told & SERVICES) and told <= SECRET | SERVICES | _BESIDE
    return told - {"unnamed"} if whole else frozenset()


def named(
    speaker: Speaker, others: Iterable[Speaker], runs: Iterable[tuple[str, frozenset[str], str | None]]
) -> str | None:
    """The name of the service that a speaker told by its trade is; ``None`` where there is none, or several.

    ``runs`` are the names of bodies that the text has, each with its words and its state.
    """
    told = trade_of(speaker.name)
    if not told or speaker.kind != "organisation":
        return None
    state, found = speaker.on_behalf_of, dict[str, str | None]()
    others = (each for each in others if each.kind == "organisation" and not trade_of(each.name))
    for each in others:
        _take(each.name, frozenset(each.name.lower().split()), each.on_behalf_of, found)
    for run, own, of in runs:
        _take(run, own, of, found)
    fit = [name for name, of in found.items() if None in {state, of} or of == state]
    if told & {"military", "army"}:
        fit = [name for name in fit if "military" in name.lower()]
    return fit[0] if len(fit) == 1 else None


def _take(name: str, own: frozenset[str], state: str | None, found: dict[str, str | None]) -> None:
    """Keep the name of a service, the longest of those of which one is a part of the other."""
    known = offices().get(name.lower())
    if not (own & _NAMED_SO and own & _KINDS) or (known is None and not _is_proper(name)):
        return
    name, state = known if known is not None else (name, state)
    shorter = [each for each in found if each.lower() in name.lower()]
    if shorter or not any(name.lower() in each.lower() for each in found):
        told = [found.pop(each) for each in shorter]
        found[name] = state or next((each for each in told if each), None)


def _is_proper(name: str) -> bool:
    """Whether all but the small words have a capital."""
    return len(name.split()) > 1 and all(part[0].isupper() or len(part) < 4 for part in name.split())
