"""What stands in the forms of a case in a meeting, and what keeps it from being saved?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from werkzeug.datastructures import MultiDict

from lexheller.web.findings import ReadBack
from lexheller.web.numbers import version_in

BESIDE = {
    "second_opinion": ("level", "reason"),
    "send_back": ("question",),
    "same_event": ("other", "reason"),
}
"""What else a group may do with a case where it is read, and the fields it takes."""
_WRITTEN = ("reason", "question")
"""Which of those fields hold text."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form, and what keeps it from being saved.

    Args:
        do: "save", or one of `BESIDE`.
        wrong: sentences by place on the page.
        version: the one that its writer has seen.
        moved: what happened since; nothing was taken.
        note: the key of a sentence about the draft, with which nothing is wrong.
    """

    do: str = "save"
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
        """Give what was written, by the name of its field on the page."""
        if self.do == "save":
            found = {"why": self.why, "why_tied": self.why_tied}
        else:
            found = {f"{self.do}.{key}": text for key, text in self.beside.items() if key in _WRITTEN}
        return {name: text for name, text in found.items() if text}

    def rewritten(self, name: str, text: str) -> Draft:
        """Put another text in a field of the page."""
        match name.partition("."):
            case ("why", _, ""):
                return replace(self, why=text)
            case ("why_tied", _, ""):
                return replace(self, why_tied=text)
            case (do, _, key) if do == self.do:
                return replace(self, beside={**self.beside, key: text})
        return self


def typed_in(form: MultiDict[str, str]) -> Draft:
    """Read what stands in a form of the page."""
    do = form.get("do", "save")
    return Draft(
        do if do in BESIDE else "save",
        form.get("level", ""),
        form.get("why", "").replace("\r\n", "\n").strip(),
        tuple(dict.fromkeys(form.getlist("pattern"))),
        form.get("why_tied", "").replace("\r\n", "\n").strip(),
        {key: form.get(f"{do}.{key}", "").replace("\r\n", "\n").strip() for key in BESIDE.get(do, ())},
        vouched=form.get("vouched") == "yes",
        version=version_in(form),
    )
