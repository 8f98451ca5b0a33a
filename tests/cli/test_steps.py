"""Do steps answer what scripts rely on, and do the keys stay as promised?"""

from __future__ import annotations

import json

from tests.cli.conftest import Terminal
from tests.conftest import Golden

CASE_KEYS = ["number", "federation", "state", "version", "level", "partners", "themes", "received", "key"]
ENTRY_KEYS = ["version", "step", "from", "to", "actor", "at"]


def test_the_promised_keys_of_a_case(terminal: Terminal, golden: Golden) -> None:
    number = terminal.submits()
    terminal.does("elsa", number, "open_dialogue")
    terminal.does("elsa", number, "set_level", level="organisation", reason="Rutinen saknas.")
    listed = terminal("cases", "--json", "--history", by="elsa").json
    shown = terminal("show", number, "--json", by="elsa").json
    for case in (*listed, shown):
        assert list(case)[: len(CASE_KEYS)] == CASE_KEYS
        assert [list(entry) for entry in case["history"]] == [ENTRY_KEYS] * 3
        assert [entry["version"] for entry in case["history"]] == [1, 2, 3]
    assert "history" not in terminal("cases", "--json", by="elsa").json[0]
    assert shown["key"] is None  # nobody gave one
    golden("cli/cases.json", json.dumps(listed, indent=1, ensure_ascii=False) + "\n")
    golden("cli/show.json", json.dumps(shown, indent=1, ensure_ascii=False) + "\n")


def test_a_step_answers_number_state_and_version(terminal: Terminal) -> None:
    number = terminal.submits()
    got = terminal("do", number, "open_dialogue", "--version", "1", "--json", by="elsa")
    assert got.out == f'{{"number": "{number}", "state": "dialogue", "version": 2}}\n'
    assert got.err == ""


def test_in_a_pipe_answers_stand_between_tabs(terminal: Terminal) -> None:
    number = terminal.submits(title="En\trubrik")
    assert terminal("open", number, by="elsa").out == f"{number}\tdialogue\t2\n"
    assert terminal("cases", by="elsa").out == f"{number}\ti dialog\t2026-03-02\tEn rubrik\n"
    assert terminal("inbox", by="elsa").out.split("\t")[2] == number


def test_a_key_given_twice_is_a_list(terminal: Terminal) -> None:
    number = terminal.submits()
    terminal("do", number, "label", "-f", "themes=sip", "-f", "themes=housing", by="elsa")
    assert terminal("cases", "--theme", "housing", "--json", by="elsa").json[0]["themes"] == ["sip", "housing"]


def test_a_value_may_come_from_standard_input(terminal: Terminal) -> None:
    number = terminal.submits()
    text = "En person väntade.\nTvå håll väntade på varandra.\n"
    assert terminal("do", number, "retell", "-f", "shared_text=-", by="elsa", typed=text).code == 0
    assert terminal("show", number, "--json", by="elsa").json["shared_text"] == text.strip()
    assert terminal("say", number, "-", by="elsa", typed="Hej!\nFår jag ringa?\n").code == 0
    assert terminal("show", number, "--json", by="elsa").json["messages"][0]["text"] == "Hej!\nFår jag ringa?"


def test_the_common_words_go_the_whole_way(terminal: Terminal) -> None:
    number = terminal.attested()
    steps = (
        ("elsa", "share", "--group", "natverk"),
        ("elsa", "classify", "--level", "organisation", "--reason", "Rutinen saknas."),
        ("birgitta", "decide", "--kind", "measure", "--reason", "Samma rutin behövs.", "--measures",
         "Gemensam rutin | Förbundschefen | 2026-09-01", "--measures", "Uppföljning | Förbundschefen | 2026-12-01"),
        ("elsa", "refer", "--to", "fk-beredning,af-beredning", "--reason", "De ansvarar för rutinen."),
    )  # fmt: skip
    for who, step, *options in steps:
        got = terminal(step, number, *options, "--json", by=who)
        assert got.code == 0, got.err
    assert got.json["state"] == "with_partners"
    for recipient in ("fk-beredning", "af-beredning"):
        given = ["-f", f"referral=GBG/{recipient}", "-f", "answer=Vi ändrar rutinen.", "-f", "at_meeting=ja"]
        terminal("do", number, "answer", *given, by="elsa")
    terminal("do", number, "conclude", by="elsa")
    got = terminal("feedback", number, "--feedback", "Rutinen är ändrad. Tack!", "--json", by="elsa")
    assert got.json["state"] == "closed", got.err


def test_a_stand_in_for_somebody_is_named_in_the_history(terminal: Terminal) -> None:
    number = terminal.submits()
    terminal("open", number, by="elsa")
    desk = terminal.desk("elsa")
    entry = desk.case(number).history[-1]
    desk.close()
    assert (entry.actor, entry.via) == ("elsa", "adam")


def test_what_is_open_and_what_lacks(terminal: Terminal) -> None:
    number = terminal.submits()
    terminal.does("elsa", number, "open_dialogue")
    rows = {row["step"]: row for row in terminal("can", number, "--json", by="elsa").json}
    assert list(rows["share"]) == ["step", "open", "lacks", "asks"]
    assert rows["share"] == {"step": "share", "open": False, "lacks": ["attested"], "asks": ["group"]}
    assert rows["solve"]["open"] is True
    assert "classify" not in rows


def test_findings_in_the_way_of_attesting_are_numbered_as_overrides_name_them(terminal: Terminal) -> None:
    number = terminal.submits()
    terminal("do", number, "retell", "-f", "shared_text=Anna Svensson väntade.", "--vouch", by="elsa")
    got = terminal("do", number, "attest", "-f", "area_harmless=nej", by="elsa")
    assert got.code == 5
    assert "  1. Kontrollera" in got.err
    assert "wrong_hit" in got.err
    fields = ["-f", "area_harmless=nej", "-f", "overrides=1 | wrong_hit"]
    assert terminal("do", number, "attest", *fields, by="elsa").code == 0


def test_words_and_likeness(terminal: Terminal) -> None:
    first = terminal.submits(what_happened="Läkarintyget godtogs inte, och ingen ville skriva ett nytt intyg.")
    second = terminal.submits(what_happened="Intyget från läkaren räckte inte; ett nytt läkarintyg krävdes.")
    hits = terminal("search", "läkarintyg", "--json", by="elsa").json
    assert {hit["number"] for hit in hits} == {first, second}
    like = terminal("similar", first, "--json", by="elsa").json
    assert like[0]["number"] == second
    assert like[0]["why"]["partners"] == ["fk", "primary_care"]
    assert terminal("search", "läkarintyg", "--json", by="ines").json == []


def test_filters(terminal: Terminal) -> None:
    number = terminal.submits()
    terminal.submits(partners=["af"])
    found = [
        terminal("cases", *words, "--json", by="elsa").json
        for words in (
            ["--partner", "FK"],
            ["--state", "submitted", "--limit", "1"],
            ["--since", "2026-03-03"],
            ["--until", "2026-03-02", "--open"],
            ["--leader", "elsa"],
        )
    ]
    assert [len(rows) for rows in found] == [1, 1, 0, 2, 0]
    assert found[0][0]["number"] == number


def test_a_need_is_told_with_the_field_that_one_types(terminal: Terminal) -> None:
    number = terminal.attested()
    told = {line.split("\t")[0]: line for line in terminal("can", number, by="elsa").out.splitlines()}
    assert told["set_level"].endswith("ange: nivå (level), skäl (reason)")
    assert told["share"].endswith("ange: vilken arbetsgrupp (group)")
    assert told["attest"].endswith("(area_harmless)")
    terminal.does("elsa", number, "set_level", level="organisation", reason="Rutinen saknas.")
    terminal.does("elsa", number, "consult", to=["fk-beredning", "af-beredning"], purpose="reply", reason="Rutinen.")
    refused = terminal("do", number, "answer", by="elsa")
    assert refused.code == 5
    assert "vilken part det gäller (--field referral=…)" in refused.err
    assert "(--field answer=…)" in refused.err
    assert "(--field level=structure|organisation|individual)" in terminal("do", number, "set_level", by="elsa").err
    assert "(--field until=2026-03-31)" in terminal("do", number, "rest", by="elsa").err


def test_a_command_of_its_own_names_its_options(terminal: Terminal) -> None:
    refused = terminal("share", terminal.attested(), by="elsa")
    assert (refused.code, refused.out) == (5, "")
    assert "(--group …)" in refused.err
    assert "--field" not in refused.err


def test_a_filter_that_names_nothing_is_a_mistake(terminal: Terminal) -> None:
    terminal.submits()
    for words, known in ((["--theme", "nope"], "certificates"), (["--leader", "nope"], "elsa")):
        got = terminal("cases", *words, by="elsa")
        assert (got.code, got.out) == (2, "")
        assert "nope" in got.err
        assert known in got.err
    assert terminal("cases", "--leader", "olle", by="elsa").code == 0


def test_what_lacks_is_named_with_the_field_that_mends_it(terminal: Terminal) -> None:
    """A hint that names another field than the one that helps sends people in a circle."""
    number = terminal.submits()
    terminal.does("elsa", number, "open_dialogue")
    got = terminal("do", number, "redirect", "-f", "channel=sister_federation", "-f", "other=INS", by="elsa")
    assert (got.code, "channel=" in got.err) == (5, False)
    assert "godkänd avidentifiering" in got.err
    for words in (("solve", number, "--solution", "Klart."), ("feedback", number)):
        got = terminal(*words, "--told", "phone", by="elsa")
        assert got.code == 5
        assert "(--told-on 2026-03-31)" in got.err
        assert "(--told-what …)" in got.err
        assert "(--feedback" not in got.err
        terminal.does("elsa", number, "solve", solution="Klart.") if words[0] == "solve" else None
    got = terminal("feedback", number, "--feedback", "Det är ordnat.", "--told", "phone", by="elsa")
    assert (got.code, "(--told-on 2026-03-31)" in got.err) == (5, True)  # half of it is not dropped in silence


def test_a_second_answer_is_told_that_there_is_one_already(terminal: Terminal) -> None:
    number = terminal.attested()
    terminal.does("elsa", number, "set_level", level="structure", reason="Lagen.")
    terminal.does("elsa", number, "consult", to="fk-beredning", purpose="reply", reason="De delar frågan.")
    terminal.does("fia", number, "answer", answer="Vi har en rutin nu.")
    got = terminal("do", number, "answer", "-f", "answer=Vi har två.", by="fia")
    assert got.code == 5
    assert "en part som inte redan har svarat" in got.err
    assert "skickat till en part" not in got.err


def test_a_leader_is_told_that_the_group_sets_the_level(terminal: Terminal) -> None:
    number = terminal.attested()
    got = terminal("classify", number, "--level", "structure", "--reason", "Lagen.", by="elsa")
    assert got.code == 5
    assert "arbetsgruppens bedömning; dela ärendet med gruppen först (share)" in got.err


def test_a_version_that_never_was_is_no_matter_of_who_was_first(terminal: Terminal) -> None:
    number = terminal.submits()
    for version in ("7", "0", "-1"):
        got = terminal("do", number, "open_dialogue", "--version", version, by="elsa")
        assert (got.code, f"lexheller show {number}" in got.err) == (2, True), version
        assert "hann" not in got.err
    terminal.does("elsa", number, "open_dialogue")
    assert terminal("do", number, "label", "-f", "themes=sip", "--version", "1", by="elsa").code == 3


def test_a_filter_that_names_nothing_there_is_refused(terminal: Terminal) -> None:
    for line, known in ((("--pattern", "P99"), "GBG/P1"), (("--federation", "QQQ"), "ALV, GBG, INS")):
        got = terminal("cases", *line, by="elsa")
        assert (got.code, got.out, known in got.err) == (2, "", True), line
    for line in (("--pattern", "P1"), ("--pattern", "GBG/P1"), ("--federation", "INS")):
        assert terminal("cases", *line, by="elsa").code == 0, line
