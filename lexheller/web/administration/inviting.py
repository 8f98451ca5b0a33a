"""How does an administrator let somebody in, see who has come in, and take an invitation back?"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from flask import request, session

from lexheller.desk.post import invitation
from lexheller.errors import NotPossible
from lexheller.i18n.choices import sentence
from lexheller.i18n.dates import long_date
from lexheller.i18n.words import Words, words_for
from lexheller.model.codes import Role
from lexheller.services.office import local_day
from lexheller.web.access import Room, person
from lexheller.web.page import away, house, page
from lexheller.web.visitors import desk

if TYPE_CHECKING:
    from flask import Response
    from werkzeug.wrappers import Response as AnyResponse

    from lexheller.services.accounts import Invitation, WayIn

log = logging.getLogger("lexheller.web")

room = Room("inviting", __name__, template_folder="templates")

ONE = person(Role.ADMINISTRATOR, finds="place")
WITHDRAWN = "invitation_withdrawn"
"""That an invitation has just been taken back, to be told once."""


@room.page("/administration/personer/om/<key>/bjud-in", ONE, post=True)
def invite(key: str) -> Response:
    """Invite somebody to choose a password; the link is shown on this page and never again."""
    made = desk().invite(key, anew=request.form.get("anew") == "yes")
    link = f"{house().settings.address}/inbjudan/{made.word}"
    return page("administration/invited.html", made=made, link=link, mailed=_mailed(made, link))


@room.page("/administration/personer/om/<key>/ta-tillbaka", ONE, post=True)
def withdraw(key: str) -> AnyResponse:
    """Take back the invitation that somebody has under way."""
    desk().withdraw_invitation(key)
    session[WITHDRAWN] = "yes"
    return away("administration.one", kind="personer", key=key)


def _mailed(made: Invitation, link: str) -> str:
    """Mail the link where that can be done; say what came of it: "mailed", "refused", "give" where nothing was sent."""
    settings, to = house().settings, made.person.email
    if settings.mail is None or not to:
        return "give"
    from lexheller.delivery.smtp import send

    home = next(f for f in desk().federations() if f.id == made.person.federation)
    said = words_for(settings.language).called(house().own.of(home.id))
    try:
        send(settings.mail, invitation(said, home, made, link))
    except NotPossible as error:  # it is shown: whoever asked can hand it over
        log.error("no invitation mailed: %s", error.data["why"])  # noqa: TRY400  # its kind alone, no trace
        return "refused"
    return "mailed"


def ways_in(ways: Mapping[str, WayIn], said: Words) -> dict[str, str]:
    """Say of each person, by id, whether they have an account and what became of their invitation."""
    return {who: sentence(" · ".join(_told(way, said))) for who, way in ways.items()}


def _told(way: WayIn, said: Words) -> Iterator[str]:
    if way.account:
        yield said("web.administration.account.has")
    if way.until:
        day = long_date(local_day(way.until), said.language)
        yield said("web.administration.account.invited" if way.opens else "web.administration.account.lapsed", day=day)
    if not (way.account or way.until):
        yield said("web.administration.account.none")
