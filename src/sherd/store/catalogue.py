"""The index of the catalogues, kept in a folder beside the store and made anew whenever it does not fit.

It is derived: whoever deletes the folder loses nothing but the time to make it again from the kept editions.
An edition that is new is added to the index that is there; where an edition went, or the index was written by
another version of sherd, it is made of all editions anew. Processes that make it at once both write a whole
file, and the last one stays. Where the folder cannot be written, the index lives as long as the process.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from attrs import frozen

from sherd.errors import EdgeFailed
from sherd.identify.catalogue.entry import Entry
from sherd.identify.catalogue.shelf import FORMAT, Shelf
from sherd.store.arrays import Unfit, keep, kept

Tell = Callable[[str], None]
Entries = Callable[[str], Sequence[Entry]]
"""The entries of a catalogue, by its name."""


@frozen
class ShelfFolder:
    """Where the index lies."""

    folder: Path

    @property
    def path(self) -> Path:
        """The file with the index."""
        return self.folder / "index.arrays"

    def shelf(self, wanted: Sequence[str], entries: Entries, tell: Tell = lambda _: None) -> Shelf:
        """The index of the catalogues ``wanted``, in their order; ``tell`` is told when work begins."""
        there = self._there(tell)
        if there is not None and there.editions == tuple(wanted):
            return there
        if there is not None and there.editions == tuple(wanted[: len(there.editions)]):
            made = there
            for name in wanted[len(there.editions) :]:
                tell(f"adding {name} to the index")
                made = made.add(name, entries(name))
        else:
            tell("making the index of the catalogues")
            made = Shelf.of([(name, entries(name)) for name in wanted])
        with suppress(EdgeFailed):  # a medium of evidence cannot be written; the index serves all the same
            put(made, self.path)
        return made

    def _there(self, tell: Tell) -> Shelf | None:
        """The index that is there, where this version can use it."""
        try:
            return get(self.path)
        except Unfit as error:
            if self.path.exists():
                tell(f"{error}; it is made anew from the kept editions")
        except (ValueError, KeyError) as error:
            tell(f"{self.path} does not fit this version of sherd ({error}); it is made anew")
        return None


def put(shelf: Shelf, path: Path) -> None:
    """Keep a shelf in a file, whole. Raises ``DiskFull``, ``EdgeFailed``."""
    keep(path, {"format": FORMAT, "editions": list(shelf.editions)}, shelf.arrays())


def get(path: Path) -> Shelf:
    """Map the shelf in a file. Raises ``Unfit`` or ``ValueError`` for one of another version."""
    found = kept(path)
    if found.about.get("format") != FORMAT:
        raise Unfit(f"{path} is of format {found.about.get('format')}, not {FORMAT}")
    return Shelf.of_arrays(found.about["editions"], found.arrays)
