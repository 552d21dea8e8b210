"""``sherd compare ITEM…``: what items share, where they differ, and what nobody looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

import click

from sherd.bootstrap import Settings, workbench
from sherd.cli.options import common
from sherd.cli.output import emit, progress
from sherd.model.findings import Comparison, FeatureFinding

SIGNS = {"shared": "=", "similar": "≈", "differs": "≠"}


@click.command()
@click.argument("items", nargs=-1, metavar="[ITEM…]")
@click.option("--with", "with_", multiple=True, metavar="REFERENCE", help="Compare only with these items.")
@common
def command(
    items: tuple[str, ...], with_: tuple[str, ...], store: str, as_json: bool, now: datetime | None
) -> None:
    """Compare ITEMS component by component; without any, all items of the case with each other.

    A component that nobody examined is never a difference. Two records that may be one physical object are
    named and count once.
    """
    from sherd.compare.comparison import compare
    from sherd.compare.json import as_json as plain
    from sherd.services.find import case_of

    with workbench(Settings(store, now), create=False) as bench:
        record, ids = case_of(bench.store, [*items, *with_])
    with progress() as show:
        show("comparing", 0, None)
        found = compare(record, ids[: len(items)], ids[len(items) :])
    if as_json:
        emit("compare", plain(found))
    else:
        tell(found)


def tell(found: Comparison) -> None:
    """The comparison on a terminal page; what was not examined is counted, and listed in the JSON alone."""
    for same in found.same_objects:
        click.secho(
            f"possibly one object: {same.a} and {same.b}: {'; '.join(same.reasons)}. {same.counted}",
            bold=True,
        )
    for pair in found.pairs:
        if pair.state != "not_examined":
            click.echo(f"{pair.a} {SIGNS[pair.state]} {pair.b}  {pair.component}: {pair.basis}")
    _tell_features(found.features)
    for summary in found.summaries:
        click.echo(
            f"{summary.a} : {summary.b}  shared {summary.shared}, similar {summary.similar}, "
            f"differs {summary.differs}, not examined {summary.not_examined}"
        )
    for part in found.sharing:
        if len(part.specimens) > 1:
            click.echo(f"{part.part}: {part.basis}")
    for line in found.left_out:
        click.echo(line)


def _tell_features(features: Iterable[FeatureFinding]) -> None:
    unseen: Counter[tuple[str, str]] = Counter()
    for feature in features:
        other = f"{feature.other_kind} {feature.other}"
        if feature.state == "not_examined":
            unseen[feature.item, other] += 1
        else:
            click.echo(f"{feature.item} {SIGNS[feature.state]} {other}  {feature.feature}: {feature.basis}")
    for (item, other), count in unseen.items():
        click.echo(f"{item} : {other}  features not examined {count}")
