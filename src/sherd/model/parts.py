"""What a marking is found to name: a part of the catalogue, no part of it, or nothing that can be read.

An identification is a reading, not a judgement: it says which part of the catalogue a marking fits best, what
differs and where, and how often such an answer was right on markings of known truth. A part that several
makers sell stays plural until the brand or the date decides.
"""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

Outcome = Literal["part", "absent", "unreadable"]
"""This part; no part of the catalogue, and the nearest differs; too little is legible to say either."""

SignState = Literal["read", "alike", "otherwise", "illegible", "missing"]
"""A sign of the part in the marking: as it is, as one easily taken for it, as another, worn, or not there."""


@frozen
class Part:
    """One row of a catalogue: part number, maker as the catalogue names it, base part, id of the row."""

    mpn: str
    maker: str = ""
    base: str = ""
    row: int = 0


@frozen
class SignRead:
    """One letter or digit of a part number and what stands for it in the marking.

    ``place`` is its code point in the raw marking (``None`` where it is missing) and ``read`` what stands
    there. ``confidence``: how often a sign that is read so is this one, from 0 to 1.
    """

    sign: str
    state: SignState
    read: str = ""
    place: int | None = None
    confidence: float = 0.0


@frozen
class Candidate:
    """A part that a marking may name, with what speaks for it.

    ``parts`` are the catalogue rows of this very part number, one for each maker that sells it;
    ``variants`` the other ordering codes of the same base part that were found beside it. ``score`` is the
    share of the score of a part read rightly from end to end (1 at most, and below 0 where more speaks
    against it). ``span`` is the stretch of the raw marking that it covers, end exclusive; ``unexplained``
    the places of characters in the same words that it does not explain. ``maker_evidence`` are sentences
    for or against its makers, and ``date_feasible`` whether the date code allows it; ``None`` where nobody
    has asked.
    """

    parts: tuple[Part, ...]
    score: float
    confidence: float
    signs: tuple[SignRead, ...] = ()
    span: tuple[int, int] = (0, 0)
    unexplained: tuple[int, ...] = ()
    variants: tuple[Part, ...] = ()
    maker_evidence: tuple[str, ...] = ()
    date_feasible: bool | None = None

    @property
    def mpn(self) -> str:
        """The part number as the catalogue writes it."""
        return self.parts[0].mpn

    @property
    def makers(self) -> tuple[str, ...]:
        """Everyone whom the catalogue names as its maker, in its order; several where it has several."""
        return tuple(dict.fromkeys(part.maker for part in self.parts if part.maker))

    @property
    def differences(self) -> tuple[str, ...]:
        """What the marking shows otherwise, sign by sign; places count from 1 in the part number."""
        return tuple(
            _difference(n, each) for n, each in enumerate(self.signs, start=1) if each.state in _SHOWN
        )


@frozen
class Identification:
    """The answer for one marking: the outcome, its reason in a sentence, and the candidates, best first.

    With outcome ``part`` the first candidate is the answer and ``confidence`` how often such an answer is
    right. With ``absent`` the candidates are only the nearest of the catalogue, and ``confidence`` is how
    often the marking of a part that is not in the catalogue looks so. With ``unreadable`` it is 0.
    """

    marking: str
    outcome: Outcome
    confidence: float
    reason: str
    candidates: tuple[Candidate, ...] = field(default=())

    @property
    def part(self) -> Candidate | None:
        """The answer, where the outcome is a part."""
        return self.candidates[0] if self.outcome == "part" else None


def _difference(place: int, each: SignRead) -> str:
    if each.state == "missing":
        return f"{each.sign} at position {place} is not there"
    if each.state == "illegible":
        return f"{each.sign} at position {place} is illegible"
    return f"{each.read} stands for {each.sign} at position {place}"


_SHOWN = ("alike", "otherwise", "illegible", "missing")
