"""What does the store count for a pattern report? Grouped rows straight from the tables; no case is loaded.

Who sees how a case was worked on has it counted (`within_the_work`); a partner's representative gets an empty report.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Date,
    Integer,
    Select,
    Text,
    and_,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    union_all,
)

from lexheller.model.codes import Purpose, ReferralState, SetAsideReason
from lexheller.model.people import Viewer
from lexheller.model.report import Period
from lexheller.services.agreement import own_levels
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
from lexheller.storage.people_tables import patterns
from lexheller.storage.tables import (
    case_partners,
    case_patterns,
    case_themes,
    cases,
    measures,
    referrals,
    seen,
)
from lexheller.storage.visibility import within_the_work

_N = func.count()
_KEYS = 5
"""Columns that a counted row can have before its number."""
_ANY = TypeVar("_ANY")


class ReportQueries:
    """Count on one connection; fills `services.report_counts.Counts`."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def __call__(self, viewer: Viewer, federations: tuple[str, ...], period: Period, today: date) -> Counted:
        """Count what a viewer may see: one statement finds the cases once and groups them in every way."""
        whole = _Count(viewer, federations, period, today, self.connection.dialect.name)
        found: dict[str, list[tuple[Any, ...]]] = {}
        for what, *row in self.connection.execute(union_all(*whole.branches())):
            found.setdefault(what, []).append(tuple(row))
        return _counted(found, self._patterns(found.get("patterns", [])))

    def _patterns(self, tied: list[tuple[Any, ...]]) -> Iterator[PatternCount]:
        many = {row[0]: row[-1] for row in tied}
        for row in self.connection.execute(select(patterns)) if many else ():
            key = f"{row.federation_id}/{row.pattern_id}"
            if key in many:
                yield PatternCount(key, row.name, row.question, row.status, row.owner, many[key])


class _Count:
    """The branches of the statement: what is counted, up to five columns of text, and how many."""

    def __init__(self, viewer: Viewer, federations: tuple[str, ...], period: Period, today: date, dialect: str) -> None:
        self.today, self.dialect = today.isoformat(), dialect
        among = (cases.c.federation_id.in_(federations),) if federations else ()
        opinions = _flag(cases.c.rest.contains('"opinions":')).label("opinions")
        mine = select(*(cases.c[name] for name in _HEAD), opinions)
        first, last = period.first.isoformat(), period.last.isoformat()
        needed = or_(cases.c.closed.is_(None), and_(cases.c.day >= first, cases.c.day <= last))
        self.mine = mine.where(within_the_work(viewer), cases.c.void == 0, needed, *among).cte("mine")
        self.came = and_(self.mine.c.day >= first, self.mine.c.day <= last)
        self.counted = self._once()

    def _once(self) -> CTE:
        """Say which cases count: no double, and one of those that tell of one event (the lowest number of them)."""
        c = self.mine.c
        single = and_(self.came, or_(c.set_aside.is_(None), c.set_aside != SetAsideReason.DOUBLE.value))
        firsts = select(func.min(c.number)).where(single, c.same_event != "").group_by(c.same_event)
        return select(self.mine).where(single, or_(c.same_event == "", c.number.in_(firsts))).cte("counted")

    def branches(self) -> Iterator[Select[*tuple[Any, ...]]]:
        c = self.counted.c
        level, outcome = func.coalesce(c.level, ""), func.coalesce(c.outcome, "")
        month = func.substr(c.day, 1, 7)
        yield _branch("cases", month, level, _text(c.provisional), outcome, _text(_flag(c.closed.is_not(None))))
        yield _branch("came", of=self.mine).where(self.came)
        yield self.feedback()
        yield from self.codes("themes", case_themes, case_themes.c.theme)
        yield from self.codes("partners", case_partners, case_partners.c.partner)
        yield _branch("target_groups", c.target_group)
        yield self.alone()
        yield self.pairs()
        yield self.first_contacts()
        yield self.feedback_days()
        yield self.answers()
        yield self.referrals()
        yield _branch("open_days", self.mine.c.day, of=self.mine).where(self.mine.c.closed.is_(None))
        yield _branch("patterns", case_patterns.c.pattern_key, of=self.with_(case_patterns))
        yield self.measures()
        yield self.rated()

    def mine_of(self, table: Any) -> ColumnElement[bool]:  # noqa: ANN401  # a table under `cases`
        c = self.counted.c
        return and_(table.c.federation_id == c.federation_id, table.c.case_id == c.case_id)

    def with_(self, table: Any) -> Any:  # noqa: ANN401  # a table under `cases`, joined to those that count
        return self.counted.join(table, self.mine_of(table))

    def feedback(self) -> Select[*tuple[Any, ...]]:
        c = self.counted.c
        this = literal("feedback:", Text) + _text(c.feedback_version)  # a reopened case is answered, and read, anew
        read = select(seen.c.day).where(self.mine_of(seen), seen.c.what == this).correlate(self.counted).exists()
        flags = (_text(_flag(flag)) for flag in (c.waived.is_not(None), c.told.is_not(None), read))
        return _branch("feedback", *flags, func.coalesce(c.helped, "")).where(c.closed.is_not(None))

    def codes(self, what: str, table: Any, code: ColumnElement[str]) -> Iterator[Select[*tuple[Any, ...]]]:  # noqa: ANN401  # a table under `cases`
        """Count cases by the codes they have in a table of their own, and those that have none there."""
        yield _branch(what, code, of=self.with_(table))
        has = select(code).where(self.mine_of(table)).correlate(self.counted).exists()
        yield _branch(what, literal("", Text), of=self.counted).where(~has)

    def alone(self) -> Select[*tuple[Any, ...]]:
        only = (
            select(func.min(case_partners.c.partner).label("partner"))
            .select_from(self.with_(case_partners))
            .group_by(self.counted.c.federation_id, self.counted.c.case_id)
            .having(_N == 1)
            .subquery("only")
        )
        return _branch("alone", only.c.partner)

    def pairs(self) -> Select[*tuple[Any, ...]]:
        one, other = case_partners, case_partners.alias("other")
        both = self.with_(one).join(other, and_(self.mine_of(other), one.c.partner < other.c.partner))
        return _branch("pairs", one.c.partner, other.c.partner, of=both)

    def first_contacts(self) -> Select[*tuple[Any, ...]]:
        """Count first contacts, made or waited for; what came from an old sheet has the sheet's days."""
        c = self.counted.c
        waits = or_(c.contacted.is_not(None), and_(c.closed.is_(None), c.outcome.is_(None)))
        return _branch("first_contacts", c.day, func.coalesce(c.contacted, "")).where(waits, c.imported == "")

    def feedback_days(self) -> Select[*tuple[Any, ...]]:
        c = self.counted.c
        given = and_(c.closed.is_not(None), c.waived.is_(None), c.feedback_day.is_not(None))
        waits = and_(c.closed.is_(None), c.outcome.is_not(None))
        known = (c.feedback_since.is_not(None), c.imported == "")
        end = case((given, c.feedback_day), else_="")
        return _branch("feedback_days", c.feedback_since, end).where(or_(given, waits), *known)

    def answers(self) -> Select[*tuple[Any, ...]]:
        r = referrals.c
        answered = and_(
            r.state.in_([ReferralState.ANSWERED.value, ReferralState.NOT_OURS.value]), r.closed.is_not(None)
        )
        late = and_(r.state == ReferralState.OPEN.value, r.due < self.today)
        days = case((answered, _text(self.days(r.sent, r.closed))), else_="")
        in_time = _text(_flag(and_(answered, r.closed <= r.due)))
        asked = and_(r.purpose == Purpose.REPLY.value, r.due.is_not(None), or_(answered, late))
        return _branch("answers", days, in_time, of=self.with_(referrals)).where(asked)

    def days(self, first: ColumnElement[str], last: ColumnElement[str]) -> ColumnElement[Any]:
        """Count the days between two days as they are stored."""
        if self.dialect == "sqlite":
            return cast(func.julianday(last) - func.julianday(first), Integer)
        return cast(last, Date) - cast(first, Date)

    def referrals(self) -> Select[*tuple[Any, ...]]:
        r = referrals.c
        unasked = and_(r.state == ReferralState.OPEN.value, r.purpose != Purpose.REPLY.value)
        state = case((unasked, NO_REPLY), else_=r.state)
        columns = (func.coalesce(r.partner, ""), state, func.coalesce(r.whose, ""))
        return _branch("referrals", *columns, of=self.with_(referrals))

    def measures(self) -> Select[*tuple[Any, ...]]:
        m = measures.c
        tied = and_(case_patterns.c.federation_id == m.federation_id, case_patterns.c.case_id == m.case_id)
        whole = self.with_(measures).outerjoin(case_patterns, tied)
        return _branch("measures", func.coalesce(case_patterns.c.pattern_key, ""), m.owner, m.due, m.state, of=whole)

    def rated(self) -> Select[*tuple[Any, ...]]:
        """Fetch what people gave as levels; opinions are few, and lie in the head's own JSON."""
        return _branch("rated", cases.c.rest, of=self.with_(cases)).where(self.counted.c.opinions == 1)


_HEAD = (
    "federation_id", "case_id", "number", "day", "target_group", "contacted", "level", "provisional", "same_event",
    "outcome", "set_aside", "feedback_since", "feedback_version", "feedback_day", "told", "waived", "helped", "closed",
    "imported",
)  # fmt: skip


def _branch(what: str, *columns: ColumnElement[Any], of: Any = None) -> Select[*tuple[Any, ...]]:  # noqa: ANN401  # a table or join
    names = [f"c{place}" for place in range(_KEYS)]
    padded = [*columns, *(literal("", Text) for _ in range(_KEYS - len(columns)))]
    named = [column.label(name) for column, name in zip(padded, names, strict=True)]
    found = select(literal(what, Text).label("what"), *named, _N.label("n"))
    found = found if of is None else found.select_from(of)
    return found.group_by(*names[: len(columns)]) if columns else found


def _counted(found: dict[str, list[tuple[Any, ...]]], patterns_: Iterator[PatternCount]) -> Counted:
    """Turn rows of text back into what they count."""

    def rows(what: str, make: Callable[..., _ANY], keys: int) -> tuple[_ANY, ...]:
        return tuple(make(*row[:keys], row[-1]) for row in sorted(found.get(what, ())) if row[-1])

    counted = rows("cases", lambda a, b, c, d, e, n: CaseCount(a, b, int(c), d, int(e), n), 5)
    return Counted(
        cases=counted,
        again=found["came"][0][-1] - sum(row.n for row in counted),
        feedback=rows("feedback", lambda a, b, c, d, n: FeedbackCount(int(a), int(b), int(c), d, n), 4),
        themes=rows("themes", CodeCount, 1),
        target_groups=rows("target_groups", CodeCount, 1),
        partners=rows("partners", CodeCount, 1),
        alone=rows("alone", CodeCount, 1),
        pairs=rows("pairs", PairCount, 2),
        first_contacts=rows("first_contacts", DayCount, 2),
        feedback_days=rows("feedback_days", DayCount, 2),
        answers=rows("answers", lambda days, judged, n: AnswerCount(int(days) if days else None, int(judged), n), 2),
        referrals=rows("referrals", ReferralCount, 3),
        open_days=rows("open_days", CodeCount, 1),
        patterns=tuple(patterns_),
        measures=tuple(MeasureRow(*row[:4]) for row in sorted(found.get("measures", ()))),
        rated=_rated(found.get("rated", [])),
    )


def _rated(rows: list[tuple[Any, ...]]) -> tuple[RatedCount, ...]:
    given: Counter[str] = Counter()
    for rest, *_, n in rows:
        given[" ".join(sorted(own_levels(json.loads(rest)["opinions"]).values()))] += n
    return tuple(RatedCount(levels, n) for levels, n in sorted(given.items()))


def _text(column: ColumnElement[Any]) -> ColumnElement[str]:
    return cast(column, Text)


def _flag(holds: ColumnElement[bool]) -> ColumnElement[int]:
    return case((holds, 1), else_=0)
