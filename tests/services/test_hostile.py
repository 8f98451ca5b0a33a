"""What somebody tries who means no good, or who types in the wrong box: names where no text is, odd signs, odd days."""

from __future__ import annotations

import pytest

from lexheller.errors import BadValue, GateStopped, LexHellerError, NeedsUnmet, NotPossible, Stale
from lexheller.forms.wording import sentences
from lexheller.i18n.words import words_for
from lexheller.model.case import Case
from lexheller.model.codes import Role
from lexheller.model.people import Pattern, Person
from lexheller.services import founding, reading, sisters, submissions
from tests.factories import a_form
from tests.house import Works, viewer_of

NAMED = "Anna Andersson, 070-1740605"


def everything_kept(works: Works, case: Case) -> str:
    return works.store.read(
        lambda uow: repr((uow.cases.get(case.federation, case.id), uow.cases.events(case.federation, case.id)))
    )


def classified(works: Works) -> Case:
    case = works.attested()
    works.does("elsa", case, "share", group="natverk")
    return works.does("ines", case, "classify", level="organisation", reason="Rutinen saknas.")


@pytest.mark.parametrize(
    ("step", "given"),
    [
        ("say", {"message": "Hej", "referral": NAMED}),
        ("block", {"where": NAMED}),
        ("redirect", {"channel": "lex_sarah", "other": NAMED}),
        ("attest", {"area_harmless": True, "overrides": [{"finding": NAMED, "reason": "other"}]}),
        ("attest", {"area_harmless": True, "overrides": [{"reason": NAMED}]}),
    ],
)
def test_a_name_in_a_field_that_is_no_text_is_refused_too(works: Works, step: str, given: dict[str, object]) -> None:
    case = works.attested()
    with pytest.raises(LexHellerError):
        works.does("elsa", case, step, **given)
    assert "1740605" not in everything_kept(works, case)


def test_who_carries_a_measure_out_is_named_by_office_and_never_by_number(works: Works) -> None:
    case = classified(works)
    with pytest.raises(GateStopped) as stop:
        works.does("birgitta", case, "decide", kind="measure", reason="Skäl.", measures=f"Rutin|{NAMED}|2026-09-01")
    assert "Ansvarig" in " ".join(sentences(stop.value, words_for("sv")))
    measures = "Rutin|Birgitta Exempel|2026-09-01"
    assert works.does("birgitta", case, "decide", kind="measure", reason="Skäl.", measures=measures).state == "decided"


@pytest.mark.parametrize("due", ["snart", "9999-12-31", "0001-01-01"])
def test_a_measure_has_a_day_of_our_time(works: Works, due: str) -> None:
    with pytest.raises(BadValue):
        works.does(
            "birgitta", classified(works), "decide", kind="measure", reason="Skäl.", measures=f"Rutin|Chefen|{due}"
        )


def test_no_action_takes_no_measures_that_would_run_all_the_same(works: Works) -> None:
    case = classified(works)
    given = {"kind": "no_action", "reason": "Skäl."}
    for rows in ("Rutin|Chefen|2026-09-01", [{"what": "Rutin", "owner": "", "due": ""}]):
        with pytest.raises(NotPossible) as refusal:
            works.does("birgitta", case, "decide", measures=rows, **given)
        assert "Välj ett annat beslut (kind), eller ta bort insatserna (measures)." in " ".join(
            sentences(refusal.value, words_for("sv"))
        )
    assert works.does("birgitta", case, "decide", measures=[], **given).state == "decided"


@pytest.mark.parametrize("kind", ["refer", "meeting"])
def test_other_decisions_may_have_measures_beside_them(works: Works, kind: str) -> None:
    rows = "Rutin|Chefen|2026-09-01"
    case = works.does("birgitta", classified(works), "decide", kind=kind, reason="Skäl.", measures=rows)
    assert [m.owner for m in case.measures] == ["Chefen"]


@pytest.mark.parametrize("until", ["9999-12-31", "2200-01-01"])
def test_nothing_rests_for_centuries(works: Works, until: str) -> None:
    case = works.attested()
    with pytest.raises(BadValue):
        works.does("elsa", case, "rest", reason="Sommar.", until=until)


def test_a_municipality_that_names_somebody_is_stopped(works: Works) -> None:
    with pytest.raises(GateStopped):
        works.submits(area=NAMED)
    assert works.submits(area="Upplands Väsby").submitted.area == "Upplands Väsby"


@pytest.mark.parametrize("nothing", ["\u200b\u200d", "\u2060", "\u2800", "\u3164", "\ufeff \n"])
def test_feedback_that_nobody_can_see_is_none(works: Works, nothing: str) -> None:
    case = works.attested()
    works.does("elsa", case, "solve", solution="Vårdcentralen tog över.")
    with pytest.raises(NeedsUnmet):
        works.does("elsa", case, "give_feedback", feedback=nothing)
    assert works.reads(case).state == "feedback"


@pytest.mark.parametrize("sign", ["\0", "\udcff"])
def test_what_no_database_takes_is_refused_by_name(works: Works, sign: str) -> None:
    case = works.attested()
    with pytest.raises(BadValue):
        works.does("elsa", case, "say", message=f"Hej {sign} på dig")
    with pytest.raises(BadValue):
        works.does("elsa", case, "label", themes=["sip", sign])


def test_no_words_take_no_words_out(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "block", where="shared_text")
    before = works.store.read(lambda uow: uow.cases.texts(case.federation, case.id))
    with pytest.raises(NotPossible):
        works.does("elsa", case, "dispose_text", words=" \n ", reason="Beslut.")
    assert works.store.read(lambda uow: uow.cases.texts(case.federation, case.id)) == before


def test_a_manager_reads_no_draft(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "retell", as_received=True, title="Utkastet")
    seen = works.store.read(lambda uow: reading.view(uow, works.office, viewer_of("birgitta"), case.number))
    assert (seen.shared, seen.title) == ("", "")


def test_a_stale_version_tells_no_partner_who_did_what(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "set_level", level="organisation", reason="Rutinen saknas.")
    works.does("elsa", case, "consult", to="fk-beredning", reason="De ansvarar.")
    with pytest.raises(Stale) as told:
        works.does("fia", case, "ask", question="Vilken rutin?", version=1)
    assert "actor" not in told.value.data
    assert "step" not in told.value.data


def test_nobody_sends_in_under_a_key_of_ours(works: Works) -> None:
    case = works.attested()
    works.submits("INS", key=f"sister:{case.number}")
    with pytest.raises(BadValue):
        works.submits("INS", key=f"~sister:{case.number}")
    works.does("elsa", case, "redirect", channel="sister_federation", other="INS")
    new = works.store.write(lambda uow: sisters.take_over(uow, works.office, viewer_of("ines"), case.number))
    assert new.split_from == case.number


def test_a_case_taken_up_again_is_not_closed_by_who_was_offered_it(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "redirect", channel="sister_federation", other="INS")
    new = works.store.write(lambda uow: sisters.take_over(uow, works.office, viewer_of("ines"), case.number))
    works.does("elsa", case, "resume", reason="Det var vårt ändå.")
    works.store.write(lambda uow: sisters.answer_sender(uow, works.office, case.number, new))
    assert works.reads(case).state == "dialogue"


def test_a_contact_cannot_be_guessed_from_what_a_receipt_keeps(works: Works) -> None:
    form = a_form(contact="070-1740605")
    case = works.submits(key="k", **form)
    kept = works.store.read(lambda uow: uow.codes.receipt_of(case.federation, case.id))
    assert kept is not None
    assert kept.text_digest != submissions.read_form(form).digest


@pytest.mark.parametrize("channel", [NAMED, "post"])
def test_only_channels_there_are_can_have_been_shown(works: Works, channel: str) -> None:
    about = submissions.Submitting("GBG", informed=(channel,))
    with pytest.raises(BadValue):
        works.store.write(lambda uow: submissions.submit(uow, works.office, submissions.read_form(a_form()), about))


@pytest.mark.parametrize(
    "thing",
    [
        Pattern("GBG", "P9", NAMED),
        Pattern("GBG", "19121212-1212", "Samma fråga"),
        Person("GBG", "system", "System", (Role.PROCESS_LEADER,)),
        Person("GBG", "a/b", "A", ()),
    ],
)
def test_nothing_is_put_that_founding_would_refuse(works: Works, thing: Pattern | Person) -> None:
    with pytest.raises((GateStopped, BadValue)):
        works.store.write(lambda uow: founding.put(uow, works.office.keys, thing))
