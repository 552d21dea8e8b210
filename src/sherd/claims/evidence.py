"""What a finding has to do with a claim: it supports it, undermines it, or bears on neither.

A candidate is drawn from words that both share: a weight for an account that has Russia assembling an item
bears on the claim that Russia makes such things, and on no claim that somebody supplied or used them. It
concerns the items examined alone. In the end a person judges: a judgement of kind ``bears_on`` whose subject
is ``CLAIM~ITEM`` or ``CLAIM~COMPONENT``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from sherd.claims.lexicon import states
from sherd.claims.matters import matter
from sherd.claims.stands import canonical, family, state_of
from sherd.model.claims import Claim
from sherd.model.hypotheses import Hypothesis
from sherd.model.items import Component, Item, SystemModel
from sherd.model.judgements import BEARS_ON, BearingDecision, Judgement, bearing_decision, bearing_subject
from sherd.model.stances import Bearing
from sherd.model.weights import Attribution

_FLIP: Mapping[BearingDecision, BearingDecision] = {
    "supports": "undermines",
    "undermines": "supports",
    "neither": "neither",
}

WHOLE = frozenset({"drone", "missile", "aircraft", "weapon", "ammunition", "vehicle", "vessel", "wreckage"})
"""Classes of things that have a type of their own; all others are parts of such."""


def bearings(
    claims: Sequence[Claim],
    items: Sequence[Item],
    systems: Iterable[SystemModel],
    hypotheses: Sequence[Hypothesis],
    attributions: Mapping[str, Sequence[Attribution]],
    judgements: Iterable[Judgement],
    components: Iterable[Component] = (),
) -> tuple[Bearing, ...]:
    """Every claim on which a finding on an item in question bears, judged where a person has judged.

    What was judged of a component stands behind; what was weighed of the item is told beside a judgement.
    ``attributions`` hold the results of each item, those on independent labels first.
    """
    parts = [component.id for component in components]
    judged = _judged(judgements, {claim.id for claim in claims}, {item.id for item in items} | set(parts))
    names = {system.id: str(system.name) for system in systems}
    found: list[Bearing] = []
    for claim in claims:
        for item in items:
            results = attributions.get(item.id, ()) if item.role == "item" else ()
            candidates = list(_candidates(claim, item, names, hypotheses, results))
            decided = judged.get((claim.id, item.id))
            if decided:
                found += [_beside(each, candidates) for each in decided]
            elif item.role == "item":
                found += candidates
        for part in parts:
            found += [evolve(each, of="component") for each in judged.get((claim.id, part), ())]
    return tuple(found)


def _beside(decided: Bearing, candidates: Sequence[Bearing]) -> Bearing:
    """A judgement with all that was weighed, on which it rests or which it sets aside.

    Of several weights it carries the one nearest to nought.
    """
    weighed = [(each.weight, each) for each in candidates if each.weight is not None]
    if not weighed:
        return decided
    found = [f"{each.finding} ({_signed(weight)} bans)" for weight, each in weighed]
    return evolve(
        decided,
        weight=min((weight for weight, _ in weighed), key=abs),
        finding="; ".join(found) if len(found) > 1 else weighed[0][1].finding,
        words=f"{decided.words} Beside it, {'; '.join(each.words for _, each in weighed)}",
    )


def _signed(weight: float) -> str:
    return f"{weight:+.2f}".replace("-", "−")


def _judged(
    judgements: Iterable[Judgement], claims: set[str], items: set[str]
) -> dict[tuple[str, str], list[Bearing]]:
    """What people decided; where they disagree, each is told. What is no decision leaves it open."""
    found: dict[tuple[str, str], list[Bearing]] = defaultdict(list)
    for said in judgements:
        claim, item = bearing_subject(said.subject)
        if said.kind_ == BEARS_ON and claim in claims and item in items:
            how = bearing_decision(said.decision)
            if how is not None:
                words = f"judged ({said.id}, {said.at[:10]}) on {item}: {how}. {said.reason}"
                bearing = Bearing(claim=claim, item=item, how=how, judged=said.id, words=words)
                found[claim, item].append(bearing)
    return found


def _candidates(
    claim: Claim,
    item: Item,
    systems: Mapping[str, str],
    hypotheses: Sequence[Hypothesis],
    results: Sequence[Attribution],
) -> Iterator[Bearing]:
    action = family(claim.action)
    if action == "PRODUCE" and claim.actor and not claim.quantity and results:
        yield from _production(claim, item, hypotheses, results[0])
    elif action == "IDENTIFY_AS" and item.system:
        yield from _type(claim, item, systems.get(item.system, ""))


def _production(
    claim: Claim, item: Item, hypotheses: Sequence[Hypothesis], result: Attribution
) -> Iterator[Bearing]:
    """The weights for accounts that have the claimed maker at work, against those that do not."""
    maker = canonical(str(claim.actor))
    made = {h.id: _makes(h, maker) for h in hypotheses}
    named = {h.id: f"{h.id} ({h.words})" for h in hypotheses}
    for pair in result.pairs:
        if pair.refused or pair.favours is None or made.get(pair.h1) == made.get(pair.h2):
            continue
        how: BearingDecision = "supports" if made.get(pair.favours) else "undermines"
        if claim.polarity == "deny":
            how = _FLIP[how]
        other = pair.disfavours
        yield Bearing(
            claim=claim.id,
            item=item.id,
            how=how,
            finding=f"{pair.words} for {named[pair.favours]} over {named[other]}",
            weight=abs(pair.reported) if how == "supports" else -abs(pair.reported),
            words=f"candidate: {pair.words} for {pair.favours} over {other} "
            f"({abs(pair.reported):.2f} bans) {how} it, of {item.id} alone",
        )


def _makes(hypothesis: Hypothesis, maker: str | None) -> bool:
    """Whether an account has the maker assembling the item, or doing all of it."""
    drawn = hypothesis.draws.get("assembly") or hypothesis.draws.get("source") or ""
    return maker is not None and _home(drawn) == maker


def _home(drawn: str) -> str | None:
    """The state that a hypothesis draws on, by its code or name; ``V:`` marks a new variant."""
    bare = drawn.removeprefix("V:")
    return state_of(bare) or (canonical(bare) if bare.casefold() in states() else None)


def _type(claim: Claim, item: Item, system: str) -> Iterator[Bearing]:
    """An identification by type beside the type that is recorded: it says nothing of origin."""
    what = matter(str(claim.object or "")).class_
    named = matter(f"{claim.object or ''} {claim.paraphrase}").type
    if named is None or not system or what not in {None, *WHOLE}:
        return  # an engine that was identified says nothing of the type that it was in
    agrees = named.casefold() in system.casefold()
    if agrees:
        how: BearingDecision = "undermines" if claim.polarity == "deny" else "supports"
        found = f"recorded as {system}; type is not origin"
        words = f"candidate: {item.id} is {found}"
        yield Bearing(claim=claim.id, item=item.id, how=how, finding=found, words=words)
