"""``sherd claims review``: one proposed statement after the other; one key decides, and it is journaled.

``a`` accepts, ``e`` corrects before accepting, ``r`` rejects, ``w`` writes why before deciding, ``s`` skips
for now, ``z`` takes the last decision back, ``q`` leaves.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import define, field

from sherd.bootstrap import Settings, Workbench, press, read_article, workbench
from sherd.cli.bench import asked_why, folded, pressed
from sherd.cli.options import common, utf_8
from sherd.errors import NotFound, WrongCall

if TYPE_CHECKING:
    from sherd.model.articles import Article
    from sherd.model.claims import Claim
    from sherd.model.columns import Column
    from sherd.model.statements import Statement

KEYS = "a accept · e edit · r reject · w write why · s skip · z take back · q quit"
DECISIONS = {"a": "accept", "e": "edit", "r": "reject"}
PAST = {"accept": "accepted", "edit": "edited", "reject": "rejected"}
CLEAR = "-"
"""What a person writes to empty a column."""


@click.command(short_help="Accept, edit or reject what was proposed.")
@click.argument("article", type=click.Path(path_type=Path))
@click.option("--case", required=True, callback=utf_8, help="The case that takes the claims.")
@click.option("--by", callback=utf_8, help="Who decides; kept sealed.")
@common
def review(article: Path, case: str, by: str | None, store: str, as_json: bool, now: datetime | None) -> None:
    """Decide on the statements proposed from ARTICLE, one by one; what is accepted becomes a claim."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongCall(
            "the review of claims needs a terminal, and input or output is none", "Run it in a terminal."
        )
    with workbench(Settings(store, now), create=False) as bench:
        if case not in bench.store.cases():
            raise NotFound(f"the store holds no case {case!r}", "Record it first.")
        done = _sit(bench, article, case, by)
    click.echo(", ".join(f"{count} {what}" for what, count in done.items()) or "nothing to decide")


def _sit(bench: Workbench, path: Path, case: str, by: str | None) -> Counter[str]:
    from sherd.services.claims import proposed
    from sherd.services.claims_review import keys, pending

    shelf = press(bench, by)
    article, original = read_article(shelf, path)
    shelf.keep(article, original)
    said = proposed(shelf, article)
    waiting = pending(bench.store.load(case), article, said)
    if not said:
        return Counter()
    if waiting:
        by = by or click.prompt("Who decides (kept sealed)").strip()
    sitting = _Sitting(bench, article, case, by or "", keys(article, said), dict(waiting))
    while sitting.waiting and sitting.one():
        pass
    return sitting.done


@define
class _Sitting:
    """One person before the statements of one article; ``waiting`` are those still to be decided."""

    bench: Workbench
    article: Article
    case: str
    by: str
    known: Mapping[str, Statement]
    waiting: dict[str, Statement]
    done: Counter[str] = field(factory=Counter)

    def one(self) -> bool:
        """Show the first statement that waits and do what the key says; returns whether to go on."""
        key, statement = next(iter(self.waiting.items()))
        self._show(statement)
        choice, why = pressed("aerszq", KEYS)
        if choice == "q":
            return False
        if choice == "z":
            self._take_back()
        elif choice == "s":
            self.done["skipped"] += 1
            del self.waiting[key]
        else:
            self._decide(key, statement, DECISIONS[choice], why)
        return True

    def _show(self, statement: Statement) -> None:
        from sherd.cli.claims import page

        click.echo()
        click.secho(f"({len(self.waiting)} to go)", bold=True)
        for line in page(statement):
            click.echo(folded(line.lstrip(), line[: len(line) - len(line.lstrip())]))
        click.echo(folded(KEYS, " "))

    def _decide(self, key: str, statement: Statement, decision: str, why: str) -> None:
        from sherd.model.statements import as_claim
        from sherd.services.claims_review import decide

        changes = _edited(as_claim(statement, self.case, key)) if decision == "edit" else {}
        if decision == "edit" and not why:
            why = asked_why()
        plain = f"{PAST[decision]} at the bench" + (f", {', '.join(changes)} written anew" if changes else "")
        if "by_model" in statement.flags:
            plain += ", proposed by a language model"
        at = self.bench.clock().isoformat(timespec="seconds")
        claim = decide(
            self.bench.store, self.bench.store.load(self.case), self.article, key, statement, decision,
            f"{plain}: {why}" if why else plain, self.by, at, changes,
        )  # fmt: skip
        click.secho(f"   {decision}{f': {claim.id}' if claim else ''}", fg="green")
        self.done[PAST[decision]] += 1
        del self.waiting[key]

    def _take_back(self) -> None:
        """The statement whose decision was taken back lies on the bench again, where this article has it."""
        from sherd.services.claims_review import take_back

        taken = take_back(self.bench.store, self.bench.store.load(self.case), self.by)
        if taken is None:
            click.echo("   nothing was decided at the bench that could be taken back")
            return
        self.done["taken back"] += 1
        click.secho(f"   {taken.decision} of {taken.subject}: taken back", fg="yellow")
        if taken.subject in self.known:
            self.waiting = {taken.subject: self.known[taken.subject], **self.waiting}


def _edited(claim: Claim) -> dict[str, Any]:
    """The columns that a person wrote anew; what a column cannot take is said, and the column stays."""
    from sherd.services.claims_review import EDITABLE, disorder

    named = {column.name: column for column in EDITABLE}
    changes: dict[str, Any] = {}
    for number, column in enumerate(EDITABLE, 1):
        click.echo(f"   {number:2} {column.name:13} {_shown(getattr(claim, column.attribute))}")
    while True:
        wanted = str(
            click.prompt("   column, by name or number (Enter: done)", default="", show_default=False)
        ).strip()
        if not wanted:
            wrong = disorder(claim, changes)
            if wrong is None:
                return changes
            click.secho(f"   {wrong}: write one of the two days anew", fg="red")
            continue
        if wanted.isdecimal() and 0 < int(wanted) <= len(EDITABLE):
            wanted = EDITABLE[int(wanted) - 1].name
        if wanted in named:
            _write(named[wanted], claim, changes)
        else:
            click.secho(f"   no column {wanted!r}: write a number from 1 to {len(EDITABLE)}", fg="red")


def _write(column: Column, claim: Claim, changes: dict[str, Any]) -> None:
    from sherd.record.problems import BadCell
    from sherd.services.claims_review import written

    was = getattr(claim, column.attribute)
    choice = f" ({', '.join(column.words)})" if column.words else ""
    cell = str(click.prompt(f"   {column.name}{choice}, {CLEAR} empties it", default=_shown(was))).strip()
    try:
        value = written(column, "" if cell == CLEAR else cell)
    except BadCell as error:
        click.secho(f"   {column.name} stays: {error.do}", fg="red")
        return
    if value == was:
        changes.pop(column.attribute, None)
    else:
        changes[column.attribute] = value


def _shown(value: object) -> str:
    """A value as a cell of the sheet shows it.

    >>> _shown(("Financial Times", "an official"))
    'Financial Times | an official'
    """
    from sherd.model.dates import Interval

    if isinstance(value, tuple):
        return " | ".join(map(str, value))
    return value.words if isinstance(value, Interval) else "" if value is None else str(value)
