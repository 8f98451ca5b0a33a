"""What a hand past the program could do to the database: a house to do it in, and a look at what is noticed.

Each change is made in a transaction of its own, looked at from inside it, and rolled back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, and_, delete, text

from lexheller.app.proving import KeyTrial
from lexheller.model.allowed import AllowedWord
from lexheller.model.case import Case
from lexheller.model.codes import Partner
from lexheller.model.people import Organisation
from lexheller.model.stand_in import StandIn
from lexheller.services import deadlines_passed, tags
from lexheller.services.verifying import CODES, Fault, verify
from lexheller.storage import SqlStore, open_store
from lexheller.storage.inspection import SqlInspection
from lexheller.storage.tables import cases, metadata
from lexheller.storage.waiting import overdue
from tests.house import Works, works_in

STAND_IN = StandIn("GBG", "birgitta", "olle", date(2026, 3, 20))
WORD = AllowedWord("GBG", "anna lindgren", "organisation", "olle", "elsa", date(2026, 3, 2))
FK = Organisation("GBG", "fk", Partner.FK, "Försäkringskassan i Göteborg")


class Furnished(NamedTuple):
    works: Works
    store: SqlStore
    whole: Case  # a case that has rows in every table
    plain: Case  # one with a contact, just received
    disposed: Case  # one with words taken out
    read: Case  # one whose feedback was read; the days of the others have passed


def furnished(url: str, folder: Path) -> Furnished:
    store = open_store(url, create=True)
    works = works_in(store, folder)
    whole = works.attested()
    store.write(lambda uow: tags.put(uow.people, works.office.keys, FK))
    store.write(lambda uow: tags.put(uow.people, works.office.keys, WORD))
    store.write(lambda uow: tags.put(uow.people, works.office.keys, STAND_IN))
    works.does("elsa", whole, "label", themes="sip,certificates", reason="Läst om.")
    works.does("elsa", whole, "share", group="natverk")
    works.does("ines", whole, "tie_pattern", pattern="P1", reason="Två parter bedömer olika.")
    works.does("ines", whole, "classify", level="organisation", reason="Det går att ordna om.")
    row = {"what": "Enas om en kontaktväg", "owner": "Birgitta Exempel", "due": "2026-06-01"}
    works.does("birgitta", whole, "decide", kind="measure", reason="Händer ofta.", measures=[row])
    whole = works.does("birgitta", whole, "refer", to="fk-beredning,styrgrupp", reason="Styrgruppen äger frågan.")
    plain = works.submits("INS", contact="070-1740605")
    plain = works.does("ines", plain, "renew_code")
    disposed = works.submits(
        what_happened="Någon skrev Kastanjeallén 3 och det skulle inte stå här.", contact="070-1740606", vouched=True
    )
    works.does("elsa", disposed, "block", where="what_happened")
    disposed = works.does(
        "elsa", disposed, "dispose_text", words="Kastanjeallén 3", reason="Namnet gallras enligt beslut."
    )
    works.clock.forward(days=100)
    deadlines_passed.announce(store, works.office, overdue)
    read = works.submits()
    works.does("elsa", read, "solve", solution="Rutinen ändrades.", feedback="Rutinen är ändrad. Tack!")
    works.follows(read)
    works.clock.forward(days=-100)
    return Furnished(works, store, whole, plain, disposed, works.reads(read))


@contextmanager
def past_the_program(store: SqlStore) -> Iterator[Connection]:
    """Change what one likes, see it, and have it undone: triggers and foreign keys are out of the way."""
    connection = store.engine.connect()
    if connection.dialect.name == "sqlite":
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]  # real stores have one
    transaction = connection.begin()
    try:
        if connection.dialect.name == "sqlite":
            for trigger in ("events_no_update", "events_no_delete"):
                connection.execute(text(f"DROP TRIGGER {trigger}"))
        else:
            connection.execute(text("ALTER TABLE events DISABLE TRIGGER USER"))
            connection.execute(text("SET CONSTRAINTS ALL DEFERRED"))
        yield connection
    finally:
        transaction.rollback()
        if connection.dialect.name == "sqlite":
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]  # real stores have one
        connection.close()


def after(store: SqlStore, change: Callable[[Connection], object]) -> tuple[Fault, ...]:
    with past_the_program(store) as connection:
        change(connection)
        faults = verify(SqlInspection(connection)).faults
        assert codes_of(faults) <= set(CODES)
        return faults


def after_with_keys(house: Furnished, change: Callable[[Connection], object]) -> tuple[Fault, ...]:
    with past_the_program(house.store) as connection:
        change(connection)
        faults = verify(SqlInspection(connection), keys=KeyTrial(house.works.office.keys)).faults
        assert codes_of(faults) <= set(CODES)
        return faults


def codes_of(faults: tuple[Fault, ...]) -> set[str]:
    return {fault.code for fault in faults}


def of(case: Case, table: Table = cases) -> Any:
    return and_(table.c.federation_id == case.federation, table.c.case_id == case.id)


def remove(connection: Connection, case: Case) -> None:
    for table in reversed(metadata.sorted_tables):
        if "case_id" in table.c:
            connection.execute(delete(table).where(of(case, table)))
