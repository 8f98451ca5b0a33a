"""What does the public read, from when, and what is it never told?"""

from __future__ import annotations

import re
from collections.abc import Callable

from defusedxml import ElementTree

from lexheller.desk import Desk
from lexheller.services.library import parts_of
from lexheller.web.library.feed import Entry, atom
from tests.factories import a_form
from tests.house import Clock
from tests.web.browsing import Page, Visitor
from tests.web.working import attested

TEXT = "Boendet fick inte ta emot\n\nEn person skulle flytta. Ingen visste om reglerna.\n---\nNu stämmer båda av."
NS = {"a": "http://www.w3.org/2005/Atom"}
Desks = Callable[[str], Desk]


def asks(desk_of: Desks, text: str = TEXT) -> str:
    """Bring a case so far that its release has been asked for."""
    elsa = desk_of("elsa")
    number = elsa.submit(a_form(), federation="GBG").number
    for step, given in (
        ("open_dialogue", {}),
        ("label", {"themes": ["certificates"]}),
        ("retell", {"shared_text": "En person skulle flytta. Ingen visste om reglerna."}),
        ("attest", {"area_harmless": False}),
        ("solve", {"solution": "Vi ringde båda.", "feedback": "Det är ordnat."}),
        ("release", {"public_text": text, "harmless": True, "submitter_wishes": True}),
    ):
        elsa.do(number, step, given)
    return number


def confirms(desk_of: Desks, number: str) -> None:
    """Let a second person stand for the words as they are."""
    olle = desk_of("olle")
    olle.do(number, "release", {"confirmed": str(olle.case(number).case.public_version)})


def released(desk_of: Desks, text: str = TEXT) -> str:
    """Bring a case to the library."""
    number = asks(desk_of, text)
    confirms(desk_of, number)
    return number


def story_of(visitor: Visitor) -> Page:
    """Open the first story on the shelf."""
    page = visitor.opens("/bibliotek")
    return visitor.opens(next(link for link in page.links if re.fullmatch(r"/bibliotek/[0-9a-f]{20}", link)))


def test_a_story_is_handed_in_anew_worded_and_waits_for_a_second_person(
    signed_in: Callable[[str], Visitor], desk_of: Desks
) -> None:
    elsa = desk_of("elsa")
    number = attested(elsa, elsa.submit(a_form(), federation="GBG").number)
    elsa.do(number, "solve", {"solution": "Vi ringde båda.", "feedback": "Det är ordnat."})
    visitor = signed_in("elsa")
    page = visitor.opens(f"/arenden/{number}/steg/release")
    assert "Den ligger sedan 30 dagar innan alla kan läsa den." in page.text
    page = visitor.sends("version", press="Lämna in", harmless="yes", submitter_wishes="yes")
    assert (page.status, "Skriv om den för dem som läser biblioteket" in page.text) == (422, True)
    told = parts_of(TEXT)
    filled = {f"public_text.{part}": said for part, said in told._asdict().items()}
    page = visitor.sends("version", press="Lämna in", **filled)
    assert "En annan processledare läser den och säger ja" in page.text
    assert elsa.case(number).public == TEXT
    assert told.answer in page.text
    assert "---" not in page.text
    again = visitor.opens(f"/arenden/{number}/steg/release").form("version").values
    assert [again[name][0].strip() for name in filled] == [*told]
    assert "Publicera" not in page.text
    waits = {row.number: row.next for row in desk_of("olle").inbox().mine}
    assert waits[number] == "next.release"
    assert number not in {row.number for row in elsa.inbox().mine}
    assert number in signed_in("olle").opens("/inkorg").text
    confirms(desk_of, number)
    assert number not in {row.number for row in desk_of("olle").inbox().mine}


def test_a_second_person_reads_the_story_and_ticks_that_they_stand_for_it(
    signed_in: Callable[[str], Visitor], desk_of: Desks
) -> None:
    number = asks(desk_of)
    olle = signed_in("olle")
    page = olle.opens(f"/arenden/{number}/steg/release")
    assert "Boendet fick inte ta emot" in page.text
    assert "---" not in page.text
    assert "innan alla kan läsa den" in page.text
    assert page.heading == "Godkänn för biblioteket"
    form = page.form("version")
    assert "confirmed" not in form.values
    assert "public_text" not in page.html
    page = olle.sends("version", press="Godkänn för biblioteket")
    assert page.status == 422
    assert "kryssa i att du står för att alla får läsa den" in page.text
    assert not desk_of("olle").case(number).case.released
    version = str(desk_of("olle").case(number).case.public_version)
    assert f'name="confirmed" value="{version}"' in page.html
    page = olle.sends("version", press="Godkänn för biblioteket", confirmed=version)
    assert page.status == 200
    assert desk_of("olle").case(number).case.released
    assert "Alla kan läsa den i biblioteket från och med 1 april 2026." in page.text
    assert "Boendet fick inte ta emot" in page.text


def test_other_words_than_those_read_are_not_confirmed(signed_in: Callable[[str], Visitor], desk_of: Desks) -> None:
    number = asks(desk_of)
    olle = signed_in("olle")
    olle.opens(f"/arenden/{number}/steg/release")
    version = str(desk_of("olle").case(number).case.public_version)
    desk_of("elsa").do(
        number, "release", {"public_text": "En annan\n\nberättelse.", "harmless": True, "submitter_wishes": True}
    )
    page = olle.sends("version", press="Godkänn för biblioteket", confirmed=version)
    assert page.status == 409
    assert "En annan" in page.text
    page = olle.sends("version", press="Godkänn för biblioteket", confirmed=version)
    assert page.status == 422
    assert not desk_of("olle").case(number).case.released


def test_an_empty_shelf_says_so(visitor: Visitor) -> None:
    page = visitor.opens("/bibliotek")
    assert "Här finns inga berättelser än." in page.text
    assert "/bibliotek" in visitor.opens("/").links


def test_a_story_is_there_after_a_second_person_and_thirty_days(visitor: Visitor, desk_of: Desks, clock: Clock) -> None:
    number = asks(desk_of)
    clock.forward(days=40)
    assert "Boendet" not in visitor.opens("/bibliotek").text
    confirms(desk_of, number)
    clock.forward(days=29)
    assert "Boendet" not in visitor.opens("/bibliotek").text
    clock.forward(days=2)
    assert "Boendet fick inte ta emot" in visitor.opens("/bibliotek").text


def test_a_story_tells_no_number_no_federation_and_no_day(visitor: Visitor, desk_of: Desks, clock: Clock) -> None:
    number = released(desk_of)
    clock.forward(days=31)
    page = story_of(visitor)
    feed = visitor.opens("/bibliotek/flode.atom")
    assert page.heading == "Boendet fick inte ta emot"
    assert "Ingen visste om reglerna." in page.text
    assert "Nu stämmer båda av." in page.text
    assert "---" not in page.text
    assert "publicerat första halvåret 2026" in page.text
    assert "Försäkringskassan och primärvården" in page.text
    case = desk_of("elsa").case(number).case
    for html in (page.html, feed.html, visitor.opens("/bibliotek").html):
        assert number not in html
        assert case.id not in html
        assert "GBG" not in html
        assert "Göteborg" not in html
        assert "Arbetsmarknadsenhet" not in html
        assert not re.search(r"2026-\d\d-(?!01T00:00:00Z)", html)
        assert "april" not in html
        assert "mars" not in html


def test_a_blocked_case_is_gone_at_once(visitor: Visitor, desk_of: Desks, clock: Clock) -> None:
    number = released(desk_of)
    clock.forward(days=31)
    address = story_of(visitor).address
    desk_of("elsa").do(number, "block", {"where": "shared_text"})
    assert visitor.opens(address).status == 404
    assert "Boendet" not in visitor.opens("/bibliotek/flode.atom").html


def test_me_too_is_counted_once_from_a_browser_and_shown_from_five(
    visits: Callable[[], Visitor], desk_of: Desks, clock: Clock
) -> None:
    released(desk_of)
    clock.forward(days=31)
    for count in range(1, 6):
        visitor = visits()
        address = story_of(visitor).address
        page = visitor.sends("Det här har hänt mig också")
        assert "Tack för att du sa till." in page.text
        assert not [form for form in page.forms if form.action == address]
        visitor.posts(address, {"csrf_token": _token(visitor)})
        assert ("5 har sagt" in visitor.opens(address).text) == (count == 5)
        assert "1 har sagt" not in page.text


def test_a_leader_reads_on_the_pattern_how_many_have_met_what_it_is_about(
    visits: Callable[[], Visitor], signed_in: Callable[[str], Visitor], desk_of: Desks, clock: Clock
) -> None:
    elsa, number = desk_of("elsa"), released(desk_of)
    elsa.do(number, "tie_pattern", {"pattern": "GBG/P1", "reason": "Samma fråga."})
    clock.forward(days=31)
    said = "I biblioteket har 5 personer sagt att det som står här har hänt dem också."
    for count in range(1, 6):
        visitor = visits()
        story_of(visitor)
        visitor.sends("Det här har hänt mig också")
        page = signed_in("elsa").opens("/monster/GBG/P1")
        assert (said in page.text) == (count == 5)
        assert "I biblioteket har 4" not in page.text
    assert "I biblioteket" not in signed_in("ines").opens("/monster/GBG/P1").text, "another federation's leader"
    assert "I biblioteket" not in signed_in("birgitta").opens("/monster/GBG/P1").text
    elsa.do(number, "block", {"where": "shared_text"})
    assert said not in signed_in("elsa").opens("/monster/GBG/P1").text


def _token(visitor: Visitor) -> str:
    return visitor.opens("/folj").form("code").values["csrf_token"][0]


def test_nobody_makes_a_small_thing_large(visits: Callable[[], Visitor], desk_of: Desks, clock: Clock) -> None:
    released(desk_of)
    clock.forward(days=31)
    for _ in range(14):
        visitor = visits()
        address = story_of(visitor).address
        visitor.sends("Det här har hänt mig också")
    assert "10 har sagt" in visits().opens(address).text


def test_the_shelf_is_narrowed_by_theme_and_turned(visitor: Visitor, desk_of: Desks, clock: Clock) -> None:
    for n in range(22):
        released(desk_of, f"Berättelse nummer {n}\n\nNågot hände.")
    clock.forward(days=31)
    assert len(_titles(visitor.opens("/bibliotek"))) == 20
    rest = visitor.opens("/bibliotek?sida=2")
    assert len(_titles(rest)) == 2
    assert len(_titles(visitor.opens("/bibliotek?tema=certificates&sida=2"))) == 2
    assert _titles(visitor.opens("/bibliotek?tema=finns-inte")) == []
    for odd in ("0", "-1", "x", "9" * 30, "²"):
        assert visitor.opens(f"/bibliotek?sida={odd}").status == 200


def _titles(page: Page) -> list[str]:
    return re.findall(r"Berättelse nummer \d+", page.text)


def test_the_feed_is_atom(visitor: Visitor, desk_of: Desks, clock: Clock) -> None:
    released(desk_of, "Ett <tecken> & ett ]]> till\n\nNågot hände.\n---\nVi ringer först.")
    clock.forward(days=31)
    answer = visitor.raw("GET", "/bibliotek/flode.atom")
    assert answer.mimetype == "application/atom+xml"
    feed = ElementTree.fromstring(answer.get_data())
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    (entry,) = feed.findall("a:entry", NS)
    assert entry.findtext("a:title", namespaces=NS) == "Ett <tecken> & ett ]]> till"
    assert entry.findtext("a:content", namespaces=NS) == "Något hände.\n\nVad parterna svarade\n\nVi ringer först."
    assert entry.findtext("a:updated", namespaces=NS) == "2026-01-01T00:00:00Z"
    for each in (feed, entry):
        assert each.findtext("a:id", namespaces=NS)
        assert each.findtext("a:updated", namespaces=NS)
    assert feed.find("a:author/a:name", NS) is not None
    assert {link.get("rel") for link in feed.findall("a:link", NS)} == {"self", "alternate"}
    link = entry.find("a:link", NS)
    assert link is not None
    assert visitor.opens(str(link.get("href")).partition("8421")[2]).status == 200


def test_a_feed_holds_whatever_somebody_writes() -> None:
    text = "\x00\x1b\ufffe\ud800 ok \U0001f600"
    feed = ElementTree.fromstring(
        atom("a", "b", text, [Entry("c", text, text, "2026-01-01T00:00:00Z", ((text, text),))], "sv")
    )
    assert "ok \U0001f600" in str(feed.findtext("a:title", namespaces=NS))
    assert ElementTree.fromstring(atom("a", "b", "c", [], "sv")).findtext("a:updated", namespaces=NS)


def test_a_story_that_is_not_there_is_not_found(visitor: Visitor) -> None:
    assert visitor.opens("/bibliotek/0123456789abcdef0123").status == 404
    assert visitor.opens("/bibliotek/%00").status == 404


def test_whoever_works_with_a_case_reads_how_many_have_met_the_same(
    signed_in: Callable[[str], Visitor], visits: Callable[[], Visitor], desk_of: Desks, clock: Clock
) -> None:
    number = released(desk_of)
    clock.forward(days=31)
    assert "har hänt dem också" not in signed_in("elsa").opens(f"/arenden/{number}").text
    reader = visits()
    story_of(reader)
    reader.sends("bibliotek")
    assert "1 person har sagt att det har hänt dem också." in signed_in("elsa").opens(f"/arenden/{number}").text
