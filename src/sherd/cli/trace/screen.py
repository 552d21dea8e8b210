"""``sherd trace screen NAMES.csv --as-of DATE``: did these parties stand on a list on the day of the deal?"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from sherd.bootstrap import Settings, kept_screen, read_list_again, workbench
from sherd.cli.options import common, utf_8
from sherd.cli.output import emit, progress, show_problems
from sherd.cli.resumed import resumed
from sherd.errors import WrongCall
from sherd.model.dates import Interval

if TYPE_CHECKING:
    from sherd.trace.decided import Decided
    from sherd.trace.screening import Asked, Hit, Screen

COLUMNS = ("id", "rank", "list", "entry_id", "name", "score", "as_of", "listed_from", "listed_to", "reason")
AT_A_TIME = 500
FAIRNESS = (
    "Unless clearly stated, no malpractice is inferred of makers or parties earlier in the supply chain. "
    "A hit is a possible match of names, never an identity."
)


@click.command()
@click.argument("path", metavar="NAMES.csv", type=click.Path(path_type=Path))
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day of the deal, for rows without their own."
)
@click.option("--out", type=click.Path(path_type=Path), help="Write the hits to this CSV.")
@click.option("--least", type=click.FloatRange(0, 1), help="The least score that is shown.")
@click.option("--most", type=click.IntRange(1, 48), help="The most hits for one name.")
@click.option("--encoding", callback=utf_8, help="The encoding of the sheet where it is not UTF-8 or UTF-16.")
@click.option("--strict", is_flag=True, help="Exit 1 when there is any problem.")
@common
def command(
    path: Path,
    as_of: datetime | None,
    out: Path | None,
    least: float | None,
    most: int | None,
    encoding: str | None,
    strict: bool,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> int:
    """Screen the names of a sheet (id, name, country, as_of) against every list, as of the day of the deal.

    Hits are possible matches, best first; each says list and entry, the days on the list, and why. An answer
    for a day rests on the editions that were imported: sherd lists list.
    """
    from sherd.readers.parties import sheet
    from sherd.services.screening import decided, open_screen
    from sherd.trace.screening import LEAST, MOST

    asked = sheet(path, as_of.date() if as_of else None, encoding)
    least, most = LEAST if least is None else least, most or MOST
    settings = Settings(store, now)
    with workbench(settings, create=False) as bench, progress() as tell:
        screen, stamp = open_screen(
            bench.store,
            bench.blobs,
            read_list_again,
            partial(kept_screen, settings),
            lambda done: tell("reading lists", done, None),
        )
        if not screen.entries:
            raise WrongCall("No list was taken in", "Take one in with: sherd lists import FILE")
        asking = Asking(screen, asked.asked, decided(bench.store), least, most, tell)
        result: dict[str, Any] = {"names": len(asked.asked)}
        if out is not None:
            stamp = (
                f"{stamp} {asked.sha256} {as_of} {least} {most} {sorted(map(str, asking.decided.values()))}"
            )
            result |= {"hits": _write(out, stamp, asking), "out": str(out)}
        else:
            hits = [hit for found in asking.chunks(0) for hit in found]
            result["hits"] = [_row(hit) | {"to_confirm": hit.to_confirm} for hit in hits]
    if as_json:
        emit("trace screen", {**result, "note": FAIRNESS}, asked.problems, ok=not (strict and asked.problems))
    else:
        for line in _told(result, out):
            click.echo(line)
        click.echo(FAIRNESS)
        show_problems(asked.problems)
    return 1 if strict and asked.problems else 0


@frozen
class Asking:
    """Names on their way through a screen, some at a time, without what people ruled out."""

    screen: Screen
    asked: Sequence[Asked]
    decided: Mapping[str, Decided]
    least: float
    most: int
    tell: Any

    def chunks(self, done: int) -> Iterator[list[Hit]]:
        """The hits of the names from ``done`` on, :data:`AT_A_TIME` names at a time."""
        from sherd.trace.decided import without_decided
        from sherd.trace.screening import ask

        for start in range(done, len(self.asked), AT_A_TIME):
            part = self.asked[start : start + AT_A_TIME]
            found = ask(self.screen, part, least=self.least, most=self.most)
            yield [hit for hits in found for hit in without_decided(hits, self.decided)]
            self.tell("screening", start + len(part), len(self.asked))


def _write(out: Path, stamp: str, asking: Asking) -> int:
    """Write the hits step by step; a run that was stopped goes on where it was."""
    found = 0
    with resumed(out, stamp, _csv([dict(zip(COLUMNS, COLUMNS, strict=True))])) as growing:
        for hits in asking.chunks(growing.rows):
            growing.add(_csv(_row(hit) for hit in hits), min(AT_A_TIME, len(asking.asked) - growing.rows))
            found += len(hits)
        growing.finish()
    return found


def _csv(rows: Iterable[dict[str, Any]]) -> bytes:
    text = io.StringIO(newline="")
    csv.DictWriter(text, COLUMNS).writerows(rows)
    return text.getvalue().encode()


def _row(hit: Hit) -> dict[str, Any]:
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


def _day(days: Interval) -> str:
    """One day, or first/last where it is only known to lie between."""
    return days.first.isoformat() if days.first and days.first == days.last else str(days)


def _told(result: dict[str, Any], out: Path | None) -> Iterator[str]:
    if out is not None:
        yield f"{result['names']:,} names, {result['hits']:,} possible matches written to {out}"
        return
    for row in result["hits"]:
        days = f"{row['listed_from']} to {row['listed_to'] or 'now'}"
        yield f"{row['id']}  {row['score']:.2f}  {row['list']} {row['entry_id']}  {row['name']}  ({days})"
        yield f"    {row['reason']}"
    yield f"{result['names']:,} names, {len(result['hits']):,} possible matches"
