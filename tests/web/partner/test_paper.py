"""What does a partner keep of a case? A PDF with what its page shows, which anybody can open, hear and archive."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from lexheller.desk import Desk
from lexheller.web.partner.paper import Paper, paragraphs
from lexheller.web.partner.typeset import drawn
from tests.web.browsing import Page, Visitor
from tests.web.partnering import FK, consulted

HOME = "Göteborg Exempel"
SENTENCE = "Räkningen går fram och åter mellan två håll, och ingen äger frågan."
SIGNS = "#let x = 1\n$a^2$ *b* _c_ @d <e> `f` \\ [g] // h ~ --- 'i' \"j\"\n= k\n=1+1\n<b>l</b> {{ m }} &amp;"
"""Signs that Typst, a sheet, a browser or a template would take for something else than text."""


def file_of(partner: Visitor, number: str) -> bytes:
    """Give a case's file."""
    answer = partner.raw("GET", f"/part/arende/{number}/pdf")
    assert answer.status_code == 200
    return answer.get_data()


def root_of(file: bytes) -> Any:
    """Give what a file says of itself."""
    return PdfReader(BytesIO(file)).trailer["/Root"]


def lasts(file: bytes) -> bool:
    """Tell whether a file says that it can be heard and archived."""
    said = root_of(file)["/Metadata"].get_data()
    return all(part in said for part in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<", b"<pdfaid:conformance>A<"))


def plain(text: str) -> str:
    """Leave of a text what is read: blanks made one, and without signs that only part words."""
    return " ".join(re.sub("[\u200b\u00ad\u2066-\u2069]", "", text).split())


def read(file: bytes) -> str:
    """Read a file from its first page to its last."""
    return plain(" ".join(page.extract_text() for page in PdfReader(BytesIO(file)).pages))


def parts_of(page: Page) -> list[str]:
    """Give what stands in a page, part by part, the longest first."""
    inner = re.sub(r"<(?!/?(?:p|h1|h2|label|li|div|form|details|main)\b)[^>]+>", "", page.html.replace("<br>", " "))
    found = {plain(unescape(part)) for part in re.split(r"<[^>]+>", inner)}
    return sorted(found - {""}, key=len, reverse=True)


def printed(page: Page) -> list[str]:
    """Give what a browser prints of a page, part by part: neither forms nor what is only for the screen."""
    main = page.html[page.html.index("<main") : page.html.index("</main>")]
    shown = re.sub(
        r'<form\b.*?</form>|<noscript>.*?</noscript>|<div class="actions.*?</div>', "", main, flags=re.DOTALL
    )
    shown = shown.partition('<div class="no-print">')[0]
    parts = re.findall(r"<(p|h1|h2)\b[^>]*>(.*?)</\1>", shown, re.DOTALL)
    return [plain(unescape(re.sub(r"<[^>]+>", " " if "<br>" in part else "", part))) for _, part in parts]


def a_paper(**changed: object) -> Paper:
    """Make a paper with nothing much on it."""
    values: dict[str, object] = {
        "language": "sv",
        "number": "GBG-2026-0001",
        "federation": "Förbundet",
        "to": "Till er",
        "title": "En rad",
        "question": "Vad behövs?",
        "by": None,
        "note": "Ring.",
        "description": "Beskrivningen",
        "about": "kom i mars",
        "shared": paragraphs(SENTENCE),
        "talk_heading": "Era frågor",
        "talk": (),
        "answer_heading": "Ert svar",
        "answers": (),
        "not_ours": "",
        "why_not_ours": (),
        "asked": (),
        "otherwise": "",
        "foot": "Förbundet",
        "saved": {"year": 2026, "month": 3, "day": 2},
    }
    return Paper(**(values | changed))  # type: ignore[arg-type]  # named one by one above


def test_the_page_leads_to_a_file_named_by_the_register_number_alone(elsa: Desk, partner: Visitor) -> None:
    number = consulted(elsa, text=SENTENCE)
    page = partner.opens(f"/part/arende/{number}")
    (address,) = (link for link in page.links if link.endswith("/pdf"))
    answer = partner.raw("GET", address)
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF-")
    assert answer.headers["Content-Disposition"] == f"attachment; filename={number}.pdf"
    assert answer.headers["Cache-Control"] == "no-store"
    assert partner.raw("POST", address).status_code in {400, 405}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_page_and_paper_say_the_same(elsa: Desk, partner: Visitor, language: str) -> None:
    number = consulted(elsa, text=f"{SENTENCE}\n\nAndra stycket.\nMed en rad till.")
    partner.opens(f"/part/arende/{number}?sprak={language}")
    partner.sends(press="ask", question="Gäller det sjukpenning?")
    elsa.do(number, "say", {"message": "Ja, det gör det.", "referral": FK})
    page = partner.opens(f"/part/arende/{number}")
    paper = read(file_of(partner, number))
    for part in printed(page):
        assert part in paper
    for part in ("Gäller det sjukpenning?", "Ja, det gör det.", "Andra stycket. Med en rad till.", "031-3900650"):
        assert part in paper
    left = paper
    for part in parts_of(page):
        left = left.replace(part, " ")
    assert plain(left.replace("•", " ")) == f"{HOME} {HOME}, Elsa Exempel, 031-3900650 {number}, 1 (1)"


def test_an_answer_and_a_question_that_is_not_theirs_stand_on_paper(elsa: Desk, partner: Visitor) -> None:
    one, two = consulted(elsa), consulted(elsa)
    asked = ("Vad kan ni göra?", "När kan vi stämma av?", "Vad beror det på?", "Vad leder det till?")
    assert all(each in read(file_of(partner, one)) for each in asked)
    partner.opens(f"/part/arende/{one}")
    partner.sends("answer", press="Skicka svaret", answer="Vi stämmer av.", follow_up="15 juni")
    partner.opens(f"/part/arende/{two}")
    partner.sends("whose", press="inte är vår", whose="nobody", not_ours_reason="Ingen har det uppdraget.")
    answered, not_ours = read(file_of(partner, one)), read(file_of(partner, two))
    assert "Ert svar 2 mars 2026 Vad kan ni göra? Vi stämmer av. När kan vi stämma av? 15 juni" in answered
    assert answered.count("Vad kan ni göra?") == 1
    assert "inte är er, och ingen annans heller. Ingen har det uppdraget." in not_ours
    for number in (one, two):
        page, paper = partner.opens(f"/part/arende/{number}"), read(file_of(partner, number))
        assert [part for part in printed(page) if part not in paper] == []


def test_whoever_else_asks_gets_the_page_of_what_is_not_there(
    elsa: Desk, partner: Visitor, visits: Callable[[], Visitor]
) -> None:
    blocked, foreign = consulted(elsa), consulted(elsa, "af-beredning")
    elsa.do(blocked, "block", {"where": "shared_text"})
    missing = partner.raw("GET", "/part/arende/GBG-2026-9999")
    for number in (blocked, foreign, "GBG-2026-9999", "..", "GBG-2026-0001%0d%0aX: y"):
        answer = partner.raw("GET", f"/part/arende/{number}/pdf")
        assert answer.status_code == 404, number
        assert answer.mimetype == missing.mimetype
        if number.endswith("9999"):
            assert plain(Page(answer).text) == plain(Page(missing).text)
    assert visits().raw("GET", f"/part/arende/{foreign}/pdf").mimetype == "text/html"


def test_it_can_be_heard_and_kept_and_names_nobody(elsa: Desk, partner: Visitor) -> None:
    number = consulted(elsa, text=SENTENCE)
    file = file_of(partner, number)
    reader, root = PdfReader(BytesIO(file)), root_of(file)
    assert root["/Lang"] == "sv"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    assert set(reader.metadata) <= {"/Title", "/Creator", "/Producer", "/CreationDate", "/ModDate"}
    assert reader.metadata.title == f"{number} – Lex Heller"
    assert reader.metadata.get("/Creator", "").startswith("Typst")
    xmp = root["/Metadata"].get_data().decode()
    assert lasts(file)
    for name in ("Elsa", "Försäkringskassan", "räkning", "Räkning"):
        assert name not in f"{xmp} {reader.metadata}"
    tags = repr(structure(root["/StructTreeRoot"]))
    for tag in ("/H1", "/H2", "/P", "/Figure", "/L"):
        assert f"'{tag}'" in tags


def structure(node: object) -> list[str]:
    """List the kinds of a file's marked parts."""
    found: list[str] = []
    waiting = [node]
    while waiting:
        one = waiting.pop()
        one = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            found += [str(one["/S"])] if "/S" in one else []
            waiting += [one["/K"]] if "/K" in one else []
    return found


def test_no_sign_in_a_text_means_anything(elsa: Desk, partner: Visitor) -> None:
    number = consulted(elsa, text=f"{SENTENCE}\n\n{SIGNS}\n\nEn \u202eomvänd rad, \u0633\u0644.\n\nÅter rätt.")
    paper = read(file_of(partner, number))
    assert plain(SIGNS) in paper
    assert "Åter rätt." in paper
    assert SENTENCE in paper


def test_the_title_and_the_talk_are_text_too(elsa: Desk, partner: Visitor) -> None:
    number = consulted(elsa, text=f"#panic() *{SENTENCE}*")
    partner.opens(f"/part/arende/{number}")
    partner.sends("question", press="Skicka frågan", question="Är $x$ #y _z_?")
    paper = read(file_of(partner, number))
    assert plain(partner.opens(f"/part/arende/{number}").heading) in paper
    assert "Är $x$ #y _z_?" in paper


def test_a_long_text_goes_on_over_several_pages(elsa: Desk, partner: Visitor) -> None:
    text = (f"{SENTENCE} " * 400)[:19_900] + "\n\nSista stycket."
    number = consulted(elsa, text=text)
    file = file_of(partner, number)
    pages = [plain(page.extract_text()) for page in PdfReader(BytesIO(file)).pages]
    assert len(pages) > 5
    assert all(f"{number}, {at} ({len(pages)})" in page for at, page in enumerate(pages, 1))
    assert "Sista stycket." in pages[-1]
    assert sum(page.count("fram och åter") for page in pages) > 270


def test_a_word_that_never_ends_is_not_cut(elsa: Desk, partner: Visitor) -> None:
    number = consulted(elsa, text=f"{'W' * 60} kom.\n\n{'å' * 300}")
    pages = PdfReader(BytesIO(file_of(partner, number))).pages
    text = "\n".join(page.extract_text() for page in pages).replace("\u200b", "")
    assert sum(map(len, re.findall("å{2,}", text))) == 300
    assert max(map(len, re.findall("å+", text))) < 90
    assert sum(map(len, re.findall("W{2,}", text))) == 2 * 60  # in the title and in the text
    assert max(map(len, re.findall("W+", text))) < 50


@pytest.mark.parametrize(
    ("sign", "spelt"),
    [
        ("😀", "[grinning face]"),
        ("漢", "[cjk unified ideograph-6f22]"),
        ("\ue000", "[u+e000]"),
        ("\ufffe", "[u+fffe]"),
        ("\u0633\u0644\u0627\u0645", None),
        ("→ ≥ 5 €", "→ ≥ 5 €"),
        ("\ufeff", ""),
    ],
)
def test_a_sign_that_no_font_has_is_spelt_out(sign: str, spelt: str | None) -> None:
    file = drawn(a_paper(shared=paragraphs(f"{SENTENCE} {sign}."), otherwise=sign))
    assert SENTENCE in read(file)
    if spelt is not None:
        assert f"frågan. {spelt}." in read(file)
    assert lasts(file)


def test_what_nobody_can_see_is_left_out() -> None:
    (first,) = paragraphs("a\x00b\x07c\td\ud800")
    assert first.lines == ("abc d",)
    assert lasts(drawn(a_paper(shared=(first,))))


def test_each_paragraph_runs_its_own_way() -> None:
    arabic, hebrew = "\u0633\u0644\u0627\u0645", "\u05e9\u05dc\u05d5\u05dd"
    found = paragraphs(f"abc {arabic}\n\n{arabic} abc\n\n123 {hebrew}\n\n123")
    assert [part.to_the_left for part in found] == [False, True, True, False]


def test_the_same_paper_is_the_same_file() -> None:
    assert drawn(a_paper()) == drawn(a_paper())
    assert drawn(a_paper()) != drawn(a_paper(to="Till andra"))
    assert date(2026, 3, 2).strftime("D:%Y%m%d").encode() in drawn(a_paper())


def test_without_typst_the_page_says_how_else(elsa: Desk, partner: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    number = consulted(elsa, text=SENTENCE)
    monkeypatch.setitem(sys.modules, "typst", None)  # as if it were not installed
    page = partner.opens(f"/part/arende/{number}")
    assert not [link for link in page.links if link.endswith("/pdf")]
    told = "Ärendet kan inte sparas som PDF här. Skriv ut det i stället"
    assert told in page.text
    assert "data-print" in page.html
    asked = partner.opens(f"/part/arende/{number}/pdf")
    assert asked.status == 503
    assert told in asked.text
    assert SENTENCE in asked.text
