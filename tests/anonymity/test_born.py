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
    ],
)
def test_what_happened_in_a_month_passes(text: str) -> None:
    assert check(text) == ()
