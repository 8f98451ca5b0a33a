"""Does the terminal let people in on the web, and say what is wrong with the mail?"""

from __future__ import annotations

import getpass
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from waitress.server import TcpWSGIServer

from lexheller.cli import serve
from lexheller.model.people import Person
from lexheller.services import accounts
from tests.cli.conftest import Terminal
from tests.post import Office, free_port
from tests.serving import mail_for_examples

LINK = re.compile(r"https?://\S+/inbjudan/[\w-]{44}(?=\s|$)")
FILE = """
federations:
  - {{id: GBG, name: Samordningsförbundet Exempel}}
people:
  - {{id: adam, name: Adam Exempel, roles: [administrator], users: [{user}]}}
  - {{id: berta, name: Berta Exempel, roles: [administrator]}}
  - {{id: elsa, name: Elsa Exempel, roles: [process_leader]}}
"""


@pytest.fixture
def mail(monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    with mail_for_examples(monkeypatch) as office:
        yield office


def whom(link: str) -> Person | None:
    """Tell whom a link invites."""
    desk = Terminal().desk("adam")
    word = link.rpartition("/")[2]
    found = desk.house.store.read(lambda uow: accounts.invited(uow, desk.house.office, word))
    desk.close()
    return found


def has_mail(person: str, address: str) -> None:
    desk = Terminal().desk("adam")
    desk.put(replace(next(p for p in desk.people() if p.id == person), email=address))
    desk.close()


def test_init_ends_with_a_link_for_each_administrator(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    (home / "forbund.yaml").write_text(FILE.format(user=getpass.getuser()), encoding="utf-8")
    got = Terminal()("init", "forbund.yaml")
    assert got.code == 0, got.err
    found = [whom(link) for link in LINK.findall(got.err)]
    assert [person.id for person in found if person] == ["adam", "berta"]
    assert LINK.findall(got.out) == []


def test_without_the_web_init_offers_no_link(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setattr("lexheller.app.doctor.find_spec", lambda _name: None)
    (home / "forbund.yaml").write_text(FILE.format(user=getpass.getuser()), encoding="utf-8")
    got = Terminal()("init", "forbund.yaml")
    assert (got.code, LINK.findall(got.err)) == (0, [])


def test_without_the_web_the_link_comes_with_a_word_of_it(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "inte installerad" not in terminal("invite", "elsa", by="adam", language="sv").err
    monkeypatch.setattr("lexheller.app.doctor.find_spec", lambda _name: None)
    got = terminal("invite", "elsa", by="adam", language="sv")
    assert (got.code, len(LINK.findall(got.out))) == (0, 1)
    assert "Webben är inte installerad här, så länken fungerar bara om en annan dator visar den." in got.err


def test_an_administrator_invites(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEXHELLER_WEB_ADDRESS", "https://lexheller.example.org/")
    got = terminal("invite", "elsa", "--json", by="adam")
    assert got.code == 0, got.err
    assert (got.json["person"], got.json["until"]) == ("elsa", "2026-03-09")
    assert got.json["link"].startswith("https://lexheller.example.org/inbjudan/")
    found = whom(got.json["link"])
    assert found is not None
    assert found.id == "elsa"
    again = terminal("invite", "GBG/elsa", "--json", by="adam").json["link"]
    assert whom(got.json["link"]) is None
    assert whom(again) is not None


@pytest.mark.parametrize(
    ("who", "whom", "code"), [("elsa", "olle", 5), ("adam", "ines", 6), ("adam", "ingen", 6), ("adam", "INS/ines", 6)]
)
def test_nobody_else_does_and_nobody_elsewhere_is_invited(terminal: Terminal, who: str, whom: str, code: int) -> None:
    got = terminal("invite", whom, by=who)
    assert (got.code, got.out) == (code, "")


def test_the_link_is_mailed_where_there_is_an_address(terminal: Terminal, mail: Office) -> None:
    terminal("invite", "olle", by="adam")
    assert mail.letters == []
    has_mail("elsa", "elsa@example.org")
    terminal("invite", "elsa", "--no-mail", by="adam")
    assert mail.letters == []
    got = terminal("invite", "elsa", by="adam", language="sv")
    assert got.code == 0, got.err
    (letter,) = mail.letters
    assert (letter["To"], letter["Subject"]) == ("elsa@example.org", "Inbjudan till Lex Heller")
    text = letter.get_content()
    assert LINK.findall(got.out) == LINK.findall(text)
    assert "Hej Elsa Exempel!" in text
    assert "Göteborg Exempel" in text
    assert "9 mars 2026" in text


def test_a_letter_that_cannot_be_sent_leaves_the_link(
    terminal: Terminal, mail: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mail.port
    has_mail("elsa", "elsa@example.org")
    monkeypatch.setenv("LEXHELLER_MAIL_PORT", str(free_port()))
    got = terminal("invite", "elsa", by="adam")
    assert got.code == 5
    (link,) = LINK.findall(got.out)
    assert whom(link) is not None
    assert "svarar inte" in got.err


def test_a_test_letter_goes_out_or_says_why_not(
    terminal: Terminal, mail: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    got = terminal("sendtestmail", "elsa@example.org", "--json", by="elsa")
    assert got.code == 0, got.err
    assert got.json["message_id"] == mail.letters[0]["Message-ID"]
    assert mail.to == ["elsa@example.org"]
    assert terminal("sendtestmail", "elsa", by="elsa").code == 5
    mail.refuses = "550 nobody here"
    assert "tar inte emot adressen" in terminal("sendtestmail", "elsa@example.org", by="elsa").err
    monkeypatch.delenv("LEXHELLER_MAIL_HOST")
    got = terminal("sendtestmail", "elsa@example.org", by="elsa")
    assert (got.code, "mail.host" in got.err) == (5, True)


def test_only_the_web_server_in_front_is_believed() -> None:
    assert serve.behind("") == {"clear_untrusted_proxy_headers": True}
    assert serve.behind("192.0.2.1")["trusted_proxy"] == "192.0.2.1"


def test_nobody_but_this_machine_is_listened_to(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    def run(server: TcpWSGIServer) -> None:
        assert server.socket is not None
        heard.append(server.socket.getsockname()[0])
        server.close()

    monkeypatch.setattr(TcpWSGIServer, "run", run)
    assert terminal("serve", "--port", str(free_port())).code == 0
    assert heard == ["127.0.0.1"]


@pytest.mark.parametrize("port", ["0", "-1", "99999"])
def test_a_port_that_there_is_none_of_is_refused(terminal: Terminal, port: str) -> None:
    got = terminal("serve", "--port", port)
    assert (got.code, "Traceback" in got.err) == (2, False), got.err


def test_sample_people_are_chosen_nowhere_but_in_the_demo(terminal: Terminal) -> None:
    for language, said in (("sv", "Det här är ingen demo."), ("en", "This is no demo.")):
        got = terminal("serve", "--demo", language=language)
        assert (got.code, got.out, said in got.err) == (5, "", True), got.err


def test_without_its_packages_the_web_says_how_to_install_them(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("waitress", "waitress.server"):
        monkeypatch.setitem(sys.modules, name, None)  # as Python keeps what cannot be imported
    got = terminal("serve")
    assert (got.code, "pip install 'lexheller[web]'" in got.err) == (5, True), got.err
