"""Who is there, and where can things go?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lexheller.desk.base import Base
from lexheller.errors import BadValue, NotFound, NotPossible
from lexheller.i18n import LANGUAGES
from lexheller.model.allowed import AllowedWord
from lexheller.model.codes import Role
from lexheller.model.fields import Field, Kind, read
from lexheller.model.people import Federation, Group, Organisation, Pattern, Person, Recipient
from lexheller.model.visibility import is_staff, knows_pattern
from lexheller.services import accounts, founding, municipalities
from lexheller.services.accounts import Invitation, WayIn
from lexheller.services.founding import Founding
from lexheller.services.ports import UnitOfWork
from lexheller.services.tags import Thing, home_of
from lexheller.storage import queries

NOTICES = ("privacy", "accessibility")
"""What a federation tells everybody in its own words: how personal data are handled, and how far the web is usable."""

Notices = Mapping[tuple[str, str], str]
"""Such texts by kind and language; "" where there is none."""


def _nothing(_uow: UnitOfWork) -> None:
    """Read nothing: what is replaced was not looked at first."""


class Places(Base):
    """List and change people, groups, recipients and patterns."""

    def federations(self) -> tuple[Federation, ...]:
        """List the federations of this installation."""
        return self._read(lambda uow: uow.people.federations())

    def people(self) -> tuple[Person, ...]:
        """List the people of this person's federation; who answers for a partner reads nobody but themselves."""
        found = self._read(lambda uow: uow.people.persons(self.me.federation))
        return found if is_staff(self.me) else tuple(person for person in found if person.id == self.me.person)

    def groups(self) -> tuple[Group, ...]:
        """List the working groups this federation belongs to."""
        return self._read(lambda uow: tuple(g for g in uow.people.groups() if self.me.federation in g.members))

    def organisations(self) -> tuple[Organisation, ...]:
        """List this federation's partners as organisations."""
        return self._read(lambda uow: uow.people.organisations(self.me.federation))

    def recipients(self) -> tuple[Recipient, ...]:
        """List where this federation's referrals can go."""
        return self._read(lambda uow: uow.people.recipients(self.me.federation))

    def open_at(self, recipients: Iterable[str]) -> list[str]:
        """List, by number, what waits for an answer from some recipients ("GBG/fk"), for an administrator."""
        return self._read(lambda uow: queries.open_at(self._connection(uow), self.me, tuple(recipients)))

    def patterns(self) -> tuple[Pattern, ...]:
        """List the named patterns of this federation and of those it sits in a group with; partners see none."""

        def work(uow: UnitOfWork) -> tuple[Pattern, ...]:
            groups = uow.people.groups()
            return tuple(p for p in uow.people.patterns() if knows_pattern(self.me, p, groups))

        return self._read(work)

    def put(self, thing: Federation | Person | Group | Organisation | Recipient | Pattern) -> None:
        """Store or replace a person, group, organisation, recipient or pattern of this person's own federation.

        Raises:
            NotFound: it belongs to another federation.
            NotPossible: it takes another role than this person has.
        """
        self._may_put(thing)
        self._replace(None, _nothing, lambda uow: founding.put(uow, self.house.office.keys, thing))

    def change(self, things: Founding, *, seen: str | None = None) -> None:
        """Add or change several things at once, for an administrator; a federation that is not here yet may come along.

        Somebody who no longer works here is signed in nowhere, and has no invitation under way.

        Args:
            seen: the mark of the things as they were seen (`services.seen.mark` of `services.founding.there`), so that
                nobody else's change is lost; None puts them in the place of whatever stands there.

        Raises:
            Overtaken: they have changed since they were seen; nothing is changed.
            NotFound: something belongs to another federation; nothing is changed.
            NotPossible: this person is no administrator.
            BadValue: a name cannot be used, or something belongs nowhere.
        """
        if not self.me.has(Role.ADMINISTRATOR):
            raise NotPossible(why="administrators_only")
        here = {federation.id for federation in self.federations()}
        new = {federation.id for federation in things.federations} - here
        for thing in things:
            if home_of(thing) not in new:
                self._may_put(thing)
        if not things.municipalities.keys() <= {self.me.federation} | new:
            raise NotFound(what="place", name=" ".join(things.municipalities))
        now = self.house.office.now()

        def work(uow: UnitOfWork) -> None:
            founding.change(uow, self.house.office.keys, things)
            for home, names in things.municipalities.items():
                municipalities.put(uow, home, names, now)

        self._replace(seen, lambda uow: founding.there(uow, things), work)

    def municipalities(self) -> Mapping[str, tuple[str, ...]]:
        """List the municipalities of every federation here, by its code; none where nobody has said which."""
        return self._read(lambda uow: {each.id: municipalities.of(uow, each.id) for each in uow.people.federations()})

    def serving(self, municipality: str) -> tuple[Federation, ...]:
        """Find the federations that work in a municipality, however it is written; none where it is nobody's."""
        found = municipalities.serving(self.municipalities(), municipality)
        return tuple(each for each in self.federations() if each.id in found)

    def put_municipalities(self, names: Iterable[str]) -> None:
        """Say where this administrator's federation works; whoever has something to tell is asked for it.

        Raises:
            NotPossible: this person is no administrator.
            BadValue: a name is too long, or they are too many.
        """
        if not self.me.has(Role.ADMINISTRATOR):
            raise NotPossible(why="administrators_only")
        home, now = self.me.federation, self.house.office.now()
        self._replace(None, _nothing, lambda uow: municipalities.put(uow, home, names, now))

    def notice(self, federation: str, kind: str, language: str) -> str:
        """Read a text that a federation has for everybody ("privacy", "accessibility"); "" where it has none."""
        found = self._read(lambda uow: uow.notices.get(federation, kind, language))
        return found[0] if found else ""

    def put_notice(self, kind: str, language: str, text: str) -> None:
        """Store a text of this administrator's federation for everybody; "" takes it away.

        Raises:
            NotPossible: this person is no administrator.
            BadValue: it is too long, or there is no such kind or language.
        """
        self.put_notices({(kind, language): text})

    def notices(self) -> Notices:
        """Read this person's federation's texts for everybody, by kind and language; "" where it has none."""
        return self._read(self._notices)

    def put_notices(self, texts: Notices, *, seen: str | None = None) -> None:
        """Store several of these texts at once, or none of them.

        Args:
            seen: the mark of all of them as they were seen (`services.seen.mark` of `notices()`), as in `change`.

        Raises:
            Overtaken: they have changed since they were seen; nothing is changed.
            NotPossible: this person is no administrator.
            BadValue: one is too long, or there is no such kind or language.
        """
        if not self.me.has(Role.ADMINISTRATOR):
            raise NotPossible(why="administrators_only")
        if not {kind for kind, _ in texts} <= set(NOTICES):
            raise BadValue(field="kind", allowed=NOTICES)
        if not {language for _, language in texts} <= set(LANGUAGES):
            raise BadValue(field="language", allowed=tuple(LANGUAGES))
        read_ = {place: read(Field("text", Kind.TEXT), text.replace("\r\n", "\n")) for place, text in texts.items()}
        home, now = self.me.federation, self.house.office.now()

        def work(uow: UnitOfWork) -> None:
            for (kind, language), text in read_.items():
                uow.notices.put(home, kind, language, str(text or ""), now)

        self._replace(seen, self._notices, work)

    def _notices(self, uow: UnitOfWork) -> Notices:
        found = {
            (kind, lang): uow.notices.get(self.me.federation, kind, lang) for kind in NOTICES for lang in LANGUAGES
        }
        return {place: text[0] if text else "" for place, text in found.items()}

    def invite(self, person: str, *, anew: bool = False) -> Invitation:
        """Invite somebody of this administrator's federation to choose a password for the web.

        Args:
            anew: the password, codes and sessions they have count no more.

        Raises:
            NotFound: nobody here is called so.
            NotPossible: this person may not, or the other no longer works here.
        """
        found = self._somebody(person)
        return self._write(lambda uow: accounts.invite(uow, self.house.office, found, anew=anew))

    def withdraw_invitation(self, person: str) -> None:
        """Take back the invitation that somebody of this administrator's federation has; what they sign in by stays.

        Raises:
            NotFound: nobody here is called so.
            NotPossible: this person is no administrator.
        """
        found = self._somebody(person)
        self._write(lambda uow: accounts.withdraw(uow, found))

    def ways_in(self) -> Mapping[str, WayIn]:
        """Tell an administrator, by id, how everybody of their federation comes in: account, invitation.

        Raises:
            NotPossible: this person is no administrator.
        """
        if not self.me.has(Role.ADMINISTRATOR):
            raise NotPossible(why="administrators_only")
        home, office = self.me.federation, self.house.office
        return self._read(lambda uow: {p.id: accounts.way_in(uow, office, p) for p in uow.people.persons(home)})

    def _somebody(self, person: str) -> Person:
        if not self.me.has(Role.ADMINISTRATOR):
            raise NotPossible(why="administrators_only")
        found = next((p for p in self.people() if p.id == person.removeprefix(f"{self.me.federation}/")), None)
        if found is None:
            raise NotFound(what="person", name=person)
        return found

    def _may_put(self, thing: Thing) -> None:
        home = home_of(thing)
        by_staff = isinstance(thing, Pattern) and (self.me.has(Role.PROCESS_LEADER) or self.me.has(Role.GROUP_MEMBER))
        by_two = isinstance(thing, AllowedWord)  # there is a way of its own, which takes two people
        if by_two or home != self.me.federation:
            raise NotFound(what="place", name=str(home))
        if not (by_staff or self.me.has(Role.ADMINISTRATOR)):
            raise NotPossible(why="patterns_by_others" if isinstance(thing, Pattern) else "administrators_only")
