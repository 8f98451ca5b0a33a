"""Who decides while a manager is on leave? Here the manager names them, and takes the part back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from flask import Response, request, session

from lexheller.errors import BadValue, NotPossible, UnknownName
from lexheller.i18n.dates import long_date
from lexheller.model.fields import Field, Kind, read
from lexheller.services.standing_in import LONGEST
from lexheller.web.access import Room
from lexheller.web.meeting.decisions import MANAGERS
from lexheller.web.page import away, house, page, words
from lexheller.web.submitter.asking import Offered
from lexheller.web.visitors import desk

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

room = Room("stand_in", __name__, template_folder="templates")
_SAID = "stand-in said"


@room.page("/beslut/ersattare", MANAGERS)
def ask() -> Response:
    """Ask who stands in, and until when; or say who does."""
    return _shown({}, {})


@room.page("/beslut/ersattare", MANAGERS, post=True)
def name() -> AnyResponse:
    """Let somebody decide in this manager's place."""
    typed = {key: request.form.get(key, "")[:40] for key in ("person", "until")}
    until = _day(typed["until"])
    wrong = {} if typed["person"] else {"person": words()("web.step.wrong.choice")}
    if until is None:
        wrong["until"] = words()("web.step.wrong.day")
    if wrong or until is None:
        return _shown(typed, wrong)
    try:
        desk().name_stand_in(typed["person"], until)
    except UnknownName:
        return _shown(typed, {"person": words()("web.step.wrong.choice")})
    except BadValue:
        today = house().office.today()
        days = {"first": _long(today), "last": _long(today + LONGEST)}
        return _shown(typed, {"until": words()("web.stand_in.wrong.until", **days)})
    except NotPossible:
        return _shown(typed, {"person": words()("refused.lends_no_part")})
    session[_SAID] = "named"
    return away("stand_in.ask")


@room.page("/beslut/ersattare/tillbaka", MANAGERS, post=True)
def back() -> AnyResponse:
    """Take the part back."""
    desk().end_stand_in()
    session[_SAID] = "ended"
    return away("stand_in.ask")


def _day(typed: str) -> date | None:
    try:
        return cast("date", read(Field("until", Kind.DATE), typed)) if typed else None
    except BadValue:
        return None


def _long(day: date) -> str:
    return long_date(day, words().language)


def _shown(typed: dict[str, str], wrong: dict[str, str]) -> Response:
    own = desk()
    found = own.stand_in()
    people = own.may_stand_in()
    known = {person.id: person for person in own.people()}
    who = known.get(found.by) if found else None
    return page(
        "meeting/stand_in.html",
        422 if wrong else 200,
        people=(Offered("", words()("web.stand_in.choose")), *(Offered(each.id, each.name) for each in people)),
        typed=typed,
        wrong=wrong,
        now={"name": who.name if who else found.by, "day": _long(found.until)} if found else None,
        gone=found is not None and (who is None or not who.active),
        said="" if wrong else session.pop(_SAID, ""),
    )
