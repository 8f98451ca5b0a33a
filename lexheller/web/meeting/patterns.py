"""Which questions do several cases put? Patterns with their cases, worded and answered together."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace

from flask import Response, abort, g, request

from lexheller.desk import Many
from lexheller.errors import BadValue, GateStopped, Overtaken
from lexheller.forms.wording import sentences
from lexheller.model.codes import Role
from lexheller.model.people import Pattern
from lexheller.services import library
from lexheller.web.access import Room, person
from lexheller.web.findings import Gate, ReadBack, asks_only, exchanged, place_of, read_back
from lexheller.web.lines import line_of
from lexheller.web.meanwhile import Meanwhile, marked, meanwhile, seen
from lexheller.web.meeting.meeting import table
from lexheller.web.page import away, house, language, page, words
from lexheller.web.visitors import desk, gate_of

room = Room("patterns", __name__, template_folder="templates")

READERS = person(Role.PROCESS_LEADER, Role.GROUP_MEMBER, Role.FEDERATION_MANAGER)
ONE = person(Role.PROCESS_LEADER, Role.GROUP_MEMBER, Role.FEDERATION_MANAGER, finds="pattern")
NAMERS = person(Role.PROCESS_LEADER, Role.GROUP_MEMBER)
NAMING = person(Role.PROCESS_LEADER, Role.GROUP_MEMBER, finds="pattern")
LEADERS = person(Role.PROCESS_LEADER, finds="pattern")
_TRIES = 5
_NUMBERED = re.compile(r"P(\d{1,6})")


@room.page("/monster", READERS)
def listed() -> Response:
    """List the patterns, each with how many cases this person sees in it."""
    found = [(pattern, len(desk().cases(pattern=pattern.key))) for pattern in desk().patterns()]
    return page("meeting/patterns.html", patterns=found, names=_names())


@room.page("/monster/<host>/<name>", ONE)
def show(host: str, name: str) -> Response:
    """Show one pattern with its cases."""
    return _shown(_found(host, name))


@room.page("/monster", NAMERS, post=True)
def add() -> Response:
    """Name a pattern of this person's own federation."""
    for _ in range(_TRIES):
        with suppress(Overtaken):  # somebody else who names one at the same moment gets the number before
            return _put(_next(), marked(None))
    return _put(_next(), marked(None))


def _next() -> Pattern:
    """Make a pattern of what was typed, under the first number that is free."""
    taken = [int(found[1]) for each in desk().patterns() if (found := _NUMBERED.fullmatch(each.id))]
    number = max(taken, default=0) + 1
    return Pattern(g.viewer.federation, f"P{number}", line_of(_typed("name")), _typed("question"))


@room.page("/monster/nytt", NAMERS)
def new() -> Response:
    """Ask for the name and question of a new pattern."""
    return _worded(Pattern(g.viewer.federation, "", "", ""), "")


@room.page("/monster/<host>/<name>/ord", NAMING)
def reword(host: str, name: str) -> Response:
    """Ask for other words of a pattern."""
    there = _own(host, name)
    return _worded(there, marked(there))


@room.page("/monster/<host>/<name>/ord", NAMING, post=True)
def put(host: str, name: str) -> Response:
    """Word a pattern again."""
    old = _own(host, name)
    made = Pattern(old.host, old.id, line_of(_typed("name")), _typed("question"), old.status, old.owner)
    try:
        return _put(made, seen())
    except Overtaken:
        there, said = _own(host, name), words()
        rows = (
            (said("web.pattern.name"), made.name, there.name),
            (said("web.pattern.question"), made.question, there.question),
        )
        return _worded(made, marked(there), moved=meanwhile(rows))


@room.page("/monster/<host>/<name>/svar", LEADERS, post=True)
def answer(host: str, name: str) -> Response:
    """Give every case of a pattern that waits for it the same feedback; those left out are told, with why."""
    pattern, text = _found(host, name), _typed("feedback")
    vouched = request.form.get("vouched") == "yes"
    if not text:
        return _shown(pattern, wrong=words()("web.pattern.lack.feedback"))
    gate = gate_of(g.viewer.federation)
    fixed = _exchanged({"feedback": text}, gate)
    backs = read_back(fixed, language(), gate)
    if "fix" in request.form:
        return _shown(pattern, text=fixed["feedback"], backs=backs, note="" if backs else "web.tell.fixed")
    if backs and not (vouched and asks_only(backs)):
        return _shown(pattern, text=text, backs=backs)
    many = desk().do_for_pattern(pattern.key, "give_feedback", {"feedback": text}, vouched=vouched)
    return _shown(pattern, many=many)


def _typed(name: str) -> str:
    return request.form.get(name, "").replace("\r\n", "\n").strip()


def _exchanged(texts: dict[str, str], gate: Gate) -> dict[str, str]:
    """Put in what the gate proposed, where a button asked for it."""
    spot = place_of(request.form.get("fix", ""))
    if spot is None or spot[0] not in texts:
        return texts
    name, start, word = spot
    return {**texts, name: exchanged(texts[name], start, word, gate)}


def _names() -> dict[str, str]:
    return {each.id: each.name for each in desk().federations()}


def _found(host: str, name: str) -> Pattern:
    key = f"{host}/{name}"
    return next((each for each in desk().patterns() if each.key == key), None) or abort(404)


def _own(host: str, name: str) -> Pattern:
    """Find a pattern that this person's federation words."""
    if host != g.viewer.federation:
        abort(404)
    return _found(host, name)


def _put(pattern: Pattern, mark: str) -> Response:
    """Store a pattern as it was worded.

    Raises:
        Overtaken: somebody else has worded it meanwhile, or named one so.
    """
    if not pattern.name:
        return _worded(pattern, mark, wrong=words()("web.pattern.lack.name"))
    texts = {"name": pattern.name, "question": pattern.question}
    gate = gate_of("")  # others read it too: no federation's own words count
    if "fix" in request.form:
        fixed = _exchanged(texts, gate)
        backs = read_back(fixed, language(), gate)
        return _worded(replace(pattern, **fixed), mark, backs=backs, note="" if backs else "web.tell.fixed")
    try:
        desk().name_pattern(pattern, seen=mark)
    except BadValue:
        return _worded(pattern, mark, wrong=words()("web.step.wrong.long"))
    except GateStopped:
        return _worded(pattern, mark, backs=read_back(texts, language(), gate))
    return away("patterns.show", host=pattern.host, name=pattern.id)  # type: ignore[return-value]  # a redirection is a response too


def _worded(
    pattern: Pattern,
    mark: str,
    *,
    wrong: str = "",
    backs: tuple[ReadBack, ...] = (),
    note: str = "",
    moved: Meanwhile | None = None,
) -> Response:
    mistakes = [(f"finding-{mark.number}", mark.told.looks_like) for back in backs for mark in back.marks]
    mistakes += [("name", wrong)] if wrong else []
    known = any(each.key == pattern.key for each in desk().patterns())
    return page(
        "meeting/pattern_words.html",
        409 if moved else 422 if mistakes else 200,
        pattern=pattern,
        seen=mark,
        moved=moved,
        known=known,
        wrong=wrong,
        backs=backs,
        mistakes=mistakes,
        note=note,
    )


def _shown(  # each is something that came of an answer
    pattern: Pattern,
    *,
    wrong: str = "",
    text: str = "",
    backs: tuple[ReadBack, ...] = (),
    many: Many | None = None,
    note: str = "",
) -> Response:
    rows = desk().cases(pattern=pattern.key)
    if g.viewer.groups:  # a meeting looks at this page on the wall: what only a leader reads stands behind the number
        shared = table().rows(row.number for row in rows)
        rows = [row._replace(title=shared[row.number].title if row.number in shared else "") for row in rows]
    mistakes = [(f"finding-{mark.number}", mark.told.looks_like) for back in backs for mark in back.marks]
    mistakes += [("feedback", wrong)] if wrong else []
    mine = [row for row in rows if row.federation == g.viewer.federation] if g.viewer.has(Role.PROCESS_LEADER) else []
    told = [row.number for row in mine if row.closed]
    return page(
        "meeting/pattern.html",
        422 if mistakes else 200,
        pattern=pattern,
        rows=rows,
        ready=[row for row in mine if row.state == "feedback"],
        met=house().store.read(lambda uow: library.met_in(uow, house().office, told)),
        names=_names(),
        may_word=pattern.host == g.viewer.federation and not g.viewer.roles.isdisjoint(NAMERS.roles),
        text=text,
        wrong=wrong,
        backs=backs,
        mistakes=mistakes,
        amiss={"vouched": False},
        asks_only=asks_only(backs),
        many=many,
        note=note,
        left=[(number, " ".join(sentences(error, words()))) for number, error in many.left_out] if many else [],
    )
