"""Which stores do the tests of storage/ run on?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lexheller.storage import SqlStore, open_store
from lexheller.storage.memory import MemoryStore
from tests.storage.factories import terms
from tests.storage.past import Furnished, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


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


@pytest.fixture(scope="module")
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Furnished]:
    """Return a house with three cases on SQLite."""
    folder = tmp_path_factory.mktemp("inspection")
    found = furnished(f"sqlite:///{folder}/lexheller.db", folder)
    yield found
    found.store.close()


@pytest.fixture(scope="module")
def on_postgres(postgres_server: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Furnished]:
    """Return a house with three cases on PostgreSQL."""
    with postgres_server.database() as url:
        found = furnished(url, tmp_path_factory.mktemp("inspection"))
        yield found
        found.store.close()


@pytest.fixture(params=["on_sqlite", "on_postgres"])
def house(request: pytest.FixtureRequest) -> Furnished:
    """Return that house on each database in turn."""
    found: Furnished = request.getfixturevalue(request.param)
    return found
