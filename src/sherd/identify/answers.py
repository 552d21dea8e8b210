"""What was found of a marking, for machines: the lines of a batch and the JSON of one answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from sherd.model.datecodes import DateReading
from sherd.model.identified import Identified, why
from sherd.model.judgements import Judgement
from sherd.model.label_codes import LabelReading
from sherd.model.makers import MakerReading
from sherd.model.ordering import OrderingCode
from sherd.model.parts import Candidate, ShortAnswer

COLUMNS = ("id", "rank", "outcome", "mpn", "manufacturer", "score", "confidence", "dates", "reason")
"""The columns of a batch's output."""

MOST = 5
"""Candidates that a batch gives for one marking."""

NEAR = "near, and not the answer: "
"""What is said before the differences of a candidate where no part of the catalogue is the answer."""


Lines = list[tuple[str, ...]]
"""The lines that answer one marking, each a cell for each of the ``COLUMNS``."""


def lines(marking: str, found: ShortAnswer, dates: Sequence[DateReading]) -> Lines:
    """The lines that answer the marking of an id: its candidates by rank.

    A line of rank 0 says first where the outcome is no part, and why; after one that is absent come the
    nearest of the catalogue, which are not the answer.
    """
    outcome, is_part = found.outcome, found.outcome == "part"
    days = ";".join(str(reading.interval) for reading in dates)
    none = (marking, "0", outcome, "", "", "", number(found.confidence), days, found.reason)
    said: Lines = [] if is_part else [none]
    for rank, each in enumerate(found.candidates[:MOST], 1):
        makers, score, sure = ";".join(each.makers), number(each.score), number(each.confidence)
        why = each.why if is_part else NEAR + each.why
        said.append((marking, str(rank), outcome, each.mpn, makers, score, sure, days, why))
    return said


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
        "ordering": None if said.ordering is None else _ordering(said.ordering),
        "label": None if said.label is None else _label(said.label),
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


def _ordering(code: OrderingCode) -> dict[str, Any]:
    return {
        "code": code.code,
        "maker": code.maker,
        "family": code.family,
        "base": code.base,
        "fields": [attrs.asdict(each) for each in code.fields],
        "checked": code.checked,
        "standing": code.standing,
    }


def _label(label: LabelReading) -> dict[str, Any]:
    names = ("part", "customer_part", "maker", "date_code", "lot", "origin", "quantity", "serial")
    return {
        **{name: getattr(label, name) for name in names},
        "fields": [attrs.asdict(each) for each in label.fields],
        "problems": [{"code": each.code, "read": each.read, "do": each.do} for each in label.problems],
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
