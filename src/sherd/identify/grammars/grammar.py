"""What the ordering information of a family of parts says: what may follow the base, and what for.

A grammar is a pattern for the base part and a row of slots. Each slot holds the codes that the maker lists,
with their meanings, or a pattern where the maker lists none (a number of pins). From the same rows a code is
taken apart and the codes that can be ordered are put together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import product

from attrs import field, frozen

from sherd.model.ordering import CodeField, OrderingCode

Choice = Mapping[str, str]


SOLD_AS = ("packing", "finish")
"""Slots that say how a part is packed and whether it is free of lead: never which part it is."""


@frozen(kw_only=True)
class Slot:
    """One field of an ordering code.

    ``codes`` maps what may stand there to what it means; ``also`` are codes that lists of parts use and
    nobody can order. ``pattern`` stands instead where the maker gives a rule, and ``means`` says what it is.
    ``lead`` is written before the code. ``silent`` is a separator that says nothing; ``unprinted`` a field
    that is left out on the part itself.
    """

    name: str
    codes: Mapping[str, str] = field(factory=dict)
    also: Mapping[str, str] = field(factory=dict)
    pattern: str | None = None
    means: str | None = None
    lead: str = ""
    optional: bool = False
    silent: bool = False
    unprinted: bool = False

    @property
    def expression(self) -> str:
        """The slot as a part of a regular expression."""
        body = self.pattern or "|".join(
            re.escape(code) for code in sorted({**self.codes, **self.also}, key=_longest_first)
        )
        times = "?" if self.optional or self.unprinted else ""
        return f"(?:{re.escape(self.lead)}(?P<{self.name}>{body})){times}"

    def choices(self) -> Iterator[str]:
        """Every code that the slot lists, with its lead; nothing at all where it may be left out."""
        if self.optional or not self.codes:
            yield ""
        yield from (self.lead + code for code in self.codes if code)


@frozen(kw_only=True)
class Grammar:
    """The ordering codes of one family: ``base`` is a pattern, ``slots`` follow it in this order.

    ``complete`` says that the slots hold all that the maker ever sold,
    so that another suffix was never orderable.
    ``fits`` says which choices are sold together (a package has its numbers of pins). ``source`` is the
    maker's document that gives the scheme; ``checked`` whether the rows were read in it. Where it is False
    they are set down as the scheme is commonly known, and whoever shows them says so.
    """

    family: str
    maker: str
    base: str
    slots: tuple[Slot, ...]
    source: str
    checked: bool = False
    fits: Callable[[Choice], bool] = lambda choice: True
    complete: bool = False
    _whole: re.Pattern[str] = field(init=False, repr=False, eq=False)
    _head: re.Pattern[str] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        tail = "".join(slot.expression for slot in self.slots)
        object.__setattr__(self, "_whole", re.compile(f"(?P<base>{self.base}){tail}"))
        object.__setattr__(self, "_head", re.compile(f"(?P<base>{self.base})"))

    def read(self, code: str) -> OrderingCode | None:
        """The code taken apart, or ``None`` where it is none of this family's."""
        match = self._whole.fullmatch(code)
        if match is None or not self.fits({k: v for k, v in match.groupdict().items() if v}):
            return None
        fields = tuple(
            CodeField(name=slot.name, text=match[slot.name], meaning=_meaning(slot, match[slot.name]))
            for slot in self.slots
            if match[slot.name] and not slot.silent
        )
        return OrderingCode(
            code=code,
            maker=self.maker,
            family=self.family,
            base=match["base"],
            fields=fields,
            source=self.source,
            checked=self.checked,
        )

    def packed_otherwise(self, code: str) -> Iterator[str]:
        """The other codes that say the same and differ only in packing and in being free of lead."""
        match = self._whole.fullmatch(code)
        if match is None or self.read(code) is None:
            return
        written = [(slot, slot.lead + match[slot.name] if match[slot.name] else "") for slot in self.slots]
        ways = [
            dict.fromkeys((text, *slot.choices())) if slot.name in SOLD_AS and slot.codes else (text,)
            for slot, text in written
        ]
        same = {slot.name: match[slot.name] for slot in self.slots if slot.name not in SOLD_AS}
        for choice in product(*ways):
            other = match["base"] + "".join(choice)
            found = self._whole.fullmatch(other)
            if found and other != code and {name: found[name] for name in same} == same and self.read(other):
                yield other

    def is_base(self, code: str) -> bool:
        """Whether the code is a base part of this family, with no suffix."""
        return self._head.fullmatch(code) is not None

    def base_of(self, code: str) -> str | None:
        """The base part with which the code begins, whatever follows it; ``None`` where there is none."""
        match = self._head.match(code)
        return match["base"] if match else None

    def variants(self, base: str) -> Iterator[str]:
        """The ordering codes of a base part that the ordering information allows, in its order.

        Slots that the maker gives as a rule without a list are left out.
        """
        for choice in product(*(tuple(slot.choices()) for slot in self.slots)):
            code = base + "".join(choice)
            read = self.read(code)
            if read and read.base == base:
                yield code


def _meaning(slot: Slot, text: str) -> str | None:
    return slot.codes.get(text) or slot.also.get(text) or slot.means


def _longest_first(code: str) -> tuple[int, str]:
    return (-len(code), code)
