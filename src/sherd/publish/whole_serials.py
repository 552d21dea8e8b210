"""Withhold the last digits of every serial wherever its text stands: one rule for all chapters and exports.

A serial is found in the words around it (a label, a marking, a reason, a chart), however its parts are set
apart and in capitals or not. The id of a row is a name that the case chose, and stays. A serial of digits
alone that could be a year or a count is found only behind a word that calls it a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from operator import is_
from typing import Any

import attrs
from attrs import frozen

from sherd.model.identified import Identified
from sherd.model.record import CaseRecord
from sherd.publish.digits import digits_withheld, withhold_digits
from sherd.publish.redact import WithheldText

LEAST_DIGITS = 5
"""Digits of a serial without letters that are found wherever they stand."""

CALLED = r"(?:\bno\b\.?|№|#|\bserials?\b(?: numbers?)?|\bs/n\b|\bsn\b)[\s:]*"
"""Words behind which digits are a serial, however few they are."""

NAMES = frozenset({"id", "target", "url", "lang"})
"""What leads a reader's machine somewhere and is not read: addresses and the names of places."""

_RUN = re.compile(r"[^\W\d_]+|\d+|\?")
_NAME_SIGN = re.compile(r"[\w.:-]")


@frozen
class WholeSerials:
    """The serials of a case as one reader may not see them; falsy where nothing is to be withheld."""

    digits: int
    pattern: re.Pattern[str] | None
    ids: frozenset[str]

    @classmethod
    def of(cls, record: CaseRecord, clearance: str, identified: Iterable[Identified] = ()) -> WholeSerials:
        """What is withheld from a reader at this clearance; the case says how many digits.

        The serials of the items, and those on the labels of bags and reels among the ``identified`` markings.
        """
        digits = digits_withheld(clearance, record.case.withhold_serial_digits)
        serials = {
            str(item.serial)
            for item in record.items
            if item.serial and not isinstance(item.serial, WithheldText)
        }
        serials |= {each.label.serial for each in identified if each.label and each.label.serial}
        ids = frozenset(row.id for sheet in _sheets(record) for row in getattr(record, sheet))
        return cls(digits, _pattern(serials) if digits else None, ids)

    def without(self, text: str) -> str:
        """A text in which every serial lacks its last digits.

        >>> told = WholeSerials(2, _pattern(["Ы-391", "214"]), frozenset({"G2-Y391"}))
        >>> told.without("Geran-2 ы391 (G2-Y391), No. 214 of 214 items")
        'Geran-2 ы3×× (G2-Y391), No. 2×× of 214 items'
        """
        if self.pattern is None:
            return text
        return self.pattern.sub(lambda found: self._one(text, found), text)

    def everywhere(self, value: Any) -> Any:
        """The same over a document, its tables and charts, or plain JSON; addresses and ids stay.

        What holds nothing to withhold comes back as it is.
        """
        if self.pattern is None:
            return value
        if isinstance(value, str):
            return value if value.startswith(("http://", "https://")) else self._kept(value)
        if isinstance(value, Mapping):
            told = {key: self.everywhere(each) for key, each in value.items()}
            return told if any(told[key] is not each for key, each in value.items()) else value
        if isinstance(value, tuple | list):
            parts = [self.everywhere(each) for each in value]
            return value if all(map(is_, parts, value)) else type(value)(parts)
        if attrs.has(type(value)):
            return self._node(value)
        return value

    def _node(self, node: Any) -> Any:
        changed = {}
        for name in _shown(type(node)):  # type: ignore[arg-type]  # mypy does not see that a class can be hashed
            was = getattr(node, name)
            now = self.everywhere(was)
            if now is not was:
                changed[name] = now
        return attrs.evolve(node, **changed) if changed else node

    def _kept(self, text: str) -> str:
        """The very same string where nothing is withheld: what stands for a withheld value is one too."""
        told = self.without(text)
        return text if told == text else told

    def _one(self, text: str, found: re.Match[str]) -> str:
        if _named(text, *found.span()) in self.ids:
            return found[0]
        called = found["called"] or ""
        return called + withhold_digits(found[0][len(called) :], self.digits)


@cache
def _shown(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in attrs.fields(kind) if each.init and each.name not in NAMES)


def _named(text: str, start: int, end: int) -> str:
    """The whole run of signs of a name in which a place of the text stands."""
    while start and _NAME_SIGN.match(text[start - 1]):
        start -= 1
    while end < len(text) and _NAME_SIGN.match(text[end]):
        end += 1
    return text[start:end].rstrip(".:")


def _pattern(serials: Iterable[str]) -> re.Pattern[str] | None:
    """All serials in one pattern, the longest first."""
    ways = [way for serial in sorted(serials, key=lambda one: (-len(one), one)) if (way := _way(serial))]
    if not ways:
        return None
    behind = "|".join(way for way, _ in ways)
    alone = "|".join(way for way, few in ways if not few)
    told = rf"(?P<called>{CALLED})(?:{behind})" + (rf"|(?<![^\W_])(?:{alone})" if alone else "")
    return re.compile(rf"(?:{told})(?![^\W_])", re.IGNORECASE)


def _way(serial: str) -> tuple[str, bool] | None:
    """How a serial may be written, and whether it has too few digits to be found anywhere; None without."""
    runs = _RUN.findall(serial)
    if not any(run.isdigit() for run in runs):
        return None
    few = len(runs) == 1 and len(runs[0]) < LEAST_DIGITS
    return r"[\W_]{0,2}".join(re.escape(run) for run in runs), few


def _sheets(record: CaseRecord) -> tuple[str, ...]:
    return tuple(each.name for each in attrs.fields(type(record)) if each.name != "case")
