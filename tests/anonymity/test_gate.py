"""The gate's promises: offsets, strengths, silence about what was found, linear time, a light import."""

import io
import json
import re
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexheller.anonymity import VERSION, Finding, Kind, Strength, check, explain, fingerprint, rewrite
from lexheller.anonymity import lexicon as lexicon_room
from lexheller.anonymity.lines import main
from lexheller.anonymity.normal import normalise
from lexheller.anonymity.phrases import INSTEAD, LOOKS_LIKE, SUGGEST_KIND, WHY

ODD = st.text(alphabet="aåÅ1290-+ .@\n\u200b\u00ad\u0301\u2011\u2212\u00a0\uff11(/:Ann s", max_size=80)


@given(ODD)
def test_findings_are_ordered_apart_and_inside_the_text(text: str) -> None:
    last = 0
    for finding in check(text):
        assert last <= finding.start < finding.end <= len(text)
        last = finding.end


@given(st.text(max_size=60))
def test_the_way_back_from_the_normalised_text_is_whole(text: str) -> None:
    normal = normalise(text)
    last = 0
    for place in range(len(normal.text)):
        start, end = normal.span(place, place + 1)
        assert last <= start < end <= len(text)
        last = start


def test_offsets_point_into_the_original_text() -> None:
    text = "Ring A\u030asa på 070\u2011174\u00a006\u200b\u00a005 nu"
    found = {f.type: text[f.start : f.end] for f in check(text)}
    assert found == {Kind.PERSON: "A\u030asa", Kind.PHONE: "070\u2011174\u00a006\u200b\u00a005"}
    assert unicodedata.normalize("NFC", found[Kind.PERSON]) == "Åsa"


def test_a_name_is_remembered_through_the_text_in_lower_case_and_genitive() -> None:
    text = "Klienten heter Nasrin Golzar. Vi ringde nasrin. Golzars läkare svarade inte."
    assert [text[f.start : f.end] for f in check(text)] == ["Nasrin Golzar", "nasrin", "Golzar"]


@pytest.mark.parametrize(
    "text",
    [
        "Bo kvar hemma är målet. Dag för dag blir det sämre.",
        "Sten och grus. Björn och varg. Liv och hälsa. Vår i luften. Stig fram!",
        "Stormen Gudrun, projektet Mia, lex Sarah och S:t Eriks ögonsjukhus.",
        "Karl Johans skola, Saras hus och Maria Magdalena församling.",
        "Parkinsons sjukdom, Tourettes syndrom och Crohns.",
        "Imovane, Atarax och Propavan. Treserva och Cosmic Link låg nere.",
        "Resan från Vilhelmina till Umeå tar lång tid.",
    ],
)
def test_what_only_looks_like_a_name_passes(text: str) -> None:
    assert check(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Handläggare Marie Söderström svarar inte.", "Marie Söderström"),
        ("Klienten R.B. väntar.", "R.B."),
        ("Jag tackar för hjälpen.\nMvh\nYirgalem Okubay", "Yirgalem Okubay"),
        ("Från: Samira Yusufi\nTill: registrator", "Samira Yusufi"),
        ('Det var Tommy "Totte" Rask som ringde.', 'Tommy "Totte" Rask'),
        ("Hustrun Lena är sjukskriven.", "Lena"),
        ("c/o Lundmark står det på dörren", "Lundmark"),
        ("I mars fick Freshta Amarkhel avslag.", "Freshta Amarkhel"),
        ("NAMN: ÅKERLUND, ÄRENDE: AVSLAG, ORSAK: INGEN VET.", "ÅKERLUND"),
    ],
)
def test_a_name_is_found_whole(text: str, name: str) -> None:
    assert [text[f.start : f.end] for f in check(text) if f.type is Kind.PERSON] == [name]


def test_names_are_asked_about_and_never_stop() -> None:
    assert {f.strength for f in check("Kerstin Almgren ringde Lennart.")} == {Strength.ASK}


def test_a_finding_holds_no_text_and_its_fingerprint_tells_nothing() -> None:
    text = "Pnr 19811228-9874."
    (finding,) = check(text)
    assert "9874" not in repr(finding)
    mark = fingerprint(finding, text, b"key")
    assert "9874" not in mark
    other = "Pnr 19811228 9874."
    assert fingerprint(check(other)[0], other, b"key") == mark
    assert fingerprint(finding, text, b"another key") != mark


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_kind_can_be_told_in_both_languages(language: str) -> None:
    for kind in Kind:
        finding = Finding(0, 4, kind, Strength.ASK, "some.rule", ("after_cue",))
        told = explain(finding, "Anna ringde.", language)
        assert told.looks_like == LOOKS_LIKE[language][kind].format(kinds="")
        assert told.why
        assert "\n" not in told.suggestion
        assert told.suggestion
    assert WHY["sv"].keys() == WHY["en"].keys()
    assert INSTEAD["sv"].keys() == INSTEAD["en"].keys()
    assert SUGGEST_KIND["sv"].keys() == SUGGEST_KIND["en"].keys()


def test_one_person_keeps_one_word() -> None:
    text = "Handläggare Marie Söderström ringde Kerstin Almgren. Kerstin svarade inte. Marie skrev. F.A:s plan dröjer."
    neutral = "Handläggaren ringde klienten. Klienten svarade inte. Handläggaren skrev. En annan persons plan dröjer."
    assert rewrite(text) == neutral


def test_a_possessive_keeps_its_form() -> None:
    assert rewrite("Kerstins man Lennart ringer oss.") == "Klientens man ringer oss."


def test_json_lines_answer_line_by_line_without_the_words_of_protection() -> None:
    out = io.StringIO()
    lines = [json.dumps("Ring 070-174 06 05"), json.dumps("Skyddade personuppgifter, Ekvägen 3")]
    assert main(io.StringIO("\n".join(lines) + "\n"), out) == 0
    first, second = map(json.loads, out.getvalue().splitlines())
    assert first == [{"start": 5, "end": 18, "type": "PHONE"}]
    assert [one["type"] for one in second] == ["ADDRESS"]


def test_importing_the_gate_loads_no_lists() -> None:
    code = (
        "import sys, lexheller.anonymity as gate; from lexheller.anonymity.lexicon import lexicon; "
        "assert lexicon.cache_info().currsize == 0; gate.check('Anna'); assert lexicon.cache_info().currsize == 1; "
        "bad = [m for m in sys.modules if m.startswith('lexheller.') and not m.startswith('lexheller.anonymity')]; "
        "print(bad)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_a_fault_inside_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> lexicon_room.Lexicon:
        raise OSError

    monkeypatch.setattr("lexheller.anonymity.names.lexicon", broken)
    with pytest.raises(OSError, match=r"^$"):
        check("Anna ringde.")


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "1-",
        "A",
        "Abc ",
        "-",
        "\u200b",
        "a\u200b",
        "@",
        "a@",
        "a.",
        "A.",
        ":",
        "a:",
        "Anna ",
        "född ",
        "född a ",
        "född a-",
        "fyller 4 ",
        "datumdel (a, ",
        "fick barn ",
        "dnr ",
        "070-",
        "́",
        "SE45",
        "konto ",
        "bor på ",
        "skyddad adress ",
        " snabel-a ",
        "Agatan ",
        "/",
        ".se/",
        "http:",
        "Ab 1:1 ",
        "O'",
        "KLIENTEN " + "BARN" * 5 + "XQ ",
        "klienten " + "barn" * 5 + "xqbil ",
    ],
)
def test_time_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    check("Anna")
    half, whole = ((piece * size)[:size] for size in (10_000, 20_000))
    # Twice the text; a square would be four times. The best of several, since other work shares the machine.
    assert _seconds(whole) < 3.2 * _seconds(half) + 0.02


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(4):
        start = time.process_time()
        check(text)
        best = min(best, time.process_time() - start)
    return best


@settings(max_examples=30)
@given(ODD)
def test_more_text_never_hides_a_number(before: str) -> None:
    text = f"{before}\n\nGäller 19811228-9874 och inget annat."
    place = text.rindex("1981")
    assert any(f.start <= place and f.end >= place + 13 and f.strength is Strength.STOP for f in check(text))


def test_the_rules_have_a_version() -> None:
    assert VERSION.split(".")[0].isdigit()


def test_no_repeated_group_is_possessive() -> None:
    """Python before 3.11.5, Debian 12's too, loses matches of those; atomic groups say the same and lose none."""
    sources = Path(lexicon_room.__file__).parent.glob("*.py")
    possessive = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+")
    assert [path.name for path in sources if possessive.search(path.read_text("utf-8"))] == []
