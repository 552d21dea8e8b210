"""``sherd attribute ITEM``: weigh the accounts of who made an item."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click
from attrs import evolve

from sherd.bootstrap import Settings, workbench
from sherd.cli.options import common
from sherd.cli.output import emit, show_problems
from sherd.model.problems import Problem
from sherd.model.weights import Attribution, PairWeight, Refusal
from sherd.publish.phrases import bans, ratio


@click.command()
@click.argument("item")
@click.option(
    "--hypotheses",
    "stated",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Weigh the [[hypotheses]] of this TOML file in place of the case's; nothing is recorded.",
)
@common
def command(item: str, stated: Path | None, store: str, as_json: bool, now: datetime | None) -> None:
    """Weigh the accounts of who made ITEM (an id, or CASE:ID).

    Prints the weakest weight of evidence on a declared grid for every pair of hypotheses, and refuses, with
    the reason, where the evidence does not carry a conclusion. A refusal is an answer: the exit code is 0.
    """
    from sherd.attribute.plain import results_as_json
    from sherd.attribute.weigh import attribute
    from sherd.compare.comparison import doubted_items
    from sherd.compare.listed import parts_named
    from sherd.record.intake import accounts
    from sherd.services.find import case_of

    with workbench(Settings(store, now), create=False) as bench:
        record, (id_,) = case_of(bench.store, [item])
    problems: tuple[Problem, ...] = ()
    if stated is not None:
        hypotheses, problems = accounts(stated.read_bytes(), str(stated), record.case.id)
        record = evolve(record, hypotheses=hypotheses)
    results = attribute(record, id_, doubted_items(record), parts_named(record))
    if as_json:
        result = {**results_as_json(results), "hypotheses": str(stated) if stated else None}
        emit("attribute", result, problems)
        return
    if stated is not None:
        click.echo(f"hypotheses of {stated}, in place of those that the case recorded")
    for found in results:
        tell(found)
    show_problems(problems)


def tell(result: Attribution) -> None:
    """The story of one result on a terminal page."""
    known = "on independent labels" if result.labels == "independent" else "accepting the publishers' labels"
    click.secho(f"{result.case}:{result.item}, {known}", bold=True)
    for line in (result.opening, result.assumption, *result.warnings):
        if line:
            click.echo(f"  {line}")
    click.echo()
    if not result.pairs:
        click.echo("  Nothing is weighed: the case does not state two hypotheses or more.")
    for pair in result.pairs:
        if not pair.refused:
            _tell_pair(pair)
    _tell_refused([pair for pair in result.pairs if pair.refused])
    click.echo()


def _tell_pair(pair: PairWeight) -> None:
    grid = f"{bans(pair.lo)} … {bans(pair.hi)}"
    words = f"{bans(pair.reported)} bans ({ratio(pair.reported)} : 1), {pair.words}; grid {grid}"
    click.echo(f"  {pair.h1} : {pair.h2}  {words}")
    click.echo(f"      {pair.sentence}")
    for group in pair.groups:
        click.echo(f"      {group.group:<16} {bans(group.weight):>6}  {group.basis}")


def _tell_refused(pairs: list[PairWeight]) -> None:
    """Each refused pair with its rules, then each rule once with its first reason and what would lift it."""
    if not pairs:
        return
    click.secho(f"  No conclusion on {len(pairs)} of the pairs", bold=True)
    first: dict[str, tuple[PairWeight, Refusal]] = {}
    for pair in pairs:
        click.echo(f"  {pair.h1} : {pair.h2}  {', '.join(_rule(refusal) for refusal in pair.refused)}")
        for refusal in pair.refused:
            first.setdefault(refusal.rule, (pair, refusal))
    for pair, refusal in first.values():
        click.echo(f"  {_rule(refusal)}, as for {pair.h1} : {pair.h2}: {refusal.reason}")
        click.echo(f"      lifted by {refusal.lifted_by}")


def _rule(refusal: Refusal) -> str:
    return refusal.rule.replace("_", " ")
