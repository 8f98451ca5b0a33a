"""What came with the second schema? The search index, and what lists and inboxes go by.

`upgrading.py` fills the search index from the texts that are there.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"


def _word(name: str) -> sa.Column[str]:
    kind = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=False)


def upgrade() -> None:
    """Add the words of cases, as searched, and the indexes of lists and inboxes."""
    op.drop_index("ix_cases_federation_id_received", "cases")
    op.create_index("ix_cases_turn_federation_id_due", "cases", ["turn", "federation_id", "due"])
    op.create_index("ix_cases_federation_id_day_number", "cases", ["federation_id", "day", "number"])
    op.create_index("ix_cases_day_number", "cases", ["day", "number"])
    op.create_table(
        "words",
        _word("federation_id"),
        _word("case_id"),
        _word("kind"),
        _word("terms"),
        sa.Column("document", sa.Integer, nullable=True),
        sa.PrimaryKeyConstraint("federation_id", "case_id", "kind", name="pk_words"),
        sa.ForeignKeyConstraint(
            ["federation_id", "case_id"],
            ["cases.federation_id", "cases.case_id"],
            name="fk_words_cases",
            deferrable=True,
            initially="DEFERRED",
        ),
        sqlite_strict=True,
    )
    if op.get_bind().dialect.name == "sqlite":
        op.create_index("ix_words_document", "words", ["document"], unique=True)
        op.execute(
            """CREATE VIRTUAL TABLE words_index USING fts5(
            terms, content='words', content_rowid='document', tokenize="unicode61 remove_diacritics 0")"""
        )
    else:
        op.execute(
            "ALTER TABLE words ADD COLUMN found tsvector GENERATED ALWAYS AS (to_tsvector('simple', terms)) STORED"
        )
        op.execute("CREATE INDEX ix_words_found ON words USING gin (found)")
