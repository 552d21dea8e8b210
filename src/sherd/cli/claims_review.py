"""``sherd claims review``: one proposed statement after the other; one key decides, and it is journaled.

``a`` accepts, ``e`` edits before accepting, ``r`` rejects, ``s`` skips for now, ``q`` leaves.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sherd.bootstrap import Settings, Workbench, read_article, workbench
from sherd.cli.bench import folded
from sherd.cli.options import common, utf_8
from sherd.errors import NotFound, WrongCall

if TYPE_CHECKING:
    from sherd.model.articles import Article
    from sherd.model.statements import Statement

KEYS = "a accept · e edit · r reject · s skip · q quit"
PAST = {"accept": "accepted", "edit": "edited", "reject": "rejected"}
EDITED = ("paraphrase", "proposition", "hedge", "note")
"""The columns of a claim that a person may write anew at the bench."""


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
    from sherd.services.claims import propose, read
    from sherd.services.claims_review import pending

    article, original = read_article(path, None)
    article = read(bench.store, bench.blobs, article, original, by).article
    said, _ = propose(article)
    waiting = pending(bench.store.load(case), article, said)
    done: Counter[str] = Counter()
    if not waiting:
        return done
    person = by or click.prompt("Who decides (kept sealed)").strip()
    for number, statement in enumerate(waiting):
        if not _one(bench, article, statement, case, person, len(waiting) - number, done):
            break
    return done


def _one(
    bench: Workbench,
    article: Article,
    statement: Statement,
    case: str,
    person: str,
    left: int,
    done: Counter[str],
) -> bool:
    """Show one statement and do what the key says; returns whether to go on."""
    from sherd.cli.claims import page
    from sherd.services.claims_review import decide

    click.echo()
    click.secho(f"({left} to go)", bold=True)
    for line in page(statement):
        click.echo(folded(line.lstrip(), line[: len(line) - len(line.lstrip())]))
    click.echo(folded(KEYS, " "))
    key = _key()
    if key == "q":
        return False
    if key == "s":
        done["skipped"] += 1
        return True
    changes = _edited(statement) if key == "e" else {}
    decision = {"a": "accept", "e": "edit", "r": "reject"}[key]
    reason = f"{PAST[decision]} at the bench" + (f": {', '.join(changes)} written anew" if changes else "")
    at = bench.clock().isoformat(timespec="seconds")
    record = bench.store.load(case)
    claim = decide(bench.store, record, article, statement, decision, reason, person, at, changes)
    click.secho(f"   {decision}{f': {claim.id}' if claim else ''}", fg="green")
    done[PAST[decision]] += 1
    return True


def _key() -> str:
    while True:
        key = click.getchar().casefold()
        if key in {"\x03", "\x04", ""}:
            raise KeyboardInterrupt
        if key in "aersq":
            return key


def _edited(statement: Statement) -> dict[str, str]:
    """The columns that a person wrote anew; an empty answer leaves what was proposed."""
    proposed = {"paraphrase": statement.claim, "hedge": statement.hedge.text if statement.hedge else ""}
    written = {}
    for column in EDITED:
        default = proposed.get(column, "")
        value = click.prompt(f"   {column}", default=default, show_default=bool(default)).strip()
        if value and value != proposed.get(column, ""):
            written[column] = value
    return written
