"""What does somebody meet who has only the address? What this is, a way in for each."""

from __future__ import annotations

from flask import Response

from lexheller.web.access import ANYBODY, Room
from lexheller.web.page import page

room = Room("start", __name__)


@room.page("/", ANYBODY)
def start() -> Response:
    """Show the door: tell what happened, follow a case, sign in."""
    return page("start.html")
