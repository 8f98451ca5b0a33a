"""Is what somebody replaces what they saw, and is the same once more no harm?"""

from __future__ import annotations

import pytest

from lexheller.errors import Overtaken
from lexheller.services import seen
from tests.factories import NOON
from tests.house import Works


def text(works: Works) -> tuple[str, ...]:
    found = works.store.read(lambda uow: uow.notices.get("GBG", "privacy", "sv"))
    return found[:1] if found else ()


def puts(works: Works, new: str, mark: str | None) -> None:
    works.store.write(
        lambda uow: seen.replacing(
            uow,
            works.office,
            mark,
            lambda uow: (uow.notices.get("GBG", "privacy", "sv") or ("",))[0],
            lambda uow: uow.notices.put("GBG", "privacy", "sv", new, NOON),
        )
    )


def test_what_was_seen_is_replaced_and_nothing_else_is(works: Works) -> None:
    before = seen.mark(works.office.keys, "")
    puts(works, "Ett.", before)
    with pytest.raises(Overtaken):
        puts(works, "Två.", before)
    assert text(works) == ("Ett.",)
    puts(works, "Två.", seen.mark(works.office.keys, "Ett."))
    assert text(works) == ("Två.",)


def test_the_same_once_more_is_no_harm_and_no_mark_means_whatever_stands_there(works: Works) -> None:
    before = seen.mark(works.office.keys, "")
    for _ in range(2):
        puts(works, "Ett.", before)
    puts(works, "Två.", None)
    assert text(works) == ("Två.",)


def test_a_mark_tells_what_is_there_from_what_is_not(works: Works) -> None:
    marks = [seen.mark(works.office.keys, there) for there in (None, "", "None", ("",), (None,))]
    assert len(set(marks)) == len(marks)
