"""Can a number that is hidden from readers outside be read off another that counts the same cases?

Twenty came in, and that is hidden; "20 of 20 had their first contact in time" would say it all the same. The numbers
are paired here by what they count, as a reader would, and not by what the program ties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from lexheller.i18n import words_for
from lexheller.model.report import Audience, Count, Report, Waited
from lexheller.reports import csv, html, json, terminal
from tests.report_rows import Told, a_report, a_year, counted

Named = tuple[str, Count]
SUMS = ("replied", "first_contact judged", "feedback judged")
"""Numbers that are printed nowhere, but made of two that are; those two may be hidden, each with its own proof."""
YEARS = [(seed, n) for seed in range(3) for n in (9, 14, 21, 24, 30, 38)]


def _judged(report: Report, what: Waited) -> Count:
    """Give what stands after "of" in "18 of 20"."""
    wait = next(wait for wait in report.waits if wait.what is what)
    return None if wait.in_time is None or wait.late is None else wait.in_time + wait.late


def _ended(report: Report, what: Waited) -> Count:
    return next(wait.n for wait in report.waits if wait.what is what)


def _of_all(report: Report) -> Iterator[Named]:
    """Give every number that counts cases that came in."""
    totals, given = report.totals, report.feedback
    yield from (("closed", totals.closed), ("open", totals.open), ("waived", totals.waived))
    yield from ((f"outcome {line.code}", line.n) for line in totals.outcomes)
    yield from ((f"level {line.level}", line.n) for line in report.levels)
    yield from ((f"level {line.level} {i}", n) for line in report.levels for i, n in enumerate(line.parts))
    yield from ((f"part {i}", n) for i, n in enumerate(report.received_parts))
    yield from ((f"theme {line.code}", line.n) for line in report.themes)
    yield from ((f"partner {line.code}", line.n) for line in report.partners)
    yield from ((f"pair {line.one} {line.other}", line.n) for line in report.pairs)
    yield from ((f"target {line.code}", line.n) for line in report.target_groups)
    yield from ((f"pattern {line.key}", line.n) for line in report.patterns)
    yield from (("given", given.given), ("told", given.told), ("written", given.written), ("read", given.read))
    yield from (("answers", given.answers), ("rated", report.raters.cases), ("provisional", report.provisional))
    for what in (Waited.FIRST_CONTACT, Waited.FEEDBACK):
        yield from ((f"{what} ended", _ended(report, what)), (f"{what} judged", _judged(report, what)))


def wholes(report: Report) -> Iterator[tuple[Named, list[Named]]]:
    """Give each number with those that count some of what it counts."""
    totals, given, sent = report.totals, report.feedback, report.referred_in_all
    answers = ("answers ended", _ended(report, Waited.ANSWER))
    ended = ("feedback ended", _ended(report, Waited.FEEDBACK))
    yield ("received", totals.received), list(_of_all(report))
    yield ("closed", totals.closed), [("given", given.given), ended, ("answers", given.answers)]
    yield ("given", given.given), [ended, ("written", given.written), ("told", given.told), ("answers", given.answers)]
    yield (
        ("open now", report.open_now),
        [("open", totals.open), *(("not there yet", line.n) for line in totals.outcomes if not line.code)],
    )
    yield ("sent", sent.sent), [answers, ("answered", sent.answered), ("open", sent.open)]
    replied = None if sent.answered is None or sent.not_ours is None else sent.answered + sent.not_ours
    yield ("replied", replied), [answers]


@cache
def outside(seed: int, n: int) -> Report:
    """Make the report of a year for readers outside, once."""
    return a_report(a_year(seed, n), audience=Audience.OUTSIDE)


@pytest.mark.parametrize(("seed", "n"), YEARS)
def test_two_numbers_of_the_same_cases_are_hidden_together(seed: int, n: int) -> None:
    inside = a_report(a_year(seed, n))
    for (true, true_parts), ((name, whole), parts) in zip(wholes(inside), wholes(outside(seed, n)), strict=True):
        for (_, of), (part, shown) in zip(true_parts, parts, strict=True):
            if of and of == true[1]:
                assert whole is not None or shown is None or name in SUMS, f"{part} says what {name} is: {of}"
                assert shown is not None or whole is None or part in SUMS, f"{name} says what {part} is: {of}"


def test_the_years_hold_what_the_rule_is_about() -> None:
    found = [outside(*year) for year in YEARS]
    assert sum(report.totals.received is None for report in found) >= 5
    assert sum(report.totals.received is not None for report in found) >= 5


ALL_MET = a_year(0, 23)
"""Twenty-three came in, all have had their first contact; how many they are is hidden."""


def test_all_of_a_hidden_total_is_said_in_no_drawing() -> None:
    report = a_report(ALL_MET, audience=Audience.OUTSIDE)
    assert report.totals.received is None
    words = words_for("sv")
    assert re.search(r"\d+ av 23\b", _read(html.render_main(a_report(ALL_MET), words)))
    for said in (
        _read(html.render_main(report, words)),
        csv.render(report, words),
        json.render(report),
        "\n".join("".join(said for said, _ in line) for line in terminal.lines(report, words, 100)),
    ):
        assert not re.search(r"\b23\b", said)


def _read(page: str) -> str:
    """Read a page aloud: its text, and what pictures are said to show."""
    return re.sub(r"<[^>]*>", " ", page) + " ".join(re.findall(r'aria-label="([^"]*)"', page))


def test_what_is_left_of_a_total_is_hidden_when_it_is_small() -> None:
    late = Told(contact_after=None)
    met = a_report(counted([Told()] * 20 + [late] * 3), audience=Audience.OUTSIDE).waits[0]
    assert None in {met.n, met.in_time, met.late}  # 23 judged less 20 over: three still wait past their day
