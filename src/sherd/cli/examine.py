"""``sherd examine CASE``: the main job, from a case folder to its dossier."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click
import orjson

from sherd.bootstrap import Settings, Workbench, submission, workbench
from sherd.cli.files import write
from sherd.cli.options import clearance as clearance_option
from sherd.cli.options import common, intake
from sherd.cli.output import emit, progress, show_problems
from sherd.cli.record import summary

if TYPE_CHECKING:
    from sherd.model.problems import Problem
    from sherd.model.provenance import NotedProblem
    from sherd.model.weights import Attribution
    from sherd.services.record import Recorded


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="The output folder; ./CASE-ID/ unless given.")
@clearance_option
@intake
@common
def command(
    case: Path,
    out: Path | None,
    clearance: str,
    encoding: str | None,
    by: str | None,
    strict: bool,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> int:
    """Examine a CASE folder or workbook: record, compare, weigh, and write the dossier.

    Writes dossier.html, dossier.pdf and summary.json. A refused conclusion is an answer: the exit code is 0.
    """
    with workbench(Settings(store, now), create=True) as bench:
        recorded, files, problems, result = _examine(bench, case, encoding, by, clearance, out)
    failed = strict and bool(problems)
    if as_json:
        emit("examine", {**result, "files": files}, problems, ok=not failed)
    else:
        _tell(recorded, result, files)
        show_problems(problems)
    return 1 if failed else 0


def _examine(
    bench: Workbench, case: Path, encoding: str | None, by: str | None, clearance: str, out: Path | None
) -> tuple[Recorded, list[str], list[Problem], dict[str, Any]]:
    from sherd.cli.publish import write_all
    from sherd.identify.answers import as_json
    from sherd.publish.whole_serials import WholeSerials
    from sherd.services.dossier import results
    from sherd.services.record import record
    from sherd.trace.trade_json import as_json as trade_as_json

    with progress() as tell:
        recorded = record(bench.store, bench.blobs, submission([case], encoding), by, tell)
    folder = out or Path(recorded.case)
    found = results(bench.store, recorded.case, clearance, bench.clock().date(), bench.identify, bench.trade)
    files, more = write_all(bench, recorded.case, ("html", "pdf"), clearance, folder, found)
    problems = [*recorded.problems, *found.problems, *more]
    result = _result(recorded, clearance, found.attributions)
    result["markings"] = [as_json(each) for each in found.identified]
    result["trade"] = [trade_as_json(each) for each in found.trade]
    serials = WholeSerials.of(found.redacted.record, clearance, found.identified)
    result = serials.everywhere(result)
    shown = [plain_problem(noted) for noted in found.redacted.record.problems]
    summed = {
        **result,
        "problems": serials.everywhere(
            [*shown, *(attrs.asdict(problem) for problem in (*found.problems, *more))]
        ),
        "problems_withheld": found.redacted.rows_withheld.get("problem", 0),
    }
    write(folder / "summary.json", orjson.dumps(summed, option=orjson.OPT_INDENT_2) + b"\n")
    return recorded, [*files, str(folder / "summary.json")], problems, result


def plain_problem(noted: NotedProblem) -> dict[str, Any]:
    """A problem of the record as JSON, as far as the reader of the summary may see it."""
    return {name: getattr(noted, name) for name in ("code", "file", "row", "column", "read", "do")}


def _result(recorded: Recorded, clearance: str, found: dict[str, tuple[Attribution, ...]]) -> dict[str, Any]:
    """The first item in question at the top, every item below ``items``; drawn from what is cleared."""
    from sherd.attribute.plain import results_as_json

    items: list[dict[str, Any]] = [results_as_json(each) for each in found.values()]
    top = items[0] if items else {"case": recorded.case, "item": None, "pairs": []}
    counts = {name: getattr(recorded, name) for name in ("recorded", "unchanged", "superseded", "withdrawn")}
    return {
        "case": recorded.case,
        "clearance": clearance,
        "item": top["item"],
        "pairs": top["pairs"],
        "record": counts,
        "items": items,
    }


def _tell(recorded: Recorded, result: dict[str, Any], files: list[str]) -> None:
    click.echo(summary(recorded))
    for item in result["items"]:
        for known, found in (
            ("", item),
            (" (accepting the publishers' labels)", item["accepting_publisher_labels"]),
        ):
            if found is not None:
                _tell_item(found, known)
    for file in files:
        click.echo(f"wrote {file}")


def _tell_item(found: dict[str, Any], known: str) -> None:
    reporting = [pair for pair in found["pairs"] if not pair["refused"]]
    click.secho(
        f"{found['item']}{known}: {len(reporting)} of {len(found['pairs'])} pairs carry a conclusion",
        bold=True,
    )
    for pair in reporting:
        click.echo(f"  {pair['h1']} : {pair['h2']}  {pair['reported']:+.2f} bans, {pair['words']}")
    refused = [pair for pair in found["pairs"] if pair["refused"]]
    for pair in refused[:3]:
        click.echo(f"  {pair['h1']} : {pair['h2']}  no conclusion: {pair['refused'][0]}")
    if len(refused) > 3:
        click.echo(f"  … and {len(refused) - 3} more pairs without one; the dossier gives every reason")
