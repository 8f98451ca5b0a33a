"""Where does a house lie, and who opens its desk? Plain values, so that other processes can be told."""

from __future__ import annotations

import getpass
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lexheller.app import make_house
from lexheller.desk import Desk, open_desk
from lexheller.model.people import Pattern
from lexheller.services import tags
from lexheller.settings import load_settings
from tests.cli.conftest import founding

OTHERS: Final = multiprocessing.get_context("forkserver")
"""How other processes are started: forked from one that has everything imported, and no thread or database of ours."""
OTHERS.set_forkserver_preload(["lexheller.desk", "sqlalchemy.dialects.postgresql.psycopg", "tests.whole.worker"])


@dataclass(frozen=True)
class Home:
    """A house's folder, and the settings that lead there."""

    folder: Path
    environ: dict[str, str]

    @property
    def user(self) -> str:
        """The system user, who is the administrator's."""
        return getpass.getuser()

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return Path(self.environ["LEXHELLER_DATABASE"].removeprefix("sqlite:///"))

    def opened(self, person: str | None) -> Desk:
        """Open the desk of a person; the administrator is whoever runs the tests."""
        return open_desk(settings=load_settings(None, self.environ), person=person)

    @contextmanager
    def desk(self, person: str | None = "elsa") -> Iterator[Desk]:
        """Lend the desk of a person."""
        desk = self.opened(person)
        try:
            yield desk
        finally:
            desk.close()


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
