"""Which tables do the doors need? Who is signed in; what they sign in by; partners' links; what the public is told.

Sessions are looked up by keyed hash, before a federation is known, and so are open invitations; nothing else in the
database refers to them.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, Table

from lexheller.storage.columns import WORD
from lexheller.storage.tables import metadata

__all__ = ["accounts", "metadata", "notices", "partner_links", "sessions", "story_marks"]

sessions = Table(
    "sessions",
    metadata,
    Column("session_id", WORD, nullable=False),
    Column("kind", WORD, nullable=False),
    Column("federation_id", WORD, nullable=False),
    Column("name", WORD, nullable=False),
    Column("started", WORD, nullable=False),
    Column("seen", WORD, nullable=False),
    PrimaryKeyConstraint("session_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("ix_sessions_of", sessions.c.federation_id, sessions.c.name)

accounts = Table(
    "accounts",
    metadata,
    Column("federation_id", WORD, nullable=False),
    Column("person_id", WORD, nullable=False),
    Column("password", WORD, nullable=False),
    Column("secret_key_id", WORD),  # null where one-time codes are not switched on, as the two after it
    Column("secret_wrapped_key", LargeBinary),
    Column("secret_box", LargeBinary),
    Column("step", Integer, nullable=False),
    Column("recovery", WORD, nullable=False),
    Column("invitation", WORD, nullable=False),
    Column("invited_until", WORD, nullable=False),
    PrimaryKeyConstraint("federation_id", "person_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("ix_accounts_invitation", accounts.c.invitation)

partner_links = Table(
    "partner_links",
    metadata,
    Column("federation_id", WORD, nullable=False),
    Column("link_id", WORD, nullable=False),
    Column("recipient_id", WORD, nullable=False),
    Column("word", WORD, nullable=False),
    Column("made", WORD, nullable=False),
    Column("until", WORD, nullable=False),
    Column("email", WORD, nullable=False),
    Column("case_number", WORD, nullable=False),
    Column("made_by", WORD, nullable=False),
    Column("passed_from", WORD, nullable=False),
    Column("ended", WORD, nullable=False),
    Column("why", WORD, nullable=False),
    Column("code", WORD, nullable=False),
    Column("code_until", WORD, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("codes", Integer, nullable=False),
    Column("codes_on", WORD, nullable=False),
    Column("read", WORD, nullable=False),
    PrimaryKeyConstraint("federation_id", "link_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("ix_partner_links_word", partner_links.c.word)

story_marks = Table(
    "story_marks",
    metadata,
    Column("story_id", WORD, nullable=False),  # a keyed hash: no case is named
    Column("met", Integer, nullable=False),
    PrimaryKeyConstraint("story_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

notices = Table(
    "notices",
    metadata,
    Column("federation_id", WORD, nullable=False),
    Column("kind", WORD, nullable=False),
    Column("language", WORD, nullable=False),
    Column("text", WORD, nullable=False),
    Column("changed", WORD, nullable=False),
    PrimaryKeyConstraint("federation_id", "kind", "language"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
