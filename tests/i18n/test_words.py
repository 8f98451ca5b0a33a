"""Are texts found by key, filled in, counted, and refused when there are none?"""

import subprocess
import sys

import pytest

from lexheller.i18n import LANGUAGES, UnknownLanguage, UnknownText, choose_language, words_for


def test_a_text_is_found_by_its_key_and_filled_in() -> None:
    assert words_for("sv")("phase.resting", date="4 mars") == "Pausat till 4 mars"
    assert words_for("en")("phase.resting", date="4 March") == "Paused until 4 March"


def test_a_missing_value_is_no_text_with_a_hole_in_it() -> None:
    with pytest.raises(KeyError):
        words_for("sv")("phase.resting")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_key_is_refused(language: str) -> None:
    words = words_for(language)
    assert not words.has("form.no_such_text")
    with pytest.raises(UnknownText) as refused:
        words("form.no_such_text")
    assert (refused.value.key, refused.value.language) == ("form.no_such_text", language)
    with pytest.raises(UnknownText):
        words.plural("form.lead", 2)


def test_has_tells_what_there_is_counted_texts_too() -> None:
    assert words_for("sv").has("form.lead")
    assert words_for("sv").has("date.late")


@pytest.mark.parametrize(("n", "told"), [(0, "0 dagar"), (1, "1 dag"), (2, "2 dagar"), (21, "21 dagar")])
def test_a_counted_text_takes_the_form_of_its_number(n: int, told: str) -> None:
    assert words_for("sv").plural("date.days", n) == told


def test_the_words_of_a_language_are_read_once() -> None:
    assert words_for("sv") is words_for("sv")
    assert words_for("sv").language == "sv"


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(UnknownLanguage) as refused:
        words_for("fi")
    assert refused.value.data == {"language": "fi", "known": LANGUAGES}


@pytest.mark.parametrize(
    ("explicit", "environ", "chosen"),
    [
        (None, {}, "sv"),
        (None, {"LANG": "en_US.UTF-8", "LC_ALL": "en_GB.UTF-8", "LANGUAGE": "en"}, "sv"),
        (None, {"LEXHELLER_LANGUAGE": "en"}, "en"),
        (None, {"LEXHELLER_LANGUAGE": ""}, "sv"),
        ("sv", {"LEXHELLER_LANGUAGE": "en"}, "sv"),
        ("en", {}, "en"),
        ("en-GB", {}, "en"),
        ("SV_se", {}, "sv"),
        ("", {"LEXHELLER_LANGUAGE": "en"}, "en"),
    ],
)
def test_swedish_unless_somebody_asked_for_english(explicit: str | None, environ: dict[str, str], chosen: str) -> None:
    assert choose_language(explicit, environ) == chosen


def test_a_language_nobody_wrote_is_not_taken_for_swedish() -> None:
    with pytest.raises(UnknownLanguage) as refused:
        choose_language(None, {"LEXHELLER_LANGUAGE": "finska"})
    assert refused.value.data["language"] == "finska"


def test_the_words_are_light_to_open() -> None:
    program = (
        "import sys; from lexheller.i18n import words_for; from lexheller.i18n.dates import late;"
        "words_for('sv')('form.lead'); late(3, 'sv'); sys.exit(bool({'babel', 'click'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
