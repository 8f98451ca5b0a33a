"""How does a letter leave that somebody waits for to get in? In the house's language, to the server that is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lexheller.errors import NotPossible
from lexheller.i18n.dates import long_date
from lexheller.i18n.words import words_for
from lexheller.model.people import Federation
from lexheller.services.links import Made
from lexheller.services.office import local_day
from lexheller.settings import Settings

if TYPE_CHECKING:
    from lexheller.delivery.letters import Letter
    from lexheller.i18n.words import Words
    from lexheller.services.accounts import Invitation


def mail(settings: Settings, kind: str, to: str, **values: object) -> None:
    """Write a letter of a kind and hand it to the mail server.

    Raises:
        NotPossible: no server is set (`why` is "no_mail"), or it did not take the letter.
    """
    if settings.mail is None:
        raise NotPossible(why="no_mail")
    from lexheller.delivery.letters import letter
    from lexheller.delivery.smtp import send  # brings much along that other commands do without

    send(settings.mail, letter(words_for(settings.language), kind, to, **values))


def invitation(words: Words, home: Federation, made: Invitation, address: str) -> Letter:
    """Write the letter that invites somebody: the link, the name to sign in with, and whom to ask."""
    from lexheller.delivery.letters import letter

    asked = ", ".join(filter(None, (home.contact_name, home.contact_phone))) or home.name
    until = long_date(local_day(made.until), words.language)
    return letter(
        words,
        "invitation_again" if made.known else "invitation",
        made.person.email,
        who=made.person.name,
        federation=home.name,
        address=address,
        until=until,
        name=made.name,
        asked=asked,
    )


def address_of(settings: Settings, made: Made) -> str:
    """Give the address that a partner's link opens by."""
    return f"{settings.address}/part/brev/{made.word}"


def mail_link(settings: Settings, home: Federation, made: Made) -> None:
    """Mail a partner's link, with whom to ring about it; it tells nothing of any case.

    Raises:
        NotPossible: as `mail`.
    """
    mail(
        settings,
        "partner_passed" if made.link.passed_from else "partner_link",
        made.to,
        recipient=made.recipient.name,
        federation=home.name,
        name=home.contact_name,
        phone=home.contact_phone,
        address=address_of(settings, made),
        until=long_date(local_day(made.link.until), settings.language),
    )


def mail_code(settings: Settings, home: Federation, to: str, code: str) -> None:
    """Mail the code that a partner's link asks for.

    Raises:
        NotPossible: as `mail`.
    """
    spaced = f"{code[:3]} {code[3:]}"
    mail(
        settings,
        "partner_code",
        to,
        code=spaced,
        federation=home.name,
        name=home.contact_name,
        phone=home.contact_phone,
    )
