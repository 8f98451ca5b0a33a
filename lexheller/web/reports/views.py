"""How is the pattern report read in the browser? What is counted stands in the address, so that it can be passed on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask import Response, g, request
from markupsafe import Markup

from lexheller.errors import BadValue
from lexheller.i18n.dates import period
from lexheller.model.codes import Role
from lexheller.model.people import Federation
from lexheller.model.report import Report
from lexheller.reports import csv, html, json
from lexheller.reports.naming import file_name
from lexheller.web.access import Room, person
from lexheller.web.page import language, page, words
from lexheller.web.visitors import desk

room = Room("report", __name__, template_folder="templates")

READERS = person(Role.PROCESS_LEADER, Role.GROUP_MEMBER, Role.FEDERATION_MANAGER)
FORMS = {"html": "text/html", "csv": "text/csv", "json": "application/json"}
"""The files there are to take along, and what they are."""
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be counted, as it stands in the address: months "2026-03", federations, for readers outside."""

    first: str
    last: str
    federations: tuple[str, ...]
    outside: bool

    @property
    def period(self) -> str:
        """Write the period as the desk reads it; "" for the twelve months before this one."""
        ends = [end for end in (self.first, self.last) if end]
        return ends[0] if ends and ends[0] == ends[-1] else "/".join(ends)

    @property
    def query(self) -> dict[str, object]:
        """Give what the address of the same report says."""
        found: dict[str, object] = {"from": self.first, "to": self.last, "federation": list(self.federations)}
        return {name: value for name, value in found.items() if value} | ({"outside": "1"} if self.outside else {})


def _wanted() -> Wanted:
    asked = request.args
    first, last = asked.get("from", "").strip(), asked.get("to", "").strip()
    known = {each.id for each in _homes()}
    chosen = tuple(each for each in dict.fromkeys(asked.getlist("federation")) if each in known)
    return Wanted(
        first or last, last or first, chosen, asked.get("outside", "") not in {"", "0"}
    )  # whoever asks in other words gets no more


def _half_empty() -> bool:
    """Tell whether one of the form's two months was emptied: what is then meant, nobody can tell."""
    ends = [request.args[end].strip() for end in ("from", "to") if end in request.args]
    return len(ends) > 1 and any(ends) and not all(ends)


def _foreign() -> bool:
    """Tell whether the address names a federation whose cases this person may not count, or none that there is."""
    return not {each.id for each in _homes()}.issuperset(request.args.getlist("federation"))


def _homes() -> list[Federation]:
    """List the federations whose cases this person sees the work on."""
    groups = [group for group in desk().groups() if group.key in g.viewer.groups]
    homes = {g.viewer.federation, *(home for group in groups for home in group.members)}
    return [each for each in desk().federations() if each.id in homes]


def _made(wanted: Wanted) -> Report:
    return desk().report(wanted.period, federations=wanted.federations, outside=wanted.outside)


@room.page("/rapport", READERS)
def show() -> Response:
    """Show the pattern report, or say that the months cannot be read."""
    wanted, wrong = _wanted(), ""
    try:
        made = _made(wanted)
        if _half_empty():
            wrong = words()("web.report.both")
        elif _foreign():
            wrong = words()("web.report.foreign")
    except BadValue:
        months = all(map(_MONTH.fullmatch, (wanted.first, wanted.last)))
        wrong = words()("web.report.turned" if months and wanted.last < wanted.first else "web.report.wrong")
        made = _made(Wanted("", "", wanted.federations, wanted.outside))
    if wrong:
        wrong += " " + words()("web.report.meanwhile", period=period(made.period.code, language()))
    return page(
        "reports/pattern.html",
        422 if wrong else 200,
        report=made,
        drawn=Markup(html.render_main(made, words())),  # noqa: S704  # our own template, which escapes
        wanted=wanted,
        wrong=wrong,
        homes=_homes(),
        forms=tuple(FORMS),
        this_month=f"{made.today:%Y-%m}" if not wanted.period and made.totals.received == 0 else "",
        first=wanted.first or f"{made.period.first:%Y-%m}",
        last=wanted.last or f"{made.period.last:%Y-%m}",
    )


@room.page("/rapport/monsterrapport.<any(html, csv, json):form>", READERS)
def take(form: str) -> Response:
    """Hand out the same report as a file."""
    if _foreign():
        return show()
    try:
        made = _made(wanted := _wanted())
    except BadValue:
        return show()
    match form:
        case "csv":
            said = csv.render(made, words())
        case "json":
            said = json.render(made)
        case _:
            said = html.render(made, words())
    name = file_name(made.period, form, wanted.federations, outside=wanted.outside)
    response = Response(said.encode(), mimetype=FORMS[form])
    response.headers.set("Content-Disposition", "attachment", filename=name)  # a federation may be called "ÖST"
    return response
