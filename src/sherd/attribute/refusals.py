"""When no conclusion is given on a pair of hypotheses: each rule by name, its reason, and what would lift it.

A refusal is a result. It concerns one pair; other pairs still report. Formulas (10) and (7).
To add a rule: a function ``Deliberation -> Refusal | None`` below, a line in ``RULES``, a line in
``docs/attribute.md``, a test in ``tests/attribute/test_refusals.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

from sherd.attribute.calibrate import VALIDATED_FROM
from sherd.attribute.dependence import sign
from sherd.attribute.draws import LINKS, draw, unresolved
from sherd.attribute.evidence import Known, Weighable, known
from sherd.attribute.words import supports
from sherd.model.hypotheses import Hypothesis
from sherd.model.items import Feature, Item, Line
from sherd.model.weights import PairWeight, Refusal

SHARE = 0.8
"""The share of the support for a conclusion above which one group may not carry it alone."""

LOOK_FOR = {
    "design": "drawings, moulds, dimensions and layout",
    "source": "integral modules and the marks on their parts",
    "assembly": "stamps, sealant, torque paint, cable ties, fasteners and rework",
}
"""What evidence of each link class is made of, in the words of a field team."""


@frozen
class Fit:
    """How well the best documented line, or mix of lines that a hypothesis names, explains the item."""

    name: str
    weight: float


@frozen
class Deliberation:
    """All that bears on whether a pair may be concluded on. ``pair`` carries numbers, not yet words."""

    h1: Hypothesis
    h2: Hypothesis
    item: Item
    pair: PairWeight
    weighables: tuple[Weighable, ...]
    """The findings that weigh."""
    observed: tuple[Weighable, ...]
    """All findings but finish: those that weigh, and those that cannot."""
    features: Sequence[Feature]
    lines: Sequence[Line]
    best: Fit | None
    cllr: float | None
    n: int


def refusals(about: Deliberation) -> tuple[Refusal, ...]:
    """Every rule that the pair falls under, in the order of ``RULES``; none where it may be concluded on."""
    found = ((key, rule(about)) for key, rule in RULES.items())
    return tuple(
        Refusal(rule=key, reason=said[0], lifted_by=said[1]) for key, said in found if said is not None
    )


Said = tuple[str, str] | None
"""The reason, and what record would lift it; ``None`` where the rule does not apply."""


def custody_empty(about: Deliberation) -> Said:
    """Nobody said in whose hands the item was."""
    if about.item.custody_status:
        return None
    return (
        f"the record says nothing of the custody of {about.item.id}",
        "a custody status: documented, partial, not_published, broken or unknown",
    )


def unresolved_draw(about: Deliberation) -> Said:
    """A hypothesis draws on something that the case does not list."""
    wrong = [
        f"{hypothesis.id} draws {named}"
        for hypothesis in (about.h1, about.h2)
        for named in unresolved(hypothesis, about.lines)
    ]
    if not wrong:
        return None
    return (
        f"{' and '.join(wrong)}, which is no line, maker or country of a line in the record",
        "a row in lines.csv with that id, maker or country, or U in the draws",
    )


def not_exclusive(about: Deliberation) -> Said:
    """The two accounts are not declared to rule each other out."""
    one, two = about.h1, about.h2
    if not one.exclusive_with and not two.exclusive_with:
        return None
    if two.id in one.exclusive_with or one.id in two.exclusive_with:
        return None
    return (
        f"{one.id} and {two.id} are not mutually exclusive: neither declares that it excludes the other",
        f"exclusive_with naming {two.id} or {one.id}, where only one of the two can be true",
    )


def not_distinguishable(about: Deliberation) -> Said:
    """Both accounts predict the same of everything that was observed."""
    if not about.observed or any(finding.tells_apart for finding in about.observed):
        return None
    return (
        f"{about.h1.id} and {about.h2.id} are not distinguishable on the features examined: "
        "both draw every one of them from the same line",
        _what_to_look_for(about),
    )


def few_groups(about: Deliberation) -> Said:
    """Fewer than two independent groups of findings tell the accounts apart."""
    groups = sorted({weighable.feature.group for weighable in about.weighables if weighable.tells_apart})
    if len(groups) >= 2:
        return None
    found = f"only the group {groups[0]}" if groups else "no group"
    return (
        f"fewer than 2 independent groups of features were observed that tell {about.h1.id} from "
        f"{about.h2.id} ({found})",
        _what_to_look_for(about),
    )


def thin_line(about: Deliberation) -> Said:
    """A line that carries weight, or would if anything weighed, is known by fewer than two specimens.

    A specimen that was not examined for any of the findings makes no line better known.
    """
    telling = [weighable for weighable in about.weighables if weighable.tells_apart]
    thin = _thin(telling or [finding for finding in about.observed if finding.tells_apart])
    if not thin:
        return None
    said = ", ".join(f"{line.words} ({line.examined} of {line.units})" for line in thin)
    return (
        "fewer than 2 independently labelled specimens, each from its own recovery, were examined for these "
        f"findings of {said}",
        "; ".join(
            f"{2 - line.examined} more examined specimen{'s' if line.examined == 0 else ''} of {line.words} "
            "known by seizure at source or by date, observed in the same features"
            for line in thin
        ),
    )


def no_line_fits(about: Deliberation) -> Said:
    """The item disagrees with every documented line."""
    if about.best is None or sign(about.best.weight) >= 0:
        return None
    return (
        f"the item is not explained by any documented line: even {about.best.name} explains it less well "
        f"than an undocumented one ({about.best.weight:+.2f} bans)",
        "specimens of a line that shows what the item shows",
    )


def sign_flips(about: Deliberation) -> Said:
    """Some settings favour one account, some the other."""
    signs = {sign(cell.weight) for cell in about.pair.grid}
    if not {-1, 1} <= signs:
        return None
    return (
        "the sign flips: which of the two is favoured depends on the settings "
        f"({about.pair.lo:+.2f} to {about.pair.hi:+.2f} bans)",
        "more specimens of both lines, or findings in which they differ",
    )


def says_nothing(about: Deliberation) -> Said:
    """The weakest likelihood ratio of the grid lies between one half and two."""
    if supports(about.pair.reported):
        return None
    return (
        f"the reported likelihood ratio {about.pair.lr:.2f} lies between ½ and 2, which supports neither",
        "more specimens of both lines, or findings in which they differ",
    )


def one_finding(about: Deliberation) -> Said:
    """One group carries the conclusion alone."""
    towards = sign(about.pair.default)
    support = {group.group: max(0.0, towards * group.weight) for group in about.pair.groups}
    heaviest = max(support, key=lambda group: (support[group], group), default="")
    if not supports(about.pair.reported) or support[heaviest] <= SHARE * sum(support.values()):
        return None
    left = next(one for one in about.pair.leave_outs if (one.kind, one.name) == ("group", heaviest))
    if supports(left.reported) and sign(left.reported) == towards:
        return None
    return (
        f"it rests on one finding: the group {heaviest} carries "
        f"{100 * support[heaviest] / sum(support.values()):.0f} % of the support, and without it the "
        "likelihood ratio falls below 2",
        f"findings in a group other than {heaviest} in which the two differ",
    )


def misleading(about: Deliberation) -> Said:
    """Weights of this kind mislead on specimens whose line is known."""
    if about.cllr is None or about.n < VALIDATED_FROM or about.cllr < 1:
        return None
    return (
        "on specimens whose line is known, weights of this kind mislead "
        f"(Cllr {about.cllr:.2f}, n = {about.n})",
        "other features, or reference labels that hold",
    )


RULES: Mapping[str, Callable[[Deliberation], Said]] = {
    "custody_empty": custody_empty,
    "unresolved_draw": unresolved_draw,
    "not_exclusive": not_exclusive,
    "not_distinguishable": not_distinguishable,
    "few_groups": few_groups,
    "thin_line": thin_line,
    "no_line_fits": no_line_fits,
    "sign_flips": sign_flips,
    "says_nothing": says_nothing,
    "one_finding": one_finding,
    "misleading": misleading,
}
"""Every rule, by the key that a refusal carries."""


def _thin(weighables: Sequence[Weighable]) -> list[Known]:
    sides = {*known(weighables, first=True), *known(weighables, first=False)}
    return sorted((line for line in sides if line.examined < 2), key=lambda line: line.words)


def _what_to_look_for(about: Deliberation) -> str:
    """What to observe, and on what, to tell the two apart; else the kinds of evidence that would."""
    seen, weighed = ({w.feature.id for w in found} for found in (about.observed, about.weighables))
    telling = [f for f in about.features if f.link in LINKS and _differs(about, f.group, f.link)]
    unseen = [f.id for f in telling if f.id not in seen]
    unmatched = [f.id for f in telling if f.id in seen - weighed]
    wanted = [f"an observation of {', '.join(unseen)} on {about.item.id} and on references of both sides"]
    if unmatched:
        wanted.insert(0, f"references of both sides examined for {', '.join(unmatched)}")
    if unseen or unmatched:
        return "; ".join(wanted if unseen else wanted[:1])
    links = [link for link in LINKS if _differs(about, "", link)]
    if not links:
        return f"nothing: {about.h1.id} and {about.h2.id} predict the same of every kind of evidence"
    looked = "; ".join(f"{LOOK_FOR[link]} ({link})" for link in links)
    return f"features of another group in which the two differ, observed on item and references: {looked}"


def _differs(about: Deliberation, group: str, link: str) -> bool:
    return draw(about.h1, group, link, about.lines) != draw(about.h2, group, link, about.lines)
