"""Fill in forms as somebody who means no good would: every field of every form, with whatever one likes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

TYPED = {"text", "email", "search", "tel", "textarea", "password", "month", "date"}


@dataclass
class Blank:
    """A form as it stands on a page.

    Args:
        typed: names of the fields one writes in; `hidden` those one does not see, with what stands in them.
        chosen: what is sent where one changes nothing, and the first choice where something has to be chosen.
        buttons: name and value of each button.
    """

    action: str
    method: str
    typed: list[str] = field(default_factory=list)
    hidden: dict[str, str] = field(default_factory=dict)
    chosen: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    @property
    def shape(self) -> tuple[object, ...]:
        """Tell forms apart by what can be sent with them."""
        names = {name for name, _ in self.buttons}
        return self.method, tuple(sorted(self.typed)), tuple(sorted(self.hidden)), tuple(sorted(names))


def forms_of(html: str) -> list[Blank]:
    reader = _Forms()
    reader.feed(html)
    return reader.found


FITS = {
    "until": "2026-06-01", "talked_on": "2026-03-01", "told_on": "2026-03-01", "due": "2026-06-01", "when": "2026-01",
    "since": "", "contact": "", "email": "kajak@fk.example.org", "other": "", "others": "", "double_of": "",
    "cases": "",
}  # fmt: skip
"""What is written where one cannot write just anything, so that the rest comes through."""


def filled(form: Blank, text: str, *, everywhere: bool = False) -> dict[str, list[str]]:
    """Write one text into all one can write in, and vouch for it.

    Args:
        everywhere: also where only a day, an address or a number fits.
    """
    values: dict[str, list[str]] = {name: [value] for name, value in form.hidden.items()}
    values |= {name: list(found) for name, found in form.chosen.items()}
    values |= {name: [text if everywhere else FITS.get(name.rpartition(".")[2], text)] for name in form.typed}
    return values | {"vouched": ["yes"]}


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Blank] = []
        self._open: Blank | None = None
        self._named: dict[str, Blank] = {}
        self._select = ""
        self._checked: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._checked.clear()
            self._open = Blank(given.get("action", ""), given.get("method", "get").upper())
            self.found.append(self._open)
            self._named[given.get("id", "")] = self._open
            return
        form, name = self._named.get(given.get("form", "-")) or self._open, given.get("name", "")
        if tag == "option" and form is not None and self._select:
            value = given.get("value", "")
            if value and not any(form.chosen.get(self._select, [])):
                form.chosen[self._select] = [value]
        elif form is not None and name:
            self._field(form, tag, name, given)

    def _field(self, form: Blank, tag: str, name: str, given: Mapping[str, str]) -> None:
        kind = "textarea" if tag == "textarea" else given.get("type", "text")
        if tag == "button":
            form.buttons.append((name, given.get("value", "")))
        elif tag == "select":
            self._select = name
            form.chosen.setdefault(name, [""])
        elif tag in {"input", "textarea"} and kind in TYPED:
            form.typed.append(name)
        elif kind == "hidden":
            form.hidden[name] = given.get("value", "")
        elif kind in {"radio", "checkbox"}:
            self._offered(form, name, given)

    def _offered(self, form: Blank, name: str, given: Mapping[str, str]) -> None:
        """Leave what is chosen as it is; choose the first where nothing is."""
        value = given.get("value", "on")
        if "checked" not in given:
            form.chosen.setdefault(name, [value])
        elif name in self._checked:
            form.chosen[name].append(value)
        else:
            self._checked.add(name)
            form.chosen[name] = [value]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = ""


def told_loose(html: str, marks: tuple[str, ...]) -> Iterator[str]:
    """Name what of these signs stands outside of anything that keeps it to itself."""
    reader = _Loose(marks)
    reader.feed(html)
    yield from reader.loose


_VOID = {"meta", "link", "input", "br", "img", "hr", "source", "wbr", "area", "col"}
_KEEPS = {"bdi", "textarea", "title", "option"}


class _Loose(HTMLParser):
    def __init__(self, marks: tuple[str, ...]) -> None:
        super().__init__()
        self.marks, self.loose = marks, list[str]()
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self._open.append((tag, tag in _KEEPS or any(name == "dir" for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(mark in data for mark in self.marks) and not any(keeps for _, keeps in self._open):
            self.loose.append(f"{'/'.join(tag for tag, _ in self._open[-3:])}: {data.strip()[:50]!r}")
