"""When the share of an origin changed among what was found."""

from __future__ import annotations

from sherd.model.changes import OriginShare
from sherd.model.document import Block, Paragraph, Section
from sherd.publish.charts import origin_share
from sherd.publish.material import Material
from sherd.publish.phrases import Sources

LEAST_EVIDENCE = 1.0
"""Below ten to one for a change no month is named."""


def chapter(material: Material, _sources: Sources) -> Section | None:
    """A picture and its sentences for each system model with two origins; None where there is none."""
    if not material.whole.shares:
        return None
    names = {system.id: str(system.name) for system in material.record.systems}
    blocks: list[Block] = []
    for number, (system, found) in enumerate(material.whole.shares, 1):
        blocks.append(
            Section(
                f"origin-share-{number}",
                f"Origins of {names.get(system, system)} over time",
                [
                    *(Paragraph(sentence) for sentence in sentences(found)),
                    origin_share.figure(f"origin-share-chart-{number}", found),
                    Paragraph(" ".join(found.notes)),
                ],
            )
        )
    return Section("changes", "Changes over time", blocks)


def sentences(found: OriginShare) -> tuple[str, ...]:
    """What may be said of a change: nothing of a month where the evidence for any change is slight."""
    change, shape = found.change, found.ramp_or_step
    factor = change.log10_bayes_factor
    if factor < LEAST_EVIDENCE:
        return (
            f"The finds do not show that the share of origin {found.origin} changed: one change fits "
            f"{10**factor:.2g} times as well as none.",
        )
    shown = f"10^{int(factor)}" if factor >= 6 else f"{10**factor:,.0f}"
    slow = {
        "ramp": "A gradual change fits better than an abrupt one, so that no single month is its date.",
        "step": "An abrupt change fits better than a gradual one.",
        "neither": "The finds do not tell an abrupt change from a gradual one.",
    }[shape.favours]
    return (
        f"One change in the share of origin {found.origin} fits {shown} times as well as none. Given that "
        f"there was one, it lies after {change.last_before} most probably, between {change.span[0]} and "
        f"{change.span[1]} with {change.level:.0%}: from about {change.before:.0%} to about "
        f"{change.after:.0%}.",
        slow,
    )
