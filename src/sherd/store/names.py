"""The index over the names of lists, kept beside the store and made anew whenever it does not fit.

It is derived: whoever deletes it loses nothing but the time to make it again from the kept editions. The
stamp says all that its answers depend on (editions, importers, shipped tables, version); an index with
another stamp is never used. An entry is read when a hit asks for it, so that opening costs little more for a
long list. Where the folder cannot be written, the index lives as long as the process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, overload

import cattrs
import numpy as np
import orjson
from attrs import fields, frozen

from sherd.errors import EdgeFailed
from sherd.model.dates import Interval
from sherd.store.arrays import Kept, Unfit, keep, kept
from sherd.trace.history import Listed
from sherd.trace.index import NameIndex
from sherd.trace.packing import Packed
from sherd.trace.party_field import places
from sherd.trace.screening import Screen
from sherd.trace.ties import ToldByLists
from sherd.trace.vocabulary import vocabulary

FORMAT = 3
"""Raised with every change of what lies in the file."""

PACKED = tuple(field.name for field in fields(Packed))
INDEX = ("weights", "key_first", "key_names", "key_weights", "key_worth", "truncated")
SCREEN = ("owner", "is_person", "forms", "scripts")
NUL = "\0"


@frozen
class NamesFile:
    """The file of the index."""

    path: Path

    def screen(self, stamp: str, make: Callable[[], Screen]) -> Screen:
        """The index of that stamp: the kept one, or one made and kept."""
        with suppress(Unfit, ValueError, KeyError, TypeError):  # derived: whatever is wrong, it is made anew
            return get(self.path, stamp)
        made = make()
        with suppress(EdgeFailed):  # a medium of evidence cannot be written; the index serves all the same
            put(made, self.path, stamp)
        return made


def put(screen: Screen, path: Path, stamp: str) -> None:
    """Keep an index in a file, whole. Raises ``DiskFull``, ``EdgeFailed``."""
    index = screen.index
    lines = [orjson.dumps(_plain().unstructure(listed)) for listed in screen.entries]
    arrays = {name: getattr(index.packed, name) for name in PACKED}
    arrays |= {name: getattr(index, name) for name in INDEX}
    arrays |= {name: getattr(screen, name) for name in SCREEN}
    arrays |= {
        "tokens": _bytes(index.tokens),
        "keys": _bytes(index.key_ids),
        "names": _bytes(screen.names),
        "entries": np.frombuffer(b"".join(lines), np.uint8),
        "entries_first": np.concatenate([[0], np.cumsum([len(line) for line in lines])]).astype(np.int64),
        "numbers": np.frombuffer(
            orjson.dumps([[*key, list(found)] for key, found in screen.by_number.items()]), np.uint8
        ),
    }
    about = {
        "format": FORMAT,
        "stamp": stamp,
        "unseen": index.unseen,
        "size": index.size,
        "form_bits": dict(screen.form_bits),
    }
    keep(path, about, arrays)


def get(path: Path, stamp: str) -> Screen:
    """Map the index in a file. Raises ``Unfit`` for one of another format or stamp."""
    found = kept(path)
    about, arrays = found.about, found.arrays
    if about.get("format") != FORMAT or about.get("stamp") != stamp:
        raise Unfit(f"{path} was made of other editions, or by another version of sherd")
    tokens, keys = _words(arrays["tokens"]), _words(arrays["keys"])
    index = NameIndex(
        packed=Packed(**{name: arrays[name] for name in PACKED}),
        tokens=tokens,
        token_ids=dict(zip(tokens, range(len(tokens)), strict=True)),
        key_ids=dict(zip(keys, range(len(keys)), strict=True)),
        unseen=about["unseen"],
        size=about["size"],
        **{name: arrays[name] for name in INDEX},
    )
    numbers = orjson.loads(bytes(arrays["numbers"]))
    return Screen(
        entries=Entries(found),
        index=index,
        names=_words(arrays["names"]),
        by_number={(kind, value): tuple(entries) for kind, value, entries in numbers},
        form_bits=about["form_bits"],
        places=places(),
        vocabulary=vocabulary(),
        **{name: arrays[name] for name in SCREEN},
    )


@frozen
class TiesFile:
    """The ties that lists tell of, kept beside the index and made anew whenever they do not fit."""

    path: Path

    def ties(self, stamp: str, make: Callable[[], ToldByLists]) -> ToldByLists:
        """The ties of that stamp: the kept ones, or ties made and kept."""
        with suppress(Unfit, ValueError, KeyError, TypeError):  # derived: whatever is wrong, it is made anew
            found = kept(self.path)
            if (found.about.get("format"), found.about.get("stamp")) == (FORMAT, stamp):
                return _plain().structure(orjson.loads(bytes(found.arrays["ties"])), ToldByLists)
        made = make()
        with suppress(EdgeFailed):  # a medium of evidence cannot be written; the ties serve all the same
            said = np.frombuffer(orjson.dumps(_plain().unstructure(made)), np.uint8)
            keep(self.path, {"format": FORMAT, "stamp": stamp}, {"ties": said})
        return made


@frozen(eq=False)
class Entries(Sequence[Listed]):
    """Entries of lists, each read from the file when it is asked for."""

    kept: Kept

    def __len__(self) -> int:
        return len(self.kept.arrays["entries_first"]) - 1

    @overload
    def __getitem__(self, at: int) -> Listed: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Listed, ...]: ...
    def __getitem__(self, at: int | slice) -> Listed | tuple[Listed, ...]:
        """One entry, or those of a slice. Raises ``IndexError``."""
        if isinstance(at, slice):
            return tuple(self[number] for number in range(*at.indices(len(self))))
        first = self.kept.arrays["entries_first"]
        number = range(len(self))[at]
        line = bytes(self.kept.arrays["entries"][first[number] : first[number + 1]])
        return _plain().structure(orjson.loads(line), Listed)

    def __iter__(self) -> Iterator[Listed]:
        return (self[number] for number in range(len(self)))


def _bytes(words: Sequence[str] | dict[str, int]) -> Any:
    return np.frombuffer(NUL.join([word.replace(NUL, " ") for word in words]).encode(), np.uint8)


def _words(array: Any) -> tuple[str, ...]:
    return tuple(bytes(array).decode().split(NUL)) if array.size else ()


@cache
def _plain() -> cattrs.Converter:
    converter = cattrs.Converter(unstruct_collection_overrides={tuple: list})
    converter.register_unstructure_hook(Interval, str)
    converter.register_structure_hook(Interval, lambda text, _: Interval.parse(text))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    return converter
