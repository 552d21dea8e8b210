"""Find words in a text although marks, spaces or the way accents are written differ, with the way back.

The folding is reversible: every folded letter knows which letters of the text it stands for, so that what is
found is given by the text's own offsets. Nothing else is forgiven: not a letter, not a number, not a case.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from attrs import frozen

from sherd.model.statements import Passage

_ALIKE = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‹": "'", "›": "'",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\n": " ", "\t": " ", "‑": "-", "‐": "-",
})  # fmt: skip
_DROPPED = frozenset("\u200b\u200c\u200d\ufeff\u00ad")


@frozen
class Folded:
    """A text as it is compared, and for each of its letters where the letters it stands for begin and end."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Folded:
        """Fold a text."""
        letters: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for start, end in _clusters(text):
            for letter in unicodedata.normalize("NFC", text[start:end]).translate(_ALIKE):
                if letter in _DROPPED or (letter == " " and letters and letters[-1] == " "):
                    continue
                letters.append(letter)
                starts.append(start)
                ends.append(end)
        return cls("".join(letters), tuple(starts), tuple(ends))


def find(words: str, text: str, folded: Folded | None = None) -> Iterator[Passage]:
    """Every place where the text holds these words, as passages of the text itself.

    >>> [each.text for each in find('"more steps"', "seeking “more\\u00a0steps” now")]
    ['“more\\xa0steps”']
    """
    here = folded or Folded.of(text)
    wanted = Folded.of(words.strip()).text.strip()
    at = here.text.find(wanted) if wanted else -1
    while at >= 0:
        yield Passage.of(text, here.starts[at], here.ends[at + len(wanted) - 1])
        at = here.text.find(wanted, at + 1)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """A letter with the marks that combine with it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            if start < at:
                yield start, at
            start = at
