"""Does every page stand in the same frame, and do the macros draw what they say?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from flask import Flask, render_template_string

from lexheller.anonymity import check
from lexheller.model.codes import Role
from lexheller.web import drawing
from lexheller.web.access import declared, person
from lexheller.web.drawing import attributes, folds, pieces, soft
from tests.web.browsing import Visitor

TEXT = "Ring Kerstin på 070-174 06 50 i morgon."


@pytest.fixture
def drawn(app: Flask) -> Iterator[Callable[..., str]]:
    with app.test_request_context("/"):
        yield lambda line, **values: render_template_string(
            '{% import "macros.html" as draw with context %}' + line, **values
        )


def test_the_frame_has_a_way_past_the_menu_and_a_language(visitor: Visitor) -> None:
    page = visitor.opens("/")
    assert page.status == 200
    assert 'href="#main"' in page.html
    assert 'id="main"' in page.html
    assert page.html.count("<h1") == 1
    assert visitor.opens("/?sprak=en").heading != page.heading


def test_the_other_language_of_a_form_that_came_back_is_that_forms(signed_in: Callable[[str], Visitor]) -> None:
    adam = signed_in("adam")
    adam.opens("/administration/personer/ny")
    page = adam.sends("email", id="x", name="")
    assert page.status == 422
    assert "/administration/personer/ny?sprak=en" in page.links
    assert adam.opens("/administration/personer/ny?sprak=en").heading == "Add a person"
    adam.opens("/administration/personer/om/rut")
    assert "/?sprak=sv" in adam.sends("bjud-in").links  # a page that is there once


def test_an_address_that_is_no_page_keeps_the_menu_of_whoever_is_signed_in(
    signed_in: Callable[[str], Visitor], visitor: Visitor
) -> None:
    page = signed_in("elsa").opens("/finns-inte")
    assert (page.status, "Elsa Exempel Logga ut" in page.text, "/inkorg" in page.links) == (404, True, True)
    page = visitor.opens("/finns-inte")
    assert (page.status, "Logga ut" in page.text) == (404, False)


@pytest.fixture
def rooms(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rooms, one of them for process leaders alone."""
    for word, access in (("inbox", person(Role.PROCESS_LEADER)), ("report", person())):
        app.add_url_rule(f"/prov/{word}", f"prov_{word}", lambda: render_template_string('{% extends "base.html" %}'))
        declared(app)[f"prov_{word}"] = access
    monkeypatch.setattr(drawing, "MENU", (("inbox", "/prov/inbox"), ("report", "/prov/report"), ("cases", "/ingen")))


@pytest.mark.usefixtures("rooms")
def test_who_is_signed_in_reads_their_name_and_leaves_by_a_button(signed_in: Callable[[str], Visitor]) -> None:
    elsa = signed_in("elsa")
    assert "Elsa Exempel Logga ut" in elsa.opens("/prov/report").text
    elsa.sends("/logga-ut")
    assert "Logga ut" not in elsa.opens("/prov/report").text


def test_a_phone_number_can_be_pressed(visitor: Visitor) -> None:
    page = visitor.opens("/beratta/GBG")
    assert 'href="tel:0313900650">031-3900650</a>' in page.html


def test_who_comes_to_anothers_room_keeps_their_own_menu(signed_in: Callable[[str], Visitor]) -> None:
    elsa = signed_in("elsa")
    assert elsa.opens("/administration").status == 404
    assert {"/inkorg", "/konto"} <= set(elsa.page.links if elsa.page else ())


@pytest.mark.usefixtures("rooms")
@pytest.mark.parametrize(("person", "sees"), [("elsa", ["Inkorg", "Rapport"]), ("rut", ["Rapport"])])
def test_the_menu_shows_the_rooms_one_may_enter(
    signed_in: Callable[[str], Visitor], person: str, sees: list[str]
) -> None:
    page = signed_in(person).opens("/prov/report")
    assert [word for word in ("Inkorg", "Rapport", "Ärenden") if f">{word}</a>" in page.html] == sees
    assert '<a href="/prov/report" data-word="Rapport" aria-current="page">' in page.html


def test_an_error_stands_with_its_field(drawn: Callable[..., str]) -> None:
    html = drawn('{{ draw.field("what", "Vad?", "area", "a<b", "Kort.", "Skriv något.", autocomplete="off") }}')
    assert 'aria-describedby="what-hint what-wrong"' in html
    assert 'aria-invalid="true"' in html
    assert 'autocomplete="off"' in html
    assert "a&lt;b" in html
    assert 'class="hidden">Fel: </span>Skriv något.' in html


def test_a_fold_comes_back_open_when_something_in_it_is_chosen(drawn: Callable[..., str]) -> None:
    options = [
        SimpleNamespace(code=code, label=code.upper(), heading=heading)
        for code, heading in (("fk", ""), ("a", "Kommunen"), ("b", "Kommunen"), ("c", "Regionen"))
    ]
    line = '{{ draw.choices("partners", "Vilka?", options, ["b"], several=true) }}'
    html = drawn(line, options=options)
    assert html.count("<details") == 2
    assert "<details open><summary>Kommunen" in html
    assert "1 vald" in html
    assert 'value="b" checked' in html
    assert html.count(" checked") == 1


def test_marks_cut_a_text_without_losing_a_letter() -> None:
    found = check(TEXT)
    cut = list(pieces(TEXT, found, 3))
    assert "".join(piece.text for piece in cut) == TEXT
    assert [piece.number for piece in cut if piece.number] == list(range(3, 3 + len(found)))
    assert len(found) > 1


def test_the_way_says_in_words_what_its_lines_say(drawn: Callable[..., str]) -> None:
    html = drawn('{{ draw.way([("done", "Mottaget", "1 maj"), ("now", "Vi läser", ""), ("ahead", "Ditt svar", "")]) }}')
    assert html.count("aria-current") == 1
    for word in ("Klart:", "Nu:", "Kommer:"):
        assert word in html


def test_attributes_are_escaped_and_left_out_when_empty() -> None:
    assert attributes({"data_draft": 'a"b', "required": True, "form": "", "id": None}) == (
        ' data-draft="a&#34;b" required'
    )


def test_choices_under_no_heading_stand_open() -> None:
    assert [fold.heading for fold in folds([SimpleNamespace(code="a")])] == [""]


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("Neuropsykiatriska funktionsnedsättningar", "Neuropsykiatriska funktions\u00adnedsättningar"),
        ("Kommunens arbetsmarknadsenhet", "Kommunens arbetsmarknads\u00adenhet"),
        ("Funktionsstöd", "Funktionsstöd"),
    ],
)
def test_a_long_word_may_part_where_a_reader_parts_it(text: str, parted: str) -> None:
    assert soft(text) == parted
