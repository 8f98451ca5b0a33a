"""Is what was let stand read out of the history of one federation, and from there a list that two people grow?"""

from __future__ import annotations

from pathlib import Path

from lexheller.storage import SqlStore
from lexheller.storage.overrides import overrides
from tests.house import works_in
from tests.storage.asking import asked

TEXT = "Praktiken hos Anna Lindgren tog slut, och ingen ringde Fatima Haddad."


def test_what_was_let_stand_is_listed_for_its_federation(sql_store: SqlStore, tmp_path: Path) -> None:
    works = works_in(sql_store, tmp_path)
    case = works.does("elsa", works.submits(), "open_dialogue")
    works.takes("elsa", case, "retell", shared_text=TEXT, vouched=True)
    works.does("elsa", case, "attest", area_harmless=False, overrides=["1 | organisation", "2 | wrong_hit"])
    works.attested()
    found = asked(sql_store, lambda connection: overrides(connection, "GBG"))
    assert [(row.federation, row.case, row.reason) for row in found] == [
        ("GBG", case.id, "organisation"),
        ("GBG", case.id, "wrong_hit"),
    ]
    assert all(row.rule for row in found)
    assert asked(sql_store, lambda connection: overrides(connection, "INS")) == []
