"""How does somebody sign in with an account kept here? By name and password; one answer for whatever is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import abort, request

from lexheller.model.account import Account
from lexheller.model.people import Person
from lexheller.services import accounts
from lexheller.services.ports import UnitOfWork
from lexheller.web.access import ANYBODY, Room
from lexheller.web.page import house, page, words
from lexheller.web.signin import arriving, passwords
from lexheller.web.signin.ways import Shown, Way

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

room = Room("local", __name__, template_folder="templates")
_LONGEST_NAME: Final = 200


class LocalAccount:
    """A name and a password, kept here; fills `ways.Way`."""

    name = "local"
    template = "signin/local.html"
    rooms = (room,)


LOCAL: Final[Way] = LocalAccount()


@room.page("/logga-in", ANYBODY, post=True)
def show() -> AnyResponse:
    """Take a name and a password. Unknown, wrong, not active, not yet invited: the same words after the same time."""
    if arriving.is_demo():
        abort(404)
    name = request.form.get("name", "").strip()[:_LONGEST_NAME]
    if not arriving.may_try():
        return _refused(words()("web.sign_in.many"), 429, name)
    wait = arriving.wait_for(name.casefold())
    if wait:
        return _refused(arriving.told_to_wait(wait), 429, name, wait)
    password = request.form.get("password", "")

    def work(uow: UnitOfWork) -> tuple[Person, Account] | None:
        person = accounts.named(uow, name)
        return (person, accounts.of(uow, person)) if person else None

    who = house().store.read(work)
    if not passwords.is_right(password, who[1].password if who else "") or who is None:
        return _refused(words()("web.sign_in.wrong"), 422, name)
    arriving.was_right(name.casefold())
    person, account = who
    if passwords.is_dated(account.password):
        anew = passwords.hashed(password)
        house().store.write(lambda uow: accounts.rehash(uow, person, account.password, anew))
    return arriving.arrive(Shown(person.federation, person.id))


def _refused(said: str, status: int, name: str, wait: int = 0) -> AnyResponse:
    """Say why somebody is not let in, with the name they typed, but never the password."""
    from lexheller.web.signin.views import WAYS

    answer = page("signin/sign_in.html", status, ways=WAYS, said=said, typed=name, over="")
    if wait:
        answer.headers["Retry-After"] = str(wait)
    return answer
