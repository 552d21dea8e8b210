"""``sherd claims write``, ``withdraw`` and ``judge``: a claim by hand, and how a find bears on a claim."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from sherd.bootstrap import Settings, workbench
from sherd.cli.options import common, utf_8
from sherd.cli.output import emit
from sherd.errors import WrongCall
from sherd.model.claims import WRITABLE
from sherd.model.judgements import BearingDecision

if TYPE_CHECKING:
    from sherd.model.judgements import Judgement

Command = TypeVar("Command", bound=Callable[..., Any])

HELP = {
    "speaker": "Who said it.",
    "speaker_kind": "What kind of voice: person, state, organisation, outlet, document …",
    "on_behalf_of": "For whom it is said: the state or house that a minister or spokesman speaks for.",
    "chain": "Through whom it came, the outermost first, with | between.",
    "polarity": "assert, deny (the proposition stays positive), urge or concede.",
    "act": "How it was said: said, wrote, signed …",
    "mode": "How it is given: direct_quote, indirect …",
    "hedge": "The words that hedge it, as reportedly.",
    "actor": "Who is said to have done it.",
    "action": "What was done: SUPPLY, USE, PRODUCE …; OTHER where no word fits.",
    "object": "With what.",
    "recipient": "To whom.",
    "place": "Where.",
    "quantity": "How many.",
    "said_from": "The day, or first day, on which it was said.",
    "said_to": "The last day on which it can have been said.",
    "event_from": "When it is said to have happened, or begun.",
    "event_to": "When it is said to have ended.",
    "paraphrase": "What is claimed, in your words.",
    "quote": "The exact words, where there are any.",
    "proposition": "The proposition that it is on, as other claims of the case name it.",
    "source": "The source: the id of a row in sources.",
    "locator": "Where in the source.",
    "release": "Who may see it: public, partner, team or sealed.",
    "note": "Anything else; kept sealed.",
}


def columns_as_options(called: Command) -> Command:
    """An option for each column of the sheet, by its name."""
    for column in reversed(WRITABLE):
        option = f"--{column.name.replace('_', '-')}"
        called = click.option(option, column.name, callback=utf_8, help=HELP[column.name])(called)
    return called


def bench_options(called: Command) -> Command:
    """``--case`` and ``--by``, for what a person writes or decides."""
    called = click.option("--by", callback=_named, required=True, help="Who does it; kept sealed.")(called)
    return click.option("--case", callback=utf_8, help="The case, where the store holds several.")(called)


def _named(context: click.Context, parameter: click.Parameter, value: str) -> str:
    said = (utf_8(context, parameter, value) or "").strip()
    if not said:
        raise click.BadParameter("say who", context, parameter)
    return said


@click.command(short_help="Write a claim by hand, with a source and no text.")
@click.option("--id", "id_", callback=utf_8, help="The id; of a claim written by hand before, to correct it.")
@columns_as_options
@bench_options
@common
def write(
    id_: str | None,
    case: str | None,
    by: str,
    store: str,
    as_json: bool,
    now: datetime | None,
    **cells: str | None,
) -> None:
    """Write a claim by hand: who said what, in which source, when.

    Each column of the sheet claims is an option. With the --id of a claim that was written so before, the
    columns that are given take the place of what stood there; an empty one ("") empties it.
    """
    from sherd.services.claims_by_hand import write as written
    from sherd.services.find import case_named

    given = {name: cell for name, cell in cells.items() if cell is not None}
    if not given:
        raise WrongCall(
            "nothing was written", "Give at least speaker, polarity, action, paraphrase and source."
        )
    with workbench(Settings(store, now), create=False) as bench:
        record = case_named(bench.store, case)
        was = next((claim for claim in record.claims if claim.id == id_), None)
        claim = written(bench.store, record.case.id, given, by, id_)
    if as_json:
        emit("claims write", {"id": claim.id, "corrected": was is not None})
    else:
        click.echo(f"{claim.id}: {'corrected' if was else 'recorded'}: {claim.speaker}: {claim.paraphrase}")


@click.command(short_help="Withdraw a claim written by hand.")
@click.argument("claim", callback=utf_8)
@click.option("--reason", callback=utf_8, required=True, help="Why; it stands beside the withdrawal.")
@bench_options
@common
def withdraw(
    claim: str,
    reason: str,
    case: str | None,
    by: str,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Withdraw CLAIM, which was written by hand or taken from an article; the journal keeps it, and why."""
    from sherd.services.claims_by_hand import withdraw as taken
    from sherd.services.find import case_named

    with workbench(Settings(store, now), create=False) as bench:
        at = bench.clock().isoformat(timespec="seconds")
        gone = taken(bench.store, case_named(bench.store, case).case.id, claim, reason, by, at)
    if as_json:
        emit("claims withdraw", {"id": gone.id, "reason": reason})
    else:
        click.echo(f"{gone.id}: withdrawn, because {reason}: {gone.speaker}: {gone.paraphrase}")


@click.command(short_help="Judge how a find bears on a claim.")
@click.argument("claim", callback=utf_8)
@click.argument("find", callback=utf_8)
@click.argument("decision", type=click.Choice(get_args(BearingDecision)))
@click.option("--reason", callback=utf_8, required=True, help="Why; it is printed beside the claim.")
@bench_options
@common
def judge(
    claim: str,
    find: str,
    decision: BearingDecision,
    reason: str,
    case: str | None,
    by: str,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Judge that FIND, an item or component, supports or undermines CLAIM, or bears on neither."""
    from sherd.services.claims_by_hand import judge as judged
    from sherd.services.find import case_named

    with workbench(Settings(store, now), create=False) as bench:
        at = bench.clock().isoformat(timespec="seconds")
        id_ = case_named(bench.store, case).case.id
        made: Judgement = judged(bench.store, id_, claim, find, decision, reason, by, at)
    if as_json:
        emit("claims judge", {"id": made.id, "subject": made.subject, "decision": made.decision})
    else:
        click.echo(f"{made.subject}: {made.decision}, because {made.reason}")
