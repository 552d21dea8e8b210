"""``sherd trace link FILE FILE…``: one shipment in the records of several vendors, possibly."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sherd.cli.files import write
from sherd.cli.options import utf_8
from sherd.cli.output import Progress, emit, progress, show_problems
from sherd.cli.trace.scan import FAIRNESS
from sherd.errors import WrongCall

if TYPE_CHECKING:
    from sherd.readers.shipments import Shipments
    from sherd.services.linking import Question
    from sherd.trace.shipments.doubles import Pair

NONE = "-"
NOTE = (
    "A pair is possibly the same shipment: a question to both vendors' sources, never a merger. Regular "
    "trade between the same parties agrees in much, and makes a probability too high."
)


COLUMNS = {
    "date": "The column of days.",
    "hs": "The column of HS codes.",
    "shipper": "The column of those who sent.",
    "consignee": "The column of those who received.",
    "value": "The column of declared values, in one currency.",
    "quantity": "The column of quantities, in one unit.",
}


def _texts(context: click.Context, parameter: click.Parameter, values: Sequence[str]) -> list[str]:
    return [utf_8(context, parameter, value) or "" for value in values]


def _column_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add an option for each field, which may be given once for each file."""
    for field, words in reversed(COLUMNS.items()):
        function = click.option(f"--{field}", multiple=True, callback=_texts, help=words)(function)
    return function


@click.command()
@click.argument("files", metavar="FILE FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="A .csv file: the pairs, best first.")
@_column_options
@click.option("--blocks-only", is_flag=True, help="Show how many pairs would be compared, and stop.")
@click.option("--most", type=click.IntRange(min=0), help="The most pairs that are compared (5,000,000).")
@click.option(
    "--least", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="The least probability told."
)
@click.option("--encoding", callback=utf_8, help="The encoding of CSV files that are not UTF-8.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout, for machines.")
def command(
    files: Sequence[Path],
    out: Path | None,
    blocks_only: bool,
    most: int | None,
    least: float,
    encoding: str | None,
    as_json: bool,
    **named: Sequence[str],
) -> None:
    """Find records of several vendors that possibly tell the same shipment; nothing is merged.

    A column is named once for all files, or once for each in their order; - where a file has none. How many
    pairs would be compared is shown before anything is.
    """
    from sherd.bootstrap import linker, shipments
    from sherd.services.linking import MOST, compared, linked, problems

    _check(files, out, blocks_only)
    columns = _columns(files, named)
    fields = compared(columns)
    find = None if blocks_only else linker()
    sources = [
        shipments(path, {"text": next(iter(each.values())), **each}, encoding)
        for path, each in zip(files, columns, strict=True)
    ]
    with progress() as tell:
        asked = _question(files, sources, fields, tell)
        for line in _blocks(asked):
            click.echo(line, err=as_json)
        found = linked(asked, find, MOST if most is None else most, least) if find else []
    odd = [*(each for source in sources for each in source.problems), *problems(asked, columns)]
    if find and out:
        write(out, _table(asked, found))
    result = _result(asked, found, out if find else None)
    if as_json:
        emit("trace link", result, odd)
        return
    show_problems(odd)
    for line in _lines(result):
        click.echo(line)


def _check(files: Sequence[Path], out: Path | None, blocks_only: bool) -> None:
    if len({path.resolve() for path in files}) < max(2, len(files)):
        raise WrongCall("Records are linked between two files or more", "Name each vendor's file once.")
    if out is None and not blocks_only:
        raise WrongCall("Where to write the pairs is not said", "Add --out FILE.csv, or --blocks-only.")
    if out is not None and out.suffix.lower() != ".csv":
        raise WrongCall(f"{out} is no .csv file", "Choose another --out.")
    if out is not None and out.resolve() in {path.resolve() for path in files}:
        raise WrongCall(f"{out} is one of the files that are read", "Choose another --out.")


def _columns(files: Sequence[Path], named: dict[str, Sequence[str]]) -> list[dict[str, str]]:
    """The heading of each field, file by file. Raises ``WrongCall`` where it is not plain which is whose."""
    found: list[dict[str, str]] = [{} for _ in files]
    for field, headings in named.items():
        if len(headings) not in (0, 1, len(files)):
            raise WrongCall(
                f"--{field} names {len(headings)} columns for {len(files)} files",
                f"Name one for all files, or one for each in their order; {NONE} where a file has none.",
            )
        each = list(headings) * len(files) if len(headings) == 1 else headings
        for file, heading in zip(found, each, strict=False):
            if heading != NONE:
                file[field] = heading
    for path, file in zip(files, found, strict=True):
        if not file:
            raise WrongCall(f"No column of {path} is named", "Name at least --date and --hs.")
    return found


def _question(
    files: Sequence[Path], sources: Sequence[Shipments], fields: Sequence[str], tell: Progress
) -> Question:
    from sherd.services.linking import question, told

    records = []
    for file, source in enumerate(sources):
        for record in told(file, source.batches()):
            records.append(record)
            if len(records) % 10_000 == 0:
                tell("Reading", len(records), None)
    return question(list(map(str, files)), records, fields)


def _blocks(asked: Question) -> Iterator[str]:
    """The table of what each rule would compare."""
    yield f"{len(asked.records):,} records, {asked.all_pairs:,} pairs between files; by rule, to be compared:"
    for block in asked.blocks:
        fullest = f"  fullest: {block.largest:,} in {block.largest_key}" if block.pairs else ""
        yield f"  same {' and '.join(block.rule):<22} {block.pairs:>14,} pairs  {block.share:>9.4%}{fullest}"
    yield f"  at most {asked.pairs:,} pairs in all; a pair that two rules share is compared once"


def _table(asked: Question, found: Sequence[Pair]) -> bytes:
    from sherd.services.linking import heading, row

    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(heading(asked))
    picked = asked.prior
    table.writerows(row(asked, pair, picked) for pair in found)
    return text.getvalue().encode("utf-8", "replace")


def _result(asked: Question, found: Sequence[Pair], out: Path | None) -> dict[str, Any]:
    return {
        "files": dict(zip(asked.names, asked.rows(), strict=True)),
        "blocks": [
            {"rule": list(block.rule), "pairs": block.pairs, "share": block.share,
             "fullest": block.largest, "fullest_key": block.largest_key}
            for block in asked.blocks
        ],
        "at_most": asked.pairs,
        "all_pairs": asked.all_pairs,
        "prior": asked.prior,
        "out": str(out) if out else None,
        "pairs": len(found) if out else None,
        "note": NOTE,
        "fairness": FAIRNESS,
    }  # fmt: skip


def _lines(result: dict[str, Any]) -> Iterator[str]:
    rows = ", ".join(f"{name}: {rows:,}" for name, rows in result["files"].items())
    if result["out"] is None:
        yield f"Records read of {rows}; nothing was compared."
        return
    yield f"{result['pairs']:,} pairs are possibly the same shipment: {result['out']}; records read of {rows}"
    yield NOTE
    yield FAIRNESS
