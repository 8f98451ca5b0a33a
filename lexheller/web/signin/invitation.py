"""How does somebody come in for the first time, or again without their password? By a link that opens once.

Opening it changes nothing, since programs that look through mail open links too; the link is used up when a password
has been chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, request

from lexheller.model.people import Person
from lexheller.services import accounts
from lexheller.services.ports import UnitOfWork
from lexheller.web.access import Access, Room, Who
from lexheller.web.page import house, page, words
from lexheller.web.signin import arriving, passwords
from lexheller.web.signin.choosing import wrong_with
from lexheller.web.signin.ways import Shown

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

room = Room("invitation", __name__, template_folder="templates")
INVITED = Access(Who.ANYBODY, finds="invitation")


@room.page("/inbjudan/<word>", INVITED)
def invitation(word: str) -> Response:
    """Ask whoever is invited for a password."""
    return _asked(word)


@room.page("/inbjudan/<word>", INVITED, post=True, endpoint="take_up")
def take_up(word: str) -> AnyResponse:
    """Set the password, and lead in."""
    if not arriving.may_try():
        return _asked(word, 429, {"password": words()("web.sign_in.many")})
    me = house().store.read(lambda uow: accounts.invited(uow, house().office, word))
    if me is None:
        return _asked(word)
    password = request.form.get("password", "")
    wrong = wrong_with(me, password, request.form.get("again", ""))
    if wrong:
        return _asked(word, 422, wrong)
    hashed = passwords.hashed(password)
    house().store.write(lambda uow: accounts.take_up(uow, house().office, word, hashed))
    return arriving.arrive(Shown(me.federation, me.id))


def _asked(word: str, status: int = 200, wrong: dict[str, str] | None = None) -> Response:
    office = house().office

    def work(uow: UnitOfWork) -> tuple[Person, str] | None:
        person = accounts.invited(uow, office, word)
        return (person, accounts.name_of(uow, person)) if person else None

    found = house().store.read(work)
    if found is None:
        return page("signin/gone.html", 404)
    person, name = found
    return page("signin/invitation.html", status, word=word, person=person, name=name, wrong=wrong or {})
