"""Is there always something sensible to say about what comes next, and does what waits always say what to do?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexheller.i18n import words_for
from lexheller.model.case import Case, Referral
from lexheller.model.codec import changed
from lexheller.model.codes import DecisionKind, Level, Outcome, Partner, Purpose, ReferralState, Role
from lexheller.processes import process_named
from lexheller.processes.lex_heller import LEX_HELLER, STATES, S
from lexheller.routing.book import RuleBook
from lexheller.services.clocks import settled
from lexheller.services.next_thing import STEPS, Came, Inbox, InboxRow, first_of, next_thing, order, step_for
from lexheller.services.office import Office
from lexheller.services.ports import Keys
from tests.factories import MONDAY, NOON, a_case, a_measure, a_referral

TODAY = MONDAY
YESTERDAY = TODAY - timedelta(days=1)
LONG_AGO = TODAY - timedelta(days=60)
LATER = TODAY + timedelta(days=20)
LEADER, MEMBER, MANAGER, PARTNER = (
    Role.PROCESS_LEADER, Role.GROUP_MEMBER, Role.FEDERATION_MANAGER, Role.PARTNER,
)  # fmt: skip

RETOLD: dict[str, Any] = {"shared_version": 3}
ATTESTED: dict[str, Any] = {"shared_version": 3, "attested_version": 3}
TALKED: dict[str, Any] = {"contacted": TODAY, "leader": "eva"}
IN_DIALOGUE = {"state": S.DIALOGUE, **TALKED, **ATTESTED}
DECIDED = {**IN_DIALOGUE, "state": S.DECIDED}
WITH_PARTNERS = {"state": S.WITH_PARTNERS, **TALKED, **ATTESTED, "version": 9}
HIDDEN = {**WITH_PARTNERS, "shared_version": 5, "was_shared": True}
ANSWERED = a_referral(state=ReferralState.ANSWERED, closed=TODAY, version=9)
LEARNING = a_referral(purpose=Purpose.LEARNING, due=None)


def _next(role: Role = LEADER, came: Came | None = None, **head: Any) -> str:
    key = next_thing(a_case(**head), role, TODAY, came=came or Came(), person="eva")
    return key.removeprefix("next.")


# --- every combination ----------------------------------------------------------------------------------

TEXTS: tuple[dict[str, Any], ...] = ({}, RETOLD, ATTESTED)
DAYS: tuple[dict[str, Any], ...] = ({}, {"day": TODAY - timedelta(days=28)}, {"day": LONG_AGO})
PAUSES: tuple[dict[str, Any], ...] = (
    {},
    *({"waiting": kind, "waiting_until": day} for kind in ("wait", "rest") for day in (YESTERDAY, LATER)),
)
REFERRALS: tuple[tuple[Referral, ...], ...] = (
    (),
    (a_referral(),),
    (a_referral(due=YESTERDAY),),
    (a_referral(due=LONG_AGO),),
    (a_referral(asked=True),),
    (replace(ANSWERED, version=1),),
    (replace(ANSWERED, version=1, closed=LONG_AGO), LEARNING),
    (a_referral(state=ReferralState.TAKEN_BACK),),
)
FLAGS: tuple[dict[str, Any], ...] = (
    {},
    {"blocked": True},
    {"unread": True},
    {"void": True},
    TALKED,
    {**TALKED, "answered_submitter": YESTERDAY},
    {**TALKED, "answered_submitter": YESTERDAY, "decided": LONG_AGO},
    {**TALKED, "answered_submitter": YESTERDAY, "measures": (a_measure(due=YESTERDAY),)},
    {**TALKED, "partners": ()},
    {**TALKED, "partners": (Partner.FK,)},
    {**TALKED, "partners": (Partner.FK,), "provisional_level": Level.STRUCTURE},
    {"contact": True},
    {"imported": "run", "imported_version": 1},
    {"decision": DecisionKind.REFER},
    {"outcome": Outcome.WITHDRAWN, "feedback_since": LONG_AGO},
    {"release_asked_by": "elsa"},
    {"attest_asked_by": "elsa", "attested_version": 0},
    {"attest_asked_by": "eva", "attested_version": 0, **TALKED},
    {"patterns": ("GBG/p",)},
    {"not_tied": True},
)
CAME = (Came(), Came("send_back", 4, "send_back"), Came("return", 2, "label"), Came("refer", 4, "more_time"))
OFFICE = Office(cast("Keys", None), lambda: RuleBook(()), clock=lambda: NOON)


def _heads() -> Iterator[Case]:
    """Give every case that flags and texts make, with the clocks and the turn that follow from how it stands."""
    for state, *parts, referrals in product(STATES, TEXTS, DAYS, PAUSES, FLAGS, REFERRALS):
        head: dict[str, Any] = {key: value for part in parts for key, value in part.items()}
        if state == S.CLOSED:
            head |= {"closed": YESTERDAY, "waiting": "", "waiting_until": None}
        if state not in {S.FEEDBACK, S.CLOSED}:
            head.pop("outcome", None)
        case = a_case(state=state, referrals=referrals, **head)
        yield changed(case, settled(LEX_HELLER, case, OFFICE))


def test_every_combination_has_words_and_whoever_is_to_move_has_something_to_do() -> None:
    spoken = set()
    for case in _heads():
        for role in Role:
            key = next_thing(case, role, TODAY, person="eva")
            spoken.add(key)
            late = case.due is not None and case.due < TODAY
            if role == LEADER and (case.turn == LEADER or late):
                assert key != "next.nothing", case
            if role == case.turn and case.shown and role in {MEMBER, MANAGER}:
                assert key != "next.nothing", case
        if not case.blocked:
            spoken |= {next_thing(case, role, TODAY, came=came) for role in (LEADER, MEMBER) for came in CAME}
            spoken.add(next_thing(case, LEADER, TODAY, has_group=False))
    assert spoken == {f"next.{key}" for key in EVERY.split()}
    for language in ("sv", "en"):
        assert all(words_for(language)(key) for key in spoken)


EVERY = """
    open_dialogue first_contact retell attest share consult set_level go_on answer_question answer_manager classify
    tie_pattern decide refer conclude remind give_up read_answer read_message reply_ask more_time give_feedback interim
    unblock wake rest_over follow_measure release answer confirm_override confirm_withdrawal second_person nothing
"""


# --- what people would say ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "head"),
    [
        ("open_dialogue", {}),
        ("go_on", {"contacted": TODAY}),
        ("first_contact", {"contact": True, "clocks": {"first_contact": YESTERDAY}}),
        ("first_contact", {"contact": True, "state": S.DIALOGUE}),
        ("open_dialogue", {"state": S.DIALOGUE}),
        ("retell", {"state": S.DIALOGUE, **TALKED}),
        ("attest", {"state": S.DIALOGUE, **TALKED, **RETOLD}),
        ("confirm_override", {"state": S.DIALOGUE, **TALKED, **RETOLD, "attest_asked_by": "elsa"}),
        ("confirm_override", {"state": S.DIALOGUE, **RETOLD, "attest_asked_by": "elsa", "blocked": True}),
        ("second_person", {"state": S.DIALOGUE, **TALKED, **RETOLD, "attest_asked_by": "eva"}),
        ("share", IN_DIALOGUE),
        ("set_level", {**IN_DIALOGUE, "partners": (Partner.FK,)}),
        ("consult", {**IN_DIALOGUE, "partners": (Partner.FK,), "provisional_level": Level.STRUCTURE}),
        ("go_on", {**IN_DIALOGUE, "partners": ()}),
        ("unblock", {**IN_DIALOGUE, "blocked": True, "unread": True}),
        ("unblock", {"state": S.CLOSED, "closed": TODAY, "blocked": True}),
        ("read_message", {**IN_DIALOGUE, "unread": True}),
        ("nothing", {**IN_DIALOGUE, "waiting": "wait", "clocks": {"wait": LATER}}),
        ("wake", {**IN_DIALOGUE, "waiting": "wait", "clocks": {"wait": YESTERDAY}}),
        ("rest_over", {**IN_DIALOGUE, "waiting": "rest", "clocks": {"rest": YESTERDAY}}),
        ("conclude", {**DECIDED, "waiting": "wait", "clocks": {"wait": LATER, "feedback": YESTERDAY}}),
        ("interim", {**IN_DIALOGUE, "clocks": {"interim": YESTERDAY}}),
        ("nothing", {**IN_DIALOGUE, "state": S.WORKING_GROUP}),
        ("interim", {**IN_DIALOGUE, "state": S.WORKING_GROUP, "clocks": {"interim": TODAY + timedelta(days=3)}}),
        ("nothing", {**IN_DIALOGUE, "state": S.WORKING_GROUP, "clocks": {"interim": TODAY + timedelta(days=4)}}),
        ("attest", {**IN_DIALOGUE, "state": S.WORKING_GROUP, "shared_version": 5}),
        ("attest", {**WITH_PARTNERS, "shared_version": 5, "was_shared": True, "clocks": {"interim": YESTERDAY}}),
        ("attest", {**HIDDEN, "waiting": "wait", "clocks": {"wait": LATER}}),
        ("attest", {**HIDDEN, "waiting": "wait", "clocks": {"wait": YESTERDAY}}),
        ("nothing", {**HIDDEN, "was_shared": False, "waiting": "wait", "clocks": {"wait": LATER}}),
        ("nothing", {**HIDDEN, "waiting": "rest", "clocks": {"rest": LATER}}),
        ("refer", {**IN_DIALOGUE, "state": S.DECIDED, "decision": DecisionKind.REFER}),
        ("conclude", {**IN_DIALOGUE, "state": S.DECIDED, "decision": DecisionKind.MEASURE}),
        ("nothing", {**WITH_PARTNERS, "referrals": (a_referral(),)}),
        ("read_answer", {**WITH_PARTNERS, "referrals": (ANSWERED,)}),
        ("conclude", {**WITH_PARTNERS, "version": 10, "referrals": (ANSWERED,)}),
        ("conclude", {**WITH_PARTNERS, "referrals": (LEARNING,)}),
        ("reply_ask", {**WITH_PARTNERS, "unread": True, "referrals": (a_referral(asked=True),)}),
        ("remind", {**WITH_PARTNERS, "referrals": (a_referral(),), "clocks": {"answer:1": YESTERDAY}}),
        ("give_up", {**WITH_PARTNERS, "referrals": (a_referral(),), "clocks": {"answer:1": LONG_AGO}}),
        ("give_feedback", {**IN_DIALOGUE, "state": S.FEEDBACK}),
        ("give_feedback", {**IN_DIALOGUE, "state": S.FEEDBACK, "clocks": {"feedback": YESTERDAY}}),
        ("follow_measure", {"state": S.CLOSED, "closed": TODAY, "clocks": {"measure:2": YESTERDAY}}),
        ("release", {"state": S.CLOSED, "closed": TODAY, "release_asked_by": "elsa"}),
        ("nothing", {"state": S.CLOSED, "closed": TODAY, "release_asked_by": "eva"}),
        ("nothing", {"state": S.CLOSED, "closed": TODAY, "release_asked_by": "elsa", "released_version": 9}),
        ("nothing", {"state": S.CLOSED, "closed": TODAY}),
        ("nothing", {"void": True}),
    ],
)  # fmt: skip
def test_a_process_leader_is_told(expected: str, head: dict[str, Any]) -> None:
    assert _next(LEADER, **head) == expected


def test_a_question_from_group_or_manager_stays_until_the_text_was_told_anew() -> None:
    assert _next(LEADER, Came("send_back", 5), **IN_DIALOGUE) == "answer_question"
    assert _next(LEADER, Came("return", 5), **IN_DIALOGUE) == "answer_manager"
    assert _next(LEADER, Came("send_back", 2), **IN_DIALOGUE) == "share"
    assert _next(LEADER, Came("send_back", 2), **{**IN_DIALOGUE, "shared_version": 4}) == "attest"


def test_more_time_is_told_while_it_is_the_last_that_happened() -> None:
    waiting = {**WITH_PARTNERS, "referrals": (a_referral(),)}
    assert _next(LEADER, Came("refer", 8, "more_time"), **waiting) == "more_time"
    assert _next(LEADER, Came("refer", 8, "say"), **waiting) == "nothing"


def test_without_a_working_group_the_process_leader_sets_the_level() -> None:
    assert next_thing(a_case(**IN_DIALOGUE), LEADER, TODAY, has_group=False) == "next.classify"


SHOWN = {**IN_DIALOGUE, "state": S.WORKING_GROUP}


@pytest.mark.parametrize(
    ("role", "expected", "head"),
    [
        (MEMBER, "tie_pattern", SHOWN),
        (MEMBER, "classify", {**SHOWN, "not_tied": True}),
        (MEMBER, "classify", {**SHOWN, "patterns": ("GBG/p",)}),
        (MEMBER, "tie_pattern", WITH_PARTNERS),
        (MEMBER, "nothing", {**WITH_PARTNERS, "not_tied": True}),
        (MEMBER, "nothing", {**SHOWN, "blocked": True}),
        (MEMBER, "nothing", {**SHOWN, "waiting": "wait"}),
        (MANAGER, "decide", {**SHOWN, "state": S.CLASSIFIED}),
        (MANAGER, "nothing", {**SHOWN, "state": S.CLASSIFIED, "blocked": True}),
        (MANAGER, "nothing", {**SHOWN, "state": S.FEEDBACK}),
        (MANAGER, "follow_measure", {**SHOWN, "state": S.CLOSED, "clocks": {"measure:1": YESTERDAY}}),
        (PARTNER, "answer", {**WITH_PARTNERS, "referrals": (a_referral(),)}),
        (PARTNER, "nothing", {**WITH_PARTNERS, "referrals": (a_referral(asked=True),)}),
        (PARTNER, "nothing", {**WITH_PARTNERS, "referrals": (ANSWERED,)}),
        (PARTNER, "read_message", {**WITH_PARTNERS, "referrals": (LEARNING,)}),
        (PARTNER, "nothing", {**WITH_PARTNERS, "state": S.CLOSED, "closed": TODAY, "referrals": (LEARNING,)}),
        (PARTNER, "nothing", {**WITH_PARTNERS, "blocked": True, "referrals": (a_referral(),)}),
        (Role.SUBMITTER, "answer", {**IN_DIALOGUE, "waiting": "wait"}),
        (Role.SUBMITTER, "nothing", {**IN_DIALOGUE, "waiting": "rest"}),
        (Role.REGISTRAR, "nothing", IN_DIALOGUE),
        (Role.ADMINISTRATOR, "nothing", IN_DIALOGUE),
    ],
)
def test_others_are_told(role: Role, expected: str, head: dict[str, Any]) -> None:
    assert _next(role, **head) == expected


def test_the_group_answers_a_manager_who_gave_the_case_back() -> None:
    assert _next(MEMBER, Came("return", 6), **SHOWN) == "answer_manager"


def test_a_partner_is_told_only_of_what_was_sent_to_them() -> None:
    case = a_case(**WITH_PARTNERS, referrals=(a_referral(),))
    assert next_thing(case, PARTNER, TODAY, recipients=("GBG/fk-beredning",)) == "next.answer"
    assert next_thing(case, PARTNER, TODAY, recipients=("GBG/af",)) == "next.nothing"


def test_another_kind_of_matter_goes_on() -> None:
    workshop = process_named("workshop").process
    for state in set(workshop.states) - set(STATES):
        assert _next(LEADER, process="workshop", state=state, clocks={"until": YESTERDAY}) == "go_on"


def test_a_thing_that_is_a_step_names_one_that_the_role_may_take() -> None:
    known = {step.name for step in LEX_HELLER.steps}
    assert set(STEPS.values()) <= known
    assert step_for("next.open_dialogue", a_case()) == "open_dialogue"
    assert step_for("next.open_dialogue", a_case(state=S.DIALOGUE)) == "say"
    assert step_for("next.go_on", a_case()) == ""


# --- which comes first ----------------------------------------------------------------------------------

ROW = InboxRow("GBG-2026-0001", "GBG", S.DIALOGUE, 3, "Titel", LEADER, "next.attest", LATER, 0)
LATE = ROW._replace(due=YESTERDAY, late=1)


def _inbox(*rows: InboxRow) -> Inbox:
    return Inbox(tuple(r for r in rows if r.late), tuple(r for r in rows if not r.late), 0, 0, 0)


def test_nothing_comes_first_in_an_empty_inbox() -> None:
    assert first_of(_inbox()) is None


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (LATE, ROW._replace(due=TODAY)),
        (LATE._replace(due=LONG_AGO, late=60), LATE),
        (LATE._replace(next="next.first_contact", number="GBG-2026-0009"), LATE),
        (LATE._replace(next="next.unblock", number="GBG-2026-0009"), LATE._replace(next="next.first_contact")),
        (LATE._replace(next="next.open_dialogue", number="GBG-2026-0009"), LATE),
        (LATE, LATE._replace(number="GBG-2026-0002")),
        (ROW._replace(due=TODAY), ROW),
        (ROW, ROW._replace(due=None)),
    ],
)
def test_one_comes_before_the_other(first: InboxRow, then: InboxRow) -> None:
    assert first_of(_inbox(then, first)) == first
    assert first_of(_inbox(first, then)) == first


@given(st.permutations([ROW._replace(number=f"GBG-2026-{n:04}", due=TODAY + timedelta(days=n % 3)) for n in range(7)]))
def test_the_first_is_the_same_however_the_rows_lay(rows: list[InboxRow]) -> None:
    assert first_of(_inbox(*rows)) == min(rows, key=order)
