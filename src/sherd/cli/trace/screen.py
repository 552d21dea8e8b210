"""``sherd trace screen NAMES.csv --as-of DATE``: did these parties stand on a list on the day of the deal?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from sherd.bootstrap import Settings, kept_screen, kept_ties, read_list_again, workbench
from sherd.cli.options import common, utf_8
from sherd.cli.output import emit, progress, show_problems
from sherd.cli.resumed import resumed
from sherd.cli.trace.screened import COLUMNS, PATH, hit_row, path_plain, path_row, table, told
from sherd.errors import WrongCall

if TYPE_CHECKING:
    from sherd.trace.decided import Decided
    from sherd.trace.screening import Asked, Hit, Screen
    from sherd.trace.tied_names import Tied, TiedNames

AT_A_TIME = 500
FAIRNESS = (
    "Unless clearly stated, no malpractice is inferred of makers or parties earlier in the supply chain. "
    "A hit is a possible match of names, never an identity; a path of ties is no hit. Shares stand as they "
    "are recorded: what they amount to is for law and a person."
)
NO_LIST = (
    "No list was taken in (sherd lists import FILE): names were held against none, ties were walked alone."
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

    Hits are possible matches, best first; each says list and entry, the days on the list, and why. A party
    that recorded ties lead from to a listed one is told as a path, leg by leg, and is no hit. An answer for a
    day rests on the editions that were imported: sherd lists list.
    """
    from sherd.readers.parties import sheet
    from sherd.services.screening import decided, open_screen
    from sherd.services.ties import list_ties, open_ties
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
        said = decided(bench.store)
        told_ties = list_ties(bench.store, bench.blobs, read_list_again, partial(kept_ties, settings))
        ties, tied_stamp = open_ties(bench.store, screen, said, told_ties)
        if not screen.entries and ties is None:
            raise WrongCall("No list was taken in", "Take one in with: sherd lists import FILE")
        asking = Asking(screen, ties, asked.asked, said, least, most, tell)
        result: dict[str, Any] = {"names": len(asked.asked)}
        if out is not None:
            asks = f"{asked.sha256} {as_of} {least} {most} {sorted(map(str, said.values()))} {tied_stamp}"
            result |= _write(out, f"{stamp} {asks}", asking) | {"out": str(out)}
        else:
            found = list(asking.chunks(0))
            result["hits"] = [
                hit_row(hit) | {"to_confirm": hit.to_confirm} for hits, _ in found for hit in hits
            ]
            result["paths"] = [path_plain(path) for _, paths in found for path in paths]
    note = FAIRNESS if screen.entries else f"{NO_LIST} {FAIRNESS}"
    if as_json:
        emit("trace screen", {**result, "note": note}, asked.problems, ok=not (strict and asked.problems))
    else:
        for line in told(result, out):
            click.echo(line)
        click.echo(note)
        show_problems(asked.problems)
    return 1 if strict and asked.problems else 0


@frozen
class Asking:
    """Names on their way through a screen, some at a time, without what people ruled out."""

    screen: Screen
    ties: TiedNames | None
    asked: Sequence[Asked]
    decided: Mapping[str, Decided]
    least: float
    most: int
    tell: Any

    def chunks(self, done: int) -> Iterator[tuple[list[Hit], list[Tied]]]:
        """The hits of the names from ``done`` on, :data:`AT_A_TIME` names at a time, and their paths."""
        from sherd.trace.decided import without_decided
        from sherd.trace.screening import ask

        for start in range(done, len(self.asked), AT_A_TIME):
            part = self.asked[start : start + AT_A_TIME]
            found = ask(self.screen, part, least=self.least, most=self.most)
            hits = [hit for hits in found for hit in without_decided(hits, self.decided)]
            paths = [path for paths in self.ties.ask(part) for path in paths] if self.ties else []
            yield hits, paths
            self.tell("screening", start + len(part), len(self.asked))


def _write(out: Path, stamp: str, asking: Asking) -> dict[str, int]:
    """Write hits and paths step by step; a run that was stopped goes on where it was."""
    columns = COLUMNS if asking.ties is None else (*COLUMNS, PATH)
    count = {"hits": 0, "paths": 0}
    with resumed(out, stamp, table([dict(zip(columns, columns, strict=True))], columns)) as growing:
        for hits, paths in asking.chunks(growing.rows):
            rows = [*map(hit_row, hits), *map(path_row, paths)]
            growing.add(table(rows, columns), min(AT_A_TIME, len(asking.asked) - growing.rows))
            count["hits"] += len(hits)
            count["paths"] += len(paths)
        growing.finish()
    return count
