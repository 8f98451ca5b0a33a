"""Where do links lead that a server writes? To where it answers, unless the settings say what the world calls it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

from tests.whole.houses import Home
from tests.whole.served import Served, serving

FEED = "/bibliotek/flode.atom"


def feed(server: Served) -> str:
    with closing(server.link()) as link:
        link.request("GET", FEED)
        return link.getresponse().read().decode()


def test_links_lead_to_the_port_that_was_given(on_sqlite: Home) -> None:
    with serving(on_sqlite) as server:
        assert f'"http://127.0.0.1:{server.port}{FEED}"' in feed(server)


def test_links_lead_to_the_name_in_the_settings(on_sqlite: Home) -> None:
    named = replace(on_sqlite, environ=on_sqlite.environ | {"LEXHELLER_WEB_ADDRESS": "https://lex.example.org"})
    with serving(named) as server:
        assert f'"https://lex.example.org{FEED}"' in feed(server)
