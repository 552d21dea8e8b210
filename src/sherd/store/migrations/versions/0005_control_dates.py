"""Control dates, known starts of series, and how many digits of a serial are withheld, stated by the case."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the columns."""
    for name in ("control_dates", "series_start"):
        op.add_column("cases", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("cases", sa.Column("withhold_serial_digits", WHOLE, nullable=True))
