"""Hand the ledger out: as CSV, as JSON lines, and as schema.org Claim and ClaimReview in JSON-LD.

A ClaimReview is written only where a person judged how a finding bears on a claim, and its rating is that
judgement in words: sherd gives no marks for truth.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

import attrs

from sherd.model.dates import Interval
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


def as_json_lines(ledger: Ledger) -> bytes:
    """One JSON object a stand and line, in UTF-8, as docs/stand.schema.json has it."""
    lines = (as_plain(stand, row.proposition) for row in ledger.rows for stand in row.stands)
    return b"".join(json.dumps(line, ensure_ascii=False).encode() + b"\n" for line in lines)


def as_plain(stand: Stand, proposition: str) -> dict[str, Any]:
    """A stand as JSON values: its proposition, its stance in a word, then every field; days as first/last."""
    plain = attrs.asdict(
        stand,
        value_serializer=lambda _noun, _field, value: str(value) if isinstance(value, Interval) else value,
    )
    return {**plain, "proposition": proposition, "stance": stance(stand)}


def as_json_ld(ledger: Ledger, sources: Iterable[Source], bearings: Iterable[Bearing] = ()) -> bytes:
    """The stands as ``Claim``, the judged bearings as ``ClaimReview``; one graph in UTF-8.

    Each property is one that schema.org has for its type, and holds what it expects there.
    """
    known = {source.id: source for source in sources}
    stands = {stand.id: stand for row in ledger.rows for stand in row.stands}
    graph: list[dict[str, Any]] = [
        _claim(stand, row.proposition, known) for row in ledger.rows for stand in row.stands
    ]
    graph += [_review(each, stands[each.claim]) for each in bearings if each.judged and each.claim in stands]
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
    return (
        f"'{value}" if value[:1] in {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"} else value
    )


def _claim(stand: Stand, proposition: str, sources: dict[str, Source]) -> dict[str, Any]:
    claim: dict[str, Any] = {
        "@type": "Claim",
        "@id": _iri(stand.id),
        "text": stand.words,
        "about": {"@type": "Thing", "name": proposition},
        "author": {**_type(stand), "name": stand.speaker},
        "interpretedAsClaim": {"@type": "Claim", "text": f"{stance(stand)}: {proposition}"},
    }
    if stand.said and stand.said.first and stand.said.first == stand.said.last:
        claim["datePublished"] = stand.said.first.isoformat()
    source = sources.get(stand.source or "")
    if source is not None:
        claim["appearance"] = _work(source)
    if stand.quote:
        claim["citation"] = {"@type": "Quotation", "text": stand.quote}
    return claim


SPEAKERS = {
    **dict.fromkeys(("person", "anonymous", "anonymous_official"), "Person"),
    **dict.fromkeys(("state", "organisation", "institution", "outlet"), "Organization"),
}
"""What schema.org calls a speaker of a kind; of any other it is left open whether it is a person."""


def _type(stand: Stand) -> dict[str, str]:
    known = SPEAKERS.get((stand.speaker_kind or "").casefold())
    return {"@type": known} if known else {}


def _work(source: Source) -> dict[str, Any]:
    """The publication or document in which a claim appears."""
    work: dict[str, Any] = {"@type": "CreativeWork", "name": str(source.title)}
    if source.url:
        work["url"] = source.url
    if source.publisher:
        work["publisher"] = {"@type": "Organization", "name": source.publisher}
    if source.published and source.published.first == source.published.last and source.published.first:
        work["datePublished"] = source.published.first.isoformat()
    if source.language:
        work["inLanguage"] = source.language
    return work


def _review(bearing: Bearing, stand: Stand) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "@id": _iri(f"{bearing.claim}~{bearing.item}~{bearing.judged}"),
        "itemReviewed": {"@id": _iri(bearing.claim)},
        "claimReviewed": stand.words,
        "reviewAspect": f"{bearing.of} {bearing.item}",
        "reviewBody": bearing.words,
        "reviewRating": {"@type": "Rating", "alternateName": f"{bearing.how} ({bearing.of} {bearing.item})"},
    }


def _iri(id_: str) -> str:
    """An id as a fragment that any reader of JSON-LD takes, whatever the file of an article is called.

    >>> _iri("a note.txt#S01")
    '#a%20note.txt%23S01'
    """
    return f"#{quote(id_, safe='~')}"
