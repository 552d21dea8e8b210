"""What a marking is found to name: a part of the catalogue, no part of it, or nothing that can be read.

An identification is a reading, not a judgement: it says which part of the catalogue a marking fits best, what
differs and where, and how often such an answer was right on markings of known truth. A part that several
makers sell stays plural until the brand or the date decides.
"""

from __future__ import annotations

from collections.abc import Sequence
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
            difference(n, each.state, each.sign, each.read)
            for n, each in enumerate(self.signs, start=1)
            if each.state in _SHOWN
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


@frozen
class ShortCandidate:
    """A candidate as a line of a long sheet says it: part number, makers, score, confidence, and why."""

    mpn: str
    makers: tuple[str, ...]
    score: float
    confidence: float
    why: str


@frozen
class ShortAnswer:
    """An identification without its signs. An unreadable marking has no candidates here."""

    outcome: Outcome
    confidence: float
    reason: str
    candidates: tuple[ShortCandidate, ...] = ()

    @property
    def part(self) -> ShortCandidate | None:
        """The answer, where the outcome is a part."""
        return self.candidates[0] if self.outcome == "part" else None


def why_words(
    differences: Sequence[str], unexplained: int, evidence: Sequence[str], feasible: bool | None = None
) -> str:
    """Why a marking may name a candidate: what it shows otherwise, and what speaks for or against its makers.

    >>> why_words((), 2, ())
    'every character read as it is; 2 characters of the same words unexplained'
    """
    said = "; ".join(differences) or "every character read as it is"
    if unexplained:
        said += f"; {unexplained} character{'s' * (unexplained > 1)} of the same words unexplained"
    if feasible is False:
        said += "; the date code does not allow it"
    return "; ".join([said, *evidence])


def difference(place: int, state: SignState, sign: str, read: str) -> str:
    """What the marking shows otherwise at one place (from 1) of the part number.

    >>> difference(6, "alike", "0", "O"), difference(7, "missing", "X", "")
    ('O stands for 0 at position 6', 'X at position 7 is not there')
    """
    if state == "missing":
        return f"{sign} at position {place}{GONE}"
    if state == "illegible":
        return f"{sign} at position {place} is illegible"
    return f"{read} stands for {sign} at position {place}"


GONE = " is not there"
"""How a difference ends where the marking lacks the sign."""

_SHOWN = ("alike", "otherwise", "illegible", "missing")
