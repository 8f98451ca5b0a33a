"""Are fields asked so that any reasonable answer is understood, and "vet inte" always is one?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexheller.forms.asking import Asker, InputEnded, ask, ask_yes
from lexheller.forms.boundary import channels_for
from lexheller.forms.choices import Choice, choices_of, chosen
from lexheller.forms.lines import plain
from lexheller.i18n.language import LANGUAGES
from lexheller.i18n.words import words_for
from lexheller.model.codes import Channel, Partner
from lexheller.model.fields import FORM, Field, Kind, named


class Somebody:
    """Type lines, one after the other, and read what is shown."""

    def __init__(self, *typed: str, language: str = "sv") -> None:
        self.lines = list(typed)
        self.shown: list[str] = []
        self.asker = Asker(words_for(language), lambda lines: self.shown.extend(map(plain, lines)), self.hear)

    def hear(self) -> str:
        if not self.lines:
            raise InputEnded
        return self.lines.pop(0)

    def answers(self, key: str) -> object:
        return ask(self.asker, named(FORM, key, "form"))


@pytest.mark.parametrize(
    ("key", "typed", "expected"),
    [
        ("partners", ("1, 2",), ("fk", "af")),
        ("partners", ("Vet inte",), ("unclear",)),
        ("partners", ("99", "x", "fk;af"), ("fk", "af")),
        ("partners", ("", "1"), ("fk",)),
        ("submitter_org", ("primary_care",), "primary_care"),
        ("submitter_org", ("vård",), "primary_care"),
        ("contact", ("2",), "code"),
        ("contact", ("1", "", "1", "031-3900650"), "031-3900650"),
        ("what_happened", ("En rad.", "En till.", ""), "En rad.\nEn till."),
        ("what_happened", ("", "Nu så.", ""), "Nu så."),
        ("title", ("En rubrik",), "En rubrik"),
        ("title", ("",), None),
        ("consequence", ("",), None),
        ("when", ("mars", "2026-03"), "2026-03"),
        ("when", ("",), None),
        ("target_group", ("vet inte",), None),
        ("target_group", ("1",), "long_term_sick"),
        ("recurring", ("ofta",), "often"),
        ("recurring", ("4",), None),
        ("agreement", ("vet inte",), "dont_know"),
        ("publication", ("ja",), True),
        ("publication", ("nej",), False),
        ("publication", ("3",), None),
    ],
)
def test_an_answer_is_understood(key: str, typed: tuple[str, ...], expected: object) -> None:
    somebody = Somebody(*typed)
    assert somebody.answers(key) == expected
    assert somebody.lines == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", [field for field in FORM if field.kind not in {Kind.TEXT, Kind.CONTACT}])
def test_dont_know_is_always_an_answer(field: Field, language: str) -> None:
    words = words_for(language)
    choices = choices_of(field, words)
    if choices:
        assert choices[-1].label == {"sv": "Vet inte", "en": "Don't know"}[language]


def test_every_kind_of_partner_can_be_chosen_once() -> None:
    found = [choice.code for choice in choices_of(named(FORM, "partners", "form"), words_for("sv"))]
    assert sorted(found) == sorted(Partner)


def test_the_input_may_end_anywhere() -> None:
    with pytest.raises(InputEnded):
        Somebody("En rad").answers("what_happened")


@pytest.mark.parametrize(
    ("typed", "expected"), [("j", True), ("ja", True), ("y", True), ("n", False), ("nej", False), ("", False)]
)
def test_yes_or_no(typed: str, expected: bool) -> None:
    assert ask_yes(Somebody("kanske", typed).asker, "Fler?", default=False) is expected


@given(typed=st.text())
def test_nothing_that_is_typed_breaks_a_choice(typed: str) -> None:
    choices = (Choice("a", "Första"), Choice("b", "Andra"), Choice("", "Vet inte"))
    found = chosen(typed, choices, several=True)
    assert found is None or set(found) <= {"a", "b", ""}


def test_choices_that_begin_alike_are_not_guessed() -> None:
    choices = (Choice("a", "Psykiatrin för vuxna"), Choice("b", "Psykiatrin för unga"))
    assert chosen("psyk", choices, several=False) is None
    assert chosen("psykiatrin för u", choices, several=False) == ("b",)


@pytest.mark.parametrize(
    ("partners", "shown", "not_shown"),
    [
        (("primary_care",), Channel.LEX_MARIA, Channel.LEX_SARAH),
        (("social_services",), Channel.LEX_SARAH, Channel.LEX_MARIA),
        (("school",), Channel.REPORT_OF_CONCERN, Channel.REVIEW_APPEAL),
        (("fk",), Channel.REVIEW_APPEAL, Channel.CARE_DEVIATION),
        (("civil_society",), Channel.EMERGENCY, Channel.LEX_SARAH),
    ],
)
def test_the_channels_fit_whom_it_is_about(partners: tuple[str, ...], shown: Channel, not_shown: Channel) -> None:
    found = channels_for(partners)
    assert shown in found
    assert not_shown not in found


def test_all_channels_are_shown_where_nobody_knows() -> None:
    assert len(channels_for(())) == len(channels_for(("unclear", "civil_society"))) == 6
