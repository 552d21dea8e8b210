"""How wide each column of a table must be so that no word runs into its neighbour.

Widths are reckoned in letters: a capital is wider than a small letter, a Chinese sign nearly two. First every
column gets its longest word, then what is left of the line goes to the columns whose cells are long.
"""

import re
import unicodedata
from functools import lru_cache

from sherd.model import document as tree

LONGEST_WORD = 14
"""A word with more signs than this may be broken anywhere its signs allow: a digest, an address."""
LONGEST_NAME = 24
"""A word of small letters alone is language, not a code: it stays whole up to this length."""
LINE = {4: 103.0, 7: 112.0, 10: 127.0}
"""Letters in a line of a table with at most so many columns, at the size in which it is set."""
WIDEST_LINE = 148.0
PADDING, BROKEN, FULLEST = 2.5, 8.0, 90.0


def widths(table: tree.Table) -> list[float]:
    """Each column's width in letters; a width that the table states is taken as it is."""
    columns = [_column(table, at) for at in range(len(table.columns))]
    needs = [max(map(_longest_word, texts), default=0.0) + PADDING for texts in columns]
    wants = [max(need, _usual(texts[1:])) for need, texts in zip(needs, columns, strict=True)]
    line = next((letters for most, letters in LINE.items() if len(columns) <= most), WIDEST_LINE)
    spare, asked = line - sum(needs), sum(wants) - sum(needs)
    share = min(1.0, max(0.0, spare / asked)) if asked else 0.0
    return [
        round(stated.width if stated.width is not None else need + share * (want - need), 2)
        for stated, need, want in zip(table.columns, needs, wants, strict=True)
    ]


def _column(table: tree.Table, at: int) -> list[str]:
    """The title and the cells of a column as text; a code point written out is longer than its character."""
    cells = ["".join(said(span) for span in row[at]) for row in table.rows]
    return [table.columns[at].title, *cells]


def _usual(texts: list[str]) -> float:
    """The width of the fuller cells: nine of ten are not wider."""
    lengths = sorted(map(len, texts)) or [0]
    return PADDING + min(float(lengths[int(0.9 * (len(lengths) - 1))]), FULLEST)


@lru_cache(maxsize=20_000)
def _longest_word(text: str) -> float:
    return max((_letters(word) for word in re.findall(r"[^\s/-]+[/-]?", text)), default=0.0)


def breaks(word: str) -> bool:
    """Whether a word is so long that it may be broken at any place.

    >>> breaks("indistinguishable"), breaks("9f86d081884c7d659a2f"), breaks("STM32F405RGT6")
    (False, True, False)
    """
    letters = word.strip(".,;:!?()[]\"'")
    return len(word) > (LONGEST_NAME if letters[1:].isalpha() and letters[1:].islower() else LONGEST_WORD)


def _letters(word: str) -> float:
    if breaks(word):
        return BROKEN
    return sum(map(_letter, word))


@lru_cache(maxsize=5_000)
def _letter(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WF":
        return 2.0
    return 1.35 if sign.isupper() or sign in "MWmw@%" else 1.1


def said(span: tree.Span) -> str:
    """The words of a span as far as their length matters."""
    match span:
        case tree.Withheld():
            return "withheld_(team)"[:LONGEST_WORD]  # one box, never broken
        case tree.Link(url, text):
            return text or url
        case tree.Ref(target, text):
            return text or target
        case _:
            return span.text
