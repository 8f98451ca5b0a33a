"""Who is at the browser, and are they let in? Nobody passes a page's declaration, whatever the page itself does."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from flask import Flask, abort, current_app, g, redirect, request, session, url_for

from lexheller.desk import Desk
from lexheller.desk.who import viewer_of
from lexheller.errors import StoreUnusable
from lexheller.model.partner_link import PartnerLink
from lexheller.model.people import Person, Viewer
from lexheller.model.session import Session, SessionKind
from lexheller.services import links, sessions, tags
from lexheller.services.ports import UnitOfWork
from lexheller.web.access import Access, Who, declared
from lexheller.web.page import house, page, texts_sent

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

    from lexheller.anonymity import Finding

COOKIES = {
    SessionKind.PERSON: "__Host-session",
    SessionKind.PARTNER: "__Host-partner",
    SessionKind.SUBMITTER: "__Host-case",
}
WANTED = "wanted"
"""Where somebody wanted to go before they were asked to sign in."""
OVER = "over"
"""That somebody came with a session that is over, to be told once."""
LEFT = "left"
"""That somebody has just signed out, to be told once."""


def desk() -> Desk:
    """Give the desk of whoever is signed in."""
    return cast("Desk", g.desk)


def front() -> Desk:
    """Give the desk in the hall, where nobody is signed in: it takes reports and answers codes."""
    return Desk(house(), None)


def gate_of(federation: str) -> Callable[[str], tuple[Finding, ...]]:
    """Give the gate as a federation has it, with its own words; "" for the gate as it comes."""
    return lambda text: front().findings(text, federation)


def install(app: Flask) -> None:
    """Ask everybody at the door who they are, where a page wants to know."""

    @app.before_request
    def let_in() -> AnyResponse | None:
        if request.endpoint is None:  # no such page: whoever is signed in is told so in the frame they know
            with suppress(StoreUnusable):
                _greet_person()
            return None
        if any("\0" in part for part in (request.path, *request.args.values())):
            abort(404)  # a sign that PostgreSQL keeps in no text: nothing can be called so
        access = declared(app)[request.endpoint]
        match access.who:
            case Who.ANYBODY:
                if access.greets:
                    _greet_person()
                return None
            case Who.PERSON:
                return _let_person_in(access)
            case Who.PARTNER:
                return _let_partner_in()
            case Who.SUBMITTER:
                return _let_submitter_in()


def _let_person_in(access: Access) -> AnyResponse | None:
    found = _visitor(SessionKind.PERSON)
    who = _person(found) if found else None
    if found is None or who is None:
        if request.method == "GET":
            session[WANTED] = request.path
            if request.cookies.get(COOKIES[SessionKind.PERSON]):
                session[OVER] = "yes"
        return _too_late() if request.method == "POST" else redirect(url_for("signin.sign_in"), 303)
    _know(found, *who)
    viewer = who[1]
    if access.roles and viewer.roles.isdisjoint(access.roles):
        abort(404)  # with their own menu, as for anything else that is not there
    return None


def _know(found: Session, person: Person, viewer: Viewer) -> None:
    g.session, g.viewer, g.name, g.desk = found, viewer, person.name, Desk(house(), viewer)


def _greet_person() -> None:
    """Know whoever is signed in on a page that is for anybody, so that they do not seem to have been signed out."""
    found = _visitor(SessionKind.PERSON)
    who = _person(found) if found else None
    if found is not None and who is not None:
        _know(found, *who)


def _too_late() -> AnyResponse:
    """Answer a form that comes after its session: what was written stands on the page, to be copied, nowhere else."""
    kept = texts_sent()
    return page("too_late.html", 403, kept=kept) if kept else redirect(url_for("signin.sign_in"), 303)


def _let_partner_in() -> AnyResponse | None:
    found = _visitor(SessionKind.PARTNER)
    link = _link(found) if found else None
    if found is None or link is None:
        return cast("AnyResponse", current_app.view_functions["partner.once_more"]())
    g.session, g.link, g.desk = found, link, Desk(house(), links.viewer(link))
    return None


def _link(found: Session) -> PartnerLink | None:
    """Read the link anew for every page: one that was withdrawn opens nothing from then on."""
    office = house().office
    return house().store.read(lambda uow: links.standing(uow, office, found.federation, found.name))


def _let_submitter_in() -> AnyResponse | None:
    found = _visitor(SessionKind.SUBMITTER)
    if found is not None:
        g.session = found
        return None
    if request.method == "POST":  # what was written is not lost: it stands in the page that asks for the code again
        return cast("AnyResponse", current_app.view_functions["follow.once_more"]())
    return redirect(url_for("follow.ask"), 303)


def _visitor(kind: SessionKind) -> Session | None:
    """Find the session of this browser, and note that it was seen; a store that only reads notes nothing."""
    word = request.cookies.get(COOKIES[kind], "")
    if not word:
        return None
    office, store = house().office, house().store
    found = store.read(lambda uow: sessions.find(uow, office, word))
    if found is not None and found.kind is not kind:
        return None
    if found is not None and sessions.due(office, found):
        with suppress(StoreUnusable):
            store.write(lambda uow: sessions.note(uow, office, found))
    return found


def _person(found: Session) -> tuple[Person, Viewer] | None:
    """Read who it is anew for every page: roles that were taken away are gone at once."""

    def work(uow: UnitOfWork) -> tuple[Person, Viewer] | None:
        people = uow.people.persons(found.federation)
        person = next((p for p in people if p.id == found.name and p.active), None)
        if person is None:
            return None
        tags.check(uow.people, house().office.keys, person)  # nobody's roles are raised past the program
        return person, viewer_of(uow, house().office, person)

    return house().store.read(work)


def welcome(response: AnyResponse, kind: SessionKind, federation: str, name: str) -> AnyResponse:
    """Begin a session for whoever has shown who they are; any they had at this browser ends."""
    office = house().office
    old = request.cookies.get(COOKIES[kind], "")

    def work(uow: UnitOfWork) -> str:
        before = sessions.find(uow, office, old)
        if before is not None:
            sessions.end(uow, before.id)
        return sessions.begin(uow, office, kind, federation, name)

    word = house().store.write(work)
    response.set_cookie(COOKIES[kind], word, secure=True, httponly=True, samesite="Lax", path="/")
    return response


def farewell(response: AnyResponse, kind: SessionKind) -> AnyResponse:
    """End the session of this browser."""
    office = house().office
    word = request.cookies.get(COOKIES[kind], "")

    def work(uow: UnitOfWork) -> None:
        found = sessions.find(uow, office, word)
        if found is not None:
            sessions.end(uow, found.id)

    if word:
        house().store.write(work)
    response.delete_cookie(COOKIES[kind], secure=True, httponly=True, samesite="Lax", path="/")
    return response
