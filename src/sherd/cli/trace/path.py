"""``sherd trace path ITEM``: maker, parties, weapon, recovery; each leg documented, inferred or missing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import attrs
import click

from sherd.bootstrap import Settings, workbench
from sherd.cli.files import write
from sherd.cli.options import common
from sherd.cli.output import emit
from sherd.errors import WrongCall
from sherd.model.dates import Interval
from sherd.model.paths import Road

SHOWN = 5
"""So many paths of a road are shown on the terminal; --json has all."""


@click.command()
@click.argument("item")
@click.option("--component", metavar="ID", help="Only the road of this component.")
@click.option(
    "--format", "form", type=click.Choice(("graphml", "gexf")), help="Write the graph for other tools."
)
@click.option("--out", type=click.Path(path_type=Path), help="Where to write the graph.")
@common
def command(
    item: str,
    component: str | None,
    form: str | None,
    out: Path | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Lay out by which roads the components of ITEM can have come, and where no record leads on."""
    from sherd.publish.phrases import FAIRNESS
    from sherd.services.find import case_of
    from sherd.services.supply import roads

    if (form is None) != (out is None):
        raise WrongCall("--format and --out go together", "Give both to write the graph, or neither.")
    with workbench(Settings(store, now), create=False) as bench:
        record, ids = case_of(bench.store, [item])
    found = roads(record, ids[0], component)
    if out is not None:
        from sherd.publish.formats.gexf import gexf
        from sherd.publish.formats.graphml import graphml

        write(out, (graphml if form == "graphml" else gexf)(found, FAIRNESS))
    if as_json:
        plain = [attrs.asdict(road, value_serializer=_plain) for road in found]
        emit("trace path", {"case": record.case.id, "item": ids[0], "roads": plain, "fairness": FAIRNESS})
        return
    _tell(found, FAIRNESS)
    if out is not None:
        click.echo(f"wrote {out}")


def _plain(_instance: object, _field: object, value: object) -> object:
    return str(value) if isinstance(value, Interval) else value


def _tell(found: tuple[Road, ...], fairness: str) -> None:
    if not found:
        click.echo("No component of the item has an ordering code or a transfer on record.")
    bare = [road for road in found if not road.has_transfers]
    for road in found:
        if road not in bare:
            _tell_road(road)
    if bare:
        others = f"{len(bare)} other component{'s' if len(bare) > 1 else ''}"
        click.echo(f"No transfer is on record for {others} whose ordering code is known.")
    click.echo(fairness)


def _tell_road(road: Road) -> None:
    click.secho(f"{road.component}: {road.part or 'ordering code not known'}", bold=True)
    for path in road.paths[:SHOWN]:
        click.echo(f"  {path.words}")
        click.echo(f"    as a whole: {path.weakest.replace('_', ' ')}")
    if len(road.paths) > SHOWN or road.more_paths:
        click.echo(f"  … and {len(road.paths) - SHOWN}{' or more' if road.more_paths else ''} other paths")
    for timing in road.timings:
        if timing.kind == "listing" or timing.when in {"during", "overlaps"}:
            click.echo(f"  {timing.transfer}: {timing.words}")
    for tie in road.ties:
        click.echo(
            f"  beside the road ({'documented' if tie.leg.is_documented else 'not documented'}): {tie.words}"
        )
    for point in road.diversions:
        click.echo(f"  {point.transfer}: {point.words}")
    for limit in road.limits:
        click.echo(f"  limit: {limit}")
