"""Whom does somebody act as, and what may that person see?"""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from lexheller.errors import UnknownPerson
from lexheller.model.codes import Role
from lexheller.model.people import Person, Viewer
from lexheller.services import standing_in, tags
from lexheller.services.office import Office
from lexheller.services.ports import UnitOfWork

if TYPE_CHECKING:
    from lexheller.app import House


def viewer_for(uow: UnitOfWork, office: Office, person: str | None, user: str) -> Viewer | None:
    """Find out whom a system user acts as.

    Raises:
        UnknownPerson: nobody by that name, or this user may not act as them.
        ListChanged: the row of one of them was changed past the program.
    """
    people = [p for p in uow.people.persons() if p.active]
    # the first system user of a person is their own, those after it may act as them
    bound = sorted((p for p in people if user in p.users), key=lambda p: p.users.index(user))
    if person is None:
        return _checked(uow, office, bound[0]) if bound else None
    named = [p for p in people if person in {p.id, f"{p.federation}/{p.id}"}]
    mine = [p for p in named if p in bound]
    if mine:
        return _checked(uow, office, mine[0])
    administrator = next((p for p in bound if Role.ADMINISTRATOR in p.roles), None)
    if not named or administrator is None:
        raise UnknownPerson(person=person)
    tags.check(uow.people, office.keys, administrator)
    return _checked(uow, office, named[0], via=administrator.id)


def viewer_of_user(house: House, person: str | None, user: str = "") -> Viewer | None:
    """Find out whom a system user acts as, the one at the keyboard if none is named; raises as `viewer_for`."""
    return house.store.read(lambda uow: viewer_for(uow, house.office, person, user or getpass.getuser()))


def _checked(uow: UnitOfWork, office: Office, person: Person, via: str = "") -> Viewer:
    tags.check(uow.people, office.keys, person)
    return viewer_of(uow, office, person, via)


def viewer_of(uow: UnitOfWork, office: Office, person: Person, via: str = "") -> Viewer:
    """Gather what a person may see: roles, own and lent, groups, and recipients answered for.

    Raises:
        ListChanged: the row of who stands in for whom was changed past the program.
    """
    answers_for = {
        recipient.key
        for recipient in (uow.people.recipients(person.federation) if person.organisation else ())
        if recipient.organisation == person.organisation
    }
    lent = {Role.FEDERATION_MANAGER} if standing_in.lent_to(uow, office, person.federation, person.id) else set()
    roles = lent.union(person.roles)
    return Viewer(person.id, person.federation, frozenset(roles), frozenset(person.groups), frozenset(answers_for), via)
