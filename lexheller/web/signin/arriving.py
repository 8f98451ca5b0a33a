"""What happens to somebody who has shown who they are? A code if they use codes, a new session, and onward.

The session is always a new one, and what the browser's other cookie held goes too: nothing that was planted beforehand
opens anything.
"""

from __future__ import annotations

import hmac
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from flask import current_app, g, redirect, request, session, url_for

from lexheller.errors import NotFound
from lexheller.model.account import Account
from lexheller.model.people import Person
from lexheller.model.session import SessionKind
from lexheller.services import accounts
from lexheller.services.ports import UnitOfWork
from lexheller.web.page import LANGUAGE, away, house, words
from lexheller.web.rates import Rates
from lexheller.web.signin.waits import Waits
from lexheller.web.signin.ways import Shown
from lexheller.web.visitors import WANTED, welcome

if TYPE_CHECKING:
    from flask.sansio.app import App
    from werkzeug.wrappers import Response as AnyResponse

_MINUTE: Final = 60
TRIES: Final = "60 per 10 minutes; 500 per day"
"""From one address block, right or wrong: an office behind one address signs in all morning."""
RATES, WAITS = "lexheller.sign_in_rates", "lexheller.sign_in_waits"
_SHOWN: Final = "shown"
_SHOWN_FOR: Final = 300
"""Seconds between password and code."""


def install(app: App) -> None:
    """Let the house count tries."""
    app.extensions.setdefault(RATES, Rates({"sign_in": TRIES}))
    app.extensions.setdefault(WAITS, Waits())


def is_demo() -> bool:
    """Tell whether people sign in by choosing a sample person."""
    return bool(current_app.extensions["lexheller.demo"])


# --- tries ----------------------------------------------------------------------------------------------


def may_try() -> bool:
    """Count a try from this address block; tell whether it may be made."""
    rates: Rates = current_app.extensions[RATES]
    where = request.remote_addr or ""
    if not rates.allows("sign_in", where):
        return False
    rates.count("sign_in", where)
    return True


def told_to_wait(seconds: int) -> str:
    """Say how long to wait: in seconds where it is less than a minute, else in minutes begun."""
    if seconds < _MINUTE:
        return words().plural("web.sign_in.wait.seconds", seconds)
    return words().plural("web.sign_in.wait", -(-seconds // _MINUTE))


def wait_for(name: str) -> int:
    """Count a try under a name; give the seconds to wait first, none when it may be made."""
    waits: Waits = current_app.extensions[WAITS]
    wait = waits.asks(name, house().office.now())
    return max(1, round(wait.total_seconds())) if wait else 0


def was_right(name: str) -> None:
    """Forget the tries under a name."""
    waits: Waits = current_app.extensions[WAITS]
    waits.forgets(name)


# --- who it is ------------------------------------------------------------------------------------------


def found(federation: str, name: str) -> tuple[Person, Account] | None:
    """Read an active person with their account."""

    def work(uow: UnitOfWork) -> tuple[Person, Account] | None:
        people = uow.people.persons(federation)
        person = next((p for p in people if p.id == name and p.active), None)
        return (person, accounts.of(uow, person)) if person else None

    return house().store.read(work)


def myself() -> tuple[Person, Account]:
    """Read whoever is signed in, with their account."""
    me = found(g.viewer.federation, g.viewer.person)
    if me is None:
        raise NotFound(what="person", name="")
    return me


SPENT = "spent"
"""Where somebody who came in by a recovery code was going."""


# --- arriving -------------------------------------------------------------------------------------------


def arrive(shown: Shown) -> AnyResponse:
    """Go on from having shown who one is: to the code where codes are on, else in."""
    who = found(shown.federation, shown.person)
    if who is None:
        return away("signin.sign_in")
    person, account = who
    if account.secret is None or shown.twice:
        return enter(person, account)
    session[_SHOWN] = [person.federation, person.id, house().office.now().timestamp(), _stamp(account)]
    return away("signin.code")


def half_way() -> tuple[Person, Account] | None:
    """Give who has shown a password at this browser and has a code left to show; None when that was too long ago."""
    kept: Any = session.get(_SHOWN)
    if not isinstance(kept, list):
        return None
    federation, name, at, stamp = kept
    who = found(federation, name)
    now = house().office.now()
    fresh = 0 <= (now - datetime.fromtimestamp(at, now.tzinfo)).total_seconds() <= _SHOWN_FOR
    if who is None or not fresh or not hmac.compare_digest(stamp, _stamp(who[1])):
        session.pop(_SHOWN, None)
        return None
    return who


def _stamp(account: Account) -> str:
    """Name the password that was shown: another one since, and the code opens nothing."""
    return house().office.keys.mac("password shown", account.password).hex()[:32]


def enter(person: Person, account: Account, *, spent: bool = False) -> AnyResponse:
    """Begin a session and lead where the person was going; past the offer of codes where their role is asked to.

    Args:
        spent: a recovery code was, so they go by the page that says how many are left and where to make new ones.
    """
    wanted = session.get(WANTED, "")
    kept = session.get(LANGUAGE)
    session.clear()
    if kept is not None:
        session[LANGUAGE] = kept
    onward = wanted if _is_here(wanted) else url_for("signin.inside")
    if not is_demo() and account.secret is None and not set(person.roles).isdisjoint(house().settings.codes_for):
        session[WANTED] = onward
        onward = url_for("account.codes")
    if spent:
        session[SPENT] = onward
        onward = url_for("account.mine")
    return welcome(redirect(onward, 303), SessionKind.PERSON, person.federation, person.id)


def _is_here(path: str) -> bool:
    """Tell a path of ours from an address elsewhere."""
    return path.startswith("/") and not path.startswith(("//", "/\\"))
