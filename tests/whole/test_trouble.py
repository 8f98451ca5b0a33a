"""What does the program itself say when something is wrong with its surroundings? Started as people start it.

Each time: the promised exit code, one or two plain sentences on stderr that say what to do, no traceback, nothing on
stdout, and the case as it was before.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lexheller.vault import keyfile
from tests.whole import worker
from tests.whole.houses import Home

LEXHELLER = Path(sys.executable).with_name("lexheller")
STORE_UNUSABLE, USAGE, REFUSED = 4, 2, 5


def run(
    home: Home, *words: str, prefix: tuple[str, ...] = (), limited: Callable[[], None] | None = None, **environ: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*prefix, str(LEXHELLER), "--as", "elsa", *words],
        env={**os.environ, **home.environ, **environ},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        preexec_fn=limited,
    )


def told(got: subprocess.CompletedProcess[str], code: int) -> str:
    """Hold an answer against what is promised of every refusal, and give its words."""
    assert got.returncode == code, got.stderr
    assert got.stdout == ""
    assert "Traceback" not in got.stderr
    sentences = re.findall(r"[.!?](?=\s|$)", got.stderr)
    assert 1 <= len(sentences) <= 2, got.stderr
    return got.stderr


@pytest.fixture
def number(on_sqlite: Home) -> str:
    """A case that just came in."""
    with on_sqlite.desk() as desk:
        return desk.submit(worker.report()).number


@contextmanager
def unchanged(home: Home, number: str) -> Iterator[None]:
    """See that the case is afterwards what it was before, once what was wrong is mended."""
    with home.desk() as desk:
        before = desk.case(number)
    yield
    with home.desk() as desk:
        assert desk.case(number) == before


# --- the database -----------------------------------------------------------------------------------------


def test_locked(on_sqlite: Home, number: str) -> None:
    with unchanged(on_sqlite, number), closing(sqlite3.connect(on_sqlite.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        got = run(on_sqlite, "do", number, "open_dialogue", LEXHELLER_BUSY_TIMEOUT="0.1")
        assert "Försök igen" in told(got, STORE_UNUSABLE)
        other.execute("ROLLBACK")


def no_larger() -> None:
    """Let no file grow: what a quota does, and what a full disk looks like to whoever writes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, 16_384))


def test_full(on_sqlite: Home, number: str) -> None:
    long = "message=" + "Vi hör av oss. " * 1000
    with unchanged(on_sqlite, number):
        got = run(on_sqlite, "do", number, "say", "--field", long, limited=no_larger)
        assert "server" not in told(got, STORE_UNUSABLE)


def test_read_only(on_sqlite: Home, number: str) -> None:
    # Root may write what nobody may; whoever runs the tests as root gives that up for the program.
    prefix = ("setpriv", "--bounding-set", "-dac_override") if os.geteuid() == 0 else ()
    if prefix and not shutil.which("setpriv"):
        pytest.skip("root cannot be kept from writing without setpriv (Debian: util-linux)")
    folder = on_sqlite.database.parent
    with unchanged(on_sqlite, number):
        for path, mode in ((on_sqlite.database, 0o400), (folder, 0o500)):
            path.chmod(mode)
        try:
            told(run(on_sqlite, "do", number, "open_dialogue", prefix=prefix), STORE_UNUSABLE)
        finally:
            folder.chmod(0o700)
            on_sqlite.database.chmod(0o600)


def test_read_only_on_a_server(on_postgres: Home) -> None:
    with on_postgres.desk() as desk:
        number = desk.submit(worker.report()).number

        def only_read(yes: str) -> None:
            name = on_postgres.environ["LEXHELLER_DATABASE"].rpartition("/")[2]
            sql = f"ALTER DATABASE {name} SET default_transaction_read_only = {yes}"
            desk.house.store.in_transaction(lambda c: c.exec_driver_sql(sql))

        only_read("on")
        told(run(on_postgres, "do", number, "open_dialogue"), STORE_UNUSABLE)
        assert desk.case(number).case.version == 1


def test_no_server_there(on_sqlite: Home) -> None:
    got = run(
        on_sqlite,
        "cases",
        LEXHELLER_DATABASE="postgresql+psycopg://nobody:hemligt@127.0.0.1:1/x",
        LEXHELLER_BUSY_TIMEOUT="1",
    )
    assert "hemligt" not in told(got, STORE_UNUSABLE)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "no database": lambda _: b"Detta \xc3\xa4r ingen databas. " * 400,
    "cut off": lambda whole: whole[: len(whole) // 2],
    "a page gone": lambda whole: whole[:4096] + b"\xff" * (len(whole) - 4096),
}


@pytest.mark.parametrize("how", DAMAGE)
def test_damaged(how: str, on_sqlite: Home, number: str) -> None:
    database = on_sqlite.database
    with unchanged(on_sqlite, number):
        whole = database.read_bytes()
        harmed = DAMAGE[how](whole)
        database.write_bytes(harmed)
        told(run(on_sqlite, "do", number, "open_dialogue"), STORE_UNUSABLE)
        assert database.read_bytes() == harmed, "nothing is mended or made anew behind anybody's back"
        for beside in database.parent.glob(f"{database.name}-*"):
            beside.unlink()
        database.write_bytes(whole)


def test_newer_than_the_program(on_sqlite: Home, number: str) -> None:
    with unchanged(on_sqlite, number), closing(sqlite3.connect(on_sqlite.database, isolation_level=None)) as other:
        (found,) = other.execute("SELECT version_num FROM schema_version").fetchone()
        other.execute("UPDATE schema_version SET version_num = '9999'")
        assert "nyare" in told(run(on_sqlite, "do", number, "open_dialogue"), STORE_UNUSABLE)
        other.execute("UPDATE schema_version SET version_num = ?", (found,))


# --- the key ----------------------------------------------------------------------------------------------


def another_installations(key: Path) -> None:
    key.unlink()
    keyfile.create(key, datetime(2026, 1, 1, tzinfo=UTC))


KEYS: dict[str, Callable[[Path], object]] = {
    "gone": lambda key: key.unlink(),
    "empty": lambda key: key.write_bytes(b""),
    "cut off": lambda key: key.write_bytes(key.read_bytes()[:60]),
    "open to others": lambda key: key.chmod(0o644),
    "another installation's": another_installations,
}


@pytest.mark.parametrize("how", KEYS)
def test_a_key_that_cannot_be_used(how: str, on_sqlite: Home, number: str) -> None:
    key = Path(on_sqlite.environ["LEXHELLER_KEY_FILE"])
    with unchanged(on_sqlite, number):
        kept = key.read_bytes()
        KEYS[how](key)
        told(run(on_sqlite, "do", number, "open_dialogue"), STORE_UNUSABLE)
        assert key.exists() == (how != "gone"), "no key is made in the place of one that is gone"
        key.write_bytes(kept)
        key.chmod(0o600)


# --- settings and rules -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("language = 'sv'\n[deadlines\n", "lexheller.toml"),
        ("'språk' = 'sv'", "språk"),
        ("language = 'no'", "language"),
        ("[reopening]\ndays = 'länge'", "reopening.days"),
        ("[deadlines]\nanswer = '60'", "deadlines.answer"),
    ],
)
def test_broken_settings_name_file_key_and_what_is_allowed(
    written: str, named: str, on_sqlite: Home, number: str, tmp_path: Path
) -> None:
    broken = tmp_path / "lexheller.toml"
    broken.write_text(written, encoding="utf-8")
    with unchanged(on_sqlite, number):
        words = told(run(on_sqlite, "--settings", str(broken), "do", number, "open_dialogue"), USAGE)
        assert named in words
        assert str(broken) in words


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("[[rules]\n", ()),
        ('[[rule]]\nname = "mine"\n', ("mine",)),
        ("\u0000", ()),
    ],
)
def test_broken_rules_name_file_rule_and_field(
    written: str, named: tuple[str, ...], on_sqlite: Home, number: str, tmp_path: Path
) -> None:
    with on_sqlite.desk() as desk:
        desk.do(number, "open_dialogue", {})
        desk.do(number, "retell", {"shared_text": "En person väntade länge på besked från två håll."})
        desk.do(number, "attest", {"area_harmless": False})
        desk.do(number, "set_level", {"level": "individual", "reason": "Det gäller en rutin."})
    broken = tmp_path / "rules.toml"
    broken.write_text(written, encoding="utf-8")
    with unchanged(on_sqlite, number):
        got = run(on_sqlite, "do", number, "consult", "--field", "reason=De delar frågan", LEXHELLER_RULES=str(broken))
        words = told(got, USAGE)
        assert all(name in words for name in (str(broken), *named))


def test_rules_that_are_not_there(on_sqlite: Home, number: str, tmp_path: Path) -> None:
    with unchanged(on_sqlite, number):
        missing = str(tmp_path / "none.toml")
        assert missing in told(run(on_sqlite, "do", number, "consult", LEXHELLER_RULES=missing), USAGE)
