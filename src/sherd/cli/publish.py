"""``sherd publish CASE``: write a dossier, a verifiable bundle or the entities of a recorded case."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from sherd.bootstrap import Settings, Workbench, rendered, workbench
from sherd.cli.files import leave_only, may_replace, write
from sherd.cli.options import clearance as clearance_option
from sherd.cli.options import common, utf_8
from sherd.cli.output import emit, progress, show_problems
from sherd.errors import WrongCall
from sherd.model.problems import Problem
from sherd.services.publish import FORMATS, bundle_folder, publish

if TYPE_CHECKING:
    from sherd.services.dossier import Results


class FormatsType(click.ParamType[tuple[str, ...]]):
    """Formats with commas between them."""

    name = "format,…"

    def convert(
        self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Split at commas and check each."""
        if isinstance(value, tuple):
            return value
        asked = tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))
        unknown = [form for form in asked if form not in FORMATS]
        if unknown or not asked:
            self.fail(f"{', '.join(unknown) or value!r} is not one of {', '.join(FORMATS)}", param, ctx)
        return asked


@click.command()
@click.argument("case", callback=utf_8)
@click.option(
    "--format",
    "formats",
    type=FormatsType(),
    default="html,pdf",
    show_default=True,
    help="html, pdf, bag, ftm.",
)
@click.option("--out", type=click.Path(path_type=Path), help="The output folder; ./CASE/ unless given.")
@clearance_option
@common
def command(
    case: str,
    formats: tuple[str, ...],
    out: Path | None,
    clearance: str,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Write the dossier, bundle or entities of a recorded CASE (its id, or its folder)."""
    id_ = case_id(case)
    with workbench(Settings(store, now), create=False) as bench:
        files, problems = write_all(bench, id_, formats, clearance, out or Path(id_))
    if as_json:
        emit("publish", {"case": id_, "files": files}, problems)
    else:
        for file in files[:10]:
            click.echo(file)
        if len(files) > 10:
            click.echo(f"… and {len(files) - 10} more files")
        show_problems(problems)


def case_id(case: str) -> str:
    """The id that a user means by an id or by a case folder."""
    written = Path(case) / "case.toml"
    if not written.is_file():
        return case
    try:
        return str(tomllib.loads(written.read_text("utf-8-sig"))["id"])
    except (ValueError, KeyError, RecursionError) as error:
        raise WrongCall(f"{written} names no case id: {error}", "Give the id of the case.") from None


def write_all(
    bench: Workbench,
    case: str,
    formats: tuple[str, ...],
    clearance: str,
    out: Path,
    found: Results | None = None,
) -> tuple[list[str], list[Problem]]:
    """Write every file of every format under ``out``; returns their paths, and what could not be printed."""
    files: list[str] = []
    problems: list[Problem] = []
    bag = out / bundle_folder(case)
    if "bag" in formats:
        may_replace(bag)
    with progress() as tell:
        made = publish(
            bench.store,
            bench.blobs,
            case,
            formats,
            clearance,
            bench.clock(),
            rendered,
            found,
            bench.identify,
            bench.trade,
        )
        for number, file in enumerate(made, 1):
            write(out / file.path, file.content)
            files.append(str(out / file.path))
            problems += [attrs.evolve(problem, file=problem.file or file.path) for problem in file.problems]
            tell("writing", number, None)
    if "bag" in formats:
        leave_only(bag, frozenset(map(Path, files)))
    return files, problems
