"""``sherd claims ledger`` and ``watch``: who held what, what cannot both be right, and what changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

from sherd.bootstrap import Settings, has_store, press, read_article, workbench
from sherd.cli.claims_page import changes_page, ledger_page, page_width
from sherd.cli.files import write
from sherd.cli.options import DayType, common, utf_8
from sherd.cli.output import emit, progress, show_problems
from sherd.model.dates import Interval

if TYPE_CHECKING:
    from sherd.bootstrap import Workbench
    from sherd.model.articles import Article
    from sherd.model.record import CaseRecord
    from sherd.model.stances import Ledger


@click.command(short_help="Who held what, and what cannot both be right.")
@click.argument("articles", nargs=-1, metavar="[ARTICLE…]", type=click.Path(path_type=Path))
@click.option("--case", callback=utf_8, help="The case whose claims are laid out; none with --no-case.")
@click.option("--no-case", is_flag=True, help="Only the articles, without any case.")
@click.option("--as-of", type=DayType(), help="Only what had been said by this day.")
@click.option("--format", "form", type=click.Choice(("csv", "jsonld")), help="Write the ledger as a file.")
@click.option("--out", type=click.Path(path_type=Path), help="Where to write it.")
@common
def ledger(
    articles: tuple[Path, ...],
    case: str | None,
    no_case: bool,
    as_of: date | None,
    form: str | None,
    out: Path | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Lay the claims of a case, and the statements of each ARTICLE, side by side: propositions by speaker and
    time, contradictions with both quotes and the reason, and who changed sides."""
    from sherd.errors import WrongCall
    from sherd.services.claims_review import spoilt
    from sherd.services.ledger import bearings_of, ledger_of, sources_of

    if (form is None) != (out is None):
        raise WrongCall("--format and --out go together", "Give both to write the ledger, or neither.")
    record, texts = _gathered(store, now, case, no_case, articles)
    problems = tuple(spoilt(record)) if record else ()
    with progress() as show:
        found = ledger_of(record, texts, Interval(as_of, as_of) if as_of else None, show)
    if form is not None and out is not None:
        from sherd.publish.formats.claims_out import as_csv, as_json_ld

        sources = sources_of(record, texts)
        judged = bearings_of(record, {}) if record else ()
        write(out, as_csv(found) if form == "csv" else as_json_ld(found, sources, judged))
    if as_json:
        emit("claims ledger", plain(found), problems)
    else:
        for line in ledger_page(found, page_width()):
            click.echo(line)
        if out is not None:
            click.echo(f"wrote {out}")
        show_problems(problems)


@click.command(short_help="What changed since a day.")
@click.argument("articles", nargs=-1, metavar="[ARTICLE…]", type=click.Path(path_type=Path))
@click.option("--since", type=DayType(), required=True, help="The day since when.")
@click.option("--case", callback=utf_8, help="The case, where the store holds several.")
@common
def watch(
    articles: tuple[Path, ...],
    since: date,
    case: str | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """What changed since a day: new claims, changes of side, and every promise with what came after it."""
    from sherd.services.claims_review import spoilt
    from sherd.services.find import case_named
    from sherd.services.ledger import watch as watched

    with workbench(Settings(store, now), create=False) as bench, progress() as show:
        record = case_named(bench.store, case)
        found = watched(record, _kept(bench, articles), since, show)
        problems = tuple(spoilt(record))
    if as_json:
        emit("claims watch", attrs.asdict(found, value_serializer=_value), problems)
    else:
        for line in changes_page(found, page_width()):
            click.echo(line)
        show_problems(problems)


def _gathered(
    store: str, now: datetime | None, case: str | None, no_case: bool, paths: Sequence[Path]
) -> tuple[CaseRecord | None, list[Article]]:
    """The case unless none is wanted, and the articles; without a case there need be no store."""
    from sherd.services.find import case_named

    if no_case and not has_store(store):
        return None, [read_article(None, path)[0] for path in paths]
    with workbench(Settings(store, now), create=False) as bench:
        return None if no_case else case_named(bench.store, case), _kept(bench, paths)


def _kept(bench: Workbench, paths: Sequence[Path]) -> list[Article]:
    """The articles as they were kept, where they were taken in before."""
    shelf = press(bench)
    return [read_article(shelf, path)[0] for path in paths]


def plain(found: Ledger) -> dict[str, Any]:
    """The ledger as JSON values; a contradiction names its two stands by id."""
    rows = [attrs.asdict(row, value_serializer=_value) for row in found.rows]
    pairs = [
        {
            "a": pair.a.id,
            "b": pair.b.id,
            "strength": pair.strength,
            "reason": pair.reason,
            "quotes": [pair.a.quote or pair.a.words, pair.b.quote or pair.b.words],
        }
        for pair in found.contradictions
    ]
    turns = [
        {"by": turn.by, "before": turn.before.id, "after": turn.after.id, "reason": turn.reason}
        for turn in found.reversals
    ]
    as_of = str(found.as_of) if found.as_of else None
    return {"as_of": as_of, "propositions": rows, "contradictions": pairs, "reversals": turns}


def _value(_instance: object, _field: object, value: object) -> object:
    return str(value) if isinstance(value, Interval | date) else value
