"""``sherd catalogue``: take catalogues of parts in, and say which there are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from sherd.bootstrap import Settings, read_catalogue, workbench
from sherd.cli.options import common, utf_8
from sherd.cli.output import emit, progress, show_problems
from sherd.errors import WrongCall
from sherd.model.dates import Interval
from sherd.services.catalogue import About, TakenIn, searched, series_of, take_in


@click.group()
def command() -> None:
    """Look after the catalogues of parts in which markings are sought."""


class ColumnsType(click.ParamType[dict[str, str]]):
    """Fields with the headings that stand for them."""

    name = "field=heading,…"

    def convert(
        self, value: str | dict[str, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> dict[str, str]:
        """Read each pair, or fail as click does."""
        from sherd.identify.catalogue.columns import ColumnsAsked, asked

        try:
            return value if isinstance(value, dict) else asked(value)
        except ColumnsAsked as error:
            self.fail(str(error), param, ctx)


class DateType(click.ParamType[Interval]):
    """A date at any precision."""

    name = "date"

    def convert(
        self, value: str | Interval, param: click.Parameter | None, ctx: click.Context | None
    ) -> Interval:
        """Read the date, or fail as click does."""
        try:
            return value if isinstance(value, Interval) else Interval.parse(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


@command.command("import", short_help="Take in a catalogue of parts.")
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER…", type=click.Path(path_type=Path))
@click.option("--columns", type=ColumnsType(), help="Which heading holds what: mpn=…,manufacturer=…")
@click.option("--encoding", callback=utf_8, help="The encoding of a table that is neither UTF-8 nor UTF-16.")
@click.option(
    "--series", callback=utf_8, help="What this is an edition of; the name of the file unless given."
)
@click.option("--title", callback=utf_8, help="What the catalogue is called.")
@click.option("--publisher", callback=utf_8, help="Who publishes it.")
@click.option("--licence", callback=utf_8, help="Under which licence it is published.")
@click.option("--url", callback=utf_8, help="Where it was published.")
@click.option("--published", type=DateType(), help="When this edition was published.")
@click.option("--by", callback=utf_8, help="Who takes it in; kept sealed.")
@common
def import_(
    paths: tuple[Path, ...],
    columns: dict[str, str] | None,
    encoding: str | None,
    series: str | None,
    title: str | None,
    publisher: str | None,
    licence: str | None,
    url: str | None,
    published: Interval | None,
    by: str | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> int:
    """Take in a catalogue: a table (CSV, Parquet), KiCad symbol libraries, an export of jlcparts.

    The bytes are kept as they came. The same bytes again change nothing; a newer edition of a series is
    searched in place of the older one. Exit 1 where a catalogue could not be read at all.
    """
    if series is not None and len(paths) > 1:
        raise WrongCall("several catalogues cannot be one series", "Take them in one by one.")
    about = About(title, publisher, licence, url, published)
    taken: list[TakenIn] = []
    with progress() as tell:
        for number, path in enumerate(paths):
            tell("taking in", number, len(paths))
            name = series_of(series if series is not None else path.resolve().name)
            read_as, contents, found = read_catalogue(path, columns or {}, encoding)
            with workbench(Settings(store, now), create=True) as bench:
                taken.append(take_in(bench.store, bench.blobs, name, read_as, contents, found, about, by))
    problems = [problem for each in taken for problem in each.catalogue.problems]
    read_all = all(each.edition is not None for each in taken)
    if as_json:
        emit("catalogue import", {"catalogues": [_plain(each) for each in taken]}, problems, ok=read_all)
    else:
        for path, each in zip(paths, taken, strict=True):
            click.echo(_told(path, each))
        show_problems(problems)
    return 0 if read_all else 1


def _told(path: Path, taken: TakenIn) -> str:
    """What was done with one catalogue, in one line."""
    if taken.edition is None:
        return f"{path}: nothing could be read; nothing was taken in"
    said = f"{taken.edition.id}: {taken.edition.entries:,} parts"
    if taken.catalogue.headings:
        said += (
            " ("
            + ", ".join(f"{field} from {name!r}" for field, name in taken.catalogue.headings.items())
            + ")"
        )
    if taken.catalogue.left_out:
        said += f", {taken.catalogue.left_out:,} symbols that name no part left out"
    if taken.replaces is not None:
        said += f", searched in place of {taken.replaces.id}"
    if taken.edition.rights is None:
        said += "; its licence is not stated"
    return said if taken.fresh else f"{said}; it was there before"


def _plain(taken: TakenIn) -> dict[str, Any]:
    edition, catalogue = taken.edition, taken.catalogue
    return {
        "id": edition.id if edition else None,
        "series": edition.series if edition else None,
        "form": edition.form if edition else None,
        "entries": len(catalogue.entries),
        "new": taken.fresh,
        "replaces": taken.replaces.id if taken.replaces else None,
        "columns": dict(catalogue.headings),
        "unread": list(catalogue.unread),
        "left_out": catalogue.left_out,
    }


@command.command("list", short_help="Say which catalogues there are.")
@common
def list_(store: str, as_json: bool, now: datetime | None) -> None:
    """Say which catalogues there are, from whom, under which licence, and which of them are searched."""
    from sherd.services.catalogue import KIND
    from sherd.services.editions import editions

    with workbench(Settings(store, now), create=False) as bench:
        found = editions(bench.store, KIND)
        current = {edition.id for edition in searched(bench.store)}
    rows = [_shipped(), *(_row(edition, edition.id in current) for edition in found)]
    if as_json:
        emit("catalogue list", {"catalogues": rows})
    else:
        for line in _lines(rows):
            click.echo(line)


def _row(edition: Any, is_searched: bool) -> dict[str, Any]:
    return {
        "id": edition.id,
        "series": edition.series,
        "form": edition.form,
        "title": edition.title,
        "publisher": edition.publisher,
        "licence": edition.rights,
        "url": edition.url,
        "published": str(edition.published) if edition.published else None,
        "entries": edition.entries,
        "searched": is_searched,
    }


def _shipped() -> dict[str, Any]:
    from sherd.data import licence, rows

    return {
        "id": "sherd:parts",
        "series": "sherd:parts",
        "form": "shipped",
        "title": "Parts cited in the shipped examples",
        "publisher": "sherd",
        "licence": licence("parts"),
        "url": None,
        "published": None,
        "entries": len(rows("parts")),
        "searched": True,
    }


def _lines(rows: Iterable[dict[str, Any]]) -> Iterable[str]:
    for row in rows:
        from_ = ", ".join(str(row[name]) for name in ("title", "publisher", "published") if row[name])
        licence = row["licence"] or "licence not stated"
        older = "" if row["searched"] else "  (an older edition; not searched)"
        holds = f"{row['id']}  {row['entries']:,} parts  {row['form']}"
        yield f"{holds}  {from_ or 'origin not stated'}; {licence}{older}"
