"""How is it seen that a row of the lists (people, groups, where things go) was not written by the program?

Those lists have no history. Each row has a tag beside it instead: a keyed hash of everything in it, which nobody can
make who has the database but not the key file. It is checked when somebody sits down to work, and by `verify`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from lexheller.errors import ListChanged
from lexheller.model import codec
from lexheller.model.allowed import AllowedWord
from lexheller.model.people import Federation, Group, Organisation, Pattern, Person, Recipient
from lexheller.model.stand_in import StandIn
from lexheller.services.ports import Keys, People

Thing = Federation | Person | Group | Organisation | Recipient | Pattern | AllowedWord | StandIn
Key = tuple[str, str, str]
"""Federation, kind ("person", "group" …) and id."""

_PURPOSE: Final = "list"


def home_of(thing: Thing) -> str:
    """Name the federation that a thing belongs to."""
    match thing:
        case Federation():
            return thing.id
        case Group() | Pattern():
            return thing.host
        case Person() | Organisation() | Recipient() | AllowedWord() | StandIn():
            return thing.federation


def key_of(thing: Thing) -> Key:
    """Name a thing among all of them."""
    return home_of(thing), type(thing).__name__.lower(), thing.id


def tag_of(keys: Keys, thing: Thing) -> str:
    """Give the tag of a thing: the keyed hash of everything in it, in hex."""
    held = json.dumps(codec.encode_fields(thing), ensure_ascii=False, sort_keys=True)
    return keys.mac(_PURPOSE, *key_of(thing), held).hex()


def put(people: People, keys: Keys, thing: Thing) -> None:
    """Store or replace one thing with its tag."""
    match thing:
        case Federation():
            people.put_federation(thing)
        case Person():
            people.put_person(thing)
        case Group():
            people.put_group(thing)
        case Organisation():
            people.put_organisation(thing)
        case Recipient():
            people.put_recipient(thing)
        case Pattern():
            people.put_pattern(thing)
        case AllowedWord():
            people.put_allowed_word(thing)
        case StandIn():
            people.put_stand_in(thing)
    people.put_tag(*key_of(thing), tag_of(keys, thing))


def check(people: People, keys: Keys, person: Person | StandIn) -> None:
    """Hold the row of a person, or of who stands in for one, against its tag.

    Raises:
        ListChanged: the row was not written by the program.
    """
    if people.tag(*key_of(person)) != tag_of(keys, person):
        raise ListChanged(person=person.id)


def tag_everything(people: People, keys: Keys) -> None:
    """Tag every row of the lists as it lies there: after the upgrade of a database from before there were tags."""
    for thing in everything(people):
        people.put_tag(*key_of(thing), tag_of(keys, thing))


def everything(people: People) -> Iterator[Thing]:
    """List every person, place, group and pattern, every word that is no name, and who stands in for whom."""
    federations = people.federations()
    yield from federations
    yield from people.groups()
    yield from people.persons()
    yield from people.patterns()
    for federation in federations:
        yield from people.organisations(federation.id)
        yield from people.recipients(federation.id)
        yield from people.allowed_words(federation.id)
        yield from people.stand_ins(federation.id)
