"""What a person decided, and why; a record like any other, never an overwrite."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Literal, TypeAlias, get_args

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


SAME_MAKER = "same_maker"
"""The kind of judgement on whether names as published are one maker; its subject is the names, ``A | B``."""


def maker_names_judged(subject: str) -> tuple[str, ...]:
    """The names that a judgement of kind ``same_maker`` speaks of, each once, as they are written.

    >>> maker_names_judged("Burr-Brown Corporation (Texas Instruments) | Texas Instruments")
    ('Burr-Brown Corporation (Texas Instruments)', 'Texas Instruments')
    """
    return tuple(dict.fromkeys(name for each in subject.split("|") if (name := " ".join(each.split()))))


READING = "reading"
"""The kind of judgement that says which part a marking names; its subject is the id of the marking."""

NO_PART = "none"
UNSURE = "unsure"


@frozen
class ReadingDecision:
    """Which part a marking names, as a person judged it; ``mpn`` is None where none of them, or unsure."""

    mpn: str | None = None
    maker: str | None = None
    unsure: bool = False

    def __str__(self) -> str:
        if self.mpn is None:
            return UNSURE if self.unsure else NO_PART
        return f"{self.mpn}, {self.maker}" if self.maker else self.mpn


def reading_decision(words: str) -> ReadingDecision:
    """What a judgement of kind ``reading`` decides: a part number, after a comma its maker, or a word.

    Words that are no part number (no digit among them) decide nothing: they are unsure.

    >>> reading_decision("STM32F765VIT6, STMicroelectronics")
    ReadingDecision(mpn='STM32F765VIT6', maker='STMicroelectronics', unsure=False)
    >>> reading_decision("none"), reading_decision("not weighed").unsure
    (ReadingDecision(mpn=None, maker=None, unsure=False), True)
    """
    mpn, _, maker = (piece.strip() for piece in words.strip().partition(", "))
    if mpn.casefold() in {NO_PART, "no part", "none of them"}:
        return ReadingDecision()
    if not any(sign.isdigit() for sign in mpn):
        return ReadingDecision(unsure=True)
    return ReadingDecision(mpn, maker or None)


BEARS_ON = "bears_on"
"""The kind of judgement that says how a finding bears on a claim; its subject is ``CLAIM~ITEM``."""

BearingDecision: TypeAlias = Literal["supports", "undermines", "neither"]

WITHDRAWAL = "withdrawal"
"""The kind of judgement that says why a claim was withdrawn; its subject is the claim."""

LEFT_OPEN = frozenset({"open", "unclear", "undecided", "unsure"})
"""With which words a judgement says that nothing was decided."""


def bearing_subject(subject: str) -> tuple[str, str]:
    """The claim, and the item or component, that a judgement of kind ``bears_on`` names; else empty.

    >>> bearing_subject("C010 ~ S136-M214"), bearing_subject("C010")
    (('C010', 'S136-M214'), ('C010', ''))
    """
    claim, _, thing = subject.partition("~")
    return claim.strip(), thing.strip()


def bearing_decision(words: str) -> BearingDecision | None:
    """What a judgement of kind ``bears_on`` decides: its first word, unless something takes that back.

    *No* alone is *neither*; *supports nothing* is no decision.

    >>> bearing_decision("Supports, as far as the label goes"), bearing_decision("supports nothing")
    ('supports', None)
    """
    said = re.findall(r"\w+", words.casefold())
    if said == ["no"]:
        return "neither"
    if not said or _TAKEN_BACK & set(said[1:]) or any(word.startswith("doubt") for word in said[1:]):
        return None
    return next((how for how in get_args(BearingDecision) if said[0] == how), None)


_TAKEN_BACK = frozenset(
    (
        "no",
        "not",
        "never",
        "nothing",
        "nor",
        "neither",
        "unclear",
        "uncertain",
        "perhaps",
        "maybe",
        "possibly",
    )
)
