"""Is a head worth as much after it has been rows as before?"""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from lexheller.model.case import Case
from lexheller.storage import rows, tables
from tests.storage import strategies


@given(strategies.cases())
def test_a_head_comes_back_exactly(case: Case) -> None:
    assert rows.case_of(rows.head_row(case)) == case


@given(strategies.cases(federation="GBG", id="a"), strategies.cases(federation="GBG", id="a"), st.data())
def test_writing_the_changes_makes_the_old_rows_the_new_ones(old: Case, other: Case, data: st.DataObject) -> None:
    names = [item.name for item in dataclasses.fields(Case)]
    moved = data.draw(st.sets(st.sampled_from(names)))
    new = dataclasses.replace(old, **{name: getattr(other, name) for name in moved})

    changes = rows.changes_between(old, new)

    stored = dict(rows.rows_of(old))
    head = dict(zip(rows.HEAD_COLUMNS, stored["cases"][0], strict=True))
    head.update(zip(changes.columns, changes.values, strict=True))
    stored["cases"] = (tuple(head.values()),)
    stored |= changes.tables
    assert stored == rows.rows_of(new)


@given(strategies.cases())
def test_rows_have_the_width_of_their_tables(case: Case) -> None:
    for name, found in rows.rows_of(case).items():
        for row in found:
            assert len(row) == len(tables.metadata.tables[name].c)
            assert all(type(value) in {str, int, type(None)} for value in row)


@given(strategies.cases())
def test_equal_heads_change_nothing(case: Case) -> None:
    changes = rows.changes_between(case, dataclasses.replace(case))
    assert (changes.columns, changes.values, changes.tables) == ((), (), {})
