"""A whole house on each database: founded as `init` does it, worked in through the desk, by this process and others."""

from __future__ import annotations

from pathlib import Path

import pytest

from lexheller.app import make_house
from lexheller.model.people import Pattern
from lexheller.services import tags
from lexheller.settings import load_settings
from tests.cli.conftest import founding
from tests.whole.houses import Home


def make_home(folder: Path, url: str) -> Home:
    """Found a house at a database's URL (a SQLite file of its own where that is empty), with a key file of its own."""
    environ = {
        "LEXHELLER_DATABASE": url or f"sqlite:///{folder / 'data' / 'lexheller.db'}",
        "LEXHELLER_KEY_FILE": str(folder / "keys" / "lexheller.key"),
        "LEXHELLER_CHECKPOINTS": str(folder / "checkpoints"),
        "LEXHELLER_BACKUPS": str(folder / "backups"),
        "LEXHELLER_BUSY_TIMEOUT": "30",
        "LEXHELLER_DISPOSAL_DECISION": "Styrelsens beslut 2026-01-15",
    }
    house = make_house(load_settings(None, environ), founding())
    pattern = Pattern("GBG", "P1", "Två bedömer olika", "Vem stämmer av?")
    house.store.write(lambda uow: tags.put(uow.people, house.office.keys, pattern))
    house.close()
    return Home(folder, environ)


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
