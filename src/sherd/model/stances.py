"""How speakers stand to what is said: stands, contradictions, reversals, and what findings bear on.

A stand is one claim brought to a form in which two can be laid side by side: who holds what to be true, of
which things, where and when. It decides nothing; a contradiction is a pair of stands that cannot both be
right, with the two quotes and the reason in a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import field, frozen

from sherd.model.dates import Interval

Strength = Literal["strong", "weak", "tension"]
"""Cannot both be right; could not if a hedge is set aside; or only pull apart."""

STANCES = ("asserts", "denies", "concedes", "urges", "takes for granted")
"""How a speaker can stand to a proposition; see ``stance``."""

STRENGTHS: tuple[Strength, ...] = ("strong", "weak", "tension")


@frozen(kw_only=True)
class Matter:
    """What a proposition is about: class, type and origin are three different things.

    ``made`` is ``made`` (there), ``copy`` (of what is made there) or None where it is left open;
    ``supplier`` is the state that the same text has supplying the thing.
    """

    words: str
    class_: str | None = None
    type: str | None = None
    origin: str | None = None
    made: str | None = None
    supplier: str | None = None


@frozen(kw_only=True)
class Stand:
    """One speaker on one proposition. ``holds`` is None where it is only urged.

    ``firm`` is False where the words are hedged, conditional or a prediction; ``granted`` is True where the
    proposition is only taken for granted, ``conceded`` where it is admitted. ``family`` joins actions that
    can contradict each other. ``reliability`` of the source (A to F) and ``credibility`` of what it says (1
    to 6) are two grades (the Admiralty system), each None where nobody has given it.
    """

    id: str
    doc: str | None = None
    source: str | None = None
    speaker: str
    speaker_kind: str | None = None
    party: str
    chain: tuple[str, ...] = ()
    holds: bool | None
    firm: bool = True
    granted: bool = False
    conceded: bool = False
    action: str
    family: str
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    matter: Matter | None = None
    said: Interval | None = None
    event: Interval | None = None
    quote: str
    words: str
    proposition: str | None = None
    parent: str | None = None
    dup_of: str | None = None
    reliability: str | None = None
    credibility: str | None = None

    @property
    def happened(self) -> Interval | None:
        """The days of the event; where its end is not said, it is the day on which it was spoken of."""
        said = self.said.last if self.said else None
        if self.event is None:
            return Interval(None, said) if said else None
        if self.event.last is None and said and (self.event.first is None or self.event.first <= said):
            return Interval(self.event.first, said)
        return self.event


def stance(stand: Stand) -> str:
    """How a speaker stands to a proposition, in a word or three.

    >>> one = Stand(id="C", speaker="A", party="A", holds=False, action="USE", family="USE",
    ...     quote="never did", words="It used no drones.")
    >>> stance(one)
    'denies'
    """
    if stand.holds is None:
        return "urges"
    if stand.granted:
        return "takes for granted"
    if not stand.holds:
        return "denies"
    return "concedes" if stand.conceded else "asserts"


def in_words(stand: Stand) -> str:
    """What is claimed, with the words quoted for it: inside it where it has them, else behind it.

    >>> one = Stand(id="C", speaker="A", party="A", holds=False, action="USE", family="USE",
    ...     quote="never did", words="It used no drones.")
    >>> in_words(one)
    'It used no drones. “never did”'
    """
    return quoting(stand.words, stand.quote)


def quoting(words: str, quote: str) -> str:
    """Words with the quote marked at their end; behind them where they do not end with it.

    A quote in the middle of somebody's own sentence is not marked there: the sentence stays as written.

    >>> quoting("Chad denies: no drones", "no drones"), quoting("It denied it.", "no drones")
    ('Chad denies: “no drones”', 'It denied it. “no drones”')
    """
    quoted = f"“{quote}”"
    if not quote or quoted in words:
        return words
    bare = words.rstrip(".!?")
    told = f"{bare.removesuffix(quote)}{quoted}{words[len(bare) :]}" if bare.endswith(quote) else ""
    return (told or f"{words} {quoted}").strip()


@frozen(kw_only=True)
class Contradiction:
    """Two stands that do not go together, the one that denies first where one does."""

    a: Stand
    b: Stand
    strength: Strength
    reason: str


@frozen(kw_only=True)
class Reversal:
    """A speaker, or a party, that later held the opposite of what it held before."""

    before: Stand
    after: Stand
    by: str
    reason: str


@frozen(kw_only=True)
class LedgerRow:
    """One proposition: every stand on it in order of time, and how many independent origins they have.

    ``counts`` has the stands by ``stance``.
    """

    proposition: str
    stands: tuple[Stand, ...]
    speakers: int
    independent: int
    counts: Mapping[str, int] = field(factory=dict, hash=False)
    dependence: tuple[str, ...] = ()
    """Why some count once: reprints, or sources that depend on each other, each in a sentence."""


@frozen(kw_only=True)
class Ledger:
    """Who held what, as of a day."""

    as_of: Interval | None
    rows: tuple[LedgerRow, ...]
    contradictions: tuple[Contradiction, ...]
    reversals: tuple[Reversal, ...]


@frozen(kw_only=True)
class Bearing:
    """How a finding on an item or component bears on a claim, as a candidate or as a person judged it.

    ``finding`` is what was weighed or recorded, without a word on the claim; empty where nothing was.
    ``weight`` in bans, positive towards what the claim says; a person may have judged otherwise.
    """

    claim: str
    item: str
    of: Literal["item", "component"] = "item"
    how: Literal["supports", "undermines", "neither"]
    weight: float | None = None
    judged: str | None = None
    finding: str = ""
    words: str
