"""How does somebody tell what happened? Three short steps, a look at the answers, and the code.

Every answer is a page of its own kind that is posted back with all that was said before, sealed. Nothing is stored or
logged before the gate has let every text through and "Skicka" was pressed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Response, abort, current_app, g, render_template, request, session, url_for
from markupsafe import Markup

from lexheller.errors import GateStopped, KeyReused
from lexheller.forms.boundary import channels_beside, channels_for
from lexheller.forms.signs import shown_signs
from lexheller.i18n import LANGUAGES
from lexheller.model.codes import Answer
from lexheller.model.people import Federation
from lexheller.services.municipalities import LONGEST
from lexheller.settings import is_loopback
from lexheller.web.access import ANYBODY, OF_FEDERATION, Room
from lexheller.web.findings import ReadBack, asks_only, exchanged, found_at, marked, mistakes_in, place_of, read_back
from lexheller.web.isolated import isolated
from lexheller.web.kept import CSRF, Marks, filled
from lexheller.web.numbers import whole
from lexheller.web.page import LANGUAGE, away, house, language, page, words
from lexheller.web.submitter import asking
from lexheller.web.submitter.story import CHECK, FIELDS, KEYS, MORE, STEPS, WAY, Story, lacks, opened
from lexheller.web.visitors import front, gate_of

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

    from lexheller.desk import Submission
    from lexheller.forms.signs import Shown

room = Room("tell", __name__, template_folder="templates")

RECEIPT = 5
"""What the receipt's own form calls itself: it can only be asked for again, in the other language."""


@dataclass(frozen=True, slots=True)
class Amiss:
    """What keeps a step from being passed: sentences by field, and what the gate marked."""

    lacks: dict[str, str]
    backs: tuple[ReadBack, ...] = ()
    vouched: bool = False

    def __bool__(self) -> bool:
        return bool(self.lacks or self.backs)


_FINE = Amiss({})


@room.page("/beratta", ANYBODY)
def door() -> Response:
    """Begin; where several federations share the house, ask in which municipality it happened."""
    federations = front().federations()
    if len(federations) == 1:
        return _step(Story(federations[0].id), 1)
    return _which()


@room.page("/beratta", ANYBODY, post=True)
def find() -> AnyResponse:
    """Find the federation of a municipality; where it is nobody's, or several work there, say so."""
    typed = " ".join(request.form.get("municipality", "").split())[:LONGEST]
    if not typed:
        return _which(wrong=words()("web.tell.lack.municipality"))
    found = front().serving(typed)
    if len(found) == 1:
        return away("tell.begin", federation=found[0].id)
    return _which(typed, found)


def _which(typed: str = "", found: tuple[Federation, ...] = (), wrong: str = "") -> Response:
    """Ask for the municipality; federations alone where none has said which it works in."""
    known = sorted({name for names in front().municipalities().values() for name in names}, key=str.casefold)
    return page(
        "submitter/which.html",
        422 if wrong else 200,
        federations=front().federations(),
        known=known,
        typed=typed,
        found=found,
        wrong=wrong,
    )


@room.page("/beratta/<federation>", OF_FEDERATION)
def begin(federation: str) -> Response:
    """Begin at a federation: the address it gives to its own people."""
    return _step(Story(_federation(federation).id), 1)


@room.page("/beratta/<federation>", OF_FEDERATION, post=True)
def go_on(federation: str) -> Response:
    """Take in a step, and show the next, or the same once more."""
    home = _federation(federation)
    form = request.form
    story = opened(form.get("story", ""))
    sent = whole(form.get("step", ""))
    step = 1 if sent is None else min(RECEIPT, sent)
    if story is None or story.federation != home.id:
        known = Story(home.id).answered(step, form) if step in STEPS else Story(home.id)
        return _step(known, 1, note="web.tell.expired")
    verb, _, what = form.get("go", "next").partition(":")
    if verb == "show":  # asked for by the script, from a page whose fields are not this story's
        return _shown(story, whole(what) or 1)
    if step in STEPS:
        story = story.answered(step, form)
    if "fix" in form:
        return _fixed(story, step, form["fix"])
    match verb:
        case "language" if what in LANGUAGES:
            session[LANGUAGE] = what
            return _send(story) if step == RECEIPT else _shown(story, step)
        case "back":
            return _shown(story, min(step, CHECK) - 1)
        case "change":
            asked = next((number for number, keys in STEPS.items() if what in keys), 1)
            return _shown(story, asked, focus=what)
        case "send":
            return _send(story)
    return _next(story, step)


def _next(story: Story, step: int) -> Response:
    if step not in STEPS or step == CHECK:
        return _shown(story, CHECK)
    story, amiss = _pass(story, step)
    if amiss:
        return _step(story, step, amiss)
    return _shown(story, CHECK if story.checked else step + 1)


def _pass(story: Story, step: int) -> tuple[Story, Amiss]:
    """Hold a step against what it needs and against the gate; texts that have passed as they stand do not pass anew."""
    lack = lacks(story, step, house().office.today())
    free_area = not house().office.areas
    if story.has_passed(step, free_area=free_area):
        return story, Amiss(lack)
    vouched = request.form.get("vouched") == "yes"
    backs = read_back(story.texts(step, free_area=free_area), language(), gate_of(story.federation))
    if backs and not (vouched and asks_only(backs)):
        return story, Amiss(lack, backs, vouched)
    return story.passing(step, vouched=bool(backs), free_area=free_area), Amiss(lack)


def _fixed(story: Story, step: int, value: str) -> Response:
    """Put in what the gate proposed, and look again; nothing is stored, and nobody is sent on."""
    place = place_of(value)
    if place is None or step not in STEPS or place[0] not in STEPS[step]:
        return _shown(story, step)
    key, start, word = place
    gate = gate_of(story.federation)
    story = story.with_values(**{key: exchanged(story.typed(key).strip(), start, word, gate)})
    backs = read_back(story.texts(step, free_area=not house().office.areas), language(), gate)
    if not backs:
        return _step(story, step, note="web.tell.fixed", focus=key)
    return _step(story, step, Amiss({}, backs, request.form.get("vouched") == "yes"))


def _send(story: Story) -> Response:
    """Send it in: whatever a step lacks is shown first. The same form sent twice is one case with one code."""
    for step in STEPS:
        story, amiss = _pass(story, step)
        if amiss:
            return _step(story, step, amiss)
    channels = channels_beside(story.chosen("partners"), story.signs())
    informed = channels if story.typed("other_channel") in {"yes", "no"} else ()
    try:
        sent = front().submit(
            story.form(),
            federation=story.federation,
            key=story.key,
            vouched=story.vouched,
            informed=informed,
            language=language(),
            drawn=True,  # by Story, and nobody could change it in what is sealed
        )
    except GateStopped as stop:
        return _stopped(story, stop)
    except KeyReused:
        return page("submitter/sent.html", 409, home=_federation(story.federation))
    return _receipt(story, sent)


def _stopped(story: Story, stop: GateStopped) -> Response:
    """Show what the gate found in a text that we made ourselves, the title: it can be changed like the others."""
    texts: dict[str, str] = stop.data["texts"]  # type: ignore[assignment]  # errors carry data by name
    by_field = found_at(stop)
    first = next(iter(by_field))
    step = next((number for number, keys in STEPS.items() if first in keys), 1)
    here = {key: found for key, found in by_field.items() if key in STEPS[step]}
    story = story.with_values(**{key: texts[key] for key in here if not story.values.get(key)})
    return _step(story, step, Amiss({}, marked(texts, here, language())))


def _receipt(story: Story, sent: Submission) -> Response:
    home, reach = _federation(story.federation), story.typed(WAY) == "reach"
    other = story.typed("other_channel") in {"yes", "dont_know"}
    channels = channels_beside(story.chosen("partners"), story.signs()) if other else ()
    groups = {f"group{place}": group for place, group in enumerate((sent.claim_code or "").split("-"))}

    def draw(marks: Marks) -> str:
        return render_template(
            "submitter/receipt.html",
            home=home,
            sealed=marks["sealed"],
            step=RECEIPT,
            number=marks["number"],
            code=[marks[group] for group in groups] if sent.claim_code else [],
            first_contact=sent.first_contact,
            reach=reach,
            come_back=marks["come_back"],
            channels=channels,
            csrf_token=lambda: marks[CSRF],
        )

    return filled(
        ("receipt", home, reach, channels, sent.first_contact, len(groups) if sent.claim_code else 0),
        {"sealed": story.sealed(), "number": sent.number, "come_back": come_back(), **groups},
        draw,
    )


def come_back() -> str:
    """Name the page for codes as one reads it aloud: as the settings say, for what a browser says can be made up."""
    said = house().settings.address
    here = request.host if is_loopback(said) else said.partition("://")[2]
    return here + url_for("follow.ask")


def _shown(story: Story, step: int, focus: str = "") -> Response:
    if step >= CHECK:
        return _check(story)
    return _step(story, max(1, step), focus=focus)


def _check(story: Story) -> Response:
    """Show the answers, who will read them, and what this does not replace."""
    for step in (1, 2, 3):
        story, amiss = _pass(story, step)
        if amiss:
            return _step(story, step, amiss)
    shown = shown_signs(story.told(), language())
    story = story.showing(each.boundary for each in shown)
    found, home = words(), _federation(story.federation)
    own, channels = asking.own_workplace(story), channels_for(story.chosen("partners"))
    chosen = {
        WAY: "reach" if story.typed(WAY) == "reach" else "",
        "other_channel": next((code for code in Answer if code == story.typed("other_channel")), ""),
    }
    answers = current_app.jinja_env.get_template("submitter/answers.html").render(
        rows=asking.rows(story, found, house().settings.target_groups), words=found
    )
    signs = current_app.jinja_env.get_template("submitter/signs.html").render(signs=shown, words=found)

    def draw(marks: Marks) -> str:
        return render_template(
            "submitter/check.html",
            home=home,
            story=Story(home.id, "", chosen),  # what was chosen, and nobody's words
            step=CHECK,
            sealed=marks["sealed"],
            answers=marks["answers"],
            signs=marks["signs"],
            own=own,
            works_at=marks["works_at"],
            channels=channels,
            csrf_token=lambda: marks[CSRF],
        )

    return filled(
        ("check", home, own, channels, *chosen.values()),
        {
            "sealed": story.sealed(),
            "answers": Markup(answers),  # noqa: S704  # drawn by a template, which escapes
            "signs": Markup(signs),  # noqa: S704  # as above
            "works_at": str(isolated(asking.told_of(story, found))),
        },
        draw,
    )


def _step(story: Story, step: int, amiss: Amiss = _FINE, *, note: str = "", focus: str = "") -> Response:
    signs = _signs(story, step)
    if amiss or note or focus or any(map(story.values.get, KEYS[step])) or signs:
        values = _values(story, step, amiss, note, focus)
        return page(f"submitter/step{step}.html", 422 if amiss else 200, sealed=story.sealed(), signs=signs, **values)
    blank = Story(story.federation, "", checked=story.checked)  # with nobody's words in it

    def draw(marks: Marks) -> str:
        values = _values(blank, step, _FINE, "", "")
        return render_template(
            f"submitter/step{step}.html", sealed=marks["sealed"], signs=(), csrf_token=lambda: marks[CSRF], **values
        )

    home = _federation(story.federation)
    return filled(("step", step, home, blank.checked), {"sealed": story.sealed()}, draw)


def _values(story: Story, step: int, amiss: Amiss, note: str, focus: str) -> dict[str, object]:
    """Give what a step is drawn from."""
    found = words()
    lack = {key: found(f"web.tell.{told}") for key, told in amiss.lacks.items()}
    mistakes = mistakes_in(amiss.backs)
    mistakes += [(_place(key), told) for key, told in lack.items()]
    own_groups = house().settings.target_groups
    return {
        "home": _federation(story.federation),
        "story": story,
        "step": step,
        "wrong": lack | {back.field: found("web.tell.marked") for back in amiss.backs},
        "mistakes": mistakes,
        "amiss": amiss,
        "asks_only": asks_only(amiss.backs),
        "asks": any(not mark.stop for back in amiss.backs for mark in back.marks),
        "note": note,
        "focus": focus,
        "offered": lambda key: asking.offered(key, found, own_groups),
        "ways": asking.ways(found),
        "areas": asking.areas(house().office.areas, found) if house().office.areas else (),
        "more_open": any(story.values.get(key) or key in lack or key == focus for key in MORE)
        or any(back.field in MORE for back in amiss.backs),
    }


def _signs(story: Story, step: int) -> tuple[Shown, ...]:
    """Give the channels that what was told here, and on the step just passed, shows signs of."""
    return shown_signs(story.told(*(each for each in (step - 1, step) if each in STEPS)), language())


def _place(key: str) -> str:
    """Name where a field stands on its page."""
    return "contact-way" if key == "contact" else key.replace("_", "-")


def _federation(code: str) -> Federation:
    """Find a federation by its code, read once a page; whoever asks for another finds no page."""
    if "homes" not in g:
        g.homes = {each.id.casefold(): each for each in front().federations()}
    found: Federation | None = g.homes.get(code.casefold())
    if found is None:
        abort(404)
    return found


__all__ = ["FIELDS", "room"]
