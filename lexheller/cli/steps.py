"""`lexheller can`, `do` and `say`: what may be done with a case now, and how is it done?"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from lexheller.cli import output
from lexheller.cli.frame import (
    argument,
    command,
    json_option,
    option,
    version_option,
    vouch_option,
    with_desk,
    words_of,
)
from lexheller.cli.output import Column
from lexheller.cli.reading import read_text
from lexheller.errors import BadValue, LexHellerError, NeedsUnmet, NotOpen
from lexheller.forms.wording import opening_words
from lexheller.i18n.words import Words
from lexheller.model.codes import Role
from lexheller.model.fields import Field, Kind, named, read
from lexheller.processes import process_named
from lexheller.processes.lex_heller_fields import FIELDS

_SECRETS = {name for field in FIELDS if field.kind is Kind.SECRET for name in (field.key, field.swedish)}
_REASONS = {name for field in FIELDS if field.key == "reason" for name in (field.key, field.swedish)}

MOST_SHOWN = 6
"""As many choices are shown as the value of a field; more are counted up in the documents."""

if TYPE_CHECKING:
    from lexheller.desk import Desk, Done
    from lexheller.patterns.alike import Alike
    from lexheller.workflow import Opening, Process


@command("can", "lexheller can GBG-2026-0001", "lexheller can GBG-2026-0001 --json")
@argument("number", meta="case")
@json_option
@with_desk
def can(desk: Desk, number: str, as_json: bool) -> None:
    """Show which steps are open, and what the others lack."""
    words = words_of(click.get_current_context())
    rows = [opening_row(opening, words) for opening in desk.can(number)]
    if as_json:
        rows = [{key: row[key] for key in ("step", "open", "lacks", "asks")} for row in rows]
    if output.on_terminal() and rows and not as_json:
        # What one has to type is never cut: a step's needs go on underneath.
        said = [
            (str(row["step"]), ". ".join(filter(None, (_capital(row["label"]), _capital(row["needs"])))))
            for row in rows
        ]
        output.draw(output.named_rows(said, output.width(), "bold", max(len(name) for name, _ in said)))
        return
    columns = tuple(
        Column(key, words(f"head.{head}")) for key, head in (("step", "step"), ("label", "what"), ("needs", "needs"))
    )
    output.many(columns, rows, as_json=as_json, nothing=words("cli.nothing_to_do"))


def _capital(said: object) -> str:
    text = str(said)
    return text[:1].upper() + text[1:]


@command(
    "do",
    "lexheller do GBG-2026-0001 open_dialogue",
    'lexheller do GBG-2026-0001 retell --field shared_text="Två myndigheter väntar på varandra." --json',
)
@argument("number", meta="case")
@argument("step", meta="step")
@option("--field", "-f", "fields", multiple=True, meta="key_value", words="field")
@version_option
@vouch_option
@option("--yes", is_flag=True, words="yes_strike")
@json_option
@with_desk
def do(  # what may be typed
    desk: Desk,
    number: str,
    step: str,
    fields: tuple[str, ...],
    version: int | None,
    vouch: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Take STEP with CASE, as far as the process and your role allow."""
    data = given(fields)
    sought = next((str(data[key]) for key in _SECRETS if data.get(key)), "")
    if sought and not yes and any(data.get(key) for key in _REASONS):  # without a reason nothing is taken out yet
        from lexheller.cli import striking

        words = words_of(click.get_current_context())
        version = version or desk.case(number).case.version  # what goes is what was shown
        if not striking.agreed(desk, number, sought, words):
            output.aside(words("strike.nothing_done"))
            return
    take(desk, number, step, data, version=version, vouch=vouch, as_json=as_json)


@command("say", 'lexheller say GBG-2026-0001 "Tack! Får jag ringa dig på torsdag?"')
@argument("number", meta="case")
@argument("text", meta="text")
@option("--referral", default="", meta="name", words="referral")
@version_option
@vouch_option
@json_option
@with_desk
def say(desk: Desk, number: str, text: str, referral: str, version: int | None, vouch: bool, as_json: bool) -> None:
    """Write to the submitter, or to a partner."""
    to = {"referral": referral} if referral else {}
    take(desk, number, "say", {"message": whole_text(text), **to}, version=version, vouch=vouch, as_json=as_json)


def take(
    desk: Desk,
    number: str,
    step: str,
    data: Mapping[str, object],
    *,
    version: int | None,
    vouch: bool,
    as_json: bool,
) -> None:
    """Take a step and answer with the case's number, its state and version now, and what the step gave."""
    words = words_of(click.get_current_context())
    try:
        done = desk.do(number, step, data, version=version, vouched=vouch)
    except NotOpen as error:
        raise NotOpen(**{**error.data, "open": _open_now(desk, number)}) from None
    except NeedsUnmet as error:
        more = _asked(desk, number, data, error, words) if _somebody_is_there() and not as_json else {}
        if more:
            take(desk, number, step, {**data, **more}, version=version, vouch=vouch, as_json=as_json)
            return
        if "findings" in _lacks(error):
            _show_findings(desk, number, words)
        if "few_alike" in _lacks(error):
            _show_crowd(desk, number, data, words)
        raise NeedsUnmet(**{**error.data, "typed": _typed(desk, number, str(error.data["step"]))}) from None
    answer_done(done, step, words, as_json=as_json)


def _somebody_is_there() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _lacks(error: NeedsUnmet) -> tuple[str, ...]:
    return cast("tuple[str, ...]", error.data["lacks"])


def _asked(desk: Desk, number: str, data: Mapping[str, object], error: NeedsUnmet, words: Words) -> dict[str, object]:
    """Ask whoever sits there for what lacks, where it takes looking; nothing is asked for twice."""
    from lexheller.cli import crowds, overriding, plain_answers
    from lexheller.cli.terminal import asker

    lacks = set(_lacks(error))
    if not lacks <= plain_answers.ANSWERED | {"findings", "few_alike"}:
        return {}
    view = desk.case(number)
    plain = plain_answers.ask(asker(words), lacks, view.case.submitted.area.strip())
    if plain is None:
        return {}
    more: dict[str, object] = dict(plain)
    if "findings" in lacks and data.keys().isdisjoint({"overrides", "undantag"}):
        more |= {"overrides": overriding.ask(asker(words), view)}
    # How few are alike depends on whether the municipality is shown: once that is answered, the step counts anew.
    if "few_alike" in lacks and "area_harmless" not in lacks and all(more.values()):
        more |= {"few_alike_ok": crowds.ask(asker(words), *_few(desk, number, data))}
    return more if all(more.values()) else {}


def _show_crowd(desk: Desk, number: str, data: Mapping[str, object], words: Words) -> None:
    from lexheller.cli import crowds

    output.draw(crowds.draw(words, output.width(), *_few(desk, number, data)), err=True)


def _few(desk: Desk, number: str, data: Mapping[str, object]) -> tuple[Alike, int]:
    """Count again what the refusal has counted, to tell of it: how many are alike, and how many are wanted."""
    from lexheller.patterns.alike import Alike

    said = next((str(data[key]) for key in ("area_harmless", "kommun_far_visas") if key in data), "no")
    shown = read(Field("area_harmless", Kind.FLAG), said) is True
    return desk.alike(number, area_shown=shown) or Alike(1), desk.house.office.few_alike


def answer_done(done: Done, step: str, words: Words, *, as_json: bool) -> None:
    """Answer what a step did."""
    said = words(
        "cli.done",
        number=done.number,
        event=words(f"event.{step}") if words.has(f"event.{step}") else step,
        state=words(f"state.{done.state}"),
        version=done.version,
    )
    lines = [said, *(words(f"cli.gave.{key}", value=_told(words, value)) for key, value in done.gave.items() if value)]
    answer = {"number": done.number, "state": done.state, "version": done.version, **done.gave}
    output.one(answer, "\n".join(lines), as_json=as_json)


def given(fields: Iterable[str]) -> dict[str, object]:
    """Read `--field key=value`; a key given several times is a list, and "-" as a value reads standard input."""
    found: dict[str, list[str]] = {}
    for field in fields:
        key, equals, value = field.partition("=")
        if not equals or not key.strip():
            raise click.BadParameter(words_of(click.get_current_context())("cli.field_form"), param_hint="--field")
        found.setdefault(key.strip(), []).append(_secret(key.strip(), value))
    return {key: values[0] if len(values) == 1 else values for key, values in found.items()}


def _secret(key: str, value: str) -> str:
    """Read words that are to be taken out from standard input only: a line typed here is kept by the shell.

    Raises:
        BadValue: they stand in the line itself.
    """
    if key not in _SECRETS:
        return whole_text(value)
    if value != "-":
        raise BadValue(field=key, allowed=(f"{key}=-",))
    return read_text(Path("-"))


def whole_text(typed: str) -> str:
    """Give what was typed; "-" reads it from standard input."""
    return read_text(Path("-")).strip() if typed == "-" and not sys.stdin.isatty() else typed


def opening_row(opening: Opening, words: Words) -> dict[str, object]:
    """Give a step as `can` shows it."""
    needs = opening_words(words, opening)
    lead = words("cli.lacks" if opening.lacks else "cli.asks", needs=needs) if needs else ""
    return {
        "step": opening.step.name,
        "label": words(f"step.{opening.step.name}"),
        "needs": lead,
        "open": opening.open,
        "lacks": list(opening.lacks),
        "asks": list(opening.asks),
    }


def _show_findings(desk: Desk, number: str, words: Words) -> None:
    """Show what the gate still finds in the text that is to be attested, with the numbers that `overrides` names."""
    from lexheller.cli.overriding import draw_left
    from lexheller.processes.lex_heller_fields import OVERRIDE_REASONS

    output.draw(draw_left(desk.case(number), words, output.width()), err=True)
    output.aside(words("cli.override", reasons=", ".join(OVERRIDE_REASONS)))


def _open_now(desk: Desk, number: str) -> tuple[str, ...]:
    """Name the steps that are open instead; a refusal is told even when this cannot be read."""
    try:
        openings = desk.can(number)
    except LexHellerError:
        return ()
    return tuple(dict.fromkeys(o.step.name for o in openings if o.open and not o.step.is_action))


def _typed(desk: Desk, number: str, step: str) -> dict[str, str]:
    """Tell by need how what lacks is typed: as an option of this command where it has one, else as a field."""
    options = {param.name: param.opts[0] for param in click.get_current_context().command.params}
    process = process_named(desk.case(number).case.process).process
    found = {}
    for need in (need for row in process.named(step) for need in row.needs if need.field):
        value = _value(process, step, need.field)
        option = options.get(need.field, "")
        found[need.name] = f"{option} {value}" if option.startswith("--") else f"--field {need.field}={value}"
    return found


def _value(process: Process, step: str, key: str) -> str:
    """Show what may stand as a field's value: its codes where they are few, the parts of a row, else a place."""
    field = named(process.fields_of(step), key, step)
    if field.kind is Kind.FLAG:
        return "yes|no"
    if field.kind is Kind.DATE:
        return "2026-03-31"
    if field.columns:
        return '"' + " | ".join(field.columns) + '"'
    return "|".join(field.choices) if 0 < len(field.choices) <= MOST_SHOWN else "…"


def _told(words: Words, value: object) -> str:
    if isinstance(value, Role):
        return words(f"role.{value}")
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
