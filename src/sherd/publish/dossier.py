"""The dossier: every chapter in the order in which a hostile reader asks."""

from __future__ import annotations

from collections.abc import Callable

from sherd.model.document import Document, Section
from sherd.model.hypotheses import Case
from sherd.publish.chapters import (
    answer,
    authenticity,
    changes,
    claims,
    corrections,
    dates,
    differences,
    items,
    lines,
    markings,
    method,
    parties,
    replies,
    road,
    serials,
    sharing,
    shipments,
    sources,
    unused,
    verification,
    weights,
)
from sherd.publish.material import Material
from sherd.publish.phrases import FAIRNESS, Sources
from sherd.publish.redact import WithheldText
from sherd.publish.whole_serials import WholeSerials

CHAPTERS: tuple[Callable[[Material, Sources], Section | None], ...] = (
    answer.chapter,
    weights.chapter,
    differences.chapter,
    sharing.chapter,
    dates.chapter,
    serials.chapter,
    lines.chapter,
    changes.chapter,
    markings.chapter,
    items.chapter,
    road.chapter,
    shipments.chapter,
    parties.chapter,
    claims.chapter,
    authenticity.chapter,
    unused.chapter,
    replies.chapter,
    corrections.chapter,
    method.chapter,
    sources.chapter,
    verification.chapter,
)
"""Every chapter, in order. One that the case has nothing for is left out."""


def compose(material: Material) -> Document:
    """The dossier of a case as a tree of nodes. The same material gives the same tree.

    The last digits of serials are withheld in all of it at once.
    """
    record = material.record
    numbered = Sources.of(record)
    as_of = record.case.as_of.words if record.case.as_of else "not stated"
    document = Document(
        record.case.title,
        record.case.question,
        f"{material.at:%Y-%m-%d}",
        [section for chapter in CHAPTERS if (section := chapter(material, numbered))],
        case=record.case.id,
        clearance=material.clearance,
        authors=_authors(record.case),
        identifiers=(
            ("Case", record.case.id),
            ("Evidence as of", as_of),
            ("Clearance", material.clearance),
            ("Journal", f"{material.seal.size:,} events, root {material.seal.root}"),
            ("Made with", f"sherd {material.version}"),
            ("Read with it", FAIRNESS),
        ),
    )
    serials = WholeSerials.of(record, material.clearance, material.identified)
    told: Document = serials.everywhere(document)
    return told


def _authors(case: Case) -> tuple[str, ...]:
    """Those who answer for the dossier, where they may be named."""
    return tuple(str(name) for name in case.investigators if not isinstance(name, WithheldText))
