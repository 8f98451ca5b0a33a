"""`lexheller invite`: how does somebody come to sign in on the web? By a link that opens once."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING

from lexheller.cli import output
from lexheller.cli.frame import Session, argument, command, json_option, option, with_session
from lexheller.i18n.dates import long_date
from lexheller.services.office import local_day

if TYPE_CHECKING:
    from lexheller.i18n.words import Words
    from lexheller.services.accounts import Invitation
    from lexheller.settings import Settings


@command("invite", "lexheller invite birgitta", "lexheller invite birgitta --anew")
@argument("person", meta="person")
@option("--anew", is_flag=True, words="anew")
@option("--no-mail", is_flag=True, words="no_mail")
@json_option
@with_session
def invite(session: Session, person: str, anew: bool, no_mail: bool, as_json: bool) -> None:
    """Make a link, show it, and mail it where there is mail and an address."""
    from lexheller.app.doctor import web_is_installed

    words, settings = session.words, session.settings
    with closing(session.desk()) as desk:
        made = desk.invite(person, anew=anew)
        home = next(f for f in desk.federations() if f.id == made.person.federation)
    thing = {"person": made.person.id, "link": link_of(settings, made), "until": local_day(made.until).isoformat()}
    output.one(thing, told(words, "invite.link", settings, made), as_json=as_json)
    if not web_is_installed():
        output.aside(words("invite.no_web"))
    to = made.person.email
    if no_mail or not to or settings.mail is None:
        return
    sys.stdout.flush()  # should the mail fail, the link has been shown

    from lexheller.delivery.smtp import send
    from lexheller.desk.post import invitation

    send(settings.mail, invitation(words, home, made, link_of(settings, made)))
    output.aside(words("invite.mailed", address=to))


def link_of(settings: Settings, made: Invitation) -> str:
    """Give the address that an invitation opens by."""
    return f"{settings.address}/inbjudan/{made.word}"


def told(words: Words, key: str, settings: Settings, made: Invitation) -> str:
    """Tell of an invitation in one sentence, with its link last."""
    until = long_date(local_day(made.until), words.language)
    return words(key, name=made.person.name, until=until, link=link_of(settings, made))
