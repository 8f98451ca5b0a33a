"""What stands in a report, section by section, before it is drawn? Headings that state the finding, and tables.

Every way of drawing takes its words and numbers from here, so that the terminal, the page and the sheet cannot come to
say different things. A section without anything to tell is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lexheller.i18n.choices import sentence
from lexheller.model.codes import Outcome
from lexheller.model.report import Audience, Count, MeasureLine, Referred, Report, Tally
from lexheller.reports.wording import Wording

Cell = int | str | None
"""A number, words, or None for a number that is hidden; "" is an empty cell."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table; `sum` for one that adds up the others."""

    label: str
    cells: tuple[Cell, ...]
    sum: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: caption, head of the first column, heads of the others (short ones for narrow places), rows."""

    caption: str
    corner: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    short: tuple[str, ...] = ()
    words: bool = False
    """Tell whether the cells hold words, which stand to the left."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, sentences, tables, and what to know when reading them; `key` is the same in every language."""

    key: str
    heading: str
    tables: tuple[Table, ...] = ()
    lead: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def sections(report: Report, says: Wording) -> tuple[Section, ...]:
    """Put a report into words."""
    return tuple(section for make in _SECTIONS for section in make(report, says))


def _friction(report: Report, says: Wording) -> Iterator[Section]:
    words = says.words
    kinds = report.kinds()
    lead = [words("report.friction.no_fault")]
    if report.most is not None and (n := report.pair(*report.most)) is not None:
        one, other = (says.partner(partner, first=False) for partner in report.most)
        lead = [
            words.plural("report.friction.most", n, one=one, other=other), *lead, words("report.friction.plank"),
        ]  # fmt: skip
    if not kinds:
        yield Section("friction", words("report.friction.heading"), lead=(words("report.friction.nothing"),))
        return
    rows = tuple(
        Row(
            says.partner(one),
            tuple(report.pair(one, other) if j <= i else "" for j, other in enumerate(kinds)),
        )
        for i, one in enumerate(kinds)
    )
    table = Table(
        words("report.friction.caption", period=says.period(report.period)),
        words("report.friction.heading"),
        tuple(says.partner(kind) for kind in kinds),
        rows,
        short=tuple(says.short(kind) for kind in kinds),
    )
    notes = (words("report.friction.how"), words("report.few"), *_hidden_note(report, says))
    yield Section("friction", words("report.friction.heading"), (table,), tuple(lead), notes)


def _hidden_note(report: Report, says: Wording) -> tuple[str, ...]:
    if report.audience is Audience.INSIDE:
        return ()
    return (says.words("report.note.hidden", hidden=says.words("report.hidden")),)


def _levels(report: Report, says: Wording) -> Iterator[Section]:
    words = says.words
    if report.totals.received == 0:
        return
    heading = words("report.levels.heading")
    top = next((line.n for line in report.levels if line.level is report.foremost), None)
    if report.foremost is not None and top is not None and report.totals.received is not None:
        heading = words.plural(f"report.levels.{report.foremost}", top, all=says.number(report.totals.received))
    rows = [Row(says.level(line.level), (*line.parts, line.n)) for line in report.levels]
    rows.append(Row(words("report.levels.sum"), (*report.received_parts, report.totals.received), sum=True))
    heads = [" ".join(says.part(part)) for part in report.parts]
    table = Table(
        words("report.levels.caption"),
        words("report.levels.column"),
        (*heads, words("report.column.all")),
        tuple(rows),
    )
    notes = [words("report.levels.more")]
    if report.provisional:
        notes.append(words.plural("report.levels.provisional", report.provisional))
    if report.today <= report.period.last:
        notes.append(words("report.note.unfinished"))
    yield Section("levels", heading, (table,), notes=tuple(notes))


def _simple(
    says: Wording, key: str, lines: Sequence[Tally], name: Callable[[str], str], notes: Sequence[str] = ()
) -> Section:
    words = says.words
    rows = tuple(Row(name(line.code), (line.n,)) for line in lines if line.n != 0)
    table = Table(words(f"report.{key}.caption"), words(f"report.{key}.column"), (words("report.column.cases"),), rows)
    return Section(key, words(f"report.{key}.heading"), (table,), notes=tuple(notes))


def by_size(lines: Sequence[Tally]) -> tuple[Tally, ...]:
    """Put the largest first, hidden ones after them in their own order, those without a code last."""
    return tuple(sorted(lines, key=lambda line: (not line.code, line.n is None, -(line.n or 0))))


def _themes(report: Report, says: Wording) -> Iterator[Section]:
    if any(line.n != 0 for line in report.themes):
        yield _simple(says, "themes", by_size(report.themes), says.theme, (says.words("report.themes.how"),))


def _targets(report: Report, says: Wording) -> Iterator[Section]:
    if any(line.n != 0 for line in report.target_groups):
        yield _simple(says, "targets", by_size(report.target_groups), says.target)


def _partners(report: Report, says: Wording) -> Iterator[Section]:
    names = {str(kind): says.partner(kind) for kind in report.kinds()}
    if names:
        name = lambda code: names.get(code, says.words("report.partners.none"))  # noqa: E731  # one line for one table
        yield _simple(says, "partners", report.partners, name, (says.words("report.partners.how"),))


def _waits(report: Report, says: Wording) -> Iterator[Section]:
    words = says.words
    if all(wait.n == 0 and wait.late == 0 for wait in report.waits):
        return
    longest = next((wait for wait in report.waits if wait.what is report.longest), None)
    heading = words("report.waits.heading")
    if longest is not None:
        heading = words(f"report.waits.{longest.what}", days=says.days(longest.half))
    rows = tuple(
        Row(
            words(f"report.wait.{wait.what}"),
            (
                wait.n,
                says.days(wait.half),
                says.days(wait.most),
                says.promise(wait.promise),
                _share(says, wait.in_time, wait.late),
            ),
        )
        for wait in report.waits
    )
    heads = tuple(words(f"report.waits.{head}") for head in ("n", "half", "most", "promised", "in_time"))
    table = Table(words("report.waits.caption"), words("report.waits.column"), heads, rows)
    notes = (words("report.waits.how"), words("report.waits.also"))
    yield Section("waits", heading, (table,), notes=notes)


def _share(says: Wording, in_time: Count, late: Count) -> str | None:
    if in_time is None or late is None:
        return None
    return (
        says.words("report.waits.share", n=says.number(in_time), all=says.number(in_time + late))
        if in_time + late
        else ""
    )


def _became(report: Report, says: Wording) -> Iterator[Section]:
    words, totals = says.words, report.totals
    if totals.received == 0 and not totals.again:
        return
    solved = totals.outcome(Outcome.SOLVED)
    heading = words.plural("report.became.solved", solved) if solved else words("report.became.heading")
    rows = [
        Row(sentence(words(f"outcome.{line.code}")) if line.code else words("report.became.not_yet"), (line.n,))
        for line in totals.outcomes
    ]
    rows += [
        Row(words("report.became.received"), (totals.received,), sum=True),
        Row(words("report.became.closed"), (totals.closed,)),
        Row(words("report.became.waived"), (totals.waived,)),
        Row(words("report.became.open"), (totals.open,)),
        Row(words("report.became.again"), (totals.again,)),
    ]
    head = words("report.column.cases")
    table = Table(words("report.became.caption"), words("report.became.column"), (head,), tuple(rows))
    yield Section("became", heading, (table,))


def _feedback(report: Report, says: Wording) -> Iterator[Section]:
    words, given = says.words, report.feedback
    if given.given == 0:
        return
    heading = words("report.feedback.heading")
    if given.given is not None:
        heading = words.plural("report.feedback.given_heading", given.given)
    numbers = (
        (words("report.feedback.given"), given.given),
        (words("report.feedback.told"), given.told),
        (words("report.feedback.written"), given.written),
        (words("report.feedback.read"), given.read),
        (words("report.feedback.answers"), given.answers),
        *((words(f"report.feedback.helped.{line.code}"), line.n) for line in given.helped),
    )
    rows = tuple(Row(sentence(label), (n,)) for label, n in numbers)
    head = words("report.waits.n")
    table = Table(words("report.feedback.caption"), words("report.feedback.column"), (head,), rows)
    yield Section("feedback", heading, (table,), notes=(words("report.feedback.how"),))


def _referred(report: Report, says: Wording) -> Iterator[Section]:
    words, in_all = says.words, report.referred_in_all
    if in_all.sent == 0:
        return
    heading = words("report.referred.heading")
    if in_all.sent is not None:
        heading = words.plural("report.referred.sent_heading", in_all.sent)
    rows = [
        Row(says.partner(line.partner) if line.partner else words("report.referred.forum"), _sent(line))
        for line in report.referred
    ]
    rows.append(Row(words("report.referred.all"), _sent(in_all), sum=True))
    keys = ("sent", "answered", "not_ours", "open", "no_reply", "given_up", "taken_back")
    heads = tuple(words(f"report.referred.{key}") for key in keys)
    caption = words("report.referred.caption" if report.referred else "report.referred.heading")
    tables = [Table(caption, words("report.referred.column"), heads, tuple(rows))]
    if in_all.not_ours != 0:
        tables.append(_handed(report, says))
    notes = (words("report.partners.how"),) if report.referred else ()
    yield Section("referred", heading, tuple(tables), notes=notes)


def _sent(line: Referred) -> tuple[Count, ...]:
    return (line.sent, line.answered, line.not_ours, line.open, line.no_reply, line.given_up, line.taken_back)


def _handed(report: Report, says: Wording) -> Table:
    """Draw whose it was said to be: by whom inside, in all only outside."""
    words = says.words
    nobody = words("report.handed.nobody")
    times = words("report.handed.n")
    if report.audience is Audience.OUTSIDE:
        in_all = (Row(words("report.handed.someone"), (report.named,)), Row(nobody, (report.nobody,)))
        return Table(words("report.handed.caption"), words("report.handed.whose"), (times,), in_all)
    rows = tuple(
        Row(
            says.partner(line.partner) if line.partner else words("report.referred.forum"),
            (says.partner(line.whose, first=False) if line.whose else nobody, line.n),
        )
        for line in report.handed
    )
    heads = (words("report.handed.whose"), times)
    return Table(words("report.handed.caption"), words("report.handed.column"), heads, rows, words=True)


def _patterns(report: Report, says: Wording) -> Iterator[Section]:
    words = says.words
    rows = tuple(Row(line.name, (line.n,)) for line in report.patterns if line.n != 0)
    measures = [*(m for line in report.patterns for m in line.measures), *report.loose_measures]
    if not rows and not measures:
        return
    tables = []
    head = words("report.column.cases")
    if rows:
        tables.append(Table(words("report.patterns.caption"), words("report.patterns.column"), (head,), rows))
    if measures:
        tables.append(_measures(report, says, measures))
    heading = words.plural("report.patterns.count", len(rows)) if rows else words("report.patterns.heading")
    yield Section("patterns", heading, tuple(tables))


def _measures(report: Report, says: Wording, measures: Sequence[MeasureLine]) -> Table:
    words = says.words
    names = {line.key: line.name for line in report.patterns}
    outside = report.audience is Audience.OUTSIDE
    rows = tuple(
        Row(
            names.get(measure.pattern, words("report.measures.no_pattern")),
            (
                *(() if outside else (measure.owner,)),
                says.date(measure.due),
                words(f"measure_state.{measure.state}"),
            ),
        )
        for measure in measures
    )
    heads = tuple(words(f"report.measures.{key}") for key in ("owner", "due", "state")[outside:])
    caption = words("report.measures.caption_outside" if outside else "report.measures.caption")
    return Table(caption, words("report.patterns.column"), heads, rows, words=True)


def _open(report: Report, says: Wording) -> Iterator[Section]:
    words, now = says.words, report.open_now
    if now == 0:
        return
    heading = words("report.open.heading")
    if now is not None:
        heading = words.plural("report.open.count", now, day=says.date(report.today))
    rows = [Row(says.age(line.code), (line.n,)) for line in report.open_ages]
    rows.append(Row(words("report.open.all"), (now,), sum=True))
    head = words("report.column.cases")
    table = Table(words("report.open.caption"), words("report.open.column"), (head,), tuple(rows))
    yield Section("open", heading, (table,), notes=(words("report.open.how"),))


def _raters(report: Report, says: Wording) -> Iterator[Section]:
    words, raters = says.words, report.raters
    if raters.cases == 0:
        return
    lead = []
    if raters.cases is not None and raters.same is not None:
        lead.append(words.plural("report.raters.same", raters.cases, same=says.number(raters.same)))
        if raters.alpha is None:
            lead.append(words("report.raters.few"))
        else:
            figures = {"alpha": raters.alpha, "low": raters.low, "high": raters.high}
            lead.append(words("report.raters.alpha", **{key: says.decimal(value) for key, value in figures.items()}))
    rows = (
        Row(words("report.raters.rated"), (raters.cases,)),
        Row(words("report.raters.agreed"), (raters.same,)),
    )
    head = words("report.column.cases")
    table = Table(words("report.raters.caption"), words("report.raters.column"), (head,), rows)
    yield Section("raters", words("report.raters.heading"), (table,), lead=tuple(lead))


_SECTIONS: tuple[Callable[[Report, Wording], Iterator[Section]], ...] = (
    _friction,
    _levels,
    _themes,
    _waits,
    _became,
    _feedback,
    _referred,
    _patterns,
    _partners,
    _targets,
    _open,
    _raters,
)
