"""What does a partner read and say? The cases that were sent to them, an answer, a question, more time, "not ours"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, cast

from flask import Response, abort, g, request, session

from lexheller.desk.post import address_of, mail_link
from lexheller.errors import BadValue, GateStopped, NeedsUnmet, NotOpen, NotPossible, Stale
from lexheller.forms.wording import sentences
from lexheller.model.codes import Partner
from lexheller.services import links, more_time
from lexheller.services.ports import UnitOfWork
from lexheller.web.access import ANYBODY, PARTNER, Access, Room, Who
from lexheller.web.findings import ReadBack, asks_only, exchanged, marked, place_of, read_back
from lexheller.web.numbers import version_in
from lexheller.web.page import away, house, language, page, words
from lexheller.web.partner import sent as reading
from lexheller.web.partner import typeset
from lexheller.web.partner.coming import letter_of
from lexheller.web.partner.paper import paper_of
from lexheller.web.partner.sent import Sent
from lexheller.web.visitors import desk, gate_of

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

    from lexheller.anonymity import Finding

room = Room("partner", __name__, template_folder="templates")

CASE: Final = Access(Who.PARTNER, finds="case")
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "answer": ("answer", "follow_up", "cause", "consequences", "waits_for"),
    "more_time": ("until", "reason", "waits_for"),
    "not_ours": ("whose", "reason"),
    "ask": ("question",),
}
"""What a partner may do, and the fields of each."""
TEXTS: Final = frozenset({"answer", "follow_up", "cause", "consequences", "reason", "question"})
DONE: Final = "partner_done"
PASSED: Final = "partner_passed"


@dataclass(frozen=True, slots=True)
class Writing:
    """What somebody is writing, and what keeps it from being sent.

    Args:
        cases: the other cases that the answer covers too.
        wrong: by field, or by step for what is no field's.
    """

    step: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    cases: tuple[str, ...] = ()
    backs: tuple[ReadBack, ...] = ()
    wrong: Mapping[str, str] = field(default_factory=dict)
    vouched: bool = False
    note: str = ""

    @property
    def amiss(self) -> bool:
        """Tell whether something is wrong with it."""
        return bool(self.backs or self.wrong)


@room.page("/part/igen", ANYBODY)
def once_more() -> Response:
    """Say that too long went by, or that the link was withdrawn; what was written stands there to be copied."""
    kept = [
        (words()(f"field.{key}"), request.form[key])
        for key in FIELDS.get(request.form.get("do", ""), ())
        if key in TEXTS and request.form.get(key, "").strip()
    ]
    return page("partner/again.html", 404, kept=kept)


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
        about=reading.about,
        said=words(),
        passed=session.pop(PASSED, None),
        wrong="",
        typed="",
    )


@room.page("/part/arende/<number>", CASE)
def case(number: str) -> Response:
    """Show a case."""
    done = session.get(DONE)
    note = ""
    if isinstance(done, list) and done[0] == number:
        session.pop(DONE)
        note = words()(f"web.partner.done.{done[1]}")
    return _shown(number, Writing(note=note), 200)


@room.page("/part/arende/<number>/pdf", CASE)
def pdf(number: str) -> Response:
    """Give a case as a file that may be kept; its name says no more than the register number."""
    found = reading.sent_of(desk().case(number))
    if not typeset.possible():
        return _shown(number, Writing(note=words()("web.partner.pdf.missing")), 503)
    paper = paper_of(found, _around()["letter"], words(), house().office.today())
    answer = Response(typeset.drawn(paper), mimetype="application/pdf")
    answer.headers.set("Content-Disposition", "attachment", filename=f"{found.number}.pdf")
    return answer


def _shown(number: str, writing: Writing, status: int = 422) -> Response:
    every = reading.everything(desk())
    found = next((each for each in every if each.number == number), None) or reading.sent_of(desk().case(number))
    said = words()
    mistakes = [(f"finding-{mark.number}", mark.told.looks_like) for back in writing.backs for mark in back.marks]
    mistakes += [(f"{writing.step}-{key}".replace("_", "-"), told) for key, told in writing.wrong.items()]
    return page(
        "partner/case.html",
        status,
        **_around(),
        sent=found,
        view=found.view,
        about=reading.about(found, said),
        others=reading.others(every, number),
        whose=reading.whose(said, (*Partner, "nobody")),
        days=more_time.days(found.referral, house().office.today()),
        waits=reading.whose(said, tuple(Partner)),
        writing=writing,
        amiss=writing,
        mistakes=mistakes,
        asks_only=asks_only(writing.backs),
        asks=any(not mark.stop for back in writing.backs for mark in back.marks),
        many=len(every) > 1,
        keeps=typeset.possible(),
    )


@room.page("/part/arende/<number>", CASE, post=True, endpoint="act")
def act(number: str) -> AnyResponse:
    """Answer, ask, ask for more time, or say whose it is."""
    form = request.form
    seen = reading.sent_of(desk().case(number))
    step = form.get("do", "")
    if step not in FIELDS:
        abort(400)
    writing = Writing(
        step,
        {key: form.get(key, "").replace("\r\n", "\n").strip() for key in FIELDS[step]},
        tuple(form.getlist("cases")) if step == "answer" else (),
        vouched=form.get("vouched") == "yes",
    )
    if "fix" in form:
        return _fixed(number, writing, form["fix"])
    version = version_in(form)
    given: dict[str, object] = {key: value for key, value in writing.values.items() if value}
    if writing.cases:
        given["cases"] = list(writing.cases)
    if seen.several:
        given["referral"] = str(seen.referral.id)
    try:
        desk().do(number, step, given, version=version, vouched=writing.vouched)
    except GateStopped as stop:
        return _shown(number, _stopped(writing, stop))
    except NeedsUnmet as lack:
        return _shown(number, _with(writing, wrong=_lacks(step, lack)))
    except BadValue as error:
        return _shown(number, _with(writing, wrong={str(error.data["field"]): _bad(str(error.data["field"]), error)}))
    except (Stale, NotOpen):
        return _moved_on(number, writing)
    session[DONE] = [number, step]
    return away("partner.case", number=number)


def _with(writing: Writing, **changes: Any) -> Writing:
    return Writing(writing.step, writing.values, writing.cases, **({"vouched": writing.vouched} | changes))


def _lacks(step: str, lack: NeedsUnmet) -> dict[str, str]:
    named = [str(each) for each in cast("tuple[str, ...]", lack.data["lacks"])]
    own = [key for key in FIELDS[step] if key in named]
    return {key: words()(f"web.partner.lack.{key}") for key in own} or {FIELDS[step][0]: sentences(lack, words())[0]}


def _bad(key: str, error: BadValue) -> str:
    without = key == "until" and error.data.get("what") != "more_time"
    return words()("web.partner.lack.until") if without else sentences(error, words())[0]


def _fixed(number: str, writing: Writing, value: str) -> Response:
    place = place_of(value)
    values = dict(writing.values)
    gate = gate_of(g.link.federation)
    if place and place[0] in values:
        values[place[0]] = exchanged(values[place[0]], place[1], place[2], gate)
    backs = read_back({key: text for key, text in values.items() if key in TEXTS}, language(), gate)
    note = "" if backs else words()("web.tell.fixed")
    fixed = Writing(writing.step, values, writing.cases, backs, vouched=writing.vouched, note=note)
    return _shown(number, fixed, 422 if backs else 200)


def _stopped(writing: Writing, stop: GateStopped) -> Writing:
    found: dict[str, tuple[Finding, ...]] = {}
    for key, finding in cast("Any", stop.data["findings"]):
        found[key] = (*found.get(key, ()), finding)
    here = {key: findings for key, findings in found.items() if key in writing.values}
    return _with(writing, backs=marked(writing.values, here, language()))


def _moved_on(number: str, writing: Writing) -> Response:
    """Answer somebody whose case has moved: what was written is still there."""
    return _shown(number, _with(writing, note=words()("web.partner.moved")), 409)


# --- passing on ---------------------------------------------------------------------------------------


@room.page("/part/kollega", PARTNER, post=True)
def pass_on() -> AnyResponse:
    """Give a colleague of the same organisation a link of their own."""
    typed = request.form.get("email", "").strip()[:254]
    settings, office = house().settings, house().office
    shows = settings.mail is None and _is_demo()
    if settings.mail is None and not shows:
        return _refused(typed, words()("web.partner.not_mailed"))

    def work(uow: UnitOfWork) -> links.Made:
        return links.pass_on(uow, office, g.link, typed)

    try:
        made = house().store.write(work)
        if not shows:
            mail_link(settings, _around()["letter"].home, made)
    except NotPossible as error:
        other = error.data["why"] in {"other_organisation", "bad_mail_address"}
        key = "web.partner.pass.wrong" if other else "web.partner.not_mailed"
        return _refused(typed, words()(key, domain=links.domain(_around()["letter"].recipient.email)))
    session[PASSED] = [made.to, address_of(settings, made) if shows else ""]
    return away("partner.sent")


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
        about=reading.about,
        said=words(),
        passed=None,
        wrong=told,
        typed=typed,
    )


__all__ = ["Sent", "room"]
