"""What has happened in a period, and what may be told outside? Makes the pattern report of counted rows.

Pure: rows, promises and the day come in, a value goes out; the same rows and day give the same value. A report for
readers outside is the same report with numbers hidden by `patterns.protect`: every number under five, and as many
others as it takes for totals not to give them back. What is made of a hidden number (a wait's figures, a heading) is
left out with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations_with_replacement

from lexheller.deadlines import Calendar, Term, Unit, due
from lexheller.model.codes import Helped, Level, MeasureState, Partner, ReferralState
from lexheller.model.people import Viewer
from lexheller.model.report import (
    LEVEL_ORDER,
    PARTNER_ORDER,
    Audience,
    Count,
    Feedback,
    Handed,
    LevelLine,
    MeasureLine,
    Pair,
    PatternLine,
    Period,
    Promise,
    Referred,
    Report,
    Tally,
    Totals,
    Wait,
    Waited,
)
from lexheller.model.vocabulary import TARGET_GROUPS, THEMES
from lexheller.patterns import K, protect
from lexheller.services import report_period
from lexheller.services.office import Office
from lexheller.services.report_agreement import raters
from lexheller.services.report_cells import (
    AGES,
    ASKED,
    LEAST,
    OUTCOMES,
    REPLIED,
    Cells,
    age_code,
    cells_of,
    for_outside,
    foremost,
    level_part,
    pair_cell,
    sent_cell,
    wait_cells,
)
from lexheller.services.report_counts import Counted, Counts, DayCount

Show = Callable[[str], Count]
"""Gives a number by name, or None where it is hidden."""

_WEEK, _WORKING_WEEK, _MONTH = 7, 5, 30
_WHOLE = {
    Waited.FIRST_CONTACT: ("received", "received"),
    Waited.ANSWER: (REPLIED, ASKED),
    Waited.FEEDBACK: ("given", "received"),
}
"""What waits that are over are part of, and what those that can be judged are part of."""


@dataclass(frozen=True, slots=True)
class Promises:
    """What has been promised, and the calendar it is counted by."""

    first_contact: Term
    answer: Term
    feedback: Term
    calendar: Calendar

    def term(self, what: Waited) -> Term:
        """Give the term of one wait."""
        return {
            Waited.FIRST_CONTACT: self.first_contact, Waited.ANSWER: self.answer, Waited.FEEDBACK: self.feedback,
        }[what]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for.

    Args:
        federations: ids; empty for all that the viewer sees.
        names: what the federations are called, by id; every one that cases are counted of.
    """

    period: Period
    today: date
    audience: Audience = Audience.INSIDE
    federations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def requested(
    period: str, today: date, federations: Sequence[str], names: tuple[str, ...], *, outside: bool
) -> Request:
    """Make a request out of what somebody asks for; no period is the twelve whole months before this one.

    Raises:
        BadValue: the period is none.
    """
    months = report_period.period(period) if period else report_period.last_twelve(today)
    return Request(months, today, Audience.OUTSIDE if outside else Audience.INSIDE, tuple(federations), names)


def promised(office: Office) -> Promises:
    """Gather what this installation has promised."""
    terms = office.promises
    return Promises(terms.first_contact, terms.answer, terms.feedback, office.calendar)


def pattern_report(counts: Counts, viewer: Viewer, request: Request, promises: Promises) -> Report:
    """Count a period and make the report of it."""
    return make(counts(viewer, request.federations, request.period, request.today), request, promises)


def make(counted: Counted, request: Request, promises: Promises, k: int = K) -> Report:
    """Make a report of counted rows.

    Args:
        counted: what the store gave for `request`.
        request: period, day, readers.
        promises: what waits are held against.
        k: the smallest number that readers outside may see.

    Raises:
        patterns.NotProtected: nothing was found that keeps small numbers from being worked out; publish nothing.
    """
    parts = report_period.parts(request.period)
    outside = request.audience is Audience.OUTSIDE
    months = [(f"{part.first:%Y-%m}", f"{part.last:%Y-%m}") for part in parts]
    cells = cells_of(counted, months, request.today, by_partner=not outside)
    lengths = _waits(cells, counted, promises, request.today)
    hidden = protect(*for_outside(cells, k), k).hidden if outside else frozenset()

    def show(name: str) -> Count:
        return None if name in hidden else cells.numbers[name]

    tops = [name for name in foremost(cells) if show(name) is not None]
    waits = tuple(_wait(what, lengths[what], show, promises.term(what)) for what in Waited)
    lines, loose = _patterns(counted, show)
    if outside:
        lines, loose = tuple(map(_nobody_named, lines)), ()
    return Report(
        audience=request.audience,
        period=request.period,
        today=request.today,
        federations=request.names,
        parts=parts,
        totals=Totals(
            received=show("received"),
            again=show("again"),
            closed=show("closed"),
            open=show("open"),
            waived=show("waived"),
            outcomes=_tallies(show, "outcome", OUTCOMES),
        ),
        levels=tuple(_level(show, level, len(parts)) for level in (*LEVEL_ORDER, None)),
        received_parts=tuple(show(f"part.{part}") for part in range(len(parts))),
        provisional=show("provisional"),
        themes=_tallies(show, "theme", _ordered((row.code for row in counted.themes), THEMES)),
        partners=_tallies(show, "partner", (*cells.kinds, "")),
        pairs=tuple(
            Pair(Partner(one), Partner(other), show(pair_cell(one, other)))
            for one, other in combinations_with_replacement(cells.kinds, 2)
        ),
        target_groups=_tallies(show, "target", _ordered((row.code for row in counted.target_groups), TARGET_GROUPS)),
        waits=waits,
        referred=tuple(_referred(show, kind) for kind in cells.asked),
        referred_in_all=_referred(show, "*"),
        nobody=show("nobody"),
        named=show("named"),
        handed=() if outside else _handed(counted),
        open_ages=_tallies(show, "age", [age_code(*age) for age in AGES]),
        open_now=show("open_now"),
        patterns=lines,
        loose_measures=loose,
        raters=raters(counted.rated, show),
        feedback=Feedback(
            given=show("given"),
            told=show("told"),
            written=show("written"),
            read=show("read"),
            answers=show("answers"),
            helped=_tallies(show, "helped", Helped),
        ),
        most=next((_pair(name) for name in tops if name.startswith("pair.")), None),
        foremost=next((Level(name.split(".")[1]) for name in tops if name.startswith("level.")), None),
        longest=longest(waits),
    )


# --- waits --------------------------------------------------------------------------------------------


def _waits(cells: Cells, counted: Counted, promises: Promises, today: date) -> dict[Waited, Counter[int]]:
    """Add the waits to the numbers; give how many took how many days."""
    lengths = {
        Waited.FIRST_CONTACT: _days(cells, Waited.FIRST_CONTACT, counted.first_contacts, promises, today),
        Waited.FEEDBACK: _days(cells, Waited.FEEDBACK, counted.feedback_days, promises, today),
        Waited.ANSWER: Counter[int](),
    }
    in_time = late = 0
    for row in counted.answers:
        if row.days is not None:
            lengths[Waited.ANSWER][row.days] += row.n
        in_time += row.n if row.judged == 1 else 0
        late += row.n if row.judged == 0 else 0
    ended = lengths[Waited.ANSWER].total()
    wait_cells(cells, Waited.ANSWER, ended, in_time, late, _WHOLE[Waited.ANSWER])
    return lengths


def _days(cells: Cells, what: Waited, rows: Iterable[DayCount], promises: Promises, today: date) -> Counter[int]:
    lengths: Counter[int] = Counter()
    in_time = late = 0
    for row in rows:
        start = date.fromisoformat(row.start)
        last = due(start, promises.term(what), promises.calendar)
        end = date.fromisoformat(row.end) if row.end else None
        if end is not None:
            lengths[max(0, (end - start).days)] += row.n
        if (end or today) > last:
            late += row.n
        elif end is not None:
            in_time += row.n
    wait_cells(cells, what, lengths.total(), in_time, late, _WHOLE[what])
    return lengths


def within(lengths: Mapping[int, int], tenths: int) -> int | None:
    """Give in how many days so many tenths of the waits were over; None for no waits."""
    needed, so_far = sum(lengths.values()) * tenths, 0
    for days in sorted(lengths):
        so_far += lengths[days]
        if so_far * 10 >= needed:
            return days
    return None


def _wait(what: Waited, lengths: Mapping[int, int], show: Show, term: Term) -> Wait:
    n = show(f"wait.{what}.n")
    return Wait(
        what=what,
        n=n,
        half=within(lengths, 5) if n else None,
        most=within(lengths, 9) if n else None,
        promise=Promise(term.amount, str(term.unit), _calendar_days(term)),
        in_time=show(f"wait.{what}.in_time"),
        late=show(f"wait.{what}.late"),
    )


def _calendar_days(term: Term) -> int:
    if term.unit is Unit.WORKING_DAYS:
        return round(term.amount * _WEEK / _WORKING_WEEK)
    return term.amount * (_MONTH if term.unit is Unit.MONTHS else 1)


def longest(waits: Sequence[Wait]) -> Waited | None:
    """Say which wait is longest, where every one of them is shown and there are enough of each to compare."""
    if any(wait.n is None or 0 < wait.n < LEAST for wait in waits):
        return None
    halves = {wait.what: wait.half for wait in waits if wait.half is not None}
    top = max(halves, key=lambda what: halves[what], default=None)
    alone = len(halves) > 1 and list(halves.values()).count(max(halves.values())) == 1
    return top if alone else None


# --- lines --------------------------------------------------------------------------------------------


def _tallies(show: Show, prefix: str, codes: Iterable[str]) -> tuple[Tally, ...]:
    return tuple(Tally(str(code), show(f"{prefix}.{code}")) for code in codes)


def _pair(name: str) -> tuple[Partner, Partner]:
    """Read the partners of a pair's number, in the order that partners always have."""
    one, other = sorted((Partner(code) for code in name.split(".")[1:]), key=PARTNER_ORDER.index)
    return one, other


def _ordered(codes: Iterable[str], core: Sequence[str]) -> list[str]:
    """Put the shared core first in its own order, then what a federation has added, then "" for none."""
    found = {code for code in codes if code}
    return [*(code for code in core if code in found), *sorted(found - set(core)), ""]


def _level(show: Show, level: Level | None, parts: int) -> LevelLine:
    code = str(level or "")
    return LevelLine(level, show(f"level.{code}"), tuple(show(level_part(code, part)) for part in range(parts)))


def _referred(show: Show, kind: str) -> Referred:
    def n(state: str = "") -> Count:
        return show(sent_cell(kind, state))

    partner = Partner(kind) if kind not in {"", "*"} else None
    return Referred(
        partner, n(), n("open"), n("answered"), n("not_ours"), n("given_up"), n("taken_back"), n("no_reply")
    )


def _handed(counted: Counted) -> tuple[Handed, ...]:
    order = {str(partner): place for place, partner in enumerate(PARTNER_ORDER)}
    rows = [row for row in counted.referrals if row.state == ReferralState.NOT_OURS]
    rows.sort(key=lambda row: (order.get(row.partner, len(order)), order.get(row.whose, len(order))))
    return tuple(
        Handed(Partner(row.partner) if row.partner else None, Partner(row.whose) if row.whose else None, row.n)
        for row in rows
    )


def _nobody_named(line: PatternLine) -> PatternLine:
    """Leave of a pattern's measures what readers outside may know: nothing of few cases, and nobody's name."""
    shown = line.measures if line.n else ()
    return replace(line, measures=tuple(replace(measure, owner="") for measure in shown))


def _patterns(counted: Counted, show: Show) -> tuple[tuple[PatternLine, ...], tuple[MeasureLine, ...]]:
    measures = [
        MeasureLine(row.pattern, row.owner, date.fromisoformat(row.due), MeasureState(row.state))
        for row in sorted(counted.measures, key=lambda row: (row.due, row.owner, row.state, row.pattern))
    ]
    lines = tuple(
        PatternLine(
            key=row.key,
            name=row.name,
            question=row.question,
            status=row.status,
            owner=row.owner,
            n=show(f"pattern.{row.key}"),
            measures=tuple(measure for measure in measures if measure.pattern == row.key),
        )
        for row in sorted(counted.patterns, key=lambda row: (row.name, row.key))
    )
    known = {line.key for line in lines}
    return lines, tuple(measure for measure in measures if measure.pattern not in known)
