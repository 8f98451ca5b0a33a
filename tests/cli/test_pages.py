"""Do inbox, case and the submitter's page look as the house does, wide and narrow, in both languages?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine

from lexheller.cli.follow import draw_followed
from lexheller.cli.inbox import draw_inbox
from lexheller.forms.lines import plain
from lexheller.i18n.language import LANGUAGES
from lexheller.i18n.words import words_for
from lexheller.services.next_thing import Inbox, InboxRow
from tests.cli.conftest import Terminal
from tests.conftest import Golden
from tests.factories import NOON

TODAY = date(2026, 3, 4)


def a_row(number: str, title: str, todo: str, due: date | None, late: int = 0, asked: str = "") -> InboxRow:
    where = (f"ALV-2026-{number}", "ALV", "dialogue", 3)
    return InboxRow(*where, title, "process_leader", f"next.{todo}", due, late, asked=asked)


INBOX = Inbox(
    late=(
        a_row(
            "0051",
            "Når inte handläggaren inför avstämning",
            "first_contact",
            date(2026, 3, 1),
            3,
            "next.answer_question",
        ),
        a_row("0029", "Tre planer för samma person", "more_time", date(2026, 3, 3), 1),
    ),
    mine=(
        a_row("0054", "Ingen beställde tolk till mötet", "open_dialogue", TODAY),
        a_row("0042", "Intyg om funktionsnedsättning hamnar hos ingen", "attest", TODAY),
        a_row("0011", "Boendet fick inte ta emot medicinen", "give_feedback", date(2026, 3, 6)),
    ),
    late_count=2,
    mine_count=3,
    waiting=11,
)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_inbox(width: int, language: str, golden: Golden) -> None:
    lines = [plain(line) for line in draw_inbox(INBOX, words_for(language), TODAY, width)]
    assert max(map(len, lines)) <= width
    golden(f"cli/inbox.{language}.{width}.txt", "\n".join(lines) + "\n")


def test_late_is_a_word_and_a_colour_and_the_bench_comes_once_and_last() -> None:
    lines = draw_inbox(INBOX, words_for("sv"), TODAY, 80)
    late = [line for line in lines if any("dag sen" in said or "dagar sen" in said for said, _ in line)]
    assert [style for line in late for said, style in line if "sen" in said] == ["late", "late"]
    assert [place for place, line in enumerate(lines) if any(style == "bench" for _, style in line)] == [len(lines) - 1]
    assert plain(lines[-1]) == "┯━━━┯ Börja med  lexheller show ALV-2026-0051"


def test_a_question_of_the_group_is_named_beneath_a_call_that_is_late(terminal: Terminal) -> None:
    with time_machine.travel(NOON - timedelta(days=10), tick=False):
        number = terminal.submits(contact="070-1740650")
        terminal("open", number, by="elsa")
        terminal.does("elsa", number, "retell", shared_text="En person väntade länge på besked.")
        terminal.does("elsa", number, "attest", area_harmless=False)
        terminal.does("elsa", number, "share", group="natverk")
    terminal.does("ines", number, "send_back", question="Hur många gånger har det hänt?")
    (row,) = terminal("inbox", "--json", by="elsa").json["late"]
    assert (row["next"], row["asked"]) == ("first_contact", "answer_question")
    lines = [plain(line) for line in draw_inbox(INBOX, words_for("sv"), TODAY, 80)]
    place = next(place for place, line in enumerate(lines) if "ALV-2026-0051" in line)
    assert lines[place + 1].index("Svara på arbetsgruppens fråga") == lines[place].index("Når inte")


def test_an_empty_inbox_has_no_bench(terminal: Terminal) -> None:
    lines = draw_inbox(Inbox((), (), 0, 0, 0), words_for("sv"), TODAY, 80)
    assert [plain(line) for line in lines] == [
        "Inkorg  0 sena · 0 din tur · 0 väntar på andra",
        "",
        "Inget väntar på dig.",
    ]
    assert terminal("inbox", by="elsa").out == ""
    assert terminal("inbox", "--json", by="elsa").json["late"] == []


def a_long_way(terminal: Terminal) -> str:
    """Take a case far enough for its page to show everything."""
    with time_machine.travel(NOON - timedelta(days=20), tick=False):
        terminal.submits(what_happened="Ett besked om sjukpenning dröjde, två myndigheter väntade på varandra.")
        number = terminal.submits(consequence="Personen stod utan inkomst i två månader.", contact="031-3900650")
        terminal.does("elsa", number, "open_dialogue")
    terminal.does("elsa", number, "say", message="Tack! Hur länge hade personen väntat när ni först hörde av er?")
    code = terminal.codes[number]
    desk = terminal.desk("elsa")
    desk.do_with_code(code, "say", {"message": "Ungefär två månader."})
    desk.close()
    talk = {"talk": "phone", "talked_on": "2026-02-12", "outcome": "goes_on", "note": "Vi ringer igen."}
    terminal.does("elsa", number, "note_talk", **talk)
    terminal.does("elsa", number, "retell", shared_text="En person väntade länge på besked från två håll.")
    terminal.does("elsa", number, "attest", area_harmless=False)
    terminal.does("elsa", number, "set_level", level="organisation", reason="Rutinen saknas.")
    terminal.does("elsa", number, "consult", to=["fk-beredning"], reason="De ansvarar för rutinen.")
    terminal.does("elsa", number, "answer", answer="Vi ändrar rutinen.", cause="Oklar rutin.", at_meeting=True)
    return number


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_case(terminal: Terminal, language: str, golden: Golden) -> None:
    number = a_long_way(terminal)
    for who in ("elsa", "birgitta"):
        got = terminal("show", number, by=who, language=language)
        assert got.code == 0, got.err
        assert got.out.count("┯━━━┯") <= 1
        golden(f"cli/show.{who}.{language}.txt", got.out)


def test_a_group_sees_the_shared_text_and_the_month_only(terminal: Terminal, golden: Golden) -> None:
    number = terminal.attested()
    terminal.does("elsa", number, "share", group="natverk")
    got = terminal("show", number, by="ines")
    golden("cli/show.group.sv.txt", got.out)
    assert "Det som kom in" not in got.out
    assert "2 mars" not in got.out
    shown = terminal("show", number, "--json", by="ines").json
    assert (shown["received"], shown["history"], shown["key"], shown["received_text"]) == ("2026-03", [], None, None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_submitters_page(terminal: Terminal, language: str, golden: Golden) -> None:
    number = a_long_way(terminal)
    code = terminal.codes[number]
    terminal.does("elsa", number, "wait", question="Får vi skriva om det i rapporten?", until="2026-03-20")
    waiting = terminal("follow", typed=f"{code.lower()}\n", language=language)
    golden(f"cli/follow.waiting.{language}.txt", waiting.out)
    terminal.does("elsa", number, "wake")
    terminal.does("elsa", number, "conclude")
    terminal.does("elsa", number, "give_feedback", feedback="Rutinen är ändrad. Tack för att du berättade!")
    closed = terminal("follow", typed=f"{code}\n", language=language)
    golden(f"cli/follow.closed.{language}.txt", closed.out)
    assert "031-3900650" not in waiting.out + closed.out


def test_the_submitter_acts_with_the_code(terminal: Terminal) -> None:
    number = terminal.submits()
    code = f"{terminal.codes[number]}\n"
    got = terminal("follow", "--say", "Ring gärna på torsdag.", "--json", typed=code)
    assert got.json == {"number": number, "state": "submitted", "version": 2}
    terminal.does("elsa", number, "solve", solution="Det löste sig.", feedback="Tack!")
    assert terminal("follow", "--helped", "delvis", typed=code).code == 0
    assert terminal("follow", "--block", "återkopplingen", typed=code).code == 0
    assert terminal("cases", "--json", by="elsa").json[0]["helped"] == "partly"
    refused = terminal("follow", "--withdraw", typed=code)
    assert (refused.code, refused.out) == (5, "")
    assert terminal("follow", "--say", "a", "--withdraw", typed=code).code == 2
    assert terminal("follow", code.strip()).code == 2  # never an argument


def test_withdrawing_and_reopening_with_the_code(terminal: Terminal) -> None:
    number = terminal.submits()
    code = terminal.codes[number]
    assert terminal("follow", "--withdraw", "--json", typed=code).json["state"] == "feedback"
    assert "Du har dragit tillbaka ärendet" in terminal("follow", typed=code).out
    terminal.does("birgitta", number, "waive_feedback", why_waived="declined")
    assert terminal("follow", "--reopen", "Jag ångrade mig.", "--json", typed=code).json["state"] == "dialogue"


def test_json_for_the_submitter(terminal: Terminal) -> None:
    number = terminal.submits()
    seen = terminal("follow", "--json", typed=terminal.codes[number]).json
    assert (seen["number"], seen["phase"], seen["feedback"], seen["leader"]) == (number, "submitted", None, None)
    assert "say" in seen["can"]


def test_titles_cannot_steer_the_terminal(terminal: Terminal) -> None:
    number = terminal.submits(title="\x1b[31mRöd\x1b]0;x\x07", what_happened="Rad ett\x1b[2J\nrad två")
    for words in (["show", number], ["cases"], ["inbox"]):
        assert "\x1b" not in terminal(*words, by="elsa").out


def test_a_group_is_told_the_month_in_every_list(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    number = terminal.attested()
    terminal.does("elsa", number, "share", group="natverk")
    for words in (["cases"], ["search", "besked"]):
        assert terminal(*words, "--json", by="ines").json[0]["received"] == "2026-03"
        assert terminal(*words, "--json", by="elsa").json[0]["received"] == "2026-03-02"
        assert terminal(*words, by="ines").out.split("\t")[2] == "2026-03"
    monkeypatch.setattr("lexheller.cli.cases.on_terminal", lambda: True)
    assert terminal("cases", by="ines").out.split("\t")[2] == "mars 2026"


def test_what_is_in_others_hands_cannot_be_withdrawn(terminal: Terminal) -> None:
    number = terminal.submits(contact="031-3900650")
    code = f"{terminal.codes[number]}\n"
    said = "Ärendet kan inte dras tillbaka längre, eftersom texten har skickats till andra"
    assert said not in terminal("follow", typed=code).out
    for step, given in (
        ("open_dialogue", {}),
        ("retell", {"shared_text": "En person väntade länge på besked från två håll."}),
        ("attest", {"area_harmless": False}),
        ("set_level", {"level": "organisation", "reason": "Rutinen saknas."}),
        ("consult", {"to": ["fk-beredning"], "reason": "De ansvarar för rutinen."}),
    ):
        assert said not in terminal("follow", typed=code).out
        terminal.does("elsa", number, step, **given)
    told = " ".join(terminal("follow", typed=code).out.split())
    assert said in told
    assert "--erase-contact" not in told  # contact details may be erased only by a decision on disposal
    refused = terminal("follow", "--withdraw", typed=code)
    assert (refused.code, refused.out) == (5, "")
    assert said in refused.err
    assert "inkommen" not in refused.err
    desk = terminal.desk("elsa")
    seen = desk.follow(code)
    desk.close()
    may = draw_followed(replace(seen, can=(*seen.can, "erase_contact")), words_for("sv"), 80)
    assert "lexheller follow --erase-contact" in " ".join(plain(line) for line in may)


def test_withdrawing_after_the_answer_is_refused_in_words(terminal: Terminal) -> None:
    number = terminal.submits()
    terminal.does("elsa", number, "solve", solution="Det löste sig.", feedback="Tack!")
    refused = terminal("follow", "--withdraw", typed=f"{terminal.codes[number]}\n")
    assert refused.code == 5
    assert "på väg att avslutas" in refused.err
