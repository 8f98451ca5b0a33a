"""A house that mails, a case that is sent to partners, and a partner who comes in by a link and its code."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from lexheller.app import House
from lexheller.delivery.server import Security, Server
from lexheller.desk import Desk
from lexheller.services.ports import UnitOfWork
from tests.factories import a_form
from tests.post import Office
from tests.web.browsing import Page, Visitor

FK = "fk-beredning"
GONE = "Länken fungerar inte"
HALF = {"answer": "Vi kan ses.", "follow_up": "15 juni", "cause": "Två bedömer.", "waits_for": "primary_care"}
"""An answer that nobody has sent yet."""


def with_mail(house: House, post: Office) -> None:
    """Give a house a mail server, and FK and AF their registered addresses."""
    server = Server("127.0.0.1", "lexheller@example.org", post.port, Security.NONE)
    object.__setattr__(house, "settings", replace(house.settings, mail=server))

    def work(uow: UnitOfWork) -> None:
        for recipient in uow.people.recipients("GBG"):
            if recipient.organisation in {"fk", "af"}:
                mail = f"samverkan@{recipient.organisation}.example.org"
                uow.people.put_recipient(replace(recipient, email=mail))

    house.store.write(work)


def consulted(elsa: Desk, *to: str, text: str = "En person väntade länge på ett besked från två håll.") -> str:
    """Send a case to recipients."""
    number = elsa.submit(a_form(), federation="GBG").number
    steps: tuple[tuple[str, dict[str, Any]], ...] = (
        ("open_dialogue", {}),
        ("retell", {"shared_text": text}),
        ("attest", {"area_harmless": False}),
        ("set_level", {"level": "individual", "reason": "Det gäller en rutin."}),
        ("consult", {"to": list(to) or [FK], "purpose": "reply", "reason": "De delar frågan."}),
    )
    for step, given in steps:
        elsa.do(number, step, given)
    return number


def link_to(elsa: Desk, to: str = FK) -> str:
    """Give a link; its address on this server."""
    (given,) = elsa.give_links(to)
    return given.link.removeprefix(elsa.house.settings.address)


def code_in(post: Office) -> str:
    """Read the code of the last letter."""
    found = re.search(r"\b(\d{3}) (\d{3})\b", post.letters[-1].get_content())
    assert found
    return found[1] + found[2]


def comes_in(visitor: Visitor, post: Office, address: str) -> Page:
    """Open a link, ask for the code and type it."""
    visitor.opens(address)
    visitor.sends("brev")
    return visitor.sends("code", code=code_in(post))
