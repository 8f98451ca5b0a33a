"""What is everybody told: what becomes of personal data, and how far the web can be used by all?

What the program itself does is the same wherever it runs, and stands in the templates; a federation's own text, on what
only it can answer for, stands after it.
"""

from __future__ import annotations

from datetime import timedelta

from flask import Response, abort, current_app

from lexheller.i18n import dates
from lexheller.model.people import Federation
from lexheller.model.session import SessionKind
from lexheller.services import sessions
from lexheller.web.access import GREETING, GREETING_OF, Room
from lexheller.web.page import house, language, page
from lexheller.web.visitors import COOKIES, front

room = Room("notices", __name__, template_folder="templates")


@room.page("/integritet", GREETING)
def privacy() -> Response:
    """Say how personal data are handled; where there are several federations, ask whose."""
    return _shown("privacy")


@room.page("/integritet/<federation>", GREETING_OF, endpoint="privacy_of")
def privacy_of(federation: str) -> Response:
    """Say how one federation handles personal data."""
    return _shown("privacy", federation)


@room.page("/tillganglighet", GREETING)
def accessibility() -> Response:
    """Say how far everybody can use the web."""
    return _shown("accessibility")


@room.page("/tillganglighet/<federation>", GREETING_OF, endpoint="accessibility_of")
def accessibility_of(federation: str) -> Response:
    """Say how far everybody can use one federation's web."""
    return _shown("accessibility", federation)


def _shown(kind: str, federation: str = "") -> Response:
    known = front().federations()
    chosen: Federation | None = known[0] if len(known) == 1 else None
    if federation:
        chosen = next((f for f in known if f.id == federation), None) or abort(404)
    text, other = "", False
    if chosen is not None:
        text = front().notice(chosen.id, kind, language())
        other = not text and language() != "sv"
        text = text or front().notice(chosen.id, kind, "sv")
    return page(
        f"administration/{kind}.html",
        kind=kind,
        home=chosen,
        federations=known,
        text=text,
        other=other,
        delay=dates.days(house().settings.library_days, language()),
        erases=bool(house().settings.disposal_decision),
        cookies=(current_app.config["SESSION_COOKIE_NAME"], COOKIES[SessionKind.SUBMITTER]),
        idle=sessions.IDLE // timedelta(minutes=1),
        longest=sessions.LONGEST // timedelta(hours=1),
    )
