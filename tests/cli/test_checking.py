"""`lexheller check`: files and pipes, one or several; marked, as JSON, or rewritten; and what may belong elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from lexheller.cli.reading import read_text
from tests.cli.conftest import Terminal

NAMED = "Ring Fatima Yusuf på 070-174 06 05.\n"
CLEAN = "Handläggaren svarar inte på mejl.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    named, clean = tmp_path / "brev.txt", tmp_path / "rent.txt"
    named.write_text(NAMED, encoding="utf-8")
    clean.write_text(CLEAN, encoding="utf-8")
    return str(named), str(clean)


def test_a_pipe_is_read(terminal: Terminal) -> None:
    got = terminal("check", typed=NAMED)
    assert got.code == 5
    assert "━━━" in got.out
    assert "┄┄┄" in got.out
    assert terminal("check", typed=CLEAN).code == 0


def test_several_files_are_told_apart(terminal: Terminal, files: tuple[str, str]) -> None:
    got = terminal("check", *files)
    assert got.code == 5
    assert [line for line in got.out.splitlines() if line in files] == list(files)
    told = terminal("check", "--json", *files).json
    assert {row["file"] for row in told} == {files[0]}
    assert [row["type"] for row in told] == ["PERSON", "PHONE"]


def test_json_says_what_and_why_and_never_repeats_it(terminal: Terminal, files: tuple[str, str]) -> None:
    got = terminal("check", "--json", files[0])
    assert got.code == 5
    assert set(got.json[0]) == {"start", "end", "type", "strength", "rule", "looks_like", "why", "suggestion"}
    assert "Fatima" not in got.out
    assert "070" not in got.out


def test_a_rewritten_text_comes_alone_and_passes(terminal: Terminal, files: tuple[str, str], tmp_path: Path) -> None:
    got = terminal("check", "--rewrite", files[0])
    assert (got.code, got.out) == (5, "Ring klienten på (telefonnummer borttaget).\n")
    again = tmp_path / "nytt.txt"
    again.write_text(got.out, encoding="utf-8")
    assert terminal("check", str(again)).code == 0
    clean = terminal("check", "--rewrite", files[1])
    assert (clean.code, clean.out) == (0, read_text(Path(files[1])))
    assert terminal("check", "--rewrite", "--json", files[0]).json == {"text": got.out}


@pytest.mark.parametrize(("language", "said"), [("sv", "överklagar"), ("en", "asks for a review or appeals")])
def test_another_channel_is_told_beside_and_stops_nothing(terminal: Terminal, language: str, said: str) -> None:
    got = terminal("check", typed="Tiden att överklaga går ut på fredag.", language=language)
    assert got.code == 0
    assert got.out == ""
    assert said in " ".join(got.err.split())


def test_submitting_tells_of_the_other_channel_too(terminal: Terminal, tmp_path: Path) -> None:
    form = tmp_path / "arende.yaml"
    form.write_text(
        "what_happened: Barnet far illa medan två verksamheter väntar på varandra.\n"
        "partners: [fk]\nsubmitter_org: school\ncontact: code\n",
        encoding="utf-8",
    )
    got = terminal("submit", str(form), "--json")
    assert got.code == 0, got.err
    assert "orosanmälan" in " ".join(got.err.split())
    assert "far illa medan" not in got.err
    assert "”" not in got.err  # what a script writes may end in a log


def test_a_combination_is_told_with_its_kinds(terminal: Terminal) -> None:
    got = terminal("check", typed="Den 34-årige renskötaren i Arjeplog har MS.\n", language="en")
    assert "age + place + diagnosis + occupation" in " ".join(got.out.split())
    assert "looks like a person" not in got.out
