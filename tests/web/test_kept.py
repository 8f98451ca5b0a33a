"""Is a page that was drawn once the page that it would be drawn anew, with nobody's words in what is kept?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask, g

from lexheller.app import House
from lexheller.model.people import Federation
from lexheller.services import own_words
from lexheller.web import page
from lexheller.web.kept import CSRF, Marks, filled
from tests.web.browsing import Visitor
from tests.web.telling import HAPPENED, adds, begins, comes_to_check, receipt, says_who, tells

KEPT = "lexheller.kept"
Visits = Callable[[], Visitor]

_OWN = re.compile(r'(name="(?:csrf_token|story)" value=)"[^"]+"|GBG-2026-\d+|<span>\w+</span>')


def way(visitor: Visitor, **contact: str) -> list[str]:
    """Go the whole way to the receipt; give the pages, without what is each sender's own."""
    says = contact or {"contact_way": "code"}
    pages = [begins(visitor), tells(visitor), says_who(visitor, **says), adds(visitor, proposal="Bestäm vem.")]
    pages.append(visitor.sends("story", press="send", other_channel="yes"))
    receipt(pages[-1])
    return [_OWN.sub(r"\1", page.html) for page in pages]


def test_a_page_filled_in_is_the_page_drawn(app: Flask, visits: Visits) -> None:
    drawn = way(visits())
    assert len(app.extensions[KEPT]) == len(drawn)
    assert way(visits()) == drawn
    assert len(app.extensions[KEPT]) == len(drawn)


def test_words_are_the_same_from_page_to_page_until_something_is_called_otherwise(app: Flask, web_house: House) -> None:
    def words() -> object:
        with app.test_request_context("/beratta/GBG"):
            return page.words()

    before = words()
    assert words() is before
    names = {"process_leader": {"sv": ("vägvisare", "vägvisaren"), "en": ("guide",)}}
    web_house.store.write(lambda uow: own_words.put_role_names(uow, "GBG", names, web_house.office.now()))
    web_house.own.forget()
    assert words() is not before


def test_nothing_that_somebody_wrote_is_kept(app: Flask, visitor: Visitor) -> None:
    way(visitor, contact_way="reach", contact="070-174 06 05")
    kept = repr(app.extensions[KEPT])
    assert "Steg 1 av 3" in kept
    assert not [said for said in (HAPPENED, "070-174", "Bestäm vem", "GBG-2026-", "localhost") if said in kept]


def test_each_reader_gets_their_own_answers(visits: Visits) -> None:
    first, second = visits(), visits()
    comes_to_check(first, proposal="En egen tid.")
    page = comes_to_check(second, contact_way="reach", contact="070-174 06 05")
    assert "070-174 06 05" in page.text
    assert "En egen tid." not in page.html
    assert receipt(first.sends("story", press="send", other_channel="no")) != receipt(
        second.sends("story", press="send", other_channel="no")
    )


def test_a_change_is_seen_at_once_whoever_made_it(visitor: Visitor, web_house: House) -> None:
    def named(name: str) -> Federation:
        found = web_house.store.read(lambda uow: uow.people.federations())
        return replace(next(each for each in found if each.id == "GBG"), contact_name=name)

    assert "Nina Exempel" not in begins(visitor).text
    web_house.store.write(lambda uow: uow.people.put_federation(named("Nina Exempel")))
    assert "Nina Exempel" in begins(visitor).text


def test_what_a_role_is_called_is_seen_at_once(visitor: Visitor, web_house: House) -> None:
    assert "Processledaren läser" in begins(visitor).text
    names = {"process_leader": {"sv": ("vägvisare", "vägvisaren"), "en": ("guide",)}}
    web_house.store.write(lambda uow: own_words.put_role_names(uow, "GBG", names, web_house.office.now()))
    web_house.own.forget()
    assert "Vägvisaren läser" in begins(visitor).text


def drawing(marks: Marks) -> str:
    return f'<p title="{marks["a"]}">{marks["a"]}</p><b>{marks[CSRF]}</b>'


def test_what_is_filled_in_is_text(app: Flask) -> None:
    with app.test_request_context("/"):
        html = filled("x", {"a": '<b>"'}, drawing).get_data(as_text=True)
    assert html.startswith('<p title="&lt;b&gt;&#34;">&lt;b&gt;&#34;</p><b>')


@pytest.mark.parametrize("signed_in", [False, True])
def test_a_page_for_somebody_signed_in_is_not_kept(app: Flask, *, signed_in: bool) -> None:
    with app.test_request_context("/"):
        if signed_in:
            g.viewer = "elsa"
        filled("x", {"a": "1"}, drawing)
    assert len(app.extensions[KEPT]) == (not signed_in)


def test_no_more_than_so_many_are_kept(app: Flask) -> None:
    with app.test_request_context("/"):
        for n in range(450):
            filled(("x", n), {"a": "1"}, drawing)
    assert len(app.extensions[KEPT]) <= 200
