"""Is everything put together once, and is a house refused whose parts do not belong together?"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from lexheller.app import House, make_house, open_house, open_office, swedish_calendar
from lexheller.deadlines import Term, Unit, Weeks, due
from lexheller.errors import (
    BadRules,
    KeyMissing,
    KeyUnreadable,
    NotPossible,
    StoreCorrupt,
    StoreMissing,
    StoreNewer,
    WrongKey,
)
from lexheller.model.people import Federation
from lexheller.services.founding import Founding
from lexheller.settings import Settings
from lexheller.storage import create_schema, open_store
from lexheller.storage.unit_of_work import SqlStore
from tests.app.conftest import FOUNDING
from tests.factories import NOON

# --- made and opened ------------------------------------------------------------------------------------


def test_a_house_is_made_from_nothing_and_opened_again(house: House, settings: Settings, home: Path) -> None:
    assert (home / ".local/share/lexheller/lexheller.db").stat().st_mode & 0o777 == 0o600
    assert (home / ".config/lexheller/lexheller.key").stat().st_mode & 0o777 == 0o600
    again = open_house(settings)
    assert again.installation == house.installation
    assert [person.id for person in again.store.read(lambda uow: uow.people.persons())] == ["elsa"]
    assert again.keyring.file.mac.id == house.keyring.file.mac.id
    again.close()


def test_made_twice_it_is_the_same_house(house: House, settings: Settings) -> None:
    again = make_house(settings, FOUNDING)
    assert again.installation == house.installation
    again.close()


def test_a_federation_is_added_to_a_house(house: House, settings: Settings) -> None:
    again = make_house(settings, Founding((Federation("INS", "Insjö Exempel"),)))
    assert {f.id for f in again.store.read(lambda uow: uow.people.federations())} == {"GBG", "INS"}
    assert again.installation == house.installation
    again.close()


def test_a_house_is_not_founded_over(house: House, settings: Settings) -> None:
    with pytest.raises(NotPossible):
        make_house(settings, Founding((Federation("GBG", "Ett annat namn"),)))
    assert house.store.read(lambda uow: uow.people.federations())[0].name == "Göteborg Exempel"


def test_the_office_follows_the_settings(settings: Settings) -> None:
    make_house(settings, FOUNDING).close()
    wanted = replace(
        settings, disposal_decision="§ 14", reopen_days=10, reopen_months=6, rests=(Weeks(28, 31),),
        promises=replace(settings.promises, answer=Term(2, Unit.MONTHS)),
    )  # fmt: skip
    office = open_office(wanted, lambda: NOON)
    assert (office.disposal_decision, office.reopen_days, office.reopen_months) == ("§ 14", 10, 6)
    assert office.promises.answer == Term(2, Unit.MONTHS)
    assert (office.now(), office.today()) == (NOON, date(2026, 3, 2))
    assert due(date(2026, 6, 30), Term(10, Unit.DAYS), office.calendar) == date(2026, 8, 7)


def test_without_a_clock_it_is_now(house: House, settings: Settings) -> None:
    assert house.office.now() == NOON
    office = open_office(settings)
    assert abs((office.now() - datetime.now(UTC)).total_seconds()) < 60


def test_rules_are_read_when_first_asked_for_and_with_the_federations_own_words(
    house: House, settings: Settings, tmp_path: Path
) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(
        '[[rule]]\nname = "own"\nwhen = { themes = ["night_shelters"] }\n'
        'to = { managers = true }\nbecause = "Därför."\n',
        encoding="utf-8",
    )
    office = open_office(replace(settings, rules=rules))
    with pytest.raises(BadRules):
        office.book()
    words = {"night_shelters": {"sv": "Nattplatser", "en": "Night shelters"}}
    office = open_office(replace(settings, rules=rules, themes=words))
    assert "own" in {rule.name for _, _, rule in office.book()}
    assert office.book() is office.book()
    assert house.installation


# --- refused --------------------------------------------------------------------------------------------


def test_without_a_database_it_says_so(settings: Settings) -> None:
    with pytest.raises(StoreMissing):
        open_house(settings)


def test_a_database_in_which_nothing_was_founded_is_none_yet(settings: Settings) -> None:
    open_store(settings.database, create=True).close()
    with pytest.raises(StoreMissing):
        open_house(settings)


def test_a_key_file_that_is_gone_is_missed_and_never_made_anew(house: House, settings: Settings) -> None:
    settings.key_file.unlink()
    with pytest.raises(KeyMissing):
        open_house(settings)
    with pytest.raises(KeyMissing):
        make_house(settings, FOUNDING)
    assert not settings.key_file.exists()
    assert house.installation


def test_another_installations_key_file_is_refused(house: House, settings: Settings, tmp_path: Path) -> None:
    other = replace(settings, database=f"sqlite:///{tmp_path}/other.db", key_file=tmp_path / "keys/other.key")
    make_house(other, FOUNDING).close()
    mixed = replace(settings, key_file=other.key_file)
    with pytest.raises(WrongKey):
        open_house(mixed)
    with pytest.raises(WrongKey):
        make_house(mixed, FOUNDING)
    assert house.installation


def test_a_key_file_that_others_can_read_is_refused(house: House, settings: Settings) -> None:
    settings.key_file.chmod(0o644)
    with pytest.raises(KeyUnreadable):
        open_house(settings)
    assert house.installation


def test_a_copied_key_file_opens_the_house(house: House, settings: Settings, tmp_path: Path) -> None:
    shutil.copy2(settings.key_file, tmp_path / "copy.key")
    again = open_house(replace(settings, key_file=tmp_path / "copy.key"))
    assert again.installation == house.installation
    again.close()


def test_a_schema_newer_than_the_program_is_refused(house: House, settings: Settings) -> None:
    with house.store.engine.begin() as connection:
        connection.execute(text("UPDATE schema_version SET version_num = '9999'"))
    with pytest.raises(StoreNewer):
        open_house(settings)


def test_a_file_that_is_no_database_is_refused(house: House, settings: Settings) -> None:
    house.close()
    Path(settings.database.removeprefix("sqlite:///")).write_bytes(b"Ingen databas, men text." * 100)
    with pytest.raises(StoreCorrupt):
        open_house(settings)


def test_a_house_stands_on_postgresql_too(settings: Settings, postgres_database: str) -> None:
    there = replace(settings, database=postgres_database)
    make_house(there, FOUNDING).close()
    opened = open_house(there)
    assert isinstance(opened.store, SqlStore)
    create_schema(opened.store)  # harmless
    opened.close()


# --- the calendar ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 6), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 1), date(2026, 5, 14),
        date(2026, 6, 19), date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 31), date(2015, 6, 19),
        date(2041, 12, 24),
    ],
)  # fmt: skip
def test_nobody_works_on_holidays_and_the_three_eves(day: date) -> None:
    assert not swedish_calendar().is_working_day(day)


@pytest.mark.parametrize(
    "day", [date(2026, 1, 5), date(2026, 4, 2), date(2026, 4, 30), date(2026, 5, 15), date(2026, 12, 23)]
)
def test_people_work_on_days_that_are_only_short(day: date) -> None:
    assert swedish_calendar().is_working_day(day)


def test_five_working_days_over_christmas() -> None:
    assert due(date(2026, 12, 22), Term(5, Unit.WORKING_DAYS), swedish_calendar()) == date(2027, 1, 4)


def test_what_is_not_a_day_is_no_holiday() -> None:
    assert "2026-12-25" not in swedish_calendar().holidays


def test_opening_a_house_imports_only_what_every_command_needs(house: House) -> None:
    program = (
        "import os, sys; from lexheller.settings import load_settings; from lexheller.app import open_house\n"
        "house = open_house(load_settings(None, os.environ)); house.close()\n"
        "assert not {'holidays', 'lexheller.plugins', 'rich', 'jinja2', 'transitions', 'alembic'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
    assert house.installation
