"""The question and the answer, in one paragraph, with what limits it beside it."""

from __future__ import annotations

from collections.abc import Iterable

from sherd.model.document import (
    Beside,
    Block,
    Callout,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Ref,
    Section,
    Strong,
)
from sherd.model.weights import Attribution, PairWeight
from sherd.publish.material import Material
from sherd.publish.phrases import FAIRNESS, Sources, listed, plural

SPOKEN = 3
"""How many conclusions the paragraph speaks out; the rest stand in the chapter on weights."""


def chapter(material: Material, _sources: Sources) -> Section:
    """The first page: question, answer, limits, and the fairness sentence."""
    record = material.record
    blocks: list[Block] = [Quote(record.case.question)]
    for item, results in material.attributions.items():
        for result in results:
            blocks.append(Beside([_answer(item, result, material), _limits(result)]))
    if not material.attributions:
        blocks.append(Callout("answer", "No item is in question", _nothing_asked(material)))
    blocks.append(_accounts(material))
    blocks.append(Callout("fairness", "Read this with every page", FAIRNESS))
    return Section("answer", "The question and the answer", blocks)


def _nothing_asked(material: Material) -> str:
    if not material.record.hypotheses:
        return "The case states no hypotheses, so nothing is weighed. What was recorded and compared follows."
    return "The case names no item to be weighed against the reference collection. What was recorded follows."


def _answer(item: str, result: Attribution, material: Material) -> Callout:
    label = next((i.label for i in material.record.items if i.id == item), item)
    title = label if result.labels == "independent" else f"{label}, accepting the publishers' labels"
    return Callout("answer", title, [Paragraph(_sentences(result))])


def _sentences(result: Attribution) -> list[str | Strong | Ref]:
    reporting = sorted((p for p in result.pairs if not p.refused), key=lambda p: -abs(p.reported))
    refused = [pair for pair in result.pairs if pair.refused]
    words: list[str | Strong | Ref] = []
    if result.lead_only:
        words += [Strong("An investigative lead only: custody is broken. ")]
    words += [f"{result.opening} " if result.opening else "", f"{result.assumption} "]
    words += [Strong(f"{pair.sentence} ") for pair in reporting[:SPOKEN]]
    if len(reporting) > SPOKEN:
        words += [
            f"{plural(len(reporting) - SPOKEN, 'further pair')} of accounts carry a conclusion as well. "
        ]
    if not reporting:
        words += [Strong("The evidence does not carry a conclusion between any two of the accounts. ")]
    words += _refusals(refused)
    return [*words, "See ", Ref("weights", "the weights"), "."]


def _refusals(refused: list[PairWeight]) -> list[str | Strong | Ref]:
    if not refused:
        return []
    first = refused[0].refused[0]
    named = listed(f"{pair.h1} against {pair.h2}" for pair in refused[:4])
    more = f" and {plural(len(refused) - 4, 'other pair')}" if len(refused) > 4 else ""
    return [f"No conclusion is drawn on {named}{more}: {_lower(first.reason)} {first.lifted_by} "]


def _lower(sentence: str) -> str:
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]


def _limits(result: Attribution) -> Callout:
    sizes = listed(f"line {line.line} {plural(line.units, 'independent unit')}" for line in result.collection)
    unmet = [condition.point for condition in result.conditions if condition.met != "yes"]
    said: list[Inline] = [
        f"Reference collection: {sizes or 'none that counts'}.",
        f"{result.method.validation}",
        "Type is not origin, and paint is not origin: the outer designation was shown and never weighed.",
        *result.warnings,
    ]
    if unmet:
        said.append(
            [
                "Authenticity not shown on ",
                plural(len(unmet), "point"),
                "; see ",
                Ref("authenticity", "the conditions"),
                ".",
            ]
        )
    return Callout("limit", "What limits this", [ListBlock(said)])


def _accounts(material: Material) -> Block:
    entries: Iterable[Inline] = [[Strong(h.id), f" {h.words}"] for h in material.record.hypotheses]
    named = list(entries)
    return Section(
        "accounts", "The accounts that compete", [ListBlock(named)] if named else "None was stated."
    )
