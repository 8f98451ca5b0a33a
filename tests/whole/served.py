"""`lexheller serve` in a process of its own, as an operator starts it, and ended by its process id."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.postgres import free_port
from tests.whole.houses import Home

CHECKOUT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds that a server gets to begin or to end on a machine that is busy with other things."""


@dataclass
class Served:
    """A server that answers on a port of this machine."""

    port: int
    process: subprocess.Popen[bytes]

    def link(self) -> HTTPConnection:
        """Open a connection to it."""
        return HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def resident(self) -> int:
        """Give how much memory it holds, in KiB."""
        told = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("VmRSS"))

    def kill(self) -> None:
        """Kill it, so that it can put nothing in order."""
        self.process.kill()
        self.process.wait(PATIENCE)


def started(program: Sequence[str], port: int, environ: Mapping[str, str], asks: str = "/") -> Served:
    """Start a server, and wait until it answers."""
    process = subprocess.Popen(
        [sys.executable, *program],
        cwd=CHECKOUT,
        env={"PATH": os.environ.get("PATH", os.defpath), "PYTHONPATH": str(CHECKOUT), "LANG": "C.UTF-8", **environ},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    server = Served(port, process)
    try:
        _waits_for(server, asks)
    except BaseException:
        server.kill()
        raise
    return server


def _waits_for(server: Served, asks: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        link = server.link()
        try:
            link.request("GET", asks)
            link.getresponse().read()
        except OSError:
            assert server.process.poll() is None, f"it ended by itself: {server.process.returncode}"
            assert time.monotonic() < until, "it does not answer"
            time.sleep(0.05)
        else:
            return
        finally:
            link.close()


def serve(home: Home, port: int = 0) -> Served:
    """Start `lexheller serve` over a house."""
    port = port or free_port()
    environ = home.environ | {"HOME": str(home.folder)}
    return started(["cli.py", "serve", "--port", str(port)], port, environ, "/halsa")


@contextmanager
def serving(home: Home) -> Iterator[Served]:
    """Let `lexheller serve` run for as long as the block lasts."""
    server = serve(home)
    try:
        yield server
    finally:
        ended(server)


def ended(server: Served) -> None:
    """End a server as Ctrl-C does."""
    server.process.terminate()
    server.process.wait(PATIENCE)
