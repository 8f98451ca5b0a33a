"""What can people change of what they sign in by? Their password, one-time codes, and where they are signed in."""

from __future__ import annotations

import secrets
from base64 import b32encode
from typing import TYPE_CHECKING, Final

from flask import Response, g, request, session, url_for

from lexheller.model.people import Person
from lexheller.model.session import SessionKind
from lexheller.services import accounts, sessions
from lexheller.services.ports import UnitOfWork
from lexheller.web.access import Room, person
from lexheller.web.page import away, house, page, words
from lexheller.web.sealed import seal, unseal
from lexheller.web.signin import arriving, codes, passwords
from lexheller.web.signin.choosing import wrong_with
from lexheller.web.visitors import WANTED, welcome

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

    from lexheller.model.account import Account

room = Room("account", __name__, template_folder="templates")
ME = person()
_CHANGED = "changed"
"""What somebody has just changed of what they sign in by: password, codes_off."""
_ENDED = "ended"
"""How many sessions somebody has just ended, to be told once."""
_SECRET, _SECRET_FOR = "secret of codes", 1800
_OFFERED: Final = "offered secret"
"""The secret that this browser was shown last: the same picture again when the page is opened again."""


@room.page("/konto", ME)
def mine() -> Response:
    """Show what somebody signs in by, and where they are signed in."""
    me, account = arriving.myself()
    session.pop(WANTED, None)  # whoever came here has passed the offer of codes

    def work(uow: UnitOfWork) -> tuple[str, list[object]]:
        open_now = uow.sessions.of(SessionKind.PERSON, me.federation, me.id)
        return accounts.name_of(uow, me), [s for s in open_now if not sessions.over(house().office, s)]

    name, open_now = house().store.read(work)
    return page(
        "account/mine.html",
        account=account,
        name=name,
        sessions=open_now,
        here=g.session.id,
        ended=session.pop(_ENDED, 0),
        changed=session.pop(_CHANGED, ""),
        onward=session.pop(arriving.SPENT, ""),
    )


# --- sessions -------------------------------------------------------------------------------------------


@room.page("/konto/avsluta", ME, post=True)
def end() -> AnyResponse:
    """End one of one's own sessions, or all but the one at hand."""
    me, chosen, here = g.viewer, request.form.get("session", ""), g.session.id

    def work(uow: UnitOfWork) -> int:
        open_now = uow.sessions.of(SessionKind.PERSON, me.federation, me.person)
        ended = [found for found in open_now if chosen in {found.id, "others"} and found.id != here]
        for found in ended:
            sessions.end(uow, found.id)
        return sum(1 for found in ended if not sessions.over(house().office, found))

    session[_ENDED] = house().store.write(work)
    return away("account.mine")


# --- the password ---------------------------------------------------------------------------------------


@room.page("/konto/losenord", ME)
def password() -> Response:
    """Ask for the password one has, and for another."""
    return page("account/password.html", name=_name(), wrong={})


@room.page("/konto/losenord", ME, post=True, endpoint="set_password")
def set_password() -> AnyResponse:
    """Change the password; every other session ends, and this one is a new one."""
    me, account = arriving.myself()
    chosen = request.form.get("password", "")
    wrong = _not_me(me, account) or wrong_with(me, chosen, request.form.get("again", ""))
    if not wrong and passwords.is_right(chosen, account.password):
        wrong = {"password": words()("web.password.same")}
    if wrong:
        return page("account/password.html", 422, name=_name(), wrong=wrong)
    hashed = passwords.hashed(chosen)
    house().store.write(lambda uow: accounts.set_password(uow, me, hashed))
    session[_CHANGED] = "password"
    return welcome(away("account.mine"), SessionKind.PERSON, me.federation, me.id)


# --- one-time codes -------------------------------------------------------------------------------------


@room.page("/konto/koder", ME, endpoint="codes")
def codes_page() -> Response:
    """Show how codes are switched on, or what there is when they are."""
    return _codes()


@room.page("/konto/koder", ME, post=True, endpoint="switch_on")
def switch_on() -> AnyResponse:
    """Switch codes on, once the telephone has shown that it counts them; then show the recovery codes, once."""
    me, account = arriving.myself()
    kept = unseal(_SECRET, request.form.get("sealed", ""), seconds=_SECRET_FOR)
    if account.secret is not None or not isinstance(kept, list) or kept[:2] != [me.federation, me.id]:
        return away("account.codes")
    secret, typed = kept[2], request.form.get("code", "")[:100]
    office = house().office
    step = codes.step_of(secret, typed, office.now())
    wrong = _not_me(me, account) or ({} if step else {"code": words()("web.second.not_yet")})
    if wrong or step is None:
        return _codes(422, wrong, secret)
    shown = house().store.write(lambda uow: accounts.switch_on(uow, office, me, secret, step))
    session.pop(_OFFERED, None)
    return welcome(_recovery(shown, switched_on=True), SessionKind.PERSON, me.federation, me.id)


@room.page("/konto/koder/nya", ME, post=True)
def renew() -> AnyResponse:
    """Make recovery codes in the place of those before."""
    me, account = arriving.myself()
    wrong = _not_me(me, account)
    if wrong:
        return _codes(422, wrong)
    office = house().office
    return _recovery(house().store.write(lambda uow: accounts.new_recovery(uow, office, me)))


@room.page("/konto/koder/av", ME, post=True)
def switch_off() -> AnyResponse:
    """Switch codes off."""
    me, account = arriving.myself()
    wrong = _not_me(me, account)
    if wrong:
        return _codes(422, wrong)
    house().store.write(lambda uow: accounts.switch_off(uow, me))
    session[_CHANGED] = "codes_off"
    return away("account.mine")


def _codes(status: int = 200, wrong: dict[str, str] | None = None, secret: str = "") -> Response:
    me, account = arriving.myself()
    wrong = wrong or {}
    if account.secret is not None:
        return page("account/codes_on.html", status, left=len(account.recovery), name=_name(), wrong=wrong)
    secret = secret or _offered()
    return page(
        "account/codes.html",
        status,
        has_password=bool(account.password),
        name=_name(),
        onward=session.get(WANTED, ""),
        link=(link := codes.address(secret, me.id)),
        picture=codes.picture(link),
        sealed=seal(_SECRET, [me.federation, me.id, secret]),
        secret=codes.grouped(secret),
        wrong=wrong,
    )


def _offered() -> str:
    """Give the secret that is offered at this sign-in; the cookie holds a word that it is made of, with our key."""
    word = session.setdefault(_OFFERED, secrets.token_hex(8))
    return b32encode(house().office.keys.mac("offered codes", g.session.id, str(word))[:20]).decode()


def _recovery(shown: tuple[str, ...], *, switched_on: bool = False) -> Response:
    return page(
        "account/recovery.html",
        shown=shown,
        switched_on=switched_on,
        onward=session.pop(WANTED, "") or url_for("account.mine"),
    )


def _name() -> str:
    """Give the name by which whoever is here signs in, for programs that keep passwords."""
    me, _ = arriving.myself()
    return house().store.read(lambda uow: accounts.name_of(uow, me))


def _not_me(me: Person, account: Account) -> dict[str, str]:
    """Ask for the password once more: a browser left open must not be enough to change what one signs in by."""
    name = f"again {me.federation}/{me.id}"
    wait = arriving.wait_for(name)
    if wait:
        return {"present": arriving.told_to_wait(wait)}
    if not passwords.is_right(request.form.get("present", ""), account.password):
        return {"present": words()("web.password.not_yours")}
    arriving.was_right(name)
    return {}
