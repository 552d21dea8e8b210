"""Names of makers that a person judged to be one, as a view over the record: nothing in it is rewritten.

Which names are one firm is no question of spelling: a brand is bought, a name is shared by two firms. So
names are merged by a judgement of kind ``same_maker`` alone, which says who decided and why; withdraw it, or
judge the names to be different, and they are counted apart again. Where judgements disagree, directly or
through a third name, nothing of that maker is merged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations

from attrs import frozen

from sherd.compare.groups import joined
from sherd.model.counts import MakersJudged
from sherd.model.judgements import SAME_MAKER, Judgement, maker_names_judged, same_object_decision

Pair = tuple[str, str]


@frozen
class OneMaker:
    """``merged`` maps a name to the one that stands for it; ``judged`` says what each judgement did."""

    merged: Mapping[str, str]
    judged: tuple[MakersJudged, ...]

    @classmethod
    def of(cls, judgements: Iterable[Judgement], published: Iterable[str]) -> OneMaker:
        """Apply the judgements to the names as ``published``, one for each entry.

        The name of most entries stands for the others of its maker.
        """
        counts = Counter(" ".join(name.split()) for name in published)
        told = [(each, _pairs(each)) for each in judgements if each.kind_ == SAME_MAKER]
        said = [(pair, same_object_decision(each.decision)) for each, pairs in told for pair in pairs]
        apart = {pair for pair, decision in said if decision == "different"}
        same = {pair for pair, decision in said if decision == "same"}
        groups = joined(sorted(same))
        torn = {groups[a] for a, b in apart if a in groups and groups[a] == groups.get(b)}
        groups = {name: group for name, group in groups.items() if group not in torn}
        stands = {
            group: min((name for name in groups if groups[name] == group), key=lambda n: (-counts[n], n))
            for group in set(groups.values())
        }
        merged = {name: stands[group] for name, group in groups.items() if stands[group] != name}
        return cls(merged, tuple(_told(each, groups, merged, counts) for each, _ in told))

    def name(self, published: str) -> str:
        """The name that stands for a name as published."""
        return self.merged.get(" ".join(published.split()), published)


def _pairs(judgement: Judgement) -> tuple[Pair, ...]:
    return tuple(combinations(sorted(maker_names_judged(judgement.subject)), 2))


def _told(
    judgement: Judgement,
    groups: Mapping[str, str],
    merged: Mapping[str, str],
    counts: Mapping[str, int],
) -> MakersJudged:
    names = maker_names_judged(judgement.subject)
    decision = same_object_decision(judgement.decision)
    if len(names) < 2:
        came_to = "names fewer than two makers (write them A | B): nothing is merged"
    elif decision == "same" and names[0] not in groups:
        came_to = "disputed: counted apart"
    elif decision == "same":
        came_to = f"counted as {merged.get(names[0], names[0])}"
    else:
        came_to = "counted apart" if decision == "different" else "undecided: counted apart"
    return MakersJudged(
        judgement=judgement.id,
        names=names,
        entries=tuple(counts.get(name, 0) for name in names),
        decision=judgement.decision,
        by=judgement.by,
        at=judgement.at,
        reason=judgement.reason,
        came_to=came_to,
    )
