"""What if many want the same at the same moment? One gets it, and the others are told what happened."""

from __future__ import annotations

import getpass
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from lexheller.app.proving import verify
from lexheller.services.seen import mark
from tests.whole import worker
from tests.whole.houses import OTHERS, Home

RACERS = 16
PATIENCE = 60.0
LEXHELLER = Path(sys.executable).with_name("lexheller")


def race(home: Home, what: Mapping[str, Any]) -> list[worker.Line]:
    """Let sixteen processes start at one moment; give what came of each."""
    go = OTHERS.Event()
    racers = []
    for number in range(RACERS):
        here, there = OTHERS.Pipe(duplex=False)
        who = ("elsa", "olle")[number % 2]
        process = OTHERS.Process(target=worker.races, args=(home, who, go, there, what))
        process.start()
        there.close()
        racers.append((process, here))
    for _, pipe in racers:
        assert _next(pipe) == ("ready", {})
    go.set()
    told = [_next(pipe) for _, pipe in racers]
    for process, _ in racers:
        process.join(PATIENCE)
        assert process.exitcode == 0
    return told


def _next(pipe: Connection) -> worker.Line:
    assert pipe.poll(PATIENCE), "a racer hangs"
    told: worker.Line = pipe.recv()
    return told


def submitted(home: Home) -> str:
    with home.desk() as desk:
        return desk.submit(worker.report()).number


def test_one_of_sixteen_takes_the_step_they_all_saw_open(home_of_both: Home) -> None:
    number = submitted(home_of_both)
    told = race(home_of_both, {"number": number, "step": "open_dialogue", "given": {}, "version": 1})
    winners = [answer for what, answer in told if what == "done"]
    losers = [data for what, data in told if what == "Stale"]
    assert winners == [{"number": number, "version": 2, "state": "dialogue"}]
    assert len(losers) == RACERS - 1
    with home_of_both.desk() as desk:
        entry = desk.case(number).history[-1]
        assert (entry.version, entry.step) == (2, "open_dialogue")
        for data in losers:
            assert (data["number"], data["seen"], data["now"], data["step"]) == (number, 1, 2, "open_dialogue")
            at = data["at"] if isinstance(data["at"], datetime) else datetime.fromisoformat(data["at"])
            assert (data["actor"], at) == (entry.actor, entry.at)
        assert verify(desk.house).faults == ()


def test_whoever_looks_too_late_is_told_that_it_is_no_longer_open(home_of_both: Home) -> None:
    number = submitted(home_of_both)
    told = race(home_of_both, {"number": number, "step": "open_dialogue", "given": {}})
    assert [answer["version"] for what, answer in told if what == "done"] == [2]
    refused = [(what, data) for what, data in told if what != "done"]
    assert len(refused) == RACERS - 1
    for what, data in refused:
        # On PostgreSQL some had read it while it was still open; they are told who was first.
        assert what in {"NotOpen", "Stale"}
        assert what == "Stale" or (data["step"], data["state"], data["why"]) == ("open_dialogue", "dialogue", "state")
        assert what == "NotOpen" or (data["step"], data["now"]) == ("open_dialogue", 2)
    with home_of_both.desk() as desk:
        assert [entry.step for entry in desk.case(number).history] == ["submit", "open_dialogue"]


def test_one_report_sent_by_sixteen_is_one_case_with_one_code(home_of_both: Home) -> None:
    told = race(home_of_both, {"key": "form-1"})
    assert [what for what, _ in told] == ["done"] * RACERS
    assert len({(answer["number"], answer["code"]) for _, answer in told}) == 1
    assert sorted(answer["repeated"] for _, answer in told) == [False] + [True] * (RACERS - 1)
    answer = told[0][1]
    with home_of_both.desk() as desk:
        assert [row.number for row in desk.cases()] == [answer["number"]]
        assert desk.follow(answer["code"]).number == answer["number"]
        assert desk.house.store.read(lambda uow: uow.cases.next_serial("GBG", desk.house.office.today().year)) == 2
        assert verify(desk.house).faults == ()


def test_one_of_sixteen_puts_their_words_in_the_place_of_what_they_all_saw(home_of_both: Home) -> None:
    with home_of_both.desk() as desk:
        there = next(each for each in desk.patterns() if each.key == "GBG/P1")
        told = race(home_of_both, {"seen": mark(desk.house.office.keys, there)})
        winners = [answer["name"] for what, answer in told if what == "done"]
        assert [what for what, _ in told if what != "done"] == ["Overtaken"] * (RACERS - 1)
        assert [each.name for each in desk.patterns() if each.key == "GBG/P1"] == winners


def test_two_at_their_terminals_are_told_apart_by_exit_code(on_sqlite: Home) -> None:
    number = submitted(on_sqlite)
    command = [str(LEXHELLER), "--as", "elsa", "do", number, "open_dialogue", "--version", "1"]
    environ = {**os.environ, **on_sqlite.environ, "USER": getpass.getuser()}
    both = [
        subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
        for _ in range(2)
    ]
    answers = sorted((one.returncode, out, err) for one in both for out, err in [one.communicate(timeout=PATIENCE)])
    (won, out, nothing), (lost, no_answer, told) = answers
    assert (won, lost) == (0, 3)
    assert number in out
    assert nothing == no_answer == ""
    assert "Elsa" in told or "elsa" in told
    assert len(told.splitlines()) <= 2
