"""Where are cases kept, and how are they found again? In SQLite or PostgreSQL; a test may keep them in memory."""

from __future__ import annotations

from lexheller.storage.opening import create_schema, open_store, schema_version
from lexheller.storage.unit_of_work import SqlStore, SqlUnitOfWork
from lexheller.storage.upgrading import upgrade

__all__ = ["SqlStore", "SqlUnitOfWork", "create_schema", "open_store", "schema_version", "upgrade"]
