"""What stands in the form of a case in a meeting, which button was pressed, and what keeps it from being saved?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from werkzeug.datastructures import MultiDict

from lexheller.web.findings import ReadBack
from lexheller.web.numbers import case_number, version_in

SAVE: Final = "save"
BESIDE: Final[Mapping[str, tuple[str, ...]]] = {
    "second_opinion": ("level", "reason"),
    "same_event": ("other",),
    "send_back": ("question",),
}
"""What else a group may do with a case where it is read, and the fields it takes; in the form their names follow it."""
_WRITTEN: Final = ("reason", "question")
"""Which of those fields hold text."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form, and what keeps it from being saved.

    Args:
        do: what the pressed button does: `SAVE`, or one of `BESIDE`; "" where Enter was pressed and several could be
            meant.
        beside: all that stands in the fields of `BESIDE`, by their names in the form.
        wrong: sentences by place on the page.
        vouched: whether the texts of what is done were vouched for; a tick for others counts for nothing.
        version: the one that its writer has seen.
        moved: what happened since; nothing was taken.
        note: the key of a sentence about the draft, with which nothing is wrong.
    """

    do: str = SAVE
    level: str = ""
    why: str = ""
    patterns: tuple[str, ...] = ()
    why_tied: str = ""
    beside: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)
    backs: tuple[ReadBack, ...] = ()
    vouched: bool = False
    version: int | None = None
    moved: tuple[str, ...] = ()
    note: str = ""

    def __bool__(self) -> bool:
        return bool(self.wrong or self.backs or self.moved)

    @property
    def texts(self) -> dict[str, str]:
        """Give what was written for what is done, by the name of its field on the page."""
        if self.do == SAVE:
            found = {"why": self.why, "why_tied": self.why_tied}
        else:
            names = (f"{self.do}.{key}" for key in BESIDE.get(self.do, ()) if key in _WRITTEN)
            found = {name: self.beside.get(name, "") for name in names}
        return {name: text for name, text in found.items() if text}

    @property
    def given(self) -> dict[str, str]:
        """Give what a step of `BESIDE` is handed, by its own fields."""
        found = {key: self.beside.get(f"{self.do}.{key}", "") for key in BESIDE.get(self.do, ())}
        if found.get("other"):
            found["other"] = case_number(found["other"])
        return {key: text for key, text in found.items() if text}

    def begun(self, level: str) -> tuple[str, ...]:
        """List what something stands in the form for; `level` is what the page itself had chosen."""
        decided = self.why or self.patterns or self.why_tied or self.level not in {"", level}
        found = [do for do in BESIDE if any(text for name, text in self.beside.items() if _step_of(name) == do)]
        return (*([SAVE] if decided else []), *found)

    def after(self, level: str) -> Draft:
        """Leave what was not sent, once the rest is taken; `level` is what the case has now."""
        if self.do == SAVE:
            return Draft(level=level, beside=self.beside)
        left = {name: text for name, text in self.beside.items() if _step_of(name) != self.do}
        return Draft(SAVE, self.level, self.why, self.patterns, self.why_tied, left)

    def unsent(self, can: Collection[str], *, to_know: bool) -> list[str]:
        """List the texts whose field is not drawn any longer, to be copied."""
        named = [(_step_of(name), name.partition(".")[2], text) for name, text in self.beside.items()]
        left = [self.why] if to_know else []
        left += [] if "tie_pattern" in can else [self.why_tied]
        left += [text for do, key, text in named if key in _WRITTEN and do not in can]
        return [text for text in left if text]

    def rewritten(self, name: str, text: str) -> Draft:
        """Put another text in a field of the page."""
        if name == "why":
            return replace(self, why=text)
        if name == "why_tied":
            return replace(self, why_tied=text)
        return replace(self, beside={**self.beside, name: text})


def _step_of(name: str) -> str:
    return name.partition(".")[0]


def typed_in(form: MultiDict[str, str], level: str) -> Draft:
    """Read what stands in the form of the page, on which `level` was chosen when it was opened."""
    names = [f"{do}.{key}" for do, keys in BESIDE.items() for key in keys]
    found = Draft(
        form.get("do", ""),
        form.get("level", ""),
        form.get("why", "").replace("\r\n", "\n").strip(),
        tuple(dict.fromkeys(form.getlist("pattern"))),
        form.get("why_tied", "").replace("\r\n", "\n").strip(),
        {name: form.get(name, "").replace("\r\n", "\n").strip() for name in names},
        version=version_in(form),
    )
    do = _meant(form, found, level)
    return replace(found, do=do, vouched=form.get("vouched") == "yes" and form.get("vouches") == do)


def _meant(form: MultiDict[str, str], found: Draft, level: str) -> str:
    """Tell what is to be done; Enter in a field presses no button of a step's: what alone is begun is meant."""
    if "fix" in form:
        step = _step_of(form["fix"].partition(":")[0])
        return step if step in BESIDE else SAVE
    if found.do == SAVE or found.do in BESIDE:
        return found.do
    begun = found.begun(level)
    return begun[0] if len(begun) == 1 else "" if begun else SAVE
