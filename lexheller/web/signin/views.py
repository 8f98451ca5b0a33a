"""Signing in and out; with the demo, by choosing a sample person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, abort, current_app, redirect, request, session, url_for

from lexheller.model.session import SessionKind
from lexheller.web.access import ANYBODY, Room
from lexheller.web.page import away, house, page
from lexheller.web.visitors import WANTED, farewell, welcome

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

room = Room("signin", __name__, template_folder="templates")


def is_demo() -> bool:
    """Tell whether people sign in by choosing a sample person."""
    return bool(current_app.extensions["lexheller.demo"])


@room.page("/logga-in", ANYBODY)
def sign_in() -> Response:
    """Ask who somebody is."""
    if not is_demo():
        abort(404)
    people = house().store.read(lambda uow: uow.people.persons())
    return page("signin/choose.html", people=[p for p in people if p.active])


@room.page("/logga-in/exempel", ANYBODY, post=True)
def choose() -> AnyResponse:
    """Sign in as a sample person; there is no such page on a real database."""
    if not is_demo():
        abort(404)
    federation, _, name = request.form.get("person", "").partition("/")
    people = house().store.read(lambda uow: uow.people.persons(federation))
    if name not in {p.id for p in people if p.active}:
        abort(404)
    wanted = session.pop(WANTED, None) or url_for("start.start")
    return welcome(redirect(wanted, 303), SessionKind.PERSON, federation, name)


@room.page("/logga-ut", ANYBODY, post=True)
def sign_out() -> AnyResponse:
    """Leave."""
    return farewell(away("start.start"), SessionKind.PERSON)
