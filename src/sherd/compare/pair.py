"""Two items laid side by side, slot by slot: what they share, where they differ, what nobody can tell.

A part that both list under one number is matched wherever it sat; what is left is matched by its function,
else by its label, and each component is used once; only a statement of absence stands against everything in
its slot. Where several parts do one job on both items and nothing
says which stands where, they are left unmatched rather than called different. What only one record lists is
not examined on the other, unless that record says ABSENT.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from sherd.compare.listed import Listed
from sherd.compare.parts import makers_agree
from sherd.compare.state import basis, state
from sherd.model.findings import Finding, State

Match = tuple[Listed | None, Listed | None]
"""A component of the first item and one of the second, either of them missing."""


def findings(a: str, b: str, listed_a: Sequence[Listed], listed_b: Sequence[Listed]) -> tuple[Finding, ...]:
    """Every slot of two items with its state and reason, in the order of the first item's list."""
    return tuple(finding(a, b, *match) for match in matches(listed_a, listed_b))


def matches(listed_a: Sequence[Listed], listed_b: Sequence[Listed]) -> list[Match]:
    """Which component of one item stands against which of the other, in the order of the lists.

    The two lists may change places: the same components are matched.
    """
    table = _Table(listed_a, listed_b)
    table.match(_code, _same_place)
    table.match(_base, _same_place)
    table.match_absent()
    table.match(_function, _same_name)
    table.match(_function, _only_ones)
    table.match(_label, _only_ones)
    place = {each: n for n, each in enumerate((*listed_a, *listed_b))}
    return sorted(table.matched(), key=lambda match: [place[each] for each in match if each])


def state_of(match: Match) -> State:
    """How the two sides of a match compare; what one list alone names is not examined on the other."""
    x, y = match
    return state(x, y) if x and y else "not_examined"


def finding(a: str, b: str, x: Listed | None, y: Listed | None) -> Finding:
    """A match of two items put in words."""
    return Finding(
        a=a,
        b=b,
        component=min(_slot(each) for each in (x, y) if each),
        component_a=x.id if x else None,
        component_b=y.id if y else None,
        state=state_of((x, y)),
        basis=_two_sided(x, y) if x and y else _one_sided(a, b, x, y),
    )


Key = Callable[[Listed], str | None]
Nearness = Callable[[Listed, Listed, bool], int | None]
"""How far apart two components are; ``None`` keeps them apart. The flag: no others are left in their slot."""


class _Table:
    """Two lists with what is not yet matched of each; filled by the rules of ``matches``."""

    def __init__(self, listed_a: Sequence[Listed], listed_b: Sequence[Listed]) -> None:
        self.a = dict.fromkeys(listed_a)
        self.b = dict.fromkeys(listed_b)
        self.doing_a = _functions(listed_a)
        self.doing_b = _functions(listed_b)
        self.found: list[Match] = []

    def match(self, key: Key, nearness: Nearness) -> None:
        """Match components with the same key, nearest first."""
        by_a, by_b = _by(key, self.a), _by(key, self.b)
        for name in by_a.keys() & by_b.keys():
            one, other = by_a[name], by_b[name]
            only = len(one) == len(other) == 1
            if only and nearness(one[0], other[0], only) is not None:
                self._take(one[0], other[0])
                continue
            near = ((nearness(x, y, only), x, y) for x in one for y in other)
            ranked = [(rank, sorted((x.id, y.id)), x, y) for rank, x, y in near if rank is not None]
            for _, _, x, y in sorted(ranked, key=lambda each: each[:2]):
                self._take(x, y)

    def match_absent(self) -> None:
        """Lay each statement of absence against all that the other item has there, else against another."""
        against_b = [
            (x, y) for x in _absent(self.a) for y in _present(self.b) if _same_slot(x, y, self.doing_a)
        ]
        against_a = [
            (x, y) for y in _absent(self.b) for x in _present(self.a) if _same_slot(y, x, self.doing_b)
        ]
        for x, y in (*against_b, *against_a):
            self._take(x, y, lasting=x if x.standing == "absent" else y)
        for match in tuple(self.found):
            for each in match:
                if each and each.standing == "absent":
                    self.a.pop(each, None)
                    self.b.pop(each, None)

    def matched(self) -> list[Match]:
        """Every match, and what is left of either list without one."""
        return [*self.found, *((x, None) for x in self.a), *((None, y) for y in self.b)]

    def _take(self, x: Listed, y: Listed, lasting: Listed | None = None) -> None:
        if x in self.a and y in self.b:
            self.found.append((x, y))
            if x is not lasting:
                self.a.pop(x)
            if y is not lasting:
                self.b.pop(y)


def _by(key: Key, listed: Iterable[Listed]) -> dict[str, list[Listed]]:
    found: defaultdict[str, list[Listed]] = defaultdict(list)
    for each in listed:
        name = key(each)
        if name:
            found[name].append(each)
    return found


def _code(listed: Listed) -> str | None:
    return listed.code


def _base(listed: Listed) -> str | None:
    return listed.number.base if listed.number and listed.standing == "present" else None


def _function(listed: Listed) -> str | None:
    return listed.function


def _label(listed: Listed) -> str | None:
    return listed.label


def _same_place(x: Listed, y: Listed, only: bool) -> int:
    """How far apart two records of one part are: by maker, then by slot, then by position."""
    other_maker = makers_agree(x.makers, y.makers) is False
    return 4 * other_maker + 2 * (x.function != y.function) + (x.position != y.position)


def _same_name(x: Listed, y: Listed, only: bool) -> int | None:
    """How near two parts of one slot are: the same label or position, words or maker, or not at all."""
    if _settled(x, y):
        return None
    if x.label and x.label == y.label:
        return 0
    if x.position and x.position == y.position:
        return 1
    if not (x.number and y.number):
        if x.words and x.words == y.words:
            return 2
        if makers_agree(x.makers, y.makers):
            return 3
    return None


def _only_ones(x: Listed, y: Listed, only: bool) -> int | None:
    """Two components that are each the only one left in a slot.

    What they do must not be said to differ. A capacitor is not the capacitor of another: two passive parts
    known by their label alone are kept apart.
    """
    if not only or _settled(x, y) or (x.function and y.function and x.function != y.function):
        return None
    generic = x.passive and y.passive and not x.standing == y.standing == "absent"
    return None if generic and not (x.function and y.function) else 0


def _settled(x: Listed, y: Listed) -> bool:
    """Whether one is absent and the other there: ``match_absent`` has matched those that belong together."""
    return {x.standing, y.standing} == {"absent", "present"}


def _same_slot(absent: Listed, other: Listed, doing: frozenset[str]) -> bool:
    """Whether a statement of absence speaks of a component: by function, unless the item has others of it."""
    if absent.function and other.function and absent.function not in doing:
        return absent.function == other.function
    return bool(absent.label) and absent.label == other.label


def _absent(listed: Iterable[Listed]) -> list[Listed]:
    return [each for each in listed if each.standing == "absent"]


def _present(listed: Iterable[Listed]) -> list[Listed]:
    return [each for each in listed if each.standing == "present"]


def _functions(listed: Iterable[Listed]) -> frozenset[str]:
    return frozenset(each.function for each in listed if each.function and each.standing == "present")


def _two_sided(x: Listed, y: Listed) -> str:
    by_label = state(x, y) == "differs" and not (x.function and y.function)
    return basis(x, y) + ("; matched by label alone" if by_label else "")


def _one_sided(a: str, b: str, x: Listed | None, y: Listed | None) -> str:
    said = "recorded as absent" if "absent" in {each.standing for each in (x, y) if each} else "listed"
    here, there = (a, b) if x else (b, a)
    return f"{said} for {here} only; nothing in the record of {there} stands against it"


def _slot(listed: Listed) -> str:
    return listed.component.function or listed.component.label
