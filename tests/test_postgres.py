"""Is the PostgreSQL server of the tests real, their own, and gone afterwards?"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy

from tests import postgres

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def connection(postgres_database: str) -> Iterator[sqlalchemy.Connection]:
    engine = sqlalchemy.create_engine(postgres_database)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_it_is_postgresql(connection: sqlalchemy.Connection) -> None:
    assert str(connection.exec_driver_sql("SELECT version()").scalar_one()).startswith("PostgreSQL ")
    assert connection.exec_driver_sql("SHOW listen_addresses").scalar_one() == "127.0.0.1"


def test_swedish_letters_come_back(connection: sqlalchemy.Connection) -> None:
    assert connection.exec_driver_sql("SELECT upper('vård åt övriga')").scalar_one() == "VÅRD ÅT ÖVRIGA"


def test_each_test_gets_an_empty_database(connection: sqlalchemy.Connection) -> None:
    assert sqlalchemy.inspect(connection).get_table_names() == []
    connection.exec_driver_sql("CREATE TABLE trace (id int)")
    connection.commit()


def test_nothing_of_another_test_is_left(connection: sqlalchemy.Connection) -> None:
    assert sqlalchemy.inspect(connection).get_table_names() == []


def test_its_user_has_no_privileges(postgres_server: postgres.Server) -> None:
    assert Path(f"/proc/{postgres_server.pid}").stat().st_uid != 0


@pytest.mark.usefixtures("postgres_server")
def test_a_durable_one_waits_for_the_disk_and_stops_at_the_end() -> None:
    with postgres.running(durable=True) as server, server.connect() as connection:
        settings = [connection.execute(f"SHOW {name}").fetchone() for name in ("fsync", "synchronous_commit")]
    assert settings == [("on",), ("on",)]
    with pytest.raises(ProcessLookupError):
        os.kill(server.pid, 0)
