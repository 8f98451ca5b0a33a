"""How does a word that looks like a name get past the gate in one federation, and never by one person alone?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from lexheller.anonymity import check
from lexheller.errors import GateStopped, NotFound, NotPossible
from lexheller.model.case import Case
from lexheller.model.people import Viewer
from lexheller.services import allowing, attesting
from tests.house import Works, viewer_of
from tests.services.test_attesting import NUMBER, received_by_older_rules

TEXT = "Praktiken hos Anna Lindgren tog slut, och ingen ringde."


def let_stand(works: Works, text: str = TEXT, reason: str = "organisation", who: str | Viewer = "olle") -> Case:
    case = works.does(who, works.submits(), "open_dialogue")
    works.takes(who, case, "retell", shared_text=text, vouched=True)
    return works.does(who, case, "attest", area_harmless=False, overrides=[f"1 | {reason}"])


def proposed(works: Works, *cases: Case) -> tuple[allowing.Proposal, ...]:
    return works.store.read(
        lambda uow: allowing.proposals(
            word for case in cases for word in attesting.words_let_stand(uow, works.office, works.reads(case))
        )
    )


def accepts(works: Works, who: str | Viewer, word: str, *cases: Case) -> str:
    viewer = viewer_of(who) if isinstance(who, str) else who
    words = proposed(works, *cases)
    return works.store.write(lambda uow: allowing.accept(uow, works.office, viewer, words, word)).id


def test_a_word_is_proposed_by_letting_it_stand_and_accepted_by_somebody_else(works: Works) -> None:
    case = let_stand(works)
    assert proposed(works, case) == (allowing.Proposal("anna lindgren", ("organisation",), ("olle",), 1),)
    with pytest.raises(NotPossible) as refusal:
        accepts(works, "olle", "Anna Lindgren", case)
    assert refusal.value.data["why"] == "second_person_for_words"
    assert accepts(works, "elsa", "Anna  LINDGREN", case) == "anna lindgren"
    (word,) = works.store.read(lambda uow: uow.people.allowed_words("GBG"))
    assert (word.proposed_by, word.accepted_by, word.reason) == ("olle", "elsa", "organisation")
    assert proposed(works, case) == ()


def test_an_accepted_word_passes_in_its_own_federation_and_nowhere_else(works: Works) -> None:
    accepts(works, "elsa", "Anna Lindgren", let_stand(works))
    case = works.submits(what_happened=TEXT)
    works.does("elsa", case, "open_dialogue")
    case = works.does("elsa", case, "retell", shared_text=TEXT + " Anna Lindgrens chef visste inget.")
    assert works.does("elsa", case, "attest", area_harmless=False).attested
    with pytest.raises(GateStopped):
        works.submits("INS", what_happened=TEXT)
    with pytest.raises(GateStopped):
        works.submits(what_happened="Praktiken hos Anna Lindgren tog slut, och Anna Almgren ringde.")


def test_a_number_is_never_let_past_by_a_list_of_words() -> None:
    for text in ("Numret 19900602-2397 stod där.", "Skriv till anna@example.org nu."):
        found = check(text)
        assert found
        marked = [text[one.start : one.end].casefold() for one in found]
        assert check(text, [*marked, *(word.replace("-", "") for word in marked)]) == found


@pytest.mark.parametrize(
    ("reason", "is_proposed"), [("ordinary_word", True), ("public_office", True), ("wrong_hit", False)]
)
def test_which_reasons_propose_a_word(works: Works, reason: str, is_proposed: bool) -> None:
    assert bool(proposed(works, let_stand(works, reason=reason))) == is_proposed


def test_what_is_not_a_name_is_not_proposed(works: Works) -> None:
    text = "Ärendet med dnr 2023-SOC-4417 låg kvar."
    assert [one.type.value for one in check(text)] == ["CASE_NUMBER"]
    assert proposed(works, let_stand(works, text)) == ()


def test_a_proposal_goes_when_its_text_does(works: Works) -> None:
    case = let_stand(works)
    works.does("olle", case, "retell", shared_text="Praktiken tog slut.")
    assert proposed(works, case) == ()
    with pytest.raises(NotFound):
        accepts(works, "elsa", "Anna Lindgren", case)


def test_only_process_leaders_and_administrators_review_words(works: Works) -> None:
    case = let_stand(works)
    for who in ("birgitta", "rut", "fia"):
        with pytest.raises(NotFound):
            accepts(works, who, "Anna Lindgren", case)
    assert accepts(works, "adam", "Anna Lindgren", case) == "anna lindgren"
    with pytest.raises(NotFound):
        works.store.write(lambda uow: allowing.remove(uow, viewer_of("rut"), "Anna Lindgren"))
    with pytest.raises(NotFound):
        works.store.write(lambda uow: allowing.remove(uow, viewer_of("ines"), "Anna Lindgren"))
    assert works.store.write(lambda uow: allowing.remove(uow, viewer_of("elsa"), "Anna Lindgren")) == "anna lindgren"
    with pytest.raises(GateStopped):
        works.submits(what_happened=TEXT)


def test_a_viewer_who_is_somebody_else_in_two_texts_may_accept(works: Works) -> None:
    cases = (let_stand(works), let_stand(works, who="elsa"))
    assert proposed(works, *cases)[0].by == ("elsa", "olle")
    assert accepts(works, replace(viewer_of("elsa"), via="adam"), "anna lindgren", *cases) == "anna lindgren"


def test_whoever_let_a_word_stand_accepts_it_as_nobody_else(works: Works) -> None:
    case = let_stand(works)
    with pytest.raises(NotPossible) as refusal:
        accepts(works, replace(viewer_of("elsa"), via="olle"), "anna lindgren", case)
    assert refusal.value.data["why"] == "second_person_for_words"


def test_what_was_let_stand_is_counted_by_rule() -> None:
    rows = (("name.full", "organisation"), ("number.x", "wrong_hit"), ("name.full", "wrong_hit"), ("a", "other"))
    assert [(one.rule, one.all, one.reasons) for one in allowing.counted(rows)] == [
        ("name.full", 2, {"organisation": 1, "wrong_hit": 1}),
        ("a", 1, {"other": 1}),
        ("number.x", 1, {"wrong_hit": 1}),
    ]


def test_what_still_waits_for_a_second_person_proposes_nothing(works: Works) -> None:
    case = received_by_older_rules(works, f"{TEXT} Beslutet {NUMBER} låg kvar.")
    case = works.does("elsa", case, "attest", area_harmless=False, overrides=["1 | organisation", "2 | wrong_hit"])
    assert proposed(works, case) == ()
    works.does("olle", case, "confirm_override")
    assert [one.word for one in proposed(works, case)] == ["anna lindgren"]


def test_who_let_a_word_stand_as_somebody_else_accepts_it_under_no_name(works: Works) -> None:
    case = let_stand(works, who=replace(viewer_of("olle"), via="adam"))
    assert proposed(works, case)[0].by == ("adam",)
    for who in (viewer_of("adam"), replace(viewer_of("elsa"), via="adam")):
        with pytest.raises(NotPossible):
            accepts(works, who, "anna lindgren", case)
    assert accepts(works, "elsa", "anna lindgren", case) == "anna lindgren"
