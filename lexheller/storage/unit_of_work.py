"""How does work become one transaction: all of it stored, or none?

Work is a function that may run again: when the database was busy or undid us in another's favour, it is tried a few
more times. A case that moved meanwhile is refused (`Stale`), never tried again: somebody has to look first.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from lexheller.errors import StoreUnreachable
from lexheller.services.ports import UnitOfWork
from lexheller.storage.beside import SqlCodes, SqlContacts, SqlNotes
from lexheller.storage.cases import SqlCases
from lexheller.storage.doors import SqlAccounts, SqlSessions
from lexheller.storage.engine import WRITING, engine_of, named, place_of
from lexheller.storage.faults import ReceiptTaken, find_room, is_transient, translated
from lexheller.storage.outside import SqlLibrary, SqlNotices, SqlPartnerLinks
from lexheller.storage.people import SqlPeople
from lexheller.storage.search_words import REBUILD, SearchWords, Terms
from lexheller.storage.statements import Link

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.pool import PoolProxiedConnection

T = TypeVar("T")

ATTEMPTS: Final = 5
"""How often work is tried in all."""
DEFAULT_TIMEOUT: Final = 5.0
"""Seconds to wait for others who write."""


class SqlUnitOfWork:
    """One transaction on a database; fills `ports.UnitOfWork`."""

    __slots__ = ("_connection", "_engine", "_pooled", "cases", "codes", "contacts", "link", "notes", "people")

    def __init__(self, engine: Engine, pooled: PoolProxiedConnection, terms: Terms | None) -> None:
        self._engine, self._pooled, self._connection = engine, pooled, cast("Connection | None", None)
        link = self.link = Link.to(pooled.driver_connection, engine.dialect.name)
        self.cases = SqlCases(link, SearchWords(link, terms), lambda: Connection(engine, pooled))
        self.contacts = SqlContacts(link)
        self.codes = SqlCodes(link)
        self.people = SqlPeople(link)
        self.notes = SqlNotes(link)

    @property
    def sessions(self) -> SqlSessions:
        """Who is signed in; made when asked for, as steps never ask."""
        return SqlSessions(self.link)

    @property
    def accounts(self) -> SqlAccounts:
        """What people sign in by; made when asked for, too."""
        return SqlAccounts(self.link)

    @property
    def partner_links(self) -> SqlPartnerLinks:
        """Partners' ways in."""
        return SqlPartnerLinks(self.link)

    @property
    def library(self) -> SqlLibrary:
        """What the public may read."""
        return SqlLibrary(self.link)

    @property
    def notices(self) -> SqlNotices:
        """A federation's own texts."""
        return SqlNotices(self.link)

    @property
    def connection(self) -> Connection:
        """Give SQLAlchemy's connection in this transaction, for queries; steps do without it."""
        if self._connection is None:
            self._connection = Connection(self._engine, self._pooled)
        return self._connection

    @property
    def erased(self) -> bool:
        """Tell whether something was taken out whose bytes must go too."""
        return self.cases.words_replaced or self.contacts.erased


class _Tried(Exception):
    """Say that it could be written, so that it is not."""


def _tried(uow: UnitOfWork) -> None:
    """Touch a row as a write would; on PostgreSQL by its lock, as a row written and rolled back has to be swept up."""
    link = cast("SqlUnitOfWork", uow).link
    on_server = link.dialect != "sqlite"
    link.driver.execute("SELECT 1 FROM facts FOR UPDATE" if on_server else "UPDATE facts SET value = value", ())
    raise _Tried


class SqlStore:
    """A database; fills `ports.Store`.

    Args:
        url: a SQLAlchemy URL of a SQLite file or a PostgreSQL database that has our schema (see `open_store`).
        timeout: seconds to wait for others who write.
        terms: gives the stems of a text for the search index; by default the house's own.
    """

    def __init__(self, url: str, *, timeout: float = DEFAULT_TIMEOUT, terms: Terms | None = None) -> None:
        self.url = url
        self.where = named(url)
        self.place = place_of(url)
        self.timeout = timeout
        self._terms = terms
        self.engine = engine_of(url, timeout)
        self._idle: list[PoolProxiedConnection] = []
        self._log_to_empty = False
        self._turn = threading.Lock()
        drivers = cast("type[Exception]", self.engine.dialect.loaded_dbapi.Error)
        self._complaints: tuple[type[Exception], ...] = (ReceiptTaken, drivers, DBAPIError)
        self._writing = self.engine.execution_options(**{WRITING: True})

    def close(self) -> None:
        """Close every connection."""
        while self._idle:
            self._idle.pop().close()
        self.engine.dispose()

    def _lend(self) -> PoolProxiedConnection:
        """Give a connection that nobody uses; taking one from SQLAlchemy's pool costs as much as a statement."""
        try:
            return self._idle.pop()
        except IndexError:
            return self.engine.raw_connection()

    def write(self, work: Callable[[UnitOfWork], T]) -> T:
        """Do work in one write transaction and commit; try again, a few times, only when the store was busy.

        Raises:
            StoreUnusable: the database cannot be used; nothing was done.
        """
        # SQLite lets one write at a time and has the others ask again later: whoever asks at the wrong moments waits
        # long. Threads of one process take turns instead; another process is waited for by SQLite's own means.
        in_turn = self.place is not None and self._turn.acquire(timeout=self.timeout)
        try:
            return self._write_patiently(work)
        finally:
            if in_turn:
                self._turn.release()

    def _write_patiently(self, work: Callable[[UnitOfWork], T]) -> T:
        until = time.monotonic() + self.timeout
        attempt = 1
        while True:
            try:
                return self._write_once(work)
            except self._complaints as error:
                busy = isinstance(error, ReceiptTaken) or (is_transient(error) and time.monotonic() < until)
                if not busy or attempt == ATTEMPTS:
                    raise self._ours(error) from error
            # Whoever was refused at the same moment should not come back at the same moment.
            time.sleep(random.uniform(0.5, 1.5) * 0.01 * 2**attempt)  # noqa: S311  # chance need not be secret
            attempt += 1

    def _write_once(self, work: Callable[[UnitOfWork], T]) -> T:
        pooled = self._lend()
        driver: Any = pooled.driver_connection
        try:
            if self.place:
                driver.execute("BEGIN IMMEDIATE")
            uow = SqlUnitOfWork(self.engine, pooled, self._terms)
            done = work(uow)
            if self.place and uow.cases.words_replaced:
                driver.execute(REBUILD)
            driver.commit()
        except BaseException:
            self._undo(pooled)
            raise
        erased = self.place is not None and uow.erased
        if erased or self._log_to_empty:
            self._empty_log(driver, patience=self.timeout if erased else 0.0)
        self._idle.append(pooled)
        return done

    def _empty_log(self, driver: Any, patience: float) -> None:  # noqa: ANN401  # sqlite3's connection
        """Take what was erased out of SQLite's log; while somebody still reads an older moment, the next write does.

        Args:
            patience: seconds to wait for those who read; whoever only writes next does not wait for them again.
        """
        self._log_to_empty = True
        with suppress(*self._complaints):  # it is committed, whatever becomes of the log
            driver.execute(f"PRAGMA busy_timeout={round(patience * 1000)}")
            busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            self._log_to_empty = bool(busy)
        driver.execute(f"PRAGMA busy_timeout={round(self.timeout * 1000)}")

    def read(self, work: Callable[[UnitOfWork], T]) -> T:
        """Do work in one read transaction; nothing it writes is kept.

        Raises:
            StoreUnusable: the database cannot be used.
        """
        try:
            pooled = self._lend()
            driver: Any = pooled.driver_connection
            try:
                if self.place:
                    driver.execute("BEGIN")
                return work(SqlUnitOfWork(self.engine, pooled, self._terms))
            finally:
                self._undo(pooled)
        except self._complaints as error:
            raise self._ours(error) from error

    def _undo(self, pooled: PoolProxiedConnection) -> None:
        """Roll back; a connection that is broken is thrown away, and the server has rolled back by itself."""
        driver: Any = pooled.driver_connection
        if getattr(driver, "closed", False):
            pooled.invalidate()
            pooled.close()
        else:
            driver.rollback()
            self._idle.append(pooled)

    def try_writing(self) -> None:
        """Find out whether a case would be stored now; nothing is, and nothing is left behind.

        Raises:
            StoreUnusable: the database cannot be written: full, read-only, locked, away.
        """
        with suppress(_Tried):
            self.write(_tried)
        if self.place:
            find_room(self.place)

    def in_transaction(self, work: Callable[[Connection], T], *, writing: bool = True) -> T:
        """Do work on the bare connection: for the schema, and for queries that no port asks for.

        Raises:
            StoreUnusable: the database cannot be used.
        """
        try:
            with (self._writing if writing else self.engine).begin() as connection:
                return work(connection)
        except self._complaints as error:
            raise self._ours(error) from error

    def _ours(self, error: Exception) -> Exception:
        """Put a driver's complaint into our own words; what only we can mend stays as it is."""
        ours = translated(error, self.where)
        if isinstance(ours, StoreUnreachable):
            self.close()  # what nobody uses is as dead as the connection that told us
        return ours or error
