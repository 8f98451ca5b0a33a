"""Which tables do the doors need? Who is signed in; what they sign in by.

Sessions are looked up by keyed hash, before a federation is known, and so are open invitations; nothing else in the
database refers to them.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, Table

from lexheller.storage.tables import WORD, metadata

__all__ = ["accounts", "metadata", "sessions"]

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
