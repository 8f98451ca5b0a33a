from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexheller.patterns import CONCEPTS, ROWS, concepts, stem, stems, terms, words, written
from lexheller.patterns.concepts import PREFIX
from lexheller.patterns.words import STOP_WORDS, parts


@pytest.mark.parametrize(
    "forms",
    [
        "läkare läkaren läkarna läkares",
        "skola skolan skolor skolorna skolans",
        "utredning utredningen utreda utreder utredningar",
        "ersättning ersättningen ersättningar ersätta ersätter",
        "myndighet myndigheten myndigheter myndigheterna",
        "möjlig möjligt möjliga möjlighet möjligheten",
        "vårdcentral vårdcentralen vårdcentraler vårdcentralens vårdcentralernas",
        "handläggare handläggaren handläggarens handläggarna",
        "sjukskriven sjukskrivning sjukskrivningar",
        "boendet boende boenden",
        "remiss remissen remisser remisserna",
        "skickar skicka skickade skickat skickades",
        "plats platsen platser",
        "process processen processer",
    ],
)
def test_forms_of_one_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("vård", "vard"), ("vården", "varden"), ("för", "for"), ("åka", "aka"), ("höra", "hora"), ("lön", "lon")],
)
def test_letters_with_rings_and_dots_are_letters_of_their_own(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_a_decomposed_letter_is_the_same_letter() -> None:
    assert stems(unicodedata.normalize("NFD", "Vården på Åsö")) == stems("Vården på Åsö") == ("vård", "åsö")


@given(st.text(st.sampled_from("abdefghiklmnoprstuvyåäö"), min_size=1, max_size=18))
def test_a_stem_is_a_beginning_of_at_least_four_letters(word: str) -> None:
    cut = stem(word)
    assert word.startswith(cut)
    assert len(cut) >= min(4, len(word))


def test_common_words_numbers_and_signs_are_left_out() -> None:
    assert stems("Och det var 14 mars 2025-02-11, kl. 08:30!") == ("mars", "kl")
    assert 90 <= len(STOP_WORDS) <= 150


def test_words_with_hyphens_are_found_whole_and_in_parts() -> None:
    assert list(words("FK-hdl, e-legitimation och BUP:s")) == [
        "fkhdl",
        "fk",
        "hdl",
        "elegitimation",
        "legitimation",
        "bup",
    ]


def test_order_and_repeats_are_kept() -> None:
    assert stems("Läkaren ringde. Läkarna svarar.") == ("läkar", "ringd", "läkar", "svar")


def test_english_passes_and_text_and_query_meet() -> None:
    assert stems("The certificate was missing from the health centre") == (
        "certificat",
        "miss",
        "health",
        "centr",
    )


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("doktorn", "husläkaren", "doctor"),
        ("nykterhet", "missbruksproblem", "substance_use"),
        ("drogerna", "återfallet", "substance_use"),
        ("frigivningen", "fängelset", "crime"),
        ("BankID", "e-legitimation", "identity"),
        ("bank-id", "digitalt", "identity"),
        ("intyget", "läkarutlåtande", "statement"),
        ("specialistpsykiatrin", "depression", "mental_health"),
    ],
)
def test_different_words_for_one_thing_share_a_concept(one: str, other: str, shared: str) -> None:
    term = PREFIX + shared.replace("_", "")
    assert term in terms(one)
    assert term in terms(other)


@pytest.mark.parametrize(
    ("word", "not_this"), [("kommun", "no_answer"), ("additiv", "neurodiversity"), ("vard", "home")]
)
def test_a_word_is_not_taken_for_another(word: str, not_this: str) -> None:
    assert PREFIX + not_this.replace("_", "") not in terms(word)


def test_terms_are_plain_letters_that_no_search_engine_splits() -> None:
    assert all((PREFIX + name.replace("_", "")).isalpha() for name in ROWS)
    assert len(ROWS) >= 30
    assert not [form for forms in ROWS.values() for form in forms.split() if form != form.lower()]


def test_a_federation_may_hand_in_rows_of_its_own() -> None:
    own = concepts({"bus": "färdtjänst* buss"})
    assert terms("Bussen och färdtjänsten", own) == ("buss", "qqbus", "färdtjänst", "qqbus")
    assert terms("läkaren", own) == ("läkar",)
    assert CONCEPTS.of("buss") == ()


def test_a_compound_gives_its_tail_where_the_tail_is_known_and_its_head_without_s() -> None:
    assert parts("utskrivningsmeddeland", {"meddeland"}) == ("meddeland", "utskrivning")
    assert parts("stödboend", {"boend"}) == ("boend", "stöd")
    assert parts("stödboend", {"vård"}) == ()
    assert parts("skolvård", {"vård"}) == ("vård", "skol")
    assert parts("elvård", {"vård"}) == ()
    assert terms("stödboende", known={"boend"})[-2:] == ("boend", "stöd")


def test_the_reason_quotes_the_word_as_first_written() -> None:
    said = written(["Psykiatrin svarade.", "Vuxenpsykiatri"])
    assert said["qqmentalhealth"] == "psykiatrin"
    assert said[stem("svarade")] == "svarade"
