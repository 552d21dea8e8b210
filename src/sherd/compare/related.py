"""Part against part over a whole case: which numbers are of one base part, one family, or read alike.

No two entries are laid side by side that have nothing in common: each full code is put into a block by its
base part, its family, and by how it looks on a worn chip (0 and O, 8 and B are one), and only what shares a
block is told. Two codes that look alike may be one part misread, or two parts; that is a question for the
photograph, and never an agreement.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sherd.compare.listed import Listed
from sherd.model.findings import RelatedParts, Relation
from sherd.text import blurred

SHORTEST = 6
"""Characters of a code below which looking alike means nothing."""

_BASIS: Mapping[Relation, str] = {
    "same base": "one base part in {n} ordering codes: package, grade or packing differ",
    "same family": "one family, {n} base parts: design choices alike, parts not the same",
    "read alike": "{a} and {b} look alike on a worn part: one part misread, or two parts",
}


def related(listed: Iterable[Listed]) -> tuple[RelatedParts, ...]:
    """Every set of two or more different part numbers that are related, the closest relation first."""
    entries = [each for each in listed if each.code]
    items: defaultdict[str, set[str]] = defaultdict(set)
    for each in entries:
        items[each.code or ""].add(each.item)
    found = [
        *_of_one("same base", {each.code or "": each.number.base for each in entries if each.number}, items),
        *_of_one("read alike", {code: blurred(code) for code in items if len(code) >= SHORTEST}, items),
        *_of_one("same family", _families(entries), _by_base(entries)),
    ]
    return tuple(found)


def _of_one(
    relation: Relation, names: Mapping[str, str], items: Mapping[str, set[str]]
) -> Iterator[RelatedParts]:
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for part, name in names.items():
        blocks[name].append(part)
    for name, parts in sorted(blocks.items()):
        if len(parts) > 1:
            yield _related(relation, name, sorted(parts), items)


def _families(entries: Iterable[Listed]) -> dict[str, str]:
    return {each.number.base: each.number.family for each in entries if each.number and each.number.family}


def _by_base(entries: Iterable[Listed]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for each in entries:
        if each.number:
            found[each.number.base].add(each.item)
    return found


def _related(
    relation: Relation, name: str, parts: Sequence[str], items: Mapping[str, set[str]]
) -> RelatedParts:
    counts = Counter({part: len(items[part]) for part in parts})
    return RelatedParts(
        relation=relation,
        name=name,
        parts=tuple(parts),
        items=tuple(sorted(set().union(*(items[part] for part in parts)))),
        basis=_BASIS[relation].format(n=len(parts), a=parts[0], b=parts[-1])
        + f"; in {', '.join(f'{counts[part]} items as {part}' for part in parts[:6])}",
    )
