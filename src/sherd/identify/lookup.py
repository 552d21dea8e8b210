"""Seek markings in a shelf of catalogues: what each names, and which catalogue holds each candidate.

A brand in the marking, or a maker that the caller knows, speaks for those makers of the catalogue that belong
to the same line of succession; it chooses between makers of one part and never invents a part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import define, evolve, field

from sherd.identify.asked import Asked
from sherd.identify.catalogue.shelf import Shelf
from sherd.identify.makers import lineage, named, shown
from sherd.identify.match import Answers, Shortener, search
from sherd.model.parts import Identification, ShortAnswer
from sherd.text.compiled import has_compiler

WORTH_COMPILING = 400
"""Markings asked together from which on the compiled search may be used, which a first use has to compile."""

Answer = tuple[Identification, tuple[str, ...]]
"""What a marking names, and for each candidate where its catalogue has it."""


@define(eq=False)
class Lookup:
    """A shelf that can be asked. Each answer depends on its own question alone."""

    shelf: Shelf
    _allowed: dict[str, frozenset[str]] = field(factory=dict, init=False)
    _shortener: Shortener | None = field(default=None, init=False)
    _compiled: bool = field(default=False, init=False)

    @cached_property
    def _by_maker(self) -> dict[str, set[str]]:
        """The names in the catalogues of each maker on record; asked for with the first brand."""
        names: dict[str, set[str]] = {}
        for name in self.shelf.index.makers:
            for maker in named(name):
                names.setdefault(maker, set()).add(name)
        return names

    def __call__(self, asked: Sequence[Asked]) -> Iterator[Answer]:
        """The answer to each question, in order."""
        for question, found in zip(asked, self._search(asked), strict=True):
            found = _given(found) if question.maker else found
            yield found, tuple(str(self.shelf.provenance(each.parts[0].row)) for each in found.candidates)

    def short(self, asked: Sequence[Asked]) -> Iterator[ShortAnswer]:
        """The answer to each question in short, in order."""
        if self._shortener is None:
            self._shortener = Shortener(self.shelf.index)
        for question, found in zip(asked, self._shortener(self._search(asked)), strict=True):
            yield _given_short(found) if question.maker else found

    def get_ready(self, count: int) -> None:
        """Compile now what ``count`` markings asked together will need; loading it again is cheap."""
        if self._compiles(count):
            search(self.shelf.index, [""], compiled=True)

    def _search(self, asked: Sequence[Asked]) -> Answers:
        makers = [self._speaks_for(each) for each in asked]
        compiled = self._compiles(len(asked))
        return search(self.shelf.index, [each.marking for each in asked], makers, compiled)

    def _compiles(self, count: int) -> bool:
        """Whether so many markings are worth compiling the search, or it has been compiled already."""
        self._compiled |= count >= WORTH_COMPILING
        return self._compiled and has_compiler()

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
    return evolve(
        found,
        candidates=tuple(
            evolve(each, maker_evidence=tuple(map(_reworded, each.maker_evidence)))
            for each in found.candidates
        ),
    )


def _given_short(found: ShortAnswer) -> ShortAnswer:
    return evolve(found, candidates=tuple(evolve(each, why=_reworded(each.why)) for each in found.candidates))


def _reworded(said: str) -> str:
    return said.replace("the marking's brand", "the maker that was given")
