"""What has somebody told so far? It travels in the page from step to step; nothing of it is kept before it is sent."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from typing import Any, cast

from werkzeug.datastructures import MultiDict

from lexheller.anonymity import boundaries
from lexheller.errors import BadValue
from lexheller.model.fields import CODE_ONLY, EARLIEST_MONTH, FORM, LONGEST_TEXT, Field, Kind, read
from lexheller.services.submissions import to_come
from lexheller.web.sealed import seal, unseal

STEPS: Mapping[int, tuple[str, ...]] = {
    1: ("what_happened", "partners"),
    2: ("submitter_org", "contact"),
    3: (
        "consequence", "tried", "proposal", "title", "when", "area", "target_group", "recurring", "agreement",
        "agreement_which", "solved", "publication",
    ),
    4: ("other_channel",),
}  # fmt: skip
"""Which fields are asked where; the fourth is where the answers are checked."""
CHECK = 4
MORE = STEPS[3][3:]
"""Fields of the third step that lie in a fold."""
WAY = "contact_way"
"""How somebody wants to be reached: "reach" or "code"; the number or address stands in `contact`."""
KEYS = {step: (*keys, WAY) if "contact" in keys else keys for step, keys in STEPS.items()}
"""What a step's page sends, by name."""
FIELDS = {each.key: each for each in FORM}
_PURPOSE = "a story"

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Story:
    """What has been told so far.

    Args:
        key: makes sending twice harmless.
        values: as typed, by field.
        passed: for each step whose texts passed the gate, their digest, and whether something was vouched for.
        checked: the answers have been shown for checking; whoever changes one comes back there.
        shown: the digest of all texts as they were shown for checking, and the channels that they show signs of.
    """

    federation: str
    key: str = field(default_factory=lambda: secrets.token_urlsafe(18))
    values: Values = field(default_factory=dict)
    passed: Mapping[str, tuple[str, bool]] = field(default_factory=dict)
    checked: bool = False
    shown: tuple[str, ...] = ()

    def sealed(self) -> str:
        """Put it into one string, for a hidden field."""
        passed = {step: list(each) for step, each in self.passed.items()}
        return seal(_PURPOSE, [self.federation, self.key, dict(self.values), passed, self.checked, self.shown])

    def typed(self, key: str) -> str:
        """Give what was typed into a field that holds one thing."""
        return str(self.values.get(key, ""))

    def chosen(self, key: str) -> tuple[str, ...]:
        """Give what was chosen among several."""
        return tuple(self.values.get(key, ()))

    def with_values(self, **values: object) -> Story:
        """Change some values."""
        return replace(self, values={**self.values, **values})

    def answered(self, step: int, form: MultiDict[str, str]) -> Story:
        """Take in what was typed on a step."""
        keys = KEYS[step]
        given: dict[str, object] = {}
        for key in keys:
            if key in FIELDS and FIELDS[key].kind is Kind.CHOICES:
                given[key] = form.getlist(key)
            elif key in form:
                given[key] = form[key].replace("\r\n", "\n")
        found = replace(self, values={key: value for key, value in self.values.items() if key not in keys} | given)
        return _settled(found) if WAY in keys else found

    def texts(self, step: int, *, free_area: bool) -> dict[str, str]:
        """Give the texts of a step that pass the gate."""
        free = {key for key in STEPS[step] if FIELDS[key].free or (key == "area" and free_area)}
        return {key: text for key in STEPS[step] if key in free and (text := self.typed(key).strip())}

    def told(self, *steps: int) -> tuple[str, ...]:
        """Give all that was told in words on some steps, none named for all of them."""
        return tuple(text for step in steps or STEPS for text in self.texts(step, free_area=True).values())

    def has_passed(self, step: int, *, free_area: bool) -> bool:
        """Tell whether these very texts of a step have passed the gate."""
        texts = self.texts(step, free_area=free_area)
        return not texts or self.passed.get(str(step), ("", False))[0] == _digest(texts)

    def passing(self, step: int, *, vouched: bool, free_area: bool) -> Story:
        """Note that the texts of a step have passed."""
        mark = (_digest(self.texts(step, free_area=free_area)), vouched)
        return replace(self, passed={**self.passed, str(step): mark})

    def showing(self, signs: Iterable[str]) -> Story:
        """Note which channels the texts were shown to have signs of; they are not looked for again."""
        return replace(self, checked=True, shown=(_digest({"told": "\n".join(self.told())}), *signs))

    def signs(self) -> tuple[str, ...]:
        """Give the channels that the texts show signs of: as they were shown, while the texts are the same."""
        if self.shown and self.shown[0] == _digest({"told": "\n".join(self.told())}):
            return self.shown[1:]
        return boundaries("\n".join(self.told()))

    @property
    def vouched(self) -> bool:
        """Tell whether something that the gate asks about was vouched for."""
        return any(vouched for _, vouched in self.passed.values())

    def form(self) -> dict[str, object]:
        """Give the form as the desk takes it."""
        reaches = self.typed(WAY) == "reach"
        values = {key: value for key, value in self.values.items() if key in FIELDS and value}
        return values | {"contact": self.typed("contact") if reaches else CODE_ONLY}


def opened(sealed: str) -> Story | None:
    """Read what `sealed` made; None when it was changed, or is more than a day old."""
    found = unseal(_PURPOSE, sealed)
    if found is None:
        return None
    federation, key, values, passed, checked, *more = found  # a form that an older version drew brings no more
    marks = {step: (digest, bool(vouched)) for step, (digest, vouched) in passed.items()}
    return Story(federation, key, values, marks, checked, tuple(more[0]) if more else ())


def lacks(story: Story, step: int, today: date) -> dict[str, str]:
    """Say what a step lacks, or holds and cannot: by field, the key of its sentence ("lack.partners")."""
    found: dict[str, str] = {}
    for key in STEPS[step]:
        wrong = _contact(story) if key == "contact" else _wrong(FIELDS[key], story.values.get(key))
        if wrong:
            found[key] = wrong
    if "when" in STEPS[step] and "when" not in found and story.typed("when"):
        month = str(read(FIELDS["when"], story.typed("when")) or "")
        found |= {"when": "bad.future"} if to_come(month, today) else {}
    return found


def _wrong(asked: Field, raw: object) -> str:
    if isinstance(raw, str) and len(raw) > LONGEST_TEXT:
        return "bad.long"
    try:
        value = read(asked, raw) if raw else None
    except BadValue as bad:
        if asked.kind is Kind.MONTH:
            return "bad.early" if EARLIEST_MONTH in str(bad.data["allowed"]) else "bad.when"
        return "bad.signs" if asked.free else "bad.choice"
    if asked.required and value in (None, "", ()):
        return f"lack.{asked.key}"
    return ""


def _contact(story: Story) -> str:
    match story.typed(WAY):
        case "code":
            return ""
        case "reach":
            wrong = _wrong(FIELDS["contact"], story.typed("contact").strip())
            reaches = not wrong and read(FIELDS["contact"], story.typed("contact")) != CODE_ONLY
            return "" if reaches else "lack.contact_reach"
    return "lack.contact"


def _settled(story: Story) -> Story:
    """Settle how to reach somebody: a number without a choice is one, and whoever wants a code alone leaves none."""
    way, contact = story.typed(WAY), story.typed("contact").strip()
    if way == "code":
        return story.with_values(contact="")
    return story.with_values(**{WAY: "reach"}) if contact and not way else story


def _digest(texts: Mapping[str, str]) -> str:
    return sha256(json.dumps(cast("dict[str, str]", texts), sort_keys=True).encode()).hexdigest()[:24]
