"""The same person keeps the same word; two of one role are told apart; nothing in between is lost."""

import pytest

from lexheller.anonymity import check, rewrite
from lexheller.anonymity.roles import role_words


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
    ],
)
def test_a_person_keeps_the_word(text: str, said: str) -> None:
    assert rewrite(text) == said


def test_the_words_are_english_too() -> None:
    text = "Handläggare Marie Söderström och Kerstin Almgren möttes."
    assert list(role_words(text, check(text), "en").values()) == ["the case officer", "the client"]
