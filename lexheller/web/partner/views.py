"""What does a partner read and say? The cases that were sent to them, an answer, a question, more time, "not ours"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, cast

from flask import Response, abort, g, request, session

from lexheller.desk.post import address_of, mail_link
from lexheller.errors import BadValue, GateStopped, NeedsUnmet, NotFound, NotOpen, NotPossible, Stale
from lexheller.forms.wording import sentences
from lexheller.i18n import LANGUAGES
from lexheller.services import links, more_time
from lexheller.services.ports import UnitOfWork
from lexheller.services.reading import CaseView
from lexheller.web.access import ANYBODY, PARTNER, Access, Room, Who
from lexheller.web.findings import asks_only, exchanged, found_at, marked, mistakes_in, place_of, read_back
from lexheller.web.numbers import version_in
from lexheller.web.page import LANGUAGE, away, house, language, page, words
from lexheller.web.partner import sent as reading
from lexheller.web.partner import typeset
from lexheller.web.partner.coming import letter_of
from lexheller.web.partner.paper import paper_of
from lexheller.web.partner.sent import Sent
from lexheller.web.partner.writing import COLLEAGUE, NAMES, SPOKEN, TEXTS, Writing, name_of, written
from lexheller.web.visitors import desk, gate_of

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse


room = Room("partner", __name__, template_folder="templates")

CASE: Final = Access(Who.PARTNER, finds="case")
DONE: Final = "partner_done"
PASSED: Final = "partner_passed"


@room.page("/part/igen", ANYBODY)
def once_more() -> Response:
    """Say that too long went by, or that the link was withdrawn; what was written stands there to be copied."""
    writing = written(request.form) or Writing()
    return page("partner/again.html", 404, kept=writing.unsent(frozenset(), words()))


def _case(number: str) -> CaseView:
    """Read a case that was sent here; where it may not be read just now, a page says so and keeps what was typed."""
    try:
        return desk().case(number)
    except NotFound:
        if not house().store.read(lambda uow: links.withheld(uow, g.link, number)):
            raise
        kept = (written(request.form) or Writing()).unsent(frozenset(), words())
        return abort(page("partner/withheld.html", 404, **_around(), number=number, kept=kept))


def _around() -> dict[str, Any]:
    """Give what every page of the room has around it."""
    letter = house().store.read(lambda uow: letter_of(uow, g.link))
    return {"letter": letter or abort(404)}


@room.page("/part", PARTNER)
def sent() -> Response:
    """List the cases."""
    every = reading.everything(desk())
    return page(
        "partner/sent.html",
        **_around(),
        waiting=[each for each in every if each.awaited],
        rest=[each for each in every if not each.awaited],
        held=desk().held_back(),
        about=reading.about,
        said=words(),
        passed=session.pop(PASSED, None),
        wrong="",
        typed="",
    )


@room.page("/part/arende/<number>", CASE)
def case(number: str) -> Response:
    """Show a case."""
    return _told(number, Writing())


def _told(number: str, writing: Writing) -> Response:
    """Show a case with what was done just now, and with what somebody is writing still."""
    done, passed = session.get(DONE), session.pop(PASSED, None)
    note = " ".join(filter(None, (words()("web.partner.passed", email=passed[0]), passed[1]))) if passed else ""
    if isinstance(done, list) and done[0] == number:
        session.pop(DONE)
        note = (
            words().plural("web.partner.done.answers", done[2])
            if done[2] > 1
            else words()(f"web.partner.done.{done[1]}")
        )
    return _shown(number, replace(writing, note=note, done=bool(note)), 200)


@room.page("/part/arende/<number>/pdf", CASE)
def pdf(number: str) -> Response:
    """Give a case as a file that may be kept; its name says no more than the register number."""
    found = reading.sent_of(_case(number))
    if not typeset.possible():
        return _shown(number, Writing(note=words()("web.partner.pdf.missing")), 503)
    paper = paper_of(found, _around()["letter"], words(), house().office.today())
    answer = Response(typeset.drawn(paper), mimetype="application/pdf")
    answer.headers.set("Content-Disposition", "attachment", filename=f"{found.number}.pdf")
    return answer


def _shown(number: str, writing: Writing, status: int = 422) -> Response:
    every = reading.everything(desk())
    found = next((each for each in every if each.number == number), None) or reading.sent_of(_case(number))
    said = words()
    mistakes = mistakes_in(writing.backs)
    mistakes += [(name.replace("_", "-"), told) for name, told in writing.wrong.items()]
    steps = found.steps | {COLLEAGUE} if found.open else frozenset()
    around = _around()
    return page(
        "partner/case.html",
        status,
        **around,
        home=around["letter"].home,
        sent=found,
        view=found.view,
        about=reading.about(found, said),
        others=reading.others(every, number),
        whose=reading.whose(said, found.referral),
        answered=lambda answer: reading.parts_of(found, answer, said),
        not_ours=reading.said_not_ours(said, found.referral),
        days=more_time.days(found.referral, house().office.today()),
        waits=reading.waits(said),
        steps=steps,
        writing=writing,
        kept=writing.unsent(steps, said),
        amiss=writing,
        mistakes=mistakes,
        asks_only=asks_only(writing.backs),
        asks=any(not mark.stop for back in writing.backs for mark in back.marks),
        many=len(every) > 1,
        keeps=typeset.possible(),
    )


@room.page("/part/arende/<number>", CASE, post=True, endpoint="act")
def act(number: str) -> AnyResponse:
    """Answer, ask, ask for more time, say whose it is, or send a colleague a link."""
    seen = reading.sent_of(_case(number))
    writing = written(request.form) or abort(400)
    if (chosen := request.form.get("do", "").removeprefix(SPOKEN)) in LANGUAGES:
        session[LANGUAGE] = chosen
        return _shown(number, writing, 200)
    if "fix" in request.form:
        return _fixed(number, writing, request.form["fix"])
    if not writing.step:
        return _shown(number, replace(writing, note=words()("web.partner.which")))
    if writing.step == COLLEAGUE:
        told = _pass_on(writing.values["email"])
        return _shown(number, replace(writing, wrong={"email": told})) if told else _taken(number, writing)
    return _does(seen, writing)


def _does(seen: Sent, writing: Writing) -> AnyResponse:
    number, step = seen.number, writing.step
    given: dict[str, object] = dict(writing.given)
    if step == "answer" and writing.cases:
        given["cases"] = list(writing.cases)
    if seen.several:
        given["referral"] = str(seen.referral.id)
    try:
        desk().do(number, step, given, version=version_in(request.form), vouched=writing.vouched)
    except GateStopped as stop:
        return _shown(number, _stopped(writing, stop))
    except NeedsUnmet as lack:
        return _shown(number, replace(writing, wrong=_lacks(step, lack)))
    except BadValue as error:
        name = name_of(step, str(error.data["field"]))
        return _shown(number, replace(writing, wrong={name: _bad(name, error)}))
    except (Stale, NotOpen):
        return _shown(number, replace(writing, note=words()("web.partner.moved")), 409)
    session[DONE] = [number, step, 1 + len(writing.cases) if step == "answer" else 1]
    return _taken(number, writing)


def _taken(number: str, writing: Writing) -> AnyResponse:
    """Go on after a step; where something else is half written, at once: it is kept nowhere but on the page."""
    left = writing.after()
    return _told(number, left) if left.begun else away("partner.case", number=number)


def _lacks(step: str, lack: NeedsUnmet) -> dict[str, str]:
    named = [str(each) for each in cast("tuple[str, ...]", lack.data["lacks"])]
    own = [name for name in NAMES[step] if name in named]
    return {key: words()(f"web.partner.lack.{key}") for key in own} or {NAMES[step][0]: sentences(lack, words())[0]}


def _bad(name: str, error: BadValue) -> str:
    without = name == "until" and error.data.get("what") != "more_time"
    return words()("web.partner.lack.until") if without else sentences(error, words())[0]


def _fixed(number: str, writing: Writing, value: str) -> Response:
    place = place_of(value)
    values = dict(writing.values)
    gate = gate_of(g.link.federation)
    if place and place[0] in TEXTS:
        values[place[0]] = exchanged(values[place[0]], place[1], place[2], gate)
    fixed = replace(writing, values=values)
    backs = read_back(fixed.texts, language(), gate)
    note = "" if backs else words()("web.tell.fixed")
    return _shown(number, replace(fixed, backs=backs, note=note), 422 if backs else 200)


def _stopped(writing: Writing, stop: GateStopped) -> Writing:
    found = found_at(stop, lambda key: name_of(writing.step, key))
    here = {name: findings for name, findings in found.items() if name in writing.values}
    return replace(writing, backs=marked(writing.values, here, language()))


# --- passing on ---------------------------------------------------------------------------------------


@room.page("/part/kollega", PARTNER, post=True)
def pass_on() -> AnyResponse:
    """Give a colleague of the same organisation a link of their own."""
    typed = request.form.get("email", "").strip()[:254]
    told = _pass_on(typed)
    return _refused(typed, told) if told else away("partner.sent")


def _pass_on(typed: str) -> str:
    """Send a colleague a link; give what keeps it from being sent, "" where nothing does."""
    settings, office = house().settings, house().office
    shows = settings.mail is None and _is_demo()
    if settings.mail is None and not shows:
        return words()("web.partner.not_mailed")

    def work(uow: UnitOfWork) -> links.Made:
        return links.pass_on(uow, office, g.link, typed)

    try:
        made = house().store.write(work)
        if not shows:
            mail_link(settings, _around()["letter"].home, made)
    except NotPossible as error:
        other = error.data["why"] in {"other_organisation", "bad_mail_address"}
        key = "web.partner.pass.wrong" if other else "web.partner.not_mailed"
        return words()(key, domain=links.domain(_around()["letter"].recipient.email))
    session[PASSED] = [made.to, address_of(settings, made) if shows else ""]
    return ""


def _is_demo() -> bool:
    from flask import current_app

    return bool(current_app.extensions["lexheller.demo"])


def _refused(typed: str, told: str) -> Response:
    every = reading.everything(desk())
    return page(
        "partner/sent.html",
        422,
        **_around(),
        waiting=[each for each in every if each.awaited],
        rest=[each for each in every if not each.awaited],
        held=desk().held_back(),
        about=reading.about,
        said=words(),
        passed=None,
        wrong=told,
        typed=typed,
    )


__all__ = ["Sent", "room"]
