"""A post office on this machine: a real mail server that keeps what it is handed, for tests to read."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import TYPE_CHECKING, Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session

if TYPE_CHECKING:
    import ssl

USER, PASSWORD = "lexheller", "tre gula kajaker"


@dataclass
class Office:
    """The server, and what it was handed.

    Args:
        refuses: what to answer each recipient instead of taking the letter, "550 …".
    """

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    to: list[str] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    refuses: str = ""

    async def handle_RCPT(  # noqa: N802  # aiosmtpd's own name
        self, _server: Any, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.refuses:
            return self.refuses
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Session, envelope: Envelope) -> str:  # noqa: N802  # as above
        content = cast("bytes", envelope.content)
        self.raw.append(content)
        self.to += envelope.rcpt_tos
        self.letters.append(message_from_bytes(content, policy=policy.default))
        return "250 OK"


def free_port() -> int:
    """Find a port that nobody uses; the server cannot look for one itself."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def post_office(*, tls: ssl.SSLContext | None = None, asks_who: bool = False) -> Iterator[Office]:
    """Run a mail server on loopback.

    Args:
        tls: what STARTTLS goes on with; None offers none.
        asks_who: takes letters from `USER` with `PASSWORD` only.
    """
    office = Office(free_port())
    sure: dict[str, Any] = (
        {"authenticator": _known, "auth_required": True, "auth_require_tls": False} if asks_who else {}
    )
    running = Controller(office, hostname="127.0.0.1", port=office.port, tls_context=tls, **sure)
    running.start()
    try:
        yield office
    finally:
        running.stop()


def _known(_server: Any, _session: Session, _envelope: Envelope, _way: str, given: Any) -> AuthResult:
    right = isinstance(given, LoginPassword) and (given.login, given.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=right)  # unhandled: the server says no itself
