"""Which cases are there? A list with filters in its address, and words to look for, which stand in no address."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from flask import Response, g, request

from lexheller.errors import BadValue, NotFound
from lexheller.forms.choices import choices_of
from lexheller.i18n.choices import choice_label, sentence
from lexheller.i18n.dates import due, long_date, month
from lexheller.i18n.words import Words
from lexheller.model.codes import Level, Role
from lexheller.model.fields import FORM, Field, Kind, named, read
from lexheller.processes.lex_heller import STATES
from lexheller.storage.queries import CaseRow
from lexheller.web.access import Room
from lexheller.web.casework.inbox import about
from lexheller.web.casework.who import WORK
from lexheller.web.page import away, house, page, this_page, words
from lexheller.web.submitter.asking import Offered
from lexheller.web.visitors import desk

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

room = Room("cases", __name__, template_folder="templates")

PAGE = 50
_HEAD_ROLES = (Role.PROCESS_LEADER, Role.REGISTRAR, Role.FEDERATION_MANAGER)
_LISTS = ("state", "partner", "theme", "level")
_ONE = ("pattern", "leader")
_DAYS = ("since", "until")


@room.page("/arenden", WORK)
def listed() -> Response:
    """List cases, the newest first, a page at a time."""
    known = filters(words())
    chosen = {key: asked for key in _LISTS if (asked := _known(key, known))}
    named_ones = {key: asked[0] for key in _ONE if (asked := _known(key, known))}
    days, wrong = _days()
    rows = desk().cases(
        **{key: tuple(codes) for key, codes in chosen.items()},
        **named_ones,
        **days,
        mine=house().office.today() if _mine() else None,
        open_only=request.args.get("open") == "1",
        after=request.args.get("after", ""),
        limit=PAGE + 1,
    )
    return page(
        "casework/cases.html",
        rows=[_row(row) for row in rows[:PAGE]],
        filters=known,
        chosen={key: codes[0] for key, codes in chosen.items()} | named_ones,
        days={key: request.args.get(key, "") for key in _DAYS},
        wrong=wrong,
        open_only=request.args.get("open") == "1",
        mine=_mine(),
        narrowed=any(request.args.get(key) for key in (*_LISTS, *_ONE, *_DAYS, "open", "mine")),
        after=_next_page(rows) if len(rows) > PAGE else "",
        before=bool(request.args.get("after")),
        registers=g.viewer.has(Role.PROCESS_LEADER),
        several=len(desk().federations()) > 1,
    )


@room.page("/arenden", WORK, post=True)
def search() -> AnyResponse:
    """Find cases by words, or go to the one whose number was typed. What is looked for may be about somebody."""
    sought = request.form.get("sought", "").strip()[:200]
    if sought:
        try:
            return away("case.show", number=desk().case(sought.upper()).case.number)
        except NotFound:
            pass
    hits = desk().search(sought) if sought else []
    rows = desk().rows([hit.number for hit in hits])
    return page(
        "casework/search.html", sought=sought, rows=[_row(rows[hit.number]) for hit in hits if hit.number in rows]
    )


def filters(said: Words) -> dict[str, tuple[Offered, ...]]:
    """List what one may narrow the list by."""
    office = house().office
    found = {
        "state": [Offered(state, sentence(said(f"state.{state}"))) for state in STATES],
        "partner": [Offered(c.code, c.label) for c in choices_of(named(FORM, "partners", "cases"), said)],
        "theme": sorted(
            (Offered(theme, sentence(choice_label(said, "themes", theme))) for theme in office.known_themes),
            key=lambda each: each.label,
        ),
        "level": [Offered(level, sentence(said(f"level.{level}"))) for level in Level],
        "pattern": [Offered(pattern.key, pattern.name) for pattern in desk().patterns()],
    }
    if any(map(g.viewer.has, _HEAD_ROLES)):
        found["leader"] = [Offered(p.id, p.name) for p in desk().people() if Role.PROCESS_LEADER in p.roles]
    return {key: (Offered("", said(f"web.cases.any.{key}")), *options) for key, options in found.items()}


def _mine() -> bool:
    """Tell whether a process leader asked for their own: those that they have, and those that nobody has yet."""
    return request.args.get("mine") == "1" and bool(g.viewer.has(Role.PROCESS_LEADER))


def _known(key: str, known: dict[str, tuple[Offered, ...]]) -> list[str]:
    """Give what was asked for, as far as there is such a thing."""
    codes = {option.code for option in known.get(key, ())} - {""}
    return [code for code in request.args.getlist(key) if code in codes]


def _days() -> tuple[dict[str, date], dict[str, str]]:
    found: dict[str, date] = {}
    wrong: dict[str, str] = {}
    for key in _DAYS:
        typed = request.args.get(key, "")
        try:
            if typed:
                found[key] = cast("date", read(Field(key, Kind.DATE), typed))
        except BadValue:
            wrong[key] = words()("web.step.wrong.day")
    return found, wrong


def _next_page(rows: Sequence[CaseRow]) -> str:
    return this_page(after=rows[PAGE - 1].number)


def _row(row: CaseRow) -> dict[str, object]:
    """Give a case as it is drawn; who does not see its head is told the month alone."""
    said = words()
    whole = row.federation == g.viewer.federation and any(map(g.viewer.has, _HEAD_ROLES))
    received = long_date(row.received, said.language) if whole else month(row.received, said.language)
    turn = said("web.cases.turn", whose=said(f"turn.{row.turn}")) if row.turn and not row.closed else ""
    flags = [said("flag.blocked")] if row.blocked else []
    flags += [said("flag.waiting" if row.waiting == "wait" else "flag.resting")] if row.waiting else []
    outcome = said(f"outcome.{row.outcome}") if row.outcome else ""
    helped = said("show.helped", answer=choice_label(said, "helped", row.helped)) if row.helped else ""
    return {
        "number": row.number,
        "title": row.title,
        "received": received,
        "about": " · ".join((about(row.partners, row.state, said), *flags)),
        "next": sentence(turn or outcome),
        "more": _time(row.due, said) if row.due and not row.closed else helped,
        "late": bool(row.due and not row.closed and row.due < house().office.today()),
    }


def _time(day: date, said: Words) -> str:
    """Say by when the next thing is to be done, by nobody in particular: the list does not know whose time it is."""
    today, written = house().office.today(), long_date(day, said.language)
    if day < today:
        return said("web.cases.late", late=due(day, today, said.language), day=written)
    return said("web.cases.time", day=written)
