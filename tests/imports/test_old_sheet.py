"""A row of a sheet becomes a case to be: what is read, what keeps it out, what is left empty and counted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lexheller.imports.old_sheet import open_old_sheet
from lexheller.imports.rows import NO_WORDS
from lexheller.model.codes import Level, Partner, Recurring, Told
from lexheller.services.old_cases import Closing, OldCase, Reason

TEXT = "Väntade länge på besked"


def rows(folder: Path, *lines: str, mapping: str = "") -> list[OldCase]:
    (folder / "ark.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    said = None
    if mapping:
        said = folder / "karta.yaml"
        said.write_text(mapping, encoding="utf-8")
    own = {"dental": {"sv": "Tandvård", "en": "Dental care"}}
    return list(open_old_sheet(folder / "ark.csv", said, themes=own, target_groups={}).cases())


def one(folder: Path, headings: str, cells: str, mapping: str = "") -> OldCase:
    (found,) = rows(folder, headings, cells, mapping=mapping)
    return found


def test_a_whole_row(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        "Nr;Datum;Rubrik;Vad hände;Konsekvens;Vad har provats;Förslag;Parter;Arbetsplats;Kommun;Målgrupp;Återkommande;"
        "Överenskommelse;Löst;Får publiceras;Annan kanal;När;Nivå;Tema",
        f"LH-17;14/3 2025;Besked;{TEXT};Tappade lön;Ringde;Enas;FK, vårdcentral;AME;Mölndal;Unga vuxna 16–29;Ofta;"
        "Ja;delvis;ja;nej;2025-02;Organisering;Tandvård",
    )
    assert found == OldCase(
        row=2,
        own_number="lh-17",
        day=date(2025, 3, 14),
        form={
            "title": "Besked", "what_happened": TEXT, "consequence": "Tappade lön", "tried": "Ringde",
            "proposal": "Enas", "partners": (Partner.FK, Partner.PRIMARY_CARE),
            "submitter_org": Partner.LABOUR_MARKET_UNIT, "area": "Mölndal", "target_group": "young_adults",
            "recurring": Recurring.OFTEN, "agreement": "yes", "solved": "partly", "publication": "yes",
            "other_channel": "no", "when": "2025-02",
        },
        marks={"themes": ("dental",), "provisional_level": Level.ORGANISATION, "level_version": 1},
    )  # fmt: skip


def test_columns_of_one_field_are_joined(tmp_path: Path) -> None:
    found = one(tmp_path, "Datum;Händelse;Beskrivning;Part 1;Part 2", f"2025-03-14;{TEXT};Mer;FK;FK/AF")
    assert found.form == {"what_happened": f"{TEXT}\n\nMer", "partners": (Partner.FK, Partner.AF)}


def test_a_title_alone_is_what_happened(tmp_path: Path) -> None:
    assert one(tmp_path, "Datum;Ärende", f"2025-03-14;{TEXT}").form == {"what_happened": TEXT}


def test_a_row_without_a_day_is_noted(tmp_path: Path) -> None:
    found = one(tmp_path, "Datum;Vad hände", f";{TEXT}")
    assert (found.day, found.notes, found.faults) == (None, (("no_day", "received"),), ())


def test_what_is_counted_later_keeps_a_row_out_where_it_cannot_be_read(tmp_path: Path) -> None:
    found = one(tmp_path, "Datum;Vad hände;Parter;Nivå;Avslutat datum", f"i våras;{TEXT};Ekdungen;hög;snart")
    assert found.faults == (
        Reason("not_a_day", "received"), Reason("unknown_word", "partners"), Reason("not_a_day", "feedback_day"),
        Reason("unknown_word", "level"),
    )  # fmt: skip


def test_other_choices_are_left_empty_and_noted(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        "Datum;Vad hände;Arbetsplats;Kommun;Målgrupp;Återkommande;Löst;Får publiceras;Annan kanal;När;Tema;Parter",
        f"2025-03-14;{TEXT};Anna Svensson;Anna Svensson;hej;hej;hej;hej;hej;hej;hej;kommunen",
    )
    assert found.form == {"what_happened": TEXT, "partners": (Partner.UNCLEAR,)}
    assert found.marks == {}
    assert found.faults == ()
    fields = {"submitter_org", "area", "target_group", "recurring", "solved", "publication", "other_channel", "when",
              "themes"}  # fmt: skip
    assert set(found.notes) == {("left_empty", field) for field in fields} | {("broad", "partners")}


def test_an_agreement_by_name_is_kept_in_words(tmp_path: Path) -> None:
    found = one(tmp_path, "Datum;Vad hände;Överenskommelse", f"2025-03-14;{TEXT};Rutinen för utskrivning")
    assert found.form["agreement_which"] == "Rutinen för utskrivning"
    assert "agreement" not in found.form


@pytest.mark.parametrize(("cell", "expected"), [("Ja", "sometimes"), ("nej", "never"), ("ibland", "sometimes")])
def test_recurring_may_be_yes_or_no(tmp_path: Path, cell: str, expected: str) -> None:
    found = one(tmp_path, "Datum;Vad hände;Återkommande", f"2025-03-14;{TEXT};{cell}")
    assert found.form["recurring"] == expected


def test_the_federations_own_words_for_organisations_are_read(tmp_path: Path) -> None:
    mapping = "words: {partners: {Ekdungen: primary_care}}"
    found = one(tmp_path, "Datum;Vad hände;Parter", f"2025-03-14;{TEXT};Ekdungen", mapping)
    assert found.form["partners"] == (Partner.PRIMARY_CARE,)


# --- how it ended ---------------------------------------------------------------------------------------

DAY = date(2025, 5, 2)
HEAD = "Datum;Vad hände;Status;Återkoppling;Åtgärd;Avslutat datum"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("Avslutad;Vi enades.;De möttes.;2025-05-02", Closing(DAY, "De möttes.", "Vi enades.")),
        ("Klar;;De möttes.;", Closing(None, "De möttes.", "De möttes.")),
        ("Klar;Vi enades.;;", Closing(None, "Vi enades.", "Vi enades.")),
        ("Klar;;;2025-05-02", Closing(DAY, NO_WORDS, NO_WORDS)),
        ("Klar;2025-05-02;De möttes.;", Closing(DAY, "De möttes.", "De möttes.")),
        ("2025-05-02;ja;;", Closing(DAY, NO_WORDS, NO_WORDS)),
        (";ja;;", Closing(None, NO_WORDS, NO_WORDS)),
        (";2025-05-02;;", Closing(DAY, NO_WORDS, NO_WORDS)),
        (";Vi enades.;;2025-05-02", Closing(DAY, "Vi enades.", "Vi enades.")),
        (";;De möttes.;", None),
        (";Vi enades.;;", None),
        (";nej;;2025-05-02", None),
        ("Pågår;ja;De möttes.;2025-05-02", None),
        ("hänger i luften;ja;;2025-05-02", None),
    ],
)
def test_a_row_is_finished_when_the_sheet_says_so(tmp_path: Path, cells: str, expected: Closing | None) -> None:
    assert one(tmp_path, HEAD, f"2025-03-14;{TEXT};{cells}").closing == expected


def test_words_of_a_row_that_goes_on_are_kept_under_what_was_tried(tmp_path: Path) -> None:
    found = one(tmp_path, f"{HEAD};Vad har provats", f"2025-03-14;{TEXT};Pågår;Ska ringas upp.;Möte bokat.;;Ringde")
    assert found.form["tried"] == "Ringde\n\nMöte bokat.\n\nSka ringas upp."
    assert found.notes == (("kept_as_tried", "solution"), ("kept_as_tried", "feedback"))


def test_what_a_finished_row_lacks_is_noted(tmp_path: Path) -> None:
    found = one(tmp_path, HEAD, f"2025-03-14;{TEXT};Klar;;;")
    assert found.notes == (("no_feedback_day", "feedback_day"), ("no_words", "feedback"))


def test_an_unknown_status_is_noted(tmp_path: Path) -> None:
    assert one(tmp_path, HEAD, f"2025-03-14;{TEXT};svävar;;;").notes == (("status_unknown", "status"),)


def test_a_finished_rows_level_is_the_one_that_counts(tmp_path: Path) -> None:
    found = one(tmp_path, "Datum;Vad hände;Status;Nivå", f"2025-03-14;{TEXT};Klar;Struktur")
    assert found.marks == {"level": Level.STRUCTURE, "level_version": 1}


def test_feedback_told_at_a_meeting_says_so(tmp_path: Path) -> None:
    found = one(tmp_path, "Datum;Vad hände;Status;Återkopplat hur", f"2025-03-14;{TEXT};Klar;vid ett möte")
    assert found.closing is not None
    assert found.closing.told is Told.MEETING


def test_a_status_may_stand_in_two_columns(tmp_path: Path) -> None:
    head = "Datum;Vad hände;Verksamheter;Status;Avslutad"
    done = one(tmp_path, head, f"2025-03-14;{TEXT};FK, AF;Klart;2025-05-02")
    assert done.closing is not None
    assert done.closing.day == date(2025, 5, 2)
    assert done.form["partners"] == (Partner.FK, Partner.AF)
    said = one(tmp_path, head.replace("Status", "Läge"), f"2025-03-14;{TEXT};FK;Pågår;Ja")
    assert said.closing is not None
    for status, ended in (("Pågår", ""), ("Pågår", "Nej"), ("", "")):
        assert one(tmp_path, head, f"2025-03-14;{TEXT};FK;{status};{ended}").closing is None
    assert one(tmp_path, "Datum;Vad hände;Avslutad", f"2025-03-14;{TEXT};2025-05-02").closing == Closing(
        day=date(2025, 5, 2), solution=NO_WORDS, told_what=NO_WORDS
    )
