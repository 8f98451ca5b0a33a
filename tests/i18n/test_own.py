"""Do our texts speak with the names that roles have in a house, in every form, and themes with its own words?"""

import pytest

from lexheller.i18n import words_for
from lexheller.i18n.own import NOTHING, RUNNING, Own, definite, running


def own(sv: str, en: str = "coordinator", the: str = "") -> Own:
    return Own({}, {"sv": {"process_leader": (sv, the or definite(sv))}, "en": {"process_leader": (en,)}})


COORDINATOR = own("samverkanskoordinator")


@pytest.mark.parametrize(
    ("base", "the"),
    [
        ("samordnare", "samordnaren"),
        ("samverkanskoordinator", "samverkanskoordinatorn"),
        ("musiker", "musikern"),
        ("ingenjör", "ingenjören"),
        ("förbundschef", "förbundschefen"),
        ("samverkansombud", "samverkansombudet"),
    ],
)
def test_the_definite_form_is_guessed(base: str, the: str) -> None:
    assert definite(base) == the


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Processledaren läser det du skriver.", "Samverkanskoordinatorn läser det du skriver."),
        ("En processledare. Processledarens ord.", "En samverkanskoordinator. Samverkanskoordinatorns ord."),
        ("Processledarna ser det.", "Samverkanskoordinatorerna ser det."),
        ("processledarskap, process_leader, {processledare}", "processledarskap, process_leader, {processledare}"),
    ],
)  # fmt: skip
def test_each_form_is_put_where_it_stands(text: str, said: str) -> None:
    assert COORDINATOR.said("sv", text) == said


def test_what_is_neuter_takes_its_articles_along() -> None:
    proxy = own("ombud")
    assert proxy.said("sv", "En annan processledare tar den, ingen processledare här.") == (
        "Ett annat ombud tar den, inget ombud här."
    )
    assert proxy.said("sv", "Processledarna och processledaren.") == "Ombuden och ombudet."


@pytest.mark.parametrize(
    ("base", "text", "said"),
    [
        ("coordinator", "The process leader's, a process leader", "The coordinator's, a coordinator"),
        ("advisor", "A process leader, process leaders", "An advisor, advisors"),
        ("deputy", "Process leaders", "Deputies"),
        ("coach", "process leaders", "coaches"),
    ],
)
def test_english_forms_too(base: str, text: str, said: str) -> None:
    assert own("x", base).said("en", text) == said


def test_texts_are_said_so_by_whoever_asks_for_them() -> None:
    words = words_for("sv").called(COORDINATOR)
    assert words("role.process_leader") == "samverkanskoordinator"
    assert words("turn.process_leader") == "samverkanskoordinatorn"
    assert words_for("sv")("turn.process_leader") == "processledaren"
    assert words("state.dialogue") == words_for("sv")("state.dialogue")


def test_what_people_write_is_left_alone() -> None:
    words = words_for("sv").called(COORDINATOR)
    assert "processledare Elsa är samverkanskoordinator," in words("web.tell.leader", name="processledare Elsa")


def test_every_role_may_be_called_otherwise() -> None:
    chef = Own({}, {"sv": {"federation_manager": ("verkställande tjänsteman", "verkställande tjänstemannen"),
                           "group_member": ("bisittare", "bisittaren")}, "en": {}})  # fmt: skip
    words = words_for("sv").called(chef)
    assert words("turn.federation_manager") == "verkställande tjänstemannen"
    assert words("role.group_member") == "bisittare"
    assert words("turn.process_leader") == "processledaren"


def test_a_theme_of_the_house_has_its_words() -> None:
    words = words_for("sv").called(Own({"sv": {"theme.ferries": "färjor {x}"}, "en": {}}, {}))
    assert words.has("theme.ferries")
    assert words("theme.ferries") == "färjor {x}"
    assert not words_for("sv").has("theme.ferries")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_names_that_are_replaced_are_those_of_the_catalogues(language: str) -> None:
    assert RUNNING[language] == {role: words_for(language)(f"role.{role}") for role in RUNNING[language]}


def test_a_house_without_own_words_reads_the_catalogues() -> None:
    assert NOTHING.said("sv", "Processledaren") == "Processledaren"
    assert words_for("sv").called(NOTHING)("turn.process_leader") == "processledaren"


def test_a_name_begins_small_inside_a_sentence() -> None:
    assert (running("Samordnare"), running("SIP-samordnare")) == ("samordnare", "SIP-samordnare")


def test_a_text_of_ours_that_stands_in_no_catalogue_is_said_in_own_words_too() -> None:
    chief = Own({}, {"sv": {"federation_manager": ("verksamhetschef", "verksamhetschefen")}})
    reason = "Regler ändras inte lokalt; förbundscheferna kan lyfta frågan."
    assert words_for("sv").called(chief).ours(reason) == reason.replace("förbundscheferna", "verksamhetscheferna")
    assert words_for("sv").ours(reason) == reason
