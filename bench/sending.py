"""Sixteen at once send the form to `lexheller serve`: does anything fail, and what does it cost beside a bare page?

Two things are compared with two bare Flask pages that insert one row into SQLite, served by the same program with as
many threads: whole forms (three steps and "Skicka": the requests that post, by all the time it takes, the first page
included), and "Skicka" alone, the one request that stores. One bare page stores as durably as we do over a connection
it keeps, the other is written as Flask's tutorial writes it (`bench/bare.py`). Sixteen connections a side; all servers
run all the time and take turns. The gate's own time, for what it is asked in a form, is measured in the same run and
taken off. What the servers take of the processor is told too: it depends less on who else is at work.
"""

from __future__ import annotations

import os
import random
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
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
FLOORS = {"kept": "a bare page as durable", "tutorial": "the tutorial's page"}


@dataclass
class Turn:
    """What became of a turn: its time, the server's CPU, each wait of a request that posts, what was acknowledged."""

    cpu: float = 0.0
    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    failed: int = 0

    @property
    def p95(self) -> float:
        """Give the wait that one in twenty exceeds."""
        return statistics.quantiles(self.waits, n=20)[18]

    def rate(self, besides: float = 0.0) -> float:
        """Give how many requests were answered in a second, some seconds of each left out."""
        return len(self.waits) / (self.seconds - len(self.waits) * besides)

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


def timed(turn: Turn, server: Served, does: Callable[[Sender, int], None]) -> Turn:
    """Let all senders do something, and note how long it took, and what the server took of the processor."""
    before = _cpu(server)
    turn.seconds = at_once(server, does)
    turn.cpu = _cpu(server) - before
    return turn


def _cpu(server: Served) -> float:
    told = Path(f"/proc/{server.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return sum(map(int, told[11:13])) / os.sysconf("SC_CLK_TCK")


def whole(server: Served) -> Turn:
    """Send whole forms, from the first page to the receipt."""
    turn = Turn()

    def does(sender: Sender, _: int) -> None:
        sender.waited = turn.takes
        for _ in range(EACH // 2):
            _receipted(turn, sender.ask("POST", FORM, sender.comes_to_check()))

    return timed(turn, server, does)


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
    return timed(turn, server, does)


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

    return timed(turn, server, does)


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
    gates: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as name, ExitStack() as running:
        home = make_home(Path(name) / "home", "")
        servers = {}
        for kind in FLOORS:
            port = free_port()
            servers[kind] = started(["-m", "bench.bare", str(port), f"{name}/{kind}.db", kind], port, {})
            running.callback(ended, servers[kind])
        ours = serve(home)
        running.callback(ended, ours)
        sides: dict[str, Callable[[], Turn]] = {
            "whole": lambda: whole(ours),
            "last": lambda: last(ours),
            **{kind: lambda kind=kind: bare(servers[kind]) for kind in FLOORS},  # type: ignore[misc]  # bound on purpose
        }
        for turn in range(rounds + 1):
            took = {side: sides[side]() for side in random.sample(sorted(sides), len(sides))}
            gate = gate_seconds(texts)
            if turn:  # the first warms up
                gates.append({"last": gate, "whole": gate / 2})  # in a form it is asked twice, in four requests
            found.append(took)
        with closing(sqlite3.connect(home.database)) as con:
            stored = {number for (number,) in con.execute("SELECT number FROM cases")}
    said = [number for took in found for side in ("whole", "last") for number in took[side].acknowledged]
    prepared = (rounds + 1) * PARALLEL * EACH
    failed = {side: sum(took[side].failed for took in found) for side in sides}
    print(f"{PARALLEL} at once: {len(said)} receipts, {len(stored)} cases stored, {prepared} ready; failed: {failed}")
    assert len(said) == len(set(said)) == len(stored)
    assert set(said) == stored
    report(found[1:], gates)


def report(found: Sequence[Mapping[str, Turn]], gates: Sequence[Mapping[str, float]]) -> None:
    """Print what the rounds give, against each floor."""
    for side, what in (("whole", "POSTs of whole forms"), ("last", "the POST that stores")):
        for floor, named in FLOORS.items():
            rates = sorted(t[side].rate(gate[side]) / t[floor].rate() for t, gate in zip(found, gates, strict=True))
            p95 = statistics.median(t[side].p95 / t[floor].p95 for t in found)
            print(least(f"{what}, rate besides the gate, to {named}", statistics.median(rates), 0.5))
            print("    in the rounds:", *(f"{rate:.2f}" for rate in rates))
            print(line(f"{what}, p95, to {named}", p95, 3))
    for side in ("whole", "last", *FLOORS):
        rate, p95, cpu = (
            statistics.median(each)
            for each in zip(
                *((t[side].rate(), t[side].p95, t[side].cpu / len(t[side].waits)) for t in found), strict=True
            )
        )
        print(f"    {side}: {rate:.0f} a second, p95 {p95 * 1000:.0f} ms, {cpu * 1000:.2f} ms of CPU a POST", end="")
        gate = statistics.median(gate.get(side, 0.0) for gate in gates)
        print(f", {gate * 1000:.2f} of it the gate's" if gate else "")


if __name__ == "__main__":
    main()
