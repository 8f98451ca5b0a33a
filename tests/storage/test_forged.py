"""Is a history noticed that somebody forged who can count digests, and what does only a checkpoint show?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, update

from lexheller.model.case import Case
from lexheller.model.event import GENESIS, fold, sealed
from lexheller.services.verifying import Fault, verify
from lexheller.storage.cases import event_row
from lexheller.storage.inspection import SqlInspection, inspected
from lexheller.storage.rows import PROJECTIONS, head_row
from lexheller.storage.tables import cases, events, metadata, outbox, registers, texts
from lexheller.vault import checkpoints
from lexheller.vault.checkpoints import Leaf
from lexheller.vault.keys import KeyRing
from tests.storage.past import Furnished, after, codes_of, of, past_the_program, remove

# --- histories forged by somebody who can count digests -----------------------------------------------


def _rewrite(connection: Connection, case: Case, history: list[Any]) -> None:
    """Store another history of a case, each event with its right digest, and the head that follows."""
    prev, forged = GENESIS, []
    for event in history:
        new = sealed(replace(event, prev=prev))
        prev = new.digest
        forged.append(new)
    head = fold(forged)
    assert head is not None
    connection.execute(delete(events).where(of(case, events)))
    for event in forged:
        connection.execute(insert(events).values(dict(zip(events.c.keys(), event_row(event), strict=True))))
    connection.execute(update(cases).where(of(case)).values(dict(zip(cases.c.keys(), head_row(head), strict=True))))


def test_a_head_that_another_history_would_give_is_noticed(house: Furnished) -> None:
    """Setting the head alone, consistently, is the first thing a clever hand would try."""

    def change(connection: Connection) -> None:
        forged = head_row(replace(house.whole, state="closed", blocked=True))
        connection.execute(update(cases).where(of(house.whole)).values(dict(zip(cases.c.keys(), forged, strict=True))))

    found = after(house.store, change)
    assert codes_of(found) == {"head_differs"}
    assert {f.detail for f in found} == {"cases.state", "cases.blocked", "cases.shown"}


def test_a_way_that_jumps_is_noticed_though_its_digests_are_right(on_sqlite: Furnished) -> None:
    case = on_sqlite.whole
    history = list(on_sqlite.store.read(lambda uow: uow.cases.events(case.federation, case.id)))
    forged = [*history[:-1], replace(history[-1], source="feedback")]
    assert after(on_sqlite.store, lambda connection: _rewrite(connection, case, forged)) == (
        Fault(case.number, case.version, "broken_way", "feedback"),
    )


def test_a_case_of_another_year_than_its_number_is_noticed(on_sqlite: Furnished) -> None:
    case = on_sqlite.plain
    history = list(on_sqlite.store.read(lambda uow: uow.cases.events(case.federation, case.id)))
    forged = [replace(history[0], sets={**history[0].sets, "day": "2025-12-31"}), *history[1:]]
    found = after(on_sqlite.store, lambda connection: _rewrite(connection, case, forged))
    assert found == (Fault(case.number, 0, "number_of_another_year", "2025"),)


def test_a_disposal_must_name_the_text_it_takes_from(on_sqlite: Furnished) -> None:
    case = on_sqlite.disposed
    history = list(on_sqlite.store.read(lambda uow: uow.cases.events(case.federation, case.id)))
    named: Any = history[-1].fields["disposed"]
    for wrong in ({"old": "0" * 64}, {"version": 7}, {"field": "tried"}):
        fields = {**history[-1].fields, "disposed": [named[0] | wrong]}
        forged = [*history[:-1], replace(history[-1], fields=fields)]
        found = after(on_sqlite.store, lambda connection, forged=forged: _rewrite(connection, case, forged))  # type: ignore[misc]  # bound on purpose
        assert "disposal_of_nothing" in codes_of(found)


def test_a_disposal_says_what_stands_there_now(on_sqlite: Furnished) -> None:
    """The text with the words put back is no longer the one that the last digest names."""
    case = on_sqlite.disposed

    def change(connection: Connection) -> None:
        mine = and_(of(case, texts), texts.c.field == "what_happened")
        connection.execute(update(texts).where(mine).values(text="Någon skrev Kastanjeallén 3 och det skulle stå."))

    assert after(on_sqlite.store, change) == (Fault(case.number, 1, "text_changed", "what_happened"),)


def test_a_text_disposed_of_whole_may_be_gone_and_must_be(on_sqlite: Furnished) -> None:
    case = on_sqlite.disposed
    history = list(on_sqlite.store.read(lambda uow: uow.cases.events(case.federation, case.id)))
    named: Any = history[-1].fields["disposed"]
    whole = [{key: value for key, value in item.items() if key != "new"} for item in named]
    forged = [*history[:-1], replace(history[-1], fields={**history[-1].fields, "disposed": whole})]

    def gone(connection: Connection) -> None:
        _rewrite(connection, case, forged)
        for item in named:
            connection.execute(delete(texts).where(of(case, texts), texts.c.field == item["field"]))

    assert after(on_sqlite.store, gone) == ()
    left = after(on_sqlite.store, lambda connection: _rewrite(connection, case, forged))
    assert codes_of(left) == {"text_extra"}


def test_words_may_be_taken_out_by_no_other_step(on_sqlite: Furnished) -> None:
    case = on_sqlite.disposed
    history = list(on_sqlite.store.read(lambda uow: uow.cases.events(case.federation, case.id)))
    forged = [*history[:-1], replace(history[-1], step="say")]
    found = after(on_sqlite.store, lambda connection: _rewrite(connection, case, forged))
    assert "text_changed" in codes_of(found)


# --- what only a checkpoint shows ---------------------------------------------------------------------


def _cut(connection: Connection, case: Case, to: int, history: tuple[Any, ...]) -> None:
    """Cut the end of a history off and set everything back to where it then stood, perfectly."""
    head = fold(history[:to])
    assert head is not None
    later = and_(of(case, events), events.c.version > to)
    connection.execute(delete(texts).where(of(case, texts), texts.c.version > to))
    connection.execute(delete(outbox).where(of(case, outbox), outbox.c.version > to))
    connection.execute(delete(events).where(later))
    connection.execute(update(cases).where(of(case)).values(dict(zip(cases.c.keys(), head_row(head), strict=True))))
    for name, (_, work_out) in PROJECTIONS.items():
        table = metadata.tables[name]
        connection.execute(delete(table).where(of(case, table)))
        for row in work_out(head):
            connection.execute(insert(table).values(dict(zip(table.c.keys(), row, strict=True))))


def test_a_cut_tail_is_noticed_with_a_checkpoint_and_only_then(house: Furnished, tmp_path: Path) -> None:
    keys = house.works.office.keys
    assert isinstance(keys, KeyRing)
    at = datetime(2026, 3, 3, tzinfo=UTC)
    leaves = inspected(house.store, lambda look: [Leaf(*row) for row in look.newest()])
    checkpoints.write(tmp_path / "kept", leaves, keys, at=at, installation="test")

    def examine(lookup: Callable[[str, str, int], str | None]) -> list[checkpoints.Fault]:
        public = keys.public_key_ssh
        return checkpoints.examine(tmp_path / "kept", lookup, public_key_ssh=public, installation="test")

    untouched = inspected(house.store, lambda look: verify(look, examine, 1))
    assert (untouched.faults, untouched.sees_cut_tails) == ((), True)

    case = house.whole
    history = house.store.read(lambda uow: uow.cases.events(case.federation, case.id))
    with past_the_program(house.store) as connection:
        _cut(connection, case, case.version - 1, history)
        assert verify(SqlInspection(connection)).faults == ()
        seen = verify(SqlInspection(connection), examine, 1).faults
    assert seen == (Fault(case.number, case.version, "checkpoint_event_missing", "1"),)


def test_a_case_gone_with_its_number_is_noticed_with_a_checkpoint(house: Furnished, tmp_path: Path) -> None:
    keys = house.works.office.keys
    assert isinstance(keys, KeyRing)
    leaves = inspected(house.store, lambda look: [Leaf(*row) for row in look.newest()])
    checkpoints.write(tmp_path, leaves, keys, at=datetime(2026, 3, 3, tzinfo=UTC), installation="test")
    with past_the_program(house.store) as connection:
        remove(connection, house.plain)
        connection.execute(delete(registers).where(registers.c.federation_id == "INS"))
        look = SqlInspection(connection)
        assert verify(look).faults == ()
        seen = verify(
            look,
            lambda lookup: checkpoints.examine(
                tmp_path, lookup, public_key_ssh=keys.public_key_ssh, installation="test"
            ),
            1,
        ).faults
    assert seen == (Fault(f"INS/{house.plain.id}", house.plain.version, "checkpoint_event_missing", "1"),)


def test_checkpoints_of_another_hand_are_named(house: Furnished, tmp_path: Path) -> None:
    look = inspected(
        house.store,
        lambda look: verify(look, lambda _: [checkpoints.Fault(checkpoints.FaultKind.CHECKPOINT_MISSING, 3)], 1),
    )
    assert look.faults == (Fault("", 0, "checkpoint_missing", "3"),)
    assert tmp_path.exists()
