"""What an ordering code says: the part, and how it is packed, graded and sold.

``STM32F765VIT6`` and ``STM32F765IGK7TR`` are one part in two packages, for two temperatures, in a tray and on
a reel. Taking the suffix off by the maker's own ordering information finds the part, and keeps two parts
apart whose numbers differ only in a character that a rule of thumb would take for packing.

To add a family: see ``sherd.identify.grammars``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from sherd.identify.grammars import GRAMMARS
from sherd.identify.grammars.grammar import SOLD_AS, Grammar
from sherd.model.ordering import OrderingCode
from sherd.text import fold


@lru_cache(maxsize=100_000)
def taken_apart(code: str) -> OrderingCode | None:
    """An ordering code by fields, or ``None`` where no family on record writes such a code.

    Look-alike letters, case and spaces do not matter; the fields are given in Latin letters.

    >>> [(f.name, f.text, f.meaning) for f in taken_apart("STM32F765VIT6").fields][:2]
    [('pins', 'V', '100 pins'), ('flash', 'I', '2,048 KB')]
    """
    every = every_reading(code)
    return every[0] if every else None


def in_marking(marking: str) -> OrderingCode | None:
    """The longest ordering code that stands in a marking by the scheme of a family, in whatever catalogue.

    ``None`` where none does. A word, or two neighbouring words that a maker may write apart, counts from
    eight characters on and where it states a field; shorter ones turn up in lots by chance.

    >>> (found := in_marking("STM32F765VIT6|GQ2A 22 301")) and found.base
    'STM32F765'
    >>> in_marking("LOT 12345|MADE IN CHINA") is None
    True
    """
    words = [line.split() for line in marking.split("|")]
    tried = [word for line in words for word in line]
    tried += [first + second for line in words for first, second in pairwise(line)]
    codes = [code for word in tried if len(word) >= _TELLING and (code := taken_apart(word)) and code.fields]
    return max(codes, key=lambda code: len(code.code), default=None)


def every_reading(code: str) -> tuple[OrderingCode, ...]:
    """An ordering code as each family that could write it takes it apart, in the order of the register."""
    plain = written(code)
    return tuple(read for grammar in GRAMMARS if (read := grammar.read(plain)))


@lru_cache(maxsize=100_000)
def base_part(code: str) -> str:
    """The part that an ordering code names, without what its suffix says; folded to Latin capitals.

    Where no family on record fits, what stands before ``#``, ``/`` or a comma, without a sign of reel or
    lead-free at the end. The empty text for a code without a letter or digit.

    >>> [base_part(code) for code in ("STM32F765VIT6", "LTC2174IUKG-14#PBF", "W25Q128JVSIQ", "XYZ1234-REEL7")]
    ['STM32F765', 'LTC2174', 'W25Q128JV', 'XYZ1234']
    """
    read = taken_apart(code)
    if read:
        return read.base
    plain = written(code)
    if any(grammar.is_base(plain) for grammar in GRAMMARS):
        return plain
    return _PACKING.sub("", re.split(r"[#/,]", plain)[0])


def variants(base: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The ordering codes of a base part: those among ``known`` (a catalogue), else those that its ordering
    information allows. Empty where neither knows any.

    >>> variants("STM32F765")[:3]
    ('STM32F765VGT6', 'STM32F765VGT6TR', 'STM32F765VGT7')
    """
    plain = written(base)
    listed = tuple(code for code in known if base_part(code) == plain and written(code) != plain)
    return listed or tuple(code for grammar in _families(plain) for code in grammar.variants(plain))


def packed_otherwise(code: str) -> tuple[str, ...]:
    """The ordering codes of the very same part that differ only in how it is packed or in its finish.

    By the ordering information of the families that write such a code; where none does, with a suffix of two
    letters or more that several makers use for packing.

    >>> packed_otherwise("STM32F765VIT6"), packed_otherwise("BC847B")
    (('STM32F765VIT6TR',), ('BC847BTR',))
    """
    plain = written(code)
    found = dict.fromkeys(other for each in GRAMMARS for other in each.packed_otherwise(plain))
    if found or not plain:
        return tuple(found)
    common = (plain + suffix for suffix in _COMMON if not plain.endswith(suffix))
    return tuple(other for other in common if not every_reading(other))


def never_orderable(code: str) -> str | None:
    """Why the suffix of a code is none that its maker ever listed; ``None`` where it may be one.

    Only a code that begins with a base part of a family, and that no family can write, is meant.

    >>> never_orderable("STM32F765VIT9")
    'the STM32F76x, STM32F77x family has no ordering code STM32F765VIT9: after STM32F765 stands VIT9'
    """
    plain = written(code)
    for grammar in _COMPLETE:
        base = grammar.base_of(plain)
        suffix = plain.removeprefix(base or plain)
        if 0 < len(suffix) <= _LONGEST_SUFFIX:
            words = f"the {grammar.family} family has no ordering code {plain}: after {base} stands {suffix}"
            return None if every_reading(plain) else words
    return None


def written(code: str) -> str:
    """A code in Latin capitals without spaces; separators stay."""
    return "".join(fold(code).text.split())


def _common() -> tuple[str, ...]:
    """Suffixes of two letters or more that the ordering information of several makers gives to packing."""
    slots = [(each.maker, slot) for each in GRAMMARS for slot in each.slots if slot.name in SOLD_AS]
    used = {(code, maker) for maker, slot in slots if not slot.lead for code in slot.codes}
    used = {(code, maker) for code, maker in used if len(code) > 1 and code.isalpha()}
    makers = Counter(code for code, _ in used)
    return tuple(sorted(code for code, count in makers.items() if count > 1))


def _families(base: str) -> tuple[Grammar, ...]:
    first = next((grammar for grammar in GRAMMARS if grammar.is_base(base)), None)
    return (first,) if first else ()


_PACKING = re.compile(r"(?:[-+](?:REEL7?|RL7?|R7|TR|T|ND|T1|T13|T7|G4|E4|GE3)|\+)$")
_LONGEST_SUFFIX = 8
_TELLING = 8
"""Characters from which on a code in a marking is taken for an ordering code by its form alone."""
_COMMON = _common()
_COMPLETE = tuple(grammar for grammar in GRAMMARS if grammar.complete)
