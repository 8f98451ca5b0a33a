"""`lexheller sendtestmail`: do letters leave the house?"""

from __future__ import annotations

from lexheller.cli import output
from lexheller.cli.frame import Session, argument, command, json_option, with_session
from lexheller.errors import NotPossible


@command("sendtestmail", "lexheller sendtestmail elsa@example.org")
@argument("address", meta="mail")
@json_option
@with_session
def sendtestmail(session: Session, address: str, as_json: bool) -> None:
    """Send a short letter."""
    from lexheller.delivery.letters import letter
    from lexheller.delivery.smtp import send

    server = session.settings.mail
    if server is None:
        raise NotPossible(why="no_mail")
    number = send(server, letter(session.words, "test", address))
    thing = {"address": address, "message_id": number}
    output.one(thing, session.words("mail.tested", host=server.host, address=address), as_json=as_json)
