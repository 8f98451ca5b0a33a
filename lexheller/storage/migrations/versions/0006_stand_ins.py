"""What came with the sixth schema? Who stands in for a manager on leave, and what waits for a second reader."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"


def _word(name: str) -> sa.Column[str]:
    kind = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=False)


def upgrade() -> None:
    """Add who stands in for whom, and what finds closed cases in which something is left to do."""
    op.create_table(
        "stand_ins",
        _word("federation_id"),
        _word("person_id"),
        _word("stand_in_id"),
        _word("until"),
        sa.PrimaryKeyConstraint("federation_id", "person_id", name="pk_stand_ins"),
        sqlite_strict=True,
    )
    keys = ["turn", "federation_id"]
    both = sa.text("turn = 'process_leader' AND state = 'working_group' AND unread = 1")
    op.create_index("ix_cases_group_meanwhile", "cases", keys, sqlite_where=both, postgresql_where=both)
    left = sa.text("turn = 'process_leader' AND closed IS NOT NULL")
    op.create_index("ix_cases_closed_left", "cases", keys, sqlite_where=left, postgresql_where=left)
