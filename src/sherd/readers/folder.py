"""Walk a case folder, or take files one by one, and read the sheets; nothing outside the folder is touched.

Links, pipes and devices are named and never opened. Sheets are read at once, so that what is recorded is
what is kept; photographs and documents are read piece by piece when their turn comes.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from attrs import define, field

from sherd.errors import EdgeFailed, NotFound, Refused, WrongCall
from sherd.model.problems import Problem
from sherd.readers.left_out import left_out
from sherd.readers.workbook import read
from sherd.record.decode import known_encoding
from sherd.record.problems import escaped, problem
from sherd.record.tree import CASE_SHEET, Submission, SubmittedFile, sheet_of

PIECE = 1 << 20
LARGEST_SHEET = 512 << 20
"""Bytes of a sheet; a larger one is refused before it is read."""

_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)

Where = str | os.PathLike[str]


def submission(path: Where | Sequence[Where], encoding: str | None = None) -> Submission:
    """Everything under a case folder, or the workbook or files named.

    Raises :class:`~sherd.errors.NotFound` for a path that is not there, :class:`~sherd.errors.WrongCall` for
    one that is neither a sheet nor a folder, :class:`~sherd.errors.Refused` for input that must not be read.
    """
    paths = [Path(each) for each in ([path] if isinstance(path, str | os.PathLike) else path)]
    if not paths:
        raise WrongCall("nothing was handed in", "Name a case folder, a workbook or files")
    for each in paths:
        if not os.path.exists(each):
            raise NotFound(f"{each} is not there", "Check the path")
    if encoding is not None:
        known_encoding(encoding)
    walk = _Walk(encoding)
    if len(paths) == 1 and paths[0].is_dir():
        walk.folder(paths[0])
    else:
        for each in paths:
            walk.single(each)
    return walk.submission(str(paths[0]))


@define
class _Walk:
    """What has been found so far."""

    encoding: str | None
    whole: bool = False
    files: list[SubmittedFile] = field(factory=list)
    sheets: dict[str, bytes] = field(factory=dict)
    workbooks: dict[str, bytes] = field(factory=dict)
    problems: list[Problem] = field(factory=list)

    def folder(self, top: Path) -> None:
        """Every file below ``top``: first those of a folder by name, then those of the folders in it."""
        self.whole = True
        pending = [(top, "")]
        while pending:
            folder, prefix = pending.pop()
            below = []
            for name, is_folder in self._entries(folder, prefix):
                if is_folder:
                    below.append((folder / name, f"{prefix}{spelt(name)}/"))
                else:
                    self._entry(folder / name, prefix + spelt(name))
            if folder == top and not self.workbooks and CASE_SHEET not in map(sheet_of, self.sheets):
                return  # no case: whatever else lies here is nobody's business
            pending += reversed(below)

    def single(self, path: Path) -> None:
        """One file that was named by itself; its folder is not looked at."""
        if path.is_dir():
            raise WrongCall(f"{path} is a folder", "Name one case folder, or files")
        if path.name in {file.name for file in self.files}:
            raise WrongCall(f"two of the files are called {path.name}", "Hand in one case at a time")
        if not (sheet_of(path.name) or is_workbook(path.name)):
            raise WrongCall(
                f"{path} is not a sheet of a case",
                "Name a case folder, a workbook (.xlsx; save others as that), case.toml or sheets (.csv)",
            )
        self._entry(path.resolve(), path.name)

    def submission(self, name: str) -> Submission:
        """What was found. In a folder, a workbook is read where no sheet lies beside it as CSV."""
        names = [] if self._has_sheets() else sorted(self.workbooks)
        opened = [read(each, self.workbooks[each]) for each in names]
        return Submission(
            name=name,
            files=tuple(self.files),
            sheets=self.sheets,
            grids=tuple(grid for book in opened for grid in book.grids),
            workbooks=frozenset(names),
            problems=(*self.problems, *(each for book in opened for each in book.problems)),
            encoding=self.encoding,
        )

    def _has_sheets(self) -> bool:
        return self.whole and any(sheet_of(each) != CASE_SHEET for each in self.sheets)

    def _entries(self, folder: Path, prefix: str) -> list[tuple[str, bool]]:
        """What lies in a folder, by name, each with whether it is a folder itself."""
        try:
            with os.scandir(folder) as found:
                entries = {entry.name: entry.is_dir(follow_symlinks=False) for entry in found}
        except OSError as error:
            if not prefix:
                raise EdgeFailed(
                    f"{folder} cannot be read: {error.strerror}", "Check its permissions"
                ) from error
            self._unreadable(prefix.rstrip("/"), error)
            return []
        out = left_out(entries)
        return sorted(
            (each for each in entries.items() if each[0] not in out), key=lambda each: os.fsencode(each[0])
        )

    def _entry(self, path: Path, name: str) -> None:
        try:
            found = os.lstat(path)
            if not stat.S_ISREG(found.st_mode):
                self._not_a_file(name, found.st_mode)
            elif "/" not in name and (sheet_of(name) or is_workbook(name)):
                self._sheet(path, name)
            else:
                os.close(_open(path))
                self.files.append(SubmittedFile(name, found.st_size, partial(pieces, path, name)))
        except OSError as error:
            self._unreadable(name, error)

    def _sheet(self, path: Path, name: str) -> None:
        with os.fdopen(_open(path), "rb") as file:
            if os.fstat(file.fileno()).st_size > LARGEST_SHEET:
                raise Refused(f"{name} is larger than {LARGEST_SHEET >> 20} MB", "Split the sheet")
            content = file.read()
        (self.sheets if sheet_of(name) else self.workbooks)[name] = content
        self.files.append(SubmittedFile(name, len(content), lambda: iter((content,))))

    def _not_a_file(self, name: str, mode: int) -> None:
        if stat.S_ISLNK(mode):
            do = "put the file itself into the folder; links are not followed"
            self.problems.append(problem("unsafe_path", name, do=do))
        else:
            do = "remove it; pipes, sockets and devices are not opened"
            self.problems.append(problem("unreadable_file", name, do=do))

    def _unreadable(self, name: str, error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        do = f"{reason}: make it readable and record again"
        self.problems.append(problem("unreadable_file", name, do=do))


def is_workbook(name: str) -> bool:
    """Whether a file name is that of a workbook."""
    return name.casefold().endswith(".xlsx")


def pieces(path: Path, name: str) -> Iterator[bytes]:
    """The bytes of a file, a megabyte at a time. Raises :class:`~sherd.errors.EdgeFailed`."""
    try:
        with os.fdopen(_open(path), "rb") as file:
            while piece := file.read(PIECE):
                yield piece
    except OSError as error:
        raise EdgeFailed(
            f"{name} cannot be read: {error.strerror}", "Make it readable and record again"
        ) from error


def spelt(name: str) -> str:
    """A file name as it can be stored: what is not UTF-8, and control characters, are escaped.

    >>> spelt("a\\nb.jpg")
    'a\\\\x0ab.jpg'
    """
    composed = unicodedata.normalize("NFC", name)
    return escaped(composed).replace("\t", "\\x09").replace("\n", "\\x0a").replace("\r", "\\x0d")


def _open(path: Path) -> int:
    descriptor = os.open(path, _FLAGS)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(f"{path.name} is not a file")
    return descriptor
