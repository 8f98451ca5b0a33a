"""What does the store count for a pattern report? Grouped rows straight from the tables; no case is loaded.

Who sees how a case was worked on has it counted (`within_the_work`); a partner's representative gets an empty report.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    Integer,
    Select,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
)

from lexheller.model.codes import Purpose, ReferralState, SetAsideReason
from lexheller.model.people import Viewer
from lexheller.model.report import Period
from lexheller.services.report_cells import NO_REPLY
from lexheller.services.report_counts import (
    AnswerCount,
    CaseCount,
    CodeCount,
    Counted,
    DayCount,
    FeedbackCount,
    MeasureRow,
    PairCount,
    PatternCount,
    RatedCount,
    ReferralCount,
)
from lexheller.storage.tables import (
    case_partners,
    case_patterns,
    case_themes,
    cases,
    measures,
    patterns,
    referrals,
    seen,
)
from lexheller.storage.visibility import within_the_work

T = TypeVar("T")

_N = func.count()


class ReportQueries:
    """Count on one connection; fills `services.report_counts.Counts`."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def __call__(self, viewer: Viewer, federations: tuple[str, ...], period: Period, today: date) -> Counted:
        """Count what a viewer may see."""
        return _Count(self.connection, viewer, federations, period, today).all()


class _Count:
    def __init__(
        self, connection: Connection, viewer: Viewer, federations: tuple[str, ...], period: Period, today: date
    ) -> None:
        self.connection, self.today = connection, today.isoformat()
        among = (cases.c.federation_id.in_(federations),) if federations else ()
        self.mine = and_(within_the_work(viewer), cases.c.void == 0, *among)
        first, last = period.first.isoformat(), period.last.isoformat()
        self.came = and_(self.mine, cases.c.day >= first, cases.c.day <= last)
        self.counted = self._once()

    def _once(self) -> ColumnElement[bool]:
        """Say which cases count: no double, and one of those that tell of one event (the lowest number of them)."""
        single = and_(self.came, or_(cases.c.set_aside.is_(None), cases.c.set_aside != SetAsideReason.DOUBLE.value))
        firsts = select(func.min(cases.c.number)).where(single, cases.c.same_event != "").group_by(cases.c.same_event)
        return and_(single, or_(cases.c.same_event == "", cases.c.number.in_(firsts)))

    def all(self) -> Counted:
        rows = tuple(self.rows(CaseCount, *self.states()))
        every = self.connection.execute(select(_N).select_from(cases).where(self.came)).scalar_one()
        return Counted(
            cases=rows,
            again=every - sum(row.n for row in rows),
            feedback=tuple(self.feedback()),
            themes=self.codes(case_themes, case_themes.c.theme),
            target_groups=tuple(self.rows(CodeCount, cases.c.target_group)),
            partners=self.codes(case_partners, case_partners.c.partner),
            alone=tuple(self.alone()),
            pairs=tuple(self.pairs()),
            first_contacts=tuple(self.first_contacts()),
            feedback_days=tuple(self.feedback_days()),
            answers=tuple(self.answers()),
            referrals=tuple(self.referrals()),
            open_days=tuple(self.open_days()),
            patterns=tuple(self.patterns()),
            measures=tuple(self.measures()),
            rated=tuple(self.rated()),
        )

    def read(self, kind: type[T], statement: Select[*tuple[Any, ...]]) -> Iterator[T]:
        return (kind(*row) for row in self.connection.execute(statement))

    def rows(self, kind: type[T], *columns: ColumnElement[Any]) -> Iterator[T]:
        """Count cases by some of their columns."""
        return self.read(kind, _grouped(columns).where(self.counted))

    def states(self) -> tuple[ColumnElement[Any], ...]:
        return (
            func.substr(cases.c.day, 1, 7),
            func.coalesce(cases.c.level, ""),
            cases.c.provisional,
            func.coalesce(cases.c.outcome, ""),
            _flag(cases.c.closed.is_not(None)),
        )

    def feedback(self) -> Iterator[FeedbackCount]:
        read = select(seen.c.day).where(
            seen.c.federation_id == cases.c.federation_id, seen.c.case_id == cases.c.case_id, seen.c.what == "feedback"
        )
        columns = (
            _flag(cases.c.waived.is_not(None)),
            _flag(cases.c.told.is_not(None)),
            _flag(read.correlate(cases).exists()),
            func.coalesce(cases.c.helped, ""),
        )
        return self.read(FeedbackCount, _grouped(columns).where(self.counted, cases.c.closed.is_not(None)))

    def codes(self, table: Any, code: ColumnElement[str]) -> tuple[CodeCount, ...]:  # noqa: ANN401  # a table under `cases`
        """Count cases by the codes they have in a table of their own, and those that have none there."""
        having = _grouped((code,)).select_from(_with(table)).where(self.counted)
        mine = and_(table.c.federation_id == cases.c.federation_id, table.c.case_id == cases.c.case_id)
        none = select(literal(""), _N).select_from(cases).where(self.counted, ~select(code).where(mine).exists())
        return (*self.read(CodeCount, having), *(row for row in self.read(CodeCount, none) if row.n))

    def alone(self) -> Iterator[CodeCount]:
        only = (
            select(func.min(case_partners.c.partner).label("partner"))
            .select_from(_with(case_partners))
            .where(self.counted)
            .group_by(cases.c.federation_id, cases.c.case_id)
            .having(_N == 1)
            .subquery()
        )
        return self.read(CodeCount, _grouped((only.c.partner,)))

    def pairs(self) -> Iterator[PairCount]:
        one, other = case_partners, case_partners.alias("other")
        both = _with(one).join(
            other,
            and_(
                other.c.federation_id == one.c.federation_id,
                other.c.case_id == one.c.case_id,
                one.c.partner < other.c.partner,
            ),
        )
        return self.read(PairCount, _grouped((one.c.partner, other.c.partner)).select_from(both).where(self.counted))

    def first_contacts(self) -> Iterator[DayCount]:
        """Count first contacts, made or waited for; what came from an old sheet has the sheet's days."""
        waits = or_(cases.c.contacted.is_not(None), and_(cases.c.closed.is_(None), cases.c.outcome.is_(None)))
        columns = (cases.c.day, func.coalesce(cases.c.contacted, ""))
        return self.read(DayCount, _grouped(columns).where(self.counted, waits, cases.c.imported == ""))

    def feedback_days(self) -> Iterator[DayCount]:
        given = and_(cases.c.closed.is_not(None), cases.c.waived.is_(None), cases.c.feedback_day.is_not(None))
        waits = and_(cases.c.closed.is_(None), cases.c.outcome.is_not(None))
        columns = (cases.c.feedback_since, case((given, cases.c.feedback_day), else_=""))
        known = (cases.c.feedback_since.is_not(None), cases.c.imported == "")
        return self.read(DayCount, _grouped(columns).where(self.counted, or_(given, waits), *known))

    def answers(self) -> Iterator[AnswerCount]:
        answered = referrals.c.state.in_([ReferralState.ANSWERED.value, ReferralState.NOT_OURS.value])
        late = and_(referrals.c.state == ReferralState.OPEN.value, referrals.c.due < self.today)
        columns = (
            case((answered, self.days(referrals.c.sent, referrals.c.closed)), else_=null()),
            _flag(and_(answered, referrals.c.closed <= referrals.c.due)),
        )
        asked = and_(
            referrals.c.purpose == Purpose.REPLY.value,
            referrals.c.due.is_not(None),
            or_(and_(answered, referrals.c.closed.is_not(None)), late),
        )
        statement = _grouped(columns).select_from(_with(referrals)).where(self.counted, asked)
        return self.read(AnswerCount, statement)

    def days(self, first: ColumnElement[str], last: ColumnElement[str]) -> ColumnElement[int]:
        """Count the days between two days as they are stored."""
        if self.connection.dialect.name == "sqlite":
            return cast(func.julianday(last) - func.julianday(first), Integer)
        return cast(cast(last, Date) - cast(first, Date), Integer)

    def referrals(self) -> Iterator[ReferralCount]:
        unasked = and_(referrals.c.state == ReferralState.OPEN.value, referrals.c.purpose != Purpose.REPLY.value)
        columns = (
            func.coalesce(referrals.c.partner, ""),
            case((unasked, NO_REPLY), else_=referrals.c.state),
            func.coalesce(referrals.c.whose, ""),
        )
        return self.read(ReferralCount, _grouped(columns).select_from(_with(referrals)).where(self.counted))

    def open_days(self) -> Iterator[CodeCount]:
        return self.read(CodeCount, _grouped((cases.c.day,)).where(self.mine, cases.c.closed.is_(None)))

    def patterns(self) -> Iterator[PatternCount]:
        tied = _grouped((case_patterns.c.pattern_key,)).select_from(_with(case_patterns)).where(self.counted)
        many = {row.code: row.n for row in self.read(CodeCount, tied)}
        for row in self.connection.execute(select(patterns)) if many else ():
            key = f"{row.federation_id}/{row.pattern_id}"
            if key in many:
                yield PatternCount(key, row.name, row.question, row.status, row.owner, many[key])

    def measures(self) -> Iterator[MeasureRow]:
        tied = and_(
            case_patterns.c.federation_id == measures.c.federation_id, case_patterns.c.case_id == measures.c.case_id
        )
        columns = (func.coalesce(case_patterns.c.pattern_key, ""), measures.c.owner, measures.c.due, measures.c.state)
        whole = _with(measures).outerjoin(case_patterns, tied)
        return self.read(MeasureRow, select(*columns).select_from(whole).where(self.counted).distinct())

    def rated(self) -> Iterator[RatedCount]:
        """Count cases by the levels people gave; opinions are few, and lie in the head's own JSON."""
        given = select(cases.c.rest).where(self.counted, cases.c.rest.contains('"opinions":'))
        found: Counter[str] = Counter()
        for (rest,) in self.connection.execute(given):
            found[" ".join(sorted(opinion["level"] for opinion in json.loads(rest)["opinions"]))] += 1
        return (RatedCount(levels, n) for levels, n in sorted(found.items()))


def _grouped(columns: tuple[ColumnElement[Any], ...]) -> Select[Any]:
    names = [f"c{place}" for place in range(len(columns))]
    named = [column.label(name) for column, name in zip(columns, names, strict=True)]
    return select(*named, _N.label("n")).group_by(*names).order_by(*names)


def _with(table: Any) -> Any:  # noqa: ANN401  # a table under `cases`, joined to it
    return cases.join(table, and_(table.c.federation_id == cases.c.federation_id, table.c.case_id == cases.c.case_id))


def _flag(holds: ColumnElement[bool]) -> ColumnElement[int]:
    return case((holds, 1), else_=0)
