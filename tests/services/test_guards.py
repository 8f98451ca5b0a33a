"""The rules that hold whatever door is used: attestation, blocking, visibility, contacts, codes."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from lexheller.errors import (
    BadValue,
    GateStopped,
    KeyReused,
    MistypedCode,
    NeedsUnmet,
    NotFound,
    NotOpen,
    NotPossible,
)
from lexheller.model.case import Case
from lexheller.model.claim_code import format_code
from lexheller.model.codes import Role
from lexheller.model.event import text_digest
from lexheller.model.visibility import Sight, sight
from lexheller.services import casework, disposing, following, publishing, submissions
from lexheller.storage.memory import MemoryStore
from tests.factories import a_form
from tests.house import Works, viewer_of, works_in


def messages(works: Works, topic: str) -> list[str]:
    assert isinstance(works.store, MemoryStore)
    return [message.to for message in works.store.messages(topic)]


# --- attestation ------------------------------------------------------------------------------------


def test_nothing_is_shared_unless_a_named_person_has_attested_it_as_it_stands(works: Works) -> None:
    case = works.attested()
    assert case.attested_by == "elsa"
    case = works.does("elsa", case, "retell", shared_text="En person väntade mycket länge.")
    with pytest.raises(NeedsUnmet) as refusal:
        works.does("elsa", case, "share", group="natverk")
    assert refusal.value.data["lacks"] == ("attested",)


def test_an_edit_after_sharing_hides_the_case_until_it_is_attested_again(works: Works) -> None:
    case = works.attested()
    case = works.does("elsa", case, "share", group="natverk")
    assert sight(viewer_of("ines"), case) is Sight.SHARED
    case = works.does("elsa", case, "retell", shared_text="En person väntade mycket länge.")
    assert sight(viewer_of("ines"), case) is Sight.NOTHING
    assert messages(works, "hidden") == ["group:GBG/natverk"]
    case = works.does("elsa", case, "attest", area_harmless=False)
    assert sight(viewer_of("ines"), case) is Sight.SHARED


def test_every_finding_left_is_overridden_one_by_one_with_a_reason(works: Works) -> None:
    case = works.submits()
    works.does("elsa", case, "open_dialogue")

    text = "Enligt Fatima Haddad ringde ingen tillbaka."
    works.takes("elsa", case, "retell", shared_text=text, vouched=True)
    with pytest.raises(NeedsUnmet) as refusal:
        works.does("elsa", case, "attest", area_harmless=False)
    assert refusal.value.data["lacks"] == ("findings",)
    with pytest.raises(BadValue):
        works.does("elsa", case, "attest", area_harmless=False, overrides="1 | because")
    with pytest.raises(BadValue):
        works.does("elsa", case, "attest", area_harmless=False, overrides="1 | other | kort")
    done = works.does("elsa", case, "attest", area_harmless=False, overrides="1 | public_office")
    event = works.store.read(lambda uow: uow.cases.events(case.federation, case.id))[-1]
    assert done.attested
    assert "Haddad" not in repr(event)
    assert event.fields["overridden"]


# --- blocking ---------------------------------------------------------------------------------------


def test_a_blocked_case_is_hidden_at_once_and_those_who_had_it_are_told(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "share", group="natverk")
    case = works.does("ines", case, "block", where="shared_text")
    for person, expected in (
        ("ines", Sight.NOTHING),
        ("birgitta", Sight.NOTHING),
        ("elsa", Sight.ALL),
        ("rut", Sight.ALL),
    ):
        assert sight(viewer_of(person), case) is expected
    assert messages(works, "hidden") == ["group:GBG/natverk"]
    assert messages(works, "blocked") == ["leader"]
    with pytest.raises(NotOpen) as refusal:
        works.does("elsa", case, "solve", solution="x")
    assert refusal.value.data["why"] == "blocked"


def test_words_taken_out_are_gone_from_every_text_and_the_history_names_only_digests(works: Works) -> None:
    case = works.attested(what_happened="Mötet i Kvarnholmens bygdegård ställdes in två gånger.")
    works.does("elsa", case, "say", message="Var det i Kvarnholmens bygdegård?")
    works.does("elsa", case, "block", where="what_happened")
    with pytest.raises(NotPossible):
        works.does("elsa", case, "dispose_text", words="Silverdalen", reason="Plats som pekar ut.")
    works.does("rut", case, "dispose_text", words="Kvarnholmens bygdegård", reason="Plats som pekar ut.")
    texts = works.store.read(lambda uow: uow.cases.texts(case.federation, case.id))
    assert not [text for text in texts if "Kvarnholmen" in text.text]
    event = works.store.read(lambda uow: uow.cases.events(case.federation, case.id))[-1]
    named = event.fields["disposed"]
    assert isinstance(named, list)
    now = {(t.version, t.field): text_digest(t.salt, t.text) for t in texts}
    assert {(d["version"], d["field"]): d["new"] for d in named}.items() <= now.items()
    assert "Kvarnholmen" not in repr(event)
    case = works.does("elsa", case, "attest", area_harmless=False)
    assert not works.does("elsa", case, "unblock", done="removed").blocked


def test_whole_words_are_taken_out_however_the_lines_are_broken(works: Works) -> None:
    told = "Bostad söktes hos bostadsbolaget.\nMötet hölls i Kvarnholmens\nbygdegård, inte i Kvarnholmens bygdegårdar."
    case = works.attested(what_happened=told)
    works.does("elsa", case, "block", where="what_happened")
    words = "bostad\nKvarnholmens bygdegård"
    shown = works.store.read(lambda uow: disposing.struck(uow, works.reads(case), words))
    gone = [piece for text in shown if (text.version, text.field) == (1, "what_happened") for piece in text.pieces]
    assert "".join(piece for piece, _ in gone) == told
    assert [piece for piece, goes in gone if goes] == ["Bostad", "Kvarnholmens\nbygdegård"]
    works.does("elsa", case, "dispose_text", words=words, reason="Beslut 2026-03-01.")
    text = works.store.read(lambda uow: uow.cases.text(case.federation, case.id, 1, "what_happened"))
    assert text is not None
    assert text.text == "[…] söktes hos bostadsbolaget.\nMötet hölls i […], inte i Kvarnholmens bygdegårdar."


def test_a_line_that_stands_nowhere_takes_nothing_out(works: Works) -> None:
    case = works.attested(what_happened="Mötet hölls i Kvarnholmen och ingen från kassan kom.")
    works.does("elsa", case, "block", where="what_happened")
    with pytest.raises(NotPossible) as refused:
        works.does("elsa", case, "dispose_text", words="Kvarnholmen\nKvarnholmsn", reason="Beslut 2026-03-01.")
    assert refused.value.data["why"] == "words_not_found"
    text = works.store.read(lambda uow: uow.cases.text(case.federation, case.id, 1, "what_happened"))
    assert text is not None
    assert "Kvarnholmen" in text.text


# --- contacts ---------------------------------------------------------------------------------------


def test_a_contact_is_shown_to_a_process_leader_with_a_reason_that_stands_in_the_history(works: Works) -> None:
    case = works.submits(contact="Ring 031-3900602")
    with pytest.raises(NeedsUnmet):
        works.does("elsa", case, "reveal_contact")
    with pytest.raises(NotOpen):
        works.does("rut", case, "reveal_contact", reason="x")
    taken = works.takes("elsa", case, "reveal_contact", reason="Ringer upp för samtal.")
    assert taken.gave["contact"] == "Ring 031-3900602"
    event = works.store.read(lambda uow: uow.cases.events(case.federation, case.id))[-1]
    assert (event.step, event.actor) == ("reveal_contact", "elsa")
    assert "3900602" not in repr(event)


def test_erasing_is_refused_until_settings_name_the_boards_decision(tmp_path: Path) -> None:
    works = works_in(MemoryStore(), tmp_path)
    case = works.submits(contact="Ring 031-3900602")
    with pytest.raises(NeedsUnmet) as refusal:
        works.with_code(case, "erase_contact")
    assert refusal.value.data["lacks"] == ("disposal_decision",)
    decided = works_in(MemoryStore(), tmp_path / "other", disposal_decision="Styrelsen 2026-01-20, § 7")
    case = decided.submits(contact="Ring 031-3900602")
    assert not decided.with_code(case, "erase_contact").contact
    assert decided.store.read(lambda uow: uow.contacts.get(case.federation, case.id)) is None


# --- submissions and codes --------------------------------------------------------------------------


def submit(works: Works, key: str, **form: object) -> submissions.Receipted:
    read = submissions.read_form(a_form(**form))
    about = submissions.Submitting("GBG", key=key)
    return works.store.write(lambda uow: submissions.submit(uow, works.office, read, about))


def test_the_same_key_and_words_make_one_case_and_show_the_same_code_for_a_day(works: Works) -> None:
    first, again = submit(works, "k1"), submit(works, "k1")
    assert (again.case.number, again.claim_code, again.repeated) == (first.case.number, first.claim_code, True)
    works.clock.now += timedelta(hours=24, seconds=1)
    late = submit(works, "k1")
    assert (late.case.number, late.claim_code) == (first.case.number, None)


def test_the_same_key_with_other_words_is_refused(works: Works) -> None:
    submit(works, "k1")
    with pytest.raises(KeyReused):
        submit(works, "k1", what_happened="Något helt annat hände mellan två verksamheter.")


def test_a_renewed_code_stops_the_old_one(works: Works) -> None:
    case = works.submits(contact="Ring 031-3900602", key="k2")
    old = works.codes[case.number]
    new = str(works.takes("elsa", case, "renew_code").gave["claim_code"])
    assert new != old
    works.codes[case.number] = old
    with pytest.raises(NotFound):
        works.follows(case)
    works.codes[case.number] = new.lower().replace("-", " ")
    assert works.follows(case).number == case.number
    assert submit(works, "k2", contact="Ring 031-3900602").claim_code is None


def test_a_code_without_contact_details_cannot_be_renewed(works: Works) -> None:
    with pytest.raises(NeedsUnmet):
        works.does("elsa", works.submits(), "renew_code")


def test_a_foreign_and_a_mistyped_code_open_nothing(works: Works) -> None:
    works.submits()
    with pytest.raises(NotFound):
        works.store.read(lambda uow: following.case_of(uow, works.office, format_code(12345)))
    with pytest.raises(MistypedCode):
        works.store.read(lambda uow: following.case_of(uow, works.office, "AAAA-BBBB"))


def test_nothing_is_stored_when_the_gate_stops_a_report(works: Works) -> None:
    with pytest.raises(GateStopped):
        works.submits(what_happened="Deltagare 19900602-2397 fick inget besked.")
    assert works.submits().number == "GBG-2026-0001"


def test_a_form_lacks_all_that_it_lacks_at_once(works: Works) -> None:
    with pytest.raises(NeedsUnmet) as refusal:
        works.submits(what_happened=None, partners=None, submitter_org=None, contact=None)
    assert refusal.value.data["lacks"] == ("what_happened", "partners", "submitter_org", "contact")


def test_numbers_run_by_federation_and_year_of_the_swedish_local_day(works: Works) -> None:
    assert [works.submits(f).number for f in ("GBG", "GBG", "INS")] == [
        "GBG-2026-0001",
        "GBG-2026-0002",
        "INS-2026-0001",
    ]
    works.clock.now = works.clock.now.replace(month=12, day=31, hour=23, minute=30)
    assert works.submits().number == "GBG-2027-0001", "half past midnight in Stockholm"


def test_feedback_first_read_is_noted_and_moves_no_version(works: Works) -> None:
    case = works.submits()
    case = works.does("elsa", case, "solve", solution="Klart.", feedback="Nu är det ordnat.")
    works.follows(case)
    works.clock.forward(days=3)
    works.follows(case)
    seen = works.store.read(lambda uow: uow.notes.seen(case.federation, case.id, f"feedback:{case.feedback_version}"))
    assert seen == date(2026, 3, 2)
    assert works.reads(case).version == case.version


def test_only_a_manager_waives_and_nobody_has_read_is_no_reason(works: Works) -> None:
    case = works.does("elsa", works.submits(), "set_aside", why_set_aside="spam")
    with pytest.raises(NotOpen):
        works.does("elsa", case, "waive_feedback", why_waived="spam")
    with pytest.raises(BadValue):
        works.does("birgitta", case, "waive_feedback", why_waived="not_read")
    case = works.does("birgitta", case, "waive_feedback", why_waived="spam")
    assert (case.state, case.waived, case.feedback_version) == ("closed", "spam", 0)
    assert works.follows(case).phase == "phase.set_aside"


def test_first_contact_is_due_in_five_working_days_and_only_a_contact_stops_it(works: Works) -> None:
    case = works.submits()
    assert case.clocks["first_contact"] == date(2026, 3, 9)
    case = works.does("elsa", case, "open_dialogue")
    assert "first_contact" in case.clocks
    case = works.does("elsa", case, "note_talk", talk="phone", talked_on="2026-03-02", outcome="no_contact")
    assert "first_contact" in case.clocks
    case = works.does("elsa", case, "note_talk", talk="phone", talked_on="2026-03-02", outcome="goes_on")
    assert "first_contact" not in case.clocks
    assert case.clocks["interim"] == date(2026, 4, 1)


def test_the_submitter_may_reopen_and_then_it_is_the_leaders_move(works: Works) -> None:
    case = works.submits()
    works.does("elsa", case, "solve", solution="Klart.", feedback="Nu är det ordnat.")
    case = works.with_code(case, "reopen", reason="Det hände igen samma vecka.")
    assert (case.state, case.turn, case.outcome, case.feedback_version) == ("dialogue", Role.PROCESS_LEADER, None, 0)


def test_a_withdrawn_case_is_no_longer_shown_to_groups(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "share", group="natverk")
    case = works.with_code(case, "withdraw")
    assert sight(viewer_of("ines"), case) is Sight.NOTHING
    assert works.follows(case).phase == "phase.withdrawn"


def test_two_people_of_which_one_is_enough_for_release_are_refused(works: Works) -> None:
    case = solved(works, publication="ja")
    case = works.does("elsa", case, "release", public_text=PUBLIC, harmless="ja")
    read = str(case.public_version)
    for who, version in (("elsa", read), ("olle", "1"), ("olle", "ja")):
        with pytest.raises(NeedsUnmet):
            works.does(who, case, "release", confirmed=version)
    assert not works.reads(case).released
    case = works.does("olle", case, "release", confirmed=read)
    assert (case.released, case.release_asked_by) == (True, "elsa")


PUBLIC = "Två verksamheter väntade på varandra. Nu finns en rutin."


def solved(works: Works, **form: Any) -> Case:
    case = works.attested(**form)
    return works.does("elsa", case, "solve", solution="Klart.", feedback="Nu är det ordnat.")


def test_an_edit_of_what_is_to_be_public_voids_what_both_have_said(works: Works) -> None:
    case = solved(works, publication="ja")
    first = works.does("elsa", case, "release", public_text=PUBLIC, harmless="ja").public_version
    other = works.does("olle", case, "release", public_text=f"{PUBLIC} Den gäller alla.", harmless="ja").public_version
    for who, version in (("elsa", first), ("olle", other)):
        with pytest.raises(NeedsUnmet):
            works.does(who, case, "release", confirmed=str(version))
    assert works.does("elsa", case, "release", confirmed=str(other)).released
    assert not works.does("elsa", case, "release", public_text=PUBLIC, harmless="ja").released
    case = works.does("olle", case, "release", confirmed=str(works.reads(case).public_version))
    assert case.released
    case = works.does("elsa", case, "retell", shared_text="En annan text.")
    assert not case.released, "the shared text is a draft again, and nothing leaves"
    assert works.does("elsa", case, "attest", area_harmless=False).released
    case = works.does("elsa", case, "block", where="note")
    assert not case.released
    case = works.does("elsa", case, "dispose_text", words="rutin", reason="Ett namn på en rutin.")
    assert (case.public_version, case.release_asked_by, case.released_version) == (0, "", 0)


@pytest.mark.parametrize("publication", ["nej", None])
def test_what_the_submitter_did_not_agree_to_is_not_made_public(works: Works, publication: str | None) -> None:
    case = solved(works, publication=publication)
    given = {"public_text": PUBLIC, "harmless": "ja"}
    with pytest.raises(NeedsUnmet) as refusal:
        works.does("elsa", case, "release", **given)
    assert refusal.value.data["lacks"] == ("publication" if publication else "submitter_agrees",)
    if publication is None:  # nobody asked: whoever has asked since says so, and it stands in the history
        assert works.does("elsa", case, "release", **given, submitter_wishes="ja").public_version
    else:
        with pytest.raises(NeedsUnmet):
            works.does("elsa", case, "release", **given, submitter_wishes="ja")


def test_a_no_goes_with_what_comes_out_of_a_case(works: Works) -> None:
    case = works.does("elsa", works.submits(publication="nej"), "open_dialogue")
    number = works.takes("elsa", case, "split", what_happened="En annan sak.", partners="fk").gave["split"]
    parted = works.store.read(lambda uow: uow.cases.find(str(number)))
    assert parted is not None
    assert works.store.read(lambda uow: publishing.allowed(uow, parted)) is False


def test_a_theme_or_target_group_that_nobody_has_listed_is_refused(works: Works) -> None:
    case = works.does("elsa", works.submits(), "open_dialogue")
    with pytest.raises(BadValue) as refusal:
        works.does("elsa", case, "label", themes="certificates,nonsense")
    assert refusal.value.data["field"] == "themes"
    with pytest.raises(BadValue):
        works.submits(target_group="nobody")
    assert works.does("elsa", case, "label", themes="intyg_och_underlag").themes == ("certificates",)


def test_a_municipality_is_free_until_the_federation_lists_its_own(tmp_path: Path) -> None:
    assert works_in(MemoryStore(), tmp_path).submits(area="Skogsbyn").submitted.area == "Skogsbyn"
    listed = works_in(MemoryStore(), tmp_path / "other", areas=frozenset({"Storstaden"}))
    with pytest.raises(BadValue):
        listed.submits(area="Skogsbyn")


def test_a_case_taken_back_is_nobodys_at_the_partner_any_longer(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "set_level", level="structure", reason="Lagen.")
    works.does("elsa", case, "consult", to="fk-beredning", purpose="reply")
    works.does("birgitta", case, "reconsider", reason="Chefen vill ta upp det.")
    case = works.does("elsa", case, "solve", solution="Ordnade sig under tiden.")
    assert sight(viewer_of("fia"), case) is Sight.NOTHING
    assert not casework.roles_in(viewer_of("fia"), case)
    with pytest.raises(NotFound):
        works.does("fia", case, "answer", answer="Vi har en rutin nu.")


def test_a_talk_that_is_still_to_come_and_a_wait_that_is_over_are_refused(works: Works) -> None:
    case = works.does("elsa", works.submits(), "open_dialogue")
    for step, given in (
        ("note_talk", {"talk": "phone", "talked_on": "2026-03-03", "outcome": "goes_on"}),
        ("solve", {"solution": "Klart.", "told": "phone", "told_on": "2026-03-03", "told_what": "Nu är det ordnat."}),
        ("rest", {"reason": "Vi väntar in mötet.", "until": "2026-03-01"}),
    ):
        with pytest.raises(BadValue):
            works.does("elsa", case, step, **given)
    assert works.reads(case).version == 2
