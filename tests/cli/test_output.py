"""Do tables keep numbers whole, titles short and lines inside the width? Is a terminal told apart from a pipe?"""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterable
from datetime import UTC, date, datetime
from fcntl import ioctl
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexheller.cli import output
from lexheller.cli.output import Column
from lexheller.forms.lines import plain
from tests.cli.conftest import Terminal

LEXHELLER = Path(sys.executable).with_name("lexheller")
COLUMNS = (Column("number", "Ärende"), Column("title", "Rubrik", cut=True), Column("next", "Nästa", cut=True))


@given(
    rows=st.lists(
        st.fixed_dictionaries(
            {"number": st.from_regex(r"[A-Z]{3}-2026-[0-9]{4}", fullmatch=True), "title": st.text(), "next": st.text()}
        ),
        min_size=1,
        max_size=5,
    ),
    width=st.integers(60, 140),
)
def test_a_table_stays_inside_and_numbers_stay_whole(rows: list[dict[str, str]], width: int) -> None:
    lines = [plain(line) for line in output.table(COLUMNS, rows, width)]
    assert len(lines) == len(rows) + 1
    assert all(len(line) <= width for line in lines)
    for row, line in zip(rows, lines[1:], strict=True):
        assert line.startswith(row["number"])


def test_only_what_may_be_cut_is_cut() -> None:
    rows = [{"number": "GBG-2026-0001", "title": "x" * 200, "next": "Läs svaret"}]
    line = plain(output.table(COLUMNS, rows, 60)[1])
    assert line == f"GBG-2026-0001  {'x' * 32}…  Läs svaret"


def test_json_writes_dates_as_people_sort_them(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_json({"day": date(2026, 3, 2), "at": datetime(2026, 3, 2, 11, tzinfo=UTC), "who": frozenset("ba")})
    assert capsys.readouterr().out == '{"day": "2026-03-02", "at": "2026-03-02T11:00:00Z", "who": ["a", "b"]}\n'


def test_several_things_are_a_list_with_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    output.many((), [{"a": 1}, {"a": 2}], as_json=True)
    told = capsys.readouterr().out
    assert json.loads(told) == [{"a": 1}, {"a": 2}]
    assert told.count("\n") == 2
    output.many((), [], as_json=True)
    assert json.loads(capsys.readouterr().out) == []


# --- a real terminal, a real pipe -------------------------------------------------------------------------


def on_a_terminal(words: Iterable[str], columns: int, **environment: str) -> str:
    """Run a command whose output is a real terminal of a width; give what stands on it."""
    screen, its_end = pty.openpty()
    ioctl(its_end, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    environ = {**os.environ, "TERM": "xterm", **environment}
    environ.pop("LEXHELLER_DEBUG", None)
    with subprocess.Popen([str(LEXHELLER), *words], stdout=its_end, stdin=subprocess.DEVNULL, env=environ) as process:
        os.close(its_end)
        told = b""
        while part := _some(screen):
            told += part
    os.close(screen)
    assert process.returncode == 0
    return told.decode().replace("\r\n", "\n")


def _some(screen: int) -> bytes:
    try:
        return os.read(screen, 65536)
    except OSError:  # Linux's way of saying that the other end is closed
        return b""


ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_terminal_gets_tables_as_wide_as_it_is(terminal: Terminal, columns: int) -> None:
    number = terminal.submits(title="En rubrik som är lång nog att inte få plats på en smal rad i något fönster alls")
    for words in (["cases"], ["inbox"], ["can", number], ["show", number]):
        told = on_a_terminal(["--as", "elsa", *words], columns)
        lines = [ESCAPE.sub("", line) for line in told.splitlines()]
        assert all(len(line) <= columns for line in lines), words
        assert any(number in line for line in lines) or words[0] == "can"
    assert "┯━━━┯" in told


def test_colour_is_the_readers_own_and_can_be_turned_off(terminal: Terminal) -> None:
    number = terminal.submits()
    told = on_a_terminal(["--as", "elsa", "show", number], 80)
    assert "\x1b[33m┯━━━┯" in told
    assert f"\x1b[1m{number}" in told
    without = on_a_terminal(["--as", "elsa", "show", number], 80, NO_COLOR="1")
    assert ESCAPE.sub("", told) == ESCAPE.sub("", without)
    assert "\x1b[33m" not in without


def test_json_is_for_reading_on_a_terminal_and_one_line_in_a_pipe(terminal: Terminal) -> None:
    number = terminal.submits()
    told = on_a_terminal(["--as", "elsa", "do", number, "open_dialogue", "--json"], 80)
    assert json.loads(told) == {"number": number, "state": "dialogue", "version": 2}
    assert told.count("\n") > 1


def test_a_step_is_told_in_a_sentence_on_a_terminal(terminal: Terminal) -> None:
    number = terminal.submits()
    told = on_a_terminal(["--as", "elsa", "open", number], 80)
    assert told == f"{number}: dialogen öppnad. Läget är nu: i dialog. Version 2.\n"


def test_a_reader_that_leaves_early_is_no_fault(terminal: Terminal) -> None:
    terminal.submits()
    environ = {name: value for name, value in os.environ.items() if name != "LEXHELLER_DEBUG"}
    reader = (
        "import subprocess, sys; p = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE); "
        "p.stdout.close(); sys.exit(p.wait())"
    )
    done = subprocess.run(
        [sys.executable, "-c", reader, str(LEXHELLER), "--as", "elsa", "cases", "--json"],
        capture_output=True,
        encoding="utf-8",
        env=environ,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_stopping_it_is_told_in_a_word(terminal: Terminal) -> None:
    assert terminal.codes == {}
    environ = {name: value for name, value in os.environ.items() if name != "LEXHELLER_DEBUG"}
    with subprocess.Popen(
        [str(LEXHELLER), "submit"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  # `nohup make test` ignores it
    ) as process:
        assert process.stderr is not None
        told = b""
        while "Vad hände?".encode() not in told:
            told += process.stderr.readline()
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (130, b"")
    assert err.decode().splitlines()[-1] == "Avbrutet."
    assert b"Traceback" not in err


def test_signs_that_cannot_be_written_are_no_fault(terminal: Terminal) -> None:
    number = terminal.submits(title="Väntan på besked")
    environ = {**os.environ, "PYTHONIOENCODING": "iso-8859-1"}
    environ.pop("LEXHELLER_DEBUG", None)
    words = [str(LEXHELLER), "--as", "elsa", "show", number]
    done = subprocess.run(words, capture_output=True, env=environ, check=False)
    assert done.returncode == 0
    assert "Väntan på besked".encode("iso-8859-1") in done.stdout
    assert b"????? N" in done.stdout  # the bench
