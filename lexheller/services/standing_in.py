"""Who stands in for a manager on leave, and until when? Decisions wait for nobody who is away.

The manager names somebody of the same federation, who has the manager's part beside their own up to a day, under their
own name: the history says who decided. It ends by itself, or when the manager says so.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from lexheller.errors import BadValue, NotPossible, UnknownName
from lexheller.model.codes import Role
from lexheller.model.people import Person, Viewer
from lexheller.model.stand_in import StandIn
from lexheller.services import tags
from lexheller.services.office import Office
from lexheller.services.ports import UnitOfWork

LONGEST: Final = timedelta(days=366)
"""How far ahead a stand-in may be named; whoever is away for longer has a successor."""
_WHO: Final = frozenset({Role.PROCESS_LEADER, Role.FEDERATION_MANAGER, Role.REGISTRAR, Role.GROUP_MEMBER})


def may_be(uow: UnitOfWork, viewer: Viewer) -> tuple[Person, ...]:
    """List whom a manager can name: those who work with cases in the same federation."""
    people = uow.people.persons(viewer.federation)
    return tuple(p for p in people if p.active and p.id != viewer.person and _WHO.intersection(p.roles))


def name(uow: UnitOfWork, office: Office, viewer: Viewer, by: str, until: date) -> StandIn:
    """Let somebody stand in for a manager, in place of whoever did.

    Raises:
        NotPossible: only a manager has a part to lend, and nobody lends on what is lent to them.
        UnknownName: `by` is nobody who could. BadValue: `until` has been, or lies too far ahead.
    """
    people = {person.id: person for person in may_be(uow, viewer)}
    if not _manages(uow, viewer.federation, viewer.person):
        raise NotPossible(why="lends_no_part")
    if by not in people:
        raise UnknownName(what="person", name=by, known=tuple(sorted(people)))
    today = office.today()
    if not today <= until <= today + LONGEST:
        raise BadValue(field="until", allowed=(f"{today} – {today + LONGEST}",))
    found = StandIn(viewer.federation, viewer.person, by, until)
    tags.put(uow.people, office.keys, found)
    return found


def end(uow: UnitOfWork, office: Office, viewer: Viewer) -> None:
    """Take one's part back; where nobody stands in, nothing changes."""
    found = of(uow, office, viewer)
    if found is not None:
        day_before = office.today() - timedelta(days=1)
        tags.put(uow.people, office.keys, StandIn(found.federation, found.id, found.by, day_before))


def of(uow: UnitOfWork, office: Office, viewer: Viewer) -> StandIn | None:
    """Tell who stands in for somebody now."""
    return next((each for each in _now(uow, office, viewer.federation) if each.id == viewer.person), None)


def lent_to(uow: UnitOfWork, office: Office, federation: str, person: str) -> tuple[StandIn, ...]:
    """List those for whom somebody stands in now.

    Raises:
        ListChanged: a row was not written by the program.
    """
    mine = [each for each in _now(uow, office, federation) if each.by == person]
    for each in mine:
        tags.check(uow.people, office.keys, each)
    return tuple(each for each in mine if _manages(uow, federation, each.id))


def gone(uow: UnitOfWork, office: Office, viewer: Viewer) -> tuple[StandIn, ...]:
    """List, for an administrator, whom a manager has named and who can no longer sign in: nobody decides there now."""
    if not viewer.has(Role.ADMINISTRATOR):
        return ()
    here = {person.id for person in uow.people.persons(viewer.federation) if person.active}
    found = _now(uow, office, viewer.federation)
    return tuple(each for each in found if each.by not in here and _manages(uow, viewer.federation, each.id))


def _now(uow: UnitOfWork, office: Office, federation: str) -> list[StandIn]:
    today = office.today()
    return [each for each in uow.people.stand_ins(federation) if each.until >= today]


def _manages(uow: UnitOfWork, federation: str, person: str) -> bool:
    people = uow.people.persons(federation)
    return any(p.id == person and p.active and Role.FEDERATION_MANAGER in p.roles for p in people)
