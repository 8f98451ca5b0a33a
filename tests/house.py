"""A small house to work in: three federations, their people, a group, recipients; any store, a clock that is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from lexheller.deadlines import Calendar
from lexheller.model.case import Case
from lexheller.model.codes import Partner, Role
from lexheller.model.people import Federation, Group, Pattern, Person, Recipient, Viewer
from lexheller.routing.book import RuleBook
from lexheller.routing.shipped import SHIPPED
from lexheller.services import casework, composites, following, submissions, tags
from lexheller.services.casework import AS_SUBMITTER, Taken
from lexheller.services.office import Office
from lexheller.services.ports import Store, UnitOfWork
from lexheller.vault import keyfile
from lexheller.vault.keys import KeyRing
from tests.factories import NOON, a_form

T = TypeVar("T")

PEOPLE = (
    Person("GBG", "elsa", "Elsa Exempel", (Role.PROCESS_LEADER, Role.GROUP_MEMBER), ("GBG/natverk",), users=("elsa",)),
    Person("GBG", "olle", "Olle Exempel", (Role.PROCESS_LEADER,)),
    Person("GBG", "birgitta", "Birgitta Exempel", (Role.FEDERATION_MANAGER,)),
    Person("GBG", "rut", "Rut Exempel", (Role.REGISTRAR,)),
    Person("GBG", "adam", "Adam Exempel", (Role.ADMINISTRATOR,)),
    Person("GBG", "fia", "Fia Exempel", (Role.PARTNER,), organisation="fk"),
    Person("INS", "ines", "Ines Exempel", (Role.PROCESS_LEADER, Role.GROUP_MEMBER), ("GBG/natverk",)),
    Person("INS", "ivar", "Ivar Exempel", (Role.FEDERATION_MANAGER,)),
    Person("ALV", "alva", "Alva Exempel", (Role.PROCESS_LEADER,)),
)
"""The third federation, ALV, has no working group."""


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: int) -> None:
        self.now += timedelta(**by)


@dataclass
class Works:
    """Do what services do, with fewer words."""

    store: Store
    office: Office
    clock: Clock
    codes: dict[str, str] = field(default_factory=dict)

    def submits(self, federation: str = "GBG", *, key: str = "", vouched: bool = False, **form: Any) -> Case:
        read = submissions.read_form(a_form(**form))
        about = submissions.Submitting(federation, key=key, vouched=vouched)
        got = self.store.write(lambda uow: submissions.submit(uow, self.office, read, about))
        if got.claim_code:
            self.codes[got.case.number] = got.claim_code
        return got.case

    def takes(
        self,
        who_does: str | Person | Viewer,
        case: Case | str,
        step: str,
        /,
        *,
        version: int | None = None,
        vouched: bool = False,
        **given: object,
    ) -> Taken:
        number = case if isinstance(case, str) else case.number

        def work(uow: UnitOfWork) -> Taken:
            viewer = viewer_of(who_does)
            found = casework.find(uow, viewer, number)
            who = casework.as_viewer(viewer, found)
            return composites.take_whole(
                uow, self.office, found, step, given, who=who, version=version, vouched=vouched
            )

        taken = self.store.write(work)
        if "claim_code" in taken.gave:
            self.codes[number] = str(taken.gave["claim_code"])
        return taken

    def does(self, who_does: str | Person | Viewer, case: Case | str, step: str, /, **given: Any) -> Case:
        return self.takes(who_does, case, step, **given).case

    def with_code(self, case: Case, step: str, **given: object) -> Case:
        code = self.codes[case.number]

        def work(uow: UnitOfWork) -> Taken:
            found = following.case_of(uow, self.office, code)
            return composites.take_whole(uow, self.office, found, step, given, who=AS_SUBMITTER)

        return self.store.write(work).case

    def follows(self, case: Case) -> following.Followed:
        def work(uow: UnitOfWork) -> following.Followed:
            found = following.case_of(uow, self.office, self.codes[case.number])
            seen = following.follow(uow, self.office, found, ())
            following.mark_read(uow, self.office, found)
            return seen

        return self.store.write(work)

    def reads(self, case: Case) -> Case:
        found = self.store.read(lambda uow: uow.cases.get(case.federation, case.id))
        assert found is not None
        return found

    def attested(self, federation: str = "GBG", leader: str = "elsa", **form: Any) -> Case:
        case = self.submits(federation, **form)
        self.does(leader, case, "open_dialogue")
        self.does(leader, case, "retell", shared_text="En person väntade länge på ett besked från två håll.")
        return self.does(leader, case, "attest", area_harmless=False)


def viewer_of(person: str | Person | Viewer) -> Viewer:
    """Make a viewer of one of the people, or of somebody else."""
    if isinstance(person, Viewer):
        return person
    found = person if isinstance(person, Person) else next(p for p in PEOPLE if p.id == person)
    answers = frozenset({"GBG/fk-beredning"}) if found.organisation == "fk" else frozenset()
    return Viewer(found.id, found.federation, frozenset(found.roles), frozenset(found.groups), answers)


def furnish(store: Store) -> None:
    """Put federations, people, a group, recipients and a pattern into a store."""

    def work(uow: UnitOfWork) -> None:
        for code, name in (("GBG", "Göteborg Exempel"), ("INS", "Insjö Exempel"), ("ALV", "Älv Exempel")):
            uow.people.put_federation(Federation(code, name, contact_name="Elsa Exempel", contact_phone="031-3900650"))
        for person in PEOPLE:
            uow.people.put_person(person)
        uow.people.put_group(Group("GBG", "natverk", "Nätverket", ("GBG", "INS")))
        for federation in ("GBG", "INS", "ALV"):
            for recipient, name, kind in RECIPIENTS:
                uow.people.put_recipient(
                    Recipient(federation, recipient, name, kind, organisation=recipient.split("-")[0])
                )
        uow.people.put_pattern(Pattern("GBG", "P1", "Två bedömer olika", "Vem stämmer av?"))

    store.write(work)


RECIPIENTS = (
    ("fk-beredning", "Försäkringskassan i beredningsgruppen", Partner.FK),
    ("af-beredning", "Arbetsförmedlingen i beredningsgruppen", Partner.AF),
    ("vardcentral", "Primärvården i beredningsgruppen", Partner.PRIMARY_CARE),
    ("styrgrupp", "Styrgruppen", None),
)


def office_with(folder: Path, clock: Clock, **changes: object) -> Office:
    """Put an office together with a real key file in a folder."""
    path = folder / "keys" / "lexheller.key"
    path.parent.mkdir(parents=True, exist_ok=True)
    keyfile.create(path, datetime(2026, 1, 1, tzinfo=UTC))
    known: Mapping[str, object] = {"book": lambda: SHIPPED, "clock": clock, "calendar": Calendar()}
    return Office(KeyRing(path), **{**known, **changes})  # type: ignore[arg-type]  # attributes by name


def works_in(store: Store, folder: Path, **changes: object) -> Works:
    """Furnish a store and start working in it."""
    furnish(store)
    clock = Clock()
    works = Works(store, office_with(folder, clock, **changes), clock)
    store.write(lambda uow: tags.tag_everything(uow.people, works.office.keys))
    return works


__all__ = ["PEOPLE", "Clock", "RuleBook", "Works", "furnish", "office_with", "viewer_of", "works_in"]
