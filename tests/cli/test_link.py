"""Does `lexheller link` give partners a way in, show it once, and take it back?"""

from __future__ import annotations

import pytest

from tests.cli.conftest import Terminal
from tests.docs.scene import with_partners

FK = "fk-beredning"


@pytest.fixture
def number(terminal: Terminal) -> str:
    """A case that is with FK."""
    return with_partners(terminal)


def test_a_recipient_is_given_a_link(terminal: Terminal, number: str) -> None:
    got = terminal("link", FK, "--json", by="elsa")
    assert got.code == 0, got.err
    (given,) = got.json["links"]
    assert number
    assert given["link"].startswith("http://127.0.0.1:8421/part/brev/")
    assert (given["to"], given["mailed"]) == ("samverkan@fk.example.org", False)


def test_a_case_gives_each_of_its_recipients_one(terminal: Terminal, number: str) -> None:
    got = terminal("link", number, "--json", by="elsa")
    assert [given["to"] for given in got.json["links"]] == ["samverkan@fk.example.org"]


def test_links_are_taken_back_by_recipient_or_case(terminal: Terminal, number: str) -> None:
    for named in (FK, number):
        terminal("link", named, by="elsa")
        got = terminal("link", named, "--withdraw", "--json", by="elsa")
        assert got.json == {"withdrawn": 1}
        assert terminal("link", named, "--withdraw", by="elsa").code == 6


def test_nobody_else_gives_links(terminal: Terminal, number: str) -> None:
    for who in ("birgitta", "adam", "alva"):
        assert terminal("link", number, by=who).code != 0


def test_who_has_no_address_or_no_case_is_told_so(terminal: Terminal, number: str) -> None:
    assert "ingen registrerad e-postadress" in terminal("link", "styrgrupp", by="elsa").err
    assert number
    new = terminal.submits()
    assert terminal("link", new, by="elsa").code != 0
    attested = terminal.attested()
    assert "inte skickat till någon part" in terminal("link", attested, by="elsa").err
