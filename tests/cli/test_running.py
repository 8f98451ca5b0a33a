"""Is an installation founded, added to, proved, backed up, restored, upgraded and examined from the terminal?"""

from __future__ import annotations

import getpass
import json
import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import time_machine

from lexheller.app.doctor import CODES
from lexheller.i18n.language import LANGUAGES
from lexheller.i18n.words import words_for
from lexheller.imports.people_file import read_people
from lexheller.services import verifying
from lexheller.settings import load_settings
from lexheller.vault.checkpoints import FaultKind
from tests.cli.conftest import Terminal
from tests.factories import NOON

DOCS = Path(__file__).parents[2] / "docs"
ROOM = Path(verifying.__file__)


def database() -> Path:
    return Path(load_settings(None, os.environ).database.removeprefix("sqlite:///"))


@pytest.fixture
def newcomer(home: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.chdir(home)
    monkeypatch.setenv("LEXHELLER_DEBUG", "1")
    return Terminal()


@pytest.fixture
def file(home: Path) -> Path:
    """Return the example of docs/running.md as a file, with whoever runs the tests in Adam's and Elsa's place."""
    found = re.search(r"```yaml\n(.*?)```", (DOCS / "running.md").read_text("utf-8"), re.DOTALL)
    assert found
    user = getpass.getuser()
    path = home / "forbund.yaml"
    told = found[1].replace("users: [elsa]", f"users: [{user}]")
    path.write_text(told.replace("users: [adam]", f"users: [adam, {user}]"))
    return path


# --- init -----------------------------------------------------------------------------------------------


def test_the_example_of_the_docs_founds_an_installation(newcomer: Terminal, file: Path) -> None:
    got = newcomer("init", str(file), "--json")
    assert got.code == 0, got.err
    assert (got.json["federations"], got.json["people"], got.json["recipients"]) == (["GBG"], 4, 2)
    assert Path(got.json["key_file"]).stat().st_mode & 0o077 == 0
    assert "lexheller key copy" in got.err
    assert newcomer("inbox", "--json").json["mine"] == []
    number = newcomer.submits()
    assert newcomer("show", number).code == 0
    desk = newcomer.desk("elsa")
    assert {p.key for p in desk.patterns()} == {"GBG/P1"}
    desk.close()


def test_init_refuses_where_something_is(newcomer: Terminal, file: Path) -> None:
    newcomer("init", str(file))
    before = database().read_bytes()
    for language in LANGUAGES:
        again = newcomer("init", str(file), language=language)
        assert (again.code, again.out) == (5, "")
        assert "lexheller init --add" in again.err
    assert database().read_bytes() == before


def test_init_asks(newcomer: Terminal) -> None:
    got = newcomer("init", typed="gbg\n\nSamordningsförbundet Exempel\n\n\nelsa\nElsa Exempel\n")
    assert got.code == 0, got.err
    assert "Det här behöver vi veta." in got.err
    desk = newcomer.desk("elsa")
    assert (desk.me.federation, desk.me.via) == ("GBG", "")
    assert sorted(desk.me.roles) == ["administrator", "process_leader"]
    desk.close()


def test_init_asks_again_where_numbers_and_the_history_could_not_carry_a_name(newcomer: Terminal) -> None:
    got = newcomer("init", typed="g b\ngbg\nFörbundet Exempel\n\n\nElsa Ö\nElsa\nElsa Exempel\n")
    assert got.code == 0, got.err
    assert "två till tolv stora bokstäver" in got.err
    assert "utan mellanslag" in got.err
    desk = newcomer.desk("elsa")
    assert desk.me.federation == "GBG"
    desk.close()


def test_init_stops_half_way_without_a_trace(newcomer: Terminal, home: Path) -> None:
    assert newcomer("init", typed="gbg\n").code == 2
    assert not (home / ".config").exists()
    assert not (home / ".local").exists()


def test_init_founds_nothing_that_nobody_could_open(newcomer: Terminal, file: Path, home: Path) -> None:
    told = file.read_text()
    file.write_text(told.replace("[administrator]", "[registrar]"))
    got = newcomer("init", str(file))
    assert (got.code, "administratör" in got.err) == (5, True)
    assert not (home / ".config").exists()
    assert not (home / ".local").exists()
    file.write_text(
        "federations: [{id: GBG, name: Exempel}, {id: SKO, name: Skogen}]\n"
        "people: [{federation: GBG, id: adam, name: Adam Exempel, roles: [administrator]}]\n"
    )
    assert newcomer("init", str(file)).code == 5, "a federation that nobody could be let into"
    file.write_text(told.replace("[administrator]", "[admin]"))
    got = newcomer("init", str(file))
    assert (got.code, "administrator" in got.err, "submitter" in got.err) == (2, True, False), got.err
    file.write_text(told)
    assert newcomer("init", str(file)).code == 0


def test_a_federation_that_is_added_lets_its_administrator_in(newcomer: Terminal, file: Path, home: Path) -> None:
    newcomer("init", str(file))
    more = home / "fler.yaml"
    more.write_text(
        "federations: [{id: SKO, name: Förbundet Skogen}]\n"
        "people: [{id: adda, name: Adda Exempel, roles: [administrator]}, {id: rune, name: Rune, roles: [registrar]}]\n"
    )
    got = newcomer("init", "--add", str(more), by="adam")
    assert (got.code, got.err.count("/inbjudan/"), "Adda Exempel" in got.err) == (0, 1, True), got.err
    assert newcomer("init", "--add", str(more), by="adam").err.count("/inbjudan/") == 0, "it is there already"


def test_an_administrator_adds_and_changes(newcomer: Terminal, file: Path, home: Path) -> None:
    newcomer("init", str(file))
    more = home / "fler.toml"
    more.write_text(
        '[[people]]\nfederation = "GBG"\nid = "elsa"\nname = "Elsa Ny"\nroles = ["process_leader"]\n'
        f'users = ["{getpass.getuser()}"]\n'
        '[[recipients]]\nfederation = "GBG"\nid = "ny"\nname = "Ny mottagare"\n'
        '[[federations]]\nid = "INS"\nname = "Insjö"\n'
        '[[people]]\nfederation = "INS"\nid = "ines"\nname = "Ines"\ngroups = ["INS/natverk"]\n'
        '[[groups]]\nhost = "INS"\nid = "natverk"\nname = "Nätverket"\nmembers = ["INS", "GBG"]\n'
        '[[recipients]]\nfederation = "INS"\nid = "fk"\nname = "Försäkringskassan"\n',
        "utf-8",
    )
    refused = newcomer("init", "--add", str(more))
    assert (refused.code, "administratör" in refused.err) == (5, True)
    assert newcomer("init", "--add", str(more), by="adam").code == 0
    desk = newcomer.desk("adam")
    assert {p.name for p in desk.people()} >= {"Elsa Ny", "Adam Exempel"}
    assert {f.id for f in desk.federations()} == {"GBG", "INS"}
    assert "ny" in {r.id for r in desk.recipients()}
    assert "INS/natverk" in {g.key for g in desk.groups()}
    desk.close()
    more.write_text('[[people]]\nfederation = "INS"\nid = "ines"\nname = "Någon annan"\n', "utf-8")
    assert newcomer("init", "--add", str(more), by="adam").code == 6
    more.write_text('[[people]]\nfederation = "GBG"\nid = "x"\nname = "X"\ngroups = ["GBG/finns-inte"]\n', "utf-8")
    assert newcomer("init", "--add", str(more), by="adam").code == 2
    assert newcomer("init", "--add").code == 2


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ('{"persons": []}', "persons"),
        ('{"people": [{"id": "a", "namn": "A", "federation": "GBG"}]}', "namn"),
        ('{"people": [{"id": "a", "name": "A", "federation": "GBG", "roles": ["chef"]}]}', "people.1.roles"),
        ('{"federations": [{"id": "GBG"}]}', "federations.1.name"),
        ('{"federations": [{"id": "gbg 1", "name": "G"}]}', "GBG"),
        ('{"people": "elsa"}', "people"),
        ("[]", "people"),
    ],
)
def test_a_wrong_file_names_its_fault(newcomer: Terminal, home: Path, told: str, names: str) -> None:
    path = home / "fel.json"
    path.write_text(told, "utf-8")
    got = newcomer("init", str(path))
    assert got.code == 2
    assert names in got.err


def test_lists_may_be_written_with_commas(home: Path) -> None:
    path = home / "a.toml"
    path.write_text(
        '[[federations]]\nid = "GBG"\nname = "G"\n[[people]]\nid = "a"\nname = "A"\n'
        'roles = "partner, registrar"\nactive = false\n',
        "utf-8",
    )
    (person,) = read_people(path).persons
    assert ([role.value for role in person.roles], person.active) == (["partner", "registrar"], False)


# --- history, keys --------------------------------------------------------------------------------------


def test_verify_says_what_it_cannot_see(terminal: Terminal) -> None:
    terminal.submits()
    got = terminal("verify", "--json")
    assert (got.code, got.json) == (0, {"cases": 1, "events": 1, "checkpoints": 0, "faults": []})
    assert "lexheller checkpoint" in got.err
    written = terminal("checkpoint", "--json").json
    assert (written["number"], written["cases"]) == (1, 1)
    assert Path(written["path"]).exists()
    assert "lexheller checkpoint" not in terminal("verify").err


def test_verify_names_every_fault(terminal: Terminal) -> None:
    number = terminal.submits()
    terminal("checkpoint")
    with closing(sqlite3.connect(database())) as connection, connection:
        connection.execute("UPDATE cases SET state = 'closed'")
        connection.execute("UPDATE texts SET text = 'Något annat.' WHERE field = 'what_happened'")
    got = terminal("verify", "--json")
    assert got.code == 5
    assert {(fault["number"], fault["code"]) for fault in got.json["faults"]} >= {
        (number, "head_differs"),
        (number, "text_changed"),
    }
    told = terminal("verify")
    assert (told.code, "what_happened" in told.out) == (5, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_has_words(language: str) -> None:
    words = words_for(language)
    codes = set(re.findall(r'Fault\([^"]*"(?:[^"]*", )?"?(\w+)"', ROOM.read_text("utf-8")))
    codes |= {k if k.startswith("checkpoint_") else f"checkpoint_{k}" for k in FaultKind}
    assert "version_missing" in codes
    assert [code for code in codes if not words.has(f"fault.{code}")] == []
    assert [code for code in CODES if not words.has(f"doctor.{code}")] == []


def test_keys_are_rotated_and_copied(terminal: Terminal, home: Path) -> None:
    terminal.submits(contact="031-3900650")
    key = load_settings(None, os.environ).key_file
    before = json.loads(key.read_text("utf-8"))["current"]
    got = terminal("key", "rotate", "--json")
    assert (got.json["rewrapped"], got.json["forgotten"], got.json["left"]) == (1, [before], [])
    assert "lexheller key copy" in got.err
    assert terminal("key", "copy", "kopia.json").out == "kopia.json\n"
    assert (home / "kopia.json").read_bytes() == key.read_bytes()
    assert (home / "kopia.json").stat().st_mode & 0o077 == 0
    assert terminal("key", "copy", "kopia.json").code == 4
    nowhere = terminal("key", "copy", str(home / "ingenstans" / "kopia.json"))
    assert (nowhere.code, "databas" in nowhere.err) == (2, False)
    assert f"Mappen {home / 'ingenstans'} finns inte" in nowhere.err


# --- copies, upgrade, doctor ----------------------------------------------------------------------------


def test_a_backup_becomes_a_database_again(terminal: Terminal) -> None:
    number = terminal.submits()
    written = terminal("backup", "kopia.db", "--json").json
    assert (written["path"], written["rows"]["cases"]) == ("kopia.db", 1)
    assert Path(terminal("backup").out.split("\t")[0]).exists()
    assert terminal("backup", "kopia.db").code == 4
    assert terminal("restore", "kopia.db").code == 4

    for end in ("", "-wal", "-shm"):
        database().with_name(f"{database().name}{end}").unlink(missing_ok=True)
    assert terminal("show", number, by="elsa").code == 4
    restored = terminal("restore", "kopia.db", "--json").json
    assert (restored["cases"], restored["faults"]) == (1, 0)
    assert terminal("show", number, by="elsa").code == 0
    assert terminal("restore", "finns-inte.db").code in {2, 4}


def test_upgrade_of_what_is_up_to_date(terminal: Terminal) -> None:
    got = terminal("upgrade", "--json").json
    assert (got["from"], got["backup"]) == (got["to"], None)


def test_doctor_finds_a_sound_house_sound(terminal: Terminal) -> None:
    got = terminal("doctor", "--json")
    assert (got.code, {row["check"] for row in got.json if not row["ok"]}) == (0, set())
    assert {row["check"] for row in got.json} == set(CODES)
    assert "inga ärenden att säkerhetskopiera" in terminal("doctor").out


def test_doctor_names_what_is_wrong(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal.submits()
    load_settings(None, os.environ).key_file.chmod(0o644)
    got = terminal("doctor", "--json")
    assert got.code == 5
    assert {(row["check"], row["error"]) for row in got.json if not row["ok"]} >= {("key", "key_unreadable")}
    told = terminal("doctor")
    assert "fel\tkey\tnyckelfilen: " in told.out
    assert "lexheller backup" in told.out  # none has been taken
    monkeypatch.setenv("LEXHELLER_BUSY_TIMEOUT", "länge")
    assert terminal("doctor", language="en").out.startswith("bad\tsettings\t")


def test_running_without_an_installation(newcomer: Terminal) -> None:
    with time_machine.travel(NOON, tick=False):
        for words in (["verify"], ["checkpoint"], ["backup"], ["key", "rotate"], ["key", "copy", "x"], ["upgrade"]):
            got = newcomer(*words)
            assert (got.code, got.out) == (4, ""), words
            assert got.err.strip()
