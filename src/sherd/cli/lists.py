"""``sherd lists``: take editions of lists in, and say which there are."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from sherd.bootstrap import Settings, read_list, workbench
from sherd.cli.catalogue import DateType
from sherd.cli.options import common, utf_8
from sherd.cli.output import emit, progress, show_problems
from sherd.errors import WrongCall
from sherd.model.dates import Interval
from sherd.model.provenance import Edition
from sherd.services.lists import TakenIn, importer, take_in


@click.group()
def command() -> None:
    """Look after the lists of parties that names are screened against, and the HS nomenclature."""


@command.command("import", short_help="Take in editions of lists.")
@click.argument("paths", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.option("--list", "list_", callback=utf_8, help="What the list is called, where the file does not say.")
@click.option(
    "--published", type=DateType(), help="When this edition was published; by the file unless given."
)
@click.option("--encoding", callback=utf_8, help="The encoding of a file that is neither UTF-8 nor UTF-16.")
@click.option("--publisher", callback=utf_8, help="Who publishes it.")
@click.option("--licence", callback=utf_8, help="Under which licence it is published.")
@click.option("--url", callback=utf_8, help="Where it was published.")
@click.option("--by", callback=utf_8, help="Who takes it in; kept sealed.")
@common
def import_(
    paths: tuple[Path, ...],
    list_: str | None,
    published: Interval | None,
    encoding: str | None,
    publisher: str | None,
    licence: str | None,
    url: str | None,
    by: str | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> int:
    """Take in editions of lists: OFAC, EU, UK, US export lists, METI, FollowTheMoney, or a table of one's
    own.

    Every edition stays; older and newer ones, in any order, tell from when to when an entry stood on its
    list. The bytes are kept as they came, and the same bytes again change nothing. Exit 1 where a file could
    not be read.
    """
    said = {"publisher": publisher, "rights": licence, "url": url}
    taken: list[tuple[Path, TakenIn]] = []
    with progress() as tell:
        for number, path in enumerate(paths):
            tell("taking in", number, len(paths))
            form, content, read = read_list(path, list_, published, encoding)
            method = importer(form.name, form.version, list_, published, encoding)
            with workbench(Settings(store, now), create=True) as bench:
                taken.append(
                    (path, take_in(bench.store, bench.blobs, path.name, content, read, method, said, by))
                )
        tell("taking in", len(paths), len(paths))
    problems = [problem for _, each in taken for problem in each.read.problems]
    read_all = all(each.edition is not None for _, each in taken)
    if as_json:
        emit("lists import", {"lists": [_plain(path, each) for path, each in taken]}, problems, ok=read_all)
    else:
        for path, each in taken:
            click.echo(_told(path, each))
        show_problems(problems)
    return 0 if read_all else 1


def _told(path: Path, taken: TakenIn) -> str:
    """What was done with one file, in one line."""
    if taken.edition is None:
        return f"{path}: no entry could be read; nothing was taken in"
    when = taken.read.published.words if taken.read.published else "of no stated date (--published says it)"
    said = f"{taken.edition.id}: {taken.read.list_}, edition {when}, {taken.edition.entries:,} entries"
    if taken.read.beside:
        said += f" and {len(taken.read.beside):,} parties that are named for their ties alone"
    return said if taken.fresh else f"{said}; it was there before"


def _plain(path: Path, taken: TakenIn) -> dict[str, Any]:
    row = _row(taken.edition) if taken.edition else {"id": None}
    return {"file": path.name, **row, "new": taken.fresh, "beside": len(taken.read.beside)}


@command.command(short_help="Take in an edition of the HS nomenclature.")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--title", callback=utf_8, help="What the edition is called, as HS 2022.")
@click.option("--published", type=DateType(), help="When this edition was published.")
@click.option("--publisher", callback=utf_8, help="Who publishes it.")
@click.option("--licence", callback=utf_8, help="Under which licence it is published.")
@click.option("--url", callback=utf_8, help="Where it was published.")
@click.option("--by", callback=utf_8, help="Who takes it in; kept sealed.")
@common
def nomenclature(
    path: Path,
    title: str | None,
    published: Interval | None,
    publisher: str | None,
    licence: str | None,
    url: str | None,
    by: str | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Take in an edition of the HS nomenclature, a CSV table with hscode, description and parent.

    ``sherd trace hs`` looks codes and words up in the edition published last. The same bytes again change
    nothing.
    """
    from sherd.services.nomenclature import take_in as take_in_nomenclature

    said = {"title": title, "publisher": publisher, "rights": licence, "url": url}
    with workbench(Settings(store, now), create=True) as bench:
        edition, found, fresh = take_in_nomenclature(
            bench.store, bench.blobs, path.name, path.read_bytes(), said, published, by
        )
    if as_json:
        emit("lists nomenclature", {**_row(edition), "new": fresh}, list(found.problems))
    else:
        there = "" if fresh else "; it was there before"
        click.echo(f"{edition.id}: {edition.title or 'HS'}, {edition.entries:,} headings{there}")
        show_problems(found.problems)


@command.command("list", short_help="Say which lists there are.")
@common
def list_lists(store: str, as_json: bool, now: datetime | None) -> None:
    """Say which editions of which lists there are, from whom, when published and when first seen."""
    from sherd.services.editions import editions
    from sherd.services.lists import KIND, first_seen

    with workbench(Settings(store, now), create=False) as bench:
        found = editions(bench.store, KIND)
        seen = first_seen(bench.store)
    rows = [{**_row(edition), "first_seen": seen[edition.id].isoformat()} for edition in found]
    if as_json:
        emit("lists list", {"lists": rows})
        return
    if not rows:
        raise WrongCall("No list was taken in", "Take one in with: sherd lists import FILE")
    for row in rows:
        click.echo(_line(row))


def _line(row: dict[str, Any]) -> str:
    when = f"published {row['published'] or 'not stated'}, first seen {row['first_seen']}"
    whose = f"{row['publisher'] or 'publisher not stated'}; {row['licence'] or 'licence not stated'}"
    return f"{row['id']}  {row['list']}  {row['entries']:,} entries  {when}  {whose}"


def _row(edition: Edition) -> dict[str, Any]:
    return {
        "id": edition.id,
        "list": edition.title,
        "form": edition.form,
        "entries": edition.entries,
        "published": str(edition.published) if edition.published else None,
        "publisher": edition.publisher,
        "licence": edition.rights,
        "url": edition.url,
    }
