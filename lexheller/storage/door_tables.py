"""Which tables do the doors need? Who is signed in; what they sign in by.

Sessions are looked up by keyed hash, before a federation is known; nothing else in the database refers to them.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, PrimaryKeyConstraint, Table

from lexheller.storage.tables import WORD, metadata

__all__ = ["metadata", "sessions"]

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
