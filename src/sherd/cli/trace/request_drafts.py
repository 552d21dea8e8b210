"""Drafts of trace requests: what is asked of whom, what is still missing, and whose the part is."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import attrs
import click

from sherd.bootstrap import Settings, workbench
from sherd.cli.options import common, utf_8
from sherd.cli.output import emit
from sherd.cli.trace.desk import Command, at, case_option
from sherd.model.dates import Interval
from sherd.model.requests import Addressed, Gate
from sherd.model.supply import TraceRequest

WORDS = {
    "--why": "Why it is asked, in a sentence that the addressee reads.",
    "--illicit": "For a state: why the weapon is held to be illicit.",
    "--legal-basis": "For a state: on which basis it is asked.",
    "--intended-use": "For a state: what the answer is for.",
}
"""What a request says, by the option that says it."""


def what_is_asked(called: Command) -> Command:
    """Add the options that say what a request asks, and by when."""
    day = click.DateTime(["%Y-%m-%d"])
    called = click.option("--due", type=day, help="By when an answer is asked for.")(called)
    for name, words in reversed(WORDS.items()):
        called = click.option(name, callback=utf_8, help=words)(called)
    return called


@click.command(short_help="Draft a request.")
@click.argument("about")
@click.option("--to", "party", required=True, help="The id of the party that is asked.")
@click.option(
    "--regime",
    type=click.Choice(("maker", "state")),
    default="maker",
    show_default=True,
    help="A maker is asked about a component, a state about a weapon.",
)
@what_is_asked
@case_option
@common
def draft(
    about: str,
    party: str,
    regime: str,
    why: str | None,
    illicit: str | None,
    legal_basis: str | None,
    intended_use: str | None,
    due: datetime | None,
    case: str | None,
    by: str | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Draft a request ABOUT a component (for a maker) or an item (for a state)."""
    from sherd.services.addressees import addressed, risk
    from sherd.services.part_dates import dates_read, of_item
    from sherd.services.requests import draft as drafted
    from sherd.services.requests import gates_of

    with workbench(Settings(store, now), create=False) as bench:
        table = at(bench, case, by)
        request = drafted(
            table,
            TraceRequest(
                case=table.case,
                id="",
                component=about if regime == "maker" else None,
                item=about if regime == "state" else None,
                to_party=party,
                regime=regime,
                state="draft",
                legal_basis=legal_basis,
                intended_use=intended_use,
                illicit=illicit,
                why=why,
                due=_day(due.date()) if due else None,
            ),
        )
        record = table.record
        read = dates_read(of_item(record, about), bench.identify, table.today).get(about, ())
        gates, risks = gates_of(record, request), risk(record, request, table.today, read)
        whose = addressed(record, request, read)
    if as_json:
        said: dict[str, Any] = {"request": request.id, "gates": [attrs.asdict(gate) for gate in gates]}
        said["retention"] = [each.words for each in risks]
        emit("trace request draft", {**said, "addressed": attrs.asdict(whose) if whose else None})
        return
    click.echo(f"drafted {request.id}")
    tell_gates(gates)
    if whose is not None:
        _tell_owner(whose)
    for each in risks:
        click.echo(f"  {each.words}")


@click.command(short_help="Say more in a draft.")
@click.argument("request")
@what_is_asked
@case_option
@common
def amend(
    request: str,
    why: str | None,
    illicit: str | None,
    legal_basis: str | None,
    intended_use: str | None,
    due: datetime | None,
    case: str | None,
    by: str | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Fill or change what the draft REQUEST says; what it said before stays in the journal."""
    from sherd.services.requests import amend as amended
    from sherd.services.requests import gates_of

    said = {"why": why, "illicit": illicit, "legal_basis": legal_basis, "intended_use": intended_use}
    with workbench(Settings(store, now), create=False) as bench:
        table = at(bench, case, by)
        changed = amended(table, request, said, _day(due.date()) if due else None)
        gates = gates_of(table.record, changed)
    if as_json:
        plain = [attrs.asdict(gate) for gate in gates]
        emit("trace request amend", {"request": request, "gates": plain})
        return
    click.echo(f"amended {request}")
    tell_gates(gates)


def tell_gates(gates: tuple[Gate, ...]) -> None:
    """What must be there before a request leaves, line by line."""
    for gate in gates:
        click.echo(f"  {'met    ' if gate.met else 'MISSING'} {gate.what}: {gate.said}")


def _tell_owner(whose: Addressed) -> None:
    today = " or ".join(whose.owners_today)
    click.echo(f"  brand {whose.brand} ({whose.basis}); maker then {' or '.join(whose.makers_then)}")
    click.echo(f"  owner today {today}: {whose.reason}")
    if not whose.among_owners:
        click.echo(
            f"  CHECK   the addressee: {whose.asked} bears the name of no owner today ({today}); a "
            "subsidiary may have another name, and a succession may be missing on record"
        )


def _day(day: date) -> Interval:
    return Interval(day, day)
