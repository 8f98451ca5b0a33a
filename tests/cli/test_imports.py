"""The old sheet from the terminal: shown first, taken in, undone; whatever is wrong told without a word of it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lexheller.app.proving import verify
from lexheller.services.importing import BATCH
from tests.cli.conftest import Terminal

HEAD = "Nr;Datum;Vad hände;Parter;Namn;Status;Återkoppling;Kommentar"
GOOD = "1;2024-05-13;Personen väntade länge på besked.;FK, AF;Anna Svensson;Pågår;;intern"
DONE = "2;14/3 2024;Två myndigheter väntade på varandra.;Kommunen;;Avslutad;De enades.;"
BAD = "3;i våras;Personen 19460324-2012 fick inget besked.;Ekdungen;;Ny;;"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "arket.csv"
    path.write_text(f"{HEAD}\n{GOOD}\n{DONE}\n{BAD}" + "\n", encoding="cp1252")
    return path


def test_a_dry_run_shows_everything_and_stores_nothing(terminal: Terminal, sheet: Path) -> None:
    got = terminal("import", str(sheet), "--dry-run", by="elsa")
    assert got.code == 5
    assert got.out.rstrip("\n").split("\t") == ["", "3", "2", "1", "0", "1"]
    assert "rad 4:" in got.err
    assert "personnummer" in got.err.lower()
    assert "namn och kontaktuppgifter läses aldrig in" in got.err
    assert "Kommentar" in got.err
    for word in ("Anna", "19460324", "Ekdungen", "i våras", "intern"):
        assert word not in got.err + got.out
    assert terminal("cases", "--json", by="elsa").json == []


def test_json_says_the_same_by_code(terminal: Terminal, sheet: Path) -> None:
    got = terminal("import", str(sheet), "--dry-run", "--json", by="elsa")
    assert got.code == 5
    assert got.json["rejected"] == [
        {
            "row": 4,
            "reasons": [
                {"why": "not_a_day", "field": "received", "found": []},
                {"why": "unknown_word", "field": "partners", "found": []},
                {"why": "gate_stop", "field": "what_happened", "found": ["PERSONNUMMER"]},
            ],
        }
    ]
    assert {"heading": "Namn", "field": None, "why": "person"} in got.json["columns"]
    assert {"what": "broad", "field": "partners", "count": 1} in got.json["notes"]
    assert (got.json["run"], got.json["source"], got.json["new"]) == (None, "arket", 2)


def test_it_asks_before_it_does_anything(terminal: Terminal, sheet: Path) -> None:
    no = terminal("import", str(sheet), by="elsa", typed="\n")
    assert (no.code, no.out) == (0, "")
    assert "Läsa in 2 ärenden?" in no.err
    assert terminal("import", str(sheet), by="elsa").code == 2, "nobody there to answer"
    assert terminal("cases", "--json", by="elsa").json == []
    yes = terminal("import", str(sheet), by="elsa", typed="j\n")
    assert yes.code == 5
    assert len(terminal("cases", "--json", by="elsa").json) == 2


def test_taken_in_once_mended_and_undone(terminal: Terminal, sheet: Path) -> None:
    first = terminal("import", str(sheet), "--yes", "--json", by="elsa")
    assert (first.code, first.json["new"], first.json["finished"], first.json["run"]) == (5, 2, 1, "2026-03-02-1")
    rows = {row["number"]: row for row in terminal("cases", "--json", by="elsa").json}
    assert {number: row["state"] for number, row in rows.items()} == {
        "GBG-2024-0001": "submitted", "GBG-2024-0002": "closed",
    }  # fmt: skip
    assert rows["GBG-2024-0002"]["received"] == "2024-03-14"
    mended = BAD.replace("i våras", "2024-06-01").replace("19460324-2012", "som sökte").replace("Ekdungen", "FK")
    sheet.write_text(f"{HEAD}\n{DONE}\n{mended}\n{GOOD}" + "\n", encoding="utf-8")
    again = terminal("import", str(sheet), "--yes", "--json", by="elsa")
    assert (again.code, again.json["new"], again.json["already"]) == (0, 1, 2)
    terminal.does("elsa", "GBG-2024-0001", "open_dialogue")
    undone = terminal("import", "--undo", "2026-03-02-1", "--json", by="elsa")
    assert undone.code == 5
    assert undone.json == {
        "run": "2026-03-02-1",
        "voided": ["GBG-2024-0002"],
        "left": [{"number": "GBG-2024-0001", "why": "needs_unmet"}],
    }
    assert "GBG-2024-0001" in undone.err
    shown = terminal("show", "GBG-2024-0002", "--json", by="elsa").json
    assert [entry["step"] for entry in shown["history"]] == ["import", "solve", "give_feedback", "void"]
    desk = terminal.desk("elsa")
    assert verify(desk.house).faults == ()
    desk.close()


def test_a_mapping_file_lets_everything_in(terminal: Terminal, sheet: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "karta.yaml"
    mapping.write_text(
        "columns:\n  Kommentar: tried\n  Datum:\nwords:\n  partners:\n    Ekdungen: primary_care\n", encoding="utf-8"
    )
    got = terminal("import", str(sheet), "--mapping", str(mapping), "--dry-run", "--json", by="elsa")
    assert [reason["why"] for reason in got.json["rejected"][0]["reasons"]] == ["gate_stop"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ([], 2, "Ange ett ark"),
        (["{sheet}", "--undo", "2026-03-02-1"], 2, "Ange ett ark"),
        (["{folder}/borta.csv", "--yes"], 2, "finns inte"),
        (["{folder}/gammal.xls", "--yes"], 2, "äldre"),
        (["{folder}/arket.pdf", "--yes"], 2, "inget ark"),
        (["{sheet}", "--mapping", "{folder}/fel.yaml", "--yes"], 2, "Kartan nämner fältet gissa"),
        (["{sheet}", "--mapping", "{folder}/borta.yaml", "--yes"], 2, "Kartan nämner rubriken Borta"),
        (["{sheet}", "--federation", "INS", "--yes"], 6, "INS"),
        (["{sheet}", "--source", "Anna Svensson", "--yes"], 5, "Anna"),
        (["--undo", "2020-01-01-1"], 6, "2020-01-01-1"),
    ],
)
def test_what_is_wrong_is_told_with_its_code(
    terminal: Terminal, sheet: Path, words: list[str], code: int, told: str
) -> None:
    folder = sheet.parent
    (folder / "fel.yaml").write_text("Datum: gissa\n", encoding="utf-8")
    (folder / "borta.yaml").write_text("Borta: title\n", encoding="utf-8")
    (folder / "gammal.xls").write_bytes(b"x")
    (folder / "arket.pdf").write_bytes(b"x")
    got = terminal("import", *(word.format(sheet=sheet, folder=folder) for word in words), by="elsa")
    assert got.code == code, got.err
    assert told in got.err
    assert got.out == ""


def test_only_a_process_leader_may(terminal: Terminal, sheet: Path) -> None:
    got = terminal("import", str(sheet), "--yes", by="birgitta")
    assert got.code == 5
    assert "processledare" in got.err


def test_it_speaks_english_too(terminal: Terminal, sheet: Path) -> None:
    got = terminal("import", str(sheet), "--dry-run", by="elsa", language="en")
    assert "names and contact details are never taken in" in got.err


def test_killed_in_the_middle_it_goes_on_and_nothing_comes_twice(terminal: Terminal, tmp_path: Path) -> None:
    rows = 4 * BATCH
    lines = [
        f"{n};2024-05-13;Personen väntade länge på besked nummer {n}.;FK;;Avslutad;De enades.;" for n in range(rows)
    ]
    sheet = tmp_path / "stort.csv"
    sheet.write_text("\n".join((HEAD, *lines)) + "\n", encoding="utf-8")
    database = Path(os.environ["XDG_DATA_HOME"]) / "lexheller" / "lexheller.db"
    assert database.exists()
    line = [
        sys.executable,
        "-c",
        "from lexheller.cli.main import main; main()",
        "--as",
        "elsa",
        "import",
        str(sheet),
        "--yes",
    ]
    process = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with sqlite3.connect(database, timeout=10) as reader:
        until = time.monotonic() + 60
        while time.monotonic() < until and not reader.execute("SELECT count(*) FROM import_rows").fetchone()[0]:
            time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    with sqlite3.connect(database) as reader:
        there = reader.execute("SELECT count(*) FROM cases").fetchone()[0]
    assert 0 < there < rows
    assert there % BATCH == 0
    got = terminal("import", str(sheet), "--yes", "--json", by="elsa")
    assert (got.code, got.json["already"], got.json["new"]) == (0, there, rows - there)
    with sqlite3.connect(database) as reader:
        assert reader.execute("SELECT count(*), count(DISTINCT number) FROM cases").fetchone() == (rows, rows)
        assert reader.execute("SELECT count(DISTINCT run) FROM import_rows").fetchone() == (1,)


def test_a_finished_row_has_the_days_and_words_of_the_sheet(terminal: Terminal, tmp_path: Path) -> None:
    """Nothing was received or finished on the day of the import, and the day it was told is what the sheet is for."""
    path = tmp_path / "klart.csv"
    row = "2;14/3 2024;Två myndigheter väntade på varandra.;FK;De möttes.;De enades om en väg in.;2024-06-20"
    path.write_text(f"Nr;Datum;Vad hände;Parter;Åtgärd;Återkoppling;Återkopplat datum\n{row}\n", encoding="utf-8")
    assert terminal("import", str(path), by="elsa", typed="j\n").code == 0
    number = terminal("cases", "--json", by="elsa").json[0]["number"]
    shown = terminal("show", number, by="elsa").out
    assert "Mottaget 14 mars" in shown
    assert "Klart 20 juni" in shown
    assert "Återkoppling  på telefon 20 juni 2024" in shown
    assert "De enades om en väg in." in shown
    assert "mars 2026" not in shown
    told = terminal("show", number, "--json", by="elsa").json
    assert told["told"] == {"how": "phone", "on": "2024-06-20"}
    assert told["feedback"] == "De enades om en väg in."
