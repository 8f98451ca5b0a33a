"""What is there after `lexheller serve` was killed while many sent the form? Every case whose code somebody was shown.

Real processes, sockets and databases. Whoever gets no answer sends the same form again, as a browser does when asked to
load the page anew, until a receipt comes.
"""

from __future__ import annotations

import random
import signal
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPException

import pytest

from lexheller.app.proving import verify
from lexheller.storage.keeping import integrity
from tests.whole.houses import Home
from tests.whole.senders import FORM, Answer, Sender
from tests.whole.served import PATIENCE, Served, ended, serve

SENDERS = 6
LONGEST = 0.5
"""Seconds from the first receipt after a start to the kill, at most."""
A_REQUEST = 0.01
"""Seconds, about as long as storing a form takes: how much later than its sending the kill comes at most."""
BROKEN = (OSError, HTTPException)


@dataclass
class Crowd:
    """Many who send the form, one after another, until they are told to stop."""

    server: Served
    receipts: list[tuple[str, str]] = field(default_factory=list)
    sent_again: list[str] = field(default_factory=list)
    sending: int = 0
    stop: threading.Event = field(default_factory=threading.Event)

    def one(self) -> None:
        """Send forms; a form that was begun is sent until it is acknowledged."""
        while not self.stop.is_set():
            cookie, form = self._ready()
            self.sending += 1
            receipt = self._sent(cookie, form)
            self.sending -= 1
            self.receipts.append(receipt)

    def waits_for_a_receipt(self) -> None:
        """Wait until somebody is shown one more."""
        before, began = len(self.receipts), time.monotonic()
        while len(self.receipts) == before:
            assert time.monotonic() < began + PATIENCE, "nothing was acknowledged"
            time.sleep(0.01)

    def _ready(self) -> tuple[str, str]:
        while True:
            try:
                with closing(self.server.link()) as link:
                    sender = Sender(link)
                    form = sender.comes_to_check()
                    return sender.cookie, form
            except BROKEN:
                time.sleep(0.05)

    def _sent(self, cookie: str, form: str) -> tuple[str, str]:
        began, again = time.monotonic(), False
        while time.monotonic() < began + PATIENCE:
            try:
                with closing(self.server.link()) as link:
                    answer = Sender(link, cookie).ask("POST", FORM, form)
            except BROKEN:
                again = True
                time.sleep(0.05)
                continue
            found = _receipt(answer)
            if again:
                self.sent_again.append(found[0])
            return found
        raise TimeoutError


def _receipt(answer: Answer) -> tuple[str, str]:
    assert answer.receipt, (answer.status, answer.html[:2000])
    return answer.receipt


def kills(home: Home, count: int, seed: str) -> None:
    """Kill the server so often while the form is sent, start it again, and look at everything."""
    chance = random.Random(seed)
    server = serve(home)
    crowd = Crowd(server)
    senders = [threading.Thread(target=crowd.one) for _ in range(SENDERS)]
    for sender in senders:
        sender.start()
    shown_before_their_kill = 0
    try:
        for _ in range(count):
            crowd.waits_for_a_receipt()
            time.sleep(chance.uniform(0, LONGEST))
            while not crowd.sending:
                time.sleep(0.001)
            time.sleep(chance.uniform(0, A_REQUEST))
            shown_before_their_kill = len(crowd.receipts)
            server.kill()
            assert server.process.returncode == -signal.SIGKILL, "it ended by itself"
            holds(home, crowd.receipts[:shown_before_their_kill])
            server = crowd.server = serve(home, server.port)
        crowd.stop.set()
        for sender in senders:
            sender.join(2 * PATIENCE)
        assert not any(sender.is_alive() for sender in senders)
    finally:
        crowd.stop.set()
        ended(server)
    stored = holds(home, crowd.receipts)
    numbers = [number for number, _ in crowd.receipts]
    assert len(numbers) == len(set(numbers)), "two forms were given one case"
    assert stored == set(numbers), "a form that was sent again became two cases, or one case nobody was told of"
    assert shown_before_their_kill > count
    assert len(crowd.sent_again) >= count // 3, "hardly anybody was sending when the server was killed"


def holds(home: Home, receipts: list[tuple[str, str]]) -> set[str]:
    """Hold the house against the receipts that were shown; give the numbers of the cases that are there."""
    with home.desk() as desk:
        assert integrity(desk.house.store) == ()
        assert verify(desk.house).faults == ()
        for number, code in receipts:
            assert desk.follow(code).number == number
        return {row.number for row in desk.cases()}


def test_no_receipt_is_lost_on_sqlite(on_sqlite: Home) -> None:
    kills(on_sqlite, 3, "sqlite")


def test_no_receipt_is_lost_on_postgresql(on_postgres: Home) -> None:
    kills(on_postgres, 1, "postgres")


@pytest.mark.soak
@pytest.mark.parametrize("house", range(5))
def test_no_receipt_is_lost_in_fifty_kills_on_sqlite(house: int, on_sqlite: Home) -> None:
    kills(on_sqlite, 10, f"sqlite.{house}")


@pytest.mark.soak
@pytest.mark.parametrize("house", range(2))
def test_no_receipt_is_lost_in_twenty_kills_on_postgresql(house: int, on_postgres: Home) -> None:
    kills(on_postgres, 10, f"postgres.{house}")
