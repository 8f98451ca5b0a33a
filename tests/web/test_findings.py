"""What the gate found in several texts of a page: numbered through, told once each, exchanged where it stands."""

from __future__ import annotations

import pytest
from flask import Flask

from lexheller.anonymity import check
from lexheller.errors import BadValue, NotFound
from lexheller.forms.wording import sentences
from lexheller.i18n.words import words_for
from lexheller.web.findings import asks_only, exchanged, mistakes_in, place_of, read_back

TWO = "Kerstin på vårdcentralen ringde Andreas på kommunen."


def test_marks_are_numbered_through_the_page() -> None:
    backs = read_back({"tried": TWO, "title": "Inget här", "proposal": "Numret var 19900602-2397."}, "sv", check)
    assert [back.field for back in backs] == ["tried", "proposal"]
    assert [mark.number for back in backs for mark in back.marks] == [1, 2, 3]
    assert [back.first for back in backs] == [1, 3]
    assert [mark.word for mark in backs[0].marks] == ["Kerstin", "Andreas"]


def test_what_must_go_cannot_be_vouched_for() -> None:
    assert asks_only(read_back({"tried": TWO}, "sv", check))
    assert not asks_only(read_back({"tried": f"{TWO} 19900602-2397"}, "sv", check))


@pytest.mark.parametrize("moved", ["", "Så här var det. "])
def test_each_is_exchanged_where_it_stands_even_after_the_text_was_edited(moved: str) -> None:
    first, second = read_back({"tried": TWO}, "sv", check)[0].marks
    for mark in (first, second):
        place = place_of(mark.place)
        assert place is not None
        found = exchanged(moved + TWO, place[1], place[2], check)
        assert mark.word not in found
        assert (second if mark is first else first).word in found


def test_a_place_that_is_none_changes_nothing() -> None:
    assert place_of("tried:1") is None
    assert place_of("tried:a:b") is None
    assert exchanged("Inget här", 0, "Kerstin", check) == "Inget här"


def test_a_button_says_what_it_puts_in_and_in_the_language_of_the_text() -> None:
    told = "Fatimas handläggare teg."
    mark = read_back({"tried": told}, "en", check)[0].marks[0]
    assert mark.instead == "klienten"
    assert exchanged(told, 0, mark.word, check).startswith("Klientens")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_button_of_a_rare_combination_shows_the_general_words(language: str) -> None:
    told = "Vi mötte en 34-årig kvinna från Somalia med Huntingtons sjukdom i Arvidsjaur, den enda i kommunen."
    back = read_back({"tried": told}, language, check)[0]
    rare = next(mark for mark in back.marks if mark.kind == "QUASI")
    assert rare.instead
    assert rare.instead in exchanged(told, told.index(rare.word), rare.word, check)


def test_what_cannot_be_done_is_told_in_plain_words() -> None:
    for language, said in (
        ("sv", "Vi kan inte kontrollera texten just nu"),
        ("en", "We cannot check the text just now"),
    ):
        assert said in words_for(language)("web.error.gate.what")
    told = sentences(BadValue(field="overrides", allowed=("other",), why="short_note"), words_for("sv"))
    assert told == ["Skriv minst tio tecken om skälet, efter other."]
    assert sentences(NotFound(what="reviewing", name=""), words_for("sv"))[0].startswith("Det här får bara")


def test_each_mark_is_told_apart_in_the_summary(app: Flask) -> None:
    with app.test_request_context():
        told = [sentence for _, sentence in mistakes_in(read_back({"tried": TWO}, "sv", check))]
    assert [sentence.partition(":")[0] for sentence in told] == ["”Kerstin”", "”Andreas”"]
