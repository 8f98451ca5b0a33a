"""Does a rotation wrap every contact anew, and is what was erased gone from old backups with the old key?"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lexheller.errors import WrongKey
from lexheller.model.case import Case
from lexheller.model.sealed import Sealed
from lexheller.services import keeping
from lexheller.services.keeping import LAST_ROTATION, Rotated, rotate_keys
from lexheller.services.ports import UnitOfWork
from lexheller.services.preparing import contact_of
from lexheller.storage import SqlStore, open_store
from lexheller.storage.keeping import backup, restore
from lexheller.storage.waiting import settled
from lexheller.vault.keys import KeyRing
from tests.house import Works, works_in

LATER = datetime(2026, 4, 1, tzinfo=UTC)


def ring_of(works: Works) -> KeyRing:
    assert isinstance(works.office.keys, KeyRing)
    return works.office.keys


def rotates(works: Works, over: Callable[[], bool] = lambda: True) -> Rotated:
    return rotate_keys(works.store, ring_of(works), lambda: LATER, over)


def contact(works: Works, case: Case) -> str:
    return works.store.read(lambda uow: contact_of(uow, works.office, case))


def submits_many(works: Works, count: int) -> list[Case]:
    return [works.submits(contact=f"070-17406{5 + number:02}") for number in range(count)]


def test_every_contact_is_wrapped_anew_and_the_old_key_is_gone(works: Works, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_AT_A_TIME", 3)
    cases = submits_many(works, 10)
    works.submits()  # one without a contact
    ring = ring_of(works)
    old = ring.file.current
    assert rotates(works) == Rotated(10, (old,), ())
    assert ring.file.current != old
    assert (ring.file.retired, ring.file.current_key.created) == ((), LATER)
    assert [contact(works, case) for case in cases] == [f"070-17406{5 + number:02}" for number in range(10)]
    assert works.store.read(lambda uow: uow.notes.value(LAST_ROTATION)) == "2026-04-01T00:00:00.000000Z"


def test_without_contacts_only_the_key_is_new(works: Works) -> None:
    old = ring_of(works).file.current
    assert rotates(works) == Rotated(0, (old,), ())


def test_a_contact_that_no_key_opens_keeps_its_key_and_lets_the_others_pass(
    works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_AT_A_TIME", 1)
    cases = submits_many(works, 3)
    broken = min(cases, key=lambda case: case.id)
    sealed = works.store.read(lambda uow: uow.contacts.get("GBG", broken.id))
    assert sealed is not None
    spoilt = Sealed(sealed.key_id, sealed.wrapped_key[:-1] + b"?", sealed.box)
    works.store.write(lambda uow: uow.contacts.put("GBG", broken.id, spoilt))
    assert rotates(works) == Rotated(2, (), (("GBG", broken.id),))
    assert ring_of(works).file.retired == (sealed.key_id,)
    works.store.write(lambda uow: uow.contacts.put("GBG", broken.id, sealed))
    again = rotates(works)
    assert (again.rewrapped, len(again.forgotten), again.left) == (3, 2, ())


def test_nothing_is_forgotten_while_somebody_may_still_seal_under_the_old_key(works: Works) -> None:
    (case,) = submits_many(works, 1)
    ring = ring_of(works)
    old = ring.file.current
    sealed_before = ring.seal(b"070-1740699", f"GBG/{case.id}")
    assert rotates(works, lambda: False).forgotten == ()
    assert set(ring.file.retired) == {old}
    works.store.write(lambda uow: uow.contacts.put("GBG", case.id, sealed_before))
    second = rotates(works)
    assert old in second.forgotten
    assert set(ring.file.retired) == set()
    assert contact(works, case) == "070-1740699"


def test_a_rotation_killed_on_its_way_is_finished_by_the_next(works: Works, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = submits_many(works, 4)
    monkeypatch.setattr(keeping, "_AT_A_TIME", 2)
    ring = ring_of(works)

    class Killed(Exception):
        pass

    real, calls = works.store.write, []

    def write(work: Callable[[UnitOfWork], object]) -> object:
        calls.append(work)
        if len(calls) == 2:
            raise Killed
        return real(work)

    monkeypatch.setattr(works.store, "write", write)
    with pytest.raises(Killed):
        rotates(works)
    monkeypatch.undo()
    assert len(ring.file.retired) == 1
    assert [contact(works, case) for case in cases] == [f"070-17406{5 + number:02}" for number in range(4)]
    assert len(rotates(works).forgotten) == 2
    assert [contact(works, case) for case in cases] == [f"070-17406{5 + number:02}" for number in range(4)]


# --- on databases ---------------------------------------------------------------------------------------


@pytest.fixture
def on_sqlite(tmp_path: Path) -> Iterator[Works]:
    store = open_store(f"sqlite:///{tmp_path}/data/a.db", create=True)
    yield works_in(store, tmp_path)
    store.close()


def test_an_old_backup_with_todays_keys_gives_no_contact(on_sqlite: Works, tmp_path: Path) -> None:
    works = on_sqlite
    kept, erased = submits_many(works, 2)
    store = works.store
    assert isinstance(store, SqlStore)
    backup(store, tmp_path / "old.db")

    assert contact(works, erased) == "070-1740606"
    store.write(lambda uow: uow.contacts.erase("GBG", erased.id))
    rotate_keys(store, ring_of(works), lambda: LATER, lambda: settled(store))
    assert contact(works, kept) == "070-1740605"

    restore(tmp_path / "old.db", f"sqlite:///{tmp_path}/again/a.db")
    old = open_store(f"sqlite:///{tmp_path}/again/a.db")
    for case in (kept, erased):
        assert old.read(lambda uow, case=case: uow.contacts.get("GBG", case.id)) is not None  # type: ignore[misc]  # bound on purpose
        with pytest.raises(WrongKey):
            old.read(lambda uow, case=case: contact_of(uow, works.office, case))  # type: ignore[misc]  # bound on purpose
    old.close()


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_settled_waits_for_those_who_are_writing(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/a.db" if kind == "sqlite" else request.getfixturevalue("postgres_database")
    store = open_store(url, create=True)
    writing, done = threading.Event(), threading.Event()

    def slowly(uow: UnitOfWork) -> None:
        uow.notes.put_value("written", "slowly")
        writing.set()
        assert done.wait(20)

    thread = threading.Thread(target=lambda: store.write(slowly))
    thread.start()
    assert writing.wait(20)
    if kind == "postgres":
        assert not settled(store, patience=0.2)
    threading.Timer(0.3, done.set).start()
    assert settled(store)
    assert done.is_set()
    assert store.read(lambda uow: uow.notes.value("written")) == "slowly"
    thread.join()
    assert settled(store)
    store.close()
