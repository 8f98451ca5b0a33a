"""What do addresses, hosts and names do that are made to lead astray? Nobody elsewhere, into no header, into no 500."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask import Flask

from lexheller.app import House
from lexheller.delivery.server import Security, Server
from lexheller.desk import Desk
from lexheller.web import make_app
from tests.post import Office, post_office
from tests.web.browsing import ADDRESS, Visitor
from tests.web.entering import with_password
from tests.web.proper import faults_of
from tests.web.telling import comes_to_check
from tests.web.working import attested, comes_in

ELSEWHERE = "kajak.example"
QUERIES = (
    "_external=1",
    "_scheme=javascript",
    "_anchor=kajak",
    "_method=POST",
    "endpoint=static",
    "number=kajak",
    "federation=..%2f",
    "name=%00",
    "from=../../x",
    "to=%00",
    "from=0000-00",
    "from=9999-12&to=0001-01",
    "tema=%00",
    "sida=99999999999999999999",
    "sida=%D9%A3",
    "after=%00",
    "after=x'--",
    "since=0001-01-01",
    "until=9999-12-31",
    "since=%00",
    "state=%00",
    "pattern=..%2f..",
    "leader=%00",
    "level=%27",
    "kind=%0d%0aX-Kajak:1",
    "next=//" + ELSEWHERE,
    "sprak=%00",
    "sprak=xx",
    "%00=1",
    "=1",
    "&&&",
    "a" * 3000 + "=1",
)
PATHS = (
    "/static/../app.py",
    "/static/%2e%2e/app.py",
    "/static/..%2fapp.py",
    "/static/%00",
    "/static//etc/passwd",
    "/arenden/..%2f..%2fetc",
    "/arenden/%00",
    "/arenden/%0d%0aX-Kajak:1",
    "/arenden/%E2%80%AE",
    "/arenden/" + "9" * 5000,
    "/arenden/GBG-2026-" + "9" * 30,
    "/arenden/GBG-2026-\u0660\u0660\u0660\u0661",
    "/monster/%00/P1",
    "/monster/..%2f/x",
    "/bibliotek/%00",
    "/bibliotek/..%2f",
    "/beratta/%00",
    "/beratta/%2e%2e",
    "/integritet/%00",
    "/inbjudan/%00",
    "/inbjudan/å",
    "/part/brev/%00",
    "/part/brev/..",
    "/part/brev/å/kod",
    "/folj/arende/%00",
    "/administration/%00",
    "/administration/personer/om/%00",
    "/rapport/monsterrapport.exe",
    "/rapport/monsterrapport.csv%00",
    "/%00",
    "//" + ELSEWHERE,
    "/\\" + ELSEWHERE,
    "/mote/%00",
    "/%ff%fe",
)


@pytest.mark.parametrize("person", ["", "elsa", "adam"])
def test_no_address_breaks_or_leads_elsewhere(
    visits: Callable[[], Visitor], signed_in: Callable[[str], Visitor], desk_of: Callable[[str], Desk], person: str
) -> None:
    for _ in range(51):  # more than a page of them
        comes_in(desk_of(""))
    who = signed_in(person) if person else visits()
    pages = ("/", "/beratta/GBG", "/bibliotek", "/logga-in", "/arenden", "/rapport", "/rapport/monsterrapport.csv",
             "/inkorg", "/arenden/GBG-2026-0001", "/monster", "/administration/personer", "/finns-inte")  # fmt: skip
    asked = [
        f"{page}?{query}" for page in pages for query in (*QUERIES, *(f"sprak=en&{query}" for query in QUERIES[:8]))
    ]
    wrong = []
    for address in (*asked, *PATHS):
        answer = who.raw("GET", address)
        html = answer.get_data(as_text=True)
        faults = list(faults_of(answer)) if answer.status_code != 308 else []
        led = answer.headers.get("Location", "")
        if answer.status_code >= 500:
            faults.append(str(answer.status_code))
        if re.match(r"(https?:)?//(?!localhost/)", led) or "X-Kajak" in answer.headers or "root:" in html:
            faults.append(f"led to {led}")
        wrong += [f"{address[:80]}: {fault}" for fault in faults]
    assert not wrong, f"{len(wrong)}\n" + "\n".join(dict.fromkeys(wrong))


def test_where_one_was_going_is_a_place_here(visits: Callable[[], Visitor]) -> None:
    for path in ("/konto//kajak.example", "//kajak.example/konto", "/\\kajak.example", "/konto?next=//kajak.example"):
        visitor = visits()
        visitor.raw("GET", path)
        page = visitor.opens("/logga-in")
        token = page.form("person").values["csrf_token"][0]
        answer = visitor.raw("POST", "/logga-in/exempel", data={"person": "GBG/elsa", "csrf_token": token})
        assert re.match(r"/(?![/\\])", answer.headers["Location"]), path


@pytest.mark.parametrize("host", [ELSEWHERE, "localhost@" + ELSEWHERE, "localhost:x", "a b", "<script>", ""])
def test_no_page_says_the_host_it_was_asked_by(
    signed_in: Callable[[str], Visitor], desk_of: Callable[[str], Desk], host: str
) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of("")))
    elsa = signed_in("elsa")
    for path in (
        "/",
        "/beratta/GBG",
        "/logga-in",
        "/bibliotek",
        "/bibliotek/flode.atom",
        "/arenden",
        f"/arenden/{number}",
    ):
        answer = elsa.client.get(path, base_url=ADDRESS, headers={"Host": host})
        assert answer.status_code < 500, path
        assert ELSEWHERE not in answer.get_data(as_text=True) + answer.headers.get("Location", "")


def test_a_receipt_says_the_address_of_the_settings(visits: Callable[[], Visitor], web_house: House) -> None:
    object.__setattr__(web_house, "settings", replace(web_house.settings, address="https://lexheller.example.org"))
    visitor = visits()
    comes_to_check(visitor)
    form = visitor.page.form("story") if visitor.page else None
    assert form
    values = {**form.values, "go": ["send"]}
    answer = visitor.client.post("/beratta/GBG", base_url=ADDRESS, data=values, headers={"Host": "localhost:1"})
    assert "lexheller.example.org/folj" in answer.get_data(as_text=True)


# --- letters --------------------------------------------------------------------------------------------


@pytest.fixture
def post() -> Iterator[Office]:
    """A real mail server on this machine."""
    with post_office() as office:
        yield office


@pytest.fixture
def posting(web_house: House, post: Office) -> Flask:
    """The web of a house that has mail."""
    server = Server("127.0.0.1", "lexheller@example.org", post.port, Security.NONE)
    object.__setattr__(web_house, "settings", replace(web_house.settings, mail=server))
    made = make_app(web_house)
    made.testing = True
    return made


BREAKS = ("\r\nBcc: spion@example.org", "\nBcc: spion@example.org\n\nHej", "\u2028Bcc: spion@example.org", "\x0bX: 1")


@pytest.mark.parametrize("broken", BREAKS)
def test_no_name_or_address_becomes_a_header(posting: Flask, post: Office, broken: str) -> None:
    adam = Visitor(posting).signs_in("adam")
    adam.opens("/administration/personer/om/olle")
    adam.sends("/om/olle", name=f"Olle{broken}", email="olle@example.org", active="yes")
    adam.opens("/administration/personer/om/olle")
    adam.sends("/bjud-in")
    (letter,) = post.letters
    assert letter.get_all("To") == ["olle@example.org"]
    assert letter["Bcc"] is None
    assert letter["X"] is None
    told = letter.get_content()
    assert "Du har fått ett konto" in told
    assert "loggar du in med namnet olle." in told
    assert "Fråga Elsa Exempel, 031-3900650." in told
    refused = adam.opens("/administration/personer/om/olle")
    refused = adam.sends("/om/olle", name="Olle", email=f"olle@example.org{broken}", active="yes")
    assert refused.status == 422
    assert len(post.letters) == 1


def test_a_link_given_again_does_not_say_that_the_account_is_new(posting: Flask, post: Office) -> None:
    with_password(posting, "olle")
    adam = Visitor(posting).signs_in("adam")
    for kept in (None, "yes"):
        adam.opens("/administration/personer/om/olle")
        adam.sends("/om/olle", email="olle@example.org", active="yes")
        adam.opens("/administration/personer/om/olle")
        adam.sends("/bjud-in", anew=kept)
    for letter in post.letters:
        assert "en ny länk till ditt konto" in letter.get_content()
        assert "fått ett konto" not in letter.get_content()
    assert len(post.letters) == 2
