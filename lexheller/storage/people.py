"""How are the small lists stored: federations, people, groups, organisations, recipients, patterns?"""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final

from sqlalchemy import Table, bindparam, select

from lexheller.model.allowed import AllowedWord
from lexheller.model.codes import Partner, Role
from lexheller.model.people import Federation, Group, Organisation, Pattern, Person, Recipient
from lexheller.model.stand_in import StandIn
from lexheller.storage import people_tables as tables
from lexheller.storage.rows import Row, canonical
from lexheller.storage.statements import Link


def _whole(table: Table) -> Any:  # noqa: ANN401  # a select of whatever columns the table has
    return select(table).order_by(*table.primary_key)


def _of_federation(table: Table) -> Any:  # noqa: ANN401  # a select of whatever columns the table has
    return _whole(table).where(table.c.federation_id == bindparam("federation"))


_FEDERATIONS: Final = _whole(tables.federations)
_PEOPLE: Final = _whole(tables.people)
_PEOPLE_OF: Final = _of_federation(tables.people)
_GROUPS: Final = _whole(tables.working_groups)
_MEMBERS: Final = _whole(tables.group_members)
_ORGANISATIONS: Final = _of_federation(tables.organisations)
_RECIPIENTS: Final = _of_federation(tables.recipients)
_PATTERNS: Final = _whole(tables.patterns)
_NO_MEMBERS: Final = tables.group_members.delete().where(
    tables.group_members.c.federation_id == bindparam("host"), tables.group_members.c.group_id == bindparam("group")
)
_STAND_INS: Final = _of_federation(tables.stand_ins)
_ALLOWED: Final = _of_federation(tables.allowed_words)
_DROP_ALLOWED: Final = tables.allowed_words.delete().where(
    tables.allowed_words.c.federation_id == bindparam("federation"), tables.allowed_words.c.word == bindparam("of_word")
)
_DROP_TAG: Final = tables.tags.delete().where(
    tables.tags.c.federation_id == bindparam("federation"),
    tables.tags.c.kind == bindparam("of_kind"),
    tables.tags.c.name == bindparam("of_name"),
)
_TAG: Final = select(tables.tags.c.tag).where(
    tables.tags.c.federation_id == bindparam("federation"),
    tables.tags.c.kind == bindparam("of_kind"),
    tables.tags.c.name == bindparam("of_name"),
)


def _person(row: Row) -> Person:
    federation, key, name, roles, groups, organisation, users, email, active = row
    return Person(
        federation=federation,
        id=key,
        name=name,
        roles=tuple(Role(role) for role in json.loads(roles)),
        groups=tuple(json.loads(groups)),
        organisation=organisation,
        users=tuple(json.loads(users)),
        email=email,
        active=bool(active),
    )


class SqlPeople:
    """Who there is and where things go; fills `ports.People`."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def federations(self) -> tuple[Federation, ...]:
        """List the federations of this installation."""
        return tuple(Federation(*row) for row in self._link.all(_FEDERATIONS))

    def put_federation(self, federation: Federation) -> None:
        """Store or replace a federation."""
        f = federation
        self._link.put(tables.federations, (f.id, f.name, f.contact_name, f.contact_phone, f.disposal_decision))

    def persons(self, federation: str | None = None) -> tuple[Person, ...]:
        """List people, of one federation or all."""
        rows = self._link.all(_PEOPLE) if federation is None else self._link.all(_PEOPLE_OF, federation=federation)
        return tuple(_person(row) for row in rows)

    def put_person(self, person: Person) -> None:
        """Store or replace a person."""
        lists = (canonical([role.value for role in person.roles]), canonical(person.groups), canonical(person.users))
        roles, groups, users = lists
        key = (person.federation, person.id, person.name)
        row = (*key, roles, groups, person.organisation, users, person.email, int(person.active))
        self._link.put(tables.people, row)

    def groups(self) -> tuple[Group, ...]:
        """List working groups with their member federations."""
        members: dict[tuple[str, str], list[str]] = {}
        for host, group, _, member in self._link.all(_MEMBERS):
            members.setdefault((host, group), []).append(member)
        rows = self._link.all(_GROUPS)
        return tuple(Group(host, key, name, tuple(members.get((host, key), ()))) for host, key, name in rows)

    def put_group(self, group: Group) -> None:
        """Store or replace a group."""
        self._link.put(tables.working_groups, (group.host, group.id, group.name))
        self._link.run(_NO_MEMBERS, host=group.host, group=group.id)
        rows = [(group.host, group.id, place, member) for place, member in enumerate(group.members)]
        self._link.append(tables.group_members, rows)

    def organisations(self, federation: str) -> tuple[Organisation, ...]:
        """List a federation's partners as organisations."""
        rows = self._link.all(_ORGANISATIONS, federation=federation)
        return tuple(
            Organisation(host, key, Partner(kind), name, bool(active)) for host, key, kind, name, active in rows
        )

    def put_organisation(self, organisation: Organisation) -> None:
        """Store or replace an organisation."""
        o = organisation
        self._link.put(tables.organisations, (o.federation, o.id, o.kind.value, o.name, int(o.active)))

    def recipients(self, federation: str) -> tuple[Recipient, ...]:
        """List where a federation's referrals can go."""
        return tuple(
            Recipient(host, key, name, Partner(kind) if kind else None, organisation, email, bool(active))
            for host, key, name, kind, organisation, email, active in self._link.all(_RECIPIENTS, federation=federation)
        )

    def put_recipient(self, recipient: Recipient) -> None:
        """Store or replace a recipient."""
        r = recipient
        kind = r.kind.value if r.kind else None
        self._link.put(tables.recipients, (r.federation, r.id, r.name, kind, r.organisation, r.email, int(r.active)))

    def patterns(self) -> tuple[Pattern, ...]:
        """List named patterns of all hosts."""
        return tuple(Pattern(*row) for row in self._link.all(_PATTERNS))

    def put_pattern(self, pattern: Pattern) -> None:
        """Store or replace a pattern."""
        p = pattern
        self._link.put(tables.patterns, (p.host, p.id, p.name, p.question, p.status, p.owner))

    def allowed_words(self, federation: str) -> tuple[AllowedWord, ...]:
        """List the words that a federation has agreed are no person's name."""
        rows = self._link.all(_ALLOWED, federation=federation)
        return tuple(
            AllowedWord(home, word, reason, by, accepted, date.fromisoformat(day))
            for home, word, reason, by, accepted, day in rows
        )

    def put_allowed_word(self, word: AllowedWord) -> None:
        """Store or replace such a word."""
        row = (word.federation, word.id, word.reason, word.proposed_by, word.accepted_by, word.day.isoformat())
        self._link.put(tables.allowed_words, row)

    def drop_allowed_word(self, federation: str, word: str) -> bool:
        """Take such a word off the list, and its tag; tell whether it was there."""
        self._link.run(_DROP_TAG, federation=federation, of_kind="allowedword", of_name=word)
        return self._link.run(_DROP_ALLOWED, federation=federation, of_word=word).rowcount == 1

    def stand_ins(self, federation: str) -> tuple[StandIn, ...]:
        """List who stands in for whom in a federation, or did."""
        rows = self._link.all(_STAND_INS, federation=federation)
        return tuple(StandIn(home, person, by, date.fromisoformat(until)) for home, person, by, until in rows)

    def put_stand_in(self, stand_in: StandIn) -> None:
        """Store or replace who stands in for somebody."""
        row = (stand_in.federation, stand_in.id, stand_in.by, stand_in.until.isoformat())
        self._link.put(tables.stand_ins, row)

    def tag(self, federation: str, kind: str, name: str) -> str:
        """Read the tag of one of these, "" where there is none."""
        row = self._link.one(_TAG, federation=federation, of_kind=kind, of_name=name)
        return str(row[0]) if row else ""

    def put_tag(self, federation: str, kind: str, name: str, tag: str) -> None:
        """Store or replace the tag of one of these."""
        self._link.put(tables.tags, (federation, kind, name, tag))
