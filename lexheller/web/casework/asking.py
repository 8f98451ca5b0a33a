"""What does the page of a step ask? Every field of the process as a control, with its choices and what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from werkzeug.datastructures import MultiDict

from lexheller.desk import Desk
from lexheller.forms.choices import choices_of
from lexheller.i18n.choices import sentence
from lexheller.i18n.words import Words
from lexheller.model.case import Referral
from lexheller.model.codes import Outcome, Role
from lexheller.model.fields import Field, Kind
from lexheller.patterns.alike import Alike, Wider
from lexheller.processes import process_named
from lexheller.processes.lex_heller_fields import OVERRIDE_REASONS
from lexheller.services.library import Told, parts_of, put_together
from lexheller.services.reading import CaseView
from lexheller.web.casework.choosing import ANSWERS, SIMILAR_FOR, named, proposed, referrals, sisters
from lexheller.web.numbers import case_number
from lexheller.web.submitter.asking import Offered
from lexheller.workflow import Opening

FEW = 8
"""As many choices stand open; more lie in a list."""
ROWS = 3
"""Empty rows beneath those that are filled in."""
TO_WAIT = timedelta(days=14)
_LONG = {"shared_text": 10, "public_text": 10, "feedback": 8, "what_happened": 8, "answer": 6}
_ONE_LINE = {"title"}
_OF_THEIR_OWN = {"confirmed": "confirm", "public_text": "story"}
"""Fields that are drawn as nothing else is; a story is one text, asked for in its parts."""
_TICKS = {"as_received", "at_meeting", "submitter_wishes", "own_workplace_ok", "few_alike_ok"}
"""Flags that are one tick; of the others, no is an answer too."""
_TOLD = ("told", "told_on", "told_what")
_REST = {"cause", "consequences", "follow_up", "waits_for", "cases", "purpose", "severity"}
"""Fields that most do without; they lie in a fold, as does a reason that is not asked for."""
_REASON_IN_SIGHT = {"refer", "consult", "classify", "redirect", "set_aside", "withdraw"}
CASES = frozenset({"other", "others", "double_of", "cases"})
"""Fields that name other cases by their numbers."""
TYPED = ".typed"
"""Ends the name of the field in which a number is typed that is not among those to choose from."""

Typed = Mapping[str, Any]
"""What stands in the fields: a string, several, or rows of strings, by key."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One field, ready to be drawn.

    Args:
        draws: area, text, date, select, radio, boxes, cases, tick, confirm, story, rows or overrides.
        value: what stands in it; several for boxes, mappings for rows.
        fold: the words of the fold it lies in, "" for none.
    """

    key: str
    draws: str
    label: str
    hint: str
    value: Any
    options: tuple[Offered, ...] = ()
    columns: tuple[str, ...] = ()
    several: bool = False
    lines: int = 3
    fold: str = ""

    @property
    def filled(self) -> bool:
        """Tell whether something stands in it."""
        return bool(self.value)

    @property
    def more_rows(self) -> bool:
        """Tell whether something stands in another row than the first."""
        return any(any(row.values()) for row in self.value[1:])


@dataclass(frozen=True, slots=True)
class Place:
    """Where a step is about to be taken: whose desk, which case, which step, in whose words.

    Args:
        also: fields that were asked for when the step was tried, though at first they had nothing to be about.
    """

    desk: Desk
    view: CaseView
    step: str
    words: Words
    also: frozenset[str] = frozenset()

    @property
    def openings(self) -> tuple[Opening, ...]:
        """Give the rows of this step that are open to this person, or lack something."""
        return tuple(o for o in self.view.openings if o.step.name == self.step)

    @property
    def fields(self) -> tuple[Field, ...]:
        """Give the fields that the step reads here: what it needs before what it may be given."""
        known = process_named(self.view.case.process).process.by_key
        keys = dict.fromkeys(key for opening in self.openings for key in opening.step.fields)
        first = sorted(
            keys, key=lambda key: self.step == "attest" and key != "overrides"
        )  # the text before its questions
        return tuple(known[key] for key in first if key in self.also or not _idle(self, key))

    @property
    def needed(self) -> frozenset[str]:
        """Name the fields without which the step cannot be taken."""
        return frozenset(key for opening in self.openings for key in opening.asks)


def asked(place: Place, typed: Typed) -> tuple[Asked, ...]:
    """Draw up the fields of a step with what stands in them."""
    return tuple(_asked(place, field, typed.get(field.key)) for field in place.fields)


def _asked(place: Place, field: Field, value: Any) -> Asked:
    options = options_of(place, field)
    return Asked(
        key=field.key,
        draws="cases" if SIMILAR_FOR.get(place.step) == field.key and options else _drawn(place, field, options),
        label=label(place, field.key),
        hint=_hint(place, field.key),
        value=_rows(field, value)
        if field.kind is Kind.ROWS
        else parts_of(value or "")
        if field.key == "public_text"
        else value,
        options=options,
        columns=field.columns,
        several=field.kind is Kind.NAMES,
        lines=_LONG.get(field.key, 3),
        fold=_fold(place, field.key),
    )


def _fold(place: Place, key: str) -> str:
    if key in place.needed or place.step == "label":
        return ""
    if key in _TOLD:
        return place.words("web.step.fold.told")
    reason = key == "reason" and place.step not in _REASON_IN_SIGHT
    return place.words("web.step.fold.more") if reason or key in _REST else ""


def _drawn(place: Place, field: Field, options: Sequence[Offered]) -> str:
    if field.key in _OF_THEIR_OWN:
        return _OF_THEIR_OWN[field.key]
    match field.kind:
        case Kind.TEXT:
            return "text" if field.key in _ONE_LINE else "area"
        case Kind.DATE:
            return "date"
        case Kind.FLAG:
            return "tick" if field.key in _TICKS else "radio"
        case Kind.ROWS:
            return "overrides" if field.key == "overrides" else "rows"
        case Kind.SECRET:
            return "area"
        case Kind.CHOICES | Kind.NAMES:
            return "boxes" if options else "text"
    if not options:
        return "text"
    return "radio" if field.key in place.needed and len(options) <= FEW else "select"


def _rows(field: Field, value: Any) -> list[Mapping[str, str]]:
    rows = list(value or ())
    if field.key == "overrides":
        return rows
    return rows + [dict.fromkeys(field.columns, "")] * max(1, ROWS - len(rows))


def label(place: Place, key: str) -> str:
    """Give the label of a field on the page of this step."""
    named = f"web.step.{place.step}.{key}.named"
    if key == "area_harmless" and place.words.has(named) and (area := place.view.case.submitted.area.strip()):
        return place.words(named, area=area)
    own = f"web.step.{place.step}.{key}"
    return place.words(own) if place.words.has(own) else place.words(f"field.{key}")


def _hint(place: Place, key: str) -> str:
    if key == "few_alike_ok":
        return _crowd_words(place)
    if key == "area_harmless" and not place.view.case.submitted.area.strip():
        return place.words("web.step.attest.no_area")
    if key == "other" and place.step == "redirect" and not place.view.case.attested:
        return f"{place.words('web.step.redirect.other.hint')} {place.words('web.step.redirect.unattested')}"
    if key == "referral" and place.step == "say" and (asked := _has_asked(place)):
        name = place.view.names.get(asked.recipient, asked.recipient)
        return place.words("web.step.say.referral.asked", partner=name)
    for name in (f"web.step.{place.step}.{key}.hint", f"web.step.hint.{key}"):
        if place.words.has(name):
            return place.words(name, number=_numbers_like(place))
    return ""


def _numbers_like(place: Place) -> str:
    """Begin a register number as the federation's own do: "GBG-2026-00"."""
    return f"{place.view.case.number.rpartition('-')[0]}-00"


def _crowd(place: Place) -> Alike | None:
    """Count the cases like this one where there are too few, its municipality shown or not; None where there are not.

    Asked for from the start, so that nobody who has answered all that stood on the page is asked once more.
    """
    wanted = place.desk.house.office.few_alike
    if place.step != "attest" or not wanted or not place.view.case.shared_version:
        return None
    found = place.desk.alike(place.view.case.number, area_shown=True)
    return found if found is not None and found.count < wanted else None


def _crowd_words(place: Place) -> str:
    """Say why few cases alike matter, how few they are, and how many there would be if less were said."""
    found, words = _crowd(place), place.words
    why = words("web.step.attest.few_alike_ok.hint")
    if found is None:
        return why
    told = words("alike.few", n=found.count, wanted=place.desk.house.office.few_alike)
    # Without its municipality a case may tell of nobody: then nobody is counted, and nothing asked.
    enough = Wider.AREA in found.ways and place.desk.alike(place.view.case.number, area_shown=False) is None
    ways = {way: count for way, count in found.ways.items() if way is not Wider.AREA or not enough}
    less = ", ".join(words(f"alike.way.{way}", n=count) for way, count in ways.items())
    rest = f" {words('web.step.attest.area_hidden')}" if enough else ""
    return f"{why} {told} {less}.{rest}"


def _idle(place: Place, key: str) -> bool:
    """Tell whether a field has nothing to be about in this case."""
    return key in _HAS_NOTHING and _HAS_NOTHING[key](place)


def may_confirm(place: Place) -> bool:
    """Tell whether somebody else has handed in a text for the library, which this person may agree to."""
    return place.view.case.release_asked_by not in {"", place.desk.me.person}


_HAS_NOTHING: Mapping[str, Callable[[Place], bool]] = {
    "overrides": lambda place: not place.view.findings,
    "own_workplace_ok": lambda place: not place.view.case.own_workplace,
    "few_alike_ok": lambda place: "few_alike_ok" not in place.needed and _crowd(place) is None,
    "submitter_wishes": lambda place: (
        may_confirm(place) if place.step == "release" else place.view.case.outcome is not Outcome.WITHDRAWN
    ),
    # The only one there is needs no choosing.
    "referral": lambda place: len(referrals(place)) < (2 if place.step in ANSWERS else 1),
    "measure": lambda place: len(place.view.case.measures) <= 1,
    "confirmed": lambda place: not may_confirm(place),
    "public_text": may_confirm,
    "harmless": may_confirm,
    "at_meeting": lambda place: not place.desk.me.has(Role.PROCESS_LEADER),
    "other": lambda place: place.step == "redirect" and not sisters(place),
}
"""Fields that are left out where this holds."""


# --- what one may choose among -----------------------------------------------------------------------


def options_of(place: Place, field: Field) -> tuple[Offered, ...]:
    """List what one may choose for a field, by name; none where one writes."""
    found = named(place, field.key)
    if found is None:
        return _coded(place, field)
    plain = field.kind is Kind.NAMES or (field.key in place.needed and len(found) <= FEW)
    if plain or SIMILAR_FOR.get(place.step) == field.key:
        return found
    return (Offered("", place.words("web.step.nothing")), *found)


def _coded(place: Place, field: Field) -> tuple[Offered, ...]:
    if field.kind is Kind.ROWS:
        labels = ((reason, sentence(place.words(f"override.{reason}"))) for reason in OVERRIDE_REASONS)
        nothing = Offered("", place.words("web.step.change_instead"))
        return (nothing, *(Offered(*each) for each in labels)) if field.key == "overrides" else ()
    found = tuple(
        Offered(each.code, each.label, each.heading, _more(place, field.key, each.code))
        for each in choices_of(field, place.words)
        if each.code
    )
    one = field.kind is Kind.CHOICE and (field.key not in place.needed or len(found) > FEW)
    return (Offered("", place.words("web.step.nothing")), *found) if one and found else found


def _more(place: Place, key: str, code: str) -> str:
    """Say more of a choice, where there is more to say."""
    name = {"channel": f"channel.{code}.how", "level": f"level.help.{code}", "purpose": f"purpose.help.{code}"}.get(key)
    return place.words(name) if name and place.words.has(name) else ""


# --- what stands in the fields ------------------------------------------------------------------------


def first_values(place: Place) -> dict[str, Any]:
    """Propose what a step is most likely given: today, what was said before, where the rules lead."""
    found = _FIRST.get(place.step)
    return dict(found(place)) if found else {}


def _today(place: Place, days: timedelta = timedelta()) -> str:
    return (place.desk.house.office.today() + days).isoformat()


def _sorted_so_far(place: Place) -> dict[str, Any]:
    case = place.view.case
    return {
        "themes": list(case.themes),
        "partners": [str(partner) for partner in case.partners],
        "target_group": case.target_group,
        "severity": list(case.severity),
    }


def _text_so_far(place: Place) -> dict[str, Any]:
    view = place.view
    return {"shared_text": view.shared, "title": view.title if view.case.title_version > 1 else ""}


def _level_so_far(place: Place) -> dict[str, Any]:
    level = place.view.case.level or place.view.case.provisional_level
    return {"level": str(level)} if level else {}


def _only_group(place: Place) -> dict[str, Any]:
    groups = place.desk.groups()
    return {"group": groups[0].key} if len(groups) == 1 else {}


def _who_asked(place: Place) -> dict[str, Any]:
    asked = _has_asked(place)
    return {"referral": str(asked.id) if asked else ""}


def _has_asked(place: Place) -> Referral | None:
    return next((r for r in place.view.case.open_referrals() if r.asked), None)


_FIRST: Mapping[str, Callable[[Place], Mapping[str, Any]]] = {
    "note_talk": lambda place: {"talked_on": _today(place), "talk": "phone"},
    "wait": lambda place: {"until": _today(place, TO_WAIT)},
    "retell": _text_so_far,
    "label": _sorted_so_far,
    "classify": _level_so_far,
    "set_level": _level_so_far,
    "refer": lambda place: {"to": list(proposed(place))},
    "consult": lambda place: {"to": list(proposed(place))},
    "share": _only_group,
    "show_group": _only_group,
    "give_feedback": lambda place: {"feedback": place.view.solution},
    # Where no place is named, there is nothing to think over.
    "attest": lambda place: {} if place.view.case.submitted.area.strip() else {"area_harmless": "no"},
    "release": lambda place: {} if may_confirm(place) else {"public_text": place.view.public or place.view.shared},
    "say": _who_asked,
    # Whoever writes in an answer was told it; a question or a wish for time may have come by telephone as well.
    **{step: lambda _place: {"at_meeting": "yes"} for step in ("answer", "not_ours")},
}


def as_drawn(place: Place, fields: Sequence[Field]) -> list[Field]:
    """Put fields in the order in which the page has them: what is found in them is counted down the page."""
    drawn = sorted(place.fields, key=lambda field: bool(_fold(place, field.key)))
    order = {field.key: number for number, field in enumerate(drawn)}
    return sorted(fields, key=lambda field: order.get(field.key, len(order)))


def typed_in(fields: Sequence[Field], form: MultiDict[str, str]) -> dict[str, Any]:
    """Read what stands in the fields of a form, as typed."""
    found: dict[str, Any] = {}
    for field in fields:
        if field.kind is Kind.ROWS:
            found[field.key] = _typed_rows(field, form)
        elif field.key in CASES:
            numbers = _numbers(field, form)
            found[field.key] = numbers if field.kind is Kind.NAMES else next(iter(numbers), "")
        elif field.kind in {Kind.CHOICES, Kind.NAMES}:
            found[field.key] = [value for value in form.getlist(field.key) if value.strip()]
        elif f"{field.key}.text" in form:
            told = (form.get(f"{field.key}.{part}", "").replace("\r\n", "\n") for part in Told._fields)
            found[field.key] = put_together(Told(*told))
        elif field.key in form:
            found[field.key] = form[field.key].replace("\r\n", "\n")
    return found


def _numbers(field: Field, form: MultiDict[str, str]) -> list[str]:
    """Read the numbers of other cases, typed before chosen: who types one that is not there to choose means that."""
    typed = form.get(field.key + TYPED, "").split(",")
    chosen = [part for value in form.getlist(field.key) for part in value.split(",")]
    found = [*typed, *chosen] if field.kind is Kind.NAME else [*chosen, *typed]
    return list(dict.fromkeys(case_number(part.strip()) for part in found if part.strip()))


_ROW = re.compile(r"\.(\d{1,3})\.")


def _typed_rows(field: Field, form: MultiDict[str, str]) -> list[dict[str, str]]:
    """Read rows "measures.1.what" and on, each in its place, as far as one says something."""
    numbers = {int(found[1]) for name in form if name.startswith(f"{field.key}.") and (found := _ROW.search(name))}
    rows = [{c: form.get(f"{field.key}.{n}.{c}", "").strip() for c in field.columns} for n in sorted(numbers)]
    says = "reason" if "reason" in field.columns else ""
    if says:
        return [row for row in rows if row[says]]
    return rows[: max((place for place, row in enumerate(rows, 1) if any(row.values())), default=0)]


def given(typed: Typed) -> dict[str, Any]:
    """Give what is handed to the desk: what says something, and of rows those that do."""
    told = {
        key: [each for each in value if _says(each)] if isinstance(value, list) else value
        for key, value in typed.items()
    }
    return {key: value for key, value in told.items() if value not in ("", [], None)}


def _says(part: object) -> bool:
    return any(part.values()) if isinstance(part, Mapping) else bool(part)
