"""Does every store keep what people sign in by, and does a rotation of the key wrap their secrets anew?"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from lexheller.model.account import Account
from lexheller.model.sealed import Sealed
from lexheller.services.ports import Store

SECRET = Sealed("2026-03", b"\x00wrapped", b"\xffbox")
FULL = Account(
    "GBG", "elsa", "$argon2id$…", SECRET, 59_000_000, ("aa", "bb"), "cc", datetime(2026, 3, 9, 11, tzinfo=UTC)
)


def test_an_account_comes_back_as_it_was(store: Store) -> None:
    bare = Account("GBG", "birgitta")
    for account in (FULL, bare):
        store.write(lambda uow, kept=account: uow.accounts.put(kept))  # type: ignore[misc]  # bound on purpose
    assert store.read(lambda uow: uow.accounts.get("GBG", "elsa")) == FULL
    assert store.read(lambda uow: uow.accounts.get("GBG", "birgitta")) == bare
    assert store.read(lambda uow: uow.accounts.get("INS", "elsa")) is None
    changed = replace(FULL, secret=None, recovery=(), invitation="", until=None)
    store.write(lambda uow: uow.accounts.put(changed))
    assert store.read(lambda uow: uow.accounts.get("GBG", "elsa")) == changed


def test_an_invitation_is_found_by_its_hash_and_no_account_by_none(store: Store) -> None:
    store.write(lambda uow: uow.accounts.put(FULL))
    store.write(lambda uow: uow.accounts.put(Account("GBG", "birgitta")))
    assert store.read(lambda uow: uow.accounts.invited("cc")) == FULL
    assert store.read(lambda uow: uow.accounts.invited("dd")) is None
    assert store.read(lambda uow: uow.accounts.invited("")) is None


def test_secrets_under_other_keys_are_listed(store: Store) -> None:
    for name, key in (("elsa", "2026-03"), ("olle", "2026-02"), ("adam", "2026-02")):
        account = Account("GBG", name, secret=replace(SECRET, key_id=key))
        store.write(lambda uow, kept=account: uow.accounts.put(kept))  # type: ignore[misc]  # bound on purpose
    store.write(lambda uow: uow.accounts.put(Account("GBG", "birgitta")))
    found = store.read(lambda uow: uow.accounts.wrapped_by_others("2026-03", 10))
    assert found == tuple(("GBG", name, replace(SECRET, key_id="2026-02")) for name in ("adam", "olle"))
    assert len(store.read(lambda uow: uow.accounts.wrapped_by_others("2026-03", 1))) == 1
