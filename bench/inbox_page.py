"""What does the inbox cost as a page over a hundred thousand cases? The whole request, beside its SQL by hand.

The same statements by hand as for the terminal's inbox, with as many rows as the page shows.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lexheller.app import House
from lexheller.app.own_words import OwnWords
from lexheller.settings import load_settings
from lexheller.storage import SqlStore
from lexheller.vault.keys import KeyRing
from lexheller.web import make_app
from lexheller.web.casework.inbox import MOST
from tests.house import Works
from tests.web.browsing import ADDRESS, Visitor


def page_of(works: Works, store: SqlStore, folder: Path) -> Callable[[], bytes]:
    """Give what loads elsa's inbox as a browser does: asked for, drawn and packed."""
    settings = load_settings(None, {"LEXHELLER_DATABASE": store.url})
    ring = KeyRing(next((folder / "keys").glob("*.key")))
    visitor = Visitor(
        make_app(House(settings, store, works.office, ring, "bench", OwnWords(settings, store)))
    ).signs_in("elsa")

    def load() -> bytes:
        got = visitor.client.get("/inkorg", base_url=ADDRESS, headers={"Accept-Encoding": "gzip"})
        assert got.status_code == 200
        assert got.headers["Content-Encoding"] == "gzip"
        return bytes(got.data)

    return load


def as_long(statements: tuple[str, ...]) -> tuple[str, ...]:
    """Let statements that give fifty rows give as many as the page shows."""
    return tuple(statement.replace("LIMIT 50", f"LIMIT {MOST}") for statement in statements)
