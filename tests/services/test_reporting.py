"""Does a report count what there is, the same way each time, and keep small numbers from readers outside?"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from itertools import combinations, pairwise

import pytest

from lexheller.deadlines import Calendar, Term, Unit
from lexheller.errors import BadValue
from lexheller.i18n.language import LANGUAGES
from lexheller.i18n.words import words_for
from lexheller.model.codes import Level, Outcome, Partner
from lexheller.model.report import PARTNER_ORDER, Audience, Report, Waited
from lexheller.reports import csv, json
from lexheller.services import report_period, reporting
from lexheller.services.report_counts import CodeCount, Counted, MeasureRow, PatternCount
from tests.report_rows import PERIOD, PROMISES, TODAY, Sent, Told, a_report, a_year, counted

OUTSIDE = Audience.OUTSIDE


def numbers(value: object, path: str = "") -> Iterator[tuple[str, int | None]]:
    """Walk every number of a report, with where it stands."""
    if is_dataclass(value):
        for field in fields(value):
            yield from numbers(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from numbers(item, f"{path}.{place}")
    elif value is None or type(value) is int:
        yield path, value


# --- counting -----------------------------------------------------------------------------------------


def test_what_is_counted_adds_up() -> None:
    report = a_report(counted([Told(outcome="solve", closed=True), Told(level=""), Told(level="structure")], again=2))
    assert (report.totals.received, report.totals.again) == (3, 2)
    assert (report.totals.closed, report.totals.open) == (1, 2)
    assert report.totals.outcome(Outcome.SOLVED) == 1
    assert [(line.level, line.n, line.parts) for line in report.levels] == [
        (Level.ORGANISATION, 1, (0, 0, 1, 0)),
        (Level.STRUCTURE, 1, (0, 0, 1, 0)),
        (Level.INDIVIDUAL, 0, (0, 0, 0, 0)),
        (None, 1, (0, 0, 1, 0)),
    ]
    assert report.received_parts == (0, 0, 3, 0)


def test_an_empty_period_has_a_report_for_every_reader() -> None:
    for audience in Audience:
        report = a_report(Counted(), audience=audience)
        assert (report.totals.received, report.most, report.foremost, report.longest) == (0, None, None, None)


def test_one_partner_alone_stands_on_the_diagonal() -> None:
    report = a_report(
        counted([Told(partners=("fk",)), Told(partners=("af", "fk")), Told(partners=("af", "fk", "school"))])
    )
    assert report.pair(Partner.FK, Partner.FK) == 1
    assert report.pair(Partner.FK, Partner.AF) == report.pair(Partner.AF, Partner.FK) == 2
    assert report.pair(Partner.SCHOOL, Partner.SCHOOL) == 0


def test_partners_stand_in_one_order_whatever_their_numbers() -> None:
    report = a_report()
    order = list(PARTNER_ORDER)
    for listed in (report.kinds(), [Partner(line.code) for line in report.partners if line.code]):
        assert list(listed) == sorted(listed, key=order.index)
    asked = [line.partner for line in report.referred if line.partner]
    assert asked == sorted(asked, key=order.index)


def test_waits_are_days_that_somebody_waited() -> None:
    report = a_report(counted([Told(contact_after=after) for after in (1, 2, 3, 4, 30)]))
    first = next(wait for wait in report.waits if wait.what is Waited.FIRST_CONTACT)
    assert (first.n, first.half, first.most) == (5, 3, 30)


def test_who_still_waits_past_the_day_is_late_and_who_waits_within_it_is_neither() -> None:
    cases = [Told(day=TODAY, contact_after=None), Told(contact_after=None), Told(contact_after=3)]
    cases[0] = replace(cases[0], day=date(2026, 2, 27))
    first = a_report(counted(cases)).waits[0]
    assert (first.n, first.in_time, first.late) == (1, 1, 1)


def test_a_working_day_is_none_on_a_holiday() -> None:
    rows = counted(
        [Told(day=date(2025, 9, 1), contact_after=8)]
    )  # Monday to Tuesday of the week after: six working days
    holiday = replace(PROMISES, calendar=Calendar(holidays=frozenset({date(2025, 9, 3)})))
    request = reporting.Request(PERIOD, TODAY)
    assert reporting.make(rows, request, PROMISES).waits[0].late == 1
    assert reporting.make(rows, request, holiday).waits[0].in_time == 1


def test_answers_not_ours_and_waiting_are_told_apart() -> None:
    sent = (
        Sent("af", "answered"),
        Sent("fk", "not_ours", ""),
        Sent("fk", "not_ours", "af"),
        Sent("af", "open", "", None, 0),
    )
    report = a_report(counted([Told(sent=sent), Told(sent=(Sent("school", "no_reply", "", None, None),))]))
    assert [
        (line.partner, line.sent, line.answered, line.not_ours, line.open, line.no_reply) for line in report.referred
    ] == [
        (Partner.FK, 2, 0, 2, 0, 0),
        (Partner.AF, 2, 1, 0, 1, 0),
        (Partner.SCHOOL, 1, 0, 0, 0, 1),
    ]
    assert (report.nobody, report.named) == (1, 1)
    assert [(line.partner, line.whose) for line in report.handed] == [(Partner.FK, Partner.AF), (Partner.FK, None)]


def test_given_read_and_helped_are_counted_apart() -> None:
    done = {"closed": True, "outcome": "conclude"}
    cases = [Told(**done, told=True, helped="yes"), Told(**done, read=True), Told(**done), Told(**done, waived=True)]  # type: ignore[arg-type]  # known keys
    given = a_report(counted(cases)).feedback
    assert (given.given, given.told, given.written, given.read, given.answers) == (3, 1, 2, 1, 1)


def test_patterns_bring_their_measures_and_the_rest_stand_beside() -> None:
    patterns = (PatternCount("GBG/a", "B", "", "open", "", 0), PatternCount("GBG/b", "A", "", "open", "", 0))
    measures = (MeasureRow("GBG/a", "Chefen", "2026-05-01", "planned"), MeasureRow("", "AF", "2026-04-01", "done"))
    report = a_report(counted([Told(patterns=("GBG/a",))], patterns=patterns, measures=measures))
    assert [(line.name, line.n, len(line.measures)) for line in report.patterns] == [("A", 0, 0), ("B", 1, 1)]
    assert [measure.owner for measure in report.loose_measures] == ["AF"]


def test_alpha_is_shown_from_fifty_cases() -> None:
    few = [Told(rated=("organisation", "organisation")) for _ in range(41)]
    few += [Told(rated=("structure", "structure")) for _ in range(8)]
    assert a_report(counted(few)).raters.alpha is None
    enough = a_report(counted([*few, Told(rated=("organisation", "structure"))])).raters
    assert (enough.cases, enough.same) == (50, 49)
    assert enough.alpha is not None
    assert enough.low is not None
    assert enough.low < enough.alpha < 1


# --- headings -----------------------------------------------------------------------------------------


def test_the_heading_names_the_pair_that_most_cases_have() -> None:
    rows = counted([Told(partners=("af", "fk"))] * 6 + [Told(partners=("fk", "school"))] * 5)
    assert a_report(rows).most == (Partner.FK, Partner.AF)


@pytest.mark.parametrize(
    "cases",
    [
        [Told(partners=("af", "fk"))] * 5 + [Told(partners=("fk", "school"))] * 5,
        [Told(partners=("af", "fk"))] * 4,
        [Told(partners=("fk", "unclear"))] * 9,
        [Told(partners=("fk",))] * 9,
    ],
    ids=["two are alike", "too few", "nobody knows whom", "one alone"],
)
def test_no_pair_is_named_where_none_stands_out(cases: Sequence[Told]) -> None:
    assert a_report(counted(list(cases))).most is None


def test_the_longest_wait_is_named_where_each_has_enough_to_compare() -> None:
    done = Told(sent=(Sent(days=50),), closed=True, outcome="conclude", feedback_after=9)
    assert a_report(counted([done] * 5)).longest is Waited.ANSWER
    assert a_report(counted([done] * 4 + [Told()] * 9)).longest is None
    assert a_report(counted([Told()] * 9)).longest is None


def test_the_longest_wait_is_not_named_where_one_is_hidden() -> None:
    done = Told(sent=(Sent(days=50),), closed=True, outcome="conclude", feedback_after=9)
    waits = a_report(counted([done] * 5)).waits
    assert reporting.longest(waits) is Waited.ANSWER
    assert reporting.longest([replace(waits[0], n=None, half=None, most=None), *waits[1:]]) is None


# --- readers outside ----------------------------------------------------------------------------------


def test_outside_no_number_under_five_is_shown_but_nought_is() -> None:
    inside = dict(numbers(a_report()))
    outside = dict(numbers(a_report(audience=OUTSIDE)))
    shown = {
        path: n for path, n in outside.items() if n is not None and ".promise." not in path and ".half" not in path
    }
    assert [path for path, n in shown.items() if 0 < n < 5] == []
    noughts = {path for path, n in inside.items() if n == 0 and not path.startswith((".handed", ".referred."))}
    assert noughts
    assert all(outside[path] == 0 for path in noughts)


def test_what_is_shown_outside_is_true() -> None:
    inside = dict(numbers(a_report()))
    for path, n in numbers(a_report(audience=OUTSIDE)):
        assert n is None or n == inside[path], path


def test_nothing_is_made_of_a_hidden_number() -> None:
    rows = counted([Told(closed=True, outcome="conclude", feedback_after=9)] * 3 + [Told()] * 30)
    feedback = a_report(rows, audience=OUTSIDE).waits[2]
    assert (feedback.n, feedback.half, feedback.most) == (None, None, None)


def test_whoever_owns_a_measure_is_not_named_outside_and_one_cases_measure_is_not_told() -> None:
    """An owner is written by hand: a name stood in the report for readers outside, and in its files."""
    patterns = (PatternCount("GBG/a", "A", "", "open", "", 0), PatternCount("GBG/b", "B", "", "open", "", 0))
    measures = tuple(MeasureRow(key, "Kim Exempel", "2026-05-01", "planned") for key in ("GBG/a", "GBG/b", ""))
    told = [Told(patterns=(key,)) for key, n in (("GBG/a", 30), ("GBG/b", 2)) for _ in range(n)]
    told += [Told() for _ in range(20)]
    inside, outside = (a_report(counted(told, patterns=patterns, measures=measures), audience=a) for a in Audience)
    assert [len(line.measures) for line in inside.patterns] == [1, 1]
    assert [(line.n, len(line.measures)) for line in outside.patterns] == [(30, 1), (None, 0)]
    assert outside.loose_measures == ()
    for words in map(words_for, LANGUAGES):
        assert "Kim Exempel" in csv.render(inside, words)
        assert "Kim Exempel" not in csv.render(outside, words) + json.render(outside)


def test_who_said_whose_it_is_stays_inside() -> None:
    assert a_report().handed
    assert a_report(audience=OUTSIDE).handed == ()


@pytest.mark.parametrize("seed", range(20))
def test_every_relation_holds_of_any_year(seed: int) -> None:
    a_report(a_year(seed, n=seed * 7), audience=OUTSIDE)  # a relation that does not hold is refused as Untrue


def test_the_same_rows_give_the_same_report_in_any_order() -> None:
    rows = a_year()
    chance = random.Random(1)
    lists = {field.name: getattr(rows, field.name) for field in fields(rows) if field.name != "again"}
    shuffled = replace(rows, **{name: tuple(chance.sample(found, len(found))) for name, found in lists.items()})  # type: ignore[arg-type]  # every other field is a tuple
    for audience in Audience:
        assert a_report(rows, audience=audience) == a_report(shuffled, audience=audience)


# --- a reader outside tries to work out what is hidden ------------------------------------------------

K = 3
KINDS = ("af", "fk", "school")
SORTS = tuple(some for size in (1, 2, 3) for some in combinations(KINDS, size))
LEVELS = ("organisation", "structure")


def shown_numbers(report: Report) -> dict[str, int | None]:
    """Give the numbers of cases by partners and levels, hidden ones as None."""
    found = {f"partner {line.code}": line.n for line in report.partners if line.code}
    found |= {f"pair {pair.one} {pair.other}": pair.n for pair in report.pairs}
    found |= {f"level {line.level}": line.n for line in report.levels}
    return {**found, "received": report.totals.received}


def worlds(most: int) -> Iterator[list[Told]]:
    """Give every way that up to so many cases can lie on sorts of partners, half of them at each level."""

    def deal(left: int, sorts: int) -> Iterator[list[int]]:
        if sorts == 1:
            yield from ([n] for n in range(left + 1))
            return
        for n in range(left + 1):
            yield from ([n, *rest] for rest in deal(left - n, sorts - 1))

    for counts in deal(most, len(SORTS)):
        yield [Told(partners=sort, level=LEVELS[0]) for sort, n in zip(SORTS, counts, strict=True) for _ in range(n)]


def numbers_of(cases: list[Told]) -> dict[str, int]:
    """Count a world without the program's help."""
    found = {f"partner {kind}": sum(kind in case.partners for case in cases) for kind in KINDS}
    for place, one in enumerate(KINDS):
        found[f"pair {one} {one}"] = sum(case.partners == (one,) for case in cases)
        for other in KINDS[place + 1 :]:
            found[f"pair {one} {other}"] = sum({one, other} <= set(case.partners) for case in cases)
    return {**found, "received": len(cases)}


NESTED = [
    *(
        (f"pair {one} {other}", f"partner {kind}")
        for one in KINDS
        for other in KINDS
        if one <= other
        for kind in {one, other}
    ),
    *((f"partner {kind}", "received") for kind in KINDS),
]
"""Numbers that are part of others; what is left is a number of cases too."""
ALL_WORLDS = [numbers_of(cases) for cases in worlds(9)]


def aligned(shown: dict[str, int | None]) -> dict[str, int | None]:
    """Name pairs as `numbers_of` does, nought where the matrix leaves a kind out."""
    found: dict[str, int | None] = dict.fromkeys(ALL_WORLDS[0], 0)
    for name, n in shown.items():
        what, *kinds = name.split()
        key = " ".join([what, *sorted(kinds)])
        if key in found:
            found[key] = n
    return found


@pytest.mark.parametrize("seed", range(12))
def test_no_hidden_number_can_be_worked_out_from_what_is_shown(seed: int) -> None:
    chance = random.Random(seed)
    cases = [Told(partners=chance.choice(SORTS), level=LEVELS[0]) for _ in range(chance.randrange(2, 7))]
    report = a_report(counted(cases), audience=OUTSIDE, k=K)
    shown = aligned(shown_numbers(report))
    known = {name: n for name, n in shown.items() if n is not None}
    possible = [
        world
        for world in ALL_WORLDS
        if all(world[name] == n for name, n in known.items())
        and all(world[name] for name, n in shown.items() if n is None)
    ]
    true = numbers_of(cases)
    assert true in possible
    for name, n in shown.items():
        if n is None:
            values = {world[name] for world in possible}
            assert len(values) > 1, (name, cases)
            if true[name] < K:
                assert max(values) >= K, (name, values)
    for part, whole in NESTED:
        rest = {world[whole] - world[part] for world in possible}
        if true[part] and 0 < true[whole] - true[part] < K:
            assert max(rest) >= K, (part, whole, cases)


def test_the_attack_finds_what_hiding_small_numbers_alone_gives_away() -> None:
    cases = [Told(partners=("af",))] * 4 + [Told(partners=("af", "fk"))] + [Told(partners=("fk",))] * 3
    true = numbers_of(cases)
    shown = {name: n for name, n in true.items() if n == 0 or n >= K}
    possible = [world for world in ALL_WORLDS if all(world[name] == n for name, n in shown.items())]
    assert {world["pair af fk"] for world in possible} == {1}


# --- periods ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2025-03", ["2025-03"]),
        ("2025-01/2025-06", ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06"]),
        ("2025-03/2026-02", ["2025-03/2025-05", "2025-06/2025-08", "2025-09/2025-11", "2025-12/2026-02"]),
        ("2024-01/2025-12", ["2024-01/2024-03", "2024-04/2024-06", "2024-07/2024-09", "2024-10/2024-12",
                             "2025-01/2025-03", "2025-04/2025-06", "2025-07/2025-09", "2025-10/2025-12"]),
        ("2025-01/2025-07", ["2025-01/2025-03", "2025-04/2025-06", "2025-07"]),
    ],
)  # fmt: skip
def test_a_period_is_cut_into_parts_of_one_length(text: str, parts: list[str]) -> None:
    whole = report_period.period(text)
    assert whole.code == text
    assert [part.code for part in report_period.parts(whole)] == parts


@pytest.mark.parametrize("months", range(1, 241))
def test_every_period_is_covered_by_its_parts_without_a_gap(months: int) -> None:
    last = 2000 * 12 + months - 1
    whole = report_period.period(f"2000-01/{last // 12}-{last % 12 + 1:02}")
    parts = report_period.parts(whole)
    assert (parts[0].first, parts[-1].last) == (whole.first, whole.last)
    assert all((after.first - before.last).days == 1 for before, after in pairwise(parts))
    assert len(parts) <= 8


def test_twelve_whole_months_end_with_the_last_one_that_is_over() -> None:
    assert report_period.last_twelve(date(2026, 3, 31)).code == "2025-03/2026-02"
    assert report_period.last_twelve(date(2026, 1, 1)).code == "2025-01/2025-12"


@pytest.mark.parametrize("text", ["", "2025", "2025-13", "2025-03/2025-02", "2025-03/", "0000-01", "mars 2025"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(BadValue):
        report_period.period(text)


def test_months_are_promised_as_thirty_days_each() -> None:
    promises = replace(PROMISES, answer=Term(2, Unit.MONTHS))
    rows = counted([Told(sent=(Sent(),))])
    promise = reporting.make(rows, reporting.Request(PERIOD, TODAY), promises).waits[1].promise
    assert promise is not None
    assert (promise.amount, promise.unit, promise.days) == (2, "months", 60)


def test_a_code_that_a_federation_has_made_up_is_listed_after_the_shared_ones() -> None:
    rows = replace(a_year(), themes=(CodeCount("own_theme", 7), CodeCount("sip", 111)))
    assert [line.code for line in a_report(rows).themes] == ["sip", "own_theme", ""]
