"""What keeps a step from being taken, in which words is it said, and beside which field?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import cast

from lexheller.errors import (
    BadValue,
    GateStopped,
    LexHellerError,
    NeedsUnmet,
    NotFound,
    NotPossible,
    UnknownName,
)
from lexheller.forms.wording import allowed_words, sentences
from lexheller.i18n.choices import sentence
from lexheller.i18n.dates import long_date
from lexheller.model.fields import Kind, read
from lexheller.processes import process_named
from lexheller.web.casework import asking, moves, rows
from lexheller.web.casework.asking import Place, Typed
from lexheller.web.findings import ReadBack, found_at, marked
from lexheller.web.page import language

_NAMES = {
    "group": "group",
    "pattern": "pattern",
    "person": "person",
    "recipient": "to",
    "federation": "other",
}
"""The field in which a name stands that is nobody's here."""
_IMPOSSIBLE = {
    "same_case": "other",
    "by_hand_needs_reason": "reason",
    "words_not_found": "words",
    "not_rewritten": "public_text",
    "measures_of_no_action": "measures",
}


@dataclass(frozen=True, slots=True)
class Amiss:
    """What keeps a step from being taken.

    Args:
        wrong: sentences by field, or by part of a row ("measures.1.owner"); `whole` those about no field.
        backs: texts in which the gate found something.
        moved: what happened since the page was opened.
        quiet: the marks are shown, but nothing is wrong yet.
        mend: facts that lack, with the steps that bring them about.
    """

    wrong: Mapping[str, str] = field(default_factory=dict)
    whole: tuple[str, ...] = ()
    backs: tuple[ReadBack, ...] = ()
    moved: tuple[str, ...] = ()
    vouched: bool = False
    quiet: bool = False
    mend: tuple[moves.Lack, ...] = ()

    def __bool__(self) -> bool:
        return not self.quiet and bool(self.wrong or self.whole or self.backs or self.moved)


def unreadable(place: Place, typed: Typed) -> dict[str, str]:
    """Say of every field that cannot be read what it takes, all at once."""
    found: dict[str, str] = {}
    given = asking.given(typed)
    for each in place.fields:
        try:
            read(each, given.get(each.key))
        except BadValue as bad:
            found |= _bad_at(place, each.key, bad, typed)
    return found


def _bad_at(place: Place, key: str, bad: BadValue, typed: Typed) -> dict[str, str]:
    """Say what a field takes, in rows beside each day that is none, or that cannot be."""
    told = _bad(place, key, bad)
    if key != "measures":
        return {key: told}
    days = rows.bad_days(key, typed[key], str(cast("tuple[object, ...]", bad.data["allowed"])[0]))
    return dict.fromkeys(days, told) or {key: told}


def _bad(place: Place, key: str, bad: BadValue) -> str:
    """Say what a field takes, in words that its writer uses."""
    field = process_named(place.view.case.process).process.by_key[key]
    if key == "overrides":
        return place.words("web.step.wrong.overrides")
    if bad.data.get("what") == "more_time":
        return sentences(bad, place.words)[0]
    if field.kind in {Kind.DATE, Kind.ROWS}:
        return _bad_day(place, str(cast("tuple[object, ...]", bad.data["allowed"])[0]))
    return place.words("web.step.wrong.long" if field.free else "web.step.wrong.choice")


_BOUNDS = {"<=": "web.step.wrong.latest", ">=": "web.step.wrong.earliest"}


def _bad_day(place: Place, allowed: str) -> str:
    bound, _, day = allowed.partition(" ")
    if bound in _BOUNDS:
        return place.words(_BOUNDS[bound], day=long_date(date.fromisoformat(day), place.words.language))
    return (
        place.words("web.step.wrong.between", allowed=allowed_words(allowed, place.words))
        if " – " in allowed
        else place.words("web.step.wrong.day")
    )


def refused(place: Place, refusal: LexHellerError, typed: Typed, *, vouched: bool) -> Amiss:
    """Say a refusal in words, beside the field that it is about where it is about one."""
    said, given = place.words, asking.given(typed)
    match refusal:
        case NeedsUnmet():
            return _lacking(place, cast("tuple[str, ...]", refusal.data["lacks"]), typed, vouched=vouched)
        case BadValue():
            key = str(refusal.data["field"])
            return Amiss(_bad_at(place, key, refusal, typed), vouched=vouched)
        case UnknownName():
            key = _NAMES.get(str(refusal.data["what"]), "")
            told = said("web.step.wrong.choice")
            return Amiss({key: told}, vouched=vouched) if key else Amiss(whole=(told,), vouched=vouched)
        case NotPossible():
            why = str(refusal.data["why"])
            key = _IMPOSSIBLE.get(why, "")
            key = next((k for k in ("others", "double_of") if k in given), key) if why == "same_case" else key
            told = said(f"web.step.wrong.{why}") if said.has(f"web.step.wrong.{why}") else said("error.not_possible")
            return Amiss({key: told}, vouched=vouched) if key else Amiss(whole=(told,), vouched=vouched)
        case NotFound():
            key = next((k for k in ("other", "others", "double_of", "cases") if k in given), "")
            if not key:
                raise refusal
            return Amiss({key: said("web.step.wrong.case")}, vouched=vouched)
    return Amiss(whole=(said("web.step.not_now", step=sentence(said(f"step.{place.step}"))),), vouched=vouched)


def _lacking(place: Place, lacks: tuple[str, ...], typed: Typed, *, vouched: bool) -> Amiss:
    """Put every lack beside its field, or above them where it is about none."""
    fields = {need.name: need.field for opening in place.openings for need in opening.step.needs}
    drawn = {key for opening in place.openings for key in opening.step.fields}
    wrong: dict[str, str] = {}
    whole: list[str] = []
    confirms = any(each.key == "confirmed" for each in place.fields)
    for lack in lacks:
        if lack == "measures" and (parts := rows.lacking(typed.get("measures", ()), place.words)):
            wrong |= parts
            continue
        if lack == "measures" and "kind" in lacks:  # what is decided tells whether there are any to name
            continue
        key = fields.get(lack, "")
        told = _unsaid(place, key) or place.words("web.step.lack", need=place.words(f"need.{lack}"))
        if key == "public_text" and confirms:  # the text is there: it is the second person's word that lacks
            key, told = "confirmed", place.words("web.step.release.lack")
        if key in drawn:
            wrong.setdefault(key, told)
        else:
            whole.append(told)
    mend = moves.lacking(place.view, (lack for lack in lacks if fields.get(lack, "") not in drawn), place.words)
    return Amiss(wrong, tuple(whole), vouched=vouched, mend=mend)


def _unsaid(place: Place, key: str) -> str:
    """Ask for a field by the label that it has on this page, where it has one of its own; "" where it has none."""
    if not place.words.has(f"web.step.{place.step}.{key}"):
        return ""
    label = asking.label(place, key)
    return place.words("web.step.unanswered" if label.endswith("?") else "web.step.unsaid", label=label)


def backs_of(stop: GateStopped, typed: Typed) -> tuple[ReadBack, ...]:
    """Mark what the gate found in what was given, or in what the house made of it; rows as they were typed."""
    texts = cast("dict[str, str]", stop.data["texts"])
    named = partial(rows.as_typed, typed)
    texts = {**{key: str(value) for key, value in typed.items()}, **{named(key): text for key, text in texts.items()}}
    return marked(texts, found_at(stop, named), language())
