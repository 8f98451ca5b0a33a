"""A whole house on each database: founded as `init` does it, worked in through the desk, by this process and others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.whole.houses import Home, make_home


@pytest.fixture
def on_sqlite(tmp_path: Path) -> Home:
    """Return a house on a SQLite file."""
    return make_home(tmp_path / "home", "")


@pytest.fixture
def on_postgres(tmp_path: Path, postgres_database: str) -> Home:
    """Return a house on a PostgreSQL server."""
    return make_home(tmp_path / "home", postgres_database)


@pytest.fixture(params=["sqlite", "postgres"])
def home_of_both(request: pytest.FixtureRequest) -> Home:
    """Return a house on each database in turn."""
    made: Home = request.getfixturevalue(f"on_{request.param}")
    return made
