"""What a person can do: the one face that the terminal, the web and scripts talk to. This is the Python API.

    from lexheller.desk import open_desk

    desk = open_desk(person="elsa")
    for row in desk.inbox().late:
        print(row.number, row.due)

A desk belongs to one person (or to nobody: then it takes submissions and answers claim codes). Each method that changes
something is one transaction; each that reads shows what this person may see and answers "not found" for the rest.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from lexheller.app import House, open_house
from lexheller.app.opening import check_rules, read_rules
from lexheller.errors import LexHellerError, NotFound, NotPossible, Refused, UnknownName, UnknownPerson
from lexheller.model.case import Case
from lexheller.model.codes import Role, Source
from lexheller.model.fields import Field, Kind, read
from lexheller.model.people import Federation, Group, Organisation, Pattern, Person, Recipient, Viewer
from lexheller.services import (
    casework,
    composites,
    following,
    founding,
    gate,
    importing,
    reading,
    routes,
    sisters,
    submissions,
)
from lexheller.services.agreement import Agreement, agreement
from lexheller.services.casework import AS_SUBMITTER, Taken
from lexheller.services.entries import By
from lexheller.services.following import Followed
from lexheller.services.founding import Founding
from lexheller.services.ports import UnitOfWork
from lexheller.services.reading import CaseView
from lexheller.settings import Settings, load_settings
from lexheller.storage import queries
from lexheller.storage import search as finding
from lexheller.workflow import Opening

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from lexheller.imports.mapping import Column as SheetColumn
    from lexheller.imports.old_sheet import OldSheet
    from lexheller.model.report import Report
    from lexheller.routing.book import Explanation, RuleBook
    from lexheller.routing.checking import Fault
    from lexheller.routing.rehearsal import Rehearsed

T = TypeVar("T")
Given = Mapping[str, object]

_CASES = ("cases", "arenden")
_OTHER = ("other", "annat_arende")
_REFERRAL = ("referral", "sandning")
"""Fields in which other cases are named, and one that holds for the first of them only; by both their keys."""


class Done(NamedTuple):
    """What a step or action answers: the case's number, its state and version now, and what the step gave."""

    number: str
    state: str
    version: int
    gave: Mapping[str, object]


class Submission(NamedTuple):
    """What a submission answers. `claim_code` is None for a repeat after 24 hours, or once the code was renewed."""

    number: str
    claim_code: str | None
    version: int
    first_contact: date | None
    repeated: bool


@dataclass(frozen=True, slots=True)
class Many:
    """What became of a step taken with many cases, one transaction each: those done, and those left out with why."""

    done: tuple[Done, ...]
    left_out: tuple[tuple[str, LexHellerError], ...]


class SheetPreview(NamedTuple):
    """What would become of an old sheet: its columns, and its rows. `others` are worksheets that were left alone."""

    source: str
    worksheet: str
    others: tuple[str, ...]
    columns: tuple[SheetColumn, ...]
    account: importing.Account


def open_desk(
    *,
    settings: Settings | None = None,
    person: str | None = None,
    user: str | None = None,
    clock: Callable[[], datetime] | None = None,
) -> Desk:
    """Open the desk of a person.

    Args:
        settings: as `load_settings` reads them; None reads the usual file and `LEXHELLER_*`.
        person: whom to act as; None acts as the person bound to the system user, or as nobody when there is none.
        user: the system user; None asks the system.
        clock: gives the time, UTC; None is the real one.

    Raises:
        UnknownPerson: there is no such person, or the system user is not bound to them nor to an administrator.
        StoreUnusable: the database or key cannot be used.
    """
    house = open_house(settings or load_settings(None, os.environ), clock)
    viewer = house.store.read(lambda uow: viewer_for(uow, person, user or getpass.getuser()))
    return Desk(house, viewer)


def viewer_for(uow: UnitOfWork, person: str | None, user: str) -> Viewer | None:
    """Find out whom a system user acts as.

    Raises:
        UnknownPerson: nobody by that name, or this user may not act as them.
    """
    people = [p for p in uow.people.persons() if p.active]
    # the first system user of a person is their own, those after it may act as them
    bound = sorted((p for p in people if user in p.users), key=lambda p: p.users.index(user))
    if person is None:
        return viewer_of(uow, bound[0]) if bound else None
    named = [p for p in people if person in {p.id, f"{p.federation}/{p.id}"}]
    mine = [p for p in named if p in bound]
    if mine:
        return viewer_of(uow, mine[0])
    administrator = next((p for p in bound if Role.ADMINISTRATOR in p.roles), None)
    if not named or administrator is None:
        raise UnknownPerson(person=person)
    return viewer_of(uow, named[0], via=administrator.id)


def viewer_of(uow: UnitOfWork, person: Person, via: str = "") -> Viewer:
    """Gather what a person may see: roles, groups, and recipients answered for."""
    answers_for = {
        recipient.key
        for recipient in (uow.people.recipients(person.federation) if person.organisation else ())
        if recipient.organisation == person.organisation
    }
    return Viewer(
        person.id, person.federation, frozenset(person.roles), frozenset(person.groups), frozenset(answers_for), via
    )


class Desk:
    """Be the place where one person works. Make it with `open_desk`."""

    def __init__(self, house: House, viewer: Viewer | None) -> None:
        self.house = house
        self.viewer = viewer

    def close(self) -> None:
        """Let go of the database."""
        self.house.store.close()

    @property
    def me(self) -> Viewer:
        """The person at this desk.

        Raises:
            UnknownPerson: this system user is nobody here.
        """
        if self.viewer is None:
            raise UnknownPerson(person="")
        return self.viewer

    # --- the submitter ------------------------------------------------------------------------------

    def submit(
        self,
        form: Given,
        *,
        federation: str | None = None,
        key: str = "",
        vouched: bool = False,
        informed: Sequence[str] = (),
        source: Source = Source.FORM,
        language: str = "sv",
    ) -> Submission:
        """Send in a report; nothing is kept or logged until its texts have passed the gate.

        Args:
            form: the fields by English or Swedish key; four are required.
            federation: where to; may be left out where the installation has one, or by its process leaders.
            key: an idempotency key: sending the same again is harmless and shows the same code for 24 hours.
            vouched: what the gate asks about identifies nobody.
            informed: the channels (lex_sarah …) that were shown and that the submitter says to know of.
            source: how it came, when a process leader registers for somebody; `language` is the submitter's.

        Raises:
            NeedsUnmet, UnknownField, BadValue: the form lacks something or holds what it cannot.
            GateStopped: a text holds what must go, or something that nobody has vouched for.
            KeyReused: the key was used for other words.
        """
        filled = submissions.read_form(form)
        registers = source is not Source.FORM and self.viewer is not None and self.viewer.has(Role.PROCESS_LEADER)
        by = By(self.me.person, Role.PROCESS_LEADER, self.me.via) if registers else submissions.SUBMITTER
        about = submissions.Submitting(
            federation=federation or self._only_federation(),
            key=key,
            by=by,
            source=source,
            vouched=vouched,
            language=language,
            informed=tuple(informed),
        )
        got = self._write(lambda uow: submissions.submit(uow, self.house.office, filled, about))
        case = got.case
        return Submission(case.number, got.claim_code, case.version, case.clocks.get("first_contact"), got.repeated)

    def _only_federation(self) -> str:
        if self.viewer is not None:
            return self.viewer.federation
        known = self._read(lambda uow: uow.people.federations())
        if len(known) != 1:
            raise NotPossible(why="which_federation", known=tuple(f.id for f in known))
        return known[0].id

    def follow(self, code: str) -> Followed:
        """Read a case with its claim code, as its submitter; a first read of feedback is noted.

        Raises:
            MistypedCode, NotFound: the code opens nothing.
        """

        def work(uow: UnitOfWork) -> Followed:
            case = following.case_of(uow, self.house.office, code)
            openings = casework.open_steps(uow, self.house.office, case, AS_SUBMITTER)
            seen = following.follow(uow, self.house.office, case, tuple(o.step.name for o in openings if o.open))
            following.mark_read(uow, self.house.office, case)
            return seen

        return self._write(work)

    def do_with_code(
        self, code: str, step: str, given: Given, *, version: int | None = None, vouched: bool = False
    ) -> Done:
        """Take a step as the submitter who holds the code (say, helped, reopen, withdraw, block …); raises as `do`."""

        def work(uow: UnitOfWork) -> Taken:
            case = following.handled(uow, following.case_of(uow, self.house.office, code))
            return composites.take_whole(
                uow, self.house.office, case, step, given, who=AS_SUBMITTER, version=version, vouched=vouched
            )

        return _done(self._write(work))

    # --- cases --------------------------------------------------------------------------------------

    def inbox(self, limit: int = 50) -> queries.Inbox:
        """Show what waits for this person in each of their roles, the late ones first."""
        today = self.house.office.today()
        return self._read(lambda uow: queries.inbox(self._connection(uow), self.me, today, limit))

    def cases(self, **filters: object) -> list[queries.CaseRow]:
        """List the cases this person may see; filters as `storage.queries.list_cases` names them."""
        return self._read(lambda uow: list(queries.list_cases(self._connection(uow), self.me, **filters)))  # type: ignore[arg-type]  # passed on as they are

    def rows(self, numbers: Iterable[str]) -> Mapping[str, queries.CaseRow]:
        """Give cases as `cases` lists them, by number; those this person may not see are left out."""
        return self._read(lambda uow: queries.case_rows(self._connection(uow), self.me, tuple(numbers)))

    def histories(self, numbers: Iterable[str]) -> Mapping[str, list[queries.HistoryRow]]:
        """Give the histories of several cases, by number."""
        return self._read(lambda uow: queries.history(self._connection(uow), self.me, tuple(numbers)))

    def case(self, number: str) -> CaseView:
        """Show one case, as much of it as this person may see.

        Raises:
            NotFound: there is none, or it is not theirs: the same answer.
        """
        return self._read(lambda uow: reading.view(uow, self.house.office, self.me, number))

    def can(self, number: str) -> tuple[Opening, ...]:
        """List the steps of a case that this person may take, with what each still lacks or asks for."""

        def work(uow: UnitOfWork) -> tuple[Opening, ...]:
            case = casework.find(uow, self.me, number)
            return casework.open_steps(uow, self.house.office, case, casework.as_viewer(self.me, case))

        return self._read(work)

    def do(self, number: str, step: str, given: Given, *, version: int | None = None, vouched: bool = False) -> Done:
        """Take a step or action with a case, as far as the process and this person's roles allow.

        Args:
            number: register number, such as "GBG-2026-0042".
            step: its name in the process (`lexheller process` lists them).
            given: what the step needs, by field.
            version: the version this person has seen; a case that has moved since is refused.
            vouched: what the gate asks about identifies nobody.

        Raises:
            NotFound, Stale, NotOpen, NeedsUnmet, GateStopped, UnknownStep, UnknownField, BadValue: nothing was done.
        """
        others = self._other_cases(number, given)
        taken = self._write(lambda uow: self._take(uow, number, step, given, version, vouched=vouched))
        other = next((given[key] for key in _OTHER if key in given), "")
        if step == "same_event" and other:
            self._mirror(number, str(other))
        rest = {key: value for key, value in given.items() if key not in {*_CASES, *_REFERRAL}}
        for further in others:
            self._write(lambda uow, further=further: self._take(uow, further, step, rest, None, vouched=vouched))  # type: ignore[misc]  # bound on purpose
        return _done(taken)

    def _other_cases(self, number: str, given: Given) -> tuple[str, ...]:
        """Find the other cases that one answer covers: each is a transaction of its own, after all were found.

        Raises:
            NotFound: one of them is not this person's to see; nothing was done with any.
        """
        named = next((given[key] for key in _CASES if key in given), ())
        others = [n for n in cast("tuple[str, ...]", read(Field("cases", Kind.NAMES), named)) if n != number]
        if others:
            self._read(lambda uow: [casework.find(uow, self.me, other) for other in others])
        return tuple(others)

    def do_for_pattern(self, pattern: str, step: str, given: Given, *, vouched: bool = False) -> Many:
        """Take one step with every case of a pattern where it is open to this person's own federation.

        One transaction a case, so that a crash leaves nothing half done; running it again goes on where it stopped.
        """
        named = next((p.key for p in self.patterns() if pattern in {p.key, p.id}), pattern)
        rows = self.cases(pattern=named)
        done: list[Done] = []
        left: list[tuple[str, LexHellerError]] = []
        for row in rows:
            try:
                if row.federation != self.me.federation:
                    raise NotPossible(why="other_federation")
                done.append(self.do(row.number, step, given, vouched=vouched))
            except (Refused, NotFound) as error:
                left.append((row.number, error))
        return Many(tuple(done), tuple(left))

    def accept(self, number: str) -> Done:
        """Take over a case that another federation has offered this one, by `redirect`.

        A case of this federation is opened with a link back; the sender's case is closed with who has it now, and its
        claim code follows both.

        Raises:
            NotFound: there is no such offer.
        """
        office = self.house.office
        taken = self._write(lambda uow: sisters.take_over(uow, office, self.me, number))
        self._write(lambda uow: sisters.answer_sender(uow, office, number, taken))
        return Done(taken.number, taken.state, taken.version, {"from": number})

    def search(self, text: str, limit: int = 20) -> list[finding.Hit]:
        """Find cases by words, ranked."""
        return self._read(lambda uow: list(finding.search(self._connection(uow), self.me, text, limit)))

    def similar(self, number: str, limit: int = 5) -> list[finding.Similar]:
        """Find the cases most like this one, with why.

        Raises:
            NotFound: there is no such case, or it is not theirs: the same answer.
        """

        def work(uow: UnitOfWork) -> list[finding.Similar]:
            casework.find(uow, self.me, number)
            return list(finding.similar(self._connection(uow), self.me, number, limit))

        return self._read(work)

    # --- the old sheet ------------------------------------------------------------------------------

    def preview_sheet(
        self,
        path: Path,
        *,
        mapping: Path | None = None,
        source: str | None = None,
        federation: str | None = None,
        vouched: bool = False,
        progress: importing.Progress | None = None,
    ) -> SheetPreview:
        """Show what `import_sheet` would do with a sheet; nothing is stored. Arguments and errors are the same."""
        sheet, about = self._old_sheet(path, mapping, source, federation, vouched=vouched)
        office = self.house.office
        account = importing.look_over(self.house.store, office, self.me, sheet.cases(), about, progress)
        return SheetPreview(about.source, sheet.sheet.name, sheet.sheet.others, sheet.columns, account)

    def import_sheet(
        self,
        path: Path,
        *,
        mapping: Path | None = None,
        source: str | None = None,
        federation: str | None = None,
        vouched: bool = False,
        progress: importing.Progress | None = None,
    ) -> importing.Account:
        """Take in the rows of an old sheet that are without fault and not here yet; running it again is harmless.

        Args:
            path: .xlsx or .csv.
            mapping: a file that says which heading holds which field; without one they are guessed.
            source: what the sheet is called, by which its rows are known again; by default the file's name.
            federation: must be this person's own, which it is by default.
            vouched: what the gate asks about identifies nobody; else such rows are left out.
            progress: hears how far it has come.

        Raises:
            UnreadableFile, UnknownField, UnknownName, BadValue: the sheet or the mapping file cannot be used.
            NotOpen: this person is no process leader. NotFound: it is another federation.
            GateStopped: the source's name may point out a person.
        """
        sheet, about = self._old_sheet(path, mapping, source, federation, vouched=vouched)
        return importing.bring_in(self.house.store, self.house.office, self.me, sheet.cases(), about, progress)

    def undo_import(self, run: str) -> importing.Undone:
        """Make the cases of an import void that nothing has been done with; tells which were left, and why.

        Raises:
            NotFound: there is no such import here. NotOpen: this person is no process leader.
        """
        return importing.undo(self.house.store, self.house.office, self.me, run)

    def _old_sheet(
        self, path: Path, mapping: Path | None, source: str | None, federation: str | None, *, vouched: bool
    ) -> tuple[OldSheet, importing.Importing]:
        from lexheller.imports.old_sheet import open_old_sheet  # other commands do without it

        about = importing.Importing(federation or self.me.federation, source or path.stem, vouched=vouched)
        settings = self.house.settings
        sheet = open_old_sheet(path, mapping, themes=settings.themes, target_groups=settings.target_groups)
        return sheet, about

    # --- where cases go, and what is learned --------------------------------------------------------

    def routes(self) -> RuleBook:
        """Give the rules that apply here, in the order in which they are asked.

        Raises:
            BadRules: one of them cannot be used.
        """
        return self.house.office.book()

    def explain(self, number: str) -> Explanation:
        """Say where a case would go by the rules, and why; nothing is sent.

        Raises:
            NotFound: there is none, or this person does not see its head.
            BadRules: a rule cannot be used.
        """
        return self._read(lambda uow: routes.explain(uow, self.house.office, self.me, number)[1])

    def check_routes(self) -> tuple[Fault, ...]:
        """Name everything that is wrong with the rules; those that only lead to nobody yet do not refuse."""
        recipients = self._read(routes.everybodys_recipients)
        return check_rules(self.house.settings, recipients)

    def try_routes(self, path: Path) -> tuple[Rehearsed, ...]:
        """Try a file of rules, in the place of the federation's own, on every earlier case of this federation.

        Raises:
            BadRules: the file cannot be used.
        """
        other = read_rules(self.house.settings, path, self._read(routes.everybodys_recipients))
        numbers = [row.number for row in reversed(self.cases(federation=(self.me.federation,)))]
        return self._read(lambda uow: routes.try_rules(uow, self.house.office, self.me, other, numbers))

    def report(self, period: str = "", *, federations: Sequence[str] = (), outside: bool = False) -> Report:
        """Make the pattern report over the cases this person sees the work on.

        Args:
            period: such as "2025-03/2026-02"; "" is the twelve whole months before this one.
            federations: ids; none means all of them that this person sees.
            outside: for readers outside, with every number hidden that could point out somebody.

        Raises:
            BadValue: the period is none.
            UnknownName: a federation is none that this person sees.
        """
        from lexheller.services import reporting
        from lexheller.storage.report_queries import ReportQueries

        office = self.house.office
        request = reporting.requested(period, office.today(), federations, self._names(federations), outside=outside)
        terms = reporting.promised(office)
        return self._read(
            lambda uow: reporting.pattern_report(ReportQueries(self._connection(uow)), self.me, request, terms)
        )

    def _names(self, wanted: Sequence[str]) -> tuple[str, ...]:
        """Name the federations whose cases this person sees the work on."""
        homes = {self.me.federation, *(home for g in self.groups() if g.key in self.me.groups for home in g.members)}
        known = {f.id: f.name for f in self.federations() if f.id in homes}
        for federation in wanted:
            if federation not in known:
                raise UnknownName(what="federation", name=federation, known=tuple(known))
        return tuple(known[federation] for federation in (wanted or known))

    # --- the working group --------------------------------------------------------------------------

    def reading_list(self, group: str = "", *, every: bool = False) -> list[queries.CaseRow]:
        """List the cases that this person's working groups have to go through, in the order of a meeting.

        Args:
            group: "HOST/id" for one of the groups; all of this person's by default.
            every: also those that have been gone through.
        """
        groups = (group,) if group else ()
        return self._read(lambda uow: list(queries.group_cases(self._connection(uow), self.me, groups, every=every)))

    def name_pattern(self, pattern: Pattern) -> None:
        """Name a pattern of this person's own federation, or word one again; its words pass the gate.

        Raises:
            NotFound: it is another federation's, or this person may not name patterns.
            GateStopped: name or question holds what must go.
        """
        self._may_put(pattern)
        gate.passed({"name": pattern.name, "question": pattern.question}, vouched=False)
        self._write(lambda uow: uow.people.put_pattern(pattern))

    def ties(self, numbers: Iterable[str]) -> Mapping[str, list[queries.Tie]]:
        """Tell why cases were tied to a pattern, or not tied, by number."""
        return self._read(lambda uow: queries.ties(self._connection(uow), self.me, tuple(numbers)))

    def agreement(self, since: date | None = None, until: date | None = None) -> Agreement:
        """Tell how far raters agree on levels: cases, pairs, the share that agrees, Krippendorff's alpha."""
        return self._read(
            lambda uow: agreement(queries.ratings(self._connection(uow), self.me, since=since, until=until))
        )

    # --- people and places --------------------------------------------------------------------------

    def federations(self) -> tuple[Federation, ...]:
        """List the federations of this installation."""
        return self._read(lambda uow: uow.people.federations())

    def people(self) -> tuple[Person, ...]:
        """List the people of this person's federation."""
        return self._read(lambda uow: uow.people.persons(self.me.federation))

    def groups(self) -> tuple[Group, ...]:
        """List the working groups this federation belongs to."""
        return self._read(lambda uow: tuple(g for g in uow.people.groups() if self.me.federation in g.members))

    def recipients(self) -> tuple[Recipient, ...]:
        """List where this federation's referrals can go."""
        return self._read(lambda uow: uow.people.recipients(self.me.federation))

    def patterns(self) -> tuple[Pattern, ...]:
        """List the named patterns."""
        return self._read(lambda uow: uow.people.patterns())

    def put(self, thing: Federation | Person | Group | Organisation | Recipient | Pattern) -> None:
        """Store or replace a person, group, organisation, recipient or pattern of this person's own federation.

        Raises:
            NotFound: it belongs to another federation, or this person may not.
        """
        self._may_put(thing)
        self._write(lambda uow: founding.put(uow, thing))

    def change(self, things: Founding) -> None:
        """Add or change several things at once, for an administrator; a federation that is not here yet may come along.

        Raises:
            NotFound: something belongs to another federation, or this person may not; nothing is changed.
            BadValue: a name cannot be used, or something belongs nowhere.
        """
        if not self.me.has(Role.ADMINISTRATOR):
            raise NotPossible(why="administrators_only")
        here = {federation.id for federation in self.federations()}
        new = {federation.id for federation in things.federations} - here
        for thing in things:
            if founding.home_of(thing) not in new:
                self._may_put(thing)
        self._write(lambda uow: founding.change(uow, things))

    def _may_put(self, thing: Federation | Person | Group | Organisation | Recipient | Pattern) -> None:
        home = founding.home_of(thing)
        by_staff = isinstance(thing, Pattern) and (self.me.has(Role.PROCESS_LEADER) or self.me.has(Role.GROUP_MEMBER))
        if home != self.me.federation or not (by_staff or self.me.has(Role.ADMINISTRATOR)):
            raise NotFound(what="place", name=str(home))

    # --- the machinery ------------------------------------------------------------------------------

    def _take(
        self, uow: UnitOfWork, number: str, step: str, given: Given, version: int | None, *, vouched: bool
    ) -> Taken:
        case = casework.find(uow, self.me, number)
        who = casework.as_viewer(self.me, case)
        return composites.take_whole(
            uow, self.house.office, case, step, given, who=who, version=version, vouched=vouched
        )

    def _mirror(self, number: str, other: str) -> None:
        """Mark the other report of the same event too, in a transaction of its own: it may be another federation's."""

        def work(uow: UnitOfWork) -> Case:
            case = casework.find(uow, self.me, other)
            who = casework.Who(self.me.person, frozenset({Role.GROUP_MEMBER, Role.PROCESS_LEADER}), viewer=self.me)
            return casework.take(uow, self.house.office, case, "same_event", {"other": number}, who=who).case

        self._write(work)

    def _connection(self, uow: UnitOfWork) -> queries.Connection:
        return cast("queries.Connection", uow.connection)  # type: ignore[attr-defined]  # the real stores have one

    def _write(self, work: Callable[[UnitOfWork], T]) -> T:
        return self.house.store.write(work)

    def _read(self, work: Callable[[UnitOfWork], T]) -> T:
        return self.house.store.read(work)


def _done(taken: Taken) -> Done:
    return Done(taken.case.number, taken.case.state, taken.case.version, taken.gave)
