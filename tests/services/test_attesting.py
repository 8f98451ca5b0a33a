"""What may stand in the shared text though the gate points at it, who says so, and for how long does it hold?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from lexheller.anonymity import VERSION
from lexheller.errors import BadValue, GateStopped, NeedsUnmet, NotOpen
from lexheller.model.case import Case
from lexheller.model.codes import Role
from lexheller.model.event import Event
from lexheller.model.people import Person
from lexheller.processes import process_named
from lexheller.services import attesting, gate, submissions, tags
from lexheller.services.casework import short_words
from lexheller.storage.memory import MemoryStore
from tests.factories import a_form
from tests.house import Works, viewer_of

NUMBER = "19900602-2397"
OLD_TEXT = f"Beslutet {NUMBER} låg kvar hos två myndigheter i ett halvår."
TWO_NAMES = "Enligt Fatima Haddad ringde ingen tillbaka. Även Kerstin Almgren väntade."


def told(works: Works, text: str, leader: str = "elsa", federation: str = "GBG") -> Case:
    """Give a case whose shared text is this, past the gate as something that identifies nobody."""
    case = works.does(leader, works.submits(federation), "open_dialogue")
    return works.takes(leader, case, "retell", shared_text=text, vouched=True).case


def received_by_older_rules(works: Works, text: str = OLD_TEXT, federation: str = "GBG", leader: str = "elsa") -> Case:
    """Give a case that came in when the rules did not see the number yet, shared as it was received."""
    read = submissions.read_form(a_form(what_happened=text, title="Beslutet låg kvar"))
    about = submissions.Submitting(federation, known=dict.fromkeys(read.texts.values(), ()))
    case = works.store.write(lambda uow: submissions.submit(uow, works.office, read, about)).case
    case = works.does(leader, case, "open_dialogue")
    return works.does(leader, case, "retell", as_received=True)


def left(works: Works, case: Case) -> tuple[attesting.Left, ...]:
    return works.store.read(lambda uow: attesting.left(uow, works.office, works.reads(case)))


def events(works: Works, case: Case) -> tuple[Event, ...]:
    return works.store.read(lambda uow: uow.cases.events(case.federation, case.id))


def topics(works: Works) -> Mapping[str, str]:
    assert isinstance(works.store, MemoryStore)
    return {message.topic: message.to for message in works.store.messages()}


# --- one by one ---------------------------------------------------------------------------------------


def test_each_finding_is_let_stand_by_itself(works: Works) -> None:
    case = told(works, TWO_NAMES)
    assert [(one.place, one.field, one.second) for one in left(works, case)] == [
        (1, "shared_text", False),
        (2, "shared_text", False),
    ]
    with pytest.raises(NeedsUnmet) as refusal:
        works.does("elsa", case, "attest", area_harmless=False, overrides=["1 | public_office"])
    assert refusal.value.data["lacks"] == ("findings",)
    done = works.does("elsa", case, "attest", area_harmless=False, overrides=["1 | public_office", "2 | wrong_hit"])
    assert done.attested
    event = events(works, case)[-1]
    assert (event.actor, event.fields["gate"]) == ("elsa", VERSION)
    assert [(row["reason"], row["field"]) for row in attesting.overridden_in(event)] == [
        ("public_office", "shared_text"),
        ("wrong_hit", "shared_text"),
    ]
    assert not {"Haddad", "Almgren", "haddad"} & set(repr(event).replace("'", " ").split())


def test_a_finding_may_be_named_by_its_hash(works: Works) -> None:
    case = told(works, TWO_NAMES)
    first, second = left(works, case)
    rows = [f"{first.hash[:12]} | public_office", f"{second.hash} | wrong_hit"]
    assert works.does("elsa", case, "attest", area_harmless=False, overrides=rows).attested


def test_a_hash_in_which_chance_wrote_a_number_names_its_finding_too() -> None:
    by_chance = "5ac3f2f94107467fb7d4bc29b10ac7090217ffc0c062118829d0b96291a24574"
    with pytest.raises(GateStopped):
        gate.stopped({"text": by_chance})
    row = {"finding": by_chance, "reason": "wrong_hit"}
    gate.stopped(short_words(process_named("lex_heller").process, {"overrides": (row,)}))


@pytest.mark.parametrize(
    "row",
    [
        "3 | wrong_hit",
        "1 | because",
        "1 | other | kort",
        {"finding": "1", "reason": "other", "note": "          x"},
        "00000000 | wrong_hit",
        " | other",
    ],
)
def test_a_row_that_names_nothing_or_gives_no_reason_is_refused(works: Works, row: object) -> None:
    case = told(works, TWO_NAMES)
    with pytest.raises(BadValue):
        works.does("elsa", case, "attest", area_harmless=False, overrides=[row])


def test_the_words_of_a_reason_pass_the_gate_too(works: Works) -> None:
    case = told(works, "Enligt Fatima Haddad ringde ingen tillbaka.")
    with pytest.raises(GateStopped):
        works.does("elsa", case, "attest", area_harmless=False, overrides=[f"1 | other | Hon har {NUMBER} som nummer"])
    row = "1 | other | Namnet är påhittat i exemplet"
    assert works.does("elsa", case, "attest", area_harmless=False, overrides=[row]).attested


def test_what_was_let_stand_holds_until_the_text_is_edited(works: Works) -> None:
    text = "Enligt Fatima Haddad ringde ingen tillbaka."
    case = told(works, text)
    case = works.does("elsa", case, "attest", area_harmless=False, overrides=["1 | public_office"])
    assert [one.reason for one in left(works, case)] == ["public_office"]
    assert works.does("elsa", case, "attest", area_harmless=False).attested, "nothing has changed since"
    case = works.takes("elsa", case, "retell", shared_text=text, vouched=True).case
    assert [one.reason for one in left(works, case)] == [""]
    with pytest.raises(NeedsUnmet):
        works.does("elsa", case, "attest", area_harmless=False)


def test_the_submitters_own_title_does_not_leave_and_is_not_asked_about(works: Works) -> None:
    case = works.submits(title="Fatima Haddad väntade", vouched=True)
    case = works.does("elsa", case, "open_dialogue")
    case = works.does("elsa", case, "retell", shared_text="En person väntade.")
    assert left(works, case) == ()
    case = works.takes(
        "elsa", case, "retell", shared_text="En person väntade.", title="Fatima Haddad väntade", vouched=True
    ).case
    assert [one.field for one in left(works, case)] == ["title"]


# --- two people ---------------------------------------------------------------------------------------


def asked(works: Works, federation: str = "GBG", leader: str = "elsa") -> Case:
    case = received_by_older_rules(works, federation=federation, leader=leader)
    (found,) = left(works, case)
    assert found.second
    return works.does(leader, case, "attest", area_harmless=False, overrides=["1 | wrong_hit"])


def test_a_right_check_digit_takes_a_second_person(works: Works) -> None:
    case = asked(works)
    assert (case.attested, case.attest_asked_by) == (False, "elsa")
    assert topics(works)["second_person_asked"] == "federation:GBG"
    with pytest.raises(NeedsUnmet) as refusal:
        works.does("elsa", case, "confirm_override")
    assert refusal.value.data["lacks"] == ("second_person",)
    with pytest.raises(NeedsUnmet):
        works.does("birgitta", case, "confirm_override")
    with pytest.raises(NotOpen):
        works.does("rut", case, "confirm_override")
    case = works.does("olle", case, "confirm_override")
    assert (case.attested, case.attested_by, case.attest_asked_by) == (True, "elsa", "")
    assert NUMBER not in repr(events(works, case))
    assert topics(works)["override_confirmed"] == "leader"


def test_whoever_acts_as_somebody_else_is_no_second_person(works: Works) -> None:
    case = asked(works)
    as_olle = replace(viewer_of("olle"), via="elsa")
    with pytest.raises(NeedsUnmet) as refusal:
        works.does(as_olle, case, "confirm_override")
    assert refusal.value.data["lacks"] == ("second_person",)
    assert works.does(replace(viewer_of("olle"), via="adam"), case, "confirm_override").attested


def test_whoever_lets_it_stand_as_somebody_else_is_asked_for_by_their_own_name(works: Works) -> None:
    case = received_by_older_rules(works)
    as_olle = replace(viewer_of("olle"), via="elsa")
    case = works.does(as_olle, case, "attest", area_harmless=False, overrides=["1 | wrong_hit"])
    assert case.attest_asked_by == "elsa"
    with pytest.raises(NeedsUnmet):
        works.does("elsa", case, "confirm_override")
    assert works.does("olle", case, "confirm_override").attested_by == "elsa"


def test_an_edit_while_it_waits_ends_the_wait(works: Works) -> None:
    case = asked(works)
    case = works.does("elsa", case, "retell", shared_text="Beslutet låg kvar hos två myndigheter i ett halvår.")
    assert case.attest_asked_by == ""
    with pytest.raises(NeedsUnmet):
        works.does("olle", case, "confirm_override")


def test_where_one_works_alone_the_manager_is_the_second_person(works: Works) -> None:
    manager = Person("ALV", "arne", "Arne Exempel", (Role.FEDERATION_MANAGER,))
    works.store.write(lambda uow: tags.put(uow.people, works.office.keys, manager))
    case = asked(works, "ALV", "alva")
    with pytest.raises(NeedsUnmet):
        works.does("alva", case, "confirm_override")
    assert works.does(manager, case, "confirm_override").attested


def test_a_neighbour_with_leave_to_help_is_a_second_person(works: Works) -> None:
    neighbour = Person("ALV", "ines-ins", "Ines Exempel", (Role.PROCESS_LEADER,))
    works.store.write(lambda uow: tags.put(uow.people, works.office.keys, neighbour))
    case = asked(works, "ALV", "alva")
    assert works.does(neighbour, case, "confirm_override").attested


def test_a_case_that_others_saw_is_hidden_while_a_second_person_is_awaited(works: Works) -> None:
    case = received_by_older_rules(works, "Två myndigheter väntade på varandra i ett halvår.")
    case = works.does("elsa", case, "attest", area_harmless=False)
    case = works.does("elsa", case, "share", group="natverk")
    text = works.store.read(lambda uow: uow.cases.text(case.federation, case.id, case.shared_version, "shared_text"))
    assert text is not None
    works.store.write(lambda uow: uow.cases.replace_text(case.federation, case.id, replace(text, text=OLD_TEXT)))
    case = works.does("elsa", case, "attest", area_harmless=False, overrides=["1 | wrong_hit"])
    assert not case.shown
    assert topics(works)["hidden"] == "group:GBG/natverk"
    assert works.does("olle", case, "confirm_override").shown


def test_what_may_give_away_protected_identity_takes_two_people_and_a_wrong_digit_one(works: Works) -> None:
    case = received_by_older_rules(works, "Hon har skyddad identitet och bor på Storgatan 14 B i en liten ort.")
    assert {one.second for one in left(works, case)} == {True}
    case = received_by_older_rules(works, "Beslutet 19900602-2398 låg kvar hos två myndigheter.")
    assert [one.second for one in left(works, case)] == [False]
    assert works.does("elsa", case, "attest", area_harmless=False, overrides=["1 | wrong_hit"]).attested
