"""Which stores do the tests of storage/ run on?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lexheller.storage import SqlStore, open_store
from lexheller.storage.memory import MemoryStore
from tests.storage.factories import terms

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """Return the URL of a SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'lexheller.db'}"


@pytest.fixture
def sqlite_store(sqlite_url: str) -> Iterator[SqlStore]:
    """Return an empty store on SQLite."""
    store = open_store(sqlite_url, create=True, terms=terms)
    yield store
    store.close()


@pytest.fixture
def postgres_store(postgres_database: str) -> Iterator[SqlStore]:
    """Return an empty store on PostgreSQL."""
    store = open_store(postgres_database, create=True, terms=terms)
    yield store
    store.close()


@pytest.fixture(params=["sqlite", "postgres"])
def sql_store(request: pytest.FixtureRequest) -> SqlStore:
    """Return an empty store on each database in turn."""
    store: SqlStore = request.getfixturevalue(f"{request.param}_store")
    return store


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def store(request: pytest.FixtureRequest) -> SqlStore | MemoryStore:
    """Return an empty store of each kind in turn."""
    if request.param == "memory":
        return MemoryStore()
    found: SqlStore = request.getfixturevalue(f"{request.param}_store")
    return found
