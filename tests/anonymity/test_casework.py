"""Texts as caseworkers type them: short forms pass, and initials are somebody's where a role or a signature says so."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lexheller.anonymity import Kind, check, rewrite

HERE = Path(__file__).parent
_MARKED = re.compile(r"\{\w+:([^}]*)\}")
_OWNS = re.compile(r":?s$")


def _names(text: str) -> list[str]:
    return [text[f.start : f.end] for f in check(text) if f.type is Kind.PERSON]


@pytest.mark.parametrize(
    "text",
    [
        "Beslutet togs av Af i höstas, och Afs växel var stängd.",
        "Vi väntar på Fk. Fk:s läkare ville ha mer, sedan ville Ivo ha mer.",
        "Det var Bvc som frågade Hab, och Barnhab svarade.",
        "Skriv till oss eller maila registrator. Vi skypade och teamsade i går.",
        "Messa boendet om tiden ändras. Mailade dem i maj.",
        "Pat. kom inte. Pat orkade inte vänta.",
        "Anh: vill ha besked. Ssk ringde. Anh ringde också.",
        "Tex kom hissen inte. Even den andra stod still.",
        "Möte med Rehab Nord och Boendestöd Söder om schemat.",
        "Vänliga hälsningar\nServicecenter",
        "Öppet: Må 9-12, Ti 13-16.",
        "Sängen från Invacare och kudden från Etac kom fel dag.",
        "Vi bytte till Freja eID, och Sara Stedy provades.",
        "Assistansia och Wiitech ville inte.",
        "Mottagningen i Rinkeby-Kista och den i Majorna-Linné svarade olika.",
        "Klienten A och klienten B bor i samma hus. Handläggare C kom.",
        "Pat BT 130/80, barnet CP, kl FM. Brukaren FK-ärende.",
        "Alternativen A-F och bokstäverna A-Ö gicks igenom, S:s ledare sa nej.",
        "I mål A. B. och vidare. Se avsnitt 2. A. har strukits.",
        "Klienten, som här kallas K, får stöd. K:s kontaktperson har slutat.",
        "Skattev ville ha kopia, Ögonmott svarade inte. Tingsr dröjde.",
        "Vi bad Csn och Kfm om besked.",
        "Handläggare: Ska vi ringa? Kollega: Har de svarat?",
        "Intyget skrevs av Make, inte av Sambo.",
        "Mötet hölls på Oxelö Simhall, och iva ringde sedan.",
        "Besök på US, larm från VC, placering hos FK.",
        "Vi ringde Aleris Sofia och sedan Humana Alma.",
        "De säger Ej och sedan Ej igen. Unga In och Krami svarade.",
        "Brev till Kfm, svar från tingsrätten. Brev från HR. Kön på soc var lång.",
        "Boende I-J och K-L stängs. Larm från SOS och samtal från UD.",
        "Punkt B. Ska med. Bilaga C. Har lämnats.",
        "BRUKAREN ÄR HEMMA OCH KLIENTEN SA NEJ",
    ],
)
def test_what_casework_shortens_is_nobody(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Brukaren MT väntar på larm.", ["MT"]),
        ("Vi träffade klient AB i går.", ["AB"]),
        ("Pat. R.W. fick ingen tid.", ["R.W."]),
        ("Eleven (EK) har bytt skola. EK trivs nu.", ["EK", "EK"]),
        ("Barnet L. bor hos sin mormor.", ["L."]),
        ("S-E ringde och frågade.", ["S-E"]),
        ("Samtal med B-M, sedan undrade B-M igen.", ["B-M", "B-M"]),
        ("T:s syster hörde av sig.", ["T:s"]),
        ("LP:s mamma hörde av sig.", ["LP:s"]),
        ("J. ringer varje dag.", ["J."]),
        ("Möte med R T och skolan.", ["R T"]),
        ("Inget mer har hänt.\n//HB", []),
        ("Inget mer har hänt.\n//EW", ["EW"]),
        ("Mvh GL", ["GL"]),
        ("Lasse B:s beslut dröjer.", ["Lasse B"]),
        ("Alla kallar honom Tjorven.", ["Tjorven"]),
        ("Skolläkaren Wretmo kom inte.", ["Wretmo"]),
        ("Enligt handl. Xhemajli är det klart.", ["Xhemajli"]),
        ("dsk Grzeskowiak lade om såret", ["Grzeskowiak"]),
        ("Vigdisa på soc lovade ringa.", ["Vigdisa"]),
        ("lena på kassan var snäll", ["lena"]),
        ("kalle andersson väntar på svar", ["kalle andersson"]),
        ("Klienten Ivo väntar. Hon heter Pat.", ["Ivo", "Pat"]),
        ("Vi träffade Anh. Anh ringde i går.", ["Anh", "Anh"]),
        ("Even Solberg ringde.", ["Even Solberg"]),
        ("Mvh\nStina Ek\nkurator, Rehab Syd", ["Stina Ek"]),
        ("Vi träffade Sara", ["Sara"]),
        ("sara lindqvist på csn sa nej", ["sara lindqvist"]),
        ("Det var at Wilma som skrev.", ["Wilma"]),
        ("Tillsyn hos WL klockan två.", ["WL"]),
        ("Utskrivet av RM", ["RM"]),
        ("Rapp. usk/PLG", ["PLG"]),
        ("Mamman (HE) kom.", ["HE"]),
        ("Nu har Seo fått vänta. Đỗ ringde.", ["Seo", "Đỗ"]),
        ("Omar F:s boendestöd upphörde.", ["Omar F"]),
    ],
)
def test_who_is_meant_is_found(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_initials_are_told_as_the_rest_and_then_gone() -> None:
    text = "Brukaren MT väntar. MT:s mamma ringde. //EW"
    assert check(rewrite(text)) == ()


def test_what_goes_on_is_no_end_of_a_well_known_name() -> None:
    assert _names("Vi pratade med Astrid") == ["Astrid"]


def _lines(name: str) -> Iterator[str]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        yield line.replace("\\n", "\n").replace("\\t", "\t")


def test_reports_in_many_voices_raise_few_alarms() -> None:
    texts = [line.partition("|")[2] for line in _lines("voices_clean.txt")]
    words = sum(len(text.split()) for text in texts)
    alarms = [name for text in texts for name in _names(text)]
    assert len(alarms) * 1000 <= 3 * words, alarms


def test_people_in_many_voices_are_found() -> None:
    missed = []
    total = 0
    for line in _lines("voices_people.txt"):
        text = _MARKED.sub(r"\1", line)
        found = {at for f in check(text) for at in range(f.start, f.end)}
        shift = 0
        for mark in _MARKED.finditer(line):
            start = mark.start() - shift
            shift += len(mark.group()) - len(mark[1])
            name = _OWNS.sub("", mark[1])
            total += 1
            if not found.issuperset(start + at for at, char in enumerate(name) if char.isalpha()):
                missed.append(mark[1])
    assert len(missed) * 100 <= 5 * total, missed
