"""Why one part stands under several makers: and what would decide.

Lists of components name makers as their writers saw them: by the brand, by today's owner, by a guess. Two
names for one part are no contradiction where one company followed the other, or where both sell it. Where
neither is on record, one of the two may be wrong, and the list alone does not say which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations

from sherd.identify.makers import lineage, lineage_after, named, shown, successions
from sherd.identify.partnumber import every_reading
from sherd.model.makers import ConflictKind, MakerConflict

SoldBy = Callable[[str], Iterable[str]]
"""The makers under which a catalogue lists a part, as it writes them."""


def maker_conflict(part: str, makers: Iterable[str], sold_by: SoldBy | None = None) -> MakerConflict | None:
    """What several makers of one part may mean, ``None`` where all names are one and the same text.

    ``makers`` are names as written. ``sold_by`` asks a catalogue; without one, only the beginnings of part
    numbers and the ordering information on record say who else sells the part.
    """
    written = tuple(dict.fromkeys(name.strip() for name in makers if name.strip()))
    if len(written) < 2:
        return None
    sellers = _sellers(part, sold_by)
    found = [_between(part, a, b, sellers) for a, b in combinations(written, 2)]
    return MakerConflict(
        part=part,
        named=written,
        kinds=tuple(dict.fromkeys(kind for kind, _ in found)),
        reasons=tuple(dict.fromkeys(reason for _, reason in found)),
    )


def _between(part: str, a: str, b: str, sellers: frozenset[str]) -> tuple[ConflictKind, str]:
    of_a, of_b = named(a), named(b)
    if of_a[0] == of_b[0]:
        return "alias of same maker", f"{a} and {b} are names of {of_a[0]}"
    if lineage_after(of_a[0]) & lineage_after(of_b[0]):
        return "succession", f"{a} and {b}: {_way(of_a[0], of_b[0])}"
    if {of_a[0], of_b[0]} <= sellers:
        return "second source", f"both {of_a[0]} and {of_b[0]} sell parts of this number"
    if _is_a_standard(part):
        return "second source", f"{part} is the designation of a standard, which many makers use"
    unknown = " or ".join(name for name in (of_a[0], of_b[0]) if name not in sellers)
    return "misidentification possible", f"nothing on record shows that {unknown} sells {part}"


def _sellers(part: str, sold_by: SoldBy | None) -> frozenset[str]:
    """Everyone on record who sells the part, with those who came before and after them."""
    makers = {each.maker for each in shown(part)} | {read.maker for read in every_reading(part)}
    for name in sold_by(part) if sold_by else ():
        makers.update(named(name))
    return frozenset(member for maker in makers for member in lineage(maker))


def _way(a: str, b: str) -> str:
    direct = [step for step in successions() if {step.maker, step.successor} == {a, b}]
    if direct:
        step = direct[0]
        return f"{step.maker} {step.kind} → {step.successor}, {step.when.words}"
    common = sorted(lineage_after(a) & lineage_after(b))
    return f"both came to {' and '.join(common)}"


def _is_a_standard(part: str) -> bool:
    return part.upper().replace("-", "").replace(" ", "") in _STANDARDS


_STANDARDS = frozenset({"RS232", "RS485", "RS422", "RS422/RS485", "CR2032", "CR2025", "CR2016", "18650"})
"""Interfaces of TIA and batteries of IEC 60086: names of a kind, not of a maker's part."""
