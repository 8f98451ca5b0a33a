"""People with accounts at the door: how they are invited, choose passwords and carry telephones that count codes."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pyotp
from flask import Flask

from lexheller.services import accounts
from lexheller.web import make_app
from lexheller.web.page import house
from lexheller.web.signin import passwords
from tests.web.browsing import Page, Visitor

WORDS = "tre gula kajakväskor"
"""A password that nothing is wrong with."""


def door(app: Flask) -> Flask:
    """Make the same house's web as it is where it is no demo."""
    made = make_app(app.extensions["lexheller.house"])
    made.testing = True
    return made


def invited(app: Flask, person: str, *, anew: bool = False) -> str:
    """Invite somebody; give the address of their link."""
    with app.app_context():
        here = house()
        found = next(p for p in here.store.read(lambda uow: uow.people.persons()) if p.id == person)
        made = here.store.write(lambda uow: accounts.invite(uow, here.office, found, anew=anew))
    return f"/inbjudan/{made.word}"


def with_password(app: Flask, person: str, password: str = WORDS) -> None:
    """Let somebody have a password already."""
    with app.app_context():
        here = house()
        found = next(p for p in here.store.read(lambda uow: uow.people.persons()) if p.id == person)
        hashed = passwords.hashed(password)
        here.store.write(lambda uow: accounts.set_password(uow, found, hashed))


def signs_in(visitor: Visitor, name: str, password: str = WORDS) -> Page:
    """Go to the door and type a name and a password."""
    visitor.opens("/logga-in")
    return visitor.sends("/logga-in", name=name, password=password)


def is_in(visitor: Visitor) -> bool:
    """Tell whether somebody is let in."""
    return visitor.raw("GET", "/konto").status_code == 200


@dataclass
class Phone:
    """An app for one-time codes."""

    secret: str

    def shows(self, seconds: float) -> str:
        return pyotp.TOTP(self.secret).at(int(seconds))


def switches_on(visitor: Visitor, seconds: float) -> tuple[Phone, list[str]]:
    """Switch codes on at one's account; give the telephone and the recovery codes."""
    page = visitor.opens("/konto/koder")
    found = re.search(r'<code class="secret">([A-Z2-7 ]+)</code>', page.html)
    assert found, page.text
    phone = Phone(found[1].replace(" ", ""))
    page = visitor.sends("/konto/koder", code=phone.shows(seconds), present=WORDS)
    codes = re.findall(r"<li><code>([a-z0-9-]+)</code>", page.html)
    assert len(codes) == 10, page.text
    return phone, codes
