"""What do examples need that a machine may not have? A free port, an end to serving, and a mail server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import waitress.server
from waitress.server import TcpWSGIServer

from tests.post import Office, post_office

if TYPE_CHECKING:
    import pytest


def nobody_waits_for_browsers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `lexheller serve` open a port that is free, and stop at once instead of at Ctrl-C."""
    create = waitress.server.create_server

    def elsewhere(app: Any, **how: Any) -> object:
        return create(app, **how | {"port": 0})

    monkeypatch.setattr(waitress.server, "create_server", elsewhere)
    monkeypatch.setattr(TcpWSGIServer, "run", TcpWSGIServer.close)


@contextmanager
def mail_for_examples(monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Run a mail server, and name it in the environment."""
    with post_office() as office:
        monkeypatch.setenv("LEXHELLER_MAIL_HOST", "127.0.0.1")
        monkeypatch.setenv("LEXHELLER_MAIL_PORT", str(office.port))
        monkeypatch.setenv("LEXHELLER_MAIL_SECURITY", "none")
        monkeypatch.setenv("LEXHELLER_MAIL_SENDER", "lexheller@example.org")
        yield office
