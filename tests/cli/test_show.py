"""Does `show` tell each reader all that they may know of a case, and nothing more?"""

from __future__ import annotations

import pytest

from lexheller.i18n.language import LANGUAGES
from tests.cli.conftest import Terminal
from tests.conftest import Golden

FORM = {
    "submitter_org": "hospital",
    "when": "2026-01",
    "area": "Insjö",
    "agreement": "yes",
    "solved": "no",
    "publication": True,
    "other_channel": "dont_know",
    "contact": "031-3900650",
}


def a_worked_case(terminal: Terminal, *, area_harmless: bool = True) -> str:
    """Take a case all the way to its partners, so that it holds one of everything."""
    number = terminal.submits(**FORM)
    terminal("open", number, by="elsa")
    terminal.does("elsa", number, "retell", shared_text="En person väntade länge på besked från två håll.")
    terminal.does("elsa", number, "attest", area_harmless=area_harmless, few_alike_ok=area_harmless)
    terminal.does("elsa", number, "label", themes=["certificates"], target_group="young_adults")
    terminal.does("elsa", number, "share", group="natverk")
    terminal.does("ines", number, "tie_pattern", pattern="P1", reason="Samma väntan.")
    terminal.does("elsa", number, "not_tied", reason="Inget annat liknar.")
    terminal.does("ines", number, "tie_pattern", pattern="P1", reason="Hör ihop ändå.")
    terminal.does("ines", number, "second_opinion", level="structure", reason="Lagen säger så.")
    terminal.does("ines", number, "classify", level="organisation", reason="Rutinen saknas.")
    measures = [{"what": "Gemensam rutin för intyg", "owner": "Förbundschefen", "due": "2026-09-01"}]
    terminal.does("birgitta", number, "decide", kind="measure", reason="Båda behöver den.", measures=measures)
    terminal.does("elsa", number, "refer", to=["fk-beredning"], purpose="reply", reason="De ansvarar för rutinen.")
    return number


def test_those_who_work_with_a_case_see_what_it_holds(terminal: Terminal, golden: Golden) -> None:
    number = a_worked_case(terminal)
    for who in ("elsa", "birgitta"):
        told = terminal("show", number, by=who).out
        for said in (
            "Sjukhus", "januari 2026", "Insjö", "Kontaktuppgifter", "formuläret", "intyg och medicinska underlag",
            "Två bedömer olika", "en insats", "Båda behöver den.", "Gemensam rutin för intyg", "Förbundschefen",
            "1 september 2026", "planerad", "Försäkringskassan i beredningsgruppen", "för svar", "Samma väntan.",
            "Inget annat liknar.", "De ansvarar för rutinen.", "organisering",
        ):  # fmt: skip
            assert said.lower() in told.lower(), (who, said)
        assert "031-3900650" not in told
    golden("cli/show.worked.elsa.sv.txt", terminal("show", number, "--history", by="elsa").out)
    got = terminal("show", number, "--json", by="elsa").json
    assert got["about"] | FORM | {"contact": True} == got["about"]
    assert got["decision"] == {"kind": "measure", "on": "2026-03-02", "reason": "Båda behöver den."}
    assert [(m["what"], m["owner"], m["state"]) for m in got["measures"]] == [
        ("Gemensam rutin för intyg", "Förbundschefen", "planned")
    ]
    assert [(r["recipient"], r["purpose"], r["state"]) for r in got["referrals"]] == [
        ("GBG/fk-beredning", "reply", "open")
    ]
    assert [(t["tied"], t["pattern"], t["reason"]) for t in got["ties"]] == [
        (True, "GBG/P1", "Samma väntan."),
        (False, None, "Inget annat liknar."),
        (True, "GBG/P1", "Hör ihop ändå."),
    ]


def test_each_measure_keeps_its_own_words(terminal: Terminal) -> None:
    number = terminal.attested()
    terminal.does("elsa", number, "share", group="natverk")
    terminal.does("elsa", number, "classify", level="organisation", reason="Rutinen saknas.")
    for names in (("Ett", "Två"), ("Tre",)):
        measures = [{"what": name, "owner": "Chefen", "due": "2026-09-01"} for name in names]
        terminal.does("birgitta", number, "decide", kind="measure", reason="Behövs.", measures=measures)
        if names[0] == "Ett":
            terminal.does("birgitta", number, "reconsider", reason="En till.")
    got = terminal("show", number, "--json", by="birgitta").json
    assert [m["what"] for m in got["measures"]] == ["Ett", "Två", "Tre"]


def test_a_group_sees_the_work_and_not_the_submitter(terminal: Terminal, golden: Golden) -> None:
    number = a_worked_case(terminal)
    told = terminal("show", number, by="ines").out
    golden("cli/show.worked.group.sv.txt", told)
    for said in ("Sjukhus", "Insjö", "intyg och medicinska underlag", "Två bedömer olika", "en insats"):
        assert said.lower() in told.lower()
    for hidden in ("januari", "Kontaktuppgifter", "formuläret", "Båda behöver", "Gemensam rutin", "ansvarar"):
        assert hidden not in told
    got = terminal("show", number, "--json", by="ines").json
    assert got["about"] == {"submitter_org": "hospital", "area": "Insjö", "target_group": "young_adults"}
    assert (got["decision"]["kind"], got["decision"]["reason"]) == ("measure", None)
    assert (got["measures"], got["referrals"], got["reasons"]) == ([], [], {})


def test_a_municipality_that_is_not_attested_harmless_stays_inside(terminal: Terminal) -> None:
    number = a_worked_case(terminal, area_harmless=False)
    assert "Insjö" in terminal("show", number, by="elsa").out
    assert "Insjö" not in terminal("show", number, by="ines").out + terminal("show", number, "--json", by="ines").out


def test_a_partner_sees_its_own_referral_and_what_it_asked(terminal: Terminal, golden: Golden) -> None:
    number = a_worked_case(terminal)
    terminal.does("elsa", number, "refer", to=["af-beredning"], reason="Också deras rutin.")
    terminal.does("fia", number, "ask", question="Vilket år gäller det?")
    terminal.does("elsa", number, "ask", referral="2", question="Hör det till oss?", at_meeting=True)
    terminal.does("elsa", number, "say", referral="1", message="Det gäller i år.")
    told = terminal("show", number, by="fia").out
    golden("cli/show.worked.partner.sv.txt", told)
    for said in ("Försäkringskassan i beredningsgruppen", "för svar", "senast", "Vilket år", "Det gäller i år."):
        assert said in told
    for hidden in ("Insjö", "Sjukhus", "Arbetsförmedlingen i", "Hör det till oss?", "regel", "en insats", "bedömer"):
        assert hidden not in told
    got = terminal("show", number, "--json", by="fia").json
    assert [r["referral"] for r in got["referrals"]] == [1]
    assert "rule" not in got["referrals"][0]
    assert [said["text"] for said in got["exchange"]] == ["Vilket år gäller det?", "Det gäller i år."]
    assert (got["about"], got["decision"], got["ties"], got["opinions"]) == (None, None, [], [])


def test_only_what_is_alike_stands_there_as_similar(terminal: Terminal) -> None:
    told = "En läkare skrev ett intyg, och arbetsgivaren fick aldrig besked om hur länge sjukskrivningen gällde."
    other = "Rullstolen blev stående i ett förråd utan besked, för ingen visste vem som betalar för frakten."
    one = terminal.submits(what_happened=told, partners=["fk"])
    unlike = terminal.submits(what_happened=other, partners=["hospital"])
    assert [hit["number"] for hit in terminal("similar", one, "--json", by="elsa").json] == [unlike], "as one asked"
    assert "Liknande" not in terminal("show", one, by="elsa").out
    like = terminal.submits(what_happened=told.replace("aldrig", "inget"), partners=["fk"])
    shown = terminal("show", one, by="elsa").out.partition("Liknande")[2]
    assert (like in shown, unlike in shown) == (True, False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_history_names_both_who_acted_and_for_whom(terminal: Terminal, language: str) -> None:
    number = terminal.submits()
    terminal("open", number, by="elsa")
    assert "dialogen öppnad" not in terminal("show", number, by="elsa").out
    told = terminal("show", number, "--history", by="elsa", language=language).out
    assert {"sv": "Adam Exempel (som Elsa)", "en": "Adam Exempel (as Elsa)"}[language] in told


def test_a_reply_to_a_partner_is_shown_with_the_command_that_sends_it_there(terminal: Terminal) -> None:
    number = terminal.attested()
    terminal.does("elsa", number, "set_level", level="structure", reason="Lagen.")
    terminal.does("elsa", number, "consult", to="vardcentral,fk-beredning", purpose="reply", reason="De delar frågan.")
    terminal.does("fia", number, "ask", question="Gäller det alla?")
    assert f'lexheller say {number} --referral 2 "…"' in terminal("show", number, by="elsa").out
    assert terminal("say", number, "Vi har frågat dem.", by="elsa").code == 0
    assert f'lexheller say {number} --referral 2 "…"' in terminal("show", number, by="elsa").out
    assert number in terminal("inbox", by="elsa").out
    assert terminal("say", number, "--referral", "2", "Ja, alla.", by="elsa").code == 0
    told = terminal("show", number, by="elsa").out
    assert "--referral" not in told
    assert "Försäkringskassan i beredningsgruppen 2 mars" in told
    assert "Till Försäkringskassan i beredningsgruppen 2 mars" in told
    assert "Till den som skrev 2 mars" in told
    messages = terminal("show", number, "--json", by="elsa").json["messages"]
    assert [(m["from"], m["to"], m["recipient"], m["from_submitter"]) for m in messages] == [
        ("partner", "process_leader", "GBG/fk-beredning", False),
        ("process_leader", "submitter", None, False),
        ("process_leader", "partner", "GBG/fk-beredning", False),
    ]


def test_whoever_confirms_a_release_reads_the_words_and_is_shown_how(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = terminal.submits(publication="ja")
    terminal.does("elsa", number, "solve", solution="Klart.", feedback="Nu är det ordnat.")
    text = "Två verksamheter väntade på varandra. Nu finns en rutin."
    monkeypatch.setenv("LOGNAME", "elsa")
    asked = terminal("do", number, "release", "-f", f"public_text={text}", "-f", "harmless=ja", "--json")
    version = asked.json["version"]
    command = f"lexheller do {number} release --field confirmed={version}"
    assert command not in terminal("show", number).out
    monkeypatch.setenv("LOGNAME", "olle")
    shown = terminal("show", number).out
    assert "Två verksamheter väntade på varandra." in shown
    assert f"Text för biblioteket  version {version}, Elsa Exempel står för den, väntar på en andra person" in shown
    assert command in shown
    assert terminal(*command.split()[1:]).code == 0
    told = terminal("show", number, "--json").json
    assert (told["public_text"], told["public_version"], told["released"]) == (text, version, True)


def test_themes_and_roles_are_called_what_the_house_calls_them(terminal: Terminal) -> None:
    number = terminal.submits(**FORM)
    terminal("open", number, by="elsa")
    desk = terminal.desk("adam")
    desk.put_theme({"sv": "Nattplatser", "en": "Night shelters"})
    desk.put_role_names({"process_leader": {"sv": ("lots",), "en": ("guide",)}})
    desk.close()
    terminal.does("elsa", number, "label", themes="night_shelters")
    assert terminal("cases", "--theme", "night_shelters", by="elsa").out.count(number) == 1
    assert "Nattplatser" in terminal("show", number, by="elsa").out
    assert "Night shelters" in terminal("show", number, by="elsa", language="en").out
    refused = terminal("pattern", "add", "P7", "Vad nu?", by="birgitta")
    assert "Mönster namnges av lotsen" in refused.err
