"""How is a step taken in the browser? One page for all of them, drawn from the process; nothing typed is ever lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flask import Response, abort, g, request, session

from lexheller.deadlines import due
from lexheller.errors import (
    BadValue,
    GateStopped,
    NeedsUnmet,
    NotFound,
    NotOpen,
    NotPossible,
    Stale,
    UnknownName,
    UnknownStep,
)
from lexheller.i18n.dates import long_date
from lexheller.model.codes import Role
from lexheller.model.fields import Kind
from lexheller.processes import process_named
from lexheller.services import library
from lexheller.services.casework import short_words
from lexheller.services.gate import must_go_from_short
from lexheller.services.reading import CaseView
from lexheller.web.access import Room
from lexheller.web.casework import asking, choosing, facts, happened, moves, rows
from lexheller.web.casework.amiss import Amiss, backs_of, refused, unreadable
from lexheller.web.casework.asking import Asked, Place, Typed
from lexheller.web.casework.marks import in_what_leaves
from lexheller.web.casework.who import CASE
from lexheller.web.findings import Gate, asks_only, exchanged, marked, mistakes_in, place_of, read_back
from lexheller.web.numbers import version_in, whole
from lexheller.web.page import away, house, language, page, words
from lexheller.web.visitors import desk, gate_of

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

    from lexheller.desk import Done
    from lexheller.services.disposing import Struck

room = Room("step", __name__, template_folder="templates")

DONE = "step done"
SEEN = "seen"
"""The words that were shown where they stand, before they are taken out."""
_SHOWN = ("contact", "claim_code")
"""What a step gives that is shown on this one page, and stands in no session."""
_REWRITTEN = ("retell", "release")
"""Steps whose text stands there already: what is marked in it is shown from the start."""


_FINE = Amiss()


@room.page("/arenden/<number>/steg/<step>", CASE)
def ask(number: str, step: str) -> Response:
    """Ask for what a step needs."""
    place = _place(number, step)
    typed = asking.first_values(place) | _meant(place)
    texts = _texts(place, typed) if step in _REWRITTEN else {}
    return _shown(
        place, typed, Amiss(backs=read_back(texts, language(), gate_of(place.view.case.federation)), quiet=True)
    )


def _meant(place: Place) -> dict[str, Any]:
    """Choose the measure that a list of them leads to by its number, as far as it is there to choose."""
    named = request.args.get("measure", "")
    is_there = any(str(measure.id) == named for measure in place.view.case.measures)
    return {"measure": named} if place.step == "follow_measure" and is_there else {}


@room.page("/arenden/<number>/steg/<step>", CASE, post=True)
def take(number: str, step: str) -> AnyResponse:
    """Take a step, or say everything that keeps it from being taken."""
    place = _place(number, step)
    fields = process_named(place.view.case.process).process.fields_of(step)
    typed = asking.typed_in(asking.as_drawn(place, fields), request.form)
    vouched = request.form.get("vouched") == "yes"
    if "fix" in request.form:
        return _fixed(place, typed, request.form["fix"], vouched=vouched)
    given = asking.given(typed)
    if wrong := unreadable(place, typed):
        return _shown(place, typed, Amiss(wrong, vouched=vouched))
    version = version_in(request.form)
    try:
        if step == "dispose_text" and (goes := _to_be_seen(place, given)):
            return _shown(place, typed, Amiss(vouched=vouched), goes=goes)
        done = desk().do(number, step, given, version=version, vouched=vouched)
    except GateStopped as stop:
        return _shown(place, typed, Amiss(backs=backs_of(stop, typed), vouched=vouched))
    except Stale:
        if happened.already(place.view, version or 0, step, given):
            return away("case.show", number=number)
        return _shown(
            _place(number, step), typed, Amiss(moved=happened.since(place.view, version or 0), vouched=vouched)
        )
    except (NeedsUnmet, BadValue, UnknownName, NotPossible, NotFound, NotOpen) as refusal:
        return _shown(place, typed, refused(place, refusal, typed, vouched=vouched))
    return _answered(place, done)


def _to_be_seen(place: Place, given: Typed) -> tuple[Struck, ...]:
    """Give where words would be taken out for good, unless that is what was just read; nothing while more lacks."""
    words_, reason = str(given.get("words", "")), given.get("reason")
    if not words_ or not reason or request.form.get(SEEN, "").replace("\r\n", "\n") == words_:
        return ()
    return place.desk.struck(place.view.case.number, words_)


def _place(number: str, step: str) -> Place:
    """Find case and step; a step that there is not is no page."""
    view = desk().case(number)
    try:
        process_named(view.case.process).process.named(step)
    except UnknownStep:
        abort(404)
    return Place(desk(), view, step, words())


def _answered(place: Place, done: Done) -> AnyResponse:
    """Lead back to the case; what a step gives that nobody else should see is shown here, once."""
    shown = {key: value for key, value in done.gave.items() if key in _SHOWN and value}
    if shown:
        return page("casework/shown.html", view=place.view, step=place.step, shown=shown)
    others = [str(n) for key in ("split", "set_aside") for n in _listed(done.gave.get(key))]
    about = "-".join(map(str, _meant(place).values()))
    session[DONE] = [done.number, place.step, about, *others]
    return away("case.show", number=done.number)


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else [value] if value else []


# --- what the gate proposes ---------------------------------------------------------------------------


def _fixed(place: Place, typed: Typed, value: str, *, vouched: bool) -> Response:
    """Put in what the gate proposed, and look again; nothing is stored."""
    gate = gate_of(place.view.case.federation)
    spot = place_of(value)
    if spot is not None:
        typed = _exchanged(gate, typed, *spot)
    texts, short = _texts(place, typed), short_words(process_named(place.view.case.process).process, typed)
    found = {name: gate(text) for name, text in texts.items()}
    # A name is meant to stand in short words: only what must go is marked there.
    found |= {name: tuple(filter(must_go_from_short, gate(said))) for name, said in short.items()}
    backs = marked({**texts, **short}, found, language())
    return _shown(place, typed, Amiss(backs=backs, vouched=vouched), note="" if backs else "web.tell.fixed")


def _exchanged(gate: Gate, typed: Typed, name: str, start: int, word: str) -> Typed:
    key, _, number = name.partition(".")
    if not number:
        text = str(typed.get(key, "")).strip()
        return {**typed, key: exchanged(text, start, word, gate)} if text else typed
    number, _, part = number.partition(".")
    return {**typed, key: rows.with_exchanged(typed.get(key, ()), whole(number) or 0, part, (start, word), gate)}


def _texts(place: Place, typed: Typed) -> dict[str, str]:
    found = {each.key: str(typed[each.key]).strip() for each in place.fields if each.free and typed.get(each.key)}
    for each in place.fields:
        for number, row in enumerate(typed.get(each.key, ()) if each.kind is Kind.ROWS else (), 1):
            if text := row.get("what", "") or row.get("note", ""):
                found[f"{each.key}.{number}"] = text
    return found


# --- the page -----------------------------------------------------------------------------------------


def _shown(
    place: Place, typed: Typed, amiss: Amiss = _FINE, *, note: str = "", goes: tuple[Struck, ...] = ()
) -> Response:
    if not place.openings:
        return _closed(place, typed, amiss)
    place = replace(place, also=frozenset(amiss.wrong))
    lacks = _lacks(place)
    fields = asking.asked(place, typed)
    status = 409 if amiss.moved else 422 if amiss else 200
    mistakes = mistakes_in(amiss.backs)
    for each in fields:
        told = {name: said for name, said in amiss.wrong.items() if name.partition(".")[0] == each.key}
        mistakes += [(spot(name), _in_row(each, name, said)) for name, said in told.items()]
    mistakes += [("step", told) for told in amiss.whole]
    return page(
        "casework/step.html",
        status,
        view=place.view,
        step=place.step,
        meant=_meant(place),
        heading=_heading(place),
        lead=_lead(place),
        story=library.parts_of(place.view.public),
        concerns=_concerns(place),
        until=_until(place),
        press=_own(place, "do.sure" if goes else "do") or _heading(place),
        goes=goes,
        fields=fields,
        parts=_parts(fields, amiss),
        amiss=amiss,
        mistakes=mistakes,
        wrong={**amiss.wrong, **{back.field: words()("web.tell.marked") for back in amiss.backs if amiss}},
        lacks=lacks,
        note=note,
        home=home(place.view),
        leaves=in_what_leaves(place.view) if any(each.draws == "overrides" for each in fields) else None,
        reasons={left.place: left.reason for left in place.view.findings} if place.step == "attest" else {},
        asks_only=asks_only(amiss.backs),
        asks=any(not mark.stop for back in amiss.backs for mark in back.marks),
        spot=spot,
        whose=_whose(place),
    )


def _in_row(asked: Asked, name: str, told: str) -> str:
    """Say in which row something is wrong, where it is in one: "Insats 2: Skriv vem som är ansvarig."."""
    row = rows.named(name, asked.label, words())
    return f"{row}: {told}" if row else told


def _parts(fields: tuple[Asked, ...], amiss: Amiss) -> list[tuple[str, bool, list[Asked]]]:
    """Put what lies in a fold together under its heading; a fold is open where something in it is filled or wrong."""
    marked_ = {back.field.partition(".")[0] for back in amiss.backs}
    found = []
    for fold in dict.fromkeys(each.fold for each in sorted(fields, key=lambda each: bool(each.fold))):
        inside = [each for each in fields if each.fold == fold]
        opened = any(each.filled or each.key in amiss.wrong or each.key in marked_ for each in inside)
        found.append((fold, opened, inside))
    return found


def _closed(place: Place, typed: Typed, amiss: Amiss) -> Response:
    """Say that a step cannot be taken here and now; what was typed stands on the page to be copied."""
    kept = [
        (place.words(f"field.{key}"), text) for key, text in typed.items() if isinstance(text, str) and text.strip()
    ]
    kept += rows.to_copy(typed.get("measures", ()), place.words)
    return page(
        "casework/closed.html",
        409,
        view=place.view,
        heading=_heading(place),
        moved=amiss.moved,
        kept=kept if request.method == "POST" else [],
    )


def _lacks(place: Place) -> tuple[moves.Lack, ...]:
    """List the facts that lack, each with the step that brings it about."""
    if any(opening.open for opening in place.openings):
        return ()
    return moves.lacking(place.view, (lack for opening in place.openings for lack in opening.lacks), place.words)


def _until(place: Place) -> str:
    """Say by when whoever is asked now promises to answer."""
    if place.step not in {"consult", "refer"}:
        return ""
    office = place.desk.house.office
    day = due(office.today(), office.promises.answer, office.calendar)
    return place.words("web.step.reply_by", day=long_date(day, place.words.language))


def _concerns(place: Place) -> str:
    """Name the partner or the measure that a step is about where only one can be meant; several are chosen among."""
    if place.step == "follow_measure":
        known = facts.measures(place.view, place.words)
        return "; ".join(known[0]) if len(known) == 1 else ""
    if place.step not in choosing.ANSWERS or not place.desk.me.has(Role.PROCESS_LEADER):
        return ""
    found = choosing.referrals(place)
    return place.view.names.get(found[0].recipient, "") if len(found) == 1 else ""


def _heading(place: Place) -> str:
    if place.step == "release" and asking.may_confirm(place):
        return place.words("web.step.release.do.second")
    return moves.label(place.step, place.words, place.view.case.state)


def _own(place: Place, what: str) -> str:
    """Give words of a step's own, where it has some."""
    second = ".second" if place.step == "release" and asking.may_confirm(place) else ""
    key = f"web.step.{place.step}.{what}{second}"
    return place.words(key) if place.words.has(key) else ""


def _lead(place: Place) -> str:
    """Say what the step is about; of a release also for how long it lies before everybody reads it."""
    lead = _own(place, "lead") or moves.about(place.step, place.words)
    days = house().settings.library_days if place.step == "release" else 0
    return f"{lead} {place.words.plural('web.step.release.delay', days)}" if days else lead


def _whose(place: Place) -> str:
    """Say who reads what is written here, where it is read by others than those who work with the case."""
    return place.words(f"web.reads.{place.step}") if place.words.has(f"web.reads.{place.step}") else ""


def home(view: CaseView) -> Any:
    """Give the federation whose case it is: its contact stands where somebody needs help."""
    return next((f for f in desk().federations() if f.id == view.case.federation), g.viewer)


def spot(key: str) -> str:
    """Name where a field, or a part of a row, stands on its page."""
    return key.replace("_", "-").replace(".", "-")
