"""What was controlled on the day: tiers of the high priority list, licence rules, candidate codes.

Every table is dated. Asked about a day before a list was published, the answer is that it was not there yet.
A code found from words is a candidate for a human, never a classification.

To add a rule: a row in ``data/controls.csv`` with the citation that was read.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from sherd.data import rows
from sherd.model.controls import Control, Eccn, HighPriority, HsCandidate
from sherd.model.dates import Interval


def hs6(code: str) -> str:
    """The six digits of an HS code written in any common way. Raises ``ValueError``.

    >>> hs6("8542.31"), hs6("8542310000"), hs6("8542 31")
    ('854231', '854231', '854231')
    """
    digits = re.sub(r"[\s.\-]", "", code)
    if not re.fullmatch(r"\d{6,10}", digits, re.ASCII):
        raise ValueError(f"{code!r} is no HS code: write its six digits, as 8542.31")
    return digits[:6]


def high_priority(code: str, on: date | None = None) -> HighPriority | None:
    """The entry of an HS code on the Common High Priority List as it stood ``on`` a day.

    ``None`` where the code is not on it, or the edition known here is later than the day. Raises
    ``ValueError`` for what is no code.

    >>> high_priority("8542.31").tier, high_priority("8542.31", date(2023, 1, 1))
    ('1', None)
    """
    entry = _high_priority().get(hs6(code))
    return entry if entry and (on is None or entry.list_date <= on) else None


def controls(destination: str | None, when: Interval | None) -> tuple[Control, ...]:
    """The rules on exports to a destination (ISO 3166) that can have applied within ``when``.

    >>> [rule.id for rule in controls("IR", Interval.parse("2023-03"))]
    ['us-ear-ir-2023-02']
    >>> controls("IR", Interval.parse("2022"))
    ()
    """
    code = destination.strip().upper() if destination else None
    return tuple(
        rule
        for rule in _controls()
        if rule.destination == code and (when is None or rule.days.overlaps(when))
    )


def eccn(number: str) -> Eccn | None:
    """An export control classification number in a few words; ``None`` where it is not in the table.

    >>> eccn("7a994").category, eccn("7A994.a").eccn, eccn("7A9945")
    ('7', '7A994', None)
    """
    written = number.strip().upper()
    return _eccn().get(written) or _eccn().get(written.partition(".")[0])


def hs_candidates(description: str) -> tuple[HsCandidate, ...]:
    """Codes that a person should look at for a part described in words, the longest match first.

    >>> [each.hs6 for each in hs_candidates("Tantalum capacitor 10 uF")]
    ['853221']
    """
    words = f" {re.sub(r'[^a-z0-9/]+', ' ', description.casefold())} "
    found: list[HsCandidate] = []
    for row in rows("hs_candidates"):
        because = max((w for w in row["words"].split("|") if _says(words, w)), key=len, default=None)
        if because is not None:
            tier = _high_priority().get(row["hs6"])
            found.append(
                HsCandidate(
                    hs6=row["hs6"],
                    heading=row["heading"],
                    because=because,
                    status=row["status"],
                    tier=tier.tier if tier else None,
                    source=row["source"],
                )
            )
    return tuple(sorted(found, key=lambda each: -len(each.because)))


def _says(words: str, sought: str) -> bool:
    plain = re.sub(r"[^a-z0-9/]+", " ", sought)
    return f" {plain} " in words or f" {plain}s " in words


@cache
def _high_priority() -> dict[str, HighPriority]:
    return {
        row["hs6"]: HighPriority(
            hs6=row["hs6"],
            tier=row["tier"],
            list_date=date.fromisoformat(row["list_date"]),
            status=row["status"],
            source=row["source"],
        )
        for row in rows("high_priority")
    }


@cache
def _controls() -> tuple[Control, ...]:
    return tuple(
        Control(
            id=row["id"],
            jurisdiction=row["jurisdiction"],
            destination=row["destination"],
            what=row["what"],
            days=Interval.lasting(
                Interval.parse(row["from"]), Interval.parse(row["to"]) if row["to"] else None
            ),
            published=date.fromisoformat(row["published"]),
            source=row["source"],
        )
        for row in rows("controls")
    )


@cache
def _eccn() -> dict[str, Eccn]:
    return {row["eccn"]: Eccn(**row) for row in rows("eccn")}
