"""Which cases has a working group only been shown, for it to know, and has it gone through them at a meeting?

A case that is shared is the group's to judge; one that is only shown stays whose it was. That a group has read it at a
meeting is a fact beside the history and moves no version; what is shown anew is read anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from lexheller.model.event import Event
from lexheller.model.people import Viewer
from lexheller.services import casework
from lexheller.services.beside import SHOWN, Note
from lexheller.services.office import Office
from lexheller.services.ports import UnitOfWork

SHOWINGS = ("share", SHOWN, "return")
"""The steps by which a group comes to see a case; the last one says what for."""
READ = f"{Note.MEETING}:"
"""What a reading is noted under, with the group and the version at which the case was shown to it."""


def shown_at(events: Sequence[Event]) -> int:
    """Give the version at which a case was last shown to a group to know of; 0 where it was shared, or never shown."""
    last = next((event for event in reversed(events) if event.step in SHOWINGS), None)
    return last.version if last is not None and last.step == SHOWN else 0


def note_read(uow: UnitOfWork, office: Office, viewer: Viewer, number: str) -> None:
    """Note that the viewer's groups have gone through a case that they were shown.

    Raises:
        NotFound: there is none, or it is not shown to a group of theirs: the same answer.
    """
    case = casework.find(uow, viewer, number)
    version = shown_at(uow.cases.events(case.federation, case.id))
    for group in viewer.groups.intersection(case.groups) if version else ():
        uow.notes.mark_seen(case.federation, case.id, f"{READ}{group}:{version}", office.today())
