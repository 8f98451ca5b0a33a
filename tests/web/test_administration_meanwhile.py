"""What if two administrators have the same page open? The second is told, sees both, and loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from lexheller.desk import Desk
from lexheller.errors import Overtaken
from lexheller.model.codes import Role
from lexheller.model.people import Pattern, Person
from lexheller.services import seen
from lexheller.services.founding import Founding
from tests.web.browsing import Page, Visitor

Desks = Callable[[str], Desk]
SignedIn = Callable[[str], Visitor]
MOVED = "Något har hänt sedan du öppnade sidan"


def person(desk: Desk, key: str) -> Person:
    return next(each for each in desk.people() if each.id == key)


def test_a_role_taken_away_does_not_come_back_by_somebody_elses_page(signed_in: SignedIn, desk_of: Desks) -> None:
    first, second = signed_in("adam"), signed_in("adam")
    for each in (first, second):
        each.opens("/administration/personer/om/elsa")
    first.sends("roles", roles=["registrar"])
    page = second.sends("roles", email="elsa.ny@example.org")
    assert (page.status, page.title.startswith("Fel:"), MOVED in page.text) == (409, True, True)
    assert "Så här står det nu, där det skiljer sig från det du skrev: E-post Inget Roller Registrator" in page.text
    elsa = person(desk_of("adam"), "elsa")
    assert (elsa.roles, elsa.email) == ((Role.REGISTRAR,), "")
    kept = page.form("roles").values
    assert (kept["email"], kept["roles"]) == (["elsa.ny@example.org"], ["process_leader", "group_member"])
    page = second.sends("roles", roles=["registrar"])
    assert "är sparad." in page.text
    elsa = person(desk_of("adam"), "elsa")
    assert (elsa.roles, elsa.email) == ((Role.REGISTRAR,), "elsa.ny@example.org")


FORMS: dict[str, tuple[str, str, dict[str, Any], dict[str, Any], str]] = {
    "person": ("personer/om/rut", "roles", {"name": "Rut Ett"}, {"name": "Rut Två"}, "Namn Rut Ett"),
    "group": ("grupper/om/natverk", "members", {"name": "Grupp ett"}, {"members": ["GBG"]}, "Namn Grupp ett"),
    "organisation": ("organisationer/om/fk", "kind", {"active": None}, {"name": "FK"}, "I bruk Nej"),
    "recipient": ("mottagare/om/fk-beredning", "kind", {"email": "a@example.org"}, {"name": "X"}, "a@example.org"),
    "federation": ("forbundet", "contact_name", {"name": "Ett"}, {"contact_name": "Rut"}, "Namn Ett"),
    "municipalities": ("forbundet", "contact_name", {"municipalities": "Ale"}, {"name": "Två"}, "arbetar i Ale"),
    "texts": ("texter", "privacy-sv", {"privacy-sv": "Ett."}, {"accessibility-en": "Two."}, "på svenska Ett."),
    "theme": ("teman/om/ferries", "theme_sv", {"theme_sv": "Båtar"}, {"theme_en": "Boats"}, "På svenska Båtar"),
    "roles": (
        "roller", "registrar_sv", {"registrar_sv": "diarist", "registrar_en": "clerk"},
        {"group_member_sv": "möteslots", "group_member_en": "guide"}, "Registrator, heter hos er diarist",
    ),
}  # fmt: skip


def opened(who: Visitor, form: str) -> Page:
    return who.opens(f"/administration/{FORMS[form][0]}")


def sent(who: Visitor, form: str, filled: dict[str, Any]) -> Page:
    return who.sends(FORMS[form][1], **filled)


@pytest.mark.parametrize("form", FORMS)
def test_no_form_puts_itself_in_the_place_of_what_its_reader_never_saw(
    form: str, signed_in: SignedIn, desk_of: Desks
) -> None:
    desk_of("adam").put_theme({"sv": "Färjor", "en": "Ferries"})
    first, second = signed_in("adam"), signed_in("adam")
    _, _, one, other, told = FORMS[form]
    for each in (first, second):
        opened(each, form)
    assert sent(first, form, one).status == 200
    page = sent(second, form, other)
    assert (page.status, page.title.startswith("Fel:"), MOVED in page.text) == (409, True, True)
    assert told in page.text
    name, value = next(iter(other.items()))
    assert page.form(FORMS[form][1]).values[name] == (value if isinstance(value, list) else [value])
    stands = opened(signed_in("adam"), form).form(FORMS[form][1]).values
    for name, value in one.items():
        assert stands.get(name, []) == ([] if value is None else [value])
    assert sent(second, form, {}).status == 200  # read, and saved once more all the same
    stands = opened(signed_in("adam"), form).form(FORMS[form][1]).values
    for name, value in other.items():
        assert stands.get(name, []) == ([] if value is None else value if isinstance(value, list) else [value])


@pytest.mark.parametrize("form", FORMS)
def test_the_same_button_pressed_twice_is_no_harm(form: str, signed_in: SignedIn, desk_of: Desks) -> None:
    desk_of("adam").put_theme({"sv": "Färjor", "en": "Ferries"})
    first, again = signed_in("adam"), signed_in("adam")
    for each in (first, again):
        opened(each, form)
        assert sent(each, form, FORMS[form][2]).status == 200


@pytest.mark.parametrize(
    ("place", "given"),
    [
        ("personer", {"id": "disa", "name": "Disa Exempel", "roles": ["registrar"]}),
        ("grupper", {"id": "ny", "name": "Nya gruppen"}),
        ("organisationer", {"id": "vc", "name": "Ekdungen", "kind": "primary_care"}),
        ("mottagare", {"id": "vc-chef", "name": "Chefen", "email": "vc@example.org"}),
        ("teman", {"theme_sv": "Färjor", "theme_en": "Ferries"}),
    ],
)
def test_a_new_thing_is_added_once_and_in_nobodys_place(place: str, given: dict[str, Any], signed_in: SignedIn) -> None:
    first, again, other = signed_in("adam"), signed_in("adam"), signed_in("adam")
    for each in (first, again, other):
        each.opens(f"/administration/{place}/ny")
    field = next(iter(given))
    assert first.sends(field, **given).status == 200
    assert again.sends(field, **given).status == 200
    page = other.sends(field, **given | {"theme_en" if place == "teman" else "name": "Ett annat"})
    assert (page.status, page.title.startswith("Fel:")) == (422, True)
    assert "finns redan" in page.text or "används redan" in page.text


def test_a_form_without_its_mark_is_one_that_saw_something_else(signed_in: SignedIn, desk_of: Desks) -> None:
    adam = signed_in("adam")
    values = adam.opens("/administration/personer/om/rut").form("roles").values
    page = adam.posts("/administration/personer/om/rut", {**values, "name": ["Rut Annan"], "seen": []})
    assert (page.status, MOVED in page.text) == (409, True)
    assert person(desk_of("adam"), "rut").name == "Rut Exempel"


def test_what_is_wrong_with_a_form_does_not_make_it_a_new_one(signed_in: SignedIn, desk_of: Desks) -> None:
    first, second = signed_in("adam"), signed_in("adam")
    for each in (first, second):
        each.opens("/administration/personer/om/rut")
    first.sends("roles", name="Rut Ett")
    assert second.sends("roles", name="").status == 422
    assert second.sends("roles", name="Rut Två").status == 409
    assert person(desk_of("adam"), "rut").name == "Rut Ett"


def test_what_has_changed_beside_the_form_stays(signed_in: SignedIn, desk_of: Desks) -> None:
    adam, desk = signed_in("adam"), desk_of("adam")
    adam.opens("/administration/personer/om/rut")
    desk.change(Founding((), persons=(replace(person(desk, "rut"), users=("rut.e",)),)))
    assert adam.sends("roles", email="rut@example.org").status == 409
    adam.sends("roles")
    rut = person(desk, "rut")
    assert (rut.users, rut.email) == (("rut.e",), "rut@example.org")


def test_the_words_of_a_pattern_are_not_put_over_somebody_elses(signed_in: SignedIn, desk_of: Desks) -> None:
    desk_of("elsa").name_pattern(Pattern("GBG", "P1", "Två bedömer olika", "Vem stämmer av?"))
    first, second = signed_in("elsa"), signed_in("elsa")
    for each in (first, second):
        each.opens("/monster/GBG/P1/ord")
    first.sends("question", question="Vem bestämmer?")
    page = second.sends("question", name="Olika bedömningar")
    assert (page.status, MOVED in page.text, "Vem bestämmer?" in page.text) == (409, True, True)
    assert next(p for p in desk_of("elsa").patterns() if p.key == "GBG/P1").name == "Två bedömer olika"
    second.sends("question", question="Vem bestämmer?")
    word = next(p for p in desk_of("elsa").patterns() if p.key == "GBG/P1")
    assert (word.name, word.question) == ("Olika bedömningar", "Vem bestämmer?")


def test_whoever_names_a_pattern_at_the_same_moment_gets_the_next_number(desk_of: Desks) -> None:
    desk = desk_of("elsa")
    new = seen.mark(desk.house.office.keys, None)
    desk.name_pattern(Pattern("GBG", "P7", "En", "Vad?"), seen=new)
    desk.name_pattern(Pattern("GBG", "P7", "En", "Vad?"), seen=new)
    with pytest.raises(Overtaken):
        desk.name_pattern(Pattern("GBG", "P7", "En annan", "Vem?"), seen=new)


def test_the_terminal_still_replaces(desk_of: Desks) -> None:
    desk = desk_of("adam")
    desk.change(Founding((), persons=(replace(person(desk, "rut"), name="Rut Annan"),)))
    assert person(desk, "rut").name == "Rut Annan"
