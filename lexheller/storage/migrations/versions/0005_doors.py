"""What came with the web? Who is signed in and by what; partners' links; what the public is told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"


def _word(name: str, *, optional: bool = False) -> sa.Column[str]:
    kind = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=optional)


def upgrade() -> None:
    """Add sessions, accounts, partners' links, marks on published stories, and a federation's own texts."""
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
    op.create_table(
        "accounts",
        _word("federation_id"),
        _word("person_id"),
        _word("password"),
        _word("secret_key_id", optional=True),
        sa.Column("secret_wrapped_key", sa.LargeBinary()),
        sa.Column("secret_box", sa.LargeBinary()),
        sa.Column("step", sa.Integer(), nullable=False),
        _word("recovery"),
        _word("invitation"),
        _word("invited_until"),
        sa.PrimaryKeyConstraint("federation_id", "person_id", name="pk_accounts"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_accounts_invitation", "accounts", ["invitation"])
    op.create_table(
        "partner_links",
        *(
            _word(name)
            for name in (
                "federation_id", "link_id", "recipient_id", "word", "made", "until", "email", "case_number", "made_by",
                "passed_from", "ended", "why", "code", "code_until",
            )
        ),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("codes", sa.Integer(), nullable=False),
        _word("codes_on"),
        _word("read"),
        sa.PrimaryKeyConstraint("federation_id", "link_id", name="pk_partner_links"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("ix_partner_links_word", "partner_links", ["word"])
    op.create_table(
        "story_marks",
        _word("story_id"),
        sa.Column("met", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("story_id", name="pk_story_marks"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "notices",
        *(_word(name) for name in ("federation_id", "kind", "language", "text", "changed")),
        sa.PrimaryKeyConstraint("federation_id", "kind", "language", name="pk_notices"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
