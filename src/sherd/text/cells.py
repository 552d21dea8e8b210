"""A column of cells as one stretch of UTF-8: millions of rows are gone through without a string for each.

A cell becomes a string when somebody asks for it. Bulk readers hand over the bytes of a file as they lie;
whoever has strings already gives those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import overload

import numpy as np
from attrs import frozen
from numpy.typing import NDArray


@frozen(eq=False)
class Cells(Sequence[str]):
    """Cell ``n`` is ``data[begins[n]:ends[n]]``; cells need not touch or be in order."""

    data: NDArray[np.uint8]
    begins: NDArray[np.int64]
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Cells:
        """The cells of strings; a lone surrogate is kept as it is.

        >>> Cells.of(["ДАТЧИК", "", "IC"])[0:2].ends.tolist()
        [12, 13]
        """
        if isinstance(texts, Cells):
            return texts
        texts = list(texts)
        if not texts:
            return cls.empty(0)
        data = np.frombuffer("\0".join(texts).encode("utf-8", "surrogatepass"), np.uint8)
        between = np.flatnonzero(data == 0)
        if len(between) != len(texts) - 1:  # a cell holds such a sign itself
            sizes = [len(text.encode("utf-8", "surrogatepass")) + 1 for text in texts[:-1]]
            between = np.cumsum(sizes, dtype=np.int64) - 1
        return cls(data, np.append(0, between + 1), np.append(between, len(data)))

    @classmethod
    def empty(cls, count: int) -> Cells:
        """As many cells with nothing in them."""
        return cls(np.zeros(0, np.uint8), np.zeros(count, np.int64), np.zeros(count, np.int64))

    @classmethod
    def together(cls, parts: Iterable[Cells]) -> Cells:
        """The cells of several columns, one after the other."""
        begins, ends, stretches, before = [], [], [], 0
        for part in parts:
            bounds, data = part.packed()
            begins.append(bounds[:-1] + before)
            ends.append(bounds[1:] + before)
            stretches.append(data)
            before += len(data)
        return cls(np.concatenate(stretches), np.concatenate(begins), np.concatenate(ends))

    def __len__(self) -> int:
        return len(self.begins)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Cells: ...
    def __getitem__(self, place: int | slice) -> str | Cells:
        if isinstance(place, slice):
            return Cells(self.data, self.begins[place], self.ends[place])
        begin, end = self.begins[place], self.ends[place]
        return str(self.data.data[begin:end], "utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        bounds, data = self.packed()
        text = data.tobytes().decode("utf-8", "surrogatepass")
        points = np.append(0, np.cumsum(data & 0xC0 != 0x80, dtype=np.int32))[bounds]  # none goes on there
        return (text[begin:end] for begin, end in pairwise(points.tolist()))

    def packed(self) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
        """The bytes of the cells end to end, and where each begins, with where the last ends.

        >>> bounds, data = Cells.of(["IC", "", "№7"]).packed()
        >>> bounds.tolist(), data.tobytes().decode()
        ([0, 2, 2, 6], 'IC№7')
        """
        sizes = self.ends - self.begins
        bounds = np.append(0, np.cumsum(sizes))
        if len(sizes) and (self.begins[1:] == self.ends[:-1]).all():
            return bounds, self.data[self.begins[0] : self.ends[-1]]
        places = np.arange(bounds[-1]) + np.repeat(self.begins - bounds[:-1], sizes)
        return bounds, self.data[places]
