"""The parts that are looked for in shipments, as the tables that the search goes through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from sherd.text import part_keys
from sherd.trace.shipments.hit_bits import BASE, PACKED
from sherd.trace.shipments.sieve import LONGEST, SHORTEST, TELLING, key_of
from sherd.trace.shipments.signs import HARD, PLANE, WIDE, signs, spelt, worn

Numbers = NDArray[np.int64]


@frozen
class TooShort:
    """A part that cannot be told from other words in running text, and why."""

    mpn: str
    why: str


@frozen(eq=False)
class Watch:
    """The watched parts, in the order given, with every spelling under which each is looked for.

    ``owners`` tells the part of each spelling; ``left_out`` the parts that no search can find.
    """

    parts: tuple[str, ...]
    left_out: tuple[TooShort, ...]
    owners: Numbers
    keys: Numbers
    sieves: tuple[NDArray[np.uint8], ...] = field(repr=False)
    slots: tuple[Numbers, Numbers] = field(repr=False)
    chains: tuple[Numbers, Numbers, Numbers, Numbers] = field(repr=False)
    watched: tuple[Numbers, NDArray[np.uint8], NDArray[np.uint8]] = field(repr=False)

    def is_latin(self, spellings: Numbers) -> NDArray[np.bool_]:
        """Of each spelling, whether it is written without signs of another script."""
        return np.equal(self.chains[2][spellings], 1)


@frozen
class _Spelling:
    part: int
    signs: bytes
    breaks: tuple[int, ...]
    kind: int
    is_latin: bool


def watch(
    mpns: Iterable[str],
    bases: Mapping[str, str] | None = None,
    packings: Mapping[str, Sequence[str]] | None = None,
) -> Watch:
    """Prepare parts for the search, and beside some of them what also names them.

    ``bases`` gives the base part, ``packings`` the ordering codes that differ only in how the part is packed
    or in its finish. A part needs a letter and a digit and 5 to 24 of them together: the others are told in
    ``left_out``.

    >>> [each.why for each in watch(["LM317", "SYM-2+", "1206"]).left_out]
    ['fewer than 5 letters and digits', 'fewer than 5 letters and digits']
    """
    parts = tuple(dict.fromkeys(mpn.strip() for mpn in mpns if mpn.strip()))
    left_out: list[TooShort] = []
    spellings: list[_Spelling] = []
    for part, mpn in enumerate(parts):
        why = unsearchable(spelt(mpn))
        if why:
            left_out.append(TooShort(mpn, why))
            continue
        others = [(packed, PACKED) for packed in (packings or {}).get(mpn, ())]
        spellings.extend(_spellings(part, mpn, [*others, ((bases or {}).get(mpn, ""), BASE)]))
    return _tables(parts, tuple(left_out), spellings)


def unsearchable(found: bytes) -> str:
    """Why a number of these signs is not looked for in running text; empty where it is."""
    if len(found) < SHORTEST:
        return f"fewer than {SHORTEST} letters and digits"
    if len(found) > LONGEST:
        return f"more than {LONGEST} letters and digits"
    if all(sign < 58 for sign in found):
        return "no letter in it"
    return "" if any(sign < 58 for sign in found) else "no digit in it"


def _spellings(part: int, mpn: str, others: Iterable[tuple[str, int]]) -> list[_Spelling]:
    """A part as it may be written: its own number in every form, then the others, each with what it is."""
    own = _spelling(part, mpn)
    found = {own.signs: own}
    for text, kind in [*((form, 0) for form in sorted(part_keys(mpn))), *others]:
        more = _spelling(part, text, kind)
        if not unsearchable(more.signs):
            found.setdefault(more.signs, more)
    return list(found.values())


def _spelling(part: int, text: str, kind: int = 0) -> _Spelling:
    """The signs of a text, and before which of them a separator stands."""
    table = signs()
    found = bytearray()
    breaks = []
    gap = False
    for each in text:
        sign = int(table[ord(each)]) if ord(each) < PLANE else HARD
        if sign > HARD:
            found.append(sign)
            breaks.append(int(gap))
            gap = False
        else:
            gap = gap or sign > 0
    return _Spelling(part, bytes(found), tuple(breaks), kind, text.isascii())


def _tables(parts: tuple[str, ...], left_out: tuple[TooShort, ...], spellings: Sequence[_Spelling]) -> Watch:
    table = worn().tolist()
    keys = [key_of(each.signs, 0, len(each.signs), table) for each in spellings]
    size = 1 << max(8, (2 * len(spellings)).bit_length())
    slot_keys, slot_first = [0] * size, [-1] * size
    next_of = [-1] * len(spellings)
    for which in reversed(range(len(spellings))):
        key = keys[which]
        slot = key & size - 1
        while slot_first[slot] >= 0 and slot_keys[slot] != key:
            slot = slot + 1 & size - 1
        next_of[which], slot_keys[slot], slot_first[slot] = slot_first[slot], key, which
    begins = np.cumsum([0, *(len(each.signs) for each in spellings)])
    return Watch(
        parts=parts,
        left_out=left_out,
        owners=_numbers(each.part for each in spellings),
        keys=_numbers(keys),
        sieves=_sieves(spellings, keys, table),
        slots=(_numbers(slot_keys), _numbers(slot_first)),
        chains=(
            _numbers(next_of),
            _numbers(each.kind for each in spellings),
            _numbers(each.is_latin for each in spellings),
            _numbers(each.part for each in spellings),
        ),
        watched=(
            begins.astype(np.int64),
            np.frombuffer(b"".join(each.signs for each in spellings), np.uint8),
            np.fromiter((gap for each in spellings for gap in each.breaks), np.uint8),
        ),
    )


def _sieves(
    spellings: Sequence[_Spelling], keys: Sequence[int], table: Sequence[int]
) -> tuple[NDArray[np.uint8], ...]:
    """By the shortest beginning of each spelling, by all of it, by more of its beginning; the beginnings of
    those that are not longer; and the greatest of the first two signs of all.
    """

    def beginnings(some: Iterable[_Spelling], size: int) -> NDArray[np.uint8]:
        return _sieve([key_of(each.signs, 0, size, table) for each in some])

    longer = [each for each in spellings if len(each.signs) >= TELLING]
    short = [each for each in spellings if len(each.signs) < TELLING]
    greatest = max((max(each.signs[:2]) for each in spellings), default=0)
    return (
        beginnings(spellings, SHORTEST),
        _sieve(keys),
        beginnings(longer, TELLING),
        beginnings(short, SHORTEST),
        np.array([255 if greatest >= WIDE else WIDE - 1], np.uint8),
    )


def _sieve(keys: Sequence[int]) -> NDArray[np.uint8]:
    """One bit of many for the first half of each key, so that chance rarely says yes."""
    sieve = np.zeros(1 << max(12, (6 * len(set(keys))).bit_length()), np.uint8)
    halves = _numbers(keys) >> 31
    np.bitwise_or.at(sieve, halves >> 3 & len(sieve) - 1, (1 << (halves & 7)).astype(np.uint8))
    return sieve


def _numbers(values: Iterable[int]) -> Numbers:
    return np.fromiter(values, np.int64)
