"""Is what cannot be used refused by file, key and what is allowed?"""

from __future__ import annotations

from pathlib import Path

import pytest

from lexheller import settings
from lexheller.errors import BadSettings
from lexheller.forms.wording import sentences
from lexheller.i18n import words_for
from tests.settings.writing import PATH, refused, written

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
