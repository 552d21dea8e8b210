"""The page of the case folder says what the nouns declare of every sheet, and its example is read."""

import re
from pathlib import Path

from sherd.model.columns import COMMON, Column, columns
from sherd.model.record import SHEETS
from sherd.record.intake import take_in
from sherd.record.tree import CASE_SHEET, SHEET_NAMES, Submission

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "case-folder.md").read_text(encoding="utf-8")
PLAIN = {
    "text": "text",
    "whole": "whole number",
    "number": "number",
    "flag": "yes or no",
    "interval": "date",
    "instant": "instant or date",
    "list": "list",
    "mapping": "pairs",
}


def told(section: str) -> list[tuple[str, bool, str]]:
    """The rows of the table under a heading: column, whether it is required, what it holds."""
    text = re.split(rf"^#+ {re.escape(section)}$", PAGE, flags=re.MULTILINE)[1]
    text = re.split(r"^#+ ", text, flags=re.MULTILINE)[0]
    rows = re.findall(r"^\| `([a-z_0-9]+)`(\*?) \| ((?:[^|\\]|\\\|)*) \|", text, flags=re.MULTILINE)
    return [(name, star == "*", holds.strip()) for name, star, holds in rows]


def holds(column: Column) -> str:
    """What a column holds, in the words of the page."""
    if column.words:
        words = r" \| ".join(f"`{word}`" for word in column.words)
    elif column.refers:
        words = f"id in [{column.refers}](#{column.refers})"
    else:
        words = PLAIN[column.kind]
    return words + (", withheld" if column.sealed else "")


def test_every_sheet_and_column_is_on_the_page_as_it_is_read() -> None:
    for name in sorted({*SHEET_NAMES, CASE_SHEET}):
        own = [each for each in columns(SHEETS[name]) if each.name not in COMMON]
        assert told(name) == [(each.name, each.required, holds(each)) for each in own], name


def test_the_columns_of_every_sheet_are_on_the_page() -> None:
    shared = [each for each in columns(SHEETS["items"]) if each.name in COMMON]
    assert told("Columns of every sheet") == [(each.name, each.required, holds(each)) for each in shared]


def test_the_page_names_no_sheet_that_is_not_read() -> None:
    headings = re.findall(r"^### (.+)$", PAGE, flags=re.MULTILINE)
    assert sorted(headings) == sorted({*SHEET_NAMES, CASE_SHEET})


def test_the_smallest_case_of_the_page_is_read_without_a_problem() -> None:
    toml, csv = (re.findall(rf"```{kind}\n(.*?)```", PAGE, flags=re.DOTALL)[0] for kind in ("toml", "csv"))
    intake = take_in(Submission("case", sheets={"case.toml": toml.encode(), "items.csv": csv.encode()}))
    assert [each.row.id for each in intake.rows] == ["geran-2", "K-1"]
    assert intake.problems == ()
