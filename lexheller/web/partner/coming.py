"""How does a partner come in? A link, a button, a code in a letter of its own; opening the link does nothing.

A link that is forged, withdrawn or too old gives one and the same page, and so do all codes that are not right.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from flask import Response, abort, current_app, request, session

from lexheller.desk.post import mail_code
from lexheller.errors import NotPossible
from lexheller.forms.wording import sentences
from lexheller.model.partner_link import PartnerLink
from lexheller.model.people import Federation, Recipient
from lexheller.model.session import SessionKind
from lexheller.services import links
from lexheller.services.ports import UnitOfWork
from lexheller.web.access import ANYBODY, PARTNER, Access, Room, Who
from lexheller.web.page import away, house, page, words
from lexheller.web.rates import Rates
from lexheller.web.visitors import farewell, welcome

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

log = logging.getLogger("lexheller.web")
room = Room("letter", __name__, template_folder="templates")

LETTER: Final = Access(Who.ANYBODY, finds="link")
TRIES: Final = "20 per 10 minutes; 150 per day"
"""From one address block: codes asked for, and codes typed."""
_RATES: Final = "lexheller.partner_rates"
_SHOWN: Final = "demo_code"
_AGAIN: Final = "code_again"
room.record_once(lambda state: state.app.extensions.setdefault(_RATES, Rates({"partner": TRIES})))


@dataclass(frozen=True, slots=True)
class Letter:
    """A link that may be used, whom it is for, and who answers for it."""

    link: PartnerLink
    recipient: Recipient
    home: Federation

    @property
    def domain(self) -> str:
        """Tell where codes go, as far as whoever holds the link may know."""
        return links.domain(links.address_of(self.link, self.recipient))


def letter_of(uow: UnitOfWork, link: PartnerLink) -> Letter | None:
    """Read what belongs to a link."""
    recipient = links.recipient_of(uow, link)
    home = next((f for f in uow.people.federations() if f.id == link.federation), None)
    return Letter(link, recipient, home) if recipient and home else None


def _opened(word: str) -> Letter | None:
    def work(uow: UnitOfWork) -> Letter | None:
        link = links.opened(uow, house().office, word)
        return letter_of(uow, link) if link else None

    return house().store.read(work)


def _gone() -> Response:
    return page("partner/gone.html", 404)


def _too_many() -> bool:
    """Count a try, and tell whether there have been too many from here."""
    rates = cast("Rates", current_app.extensions[_RATES])
    where = request.remote_addr or ""
    if not rates.allows("partner", where):
        return True
    rates.count("partner", where)
    return False


def _refused(word: str) -> Letter:
    """Find the letter of whoever has tried too often, who is told whom to ring; without one there is nothing to say."""
    return _opened(word) or abort(429)


@room.page("/part/brev/<word>", LETTER)
def letter(word: str) -> Response:
    """Say whom the link is for, and offer to mail a code; changes nothing."""
    found = _opened(word)
    return page("partner/letter.html", letter=found, word=word, wrong=()) if found else _gone()


@room.page("/part/brev/<word>", LETTER, post=True, endpoint="send_code")
def send_code(word: str) -> AnyResponse:
    """Mail a code to the address that is registered."""
    if _too_many():
        told = words()("web.partner.too_many")
        return page("partner/letter.html", 429, letter=_refused(word), word=word, wrong=(told,))
    office = house().office

    def work(uow: UnitOfWork) -> tuple[Letter | None, str | None]:
        link = links.opened(uow, office, word)
        if link is None:
            return None, None
        return letter_of(uow, link), links.code_for(uow, office, link)

    found, code = house().store.write(work)
    if found is None:
        return _gone()
    if code is None:
        return page("partner/letter.html", 429, letter=found, word=word, wrong=(words()("web.partner.enough"),))
    session[_AGAIN] = "again" in request.form
    settings = house().settings
    if settings.mail is None and current_app.extensions["lexheller.demo"]:
        session[_SHOWN] = code  # sample people have no mail
        return away("letter.code", word=word)
    try:
        mail_code(settings, found.home, links.address_of(found.link, found.recipient), code)
    except NotPossible as error:
        log.error("no code mailed: %s", error.data["why"])  # noqa: TRY400  # its kind alone, no trace
        told = words()("web.partner.not_mailed") if error.data["why"] != "no_mail" else sentences(error, words())[0]
        return page("partner/letter.html", 503, letter=found, word=word, wrong=(told,))
    return away("letter.code", word=word)


@room.page("/part/brev/<word>/kod", LETTER)
def code(word: str) -> Response:
    """Ask for the code."""
    found = _opened(word)
    return _asked(found, word, again=bool(session.pop(_AGAIN, False))) if found else _gone()


def _asked(found: Letter, word: str, status: int = 200, wrong: str = "", *, again: bool = False) -> Response:
    shown = session.get(_SHOWN, "") if current_app.extensions["lexheller.demo"] and found.link.code else ""
    return page("partner/code.html", status, letter=found, word=word, wrong=wrong, shown=shown, again=again)


@room.page("/part/brev/<word>/kod", LETTER, post=True, endpoint="come_in")
def come_in(word: str) -> AnyResponse:
    """Let somebody in by the code; wrong, used up and too old are answered alike."""
    if _too_many():
        return _asked(_refused(word), word, 429, words()("web.partner.too_many"))
    office = house().office
    typed = request.form.get("code", "")[:40]
    link = house().store.write(lambda uow: links.let_in(uow, office, word, typed))
    if link is None:
        found = _opened(word)
        return _asked(found, word, 422, words()("web.partner.code.wrong")) if found else _gone()
    session.pop(_SHOWN, None)
    return welcome(away("partner.sent"), SessionKind.PARTNER, link.federation, link.id)


@room.page("/part/lamna", PARTNER, post=True)
def leave() -> AnyResponse:
    """Let the browser forget."""
    return farewell(away("letter.left"), SessionKind.PARTNER)


@room.page("/part/klart", ANYBODY)
def left() -> Response:
    """Say that nobody is in any longer."""
    return page("partner/left.html")
