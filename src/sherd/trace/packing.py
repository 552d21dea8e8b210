"""Names as arrays of numbers: what the loops of a search and of a comparison run over."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

import numpy as np
from attrs import field, frozen

from sherd.trace.likeness import CODES
from sherd.trace.prepared import Prepared

Array = Any

_BYTES = bytes(CODES.get(chr(byte), CODES["_"]) for byte in range(256))


@frozen(eq=False)
class Packed:
    """Names as arrays: tokens of name ``n`` are ``first[n]:first[n + 1]``; characters of token ``t``
    likewise. ``others`` are further spellings, five numbers each: token of the name, begin, end, kind, id."""

    characters: Array
    spans: Array
    kinds: Array
    ids: Array
    first: Array
    initials: Array
    initials_first: Array
    others: Array
    others_first: Array


def _numbers(*first: int) -> array[int]:
    return array("q", first)


@frozen(eq=False)
class Packing:
    """Names on their way into arrays; a token without a number gets one where ``grow`` says so, else -1."""

    token_ids: dict[str, int]
    grow: bool
    characters: bytearray = field(factory=bytearray)
    spans: array[int] = field(factory=_numbers)
    kinds: array[int] = field(factory=_numbers)
    ids: array[int] = field(factory=_numbers)
    first: array[int] = field(factory=lambda: _numbers(0))
    initials: bytearray = field(factory=bytearray)
    initials_first: array[int] = field(factory=lambda: _numbers(0))
    others: array[int] = field(factory=_numbers)
    others_first: array[int] = field(factory=lambda: _numbers(0))

    def add(self, name: Prepared) -> None:
        """Put a name behind the others."""
        for token, kind in zip(name.tokens, name.kinds, strict=True):
            self.spans.append(len(self.characters))
            self.characters.extend(token.encode("latin-1").translate(_BYTES))
            self.spans.append(len(self.characters))
            self.kinds.append(kind)
            self.ids.append(self._number(token))
        for at, token, kind in name.others:
            begin = len(self.characters)
            self.characters.extend(token.encode("latin-1").translate(_BYTES))
            self.others.extend((at, begin, len(self.characters), kind, self._number(token)))
        self.others_first.append(len(self.others) // 5)
        self.first.append(len(self.ids))
        self.initials.extend(name.initials.encode("latin-1").translate(_BYTES))
        self.initials_first.append(len(self.initials))

    def _number(self, token: str) -> int:
        if self.grow:
            return self.token_ids.setdefault(token, len(self.token_ids))
        return self.token_ids.get(token, -1)

    def packed(self) -> Packed:
        """The names that were added, as arrays."""
        return Packed(
            unchanging(np.frombuffer(bytes(self.characters) or b"\0", np.uint8)),
            _array(self.spans),
            _array(self.kinds),
            _array(self.ids),
            _array(self.first),
            unchanging(np.frombuffer(bytes(self.initials) or b"\0", np.uint8)),
            _array(self.initials_first),
            _array(self.others),
            _array(self.others_first),
        )


def _array(numbers: array[int]) -> Array:
    return unchanging(np.array(numbers, np.int64))


def unchanging(array_: Array) -> Array:
    """The array, no longer to be written: as one mapped from a file, so that loops are compiled once for
    both."""
    array_.setflags(write=False)
    return array_


def pack(names: Iterable[Prepared], token_ids: dict[str, int]) -> Packed:
    """Names as arrays; a token without a number gets -1."""
    packing = Packing(token_ids, grow=False)
    for name in names:
        packing.add(name)
    return packing.packed()
