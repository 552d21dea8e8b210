"""One shipment in the records of several vendors: what can be compared, and how many pairs that is.

Vendors write the same declaration otherwise: another order of words, another script, eight digits of the HS
code for six, the day of release for the day of arrival. Each cell becomes a key that such differences leave
alone. Two records are compared only where they share a block, such as the same day and HS code; how many
pairs the blocks hold is counted before anything is compared.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from attrs import frozen

from sherd.trace.controls import hs6
from sherd.trace.prepared import prepare
from sherd.trace.shipments.days import days, month
from sherd.trace.vocabulary import vocabulary

Key = str | float
Rule = tuple[str, ...]

FIELDS = ("date", "hs", "shipper", "consignee", "value", "quantity")
"""What two records are compared by; each needs a column that the user names."""

RULES: tuple[Rule, ...] = (
    ("date", "hs"), ("consignee", "hs"), ("shipper", "hs"), ("shipper", "consignee"), ("date", "value"),
    ("date", "quantity"), ("consignee", "month"), ("shipper", "month"),
)  # fmt: skip
"""The blocks: two records are compared where they have the same key for every word of one rule."""

SAYS = "possibly the same shipment"

FOUND = 0.7
"""The share of doubles that is taken to agree in date, HS code and parties alike: an assumption, from which
the probability that two records picked at random are one shipment begins."""


@frozen
class Told:
    """A record of one vendor: the number of its file, its row (0 is the first below the header), the cells as
    they stand and their keys, by field; a field without a key is not stated, or cannot be read."""

    file: int
    row: int
    cells: Mapping[str, str]
    keys: Mapping[str, Key]


@frozen
class Block:
    """How many pairs of records of different files one rule compares, the share of all such pairs, and the
    fullest of its blocks with what its records have in common."""

    rule: Rule
    pairs: int
    share: float
    largest: int
    largest_key: str


@frozen
class Pair:
    """Two records by their places, how likely they are one shipment, and by field the level (a key of
    :data:`STATES`) with what it weighs, in bits: the binary logarithm of its likelihood ratio."""

    one: int
    other: int
    probability: float
    fields: Mapping[str, tuple[int, float]]

    @property
    def reason(self) -> str:
        """What the probability rests on, field by field.

        >>> Pair(0, 3, 0.98, {"date": (2, 6.8), "hs": (-1, 0.0), "value": (0, -3.1)}).reason
        'date agrees +6.8; hs not stated; value differs -3.1'
        """
        return "; ".join(
            f"{field} {STATES[level]}{f' {bits:+}' if level >= 0 else ''}"
            for field, (level, bits) in self.fields.items()
        )


def keys(cells: Mapping[str, str]) -> dict[str, Key]:
    """The keys of a record by field, and its ``month``; what says nothing or cannot be read is left out.

    >>> keys({"date": "17.05.2023", "hs": "8542 31 9000", "consignee": "ООО «Альфа Трейд»"})
    {'date': '2023-05-17', 'month': '2023-05', 'hs': '854231', 'consignee': 'alfa trade'}
    >>> keys({"date": "2023-05", "hs": "chips", "value": "1 200,50 USD"})
    {'month': '2023-05', 'value': 1200.5}
    """
    found: dict[str, Key | None] = {}
    for field, cell in cells.items():
        found[field] = _READ[field](cell)
        if field == "date":
            found["month"] = month(cell)
    return {field: key for field, key in found.items() if key is not None and key != ""}


def unread(told: Told) -> list[str]:
    """The fields whose cell says something that cannot be read as what it should be; any name is a name."""
    said = {field: cell for field, cell in told.cells.items() if cell.strip() and field not in told.keys}
    return [
        field
        for field, cell in said.items()
        if field not in ("shipper", "consignee") and not (field == "date" and days(cell))
    ]


def rules(fields: Iterable[str]) -> list[Rule]:
    """The rules that records with these fields can be held to."""
    there = {*fields} | ({"month"} if "date" in fields else set())
    return [rule for rule in RULES if there.issuperset(rule)]


def all_pairs(records: Sequence[Told]) -> int:
    """How many pairs of records of different files there are."""
    return _between(Counter(record.file for record in records).values())


def blocks(records: Sequence[Told], asked: Sequence[Rule]) -> list[Block]:
    """What each rule would compare, counted without comparing."""
    whole = all_pairs(records)
    found = []
    for rule in asked:
        sizes = {key: _between(files.values()) for key, files in _blocked(records, rule).items()}
        pairs = sum(sizes.values())
        fullest = max(sizes, key=lambda key: sizes[key], default=())
        words = " + ".join(map(str, fullest)) if pairs else ""
        found.append(Block(rule, pairs, pairs / whole if whole else 0.0, sizes.get(fullest, 0), words))
    return found


def prior(records: Sequence[Told], fields: Iterable[str]) -> float:
    """How likely two records of different files, picked at random, are one shipment, to begin with.

    Records that agree in date, HS code and parties, as far as those are named, each counted with one of the
    other file only, stand for :data:`FOUND` of all doubles; one such pair is supposed where there is none.
    """
    whole = all_pairs(records)
    rule = tuple(field for field in FIELDS[:4] if field in fields)
    doubles = sum(
        min(one, other)
        for files in _blocked(records, rule).values()
        for one, other in combinations(files.values(), 2)
    )
    return min(max(doubles, 1) / FOUND / whole, 0.5) if whole else 0.0


def _blocked(records: Iterable[Told], rule: Rule) -> dict[tuple[Key, ...], Counter[int]]:
    """How many records of each file share a key for every word of the rule."""
    found: defaultdict[tuple[Key, ...], Counter[int]] = defaultdict(Counter)
    for record in records:
        if all(word in record.keys for word in rule):
            found[tuple(record.keys[word] for word in rule)][record.file] += 1
    return found


def _between(counts: Iterable[int]) -> int:
    """Pairs of records that lie in different files, by how many lie in each."""
    each = list(counts)
    return (sum(each) ** 2 - sum(count * count for count in each)) // 2


def _day(cell: str) -> str:
    when = days(cell)
    return when.first.isoformat() if when and when.first and when.first == when.last else ""


def _hs(cell: str) -> str:
    """Six digits of an HS code, or the four of a heading."""
    try:
        return hs6(cell)
    except ValueError:
        digits = re.sub(r"[\s.\-]", "", cell)
        return digits if re.fullmatch(r"\d{4}", digits, re.ASCII) else ""


@lru_cache(maxsize=200_000)
def _name(cell: str) -> str:
    """The words of a name as they are screened: spelt in ASCII, without legal form, in no order."""
    words = sorted(set(prepare(cell, vocabulary()).tokens))
    return " ".join(words).encode("ascii", "ignore").decode()


def _number(cell: str) -> float | None:
    """An amount, its unit or currency aside; None where it can be read in two ways (``1,234``).

    >>> [_number(cell) for cell in ("1 234,5", "1,234.50", "$ 1.234.567", "40 шт", "0.125", "1,234", "many")]
    [1234.5, 1234.5, 1234567.0, 40.0, 0.125, None, None]
    """
    bare = re.sub(r"(?<=\d)[\s'](?=\d{3}(?!\d))", "", cell.strip())
    shape = re.fullmatch(r"[^\d,.+-]*(\d[\d.,]*)[^\d]*", bare, re.ASCII)
    if shape is None:
        return None
    text = shape[1].rstrip(".,")
    if re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", text):
        return None
    for thousands, point in ((",", "."), (".", ",")):
        if re.fullmatch(rf"\d{{1,3}}(\{thousands}\d{{3}})+(\{point}\d+)?|\d+(\{point}\d+)?", text):
            return float(text.replace(thousands, "").replace(point, "."))
    return None


_READ: Mapping[str, Callable[[str], Key | None]] = {
    "date": _day,
    "hs": _hs,
    "shipper": _name,
    "consignee": _name,
    "value": _number,
    "quantity": _number,
}


STATES = {2: "agrees", 1: "near", 0: "differs", -1: "not stated"}
"""How two records compare in a field, by level."""
