"""The same person keeps the same word; two of one role are told apart; nothing in between is lost."""

import pytest

from lexheller.anonymity import check, explain_all, put_in, rewrite
from lexheller.anonymity.roles import role_words
from lexheller.anonymity.roles_known import TABLE, role_of
from lexheller.anonymity.spoken import language_of


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Handläggare Marie Söderström ringde. Senare ringde handläggare Erik Lundmark. Marie lovade återkomma.",
            "Handläggare A ringde. Senare ringde handläggare B. Handläggare A lovade återkomma.",
        ),
        (
            "Kerstin Almgrens mamma Eva ringde. Eva är orolig för Kerstin.",
            "Klientens mamma ringde. Mamman är orolig för klienten.",
        ),
        ("Anna Lundmark och Erik Lundmark väntar.", "Klienten och en annan person väntar."),
        (
            "Jag träffade Leila Haddad, kurator på skolan. Leilas plan dröjer.",
            "Jag träffade kuratorn, kurator på skolan. Kuratorns plan dröjer.",
        ),
        ("Ordförande Karin Sandgren tog upp det. Karin bröt.", "Ordföranden tog upp det. Ordföranden bröt."),
        ("Överläkare Karin Sandgren och överläkare Nils Ek skrev.", "Läkare A och läkare B skrev."),
        ("Handläggaren Karin Sandgren bröt.", "Handläggaren bröt."),
        ("Vi mötte en överläkare Karin Sandgren där.", "Vi mötte en överläkare där."),
        ("Brukaren Karin ringde. Sedan ringde Nils.", "Brukaren ringde. Sedan ringde en annan person."),
        ("Nils ringde om patient Karin Sandgren.", "En annan person ringde om klienten."),
        ("Vi mötte herr Sandgren.", "Vi mötte klienten."),
        ("Hennes farmor Karin Sandgren kom med.", "Hennes farmor kom med."),
    ],
)
def test_a_person_keeps_the_word(text: str, said: str) -> None:
    assert rewrite(text) == said


def test_the_words_are_english_too() -> None:
    text = "Handläggare Marie Söderström och Kerstin Almgren möttes."
    assert list(role_words(text, check(text), "en").values()) == ["the case officer", "the client"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("My client Amina Haddad was told to wait.", "My client was told to wait."),
        ("She asked the doctor Amina Haddad and had no answer.", "She asked the doctor and had no answer."),
        ("We met Dr. Haddad there. He said no.", "We met the doctor there. He said no."),
        ("Mr. Haddad and his caseworker Johan were there.", "The client and his caseworker were there."),
        ("Call me on 070-174 06 50, it is the best.", "Call me on (telephone number removed), it is the best."),
    ],
)
def test_what_is_put_into_an_english_text_is_english(text: str, said: str) -> None:
    assert rewrite(text) == said


def test_the_words_are_those_of_the_text_whoever_reads_it() -> None:
    text = "Vi ringde Karin Sandgren och hon har inte fått svar."
    found = check(text)
    assert list(put_in(text, found).values()) == ["klienten"]
    assert "klienten" in explain_all(found, text, "en")[0].suggestion


@pytest.mark.parametrize(
    ("text", "otherwise", "language"),
    [
        ("Ring Karin", "sv", "sv"),
        ("Ring Karin", "en", "en"),
        ("Det var en man", "en", "sv"),
        ("He was there", "sv", "en"),
        ("", "sv", "sv"),
    ],
)
def test_a_text_is_in_the_language_of_its_small_words(text: str, otherwise: str, language: str) -> None:
    assert language_of(text, otherwise) == language


def test_no_role_is_taken_for_a_name_when_it_stands_instead_of_one() -> None:
    for words, (definite, indefinite, *english) in TABLE:
        said = [
            f"Vi mötte {definite}. {indefinite.capitalize()} A ringde {indefinite} B.",
            f"We met {english[0]} and she was kind.",
        ]
        assert [text for text in said if check(text)] == []
        assert {role_of(word) for word in words.split()} == {(definite, indefinite, *english)}
