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
from sherd.cli.claims_articles import CANNOT, files_of, named, unreadable
from sherd.cli.options import common, utf_8
from sherd.cli.output import show_problems
from sherd.errors import WrongCall

if TYPE_CHECKING:
    from sherd.model.articles import Article
    from sherd.model.claims import Claim
    from sherd.model.columns import Column
    from sherd.model.record import CaseRecord
    from sherd.model.statements import Passage, Statement

KEYS = "a accept · e edit · r reject · w write why · s skip · z take back · q quit"
DECISIONS = {"a": "accept", "e": "edit", "r": "reject"}
PAST = {"accept": "accepted", "edit": "edited", "reject": "rejected"}
MEANWHILE = "decided meanwhile by somebody else"
CLEAR = "-"
"""What a person writes to empty a column."""


@click.command(short_help="Accept, edit or reject what was proposed.")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…", type=click.Path(path_type=Path))
@click.option("--case", callback=utf_8, help="The case that takes the claims, where the store holds several.")
@click.option("--by", callback=utf_8, help="Who decides; kept sealed.")
@common
def review(
    articles: tuple[Path, ...],
    case: str | None,
    by: str | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Decide on the statements proposed from each ARTICLE, one by one; what is accepted becomes a claim."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongCall(
            "the review of claims needs a terminal, and input or output is none", "Run it in a terminal."
        )
    from sherd.services.find import case_named

    files, problems = files_of(articles), []
    with workbench(Settings(store, now), create=False) as bench:
        who, case = _Who(by), case_named(bench.store, case).case.id
        for path in files:
            try:
                told, goes_on = _sit(bench, path, case, who)
            except CANNOT as error:
                if [path] == list(articles):
                    raise
                problems.append(unreadable(path, error))
                continue
            click.echo(f"{named(path)}: {told}" if len(files) > 1 else told)
            if not goes_on:
                break
    show_problems(problems)
    if problems:
        raise click.exceptions.Exit(1)


@define
class _Who:
    """Who decides: asked when there is something to decide, and once."""

    name: str | None

    def __call__(self) -> str:
        while not self.name:
            self.name = str(click.prompt("Who decides (kept sealed)")).strip()
        return self.name


def _sit(bench: Workbench, path: Path, case: str, who: _Who) -> tuple[str, bool]:
    """Decide until nothing waits or the person leaves; returns what it came to, and whether to go on."""
    from sherd.services.claims import proposed
    from sherd.services.claims_review import keys, pending

    shelf = press(bench, who.name)
    article, original = read_article(shelf, path)
    shelf.keep(article, original)
    said = proposed(shelf, article)
    if not said:
        return "nothing to decide: no statement is proposed from this article", True
    size, record = bench.store.size(), bench.store.load(case)
    waiting = pending(record, article, said)
    if not waiting:
        return f"nothing to decide: all {len(said)} statements of this article were decided on before", True
    sitting = _Sitting(bench, article, record, size, who(), keys(article, said), waiting)
    goes_on = True
    while sitting.waiting and goes_on:
        goes_on = sitting.one()
    done = ", ".join(f"{count} {what}" for what, count in sitting.done.items()) or "nothing decided"
    return f"{done}; {len(sitting.waiting)} to go", goes_on


@define
class _Sitting:
    """One person before the statements of one article; ``waiting`` are those still to be decided."""

    bench: Workbench
    article: Article
    record: CaseRecord
    size: int
    """How many events the store had when the record was read."""
    by: str
    known: Mapping[str, Statement]
    waiting: dict[str, Statement]
    done: Counter[str] = field(factory=Counter)

    def one(self) -> bool:
        """Show the first statement that waits and do what the key says; returns whether to go on."""
        self._catch_up()
        if not self.waiting:
            return True
        key, statement = next(iter(self.waiting.items()))
        self._show(key, statement)
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

    def _catch_up(self) -> None:
        """See the case as it stands now, and put away what somebody else has decided meanwhile."""
        from sherd.services.claims_review import pending

        size = self.bench.store.size()
        if size == self.size:
            return
        self.size = size
        self.record = self.bench.store.load(self.record.case.id)
        open_ = pending(self.record, self.article, self.known.values())
        settled = [key for key in self.waiting if key not in open_]
        for key in settled:
            del self.waiting[key]
        if settled:
            click.secho(f"   {len(settled)} {MEANWHILE}", fg="yellow")
            self.done[MEANWHILE] += len(settled)

    def _show(self, key: str, statement: Statement) -> None:
        from sherd.cli.claims import page
        from sherd.services.claims_review import standing

        click.echo()
        click.secho(f"({len(self.waiting)} to go)", bold=True)
        for line in page(statement):
            click.echo(folded(line.lstrip(), line[: len(line) - len(line.lstrip())]))
        if context := around(self.article.text, statement.content):
            click.secho(folded(f"in: {context}", "     "), dim=True)
        was = standing(self.record, key)
        if was is not None and was.disorder is not None:
            column, days = was.disorder
            wrong = (
                f"recorded as {was.id}, but {column} … is {days}, an end before its beginning: decide anew"
            )
            click.secho(folded(wrong, "   "), fg="red")
        click.echo(folded(KEYS, " "))

    def _decide(self, key: str, statement: Statement, decision: str, why: str) -> None:
        from sherd.services.claims_review import Overtaken, decide

        changes, following = self._edited(key, statement) if decision == "edit" else ({}, {})
        if decision == "edit" and not why:
            why = asked_why()
        plain = f"{PAST[decision]} at the bench" + (f", {', '.join(changes)} written anew" if changes else "")
        if "by_model" in statement.flags:
            plain += ", proposed by a language model"
        at = self.bench.clock().isoformat(timespec="seconds")
        reason = f"{plain}: {why}" if why else plain
        del self.waiting[key]
        try:
            claim = decide(
                self.bench.store,
                self.record,
                self.article,
                key,
                statement,
                decision,
                reason,
                self.by,
                at,
                {**changes, **following},
            )
        except Overtaken as overtaken:
            click.secho(folded(str(overtaken), "   "), fg="yellow")
            self.done[MEANWHILE] += 1
            return
        click.secho(f"   {decision}{f': {claim.id}' if claim else ''}", fg="green")
        self.done[PAST[decision]] += 1

    def _edited(self, key: str, statement: Statement) -> tuple[dict[str, Any], dict[str, Any]]:
        """The columns that a person writes anew, those of an earlier decision first, and what follows."""
        from sherd.model.statements import as_claim
        from sherd.services.claims_review import EDITABLE, in_step, standing
        from sherd.services.press import source_row

        published = source_row(self.article).published
        proposed = as_claim(statement, self.record.case.id, key, published=published)
        was = standing(self.record, key)
        names = [column.attribute for column in EDITABLE] if was is not None else []
        written = {name: value for name in names if (value := getattr(was, name)) != getattr(proposed, name)}
        changes = _edited(proposed, written)
        following = in_step(proposed, changes)
        for name, value in following.items():
            click.echo(folded(f"{name}: {_shown(value) or 'emptied'}, since you wrote that anew", "   "))
        return changes, following

    def _take_back(self) -> None:
        """The statement whose decision was taken back lies on the bench again, where this article has it."""
        from sherd.services.claims_review import take_back

        taken = take_back(self.bench.store, self.record, self.by)
        if taken is None:
            click.echo(f"   nothing was decided at the bench by {self.by} that could be taken back")
            return
        self.done["taken back"] += 1
        click.secho(f"   {taken.decision} of {taken.subject}: taken back", fg="yellow")
        if taken.subject in self.known:
            self.waiting = {taken.subject: self.known[taken.subject], **self.waiting}


REACH = 200
"""Characters of the paragraph that are shown before and behind a passage."""


def around(text: str, passage: Passage) -> str:
    r"""The paragraph in which a passage stands, cut to what is near it; empty where it holds nothing else.

    >>> from sherd.model.statements import Passage
    >>> around("News\nKenya sold pumps, Chad said.\n", Passage(5, 21, "Kenya sold pumps"))
    'Kenya sold pumps, Chad said.'
    """
    first = text.rfind("\n", 0, passage.start) + 1
    last = text.find("\n", passage.end)
    last = len(text) if last < 0 else last
    begin, end = max(first, passage.start - REACH), min(last, passage.end + REACH)
    if begin > first:
        begin = text.find(" ", begin, passage.start) + 1 or passage.start
    if end < last:
        end = max(text.rfind(" ", passage.end, end), passage.end)
    near = " ".join(text[begin:end].split())
    if near == " ".join(passage.text.split()):
        return ""
    return f"{'… ' if begin > first else ''}{near}{' …' if end < last else ''}"


def _edited(claim: Claim, changes: dict[str, Any]) -> dict[str, Any]:
    """The columns that a person wrote anew; what a column cannot take is said, and the column stays."""
    from sherd.services.claims_review import EDITABLE, disorder

    named = {column.name: column for column in EDITABLE}
    for number, column in enumerate(EDITABLE, 1):
        click.echo(f"   {number:2} {column.name:13} {_shown(_now(claim, changes, column))}")
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


def _now(claim: Claim, changes: Mapping[str, Any], column: Column) -> object:
    """What a column holds: as a person wrote it, else as it was proposed."""
    return changes.get(column.attribute, getattr(claim, column.attribute))


def _write(column: Column, claim: Claim, changes: dict[str, Any]) -> None:
    from sherd.record.problems import BadCell
    from sherd.services.claims_review import written

    was = _now(claim, changes, column)
    choice = f" ({', '.join(column.words)})" if column.words else ""
    cell = str(click.prompt(f"   {column.name}{choice}, {CLEAR} empties it", default=_shown(was))).strip()
    try:
        value = written(column, "" if cell == CLEAR else cell)
    except BadCell as error:
        click.secho(f"   {column.name} stays: {error.do}", fg="red")
        return
    if value == getattr(claim, column.attribute):
        changes.pop(column.attribute, None)
    else:
        changes[column.attribute] = value


def _shown(value: object) -> str:
    """A value as a cell of the sheet shows it, and as it can be written again.

    >>> from sherd.model.dates import Interval
    >>> _shown(("Financial Times", "an official")), _shown(Interval.parse("/2023-08-14"))
    ('Financial Times | an official', '/2023-08-14')
    """
    from sherd.model.dates import Interval

    if isinstance(value, tuple):
        return " | ".join(map(str, value))
    if isinstance(value, Interval):
        return value.words if " " not in value.words else str(value)
    return "" if value is None else str(value)
