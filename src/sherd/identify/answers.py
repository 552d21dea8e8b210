"""What was found of a marking, for machines: the lines of a batch and the JSON of one answer."""

from __future__ import annotations

from typing import Any

import attrs

from sherd.model.datecodes import DateReading
from sherd.model.identified import Identified, makers, why
from sherd.model.judgements import Judgement
from sherd.model.makers import MakerReading
from sherd.model.parts import Candidate

COLUMNS = ("id", "rank", "outcome", "mpn", "manufacturer", "score", "confidence", "dates", "reason")
"""The columns of a batch's output."""

MOST = 5
"""Candidates that a batch gives for one marking."""


def lines(said: Identified) -> list[tuple[str, ...]]:
    """The lines that answer one marking: its candidates by rank, or one line of rank 0."""
    found = said.found
    dates = ";".join(str(reading.interval) for reading in said.dates)
    if found.outcome != "part":
        return [(said.id, "0", found.outcome, "", "", "", number(found.confidence), dates, found.reason)]
    return [
        (
            said.id,
            str(rank),
            found.outcome,
            each.mpn,
            makers(each),
            number(each.score),
            number(each.confidence),
            dates,
            why(each),
        )
        for rank, each in enumerate(found.candidates[:MOST], 1)
    ]


def number(value: float) -> str:
    """A share to four places, as short as it can be written.

    >>> number(0.98), number(1.0), number(0.123456)
    ('0.98', '1', '0.1235')
    """
    return f"{value:.4f}".rstrip("0").rstrip(".")


def as_json(said: Identified) -> dict[str, Any]:
    """What was found of one marking, as JSON says it."""
    found, whose, judged = said.found, said.whose, said.judgement
    return {
        "id": said.id,
        "marking": found.marking,
        "component": said.component,
        "item": said.item,
        "outcome": found.outcome,
        "confidence": float(number(found.confidence)),
        "reason": found.reason,
        "candidates": [_candidate(each, origin) for each, origin in said.candidates],
        "dates": [_date(each) for each in said.dates],
        "maker": None if whose is None else _maker(whose),
        "remarks": list(said.remarks),
        "judgement": None if judged is None else _judgement(judged),
    }


def _candidate(each: Candidate, origin: str) -> dict[str, Any]:
    return {
        "mpn": each.mpn,
        "manufacturers": list(each.makers),
        "score": float(number(each.score)),
        "confidence": float(number(each.confidence)),
        "why": why(each),
        "from": origin,
        "span": list(each.span),
        "signs": [attrs.asdict(sign) for sign in each.signs],
        "variants": [part.mpn for part in each.variants],
    }


def _maker(whose: MakerReading) -> dict[str, Any]:
    return {
        "brand": whose.brand,
        "makers_then": list(whose.makers_then),
        "owners_today": list(whose.owners_today),
        "reason": whose.reason,
    }


def _judgement(judged: Judgement) -> dict[str, Any]:
    return {"decision": judged.decision, "reason": judged.reason, "by": str(judged.by), "at": judged.at}


def _date(each: DateReading) -> dict[str, Any]:
    return {
        "code": each.code,
        "dates": str(each.interval),
        "rule": each.rule,
        "weight": float(number(each.weight)),
        "ambiguous_decade": each.ambiguous_decade,
        "reason": each.reason,
        "source": each.source,
    }
