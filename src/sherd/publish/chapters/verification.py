"""How anyone can check that nothing was altered: the journal's root, its signed checkpoint, the commands."""

from __future__ import annotations

from sherd.model.document import Code, Definitions, ListBlock, Paragraph, Section
from sherd.publish.material import Material
from sherd.publish.phrases import Sources


def chapter(material: Material, _sources: Sources) -> Section:
    """Root, checkpoint, verifier key, and what to type."""
    seal = material.seal
    lines = [Paragraph(Code(line)) for line in seal.checkpoint.strip().splitlines() if line]
    case = material.record.case.id
    return Section(
        "verification",
        "How to verify this dossier",
        [
            "Every fact above is an event of an append-only journal. Its root below is signed; whoever holds "
            "the bundle can check each event against it without us. A key that comes only from the bundle "
            "proves that the record agrees with itself; a key or checkpoint that you had before proves whose "
            "it is and that nothing was rolled back.",
            Definitions(
                [
                    ("Events", f"{seal.size:,}"),
                    ("Root", Paragraph(Code(seal.root))),
                    ("Verifier key", Paragraph(Code(seal.verifier))),
                    ("Checkpoint", lines),
                    ("Made with", f"sherd {material.version}"),
                ]
            ),
            ListBlock(
                [
                    [Code(f"sherd publish {case} --format bag"), " writes the bundle."],
                    [Code(f"sherd verify BUNDLE --key {seal.verifier}"), " checks it."],
                ]
            ),
        ],
    )
