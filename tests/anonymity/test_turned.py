"""Is a personnummer found when its day stands before its month, or the month is a word?"""

import re

import pytest

from lexheller.anonymity import Finding, Kind, Strength, check
from lexheller.anonymity.digits import luhn

_FORMS = (
    "{d1}/{m1} {c}{y}-{n}",
    "{d1}/{m1}-{y} {n}",
    "{d1}/{m1} -{y} {n}",
    "{d1}/{m1} -{y} / {n}",
    "{d1}/{m1}/{y}-{n}",
    "{d}.{m}.{c}{y}-{n}",
    "{d1}.{m1}.{c}{y}, {n}",
    "{d}-{m}-{c}{y} ({n})",
    "{d}-{m}-{c}{y} – {n}",
    "{d} {m} {c}{y} {n}",
    "{d}{m}{c}{y}-{n}",
    "{d}{m}{c}{y} {n}",
    "{d}{m}{y}-{n}",
    "{c}{y}-{m}-{d} -{n}",
    "{c}{y}-{m1}-{d1}-{n}",
    "{y}-{m1}-{d1} {n}",
    "{d1} {mon} {c}{y} – {n}",
    "{d1} {month} {c}{y}, {n}",
    "{d1} {month} -{y} {n}",
    "{d1}:e {mon}. {c}{y}-{n}",
    "{Month} {d1}, {c}{y}-{n}",
    "{c}{y} den {d1} {month}, sista fyra {n}",
    "{d1}/{m1} {c}{y}, de fyra sista är {n}",
    "{d1} {month} {c}{y}\n-{n}",
)
_CARRIERS = ("{}", "Klienten är {} i registret.", "Brevet gäller ({}) och kom fram.")
_PEOPLE = ((4, 12, 83, "december"), (18, 5, 61, "maj"), (9, 9, 47, "september"), (30, 1, 98, "januari"))


def _last(year: int, month: int, day: int, serial: int) -> str:
    start = f"{year:02}{month:02}{day:02}{serial:03}"
    return start[6:] + next(digit for digit in "0123456789" if luhn(start + digit))


def _written(form: str, day: int, month: int, year: int, name: str, last: str) -> str:
    return form.format(
        d=f"{day:02}", d1=day, m=f"{month:02}", m1=month, c=19, y=f"{year:02}", n=last, month=name,
        Month=name.capitalize(), mon=name[:3],
    )  # fmt: skip


def _figures_left(text: str, findings: tuple[Finding, ...]) -> list[str]:
    taken = {place for f in findings if f.strength is Strength.STOP for place in range(f.start, f.end)}
    return [char for place, char in enumerate(text) if char.isdigit() and place not in taken]


@pytest.mark.parametrize("carrier", _CARRIERS)
@pytest.mark.parametrize("form", _FORMS)
def test_a_number_with_its_day_first_is_stopped_whole(form: str, carrier: str) -> None:
    for day, month, year, name in _PEOPLE:
        text = carrier.format(_written(form, day, month, year, name, _last(year, month, day, 312)))
        assert _figures_left(text, check(text)) == [], text


@pytest.mark.parametrize(
    "form", ["{d1}/{m1} {c}{y}-{n}", "{d}.{m}.{c}{y} {n}", "{d1} {mon} {c}{y} – {n}", "{d1} {month} {c}{y}, {n}"]
)
def test_with_a_wrong_check_digit_it_is_a_date_with_something_behind(form: str) -> None:
    for day, month, year, name in _PEOPLE:
        right = _last(year, month, day, 312)
        text = "Beslutet " + _written(form, day, month, year, name, right[:3] + str((int(right[3]) + 1) % 10))
        assert [f for f in check(text) if f.type is Kind.PERSONNUMMER] == [], text


@pytest.mark.parametrize("behind", [" kr", " kronor", ":-", ",50 kr", " personer", " timmar", "-1234", "/1"])
def test_a_sum_or_a_count_behind_a_date_passes(behind: str) -> None:
    last = _last(81, 12, 4, 312)
    assert check(f"Beslutet den 4/12 1981, {last}{behind}") == ()
    assert check(f"Beslutet den 4/12 1981, {last}") != ()


def test_a_later_year_or_a_time_behind_a_date_passes() -> None:
    years = [last for serial in range(195, 203) if (last := _last(81, 12, 4, serial)) >= "1981"]
    assert years
    for year in years:
        assert check(f"Avtalet gällde 4/12 1981 - {year} i tre kommuner.") == ()
        assert check(f"4/12 1981-{year}") != ()
    time = next(last for serial in range(143, 146) if re.match("[0-5]", (last := _last(19, 12, 4, serial))[2:]))
    assert check(f"Utskrivet 4/12 2019 {time}") == ()


def test_a_day_of_a_coordination_number_is_read_too() -> None:
    last = _last(81, 12, 64, 312)
    (finding,) = check(f"Numret är 64/12 1981-{last}")
    assert finding.type is Kind.SAMORDNINGSNUMMER
    assert finding.evidence == ("date_ok", "check_digit_ok")


def test_a_year_of_four_figures_begins_with_a_century() -> None:
    (finding,) = check("Gäller 20100161-0000.")
    assert finding.rule == "samordningsnummer.12"
