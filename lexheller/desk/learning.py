"""Where do cases go, and what is learned from them?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from lexheller.app.opening import check_rules, read_rules
from lexheller.desk.casework import Casework
from lexheller.errors import UnknownName
from lexheller.model.codes import Partner
from lexheller.model.people import Pattern
from lexheller.routing.book import explain as explain_facts
from lexheller.routing.facts import Facts
from lexheller.services import (
    founding,
    routes,
    showing,
)
from lexheller.services.agreement import Agreement, agreement
from lexheller.services.reading_work import Tied
from lexheller.storage import queries

if TYPE_CHECKING:
    from pathlib import Path

    from lexheller.model.report import Report
    from lexheller.routing.book import Explanation, RuleBook
    from lexheller.routing.checking import Fault
    from lexheller.routing.rehearsal import Rehearsed


class Learning(Casework):
    """Explain routes, make reports, and show a working group what it goes through."""

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

    def explain_kinds(self, partners: Iterable[Partner], submitter_org: Partner | None = None) -> Explanation:
        """Say where a case about these kinds of partner would go by the rules, without there being one.

        Raises:
            BadRules: a rule cannot be used.
        """
        facts = Facts(tuple(partners), submitter_org)
        book, home = self.house.office.book(), self.me.federation
        return self._read(lambda uow: explain_facts(book, facts, uow.people.recipients(home)))

    def check_routes(self) -> tuple[Fault, ...]:
        """Name everything that is wrong with the rules; those that only lead to nobody yet do not refuse."""
        recipients = self._read(routes.everybodys_recipients)
        return check_rules(self.house.settings, recipients, themes=self.house.office.known_themes)

    def try_routes(self, path: Path) -> tuple[Rehearsed, ...]:
        """Try a file of rules, in the place of the federation's own, on every earlier case of this federation.

        Raises:
            BadRules: the file cannot be used.
        """
        known, recipients = self.house.office.known_themes, self._read(routes.everybodys_recipients)
        other = read_rules(self.house.settings, path, recipients, themes=known)
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

    def reading_list(self, group: str = "", *, every: bool = False) -> list[queries.CaseRow]:
        """List the cases that this person's working groups have to go through, in the order of a meeting.

        Args:
            group: "HOST/id" for one of the groups; all of this person's by default.
            every: also those that have been gone through.
        """
        groups = (group,) if group else ()
        return self._read(lambda uow: list(queries.group_cases(self._connection(uow), self.me, groups, every=every)))

    def shown_list(self, group: str = "") -> list[queries.CaseRow]:
        """List the cases that this person's working groups were only shown, and have gone through at no meeting yet.

        Args:
            group: "HOST/id" for one of the groups; all of this person's by default.
        """
        groups = (group,) if group else ()
        return self._read(lambda uow: queries.shown_cases(self._connection(uow), self.me, groups))

    def note_read(self, number: str) -> None:
        """Note that this person's groups have gone through a case that they were only shown.

        Raises:
            NotFound: there is none, or it is not theirs: the same answer.
        """
        self._write(lambda uow: showing.note_read(uow, self.house.office, self.me, number))

    def name_pattern(self, pattern: Pattern, *, seen: str | None = None) -> None:
        """Name a pattern of this person's own federation, or word one again; its words pass the gate.

        Args:
            seen: the mark of the pattern as it was seen (`services.seen.mark`), of None for a new one.

        Raises:
            Overtaken: it has changed since it was seen, or somebody has named one so; nothing is changed.
            NotFound: it is another federation's. NotPossible: this person may not name patterns.
            GateStopped: id, name or question holds what must go.
        """
        self._may_put(pattern)
        self._replace(
            seen,
            lambda uow: next((each for each in uow.people.patterns() if each.key == pattern.key), None),
            lambda uow: founding.put(uow, self.house.office.keys, pattern),
        )

    def ties(self, numbers: Iterable[str]) -> Mapping[str, list[Tied]]:
        """Tell why cases were tied to a pattern, or not tied, by number."""
        return self._read(lambda uow: queries.ties(self._connection(uow), self.me, tuple(numbers)))

    def agreement(self, since: date | None = None, until: date | None = None) -> Agreement:
        """Tell how far raters agree on levels: cases, pairs, the share that agrees, Krippendorff's alpha."""
        return self._read(
            lambda uow: agreement(queries.ratings(self._connection(uow), self.me, since=since, until=until))
        )
