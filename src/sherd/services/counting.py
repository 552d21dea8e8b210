"""Count a case, and set published totals against it: the file is read here, the counting is pure."""

from __future__ import annotations

from pathlib import Path

from sherd.compare.counting import count
from sherd.compare.published import check
from sherd.errors import EdgeFailed, NotFound, WrongCall
from sherd.model.counts import Checked, Counts, PublishedTotal
from sherd.model.problems import Problem
from sherd.model.record import CaseRecord
from sherd.record.formats import rfc4180
from sherd.record.problems import problem

HEADINGS = {
    "id": "id",
    "agg_id": "id",
    "publisher": "publisher",
    "published": "published",
    "scope": "scope",
    "statement": "statement",
    "numerator": "numerator",
    "denominator": "denominator",
    "share": "share",
    "share_pct": "share",
}
"""The headings of a file of published totals, and what each fills."""


def counted(
    record: CaseRecord, items: list[str], published: Path | None
) -> tuple[Counts, tuple[Checked, ...], list[Problem]]:
    """The counts of a case, or of some of its items, and the published totals set against them.

    A published total is set against the names as published, whatever persons judged of them.

    Raises :class:`~sherd.errors.NotFound`, :class:`~sherd.errors.EdgeFailed` for a file that cannot be read,
    :class:`~sherd.errors.WrongCall` for one without a column ``statement``.
    """
    counts = count(record, items)
    if published is None:
        return counts, (), []
    totals, problems = read(_content(published), published.name)
    return counts, check(record, count(record, items, as_published=True), totals), problems


def read(content: bytes, file: str) -> tuple[tuple[PublishedTotal, ...], list[Problem]]:
    """Published totals from a CSV file; ``same`` in publisher or scope repeats the line above."""
    rows = [row for row in rfc4180.grid("", file, content).rows() if any(row.cells)]
    names = [HEADINGS.get(cell.strip().casefold(), "") for cell in rows[0].cells] if rows else []
    if "statement" not in names:
        raise WrongCall(f"{file} has no column statement", f"Give it the headings {', '.join(HEADINGS)}")
    totals: list[PublishedTotal] = []
    problems: list[Problem] = []
    for row in rows[1:]:
        if row.fault is not None or len(row.cells) != len(names):
            do = "give the row as many cells as the header"
            problems.append(row.fault or problem("row_width", file, row.number, do=do))
            continue
        cells = {name: cell.strip() for name, cell in zip(names, row.cells, strict=True) if name}
        above = totals[-1] if totals else None
        if above is not None and cells.get("scope", "").casefold() == "same":
            cells["scope"] = above.scope
        totals.append(PublishedTotal(**{"id": f"row {row.number}", **cells}))
    return tuple(totals), problems


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise NotFound(f"{path} is not there", "Check the path") from None
    except OSError as error:
        raise EdgeFailed(f"{path} cannot be read: {error.strerror}", "Check the file") from error
