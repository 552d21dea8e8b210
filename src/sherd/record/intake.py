"""Take in what an investigator hands in: every sheet, in the order in which rows refer to one another.

Good rows come out as nouns, one at a time, so that a case of any size passes through little memory. What
could not be taken over comes out as raw rows and problems when the last row has been read: nothing is lost,
and nothing stops the rest.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath

from attrs import define, field, frozen

from sherd.errors import EdgeFailed, WrongCall
from sherd.model.hypotheses import Case, Hypothesis
from sherd.model.items import Item
from sherd.model.problems import Problem
from sherd.model.provenance import File, RawRow
from sherd.model.record import NOUNS
from sherd.model.row import Row
from sherd.record.formats import case_toml, ftm, published_list, rfc4180, trade_file
from sherd.record.ledger import KnownElsewhere, Ledger
from sherd.record.problems import BadCell, problem
from sherd.record.sheet import Placed, read_sheet
from sherd.record.tree import (
    CASE_SHEET,
    Grid,
    Submission,
    SubmittedFile,
    by_path,
    part_of,
    sheet_of,
)

__all__ = ["Intake", "KeptFile", "Placed", "Submission", "accounts", "take_in"]

DEVICE = re.compile(r"CON|PRN|AUX|NUL|(COM|LPT)[0-9]", re.IGNORECASE)
"""Names that Windows keeps for devices, with any ending."""

MEDIA_TYPES = {
    "csv": "text/csv",
    "gif": "image/gif",
    "heic": "image/heic",
    "htm": "text/html",
    "html": "text/html",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "json": "application/json",
    "md": "text/markdown",
    "mp4": "video/mp4",
    "pdf": "application/pdf",
    "png": "image/png",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "toml": "application/toml",
    "txt": "text/plain",
    "webp": "image/webp",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@frozen
class KeptFile:
    """A file of the submission and its bytes."""

    file: File
    submitted: SubmittedFile = field(repr=False)

    def read(self) -> bytes:
        """The bytes, whole. Raises :class:`~sherd.errors.EdgeFailed` when the disk fails."""
        return b"".join(self.submitted.chunks())


@define
class Intake:
    """A submission being read. ``rows`` passes once, in the order of ``NOUNS``; the rest is known after."""

    case: str
    rows: Iterator[Placed] = field(init=False, repr=False)
    _submission: Submission = field(repr=False)
    _grids: dict[str, list[Grid]] = field(repr=False)
    _ledger: Ledger = field(repr=False)
    _read: bool = False

    def __attrs_post_init__(self) -> None:
        self.rows = self._rows()

    @property
    def raw_rows(self) -> tuple[RawRow, ...]:
        """Rows of which not every cell is in a noun. Raises ``ValueError`` before ``rows`` is exhausted."""
        self._check_read()
        return tuple(self._ledger.raw_rows)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong or missing, file by file. Raises ``ValueError`` before ``rows`` is exhausted."""
        self._check_read()
        return tuple(self._ledger.problems)

    def files(self) -> Iterator[KeptFile]:
        """Every file of the submission, sheets too; a file that fails on the way becomes a problem.

        Raises ``ValueError`` before ``rows`` is exhausted: a row says who may see the file that it names.
        """
        self._check_read()
        for submitted in self._submission.files:
            try:
                yield KeptFile(self._file(submitted), submitted)
            except EdgeFailed:
                do = "make the file readable and record again"
                self._ledger.problems.append(problem("unreadable_file", submitted.name, do=do))

    def _rows(self) -> Iterator[Placed]:
        for noun in NOUNS:
            stand_in = self._stand_in(noun)
            for grid in self._grids.get(noun.sheet, ()):
                yield from read_sheet(noun, grid, self._ledger, stand_in)
        self._ledger.close()
        self._read = True

    def _stand_in(self, noun: type[Row]) -> Mapping[str, str]:
        """What stands for a required cell that says nothing, so that the row is kept and its gap shows."""
        if noun is Case:
            return {"title": self.case, "question": ""}
        return {"custody_status": ""} if noun is Item else {}

    def _file(self, submitted: SubmittedFile) -> File:
        digest, size = hashlib.sha256(), 0
        for chunk in submitted.chunks():
            digest.update(chunk)
            size += len(chunk)
        return File(
            case=self.case,
            id=submitted.name,
            sha256=digest.hexdigest(),
            size=size,
            media_type=MEDIA_TYPES.get(PurePosixPath(submitted.name).suffix.lower().lstrip(".")),
            release=self._ledger.releases.get(submitted.name, "sealed"),
        )

    def _check_read(self) -> None:
        if not self._read:
            raise ValueError(f"the rows of case {self.case!r} have not been read to the end")


def take_in(
    submission: Submission, known_elsewhere: KnownElsewhere = lambda _case, _sheet, _id: False
) -> Intake:
    """Begin to read a submission. ``known_elsewhere`` says whether another case has a row.

    Raises :class:`~sherd.errors.WrongCall` when it cannot be told which case this is.
    """
    grids = _grids(submission)
    case = _case_id(submission, grids.get(CASE_SHEET, []))
    laid_out, problems = _laid_out(submission)
    ledger = Ledger(
        case, known_elsewhere, files=by_path(submission.files), problems=list(submission.problems)
    )
    ledger.problems += problems
    ledger.problems += _added(submission, laid_out, grids)
    ledger.problems += _unread(submission, frozenset(name for name, _ in laid_out))
    if not grids.get("items"):
        ledger.problems.append(
            problem("missing_file", "items.csv", do="add a sheet items with one row for each item")
        )
    return Intake(case, submission, grids, ledger)


def accounts(content: bytes, file: str, case: str) -> tuple[tuple[Hypothesis, ...], tuple[Problem, ...]]:
    """The hypotheses that a TOML file states as ``case.toml`` does, and what is wrong with them.

    Raises :class:`~sherd.errors.WrongCall` when the file is not TOML or states none.
    """
    _, grid = case_toml.grids(content, file=file)
    ledger = Ledger(case, lambda _case, _sheet, _id: True)
    rows = [placed.row for placed in read_sheet(Hypothesis, grid, ledger)]
    stated = tuple(row for row in rows if isinstance(row, Hypothesis))
    if not stated:
        raise WrongCall(f"{file} states no hypothesis", "Write each under [[hypotheses]] with id and words")
    return stated, tuple(ledger.problems)


def _grids(submission: Submission) -> dict[str, list[Grid]]:
    found: dict[str, list[Grid]] = {}
    for file, content in sorted(submission.sheets.items()):
        sheet = sheet_of(file)
        if sheet == CASE_SHEET:
            case, hypotheses = case_toml.grids(content, submission.encoding, file)
            found.setdefault(CASE_SHEET, []).append(case)
            found.setdefault("hypotheses", []).append(hypotheses)
        else:
            found.setdefault(sheet, []).append(rfc4180.grid(sheet, file, content, submission.encoding))
    for grid in submission.grids:
        found.setdefault(grid.name, []).append(grid)
    return found


Sheets = Callable[[bytes, str | None], tuple[Grid, ...]]
"""Makes the sheets of a case out of a file, as ``case.toml`` lays it out."""


def _laid_out(submission: Submission) -> tuple[list[tuple[str, Sheets]], list[Problem]]:
    """The files beside the sheets of which ``case.toml`` says how they are laid out, each with its reader."""
    found: list[tuple[str, Sheets]] = []
    problems: list[Problem] = []
    for file, content in submission.sheets.items():
        if sheet_of(file) != CASE_SHEET:
            continue
        for key, form in (("lists", published_list), ("entities", ftm)):
            layouts, wrong = form.layouts(case_toml.tables(key, content, submission.encoding, file), file)
            found += [(each.file, partial(form.grids, each)) for each in layouts]
            problems += wrong
        tables = case_toml.tables("shipments", content, submission.encoding, file)
        trade, wrong = trade_file.layouts(tables, file)
        problems += wrong
        there = {each.name for each in submission.files}
        do = "put the file into the case folder"
        problems += [problem("missing_file", each.file, do=do) for each in trade if each.file not in there]
    return found, problems


def _added(
    submission: Submission, laid_out: list[tuple[str, Sheets]], grids: dict[str, list[Grid]]
) -> Iterator[Problem]:
    """Add the sheets of each file that is laid out; one that is not there is a problem."""
    for name, sheets in laid_out:
        file = next((each for each in submission.files if each.name == name), None)
        if file is None:
            yield problem("missing_file", name, do="put the file into the case folder")
            continue
        try:
            content = b"".join(file.chunks())
        except EdgeFailed:
            continue  # told where the file is kept
        for grid in sheets(content, submission.encoding):
            grids.setdefault(grid.name, []).append(grid)


def _case_id(submission: Submission, grids: list[Grid]) -> str:
    if not grids:
        raise WrongCall(
            f"{submission.name} holds no case.toml", "Write one with at least id, title and question"
        )
    if len(grids) > 1:
        raise WrongCall(f"{submission.name} holds the case twice", "Hand in one case at a time")
    table = [row.cells for row in grids[0].rows()][:2]
    headings = [cell.strip().casefold() for cell in table[0]] if table else []
    id_ = table[1][headings.index("id")].strip() if "id" in headings else ""
    if not id_:
        raise WrongCall(f"{grids[0].file} gives the case no id", 'Add a line as id = "geran-2"')
    try:
        return case_id(id_)
    except BadCell as bad:
        raise WrongCall(f"{grids[0].file} gives the case an id that cannot be used", bad.do) from bad


def case_id(text: str) -> str:
    """An id that may stand before a colon, on a command line and in a file name. Raises ``BadCell``.

    >>> case_id("geran-2")
    'geran-2'
    """
    if not all(sign.isalnum() or sign in "-_." for sign in text) or len(text) > 100:
        raise BadCell("invalid_row", "Use letters, digits, - and _, at most 100 of them")
    if not text[:1].isalnum() or text.endswith(".") or DEVICE.fullmatch(text.partition(".")[0]):
        raise BadCell("invalid_row", "No folder can bear that name everywhere: choose another")
    return text


def _unread(submission: Submission, lists: frozenset[str]) -> Iterator[Problem]:
    """The files of the folder that nobody reads, and each folder of them once."""
    named: set[str] = set()
    for file in submission.files:
        if file.name in lists:
            continue
        folder = file.name.partition("/")[0]
        if part_of(file.name) == "unread" and file.name not in submission.workbooks and folder not in named:
            named.add(folder)
            do = "rename or remove it, or move it to documents; it was kept as a file and not read"
            yield problem("unread_sheet", folder, do=do)
