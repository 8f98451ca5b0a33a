"""Which partners that a case is with cannot read it yet, and which have a link and have not been told of it?"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from lexheller.model.case import Referral
from lexheller.model.codes import Role
from lexheller.model.partner_link import PartnerLink
from lexheller.services import links
from lexheller.services.office import local_day
from lexheller.services.reading import CaseView
from lexheller.web.page import house
from lexheller.web.visitors import desk

_SENDING = frozenset({"consult", "refer"})


class Missing(NamedTuple):
    """Names of partners without a way in, and of those whose link is older than the sending and unread since."""

    linkless: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()


def missing(view: CaseView) -> Missing:
    """Name the partners that are to be given a link, for whoever may give it.

    Who has an account is told by the inbox. Who is not to answer and has no address either is told in other ways, such
    as at a meeting.
    """
    me, case = desk().me, view.case
    if not case.open_referrals() or not case.shown or case.closed is not None:
        return Missing()
    if not me.has(Role.PROCESS_LEADER) or case.federation != me.federation:
        return Missing()
    held: dict[str, list[PartnerLink]] = {}
    for link in links.open_now(desk().links(), house().office.now()):
        held.setdefault(link.recipient, []).append(link)
    here = {p.organisation for p in desk().people() if p.active and Role.PARTNER in p.roles}
    awaited, latest = {r.recipient for r in case.awaited()}, {r.recipient: r for r in case.open_referrals()}
    linkless, untold = [], []
    for each in desk().recipients():
        if each.key not in latest or each.organisation in here or not (each.email or each.key in awaited):
            continue
        if each.id not in held:
            linkless.append(each.name)
        elif not any(_tells(link, _sent_at(view, latest[each.key])) for link in held[each.id]):
            untold.append(each.name)
    return Missing(tuple(linkless), tuple(untold))


def _sent_at(view: CaseView, referral: Referral) -> datetime | None:
    """Tell when a case was sent: a referral itself knows the day alone."""
    return min((e.at for e in view.history if e.step in _SENDING and local_day(e.at) == referral.sent), default=None)


def _tells(link: PartnerLink, sent: datetime | None) -> bool:
    """Tell whether a link was given, or used, since a case was sent."""
    return sent is None or max(link.made, link.read or link.made) >= sent
