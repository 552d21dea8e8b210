"""Parts that markings can be sought in, as one object: built from entries, added to, asked.

It opens no file and asks no clock; ``sherd.bootstrap`` builds one from a file or a store, keeps it on disk
and opens it again (``index_of_file``, ``index_of_store``, ``keep_index``, ``open_index``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import field, frozen

from sherd.identify.answering import identify
from sherd.identify.asked import Asked
from sherd.identify.catalogue.entry import Entry, entry
from sherd.identify.catalogue.shelf import Shelf
from sherd.identify.lookup import Lookup
from sherd.model.identified import Identified
from sherd.model.problems import Problem

Given = Entry | tuple[str, str] | str
"""A part: an entry of a catalogue, a part number with its maker, or a part number alone."""


@frozen(eq=False)
class PartIndex:
    """Catalogues of parts, ready to be asked what a marking names.

    >>> index = PartIndex.of([("LM358DR", "Texas Instruments"), ("STM32F405RGT6", "STMicroelectronics")])
    >>> found = index.identify("TEXAS INSTRUMENTS|LM3S8DR|86AEX5U", until=date(2022, 10, 17))
    >>> found.found.outcome, found.found.part.mpn, found.found.part.differences
    ('part', 'LM358DR', ('S stands for 5 at position 4',))
    >>> found.dates[0].interval.words, found.whose.owners_today
    ('2018-06', ('Texas Instruments',))
    >>> index.add("more", ["ADC0834CCN"]).identify("ADC0831CCN", until=date(2022, 10, 17)).found.outcome
    'absent'

    ``shelf`` is what is searched; an index is never changed, ``add`` gives another one.
    """

    shelf: Shelf
    _lookup: Lookup = field(init=False, repr=False)

    @_lookup.default
    def _made(self) -> Lookup:
        return Lookup(self.shelf)

    @classmethod
    def of(cls, parts: Iterable[Given], name: str = "parts") -> PartIndex:
        """An index of these parts; ``name`` is the catalogue that answers name as their source.

        Raises ValueError for what cannot be a part number.
        """
        return cls(Shelf.of([(name, _entries(parts))]))

    def add(self, name: str, parts: Iterable[Given]) -> PartIndex:
        """This index with one more catalogue. Raises ValueError for what cannot be a part number."""
        return PartIndex(self.shelf.add(name, _entries(parts)))

    def __len__(self) -> int:
        """How many part numbers are searched, one of each maker."""
        return len(self.shelf)

    @property
    def catalogues(self) -> tuple[str, ...]:
        """The names of the catalogues, the first to be believed first."""
        return self.shelf.editions

    def identify(self, marking: str, until: date, maker: str | None = None) -> Identified:
        """What one marking says: part or none, candidates with their alignment, makers, dates, what jars.

        ``|`` or a line break ends a line, ``?`` is an illegible character. ``until`` is the day on which the
        part was recovered at the latest, or today: no part is younger. ``maker`` is the maker where it is
        known from elsewhere.
        """
        return self.identify_all([Asked("1", marking, maker)], until)[0]

    def identify_all(self, asked: Sequence[Asked], until: date) -> list[Identified]:
        """The same for many, in order; each ``Asked`` may state its maker and its own day of recovery."""
        return identify([_faulted(each) for each in asked], self._lookup, until)


def _faulted(asked: Asked) -> Asked:
    blank = not asked.fault and not asked.marking.strip()
    return Asked(asked.id, asked.marking, fault="the marking is empty") if blank else asked


def _entries(parts: Iterable[Given]) -> list[Entry]:
    return [_entry(each, number) for number, each in enumerate(parts, 1)]


def _entry(given: Given, number: int) -> Entry:
    plain = Entry(given) if isinstance(given, str) else Entry(*given)
    found = entry(plain._asdict(), "parts", number)
    if isinstance(found, Problem):
        raise ValueError(f"{plain.mpn!r} cannot be a part number: {found.do}")
    return found._replace(row=plain.row)
