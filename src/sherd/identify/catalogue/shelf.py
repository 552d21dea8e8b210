"""The catalogues that are searched, as one index, with the catalogue from which each part number comes.

A part number of one maker is searched once, however many catalogues hold it; it keeps the first of them. An
edition is added to a shelf without taking the others apart again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from sherd.identify.catalogue.entry import Entry
from sherd.identify.match.index import Index, Texts

FORMAT = 1
"""Raised when the arrays change their meaning."""

_KEPT = ("sources", "licences")


@frozen
class Provenance:
    """Where an entry of a catalogue comes from: the edition, and what the row says of its own source."""

    edition: str
    source: str
    licence: str

    def __str__(self) -> str:
        return f"{self.edition} ({self.source})" if self.source else self.edition


@frozen(eq=False)
class Shelf:
    """Catalogues ready to be searched.

    ``editions`` are their names in the order in which they were put there; ``edition_of``, ``source_of`` and
    ``licence_of`` (uint32, one for each row of ``index``) say where each row comes from.
    """

    index: Index
    editions: tuple[str, ...]
    edition_of: NDArray[np.uint32]
    sources: Texts
    source_of: NDArray[np.uint32]
    licences: Texts
    licence_of: NDArray[np.uint32]

    def __len__(self) -> int:
        """How many part numbers are searched."""
        return len(self.index)

    @classmethod
    def of(cls, catalogues: Sequence[tuple[str, Sequence[Entry]]]) -> Shelf:
        """A shelf of catalogues, each by name, the first of them the first to be believed.

        >>> one, other = Entry("LM358DR", "TI"), Entry("LM324")
        >>> shelf = Shelf.of([("a", [one]), ("b", [one, other])])
        >>> len(shelf), [str(shelf.provenance(row)) for row in range(2)]
        (2, ['a', 'b'])
        """
        names = tuple(name for name, _ in catalogues)
        taken: dict[tuple[str, str], tuple[int, Entry]] = {}
        for number, (_, entries) in enumerate(catalogues):
            for each in entries:
                taken.setdefault((each.mpn, each.manufacturer), (number, each))
        found = [each for _, each in taken.values()]
        sources, source_of = _numbered(each.source for each in found)
        licences, licence_of = _numbered(each.licence for each in found)
        edition_of = np.fromiter((number for number, _ in taken.values()), np.uint32, len(found))
        index = Index.of([each.mpn for each in found], [each.manufacturer for each in found])
        return cls(index, names, edition_of, sources, source_of, licences, licence_of)

    def add(self, name: str, entries: Sequence[Entry]) -> Shelf:
        """This shelf with one more catalogue: the same as one made of all of them at once."""
        there = set(zip(self.index.mpns, self.index.maker_names(), strict=True))
        new = {(each.mpn, each.manufacturer): each for each in reversed(entries)}
        order = dict.fromkeys((each.mpn, each.manufacturer) for each in entries)
        found = [new[pair] for pair in order if pair not in there]
        sources, source_of = _numbered(
            [*self._each(self.sources, self.source_of), *(e.source for e in found)]
        )
        licences, licence_of = _numbered(
            [*self._each(self.licences, self.licence_of), *(e.licence for e in found)]
        )
        return Shelf(
            self.index.add([each.mpn for each in found], [each.manufacturer for each in found]),
            (*self.editions, name),
            np.concatenate((self.edition_of, np.full(len(found), len(self.editions), np.uint32))),
            sources,
            source_of,
            licences,
            licence_of,
        )

    def provenance(self, row: int) -> Provenance:
        """Where a row of the index comes from."""
        return Provenance(
            self.editions[int(self.edition_of[row])],
            self.sources[int(self.source_of[row])],
            self.licences[int(self.licence_of[row])],
        )

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Everything but the names of the editions, as named arrays that can be kept as they are."""
        found: dict[str, NDArray[Any]] = dict(self.index.arrays())
        for name in _KEPT:
            texts: Texts = getattr(self, name)
            found[f"{name}_bytes"], found[f"{name}_ends"] = texts.bytes, texts.ends
        for name in ("edition_of", "source_of", "licence_of"):
            found[name] = getattr(self, name)
        return found

    @classmethod
    def of_arrays(cls, editions: Sequence[str], arrays: Mapping[str, NDArray[Any]]) -> Shelf:
        """The shelf that ``arrays()`` gave, without a copy. Raises ``ValueError`` for another version's."""
        texts = {name: Texts(arrays[f"{name}_bytes"], arrays[f"{name}_ends"]) for name in _KEPT}
        return cls(
            Index.of_arrays(arrays),
            tuple(editions),
            arrays["edition_of"],
            texts["sources"],
            arrays["source_of"],
            texts["licences"],
            arrays["licence_of"],
        )

    @staticmethod
    def _each(texts: Texts, which: NDArray[np.uint32]) -> Iterable[str]:
        named = list(texts)
        return (named[n] for n in which.tolist())


def _numbered(texts: Iterable[str]) -> tuple[Texts, NDArray[np.uint32]]:
    """Each different text once, and which of them stands at each place."""
    known: dict[str, int] = {}
    which = np.fromiter((known.setdefault(text, len(known)) for text in texts), np.uint32)
    return Texts.of(list(known)), which
