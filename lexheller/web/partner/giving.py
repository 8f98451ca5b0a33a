"""Who has a link, until when, and was it used? Here a process leader gives links, renews them and takes them back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from flask import Response, abort, request, session

from lexheller.desk.links import LinkGiven
from lexheller.model.codes import ReferralState, Role
from lexheller.model.partner_link import PartnerLink
from lexheller.model.people import Recipient
from lexheller.services import links
from lexheller.services.reading import CaseView
from lexheller.web.access import Room, person
from lexheller.web.page import away, house, page
from lexheller.web.visitors import desk

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

room = Room("links", __name__, template_folder="templates")

LEADERS: Final = person(Role.PROCESS_LEADER)
CASE: Final = person(Role.PROCESS_LEADER, finds="case")
_WITHDRAWN: Final = "link_withdrawn"


@dataclass(frozen=True, slots=True)
class Held:
    """A recipient, the links that are theirs now, and how many have ended."""

    recipient: Recipient
    now: tuple[PartnerLink, ...]
    ended: int


@room.page("/lankar", LEADERS)
def listed() -> Response:
    """List recipients with their links."""
    return _listed()


def _listed(given: tuple[LinkGiven, ...] = ()) -> Response:
    recipients = sorted(desk().recipients(), key=lambda r: (not r.email, r.name))
    return _page([_held(recipient) for recipient in recipients], given)


def _held(recipient: Recipient) -> Held:
    """Gather a recipient's links: each opens everything that the recipient was sent, whatever it was given with."""
    mine = [link for link in desk().links() if link.recipient == recipient.id]
    current = links.open_now(mine, house().office.now())
    return Held(recipient, current, len(mine) - len(current))


def _page(held: list[Held], given: tuple[LinkGiven, ...], view: CaseView | None = None) -> Response:
    home = next(each for each in desk().federations() if each.id == desk().me.federation)
    withdrawn = bool(session.pop(_WITHDRAWN, None))
    lacks = _lacks(view) if view else ""
    return page("partner/links.html", held=held, given=given, withdrawn=withdrawn, view=view, home=home, lacks=lacks)


def _lacks(view: CaseView) -> str:
    """Name what keeps a case from being read by anybody who could get a link."""
    case = view.case
    if case.blocked:
        return "blocked"
    sent = any(each.state is not ReferralState.TAKEN_BACK for each in case.referrals)
    if case.shown or not sent or case.closed is not None:
        return "with_nobody"
    return "second_person" if case.attest_asked_by else "unattested"


@room.page("/lankar", LEADERS, post=True, endpoint="give")
def give() -> AnyResponse:
    """Give a link; it is shown on this page and never again."""
    return _listed(desk().give_links(request.form.get("to", "")))


@room.page("/lankar/dra-in", LEADERS, post=True)
def withdraw() -> AnyResponse:
    """Take a link back."""
    desk().end_links(request.form.get("link", ""))
    session[_WITHDRAWN] = True
    return away("links.listed")


@room.page("/arenden/<number>/lankar", CASE)
def of_case(number: str) -> Response:
    """Show who has a link to one case, and whom to call about whether its letter is genuine."""
    return _of_case(_own(number))


@room.page("/arenden/<number>/lankar", CASE, post=True, endpoint="give_of_case")
def give_of_case(number: str) -> AnyResponse:
    """Give everybody who has the case a new link, or take one back."""
    view = _own(number)
    if link := request.form.get("link", ""):
        desk().end_links(link)
        session[_WITHDRAWN] = True
        return away("links.of_case", number=number)
    return _of_case(view, desk().give_links(number)) if _with(view) else _of_case(view)


def _own(number: str) -> CaseView:
    """Find a case of this process leader's own federation: one that others share has links of theirs."""
    view = desk().case(number)
    return view if view.case.federation == desk().me.federation else abort(404)


def _with(view: CaseView) -> list[Recipient]:
    """List whom a case is with and may be read by now."""
    if not view.case.shown:
        return []
    keys = {each.recipient for each in view.case.referrals if each.state is not ReferralState.TAKEN_BACK}
    return [each for each in desk().recipients() if each.key in keys]


def _of_case(view: CaseView, given: tuple[LinkGiven, ...] = ()) -> Response:
    return _page([_held(recipient) for recipient in _with(view)], given, view)
