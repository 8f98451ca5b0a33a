"""Sixteen at once send the form to `lexheller serve`: does anything fail, and what does it cost beside a bare page?

Two things are compared with a bare Flask page that inserts one row into SQLite as durably, served by the same program
with as many threads: whole forms (three steps and "Skicka": the requests that post, by all the time it takes, the first
page included), and "Skicka" alone, the one request that stores. Sixteen connections a side; both servers run all the
time and take turns. The gate's own time, for what it is asked in a form, is measured in the same run and taken off.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

from bench.rounds import least, line
from lexheller.anonymity import check
from tests.postgres import free_port
from tests.whole.houses import make_home
from tests.whole.senders import FORM, HAPPENED, STEPS, Answer, Sender
from tests.whole.served import Served, ended, serve, started

PARALLEL, EACH, ROUNDS = 16, 10, 11
KEY = "Vt3k9QpLx2mZ8rTwYb1nHc0s"
"""As long and as random as the key that travels with a form, which the gate is asked about too."""


@dataclass
class Turn:
    """What became of a turn: how long it took, how long each request that posts waited, what was acknowledged."""

    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    failed: int = 0

    @property
    def p95(self) -> float:
        """Give the wait that one in twenty exceeds."""
        return statistics.quantiles(self.waits, n=20)[18]

    def takes(self, answer: Answer, waited: float) -> None:
        """Note one answer."""
        self.waits.append(waited)
        self.failed += answer.status != 200


def at_once(server: Served, does: Callable[[Sender, int], None]) -> float:
    """Let all senders do something at the same time, each over a connection of its own; give the seconds it takes."""
    go = threading.Barrier(PARALLEL + 1)

    def one(place: int) -> None:
        with closing(server.link()) as link:
            link.connect()
            sender = Sender(link)
            go.wait()
            does(sender, place)

    threads = [threading.Thread(target=one, args=(place,)) for place in range(PARALLEL)]
    for thread in threads:
        thread.start()
    go.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    return time.perf_counter() - began


def whole(server: Served) -> Turn:
    """Send whole forms, from the first page to the receipt."""
    turn = Turn()

    def does(sender: Sender, _: int) -> None:
        sender.waited = turn.takes
        for _ in range(EACH // 2):
            _receipted(turn, sender.ask("POST", FORM, sender.comes_to_check()))

    turn.seconds = at_once(server, does)
    return turn


def last(server: Served) -> Turn:
    """Send the last request of as many forms, made ready before."""
    turn = Turn()
    forms: list[tuple[str, list[str]]] = [("", [])] * PARALLEL

    def prepares(sender: Sender, place: int) -> None:
        made = [sender.comes_to_check() for _ in range(EACH)]
        forms[place] = (sender.cookie, made)

    def does(sender: Sender, place: int) -> None:
        sender.cookie, sender.waited = forms[place][0], turn.takes
        for form in forms[place][1]:
            _receipted(turn, sender.ask("POST", FORM, form))

    at_once(server, prepares)
    turn.seconds = at_once(server, does)
    return turn


def _receipted(turn: Turn, answer: Answer) -> None:
    if answer.receipt:
        turn.acknowledged.append(answer.receipt[0])
    else:
        turn.failed += 1


def bare(server: Served) -> Turn:
    """Send as much text to the bare page."""
    turn = Turn()
    form = "story=" + "x" * 600

    def does(sender: Sender, _: int) -> None:
        sender.waited = turn.takes
        for _ in range(2 * EACH):
            sender.ask("POST", "/", form)

    turn.seconds = at_once(server, does)
    return turn


def gate_seconds(texts: Sequence[str]) -> float:
    """Measure what the gate takes for some texts, in CPU."""
    took = []
    for _ in range(20):
        began = time.process_time()
        for text in texts:
            check(text)
        took.append(time.process_time() - began)
    return statistics.median(took)


def main(rounds: int = ROUNDS) -> None:
    """Print the figures."""
    texts = (HAPPENED, *(str(text) for text in STEPS[2].values()))
    found: list[dict[str, Turn]] = []
    rates: dict[str, list[float]] = {"whole": [], "last": []}
    with tempfile.TemporaryDirectory() as name, ExitStack() as running:
        home = make_home(Path(name) / "home", "")
        port = free_port()
        floor = started(["-m", "bench.bare", str(port), f"{name}/bare.db"], port, {})
        running.callback(ended, floor)
        ours = serve(home)
        running.callback(ended, ours)
        sides: dict[str, Callable[[], Turn]] = {
            "whole": lambda: whole(ours),
            "last": lambda: last(ours),
            "bare": lambda: bare(floor),
        }
        for turn in range(rounds + 1):
            took = {side: sides[side]() for side in random.sample(sorted(sides), len(sides))}
            gate = {"last": gate_seconds((*texts, KEY))}
            gate["whole"] = (gate_seconds(texts) + gate["last"]) / 4
            found.append(took)
            if turn == 0:
                continue  # the first warms up
            for side, rates_of in rates.items():
                posts = len(took[side].waits)
                besides = took[side].seconds - posts * gate[side]
                rates_of.append((posts / besides) / (len(took["bare"].waits) / took["bare"].seconds))
        with closing(sqlite3.connect(home.database)) as con:
            stored = {number for (number,) in con.execute("SELECT number FROM cases")}
    said = [number for took in found for side in rates for number in took[side].acknowledged]
    prepared = (rounds + 1) * PARALLEL * EACH
    failed = sum(turn.failed for took in found for turn in took.values())
    print(f"{PARALLEL} at once: {len(said)} receipts, {len(stored)} cases stored, {failed} failed, {prepared} ready")
    assert len(said) == len(set(said)) == len(stored)
    assert set(said) == stored
    for side, what in (("whole", "POSTs of whole forms"), ("last", "the POST that stores")):
        p95 = statistics.median(took[side].p95 / took["bare"].p95 for took in found[1:])
        rate = statistics.median(len(took[side].waits) / took[side].seconds for took in found[1:])
        print(least(f"{what}, rate besides the gate, to a bare page's", statistics.median(rates[side]), 0.5))
        print(line(f"{what}, p95, to a bare page's ({rate:.0f} a second)", p95, 3))
    rate, p95 = (
        statistics.median(each)
        for each in zip(*((len(t["bare"].waits) / t["bare"].seconds, t["bare"].p95) for t in found[1:]), strict=True)
    )
    print(f"    the bare page: {rate:.0f} a second, p95 {p95 * 1000:.0f} ms")
    print("    ratios of rates:", *(f"{side} " + " ".join(f"{r:.2f}" for r in sorted(rates[side])) for side in rates))


if __name__ == "__main__":
    main()
