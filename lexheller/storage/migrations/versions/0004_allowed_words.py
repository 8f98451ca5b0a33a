"""What came with the fourth schema? The words that a federation has agreed are no person's name."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"


def _word(name: str) -> sa.Column[str]:
    kind = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=False)


def upgrade() -> None:
    """Add the words, and what finds cases that are offered to a sister federation."""
    op.create_table(
        "allowed_words",
        _word("federation_id"),
        _word("word"),
        _word("reason"),
        _word("proposed_by"),
        _word("accepted_by"),
        _word("day"),
        sa.PrimaryKeyConstraint("federation_id", "word", name="pk_allowed_words"),
        sqlite_strict=True,
    )
    offered = sa.text("channel = 'sister_federation' AND closed IS NULL")
    op.create_index("ix_cases_offered", "cases", ["federation_id"], sqlite_where=offered, postgresql_where=offered)
