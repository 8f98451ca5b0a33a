"""What can an administrator see to in the browser, what not, and what does everybody read at the foot of each page?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from lexheller.app import House
from lexheller.desk import Desk
from lexheller.errors import BadValue, NotPossible, UnknownName
from lexheller.model.codes import Partner, Role
from lexheller.services import tags
from lexheller.web.page import house
from tests.factories import a_form
from tests.web.browsing import Visitor
from tests.web.working import attested

Desks = Callable[[str], Desk]
SignedIn = Callable[[str], Visitor]


def test_only_an_administrator_comes_in(signed_in: SignedIn, visitor: Visitor) -> None:
    places = ("", "/personer", "/personer/ny", "/personer/om/elsa", "/texter", "/regler")
    for who in ("elsa", "birgitta", "rut", "fia"):
        somebody = signed_in(who)
        assert {somebody.opens("/administration" + place).status for place in places} == {404}
    assert visitor.opens("/administration").address == "/logga-in"
    adam = signed_in("adam")
    assert {adam.opens("/administration" + place).status for place in places} == {200}


def test_an_administrator_reads_no_case(signed_in: SignedIn, desk_of: Desks) -> None:
    from tests.factories import a_form

    number = desk_of("elsa").submit(a_form(), federation="GBG").number
    adam = signed_in("adam")
    assert adam.opens(f"/arenden/{number}").status == 404
    assert adam.opens("/inkorg").status == 404


def test_somebody_is_added_and_changed(signed_in: SignedIn, desk_of: Desks) -> None:
    adam = signed_in("adam")
    adam.opens("/administration/personer/ny")
    page = adam.sends(
        "Spara", id="disa", name="Disa Exempel", email="disa@example.org", roles=["process_leader"],
        groups=["GBG/natverk"],
    )  # fmt: skip
    assert "Disa Exempel är sparad." in page.text
    disa = next(p for p in desk_of("adam").people() if p.id == "disa")
    assert (disa.roles, disa.groups, disa.active) == ((Role.PROCESS_LEADER,), ("GBG/natverk",), True)
    adam.opens("/administration/personer/om/elsa")
    adam.sends("Spara", name="Elsa Exempel", roles=["process_leader"], active=None)
    elsa = next(p for p in desk_of("adam").people() if p.id == "elsa")
    assert not elsa.active
    before = next(p for p in desk_of("adam").people() if p.id == "adam")
    adam.opens("/administration/personer/om/adam")
    adam.sends("roles", name="Adam Annan")
    after = next(p for p in desk_of("adam").people() if p.id == "adam")
    assert after.name == "Adam Annan"
    assert after.users == before.users != ()
    assert "arbetar inte här längre" in adam.opens("/administration/personer").text


@pytest.mark.parametrize(
    ("kind", "given", "said"),
    [
        ("personer", {"id": "x", "name": ""}, "Skriv ett namn."),
        ("personer", {"id": "Å Ä", "name": "Disa", "roles": ["registrar"]}, "Använd små bokstäver"),
        ("personer", {"id": "x", "name": "Disa"}, "Välj minst en roll."),
        ("personer", {"id": "Å Ä", "name": "Disa", "email": "a@b@c"}, "Använd små bokstäver"),
        ("personer", {"id": "system", "name": "Disa", "roles": ["registrar"]}, "Använd små bokstäver"),
        ("personer", {"id": "elsa", "name": "Disa"}, "Det namnet används redan."),
        ("personer", {"id": "x", "name": "X", "email": "a@b@c"}, "Skriv en e-postadress"),
        ("personer", {"id": "x", "name": "X", "roles": ["system"]}, "Välj bland dem som finns."),
        ("personer", {"id": "x", "name": "X", "roles": ["partner"]}, "Välj organisationen som personen svarar för."),
        ("personer", {"id": "x", "name": "X", "groups": ["INS/annan"]}, "Välj bland dem som finns."),
        ("grupper", {"id": "x", "name": "X", "members": ["XXX"]}, "Välj bland dem som finns."),
        ("organisationer", {"id": "x", "name": "X", "kind": ""}, "Välj ett slag av part."),
        ("mottagare", {"id": "x", "name": "X", "kind": "boss"}, "Välj bland dem som finns."),
        ("mottagare", {"id": "x", "name": "X", "email": "a\nb@example.org"}, "Skriv en e-postadress"),
        ("mottagare", {"id": "x", "name": "X", "kind": "af", "organisation": "fk"}, "är av ett annat slag"),
        ("mottagare", {"id": "fk-beredning", "name": "X"}, "Det namnet används redan."),
        ("organisationer", {"id": "fk", "name": "X", "kind": "af"}, "Det namnet används redan."),
        ("grupper", {"id": "natverk", "name": "X"}, "Det namnet används redan."),
        ("grupper", {"id": "x", "name": "X", "members": None}, "Ert eget förbund är alltid med"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_stored(
    kind: str, given: dict[str, Any], said: str, signed_in: SignedIn, desk_of: Desks
) -> None:
    desk = desk_of("adam")
    before = (desk.people(), desk.groups(), desk.organisations(), desk.recipients())
    adam = signed_in("adam")
    adam.opens(f"/administration/{kind}/ny")
    page = adam.sends("name", **given)
    assert page.status == 422
    assert page.title.startswith("Fel:")
    assert said in page.text
    assert (desk.people(), desk.groups(), desk.organisations(), desk.recipients()) == before


def test_somebody_new_is_invited_next_and_what_a_leader_had_is_told_of(signed_in: SignedIn) -> None:
    adam = signed_in("adam")
    assert "loggar in med det" in adam.opens("/administration/personer/ny").text
    page = adam.sends("Spara", id="disa", name="Disa Exempel", roles=["process_leader"])
    assert "/administration/personer/om/disa#invite" in page.links
    assert "#invite" not in " ".join(adam.opens("/administration/personer").links)
    assert "Lämna helst över ärendena först" in adam.opens("/administration/personer/om/disa").text
    page = adam.sends("roles", active=None)
    assert "Ärenden som Disa Exempel hade är nu ingens." in page.text
    adam.opens("/administration/personer/om/rut")
    assert "är nu ingens" not in adam.sends("roles", active=None).text


def test_where_there_are_no_groups_none_are_asked_for(signed_in: SignedIn, visits: Callable[[], Visitor]) -> None:
    assert 'id="groups"' in signed_in("adam").opens("/administration/personer/ny").html
    desk = visits().signs_in("alva", "ALV")
    with desk.app.app_context():
        here = house()
        alva = next(p for p in here.store.read(lambda uow: uow.people.persons("ALV")) if p.id == "alva")
        alva = replace(alva, roles=(Role.ADMINISTRATOR,))
        here.store.write(lambda uow: tags.put(uow.people, here.office.keys, alva))
    assert 'id="groups"' not in desk.opens("/administration/personer/ny").html


def test_nobody_locks_themselves_out(signed_in: SignedIn, desk_of: Desks) -> None:
    adam = signed_in("adam")
    for changed in ({"roles": ["registrar"]}, {"active": None}):
        adam.opens("/administration/personer/om/adam")
        page = adam.sends("roles", **changed)
        assert "Du kan inte ta bort dig själv" in page.text
    assert Role.ADMINISTRATOR in next(p for p in desk_of("adam").people() if p.id == "adam").roles


def test_groups_organisations_and_recipients_are_added(signed_in: SignedIn, desk_of: Desks) -> None:
    adam, desk = signed_in("adam"), desk_of("adam")
    adam.opens("/administration/grupper/ny")
    page = adam.sends("Spara", id="ny", name="Nya gruppen", members=["GBG", "INS"])
    assert "Göteborg Exempel, Insjö Exempel" in page.text
    adam.opens("/administration/organisationer/ny")
    adam.sends("Spara", id="vc", name="Vårdcentralen Ekdungen", kind="primary_care")
    adam.opens("/administration/mottagare/ny")
    page = adam.sends(
        "Spara", id="vc-chef", name="Chefen", kind="primary_care", organisation="vc", email="vc@example.org"
    )
    assert "vc@example.org" in page.text
    assert next(g for g in desk.groups() if g.id == "ny").members == ("GBG", "INS")
    assert next(o for o in desk.organisations() if o.id == "vc").kind is Partner.PRIMARY_CARE
    chef = next(r for r in desk.recipients() if r.id == "vc-chef")
    assert (chef.kind, chef.organisation, chef.email) == (Partner.PRIMARY_CARE, "vc", "vc@example.org")


def test_a_group_that_one_sets_up_is_one_that_one_is_part_of(signed_in: SignedIn, desk_of: Desks) -> None:
    adam = signed_in("adam")
    page = adam.opens("/administration/grupper/ny")
    assert page.form("members").values["members"] == ["GBG"]
    page = adam.sends("Spara", id="utan", name="Utan oss", members=["INS"])
    assert (page.status, "Ert eget förbund är alltid med" in page.text) == (422, True)
    assert "utan" not in {group.id for group in desk_of("adam").groups()}
    page = adam.sends("Spara", members=["GBG", "INS"])
    assert "Utan oss" in page.text


def test_what_is_another_federations_is_not_there(signed_in: SignedIn) -> None:
    adam = signed_in("adam")
    for place in ("personer/om/ines", "personer/om/nobody", "grupper/om/x", "annat", "annat/ny", "annat/om/x"):
        assert adam.opens(f"/administration/{place}").status == 404, place


def test_somebody_is_invited_by_a_link_that_works(signed_in: SignedIn, visits: Callable[[], Visitor]) -> None:
    adam = signed_in("adam")
    adam.opens("/administration/personer/om/birgitta")
    page = adam.sends("bjud-in")
    found = re.search(r"/inbjudan/[\w=-]+", page.text)
    assert found
    assert "inte mejlad" in page.text
    assert "Birgitta Exempel" in visits().opens(found[0]).text


def test_texts_are_written_and_read_by_everybody(signed_in: SignedIn, visitor: Visitor) -> None:
    assert "har inte lagt in sin egen text" in visitor.opens("/integritet/GBG").text
    adam = signed_in("adam")
    adam.opens("/administration/texter")
    page = adam.sends(
        "privacy-sv", **{"privacy-sv": "Ett <b>stycke</b>.\n\nEtt till.", "accessibility-en": "All of it."}
    )
    assert "Texterna är sparade." in page.text
    read = visitor.opens("/integritet/GBG")
    assert "Ett <b>stycke</b>." in read.text
    assert read.html.count('<p dir="auto">') == 2
    assert "stycke" not in visitor.opens("/integritet/INS").text
    visitor.opens("/integritet/GBG?sprak=en")
    assert "The text is in Swedish only." in visitor.opens("/integritet/GBG").text
    assert "All of it." in visitor.opens("/tillganglighet/GBG").text
    assert visitor.opens("/integritet/XXX").status == 404


def test_the_foot_of_every_page_leads_to_them(visitor: Visitor) -> None:
    links = visitor.opens("/").links
    assert {"/integritet", "/tillganglighet"} <= set(links)
    assert "Insjö Exempel" in visitor.opens("/integritet").text
    assert "/tillganglighet/GBG" in visitor.opens("/tillganglighet").links


def test_a_text_that_is_too_long_is_not_stored(signed_in: SignedIn, visitor: Visitor) -> None:
    adam = signed_in("adam")
    adam.opens("/administration/texter")
    page = adam.sends("privacy-sv", **{"privacy-sv": "å" * 20_001})
    assert page.status == 422
    assert "för lång" in page.text
    assert "har inte lagt in sin egen text" in visitor.opens("/integritet/GBG").text


def test_texts_are_an_administrators_to_write(desk_of: Desks) -> None:
    with pytest.raises(NotPossible):
        desk_of("elsa").put_notice("privacy", "sv", "Hej.")
    for kind, language in (("other", "sv"), ("privacy", "fi")):
        with pytest.raises(BadValue):
            desk_of("adam").put_notice(kind, language, "Hej.")
    assert desk_of("").notice("GBG", "privacy", "sv") == ""


def test_rules_are_shown_to_be_read(signed_in: SignedIn) -> None:
    page = signed_in("adam").opens("/administration/regler")
    assert "Gruppen för primärvård och psykiatri" in page.text
    assert "Försäkringskassan i beredningsgruppen Försäkringskassans representant tar med" in page.text
    assert not re.search(r"primary[-_]care|styrgrupp[^e]|/lexheller", page.text)
    assert page.text.count("Det som hänger på en enskild medarbetare") == 1
    assert "16 regler" in page.text
    assert "Regel " in page.text
    assert [form.action for form in page.forms if form.action.startswith("/administration")] == [
        "/administration/regler"
    ]


def test_the_rules_say_where_a_case_would_go_and_why(signed_in: SignedIn, desk_of: Desks, web_house: House) -> None:
    number = desk_of("").submit(a_form(partners=["fk"]), federation="GBG").number
    adam = signed_in("adam")
    assert "number" not in adam.opens("/administration/regler").form("submitter_org").values  # reads no case
    assert "Försäkringskassan i beredningsgruppen" in adam.sends("submitter_org", partners=["fk"]).text
    assert adam.page is not None
    assert "Prövade, gällde inte" in adam.page.text
    assert 'value="fk" checked' in adam.page.html
    page = adam.posts(
        "/administration/regler", adam.page.form("submitter_org").values | {"partners": [], "number": [number]}
    )
    assert (page.status, "Välj minst en verksamhet." in page.text) == (422, True)

    both = next(p for p in desk_of("adam").people() if p.id == "adam")
    both = replace(both, roles=(*both.roles, Role.PROCESS_LEADER))
    web_house.store.write(lambda uow: tags.put(uow.people, web_house.office.keys, both))
    adam.opens("/administration/regler")
    page = adam.sends("submitter_org", number=number.lower())
    assert f"Vart {number} skulle gå" in page.text
    assert "Försäkringskassan i beredningsgruppen" in page.text
    foreign = desk_of("").submit(a_form(partners=["fk"]), federation="INS").number
    for other in (foreign, "GBG-2026-9999"):
        page = adam.sends("submitter_org", number=other)
        assert page.status == 422
        assert page.title.startswith("Fel:")
        assert "Vart " + other not in page.text


def test_a_recipient_is_taken_out_of_use_and_back(signed_in: SignedIn, desk_of: Desks) -> None:
    elsa, adam = desk_of("elsa"), signed_in("adam")
    number = attested(elsa, elsa.submit(a_form(partners=["fk"]), federation="GBG").number)
    elsa.do(number, "set_level", {"level": "organisation", "reason": "Det gäller en rutin."})
    proposed = [p.recipient.id for p in elsa.explain(number).proposals if p.recipient]
    assert proposed == ["fk-beredning"]
    elsa.do(number, "consult", {"to": "fk-beredning", "purpose": "reply", "reason": "De delar frågan."})
    page = adam.opens("/administration/mottagare/om/fk-beredning")
    assert f"Här väntas svar om {number}." in page.text
    adam.sends("Spara", active=None)
    assert "tagen ur bruk" in adam.opens("/administration/mottagare").text
    assert elsa.case(number).names["GBG/fk-beredning"] == "Försäkringskassan i beredningsgruppen"
    other = attested(elsa, elsa.submit(a_form(partners=["fk"]), federation="GBG").number)
    elsa.do(other, "set_level", {"level": "organisation", "reason": "Det gäller en rutin."})
    assert [p.recipient.id for p in elsa.explain(other).proposals if p.recipient] == []
    page = signed_in("elsa").opens(f"/arenden/{other}/steg/consult")
    assert "Försäkringskassan i beredningsgruppen" not in page.text
    with pytest.raises(UnknownName):
        elsa.do(other, "consult", {"to": "fk-beredning", "purpose": "reply", "reason": "De delar frågan."})
    elsa.do(number, "answer", {"answer": "Vi skriver en rutin.", "at_meeting": True})
    assert "Här väntas svar" not in adam.opens("/administration/mottagare/om/fk-beredning").text
    adam.sends("Spara", active="yes")
    assert [p.recipient.id for p in elsa.explain(other).proposals if p.recipient] == ["fk-beredning"]


def test_an_organisation_takes_its_recipients_with_it(signed_in: SignedIn, desk_of: Desks) -> None:
    adam = signed_in("adam")
    organisation, recipient = next(
        (o, r) for o in desk_of("adam").organisations() for r in desk_of("adam").recipients() if r.organisation == o.id
    )
    adam.opens(f"/administration/organisationer/om/{organisation.id}")
    adam.sends("Spara", active=None)
    assert "tagen ur bruk" in adam.opens("/administration/organisationer").text
    assert not next(r for r in desk_of("adam").recipients() if r.id == recipient.id).active
    adam.opens(f"/administration/mottagare/om/{recipient.id}")
    page = adam.sends("Spara", active="yes")
    assert (page.status, "Organisationen är tagen ur bruk. Ta den i bruk först" in page.text) == (422, True)
    for place in (f"organisationer/om/{organisation.id}", f"mottagare/om/{recipient.id}"):
        adam.opens(f"/administration/{place}")
        assert adam.sends("Spara", active="yes").status == 200
    assert next(r for r in desk_of("adam").recipients() if r.id == recipient.id).active


def test_what_waits_at_a_recipient_is_an_administrators_to_know(desk_of: Desks) -> None:
    elsa = desk_of("elsa")
    number = attested(elsa, elsa.submit(a_form(partners=["fk"]), federation="GBG").number)
    elsa.do(number, "set_level", {"level": "organisation", "reason": "Det gäller en rutin."})
    elsa.do(number, "consult", {"to": "fk-beredning", "purpose": "reply", "reason": "De delar frågan."})
    told = {who: desk_of(who).open_at(["GBG/fk-beredning"]) for who in ("adam", "elsa", "fia", "ines", "birgitta")}
    assert told == {"adam": [number], "elsa": [], "fia": [], "ines": [], "birgitta": []}
