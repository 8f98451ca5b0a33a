"""A real house on a real SQLite file, and somebody at the keyboard."""

from __future__ import annotations

import getpass
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import time_machine
from click.testing import CliRunner

from lexheller.app import make_house
from lexheller.cli.main import program
from lexheller.desk import Desk, open_desk
from lexheller.model.codes import Role
from lexheller.model.people import Federation, Group, Organisation, Pattern, Recipient
from lexheller.services import tags
from lexheller.services.founding import Founding
from lexheller.settings import load_settings
from tests.factories import NOON, a_form
from tests.house import PEOPLE, RECIPIENTS

STORY = "En person väntade länge på ett besked. Två myndigheter väntade på varandra."


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Terminal:
    """Somebody at the keyboard, bound to the administrator and so able to act as anybody."""

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}

    def __call__(self, *words: str, by: str | None = None, typed: str | bytes = "", language: str = "") -> Answer:
        before = (["--as", by] if by else []) + (["--language", language] if language else [])
        got = CliRunner().invoke(program, [*before, *words], input=typed)
        if got.exception is not None and not isinstance(got.exception, SystemExit):
            raise got.exception
        return Answer(got.exit_code, got.stdout, got.stderr)

    def desk(self, person: str) -> Desk:
        return open_desk(settings=load_settings(None, os.environ), person=person)

    def submits(self, **form: Any) -> str:
        desk = self.desk("elsa")
        got = desk.submit(a_form(what_happened=STORY) | form)
        desk.close()
        assert got.claim_code
        self.codes[got.number] = got.claim_code
        return got.number

    def does(self, person: str, number: str, step: str, /, **given: object) -> None:
        desk = self.desk(person)
        desk.do(number, step, given)
        desk.close()

    def attested(self) -> str:
        number = self.submits()
        self.does("elsa", number, "open_dialogue")
        self.does("elsa", number, "retell", shared_text="En person väntade länge på besked från två håll.")
        self.does("elsa", number, "attest", area_harmless=False)
        return number


@pytest.fixture
def terminal(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """Return somebody at the keyboard of a furnished house, on a Monday in March 2026."""
    monkeypatch.chdir(home)
    monkeypatch.setenv("LEXHELLER_DEBUG", "1")
    with time_machine.travel(NOON, tick=False):
        furnish()
        yield Terminal()


def furnish() -> None:
    """Make a house in the home that is set."""
    house = make_house(load_settings(None, os.environ), founding())
    pattern = Pattern("GBG", "P1", "Två bedömer olika", "Vem stämmer av?")
    house.store.write(lambda uow: tags.put(uow.people, house.office.keys, pattern))
    house.close()


MAIL = {"fk-beredning": "samverkan@fk.example.org", "af-beredning": "samverkan@af.example.org"}
"""The addresses that recipients have registered."""


def founding() -> Founding:
    """Name the people and places of the house; whoever runs the tests is the administrator's system user.

    Where two people are needed, a test says whose keyboard it is: LOGNAME is the person's name.
    """
    user = getpass.getuser()
    names = (("GBG", "Göteborg Exempel"), ("INS", "Insjö Exempel"), ("ALV", "Älv Exempel"))
    return Founding(
        federations=tuple(Federation(code, name, "Elsa Exempel", "031-3900650") for code, name in names),
        persons=tuple(
            replace(p, users=(user,)) if Role.ADMINISTRATOR in p.roles else replace(p, users=(p.id,)) for p in PEOPLE
        ),
        groups=(Group("GBG", "natverk", "Nätverket", ("GBG", "INS")),),
        organisations=tuple(
            Organisation(code, recipient.split("-")[0], kind, name)
            for code, _ in names
            for recipient, name, kind in RECIPIENTS
            if kind is not None
        ),
        recipients=tuple(
            Recipient(code, recipient, name, kind, recipient.split("-")[0], MAIL.get(recipient, ""))
            for code, _ in names
            for recipient, name, kind in RECIPIENTS
        ),
    )
