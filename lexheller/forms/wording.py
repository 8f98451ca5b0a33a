"""How is an error told? One or two plain sentences, with what to do next; every class has its own."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, cast

from lexheller.errors import (
    BadRules,
    BadValue,
    GateStopped,
    LexHellerError,
    NeedsUnmet,
    NotOpen,
    NotPossible,
    Overtaken,
    Stale,
    UnknownField,
    UnknownStep,
)
from lexheller.i18n.words import Words

if TYPE_CHECKING:
    from lexheller.anonymity import Finding
    from lexheller.workflow import Need, Opening

Data = Mapping[str, Any]


def sentences(error: LexHellerError, words: Words, width: int = 80) -> list[str]:
    """Tell an error in words, as lines; findings of the gate are drawn so wide."""
    if isinstance(error, GateStopped):
        return _gate_stopped(error.data, words, width)
    for kind, tell in _TOLD.items():
        if isinstance(error, kind):
            return tell(error.data, words)
    return [_plainly(error, words)]


def step_words(words: Words, step: str) -> str:
    """Name a step as one types it and as one says it: "share (dela med arbetsgruppen)"."""
    return f"{step} ({words(f'step.{step}')})" if words.has(f"step.{step}") else step


def need_words(words: Words, need: str) -> str:
    """Name what lacks, after "saknas:"."""
    if words.has(f"need.{need}"):
        return words(f"need.{need}")
    return typed_field(words, need)


def opening_words(words: Words, opening: Opening) -> str:
    """Name everything that stands between somebody and a step: what lacks, then what is to be handed in, by field."""
    lacks = [need_words(words, need) for need in opening.lacks]
    return ", ".join((*lacks, *(asked_words(words, need) for need in asked_needs(opening))))


def asked_needs(opening: Opening) -> list[Need]:
    """List the needs of a step that are to be handed in, one for each field."""
    found: dict[str, Need] = {}
    for need in opening.step.needs:
        if need.field in opening.asks:
            found.setdefault(need.field, need)
    return list(found.values())


def asked_words(words: Words, need: Need) -> str:
    """Name what is to be handed in, and the field that one types it in: "nivå (level)"."""
    return f"{need_words(words, need.name).removesuffix(f' ({need.name})')} ({need.field})"


def field_words(words: Words, field: str) -> str:
    """Name a field as the form does; "measures.1" is a row of measures, "measures.1.owner" a part of one."""
    name, _, rest = field.partition(".")
    if (part := rest.partition(".")[2]) and words.has(f"field.{name}.{part}"):
        return words(f"field.{name}.{part}")
    return words(f"field.{name}") if words.has(f"field.{name}") else field


def typed_field(words: Words, field: str) -> str:
    """Name a field as the form does, and by the key that scripts and files have: "Vad hände (what_happened)"."""
    named = field_words(words, field)
    return f"{named.rstrip('?')} ({field})" if named != field else field


def _plainly(error: LexHellerError, words: Words) -> str:
    """Find the sentence of a class, the one for its `why` or `what` first, and fill it in."""
    data = {key: _said(value, words) for key, value in _with_labels(error, words).items()}
    if "allowed" in error.data:
        data["allowed"] = allowed_words(error.data["allowed"], words)
    if data.get("path") == "-":
        data["path"] = words("error.standard_input")
    key = f"error.{error.code}"
    key = next((f"{key}.{detail}" for detail in _details(error.data) if words.has(f"{key}.{detail}")), key)
    if not words.has(key):
        key = f"error.{cast('type[LexHellerError]', type(error).__bases__[0]).code}"
    return words(key, **_Forgiving(data, words))


def allowed_words(given: object, words: Words) -> str:
    """Say what a field may hold: codes as they are, "<= 20000", months (">= 1990-01") and days ("A – B") in words."""
    parts = given if isinstance(given, tuple | list) else (given,)
    return ", ".join(_limit(str(part), words) for part in parts)


_MONTH: Final = re.compile(r"([<>])= (\d{4}-\d\d)")
_SPAN: Final = re.compile(r"(\d{4}-\d\d-\d\d) – (\d{4}-\d\d-\d\d)")


def _limit(part: str, words: Words) -> str:
    from lexheller.i18n.dates import long_date, month, number

    if found := _MONTH.fullmatch(part):
        said = month(date.fromisoformat(f"{found[2]}-01"), words.language)
        return words("error.not_before" if found[1] == ">" else "error.not_after", day=said)
    at_most, not_before = part.removeprefix("<= "), part.removeprefix(">= ")
    if at_most != part and at_most.isdecimal():
        return words("error.at_most", n=number(int(at_most), words.language))
    if not_before != part:
        return words("error.not_before", day=long_date(date.fromisoformat(not_before), words.language))
    if span := _SPAN.fullmatch(part):
        first, last = (long_date(date.fromisoformat(day), words.language) for day in span.groups())
        return words("error.between", first=first, last=last)
    return part


def _with_labels(error: LexHellerError, words: Words) -> Data:
    """Name fields of the form and of steps as people know them; those of other files are known by their keys alone."""
    match error:
        case BadValue():
            return {**error.data, "field": typed_field(words, str(error.data["field"]))}
        case UnknownField() if words.has(f"step.{error.data.get('where')}"):
            known = tuple(typed_field(words, str(key)) for key in cast("tuple[str, ...]", error.data["known"]))
            return {**error.data, "where": step_words(words, str(error.data["where"])), "known": known}
    return error.data


def _details(data: Data) -> list[str]:
    """Name what may make a sentence more exact: why, where in the file, or of what kind the thing is."""
    why = str(data.get("why") or data.get("what") or "")
    found = [f"{why}_at"] if why and data.get("line") else []
    return [*found, why] if why else ["nobody"] if not any(data.values()) else []


class _Forgiving(dict[str, str]):
    """Hold the values of a sentence; what an error did not say is shown as a dash instead of failing on the way out."""

    def __init__(self, values: Mapping[str, str], words: Words) -> None:
        super().__init__(values)
        for name in ("name", "known", "path", "where", "found", "key", "allowed", "rule", "field", "why", "mode",
                     "part", "faults", "process", "person", "step", "line", "language", "cells"):  # fmt: skip
            self.setdefault(name, "–")
        if not values.get("known"):
            self["known"] = words("error.unknown_name.none")


def _said(value: object, words: Words) -> str:
    match value:
        case None:
            return "–"
        case tuple() | list():
            return ", ".join(str(part) for part in value)
        case datetime():
            from lexheller.i18n.dates import long_date

            return f"{long_date(value.date(), words.language)} {value:%H:%M}"
    return str(value)


def _unknown_step(data: Data, words: Words) -> list[str]:
    near = difflib.get_close_matches(str(data["step"]), data["known"], n=1, cutoff=0.5)
    if near:
        return [words("error.unknown_step.near", step=data["step"], near=near[0])]
    return [words("error.unknown_step", step=data["step"])]


def _stale(data: Data, words: Words) -> list[str]:
    if not data.get("step"):
        return [words("error.stale.unknown", number=data["number"])]
    return [
        words(
            "error.stale",
            number=data["number"],
            actor=_actor(words, str(data["actor"])),
            step=words(f"event.{data['step']}") if words.has(f"event.{data['step']}") else str(data["step"]),
            when=_local(data["at"], words),
            now=data["now"],
            seen=data["seen"],
        )
    ]


def _actor(words: Words, actor: str) -> str:
    """Name who did something: those who are no person are called by their role."""
    return words(f"role.{actor}") if actor in {"submitter", "system"} else actor


def _local(moment: datetime, words: Words) -> str:
    from zoneinfo import ZoneInfo

    return _said(moment.astimezone(ZoneInfo("Europe/Stockholm")), words)


def _not_open(data: Data, words: Words) -> list[str]:
    step = step_words(words, str(data["step"]))
    match data["why"]:
        case "state":
            told = words(
                "error.not_open.state",
                step=step,
                state=_standing(data, words),
                sources=", ".join(words(f"state.{state}") for state in data["sources"]),
            )
        case "role":
            told = words("error.not_open.role", step=step, roles=", ".join(words(f"role.{r}") for r in data["roles"]))
        case "blocked":
            told = words("error.not_open.blocked", step=step)
        case _:
            told = words("error.not_open", step=step)
    open_now = ", ".join(data.get("open", ()))
    return [told, words("error.not_open.open", open=open_now)] if open_now else [told]


def _standing(data: Data, words: Words) -> str:
    """Name the state, with who brought the case there and when: whoever comes second is told what happened."""
    state = words(f"state.{data['state']}")
    who = data.get("moved_by")
    if not who or who in {"submitter", "system"}:
        return state
    return words("error.not_open.since", state=state, who=who, when=_local(data["moved_at"], words))


def _needs_unmet(data: Data, words: Words) -> list[str]:
    if data["step"] == "submit":
        return [words("error.needs_unmet.submit"), *(f"  {typed_field(words, lack)}" for lack in data["lacks"])]
    step = step_words(words, str(data["step"]))
    typed = cast("Mapping[str, str]", data.get("typed", {}))
    told = [_lack_words(words, lack) + (f" ({typed[lack]})" if lack in typed else "") for lack in data["lacks"]]
    return [words("error.needs_unmet", step=step), *(f"  {lack}" for lack in told)]


def _lack_words(words: Words, lack: str) -> str:
    """Name what lacks; a condition that says when a step counts is turned into what is to be done instead."""
    return words(f"need.{lack}.lacks") if words.has(f"need.{lack}.lacks") else need_words(words, lack)


def _gate_stopped(data: Data, words: Words, width: int) -> list[str]:
    """Show every finding in its text. The texts go to stderr and nowhere else."""
    from lexheller.anonymity import Strength
    from lexheller.forms.findings import draw_findings
    from lexheller.forms.lines import plain

    texts = cast("Mapping[str, str]", data.get("texts", {}))
    by_field: dict[str, list[Finding]] = {}
    for field, finding in data["findings"]:
        by_field.setdefault(field, []).append(finding)
    lines, count = [words("error.gate_stopped")], 1
    for field, findings in by_field.items():
        lines += ["", field_words(words, field)]
        lines += [plain(line) for line in draw_findings(texts.get(field, ""), tuple(findings), words, width, count)]
        count += len(findings)
    stops = any(finding.strength is Strength.STOP for _, finding in data["findings"])
    return [*lines, "", words("error.gate_stopped.stop" if stops else "error.gate_stopped.ask")]


def _not_possible(data: Data, words: Words) -> list[str]:
    key = f"refused.{data['why']}"
    if not words.has(key):
        return [words("error.not_possible")]
    return [words(key, **_Forgiving({name: _said(value, words) for name, value in data.items()}, words))]


def _bad_rules(data: Data, words: Words) -> list[str]:
    rule = words("error.bad_rules.rule", rule=data["rule"]) if data.get("rule") else ""
    key = f"route.fault.{data.get('why')}"
    said = words(key, other=data.get("other", "")) if words.has(key) else str(data.get("why"))
    place = ", ".join(part for part in (str(data.get("path", "")), rule, str(data.get("field", ""))) if part)
    return [words("error.bad_rules", place=place or "–", said=said)]


_TOLD: dict[type[LexHellerError], Callable[[Data, Words], list[str]]] = {
    BadRules: _bad_rules,
    UnknownStep: _unknown_step,
    Overtaken: lambda _, words: [words("error.overtaken")],
    Stale: _stale,
    NotOpen: _not_open,
    NeedsUnmet: _needs_unmet,
    NotPossible: _not_possible,
}
"""Errors that say more than one sentence with braces can."""
