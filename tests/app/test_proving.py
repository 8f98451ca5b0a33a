"""Does the house verify with its own checkpoints, and miss those that are taken away?"""

from __future__ import annotations

import pytest
from sqlalchemy import text

from lexheller.app import House
from lexheller.app.proving import checkpoint, verify
from lexheller.desk import open_desk
from lexheller.errors import ListChanged
from lexheller.model.case import Case
from lexheller.services import submissions
from lexheller.services.verifying import Fault
from lexheller.settings import Settings
from tests.factories import a_form
from tests.house import Clock


def submits(house: House) -> Case:
    form = submissions.read_form(a_form())
    return house.store.write(
        lambda uow: submissions.submit(uow, house.office, form, submissions.Submitting("GBG"))
    ).case


def test_without_a_checkpoint_it_says_that_a_cut_tail_cannot_be_seen(house: House) -> None:
    submits(house)
    found = verify(house)
    assert (found.cases, found.events, found.faults, found.sees_cut_tails) == (1, 1, (), False)


def test_checkpoints_are_numbered_signed_and_compared_with(house: House, clock: Clock) -> None:
    submits(house)
    first = checkpoint(house)
    clock.forward(days=1)
    submits(house)
    second = checkpoint(house)
    assert [(c.number, c.size, c.installation) for c in (first, second)] == [
        (1, 1, house.installation),
        (2, 2, house.installation),
    ]
    assert second.at == clock.now
    found = verify(house)
    assert (found.checkpoints, found.faults, found.sees_cut_tails) == (2, (), True)


def test_a_role_raised_by_hand_is_refused_and_named(house: House, settings: Settings) -> None:
    roles = "UPDATE people SET roles = '[\"process_leader\",\"administrator\"]' WHERE person_id = 'elsa'"
    open_desk(settings=settings, user="elsa").close()
    with house.store.engine.begin() as connection:
        connection.execute(text(roles))
    for person in (None, "elsa"):
        with pytest.raises(ListChanged) as refused:
            open_desk(settings=settings, person=person, user="elsa")
        assert refused.value.data == {"person": "elsa"}
    assert verify(house).faults == (Fault("", 0, "list_changed", "GBG person elsa"),)


def test_an_administrator_made_by_hand_acts_as_nobody(house: House, settings: Settings) -> None:
    adam = (
        "INSERT INTO people (federation_id, person_id, name, roles, groups, organisation, users, email, active) "
        """VALUES ('GBG', 'adam', 'Adam', '["administrator"]', '[]', '', '["adam"]', '', 1)"""
    )
    with house.store.engine.begin() as connection:
        connection.execute(text(adam))
    with pytest.raises(ListChanged):
        open_desk(settings=settings, person="elsa", user="adam")
    assert verify(house).faults == (Fault("", 0, "list_extra", "GBG person adam"),)


def test_a_case_cut_off_with_its_number_is_noticed(house: House) -> None:
    submits(house)
    last = submits(house)
    checkpoint(house)
    with house.store.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER events_no_delete"))
        for table in ("words", "outbox", "texts", "codes", "receipts", "case_partners", "events", "cases"):
            connection.execute(text(f"DELETE FROM {table} WHERE case_id = '{last.id}'"))
        connection.execute(text("UPDATE registers SET last = 1"))
    assert verify(house).faults == (Fault(f"GBG/{last.id}", 1, "checkpoint_event_missing", "1"),)


def test_the_newest_checkpoint_taken_away_is_missed(house: House) -> None:
    submits(house)
    for _ in range(3):
        checkpoint(house)
    for path in house.settings.checkpoints.glob("checkpoint-00000[23]*"):
        path.unlink()
    assert verify(house).faults == (Fault("", 0, "checkpoint_missing", "2"), Fault("", 0, "checkpoint_missing", "3"))


def test_every_checkpoint_taken_away_is_missed(house: House) -> None:
    submits(house)
    checkpoint(house)
    for path in house.settings.checkpoints.iterdir():
        path.unlink()
    found = verify(house)
    assert (found.faults, found.sees_cut_tails) == ((Fault("", 0, "checkpoint_missing", "1"),), False)


def test_a_checkpoint_signed_by_another_hand_is_named(house: House) -> None:
    checkpoint(house)
    signature = house.settings.checkpoints / "checkpoint-000001.txt.sig"
    signature.write_text(signature.read_text().replace("A", "B"))
    assert verify(house).faults == (Fault("", 0, "checkpoint_not_signed", "1"),)
