"""What a person decided, and why; a record like any other, never an overwrite."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Literal, TypeAlias

from attrs import frozen

from sherd.model.columns import Instant
from sherd.model.row import People, Row


@frozen(kw_only=True)
class Judgement(Row):
    """A decision about a subject: an origin, a same object, a reading, an authenticity."""

    kind: ClassVar[str] = "judgement"
    sheet: ClassVar[str] = "judgements"

    subject: str
    kind_: str | None = None
    decision: str
    reason: str
    by: People
    at: Annotated[str, Instant()]


SameObjectDecision: TypeAlias = Literal["same", "different", "undecided"]

_DECISIONS: tuple[tuple[str, SameObjectDecision], ...] = (
    ("not the same", "different"),
    ("not same", "different"),
    ("different", "different"),
    ("distinct", "different"),
    ("separate", "different"),
    ("two", "different"),
    ("same", "same"),
    ("one", "same"),
    ("yes", "same"),
)
"""With which words a decision begins on whether two records are one object."""


def same_object_decision(words: str) -> SameObjectDecision:
    """What a judgement of kind ``same_object`` decides; anything that is not plain is undecided.

    >>> same_object_decision("Not the same."), same_object_decision("same"), same_object_decision("unsure")
    ('different', 'same', 'undecided')
    """
    folded = re.sub(r"[\W_]+", " ", words).strip().casefold()
    if folded == "no":
        return "different"
    found = (said for begins, said in _DECISIONS if f"{folded} ".startswith(f"{begins} "))
    return next(found, "undecided")
