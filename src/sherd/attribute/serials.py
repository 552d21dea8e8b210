"""Read serial numbers, sort them into series, and say which must not be counted together.

A serial is prefix, number and suffix: the number is the last run of digits, whatever stands before it is the
prefix. Two prefixes are two series even if they look alike; a series in which numbers lie in blocks, restart
each year or repeat is not one numbering. A serial with an illegible sign in its number is left out and named.

A maker who writes otherwise (number first, year inside) is read with a ``pattern`` of three named groups,
``prefix``, ``number`` and ``suffix``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sherd.attribute.numbering import numbering_tests
from sherd.attribute.population import known_start, unknown_start
from sherd.model.serials import NumberingTest, Population, Serial, Series, Start, Unread

PATTERN = re.compile(r"(?P<prefix>.*?)(?P<number>\d+)(?P<suffix>\D*)", re.DOTALL)
ILLEGIBLE = frozenset("?□�")
LOOK_ALIKE = str.maketrans("АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS")
"""Cyrillic capitals that are drawn like Latin ones."""


def read_serial(
    text: str, item: str = "", cluster: str = "", pattern: re.Pattern[str] = PATTERN
) -> Serial | Unread:
    """Prefix, number and suffix of a serial as it stands, or why it cannot be reckoned with.

    >>> found = read_serial("КБ 0391-А")
    >>> (found.prefix, found.number, found.suffix, found.digits)
    ('КБ ', 391, '-А', 4)
    >>> read_serial("Ы-39?").why
    'its number is not legible throughout'
    """
    stripped = text.strip()
    if not stripped:
        return Unread(item, text, "it is empty")
    if ILLEGIBLE & set(stripped):
        return Unread(item, text, "its number is not legible throughout")
    found = pattern.fullmatch(stripped)
    if found is None:
        return Unread(item, text, "it holds no digits")
    number = found["number"]
    return Serial(item, text, found["prefix"], int(number), found["suffix"], len(number), cluster)


def series(
    serials: Iterable[Serial],
    *,
    start: Start | Mapping[str, int] = "unknown",
    years: Mapping[str, int] | None = None,
    level: float = 0.95,
) -> tuple[Series, ...]:
    """Each series by prefix and suffix, with its tests, its population, or why none is given.

    ``start`` is ``"known"`` where every series begins with 1, or the first number by prefix; a prefix that is
    not in the mapping has an unknown start. ``years`` gives the year in which an item was made, by item.
    Items of one cluster are one draw.
    """
    found: dict[tuple[str, str], list[Serial]] = defaultdict(list)
    for serial in serials:
        found[serial.series].append(serial)
    alike = _alike(found)
    return tuple(
        _one(of, sorted(found[of], key=lambda s: (s.number, s.item)), start, years or {}, level, alike[of])
        for of in sorted(found)
    )


def effective_count(serials: Sequence[Serial]) -> int:
    """How many independent draws a series is: items of one strike, lot or wreck are one.

    >>> a, b = read_serial("7", "a", "strike 1"), read_serial("9", "b", "strike 1")
    >>> effective_count([a, b, read_serial("12", "c")])
    2
    """
    return len({serial.cluster or f"\0{n}" for n, serial in enumerate(serials)})


def duplicates(serials: Iterable[Serial]) -> tuple[tuple[Serial, ...], ...]:
    """Serials that stand on two items or more: numbers used twice, or one item counted twice."""
    found: dict[tuple[str, int, str], list[Serial]] = defaultdict(list)
    for serial in serials:
        found[serial.prefix, serial.number, serial.suffix].append(serial)
    return tuple(tuple(same) for _, same in sorted(found.items()) if len(same) > 1)


def must_not_be_pooled(found: Sequence[Series]) -> tuple[str, ...]:
    """Why these series cannot be counted as one; empty for a single series without doubt."""
    reasons = []
    if len(found) > 1:
        names = ", ".join(one.name for one in found)
        reasons.append(f"{len(found)} prefixes are as many series ({names}): add estimates, never serials")
    reasons += [
        f"series {one.name}: {test.basis}"
        for one in found
        for test in one.tests
        if test.doubt and test.name in STOPS
    ]
    return tuple(reasons)


def _one(
    of: tuple[str, str],
    serials: Sequence[Serial],
    start: Start | Mapping[str, int],
    years: Mapping[str, int],
    level: float,
    alike: Sequence[str],
) -> Series:
    notes = [f"looks like the prefix {other!r} in another script: kept apart until judged" for other in alike]
    widths = sorted({serial.digits for serial in serials})
    padded = [serial for serial in serials if serial.digits > len(str(serial.number))]
    if padded and len(widths) > 1:
        notes.append(
            f"written with {', '.join(map(str, widths))} digits, some padded: perhaps two numberings"
        )
    twice = duplicates(serials)
    tests = () if twice else numbering_tests([(s.number, years.get(s.item)) for s in serials])
    refused = _refused(twice, tests)
    effective = effective_count(serials)
    if effective != len(serials):
        notes.append(f"{len(serials)} items from {effective} strikes, lots or wrecks: {effective} draws")
    first = 1 if start == "known" else start.get(of[0]) if isinstance(start, Mapping) else None
    numbers = [serial.number for serial in serials]
    if not refused and first is not None and numbers[0] < first:
        refused = f"serial {numbers[0]} lies before the stated start, {first}: one of them is wrong"
    known = unknown = None
    if not refused:
        known = known_start(numbers, start=first, effective=effective, level=level) if first else None
        unknown = _unknown(numbers, effective, level)
        if known is None and unknown is None:
            refused = f"{effective} independent draw and no known start: two draws are the least"
    return Series(
        prefix=of[0],
        suffix=of[1],
        serials=tuple(serials),
        tests=tests,
        population=known,
        unknown_start=unknown,
        refused=refused,
        notes=tuple(notes),
    )


def _unknown(numbers: Sequence[int], effective: int, level: float) -> Population | None:
    return unknown_start(numbers, effective=effective, level=level) if effective >= 2 else None


def _refused(twice: Sequence[Sequence[Serial]], tests: Sequence[NumberingTest]) -> str:
    if twice:
        told = "; ".join(f"{same[0].text} on {' and '.join(s.item for s in same)}" for same in twice)
        return f"a number stands on two items ({told}): re-used, or one item counted twice; judge which first"
    return "; ".join(test.basis for test in tests if test.doubt and test.name in STOPS)


STOPS = frozenset({"largest gap", "restart each year"})
"""Tests that, when they fail, leave no single series to estimate."""


def _alike(found: Mapping[tuple[str, str], object]) -> dict[tuple[str, str], list[str]]:
    folded = Counter(prefix.upper().translate(LOOK_ALIKE) for prefix, _ in found)
    return {
        (prefix, suffix): sorted(
            other
            for other, _ in found
            if other != prefix and folded[_folded(prefix)] > 1 and _folded(other) == _folded(prefix)
        )
        for prefix, suffix in found
    }


def _folded(prefix: str) -> str:
    return prefix.upper().translate(LOOK_ALIKE)
