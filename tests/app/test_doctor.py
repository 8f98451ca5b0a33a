"""Is each fault found that can be made on a real machine? Every one here is made for real."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, text

from lexheller.app import House, make_house
from lexheller.app.doctor import CODES, Check, doctor
from lexheller.app.keeping import backup, rotate_keys
from lexheller.errors import (
    BadRules,
    BadSettings,
    KeyMissing,
    KeyUnreadable,
    LexHellerError,
    StoreCorrupt,
    StoreMissing,
    StoreNewer,
    WrongKey,
)
from lexheller.services import accounts, own_words, submissions
from lexheller.services.ports import UnitOfWork
from lexheller.settings import Settings, load_settings
from lexheller.storage import open_store
from lexheller.storage.soundness import unsafe_settings
from lexheller.vault import keyfile
from tests.app.conftest import FOUNDING
from tests.factories import NOON, a_form
from tests.house import Clock


@pytest.fixture
def environ() -> dict[str, str]:
    return {}


@pytest.fixture
def checked(house: House, environ: dict[str, str], clock: Clock) -> Callable[[], dict[str, Check]]:
    """Have the doctor look, and give the checks by code."""

    def look() -> dict[str, Check]:
        found = doctor(None, environ, clock)
        assert len({check.code for check in found}) == len(found)
        return {check.code: check for check in found}

    assert house.installation
    return look


Looks = Callable[[], dict[str, Check]]


def faults(checks: dict[str, Check]) -> dict[str, Check]:
    return {code: check for code, check in checks.items() if not check.ok}


def only(checks: dict[str, Check], code: str) -> Check:
    """Give the one fault there is."""
    found = faults(checks)
    assert set(found) == {code}
    return found[code]


def met(check: Check, kind: type[LexHellerError]) -> LexHellerError:
    assert isinstance(check.error, kind)
    return check.error


def with_a_case(house: House, contact: str = "code") -> None:
    form = submissions.read_form(a_form(contact=contact))
    house.store.write(lambda uow: submissions.submit(uow, house.office, form, submissions.Submitting("GBG")))


def database_of(house: House) -> Path:
    assert house.store.place is not None
    return house.store.place


# --- nothing wrong ------------------------------------------------------------------------------------


def test_a_new_house_is_in_order_and_every_check_is_made(checked: Looks, house: House) -> None:
    found = checked()
    assert faults(found) == {}
    assert tuple(code for code in CODES if code in found) == CODES == tuple(sorted(found, key=CODES.index))
    assert found["database"].detail == str(database_of(house))
    assert int(found["rules"].detail) > 20


def test_by_the_real_clock_too(house: House) -> None:
    assert house.installation
    checks = {check.code: check for check in doctor(None, {})}
    assert checks["clock"].ok == (datetime.now(UTC).year >= 2026)


def invites(house: House, **changed: object) -> None:
    """Invite whoever there is, or make it so that they are not there any more."""

    def work(uow: UnitOfWork) -> None:
        for person in uow.people.persons():
            accounts.invite(uow, house.office, person)
            uow.people.put_person(replace(person, **changed))  # type: ignore[arg-type]  # what of a person changes

    house.store.write(work)


def test_people_who_are_invited_to_a_web_that_is_not_installed_are_told_of(
    checked: Looks, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lexheller.app.doctor.find_spec", lambda _name: None)
    assert faults(checked()) == {}
    invites(house)
    assert only(checked(), "web").detail == ""
    invites(house, active=False)
    assert faults(checked()) == {}


# --- settings, rules ----------------------------------------------------------------------------------


def test_settings_that_cannot_be_read_stop_everything_else(checked: Looks, environ: dict[str, str]) -> None:
    environ["LEXHELLER_LANGUAGE"] = "fi"
    found = checked()
    assert set(found) == {"settings"}
    met(only(found, "settings"), BadSettings)


def test_rules_that_cannot_be_read(checked: Looks, environ: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text('[[rule]]\nname = "own"\n')
    environ["LEXHELLER_RULES"] = str(tmp_path / "rules.toml")
    met(only(checked(), "rules"), BadRules)


def test_rules_may_name_a_theme_that_an_administrator_has_added(
    house: House, checked: Looks, environ: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "rules.toml").write_text(
        '[[rule]]\nname = "own"\nwhen = { themes = ["ferries"] }\nto = { managers = true }\nbecause = "Därför."\n',
        encoding="utf-8",
    )
    environ["LEXHELLER_RULES"] = str(tmp_path / "rules.toml")
    met(only(checked(), "rules"), BadRules)
    words = {"sv": "Färjor", "en": "Ferries"}
    house.store.write(lambda uow: own_words.put_theme(uow, "GBG", words, NOON, settled={}))
    assert not faults(checked())


# --- the key ------------------------------------------------------------------------------------------


def test_a_key_file_that_is_gone(checked: Looks, settings: Settings) -> None:
    settings.key_file.unlink()
    met(only(checked(), "key"), KeyMissing)


def test_a_key_file_that_others_can_read(checked: Looks, settings: Settings) -> None:
    settings.key_file.chmod(0o640)
    assert met(only(checked(), "key"), KeyUnreadable).data["why"] == "exposed"


def test_another_installations_key_file(checked: Looks, settings: Settings) -> None:
    settings.key_file.unlink()
    keyfile.create(settings.key_file, NOON)
    met(only(checked(), "belongs"), WrongKey)


def test_a_key_file_from_before_the_last_rotation(
    checked: Looks, settings: Settings, house: House, tmp_path: Path
) -> None:
    with_a_case(house, contact="031-3900650")
    backup(house)
    keyfile.load(settings.key_file).copy(tmp_path / "older.key")
    rotate_keys(house)
    assert faults(checked()) == {}
    (tmp_path / "older.key").replace(settings.key_file)
    assert only(checked(), "belongs").detail == str(settings.key_file)


@pytest.mark.parametrize("below", ["", "keys"])
def test_a_key_beside_the_data(below: str, checked: Looks, environ: dict[str, str], house: House) -> None:
    folder = database_of(house).parent
    (folder / below).mkdir(exist_ok=True)
    moved = house.settings.key_file.rename(folder / below / "lexheller.key")
    environ["LEXHELLER_KEY_FILE"] = str(moved)
    assert only(checked(), "apart").detail == str(folder)


def test_a_key_beside_the_data_by_a_link(checked: Looks, environ: dict[str, str], house: House, tmp_path: Path) -> None:
    """What counts is where the file really lies."""
    folder = database_of(house).parent
    house.settings.key_file.rename(folder / "lexheller.key")
    (tmp_path / "apart").symlink_to(folder)
    environ["LEXHELLER_KEY_FILE"] = str(tmp_path / "apart" / "lexheller.key")
    assert only(checked(), "apart").detail == str(folder)


def test_a_key_among_the_backups(checked: Looks, environ: dict[str, str], house: House) -> None:
    environ["LEXHELLER_BACKUPS"] = str(house.settings.key_file.parent)
    assert only(checked(), "apart").detail == str(house.settings.key_file.parent)


def test_a_key_that_was_not_rotated_for_long(checked: Looks, clock: Clock) -> None:
    clock.forward(days=31)
    assert faults(checked()) == {}
    clock.forward(days=1)
    assert only(checked(), "rotation").detail == "32"


# --- files --------------------------------------------------------------------------------------------


def test_a_database_that_others_can_read(checked: Looks, house: House) -> None:
    database_of(house).chmod(0o644)
    assert only(checked(), "permissions").detail == str(database_of(house))


def test_a_backup_that_others_can_read(checked: Looks, house: House) -> None:
    copied = backup(house)
    copied.place.chmod(0o604)
    assert only(checked(), "permissions").detail == str(copied.place)


def test_settings_and_a_key_folder_that_others_can_change(checked: Looks, house: House) -> None:
    folder = house.settings.key_file.parent
    (folder / "lexheller.toml").write_text("")
    (folder / "lexheller.toml").chmod(0o666)
    folder.chmod(0o770)
    assert only(checked(), "permissions").detail == f"{folder}, {folder / 'lexheller.toml'}"


def test_a_disk_without_room_for_the_database_once_more(checked: Looks, house: House) -> None:
    free = int(checked()["disk"].detail)
    os.truncate(database_of(house), free + 2**30)  # only a size: nothing is written there
    assert not checked()["disk"].ok


# --- the database -------------------------------------------------------------------------------------


def test_a_database_that_is_gone(checked: Looks, house: House) -> None:
    house.close()
    database_of(house).unlink()
    found = checked()
    met(only(found, "database"), StoreMissing)
    assert "whole" not in found
    assert "rotation" not in found


def test_a_file_that_is_no_database(checked: Looks, house: House) -> None:
    house.close()
    database_of(house).write_bytes(b"text, inte en databas" * 500)
    met(only(checked(), "database"), StoreCorrupt)


def test_a_damaged_database(checked: Looks, house: House) -> None:
    with_a_case(house)
    backup(house)
    house.close()
    content = bytearray(database_of(house).read_bytes())
    page = content.index(b"submitted") // 4096
    content[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    database_of(house).write_bytes(content)
    assert "whole" in faults(checked())


def test_a_database_with_rows_that_hang_on_nothing(checked: Looks, house: House) -> None:
    with_a_case(house)
    backup(house)
    with closing(sqlite3.connect(database_of(house))) as connection, connection:
        connection.execute("UPDATE receipts SET case_id = 'nobody'")
    assert "receipts" in only(checked(), "whole").detail


def test_a_schema_newer_than_the_program(checked: Looks, house: House) -> None:
    with house.store.engine.begin() as connection:
        connection.execute(text("UPDATE schema_version SET version_num = '9999'"))
    met(only(checked(), "database"), StoreNewer)


def test_a_database_in_which_nothing_was_founded(checked: Looks, house: House) -> None:
    with house.store.engine.begin() as connection:
        connection.execute(text("DELETE FROM facts"))
    met(only(checked(), "belongs"), StoreMissing)


def test_history_without_its_guards(checked: Looks, house: House) -> None:
    with house.store.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER events_no_delete"))
    assert only(checked(), "guards").detail == "events_no_delete"


def test_a_connection_that_does_not_wait_for_the_disk(house: House) -> None:
    def weaken(connection: object, _record: object) -> None:
        connection.execute("PRAGMA synchronous=NORMAL")  # type: ignore[attr-defined]  # the driver\'s own
        connection.execute("PRAGMA secure_delete=OFF")  # type: ignore[attr-defined]  # the driver\'s own

    store = open_store(house.settings.database)
    assert unsafe_settings(store) == ()
    store.engine.dispose()
    event.listen(store.engine, "connect", weaken)
    assert unsafe_settings(store) == ("synchronous=1", "secure_delete=0")
    store.close()


# --- clock and backup ---------------------------------------------------------------------------------


def test_a_clock_before_the_last_event(checked: Looks, house: House, clock: Clock) -> None:
    with_a_case(house)
    backup(house)
    clock.now = NOON - timedelta(minutes=5)
    assert faults(checked()) == {}
    clock.now = NOON - timedelta(minutes=6)
    assert only(checked(), "clock").detail == "2026-03-02T10:54:00+00:00"


def test_a_clock_before_the_program_was_there(checked: Looks, clock: Clock) -> None:
    clock.now = datetime(1970, 1, 1, tzinfo=UTC)
    assert only(checked(), "clock").detail.startswith("1970")


def test_cases_without_a_backup(checked: Looks, house: House, clock: Clock) -> None:
    with_a_case(house)
    assert only(checked(), "backup").detail == ""
    backup(house)
    assert faults(checked()) == {}
    clock.forward(days=7)
    assert faults(checked()) == {}
    clock.forward(hours=1)
    clock.forward(days=1)
    assert only(checked(), "backup").detail == "8"


def test_without_cases_nothing_needs_a_backup(checked: Looks, house: House, clock: Clock) -> None:
    backup(house)
    clock.forward(days=20)
    assert faults(checked()) == {}


# --- PostgreSQL ---------------------------------------------------------------------------------------


@pytest.fixture
def on_postgres(settings: Settings, clock: Clock, postgres_database: str) -> Iterator[House]:
    made = make_house(replace(settings, database=postgres_database), FOUNDING, clock)
    yield made
    made.close()


def test_a_server_is_looked_at_as_well(on_postgres: House, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' own server does not wait for the disk, and the doctor says so."""
    environ = {"LEXHELLER_DATABASE": on_postgres.settings.database}
    assert load_settings(None, environ).database == on_postgres.settings.database
    found = {check.code: check for check in doctor(None, environ, clock)}
    assert only(found, "durable").detail == "fsync=off, synchronous_commit=off, full_page_writes=off"
    assert set(found) == set(CODES) - {"disk", "writable"}
    assert found["web"].detail
    monkeypatch.setattr("lexheller.app.doctor.find_spec", lambda _name: None)
    invites(on_postgres)
    web = next(check for check in doctor(None, environ, clock) if check.code == "web")
    assert (web.ok, web.detail) == (True, "")  # another machine may show it
    with on_postgres.store.engine.begin() as connection:
        connection.execute(text("ALTER TABLE events DISABLE TRIGGER events_no_edit"))
    found = {check.code: check for check in doctor(None, environ, clock)}
    assert found["guards"].detail == "events_no_edit"
