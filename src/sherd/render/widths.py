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
"""A word of letters alone is a name or language, no code: it stays whole up to this length."""
SHORTEST_PIECE = 6
"""A code without any separator is cut after so many signs."""
SEPARATORS = "/\\-_.,;:=&?|+@"
LINE = {4: 103.0, 7: 112.0, 10: 127.0}
"""Letters in a line of a table with at most so many columns, at the size in which it is set."""
WIDEST_LINE = 148.0
PADDING, FULLEST = 2.5, 90.0


def widths(table: tree.Table) -> list[float]:
    """Each column's width in letters; one that the table states, as a share, still holds its longest word."""
    columns = [_column(table, at) for at in range(len(table.columns))]
    needs = [max(map(_longest_word, texts), default=0.0) + PADDING for texts in columns]
    wants = [max(need, _usual(texts[1:])) for need, texts in zip(needs, columns, strict=True)]
    line = _line(table)
    spare, asked = line - sum(needs), sum(wants) - sum(needs)
    share = min(1.0, max(0.0, spare / asked)) if asked else 0.0
    stated = [each.width for each in table.columns if each.width is not None]
    whole = sum(stated) if len(stated) == len(columns) else 100.0
    return [
        round(need + share * (want - need) if each.width is None else max(need, each.width * line / whole), 2)
        for each, need, want in zip(table.columns, needs, wants, strict=True)
    ]


def is_low(table: tree.Table) -> bool:
    """Whether no row is so high that a page must end inside it."""
    share = widths(table)
    line = _line(table)
    return not any(
        PADDING + len("".join(said(span) for span in cell)) / max(1.0, line * width / sum(share)) > MOST_LINES
        for row in table.rows
        for cell, width in zip(row, share, strict=True)
    )


MOST_LINES = 24
"""Lines of a row that is set on one page, whatever stands above it."""


def _line(table: tree.Table) -> float:
    """Letters in a line of the table."""
    return next((letters for most, letters in LINE.items() if len(table.columns) <= most), WIDEST_LINE)


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
    """Whether a word is so long that the line may end inside it.

    >>> breaks("STMicroelectronics"), breaks("9f86d081884c7d659a2f"), breaks("STM32F405RGT6")
    (False, True, False)
    """
    letters = word.strip(".,;:!?()[]\"'«»“”")
    return len(word) > (LONGEST_NAME if letters.isalpha() else LONGEST_WORD)


def word_pieces(word: str) -> list[str]:
    """Where the line may end inside a long word: behind its separators, and only then inside a long code.

    >>> word_pieces("https://example.org/annex"), word_pieces("Shahed-136/Geran-2")
    (['https://', 'example.', 'org/', 'annex'], ['Shahed-', '136/', 'Geran-', '2'])
    >>> word_pieces("9f86d081884c7d65")
    ['9f86d0', '81884c', '7d65']
    """
    if not breaks(word):
        return [word]
    found: list[str] = []
    for piece in _PIECE.findall(word):
        if not breaks(piece):
            found.append(piece)
        else:
            found += [piece[at : at + SHORTEST_PIECE] for at in range(0, len(piece), SHORTEST_PIECE)]
    return found


_PIECE = re.compile(rf"[^{re.escape(SEPARATORS)}]*[{re.escape(SEPARATORS)}]+|[^{re.escape(SEPARATORS)}]+")


def _letters(word: str) -> float:
    return max(sum(map(_letter, piece)) for piece in word_pieces(word))


@lru_cache(maxsize=5_000)
def _letter(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WF":
        return 2.0
    return 1.35 if sign.isupper() or sign in "MWmw@%" else 1.1


def said(span: tree.Span) -> str:
    """The words of a span as far as their length matters."""
    match span:
        case tree.Withheld(level):  # a box in smaller letters, on two lines where there is no more room
            return " ".join("n" * round(0.8 * len(word) + 1) for word in ("withheld", f"({level})"))
        case tree.Link(url, text):
            return text or url
        case tree.Ref(target, text):
            return text or target
        case _:
            return span.text
