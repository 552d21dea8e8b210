"""The first tables: the journal, and one table per kind of row.

A column is ``name`` for text, else ``name:whole``, ``name:number`` or ``name:flag`` (0 and 1). Written
out here once and for all: what the nouns look like later does not change what this migration makes.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TYPES: dict[str, sa.types.TypeEngine[Any]] = {
    "": sa.Text(),
    "whole": WHOLE,
    "number": sa.Double(),
    "flag": sa.Integer(),
}
COMMON = "source locator recorded_by release note"

NOUNS = {
    "cases": "title question as_of investigators",
    "hypotheses": "words level exclusive_with draws",
    "sources": (
        "kind title publisher published accessed language url archived rights reliability "
        "credibility party_to_conflict depends_on depends_how"
    ),
    "systems": "name maker country",
    "lines": "system maker country words",
    "recoveries": "kind from to place place_precision",
    "items": (
        "label system line role designation serial event circumstances recovered_by documented_by "
        "documented_at holder access_basis clearance connected completeness custody_status "
        "label_basis label_independent:flag"
    ),
    "components": (
        "item parent label function position count:whole condition fitted originality state "
        "maker_as_published country_as_published part_as_published made_as_published publisher_id "
        "possible_same_as"
    ),
    "photographs": "file item component view by taken device scale_mm:number derived_from",
    "markings": (
        "component item surface method script language text obliterated reader second_reader "
        "second_text photo region"
    ),
    "features": "group kind levels unit sd_within:number epsilon:number link decided",
    "observations": (
        "item component feature value unit sd:number n:whole method instrument observer "
        "seen_reference_first:flag"
    ),
    "custody": "item kind at from to place condition seal_in seal_out document reason",
    "samples": "item component lab method accreditation result report",
    "digital": "item device image_sha256 tool write_blocked:flag result",
    "parties": "name script kind country identifiers address role",
    "transfers": "part component from_party to_party from to quantity unit proof",
    "requests": "component to_party regime state legal_basis intended_use due answered ground",
    "replies": "party about asked deadline answered words",
    "claims": (
        "speaker speaker_kind chain polarity act mode hedge actor action object recipient place "
        "quantity said_from said_to event_from event_to paraphrase quote proposition"
    ),
    "judgements": "subject kind decision reason by at",
    "files": "sha256 size:whole media_type",
    "raw_rows": "file row:whole cells",
    "problems": "code file row:whole column read do",
    "exports": "clearance events:whole leaves_sha256 disclosures_sha256 files_sha256",
}


def upgrade() -> None:
    """Make every table."""
    make_journal()
    for name, columns in NOUNS.items():
        op.create_table(
            name,
            whole("seq", primary_key=True),
            text("case"),
            text("id"),
            *(column(word) for word in f"{columns} {COMMON}".split()),
            sa.UniqueConstraint("case", "id", name=f"one_{name}_row"),
        )


def make_journal() -> None:
    """The journal's own tables."""
    op.create_table(
        "events",
        whole("seq", primary_key=True),
        text("verb"),
        text("kind"),
        text("case", nullable=True),
        text("id", nullable=True),
        text("at"),
        sa.Column("leaf", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "nodes",
        whole("height", primary_key=True),
        whole("position", primary_key=True),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table("checkpoints", whole("size", primary_key=True), text("note"))
    op.create_table("verifiers", text("key", primary_key=True))
    op.create_table(
        "disclosures",
        whole("seq", primary_key=True),
        whole("place", primary_key=True),
        text("digest"),
        text("level"),
        text("text", nullable=True),
        sqlite_with_rowid=False,
    )


def whole(name: str, *, primary_key: bool = False) -> sa.Column[int]:
    """A whole number that is always there."""
    return sa.Column(name, WHOLE, nullable=False, autoincrement=False, primary_key=primary_key)


def text(name: str, *, nullable: bool = False, primary_key: bool = False) -> sa.Column[str]:
    """A text."""
    return sa.Column(name, sa.Text(), nullable=nullable, primary_key=primary_key)


def column(word: str) -> sa.Column[Any]:
    """The column that a word of ``NOUNS`` describes."""
    name, _, kind = word.partition(":")
    return sa.Column(name, TYPES[kind], nullable=True)
