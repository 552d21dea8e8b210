"""``sherd attribute ITEM``: weigh the accounts of who made an item."""

from __future__ import annotations

from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import asdict, evolve

from sherd.bootstrap import Settings, workbench
from sherd.cli.options import common
from sherd.cli.output import emit, show_problems
from sherd.errors import WrongCall
from sherd.model.dates import TIME_WINDOW

if TYPE_CHECKING:
    from sherd.model.problems import Problem
    from sherd.model.reasoning import Update
    from sherd.model.record import CaseRecord
    from sherd.model.weights import Attribution


def _priors(_context: click.Context, _option: click.Parameter, said: tuple[str, ...]) -> dict[str, float]:
    """``ACCOUNT=PROBABILITY`` as it was given, each account once."""
    found: dict[str, float] = {}
    for word in said:
        account, equals, number = word.partition("=")
        try:
            prior = float(number)
        except ValueError:
            prior = -1.0
        if not (equals and account and 0 <= prior <= 1):
            raise click.BadParameter(f"{word!r} is not ACCOUNT=PROBABILITY, as H1=0.3")
        if account in found:
            raise click.BadParameter(f"{account} is given two priors")
        found[account] = prior
    return found


@click.command()
@click.argument("item")
@click.option(
    "--hypotheses",
    "stated",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Weigh the [[hypotheses]] of this TOML file in place of the case's; nothing is recorded.",
)
@click.option(
    "--prior",
    "priors",
    metavar="ACCOUNT=P",
    multiple=True,
    callback=_priors,
    help="Your own prior probability of an account; give every account its share, together 1.",
)
@click.option(
    "--window",
    type=click.IntRange(min=0),
    default=TIME_WINDOW,
    show_default=True,
    metavar="DAYS",
    help="Reference specimens further than this from the item are named and not counted.",
)
@common
def command(
    item: str,
    stated: Path | None,
    priors: dict[str, float],
    window: int,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Weigh the accounts of who made ITEM (an id, or CASE:ID).

    Prints the weakest weight of evidence on a declared grid for every pair of hypotheses, and refuses, with
    the reason, where the evidence does not carry a conclusion. A refusal is an answer: the exit code is 0.
    sherd has no prior: only with --prior does it say what yours becomes.
    """
    from sherd.attribute.casewide import case_wide
    from sherd.attribute.plain import results_as_json
    from sherd.attribute.plain_casewide import whole_as_json
    from sherd.cli.attribution import tell, tell_update, tell_whole
    from sherd.compare.comparison import doubted_items
    from sherd.compare.listed import parts_named
    from sherd.record.intake import accounts
    from sherd.services.feature_table import earlier_table
    from sherd.services.find import case_of
    from sherd.services.identify import named_parts
    from sherd.services.part_dates import marking_dates, part_dates
    from sherd.services.review import readings
    from sherd.services.weighing import weighed

    with workbench(Settings(store, now), create=False) as bench:
        record, (id_,) = case_of(bench.store, [item])
        earlier = earlier_table(bench.store, record)
        identified = bench.identify(record, readings(record))
        dates = part_dates(record, marking_dates(record, identified, bench.clock().date()))
    problems: tuple[Problem, ...] = ()
    if stated is not None:
        hypotheses, problems = accounts(stated.read_bytes(), str(stated), record.case.id)
        record = evolve(record, hypotheses=hypotheses)
    doubted, parts = doubted_items(record), parts_named(record, named_parts(identified))
    results = weighed(record, id_, doubted, parts, earlier, window)
    updates = _updates(record, results, priors, doubted, parts, window) if priors else ()
    whole = case_wide(record, dates)
    if as_json:
        result = {
            **results_as_json(results),
            **whole_as_json(whole, id_),
            "hypotheses": str(stated) if stated else None,
            "window": window,
            "posteriors": [asdict(update) for update in updates] or None,
        }
        emit("attribute", result, problems)
        return
    if stated is not None:
        click.echo(f"hypotheses of {stated}, in place of those that the case recorded")
    for found, update in zip_longest(results, updates):
        tell(found)
        if update is not None:
            tell_update(update)
    tell_whole(whole, id_)
    show_problems(problems)


def _updates(
    record: CaseRecord,
    results: tuple[Attribution, ...],
    priors: dict[str, float],
    doubted: tuple[tuple[str, str], ...],
    parts: dict[str, str],
    window: int,
) -> tuple[Update, ...]:
    """What the stated priors become by each result. Raises ``WrongCall`` for priors that are none."""
    from sherd.attribute.bench import laid_out
    from sherd.attribute.prior import update

    try:
        return tuple(
            update(laid_out(record, found.item, found.labels, doubted, parts, window), found.pairs, priors)
            for found in results
        )
    except ValueError as wrong:
        raise WrongCall(str(wrong), "Give --prior ACCOUNT=P for each account, together 1.") from wrong
