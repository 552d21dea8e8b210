"""Two records that may be one physical object, and what a person has decided about them.

Until somebody has judged that two records are two objects, whatever they have in common is one find. The
doubt reaches as far as the module: where one part of a module may be listed twice, so may its neighbours
that both lists name. Where no module is recorded and the lists are flat, two parts in doubt are asked for
before their neighbours are, because two weapons built from one delivery share a lot now and then.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from sherd.compare.clues import CHANCES, Clue, Known, Strength, clues, references
from sherd.compare.groups import joined
from sherd.compare.listed import Listed
from sherd.compare.one_object import Agreement, Lots, Seen, judged_by_chance
from sherd.model.findings import SameObject
from sherd.model.judgements import same_object_decision
from sherd.model.record import CaseRecord
from sherd.text import blurred

Pair = tuple[str, str]


def same_objects(record: CaseRecord, listed: Mapping[str, Sequence[Listed]]) -> tuple[SameObject, ...]:
    """Every two records of a case that may be one object, with the reasons and any judgement.

    A person's question about two items stands at the components where these give reasons themselves.
    """
    known = Known(record, listed)
    found: defaultdict[Pair, list[Clue]] = defaultdict(list)
    for clue in clues(known):
        found[min(clue.a, clue.b), max(clue.a, clue.b)].append(clue)
    closer = {_items(known, each[0]) for each in found.values() if each[0].kind == "component"}
    kept = [each for each in found.values() if not (_only_asked(each) and _items(known, each[0]) in closer)]
    lots = Lots((each.item, _base(each), blurred(lot)) for each in known.listed for lot in known.lots(each))
    for each in kept:
        lots.ask(*_items(known, each[0]))
    decisions = _decisions(record)
    return tuple(_same_object(known, each, lots, decisions) for each in kept)


def items_in_doubt(found: Iterable[SameObject]) -> tuple[Pair, ...]:
    """The items of which neither may be counted beside the other, two by two.

    One lot text in common is a reason to ask and too little to take two whole items for one; two are enough,
    as for lists without modules.
    """
    open_ = [each for each in found if each.one_find and each.item_a != each.item_b]
    lots = Counter((each.item_a, each.item_b) for each in open_ if each.sign == "lot")
    return tuple(
        dict.fromkeys(
            (each.item_a, each.item_b)
            for each in open_
            if each.sign != "lot" or lots[each.item_a, each.item_b] > 1
        )
    )


@frozen
class Doubts:
    """What must not be counted twice: records that are possibly one object, and modules listed twice."""

    items: Mapping[str, str]
    modules: frozenset[frozenset[tuple[str, str]]]
    components: Mapping[frozenset[str], bool]
    doubted: frozenset[str]

    @classmethod
    def of(cls, found: Iterable[SameObject], listed: Mapping[str, Sequence[Listed]]) -> Doubts:
        """Gather the doubts that nobody has lifted."""
        known = {each.id: each for item in listed.values() for each in item}
        pairs = [each for each in found if each.kind == "component"]
        open_ = [
            (known[each.a], known[each.b]) for each in pairs if each.one_find and each.item_a != each.item_b
        ]
        return cls(
            items=joined((each.a, each.b) for each in found if each.kind == "item" and each.one_find),
            modules=_modules_in_doubt(open_),
            components={frozenset((each.a, each.b)): each.one_find for each in pairs},
            doubted=frozenset(item for each in found if each.one_find for item in (each.item_a, each.item_b)),
        )

    def one_item(self, a: str, b: str) -> bool:
        """Whether two items may be one."""
        return a == b or self.items.get(a, a) == self.items.get(b, b)

    def one_find(self, x: Listed, y: Listed) -> bool:
        """Whether two components may be one object, and so count once."""
        if x.item not in self.doubted or y.item not in self.doubted:
            return False
        judged = self.components.get(frozenset((x.id, y.id)))
        if judged is not None:
            return judged
        if x.item != y.item and self.one_item(x.item, y.item):
            return True
        return frozenset((x.module, y.module)) in self.modules


def _same_object(
    known: Known, found: list[Clue], lots: Lots, decisions: Mapping[frozenset[str], str]
) -> SameObject:
    found = sorted(found, key=lambda clue: list(CHANCES).index(clue.strength))
    first = found[0]
    item_a, item_b = known.item_of(first.a), known.item_of(first.b)
    pair = frozenset((first.a, first.b))
    judged = decisions.get(pair) or decisions.get(frozenset((item_a, item_b)))
    reasons = [clue.words for clue in found]
    seen = _seen(known, first, lots)
    if seen.lots.agree > 1 and "lot" in {clue.strength for clue in found}:
        reasons.append(f"{seen.lots.agree} components of these two items agree in a lot text")
    return SameObject(
        a=first.a,
        b=first.b,
        kind=first.kind,
        item_a=item_a,
        item_b=item_b,
        reasons=tuple(dict.fromkeys(reasons)),
        sign=_strongest(found),
        chance=CHANCES[_strongest(found)],
        probability=judged_by_chance([clue.strength for clue in found], seen),
        judged=judged,
        counted=_COUNTED[judged],
    )


def _seen(known: Known, clue: Clue, lots: Lots) -> Seen:
    """What the case shows of lots around one question; within one item nothing can be compared."""
    a, b = _items(known, clue)
    component = known.components.get(clue.a)
    return Seen(
        lots=Agreement(0, 0) if a == b else lots.ask(a, b),
        units=lots.others(_base(component)) if component else (0, 0),
        further=lots.further(a, b),
    )


def _base(listed: Listed) -> str:
    return listed.number.base if listed.number else ""


def _strongest(found: Iterable[Clue]) -> Strength:
    return min((clue.strength for clue in found), key=list(CHANCES).index)


def _only_asked(found: Iterable[Clue]) -> bool:
    return all(clue.kind == "item" and clue.strength == "declared" for clue in found)


def _items(known: Known, clue: Clue) -> Pair:
    a, b = sorted((known.item_of(clue.a), known.item_of(clue.b)))
    return a, b


def _decisions(record: CaseRecord) -> dict[frozenset[str], str]:
    """What persons decided, by the two ids that each judgement names; two who disagree leave it disputed."""
    found: dict[frozenset[str], str] = {}
    for judgement in record.judgements:
        pair = frozenset(references(judgement.subject, record.case.id))
        if judgement.kind_ == "same_object" and len(pair) == 2:
            said = same_object_decision(judgement.decision)
            found[pair] = said if found.get(pair, said) == said else "disputed"
    return found


def _modules_in_doubt(pairs: Sequence[tuple[Listed, Listed]]) -> frozenset[frozenset[tuple[str, str]]]:
    """The modules that components in doubt sit in, and the components themselves, which may be modules."""
    within = Counter(frozenset((a.module, b.module)) for a, b in pairs)
    flat = {
        frozenset((a.module, b.module)) for a, b in pairs if not (a.component.parent and b.component.parent)
    }
    themselves = {frozenset(((a.item, a.id), (b.item, b.id))) for a, b in pairs}
    return frozenset({each for each, n in within.items() if n > 1 or each not in flat} | themselves)


_COUNTED = {
    None: "counted as one find until a person has judged whether they are one object",
    "undecided": "judged, but not decided: counted as one find meanwhile",
    "disputed": "judgements disagree: counted as one find meanwhile",
    "same": "counted as one object, as judged",
    "different": "counted as two objects, as judged",
}
