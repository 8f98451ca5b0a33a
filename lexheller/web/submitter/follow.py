"""How does somebody follow a case with its code? The code is typed into a form and then forgotten by the browser.

It stands in no address, cookie or log: a session of its own kind knows the keyed hash of the code, so that reloading,
the back button and the other language work without script, and a renewed code opens nothing from then on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from flask import Response, abort, current_app, g, request, session

from lexheller.desk.submitter import Given
from lexheller.errors import BadValue, GateStopped, NeedsUnmet, NotFound, NotOpen, Stale
from lexheller.forms.signs import shown_signs
from lexheller.model.codes import Helped
from lexheller.model.people import Federation
from lexheller.model.session import SessionKind
from lexheller.services.following import Followed
from lexheller.web.access import ANYBODY, SUBMITTER, Access, Room, Who
from lexheller.web.findings import ReadBack, asks_only, exchanged, marked, mistakes_in, place_of, read_back
from lexheller.web.numbers import version_in
from lexheller.web.page import away, house, language, page, words
from lexheller.web.rates import Rates
from lexheller.web.sealed import seal, unseal
from lexheller.web.submitter import standing
from lexheller.web.visitors import farewell, front, gate_of, welcome

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

    from lexheller.anonymity import Finding

room = Room("follow", __name__, template_folder="templates")

QUESTION = Access(Who.SUBMITTER, finds="question")
CODE_TRIES = "30 per 10 minutes; 200 per day"
"""Wrong codes from one address block. Codes of 100 bits are not guessed; this keeps the noise of trying down."""
_RATES = "lexheller.code_rates"
room.record_once(lambda state: state.app.extensions.setdefault(_RATES, Rates({"code": CODE_TRIES})))

TEXTS = {"say": "message", "helped": "note", "reopen": "reason"}
"""What a submitter may do with words, and the field that they stand in."""
ASKED_FIRST = {"dra-tillbaka": "withdraw", "kontaktuppgifter": "erase_contact", "dolj": "block"}
"""What is asked once more before it is done, by its address."""
PLACES = ("what_happened", "message", "feedback", "shared_text")
"""Where a submitter may say that something points somebody out."""
_KEPT = "kept words"
DONE = "done"


@dataclass(frozen=True, slots=True)
class Writing:
    """What somebody is writing on a case's page, and what keeps it from being sent."""

    step: str = ""
    text: str = ""
    helped: str = ""
    backs: tuple[ReadBack, ...] = ()
    wrong: str = ""
    vouched: bool = False
    note: str = ""
    where: tuple[str, ...] = field(default=())

    @property
    def amiss(self) -> bool:
        """Tell whether something is wrong with it."""
        return bool(self.backs or self.wrong)


@room.page("/folj", ANYBODY)
def ask() -> Response:
    """Ask for the code."""
    return _ask()


def _ask(
    status: int = 200, *, wrong: str = "", typed: str = "", kept: str = "", why: str = "web.code.not_opened"
) -> Response:
    homes = front().federations()
    return page("submitter/code.html", status, wrong=wrong, why=why, typed=typed, kept=kept, federations=homes)


@room.page("/folj", ANYBODY, post=True, endpoint="open")
def open_case() -> AnyResponse:
    """Open a case with its code, typed in any way; wrong, erased and foreign codes are all answered alike."""
    rates = cast("Rates", current_app.extensions[_RATES])
    address = request.remote_addr or ""
    if not rates.allows("code", address):
        abort(429)
    kept = request.form.get("kept", "")
    if not request.form.get("code", "").strip():
        return _ask(422, wrong=words()("web.code.none"), kept=kept)
    try:
        known = front().recognise(request.form.get("code", "")[:200])
    except NotFound:
        rates.count("code", address)
        return _ask(422, wrong=words()("web.code.wrong"), typed=request.form.get("code", "")[:200], kept=kept)
    seen = front().follow_known(known)
    writing = _kept(kept)
    if writing is not None:  # what was written before the session ended is there again, in the page alone
        return welcome(_shown(seen, writing, 200), SessionKind.SUBMITTER, seen.federation, known)
    return welcome(away("follow.case"), SessionKind.SUBMITTER, seen.federation, known)


@room.page("/folj/igen", ANYBODY, post=True)
def once_more() -> Response:
    """Ask for the code again where too long went by, and keep what was written."""
    step = request.form.get("do", "")
    text = request.form.get(TEXTS.get(step, ""), "").replace("\r\n", "\n")
    kept = seal(_KEPT, [step, text, request.form.get("helped", "")]) if text or step == "helped" else ""
    return _ask(422, wrong=words()("web.code.again"), kept=kept, why="web.code.asked_again")


def _kept(sealed: str) -> Writing | None:
    found = unseal(_KEPT, sealed) if sealed else None
    if not found:
        return None
    step, text, helped = found
    return Writing(step, text, helped, note="web.follow.still_here")


@room.page("/folj/arende", SUBMITTER)
def case() -> AnyResponse:
    """Show a case to the one who told it."""
    done = session.pop(DONE, "")
    return _with_case(lambda seen: _shown(seen, Writing(note=f"web.follow.done.{done}" if done else ""), 200))


@room.page("/folj/arende/<what>", QUESTION)
def sure(what: str) -> AnyResponse:
    """Ask once more before something that cannot be undone."""
    step = ASKED_FIRST.get(what) or abort(404)
    return _with_case(lambda seen: _asked(seen, step) if step in seen.can else away("follow.case"))


@room.page("/folj/arende", SUBMITTER, post=True)
def act() -> AnyResponse:
    """Do something with the case, and show it anew."""
    return _with_case(_acted)


@room.page("/folj/lamna", SUBMITTER, post=True)
def leave() -> AnyResponse:
    """Let the browser forget the case."""
    return farewell(away("start.start"), SessionKind.SUBMITTER)


def _with_case(work: Any) -> AnyResponse:
    try:
        return cast("AnyResponse", work(front().follow_known(g.session.name)))
    except NotFound:  # the code was renewed meanwhile
        return farewell(away("follow.ask"), SessionKind.SUBMITTER)


def _acted(seen: Followed) -> AnyResponse:
    form = request.form
    step = form.get("do", "")
    writing = Writing(
        step,
        form.get(TEXTS.get(step, ""), "").replace("\r\n", "\n").strip(),
        form.get("helped", ""),
        vouched=form.get("vouched") == "yes",
        where=tuple(form.getlist("where")),
    )
    if step not in TEXTS and step not in ASKED_FIRST.values():
        abort(400)
    if "fix" in form and step in TEXTS:
        return _fixed(seen, writing, form["fix"])
    version = version_in(form)
    try:
        front().do_known(g.session.name, step, _given(writing), version=version, vouched=writing.vouched)
    except GateStopped as stop:
        return _shown(seen, _stopped(writing, stop))
    except (BadValue, NeedsUnmet):
        return _lacking(seen, writing)
    except (Stale, NotOpen):
        return _moved_on(seen, writing)
    session[DONE] = step
    return away("follow.case")


def _given(writing: Writing) -> Given:
    given: dict[str, object] = {}
    if writing.step in TEXTS and writing.text:
        given[TEXTS[writing.step]] = writing.text
    if writing.step == "helped":
        given["helped"] = writing.helped
    if writing.step == "block":
        given["where"] = [place for place in writing.where if place in PLACES]
    return given


def _fixed(seen: Followed, writing: Writing, value: str) -> Response:
    place = place_of(value)
    text = exchanged(writing.text, place[1], place[2], gate_of(seen.federation)) if place else writing.text
    backs = read_back({TEXTS[writing.step]: text}, language(), gate_of(seen.federation))
    if backs:
        return _shown(seen, Writing(writing.step, text, writing.helped, backs, vouched=writing.vouched))
    return _shown(seen, Writing(writing.step, text, writing.helped, note="web.tell.fixed"), 200)


def _stopped(writing: Writing, stop: GateStopped) -> Writing:
    found: tuple[tuple[str, Finding], ...] = cast("Any", stop.data["findings"])
    key = TEXTS[writing.step]
    here = tuple(finding for name, finding in found if name == key)
    backs = marked({key: writing.text}, {key: here}, language())
    return Writing(writing.step, writing.text, writing.helped, backs, vouched=writing.vouched)


def _lacking(seen: Followed, writing: Writing) -> Response:
    said = words()(f"web.follow.lack.{writing.step}")
    if writing.step == "block":
        return _asked(seen, "block", said)
    return _shown(seen, Writing(writing.step, writing.text, writing.helped, wrong=said))


def _moved_on(seen: Followed, writing: Writing) -> AnyResponse:
    """Answer somebody whose case has moved: a second press of the same button is done already, else ask again."""
    own = [message.text for message in seen.messages if message.own]
    if writing.step not in TEXTS or (writing.step == "say" and own and own[-1] == writing.text):
        return away("follow.case")
    if writing.step not in seen.can or (writing.step == "helped" and seen.helped == writing.helped):
        return away("follow.case")
    return _shown(seen, Writing(writing.step, writing.text, writing.helped, note="web.follow.moved"), 409)


def _asked(seen: Followed, step: str, wrong: str = "") -> Response:
    return page(
        "submitter/sure.html",
        422 if wrong else 200,
        seen=seen,
        home=_home(seen),
        step=step,
        wrong=wrong,
        places=PLACES if step == "block" else (),
    )


def _shown(seen: Followed, writing: Writing, status: int = 422) -> Response:
    found, home = words(), _home(seen)
    mistakes = mistakes_in(writing.backs)
    if writing.wrong:
        place = "helped-yes" if writing.step == "helped" else TEXTS[writing.step]
        mistakes.append((place, writing.wrong))
    return page(
        "submitter/case.html",
        status,
        seen=seen,
        home=home,
        heading=standing.heading(seen, found),
        lead=standing.lead(seen, home, found, house().office.today()),
        stops=standing.stops(seen, found),
        talk=[(standing.by(message, seen, found), message) for message in standing.talk(seen)],
        writing=writing,
        signs=shown_signs([writing.text] if writing.text else _just_said(seen, writing), language()),
        amiss=writing,
        mistakes=mistakes,
        asks_only=asks_only(writing.backs),
        asks=any(not mark.stop for back in writing.backs for mark in back.marks),
        answers=tuple(Helped),
    )


def _just_said(seen: Followed, writing: Writing) -> list[str]:
    """Give the words that were just sent, so that the right channel stands beside them; nothing on later visits."""
    if writing.note not in {f"web.follow.done.{step}" for step in TEXTS}:
        return []
    return [message.text for message in seen.messages if message.own][-1:]


def _home(seen: Followed) -> Federation:
    return next(each for each in front().federations() if each.id == seen.federation)
