"""``sherd attribute ITEM``: weigh the accounts of who made an item."""

from __future__ import annotations

from datetime import datetime

import click

from sherd.bootstrap import Settings, workbench
from sherd.cli.options import common
from sherd.cli.output import emit
from sherd.model.weights import Attribution, PairWeight, Refusal
from sherd.publish.phrases import bans, ratio


@click.command()
@click.argument("item")
@common
def command(item: str, store: str, as_json: bool, now: datetime | None) -> None:
    """Weigh the accounts of who made ITEM (an id, or CASE:ID).

    Prints the weakest weight of evidence on a declared grid for every pair of hypotheses, and refuses, with
    the reason, where the evidence does not carry a conclusion. A refusal is an answer: the exit code is 0.
    """
    from sherd.attribute.plain import as_json as plain
    from sherd.attribute.weigh import attribute
    from sherd.compare.comparison import doubted_items
    from sherd.services.find import case_of

    with workbench(Settings(store, now), create=False) as bench:
        record, (id_,) = case_of(bench.store, [item])
    results = attribute(record, id_, doubted_items(record))
    if as_json:
        first, *others = [plain(result) for result in results]
        emit("attribute", {**first, "accepting_publisher_labels": others[0] if others else None})
        return
    for result in results:
        tell(result)


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
