"""What came with the third schema? The tags of people, groups and places, by which a row written by hand is known.

`upgrade` tags what is there: it has the key, a migration has not.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"


def _word(name: str) -> sa.Column[str]:
    kind = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=False)


def upgrade() -> None:
    """Add the tags."""
    op.create_table(
        "tags",
        _word("federation_id"),
        _word("kind"),
        _word("name"),
        _word("tag"),
        sa.PrimaryKeyConstraint("federation_id", "kind", "name", name="pk_tags"),
        sqlite_strict=True,
    )
