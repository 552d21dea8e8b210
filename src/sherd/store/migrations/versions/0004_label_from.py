"""From which features the label of a reference specimen was inferred."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what is recorded already says nothing of it."""
    op.add_column("items", sa.Column("label_from", sa.Text(), nullable=True))
