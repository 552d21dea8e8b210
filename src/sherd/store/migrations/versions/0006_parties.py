"""Transliterations and other names of parties, ties between them, and what sort of thing an item is."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ADDED = {"parties": "transliteration transliterated_by transliteration_standard aliases", "items": "kind"}
BEFORE, AFTER = "party relation of", "from to proof source locator recorded_by release note"


def upgrade() -> None:
    """Make the table, and add the columns."""
    op.create_table(
        "ties",
        sa.Column("seq", WHOLE, nullable=False, autoincrement=False, primary_key=True),
        sa.Column("case", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        *(sa.Column(word, sa.Text(), nullable=True) for word in BEFORE.split()),
        sa.Column("share", sa.Double(), nullable=True),
        *(sa.Column(word, sa.Text(), nullable=True) for word in AFTER.split()),
        sa.UniqueConstraint("case", "id", name="one_ties_row"),
    )
    for name, columns in ADDED.items():
        for word in columns.split():
            op.add_column(name, sa.Column(word, sa.Text(), nullable=True))
