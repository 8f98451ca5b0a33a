"""What waits for whoever is signed in? The one next thing on the bench, the late ones, their own turn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import Response, g, url_for

from lexheller.i18n.choices import sentence
from lexheller.i18n.dates import due, long_date
from lexheller.i18n.words import Words
from lexheller.model.codes import Role
from lexheller.services.next_thing import InboxRow, first_of
from lexheller.storage.queries import CaseRow
from lexheller.web.access import Room
from lexheller.web.casework.who import LEADERS, WORK
from lexheller.web.page import house, page, words
from lexheller.web.visitors import desk

room = Room("inbox", __name__, template_folder="templates")

MOST = 100
"""Rows of each list on one page."""
_OFFERED = "next.accept"
_SOLVABLE = frozenset({"submitted", "dialogue", "working_group", "classified"})


@dataclass(frozen=True, slots=True)
class Waits:
    """One thing that waits, as it is drawn.

    Args:
        when: its day in words; `by` the same as a whole sentence about what was promised, "" without a day.
        about: number, whom it concerns, where it stands; `address` where it is done.
        solvable: whether it may have been solved in the talk.
    """

    number: str
    title: str
    when: str
    late: bool
    todo: str
    by: str
    about: str
    solvable: bool
    address: str


@room.page("/inkorg", WORK)
def show() -> Response:
    """Show the inbox."""
    found = desk().inbox(MOST)
    first = first_of(found)
    return page(
        "casework/inbox.html",
        first=_waits(first) if first else None,
        late=_drawn(found.late, first),
        mine=_drawn(found.mine, first),
        late_count=found.late_count,
        mine_count=found.mine_count,
        waiting=found.waiting,
        more=(found.late_count, found.mine_count) != (len(found.late), len(found.mine)),
        registers=g.viewer.has(Role.PROCESS_LEADER),
    )


@room.page("/inkorg/vantar", LEADERS)
def waiting() -> Response:
    """List what waits for somebody else: for whom, and until when."""
    said = words()
    rows = [
        {
            "number": row.number,
            "title": row.title,
            "when": long_date(row.due, said.language) if row.due else "",
            "about": about(row.partners, row.state, said),
            "whose": _whose(row, said),
        }
        for row in desk().waiting(MOST)
    ]
    return page("casework/waiting.html", rows=rows, most=MOST)


def _whose(row: CaseRow, said: Words) -> str:
    if row.waiting:
        return said("web.inbox.asked" if row.waiting == "wait" else "web.inbox.rests")
    return sentence(said("web.cases.turn", whose=said(f"turn.{row.turn}"))) if row.turn else ""


def _drawn(found: Iterable[InboxRow], first: InboxRow | None) -> list[Waits]:
    return [_waits(row) for row in found if row is not first]


def _waits(row: InboxRow) -> Waits:
    said, today = words(), house().office.today()
    return Waits(
        number=row.number,
        address=_address(row),
        title=row.title,
        when=said("web.inbox.now")
        if row.next == "next.unblock"
        else due(row.due, today, said.language)
        if row.due
        else "",
        late=row.late > 0,
        todo=said("web.inbox.accept") if row.next == _OFFERED else said(row.next),
        by=said("web.inbox.was" if row.late else "web.inbox.until", day=long_date(row.due, said.language))
        if row.due and row.next != "next.unblock"
        else "",
        about=" · ".join(filter(None, (about(row.partners, row.state, said), row.asked and said(row.asked)))),
        solvable=row.role == Role.PROCESS_LEADER and row.state in _SOLVABLE and row.next != "next.unblock",
    )


def _address(row: InboxRow) -> str:
    """Give where a row leads: a case that another federation offers can be read when it has been taken over."""
    if row.next == _OFFERED:
        return url_for("takeover.ask", number=row.number)
    return url_for("case.show", number=row.number)


def about(partners: Iterable[str], state: str, said: Words) -> str:
    """Say whom a case concerns and where it stands."""
    concerned = ", ".join(said(f"partner.{partner}") for partner in partners)
    return " · ".join(filter(None, (sentence(concerned), said(f"state.{state}"))))
