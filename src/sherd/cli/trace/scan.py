"""``sherd trace scan SHIPMENTS``: possible matches of watched parts in a file of shipment records."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sherd.cli.files import naming_faults
from sherd.cli.options import utf_8
from sherd.cli.output import emit, progress, show_problems
from sherd.cli.resumed import resumed
from sherd.errors import NotFound, WrongCall
from sherd.model.problems import Problem

if TYPE_CHECKING:
    from sherd.readers.shipments import Shipments
    from sherd.services.shipments import Found, Tally
    from sherd.trace.shipments import Watch

COLUMNS = ("row", "part", "start", "end", "text", "match", "score")
CHARTED = ("month", "corridor")
GROUPS = ("corridor", "hs", "month")
FAIRNESS = (
    "Unless clearly stated, no malpractice is inferred of makers or parties earlier in the supply chain."
)


@click.command()
@click.argument("shipments", type=click.Path(path_type=Path))
@click.option(
    "--parts", type=click.Path(path_type=Path), required=True, help="A CSV with a column mpn, or a case."
)
@click.option("--text", required=True, callback=utf_8, help="The column that is searched.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A .csv or .parquet file.")
@click.option("--date", "day", callback=utf_8, help="The column that says when.")
@click.option("--hs", callback=utf_8, help="The column with the HS code.")
@click.option("--from", "origin", callback=utf_8, help="The column that says from where.")
@click.option("--to", "destination", callback=utf_8, help="The column that says to where.")
@click.option("--by", callback=utf_8, help="Count rows by these: corridor, hs, month, with commas.")
@click.option(
    "--chart", type=click.Path(path_type=Path), help="A .svg or .png file: rows by month and corridor."
)
@click.option("--keys", type=click.Path(path_type=Path), help="A folder: keep the keys of the file there.")
@click.option(
    "--engine",
    type=click.Choice(["duckdb", "spark"]),
    default="duckdb",
    show_default=True,
    help="What joins keys.",
)
@click.option("--encoding", callback=utf_8, help="The encoding of a CSV that is not UTF-8.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout, for machines.")
def command(
    shipments: Path,
    parts: Path,
    text: str,
    out: Path,
    day: str | None,
    hs: str | None,
    origin: str | None,
    destination: str | None,
    by: str | None,
    chart: Path | None,
    keys: Path | None,
    engine: str,
    encoding: str | None,
    as_json: bool,
) -> None:
    """Find the watched parts in SHIPMENTS: possible matches, never a finding about a party."""
    from sherd.services.shipments import Tally, watched

    if out.suffix.lower() not in {".csv", ".parquet"}:
        raise WrongCall(f"{out} is no .csv or .parquet file", "Choose another --out.")
    if chart is not None and (
        chart.suffix.lower() not in {".svg", ".png"} or not (day and (origin or destination))
    ):
        raise WrongCall("A chart needs --date, --from or --to, and a .svg or .png file", "Name them.")
    groups = _groups(by, {"corridor": origin or destination, "hs": hs, "month": day})
    mpns, problems = _parts(parts, encoding)
    watch = watched(mpns)
    _check_watch(parts, watch)
    problems += [
        Problem("unsearchable_part", parts.name, None, "mpn", each.mpn, f"look for it by hand: {each.why}")
        for each in watch.left_out
    ]
    named = {"text": text, "day": day, "hs": hs, "origin": origin, "destination": destination}
    source = _shipments(shipments, {name: heading for name, heading in named.items() if heading}, encoding)
    if engine == "spark" and keys is None:
        keys = out.with_name(f"{out.name}.keys")
    tally, drawn = Tally(groups), Tally(CHARTED)
    for found in _run(source, watch, out, keys, engine, tally.read):
        tally.add(found)
        drawn.add(found)
    problems += source.problems
    result = _result(out, tally, watch)
    if chart is not None:
        result["chart"] = _charted(drawn, chart)
    if as_json:
        emit("trace scan", result, problems)
        return
    show_problems(problems)
    for line in _lines(result):
        click.echo(line)


def _run(
    source: Shipments, watch: Watch, out: Path, keys: Path | None, engine: str, read: Callable[[int], None]
) -> Iterator[Found]:
    """Search, and write possible matches to ``out`` and near ones beside it; ``read`` is told the rows."""
    from sherd.bootstrap import rows_by_keys
    from sherd.services.shipments import asked, searched

    with progress() as show:

        def tell(what: str, done: int, total: int | None) -> None:
            read(done)
            show(what, done, total)

        if keys is None:
            rows = searched(source.batches(), watch)
        else:
            wanted = sorted({int(key) for key in watch.keys})
            found = rows_by_keys(
                source,
                keys,
                _stamp(source, None),
                wanted,
                engine,
                lambda done: tell("Making keys", done, None),
            )
            rows = asked(found, watch)
        yield from _written(rows, out, _stamp(source, watch), tell)


def _written(rows: Iterable[tuple[int, Found]], out: Path, stamp: str, tell: Any) -> Iterator[Found]:
    near = out.with_name(f"{out.stem}.near{out.suffix}")
    heading = _csv([COLUMNS])
    rows = _begun(rows)
    for path in (out, near):
        with naming_faults(path):
            if path.is_dir():
                raise IsADirectoryError(path)
    with resumed(_growing(out), stamp, heading) as whole, resumed(_growing(near), stamp, heading) as beside:
        for end, found in rows:
            yield found
            is_near = found.hits.near
            for file, chosen in ((whole, ~is_near), (beside, is_near)):
                if end > file.rows:  # a run may have been stopped between the two
                    file.add(_csv(found.hits.where(chosen).said()), end - file.rows)
            tell("Searching", end, None)
        whole.finish()
        beside.finish()
    for path in (out, near):
        _formed(path)


def _begun(rows: Iterable[tuple[int, Found]]) -> Iterator[tuple[int, Found]]:
    """The same rows, the first of them found: what cannot be carried out fails before files are made."""
    every = iter(rows)
    first = list(islice(every, 1))
    return chain(first, every)


def _growing(out: Path) -> Path:
    return out if out.suffix.lower() == ".csv" else out.with_name(f"{out.name}.csv")


def _formed(out: Path) -> None:
    """Turn the CSV into Parquet where that was asked."""
    if out.suffix.lower() == ".csv":
        return
    from sherd.bootstrap import parquet_from_csv

    types = {"row": "BIGINT", "part": "VARCHAR", "start": "INTEGER", "end": "INTEGER", "text": "VARCHAR",
             "match": "VARCHAR", "score": "DOUBLE"}  # fmt: skip
    parquet_from_csv(_growing(out), out, types)
    _growing(out).unlink()


def _csv(rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


NEEDS = {"corridor": "--from or --to", "hs": "--hs", "month": "--date"}
"""The option that names the column by which rows are counted."""


def _groups(by: str | None, columns: Mapping[str, str | None]) -> list[str]:
    groups = [name.strip() for name in by.split(",")] if by else []
    if unknown := [name for name in groups if name not in GROUPS]:
        raise WrongCall(f"Rows cannot be counted by {', '.join(unknown)}", f"Choose of {', '.join(GROUPS)}.")
    for name in groups:
        if not columns[name]:
            raise WrongCall(f"No column is named for rows to be counted by {name}", f"Give {NEEDS[name]}.")
    return groups


def _parts(path: Path, encoding: str | None) -> tuple[list[str], list[Problem]]:
    from sherd.bootstrap import watched_parts

    if not path.exists():
        raise NotFound(f"{path} is not there", "Check --parts.")
    return watched_parts(path, encoding)


def _check_watch(path: Path, watch: Watch) -> None:
    """Refuse to look for nothing: that nothing was found would say nothing. Raises ``WrongCall``."""
    if not watch.parts:
        where = "part_as_published of its components" if path.is_dir() else "its column mpn"
        raise WrongCall(f"{path} names no part to look for", f"Fill {where}, or choose another --parts.")
    if not _searchable(watch):
        names = ", ".join(each.mpn for each in watch.left_out[:5])
        raise WrongCall(
            f"No part of {path} can be told from other words in running text: {names}",
            f"Look for them by hand: {watch.left_out[0].why}.",
        )


def _searchable(watch: Watch) -> int:
    return len(set(watch.parts) - {each.mpn for each in watch.left_out})


def _shipments(path: Path, columns: dict[str, str], encoding: str | None) -> Shipments:
    from sherd.bootstrap import shipments

    return shipments(path, columns, encoding)


def _stamp(source: Shipments, watch: Watch | None) -> str:
    """Everything that the answers depend on: the file, the columns, the parts, the method."""
    from sherd.text import version
    from sherd.trace.shipments import METHOD

    state = source.path.stat() if source.path.exists() else None
    depends = {
        "file": [str(source.path.resolve()), state and state.st_size, state and state.st_mtime_ns],
        "columns": source.columns,
        "encoding": source.encoding,
        "method": [*METHOD, version()],
        "parts": watch.parts if watch else None,
    }
    return hashlib.sha256(json.dumps(depends, sort_keys=True).encode()).hexdigest()


def _charted(tally: Tally, chart: Path) -> str | None:
    """Draw rows with a possible match by month and corridor; without any there is nothing to draw."""
    if not tally.totals:
        return None
    from sherd.cli.files import write
    from sherd.publish.charts.shipments_by_month import figure
    from sherd.render.charts import png, svg

    rows = {(month, corridor): count for (month, corridor), count in tally.totals.items()}
    spec = figure("shipments", rows).spec
    write(chart, png(spec) if chart.suffix.lower() == ".png" else svg(spec).encode())
    return str(chart)


def _result(out: Path, tally: Tally, watch: Watch) -> dict[str, Any]:
    from sherd.trace.trade_json import CONFIRM, RULE_OUT

    by = list(tally.by)
    totals = sorted(tally.totals.items())
    return {
        "out": str(out),
        "near": str(out.with_name(f"{out.stem}.near{out.suffix}")),
        "possible_matches": tally.possible,
        "rows": tally.rows,
        "rows_searched": tally.searched,
        "parts": len(tally.parts),
        "parts_watched": _searchable(watch),
        "near_hits": tally.near.total(),
        "near_by_kind": dict(sorted(tally.near.items())),
        "by": by,
        "totals": [{**dict(zip(by, key, strict=True)), "rows": count} for key, count in totals],
        "confirm": CONFIRM,
        "rule_out": RULE_OUT,
        "fairness": FAIRNESS,
    }


def _lines(result: dict[str, Any]) -> Iterator[str]:
    yield (
        f"{result['possible_matches']} possible matches: {result['parts']} of {result['parts_watched']} "
        f"parts watched, in {result['rows']} of {result['rows_searched']} rows searched: {result['out']}; "
        f"{result['near_hits']} near (other packing, base only, longer number): {result['near']}"
    )
    for each in result["totals"]:
        yield "  ".join([*(each[name] for name in result["by"]), f"{each['rows']} rows"])
    if result.get("chart"):
        yield f"wrote {result['chart']}"
    yield f"To confirm: {result['confirm']}. To rule out: {result['rule_out']}."
    yield FAIRNESS
