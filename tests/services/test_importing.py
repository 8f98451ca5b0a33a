"""An old sheet comes in row by row, each once, and can be undone as long as nobody has done anything with a case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from lexheller import anonymity
from lexheller.errors import GateStopped, NeedsUnmet, NotFound, NotPossible
from lexheller.model.allowed import AllowedWord
from lexheller.model.case import Case
from lexheller.model.codes import Level, Outcome, Partner, Source, Told
from lexheller.model.event import fold
from lexheller.model.fields import LONGEST_TEXT
from lexheller.services import importing, submissions, tags
from lexheller.services.importing import Account, Importing, bring_in, look_over, undo
from lexheller.services.old_cases import Closing, OldCase, Reason
from lexheller.services.ports import UnitOfWork
from lexheller.storage.memory import MemoryStore
from tests.house import Works, viewer_of

SHEET = Importing("GBG", "arket")
TEXT = "Personen väntade länge på ett besked från två håll."
OLD = date(2024, 5, 13)
TEST_NUMBER = "19460324-2012"
"""A personal number that the tax agency gives out for tests."""


def a_row(row: int = 2, **changes: Any) -> OldCase:
    known: dict[str, Any] = {"row": row, "day": OLD, "form": {"what_happened": TEXT, "partners": ("fk", "af")}}
    return OldCase(**(known | changes))


def a_closing(**changes: Any) -> Closing:
    known: dict[str, Any] = {
        "day": date(2024, 6, 20), "solution": "De möttes och delade upp frågorna.", "told_what": "Det är ordnat nu.",
    }  # fmt: skip
    return Closing(**(known | changes))


def imported(works: Works, *rows: OldCase, about: Importing = SHEET, by: str = "elsa") -> Account:
    return bring_in(works.store, works.office, viewer_of(by), rows, about)


def cases_of(works: Works, run: str) -> list[Case]:
    def work(uow: UnitOfWork) -> list[Case]:
        found = [uow.cases.get(*key) for key in uow.notes.run(run)]
        return [case for case in found if case is not None]

    return works.store.read(work)


def reasons(account: Account) -> dict[int, tuple[Reason, ...]]:
    return {rejected.row: rejected.reasons for rejected in account.rejected}


def test_a_row_is_read_with_the_words_that_the_federation_has_accepted(works: Works) -> None:
    row = a_row(form={"what_happened": "Praktiken hos Anna Lindgren tog slut.", "partners": ("fk",)})
    assert [each.row for each in imported(works, row).rejected] == [2]
    accepted = AllowedWord("GBG", "anna lindgren", "organisation", "olle", "elsa", date(2026, 3, 2))
    works.store.write(lambda uow: tags.put(uow.people, works.office.keys, accepted))
    assert imported(works, row).new == 1


# --- what comes in --------------------------------------------------------------------------------------


def test_a_row_that_is_not_finished_arrives_as_submitted_with_its_old_date_and_no_clock(works: Works) -> None:
    marks = {"themes": ("sip",), "provisional_level": Level.STRUCTURE, "level_version": 1}
    account = imported(works, a_row(marks=marks))
    (case,) = cases_of(works, account.run)
    assert (account.rows, account.new, account.finished, account.rejected) == (1, 1, 0, [])
    assert (case.state, case.day, case.number, case.version) == ("submitted", OLD, "GBG-2024-0001", 1)
    assert case.received == datetime(2024, 5, 13, 10, tzinfo=UTC), "noon of that day, in Sweden"
    assert (case.clocks, case.due, case.contact, case.source) == ({}, None, False, Source.IMPORT)
    assert (case.themes, case.provisional_level, case.partners) == (("sip",), Level.STRUCTURE, (Partner.FK, Partner.AF))
    assert (case.registered_by, case.imported, case.imported_version) == ("elsa", account.run, 1)
    assert works.store.kept.outbox == {}  # type: ignore[attr-defined]  # the store in memory
    assert works.store.kept.codes == works.store.kept.receipts == {}  # type: ignore[attr-defined]  # the store in memory has it


def test_a_clock_runs_once_somebody_has_opened_it(works: Works) -> None:
    (case,) = cases_of(works, imported(works, a_row()).run)
    case = works.does("elsa", case, "open_dialogue")
    assert set(case.clocks) == {"interim"}
    assert case.clocks["interim"] > works.office.today()


def test_a_finished_row_goes_the_way_of_every_case_with_the_sheets_days_and_words(works: Works) -> None:
    account = imported(works, a_row(closing=a_closing(told=Told.MEETING)))
    (case,) = cases_of(works, account.run)
    events = works.store.read(lambda uow: uow.cases.events(case.federation, case.id))
    texts = works.store.read(lambda uow: uow.cases.texts(case.federation, case.id))
    assert [event.step for event in events] == ["import", "solve", "give_feedback"]
    assert [event.fields.get("imported") for event in events[1:]] == [account.run] * 2
    assert {(t.version, t.field): t.text for t in texts if t.version > 1} == {
        (2, "solution"): "De möttes och delade upp frågorna.",
        (3, "told_what"): "Det är ordnat nu.",
    }
    day = date(2024, 6, 20)
    assert (case.state, case.outcome, case.told) == ("closed", Outcome.SOLVED, Told.MEETING)
    assert (case.closed, case.feedback_day, case.feedback_since, case.contacted) == (day, day, day, day)
    assert (case.version, case.imported_version, case.clocks, case.turn) == (3, 3, {}, "")
    assert fold(events) == case
    assert works.store.kept.outbox == {}  # type: ignore[attr-defined]  # the store in memory has it
    assert (account.new, account.finished) == (1, 1)


def test_a_finished_row_without_a_day_has_its_only_day(works: Works) -> None:
    (case,) = cases_of(works, imported(works, a_row(closing=a_closing(day=None))).run)
    assert case.closed == case.feedback_day == OLD


def test_a_row_without_any_day_gets_todays(works: Works) -> None:
    (case,) = cases_of(works, imported(works, a_row(day=None)).run)
    assert (case.day, case.number) == (works.office.today(), "GBG-2026-0001")


# --- what is kept out -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (a_row(form={"partners": ("fk",)}), [Reason("no_text", "what_happened")]),
        (a_row(form={"what_happened": "å" * (LONGEST_TEXT + 1)}), [Reason("too_long", "what_happened")]),
        (a_row(form={"what_happened": TEXT, "partners": ("x",)}), [Reason("bad_value", "partners")]),
        (a_row(day=date(2026, 3, 3)), [Reason("in_future", "received")]),
        (a_row(form={"what_happened": TEXT, "when": "2026-04"}), [Reason("in_future", "when")]),
        (a_row(day=date(1900, 1, 1)), [Reason("too_early", "received")]),
        (a_row(closing=a_closing(day=date(2024, 5, 12))), [Reason("before_received", "feedback_day")]),
        (a_row(closing=a_closing(day=date(2026, 3, 3))), [Reason("in_future", "feedback_day")]),
        (
            a_row(form={"what_happened": TEXT, "proposal": f"Ring {TEST_NUMBER}."}),
            [Reason("gate_stop", "proposal", ("PERSONNUMMER",))],
        ),
        (
            a_row(closing=a_closing(told_what="Mejla namn@example.org om det.")),
            [Reason("gate_stop", "told_what", ("EMAIL",))],
        ),
        (
            a_row(form={"what_happened": TEXT, "tried": "Vi ringde Anna Svensson."}),
            [Reason("gate_ask", "tried", ("PERSON",))],
        ),
        (
            a_row(form={"what_happened": f"Om {TEST_NUMBER}."}),
            [Reason("gate_stop", "what_happened", ("PERSONNUMMER",))],
        ),
        (
            a_row(
                day=date(2026, 3, 3),
                form={"title": f"Om {TEST_NUMBER}"},
                faults=(Reason("unknown_word", "partners"),),
            ),
            [
                Reason("unknown_word", "partners"), Reason("in_future", "received"),
                Reason("no_text", "what_happened"), Reason("gate_stop", "title", ("PERSONNUMMER",)),
            ],
        ),
    ],
)  # fmt: skip
def test_a_row_is_kept_out_with_every_reason_and_none_of_its_words(
    works: Works, row: OldCase, expected: list[Reason]
) -> None:
    account = imported(works, row)
    assert list(reasons(account)[2]) == expected
    assert (account.run, account.new, account.rows) == ("", 0, 1)
    assert works.store.kept.cases == {}  # type: ignore[attr-defined]  # the store in memory has it


def test_what_the_gate_asks_about_comes_in_when_somebody_vouches_and_what_must_go_does_not(works: Works) -> None:
    asked = a_row(2, form={"what_happened": "Anna Svensson väntade länge på ett besked."})
    must_go = a_row(3, form={"what_happened": f"Personen {TEST_NUMBER} väntade länge."})
    account = imported(works, asked, must_go, about=replace(SHEET, vouched=True))
    assert (account.new, list(reasons(account))) == (1, [3])
    (case,) = cases_of(works, account.run)
    (event,) = works.store.read(lambda uow: uow.cases.events(case.federation, case.id))
    assert "what_happened:person.name" in str(event.fields["vouched"])


def test_the_gate_is_asked_once_about_each_text(works: Works, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    check = anonymity.check

    def counted(text: str) -> Any:
        asked.append(text)
        return check(text)

    monkeypatch.setattr("lexheller.anonymity.check", counted)
    imported(works, a_row(form={"what_happened": TEXT, "title": "Rubriken"}, closing=a_closing()))
    assert sorted(asked) == sorted(["arket", TEXT, "Rubriken", a_closing().solution, a_closing().told_what])


def test_the_name_of_the_sheet_passes_the_gate_too(works: Works) -> None:
    with pytest.raises(GateStopped):
        imported(works, a_row(), about=Importing("GBG", "Anna Svensson"))


# --- once, whatever happens -----------------------------------------------------------------------------


def test_running_again_brings_nothing_new(works: Works) -> None:
    rows = [a_row(2), a_row(3), a_row(4, own_number="17")]
    first = imported(works, *rows)
    again = imported(works, *rows)
    assert (first.new, again.new, again.already, again.run) == (3, 0, 3, "")
    assert len(works.store.kept.cases) == 3  # type: ignore[attr-defined]  # the store in memory has it


def test_a_row_is_known_by_the_sheets_own_number_wherever_it_stands(works: Works) -> None:
    imported(works, a_row(2, own_number="17"))
    again = imported(works, a_row(2, own_number="16"), a_row(3, own_number="17"))
    assert (again.new, again.already) == (1, 1)


def test_the_sheets_own_number_is_kept_as_a_keyed_hash_only(works: Works) -> None:
    imported(works, a_row(2, own_number=TEST_NUMBER))
    ((source, key),) = works.store.kept.imported  # type: ignore[attr-defined]  # the store in memory has it
    assert (source, len(key)) == ("GBG/arket", 32)
    assert TEST_NUMBER not in str(works.store.kept)  # type: ignore[attr-defined]  # the store in memory has it


def test_a_number_that_stands_twice_comes_in_once_and_is_told(works: Works) -> None:
    account = imported(works, a_row(2, own_number="17"), a_row(3, own_number="17"))
    assert account.new == 1
    assert reasons(account) == {3: (Reason("double_number", "own_number"),)}


def test_another_sheet_and_another_federation_have_rows_of_their_own(works: Works) -> None:
    imported(works, a_row())
    assert imported(works, a_row(), about=Importing("GBG", "ett annat ark")).new == 1
    assert imported(works, a_row(), about=Importing("INS", "arket"), by="ines").new == 1


class Killed(Exception):
    """The process is no more."""


def stops_after(rows: int) -> Callable[[int], Iterator[OldCase]]:
    def read(count: int) -> Iterator[OldCase]:
        for number in range(count):
            if number == rows:
                raise Killed
            yield a_row(number + 2)

    return read


def test_after_a_crash_it_goes_on_under_the_same_name_and_nothing_comes_twice(
    works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 4)
    with pytest.raises(Killed):
        bring_in(works.store, works.office, viewer_of("elsa"), stops_after(10)(20), SHEET)
    assert len(works.store.kept.cases) == 8  # type: ignore[attr-defined]  # the store in memory has it
    (run,) = {case.imported for case in works.store.kept.cases.values()}  # type: ignore[attr-defined]  # the store in memory has it
    account = imported(works, *(a_row(number) for number in range(2, 22)))
    assert (account.run, account.new, account.already) == (run, 12, 8)
    assert sorted(case.number for case in cases_of(works, run)) == [f"GBG-2024-{n:04d}" for n in range(1, 21)]
    assert run == "2026-03-02-1"
    assert imported(works, a_row(99)).run == "2026-03-02-2"


def test_a_batch_that_fails_leaves_nothing_of_itself(works: Works, monkeypatch: pytest.MonkeyPatch) -> None:
    real, seen = submissions.submit, []

    def failing(*args: Any) -> Any:
        seen.append(1)
        if len(seen) == 3:
            raise Killed
        return real(*args)

    monkeypatch.setattr(importing, "submit", failing)
    with pytest.raises(Killed):
        imported(works, a_row(2), a_row(3), a_row(4))
    kept = works.store.kept  # type: ignore[attr-defined]  # the store in memory has it
    assert (kept.cases, kept.imported, kept.serials) == ({}, {}, {})


def test_it_tells_how_far_it_has_come(works: Works, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 2)
    told: list[tuple[int, int]] = []
    rows = [a_row(number) for number in range(2, 7)]
    bring_in(works.store, works.office, viewer_of("elsa"), rows, SHEET, lambda a: told.append((a.rows, a.new)))
    assert told == [(2, 2), (4, 4), (5, 5)]


# --- looking first --------------------------------------------------------------------------------------


def test_a_look_tells_what_would_be_and_stores_nothing(works: Works) -> None:
    imported(works, a_row(2))
    before = works.store.kept.copied()  # type: ignore[attr-defined]  # the store in memory has it
    rows = [
        a_row(2),
        a_row(3, closing=a_closing()),
        a_row(4, day=date(1900, 1, 1)),
        a_row(5, notes=(("broad", "partners"),)),
    ]
    told: list[int] = []
    account = look_over(works.store, works.office, viewer_of("elsa"), rows, SHEET, lambda a: told.append(a.rows))
    assert (account.rows, account.new, account.finished, account.already, account.run) == (4, 2, 1, 1, "")
    assert list(reasons(account)) == [4]
    assert account.notes == {("broad", "partners"): 1}
    assert told == [4]
    assert works.store.kept == before  # type: ignore[attr-defined]  # the store in memory has it


# --- undoing --------------------------------------------------------------------------------------------


def test_undoing_makes_void_what_nothing_was_done_with_and_tells_the_rest(works: Works) -> None:
    run = imported(works, a_row(2), a_row(3, closing=a_closing()), a_row(4)).run
    opened, finished, untouched = cases_of(works, run)
    works.does("elsa", opened, "open_dialogue")
    undone = undo(works.store, works.office, viewer_of("olle"), run)
    assert undone.voided == (finished.number, untouched.number)
    ((number, why),) = undone.left
    assert number == opened.number
    assert isinstance(why, NeedsUnmet)
    assert why.data["lacks"] == ("nothing_since_import",)
    events = works.store.read(lambda uow: uow.cases.events(finished.federation, finished.id))
    assert [event.step for event in events] == ["import", "solve", "give_feedback", "void"]
    assert [case.void for case in cases_of(works, run)] == [False, True, True]


def test_undoing_twice_is_harmless(works: Works) -> None:
    run = imported(works, a_row()).run
    undo(works.store, works.office, viewer_of("elsa"), run)
    again = undo(works.store, works.office, viewer_of("elsa"), run)
    assert (again.voided, again.left) == ((), ())


def test_numbers_are_not_used_again_and_rows_undone_may_come_again(works: Works) -> None:
    run = imported(works, a_row(2), a_row(3)).run
    undo(works.store, works.office, viewer_of("elsa"), run)
    again = imported(works, a_row(2), a_row(3))
    assert (again.new, again.already) == (2, 0)
    assert [case.number for case in cases_of(works, again.run)] == ["GBG-2024-0003", "GBG-2024-0004"]


def test_only_a_process_leader_of_the_federation_imports_and_undoes(works: Works) -> None:
    run = imported(works, a_row()).run
    for person in ("birgitta", "adam", "rut"):
        with pytest.raises(NotPossible):
            imported(works, a_row(9), by=person)
        with pytest.raises(NotPossible):
            look_over(works.store, works.office, viewer_of(person), [], SHEET)
        with pytest.raises(NotPossible):
            undo(works.store, works.office, viewer_of(person), run)
    with pytest.raises(NotFound):
        imported(works, a_row(9), by="ines")
    with pytest.raises(NotFound):
        undo(works.store, works.office, viewer_of("ines"), run)
    with pytest.raises(NotFound):
        undo(works.store, works.office, viewer_of("elsa"), "2020-01-01-1")


def test_two_who_import_the_same_sheet_at_once_bring_each_row_once(works: Works) -> None:
    rows = [a_row(2), a_row(3)]
    inside: list[Account] = []

    def slow() -> Iterator[OldCase]:
        yield rows[0]
        yield rows[1]

    store = works.store
    real = store.write

    def somebody_is_first(work: Any) -> Any:
        if not inside:
            inside.append(Account())
            inside[0] = imported(works, *rows, by="olle")
        return real(work)

    assert isinstance(store, MemoryStore)
    store.write = somebody_is_first  # type: ignore[method-assign]  # the moment between reading and writing
    account = bring_in(store, works.office, viewer_of("elsa"), slow(), SHEET)
    assert (inside[0].new, account.new, account.already) == (2, 0, 2)
    assert len(store.kept.cases) == 2
