"""Seek markings in a shelf of catalogues: what each names, and which catalogue holds each candidate.

A brand in the marking, or a maker that the caller knows, speaks for those makers of the catalogue that belong
to the same line of succession; it chooses between makers of one part and never invents a part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field

from sherd.identify.asked import Asked
from sherd.identify.catalogue.shelf import Shelf
from sherd.identify.makers import lineage, named, shown
from sherd.identify.match import search
from sherd.model.parts import Candidate, Identification

WORTH_COMPILING = 400
"""Markings asked together from which on the compiled search may be used, which a first use has to compile."""

Answer = tuple[Identification, tuple[str, ...]]
"""What a marking names, and for each candidate where its catalogue has it."""


@define(eq=False)
class Lookup:
    """A shelf that can be asked. Each answer depends on its own question alone."""

    shelf: Shelf
    _by_maker: dict[str, set[str]] = field(init=False)
    _allowed: dict[str, frozenset[str]] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self._by_maker = defaultdict(set)
        for name in self.shelf.index.makers:
            for maker in named(name):
                self._by_maker[maker].add(name)

    def __call__(self, asked: Sequence[Asked]) -> Iterator[Answer]:
        """The answer to each question, in order."""
        makers = [self._speaks_for(each) for each in asked]
        markings = [each.marking for each in asked]
        compiled = None if len(markings) >= WORTH_COMPILING else False
        for question, found in zip(asked, search(self.shelf.index, markings, makers, compiled), strict=True):
            found = _given(found) if question.maker else found
            yield found, tuple(str(self.shelf.provenance(each.parts[0].row)) for each in found.candidates)

    def _speaks_for(self, asked: Asked) -> frozenset[str]:
        """The makers, as the catalogues name them, for which the caller or the marking's brand speaks."""
        if asked.maker:
            return frozenset().union(*map(self._of, named(asked.maker)))
        brands = {each.maker for each in shown(asked.marking) if each.kind == "brand"}
        return frozenset().union(*map(self._of, brands))

    def _of(self, maker: str) -> frozenset[str]:
        if maker not in self._allowed:
            names = (self._by_maker.get(each, set()) for each in lineage(maker))
            self._allowed[maker] = frozenset(name for each in names for name in each)
        return self._allowed[maker]


def _given(found: Identification) -> Identification:
    """The answer to a question that names the maker: what speaks for a maker is that name, not a brand."""
    return evolve(found, candidates=tuple(map(_reworded, found.candidates)))


def _reworded(candidate: Candidate) -> Candidate:
    words = (
        each.replace("the marking's brand", "the maker that was given") for each in candidate.maker_evidence
    )
    return evolve(candidate, maker_evidence=tuple(words))
