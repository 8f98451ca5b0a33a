"""The process as shipped, held against the practice's table typed a second time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain, combinations

import pytest

from lexheller.errors import BadProcess, NeedsUnmet, NotOpen, UnknownStep
from lexheller.model.codes import DecisionKind, Level, Outcome, Partner, Role
from lexheller.processes import process_named
from lexheller.processes.lex_heller import LEX_HELLER
from lexheller.processes.situation import Situation
from lexheller.workflow import Compiled, Data, Need, Step, Subject, load, machine, openings, rehearse, take
from tests.factories import a_case, a_measure, a_referral

L, M, G, P, S, REG = "process_leader", "federation_manager", "group_member", "partner", "submitter", "registrar"
ALL = "submitted dialogue working_group classified decided with_partners feedback closed"
OPEN = ALL.removesuffix(" closed")
LATER = ALL.removeprefix("submitted ")

# step, from, to ("=": stays), by, what lacks when nothing is handed in and nothing is known of the case
STEPS = [
    ("open_dialogue", "submitted", "dialogue", [L], []),
    ("solve", "submitted dialogue working_group classified", "feedback", [L], ["solution"]),
    ("redirect", "submitted dialogue", "feedback", [L], ["channel"]),
    ("set_aside", "submitted dialogue", "feedback", [L], ["why_set_aside"]),
    ("withdraw", "submitted dialogue working_group", "feedback", [S, L], []),
    ("consult", "dialogue", "with_partners", [L], ["attested", "provisional_level", "referrals"]),
    ("share", "dialogue", "working_group", [L], ["attested", "group", "partners"]),
    ("send_back", "working_group", "dialogue", [G], ["question"]),
    ("classify", "working_group", "classified", [G], ["attested", "level"]),
    ("classify", "dialogue", "classified", [L], ["attested", "level"]),
    ("return", "classified", "working_group", [M], ["question", "group"]),
    ("return", "classified", "dialogue", [M], ["question"]),
    ("decide", "classified", "decided", [M], ["kind", "reason", "measures"]),
    ("reconsider", "decided with_partners", "classified", [M], ["reason"]),
    ("refer", "decided with_partners", "with_partners", [L, M], ["attested", "referrals"]),
    ("conclude", "decided with_partners", "feedback", [L], []),
    ("resume", "feedback", "dialogue", [L], ["reason"]),
    ("give_feedback", "feedback", "closed", [L], ["feedback"]),
    ("waive_feedback", "feedback", "closed", [M], ["why_waived"]),
    ("reopen", "closed", "dialogue", [S], ["reason"]),
    ("reopen", "closed", "dialogue", [L], ["reason"]),
    ("label", ALL, "=", [L, G], ["themes"]),
    ("retell", ALL, "=", [L], ["shared_text"]),
    ("attest", ALL, "=", [L], ["shared_text", "area_harmless"]),
    ("confirm_override", ALL, "=", [L], []),
    ("confirm_override", ALL, "=", [M], []),
    ("show_group", "dialogue with_partners feedback closed", "=", [L], ["attested", "group"]),
    ("block", ALL, "=", [S, L, G, M, P, REG], ["where"]),
    ("dispose_text", ALL, "=", [L, REG], ["words", "reason"]),
    ("unblock", ALL, "=", [L], ["done"]),
    ("wait", OPEN, "=", [L], ["question", "until"]),
    ("rest", OPEN, "=", [L], ["reason", "until"]),
    ("wake", OPEN, "=", [L], []),
    ("set_level", LATER, "=", [L, G], ["level", "reason"]),
    ("second_opinion", LATER, "=", [L, G], ["level", "reason"]),
    ("tie_pattern", LATER, "=", [L, G], ["pattern", "reason"]),
    ("not_tied", LATER, "=", [L, G], ["reason"]),
    ("answer", ALL, "=", [P, L], ["referral", "answer"]),
    ("not_ours", ALL, "=", [P, L], ["referral", "whose"]),
    ("more_time", ALL, "=", [P, L], ["referral", "until"]),
    ("ask", ALL, "=", [P, L], ["referral", "question"]),
    ("give_up", ALL, "=", [L], ["referral", "reason"]),
    ("split", "submitted dialogue", "=", [L], ["what_happened", "partners"]),
    ("merge", "submitted dialogue", "=", [L], ["others"]),
    ("same_event", ALL, "=", [L, G], ["other"]),
    ("hand_over", ALL, "=", [L, M], ["person"]),
    ("renew_code", ALL, "=", [L], ["contact_on_file"]),
    ("release", "closed", "=", [L], ["public_text", "harmless", "submitter_agrees"]),
    ("say", ALL, "=", [S], ["message"]),
    ("say", ALL, "=", [L], ["message"]),
    ("note_talk", ALL, "=", [L], ["talk", "talked_on", "outcome"]),
    ("reveal_contact", ALL, "=", [L], ["contact_on_file", "reason"]),
    ("erase_contact", ALL, "=", [S, L, REG], ["contact_on_file", "disposal_decision"]),
    ("follow_measure", "decided with_partners feedback closed", "=", [L, M], ["measure", "measure_state"]),
    ("helped", "closed", "=", [S], ["helped"]),
    ("void", ALL, "=", [L], ["nothing_since_import"]),
]
BLOCKED_TOO = {
    "redirect", "set_aside", "withdraw", "retell", "attest", "confirm_override", "dispose_text", "unblock", "say",
    "note_talk", "reveal_contact", "erase_contact", "renew_code", "hand_over",
}  # fmt: skip


def bare(state: str) -> Situation:
    return Situation(a_case(state=state, partners=(), closed=None), today=date(2026, 3, 3), actor="elsa")


def rows_now() -> list[tuple[str, str, str, list[str]]]:
    return [(s.name, " ".join(s.sources), s.to or "=", list(s.by)) for s in LEX_HELLER.steps]


def test_every_step_goes_from_where_to_where_and_by_whom() -> None:
    assert rows_now() == [(name, source, to, by) for name, source, to, by, _ in STEPS]


@pytest.mark.parametrize("row", range(len(STEPS)), ids=[f"{s[0]}-{place}" for place, s in enumerate(STEPS)])
def test_every_need_is_asked_for_at_once(row: int) -> None:
    name, sources, _to, _by, needs = STEPS[row]
    step = LEX_HELLER.steps[row]
    for state in sources.split():
        lacks = [need.name for need in step.needs if not need.met(bare(state), {})]
        if name == "reopen" and step.by == (Role.SUBMITTER,):
            needs = ["reason", "in_time_to_reopen"]
        assert lacks == needs, state


def test_every_state_step_and_role_is_open_or_refused_as_the_table_says() -> None:
    compiled = process_named("lex_heller")
    tried = 0
    for state in ALL.split():
        for name in {row[0] for row in STEPS}:
            rows = [row for row in STEPS if row[0] == name]
            leaving = [row for row in rows if state in row[1].split()]
            for role in Role:
                tried += 1
                if not leaving:
                    expected = "state"
                elif not any(role.value in row[3] for row in leaving):
                    expected = "role"
                else:
                    expected = "open"
                assert answer_of(compiled, state, name, role) == expected, (state, name, role)
    assert tried == 8 * len({row[0] for row in STEPS}) * len(Role)


def answer_of(compiled: Compiled, state: str, name: str, role: Role) -> str:
    try:
        take(compiled, bare(state), name, {role}, {})
    except NotOpen as refusal:
        return str(refusal.data["why"])
    except NeedsUnmet:
        return "open"
    return "open"


def test_a_blocked_case_opens_only_what_mends_it() -> None:
    compiled = process_named("lex_heller")
    for state in ALL.split():
        blocked = replace(bare(state), case=a_case(state=state, blocked=True, contact=True, attest_asked_by="eva"))
        names = {opening.step.name for opening in openings(compiled, blocked, set(Role))}
        leaving = {row[0] for row in STEPS if state in row[1].split()}
        assert names == leaving & BLOCKED_TOO


def test_the_machine_and_the_table_agree_for_every_outcome_of_the_guards() -> None:
    """`transitions` is the definition: fire it for each state and step with each need met or not."""
    compiled, built = process_named("lex_heller"), machine(LEX_HELLER)
    assert set(built.events) == {step.name for step in LEX_HELLER.steps}, "no trigger passes the guards"
    fired = 0
    for (state, name), rows in compiled.rows.items():
        for situation, data in guard_outcomes(state, rows):
            led_to = rehearse(built, situation, name, data)
            fitting = next((r for r in rows if all(n.met(situation, data) for n in guards(r))), None)
            assert led_to == (None if fitting is None else fitting.to or state), (state, name)
            fired += 1
    assert fired > len(compiled.rows)


def guards(step: Step) -> tuple[Need, ...]:
    return ((step.when,) if step.when else ()) + step.needs


def guard_outcomes(state: str, rows: tuple[Step, ...]) -> list[tuple[Situation, Data]]:
    """Give situations in which each need of the rows is met, then each alone is not, then none is."""
    whole = Situation(
        a_case(
            state=state, shared_version=2, attested_version=2, provisional_level=Level.ORGANISATION, contact=True,
            groups=("GBG/g",), referrals=(a_referral(),), measures=(a_measure(),), closed=date(2026, 3, 1),
            imported="run", imported_version=1, waiting="rest", blocked=True,
        ),
        today=date(2026, 3, 3), actor="elsa", has_group=lambda: True, disposal_decision="§ 12",
    )  # fmt: skip
    given: dict[str, object] = {
        "measures": ({"what": "x", "owner": "y", "due": "2026-06-01"},), "referrals": (a_referral(),),
        "kind": "measure", "as_received": True, "submitter_wishes": True, "own_workplace_ok": True,
        "feedback": "Tack.", "told": None,
    }  # fmt: skip
    for row in rows:
        given |= {f: given.get(f) or "fk" for f in row.fields}
    if "level" in given:
        given["level"] = Level.ORGANISATION
    if "referral" in given:
        given["referral"] = "1"
    if "measure" in given:
        given["measure"] = "1"
    less = [{k: v for k, v in given.items() if k not in gone} for gone in chain(combinations(given, 1), [tuple(given)])]
    poorer = [
        whole, replace(whole, has_group=lambda: False), replace(whole, case=a_case(state=state)),
        replace(whole, disposal_decision=""),
    ]  # fmt: skip
    return [(situation, data) for situation in poorer for data in [given, *less]]


# --- the loader refuses what would break the promise -----------------------------------------------


def without(name: str) -> tuple[Step, ...]:
    return tuple(step for step in LEX_HELLER.steps if step.name != name)


def changed(name: str, **changes: object) -> tuple[Step, ...]:
    return tuple(replace(s, **changes) if s.name == name else s for s in LEX_HELLER.steps)  # type: ignore[arg-type]  # attributes by name


def never(_subject: Subject, _data: Data) -> bool:
    return False


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ({"steps": changed("conclude", to="closed")}, "conclude: leads to closed past give_feedback, waive_feedback"),
        ({"steps": changed("redirect", to="closed")}, "redirect: leads to closed past give_feedback, waive_feedback"),
        ({"steps": changed("solve", by=("caretaker",))}, "solve: unknown role caretaker"),
        ({"steps": changed("solve", to="solved")}, "solve: unknown state solved"),
        ({"steps": changed("solve", needs=(Need("luck", never),))}, "solve: unknown need luck"),
        ({"steps": changed("solve", takes=("colour",))}, "solve: unknown field colour"),
        ({"steps": changed("solve", by=())}, "solve: nobody may take it"),
        ({"steps": without("decide")}, "decided: cannot be reached"),
        ({"states": (*LEX_HELLER.states, "limbo")}, "limbo: cannot be reached"),
        ({"states": (*LEX_HELLER.states, "limbo")}, "limbo: no way out and not final"),
        ({"steps": changed("reopen", to=None), "finals": frozenset()}, "closed: no way out and not final"),
        ({"guard": frozenset({"give_feedback", "waive_feedback", "forget"})}, "guard forget: no such step"),
        ({"initial": "closed"}, "closed: is both first and final"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_loader_refuses(broken: dict[str, object], fault: str) -> None:
    with pytest.raises(BadProcess) as refusal:
        load(replace(LEX_HELLER, **broken))  # type: ignore[arg-type]  # attributes by name
    faults = refusal.value.data["faults"]
    assert isinstance(faults, tuple)
    assert fault in faults


def test_an_unknown_step_is_named() -> None:
    with pytest.raises(UnknownStep) as refusal:
        take(process_named("lex_heller"), bare("dialogue"), "escalate", {Role.PROCESS_LEADER}, {})
    assert refusal.value.data["step"] == "escalate"


# --- needs that depend ------------------------------------------------------------------------------


def lacks(name: str, situation: Situation, role: Role, **data: object) -> tuple[str, ...]:
    try:
        take(process_named("lex_heller"), situation, name, {role}, data)
    except NeedsUnmet as refusal:
        found = refusal.data["lacks"]
        assert isinstance(found, tuple)
        return found
    return ()


def in_state(state: str, **changes: object) -> Situation:
    return Situation(a_case(state=state, **changes), today=date(2026, 3, 3), actor="elsa")


LEADER, MANAGER, MEMBER, SUBMITTER = Role.PROCESS_LEADER, Role.FEDERATION_MANAGER, Role.GROUP_MEMBER, Role.SUBMITTER
ATTESTED = {"shared_version": 2, "attested_version": 2}


def test_an_edit_voids_the_attestation() -> None:
    assert lacks("share", in_state("dialogue", shared_version=4, attested_version=2), LEADER, group="g") == (
        "attested",
    )
    assert lacks("share", in_state("dialogue", **ATTESTED), LEADER, group="g") == ()


def test_a_level_that_differs_from_the_provisional_one_asks_for_a_reason() -> None:
    same = in_state("working_group", **ATTESTED, provisional_level=Level.STRUCTURE)
    assert lacks("classify", same, MEMBER, level=Level.STRUCTURE) == ()
    assert lacks("classify", same, MEMBER, level=Level.ORGANISATION) == ("reason_for_level",)
    assert lacks("classify", in_state("working_group", **ATTESTED), MEMBER, level=Level.STRUCTURE) == (
        "reason_for_level",
    )


def test_classifying_from_dialogue_is_for_federations_without_a_group() -> None:
    alone = in_state("dialogue", **ATTESTED)
    assert lacks("classify", alone, LEADER, level=Level.STRUCTURE, reason="x") == ()
    assert lacks("classify", replace(alone, has_group=lambda: True), LEADER, level="structure", reason="x") == (
        "no_group",
    )


def test_conclude_waits_for_replies_and_for_a_referral_that_was_decided() -> None:
    waiting = in_state("with_partners", referrals=(a_referral(),))
    assert lacks("conclude", waiting, LEADER) == ("all_answered",)
    assert lacks("conclude", in_state("decided", decision=DecisionKind.REFER), LEADER) == ("referred",)
    assert lacks("conclude", in_state("decided", decision=DecisionKind.MEASURE), LEADER) == ()


def test_unblocking_asks_for_an_attestation_after_the_block() -> None:
    early = in_state("dialogue", blocked=True, blocked_version=6, attested_at_version=5, **ATTESTED)
    assert lacks("unblock", early, LEADER, done="removed") == ("attested_after_block",)
    late = in_state("dialogue", blocked=True, blocked_version=6, attested_at_version=7, **ATTESTED)
    assert lacks("unblock", late, LEADER, done="removed") == ()
    assert lacks("unblock", in_state("dialogue", blocked=True, blocked_version=2), LEADER, done="false_alarm") == ()


def test_a_withdrawn_case_is_taken_up_only_if_its_submitter_wishes() -> None:
    withdrawn = in_state("feedback", outcome=Outcome.WITHDRAWN)
    assert lacks("resume", withdrawn, LEADER, reason="x") == ("submitter_wishes",)
    assert lacks("resume", withdrawn, LEADER, reason="x", submitter_wishes=True) == ()


@pytest.mark.parametrize(
    ("read", "today", "open_"),
    [
        (date(2026, 3, 10), date(2026, 4, 9), True),
        (date(2026, 3, 10), date(2026, 4, 10), False),
        (None, date(2027, 3, 2), True),
        (None, date(2027, 3, 3), False),
        (date(2027, 2, 20), date(2027, 3, 3), False),
    ],
)
def test_a_submitter_may_reopen_thirty_days_from_reading_and_twelve_months_at_most(
    read: date | None, today: date, open_: bool
) -> None:
    closed = replace(in_state("closed", closed=date(2026, 3, 2)), today=today, first_read=lambda: read)
    assert (lacks("reopen", closed, SUBMITTER, reason="x") == ()) is open_


def test_told_feedback_counts_from_the_day_it_was_told() -> None:
    told = in_state("closed", closed=date(2026, 3, 2), told="phone", feedback_day=date(2026, 3, 1))
    assert lacks("reopen", replace(told, today=date(2026, 3, 31)), SUBMITTER, reason="x") == ()
    assert lacks("reopen", replace(told, today=date(2026, 4, 1)), SUBMITTER, reason="x") == ("in_time_to_reopen",)


def test_measures_need_what_owner_and_day_when_measures_are_decided() -> None:
    case = in_state("classified")
    row = {"what": "Rutin", "owner": "Chefen", "due": "2026-06-01"}
    assert lacks("decide", case, MANAGER, kind="measure", reason="x") == ("measures",)
    assert lacks("decide", case, MANAGER, kind="measure", reason="x", measures=({**row, "due": ""},)) == ("measures",)
    assert lacks("decide", case, MANAGER, kind="measure", reason="x", measures=(row,)) == ()
    assert lacks("decide", case, MANAGER, kind="no_action", reason="x") == ()


def test_feedback_is_written_or_told_with_day_and_words() -> None:
    case = in_state("feedback")
    assert lacks("give_feedback", case, LEADER, told="phone", told_on=date(2026, 3, 2)) == ("told_what",)
    assert lacks("give_feedback", case, LEADER, told="phone", told_on=date(2026, 3, 2), told_what="Tack") == ()
    assert lacks("give_feedback", case, LEADER, feedback="Så här gick det.") == ()


def test_a_release_is_confirmed_by_a_second_person() -> None:
    asked = in_state("closed", release_asked_by="elsa", public_version=9)
    assert lacks("release", asked, LEADER, confirmed="9") == ("second_reader",)
    assert lacks("release", replace(asked, actor="birk"), LEADER, confirmed="9") == ()
    assert lacks("release", replace(asked, actor="birk"), LEADER, confirmed="8") == ("same_words",)
    assert lacks("release", in_state("closed"), LEADER, confirmed="0") == ("second_reader",)


def test_a_release_asks_for_what_the_submitter_said_and_for_somebody_who_stands_for_it() -> None:
    whole = {"public_text": "Två höll på.", "harmless": True, "submitter_wishes": True}
    closed = in_state("closed")
    assert lacks("release", closed, LEADER, **whole) == ()
    assert lacks("release", closed, LEADER, public_text="Två höll på.") == ("harmless", "submitter_agrees")
    assert lacks("release", replace(closed, publication=lambda: True), LEADER, **whole | {"submitter_wishes": ""}) == ()
    assert lacks("release", replace(closed, publication=lambda: False), LEADER, **whole) == ("publication",)
    edited = in_state("closed", shared_version=4, attested_version=2)
    assert lacks("release", edited, LEADER, **whole) == ("shared_text_stands",)
    assert lacks("release", in_state("closed", **ATTESTED), LEADER, **whole) == ()
    blocked = in_state("closed", shared_version=4, attested_version=2, release_asked_by="eva", public_version=9)
    assert lacks("release", blocked, LEADER, confirmed="9") == ("shared_text_stands",)


def test_a_case_about_ones_own_workplace_is_asked_about_once_more() -> None:
    own = a_case(state="dialogue", shared_version=2)
    own = replace(own, partners=(Partner.LABOUR_MARKET_UNIT,))
    case = Situation(own, today=date(2026, 3, 3))
    assert lacks("attest", case, LEADER, area_harmless=False) == ("own_workplace_ok",)
    assert lacks("attest", case, LEADER, area_harmless=True, own_workplace_ok=True) == ()
