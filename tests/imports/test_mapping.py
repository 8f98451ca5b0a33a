"""Columns are guessed by Swedish headings; a mapping file says better; what is left out is named with why."""

from __future__ import annotations

from pathlib import Path

import pytest

from lexheller.errors import BadValue, UnknownField, UnknownName, UnreadableFile
from lexheller.imports.headings import NAMES, PERSON, guess
from lexheller.imports.mapping import Column, Mapped, columns_of, read_mapping
from lexheller.model.fields import FORM


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Vad hände", "what_happened"), ("Vad hände?", "what_happened"), ("VAD HÄNDE (utan namn)", "what_happened"),
        ("Händelse", "what_happened"), ("Beskrivning", "what_happened"), ("Vad hande", "what_happened"),
        ("Beskriv med egna ord vad som gick fel", "what_happened"), ("Vad hände i det här fallet?", "what_happened"),
        ("Parter", "partners"), ("Berörda", "partners"), ("Berörda parter:", "partners"), ("Kommun", "area"),
        ("Datum", "received"), ("Inkom", "received"), ("Inkom-datum", "received"), ("Status", "status"),
        ("Återkoppling", "feedback"), ("Återkopplat", "feedback"), ("Aterkopplat", "feedback"), ("Nivå", "level"),
        ("Tema", "themes"), ("Åtgärd", "solution"), ("Lösning", "solution"), ("Arbetsplats", "submitter_org"),
        ("Anmälare org", "submitter_org"), ("Arbetsplats/Anmälare org", "submitter_org"), ("Rubrik", "title"),
        ("Ärende", "title"), ("Nr", "own_number"), ("Ärende-nr", "own_number"), ("vad_hande", "what_happened"),
        ("what_happened", "what_happened"), ("Förslag på lösning", "proposal"), ("Målgrupp", "target_group"),
        ("Avslutat datum", "feedback_day"), ("Konsekvens för den enskilde", "consequence"),
        ("Namn", PERSON), ("Anmälare", PERSON), ("E-post", PERSON), ("Telefon", PERSON), ("Personnummer", PERSON),
        ("Kommentar", None), ("Datum för möte", None), ("", None), ("(intern)", None),
    ],
)  # fmt: skip
def test_a_heading_says_which_field_a_column_holds(heading: str, field: str | None) -> None:
    assert guess(heading) == field


def test_every_field_of_the_form_but_the_contact_can_be_named() -> None:
    assert {field.key for field in FORM} - {"contact"} <= set(NAMES.values())
    assert "contact" not in NAMES.values()
    assert "contact" not in NAMES


def test_columns_left_out_say_why() -> None:
    headings = ("Datum", "Inkom", "", "Namn", "Kommentar", "Händelse", "Beskrivning", "Part 1", "Part 2")
    assert columns_of(headings, Mapped()) == (
        Column(0, "Datum", "received", "guessed"),
        Column(1, "Inkom", "", "second"),
        Column(3, "Namn", "", "person"),
        Column(4, "Kommentar", "", "unknown"),
        Column(5, "Händelse", "what_happened", "guessed"),
        Column(6, "Beskrivning", "what_happened", "guessed"),
        Column(7, "Part 1", "partners", "guessed"),
        Column(8, "Part 2", "partners", "guessed"),
    )


def test_what_the_mapping_file_says_comes_first() -> None:
    mapped = Mapped({"inkom": "received", "Namn": "title", "Kommentar": "tried", "Händelse": ""})
    found = columns_of(("Datum", "Inkom", "Namn", "Kommentar", "Händelse"), mapped)
    assert [(column.field, column.why) for column in found] == [
        ("", "second"), ("received", "said"), ("title", "said"), ("tried", "said"), ("", "said"),
    ]  # fmt: skip


def test_a_heading_that_the_sheet_has_not_is_named() -> None:
    with pytest.raises(UnknownName) as refusal:
        columns_of(("Datum", ""), Mapped({"Borta": "title"}))
    assert refusal.value.data == {"what": "heading", "name": "Borta", "known": ("Datum",)}


YAML = "columns:\n  Signatur:\n  Snett: vad_hande\nwords:\n  partners:\n    Ekdungen!: primary_care\n"
TOML = '[columns]\nSignatur = ""\nSnett = "vad_hande"\n[words.partners]\n"Ekdungen!" = "primary_care"\n'
JSON = '{"kolumner": {"Signatur": null, "Snett": "what_happened"}, "ord": {"partners": {"Ekdungen!": "primary_care"}}}'


@pytest.mark.parametrize(("name", "content"), [("m.yaml", YAML), ("m.toml", TOML), ("m.json", JSON)])
def test_a_mapping_file_holds_columns_and_words(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    mapped = read_mapping(tmp_path / name)
    assert mapped == Mapped({"Signatur": "", "Snett": "what_happened"}, {"partners": {"ekdungen": "primary_care"}})


def test_a_mapping_file_may_be_no_more_than_headings(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text("Snett: what_happened\nOrd: title\n", encoding="utf-8")
    assert read_mapping(tmp_path / "m.yaml") == Mapped({"Snett": "what_happened", "Ord": "title"})


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("Snett: contact\n", UnknownField),
        ("Snett: gissa\n", UnknownField),
        ("columns: [a]\n", UnreadableFile),
        ("words: {partners: [a]}\n", UnreadableFile),
        ("- a\n", UnreadableFile),
        ("{}\n", UnreadableFile),
        ("words: {level: {hög: structure}}\n", UnknownField),
        ("words: {partners: {Ekdungen: vårdcentral}}\n", BadValue),
        ("a: [1\n", UnreadableFile),
    ],
)
def test_a_mapping_file_that_cannot_be_is_refused(tmp_path: Path, content: str, error: type[Exception]) -> None:
    (tmp_path / "m.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(error):
        read_mapping(tmp_path / "m.yaml")
