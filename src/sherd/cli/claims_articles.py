"""The articles that a verb was handed: files, folders of files; one that cannot be read costs no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sherd.bootstrap import read_article
from sherd.cli.output import Progress
from sherd.errors import NotFound, Refused, SherdError, WrongCall

if TYPE_CHECKING:
    from sherd.model.articles import Article
    from sherd.model.problems import Problem
    from sherd.services.press import Press

CANNOT = (Refused, WrongCall, OSError)
"""What one file among several may fail with, while the others are read."""


def files_of(paths: Sequence[Path]) -> list[Path]:
    """Every file that is meant, each once: of a folder those in it and below, in the order of their paths.

    What begins with a dot is passed over. Raises ``NotFound`` for a folder that holds no file.
    """
    found: dict[Path, None] = {}
    for path in paths:
        within = list(_within(path)) if path.is_dir() else [path]
        if not within:
            raise NotFound(f"the folder {path} holds no file", "Name articles: texts, web pages or PDFs.")
        found |= dict.fromkeys(within)
    return list(found)


def _within(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def opened(
    shelf: Press | None, paths: Sequence[Path], show: Progress
) -> tuple[list[Article], tuple[Problem, ...]]:
    """The articles, and what could not be read of several; a single one that cannot be is an error."""
    files = files_of(paths)
    articles: list[Article] = []
    problems: list[Problem] = []
    for number, path in enumerate(files, 1):
        try:
            articles.append(read_article(shelf, path)[0])
        except CANNOT as error:
            if [path] == list(paths):
                raise
            problems.append(unreadable(path, error))
        show("opening", number, len(files))
    return articles, tuple(problems)


def unreadable(path: Path, error: Exception) -> Problem:
    """One of several that could not be read, as a problem."""
    from sherd.model.problems import Problem

    what, do = (error.what, error.do) if isinstance(error, SherdError) else (str(error), "Make it readable.")
    return Problem("unreadable_file", named(path), read=_seen(what), do=do)


def named(path: Path) -> str:
    r"""A path as it can be printed: what a terminal would obey, or nobody would see, is written out.

    >>> named(Path("a\x1b[31mb.txt"))
    'a\\x1b[31mb.txt'
    """
    return _seen(str(path))


def _seen(words: str) -> str:
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in words)


def any_unread(problems: Sequence[Problem]) -> bool:
    """Whether a file could not be read, so that the exit code says so."""
    return any(problem.code == "unreadable_file" for problem in problems)
