"""``sherd identify``: from a marking to the part that it names, its maker and its dates."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from sherd.bootstrap import Settings, Workbench, shelf, shelf_of_file, workbench
from sherd.cli.catalogue import ColumnsType, DateType
from sherd.cli.options import common, utf_8
from sherd.cli.output import emit, show_problems
from sherd.errors import WrongCall
from sherd.model.dates import Interval

if TYPE_CHECKING:
    from sherd.identify.catalogue.shelf import Shelf
    from sherd.model.identified import Identified
    from sherd.model.problems import Problem


@click.command()
@click.argument(
    "texts", nargs=-1, metavar="[TEXT…]", callback=lambda c, p, v: tuple(utf_8(c, p, t) for t in v)
)
@click.option("--catalogue", type=click.Path(path_type=Path), help="Seek in this file or folder alone.")
@click.option("--columns", type=ColumnsType(), help="Which heading of --catalogue holds what: mpn=…")
@click.option("--encoding", callback=utf_8, help="The encoding of tables that are neither UTF-8 nor UTF-16.")
@click.option("--not-after", type=DateType(), help="When it was recovered, at the latest.")
@click.option("--maker", callback=utf_8, help="The maker, where it is known from elsewhere.")
@click.option("--batch", type=click.Path(path_type=Path), help="Identify the markings of this sheet.")
@click.option("--out", type=click.Path(path_type=Path), help="Where the answers to --batch go.")
@click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes for --batch."
)
@click.option("--review", is_flag=True, help="Decide marking by marking, at a terminal.")
@click.option("--by", callback=utf_8, help="Who decides in --review.")
@common
@click.pass_context
def command(
    context: click.Context,
    texts: tuple[str, ...],
    catalogue: Path | None,
    columns: dict[str, str] | None,
    encoding: str | None,
    not_after: Interval | None,
    maker: str | None,
    batch: Path | None,
    out: Path | None,
    workers: int,
    review: bool,
    by: str | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Say which part each marking TEXT names; a bar is a line break, ? an illegible character.

    This part, not in the catalogue (with the nearest and where it differs), or unreadable: with the reason,
    the dates that its code allows, and whose it is. A sheet of markings with --batch, a case with --review.
    """
    _refuse_mixtures(texts, batch, out, review, as_json)
    settings = Settings(store, now)
    if review:
        _review(settings, texts[0] if texts else None, by)
        return
    named = context.get_parameter_source("store") is not ParameterSource.DEFAULT
    with _bench(settings, named) as bench:
        found, problems = _shelf(settings, bench, catalogue, columns or {}, encoding)
    if batch and out:
        from sherd.cli.sheet import run

        run(batch, out, found, encoding, settings, workers, problems, as_json=as_json)
        return
    answers = _answers(texts, maker, not_after, found, settings.clock().date())
    _say(answers, found, problems, as_json=as_json, without_store=bench is None and catalogue is None)


def _review(settings: Settings, case: str | None, by: str | None) -> None:
    from sherd.cli.bench import need_terminal
    from sherd.cli.review import sit_down

    need_terminal()
    with workbench(settings, create=False) as bench:
        sit_down(bench, case, by)


def _refuse_mixtures(
    texts: tuple[str, ...], batch: Path | None, out: Path | None, review: bool, as_json: bool
) -> None:
    """One thing at a time. Raises ``WrongCall``."""
    if review and (batch or as_json or len(texts) > 1):
        raise WrongCall("--review is done alone, on one case", "Give at most the id of the case.")
    if batch and texts:
        raise WrongCall("--batch takes its markings from the sheet", "Leave the texts out, or --batch.")
    if (batch is None) != (out is None):
        raise WrongCall("--batch and --out belong together", "Write --batch IN.csv --out OUT.csv.")
    if batch and out and batch.resolve() == out.resolve():
        raise WrongCall("the answers would overwrite the sheet", "Choose another --out.")
    if not (review or batch or texts):
        do = 'Write it as in sherd identify "TMS320F28335|PGFA", or use --batch or --review.'
        raise WrongCall("no marking was given", do)


def _bench(settings: Settings, named: bool) -> AbstractContextManager[Workbench | None]:
    """The store, where there is one; without one, what ships with sherd is searched."""
    from sherd.store.opening import is_url

    if not named and not is_url(settings.store) and not Path(settings.store).exists():
        return nullcontext()
    return workbench(settings, create=False)


def _shelf(
    settings: Settings,
    bench: Workbench | None,
    catalogue: Path | None,
    columns: dict[str, str],
    encoding: str | None,
) -> tuple[Shelf, tuple[Problem, ...]]:
    if catalogue is None:
        store, blobs = (bench.store, bench.blobs) if bench else (None, None)
        return shelf(settings, store, blobs, lambda what: click.echo(f"sherd: {what}", err=True)), ()
    found, problems = shelf_of_file(catalogue, columns, encoding)
    if len(found.editions) == 1 or not (found.edition_of == 1).any():
        show_problems(problems)
        raise WrongCall(
            f"nothing could be read in {catalogue}", "Mend what the problems name, or say --columns."
        )
    return found, problems


def _answers(
    texts: tuple[str, ...], maker: str | None, not_after: Interval | None, found: Shelf, today: date
) -> list[Identified]:
    from sherd.identify.answering import identify
    from sherd.identify.asked import Asked
    from sherd.identify.lookup import Lookup

    until = not_after.last if not_after else None
    asked = [Asked(str(n), text, maker or None, until) for n, text in enumerate(texts, 1)]
    empty = [
        Asked(each.id, each.marking, fault="the marking is empty") if not each.marking.strip() else each
        for each in asked
    ]
    return identify(empty, Lookup(found), today)


def _say(
    answers: list[Identified],
    found: Shelf,
    problems: tuple[Problem, ...],
    *,
    as_json: bool,
    without_store: bool,
) -> None:
    from sherd.identify.answers import as_json as plain

    if as_json:
        result = {
            "markings": [plain(each) for each in answers],
            "catalogues": list(found.editions),
            "parts": len(found),
        }
        emit("identify", result, problems)
        return
    from sherd.cli.page import lines

    for each in answers:
        for line in lines(each):
            click.echo(line)
        click.echo()
    if without_store:
        click.echo("no store here: sought in the parts cited in the shipped examples alone", err=True)
    click.echo(f"sought in {len(found):,} parts of {', '.join(found.editions)}", err=True)
    show_problems(problems)
