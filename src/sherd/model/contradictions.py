"""Two things that a marking says, or that it and the record say, which do not go together.

A contradiction is an observation with its reason. It may come from a misreading, from a gap in the record,
from a re-marked or a recycled part. Which of these it is, a person decides, with the part in hand: nothing
here calls a part counterfeit.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

ContradictionKind = Literal[
    "before launch",
    "after last known run",
    "after recovery",
    "two dates",
    "never orderable",
    "name had ended",
    "name not yet in use",
    "one lot at several dates",
]


@frozen(kw_only=True)
class Contradiction:
    """What does not go together, in one sentence; the codes it rests on; the source of the record's side."""

    kind: ContradictionKind
    words: str
    codes: tuple[str, ...]
    source: str
