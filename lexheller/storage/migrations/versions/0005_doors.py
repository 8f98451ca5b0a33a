"""What came with the web? Who is signed in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0002"


def _word(name: str) -> sa.Column[str]:
    kind = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=False)


def upgrade() -> None:
    """Add sessions."""
    op.create_table(
        "sessions",
        _word("session_id"),
        _word("kind"),
        _word("federation_id"),
        _word("name"),
        _word("started"),
        _word("seen"),
        sa.PrimaryKeyConstraint("session_id", name="pk_sessions"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sessions_of", "sessions", ["federation_id", "name"])
