"""What do macros need that a template cannot work out? Groups, marked pieces of a text, attributes, the menu."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from flask import Flask, current_app, g, request
from markupsafe import Markup

from lexheller.anonymity import Finding, Strength
from lexheller.web.access import Who, declared

MENU = (
    ("inbox", "/inkorg"),
    ("cases", "/arenden"),
    ("decisions", "/beslut"),
    ("patterns", "/monster"),
    ("report", "/rapport"),
    ("meeting", "/mote"),
    ("links", "/lankar"),
    ("administration", "/administration"),
)
"""Rooms of people who are signed in, by their word and address; each sees those they may enter."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Choices that stand under one heading, or under none."""

    heading: str
    options: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: plain, or marked with the number of a finding (0 for plain)."""

    text: str
    number: int = 0
    must_go: bool = False


@dataclass(frozen=True, slots=True)
class Door:
    """An entry of the menu."""

    word: str
    address: str
    here: bool


def install(app: Flask) -> None:
    """Give the macros their filters, and every page its menu."""
    app.jinja_env.filters.update(folds=folds, pieces=pieces, attributes=attributes, soft=soft)

    @app.context_processor
    def around() -> dict[str, tuple[Door, ...]]:
        return {"menu": tuple(doors()) if g.get("viewer") else ()}


def folds(options: Iterable[object]) -> tuple[Fold, ...]:
    """Group choices that follow each other under the same heading."""
    found = groupby(options, lambda option: getattr(option, "heading", ""))
    return tuple(Fold(heading, tuple(under)) for heading, under in found)


def pieces(text: str, findings: Iterable[Finding], first: int = 1) -> Iterator[Piece]:
    """Cut a text at what was found in it, numbered from `first`."""
    at = 0
    for number, finding in enumerate(findings, first):
        if finding.start > at:
            yield Piece(text[at : finding.start])
        yield Piece(text[max(at, finding.start) : finding.end], number, finding.strength is Strength.STOP)
        at = max(at, finding.end)
    if at < len(text):
        yield Piece(text[at:])


_LONG = re.compile(r"\w{17,}")
_JOINT = re.compile(r"(funktions|arbetsmarknads|ungdoms|samordnings|samverkans|rehabiliterings|informations)(?=\w{5})")


def soft(text: str) -> str:
    """Let long words of the trade part where a Swedish reader parts them, where a column is narrower than they."""
    if isinstance(text, Markup):  # an element's own names are no words
        return text
    return _LONG.sub(lambda word: _JOINT.sub("\\1\u00ad", word[0]), text)


def attributes(given: Mapping[str, object]) -> Markup:
    """Write attributes of an element: True stands alone, False, None and "" are left out, _ becomes -."""
    found = Markup("")
    for name, value in given.items():
        if value is True:
            found += Markup(" {}").format(name.replace("_", "-"))
        elif value not in {False, None, ""}:
            found += Markup(' {}="{}"').format(name.replace("_", "-"), value)
    return found


def doors() -> Iterator[Door]:
    """List the rooms that whoever is signed in may enter, among those that there are."""
    rules = current_app.url_map.iter_rules()
    open_to = {rule.rule: declared(current_app)[rule.endpoint] for rule in rules if "GET" in (rule.methods or ())}
    for word, address in MENU:
        access = open_to.get(address)
        if access is None or access.who is Who.PARTNER:
            continue
        if access.roles and g.viewer.roles.isdisjoint(access.roles):
            continue
        yield Door(word, address, here=(request.path + "/").startswith(address + "/"))
