"""An import on each kind of store: once, undone, and with a history that adds up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lexheller.model.event import fold
from lexheller.services.importing import Importing, bring_in, undo
from lexheller.services.old_cases import Closing, OldCase
from lexheller.services.ports import Store, UnitOfWork
from tests.house import viewer_of, works_in

SHEET = Importing("GBG", "arket")
CLOSING = Closing(date(2024, 6, 20), "De möttes.", "Det är ordnat.")


def rows() -> list[OldCase]:
    form = {"what_happened": "Personen väntade länge på besked.", "partners": ("fk",)}
    day = date(2024, 5, 13)
    return [OldCase(2, form, day=day), OldCase(3, form, day=day, closing=CLOSING), OldCase(4, form, own_number="17")]


def test_rows_come_in_once_and_are_undone(store: Store, tmp_path: Path) -> None:
    works = works_in(store, tmp_path)
    elsa = viewer_of("elsa")
    first = bring_in(store, works.office, elsa, rows(), SHEET)
    again = bring_in(store, works.office, elsa, rows(), SHEET)
    assert (first.new, first.finished, again.new, again.already) == (3, 1, 0, 3)

    def folded(uow: UnitOfWork) -> list[str]:
        found = []
        for federation, case in uow.notes.run(first.run):
            head = uow.cases.get(federation, case)
            assert head is not None
            assert fold(uow.cases.events(federation, case)) == head
            assert head.version == head.imported_version or head.void
            found.append(head.number)
        return found

    numbers = store.read(folded)
    assert numbers == ["GBG-2024-0001", "GBG-2024-0002", "GBG-2026-0001"]
    undone = undo(store, works.office, elsa, first.run)
    assert (undone.voided, undone.left) == (tuple(numbers), ())
    store.read(folded)
    third = bring_in(store, works.office, elsa, rows(), SHEET)
    assert (third.new, third.run) == (3, "2026-03-02-2")
