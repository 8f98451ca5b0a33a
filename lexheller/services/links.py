"""How does a partner come in without an account? By a link, and a code sent to the address the recipient registered.

Of links and codes only keyed hashes are kept. Opening a link changes nothing, since programs that look through mail
open links too. A wrong code, one that is too old, and one that was used up are answered alike.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from lexheller.errors import NotFound, NotPossible
from lexheller.model.case import Case
from lexheller.model.codes import ReferralState, Role
from lexheller.model.partner_link import PartnerLink
from lexheller.model.people import Recipient, Viewer
from lexheller.model.session import SessionKind
from lexheller.services import sessions, signed_words
from lexheller.services.office import STOCKHOLM, Office
from lexheller.services.ports import UnitOfWork

LASTS: Final = timedelta(days=60)
CODE_LASTS: Final = timedelta(minutes=15)
TRIES: Final = 5
CODES_A_DAY: Final = 10
"""Somebody who holds a link may try 50 of a million codes a day, and its owner gets ten letters that say so."""
_DIGITS: Final = 6
_PURPOSE: Final = "partner link"


@dataclass(frozen=True, slots=True)
class Made:
    """A link that was just made.

    Args:
        word: what stands in the link; it is kept nowhere.
        to: the address that its letter goes to, and that codes are mailed to.
    """

    link: PartnerLink
    recipient: Recipient
    to: str
    word: str = field(repr=False)


# --- making and ending --------------------------------------------------------------------------------


def make(uow: UnitOfWork, office: Office, recipient: Recipient, *, by: str, case: str = "") -> Made:
    """Make a link for a recipient; the one they had for the same opens nothing from then on.

    Args:
        by: the person who gives it.
        case: the case it is sent with.

    Raises:
        NotPossible: the recipient has no registered address (`why` is "no_address").
    """
    if not recipient.email:
        raise NotPossible(why="no_address", name=recipient.name)
    for old in uow.partner_links.of(recipient.federation):
        if old.recipient == recipient.id and not old.email and old.case == case and old.opens(office.now()):
            end(uow, office, old, "renewed")
    found = uow.cases.find(case) if case else None
    days = _awaited(found, recipient) if found else []
    until = max(office.now() + LASTS, *map(_end_of, days)) if days else None
    return _made(uow, office, recipient, made_by=by, case=case, until=until)


def pass_on(uow: UnitOfWork, office: Office, link: PartnerLink, email: str) -> Made:
    """Give a colleague a link of their own; it ends no later than the one it was passed on from.

    Raises:
        NotPossible: the address is not of the same organisation (`why` is "other_organisation").
        NotFound: the link opens nothing any longer.
    """
    recipient = recipient_of(uow, link)
    if recipient is None or not link.opens(office.now()):
        raise NotFound(what="link", name="")
    to = email.strip()
    if not to or domain(to) != domain(recipient.email):
        raise NotPossible(why="other_organisation", name=domain(recipient.email))
    for old in uow.partner_links.of(link.federation):
        if old.recipient == link.recipient and old.email.casefold() == to.casefold() and old.opens(office.now()):
            end(uow, office, old, "renewed")
    return _made(uow, office, recipient, email=to, case=link.case, passed_from=link.id, until=link.until)


def _made(
    uow: UnitOfWork,
    office: Office,
    recipient: Recipient,
    *,
    made_by: str = "",
    case: str = "",
    email: str = "",
    passed_from: str = "",
    until: datetime | None = None,
) -> Made:
    word = signed_words.made(office, _PURPOSE)
    now = office.now()
    link = PartnerLink(
        federation=recipient.federation,
        id=secrets.token_hex(8),
        recipient=recipient.id,
        word=signed_words.hashed(office, _PURPOSE, word),
        made=now,
        until=until or now + LASTS,
        email=email,
        case=case,
        made_by=made_by,
        passed_from=passed_from,
    )
    uow.partner_links.put(link)
    return Made(link, recipient, email or recipient.email, word)


def end(uow: UnitOfWork, office: Office, link: PartnerLink, why: str) -> None:
    """End a link and whatever sessions it has opened."""
    uow.partner_links.put(replace(link, ended=office.now(), why=why, code="", code_until=None))
    sessions.end_all(uow, SessionKind.PARTNER, link.federation, link.id)


def lengthen(uow: UnitOfWork, office: Office, case: Case) -> None:
    """Let the links of whoever was given more time open until they are to answer; those passed on, too."""
    ends = {
        recipient.id: max(map(_end_of, days)) for recipient in sent_to(uow, case) if (days := _awaited(case, recipient))
    }
    for link in open_now(uow.partner_links.of(case.federation), office.now()):
        if link.until < ends.get(link.recipient, link.until):
            uow.partner_links.put(replace(link, until=ends[link.recipient]))


def _awaited(case: Case, recipient: Recipient) -> list[date]:
    """List the last days on which a recipient may answer in a case."""
    return [r.due for r in case.open_referrals() if r.recipient == recipient.key and r.due]


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), STOCKHOLM).astimezone(UTC)


def stop(uow: UnitOfWork, office: Office, case: Case) -> None:
    """End the links that were sent with a case: it is blocked."""
    for link in uow.partner_links.of(case.federation):
        if link.case == case.number and link.opens(office.now()):
            end(uow, office, link, "blocked")


def renew(uow: UnitOfWork, office: Office, case: Case, by: str) -> tuple[Made, ...]:
    """Make new links for those whose links ended when the case was blocked."""
    stopped = {
        link.recipient
        for link in uow.partner_links.of(case.federation)
        if link.case == case.number and link.why == "blocked" and not link.email
    }
    had = (r for r in sent_to(uow, case) if r.id in stopped and r.email)
    return tuple(make(uow, office, recipient, by=by, case=case.number) for recipient in had)


def sent_to(uow: UnitOfWork, case: Case) -> tuple[Recipient, ...]:
    """List the recipients that a case is with."""
    keys = {r.recipient for r in case.referrals if r.state is not ReferralState.TAKEN_BACK}
    return tuple(r for r in uow.people.recipients(case.federation) if r.key in keys)


# --- coming in ----------------------------------------------------------------------------------------


def opened(uow: UnitOfWork, office: Office, word: str) -> PartnerLink | None:
    """Find the link of a word; None when it is forged, withdrawn or too old. Changes nothing."""
    ours = signed_words.is_ours(office, _PURPOSE, word)
    link = uow.partner_links.find(signed_words.hashed(office, _PURPOSE, word)) if ours else None
    return link if link and link.opens(office.now()) and recipient_of(uow, link) else None


def standing(uow: UnitOfWork, office: Office, federation: str, link: str) -> PartnerLink | None:
    """Find a link by its id, for a session; None when it opens nothing any longer."""
    found = uow.partner_links.get(federation, link)
    return found if found and found.opens(office.now()) and recipient_of(uow, found) else None


def code_for(uow: UnitOfWork, office: Office, link: PartnerLink) -> str | None:
    """Make a code for a link, in the place of the one before; None when enough were made today."""
    today = office.today()
    codes = link.codes if link.codes_on == today else 0
    if codes >= CODES_A_DAY:
        return None
    code = f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}d}"
    uow.partner_links.put(
        replace(
            link,
            code=_code_hash(office, link, code),
            code_until=office.now() + CODE_LASTS,
            tries=0,
            codes=codes + 1,
            codes_on=today,
        )
    )
    return code


def let_in(uow: UnitOfWork, office: Office, word: str, typed: str) -> PartnerLink | None:
    """Hold a typed code against the one that was mailed; right, it is used up. None for whatever is not right."""
    link = opened(uow, office, word)
    if link is None:
        return None
    now = office.now()
    fresh = bool(link.code) and link.code_until is not None and now < link.code_until
    digits = "".join(sign for sign in typed if sign.isdigit() and sign.isascii())
    right = hmac.compare_digest(link.code, _code_hash(office, link, digits))
    if not (fresh and right):
        tries = link.tries + 1
        uow.partner_links.put(replace(link, tries=tries, code=link.code if fresh and tries < TRIES else ""))
        return None
    read = replace(link, code="", code_until=None, tries=0, read=now)
    uow.partner_links.put(read)
    return read


def viewer(link: PartnerLink) -> Viewer:
    """Say who looks: the recipient, who sees what was sent to it and nothing else."""
    return Viewer(link.to, link.federation, frozenset({Role.PARTNER}), recipients=frozenset({link.to}))


def withheld(uow: UnitOfWork, link: PartnerLink, number: str) -> bool:
    """Tell whether a case is with a link's recipient and may not be read just now: its text is being gone over."""
    case = uow.cases.find(number)
    mine = case.referrals if case and case.federation == link.federation and not case.shown else ()
    return any(r.recipient == link.to and r.state is not ReferralState.TAKEN_BACK for r in mine)


def recipient_of(uow: UnitOfWork, link: PartnerLink) -> Recipient | None:
    """Find whom a link is for."""
    return next((r for r in uow.people.recipients(link.federation) if r.id == link.recipient), None)


def address_of(link: PartnerLink, recipient: Recipient) -> str:
    """Say where a link's codes are mailed to: the address registered now, or the colleague's."""
    return link.email or recipient.email


def domain(email: str) -> str:
    """Give what stands after the @ of an address."""
    return email.strip().rpartition("@")[2].casefold()


def open_now(found: Iterable[PartnerLink], now: datetime) -> tuple[PartnerLink, ...]:
    """Leave those that may be used."""
    return tuple(link for link in found if link.opens(now))


# --- what is kept of them -----------------------------------------------------------------------------


def _code_hash(office: Office, link: PartnerLink, code: str) -> str:
    return office.keys.mac("partner code", link.federation, link.id, code).hex()
