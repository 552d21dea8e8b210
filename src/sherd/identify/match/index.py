"""A catalogue made ready to be searched by whole markings.

Every part number is taken apart into trigrams, contiguous and with one place left out, in which confusable
signs count as one; each trigram knows the part numbers that hold it, and weighs the more the fewer they are.
The whole index is a handful of arrays: whoever keeps them on disk can map them into memory and search at once
(``Index.of_arrays``); nothing here opens a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from sherd.identify.match.signs import GRAM, Signs, blurred, signs
from sherd.text import key, part_keys, scripts, version

FORMAT = 1
"""Raised when the arrays change their meaning."""

FAMILIES = ((0, 1, 2), (0, 2, 3), (0, 1, 3))
"""Which three of four neighbouring characters make a trigram, family by family."""

GRAMS = len(FAMILIES) * GRAM**3
SCALE = 16
"""A trigram's weight is this many times the natural logarithm of how rare it is, rounded."""

Arrays = dict[str, NDArray[np.generic]]
"""An index as named arrays, each of one dimension."""


class WrongVersion(ValueError):
    """These arrays were made by other tables or another layout, and must be made anew from the catalogue."""


@frozen(eq=False)
class Index:
    """Part numbers ready to be searched.

    A *spelling* is one way in which a part number can stand in a marking: letters and digits without
    separators, and for a Russian name each romanised form. Spelling ``s`` belongs to the catalogue row
    ``rows[s]``; two rows with one spelling have it twice, side by side in no particular order.

    ``codes`` uint8 and ``bounds`` int64 hold the characters of all spellings; ``starts`` int64 (GRAMS + 1)
    and ``holders`` uint32 which spellings hold which trigram, ascending; ``weights`` uint16 (GRAMS) what
    each is worth; ``order`` uint32 the spellings sorted by their characters and ``shared`` uint8 how many
    characters each has in common with the one before it in that order. ``mpns`` and ``makers`` give the
    text of a row.
    """

    codes: NDArray[np.uint8]
    bounds: NDArray[np.int64]
    rows: NDArray[np.uint32]
    starts: NDArray[np.int64]
    holders: NDArray[np.uint32]
    weights: NDArray[np.uint16]
    order: NDArray[np.uint32]
    shared: NDArray[np.uint8]
    mpns: Texts
    makers: Texts
    bases: Texts
    maker_of: NDArray[np.uint32]
    base_of: NDArray[np.uint32]
    ids: NDArray[np.int64]

    def __len__(self) -> int:
        """How many catalogue rows there are."""
        return len(self.ids)

    @classmethod
    def of(
        cls,
        mpns: Sequence[str],
        makers: Sequence[str] | None = None,
        ids: Sequence[int] | None = None,
        bases: Sequence[str] | None = None,
    ) -> Index:
        """The index of a catalogue: part numbers, their makers, the ids of the rows, and their base parts.

        Without ids a row has its place; without a base part each part number is its own. Raises ValueError
        for sequences of different length.

        >>> len(Index.of(["LM358DR", "ADC0831CCN"], ["TI", "TI"]))
        2
        """
        count = len(mpns)
        makers = [""] * count if makers is None else makers
        bases = list(mpns) if bases is None else bases
        ids = range(count) if ids is None else ids
        if not count == len(makers) == len(ids) == len(bases):
            raise ValueError(
                f"{count} part numbers, {len(makers)} makers, {len(ids)} ids, {len(bases)} base parts"
            )
        spelled, rows = _spellings(mpns)
        starts, holders = _holders(spelled)
        order, shared = _in_order(spelled)
        maker_names, maker_of = _numbered(makers)
        base_names, base_of = _numbered(bases)
        return cls(
            spelled.codes,
            spelled.bounds,
            rows,
            starts,
            holders,
            _weights(starts, len(rows)),
            order,
            shared,
            Texts.of(mpns),
            maker_names,
            base_names,
            maker_of,
            base_of,
            np.fromiter(ids, np.int64, count),
        )

    def add(
        self,
        mpns: Sequence[str],
        makers: Sequence[str] | None = None,
        ids: Sequence[int] | None = None,
        bases: Sequence[str] | None = None,
    ) -> Index:
        """This catalogue with more rows: the same index as one made of all rows at once.

        Only the new part numbers are taken apart. Without ids the new rows go on counting from the last.
        """
        if ids is None:
            first = int(self.ids.max(initial=-1)) + 1
            ids = range(first, first + len(mpns))
        more = Index.of(mpns, makers, ids, bases)
        spelled = Signs(
            np.concatenate((self.codes, more.codes)),
            np.zeros(0, np.uint8),
            np.zeros(0, np.int32),
            np.concatenate((self.bounds, more.bounds[1:] + self.bounds[-1])),
        )
        starts, holders = _joined(self, more)
        order, shared = _in_order(spelled)
        maker_names, maker_of = _numbered([*self.maker_names(), *more.maker_names()])
        base_names, base_of = _numbered([*self.base_names(), *more.base_names()])
        return Index(
            spelled.codes,
            spelled.bounds,
            np.concatenate((self.rows, more.rows + np.uint32(len(self)))),
            starts,
            holders,
            _weights(starts, len(spelled)),
            order,
            shared,
            self.mpns.joined(more.mpns),
            maker_names,
            base_names,
            maker_of,
            base_of,
            np.concatenate((self.ids, more.ids)),
        )

    def twins(self, spelling: int) -> list[int]:
        """Every spelling with the same characters, itself among them, in sorted order."""
        wanted = self._characters(spelling)
        low, high = 0, len(self.order)
        while low < high:
            middle = (low + high) // 2
            if self._characters(int(self.order[middle])) < wanted:
                low = middle + 1
            else:
                high = middle
        found = []
        while low < len(self.order) and self._characters(int(self.order[low])) == wanted:
            found.append(int(self.order[low]))
            low += 1
        return found

    def letters(self, spelling: int) -> str:
        """The characters of a spelling in letters: of the part number, or of the romanised form that fits."""
        row = int(self.rows[spelling])
        forms = [key(self.mpns[row]), *sorted(part_keys(self.mpns[row]) - {key(self.mpns[row])})]
        first = spelling
        while first and self.rows[first - 1] == row:
            first -= 1
        return forms[spelling - first]

    def _characters(self, spelling: int) -> bytes:
        return self.codes[self.bounds[spelling] : self.bounds[spelling + 1]].tobytes()

    def maker_names(self) -> Iterable[str]:
        """The maker of each row, as its catalogue names it."""
        names = list(self.makers)
        return (names[n] for n in self.maker_of.tolist())

    def base_names(self) -> Iterable[str]:
        """The base part of each row."""
        names = list(self.bases)
        return (names[n] for n in self.base_of.tolist())

    def arrays(self) -> Arrays:
        """Everything, as named arrays that can be saved as they are."""
        version_of = np.frombuffer(f"{FORMAT}/{version()}".encode(), np.uint8)
        found: Arrays = {"version": version_of}
        for name in ARRAYS:
            found[name] = getattr(self, name)
        for name in TEXTS:
            texts: Texts = getattr(self, name)
            found[f"{name}_bytes"], found[f"{name}_ends"] = texts.bytes, texts.ends
        return found

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Index:
        """The index that ``arrays()`` gave, without a copy: mapped arrays stay mapped.

        Raises WrongVersion (a ValueError) where other tables or another layout made them.
        """
        made = bytes(np.asarray(arrays["version"], np.uint8)).decode()
        if made != f"{FORMAT}/{version()}":
            raise WrongVersion(f"the index is of version {made}, not {FORMAT}/{version()}: make it anew")
        fields: dict[str, object] = {name: arrays[name] for name in ARRAYS}
        for name in TEXTS:
            fields[name] = Texts(arrays[f"{name}_bytes"], arrays[f"{name}_ends"])  # type: ignore[arg-type]
        return cls(**fields)  # type: ignore[arg-type]


@frozen(eq=False)
class Texts:
    """Many texts in two arrays: UTF-8 ``bytes`` and where each text ``ends`` (int64)."""

    bytes: NDArray[np.uint8]
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Texts:
        """Those texts, in their order."""
        encoded = [text.encode() for text in texts]
        ends = np.cumsum(np.fromiter(map(len, encoded), np.int64, len(encoded)))
        return cls(np.frombuffer(b"".join(encoded), np.uint8), ends)

    def __getitem__(self, n: int) -> str:
        first = int(self.ends[n - 1]) if n else 0
        return bytes(self.bytes[first : int(self.ends[n])]).decode()

    def many(self, which: NDArray[np.int64]) -> list[str]:
        """Those texts, in the order of ``which``; all at once, which is sooner than one by one.

        >>> Texts.of(["a", "bc", ""]).many(np.array([1, 0, 2, 1]))
        ['bc', 'a', '', 'bc']
        """
        firsts = np.where(which > 0, self.ends[which - 1], 0).tolist()
        flat = self.bytes.data
        return [str(flat[a:b], "utf-8") for a, b in zip(firsts, self.ends[which].tolist(), strict=True)]

    def __len__(self) -> int:
        return len(self.ends)

    def __iter__(self) -> Iterator[str]:
        return (self[n] for n in range(len(self)))

    def joined(self, more: Texts) -> Texts:
        """These texts and then the others."""
        last = int(self.ends[-1]) if len(self) else 0
        return Texts(np.concatenate((self.bytes, more.bytes)), np.concatenate((self.ends, more.ends + last)))


def _spellings(mpns: Sequence[str]) -> tuple[Signs, NDArray[np.uint32]]:
    """The spellings of every row, row by row: its own, then, for a Russian name, its other keys."""
    texts: list[str] = []
    rows: list[int] = []
    for row, mpn in enumerate(mpns):
        texts.append(mpn)
        rows.append(row)
        if not mpn.isascii() and "Cyrillic" in scripts(mpn):
            others = sorted(part_keys(mpn) - {key(mpn)})
            texts += others
            rows += [row] * len(others)
    return signs(texts), np.array(rows, np.uint32)


def _holders(spelled: Signs) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    """For each trigram the spellings that hold it, ascending, each once."""
    lengths = np.diff(spelled.bounds)
    ends = np.repeat(spelled.bounds[1:], lengths)
    owners = np.repeat(np.arange(len(spelled), dtype=np.uint32), lengths)
    blunt = blurred()[spelled.codes].astype(np.int32)
    counts, holders = [], []
    for first, second, third in FAMILIES:
        at = np.flatnonzero(np.arange(len(blunt)) + third < ends)
        grams = (blunt[at + first] * GRAM + blunt[at + second]) * GRAM + blunt[at + third]
        grams, holder = _by_gram(grams, owners[at])
        counts.append(np.bincount(grams, minlength=GRAM**3))
        holders.append(holder)
    return _starts(np.concatenate(counts)), np.concatenate(holders)


def _by_gram(
    grams: NDArray[np.int32], owners: NDArray[np.uint32]
) -> tuple[NDArray[np.int32], NDArray[np.uint32]]:
    """Both sorted by trigram, owners ascending within one, each pair once."""
    for shift in (0, 16):  # two stable passes over 16 bits are a radix sort
        turn = np.argsort((grams >> shift).astype(np.uint16), kind="stable")
        grams, owners = grams[turn], owners[turn]
    first = np.ones(len(grams), bool)
    first[1:] = (grams[1:] != grams[:-1]) | (owners[1:] != owners[:-1])
    return grams[first], owners[first]


def _starts(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(counts)))


def _joined(one: Index, other: Index) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    """The holders of each trigram in one index and then in the other."""
    before, after = np.diff(one.starts), np.diff(other.starts)
    starts = _starts(before + after)
    holders = np.empty(int(starts[-1]), np.uint32)
    at = np.repeat(starts[:-1] - one.starts[:-1], before) + np.arange(len(one.holders))
    holders[at] = one.holders
    at = np.repeat(starts[:-1] + before - other.starts[:-1], after) + np.arange(len(other.holders))
    holders[at] = other.holders + np.uint32(len(one.rows))
    return starts, holders


def _weights(starts: NDArray[np.int64], count: int) -> NDArray[np.uint16]:
    """What each trigram is worth: ``SCALE`` times ln((spellings + 1) / (holders + 1)), rounded."""
    rare = np.log((count + 1) / (np.diff(starts) + 1))
    return np.asarray(np.rint(SCALE * rare), np.uint16)


def _in_order(spelled: Signs) -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
    """The spellings sorted by their characters, and how many each shares with the one before it."""
    lengths = np.diff(spelled.bounds)
    longest = int(lengths.max(initial=1))
    padded = np.zeros((len(spelled), longest), np.uint8)
    padded[np.arange(longest) < lengths[:, None]] = spelled.codes + 1
    order = np.argsort(padded.view(f"S{longest}").ravel(), kind="stable").astype(np.uint32)
    shared = np.zeros(len(spelled), np.uint8)
    for first in range(1, len(spelled), CHUNK):
        here = padded[order[first - 1 : first + CHUNK]]
        same = (here[1:] == here[:-1]) & (here[1:] > 0)
        shared[first : first + CHUNK] = np.minimum(same.cumprod(axis=1, dtype=np.uint8).sum(axis=1), 255)
    return order, shared


def _numbered(texts: Iterable[str]) -> tuple[Texts, NDArray[np.uint32]]:
    """Each different text once, in order of first appearance, and which of them stands at each place."""
    known: dict[str, int] = {}
    which = np.fromiter((known.setdefault(text, len(known)) for text in texts), np.uint32)
    return Texts.of(list(known)), which


ARRAYS = (
    "codes",
    "bounds",
    "rows",
    "starts",
    "holders",
    "weights",
    "order",
    "shared",
    "maker_of",
    "base_of",
    "ids",
)
TEXTS = ("mpns", "makers", "bases")
CHUNK = 65_536
