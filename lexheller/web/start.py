"""What does somebody meet who has only the address? What this is, a way in for each."""

from __future__ import annotations

from flask import Response, current_app, session, url_for

from lexheller.web.access import GREETING, Room
from lexheller.web.page import page
from lexheller.web.visitors import LEFT, front

room = Room("start", __name__)

_LIBRARY = "library.shelf"


@room.page("/", GREETING)
def start() -> Response:
    """Show the door: tell what happened, follow a case, read what others have met, sign in or go on to one's work."""
    library = url_for(_LIBRARY) if _LIBRARY in current_app.view_functions else ""
    return page("start.html", library=library, federations=front().federations(), left=session.pop(LEFT, ""))
