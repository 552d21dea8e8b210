"""Tables of lists as they reach an investigator: saved again by a spreadsheet, or cut off on the way.

A list that someone opened in a spreadsheet comes back with semicolons or tabs, with line ends of another
machine, with a line ``sep=;``. It is the same list and is read as such. A file that ends inside a row, or in
a cell that was never closed, is read as far as it goes, and that it breaks off is a problem: who is missing
below cannot be told from what is there.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from sherd.model.problems import Problem

DELIMITERS = ",;\t"

LAST_ROWS = 200
"""So many rows before the end tell how wide a row is."""

AGAIN = "What stands below it is missing: fetch the file again from its publisher."


def plain_lines(text: str) -> str:
    """A text with the line ends of its table as line feeds, without a spreadsheet's own first line or the
    mark of an end of file.

    >>> plain_lines("sep=;\\rname;id\\rA;1\\r\\x1a")
    '\\nname;id\\nA;1\\n'
    """
    if "\n" not in text and "\r" in text:
        text = text.replace("\r", "\n")
    text = re.sub(r"\A\ufeff?(?:sep=.)?(?=\r?\n)", "", text)
    return re.sub(r"\x1a\s*\Z", "", text)


def delimiter_of(text: str) -> str:
    """What divides the cells: whatever stands most often in the first lines, outside quotation marks."""
    head = re.sub(r'"(?:[^"]|"")*"', "", "\n".join(text.lstrip("\ufeff\r\n").split("\n", 5)[:5]))
    return max(DELIMITERS, key=lambda sign: (head.count(sign), -DELIMITERS.index(sign)))


def divided_by(sign: str, text: str) -> str:
    """A table divided by another sign; row by row the same cells."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sign, lineterminator="\n").writerows(rows)
    return out.getvalue()


def breaks_off(text: str, file: str) -> Problem | None:
    """Whether a table ends inside a row: the problem with that row."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    widths: Counter[int] = Counter()
    recent: list[int] = []
    number, begun, last = 0, 0, [""]
    for row in reader:
        number += 1
        if any(row):
            recent = [*recent[1 - LAST_ROWS :], len(row)]
            last, lines, begun = row, reader.line_num - begun, reader.line_num
        else:
            begun = reader.line_num
    widths.update(recent[:-1])
    if not widths:
        return None
    usual = widths.most_common(1)[0][0]
    read = "…" + "".join(last[-1:])[-40:]
    if lines > 1 and not text.rstrip().endswith('"'):
        do = f"A quotation mark that was opened in this row is never closed. {AGAIN}"
        return Problem("unclosed_quote", file, number, "", read, do)
    if not text.endswith("\n") and len(last) < usual:
        return Problem("row_width", file, number, "", read, f"The file ends inside this row. {AGAIN}")
    return None
