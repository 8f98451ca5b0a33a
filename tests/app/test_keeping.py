"""Is a house backed up, restored, upgraded and rotated without harm, whatever goes wrong on the way?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from lexheller.app import House, open_house
from lexheller.app.keeping import announce_deadlines, backup, restore, rotate_keys, upgrade
from lexheller.app.proving import checkpoint, verify
from lexheller.desk import open_desk
from lexheller.errors import KeyMissing, StoreCorrupt, StoreMissing, StoreNewer, StoreNotEmpty, UnreadableFile, WrongKey
from lexheller.model.case import Case
from lexheller.services import submissions
from lexheller.services.keeping import LAST_BACKUP
from lexheller.services.preparing import contact_of
from lexheller.services.verifying import Record
from lexheller.settings import Settings
from lexheller.storage import schema
from lexheller.storage.inspection import SqlInspection
from lexheller.storage.unit_of_work import SqlStore
from lexheller.storage.upgrading import migrate
from lexheller.vault import keyfile
from tests.factories import NOON, a_form
from tests.house import Clock


def submits(house: House, **form: object) -> Case:
    read = submissions.read_form(a_form(**form))
    return house.store.write(
        lambda uow: submissions.submit(uow, house.office, read, submissions.Submitting("GBG"))
    ).case


def elsewhere(settings: Settings, tmp_path: Path) -> Settings:
    return replace(settings, database=f"sqlite:///{tmp_path}/elsewhere/again.db")


# --- backup and restore -------------------------------------------------------------------------------


def test_a_backup_goes_into_the_folder_of_the_settings_and_is_noted(house: House, settings: Settings) -> None:
    submits(house)
    copied = backup(house)
    assert copied.place == settings.backups / "lexheller-20260302T110000Z.db"
    assert copied.place.stat().st_mode & 0o777 == 0o600
    assert settings.backups.stat().st_mode & 0o777 == 0o700
    assert copied.rows["cases"] == 1
    assert house.store.read(lambda uow: uow.notes.value(LAST_BACKUP)) == "2026-03-02T11:00:00.000000Z"


def test_a_backup_goes_where_it_is_told(house: House, tmp_path: Path) -> None:
    assert backup(house, tmp_path / "kept.db").place == tmp_path / "kept.db"
    (tmp_path / "folder").mkdir()
    assert backup(house, tmp_path / "folder").place == tmp_path / "folder" / "lexheller-20260302T110000Z.db"


def test_a_backup_is_never_written_over_another(house: House) -> None:
    first = backup(house)
    content = first.place.read_bytes()
    with pytest.raises(StoreNotEmpty):
        backup(house)
    assert first.place.read_bytes() == content


def test_a_backup_that_fails_is_not_noted(house: House, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(StoreNotEmpty):
        backup(house, tmp_path / "taken")
    assert house.store.read(lambda uow: uow.notes.value(LAST_BACKUP)) is None


def test_a_restored_house_is_the_same_and_verified(house: House, settings: Settings, tmp_path: Path) -> None:
    case = submits(house, contact="070-1740605")
    checkpoint(house)
    place = backup(house).place
    copied, verified = restore(elsewhere(settings, tmp_path), place)
    assert copied.rows["cases"] == 1
    assert (verified.cases, verified.checkpoints, verified.faults) == (1, 1, ())
    again = open_house(elsewhere(settings, tmp_path))
    assert again.installation == house.installation
    assert again.store.read(lambda uow: contact_of(uow, again.office, case)) == "070-1740605"
    again.close()


def test_a_backup_older_than_a_checkpoint_says_what_it_lacks(house: House, settings: Settings, tmp_path: Path) -> None:
    place = backup(house).place
    case = submits(house)
    checkpoint(house)
    _, verified = restore(elsewhere(settings, tmp_path), place)
    assert [(f.number, f.code) for f in verified.faults] == [(f"GBG/{case.id}", "checkpoint_event_missing")]


def test_nothing_is_restored_over_a_house(house: House, settings: Settings) -> None:
    case = submits(house)
    place = backup(house).place
    with pytest.raises(StoreNotEmpty):
        restore(settings, place)
    assert house.store.read(lambda uow: uow.cases.find(case.number)) == case


def test_restoring_with_another_key_leaves_nothing_behind(house: House, settings: Settings, tmp_path: Path) -> None:
    place = backup(house).place
    keyfile.create(tmp_path / "keys/other.key", NOON)
    there = elsewhere(settings, tmp_path)
    with pytest.raises(WrongKey):
        restore(replace(there, key_file=tmp_path / "keys/other.key"), place)
    with pytest.raises(KeyMissing):
        restore(replace(there, key_file=tmp_path / "keys/none.key"), place)
    assert list((tmp_path / "elsewhere").iterdir()) == []
    restore(there, place)


@pytest.mark.parametrize(
    ("content", "error"), [(None, UnreadableFile), (b"", StoreCorrupt), (b"text" * 2000, StoreCorrupt)]
)
def test_what_is_no_backup_is_refused(
    content: bytes | None, error: type[Exception], house: House, settings: Settings, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / "backup.db").write_bytes(content)
    there = elsewhere(settings, tmp_path)
    with pytest.raises(error):
        restore(there, tmp_path / "backup.db")
    with pytest.raises(StoreMissing):
        open_house(there)
    assert house.installation


# --- upgrade ------------------------------------------------------------------------------------------


def test_todays_house_needs_no_upgrade(house: House, settings: Settings, clock: Clock) -> None:
    done = upgrade(settings, clock)
    assert (done.found, done.now, done.backup) == (schema.CURRENT, schema.CURRENT, None)
    assert not settings.backups.exists()
    assert house.installation


def test_an_older_house_is_backed_up_before_its_upgrade(settings: Settings, clock: Clock) -> None:
    place = Path(settings.database.removeprefix("sqlite:///"))
    place.parent.mkdir(parents=True)
    place.touch()
    store = SqlStore(settings.database)
    oldest = schema.VERSIONS[0]
    store.in_transaction(lambda connection: migrate(connection, oldest))
    store.close()
    done = upgrade(settings, clock)
    assert (done.found, done.now) == (oldest, schema.CURRENT)
    assert done.backup == settings.backups / "lexheller-20260302T110000Z.db"
    assert done.backup.exists()
    assert upgrade(settings, clock).backup is None


def test_an_upgrade_tags_people_and_places_as_it_finds_them(house: House, settings: Settings, clock: Clock) -> None:
    with house.store.engine.begin() as connection:
        for table in (
            "tags",
            "allowed_words",
            "sessions",
            "accounts",
            "partner_links",
            "story_marks",
            "notices",
            "stand_ins",
        ):
            connection.execute(text(f"DROP TABLE {table}"))
        for index in ("ix_cases_offered", "ix_cases_closed_left", "ix_cases_group_meanwhile", "ix_cases_turn_due"):
            connection.execute(text(f"DROP INDEX {index}"))
        connection.execute(text("CREATE INDEX ix_cases_turn_federation_id_due ON cases (turn, federation_id, due)"))
        for table in ("organisations", "recipients"):
            connection.execute(text(f"ALTER TABLE {table} DROP COLUMN active"))
        connection.execute(text("UPDATE schema_version SET version_num = '0002'"))
    key = settings.key_file.rename(settings.key_file.with_suffix(".away"))
    with pytest.raises(KeyMissing):
        upgrade(settings, clock)
    assert not settings.backups.exists()
    key.rename(settings.key_file)
    assert upgrade(settings, clock).found == "0002"
    assert verify(house).faults == ()
    open_desk(settings=settings, person="elsa", user="elsa").close()


def test_a_newer_house_is_left_alone(house: House, settings: Settings, clock: Clock) -> None:
    with house.store.engine.begin() as connection:
        connection.execute(text("UPDATE schema_version SET version_num = '9999'"))
    with pytest.raises(StoreNewer):
        upgrade(settings, clock)
    assert not settings.backups.exists()


def test_there_must_be_something_to_upgrade(settings: Settings, clock: Clock) -> None:
    with pytest.raises(StoreMissing):
        upgrade(settings, clock)


# --- keys and deadlines -------------------------------------------------------------------------------


def test_keys_are_rotated_and_old_backups_lose_what_was_erased(
    house: House, settings: Settings, tmp_path: Path, clock: Clock
) -> None:
    case = submits(house, contact="070-1740605")
    place = backup(house).place
    clock.forward(days=30)
    done = rotate_keys(house)
    assert (done.rewrapped, len(done.forgotten), done.left) == (1, 1, ())
    assert house.keyring.file.current_key.created == clock.now
    assert house.store.read(lambda uow: contact_of(uow, house.office, case)) == "070-1740605"
    restore(elsewhere(settings, tmp_path), place)
    old = open_house(elsewhere(settings, tmp_path))
    with pytest.raises(WrongKey):
        old.store.read(lambda uow: contact_of(uow, old.office, case))
    old.close()
    assert verify(house).faults == ()


def test_verifying_names_a_contact_of_an_old_backup_that_today_cannot_open(
    house: House, settings: Settings, tmp_path: Path
) -> None:
    case = submits(house, contact="070-1740605")
    place = backup(house).place
    rotate_keys(house)
    _, verified = restore(elsewhere(settings, tmp_path), place)
    assert [(f.number, f.code) for f in verified.faults] == [(case.number, "contact_key_gone")]


def test_a_rotation_while_verifying_is_no_fault(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    submits(house, contact="070-1740605")
    looked = SqlInspection.records

    def rotated_meanwhile(look: SqlInspection) -> Iterator[Record]:
        found = list(looked(look))
        rotate_keys(house)
        yield from found

    monkeypatch.setattr(SqlInspection, "records", rotated_meanwhile)
    assert verify(house).faults == ()


def test_late_cases_are_told_of_once(house: House, clock: Clock) -> None:
    submits(house)
    clock.forward(days=8)
    assert [announce_deadlines(house), announce_deadlines(house)] == [1, 0]
