"""For whom a claim was said, beside who said it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("claims", sa.Column("on_behalf_of", sa.Text(), nullable=True))
