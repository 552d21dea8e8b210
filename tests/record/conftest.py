"""Cases small enough to read, handed in as text; what comes out, gathered."""

from collections.abc import Callable, Mapping

import pytest
from attrs import frozen

from sherd.model.problems import Problem
from sherd.model.provenance import RawRow
from sherd.model.row import Row
from sherd.record.intake import Placed, take_in
from sherd.record.tree import Submission, SubmittedFile

CASE = 'id = "case-1"\ntitle = "A case"\nquestion = "Who made it?"\n'
ITEMS = "id,label,role,custody_status\nI1,Item one,item,unknown\nI2,Item two,reference,unknown\n"
COMPONENTS = "id,item,label\nC1,I1,Board\n"
FEATURES = "feature,group,kind,levels,link,decided\nskin,body,category,carbon|glass,design,2024\n"


@frozen
class Taken:
    """All that an intake gave."""

    placed: tuple[Placed, ...]
    raw_rows: tuple[RawRow, ...]
    problems: tuple[Problem, ...]

    def of(self, kind: str) -> dict[str, Row]:
        """The rows of one kind, by id."""
        return {each.row.id: each.row for each in self.placed if each.row.kind == kind}

    def found(self) -> list[tuple[str, str, int | None, str]]:
        """Problems as code, file, row, column."""
        return [(each.code, each.file, each.row, each.column) for each in self.problems]


Take = Callable[..., Taken]


@pytest.fixture
def take() -> Take:
    """Hand in sheets by name (``items="…"``), as text or bytes; a case and two items unless given."""

    def handed_in(
        sheets: Mapping[str, str | bytes] | None = None,
        files: tuple[str, ...] = (),
        encoding: str | None = None,
        known_elsewhere: Callable[[str, str, str], bool] = lambda _case, _sheet, _id: False,
        **more: str | bytes,
    ) -> Taken:
        given = {f"{name}.csv": content for name, content in more.items()}
        folder = {"case.toml": CASE, "items.csv": ITEMS, **given, **(sheets or {})}
        contents = {
            name: content.encode() if isinstance(content, str) else content
            for name, content in folder.items()
        }
        names = (*contents, *files)
        submission = Submission(
            "case",
            files=tuple(SubmittedFile(name, 0, lambda: iter(())) for name in names),
            sheets=contents,
            encoding=encoding,
        )
        intake = take_in(submission, known_elsewhere)
        return Taken(tuple(intake.rows), intake.raw_rows, intake.problems)

    return handed_in
