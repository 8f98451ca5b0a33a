"""How is the house opened, and how is it made in the first place?"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lexheller.app.calendar import swedish_calendar
from lexheller.app.own_words import OwnWords
from lexheller.errors import KeyMissing, StoreMissing, StoreNotEmpty, WrongKey
from lexheller.model.people import Recipient
from lexheller.model.vocabulary import TARGET_GROUPS, THEMES
from lexheller.routing.book import RuleBook
from lexheller.services import municipalities
from lexheller.services.founding import INSTALLATION, MAC_KEY, Founding, found
from lexheller.services.office import Office
from lexheller.services.ports import Clock, UnitOfWork
from lexheller.settings import Settings
from lexheller.storage import SqlStore, open_store
from lexheller.vault import keyfile
from lexheller.vault.keys import KeyRing

if TYPE_CHECKING:
    from lexheller.routing.checking import Fault


@dataclass(frozen=True, slots=True)
class House:
    """Everything put together: what a desk needs to let people work.

    Args:
        installation: the word that names this installation, on its checkpoints.
        own: what things are called here.
    """

    settings: Settings
    store: SqlStore
    office: Office
    keyring: KeyRing
    installation: str
    own: OwnWords

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()


def open_house(settings: Settings, clock: Clock | None = None) -> House:
    """Open what `make_house` made.

    Raises:
        StoreMissing: there is no database yet, or nothing was founded in it.
        StoreOlder, StoreNewer, StoreUnusable: the database cannot be used.
        KeyMissing, KeyUnreadable: the key file cannot be used.
        WrongKey: the key file is another installation's.
    """
    store = open_store(settings.database, timeout=settings.busy_timeout)
    try:
        word, mac_key = _founded(store)
        ring = ring_of(settings, mac_key)
    except BaseException:
        store.close()
        raise
    own = OwnWords(settings, store)
    return House(settings, store, _office(settings, ring, clock, own.offered), ring, word, own)


def _founded(store: SqlStore) -> tuple[str, str]:
    word, mac_key = store.read(lambda uow: (uow.notes.value(INSTALLATION), uow.notes.value(MAC_KEY)))
    if not word or not mac_key:
        raise StoreMissing(where=store.where)
    return word, mac_key


def ring_of(settings: Settings, mac_key: str) -> KeyRing:
    """Open the key file, if it is the one that belongs to the database.

    Raises:
        KeyMissing, KeyUnreadable, WrongKey: it cannot be used, or is another installation's.
    """
    ring = KeyRing(settings.key_file)
    if ring.file.mac.id != mac_key:
        raise WrongKey(key=ring.file.mac.id, path=str(settings.key_file))
    return ring


def open_office(settings: Settings, clock: Clock | None = None) -> Office:
    """Put together what services work with beside the store.

    Raises:
        KeyMissing, KeyUnreadable: the key file cannot be used.
    """
    return _office(settings, KeyRing(settings.key_file), clock, lambda: dict.fromkeys(settings.themes, True))


def make_house(settings: Settings, founding: Founding, clock: Clock | None = None) -> House:
    """Make key file and database where there are none, found the installation or add to it, and open it.

    Raises:
        KeyMissing: there is an installation, but its key file is gone; none is made in its place.
        WrongKey, NotPossible, BadValue: as `found`.
        StoreUnusable: the database cannot be used.
    """
    store = open_store(settings.database, create=True, timeout=settings.busy_timeout)
    try:
        founded = store.read(lambda uow: uow.notes.value(MAC_KEY))
        if not settings.key_file.exists():
            if founded is not None:
                raise KeyMissing(path=str(settings.key_file))
            with contextlib.suppress(StoreNotEmpty):  # somebody else has just made it
                keyfile.create(settings.key_file, (clock or _now)())
        ring = KeyRing(settings.key_file)
        now = (clock or _now)()

        def work(uow: UnitOfWork) -> None:
            found(uow, ring, ring.file.mac.id, founding)
            for home, names in founding.municipalities.items():
                municipalities.put(uow, home, names, now)

        store.write(work)
    finally:
        store.close()
    return open_house(settings, clock)


def _now() -> datetime:
    return datetime.now(UTC)


def _office(settings: Settings, ring: KeyRing, clock: Clock | None, own: Callable[[], Mapping[str, bool]]) -> Office:
    return Office(
        keys=ring,
        book=cache(lambda: read_rules(settings, themes=own())),  # most commands never ask for the rules
        clock=clock or _now,
        promises=settings.promises,
        calendar=swedish_calendar(settings.rests),
        disposal_decision=settings.disposal_decision,
        own_themes=own,
        target_groups=frozenset({*TARGET_GROUPS, *settings.target_groups}),
        areas=frozenset(settings.areas),
        reopen_days=settings.reopen_days,
        reopen_months=settings.reopen_months,
        few_alike=settings.few_alike,
    )


def read_rules(
    settings: Settings,
    own: Path | None = None,
    recipients: Sequence[Recipient] | None = None,
    *,
    themes: Collection[str] = (),
) -> RuleBook:
    """Read the shipped rules, installed packages' and the federation's own.

    Args:
        own: a file to try in the place of the one that the settings name.
        recipients: every federation's, to hold rules against; None leaves that out.
        themes: those of the house's own, beside what the settings add; retired ones too, since old cases have them.

    Raises:
        BadRules: one of them cannot be meant as it stands.
    """
    from lexheller.plugins import load_book

    return load_book(own or settings.rules, recipients, **_labels(settings, themes))


def check_rules(
    settings: Settings, recipients: Sequence[Recipient] | None = None, *, themes: Collection[str] = ()
) -> tuple[Fault, ...]:
    """Name everything that is wrong with the rules: what cannot be read, then what is wrong between the others."""
    from lexheller.plugins import survey_book
    from lexheller.routing.checking import check

    book, faults = survey_book(settings.rules)
    return (*faults, *check(book, recipients, **_labels(settings, themes)))


def _labels(settings: Settings, themes: Collection[str]) -> dict[str, frozenset[str]]:
    """Give the words that rules may use: the shared core, and what the settings add."""
    return {
        "themes": frozenset({*THEMES, *settings.themes, *themes}),
        "target_groups": frozenset({*TARGET_GROUPS, *settings.target_groups}),
    }
