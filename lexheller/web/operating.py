"""What does whoever runs the server ask? Is it alive, and can it work?"""

from __future__ import annotations

from flask import Response

from lexheller.errors import LexHellerError
from lexheller.web.access import ANYBODY, Room
from lexheller.web.page import house

room = Room("operating", __name__)


@room.page("/halsa", ANYBODY)
def alive() -> Response:
    """Say that the program runs; asks nothing of the database."""
    return Response("ok\n", mimetype="text/plain")


@room.page("/redo", ANYBODY)
def ready() -> Response:
    """Say whether what somebody sends now would be stored."""
    try:
        house().store.try_writing()
    except LexHellerError:
        return Response("nej\n", 503, mimetype="text/plain")
    return Response("ok\n", mimetype="text/plain")
