"""What does somebody sign in by, and how do they come to it? By an invitation; then by a password, and perhaps codes.

Hashing passwords and counting one-time codes is the door's; here stands what is kept and what is spent. Of invitations
and recovery codes only keyed hashes are kept, so that whoever reads the database alone can use neither.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from lexheller.errors import NotFound, NotPossible
from lexheller.model.account import Account
from lexheller.model.people import Person
from lexheller.model.session import SessionKind
from lexheller.services import sessions, signed_words
from lexheller.services.office import Office
from lexheller.services.ports import UnitOfWork

INVITED_FOR: Final = timedelta(days=7)
RECOVERY_CODES: Final = 10
_PURPOSE: Final = "invitation"
_ALPHABET: Final = "23456789abcdefghjkmnpqrstuvwxyz"
"""Signs of recovery codes: none that is mistaken for another."""
_HALF: Final = 5


@dataclass(frozen=True, slots=True)
class Invitation:
    """What somebody is invited by.

    Args:
        word: what stands in the link; it is kept nowhere.
        name: what they sign in with from then on.
        known: they have had an account before.
    """

    person: Person
    word: str
    until: datetime
    name: str
    known: bool = False


@dataclass(frozen=True, slots=True)
class WayIn:
    """How somebody comes in.

    Args:
        account: they have chosen a password.
        until: when the invitation that they have ends, or ended; None where they have none.
        opens: that invitation can still be used.
    """

    account: bool
    until: datetime | None
    opens: bool


# --- who signs in ---------------------------------------------------------------------------------------


def named(uow: UnitOfWork, typed: str) -> Person | None:
    """Find the one active person who signs in by a name: id, federation and id, or e-mail; None for none or several."""
    name = typed.strip().casefold()
    found = [
        person
        for person in uow.people.persons()
        if person.active and name and name in {person.id, f"{person.federation}/{person.id}".casefold(), _mail(person)}
    ]
    return found[0] if len(found) == 1 else None


def name_of(uow: UnitOfWork, person: Person) -> str:
    """Say by which name somebody signs in: the shortest that is theirs alone."""
    return person.id if named(uow, person.id) == person else f"{person.federation}/{person.id}"


def _mail(person: Person) -> str:
    return person.email.strip().casefold()


def of(uow: UnitOfWork, person: Person) -> Account:
    """Give somebody's account, an empty one where there is none yet."""
    return uow.accounts.get(person.federation, person.id) or Account(person.federation, person.id)


def way_in(uow: UnitOfWork, office: Office, person: Person) -> WayIn:
    """Tell how somebody comes in."""
    account = of(uow, person)
    until = account.until if account.invitation else None
    return WayIn(bool(account.password), until, until is not None and until >= office.now())


# --- invitations ----------------------------------------------------------------------------------------


def invite(uow: UnitOfWork, office: Office, person: Person, *, anew: bool = False) -> Invitation:
    """Invite somebody to choose a password; an invitation made before opens nothing from then on.

    Args:
        anew: the password, codes and sessions they have count no more: the telephone is lost, or somebody else has it.

    Raises:
        NotPossible: they no longer work here (`why` is "not_active").
    """
    if not person.active:
        raise NotPossible(why="not_active", name=person.id)
    account = of(uow, person)
    known = bool(account.password)
    if anew:
        account = Account(person.federation, person.id)
        sessions.end_all(uow, SessionKind.PERSON, person.federation, person.id)
    word = signed_words.made(office, _PURPOSE)
    until = office.now() + INVITED_FOR
    uow.accounts.put(replace(account, invitation=signed_words.hashed(office, _PURPOSE, word), until=until))
    return Invitation(person, word, until, name_of(uow, person), known)


def withdraw(uow: UnitOfWork, person: Person) -> None:
    """Take back the invitation that somebody has under way, or that ran out; what they sign in by stays."""
    account = of(uow, person)
    if account.invitation:
        uow.accounts.put(replace(account, invitation="", until=None))


def leave(uow: UnitOfWork, person: Person) -> None:
    """End what somebody has open who no longer works here, so that it is not there again should they come back."""
    withdraw(uow, person)
    sessions.end_all(uow, SessionKind.PERSON, person.federation, person.id)


def invited(uow: UnitOfWork, office: Office, word: str) -> Person | None:
    """Tell whom the word of a link invites; None when it is forged, used, replaced or too old. Changes nothing."""
    found = _invited(uow, office, word)
    return found[1] if found else None


def take_up(uow: UnitOfWork, office: Office, word: str, password: str) -> Person:
    """Let an invitation set a password; it opens nothing afterwards, and every session of that person ends.

    Args:
        password: what it was hashed to.

    Raises:
        NotFound: the invitation opens nothing.
    """
    found = _invited(uow, office, word)
    if found is None:
        raise NotFound(what="invitation", name="")
    account, person = found
    uow.accounts.put(replace(account, password=password, invitation="", until=None))
    sessions.end_all(uow, SessionKind.PERSON, person.federation, person.id)
    return person


def _invited(uow: UnitOfWork, office: Office, word: str) -> tuple[Account, Person] | None:
    if not signed_words.is_ours(office, _PURPOSE, word):
        return None
    account = uow.accounts.invited(signed_words.hashed(office, _PURPOSE, word))
    if account is None or account.until is None or account.until < office.now():
        return None
    people = uow.people.persons(account.federation)
    person = next((p for p in people if p.id == account.person and p.active), None)
    return (account, person) if person else None


# --- passwords ------------------------------------------------------------------------------------------


def set_password(uow: UnitOfWork, person: Person, password: str) -> None:
    """Change somebody's password; every session they have ends, so the caller begins a new one for whoever is there.

    Args:
        password: what it was hashed to.
    """
    uow.accounts.put(replace(of(uow, person), password=password))
    sessions.end_all(uow, SessionKind.PERSON, person.federation, person.id)


def rehash(uow: UnitOfWork, person: Person, old: str, new: str) -> None:
    """Keep the same password hashed at today's cost, unless it was changed meanwhile."""
    account = of(uow, person)
    if account.password == old:
        uow.accounts.put(replace(account, password=new))


# --- one-time codes -------------------------------------------------------------------------------------


def switch_on(uow: UnitOfWork, office: Office, person: Person, secret: str, step: int) -> tuple[str, ...]:
    """Switch one-time codes on, and give the recovery codes, which are not to be had again.

    Every session they have ends, as none was begun with a code: the caller begins a new one for whoever is there.

    Args:
        secret: what the codes are counted from.
        step: the step of time of the code that was shown; it is spent.
    """
    account = of(uow, person)
    sealed = office.keys.seal(secret.encode(), account.context)
    codes, hashes = _recovery(office, person)
    uow.accounts.put(replace(account, secret=sealed, step=step, recovery=hashes))
    sessions.end_all(uow, SessionKind.PERSON, person.federation, person.id)
    return codes


def switch_off(uow: UnitOfWork, person: Person) -> None:
    """Switch one-time codes off; what they were counted from is gone."""
    uow.accounts.put(replace(of(uow, person), secret=None, step=0, recovery=()))


def secret_of(office: Office, account: Account) -> str:
    """Give what somebody's one-time codes are counted from; "" where they are not switched on."""
    return office.keys.open(account.secret, account.context).decode() if account.secret else ""


def spend_step(uow: UnitOfWork, person: Person, step: int) -> bool:
    """Spend a step of time and all before it; tell whether it was there to spend."""
    account = of(uow, person)
    if account.secret is None or step <= account.step:
        return False
    uow.accounts.put(replace(account, step=step))
    return True


def spend_recovery(uow: UnitOfWork, office: Office, person: Person, typed: str) -> bool:
    """Spend a recovery code; tell whether it was one that is left."""
    account = of(uow, person)
    hashed = _recovery_hash(office, person, typed)
    if account.secret is None or hashed not in account.recovery:
        return False
    uow.accounts.put(replace(account, recovery=tuple(code for code in account.recovery if code != hashed)))
    return True


def new_recovery(uow: UnitOfWork, office: Office, person: Person) -> tuple[str, ...]:
    """Make recovery codes in the place of those before.

    Raises:
        NotPossible: one-time codes are not switched on (`why` is "codes_off").
    """
    account = of(uow, person)
    if account.secret is None:
        raise NotPossible(why="codes_off")
    codes, hashes = _recovery(office, person)
    uow.accounts.put(replace(account, recovery=hashes))
    return codes


def _recovery(office: Office, person: Person) -> tuple[tuple[str, ...], tuple[str, ...]]:
    codes = tuple(f"{_some()}-{_some()}" for _ in range(RECOVERY_CODES))
    return codes, tuple(_recovery_hash(office, person, code) for code in codes)


def _some() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(_HALF))


def _recovery_hash(office: Office, person: Person, typed: str) -> str:
    code = "".join(sign for sign in typed.casefold() if sign in _ALPHABET)
    return office.keys.mac("recovery code", person.federation, person.id, code).hex()
