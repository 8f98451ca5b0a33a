"""What can be done with cases by those who work with them?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from lexheller.desk.answers import Done, Many, done_of
from lexheller.desk.links import Links
from lexheller.errors import LexHellerError, Mistake, NotFound, NotOpen, NotPossible, Refused, Stale, UnknownName
from lexheller.model.case import Case
from lexheller.model.codes import Role
from lexheller.model.fields import Field, Kind, read
from lexheller.model.visibility import Sight, sight
from lexheller.patterns.alike import Alike
from lexheller.patterns.likeness import ALIKE
from lexheller.processes import process_named
from lexheller.services import (
    casework,
    composites,
    crowds,
    disposing,
    reading,
    sisters,
)
from lexheller.services.casework import Taken
from lexheller.services.disposing import Struck
from lexheller.services.ports import UnitOfWork
from lexheller.services.reading import CaseView
from lexheller.storage import queries
from lexheller.storage import search as finding
from lexheller.workflow import Opening

Given = Mapping[str, object]

_CASES = ("cases", "arenden")
_OTHER = ("other", "annat_arende")
_REFERRAL = ("referral", "sandning")
"""Fields in which other cases are named, and one that holds for the first of them only; by both their keys."""


class Casework(Links):
    """Find, read and move cases."""

    def inbox(self, limit: int = 50) -> queries.Inbox:
        """Show what waits for this person in each of their roles, the late ones first."""
        today = self.house.office.today()
        return self._read(lambda uow: queries.inbox(self._connection(uow), self.me, today, limit))

    def waiting(self, limit: int = 200) -> list[queries.CaseRow]:
        """List this process leader's open cases in which the next move is somebody else's, the nearest day first."""
        today = self.house.office.today()
        return self._read(lambda uow: queries.waiting(self._connection(uow), self.me, today, limit))

    def measures(self) -> list[queries.MeasureRow]:
        """List the measures that go on in this person's own federation, the nearest day first."""
        return self._read(lambda uow: queries.open_measures(self._connection(uow), self.me))

    def held_back(self) -> list[str]:
        """List, by number, what this partner was sent, answered or not, and may not read just now."""
        return self._read(lambda uow: queries.held_back(self._connection(uow), self.me))

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
            who = casework.as_viewer(self.me, case)
            return casework.open_steps(uow, self.house.office, case, who, counting=True)

        return self._read(work)

    def alike(self, number: str, *, area_shown: bool) -> Alike | None:
        """Count the cases, of those this person may see, that share place, parties, age and quarter with one.

        Args:
            area_shown: whether its municipality is to be shown.

        Raises:
            NotFound: there is none, or it is not theirs: the same answer.
        """

        def work(uow: UnitOfWork) -> Alike | None:
            case = casework.find(uow, self.me, number)
            if sight(self.me, case) is not Sight.ALL:
                return None
            return crowds.crowd(uow, case, self.me, area_shown=area_shown)

        return self._read(work)

    def struck(self, number: str, words: str) -> tuple[Struck, ...]:
        """Show where `dispose_text` would take words out of the texts of a case; nothing is changed.

        Args:
            words: what is to go, a line each; whole words are found, however they are broken over lines.

        Raises:
            NotFound: there is no such case, or it is not theirs: the same answer.
            NotOpen: they cannot take that step, or not now.
            NotPossible: the words stand nowhere (`why` is "words_not_found").
        """

        def work(uow: UnitOfWork) -> tuple[Struck, ...]:
            case = casework.find(uow, self.me, number)
            given = {"words": words, "reason": "-"}
            casework.rehearse(uow, self.house.office, case, "dispose_text", given, casework.as_viewer(self.me, case))
            return disposing.struck(uow, case, words)

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
        rest = {key: value for key, value in given.items() if key not in {*_CASES, *_REFERRAL}}
        others = self._other_cases(number, step, given, rest)
        other = str(next((given[key] for key in _OTHER if key in given), "")) if step == "same_event" else ""
        if other:
            self._rehearse_mirror(number, other)
        taken = self._write(lambda uow: self._take(uow, number, step, given, version, vouched=vouched))
        if other:
            self._mirror(number, other)
        for further in others:
            self._write(lambda uow, further=further: self._take(uow, further, step, rest, None, vouched=vouched))  # type: ignore[misc]  # bound on purpose
        return done_of(self._posted(taken))

    def _other_cases(self, number: str, step: str, given: Given, rest: Given) -> tuple[str, ...]:
        """Find the other cases that one answer covers: each is a transaction of its own, after all were tried.

        Raises:
            NotFound, NotOpen, NeedsUnmet: one of them is not this person's to do this with; nothing was done with any.
        """
        named = next((given[key] for key in _CASES if key in given), ())
        others = [n for n in cast("tuple[str, ...]", read(Field("cases", Kind.NAMES), named)) if n != number]

        def work(uow: UnitOfWork) -> None:
            for case in [casework.find(uow, self.me, other) for other in others]:
                casework.rehearse(uow, self.house.office, case, step, rest, casework.as_viewer(self.me, case))

        if others:
            self._read(work)
        return tuple(others)

    def do_for_pattern(self, pattern: str, step: str, given: Given, *, vouched: bool = False) -> Many:
        """Take one step with every case of a pattern where it is open to this person's own federation.

        One transaction a case, so that a crash leaves nothing half done; running it again goes on where it stopped.

        Raises:
            UnknownName: there is no such pattern.
            UnknownStep, UnknownField, BadValue: no case could take it, however many there are.
        """
        process = process_named("lex_heller").process
        process.named(step)
        casework.read_fields(process, step, given)
        known = self.patterns()
        named = next((p.key for p in known if pattern in {p.key, p.id}), "")
        if not named:
            raise UnknownName(what="pattern", name=pattern, known=tuple(p.key for p in known))
        rows = self.cases(pattern=named)
        done: list[Done] = []
        left: list[tuple[str, LexHellerError]] = []
        for row in rows:
            try:
                if row.federation != self.me.federation:
                    raise NotPossible(why="other_federation")
                done.append(self.do(row.number, step, given, vouched=vouched))
            except (Refused, NotFound, Stale, Mistake) as error:
                left.append((row.number, error))
        return Many(tuple(done), tuple(left))

    def offer(self, number: str) -> sisters.Offer:
        """Read what goes along with a case that another federation has offered this one, before it is accepted.

        Raises:
            NotFound: there is no such offer.
        """
        return self._read(lambda uow: sisters.offer(uow, self.me, number))

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

    def beside(self, number: str, limit: int = 4) -> list[finding.Similar]:
        """List the cases that stand beside this one unasked: the most alike, and none that is less alike than `ALIKE`.

        Raises:
            NotFound: there is no such case, or it is not theirs: the same answer.
        """
        return [hit for hit in self.similar(number, limit) if hit.score >= ALIKE]

    def _take(
        self, uow: UnitOfWork, number: str, step: str, given: Given, version: int | None, *, vouched: bool
    ) -> Taken:
        case = casework.find(uow, self.me, number)
        who = casework.as_viewer(self.me, case)
        return composites.take_whole(
            uow, self.house.office, case, step, given, who=who, version=version, vouched=vouched
        )

    def _rehearse_mirror(self, number: str, other: str) -> None:
        """Try the other report of the same event before the first is written: what refuses the one refuses both.

        Raises:
            NotFound: there is no such case, or it is not this person's to see.
            NotPossible: it is blocked (`why` is "other_blocked", with `number`).
        """

        def work(uow: UnitOfWork) -> None:
            case = casework.find(uow, self.me, other)
            if case.number == number:
                return  # refused with its own words where the step is taken
            try:
                casework.rehearse(uow, self.house.office, case, "same_event", {"other": number}, self._as_either())
            except NotOpen as refusal:
                if refusal.data["why"] == "blocked":
                    raise NotPossible(why="other_blocked", number=case.number) from None
                raise

        self._read(work)

    def _mirror(self, number: str, other: str) -> None:
        """Mark the other report of the same event too, in a transaction of its own: it may be another federation's."""

        def work(uow: UnitOfWork) -> Case:
            case = casework.find(uow, self.me, other)
            who = self._as_either()
            return casework.take(uow, self.house.office, case, "same_event", {"other": number}, who=who).case

        self._write(work)

    def _as_either(self) -> casework.Who:
        """Let this person mark the other report, whoever's it is: to see it is enough."""
        return casework.Who(self.me.person, frozenset({Role.GROUP_MEMBER, Role.PROCESS_LEADER}), viewer=self.me)
