"""What else speaks on a thing, beside its parts: marks of boards, benches, laboratories, firmware, transport.

Each type of evidence has its own words and speaks of its own question. The same catalogue part on two boards
speaks of one *design*; the same fabrication panel, stamp or tool mark of one *factory*; the same lot or
carton label of one *supply*. Two designs can share a lineage without ever having been in one factory, so that
these are never added up. A mark that many items bear (``94V-0``) says nothing, and is told with how many do.

To add a type: a line in ``TYPES``, and one in the test that walks the table.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from attrs import frozen

from sherd.compare.same_object import Doubts
from sherd.model.findings import SharedMark, SpeaksOf
from sherd.model.record import CaseRecord
from sherd.text import identity


@frozen
class Type:
    """One type of evidence: what it speaks of, what its marks look like, how a column names it."""

    name: str
    speaks_of: SpeaksOf
    looks: str
    called: str


NO_TEXT = "(?!)"
"""Looks of a type that is told by where it stands, not by what is written."""

TYPES: tuple[Type, ...] = (
    Type(
        "board fabrication mark",
        "factory",
        looks=r"\bE\d{5,6}\b(?! AWM)|\b94V-?\d\b|\bPANEL ?[\w-]*\d",
        called=r"board|pcb|плат|fabricat",
    ),
    Type(
        "inspection stamp",
        "factory",
        looks=r"\bОТК\b ?\d*|\bВП ?МО\b ?\d*|\bQC ?(?:PASS(?:ED)?)? ?\d+|\bПРИНЯТО\b ?\d*",
        called=r"stamp|inspect|штамп|\bqc\b",
    ),
    Type("solder and rework", "factory", NO_TEXT, called=r"solder|rework|flux|паян|пайк"),
    Type("conformal coat", "factory", NO_TEXT, called=r"conformal|coating|lacquer|sealant|герметик"),
    Type(
        "tool or mould mark",
        "factory",
        looks=r"\bMOU?LD ?(?:NO\.?)? ?\w*\d\w*|\bCAVITY ?\d+",
        called=r"\btool|mou?ld|cavity",
    ),
    Type(
        "fastener standard",
        "design",
        looks=r"\bDIN ?\d{2,5}\b|\bISO ?\d{4,5}\b|\bГОСТ ?[\d-]{3,}|\bM\d{1,2} ?[x×] ?\d+"
        r"|\b\d{1,2}-\d{2} UN[CF]\b",
        called=r"fastener|screw|bolt|rivet|винт",
    ),
    Type(
        "wire or label stock",
        "supply",
        looks=r"\b(?:E\d{5,6} )?AWM ?\d{3,5}\b|\b\w?МГТФ\w*|\bМГШВ\w*",
        called=r"wire|cable|label stock|провод",
    ),
    Type("2-D code", "one object", NO_TEXT, called=r"data ?matrix|\bqr|2-?d code"),
    Type(
        "firmware string or build time",
        "design",
        looks=r"\b(?:FW|VER|V|REV)[ .:]?\d+(?:\.\d+){1,3}\w*"
        r"|\b[A-Z][a-z]{2} [ \d]\d 20\d{2} \d{2}:\d{2}:\d{2}\b"
        r"|\b20\d{2}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?\b",
        called=r"firmware|build time|прошив",
    ),
    Type(
        "SIM identifier",
        "one object",
        looks=r"\b89\d{17,18}\b|\bIMSI ?:? ?\d{14,15}\b|\bIMEI ?:? ?\d{15}\b",
        called=r"\bsim\b|imei|iccid",
    ),
    Type(
        "packaging or transport paper",
        "supply",
        looks=r"\b(?:H?AWB|B/L|INVOICE|ГТД|CMR)\b ?(?:NO\.?|№)? ?[\w/-]*\d[\w/-]*",
        called=r"packag|carton|transport|waybill|упаков",
    ),
)
"""Every type of evidence beside parts and features."""

_MEASURED = re.compile(
    r"([^\W\d][\w. -]{0,24}?)\s*[:=]?\s*(\d+(?:[.,]\d+)?)\s*(?:±|\+/?-)\s*(\d+(?:[.,]\d+)?)"
    r"\s*(%|[a-zA-Z/]+)?"
)
"""A laboratory's result: the quantity, its value, its uncertainty (one standard deviation) and its unit."""


@frozen
class Mark:
    """One mark on an item: its type, its text folded and as it stands."""

    item: str
    type: Type
    folded: str
    raw: str


def shared_marks(record: CaseRecord, doubts: Doubts) -> tuple[SharedMark, ...]:
    """Every mark that two items or more bear, the rarest first; then laboratory results, two by two."""
    looked: defaultdict[str, set[str]] = defaultdict(set)
    bearing: defaultdict[tuple[str, str], dict[str, Mark]] = defaultdict(dict)
    for mark in marks(record):
        looked[mark.type.name].add(mark.item)
        bearing[mark.type.name, mark.folded].setdefault(mark.item, mark)
    shared = [
        _shared(list(found.values()), len(looked[name]), doubts)
        for (name, _), found in bearing.items()
        if len(found) > 1
    ]
    return (*sorted(shared, key=lambda each: (len(each.items), each.type, each.value)), *_laboratory(record))


def marks(record: CaseRecord) -> Iterator[Mark]:
    """Every mark of a known type: on markings, in what laboratories and examiners of memories wrote."""
    items = {component.id: component.item for component in record.components}
    labels = {each.id: f"{each.label} {each.function or ''}" for each in record.components}
    for marking in record.markings:
        item = marking.item or items.get(marking.component or "")
        where = f"{marking.surface or ''} {marking.method or ''} {labels.get(marking.component or '', '')}"
        if item and not marking.obliterated:
            yield from _read(item, where, marking.text.replace("|", " "))
    for each in record.digital:
        yield from _read(each.item, f"firmware {each.device or ''}", each.result or "")


def type_of(words: str) -> Type | None:
    """The type of evidence that a feature, group or surface is called by: the first that is named.

    >>> type_of("conformal coating of the board").name
    'conformal coat'
    """
    named = ((re.search(each.called, words, re.IGNORECASE), each) for each in _BY_NAME)
    found = [(match.start(), each) for match, each in named if match]
    return min(found, key=lambda first: first[0])[1] if found else None


def _read(item: str, where: str, text: str) -> Iterator[Mark]:
    if "?" in text:
        return
    for each in TYPES:
        for found in re.finditer(each.looks, text):
            yield Mark(item, each, identity(found[0]), found[0].strip())
    named = type_of(where)
    if named is not None and named.looks == NO_TEXT and text.strip():
        yield Mark(item, named, identity(text), text.strip())


def _shared(found: list[Mark], of: int, doubts: Doubts) -> SharedMark:
    items = list(dict.fromkeys(mark.item for mark in found))
    finds = {doubts.items.get(item, item) for item in items}
    kind = found[0].type
    says = _SAYS[kind.speaks_of] if len(finds) > 1 else "the items are possibly one object: nothing is shared"
    if len(finds) >= 3 and 2 * len(finds) >= of:
        says = "half of those with such a mark bear it: it says nothing"
    return SharedMark(
        type=kind.name,
        value=found[0].raw,
        items=tuple(items),
        of=of,
        speaks_of=kind.speaks_of,
        basis=f"{kind.name} {found[0].raw!r} on {len(items)} of {of} items with such a mark; {says}",
    )


def _laboratory(record: CaseRecord) -> Iterator[SharedMark]:
    """Results of one method for one quantity on two items, compared by their uncertainties."""
    results: defaultdict[tuple[str, str, str], list[tuple[str, float, float]]] = defaultdict(list)
    for sample in record.samples:
        for name, value, sd, unit in _MEASURED.findall(sample.result or ""):
            key = (identity(sample.method or ""), identity(name), unit)
            results[key].append((sample.item, _number(value), _number(sd)))
    for (method, name, unit), found in results.items():
        of = len({item for item, *_ in found})
        for (a, x, u), (b, y, v) in combinations(found, 2):
            if a != b and method:
                said = f"{name} {x:g} ± {u:g} against {y:g} ± {v:g} {unit}".rstrip()
                yield _beside(said, (a, b), abs(x - y) / (math.hypot(u, v) or math.inf), of)


def _beside(value: str, items: tuple[str, str], apart: float, of: int) -> SharedMark:
    alike = "alike" if apart <= ALIKE else "near" if apart <= NEAR else "different"
    return SharedMark(
        type="laboratory result",
        value=value,
        items=items,
        of=of,
        speaks_of="supply",
        basis=f"{value}: {apart:.1f} standard deviations apart, {alike}; one material, not one maker",
    )


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def by_pair(found: Iterable[SharedMark]) -> Mapping[frozenset[str], list[SharedMark]]:
    """Shared marks by every two items that bear them."""
    pairs: defaultdict[frozenset[str], list[SharedMark]] = defaultdict(list)
    for mark in found:
        for a, b in combinations(mark.items[:MOST_BEARING], 2):
            pairs[frozenset((a, b))].append(mark)
    return pairs


MOST_BEARING = 20
"""A mark on more items than this is not told pair by pair."""

ALIKE, NEAR = 2.0, 3.0
"""Within how many standard deviations of their difference two results are alike, and near."""

_BY_NAME = sorted(TYPES, key=lambda each: each.speaks_of != "factory")
_SAYS: Mapping[SpeaksOf, str] = {
    "design": "speaks of one design lineage, not of one factory",
    "factory": "speaks of one factory or bench, if both marks are genuine",
    "supply": "speaks of one supply, not of one maker",
    "one object": "is given to one object: two items that bear it may be one",
}
