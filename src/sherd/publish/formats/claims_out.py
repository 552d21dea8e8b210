"""Hand the ledger out: as CSV, and as schema.org Claim and ClaimReview in JSON-LD.

A ClaimReview is written only where a person judged how a finding bears on a claim, and its rating is that
judgement in words: sherd gives no marks for truth.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from sherd.model.provenance import Source
from sherd.model.stances import Bearing, Ledger, Stand, stance

COLUMNS = (
    "proposition", "id", "speaker", "party", "through", "stance", "firm", "granted", "action", "actor",
    "object", "origin", "made", "recipient", "place", "said", "event", "quote", "words", "source",
    "reliability", "credibility",
)  # fmt: skip


def as_csv(ledger: Ledger) -> bytes:
    """One row a stand, in UTF-8; what a spreadsheet would take for a formula begins with a quote mark."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in ledger.rows:
        for stand in row.stands:
            writer.writerow(safe(value) for value in _values(row.proposition, stand))
    return out.getvalue().encode()


def as_json_ld(ledger: Ledger, sources: Iterable[Source], bearings: Iterable[Bearing] = ()) -> bytes:
    """The stands as ``Claim``, the judged bearings as ``ClaimReview``; one graph in UTF-8."""
    known = {source.id: source for source in sources}
    graph: list[dict[str, Any]] = [
        _claim(stand, row.proposition, known) for row in ledger.rows for stand in row.stands
    ]
    graph += [_review(each) for each in bearings if each.judged]
    whole = {"@context": "https://schema.org", "@graph": graph}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _values(proposition: str, stand: Stand) -> list[str]:
    matter = stand.matter
    return [
        proposition,
        stand.id,
        stand.speaker,
        stand.party,
        " | ".join(stand.chain),
        stance(stand),
        "yes" if stand.firm else "no",
        "yes" if stand.granted else "no",
        stand.action,
        stand.actor or "",
        matter.words if matter else "",
        (matter.origin or "") if matter else "",
        (matter.made or "") if matter else "",
        stand.recipient or "",
        stand.place or "",
        str(stand.said) if stand.said else "",
        str(stand.event) if stand.event else "",
        stand.quote,
        stand.words,
        stand.source or "",
        stand.reliability or "",
        stand.credibility or "",
    ]


def safe(value: str) -> str:
    """A cell that a spreadsheet takes for text: a quote mark stands before what it would take for a formula.

    >>> safe("=1+1"), safe("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{value}" if value[:1] in {"=", "+", "-", "@", "\t", "\r"} else value


def _claim(stand: Stand, proposition: str, sources: dict[str, Source]) -> dict[str, Any]:
    claim: dict[str, Any] = {
        "@type": "Claim",
        "@id": f"#{stand.id}",
        "text": stand.words,
        "about": proposition,
        "author": {"@type": "Thing", "name": stand.speaker},
        "interpretedAsClaim": {"@type": "Claim", "text": f"{stance(stand)}: {proposition}"},
    }
    if stand.said and stand.said.first and stand.said.first == stand.said.last:
        claim["datePublished"] = stand.said.first.isoformat()
    source = sources.get(stand.source or "")
    if source is not None:
        work: dict[str, Any] = {"@type": "CreativeWork", "name": source.title}
        if source.url:
            work["url"] = source.url
        if source.publisher:
            work["publisher"] = {"@type": "Organization", "name": source.publisher}
        claim["appearance"] = work
    if stand.quote:
        claim["citation"] = {"@type": "Quotation", "text": stand.quote}
    return claim


def _review(bearing: Bearing) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "@id": f"#{bearing.claim}~{bearing.item}~{bearing.judged}",
        "itemReviewed": {"@id": f"#{bearing.claim}"},
        "reviewBody": bearing.words,
        "reviewRating": {"@type": "Rating", "alternateName": f"{bearing.how} ({bearing.of} {bearing.item})"},
    }
