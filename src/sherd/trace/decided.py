"""Decisions of people on possible matches: this name is, or is not, that entry.

A decision is a judgement with its reason, and sticks until the entry of the list changes: it names the entry
together with a digest of what the entry said then. Once the list says anything else of the entry, the hit
comes back, and its reason tells of the earlier decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256

from attrs import evolve, frozen

from sherd.model.judgements import Judgement, same_object_decision
from sherd.model.listed import ListEntry
from sherd.model.provenance import REFERENCE
from sherd.trace.party_field import parse, places
from sherd.trace.prepared import prepare
from sherd.trace.screening import Hit
from sherd.trace.vocabulary import vocabulary

KIND = "possible_match"


@frozen
class Decided:
    """A decision on a name and an entry: the digest of the entry then, and the judgement."""

    digest: str
    judgement: Judgement


def digest(entry: ListEntry) -> str:
    """Twelve hex digits over what a list says of an entry; where it stands in the file is no part of it.

    >>> one = ListEntry(list_="L", entry_id="1", key="1", names=(), row=2)
    >>> digest(one) == digest(evolve(one, row=3)), digest(one) == digest(evolve(one, programme="P"))
    (True, False)
    """
    return sha256(repr(evolve(entry, row=None)).encode()).hexdigest()[:12]


def subject(entry: ListEntry, name: str) -> str:
    """What a judgement is about: list, entry and name; spellings that are compared alike are one name."""
    names = parse(name, _places()).names
    words = " / ".join(" ".join(prepare(each, vocabulary()).tokens) for each in names)
    return f"{entry.list_} | {entry.key} | {words}"


@cache
def _places() -> frozenset[str]:
    return places()


def judgement(entry: ListEntry, name: str, decision: str, reason: str, by: str, at: str) -> Judgement:
    """The decision on a name and an entry as a row of the journal.

    Raises ``ValueError`` for a decision that says neither ``same`` nor ``not the same``, or gives no reason.
    """
    if same_object_decision(decision) == "undecided":
        raise ValueError(f"the decision {decision!r} is neither 'same' nor 'not the same'")
    if not reason.strip():
        raise ValueError("a decision without a reason cannot be defended")
    about = subject(entry, name)
    return Judgement(
        case=REFERENCE,
        id=f"match@{sha256(about.encode()).hexdigest()[:12]}",
        subject=f"{about} | {digest(entry)}",
        kind_=KIND,
        decision=decision,
        reason=reason,
        by=by,
        at=at,
    )


def decisions(judgements: Iterable[Judgement]) -> dict[str, Decided]:
    """The decisions among judgements, by what they are about."""
    found = {}
    for each in judgements:
        if each.kind_ == KIND:
            about, _, said = each.subject.rpartition(" | ")
            found[about] = Decided(said, each)
    return found


def without_decided(hits: Iterable[Hit], decided: Mapping[str, Decided]) -> list[Hit]:
    """The hits of one name without those that were ruled out, ranked anew; others say what was decided."""
    kept: list[Hit] = []
    for hit in hits:
        entry = hit.listed.entry
        known = decided.get(subject(entry, hit.asked.name))
        if known is None:
            said = ""
        elif known.digest != digest(entry):
            said = f"; an earlier decision ({_words(known)}) was on what the list said before"
        elif same_object_decision(known.judgement.decision) == "different":
            continue
        else:
            said = f"; decided: {_words(known)}"
        kept.append(evolve(hit, rank=len(kept) + 1, reason=hit.reason + said))
    return kept


def _words(known: Decided) -> str:
    return f"{known.judgement.decision}, because {known.judgement.reason}"
