"""`lexheller cases`: which cases are there that I may see? Filters, and what scripts rely on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol, cast

import click

from lexheller.cli.frame import command, json_option, option, with_desk, words_of
from lexheller.cli.output import MOST, Column, many, on_terminal
from lexheller.errors import BadValue, UnknownName
from lexheller.i18n.dates import period
from lexheller.model.codes import Level, Role
from lexheller.model.fields import FORM, LEVEL_WORDS, THEME_WORDS, Field, Kind, named, read
from lexheller.services.submissions import MADE_UP

if TYPE_CHECKING:
    from lexheller.desk import Desk
    from lexheller.i18n.words import Words
    from lexheller.model.people import Viewer
    from lexheller.storage.queries import CaseRow, HistoryRow

_LEVELS = Field("level", Kind.CHOICES, choices=tuple(Level), words=LEVEL_WORDS)
_THEMES = Field("themes", Kind.NAMES, words=THEME_WORDS)
_DAY = Field("day", Kind.DATE)
_HEAD_ROLES = (Role.PROCESS_LEADER, Role.REGISTRAR, Role.FEDERATION_MANAGER)


@command("cases", "lexheller cases --open --partner fk", "lexheller cases --since 2026-01-01 --json --history")
@option("--state", multiple=True, meta="state", words="state")
@option("--partner", multiple=True, meta="partner", words="partner")
@option("--theme", multiple=True, meta="name", words="theme")
@option("--level", multiple=True, metavar="|".join(Level), words="level")
@option("--pattern", meta="name", words="pattern")
@option("--leader", meta="person", words="leader")
@option("--federation", multiple=True, meta="name", words="federations")
@option("--open", "open_only", is_flag=True, words="open")
@option("--since", meta="day", words="since")
@option("--until", meta="day", words="until")
@option("--limit", type=click.IntRange(min=1, max=MOST), meta="number", words="limit")
@option("--history", is_flag=True, words="history")
@json_option
@with_desk
def cases(
    desk: Desk,
    state: tuple[str, ...],
    partner: tuple[str, ...],
    theme: tuple[str, ...],
    level: tuple[str, ...],
    pattern: str | None,
    leader: str | None,
    federation: tuple[str, ...],
    open_only: bool,
    since: str | None,
    until: str | None,
    limit: int | None,
    history: bool,
    as_json: bool,
) -> None:
    """List cases, the newest first."""
    _check_names(desk, cast("Sequence[str]", read(_THEMES, theme)), leader)
    _check_places(desk, federation, pattern)
    rows = desk.cases(
        federation=federation,
        state=_states(state),
        partner=cast("Sequence[str]", read(named(FORM, "partners", "cases"), partner)),
        theme=cast("Sequence[str]", read(_THEMES, theme)),
        level=cast("Sequence[str]", read(_LEVELS, level)),
        pattern=pattern,
        leader=leader,
        open_only=open_only,
        since=_day("since", since),
        until=_day("until", until),
        limit=limit,
    )
    words = words_of(click.get_current_context())
    histories = desk.histories(row.number for row in rows) if history and as_json else None
    found = [case_row(row, desk.me, None if histories is None else histories.get(row.number, [])) for row in rows]
    if not as_json:
        found = [month_words({**one, "state_words": words(f"state.{one['state']}")}, words) for one in found]
    columns = (
        Column("number", words("head.number"), style="bold"),
        Column("state_words", words("head.state")),
        Column("received", words("head.received")),
        Column("title", words("head.title"), cut=True),
    )
    many(columns, found, as_json=as_json, nothing=words("cli.no_cases"))


def case_row(row: CaseRow, viewer: Viewer, history: Iterable[HistoryRow] | None = None) -> dict[str, object]:
    """Give a case as JSON has it; the first nine keys are promised, and `history` where it was asked for.

    Groups and partners are told the month of receipt, "2026-03", not a day that would look exact.
    """
    found: dict[str, object] = {
        "number": row.number,
        "federation": row.federation,
        "state": row.state,
        "version": row.version,
        "level": row.level,
        "partners": list(row.partners),
        "themes": list(row.themes),
        "received": came_in(row, viewer),
        "key": None if row.key.startswith(MADE_UP) else row.key or None,
        "title": row.title,
        "due": row.due,
        "turn": row.turn or None,
        "patterns": list(row.patterns),
        "outcome": row.outcome,
        "helped": row.helped,
    }
    if history is not None:
        found["history"] = [history_entry(entry) for entry in history]
    return found


class _Listed(Protocol):
    @property
    def federation(self) -> str: ...
    @property
    def received(self) -> date: ...


def came_in(row: _Listed, viewer: Viewer) -> date | str:
    """Give the day a case came in, or the month ("2026-03") to a viewer who does not see its head."""
    sees_head = row.federation == viewer.federation and any(map(viewer.has, _HEAD_ROLES))
    return row.received if sees_head else f"{row.received:%Y-%m}"


def month_words(row: dict[str, object], words: Words) -> dict[str, object]:
    """Say a month in words where a person reads it."""
    month = row["received"]
    return {**row, "received": period(month, words.language)} if isinstance(month, str) and on_terminal() else row


def history_entry(entry: HistoryRow) -> Mapping[str, object]:
    """Give an entry of the history as JSON has it; its keys are promised."""
    return {
        "version": entry.version,
        "step": entry.step,
        "from": entry.source,
        "to": entry.to,
        "actor": entry.actor,
        "at": entry.at,
    }


def _check_names(desk: Desk, themes: Sequence[str], leader: str | None) -> None:
    """Refuse a theme or process leader that is not there: a filter that finds nothing would look like no cases.

    Raises:
        UnknownName: with those there are.
    """
    known = sorted(desk.house.office.known_themes)
    for theme in themes:
        if theme not in known:
            raise UnknownName(what="theme", name=theme, known=tuple(known))
    leaders = tuple(person.id for person in desk.people() if Role.PROCESS_LEADER in person.roles)
    if leader and leader not in leaders:
        raise UnknownName(what="person", name=leader, known=leaders)


def _check_places(desk: Desk, federations: Sequence[str], pattern: str | None) -> None:
    """Refuse a federation or pattern that is not there, for the same reason.

    Raises:
        UnknownName: with those there are.
    """
    homes = tuple(one.id for one in desk.federations())
    for federation in federations:
        if federation not in homes:
            raise UnknownName(what="federation", name=federation, known=homes)
    patterns = desk.patterns() if pattern is not None else ()
    if pattern is not None and pattern not in {name for one in patterns for name in (one.key, one.id)}:
        raise UnknownName(what="pattern", name=pattern, known=tuple(one.key for one in patterns))


def _states(asked: tuple[str, ...]) -> tuple[str, ...]:
    from lexheller.processes.lex_heller import STATES
    from lexheller.processes.workshop import STATES as WORKSHOP_STATES

    if not set(asked) <= {*STATES, *WORKSHOP_STATES}:
        raise BadValue(field="state", allowed=tuple(STATES))  # what a reader of Lex Heller's cases looks for
    return asked


def _day(name: str, typed: str | None) -> date | None:
    return cast("date | None", read(Field(name, _DAY.kind), typed))
