"""How is a letter handed to the mail server? At once, while somebody waits; what goes wrong is said in plain words."""

from __future__ import annotations

import smtplib
import ssl
from contextlib import suppress
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP as LINES
from email.utils import format_datetime, make_msgid

from lexheller.delivery.letters import Letter
from lexheller.delivery.server import Security, Server
from lexheller.errors import NotPossible


def send(server: Server, letter: Letter, now: datetime | None = None) -> str:
    """Hand a letter to the mail server; give the Message-ID it went under.

    Nothing is kept and nothing tried again: whoever waits asks once more.

    Raises:
        NotPossible: it was not taken; `why` is "mail_unreachable", "mail_unsafe", "mail_sign_in", "mail_address" or
            "mail_refused", with `host` and `port`.
    """
    message = _message(server, letter, now or datetime.now(UTC))
    where = {"host": server.host, "port": server.at}
    try:
        with _reached(server) as link:
            if server.user:
                link.login(server.user, server.password)
            link.send_message(message)
    except smtplib.SMTPAuthenticationError:
        raise NotPossible(why="mail_sign_in", **where) from None
    except (ssl.SSLError, smtplib.SMTPNotSupportedError):
        raise NotPossible(why="mail_unsafe", **where) from None
    except smtplib.SMTPRecipientsRefused:
        raise NotPossible(why="mail_address", **where) from None
    except smtplib.SMTPConnectError:
        raise NotPossible(why="mail_unreachable", **where) from None
    except smtplib.SMTPException:
        raise NotPossible(why="mail_refused", **where) from None
    except OSError:
        raise NotPossible(why="mail_unreachable", **where) from None
    return str(message["Message-ID"])


def _reached(server: Server) -> smtplib.SMTP:
    """Connect, under TLS where that is asked for: never in the open instead."""
    context = ssl.create_default_context()
    if server.security is Security.TLS:
        return smtplib.SMTP_SSL(server.host, server.at, timeout=server.patience, context=context)
    link = smtplib.SMTP(server.host, server.at, timeout=server.patience)
    if server.security is Security.STARTTLS:
        try:
            link.starttls(context=context)
        except BaseException:
            with suppress(smtplib.SMTPException, OSError):
                link.close()
            raise
    return link


def _message(server: Server, letter: Letter, now: datetime) -> EmailMessage:
    message = EmailMessage(LINES)
    message["From"] = server.sender
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = make_msgid(domain=server.sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence shall answer it
    message["X-Auto-Response-Suppress"] = "All"  # what Exchange listens to
    message.set_content(letter.text, cte="quoted-printable")  # every server passes it on as it is
    message["Content-Language"] = letter.language
    return message
