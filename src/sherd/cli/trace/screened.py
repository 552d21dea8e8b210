"""How hits and paths of ``sherd trace screen`` are written: rows of a table, JSON, lines of a terminal."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sherd.model.dates import Interval

if TYPE_CHECKING:
    from sherd.model.ties import HeldLeg
    from sherd.trace.screening import Hit
    from sherd.trace.tied_names import Tied

COLUMNS = ("id", "rank", "list", "entry_id", "name", "score", "as_of", "listed_from", "listed_to", "reason")
PATH = "path"
"""The column behind the others where ties are recorded; its rows have rank 0 and no score."""

NO_HIT = "no match of names: a path of ties"


def table(rows: Iterable[Mapping[str, Any]], columns: tuple[str, ...]) -> bytes:
    """Rows as CSV without a header."""
    text = io.StringIO(newline="")
    csv.DictWriter(text, columns, restval="").writerows(rows)
    return text.getvalue().encode()


def hit_row(hit: Hit) -> dict[str, Any]:
    """A possible match of names."""
    entry = hit.listed.entry
    return {
        "id": hit.asked.id,
        "rank": hit.rank,
        "list": entry.list_,
        "entry_id": entry.entry_id,
        "name": hit.name,
        "score": hit.score,
        "as_of": hit.asked.as_of.isoformat(),
        "listed_from": _day(hit.spell.began),
        "listed_to": _day(hit.spell.ended) if hit.spell.ended else "",
        "reason": "; ".join(
            filter(None, (hit.reason, entry.programme and f"programme {entry.programme}", hit.to_confirm))
        ),
    }


def path_row(tied: Tied) -> dict[str, Any]:
    """A path of ties in the columns of a hit: without rank and score, since it is none."""
    end = tied.path.end
    return {
        "id": tied.asked.id,
        "rank": 0,
        "list": end.list_,
        "entry_id": end.entry,
        "name": end.name or end.party,
        "as_of": tied.asked.as_of.isoformat(),
        "listed_from": _day(end.from_),
        "listed_to": _day(end.to_) if end.to_ else "",
        "reason": NO_HIT,
        PATH: tied.words,
    }


def path_plain(tied: Tied) -> dict[str, Any]:
    """A path of ties, leg by leg, for JSON."""
    path, end = tied.path, tied.path.end
    return {
        "id": tied.asked.id,
        "as_of": tied.asked.as_of.isoformat(),
        "heading": path.heading,
        "listed_party_is": path.way,
        "party": {"name": path.party.name, "where": path.party.where, "row": path.party.row},
        "alike": tied.alike,
        "alike_score": tied.score,
        "legs": [_leg(each) for each in path.legs],
        "listed": {
            "party": end.party,
            "list": end.list_,
            "entry_id": end.entry,
            "name": end.name,
            "programme": end.programme,
            "listed_from": _day(end.from_),
            "listed_to": _day(end.to_) if end.to_ else "",
            "standing": end.standing,
            "how": end.how,
            "score": end.score,
            "basis": end.basis,
        },
        "words": tied.words,
        "more": tied.more,
    }


def _leg(each: HeldLeg) -> dict[str, Any]:
    leg = each.leg
    return {
        "party": each.party,
        "relation": leg.relation,
        "of": each.of,
        "share": leg.share,
        "days": leg.dated,
        "standing": each.standing,
        "proof": leg.proof,
        "basis": leg.basis,
        "row": leg.row,
        "source": leg.source,
    }


def told(result: Mapping[str, Any], out: Path | None) -> Iterator[str]:
    """What was found, line by line; paths stand apart from hits."""
    hits, paths = result["hits"], result["paths"]
    if out is not None:
        also = f" and {paths:,} paths of ties" if paths else ""
        yield f"{result['names']:,} names, {hits:,} possible matches{also} written to {out}"
        return
    for row in hits:
        days = f"{row['listed_from']} to {row['listed_to'] or 'now'}"
        yield f"{row['id']}  {row['score']:.2f}  {row['list']} {row['entry_id']}  {row['name']}  ({days})"
        yield f"    {row['reason']}"
    for row in paths:
        yield f"{row['id']}  {NO_HIT}"
        yield f"    {row['words']}"
    also = f", {len(paths):,} paths of ties to a listed party" if paths else ""
    yield f"{result['names']:,} names, {len(hits):,} possible matches{also}"


def _day(days: Interval) -> str:
    """One day, or first/last where it is only known to lie between."""
    return days.first.isoformat() if days.first and days.first == days.last else str(days)
