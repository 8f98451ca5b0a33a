"""Where does the demo live? In a database of its own, which it marks so that it can be made anew."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar

from lexheller.app import House, make_house
from lexheller.app.keeping import take_away
from lexheller.demo import people
from lexheller.errors import NotPossible, StoreMissing, StoreNotEmpty, UnreadableFile
from lexheller.model.people import Federation, Group, Organisation, Pattern, Person, Recipient
from lexheller.services import tags
from lexheller.services.founding import INSTALLATION, Founding
from lexheller.services.ports import Clock, UnitOfWork
from lexheller.settings import Settings
from lexheller.storage import open_store
from lexheller.storage.engine import place_of
from lexheller.vault import checkpoints, keyfile

T = TypeVar("T")

DEMO: Final = "demo"
"""The fact that marks a database as the demo's: everything in it is invented, and may be made anew."""
REPORT: Final = "monsterrapport.html"


def make_place(settings: Settings, user: str, clock: Clock) -> House:
    """Make an empty house with the demo's people, all of whom this system user may act as.

    What an earlier demo left is taken away first. The mark comes before anything else, so that a demo that is cut off
    can be made anew too.

    Raises:
        NotPossible: there is something real here, or the demo lies on a server, which only its owner empties.
        StoreUnusable: the database or the key file cannot be used.
    """
    _clear(settings)
    with closing(open_store(settings.database, create=True, timeout=settings.busy_timeout)) as store:
        store.write(lambda uow: uow.notes.put_value(DEMO, "1"))
    if not settings.key_file.exists():
        with suppress(StoreNotEmpty):  # somebody else has just made it
            keyfile.create(settings.key_file, datetime.now(UTC))  # the key is of today, whatever the demo's clock says
    everybody = list(people.everybody(user))
    founding = Founding(
        federations=_of(everybody, Federation),
        persons=_of(everybody, Person),
        groups=_of(everybody, Group),
        organisations=_of(everybody, Organisation),
        recipients=_of(everybody, Recipient),
        municipalities=people.MUNICIPALITIES,
    )
    house = make_house(settings, founding, clock)

    def put_patterns(uow: UnitOfWork) -> None:
        for pattern in _of(everybody, Pattern):
            tags.put(uow.people, house.office.keys, pattern)

    house.store.write(put_patterns)
    return house


def is_demo(uow: UnitOfWork) -> bool:
    """Tell whether a database is the demo's, and nobody has put a federation of their own into it."""
    ours = {federation.id for federation in people.FEDERATIONS}
    return uow.notes.value(DEMO) is not None and {f.id for f in uow.people.federations()} <= ours


def report_place(settings: Settings) -> Path:
    """Say where the demo writes its report: beside the database, or beside the backups of one on a server."""
    place = place_of(settings.database)
    return (place.parent if place else settings.backups.parent) / REPORT


def _clear(settings: Settings) -> None:
    try:
        store = open_store(settings.database, timeout=settings.busy_timeout)
    except StoreMissing:
        return
    with closing(store):
        ours, word = store.read(lambda uow: (is_demo(uow), uow.notes.value(INSTALLATION) or ""))
        where = store.where
    if not ours:
        raise NotPossible(why="demo_over_real", where=where)
    if place_of(settings.database) is None:
        raise NotPossible(why="demo_on_server", where=where)
    take_away(settings.database)
    _forget_checkpoints(settings.checkpoints, word)


def _forget_checkpoints(folder: Path, installation: str) -> None:
    """Take away the checkpoints of a demo that is gone; those of a real installation stay."""
    for path in checkpoints.numbers(folder).values():
        with suppress(UnreadableFile):
            stored = checkpoints.read(path)
            if stored.checkpoint.installation == installation:
                for file in (stored.path, stored.signature_path, stored.leaves_path):
                    file.unlink(missing_ok=True)


def _of(things: Iterable[object], kind: type[T]) -> tuple[T, ...]:
    return tuple(thing for thing in things if isinstance(thing, kind))
