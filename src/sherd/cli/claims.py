"""``sherd claims``: what documents say that people said."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sherd.bootstrap import Settings, language_model, press, read_article, workbench
from sherd.cli.claims_articles import CANNOT, any_unread, files_of, named, unreadable
from sherd.cli.claims_ledger import ledger, watch
from sherd.cli.claims_review import review
from sherd.cli.claims_write import judge, withdraw, write
from sherd.cli.options import DayType, common, utf_8
from sherd.cli.output import Progress, progress, show_problems

if TYPE_CHECKING:
    from sherd.model.problems import Problem
    from sherd.model.statements import Statement
    from sherd.ports import Model
    from sherd.services.claims import Reading
    from sherd.services.press import Press


@click.group()
def command() -> None:
    """Read who said what, with exact quotes, and set it against the findings."""


for each in (ledger, watch, review, write, withdraw, judge):
    command.add_command(each)


@command.command(short_help="Propose the statements of an article.")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…", type=click.Path(path_type=Path))
@click.option(
    "--published", type=DayType(), help="The day of publication, where the document does not state it."
)
@click.option("--outlet", callback=utf_8, help="The outlet, where the document does not state it.")
@click.option("--author", callback=utf_8, help="The author, where the document does not state one.")
@click.option("--language", callback=utf_8, help="The language, as en, where it is not told rightly.")
@click.option("--encoding", callback=utf_8, help="The encoding of a text that is not UTF-8 or UTF-16.")
@click.option("--model-url", metavar="URL", help="Ask this language model too, as http://127.0.0.1:11434/v1.")
@click.option(
    "--model", metavar="NAME", callback=utf_8, help="Which model to ask there; off unless both are given."
)
@click.option(
    "--model-patience",
    metavar="SECONDS",
    type=click.FloatRange(min=0.1, max=86_400),
    help="How long its answer to one part of an article may take; 120 unless given.",
)
@click.option("--by", callback=utf_8, help="Who records; kept sealed.")
@common
def read(
    articles: tuple[Path, ...],
    published: date | None,
    outlet: str | None,
    author: str | None,
    language: str | None,
    encoding: str | None,
    model_url: str | None,
    model: str | None,
    model_patience: float | None,
    by: str | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Read each ARTICLE (a text, a web page, a PDF, or a folder of them) into statements: who says what, in
    which words.

    Every statement is a proposal with the exact passages it rests on; a person decides. The original is
    kept, and reading it again changes nothing. With --json, one JSON line a statement.
    """
    if (model_url is None) != (model is None):
        raise click.UsageError("--model-url and --model belong together")
    if model_patience is not None and model is None:
        raise click.UsageError("--model-patience is for a model: give --model-url and --model too")
    asked = language_model(model_url, model, model_patience) if model_url and model else None
    given = {"published": published, "outlet": outlet, "author": author, "language": language}
    given = {name: value for name, value in given.items() if value}
    problems: list[Problem] = []
    files = files_of(articles)
    told: dict[str, Path] = {}
    with workbench(Settings(store, now), create=True) as bench, progress(printing=True) as show:
        shelf = press(bench, by)
        for number, path in enumerate(files, 1):
            alone = [path] == list(articles)
            problems += _one(shelf, path, encoding, given, asked, show, told, as_json=as_json, alone=alone)
            show("reading", number, len(files))
    show_problems(problems, every=as_json)
    if any_unread(problems) or any(problem.code == "model_failed" for problem in problems):
        raise click.exceptions.Exit(1)


def _one(
    shelf: Press,
    path: Path,
    encoding: str | None,
    given: Mapping[str, Any],
    model: Model | None,
    show: Progress,
    told: dict[str, Path],
    *,
    as_json: bool,
    alone: bool,
) -> tuple[Problem, ...]:
    """Read one article and tell its statements, once; one of several that cannot be read is a problem.

    ``told`` has where each document lay that was told in this call, by its digest.
    """
    from attrs import evolve

    from sherd.services.claims import read as take

    try:
        article, original = read_article(shelf, path, encoding)
    except CANNOT as error:
        if alone:
            raise
        return (unreadable(path, error),)
    if (before := told.setdefault(article.sha256, path)) is not path:
        same = f"the same document as {named(before)}, byte for byte, and told there"
        click.echo(f"{named(path)}: {same}", err=as_json)
        return ()
    with _inside(show) as lines:  # closed before anything of the article is printed
        reading = take(shelf, evolve(article, **given), original, model, lines)
    if as_json:
        _lines(reading)
    else:
        tell(reading)
    return reading.problems


def _inside(show: Progress) -> AbstractContextManager[Progress]:
    """What tells how far one article is read: the bar of all where there is one, else one of its own."""
    return progress() if sys.stdout.isatty() else nullcontext(show)


def _lines(reading: Reading) -> None:
    """The statements as JSON lines on stdout; what was rejected on stderr."""
    from sherd.model.statement_lines import to_lines

    for line in to_lines(reading.statements):
        click.echo(line.encode())
    for each in reading.rejected:
        click.echo(f"rejected: {each.proposed}: {each.reason}", err=True)


def tell(reading: Reading) -> None:
    """The statements of one article on a terminal page."""
    article = reading.article
    about = [
        article.outlet or "outlet not stated",
        article.author or "author not stated",
        str(article.published or "day of publication not stated"),
        article.language or "language not told",
    ]
    click.secho(article.title or article.name, bold=True)
    click.echo(f"{', '.join(about)} · {'taken in' if reading.events else 'known already'}")
    for said in reading.statements:
        click.echo()
        for line in page(said):
            click.echo(line)
    for each in reading.rejected:
        click.echo()
        click.echo(f"rejected, proposed by the model: {each.proposed}")
        click.echo(f"     because {each.reason}")
    click.echo()
    count = len(reading.statements)
    click.echo(
        f"{count} {'statement' if count == 1 else 'statements'} proposed; a person decides. "
        "Offsets count in the kept plain text."
    )


def page(said: Statement) -> list[str]:
    """One statement in a few lines: who, how, and the passage word for word."""
    who = said.source.name + (
        f" ({said.source.role})" if said.source.role and said.source.role != said.source.name else ""
    )
    relays = "".join(f" ← {relay.name}" for relay in reversed(said.chain))
    stance = said.act if said.polarity == "assert" else said.polarity
    marks = [said.level, said.mode.replace("_", " ")]
    if said.hedge is not None:
        marks.append(f"hedged: {said.hedge.text}")
    marks += [flag.replace("_", " ") for flag in said.flags]
    prop = said.prop
    parts = (("by", prop.actor), ("of", prop.object), ("to", prop.recipient), ("in", prop.place))
    roles = [f"{name} {noun.name}" for name, noun in parts if noun]
    when = (
        [f"said {said.statement_date.value.words}"]
        if said.statement_date and said.statement_date.value
        else []
    )
    when += [f"happened {said.event_time.value.words}"] if said.event_time and said.event_time.value else []
    lines = [
        f"{said.id}  {who}{relays}: {stance}  [{', '.join(marks)}]",
        f"     “{said.content.text}”  {said.content.start}–{said.content.end}",
        f"     {' '.join([prop.action, *roles])}{'; ' + ', '.join(when) if when else ''}",
    ]
    if said.parent or said.dup_of:
        lines.append(
            f"     {'taken for granted by ' + said.parent if said.parent else 'repeats ' + str(said.dup_of)}"
        )
    return lines
