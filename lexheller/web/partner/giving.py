"""Who has a link, until when, and was it used? Here a process leader gives links, renews them and takes them back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from flask import Response, request, session

from lexheller.desk.links import LinkGiven
from lexheller.model.codes import Role
from lexheller.model.partner_link import PartnerLink
from lexheller.model.people import Recipient
from lexheller.services import links
from lexheller.web.access import Room, person
from lexheller.web.page import away, house, page
from lexheller.web.visitors import desk

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

room = Room("links", __name__, template_folder="templates")

LEADERS: Final = person(Role.PROCESS_LEADER)
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
    known, now = desk().links(), house().office.now()
    held = []
    for recipient in sorted(desk().recipients(), key=lambda r: (not r.email, r.name)):
        mine = [link for link in known if link.recipient == recipient.id]
        current = links.open_now(mine, now)
        held.append(Held(recipient, current, len(mine) - len(current)))
    withdrawn = bool(session.pop(_WITHDRAWN, None))
    return page("partner/links.html", held=held, given=given, withdrawn=withdrawn)


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
