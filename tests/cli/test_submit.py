"""Does a report come in from a file, from standard input and from somebody answering questions?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import STORY, Terminal
from tests.conftest import Golden

FORM = {"what_happened": STORY, "partners": ["fk", "primary_care"], "submitter_org": "af", "contact": "code"}
YAML = f"""
vad_hande: {STORY}
partners: [FK, REG-PV]
submitter_org: AF
submitter_contact: code
nar: 2026-02
"""
TOML = f"""
what_happened = "{STORY}"
partners = ["fk", "primary_care"]
submitter_org = "af"
contact = "code"
"""


@pytest.mark.parametrize(
    ("name", "text"), [("a.json", json.dumps(FORM)), ("a.yaml", YAML), ("a.yml", YAML), ("a.toml", TOML)]
)
def test_a_file_of_each_kind(terminal: Terminal, tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    got = terminal("submit", str(file), "--json", by="elsa")
    assert got.code == 0
    assert list(got.json) == ["number", "claim_code", "version"]
    assert (got.json["number"], got.json["version"]) == ("GBG-2026-0001", 1)
    assert terminal("show", "GBG-2026-0001", "--json", by="elsa").json["received_text"]["what_happened"] == STORY


@pytest.mark.parametrize("text", [json.dumps(FORM), YAML, TOML, "\ufeff" + YAML])
def test_standard_input_is_read_whatever_it_holds(terminal: Terminal, text: str) -> None:
    got = terminal("submit", "-", "--json", by="elsa", typed=text)
    assert (got.code, got.json["number"]) == (0, "GBG-2026-0001")
    assert terminal("cases", "--json", by="elsa").json[0]["partners"] == ["fk", "primary_care"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- a\n- b", "ingen ifylld blankett"),
        ("", "ingen ifylld blankett"),
        ('{"what_happened": ', "trasig"),
        ("vad_hande: x\npartner: fk", "Fälten är: Vad hände (what_happened), "),
        ("vad_hande: x\npartners: xx", "fk, af"),
    ],
)
def test_what_is_no_form_is_a_mistake(terminal: Terminal, text: str, told: str) -> None:
    got = terminal("submit", "-", by="elsa", typed=text)
    assert (got.code, got.out) == (2, "")
    assert told in got.err


def test_a_file_in_another_encoding_or_of_another_kind(terminal: Terminal, tmp_path: Path) -> None:
    latin = tmp_path / "a.yaml"
    latin.write_bytes("vad_hande: läkare".encode("cp1252"))
    assert "UTF-8" in terminal("submit", str(latin), by="elsa").err
    word = tmp_path / "a.docx"
    word.write_bytes(b"PK")
    got = terminal("submit", str(word), by="elsa")
    assert (got.code, ".toml" in got.err) == (2, True)


def test_everything_that_lacks_is_told_at_once(terminal: Terminal) -> None:
    got = terminal("submit", "-", by="elsa", typed="rubrik: Något hände")
    assert got.code == 5
    for key in FORM:
        assert key in got.err


def test_a_repeat_is_harmless_and_shows_the_same_code(terminal: Terminal) -> None:
    first, again = (
        terminal("submit", "-", "--key", "k17", "--json", by="elsa", typed=json.dumps(FORM)) for _ in range(2)
    )
    assert first.json == again.json
    assert terminal("cases", "--json", by="elsa").json[0]["key"] == "k17"


def test_a_process_leader_registers_for_somebody_who_phoned(terminal: Terminal) -> None:
    words = ["submit", "-", "--source", "phone", "--informed", "lex_sarah"]
    assert terminal(*words, by="elsa", typed=json.dumps(FORM)).err == ""
    history = terminal("cases", "--json", "--history", by="elsa").json[0]["history"]
    assert [(entry["version"], entry["step"], entry["actor"]) for entry in history] == [(1, "submit", "elsa")]
    desk = terminal.desk("elsa")
    case = desk.case("GBG-2026-0001").case
    desk.close()
    assert (case.source, case.submitted.informed) == ("phone", ("lex_sarah",))


def test_nobody_has_to_say_which_of_several_federations(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "somebody-else")
    got = terminal("submit", "-", typed=json.dumps(FORM))
    assert (got.code, "GBG, INS" in got.err or "ALV, GBG, INS" in got.err) == (5, True)
    sent = terminal("submit", "-", "--federation", "INS", "--json", typed=json.dumps(FORM))
    assert sent.json["number"] == "INS-2026-0001"


def test_the_gate_stops_a_file(terminal: Terminal) -> None:
    got = terminal("submit", "-", by="elsa", typed=json.dumps({**FORM, "tried": "Ringde 19811218-9876."}))
    assert (got.code, got.out) == (5, "")
    assert "Vad har du redan provat?" in got.err
    assert terminal("cases", "--json", by="elsa").json == []


# --- field by field ---------------------------------------------------------------------------------------

FOUR = f"{STORY}\n\n1, 10\nvet inte\n2\n"


def test_four_fields_are_enough(terminal: Terminal, golden: Golden) -> None:
    got = terminal("submit", "--json", typed=f"{FOUR}\n\n\n")
    assert got.code == 0, got.err
    assert list(got.json) == ["number", "claim_code", "version"]
    golden("cli/interview.sv.txt", got.err)
    case = terminal("cases", "--json", by="elsa").json[0]
    assert case["partners"] == ["fk", "adult_psychiatry"]


def test_the_interview_in_english(terminal: Terminal, golden: Golden) -> None:
    got = terminal("submit", "--json", typed=f"{STORY}\n\n1, supplier\n3\n2\nn\ny\ny\n", language="en")
    assert got.code == 0, got.err
    golden("cli/interview.en.txt", got.err)


def test_more_fields_may_be_told(terminal: Terminal) -> None:
    more = (
        "Väntan på besked\n"  # title
        "Personen fick vänta.\n\n"  # consequence
        "\n"  # tried: nothing
        "Ett gemensamt möte.\n\n"  # proposal
        "i våras\n2026-02\n"  # when: asked again
        "Göteborg\n"  # area
        "2\n"  # target group
        "ofta\n"  # recurring
        "ja\n"  # agreement
        "Rutinen för intyg\n"  # which
        "vet inte\n"  # solved
        "1\n"  # publication
        "3\n"  # other channel
    )
    got = terminal("submit", "--json", typed=f"{FOUR}j\n{more}\n\n")
    assert got.code == 0, got.err
    assert "2026-03" in got.err  # how a month is written
    desk = terminal.desk("elsa")
    view = desk.case(got.json["number"])
    desk.close()
    told = view.case.submitted
    assert view.title == "Väntan på besked"
    assert view.received["proposal"] == "Ett gemensamt möte."
    assert "tried" not in view.received
    assert (told.when, told.area, told.recurring, told.agreement) == ("2026-02", "Göteborg", "often", "yes")
    assert (told.solved, told.publication, told.other_channel) == (None, True, "dont_know")
    assert view.received["agreement_which"] == "Rutinen för intyg"
    assert "review_appeal" in told.informed
    assert "lex_sarah" not in told.informed


def test_the_contact_is_kept_apart(terminal: Terminal) -> None:
    typed = f"{STORY}\n\n1\n2\n1\n070-1740605\n\n\n\n"
    number = terminal("submit", "--json", typed=typed).json["number"]
    shown = terminal("do", number, "reveal_contact", "-f", "reason=Ringa upp", "--json", by="elsa")
    assert shown.json["contact"] == "070-1740605"
    assert "070-1740605" not in terminal("show", number, by="elsa").out


def test_what_must_go_is_shown_in_place_and_written_again(terminal: Terminal) -> None:
    typed = "Klienten 19811218-9876 väntar.\n\n3\n2\nKlienten väntar.\n\n1\n2\n2\n\n\n\n"
    got = terminal("submit", "--json", typed=typed)
    assert got.code == 0, got.err
    assert "┃          ━━━━━━━━━━━━━" in got.err
    assert "Jag har kontrollerat" not in got.err  # what must go cannot be vouched for
    assert "Skriv ett tal mellan 1 och 2." in got.err
    text = terminal("show", got.json["number"], "--json", by="elsa").json["received_text"]
    assert text["what_happened"] == "Klienten väntar."


def test_a_proposal_may_be_taken_or_a_finding_vouched_for(terminal: Terminal) -> None:
    rest = "1\n2\n2\n\n\n\n"
    taken = terminal("submit", "--json", typed=f"Anna Svensson väntar på besked.\n\n1\n{rest}")
    vouched = terminal("submit", "--json", typed=f"Anna Svensson väntar på besked.\n\n3\n{rest}")
    texts = [
        terminal("show", got.json["number"], "--json", by="elsa").json["received_text"]["what_happened"]
        for got in (taken, vouched)
    ]
    assert texts == ["Klienten väntar på besked.", "Anna Svensson väntar på besked."]


def test_nothing_is_kept_when_the_answers_end(terminal: Terminal) -> None:
    got = terminal("submit", typed=f"{STORY}\n\n1\n")
    assert (got.code, got.out) == (2, "")
    assert "innan allt var besvarat" in got.err
    assert terminal("cases", "--json", by="elsa").json == []


def test_nobody_chooses_a_federation_first(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "somebody-else")
    got = terminal("submit", "--json", typed=f"Insjö\n{FOUR}\n\n\n")
    assert got.json["number"] == "INS-2026-0001"


def test_a_municipality_is_enough_to_find_the_federation(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    adam = terminal.desk("adam")
    adam.put_municipalities(["Göteborg"])
    adam.close()
    monkeypatch.setattr("getpass.getuser", lambda: "somebody-else")
    got = terminal("submit", "--json", typed=f"göteborg\n{FOUR}\n\n\n")
    assert got.json["number"] == "GBG-2026-0001"
    assert "I vilken kommun hände det?" in got.err
    assert "samordningsförbund" not in got.err.partition("I vilken kommun hände det?")[2].partition("Vad hände")[0]
    got = terminal("submit", "--json", typed=f"Kiruna\nInsjö\n{FOUR}\n\n\n")
    assert "Inget av förbunden här arbetar i Kiruna." in got.err
    assert got.json["number"] == "INS-2026-0001"


def test_it_may_be_left_unsent(terminal: Terminal) -> None:
    got = terminal("submit", typed=f"{FOUR}\nnej\nnej\n")
    assert (got.code, got.out) == (130, "")
    assert terminal("cases", "--json", by="elsa").json == []


def test_what_a_form_lacks_is_named_as_on_the_form_and_as_in_the_file(terminal: Terminal, tmp_path: Path) -> None:
    form = tmp_path / "form.json"
    form.write_text('{"title": "Ingen skriver intyget", "submitter_org": "fk", "contact": "code"}')
    told = terminal("submit", str(form), by="elsa").err
    assert "  Vad hände (what_happened)\n" in told
    assert "  Vilka verksamheter handlar det om (partners)\n" in told
    told = terminal("submit", str(form), by="elsa", language="en").err
    assert "  What happened (what_happened)\n" in told


def test_only_a_process_leader_of_the_federation_writes_down_what_another_said(terminal: Terminal, home: Path) -> None:
    file = home / "form.json"
    file.write_text(json.dumps(FORM), encoding="utf-8")
    line = ("submit", str(file), "--source", "phone", "--json")
    for who, federation in (("birgitta", "GBG"), ("fia", "GBG"), ("elsa", "INS"), ("adam", "GBG")):
        got = terminal(*line, "--federation", federation, by=who)
        assert (got.code, got.out) == (5, ""), who
        assert "processledare" in got.err
    number = terminal(*line, by="elsa").json["number"]
    desk = terminal.desk("elsa")
    view = desk.case(number)
    desk.close()
    entry = view.history[0]
    assert (entry.actor, entry.role, entry.via) == ("elsa", "process_leader", "adam")
    assert (view.case.registered_by, view.case.source) == ("elsa", "phone")
