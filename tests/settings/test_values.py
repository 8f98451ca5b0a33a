"""Are settings read as written, from the file and over it from the environment?"""

from __future__ import annotations

from pathlib import Path

import pytest

from lexheller import settings
from lexheller.deadlines import Term, Unit, Weeks
from lexheller.delivery.server import Security, Server
from lexheller.model.codes import Role
from lexheller.services.office import Promises
from lexheller.settings import load_settings
from tests.settings.writing import PATH, written


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
