"""Is every error told in words, in both languages, with the promised exit code? Most are provoked for real."""

from __future__ import annotations

import importlib
import inspect
import os
import pkgutil
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import lexheller
from lexheller import anonymity, errors
from lexheller.cli import exits
from lexheller.errors import LexHellerError
from lexheller.forms.wording import sentences
from lexheller.i18n.language import LANGUAGES
from lexheller.i18n.words import words_for
from lexheller.model.claim_code import format_code
from lexheller.settings import load_settings
from tests.cli.conftest import Terminal

TEXT = "Ring 19811218-9876."
EVERYTHING: dict[str, dict[str, Any]] = {
    "UnknownStep": {"step": "shar", "known": ("share",)},
    "UnknownField": {"field": "skäll", "where": "solve", "known": ("reason",)},
    "BadValue": {"field": "level", "allowed": ("structure",)},
    "UnreadableFile": {"path": "x.yaml", "why": "missing"}, "UnwritableFile": {"path": "x.html"},
    "NoDriver": {"kind": "mysql"},
    "BadSettings": {"path": "lexheller.toml", "key": "language", "allowed": ("sv", "en")},
    "BadRules": {"path": "rules.toml", "rule": "own-1", "field": "to", "why": "unknown_recipient"},
    "BadProcess": {"process": "lex_heller", "faults": ("closed: cannot be reached",)},
    "UnknownPerson": {"person": "nils"},
    "UnknownName": {"what": "group", "name": "x", "known": ("GBG/natverk",)},
    "Stale": {"number": "GBG-2026-0001", "seen": 1, "now": 2, "step": "share", "actor": "elsa",
              "at": datetime(2026, 3, 2, 11, tzinfo=UTC)},
    "StoreMissing": {"where": "/srv/a.db"}, "StoreCorrupt": {"where": "/srv/a.db"},
    "StoreNewer": {"found": "0009", "known": "0001"}, "StoreOlder": {"found": "0001", "known": "0009"},
    "StoreUnreachable": {"where": "postgresql://h/d"}, "StoreNotEmpty": {"where": "/srv/a.db"},
    "KeyMissing": {"path": "/k"}, "KeyUnreadable": {"path": "/k", "why": "exposed", "mode": "0644"},
    "WrongKey": {"key": "k1"}, "Tampered": {"part": "text", "context": "GBG/1"}, "ListChanged": {"person": "elsa"},
    "NotOpen": {"step": "share", "state": "closed", "why": "state", "sources": ("dialogue",)},
    "NeedsUnmet": {"step": "share", "lacks": ("attested", "group")},
    "GateStopped": {"findings": tuple(("message", f) for f in anonymity.check(TEXT)), "texts": {"message": TEXT}},
    "GateFailed": {"kind": "OSError"},
    "NotPossible": {"why": "same_case"},
    "Untrue": {"faults": ("GBG-2026-0001",)},
    "NotFound": {"what": "case", "name": "GBG-2026-9999"},
    "UnknownLanguage": {"language": "fr", "known": ("sv", "en")},
}  # fmt: skip
"""What the sentences are filled with, by class; the classes not named here carry nothing."""


def every_class() -> Iterator[type[LexHellerError]]:
    for module in pkgutil.walk_packages(lexheller.__path__, "lexheller."):
        if not re.search(r"__main__|i18n\.build|migrations", module.name):
            importlib.import_module(module.name)
    found = [LexHellerError]
    for kind in found:
        found += [sub for sub in kind.__subclasses__() if sub not in found and sub.__module__.startswith("lexheller.")]
    return iter(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_has_a_sentence_of_its_own(language: str) -> None:
    words = words_for(language)
    kinds = list(every_class())
    assert len(kinds) > 30
    for kind in kinds:
        assert words.has(f"error.{kind.code}"), kind
        said = "\n".join(sentences(kind(**EVERYTHING.get(kind.__name__, {})), words))
        assert said.strip()
        assert "{" not in said
        assert kind.__name__ not in said


def test_every_class_of_errors_py_has_a_family() -> None:
    mine = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, LexHellerError)]
    codes = {kind: exits.exit_code(kind()) for kind in mine if kind is not LexHellerError}
    assert set(codes.values()) == {1, 2, 3, 4, 5, 6}
    assert [kind for kind, code in codes.items() if code == exits.OUR_FAULT] == [errors.GateFailed]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_a_sentence(language: str) -> None:
    words = words_for(language)
    source = "\n".join(p.read_text("utf-8") for p in Path(lexheller.__file__).parent.rglob("*.py"))
    for reason in set(re.findall(r'NotPossible\(\s*why="(\w+)"', source)):
        assert words.has(f"refused.{reason}"), reason
    for reason in set(re.findall(r'KeyUnreadable\([^)]*why="(\w+)"', source)):
        assert words.has(f"error.key_unreadable.{reason}"), reason


# --- provoked for real ----------------------------------------------------------------------------------


def database() -> Path:
    return Path(load_settings(None, os.environ).database.removeprefix("sqlite:///"))


def key_file() -> Path:
    return load_settings(None, os.environ).key_file


def said(terminal: Terminal, code: int, *words: str, by: str | None = "elsa", typed: str = "") -> str:
    """Run a command that is refused; nothing on stdout, no trace, the same code in English."""
    got = terminal(*words, by=by, typed=typed)
    assert (got.code, got.out) == (code, ""), got
    assert got.err.strip()
    assert "Traceback" not in got.err
    english = terminal(*words, by=by, typed=typed, language="en")
    assert english.code == code
    assert english.err != got.err
    return got.err


def test_usage(terminal: Terminal) -> None:
    number = terminal.submits()
    assert "Menade du share?" in said(terminal, 2, "do", number, "shar")
    told = said(terminal, 2, "do", number, "solve", "-f", "losningen=x")
    assert "Fältet losningen finns inte i solve (anteckna som löst). Fälten är: Vad löste det (solution), " in told
    told = said(terminal, 2, "do", number, "wait", "-f", "question=Går det bra?", "-f", "until=snart")
    assert "Fältet Till och med (until) kan inte ha det värdet." in told
    assert "structure" in said(terminal, 2, "cases", "--level", "fel")
    states = said(terminal, 2, "cases", "--state", "fel")
    assert "GBG" not in states
    assert "submitted" in states
    assert "scheduled" not in states, "a state of another kind of matter"
    assert "2026-03-31" in said(terminal, 2, "cases", "--since", "i går")
    assert "GBG/natverk" in said(terminal, 2, "do", terminal.attested(), "share", "-f", "group=finns-inte")
    assert "nils" in said(terminal, 2, "cases", by="nils")
    assert "fem grupper om fyra" in said(terminal, 2, "follow", by=None, typed="ABCD")
    assert "Ingen kod kom in" in said(terminal, 2, "follow", by=None, typed="")
    assert "finns inte" in said(terminal, 2, "submit", "finns-inte.yaml")
    assert "SKO" in said(terminal, 2, "--settings", "finns.inte.SKO.toml", "cases", by=None)


def test_a_field_without_a_value_is_usage(terminal: Terminal) -> None:
    got = terminal("do", terminal.submits(), "solve", "-f", "solution", by="elsa")
    assert got.code == 2
    assert "--field" in got.err


@pytest.mark.parametrize("line", ["Ring mig", "3", "[]", "null", '"halv', "[" * 100_000])
def test_a_line_that_is_no_json_string_is_named(terminal: Terminal, line: str) -> None:
    for language, told in (("", "Rad 2 är inte en text i JSON"), ("en", "Line 2 is no text in JSON")):
        got = terminal("check", "--json-lines", typed=f'"Ring 070-174 06 05"\n{line}\n"Mer"\n', language=language)
        assert (got.code, got.out.count("PHONE"), got.out.count("\n")) == (2, 1, 1)
        assert (told in got.err, "Traceback" in got.err) == (True, False)
    assert "UTF-8" in terminal("check", "--json-lines", typed=b'"caf\xe9"\n').err


def test_broken_settings(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEXHELLER_BUSY_TIMEOUT", "länge")
    assert "LEXHELLER_BUSY_TIMEOUT" in said(terminal, 2, "cases")


def test_somebody_was_first(terminal: Terminal) -> None:
    number = terminal.submits()
    terminal.does("olle", number, "open_dialogue")
    told = said(terminal, 3, "do", number, "open_dialogue", "--version", "1")
    assert "dialogen öppnad (olle, 2 mars 2026 12:00)" in told
    assert f"lexheller show {number}" in told


def test_refused_with_every_reason(terminal: Terminal) -> None:
    number = terminal.submits()
    terminal.does("elsa", number, "open_dialogue")
    told = said(terminal, 5, "share", number)
    assert "godkänd avidentifiering" in told
    assert "vilken arbetsgrupp" in told
    told = said(terminal, 5, "decide", number, "--reason", "x")
    assert "Läget är: i dialog" in told
    assert "Det här kan du göra nu: solve, redirect" in told
    terminal.does("elsa", number, "block", where="shared_text")
    assert "spärrat" in said(terminal, 5, "solve", number, "--solution", "Det löste sig.")


def test_a_step_of_another_role_names_the_role(terminal: Terminal) -> None:
    number = terminal.attested()
    terminal.does("elsa", number, "share", group="natverk")
    assert "görs av: deltagare i arbetsgruppen" in said(
        terminal, 5, "classify", number, "--level", "structure", by="olle"
    )


def test_the_same_case_is_no_other(terminal: Terminal) -> None:
    number = terminal.submits()
    assert "det andra ärendets nummer" in said(terminal, 5, "do", number, "same_event", "-f", f"other={number}")


def test_the_gate(terminal: Terminal) -> None:
    number = terminal.submits()
    told = said(terminal, 5, "say", number, "Ring 19811218-9876 så ordnar det sig.")
    assert "Måste bort" in told
    assert "┃ Ring 19811218-9876 så ordnar det sig." in told
    assert "┃      ━━━━━━━━━━━━━" in told
    assert "om det behövs, ungefärlig ålder" in told
    asked = said(terminal, 5, "say", number, "Anna Svensson ringde mig.")
    assert "--vouch" in asked
    assert terminal("say", number, "Anna Svensson ringde mig.", "--vouch", by="elsa").code == 0


def test_a_key_used_for_other_words(terminal: Terminal, tmp_path: Path) -> None:
    form = tmp_path / "a.json"
    form.write_text('{"vad_hande": "Ett besked dröjde.", "partners": "fk", "submitter_org": "af", "contact": "code"}')
    terminal("submit", str(form), "--key", "17", by="elsa")
    form.write_text('{"vad_hande": "Ett annat besked.", "partners": "fk", "submitter_org": "af", "contact": "code"}')
    assert "--key" in said(terminal, 5, "submit", str(form), "--key", "17")


def test_not_found_or_not_yours_is_one_answer(terminal: Terminal) -> None:
    number = terminal.submits()
    missing = said(terminal, 6, "show", "GBG-2026-9999")
    assert said(terminal, 6, "show", number, by="ines") == missing.replace("GBG-2026-9999", number)
    for words in (["can", number], ["do", number, "open_dialogue"], ["say", number, "Hej"], ["similar", number]):
        assert number in said(terminal, 6, *words, by="ines")
    assert "processledaren" in said(terminal, 6, "follow", by=None, typed=format_code(bytes(13)))


def test_a_store_that_cannot_be_used(terminal: Terminal) -> None:
    path = database()
    kept = path.read_bytes()
    path.write_bytes(b"This is no database at all. " * 200)
    assert "skadad" in said(terminal, 4, "cases")
    path.unlink()
    for beside in path.parent.glob(f"{path.name}-*"):
        beside.unlink()
    assert "lexheller init" in said(terminal, 4, "cases")
    path.write_bytes(kept)
    assert terminal("cases", by="elsa").code == 0


def test_a_locked_store(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    number = terminal.submits()
    monkeypatch.setenv("LEXHELLER_BUSY_TIMEOUT", "0")
    with sqlite3.connect(database(), isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "Försök igen" in said(terminal, 4, "open", number)
        other.execute("ROLLBACK")
    assert terminal("open", number, by="elsa").code == 0


def test_a_newer_schema(terminal: Terminal) -> None:
    with sqlite3.connect(database()) as other:
        other.execute("UPDATE schema_version SET version_num = '9999'")
    assert "nyare" in said(terminal, 4, "cases")


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda path: path.unlink(), "finns inte"),
        (lambda path: path.chmod(0o644), "chmod 600"),
        (lambda path: path.write_text("{"), "inte JSON"),
        (lambda path: path.write_text('{"a": 1}'), "ingen nyckelfil"),
        (lambda path: (path.unlink(), path.mkdir()), "ingen vanlig fil"),
    ],
)
def test_a_key_that_cannot_be_used(terminal: Terminal, harm: Callable[[Path], object], told: str) -> None:
    path = key_file()
    harm(path)
    assert told in said(terminal, 4, "cases")


def test_another_installations_key(terminal: Terminal, tmp_path: Path) -> None:
    from lexheller.vault import keyfile

    other = tmp_path / "other.key"
    keyfile.create(other, datetime(2026, 1, 1, tzinfo=UTC))
    shutil.copy(other, key_file())
    assert "hör inte till den här databasen" in said(terminal, 4, "cases")


def test_what_nobody_expected_is_our_fault(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LEXHELLER_DEBUG")

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("19811218-9876")

    monkeypatch.setattr("lexheller.desk.Desk.cases", fails)
    told = said(terminal, 1, "cases")
    assert "RuntimeError" in told
    assert "19811218" not in told


def test_nobody_is_asked_who_they_are(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "somebody-else")
    assert "--as" in said(terminal, 2, "cases", by=None)
    assert "elsa" in said(terminal, 2, "cases")
