"""Are settings read as written, and is what cannot be used refused by file, key and what is allowed?"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lexheller import settings
from lexheller.deadlines import Term, Unit, Weeks
from lexheller.delivery.server import Security, Server
from lexheller.errors import BadSettings, UnreadableFile
from lexheller.forms.wording import sentences
from lexheller.i18n import words_for
from lexheller.model.codes import Role
from lexheller.services.office import Promises
from lexheller.settings import load_settings

DOCS = Path(__file__).parent.parent / "docs" / "settings.md"
PATH = {"PATH": "/usr/bin"}


def written(folder: Path, text: str) -> Path:
    path = folder / "lexheller.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refused(path: Path | None, environ: dict[str, str]) -> dict[str, Any]:
    with pytest.raises(BadSettings) as caught:
        load_settings(path, environ)
    return dict(caught.value.data)


# --- without a file -----------------------------------------------------------------------------------


def test_nothing_needs_to_be_set(home: Path) -> None:
    found = load_settings(None, PATH)
    assert found.source is None
    assert found.database == f"sqlite:///{home}/.local/share/lexheller/lexheller.db"
    assert found.key_file == home / ".config/lexheller/lexheller.key"
    assert found.checkpoints == home / ".config/lexheller/checkpoints"
    assert found.backups == home / ".local/share/lexheller/backups"
    assert (found.language, found.rules, found.rests, found.disposal_decision) == ("sv", None, (), "")
    assert (found.reopen_days, found.reopen_months) == (30, 12)
    days = tuple(Term(n, Unit.DAYS) for n in (60, 14, 30))
    assert found.promises == Promises(Term(5, Unit.WORKING_DAYS), *days)


def test_the_key_lies_apart_from_the_data() -> None:
    found = load_settings(None, PATH)
    data = Path(found.database.removeprefix("sqlite:///")).parent
    assert data not in found.key_file.parents
    assert data in found.backups.parents


def test_a_password_in_the_url_is_not_shown() -> None:
    found = load_settings(None, {"LEXHELLER_DATABASE": "postgresql+psycopg://elsa:hemligt@db/lexheller"})
    assert "hemligt" in found.database
    assert "hemligt" not in repr(found)


# --- where the file is --------------------------------------------------------------------------------


def test_the_usual_file_is_in_the_configuration_folder(home: Path) -> None:
    folder = home / ".config/lexheller"
    folder.mkdir(parents=True)
    path = written(folder, 'language = "en"')
    assert settings.default_file() == path
    found = load_settings(None, PATH)
    assert (found.language, found.source) == ("en", path)


def test_a_file_in_the_current_folder_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, 'language = "en"')
    monkeypatch.chdir(tmp_path)
    assert load_settings(None, PATH).language == "sv"


def test_a_variable_names_the_file_and_an_argument_goes_before_it(tmp_path: Path) -> None:
    english, other = tmp_path / "english.toml", tmp_path / "other.toml"
    english.write_text('language = "en"')
    other.write_text("busy_timeout = 3")
    assert load_settings(None, {"LEXHELLER_SETTINGS": str(english)}).language == "en"
    assert load_settings(other, {"LEXHELLER_SETTINGS": str(english)}).busy_timeout == 3


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    missing = tmp_path / "missing.toml"
    for path, environ in ((missing, PATH), (None, {"LEXHELLER_SETTINGS": str(missing)})):
        with pytest.raises(UnreadableFile) as caught:
            load_settings(path, environ)
        assert caught.value.data == {"path": str(missing), "why": "missing"}
    with pytest.raises(UnreadableFile) as caught:
        load_settings(tmp_path, PATH)
    assert caught.value.data == {"path": str(tmp_path), "why": "folder"}


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lexheller.toml"
    path.write_bytes('areas = ["Göteborg"]'.encode("cp1252"))
    with pytest.raises(UnreadableFile) as caught:
        load_settings(path, PATH)
    assert caught.value.data["why"] == "encoding"


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    path.chmod(0)
    with pytest.raises(UnreadableFile):
        load_settings(path, PATH)


def test_toml_that_is_none_is_refused_with_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, 'language = "sv"\nbusy_timeout 3\n')
    with pytest.raises(UnreadableFile) as caught:
        load_settings(path, PATH)
    assert caught.value.data == {"path": str(path), "why": "broken_at", "line": 2}


@pytest.mark.parametrize(
    ("key", "environ"),
    [
        ("mail.sender", {"LEXHELLER_MAIL_HOST": "localhost"}),
        ("mail.sender", {"LEXHELLER_MAIL_HOST": "localhost", "LEXHELLER_MAIL_SENDER": "Elsa <a@example.org>"}),
        (
            "mail.password_file",
            {
                "LEXHELLER_MAIL_HOST": "localhost",
                "LEXHELLER_MAIL_SENDER": "a@example.org",
                "LEXHELLER_MAIL_PASSWORD_FILE": "/finns/inte",
            },
        ),
    ],
)
def test_mail_that_could_not_be_sent_is_refused_at_once(key: str, environ: dict[str, str]) -> None:
    assert refused(None, environ)["key"] == key


def test_toml_that_breaks_off_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "areas = [")
    with pytest.raises(UnreadableFile) as caught:
        load_settings(path, PATH)
    assert caught.value.data == {"path": str(path), "why": "broken"}


# --- what is written ----------------------------------------------------------------------------------

EVERYTHING = """
database = "sqlite:////srv/lexheller.db"
key_file = "/etc/lexheller/lexheller.key"
checkpoints = "~/elsewhere"
backups = "kept"
rules = "rules.toml"
language = "en"
busy_timeout = 3
few_alike = 8
areas = ["Göteborg", "Mölndal"]
[deadlines]
first_contact = "3 arbetsdagar"
answer = "2 months"
feedback = "7 days"
interim = "20 days"
rests = ["v 28-31"]
[disposal]
decision = "Styrelsen 2026-03-12 § 14"
[library]
days = 45
[reopening]
days = 10
months = 6
[web]
address = "https://lexheller.example.org/"
proxy = "127.0.0.1"
[sign_in]
codes_for = ["registrar"]
[mail]
host = "smtp.example.org"
port = 2525
security = "none"
user = "lexheller"
password_file = "mail.password"
sender = "lexheller@example.org"
[themes.night_shelters]
sv = "Nattplatser"
en = "Night shelters"
[target_groups]
seafarers = { sv = "Sjöfolk", en = "Seafarers" }
[role_names.process_leader]
sv = "samverkanskoordinator"
en = "coordinator"
"""


def test_everything_can_be_set_in_the_file(tmp_path: Path, home: Path) -> None:
    path = written(tmp_path, EVERYTHING)
    (tmp_path / "mail.password").write_text("hemligt ord\n", encoding="utf-8")
    assert load_settings(path, PATH) == settings.Settings(
        source=path,
        database="sqlite:////srv/lexheller.db",
        key_file=Path("/etc/lexheller/lexheller.key"),
        checkpoints=home / "elsewhere",
        backups=tmp_path / "kept",
        language="en",
        rules=tmp_path / "rules.toml",
        few_alike=8,
        busy_timeout=3,
        promises=Promises(Term(3, Unit.WORKING_DAYS), Term(2, Unit.MONTHS), Term(7, Unit.DAYS), Term(20, Unit.DAYS)),
        rests=(Weeks(28, 31),),
        disposal_decision="Styrelsen 2026-03-12 § 14",
        reopen_days=10,
        reopen_months=6,
        library_days=45,
        themes={"night_shelters": {"sv": "Nattplatser", "en": "Night shelters"}},
        target_groups={"seafarers": {"sv": "Sjöfolk", "en": "Seafarers"}},
        areas=("Göteborg", "Mölndal"),
        role_names={"process_leader": {"sv": "samverkanskoordinator", "en": "coordinator"}},
        codes_for=(Role.REGISTRAR,),
        address="https://lexheller.example.org",
        proxy="127.0.0.1",
        mail=Server("smtp.example.org", "lexheller@example.org", 2525, Security.NONE, "lexheller", "hemligt ord"),
    )


ENVIRONMENT = {
    "LEXHELLER_DATABASE": "postgresql+psycopg://elsa@db/other",
    "LEXHELLER_KEY_FILE": "/other/key",
    "LEXHELLER_CHECKPOINTS": "/other/checkpoints",
    "LEXHELLER_BACKUPS": "/other/backups",
    "LEXHELLER_RULES": "/other/rules.toml",
    "LEXHELLER_LANGUAGE": "sv",
    "LEXHELLER_BUSY_TIMEOUT": "0.5",
    "LEXHELLER_FEW_ALIKE": "0",
    "LEXHELLER_AREAS": "Kungälv, Ale",
    "LEXHELLER_DEADLINES_FIRST_CONTACT": "1 working_days",
    "LEXHELLER_DEADLINES_ANSWER": "1 days",
    "LEXHELLER_DEADLINES_FEEDBACK": "2 days",
    "LEXHELLER_DEADLINES_INTERIM": "3 days",
    "LEXHELLER_DEADLINES_RESTS": "v 27, v 52-1",
    "LEXHELLER_DISPOSAL_DECISION": "§ 2",
    "LEXHELLER_REOPENING_DAYS": "1",
    "LEXHELLER_LIBRARY_DAYS": "46",
    "LEXHELLER_REOPENING_MONTHS": "2",
    "LEXHELLER_WEB_ADDRESS": "http://localhost:8000",
    "LEXHELLER_WEB_PROXY": "::1",
    "LEXHELLER_SIGN_IN_CODES_FOR": "administrator, partner",
    "LEXHELLER_MAIL_HOST": "localhost",
    "LEXHELLER_MAIL_PORT": "1025",
    "LEXHELLER_MAIL_SECURITY": "tls",
    "LEXHELLER_MAIL_USER": "elsa",
    "LEXHELLER_MAIL_PASSWORD": "glömt",
    "LEXHELLER_MAIL_PASSWORD_FILE": "/other/password",
    "LEXHELLER_MAIL_SENDER": "elsa@example.org",
    "LEXHELLER_THEMES": '{ ferries = { sv = "Färjor", en = "Ferries" } }',
    "LEXHELLER_TARGET_GROUPS": '{ pilots = { sv = "Lotsar", en = "Pilots" } }',
    "LEXHELLER_ROLE_NAMES": '{ registrar = { sv = "arkivarie", en = "archivist" } }',
}


def test_the_environment_wins_over_the_file_key_by_key(tmp_path: Path) -> None:
    path = written(tmp_path, EVERYTHING)
    other = tmp_path / "other.password"
    other.write_text("annat", encoding="utf-8")
    (tmp_path / "mail.password").write_text("hemligt ord", encoding="utf-8")
    found = load_settings(path, ENVIRONMENT | {"LEXHELLER_MAIL_PASSWORD_FILE": str(other)})
    assert found == settings.Settings(
        source=path,
        database="postgresql+psycopg://elsa@db/other",
        key_file=Path("/other/key"),
        checkpoints=Path("/other/checkpoints"),
        backups=Path("/other/backups"),
        language="sv",
        rules=Path("/other/rules.toml"),
        busy_timeout=0.5,
        promises=Promises(Term(1, Unit.WORKING_DAYS), Term(1, Unit.DAYS), Term(2, Unit.DAYS), Term(3, Unit.DAYS)),
        rests=(Weeks(27, 27), Weeks(52, 1)),
        disposal_decision="§ 2",
        reopen_days=1,
        reopen_months=2,
        few_alike=0,
        library_days=46,
        themes={"ferries": {"sv": "Färjor", "en": "Ferries"}},
        target_groups={"pilots": {"sv": "Lotsar", "en": "Pilots"}},
        areas=("Kungälv", "Ale"),
        role_names={"registrar": {"sv": "arkivarie", "en": "archivist"}},
        codes_for=(Role.ADMINISTRATOR, Role.PARTNER),
        address="http://localhost:8000",
        proxy="::1",
        mail=Server("localhost", "elsa@example.org", 1025, Security.TLS, "elsa", "annat"),
    )
    assert load_settings(path, {"LEXHELLER_REOPENING_DAYS": "1"}).reopen_months == 6


def test_every_key_has_its_variable() -> None:
    assert {settings.variable(key) for key in settings.KEYS} == set(ENVIRONMENT)


@pytest.mark.parametrize("name", ["LEXHELLER_DEBUG", "LEXHELLER_SOAK"])
def test_variables_that_are_no_settings_are_let_be(name: str) -> None:
    assert load_settings(None, {name: "1"}) == load_settings(None, PATH)


def test_a_language_may_name_its_region() -> None:
    assert load_settings(None, {"LEXHELLER_LANGUAGE": "en_GB"}).language == "en"


def test_an_empty_variable_sets_nothing() -> None:
    assert load_settings(None, {"LEXHELLER_LANGUAGE": " "}).language == "sv"


def test_paths_and_files_of_a_variable_are_relative_to_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    path = written(tmp_path, 'key_file = "the.key"\ndatabase = "sqlite:///the.db?timeout=3"')
    monkeypatch.chdir(tmp_path / "here")
    in_file = load_settings(path, PATH)
    assert (in_file.key_file, in_file.database) == (tmp_path / "the.key", f"sqlite:///{tmp_path}/the.db?timeout=3")
    environ = {"LEXHELLER_KEY_FILE": "the.key", "LEXHELLER_DATABASE": "sqlite:///the.db"}
    outside = load_settings(path, environ)
    assert (outside.key_file, outside.database) == (tmp_path / "here/the.key", f"sqlite:///{tmp_path}/here/the.db")


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "sqlite:////a/b.db", "postgresql+psycopg:///db"])
def test_other_urls_stay_as_they_are(url: str) -> None:
    assert load_settings(None, {"LEXHELLER_DATABASE": url}).database == url


def test_the_password_of_the_mail_server_is_not_shown() -> None:
    environ = {"LEXHELLER_MAIL_HOST": "localhost", "LEXHELLER_MAIL_SENDER": "a@example.org"}
    found = load_settings(None, environ | {"LEXHELLER_MAIL_PASSWORD": "kajakväska"})
    assert found.mail is not None
    assert found.mail.password == "kajakväska"
    assert "kajakväska" not in repr(found)


# --- what is refused ----------------------------------------------------------------------------------

WRONG = {
    "database": '"lexheller.db"',
    "key_file": "3",
    "checkpoints": "true",
    "backups": "[]",
    "rules": "{}",
    "language": '"fi"',
    "busy_timeout": "-1",
    "few_alike": "101",
    "areas": '["Göteborg", ""]',
    "deadlines": '"soon"',
    "deadlines.first_contact": '"soon"',
    "deadlines.answer": "60",
    "deadlines.feedback": '"14"',
    "deadlines.interim": '"30 hours"',
    "deadlines.rests": '["July"]',
    "disposal": "true",
    "disposal.decision": "2026-03-12",
    "library": "3",
    "library.days": "-1",
    "reopening": "3",
    "reopening.days": "1.5",
    "reopening.months": "121",
    "web": "true",
    "web.address": '"lexheller.example.org"',
    "web.proxy": '"proxy.example.org"',
    "sign_in": "[]",
    "sign_in.codes_for": '["boss"]',
    "mail": '"smtp.example.org"',
    "mail.host": "25",
    "mail.port": "65536",
    "mail.security": '"ssl"',
    "mail.user": "1",
    "mail.password": "1",
    "mail.password_file": "1",
    "mail.sender": "1",
    "themes": '{ "Å" = { sv = "a", en = "a" } }',
    "target_groups": '{ a = { sv = "a", en = "" } }',
    "role_names": '{ boss = { sv = "a", en = "a" } }',
}


def test_each_key_is_tried_with_something_wrong() -> None:
    assert set(WRONG) == set(settings.ALLOWED)


@pytest.mark.parametrize("key", WRONG)
def test_a_value_that_cannot_be_used_is_named_with_what_is_allowed(key: str, tmp_path: Path) -> None:
    section, _, name = key.rpartition(".")
    path = written(tmp_path, f"[{section}]\n{name} = {WRONG[key]}" if section else f"{name} = {WRONG[key]}")
    assert refused(path, PATH) == {"path": str(path), "key": key, "allowed": settings.ALLOWED[key]}


@pytest.mark.parametrize(
    ("name", "value", "key"),
    [
        ("LEXHELLER_LANGUAGE", "fi", "language"),
        ("LEXHELLER_BUSY_TIMEOUT", "long", "busy_timeout"),
        ("LEXHELLER_DEADLINES_ANSWER", "soon", "deadlines.answer"),
        ("LEXHELLER_FEW_ALIKE", "many", "few_alike"),
        ("LEXHELLER_REOPENING_DAYS", "1.5", "reopening.days"),
        ("LEXHELLER_REOPENING_DAYS", "-1", "reopening.days"),
        ("LEXHELLER_THEMES", "ferries", "themes"),
        ("LEXHELLER_DATABASE", "lexheller.db", "database"),
    ],
)
def test_a_wrong_variable_is_named_itself(name: str, value: str, key: str, tmp_path: Path) -> None:
    path = written(tmp_path, "busy_timeout = 3")
    assert refused(path, {name: value}) == {"path": name, "key": key, "allowed": settings.ALLOWED[key]}


@pytest.mark.parametrize(
    ("text", "key", "allowed"),
    [
        ('langauge = "sv"', "langauge", "language"),
        ('[deadlines]\nanswers = "60 days"', "deadlines.answers", "deadlines.answer"),
        ("[limits]\na = 1", "limits", "deadlines"),
        ('[themes.ferries]\nsv = "Färjor"\nen = "Ferries"\nfi = "Lautat"', "themes.*.fi", "sv"),
        ('[role_names.registrar]\nsv = "a"\nen = "b"\nno = "c"', "role_names.*.no", "en"),
    ],
)
def test_an_unknown_key_is_refused_with_those_there_are(text: str, key: str, allowed: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    found = refused(path, PATH)
    assert (found["path"], found["key"]) == (str(path), key)
    assert allowed in found["allowed"]


def test_every_wrong_key_of_a_file_is_named_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, 'langauge = "sv"\nbusy_timeout = "x"\n[deadlines]\nanswer = "snart"\nrests = ["v 99"]\n')
    found = refused(path, PATH)
    assert {found["key"], *found["also"]} == {"langauge", "busy_timeout", "deadlines.answer", "deadlines.rests"}
    assert found["why"] == "several"
    assert all(key in sentences(BadSettings(**found), words_for("sv"))[0] for key in found["also"])


def test_a_variable_that_is_like_none_is_told_all_there_are() -> None:
    assert {"LEXHELLER_SETTINGS", "LEXHELLER_DEBUG"} <= set(refused(None, {"LEXHELLER_FOO": "1"})["allowed"])


def test_a_misspelt_variable_is_refused() -> None:
    found = refused(None, {"LEXHELLER_DATABSE": "sqlite:////srv/a.db"})
    assert (found["path"], found["key"]) == ("LEXHELLER_*", "LEXHELLER_DATABSE")
    assert found["allowed"][0] == "LEXHELLER_DATABASE"
    assert len(found["allowed"]) <= 3
    assert len(refused(None, {"LEXHELLER_ÖÖÖÖÖÖÖÖÖÖÖÖÖÖÖÖ": "1"})["allowed"]) == len(settings.KEYS) + 2


def test_a_variable_cannot_go_into_what_the_file_says_is_no_section(tmp_path: Path) -> None:
    path = written(tmp_path, "reopening = 3")
    assert refused(path, {"LEXHELLER_REOPENING_DAYS": "1"})["key"] == "reopening"


@pytest.mark.parametrize(("section", "code"), [("themes", "sip"), ("target_groups", "violence")])
def test_the_shared_core_keeps_its_words(section: str, code: str, tmp_path: Path) -> None:
    path = written(tmp_path, f'[{section}.{code}]\nsv = "annat"\nen = "other"')
    assert refused(path, PATH)["key"] == f"{section}.{code}"


# --- the docs -----------------------------------------------------------------------------------------


def rows() -> dict[str, list[str]]:
    found = [line.strip("|").split("|") for line in DOCS.read_text("utf-8").splitlines() if line.startswith("| `")]
    return {cells[0].strip(" `"): [cell.strip() for cell in cells[1:]] for cells in found}


def test_the_docs_name_every_setting_and_no_other() -> None:
    assert set(rows()) == set(settings.KEYS) == set(settings.written_keys())


@pytest.mark.parametrize("key", settings.KEYS)
def test_the_docs_say_a_sentence_of_each(key: str) -> None:
    variable, default, sentence = rows()[key]
    assert variable == f"`{settings.variable(key)}`"
    assert default
    assert re.fullmatch(r"[A-Z].{20,}\.", sentence)


def test_the_defaults_in_the_docs_are_the_real_ones() -> None:
    quoted = {key: cells[1].strip("`") for key, cells in rows().items() if cells[1].startswith("`")}
    plain = {key: value for key, value in quoted.items() if " in the " not in value}
    as_if_set = {settings.variable(key): value for key, value in plain.items()}
    assert {"language", "busy_timeout", "deadlines.answer", "reopening.months"} <= set(plain)
    assert load_settings(None, as_if_set) == load_settings(None, PATH)


def test_the_whole_file_of_the_docs_is_read(tmp_path: Path) -> None:
    block = DOCS.read_text("utf-8").partition("```toml\n")[2].partition("```")[0]
    found = load_settings(written(tmp_path, block), PATH)
    assert found.rests[0].holds(date(2026, 7, 15))
    assert {"night_shelters"} == set(found.themes)
