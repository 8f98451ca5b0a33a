"""Everybody at every door: role x route x federation x (own, foreign, missing), on both databases."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from html import escape
from urllib.parse import quote

import pytest
from flask import Blueprint
from sqlalchemy import Connection, func, select
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from lexheller.model.codes import Role
from lexheller.settings import load_settings
from lexheller.storage.tables import metadata
from lexheller.web import make_app, rooms
from lexheller.web.access import Access, Undeclared, Who, check_declared, declared
from tests.house import Clock
from tests.web.browsing import Page
from tests.web.proper import faults_of
from tests.web.world import (
    AGENT,
    ASKED,
    EVERYBODY,
    NOBODY,
    PLACE,
    Holder,
    Tries,
    World,
    a_world,
    recipient_of,
    routes,
    tries_of,
)

OFTEN_SO = {"GET": {200, 303, 409}, "POST": {200, 303, 400, 409, 422}}
"""How a page answers somebody it is for; what is posted here is a form with nothing filled in."""
OWN_WAY: Mapping[str, set[int]] = {
    "signin.choose": {404},  # only with the demo
    "partner.once_more": {404},  # says that a link is gone
    "letter.send_code": {503, 429},  # this house has no mail
}
"""Pages that answer everybody in a way of their own."""


@pytest.fixture(params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    settings = load_settings(None, os.environ)
    if request.param == "postgresql":
        settings = replace(settings, database=request.getfixturevalue("postgres_database"))
    made = a_world(settings, Clock())
    yield made
    made.house.close()


def address_of(rule: Rule, values: Mapping[str, str]) -> str:
    """Fill in an address by hand: the map itself would refuse to name what there is not."""
    return re.sub(r"<(?:[^<>]*:)?(\w+)>", lambda part: quote(values[part[1]]), rule.rule) + f"?fraga={ASKED}"


def is_for(access: Access, holder: Holder) -> bool:
    """Tell from the declaration alone whether a page is for somebody."""
    if access.who is Who.PERSON and holder.who is Who.PERSON:
        return not access.roles or holder.role in access.roles
    return access.who in {Who.ANYBODY, holder.who}


def told(answer: TestResponse, values: Mapping[str, str]) -> str:
    """Give what a page tells, without its token and without what was asked for."""
    page = re.sub(r'name="csrf_token" value="[^"]*"', "", answer.get_data(as_text=True))
    for value in sorted(values.values(), key=len, reverse=True):
        page = page.replace(quote(value), "…").replace(escape(value), "…")
    return f"{answer.status_code} {answer.headers.get('Location', '')} {page}"


SENT: Mapping[str, Callable[[World, str], dict[str, str]]] = {
    "links.give": lambda _, home: {"to": recipient_of(home)},
    "links.withdraw": lambda world, home: {"link": world.new_link(home)},
    "partner.act": lambda *_: {"do": "ask"},
}
"""What is posted where an empty form would name nothing."""


class Round:
    """Ask for one page as one somebody, with what is own, foreign and missing, and gather what is wrong."""

    def __init__(self, world: World, rule: Rule, method: str, holder: Holder) -> None:
        self.world, self.rule, self.method, self.holder = world, rule, method, holder
        self.access = declared(world.app)[rule.endpoint]
        self.wrong: list[str] = []
        self.asked = 0

    def ask(self, values: Mapping[str, str]) -> TestResponse:
        address = address_of(self.rule, values)
        sent = SENT.get(self.rule.endpoint) if self.method == "POST" else None
        data = sent(self.world, self.holder.home) if sent and self.holder.home else {}
        answer = self.world.asks(self.method, address, self.holder, data)
        self.asked += 1
        if answer.status_code >= 500 and answer.status_code not in OWN_WAY.get(self.rule.endpoint, ()):
            self.says(values, str(answer.status_code))
        for fault in faults_of(answer):
            self.says(values, fault)
        return answer

    def says(self, values: Mapping[str, str], fault: str) -> None:
        self.wrong.append(f"{self.method} {self.rule.rule} {dict(values)} by {self.holder}: {fault}")

    def goes(self) -> None:
        tries = tries_of(self.world, self.rule, self.holder)
        own = self.ask(tries.own)
        others = [(values, self.ask(values)) for values in (*tries.foreign, *tries.missing)]
        if is_for(self.access, self.holder):
            self._let_in(tries, own)
            for values, answer in others:
                if answer.status_code != 404:
                    self.says(values, f"found: {answer.status_code}")
        else:
            self._kept_out(tries, own)
            others = [(tries.own, own), *others]
        if len({told(answer, values) for values, answer in others}) > 1:
            self.says(tries.own, "foreign and missing are told apart")

    def _let_in(self, tries: Tries, own: TestResponse) -> None:
        allowed = OWN_WAY.get(self.rule.endpoint, OFTEN_SO[self.method])
        sent_away = self.access.who is not Who.ANYBODY and own.headers.get("Location") in {"/logga-in", "/folj"}
        leaves = self.rule.endpoint == "signin.sign_out"
        if own.status_code not in allowed or (sent_away and not leaves):
            self.says(tries.own, f"not let in: {own.status_code} {own.headers.get('Location', '')}")

    def _kept_out(self, tries: Tries, own: TestResponse) -> None:
        expected: tuple[int, str | None]
        match self.access.who, self.method:
            case Who.PERSON, _ if self.holder.who is Who.PERSON:
                expected = (404, None)
            case Who.PERSON, _:
                expected = (303, "/logga-in")
            case Who.SUBMITTER, "GET":
                expected = (303, "/folj")
            case Who.SUBMITTER, _:
                expected = (422, None)  # the page for codes, with what was written kept
            case _:
                expected = (404, None)
        if (own.status_code, own.headers.get("Location")) != expected:
            self.says(tries.own, f"let in: {own.status_code} {own.headers.get('Location', '')}")


def counts(world: World) -> dict[str, int]:
    """Count the rows of every table but the sessions."""

    def work(connection: Connection) -> dict[str, int]:
        tables = [table for table in metadata.sorted_tables if table.name != "sessions"]
        return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables}

    return world.house.store.in_transaction(work)


def test_a_house_with_an_undeclared_route_does_not_start(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = Blueprint("bare", __name__)
    bare.add_url_rule("/prov", "prov", lambda: "")
    known = rooms.every()
    monkeypatch.setattr(rooms, "every", lambda: (*known, bare))
    with pytest.raises(Undeclared, match=r"^bare\.prov$"):
        make_app(world.house)


def test_a_route_of_a_new_kind_needs_a_row(world: World) -> None:
    app = make_app(world.house)
    app.add_url_rule("/prov/<sak>", "prov", lambda sak: sak)
    for access in (None, Access(Who.ANYBODY)):  # undeclared; looks something up and does not say what
        if access:
            declared(app)["prov"] = access
        with pytest.raises(Undeclared, match=r"^prov$"):
            check_declared(app)
    declared(app)["prov"] = Access(Who.ANYBODY, finds="sak")
    check_declared(app)
    (rule,) = [rule for rule, _ in routes(app) if rule.endpoint == "prov"]
    with pytest.raises(KeyError):
        tries_of(replace(world, app=app), rule, NOBODY)


def test_every_row_has_something_foreign_or_says_why_not(world: World) -> None:
    for rule, _ in routes(world.app):
        tries = tries_of(world, rule, NOBODY)
        assert bool(tries.foreign) != bool(tries.public), rule.rule
        assert tries.missing or tries.public, rule.rule


def test_everybody_at_every_door(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="lexheller")
    wrong: list[str] = []
    asked = 0
    for rule, method in routes(world.app):
        for holder in EVERYBODY:
            one = Round(world, rule, method, holder)
            one.goes()
            wrong += one.wrong
            asked += one.asked
    assert not wrong, f"{len(wrong)}:\n" + "\n".join(dict.fromkeys(wrong)) + caplog.text[-4000:]
    assert asked > 2000
    for word in (AGENT, PLACE, ASKED, "Exempel", "GBG-2026"):
        assert word not in caplog.text


def test_nothing_is_posted_without_a_token(world: World) -> None:
    before = counts(world)
    taken = []
    for rule, method in routes(world.app):
        if method == "POST":
            for holder in EVERYBODY:
                tries = tries_of(world, rule, holder)
                answer = world.asks("POST", address_of(rule, tries.own), holder, token=False)
                if answer.status_code != 400 or answer.headers.getlist("Set-Cookie"):
                    taken.append(f"{rule.rule} by {holder}: {answer.status_code}")
    assert not taken
    assert counts(world) == before


LEADER, MEMBER, PARTNER = (Holder(Who.PERSON, "GBG", r) for r in (Role.PROCESS_LEADER, Role.GROUP_MEMBER, Role.PARTNER))
ADMINISTRATOR, LINK = Holder(Who.PERSON, "GBG", Role.ADMINISTRATOR), Holder(Who.PARTNER, "GBG")
STEP = "/arenden/{case}/steg/"
SEEN = "what the page was drawn with"
NAMED: tuple[tuple[Holder, str, dict[str, str], str], ...] = (
    (LEADER, "/arenden", {"sought": "?"}, "number"),
    (LEADER, "/lankar", {"to": "?"}, "recipient"),
    (LEADER, "/lankar/dra-in", {"link": "?"}, "link"),
    (LEADER, STEP + "same_event", {"other": "?", "reason": "Samma händelse."}, "number"),
    (LEADER, STEP + "show_group", {"group": "?"}, "group"),
    (LEADER, STEP + "tie_pattern", {"pattern": "?", "reason": "Samma fråga."}, "pattern"),
    (LEADER, "/arenden/{unseen}/steg/hand_over", {"person": "?", "reason": "Semester."}, "person"),
    (LEADER, STEP + "refer", {"to": "?", "purpose": "reply", "reason": "De delar frågan."}, "recipient"),
    (MEMBER, "/mote/{case}", {"do": "same_event", "same_event.other": "?", "same_event.reason": "Lika."}, "sent"),
    (
        ADMINISTRATOR,
        "/administration/personer/om/{person}",
        {"name": "A", "roles": "group_member", "groups": "?", "active": "yes", "seen": SEEN},
        "group",
    ),
    (LINK, "/part/arende/{case}", {"do": "answer", "answer": "Vi ändrar rutinen.", "cases": "?"}, "sent"),
    (Holder(Who.ANYBODY), "/folj", {"code": "?"}, "code"),
)
"""Forms in which one names a thing, and what kind of thing: "?" is where it stands."""


def test_what_a_form_names_is_kept_as_apart_as_what_an_address_names(world: World) -> None:
    mine, theirs = world.things["GBG"], world.things["ALV"]
    wrong = []
    for holder, address, form, kind in NAMED:
        own, foreign, missing = {
            "number": (mine.unseen, (theirs.case, theirs.unseen), "ALV-2026-9999"),
            "sent": (world.another("GBG"), (theirs.case, mine.unseen), "ALV-2026-9999"),
            "code": (mine.code, (mine.case, theirs.case), "ALV-2026-9999"),
            "recipient": (recipient_of("GBG"), (recipient_of("ALV"),), "finns-inte"),
            "link": (world.new_link("GBG"), (world.new_link("ALV"),), "0123456789abcdef"),
            "pattern": ("GBG/P1", ("ALV/P1",), "ALV/P9"),
            "group": ("GBG/samverkan", ("ALV/samverkan",), "ALV/finns"),
            "person": (mine.person, (theirs.person,), "finns-inte"),
        }[kind]
        place = address.format(case=mine.case, unseen=mine.unseen, person=mine.person)
        before, said = counts(world), []
        for name in (*foreign, missing, own):
            data = {key: name if value == "?" else value for key, value in form.items()}
            if data.get("seen") == SEEN:
                data["seen"] = Page(world.asks("GET", place, holder)).form("name").values["seen"][0]
            answer = world.asks("POST", place, holder, data)
            said.append(told(answer, {"name": name}))
            wrong += [f"{place} {name}: {fault}" for fault in faults_of(answer)]
            if name == missing and counts(world) != before:
                wrong.append(f"{place} {form}: something was stored")
        if len(set(said[:-1])) != 1:
            wrong.append(f"{place} {form}: foreign and missing are told apart")
        if not said[-1].startswith(("200", "303")) or said[-1] == said[0]:
            wrong.append(f"{place} {form}: one's own does no better: {said[-1][:3]}")
    assert not wrong, "\n".join(wrong)
