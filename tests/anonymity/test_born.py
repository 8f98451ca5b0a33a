"""A day, a month or a feast that somebody was born on is asked about; what happened to a project then is not."""

import pytest

from lexheller.anonymity import Kind, Strength, check


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Geb. 04.12.1983", "04.12.1983"),
        ("Hon är född dec. -83.", "dec. -83"),
        ("Hon är född i december 1983.", "december 1983"),
        ("Klienten är född julafton 1983.", "julafton 1983"),
        ("Född på luciadagen 1983", "luciadagen 1983"),
        ("Ålder: 1983-12-04", "1983-12-04"),
        ("Hon, f.d. 1983-12-04, nekades", "f.d. 1983-12-04"),
        ("född en tisdag, 4.12.1983", "4.12.1983"),
        ("Dottern, f. i dec 2019, väntar", "dec 2019"),
        ("Född enligt passet 1983-12-04.", "1983-12-04"),
        ("Född i vecka 27, mycket liten, den 4 december 1983.", "4 december 1983"),
        ("Mamman födde honom 4/12 1983.", "4/12 1983"),
        ("Hon fick sitt första barn 4 december 1983.", "4 december 1983"),
        ("Födelsedatum okänt, uppskattat till 1983-12-04.", "1983-12-04"),
        ("Födelsedatum för sökande (ÅÅMMDD):\n831204", "831204"),
        ("| Född | 1983-12-04 |", "1983-12-04"),
        ("F.dat 1983-12-04", "1983-12-04"),
        ("Placeringen upphör på 18-årsdagen, den 4 december.", "4 december"),
        ("Ska fylla 18 den 4 december.", "4 december"),
        ("Tolv år fyllda 4/12.", "4/12"),
        ("Blir myndig om två veckor, den 4 december.", "4 december"),
        ("De fyra sista saknas (831204).", "831204"),
        ("831204 (4 sista ej angivna)", "831204"),
        ("pnr 831204----", "831204----"),
        ("Uppgav 4 december 1983 som sin födelsedag.", "4 december 1983"),
        ("Klienten (4/12 1983) nekades.", "4/12 1983"),
        ("Den 4 december fyller hon 18.", "4 december"),
        ("4/12 blir han myndig.", "4/12"),
        ("Kejsarsnitt den 4 december 2012.", "4 december 2012"),
        ("Barnet, 83-12-04, flicka, saknar läkare.", "83-12-04"),
        ("personnummer finns delvis: 831204", "831204"),
        ("Turns 40 on December 4.", "December 4"),
        ("Data urodzenia: 04.12.1983", "04.12.1983"),
        ("barnets fødselsdato 04.12.83", "04.12.83"),
    ],
)
def test_when_somebody_was_born_is_asked_about(text: str, date: str) -> None:
    (finding,) = check(text)
    assert (finding.type, finding.strength) == (Kind.DATE_OF_BIRTH, Strength.ASK)
    assert text[finding.start : finding.end] == date


@pytest.mark.parametrize(
    "text",
    [
        "Projektet föddes i maj 2020.",
        "Idén om ett samordningsteam föddes våren 2019.",
        "Ålder: 6-12 år",
        "Ålder vid beslutet: under 30",
        "Barnet föddes i mars 20 dagar före ansökan.",
        "Den f.d. chefen slutade i maj 2019.",
        "På julafton 2019 var mottagningen stängd.",
        "Hen fyllde i en blankett i maj 2024.",
        "De fyllde i blankett 4 maj månad ut.",
        "Han är född i Luleå och sökte vård 2024-02-14.",
        "Född i Bosnien, kom hit 12 mars 2015.",
        "Född i Kiruna, inskriven 2024-03-12.",
        "Födelsedatum saknas i ansökan från 2024-03-12.",
        "Hon fick ett barn till handläggare och beslut 2024-03-12.",
        "Föreningen fyller 40 den 3 maj.",
        "Barnkonventionen fyller 36 år den 20 november.",
        "Sjukhuset fyllde 100 år den 4 juni 2022.",
        "Kontoret föddes ur en sammanslagning den 1 januari 2018.",
        "Vi blir 12 den 3 maj.",
        "Rätten gäller när eleven fyller 20 år, senast 15 juni.",
        "De fyra sista veckorna, 12 till 15, var det stängt.",
        "Myndigheten är myndig att fatta beslut från 1 juli.",
        "Klienten (12/3 2024) nekades.",
    ],
)
def test_what_happened_in_a_month_passes(text: str) -> None:
    assert check(text) == ()
