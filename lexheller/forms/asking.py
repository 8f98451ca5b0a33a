"""How are a form's fields asked in a terminal, one by one? Label and hint, then lines, numbers or a day are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lexheller.errors import BadValue, Mistake
from lexheller.forms.choices import Choice, choices_of, chosen
from lexheller.forms.lines import INDENT, Line, wrapped
from lexheller.i18n.words import Words
from lexheller.model.fields import CODE_ONLY, Field, Kind, read

ONE_LINE = {"title", "agreement_which"}
"""Texts that are a few words; the others may run over several lines and end with an empty one."""


_HINTS = {"contact": "ask.contact.hint"}
"""Hints that speak of a page are put in other words here."""


class InputEnded(Mistake):
    """Say that the input ended where an answer was asked for."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody at a terminal.

    Args:
        show: prints drawn lines.
        hear: reads one line that was typed; raises `InputEnded` when there is none to come.
        width: how many characters a line has room for.
    """

    words: Words
    show: Callable[[Iterable[Line]], None]
    hear: Callable[[], str]
    width: int = 80

    def tell(self, said: str, style: str = "") -> None:
        """Print some words."""
        self.show(wrapped(said, self.width, style=style))


def ask(asker: Asker, field: Field) -> object:
    """Ask for a field until the answer can be read; None when it may be left out and was."""
    asker.show(heading(asker.words, field, asker.width))
    while True:
        raw = _raw(asker, field)
        try:
            value = read(field, raw)
        except BadValue as bad:
            allowed = bad.data["allowed"]
            example = ", ".join(map(str, allowed)) if isinstance(allowed, tuple) else str(allowed)
            asker.tell(asker.words("ask.not_so", allowed=example))
            continue
        if value in (None, "", ()) and field.required:
            asker.tell(asker.words("ask.required"))
            continue
        return value


def ask_yes(asker: Asker, question: str, *, default: bool) -> bool:
    """Ask a yes-or-no question; an empty answer is the default."""
    words = asker.words
    while True:
        asker.show([[(question, "bold"), (f" [{words('ask.yes_no' if default else 'ask.no_yes')}]", "")]])
        typed = asker.hear().strip().casefold()
        if not typed:
            return default
        for key, answer in (("choice.yes", True), ("choice.no", False)):
            if words(key).casefold().startswith(typed) or typed == ("y" if answer else "n"):
                return answer


def ask_choice(asker: Asker, choices: tuple[Choice, ...]) -> str:
    """Ask for one of some choices, until one of them is named."""
    asker.show(numbered(choices, asker.width))
    while True:
        found = chosen(asker.hear(), choices, several=False)
        if found:
            return found[0]
        asker.tell(asker.words("ask.choose", last=len(choices)))


def ask_text(asker: Asker, *, one_line: bool = False) -> str:
    """Read a text; several lines end with an empty one."""
    if one_line:
        return asker.hear().strip()
    asker.tell(asker.words("ask.end_with_empty"))
    return "\n".join(_until_empty(asker)).strip()


def heading(words: Words, field: Field, width: int) -> list[Line]:
    """Draw a field's label and hint."""
    hint = _HINTS.get(field.key, f"field.{field.key}.hint")
    label: list[Line] = [[], [(words(f"field.{field.key}"), "bold")]]
    return label + (wrapped(words(hint), width) if words.has(hint) else [])


def numbered(choices: tuple[Choice, ...], width: int) -> list[Line]:
    """Draw choices with their numbers, under their headings."""
    lines: list[Line] = []
    under = ""
    for number, choice in enumerate(choices, 1):
        if choice.heading != under and choice.heading:
            lines.append([(INDENT + choice.heading, "bold")])
        under = choice.heading
        lines += wrapped(f"{number:>2}  {choice.label}", width, INDENT)
    return lines


def _raw(asker: Asker, field: Field) -> object:
    if field.kind is Kind.CONTACT:
        return _contact(asker)
    choices = choices_of(field, asker.words)
    if choices:
        return _choices(asker, field, choices)
    if field.kind is Kind.TEXT:
        return ask_text(asker, one_line=field.key in ONE_LINE)
    return asker.hear().strip() or None


def _choices(asker: Asker, field: Field, choices: tuple[Choice, ...]) -> object:
    several = field.kind in {Kind.CHOICES, Kind.NAMES}
    asker.show(numbered(choices, asker.width))
    if several:
        asker.tell(asker.words("ask.several"))
    while True:
        typed = asker.hear()
        if not typed.strip():
            return None
        found = chosen(typed, choices, several=several)
        if found is not None:
            codes = tuple(code for code in found if code)
            return (codes if several else codes[0]) if codes else None
        asker.tell(asker.words("ask.choose", last=len(choices)))


def _contact(asker: Asker) -> str:
    words = asker.words
    ways = (Choice("reach", words("contact_way.reach")), Choice("code", words("contact_way.code")))
    while True:
        if ask_choice(asker, ways) == "code":
            return CODE_ONLY
        asker.tell(words("ask.contact"))
        typed = asker.hear().strip()
        if typed and typed != CODE_ONLY:
            return typed


def _until_empty(asker: Asker) -> Iterator[str]:
    while line := asker.hear().rstrip():
        yield line
