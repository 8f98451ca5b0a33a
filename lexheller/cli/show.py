"""`lexheller show`: what is known of a case, as much of it as I may see, and what comes next?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lexheller.cli import output
from lexheller.cli.case_json import facts_json, messages_json
from lexheller.cli.case_page import Page, draw_case
from lexheller.cli.cases import case_row, history_entry
from lexheller.cli.frame import argument, command, json_option, option, with_desk, words_of

if TYPE_CHECKING:
    from lexheller.desk import Desk
    from lexheller.services.reading import CaseView


@command(
    "show",
    "lexheller show GBG-2026-0001",
    "lexheller show GBG-2026-0001 --history",
    "lexheller show GBG-2026-0001 --json",
)
@argument("number", meta="case")
@option("--history", is_flag=True, words="show_history")
@json_option
@with_desk
def show(desk: Desk, number: str, history: bool, as_json: bool) -> None:
    """Show one case."""
    view = desk.case(number)
    if as_json:
        output.print_json(_whole(desk, view))
        return
    words = words_of(click.get_current_context())
    page = Page(
        view=view,
        viewer=desk.me,
        today=desk.house.office.today(),
        has_group=bool(desk.groups()),
        similar=tuple(desk.beside(number, 3)),
        with_history=history,
    )
    output.draw(draw_case(page, words, output.width()))


def _whole(desk: Desk, view: CaseView) -> dict[str, object]:
    """Give a case as JSON has it: the promised keys first, then the texts this person may read."""
    number = view.case.number
    return {
        **case_row(desk.rows([number])[number], desk.me),
        "history": [history_entry(entry) for entry in desk.histories([number]).get(number, ())],
        "received_text": dict(view.received) or None,
        "shared_text": view.shared or None,
        "attested": view.case.attested,
        "public_text": view.public or None,
        "public_version": view.case.public_version or None,
        "released": view.case.released,
        "feedback": view.feedback or None,
        "told": {"how": view.case.told, "on": view.case.feedback_day} if view.case.told and view.history else None,
        "messages": messages_json(view.dialogue),
        "answers": [
            {"referral": answer.referral, "recipient": answer.recipient, "at": answer.at, **answer.parts}
            for answer in view.answers
        ],
        **facts_json(view),
        "open_steps": list(dict.fromkeys(opening.step.name for opening in view.openings if opening.open)),
    }
