"""Where does signing in begin, what may follow, and how does one leave? With the demo, by choosing a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, abort, redirect, request, session, url_for

from lexheller.model.codes import Role
from lexheller.model.session import SessionKind
from lexheller.services import accounts
from lexheller.web import drawing
from lexheller.web.access import ANYBODY, Room, person
from lexheller.web.page import away, house, page, words
from lexheller.web.signin import arriving, codes
from lexheller.web.signin.local import LOCAL
from lexheller.web.signin.ways import Way
from lexheller.web.visitors import LEFT, OVER, farewell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from werkzeug.wrappers import Response as AnyResponse

    from lexheller.model.account import Account
    from lexheller.model.people import Person

WAYS: tuple[Way, ...] = (LOCAL,)
"""Every way to show who one is, in the order they stand on the page."""

room = Room("signin", __name__, template_folder="templates")
room.record_once(lambda state: arriving.install(state.app))


@room.page("/logga-in", ANYBODY)
def sign_in() -> Response:
    """Ask who somebody is."""
    over = session.pop(OVER, "")
    if not arriving.is_demo():
        return page("signin/sign_in.html", ways=WAYS, said="", typed="", over=over)
    people = house().store.read(lambda uow: uow.people.persons())
    homes = house().store.read(lambda uow: uow.people.federations())
    return page("signin/choose.html", over=over, homes=[(home, *_there(home.id, people)) for home in homes])


_FIRST = tuple(Role)
"""Roles in the order in which people are listed, whoever leads cases first."""


def _there(federation: str, people: Iterable[Person]) -> tuple[list[Person], list[Person]]:
    """List a federation's own people, whoever leads cases first, and the partners' representatives."""
    here = [each for each in people if each.active and each.federation == federation]
    own = [each for each in here if Role.PARTNER not in each.roles]
    own.sort(key=lambda each: min(map(_FIRST.index, each.roles), default=0))
    return own, [each for each in here if Role.PARTNER in each.roles]


@room.page("/logga-in/exempel", ANYBODY, post=True)
def choose() -> AnyResponse:
    """Sign in as a sample person; there is no such page on a real database."""
    if not arriving.is_demo():
        abort(404)
    federation, _, name = request.form.get("person", "").partition("/")
    who = arriving.found(federation, name)
    return arriving.enter(*who) if who else abort(404)


@room.page("/logga-in/kod", ANYBODY)
def code() -> AnyResponse:
    """Ask for the code of whoever has shown a password."""
    if arriving.half_way() is None:
        return away("signin.sign_in")
    return page("signin/code.html", said="")


@room.page("/logga-in/kod", ANYBODY, post=True, endpoint="show_code")
def show_code() -> AnyResponse:
    """Take the code: one of the telephone's, or one that was kept for when it is lost. Each opens once."""
    who = arriving.half_way()
    if who is None:
        return away("signin.sign_in")
    me, account = who
    name = f"code {me.federation}/{me.id}"
    if not arriving.may_try():
        return page("signin/code.html", 429, said=words()("web.sign_in.many"))
    wait = arriving.wait_for(name)
    if wait:
        return page("signin/code.html", 429, said=arriving.told_to_wait(wait))
    typed = request.form.get("code", "")[:100]
    if not _spent(me, account, typed):
        return page("signin/code.html", 422, said=words()("web.second.wrong"))
    arriving.was_right(name)
    return arriving.enter(me, account, spent=not codes.is_one_time(typed))


def _spent(me: Person, account: Account, typed: str) -> bool:
    """Spend a code, whichever kind it is; tell whether it was there to spend."""
    office = house().office
    if not codes.is_one_time(typed):
        return house().store.write(lambda uow: accounts.spend_recovery(uow, office, me, typed))
    step = codes.step_of(accounts.secret_of(office, account), typed, office.now())
    return step is not None and house().store.write(lambda uow: accounts.spend_step(uow, me, step))


@room.page("/in", person())
def inside() -> AnyResponse:
    """Lead somebody who came from nowhere to the first room they may enter."""
    door = next(iter(drawing.doors()), None)
    return redirect(door.address if door else url_for("account.mine"), 303)


@room.page("/logga-ut", ANYBODY, post=True)
def sign_out() -> AnyResponse:
    """Leave."""
    session[LEFT] = "yes"
    return farewell(away("start.start"), SessionKind.PERSON)
