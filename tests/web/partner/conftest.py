"""A house that mails, with registered addresses for FK and AF, and a partner who has come in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from lexheller.app import House
from lexheller.desk import Desk
from lexheller.web import make_app
from tests.post import Office, post_office
from tests.web.browsing import Visitor
from tests.web.partnering import comes_in, link_to, with_mail


@pytest.fixture
def post() -> Iterator[Office]:
    """A real mail server on this machine."""
    with post_office() as office:
        yield office


@pytest.fixture
def app(web_house: House, post: Office) -> Flask:
    """The web of a house that has mail."""
    with_mail(web_house, post)
    made = make_app(web_house)
    made.testing = True
    return made


@pytest.fixture
def elsa(desk_of: Callable[[str], Desk], app: Flask) -> Desk:
    """Elsa's desk, once addresses are registered."""
    assert app.testing
    return desk_of("elsa")


@pytest.fixture
def partner(visitor: Visitor, elsa: Desk, post: Office) -> Visitor:
    """A partner who is in."""
    comes_in(visitor, post, link_to(elsa))
    return visitor
