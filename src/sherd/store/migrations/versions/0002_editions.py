"""Editions of outside reference data: catalogues, lists, nomenclatures."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make their table."""
    said = "kind series form title publisher rights url published entries:whole importer"
    common = "source locator recorded_by release note"
    op.create_table(
        "editions",
        sa.Column("seq", WHOLE, nullable=False, autoincrement=False, primary_key=True),
        sa.Column("case", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        *(_column(*word.split(":")) for word in f"{said} {common}".split()),
        sa.UniqueConstraint("case", "id", name="one_editions_row"),
    )


def _column(name: str, kind: str = "") -> sa.Column[Any]:
    of: sa.types.TypeEngine[Any] = WHOLE if kind == "whole" else sa.Text()
    return sa.Column(name, of, nullable=True)
