"""Where do the tests get a real PostgreSQL server from?

From the programs Debian's package `postgresql` brings. The server is the tests' own: on loopback, on a free port, with
its data in a scratch folder, run by a user without privileges, and stopped by its own process id.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 60.0
"""Seconds a server gets to start or stop on a machine that is busy with other things."""


class Unavailable(Exception):
    """No PostgreSQL server can be started on this machine."""


@dataclass(frozen=True)
class Server:
    """A running server, and fresh databases on it."""

    port: int
    user: str
    pid: int
    _numbers: Iterator[int] = field(default_factory=lambda: count(1), repr=False, compare=False)

    def url(self, database: str = "postgres") -> str:
        """Return the SQLAlchemy URL of a database on this server."""
        return f"postgresql+psycopg://{self.user}@127.0.0.1:{self.port}/{database}"

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        """Return a connection that commits each statement by itself."""
        return psycopg.connect(
            host="127.0.0.1", port=self.port, user=self.user, dbname=database, autocommit=True, connect_timeout=5
        )

    @contextmanager
    def database(self) -> Iterator[str]:
        """Lend the URL of a fresh, empty database; whoever is still connected at the end is thrown out."""
        name = f"lexheller_{next(self._numbers)}"
        with self.connect() as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        try:
            yield self.url(name)
        finally:
            with self.connect() as connection:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def programs() -> Path:
    """Return the folder of the newest PostgreSQL's programs.

    Raises:
        Unavailable: there is none.
    """
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if debian:
        return debian[-1].parent
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    message = "PostgreSQL is not installed (on Debian: apt-get install postgresql)"
    raise Unavailable(message)


@contextmanager
def running(*, durable: bool = False) -> Iterator[Server]:
    """Run a server of our own for as long as the block lasts.

    Args:
        durable: wait for the disk at each commit, as in real use; tests cut no power, so only measuring needs it.
    """
    bin_ = programs()
    user = unprivileged_user()
    with tempfile.TemporaryDirectory(prefix="lexheller-pg-", ignore_cleanup_errors=True) as folder:
        scratch = Path(folder)
        os.chown(scratch, user.pw_uid, user.pw_gid)
        data = scratch / "data"
        _as(
            user,
            scratch,
            [bin_ / "initdb", "-D", data, "-U", "lexheller", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"],
        )
        port = free_port()
        process = _start(bin_, data, port, user, durable=durable)
        try:
            server = Server(port, "lexheller", process.pid)
            _wait_until_ready(server, process, scratch / "log")
            yield server
        finally:
            process.send_signal(signal.SIGINT)  # PostgreSQL's "fast shutdown": no waiting for clients
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGQUIT)
                process.wait(PATIENCE)


def unprivileged_user() -> pwd.struct_passwd:
    """Return who runs the server: PostgreSQL refuses root."""
    if os.getuid() != 0:
        return pwd.getpwuid(os.getuid())
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def free_port() -> int:
    """Return a port of the loopback address that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _start(bin_: Path, data: Path, port: int, user: pwd.struct_passwd, *, durable: bool) -> subprocess.Popen[bytes]:
    scratch = data.parent
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": str(port),
        "unix_socket_directories": str(scratch),
        "fsync": "on" if durable else "off",
        "synchronous_commit": "on" if durable else "off",
        "full_page_writes": "on" if durable else "off",
        "max_connections": "100",
        "log_min_messages": "fatal",
    }
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    with (scratch / "log").open("wb") as log:
        return subprocess.Popen(
            [bin_ / "postgres", "-D", data, *options],
            cwd=scratch,
            env=_environment(scratch),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C in the terminal is for the tests; they stop the server themselves
            user=user.pw_uid if os.getuid() == 0 else None,
            group=user.pw_gid if os.getuid() == 0 else None,
            extra_groups=[] if os.getuid() == 0 else None,
        )


def _wait_until_ready(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            server.connect().close()
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > deadline:
                message = f"PostgreSQL did not start: {log.read_text(errors='replace')}"
                raise Unavailable(message) from None
            time.sleep(0.05)
        else:
            return


def _as(user: pwd.struct_passwd, scratch: Path, command: list[str | Path]) -> None:
    done = subprocess.run(
        command,
        cwd=scratch,
        env=_environment(scratch),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        user=user.pw_uid if os.getuid() == 0 else None,
        group=user.pw_gid if os.getuid() == 0 else None,
        extra_groups=[] if os.getuid() == 0 else None,
    )
    if done.returncode:
        message = f"initdb failed: {done.stderr.strip() or done.stdout.strip()}"
        raise Unavailable(message)


def _environment(scratch: Path) -> dict[str, str]:
    return {"HOME": str(scratch), "PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
