"""``sherd claims ledger`` and ``watch``: who held what, what cannot both be right, and what changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

from sherd.bootstrap import Settings, has_store, press, workbench
from sherd.cli.claims_articles import any_unread, opened
from sherd.cli.claims_page import changes_page, ledger_page, page_width
from sherd.cli.files import write
from sherd.cli.options import DayType, clearance_of, common, utf_8
from sherd.cli.output import Progress, emit, progress, show_problems
from sherd.errors import WrongCall
from sherd.model.dates import Interval

if TYPE_CHECKING:
    from sherd.model.articles import Article
    from sherd.model.datecodes import DateReading
    from sherd.model.problems import Problem
    from sherd.model.record import CaseRecord
    from sherd.model.stances import Ledger

FORMS = ("csv", "jsonl", "jsonld")


@click.command(short_help="Who held what, and what cannot both be right.")
@click.argument("articles", nargs=-1, metavar="[ARTICLE…]", type=click.Path(path_type=Path))
@click.option("--case", callback=utf_8, help="The case, where the store holds several.")
@click.option("--no-case", is_flag=True, help="Only the articles, without any case.")
@click.option("--as-of", type=DayType(), help="Only what had been said by this day.")
@click.option("--format", "form", type=click.Choice(FORMS), help="Write the ledger as a file; with --out.")
@click.option("--out", type=click.Path(path_type=Path), help="Where to write it.")
@clearance_of("sealed", "Leave out of the case what is not released up to this level.")
@common
def ledger(
    articles: tuple[Path, ...],
    case: str | None,
    no_case: bool,
    as_of: date | None,
    form: str | None,
    out: Path | None,
    clearance: str,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Lay the claims of a case, and the statements of each ARTICLE, side by side: propositions by speaker and
    time, contradictions with both quotes and the reason, and who changed sides."""
    from sherd.services.ledger import ledger_of

    if (form is None) != (out is None):
        raise WrongCall("--format and --out go together", "Give both to write the ledger, or neither.")
    with progress() as show:
        laid = _laid(Settings(store, now), case, no_case, articles, show, clearance)
        found = ledger_of(laid.record, laid.articles, Interval(as_of, as_of) if as_of else None, show)
    if form is not None and out is not None:
        write(out, _written(form, found, laid))
    if as_json:
        emit("claims ledger", plain(found), laid.problems, ok=not any_unread(laid.problems))
    else:
        _tell(ledger_page(found, page_width()), laid)
        if out is not None:
            click.echo(f"wrote {out} ({clearance_told(clearance)})")
    laid.leave()


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
    from sherd.services.ledger import watch as watched

    with progress() as show:
        laid = _laid(Settings(store, now), case, False, articles, show, with_dates=True)
        found = watched(laid.record, laid.articles, since, laid.dates, show)
    if as_json:
        result = attrs.asdict(found, value_serializer=_value)
        emit("claims watch", result, laid.problems, ok=not any_unread(laid.problems))
    else:
        _tell(changes_page(found, page_width()), laid)
    laid.leave()


@attrs.frozen
class _Laid:
    """What lies on the table: a case or none, the articles, and what is wrong with either."""

    record: CaseRecord | None
    articles: list[Article]
    problems: tuple[Problem, ...]
    dates: Mapping[str, Sequence[DateReading]] = attrs.field(factory=dict)
    """Of each component, what its markings say of when it was made, where that was asked."""

    def leave(self) -> None:
        """Exit 1 where one of several articles could not be read, so that the page is not all of it."""
        if any_unread(self.problems):
            raise click.exceptions.Exit(1)


def _laid(
    settings: Settings,
    case: str | None,
    no_case: bool,
    paths: Sequence[Path],
    show: Progress,
    clearance: str = "sealed",
    *,
    with_dates: bool = False,
) -> _Laid:
    """The case unless none is wanted, and the articles as they were kept.

    Where there is no store, or it holds no case, the articles are all there is.
    """
    from sherd.services.claims_review import spoilt
    from sherd.services.find import case_named
    from sherd.services.ledger import seen_at
    from sherd.services.part_dates import dates_read

    if no_case and case is not None:
        raise WrongCall("--case and --no-case contradict each other", "Give one of them.")
    alone = no_case or (case is None and bool(paths))
    if alone and not has_store(settings.store):
        return _Laid(None, *opened(None, paths, show))
    with workbench(settings, create=False) as bench:
        articles, problems = opened(press(bench), paths, show)
        if no_case or (alone and not bench.store.cases()):
            return _Laid(None, articles, problems)
        record = case_named(bench.store, case)
        dates = dates_read(record, bench.identify, bench.clock().date()) if with_dates else {}
    return _Laid(seen_at(record, clearance), articles, (*problems, *spoilt(record)), dates)


def _written(form: str, found: Ledger, laid: _Laid) -> bytes:
    from sherd.publish.formats.claims_out import as_csv, as_json_ld, as_json_lines
    from sherd.services.ledger import bearings_of, sources_of

    if form != "jsonld":
        return as_csv(found) if form == "csv" else as_json_lines(found)
    judged = bearings_of(laid.record, {}) if laid.record else ()
    return as_json_ld(found, sources_of(laid.record, laid.articles), judged)


def clearance_told(clearance: str) -> str:
    """What a file holds of the case, in words."""
    if clearance == "sealed":
        return "everything, also what is not released: --clearance public leaves that out"
    return f"what is released up to {clearance}"


def _tell(lines: Iterable[str], laid: _Laid) -> None:
    for line in lines:
        click.echo(line)
    show_problems(laid.problems)


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
