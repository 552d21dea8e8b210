"""``sherd trace request``: ask a maker about a part, or a state about a weapon, and follow the answer."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import attrs
import click

from sherd.bootstrap import Settings, cut_out, workbench, written
from sherd.cli.files import write
from sherd.cli.options import clearance_of, common, utf_8
from sherd.cli.output import emit
from sherd.cli.trace.desk import Command, at, case_option, ready, save
from sherd.model.dates import Interval
from sherd.model.requests import CODINGS, Addressed, Gate, Standing
from sherd.model.supply import RequestStep, TraceRequest


@click.group()
def command() -> None:
    """Draft, approve and send trace requests, and follow their answers; every step is journaled."""


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


@command.command(short_help="Draft a request.")
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
    _tell_gates(gates)
    if whose is not None:
        _tell_owner(whose)
    for each in risks:
        click.echo(f"  {each.words}")


@command.command(short_help="Say more in a draft.")
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
    _tell_gates(gates)


@command.command(short_help="Show a request with all its steps.")
@click.argument("request")
@click.option("--out", type=click.Path(path_type=Path), help="Write the letters that left, once more.")
@case_option
@common
def show(
    request: str,
    out: Path | None,
    case: str | None,
    by: str | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Show what REQUEST asks, what it still needs, and what became of it; its letters again with --out."""
    from sherd.services.requests import find, gates_of, letters_of, standing_of

    if out is not None:
        ready(out)
    with workbench(Settings(store, now), create=False) as bench:
        table = at(bench, case, by)
        record = table.record
        found = find(record, request)
        stands, gates = standing_of(record, request, table.today), gates_of(record, found)
        letters = letters_of(table, record, request) if out is not None else {}
    steps = [step for step in record.steps if step.request == request]
    files = [] if out is None else [_put(out / name, content) for name, content in letters.items()]
    if as_json:
        told = {"state": stands.state, "steps": [_step_told(step) for step in steps], "files": files}
        emit("trace request show", {"request": request, "words": stands.words, **told})
        return
    click.secho(f"{request}: {stands.words}", bold=stands.overdue)
    if stands.state in {"draft", "approved"}:
        _tell_gates(gates)
    for step in steps:
        click.echo("  " + "; ".join(str(each) for each in _step_told(step).values() if each))
    for file in files:
        click.echo(file)


@command.command(short_help="Approve a draft.")
@click.argument("request")
@case_option
@common
def approve(
    request: str, case: str | None, by: str | None, store: str, as_json: bool, now: datetime | None
) -> None:
    """Approve REQUEST, so that it may be sent."""
    _step("approve", request, "approved", None, None, case, by, store, as_json, now)


@command.command(short_help="Write the letter and journal that it was sent.")
@click.argument("request")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder for the letter.")
@click.option("--from", "sender", required=True, callback=utf_8, help="Who asks, as the letter says it.")
@click.option("--language", default="en", show_default=True, help="en, fr, ru, uk or zh.")
@click.option(
    "--whole",
    multiple=True,
    help="Send this photograph whole, where no region of the marking is recorded; may be repeated.",
)
@clearance_of("partner", "What the addressee may see; the letter holds nothing above it.")
@case_option
@common
def send(
    request: str,
    out: Path,
    sender: str,
    language: str,
    whole: tuple[str, ...],
    clearance: str,
    case: str | None,
    by: str | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Write REQUEST as a letter (PDF, DOCX), and journal that it was sent; held until its gates are met."""
    from sherd.services.requests import send as sent

    ready(out)
    with workbench(Settings(store, now), create=False) as bench:
        letter = sent(at(bench, case, by), request, language, sender, written, cut_out, clearance, whole)
    files = save(letter.files, out, letter.enquiry.reference)
    if as_json:
        emit("trace request send", {"request": request, "files": files})
    else:
        click.echo("\n".join(files))


@command.command(short_help="Journal what happened to a request.")
@click.argument("request")
@click.argument(
    "state",
    type=click.Choice(("acknowledged", "clarification", "bounced", "no_reply", "verified", "closed")),
)
@click.option("--words", callback=utf_8, help="What was said, or why.")
@case_option
@common
def step(
    request: str,
    state: str,
    words: str | None,
    case: str | None,
    by: str | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Journal that REQUEST was acknowledged, bounced, verified, closed …"""
    _step("step", request, state, None, words, case, by, store, as_json, now)


@command.command(short_help="Journal an answer.")
@click.argument("request")
@click.option("--coding", type=click.Choice(CODINGS), required=True, help="What the answer comes to.")
@click.option("--words", callback=utf_8, help="The answer in its own words; of a refusal, its ground.")
@case_option
@common
def answer(
    request: str,
    coding: str,
    words: str | None,
    case: str | None,
    by: str | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Journal the answer to REQUEST and what it comes to."""
    _step("answer", request, "answered", coding, words, case, by, store, as_json, now)


@command.command(short_help="Where every request stands.")
@click.option("--ics", type=click.Path(path_type=Path), help="Write the days on which answers are due.")
@case_option
@common
def due(
    ics: Path | None, case: str | None, by: str | None, store: str, as_json: bool, now: datetime | None
) -> None:
    """Where every request stands, the overdue first."""
    from sherd.services.requests import due as listed
    from sherd.services.requests import reminders
    from sherd.trace.calendar import calendar

    with workbench(Settings(store, now), create=False) as bench:
        table = at(bench, case, by)
        record = table.record
    found = listed(record, table.today)
    if ics is not None:
        write(ics, calendar(reminders(record, table.today), table.at))
    if as_json:
        emit("trace request due", {"requests": [_plain(each) for each in found]})
        return
    for each in found:
        click.secho(f"{each.request}: {each.words}", bold=each.overdue)
    if not found:
        click.echo("The case has no trace request.")


def _step(
    verb: str,
    request: str,
    state: str,
    coding: str | None,
    words: str | None,
    case: str | None,
    by: str | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    from sherd.services.requests import held_by
    from sherd.services.requests import step as taken

    with workbench(Settings(store, now), create=False) as bench:
        table = at(bench, case, by)
        made = taken(table, request, state, coding=coding, words=words or None)
        missing = held_by(table.record, request) if state == "approved" else ()
    if as_json:
        emit(f"trace request {verb}", {"request": request, "step": made.id, "state": made.state})
    else:
        click.echo(f"{request}: {made.state.replace('_', ' ')}")
        _tell_gates(missing)


def _step_told(step: RequestStep) -> dict[str, str | None]:
    return {"at": step.at, "state": step.state, "coding": step.coding, "words": step.words, "by": step.by}


def _put(path: Path, content: bytes) -> str:
    write(path, content)
    return str(path)


def _plain(standing: Standing) -> dict[str, Any]:
    return {**attrs.asdict(standing, recurse=False), "due": str(standing.due) if standing.due else None}


def _tell_gates(gates: tuple[Gate, ...]) -> None:
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
