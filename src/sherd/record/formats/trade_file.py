"""A trade file as ``[[shipments]]`` of ``case.toml`` lays it out: which heading is the text, day, end.

The file stays as the vendor gave it and is kept byte by byte; nothing of it becomes a row of the case. It is
searched for the parts of the case whenever a dossier is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from sherd.model.problems import Problem
from sherd.model.row import RELEASES
from sherd.record.problems import nearest, problem
from sherd.record.tree import leaves_folder

COLUMNS = {
    "text": "text", "date": "day", "from": "origin", "to": "destination", "hs": "hs", "importer": "importer",
    "importer_country": "importer_country",
}  # fmt: skip
"""What a heading can be named for, and how the search calls it."""

OTHERS = ("file", "source", "release", "encoding")


@frozen
class Layout:
    """A trade file: its path in the case folder, the heading of each thing that it says, who may see it."""

    file: str
    columns: Mapping[str, str]
    source: str = ""
    release: str = "sealed"
    encoding: str | None = None


def layouts(tables: Any, file: str) -> tuple[list[Layout], list[Problem]]:
    """The trade files that ``[[shipments]]`` describes; what is missing or not read is a problem."""
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        return [], []
    found: list[Layout] = []
    problems: list[Problem] = []
    for table in tables:
        said = {str(key): str(value) for key, value in table.items()}
        wrong = list(_wrong(said, file))
        problems += wrong
        if any(each.code in {"missing_value", "unsafe_path"} for each in wrong):
            continue
        columns = {COLUMNS[key]: said[key] for key in COLUMNS if said.get(key)}
        release = said.get("release", "sealed")
        level = release if release in RELEASES else "sealed"
        found.append(Layout(said["file"], columns, said.get("source", ""), level, said.get("encoding")))
    return found, problems


def _wrong(said: Mapping[str, str], file: str) -> list[Problem]:
    known = (*COLUMNS, *OTHERS)
    wrong = [
        problem("unread_key", file, column=key, do=nearest(key, known)) for key in said if key not in known
    ]
    wrong += [
        problem("missing_value", file, column=f"shipments.{key}", do=f"say which {what} it is")
        for key, what in (("file", "file"), ("text", "heading has the text"))
        if not said.get(key, "").strip()
    ]
    if leaves_folder(said.get("file", "")):
        do = "put the file into the folder shipments of the case"
        wrong.append(problem("unsafe_path", file, column="shipments.file", read=said["file"], do=do))
    if (release := said.get("release")) and release not in RELEASES:
        do = f"write one of {', '.join(RELEASES)}"
        wrong.append(problem("unknown_word", file, column="shipments.release", read=release, do=do))
    return wrong
