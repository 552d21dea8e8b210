"""What was done to the record: one event, carrying one noun, by which method, from which source, when.

Nothing is overwritten: an edit is a ``superseded`` event whose parents name the event that it replaces.
Who recorded it, and every restricted value, stands in ``withheld``: a release level and a digest, no more.

To add a verb: add it to ``VERBS`` and to the table in ``docs/journal.md``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from attrs import frozen

from sherd.model.row import RELEASES

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
"""A value as JSON knows it."""

VERBS = frozenset(
    ("recorded", "read", "judged", "superseded", "withdrawn", "disclosed", "received", "exported", "custody")
)
LEVELS = RELEASES[1:]
"""The release levels at which a value is withheld; what is public stands in the noun."""

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{64}")
_DIGEST = re.compile(r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")


class Method(NamedTuple):
    """The procedure that made an event, and which version of it."""

    name: str
    version: str


class Withheld(NamedTuple):
    """A commitment to a restricted value: who may see it, and the digest of its disclosure."""

    level: str
    digest: str


@frozen(kw_only=True)
class Event:
    """One entry of the journal.

    ``id`` and ``noun`` are ``None`` where the row itself is restricted; ``parents`` are leaf hashes (64 hex
    digits) of the events that this one follows from. Raises ``ValueError`` for an unknown verb, an instant
    without its UTC offset, a parent that is no hash, a level or digest that cannot be one.
    """

    verb: str
    kind: str
    case: str | None = None
    id: str | None = None
    at: str
    method: Method
    source: Mapping[str, Json] | None = None
    parents: tuple[str, ...] = ()
    noun: Mapping[str, Json] | None = None
    withheld: tuple[Withheld, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.verb not in VERBS:
            raise ValueError(f"{self.verb!r} is not a verb of the journal: one of {', '.join(sorted(VERBS))}")
        if not self.kind:
            raise ValueError("an event needs the kind of its noun")
        if not _is_instant(self.at):
            raise ValueError(f"{self.at!r} is not an instant with its offset, as 2026-11-23T21:00:00+00:00")
        for parent in self.parents:
            if not _HASH.fullmatch(parent):
                raise ValueError(f"parent {parent!r} is not a leaf hash of 64 hex digits")
        for level, digest in self.withheld:
            _check_withheld(level, digest)


def _check_withheld(level: str, digest: str) -> None:
    if level not in LEVELS:
        raise ValueError(f"{level!r} is not a level to withhold a value at: one of {', '.join(LEVELS)}")
    if not _DIGEST.fullmatch(digest):
        raise ValueError(f"{digest!r} is not the base64url digest of a disclosure")


@lru_cache(4096)
def _is_instant(text: str) -> bool:
    if not _INSTANT.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:  # the thirtieth of February
        return False
    return True
