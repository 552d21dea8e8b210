"""What was handed in, before anyone reads it: the sheets, and the files that lie beside them.

A case folder holds ``case.toml``, one CSV file per sheet, and the folders ``photos``, ``documents`` and
``shipments``; a workbook holds the same sheets. The edge (``sherd.readers``) walks the disk and opens the
workbook; from here on there are only names, bytes and cells.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import Literal, NamedTuple

from attrs import field, frozen

from sherd.model.problems import Problem
from sherd.model.provenance import Edition, Export, File, NotedProblem, RawRow
from sherd.model.record import SHEETS
from sherd.model.supply import RequestStep

FOLDERS = ("photos", "documents", "shipments")
"""The folders of a case; what lies in them is kept byte by byte."""

CASE_SHEET = "case.toml"
SHEET_NAMES = frozenset(
    name
    for name, noun in SHEETS.items()
    if noun not in {File, RawRow, NotedProblem, Export, Edition, RequestStep} and name != CASE_SHEET
)
"""The sheets that a person writes, without ``.csv``."""

WELCOME = frozenset({"readme.md", "readme.txt", "readme", "licence", "license", "licence.md", "license.md"})
"""Files of the case's own root that are kept without being asked for; they are not read."""

Chunks = Callable[[], Iterator[bytes]]

Part = Literal["sheet", "kept", "unread"]


@frozen
class SubmittedFile:
    """A file as handed in: its path inside the case with forward slashes, its size, its bytes on demand."""

    name: str
    size: int
    chunks: Chunks = field(repr=False, eq=False)


class Mark(NamedTuple):
    """What is odd about one cell: a problem code and what to do, or only what a spreadsheet knows of it.

    ``raw`` is the cell as it goes into the raw row, ``day`` what it means in a column of dates, ``shown``
    what it says in a column of texts.
    """

    code: str = ""
    raw: str = ""
    day: str = ""
    do: str = ""
    shown: str = ""


class CellRow(NamedTuple):
    """One row as a spreadsheet counts it (the first is 1), its cells, and the marks of odd cells by index.

    ``fault`` is set when the row as a whole could not be told apart into cells; it is then raw.
    """

    number: int
    cells: list[str]
    marks: Mapping[int, Mark] | None = None
    fault: Problem | None = None


@frozen
class Grid:
    """One sheet as rows of cells. ``name`` is the sheet's, ``file`` is how a problem names it.

    ``rows`` may be called more than once; the first that is not blank is the header. ``problems`` are those
    of the sheet as a whole. Where headings are keys of a list, ``keys`` gives the row of each, ``headings``
    their order. ``placed`` says that cells stand under their column letters, so that one too many cannot
    have shifted the others.
    """

    name: str
    file: str
    rows: Callable[[], Iterator[CellRow]] = field(repr=False, eq=False)
    problems: tuple[Problem, ...] = ()
    keys: Mapping[str, int] | None = None
    headings: tuple[str, ...] = ()
    placed: bool = False


@frozen
class Submission:
    """Everything that was handed in at once.

    ``sheets`` holds the bytes of ``case.toml`` and of each ``NAME.csv``; ``grids`` the sheets of the
    ``workbooks``; ``files`` every file, the sheets among them. ``encoding`` is what the user says of files
    without a byte order mark that are not UTF-8.
    """

    name: str
    files: tuple[SubmittedFile, ...] = ()
    sheets: Mapping[str, bytes] = field(factory=dict, repr=False)
    grids: tuple[Grid, ...] = ()
    workbooks: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    encoding: str | None = None


def part_of(name: str) -> Part:
    """What a file of a case folder is to intake, by its path inside the folder.

    >>> part_of("items.csv"), part_of("photos/1.jpg"), part_of("notes.csv"), part_of("README.md")
    ('sheet', 'kept', 'unread', 'kept')
    """
    path = PurePosixPath(name)
    if len(path.parts) > 1:
        return "kept" if path.parts[0].casefold() in FOLDERS else "unread"
    if sheet_of(name):
        return "sheet"
    return "kept" if name.casefold() in WELCOME else "unread"


def sheet_of(name: str) -> str:
    """The sheet that a file of the case's root holds, or ``""``: ``items`` for ``items.csv``."""
    folded = name.casefold()
    if folded == CASE_SHEET:
        return CASE_SHEET
    stem, dot, ending = folded.rpartition(".")
    return stem if dot and ending == "csv" and stem in SHEET_NAMES else ""


def leaves_folder(path: str) -> bool:
    """Whether a path that a cell names could lead out of the case folder.

    >>> [leaves_folder(path) for path in ("photos/1.jpg", "../1.jpg", "/etc/passwd", "C:\\\\x", "a/../../b")]
    [False, True, True, True, True]
    """
    windows = PureWindowsPath(path)
    return bool(windows.drive or windows.root or ".." in windows.parts or path.startswith("~"))


def composed(path: str) -> str:
    """A path in one spelling: forward slashes, no ``./``, letters composed (Unicode NFC).

    >>> composed("./photos\\\\cafe\\u0301.jpg")
    'photos/café.jpg'
    """
    return unicodedata.normalize("NFC", PurePosixPath(path.replace("\\", "/")).as_posix())


def by_path(files: Iterable[SubmittedFile]) -> dict[str, str]:
    """The file ids of a submission by each path under which a cell may name them."""
    found: dict[str, str] = {}
    for file in files:
        path = composed(file.name)
        found[path] = file.name
        folder, _, rest = path.partition("/")
        if folder.casefold() in FOLDERS and rest:
            found.setdefault(rest, file.name)
    return found
