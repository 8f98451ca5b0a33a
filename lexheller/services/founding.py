"""How does an installation come to be? `init` puts federations and people into an empty store, and adds some later."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from lexheller.errors import BadValue, NotPossible, UnknownName, WrongKey
from lexheller.model.codes import Role
from lexheller.model.fields import Field, Kind, read
from lexheller.model.people import Federation, Group, Organisation, Pattern, Person, Recipient
from lexheller.routing.targets import speaks_for
from lexheller.services import accounts, gate, municipalities, tags
from lexheller.services.ports import Keys, UnitOfWork
from lexheller.services.tags import Thing

INSTALLATION: Final = "installation"
"""The fact that names an installation: a random word, on every checkpoint of it."""
MAC_KEY: Final = "mac_key"
"""The fact that says which key file belongs to it, by the name of its key for keyed hashes, which is never rotated."""

_FEDERATION: Final = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖ0-9]{1,11}")
_ID: Final = re.compile(r"[a-zåäö0-9][a-zåäö0-9._-]{0,63}")
ROLES: Final = tuple(role for role in Role if role not in {Role.SYSTEM, Role.SUBMITTER})
"""The roles that a person can have: a submitter has a code and no account, and the program is nobody."""
_UNSEEN: Final = re.compile("[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What no name holds: line ends and other controls, and those that turn the sentence round that it stands in."""
_ACTORS: Final = frozenset({"system", "submitter"})
"""What stands in the history where no person acted; nobody may be called so."""


@dataclass(frozen=True, slots=True)
class Founding:
    """What is founded, or added later: federations, with whoever and whatever there is.

    Args:
        municipalities: where each federation works, by its code.
    """

    federations: tuple[Federation, ...]
    persons: tuple[Person, ...] = ()
    groups: tuple[Group, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    municipalities: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Thing]:
        """Go through all that is a thing of its own."""
        yield from self.federations
        yield from self.groups
        yield from self.persons
        yield from self.organisations
        yield from self.recipients
        yield from self.patterns


def found(uow: UnitOfWork, keys: Keys, mac_key: str, founding: Founding) -> str:
    """Found an installation, or add a federation to one; return the installation's word.

    Doing the same once more is harmless.

    Args:
        keys: of the key file, to tag what is stored.
        mac_key: the name of the key file's key for keyed hashes.

    Raises:
        WrongKey: the installation has another key file.
        NotPossible: something of that name is there and differs (`why` is "already_there", with `what`, `name`).
        BadValue: a name that register numbers or the history could not carry.
        UnknownName: a role that nobody can have, or an organisation that is not listed.
    """
    check(founding)
    word = uow.notes.value(INSTALLATION)
    if word is None:
        word = secrets.token_hex(8)
        uow.notes.put_value(INSTALLATION, word)
        uow.notes.put_value(MAC_KEY, mac_key)
    elif uow.notes.value(MAC_KEY) != mac_key:
        raise WrongKey(key=mac_key)
    known = {tags.key_of(thing): thing for thing in tags.everything(uow.people)}
    for thing in founding:
        _put(uow, keys, thing, known)
    _check_belonging(uow, founding)
    return word


def change(uow: UnitOfWork, keys: Keys, founding: Founding) -> None:
    """Add to an installation, and change what is there already: for an administrator, who has been asked for before.

    Raises:
        BadValue: a name that register numbers or the history could not carry, or something that belongs nowhere.
    """
    check(founding)
    for thing in founding:
        put(uow, keys, thing)
    _check_belonging(uow, founding)


def there(uow: UnitOfWork, founding: Founding) -> tuple[object, ...]:
    """Give what stands where these things would be put: each of them, None for what is new; then municipalities."""
    known = {tags.key_of(thing): thing for thing in tags.everything(uow.people)}
    stands = (known.get(tags.key_of(thing)) for thing in founding)
    return (*stands, *(municipalities.of(uow, home) for home in founding.municipalities))


def put(uow: UnitOfWork, keys: Keys, thing: Thing) -> None:
    """Store or replace one thing; somebody who no longer works here is signed in nowhere, and not invited.

    Raises:
        BadValue: a name that register numbers or the history could not carry.
        GateStopped: a pattern's words hold what must go, or what may point out a person.
    """
    check((thing,))
    tags.put(uow.people, keys, thing)
    if isinstance(thing, Person) and not thing.active:
        accounts.leave(uow, thing)
    if isinstance(thing, Organisation) and not thing.active:
        for recipient in uow.people.recipients(thing.federation):
            if recipient.organisation == thing.id and recipient.active:
                tags.put(uow.people, keys, replace(recipient, active=False))


def _put(uow: UnitOfWork, keys: Keys, new: Thing, known: Mapping[tags.Key, Thing]) -> None:
    """Store what is not there yet; what is there and differs is changed by an administrator, not by founding again."""
    home, what, name = tags.key_of(new)
    there = known.get((home, what, name))
    if there is None:
        tags.put(uow.people, keys, new)
    elif there != new:
        named = name if isinstance(new, Federation | Person | Organisation) else f"{home}/{name}"
        raise NotPossible(why="already_there", what=what, name=named)


def is_id(text: str) -> bool:
    """Tell whether a person, a group, an organisation or a recipient can be known by this."""
    return _ID.fullmatch(text) is not None


def is_federation(text: str) -> bool:
    """Tell whether a federation can be known by this, and its cases be numbered with it."""
    return _FEDERATION.fullmatch(text) is not None


def check(things: Iterable[Thing]) -> None:
    """See that all of it can be carried by register numbers, the history and whoever reads it.

    Raises:
        BadValue, UnknownName: something cannot, or a role or an organisation that there is none of.
        GateStopped: a pattern's words hold what must go, or what may point out a person.
    """
    for thing in things:
        if _UNSEEN.search(getattr(thing, "name", "")):
            raise BadValue(field="name", allowed=("Elsa Exempel",))
        match thing:
            case Federation():
                if not is_federation(thing.id):
                    raise BadValue(field="federation", allowed=("GBG",))
            case Pattern():
                if not thing.id.strip() or "/" in thing.id:
                    raise BadValue(field="id", allowed=("P1",))
                for key in ("name", "question"):
                    read(Field(key, Kind.TEXT), getattr(thing, key))
                gate.passed({"id": thing.id, "name": thing.name, "question": thing.question}, vouched=False)
            case _:
                if not is_id(thing.id):
                    raise BadValue(field="id", allowed=("elsa", "fk-beredning"))
                if isinstance(thing, Person):
                    _check_person(thing)


def _check_person(person: Person) -> None:
    if person.id in _ACTORS:
        raise BadValue(field="person", allowed=("elsa",))
    for role in person.roles:
        if role not in ROLES:
            raise UnknownName(what="role", name=str(role), person=person.id, known=ROLES)


def _check_belonging(uow: UnitOfWork, founding: Founding) -> None:
    """See to it that everything belongs to federations that are there, and people to groups that are there."""
    federations = {federation.id for federation in uow.people.federations()}
    groups = {group.key for group in uow.people.groups()}
    homes = {person.federation for person in founding.persons}
    homes |= {organisation.federation for organisation in founding.organisations}
    homes |= {recipient.federation for recipient in founding.recipients}
    homes |= {pattern.host for pattern in founding.patterns}
    homes |= {home for group in founding.groups for home in (group.host, *group.members)}
    if not homes <= federations:
        raise BadValue(field="federation", allowed=tuple(sorted(federations)))
    if not {key for person in founding.persons for key in person.groups} <= groups:
        raise BadValue(field="groups", allowed=tuple(sorted(groups)))
    for person in founding.persons:
        _check_organisation(uow, person)
    for recipient in founding.recipients:
        _check_kind(uow, recipient)


def _check_kind(uow: UnitOfWork, recipient: Recipient) -> None:
    """See to it that whoever answers for a recipient is of its kind: else a case would go to somebody else's desk."""
    there = uow.people.organisations(recipient.federation)
    named = next((each for each in there if each.id == recipient.organisation), None)
    if named is not None and recipient.active and not named.active:
        raise BadValue(field="active", allowed=("false",))
    if recipient.kind and named is not None and not speaks_for(named.kind, recipient.kind):
        fitting = tuple(each.id for each in there if speaks_for(each.kind, recipient.kind))
        raise BadValue(field="organisation", allowed=fitting)


def _check_organisation(uow: UnitOfWork, person: Person) -> None:
    """See to it that somebody answers for an organisation that is listed: else nothing would ever reach them."""
    if person.organisation or Role.PARTNER in person.roles:
        known = tuple(organisation.id for organisation in uow.people.organisations(person.federation))
        if person.organisation not in known:
            raise UnknownName(what="organisation", name=person.organisation, person=person.id, known=known)
