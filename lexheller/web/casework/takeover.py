"""How is a case taken over that another federation has offered? By its number, which is read nowhere before that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, request, session

from lexheller.errors import NotFound
from lexheller.services.sisters import Offer
from lexheller.web.access import Room
from lexheller.web.casework.step import DONE
from lexheller.web.casework.who import LEADERS
from lexheller.web.numbers import case_number
from lexheller.web.page import away, page
from lexheller.web.visitors import desk

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

room = Room("takeover", __name__, template_folder="templates")


@room.page("/overta", LEADERS)
def ask() -> Response:
    """Ask for the number; the inbox has it ready, and shows what goes along."""
    number = case_number(request.args.get("number", "")[:40])
    return page("casework/takeover.html", number=number, missing=False, offer=_offer(number))


def _offer(number: str) -> Offer | None:
    """Read what was offered; None for what was not, as for what there is not."""
    try:
        return desk().offer(number) if number else None
    except NotFound:
        return None


@room.page("/overta", LEADERS, post=True)
def take() -> AnyResponse:
    """Take the case over; one that was not offered here is like one that there is not."""
    number = case_number(request.form.get("number", "")[:40])
    try:
        done = desk().accept(number)
    except NotFound:
        return page("casework/takeover.html", 422, number=number, missing=True, offer=None)
    session[DONE] = [done.number, "submit", ""]
    return away("case.show", number=done.number)
