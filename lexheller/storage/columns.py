"""What are the tables made of? Columns of text and numbers that both databases sort, compare and digest alike."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, PrimaryKeyConstraint, Text
from sqlalchemy.dialects import postgresql

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

WORD = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
"""Text compared byte by byte, as SQLite does: a server's locale changes no order."""


def word(name: str, *, optional: bool = False) -> Column[str]:
    """Make a column of text."""
    return Column(name, WORD, nullable=optional)


def number(name: str, *, optional: bool = False) -> Column[int]:
    """Make a column of whole numbers."""
    return Column(name, Integer, nullable=optional)


def in_use() -> Column[int]:
    """Make the column that says whether something is in use; what was there before anybody asked is."""
    return Column("active", Integer, nullable=False, server_default="1")


def key(*columns: str) -> PrimaryKeyConstraint:
    """Make a primary key."""
    return PrimaryKeyConstraint(*columns)
