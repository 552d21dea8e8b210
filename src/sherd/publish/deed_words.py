"""A proposition that no person named, as a sentence: *On the claim that somebody supplied drones to Chad*.

The record has an action of the vocabulary and bare nouns; the heading has a sentence.
"""

from __future__ import annotations

from sherd.model.stances import Stand

PAST = {
    "ABUSE": "abused", "ACQUIRE": "acquired", "ATTACK": "attacked", "COMMIT": "made a promise about",
    "CONSULT": "consulted on", "DESTABILISE": "destabilised", "DIFFER": "found to differ",
    "DILUTE": "diluted",
    "FUND": "funded",
    "HOLD_ACCOUNTABLE": "held to account", "IDENTIFY_AS": "identified", "INSPECT": "inspected",
    "INTEND_PRODUCE": "intended to produce", "INTEND_SUPPLY": "intended to supply", "MATCH": "found to match",
    "NEGOTIATE": "negotiated on", "NO_COMMENT": "declined to comment on", "PRODUCE": "produced",
    "REDUCE_NUCLEAR": "reduced its nuclear programme", "RELY": "relied on", "REQUEST": "asked for",
    "END_RELIANCE": "ended its reliance on", "SANCTION": "sanctioned", "SHOOT_DOWN": "shot down",
    "SLOW_ENRICHMENT": "slowed enrichment", "STOP_SUPPLY": "stopped supplying", "STOP_USE": "stopped using",
    "SUPPLY": "supplied", "SUPPORT": "supported", "THREATEN": "threatened", "TRAIN": "trained",
    "TRANSPORT": "transported", "URGE": "urged", "USE": "used",
}  # fmt: skip
"""What was done, by the action of a proposition; *did something else about* where no action fits."""


def heading(stand: Stand) -> str:
    """The proposition of a stand as the heading of what was said of it.

    >>> one = Stand(id="C", speaker="A", party="A", holds=True, action="SUPPLY", family="SUPPLY",
    ...     recipient="Chad", quote="", words="")
    >>> heading(one)
    'On the claim that somebody supplied something to Chad'
    """
    matter = stand.matter
    what = "something" if matter is None else matter.type or matter.words
    if matter is not None and matter.made == "copy":
        what = f"copies of {what}"
    if matter is not None and matter.origin and matter.origin not in what:
        what += f" ({matter.origin})"
    to = f" to {stand.recipient}" if stand.recipient else ""
    where = f" in {stand.place}" if stand.place else ""
    done = PAST.get(stand.family, "did something else about")
    return f"On the claim that {stand.actor or 'somebody'} {done} {what}{to}{where}"
