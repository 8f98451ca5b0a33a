"""How do tests serve? On a port that is free, to an end between two requests, and with a mail server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING, Any

import waitress.server
from waitress import wasyncore
from waitress.server import TcpWSGIServer

from tests.post import Office, post_office

if TYPE_CHECKING:
    import pytest


@contextmanager
def answering(app: Any, **how: Any) -> Iterator[int]:
    """Answer on a real socket of this machine, at a port that is free; give the port."""
    server: Any = waitress.server.create_server(app, host="127.0.0.1", port=0, ident=None, **how)
    running = Thread(target=server.run, daemon=True)
    running.start()
    try:
        yield server.socket.getsockname()[1]
    finally:
        # In its own thread, between two requests: the loop ends when nothing is left to listen to.
        server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map, ignore_all=True))  # noqa: SLF001  # no other way
        running.join(timeout=10)
        server.task_dispatcher.shutdown()


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
