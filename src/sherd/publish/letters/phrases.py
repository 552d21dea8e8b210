"""What a language must be able to say before letters can be written in it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

KINDS = ("maker", "state", "reply")
"""Letters to a maker about a part, to a state about a weapon, to a party about what is said of it."""

FACTS = ("part", "brand", "marking", "made", "picture", "weapon", "serial", "legal_basis", "use", "illicit")
"""What a letter may state."""


STATEMENTS: Mapping[str, tuple[str, ...]] = {
    "transfer": ("sender", "part", "recipient", "days", "proof"),
    "listing": ("list", "days"),
    "named": ("role",),
    "tie": ("party", "relation", "of", "share", "days", "proof"),
    "their_listing": ("party", "list", "days"),
    "judged": ("subject", "question", "decision", "reason"),
    "claimed": ("speaker", "polarity", "paraphrase"),
}
"""What may be said of a party, and what each sentence is filled with."""

WORDS = (
    "documented", "asserted", "inferred", "not_proven", "unnamed", "goods", "owner", "controller", "director",
    "successor", "branch", "agent", "linked", "assert", "deny", "urge", "concede",
    "maker", "distributor", "consignee", "carrier", "diversion", "reached", "yes", "no",
)  # fmt: skip
"""Words of the record that a sentence says in its own language."""


@frozen(kw_only=True)
class Phrases:
    """The sentences of one language; mappings are by ``KINDS``, ``FACTS``, ``STATEMENTS``, ``WORDS`` or the codings
    of an answer. ``to`` names the addressee, ``aside`` is a pair of brackets with what stands before it."""

    language: str
    to: str
    greeting: str
    closing: str
    aside: str = " ({})"
    percent: str = "\u00a0%"
    reference: str
    date: str
    sender: str
    contact: str
    due: str
    no_date: str
    about: str
    asked: str
    sheet: str
    what: str
    value: str
    answer: str
    entry: str
    why: str
    facts_title: str
    your_words: str
    signed: str
    fairness_title: str
    fairness: str
    subjects: Mapping[str, str]
    openings: Mapping[str, str]
    voluntary: Mapping[str, str]
    questions: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, str]
    codings: Mapping[str, str]
    statements: Mapping[str, str]
    words: Mapping[str, str]
