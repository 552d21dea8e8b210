"""``sherd trace request``: ask a maker about a part, or a state about a weapon, and follow the answer."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import attrs
import click

from sherd.bootstrap import Settings, cut_out, workbench, written
from sherd.cli.files import write
from sherd.cli.options import clearance_of, common, utf_8
from sherd.cli.output import emit
from sherd.cli.trace.desk import at, case_option, ready, save, sender_option
from sherd.cli.trace.request_drafts import amend, draft, tell_gates
from sherd.model.requests import CODINGS, Standing
from sherd.model.supply import RequestStep


@click.group()
def command() -> None:
    """Draft, approve and send trace requests, and follow their answers; every step is journaled."""


command.add_command(draft)
command.add_command(amend)


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
        tell_gates(gates)
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
@sender_option
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
        tell_gates(missing)


def _step_told(step: RequestStep) -> dict[str, str | None]:
    return {"at": step.at, "state": step.state, "coding": step.coding, "words": step.words, "by": step.by}


def _put(path: Path, content: bytes) -> str:
    write(path, content)
    return str(path)


def _plain(standing: Standing) -> dict[str, Any]:
    return {**attrs.asdict(standing, recurse=False), "due": str(standing.due) if standing.due else None}
