"""What came with the seventh schema? Recipients and organisations that nothing is sent to any longer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add whether each is in use; what was there already is."""
    for table in ("organisations", "recipients"):
        op.add_column(table, sa.Column("active", sa.Integer, nullable=False, server_default="1"))
