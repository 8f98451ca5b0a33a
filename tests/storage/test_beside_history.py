"""Is it noticed when codes, receipts, messages, contacts or lists are changed past the program?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, Table, and_, delete, insert, select, update

from lexheller.app.proving import KeyTrial
from lexheller.model.event import GENESIS, fold, sealed
from lexheller.services.verifying import Fault, verify
from lexheller.storage.cases import event_row
from lexheller.storage.inspection import inspected
from lexheller.storage.people_tables import (
    allowed_words,
    federations,
    group_members,
    organisations,
    patterns,
    people,
    recipients,
    stand_ins,
    tags,
    working_groups,
)  # fmt: skip
from lexheller.storage.rows import canonical, head_row
from lexheller.storage.tables import cases, codes, contacts, events, outbox, receipts, seen
from tests.storage.past import Furnished, after, after_with_keys, codes_of, of, past_the_program

Change = Callable[[Connection], object]


def test_what_the_program_wrote_stands_the_trial_by_key(house: Furnished) -> None:
    trial = KeyTrial(house.works.office.keys)
    assert inspected(house.store, lambda look: verify(look, keys=trial)).faults == ()


# --- claim codes ----------------------------------------------------------------------------------------


def test_a_code_that_opens_another_case_is_noticed_at_both(house: Furnished) -> None:
    mine, theirs = house.whole, house.disposed
    change = update(codes).where(of(mine, codes)).values(case_id=theirs.id)
    assert set(after(house.store, lambda c: c.execute(change))) == {
        Fault(mine.number, 1, "code_differs", "0"),
        Fault(theirs.number, 1, "code_differs", "2"),
    }


def test_a_code_put_in_or_taken_out_is_noticed(house: Furnished) -> None:
    case = house.whole
    row = {"code_hash": b"mine", "federation_id": case.federation, "case_id": case.id, "place": 0}
    assert after(house.store, lambda c: c.execute(insert(codes).values(row))) == (
        Fault(case.number, 1, "code_differs", "2"),
    )
    assert after(house.store, lambda c: c.execute(delete(codes).where(of(case, codes)))) == (
        Fault(case.number, 1, "code_differs", "0"),
    )


def test_a_code_that_was_renewed_is_the_one_that_opens(house: Furnished) -> None:
    """`plain` was renewed once: the old code put back would open the case to whoever found it."""
    case = house.plain
    version = next(
        e.version
        for e in house.store.read(lambda uow: uow.cases.events(case.federation, case.id))
        if e.step == "renew_code"
    )
    change = update(codes).where(of(case, codes)).values(code_hash=b"the one before")
    assert after(house.store, lambda c: c.execute(change)) == (Fault(case.number, version, "code_differs", "1"),)


# --- receipts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("changed", [{"key": "other"}, {"text_digest": "00"}, {"at": "2026"}, {"renewed": 1}])
def test_a_changed_receipt_is_noticed(changed: dict[str, Any], house: Furnished) -> None:
    case = house.whole
    change = update(receipts).where(of(case, receipts)).values(changed)
    assert after(house.store, lambda c: c.execute(change)) == (Fault(case.number, 1, "receipt_differs", "1"),)


def test_a_receipt_taken_away_or_moved_is_noticed(house: Furnished) -> None:
    case = house.whole
    for change in (delete(receipts), update(receipts).values(case_id=house.disposed.id)):
        faults = after(house.store, lambda c, change=change: c.execute(change.where(of(case, receipts))))  # type: ignore[misc]  # bound on purpose
        assert Fault(case.number, 1, "receipt_differs", "0") in faults


# --- messages and notes ---------------------------------------------------------------------------------


def test_every_message_that_is_taken_away_or_changed_is_missed(house: Furnished) -> None:
    with past_the_program(house.store) as connection:
        rows = connection.execute(select(outbox)).mappings().all()
    assert len(rows) > 5
    assert {row["version"] == 0 for row in rows} == {True, False}
    for row in rows:
        this = and_(*(column == row[column.name] for column in outbox.primary_key))
        for change in (
            delete(outbox).where(this),
            *(
                update(outbox).where(this).values({name: value})
                for name, value in {"recipient": "submitter:x", "payload": "{}x", "version": 77, "place": 9}.items()
                if not (row["version"] == 0 and name in {"recipient", "place"})
            ),
        ):
            found = codes_of(after(house.store, lambda c, change=change: c.execute(change)))  # type: ignore[misc]  # bound on purpose
            assert found == {"outbox_differs"}, (dict(row), str(change))


def test_a_message_put_in_is_noticed(house: Furnished) -> None:
    case = house.whole
    key = {"federation_id": case.federation, "case_id": case.id, "at": "2026", "payload": "{}"}
    for version, place in ((2, 0), (1, 1), (0, 5)):
        row = {**key, "version": version, "place": place, "topic": "feedback_ready", "recipient": "submitter"}
        found = after(house.store, lambda c, row=row: c.execute(insert(outbox).values(row)))  # type: ignore[misc]  # bound on purpose
        assert codes_of(found) == {"outbox_differs"}


def test_that_a_message_was_sent_is_no_fault(house: Furnished) -> None:
    assert after(house.store, lambda c: c.execute(update(outbox).values(sent="2026"))) == ()


def test_a_note_of_a_late_day_goes_with_its_message(house: Furnished) -> None:
    late = seen.c.what.startswith("late:")
    assert codes_of(after(house.store, lambda c: c.execute(delete(seen).where(late)))) == {"outbox_differs"}
    moved = update(seen).where(late).values(what=seen.c.what + "x")
    assert codes_of(after(house.store, lambda c: c.execute(moved))) == {"outbox_differs"}


def test_a_note_of_rules_that_texts_were_held_against_is_no_fault_unless_it_is_older_than_the_case(
    house: Furnished,
) -> None:
    row = {"federation_id": "GBG", "case_id": house.whole.id, "what": "checked:2.0", "day": "2026-03-02"}
    assert after(house.store, lambda c: c.execute(insert(seen).values(row))) == ()
    for wrong in ({"day": "2025-12-31"}, {"what": "checked:"}, {"what": "looked:2.0"}):
        found = after(house.store, lambda c, wrong=wrong: c.execute(insert(seen).values(row | wrong)))  # type: ignore[misc]  # bound on purpose
        assert codes_of(found) == {"seen_differs"}, wrong


def test_a_feedback_read_before_it_was_given_is_noticed(house: Furnished) -> None:
    case = house.plain
    key = {"federation_id": case.federation, "case_id": case.id, "day": "2026-03-02"}
    for what in ("feedback:1", "feedback:x", "something"):
        row = {**key, "what": what}
        found = after(house.store, lambda c, row=row: c.execute(insert(seen).values(row)))  # type: ignore[misc]  # bound on purpose
        assert found == (Fault(case.number, 0, "seen_differs", what),)
    early = update(seen).where(seen.c.what.startswith("feedback:")).values(day="2025-12-31")
    assert codes_of(after(house.store, lambda c: c.execute(early))) == {"seen_differs"}


# --- contacts -------------------------------------------------------------------------------------------


def test_a_contact_swapped_with_another_cases_is_noticed_at_both(house: Furnished) -> None:
    mine, theirs = house.plain, house.disposed

    def swap(connection: Connection) -> None:
        rows = {row.case_id: row for row in connection.execute(select(contacts))}
        for to, of_other in ((mine, theirs), (theirs, mine)):
            row = rows[of_other.id]
            values = {"key_id": row.key_id, "wrapped_key": row.wrapped_key, "box": row.box}
            connection.execute(update(contacts).where(of(to, contacts)).values(values))

    assert set(after_with_keys(house, swap)) == {
        Fault(mine.number, 0, "contact_changed"),
        Fault(theirs.number, 0, "contact_changed"),
    }


@pytest.mark.parametrize("column", ["wrapped_key", "box"])
def test_a_damaged_contact_is_noticed(column: str, house: Furnished) -> None:
    change = update(contacts).where(of(house.plain, contacts)).values({column: b"damaged, and long enough for a box"})
    assert after_with_keys(house, lambda c: c.execute(change)) == (Fault(house.plain.number, 0, "contact_changed"),)


def test_a_contact_whose_key_is_gone_is_named(house: Furnished) -> None:
    change = update(contacts).where(of(house.plain, contacts)).values(key_id="gone")
    assert after_with_keys(house, lambda c: c.execute(change)) == (Fault(house.plain.number, 0, "contact_key_gone"),)


# --- people and places ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        (federations, "federation"), (people, "person"), (working_groups, "group"), (organisations, "organisation"),
        (recipients, "recipient"), (patterns, "pattern"), (allowed_words, "allowedword"), (stand_ins, "standin"),
    ],
)  # fmt: skip
def test_every_column_of_the_lists_is_watched(table: Table, kind: str, house: Furnished) -> None:
    with past_the_program(house.store) as connection:
        row = connection.execute(select(table)).mappings().first()
    assert row is not None
    this = and_(*(column == row[column.name] for column in table.primary_key))
    others = {"roles": '["administrator"]', "groups": '["GBG/x"]', "users": '["me"]', "active": 0, "kind": "school"}
    others |= dict.fromkeys(("day", "until"), "2020-01-01")
    for column in table.c:
        change = update(table).where(this).values({column.name: others.get(column.name, "other")})
        found = after_with_keys(house, lambda c, change=change: c.execute(change))  # type: ignore[misc]  # bound on purpose
        assert codes_of(found) & {"list_changed", "list_extra", "list_missing"}, column
        assert any(kind in fault.detail for fault in found)


def test_a_role_raised_by_hand_is_named(house: Furnished) -> None:
    change = update(people).where(people.c.person_id == "fia").values(roles='["process_leader"]')
    assert after_with_keys(house, lambda c: c.execute(change)) == (Fault("", 0, "list_changed", "GBG person fia"),)


def test_members_and_people_come_and_gone_are_named(house: Furnished) -> None:
    take = delete(people).where(people.c.person_id == "fia")
    assert after_with_keys(house, lambda c: c.execute(take)) == (Fault("", 0, "list_missing", "GBG person fia"),)
    untag = delete(tags).where(tags.c.name == "fia")
    assert after_with_keys(house, lambda c: c.execute(untag)) == (Fault("", 0, "list_extra", "GBG person fia"),)
    member = {"federation_id": "GBG", "group_id": "natverk", "place": 9, "member_id": "ALV"}
    joined = insert(group_members).values(member)
    assert after_with_keys(house, lambda c: c.execute(joined)) == (Fault("", 0, "list_changed", "GBG group natverk"),)


# --- histories from before digests were carried ---------------------------------------------------------


def test_an_older_history_vouches_for_nothing_and_is_no_fault(house: Furnished) -> None:
    case = house.whole
    history = house.store.read(lambda uow: uow.cases.events(case.federation, case.id))

    def older(connection: Connection, until: int) -> None:
        prev, written = GENESIS, []
        for event in history:
            fields = {key: value for key, value in event.fields.items() if key != "beside" or event.version > until}
            written.append(sealed(replace(event, fields=fields, prev=prev)))
            prev = written[-1].digest
        head = fold(written)
        assert head is not None
        for event in written:
            row = dict(zip(events.c.keys(), event_row(event), strict=True))
            connection.execute(update(events).where(of(case, events), events.c.version == event.version).values(row))
        row = dict(zip(cases.c.keys(), head_row(head), strict=True))
        connection.execute(update(cases).where(of(case)).values(row))

    def all_gone(connection: Connection, until: int) -> None:
        older(connection, until)
        for table in (codes, receipts, outbox):
            made_by_steps = [table.c.version > 0] if table is outbox else []
            connection.execute(delete(table).where(of(case, table), *made_by_steps))

    assert after(house.store, lambda c: older(c, case.version)) == ()
    assert after(house.store, lambda c: older(c, 3)) == ()
    assert after(house.store, lambda c: all_gone(c, case.version)) == ()
    assert codes_of(after(house.store, lambda c: all_gone(c, 3))) == {"outbox_differs"}
    assert canonical({}) == "{}"
