"""The question and the answer, in one paragraph, with what limits it beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sherd.model.document import (
    Beside,
    Block,
    Callout,
    Emphasis,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Ref,
    Section,
    Span,
    Strong,
)
from sherd.model.hypotheses import Hypothesis
from sherd.model.weights import Attribution, PairWeight, Refusal
from sherd.publish.material import Material
from sherd.publish.phrases import FAIRNESS, Sources, assumed, gathered, listed, odds, plural, rules, sentence
from sherd.publish.redact import WithheldText

FIRST_TOLD = (
    "custody_empty",
    "unresolved_draw",
    "not_exclusive",
    "not_distinguishable",
    "no_line_fits",
    "thin_line",
    "few_groups",
    "sign_flips",
    "one_finding",
    "misleading",
    "says_nothing",
)
"""Which reason for a refusal is told first: the one whose cure is a record that somebody can bring."""

NOTHING_CARRIED = "The evidence does not carry a conclusion between any two of the accounts."

Words = list[str | Span]


def chapter(material: Material, _sources: Sources) -> Section:
    """The first page: question, answer, limits, and the fairness sentence."""
    record = material.record
    blocks: list[Block] = [Quote(record.case.question)]
    for item, results in material.attributions.items():
        blocks += [
            Beside([_answer(item, result, material), _limits(result, material, number)])
            for number, result in enumerate(results)
        ]
    if not material.attributions:
        blocks.append(Callout("answer", "Nothing is weighed", _nothing_asked(material)))
    blocks += [_accounts(material), Callout("fairness", "Read this with every page", FAIRNESS)]
    return Section("answer", "The question and the answer", blocks)


def _nothing_asked(material: Material) -> str:
    if not material.record.hypotheses:
        return "The case states no hypotheses, so nothing is weighed. What was recorded and compared follows."
    return "The case names no item to be weighed against the reference collection. What was recorded follows."


def _answer(item: str, result: Attribution, material: Material) -> Callout:
    label = next((str(i.label) for i in material.record.items if i.id == item), item)
    title = label if result.labels == "independent" else f"{label}, accepting the publishers' labels"
    return Callout("answer", title, [Paragraph(_sentences(result, material.record.hypotheses))])


def _sentences(result: Attribution, accounts: Sequence[Hypothesis]) -> Words:
    reporting = sorted((p for p in result.pairs if not p.refused), key=lambda p: _relevance(p, accounts))
    refused = sorted((p for p in result.pairs if p.refused), key=lambda p: _relevance(p, accounts))
    words: Words = []
    if result.labels == "publisher":
        words += [Emphasis("Under a stated assumption, which nobody has verified. ")]
    if result.lead_only:
        words += [Strong("An investigative lead only: custody is broken. ")]
    words += [Strong(_headline(reporting, refused)), " "]
    words += _reported(reporting) if reporting else [f"{assumed(result.opening)} "]
    words += [f"{sentence(result.assumption)} "]
    words += _not_concluded(refused, accounts, result.labels == "publisher")
    return [*words, "Every weight and every reason: ", Ref("weights"), "."]


def _relevance(pair: PairWeight, accounts: Sequence[Hypothesis]) -> tuple[bool, bool, int, float]:
    """The question first: the first documented account, against the one that differs most."""
    known = {account.id: account for account in accounts if _is_documented(account)}
    first = next(iter(known), None)
    both = pair.h1 in known and pair.h2 in known
    apart = _apart(known[pair.h1], known[pair.h2]) if both else 0
    return (not both, first not in {pair.h1, pair.h2}, -apart, -abs(pair.reported))


def _is_documented(account: Hypothesis) -> bool:
    """Whether an account draws on a line that somebody documented, not on an unknown or a new one."""
    return any(line != "U" and not line.startswith("V:") for line in account.draws.values())


def _apart(one: Hypothesis, other: Hypothesis) -> int:
    """In how many kinds of evidence two accounts draw on different lines."""
    return sum(one.draws.get(key) != other.draws.get(key) for key in {*one.draws, *other.draws})


def _headline(reporting: Sequence[PairWeight], refused: Sequence[PairWeight]) -> str:
    if not reporting:
        return NOTHING_CARRIED
    losers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for pair in reporting:
        winner = pair.favours or pair.h1
        losers[pair.words, winner].append(pair.h2 if winner == pair.h1 else pair.h1)
    said = [f"{words} for {winner} over {listed(others)}" for (words, winner), others in losers.items()]
    rest = f"; no conclusion on the other {plural(len(refused), 'pair')} of accounts" if refused else ""
    return sentence("; ".join(said) + rest)


def _reported(reporting: Sequence[PairWeight]) -> Words:
    """The ratio of the pair that matters most, in full; of the others in short."""
    main, *others = reporting
    words: Words = [f"{sentence(main.sentence)} "]
    if others:
        short = listed(f"{p.h1} against {p.h2} {odds(p.reported)} ({p.words})" for p in others[:4])
        more = f", and {plural(len(others) - 4, 'more pair')}" if len(others) > 4 else ""
        words.append(f"Likewise, as likelihood ratios: {short}{more}. ")
    return words


def _not_concluded(refused: Sequence[PairWeight], accounts: Sequence[Hypothesis], short: bool) -> Words:
    """The refusal that matters most, with its reason and what would lift it; ``short`` names rules alone."""
    if not refused:
        return []
    pair = refused[0]
    said = {account.id: f"{account.id} ({account.words})" for account in accounts}
    first = _first_reason(pair)
    against = f"{said.get(pair.h1, pair.h1)} against {said.get(pair.h2, pair.h2)}"
    reason = (
        rules(pair.refused) if short else f"{first.reason}. What would lift this: {gathered(first.lifted_by)}"
    )
    words: Words = [f"No conclusion is drawn on {against}: {reason}. "]
    if len(refused) > 1:
        words.append(f"Refused besides: {plural(len(refused) - 1, 'other pair')}. ")
    return words


def _first_reason(pair: PairWeight) -> Refusal:
    order = {rule: number for number, rule in enumerate(FIRST_TOLD)}
    return min(pair.refused, key=lambda refusal: order.get(refusal.rule, len(order)))


def _limits(result: Attribution, material: Material, number: int) -> Callout:
    sizes = listed(f"line {line.line} {plural(line.units, 'independent unit')}" for line in result.collection)
    said: list[Inline] = [f"Reference collection: {sizes or 'none that counts'}."]
    said.append(sentence(result.method.validation))
    if number == 0:
        said += ["Type is not origin, and paint is not origin: outer designation is shown, never weighed."]
        said += [sentence(warning) for warning in result.warnings]
        said += _conditions(result)
        said += _not_shown(material)
    else:
        said.append("The warnings and conditions of the result above hold here as well.")
    return Callout("limit", "What limits this", [ListBlock(said)])


def _conditions(result: Attribution) -> list[Inline]:
    unmet = sum(condition.met != "yes" for condition in result.conditions)
    if not unmet:
        return []
    return [["Authenticity is not shown on ", plural(unmet, "point"), "; see ", Ref("authenticity"), "."]]


def _not_shown(material: Material) -> list[Inline]:
    """What this reader is not shown, and who was not heard."""
    said: list[Inline] = []
    rows = sum(material.withheld.values())
    if rows or material.values_withheld:
        said.append(
            f"Drawn from what this clearance shows: {plural(rows, 'row')} and "
            f"{plural(material.values_withheld, 'single value')} are withheld and weigh nothing here."
        )
    answered = {reply.party for reply in material.record.replies if reply.words}
    unheard = [
        str(party.name)
        for party in material.record.parties
        if party.id not in answered and not isinstance(party.name, WithheldText)
    ]
    if unheard and "reply" not in material.withheld:
        said.append(["Published without a reply of ", plural(len(unheard), "named party", "named parties"),
                     "; see ", Ref("replies"), "."])  # fmt: skip
    return said


def _accounts(material: Material) -> Block:
    entries: list[Inline] = [[Strong(h.id), f" {h.words}"] for h in material.record.hypotheses]
    return Section(
        "accounts", "The accounts that compete", [ListBlock(entries)] if entries else "No account was stated."
    )
