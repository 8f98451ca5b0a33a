"""What happens when every form is filled in with markup, templates, formulas, paths, headers and signs nobody sees?"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape

import pytest
from sqlalchemy import Connection, Text, select

from lexheller.model.people import Pattern
from lexheller.settings import load_settings
from lexheller.storage.tables import metadata
from lexheller.web.access import Who, declared
from lexheller.web.lines import line_of
from tests.house import Clock
from tests.web.browsing import Page
from tests.web.filling import Blank, filled, forms_of, told_loose
from tests.web.proper import faults_of
from tests.web.test_addresses import PATHS, QUERIES
from tests.web.test_matrix import address_of, is_for
from tests.web.world import EVERYBODY, Holder, World, a_world, routes, tries_of

TEXTS: Mapping[str, str] = {
    "markup": "Vi <script>kajak()</script> \"><img src=x onerror=kajak()> 'x' onfocus='kajak()' väntade.",
    "template": "Vi {{1234*5678}} ${1234*5678} #{1234*5678} {% include 'kajak' %} väntade {kajak} %(kajak)s.",
    "formula": "=1+1+kajak(A1)",
    "at": "@(1+1) kajak",
    "path": "../../kajak/%2e%2e/..\\..\\kajak",
    "header": "Vi väntade\r\nX-Kajak: ja\r\nBcc: kajak\r\n\r\nkajak",
    "bidi": "Vi \u202eväntade\u2066 länge på kajak",
}
"""What is stored as it stands, and shown as nothing but text."""
REFUSED: Mapping[str, str] = {
    "nothing": "Vi\x00väntade på kajakrodd.",
    "unseen": "Numret är 19121212\u200b-\u200d1212 på kajakrodd.",
    "wide": "Numret är 1912 1212\u2060-\uff11\uff12\uff11\uff12 på kajakrodd.",
    "long": "kajakrodd" + " lång" * 4_001,
}
"""What is stored nowhere: signs no database takes, a personal number that hides, more than a field holds."""
AN_ADMINISTRATOR_S = {"federations", "people", "working_groups", "organisations", "recipients", "notices"}
"""Names, and texts for everybody: no words about a case, so they do not pass the gate."""
WORKED_OUT = str(1234 * 5678)
ODD = ("", "9" * 25, "\x00", "-1:{{7*7}}")
ODD_NUMBERS = ("", "-1", "9" * 5000, "9" * 25, "٣", "²", "0")
"""What is put where a page has put something that nobody is meant to write."""
SEEN = tuple(holder for holder in EVERYBODY if holder.home != "ALV" and (holder.role or holder.who is not Who.PERSON))


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.soak)])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    settings = load_settings(None, os.environ)
    if request.param == "postgresql":
        settings = replace(settings, database=request.getfixturevalue("postgres_database"))
    made = a_world(settings, Clock())
    yield made
    made.house.close()


def pages(world: World, holder: Holder) -> Iterator[tuple[str, str]]:
    """Read every page somebody finds by following links, and give each with its address."""
    own = (
        address_of(rule, tries_of(world, rule, holder).own)
        for rule, method in routes(world.app)
        if method == "GET" and is_for(declared(world.app)[rule.endpoint], holder)
    )
    if holder.who is not Who.ANYBODY:
        world.word(holder, anew=True)  # what was posted may have ended the one before
    todo, seen = [address.partition("?")[0] for address in own], set[str]()
    while todo:
        address = todo.pop()
        if address in seen or address.startswith("/static/"):
            continue
        seen.add(address)
        answer = world.asks("GET", address, holder)
        assert answer.status_code < 500, (address, str(holder), answer.status_code)
        for fault in faults_of(answer):
            raise AssertionError((address, str(holder), fault))
        if answer.mimetype == "text/html":
            yield address, answer.get_data(as_text=True)
            found = (link.partition("#")[0].partition("?")[0] for link in Page(answer).links)
            todo += [link for link in found if link.startswith("/")]


def rows(world: World) -> str:
    """Write down all text that is stored."""

    def work(connection: Connection) -> str:
        found = []
        for table in metadata.sorted_tables:
            columns = [
                column for column in table.columns if isinstance(column.type, Text) or "CHAR" in str(column.type)
            ]
            if columns:
                found += [
                    f"{table.name}: {value}" for row in connection.execute(select(*columns)) for value in row if value
                ]
        return "\n".join(found)

    return world.house.store.in_transaction(work)


def posts(
    world: World, holder: Holder, place: str, values: Mapping[str, list[str]], *, version: bool = False
) -> list[str]:
    """Send a form as if nothing had happened since the page was read, and say what is wrong with the answer."""
    left_out = {"csrf_token"} if version else {"csrf_token", "version"}
    sent = {name: value for name, value in values.items() if name not in left_out}
    answer = world.asks("POST", place, holder, sent)
    no_mail = place.startswith("/part/brev/") and answer.status_code == 503
    wrong = [str(answer.status_code)] if answer.status_code >= 500 and not no_mail else []
    told = (*wrong, *faults_of(answer), *(["worked out"] if WORKED_OUT in answer.get_data(as_text=True) else []))
    return [f"{place} by {holder} {str(sent)[:300]}: {fault}" for fault in told]


def posted(world: World) -> Iterator[tuple[Holder, str, Blank]]:
    """Give each kind of form that is posted, with the first who finds it."""
    known: set[tuple[object, ...]] = set()
    for holder in SEEN:
        found = [(address, form) for address, html in pages(world, holder) for form in forms_of(html)]
        for address, form in found:
            place = (form.action or address).partition("?")[0]
            kind = (re.sub(r"[A-Z]{3}-\d{4}-\d{4}", "…", place), *form.shape)
            if form.method == "POST" and kind not in known:
                known.add(kind)
                yield holder, place, form


def tells_everything(world: World, text: str) -> None:
    """Let one text go all the way: told, retold, sent, asked about, answered, named and told back."""
    leader, submitter = world.desk("gbg-process-leader"), world.desk()
    told = dict.fromkeys(("what_happened", "title", "consequence", "tried", "proposal", "agreement_which"), text)
    sent = submitter.submit(
        told | {"partners": ["fk"], "submitter_org": "af", "contact": "code"}, federation="GBG", vouched=True
    )
    leader.name_pattern(Pattern("GBG", f"P{len(leader.patterns()) + 10}", line_of(text), text))
    key = leader.patterns()[-1].key
    for step, given in (
        ("open_dialogue", {}),
        ("retell", {"shared_text": text, "title": text}),
        ("attest", {"area_harmless": False}),
        ("set_level", {"level": "individual", "reason": text}),
        ("tie_pattern", {"pattern": key, "reason": text}),
        ("consult", {"to": ["fk-beredning"], "purpose": "reply", "reason": text}),
        ("show_group", {"group": "GBG/samverkan", "reason": text}),
        ("say", {"message": text}),
        ("ask", {"question": text}),
        ("answer", {"answer": text, "cause": text, "consequences": text, "follow_up": text}),
    ):
        leader.do(sent.number, step, given, vouched=True)
    submitter.do_known(submitter.recognise(sent.claim_code or ""), "say", {"message": text}, vouched=True)


def test_whatever_is_written_is_text(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="lexheller")
    wrong: list[str] = []
    sent = 0
    for holder, place, form in posted(world):
        for kind, text in TEXTS.items():
            for everywhere in {False, kind == "header"}:
                wrong += posts(world, holder, place, filled(form, text, everywhere=everywhere))
                sent += 1
    for text in TEXTS.values():
        tells_everything(world, text)
    stored, shown = rows(world), dict.fromkeys(TEXTS, 0)
    for holder in SEEN:
        for address, html in pages(world, holder):
            wrong += [f"{address} by {holder}: worked out"] if WORKED_OUT in html else []
            wrong += [f"{address} by {holder}: loose {fault}" for fault in told_loose(html, ("\u202e", "\u2066"))]
            for kind, text in TEXTS.items():
                shown[kind] += escape(text.splitlines()[0], quote=False) in html.replace("&#39;", "'").replace(
                    "&#34;", '"'
                )
    assert not wrong, f"{len(wrong)} of {sent}\n" + "\n".join(dict.fromkeys(wrong)) + caplog.text[-3000:]
    assert sent > 600
    assert {kind for kind, text in TEXTS.items() if text.splitlines()[0] not in stored} == set()
    assert min(shown.values()) > 10, shown
    assert "kajak" not in caplog.text


def test_what_must_not_be_stored_is_stored_nowhere(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="lexheller")
    wrong: list[str] = []
    for holder, place, form in posted(world):
        for text in REFUSED.values():
            wrong += posts(world, holder, place, filled(form, text))
    stored = rows(world)
    assert not wrong, f"{len(wrong)}\n" + "\n".join(dict.fromkeys(wrong)) + caplog.text[-3000:]
    assert not re.search("kajakrodd|1212.?.?1212", caplog.text)
    assert "\0" not in stored
    kept = [line[:200] for line in stored.splitlines() if "kajakrodd" in line]
    assert [line for line in kept if line.partition(":")[0] not in AN_ADMINISTRATOR_S] == []


def test_no_address_breaks(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="lexheller")
    wrong = []
    for holder in SEEN:
        pages_ = ("/arenden", "/rapport", "/bibliotek", "/folj", "/part")
        for address in (*PATHS, *(f"{page}?{query}" for page in pages_ for query in QUERIES)):
            answer = world.asks("GET", address, holder)
            wrong += [f"{address[:80]} by {holder}"] if answer.status_code >= 500 else []
    assert not wrong, "\n".join(wrong) + caplog.text[-3000:]


def test_what_nobody_is_meant_to_write_breaks_nothing(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="lexheller")
    wrong: list[str] = []
    for holder, place, form in posted(world):
        names = {*form.hidden, *form.chosen, *(name for name, _ in form.buttons)}
        names |= {"fix"} if "vouched" in form.chosen or form.buttons else set()
        for name in sorted(names - {"csrf_token"}):
            for odd in ODD_NUMBERS if name in {"step", "version"} else ODD:
                wrong += posts(
                    world, holder, place, filled(form, "Vi väntade.") | {name: [odd]}, version=name == "version"
                )
        for name, value in form.buttons:
            wrong += posts(world, holder, place, filled(form, "Vi väntade.") | {name: [value]})
    assert not wrong, f"{len(wrong)}\n" + "\n".join(dict.fromkeys(wrong)) + caplog.text[-3000:]
