"""Case folders as people leave them: links, pipes, locked files, the store itself."""

import os
from pathlib import Path

import pytest

from sherd.errors import EdgeFailed, NotFound, Refused, WrongCall
from sherd.readers import folder as reading
from sherd.readers.folder import submission
from sherd.readers.workbook import write
from sherd.record.intake import take_in

CASE = 'id = "case-1"\ntitle = "A case"\nquestion = "Who made it?"\n'
ITEMS = "id,label,role,custody_status\nI1,Item one,item,unknown\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    (folder / "photos").mkdir(parents=True)
    (folder / "case.toml").write_text(CASE, encoding="utf-8")
    (folder / "items.csv").write_text(ITEMS, encoding="utf-8")
    (folder / "photos" / "1.jpg").write_bytes(b"x" * 10)
    return folder


def taken(path: Path | list[Path]) -> tuple[list[str], list[tuple[str, str]]]:
    """The files kept and the problems, as code and file."""
    intake = take_in(submission(path))
    assert [each.row for each in intake.rows]
    files = [kept.file.id for kept in intake.files()]
    return files, [(each.code, each.file) for each in intake.problems]


def test_every_file_of_the_folder_is_kept(case: Path) -> None:
    assert taken(case) == (["case.toml", "items.csv", "photos/1.jpg"], [])


def test_a_folder_that_is_no_case_is_not_walked(case: Path) -> None:
    (case / "case.toml").unlink()
    seen = submission(case)
    assert [file.name for file in seen.files] == ["items.csv"]
    with pytest.raises(WrongCall, match=r"no case\.toml"):
        take_in(seen)


def test_a_file_that_nobody_reads_is_kept_and_named_once_for_its_folder(case: Path) -> None:
    (case / "notes").mkdir()
    for name in ("notes/a.txt", "notes/b.txt", "lists.csv", "README.md"):
        (case / name).write_text("a", encoding="utf-8")
    files, problems = taken(case)
    assert {"notes/a.txt", "notes/b.txt", "lists.csv", "README.md"} <= set(files)
    assert problems == [("unread_sheet", "lists.csv"), ("unread_sheet", "notes")]


@pytest.mark.parametrize("name", ["photos/2.jpg", "sources.csv", "documents"])
def test_a_link_is_named_and_not_followed(name: str, case: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "key").write_text("secret", encoding="utf-8")
    (case / name).symlink_to(secret if name == "documents" else secret / "key")
    files, problems = taken(case)
    assert files == ["case.toml", "items.csv", "photos/1.jpg"]
    assert problems == [("unsafe_path", name)]


def test_a_pipe_is_named_and_never_opened(case: Path) -> None:
    os.mkfifo(case / "photos" / "pipe.jpg")
    os.mkfifo(case / "sources.csv")
    files, problems = taken(case)
    assert files == ["case.toml", "items.csv", "photos/1.jpg"]
    assert problems == [("unreadable_file", "sources.csv"), ("unreadable_file", "photos/pipe.jpg")]


def test_a_file_that_may_not_be_read_is_named(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = os.open

    def guarded(path: str | os.PathLike[str], flags: int) -> int:
        if Path(path).name == "1.jpg":
            raise PermissionError(13, "Permission denied")
        return honest(path, flags)

    monkeypatch.setattr(reading.os, "open", guarded)
    assert taken(case) == (["case.toml", "items.csv"], [("unreadable_file", "photos/1.jpg")])


def test_a_file_that_vanishes_on_the_way_is_named(case: Path) -> None:
    intake = take_in(submission(case))
    assert list(intake.rows)
    (case / "photos" / "1.jpg").unlink()
    assert [kept.file.id for kept in intake.files()] == ["case.toml", "items.csv"]
    assert [(each.code, each.file) for each in intake.problems] == [("unreadable_file", "photos/1.jpg")]


def test_a_sheet_that_changes_on_the_way_is_kept_as_it_was_read(case: Path) -> None:
    intake = take_in(submission(case))
    (case / "items.csv").write_text("id\n", encoding="utf-8")
    assert list(intake.rows)
    assert [kept.read() for kept in intake.files() if kept.file.id == "items.csv"] == [ITEMS.encode()]


def test_the_store_and_the_dossier_are_no_part_of_the_case(case: Path) -> None:
    (case / "sherd.files").mkdir()
    (case / "case-1").mkdir()
    names = (
        "sherd.db",
        "sherd.key",
        "sherd.files/ab",
        "case-1/dossier.html",
        "case-1/summary.json",
        ".DS_Store",
        "~$a.xlsx",
    )
    for name in names:
        (case / name).write_bytes(b"secret")
    assert taken(case) == (["case.toml", "items.csv", "photos/1.jpg"], [])


def test_a_database_that_is_evidence_is_kept(case: Path) -> None:
    (case / "documents").mkdir()
    (case / "documents" / "flight.db").write_bytes(b"SQLite format 3\0")
    assert "documents/flight.db" in taken(case)[0]


def test_a_name_that_is_not_utf8_or_breaks_the_line_is_kept_in_plain_letters(case: Path) -> None:
    (case / "photos" / "a\nb.jpg").write_bytes(b"x")
    (case / os.fsdecode(b"photos/\xff.jpg")).write_bytes(b"x")
    assert taken(case)[0] == [
        "case.toml",
        "items.csv",
        "photos/1.jpg",
        "photos/a\\x0ab.jpg",
        "photos/\\xff.jpg",
    ]


def test_a_workbook_stands_for_the_sheets_and_photographs_lie_beside_it(case: Path) -> None:
    (case / "items.csv").unlink()
    photographs = [["id", "file"], ["P1", "photos/1.jpg"]]
    items = [row.split(",") for row in ITEMS.splitlines()]
    (case / "sheets.xlsx").write_bytes(write({"items": items, "photographs": photographs}))
    assert taken(case) == (["case.toml", "sheets.xlsx", "photos/1.jpg"], [])


def test_a_workbook_beside_csv_sheets_is_kept_and_named_as_unread(case: Path) -> None:
    (case / "sheets.xlsx").write_bytes(write({"items": [["id"]]}))
    files, problems = taken(case)
    assert "sheets.xlsx" in files
    assert problems == [("unread_sheet", "sheets.xlsx")]


def test_sheets_may_be_handed_in_one_by_one(case: Path) -> None:
    assert taken([case / "case.toml", case / "items.csv"]) == (["case.toml", "items.csv"], [])


def test_a_single_sheet_may_be_a_link_that_the_user_named(case: Path, tmp_path: Path) -> None:
    (tmp_path / "items.csv").symlink_to(case / "items.csv")
    assert taken([case / "case.toml", tmp_path / "items.csv"])[0] == ["case.toml", "items.csv"]


@pytest.mark.parametrize("path", ["nowhere", "nowhere/case.toml", "a\0b"])
def test_a_path_that_is_not_there_is_not_found(path: str, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        submission(tmp_path / path)


def test_what_is_no_case_is_a_wrong_call(case: Path) -> None:
    (case / "book.ods").write_bytes(b"PK")
    for paths in (
        [],
        [case / "book.ods"],
        [case, case / "items.csv"],
        [case / "items.csv", case / "items.csv"],
    ):
        with pytest.raises(WrongCall):
            submission(paths)
    with pytest.raises(WrongCall, match="klingon"):
        submission(case, encoding="klingon")


def test_a_folder_that_may_not_be_read_is_a_failing_edge(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_path: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(reading.os, "scandir", locked)
    with pytest.raises(EdgeFailed, match="Permission denied"):
        submission(case)


def test_a_sheet_too_large_to_be_one_is_refused_before_it_is_read(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST_SHEET", 20)
    with pytest.raises(Refused, match=r"case\.toml"):
        submission(case)


def test_the_order_of_files_does_not_hang_on_the_disk(case: Path) -> None:
    for name in ("b", "a", "c"):
        (case / "photos" / f"{name}.jpg").write_bytes(b"x")
    assert taken(case)[0][2:] == [f"photos/{name}.jpg" for name in ("1", "a", "b", "c")]
