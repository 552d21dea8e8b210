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
from sherd.record.problems import escaped, problem
from sherd.record.tree import Grid, Submission, SubmittedFile, sheet_of

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
        if not os.path.lexists(each) or not each.exists():
            raise NotFound(f"{each} is not there", "Check the path")
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
    files: list[SubmittedFile] = field(factory=list)
    sheets: dict[str, bytes] = field(factory=dict)
    workbooks: dict[str, bytes] = field(factory=dict)
    problems: list[Problem] = field(factory=list)

    def folder(self, top: Path) -> None:
        """Every file below ``top``, in the order of their names."""
        pending = [(top, "")]
        while pending:
            folder, prefix = pending.pop()
            try:
                entries = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
            except OSError as error:
                if folder == top:
                    raise EdgeFailed(
                        f"{top} cannot be read: {error.strerror}", "Check its permissions"
                    ) from error
                self._unreadable(prefix.rstrip("/"), error)
                continue
            below = [entry for entry in entries if entry.is_dir(follow_symlinks=False)]
            for entry in entries:
                if entry not in below:
                    self._entry(Path(entry.path), prefix + spelt(entry.name))
            pending += [(Path(entry.path), f"{prefix}{spelt(entry.name)}/") for entry in reversed(below)]

    def single(self, path: Path) -> None:
        """One file that was named by itself; its folder is not looked at."""
        if path.is_dir():
            raise WrongCall(f"{path} is a folder", "Name one case folder, or files")
        if path.name in {file.name for file in self.files}:
            raise WrongCall(f"two of the files are called {path.name}", "Hand in one case at a time")
        if not (sheet_of(path.name) or is_workbook(path.name)):
            raise WrongCall(
                f"{path} is not a sheet of a case",
                "Name a case folder, a workbook (.xlsx), case.toml or sheets (.csv)",
            )
        self._entry(path.resolve(), path.name)

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
        link = stat.S_ISLNK(mode)
        do = (
            "put the file itself into the folder; links are not followed"
            if link
            else "remove it; only files are read"
        )
        self.problems.append(problem("unsafe_path" if link else "unreadable_file", name, do=do))

    def _unreadable(self, name: str, error: OSError) -> None:
        read = error.strerror or type(error).__name__
        self.problems.append(
            problem("unreadable_file", name, read=read, do="make it readable and record again")
        )

    def submission(self, name: str) -> Submission:
        """What was found. A workbook is read where no sheet lies beside it as CSV."""
        return Submission(
            name=name,
            files=tuple(self.files),
            sheets=self.sheets,
            grids=self._grids(),
            problems=tuple(self.problems),
            encoding=self.encoding,
        )

    def _grids(self) -> tuple[Grid, ...]:
        return ()


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
    """A file name as it can be stored: bytes that are not UTF-8 and control characters are escaped."""
    return escaped(unicodedata.normalize("NFC", name)).replace("\n", "\\x0a").replace("\r", "\\x0d")


def _open(path: Path) -> int:
    descriptor = os.open(path, _FLAGS)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(f"{path.name} is not a file")
    return descriptor
