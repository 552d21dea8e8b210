"""Listings of parties, steps of trace requests, and whom and why a request asks."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLES = {
    "listings": "party list programme entry from to published seen",
    "steps": "request state at by coding words letter",
}
ADDED = {"parties": "contact contact_verified", "requests": "item illicit why"}
COMMON = "source locator recorded_by release note"


def upgrade() -> None:
    """Make the tables, and add the columns."""
    for name, columns in TABLES.items():
        op.create_table(
            name,
            sa.Column("seq", WHOLE, nullable=False, autoincrement=False, primary_key=True),
            sa.Column("case", sa.Text(), nullable=False),
            sa.Column("id", sa.Text(), nullable=False),
            *(sa.Column(word, sa.Text(), nullable=True) for word in f"{columns} {COMMON}".split()),
            sa.UniqueConstraint("case", "id", name=f"one_{name}_row"),
        )
    for name, columns in ADDED.items():
        for word in columns.split():
            op.add_column(name, sa.Column(word, sa.Text(), nullable=True))
