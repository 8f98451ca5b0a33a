"""What is somebody writing on a partner's page? One form with several buttons: whichever is pressed, all is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from lexheller.i18n.words import Words
from lexheller.web.findings import ReadBack

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

SPOKEN: Final = "language:"
"""Before a language, where a button asks for the page in it."""
COLLEAGUE: Final = "colleague"
NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "answer": ("answer", "follow_up", "cause", "consequences", "waits_for"),
    "more_time": ("until", "more_time_reason", "more_time_waits_for"),
    "not_ours": ("whose", "not_ours_reason"),
    "ask": ("question",),
    COLLEAGUE: ("email",),
}
"""What a partner may do, and what its fields are called in the form; two steps that ask the same have a name each."""
TEXTS: Final = frozenset(
    {"answer", "follow_up", "cause", "consequences", "more_time_reason", "not_ours_reason", "question"}
)
_LABELS: Final = {
    "answer": "web.partner.answer.do",
    "follow_up": "web.partner.answer.when",
    "question": "web.partner.ask.what",
}
_LONGEST: Final = {"email": 254}


def field_of(name: str) -> str:
    """Give the step's own field that a name in the form stands for."""
    return name.removeprefix(f"{step_of(name)}_")


def step_of(name: str) -> str:
    """Tell which step a name in the form belongs to; "" for none."""
    return next((step for step, names in NAMES.items() if name in names), "")


def name_of(step: str, key: str) -> str:
    """Give what a step's field is called in the form."""
    return next((name for name in NAMES[step] if field_of(name) == key), key)


def label_of(words: Words, key: str) -> str:
    """Name a field as the form does."""
    return words(_LABELS.get(key, f"field.{key}"))


@dataclass(frozen=True, slots=True)
class Writing:
    """What somebody is writing, and what keeps it from being sent.

    Args:
        step: what the pressed button does; "" where Enter was pressed and several could be meant.
        values: all that stands in the form, by name.
        cases: the other cases that the answer covers too.
        wrong: by name, or by field for what has no name.
        done: whether something was done just now.
    """

    step: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    cases: tuple[str, ...] = ()
    backs: tuple[ReadBack, ...] = ()
    wrong: Mapping[str, str] = field(default_factory=dict)
    vouched: bool = False
    note: str = ""
    done: bool = False

    @property
    def amiss(self) -> bool:
        """Tell whether something is wrong with it."""
        return bool(self.backs or self.wrong)

    @property
    def begun(self) -> tuple[str, ...]:
        """List the steps for which something stands in the form."""
        return tuple(step for step, names in NAMES.items() if any(self.values.get(name) for name in names))

    @property
    def given(self) -> dict[str, str]:
        """Give what the step is handed, by its own fields."""
        named = {field_of(name): self.values.get(name, "") for name in NAMES[self.step]}
        return {key: value for key, value in named.items() if value}

    @property
    def texts(self) -> dict[str, str]:
        """Give the step's texts, by name."""
        return {name: self.values[name] for name in NAMES[self.step] if name in TEXTS and self.values.get(name)}

    def after(self) -> Writing:
        """Leave what was not sent, once the step is taken."""
        left = {name: value for name, value in self.values.items() if name not in NAMES[self.step]}
        return Writing(values=left, cases=() if self.step == "answer" else self.cases)

    def unsent(self, steps: frozenset[str], words: Words) -> list[tuple[str, str]]:
        """List the texts whose step cannot be taken any longer: label and text, to be copied."""
        return [
            (label_of(words, field_of(name)), text)
            for name, text in self.values.items()
            if text and name in TEXTS and step_of(name) not in steps
        ]


def written(form: MultiDict[str, str]) -> Writing | None:
    """Read a form that was sent; None where it names what a partner cannot do."""
    names = [name for names in NAMES.values() for name in names]
    values = {name: form.get(name, "").replace("\r\n", "\n").strip()[: _LONGEST.get(name)] for name in names}
    do = form.get("do", "")
    found = Writing(
        "" if do.startswith(SPOKEN) else do, values, tuple(form.getlist("cases")), vouched=form.get("vouched") == "yes"
    )
    if "fix" in form:
        return replace(found, step=step_of(form["fix"].partition(":")[0]) or "answer")
    if not found.step:  # Enter in a field presses no button of a step's: what alone is begun is meant
        return replace(found, step=found.begun[0] if len(found.begun) == 1 else "" if found.begun else "answer")
    return found if found.step in NAMES else None
