"""What each step of a Lex Heller case changes in its head; texts are stored beside, by the version of the event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast

from lexheller.model.case import Measure, Opinion, Referral
from lexheller.model.codes import Channel, MeasureState, Outcome, Partner, ReferralState
from lexheller.processes.lex_heller_needs import ANSWERABLE, referral_of
from lexheller.processes.situation import Situation
from lexheller.workflow import Data, Subject

Sets = Mapping[str, object]


def _of(subject: Subject) -> Situation:
    return cast("Situation", subject)


def _plus(items: tuple[str, ...], item: str) -> tuple[str, ...]:
    return items if item in items else (*items, item)


def open_dialogue(subject: Subject, _data: Data) -> Sets:
    """Give the case a process leader: the one who opened it."""
    s = _of(subject)
    return {"leader": s.case.leader or s.actor}


# --- the ways to feedback ---------------------------------------------------------------------------


def _to_feedback(s: Situation, outcome: Outcome) -> dict[str, object]:
    """Come to feedback: referrals still open are taken back, a pause is over."""
    referrals = tuple(
        replace(r, state=ReferralState.TAKEN_BACK, closed=s.today) if r.state is ReferralState.OPEN else r
        for r in s.case.referrals
    )
    return {
        "outcome": outcome,
        "leader": s.case.leader or s.actor,
        "feedback_since": s.today,
        "referrals": referrals,
        "waiting": "",
        "waiting_until": None,
        "unread": False,
    }


def solve(subject: Subject, _data: Data) -> Sets:
    """Note that it was solved; the talk that solved it was a contact."""
    s = _of(subject)
    return {**_to_feedback(s, Outcome.SOLVED), "contacted": s.case.contacted or s.today}


def redirect(subject: Subject, data: Data) -> Sets:
    """Note the right channel; a sister federation is offered the case, and takes it by accepting."""
    sister = data.get("other") if data["channel"] == Channel.SISTER_FEDERATION else ""
    return {**_to_feedback(_of(subject), Outcome.REDIRECTED), "channel": data["channel"], "offered_to": sister or ""}


def set_aside(subject: Subject, data: Data) -> Sets:
    """Note why, and for a double which case goes on."""
    sets = _to_feedback(_of(subject), Outcome.SET_ASIDE)
    return {**sets, "set_aside": data["why_set_aside"], "double_of": data.get("double_of") or ""}


def withdraw(subject: Subject, _data: Data) -> Sets:
    """Take the case back; it is no longer shown to groups (`Case.shown`)."""
    s = _of(subject)
    sets = _to_feedback(s, Outcome.WITHDRAWN)
    return sets if s.actor != "submitter" else {**sets, "leader": s.case.leader}


def conclude(subject: Subject, _data: Data) -> Sets:
    """Come to feedback with every answer in; what was sent for learning stays sent."""
    s = _of(subject)
    sets = _to_feedback(s, Outcome.CONCLUDED)
    return {**sets, "referrals": s.case.referrals}


def resume(subject: Subject, _data: Data) -> Sets:
    """Take the case up again: the outcome and the feedback's clock are void, earlier versions stay in the history."""
    s = _of(subject)
    return {
        "outcome": None, "channel": None, "offered_to": "",  "set_aside": None, "double_of": "", "feedback_since": None,
        "feedback_version": 0, "feedback_day": None, "told": None, "waived": None, "helped": None, "closed": None,
        "unread": s.actor == "submitter",
    }  # fmt: skip


def give_feedback(subject: Subject, data: Data) -> Sets:
    """Close with feedback, written or told."""
    s = _of(subject)
    told = data.get("told") if not data.get("feedback") else None
    day = data.get("told_on") if told else s.today
    return {
        "feedback_version": s.version, "feedback_day": day, "told": told, "closed": s.today,
        "contacted": s.case.contacted or day, "answered_submitter": s.today, "unread": False, **_no_longer_offered(s),
    }  # fmt: skip


def waive_feedback(subject: Subject, data: Data) -> Sets:
    """Close without feedback, for a reason that is counted."""
    s = _of(subject)
    return {"waived": data["why_waived"], "closed": s.today, "unread": False, **_no_longer_offered(s)}


def _no_longer_offered(s: Situation) -> dict[str, object]:
    """End the offer to a sister federation: whoever closes the case has answered for it."""
    return {"offered_to": ""} if s.case.offered_to else {}


# --- group, level, decision -------------------------------------------------------------------------


def share(subject: Subject, data: Data) -> Sets:
    """Show the shared text to a working group."""
    s = _of(subject)
    group = str(data.get("group") or "")
    return {"groups": _plus(s.case.groups, group) if group else s.case.groups, "was_shared": True}


def classify(subject: Subject, data: Data) -> Sets:
    """Set the level that counts."""
    s = _of(subject)
    return {"level": data["level"], "level_version": s.version, "opinions": _opinions(s, data)}


def set_level(subject: Subject, data: Data) -> Sets:
    """Set a level: provisional in dialogue and for a consulted case, the one that counts afterwards."""
    s = _of(subject)
    counts = s.case.level is not None
    return {"level" if counts else "provisional_level": data["level"], "level_version": s.version}


def second_opinion(subject: Subject, data: Data) -> Sets:
    """Note somebody's own view of the level."""
    return {"opinions": _opinions(_of(subject), data, second=True)}


def _opinions(s: Situation, data: Data, *, second: bool = False) -> tuple[Opinion, ...]:
    """Keep the others', and what the same person said in the other way: for the group, or beside it."""
    kept = tuple(o for o in s.case.opinions if (o.person, o.second) != (s.actor, second))
    return (*kept, Opinion(s.actor, cast("Any", data["level"]), s.version, second))


def decide(subject: Subject, data: Data) -> Sets:
    """Note the decision; each measure is a thing of its own with owner and day."""
    s = _of(subject)
    first = max((m.id for m in s.case.measures), default=0) + 1
    rows = cast("tuple[dict[str, str], ...]", data.get("measures") or ())
    measures = tuple(
        Measure(
            id=number,
            owner=row["owner"],
            due=date.fromisoformat(row["due"]),
            version=s.version,
            joint=tuple(part.strip() for part in row.get("joint", "").split(",") if part.strip()),
        )
        for number, row in enumerate(rows, first)
    )
    return {"decision": data["kind"], "decided": s.today, "measures": (*s.case.measures, *measures)}


def reconsider(_subject: Subject, _data: Data) -> Sets:
    """Take the decision up again; referrals stay open and a consulted case's level stays provisional."""
    return {"decision": None, "decided": None}


def follow_measure(subject: Subject, data: Data) -> Sets:
    """Move one measure's state or date."""
    s = _of(subject)
    named = str(data.get("measure") or s.case.measures[0].id)
    state = cast("MeasureState | None", data.get("measure_state"))
    due = cast("date | None", data.get("due"))
    return {
        "measures": tuple(
            replace(m, state=state or m.state, due=due or m.due) if str(m.id) == named else m for m in s.case.measures
        )
    }


# --- referrals --------------------------------------------------------------------------------------


def refer(subject: Subject, data: Data) -> Sets:
    """Add the referrals that the service has worked out from rules, or that were chosen by hand."""
    s = _of(subject)
    new = cast("tuple[Referral, ...]", data["referrals"])
    first = max((r.id for r in s.case.referrals), default=0) + 1
    numbered = tuple(replace(r, id=number, version=s.version) for number, r in enumerate(new, first))
    return {"referrals": (*s.case.referrals, *numbered), "was_shared": True}


def _with_referral(s: Situation, data: Data, states: tuple[ReferralState, ...], **changes: Any) -> dict[str, object]:  # noqa: ANN401  # attributes of a referral
    found = cast("Referral", referral_of(s, data, states))
    return {"referrals": tuple(replace(r, **changes) if r.id == found.id else r for r in s.case.referrals)}


def answer(subject: Subject, data: Data) -> Sets:
    """Close a referral with its answer."""
    s = _of(subject)
    waits = cast("Partner | None", data.get("waits_for"))
    return _with_referral(
        s, data, ANSWERABLE, state=ReferralState.ANSWERED, closed=s.today, version=s.version, waits_for=waits
    )


def not_ours(subject: Subject, data: Data) -> Sets:
    """Close a referral as somebody else's, or nobody's."""
    s = _of(subject)
    whose = None if data["whose"] == "nobody" else Partner(str(data["whose"]))
    return _with_referral(
        s, data, ANSWERABLE, state=ReferralState.NOT_OURS, closed=s.today, version=s.version, whose=whose
    )


def more_time(subject: Subject, data: Data) -> Sets:
    """Move a referral's day."""
    s = _of(subject)
    found = cast("Referral", referral_of(s, data, (ReferralState.OPEN,)))
    waits = cast("Partner | None", data.get("waits_for")) or found.waits_for
    return _with_referral(s, data, (ReferralState.OPEN,), due=data["until"], waits_for=waits)


def ask(subject: Subject, data: Data) -> Sets:
    """Note that a recipient has a question: the process leader's move until that recipient is answered."""
    return _with_referral(_of(subject), data, (ReferralState.OPEN,), asked=True)


def give_up(subject: Subject, data: Data) -> Sets:
    """Stop waiting for a referral."""
    s = _of(subject)
    return _with_referral(s, data, (ReferralState.OPEN,), state=ReferralState.GIVEN_UP, closed=s.today)


# --- texts, attestation, blocking -------------------------------------------------------------------


def retell(subject: Subject, data: Data) -> Sets:
    """Give the case a new shared text: whatever was attested before is void."""
    s = _of(subject)
    sets: dict[str, object] = {
        "shared_version": s.version, "leader": s.case.leader or s.actor, "attest_asked_by": "",
    }  # fmt: skip
    if data.get("title"):
        sets["title_version"] = s.version
    return sets


def attest(subject: Subject, data: Data) -> Sets:
    """Let a named person stand for exactly this shared text; where a second one must agree, it waits for that."""
    s = _of(subject)
    shown = {"area_shown": bool(data["area_harmless"])}
    if data.get("second_person"):
        return {**shown, "attested_version": 0, "attest_asked_by": s.via or s.actor}
    return {**shown, **_attested(s, s.via or s.actor)}


def confirm_override(subject: Subject, _data: Data) -> Sets:
    """Agree, as the second person, with what the first has let stand: now the text is attested, by the first."""
    s = _of(subject)
    return _attested(s, s.case.attest_asked_by)


def _attested(s: Situation, person: str) -> dict[str, object]:
    return {
        "attested_version": s.case.shared_version, "attested_by": person, "attested_at_version": s.version,
        "attest_asked_by": "",
    }  # fmt: skip


def block(subject: Subject, _data: Data) -> Sets:
    """Hide the case from everybody but its process leader and registrar, at once."""
    return {"blocked": True, "blocked_version": _of(subject).version}


def dispose_text(_subject: Subject, data: Data) -> Sets:
    """Void what was attested of a text that lost words; texts change beside, the event names their digests."""
    shared = {"attested_version": 0, "attest_asked_by": ""} if data.get("shared_touched") else {}
    public = {"released_version": 0, "release_asked_by": "", "public_version": 0} if data.get("public_touched") else {}
    return {**shared, **public}


def unblock(_subject: Subject, _data: Data) -> Sets:
    """Show it again."""
    return {"blocked": False}


def release(subject: Subject, data: Data) -> Sets:
    """Stand for exactly this public text, or confirm it as a second person; another text voids both."""
    s = _of(subject)
    if data.get("public_text"):
        return {"release_asked_by": s.via or s.actor, "released_version": 0, "public_version": s.version}
    return {"released_version": s.version}


# --- pauses, talk, sorting --------------------------------------------------------------------------


def wait(subject: Subject, data: Data) -> Sets:
    """Wait for the submitter's answer until a day, then go on without; the question is a contact."""
    s = _of(subject)
    return {
        "waiting": "wait", "waiting_until": data["until"], "unread": False, "leader": s.case.leader or s.actor,
        "contacted": s.case.contacted or s.today, "answered_submitter": s.today,
    }  # fmt: skip


def rest(_subject: Subject, data: Data) -> Sets:
    """Let the case rest until a day."""
    return {"waiting": "rest", "waiting_until": data["until"]}


def wake(_subject: Subject, _data: Data) -> Sets:
    """Go on."""
    return {"waiting": "", "waiting_until": None}


def say(subject: Subject, data: Data) -> Sets:
    """Note a message: from the submitter it is the process leader's move, and ends a wait.

    Submitter and partners are answered apart: what is said to one leaves what the other waits for.
    """
    s = _of(subject)
    if s.actor == "submitter":
        woken = {"waiting": "", "waiting_until": None} if s.case.waiting == "wait" else {}
        return {"unread": True, **woken}
    if data.get("referral"):
        return _with_referral(s, data, tuple(ReferralState), asked=False)
    return {
        "unread": False, "contacted": s.case.contacted or s.today, "answered_submitter": s.today,
        "leader": s.case.leader or s.actor,
    }  # fmt: skip


def note_talk(subject: Subject, data: Data) -> Sets:
    """Note a talk; one in which nobody was reached is no contact."""
    s = _of(subject)
    leader = {"leader": s.case.leader or s.actor}
    if data["outcome"] == "no_contact":
        return leader
    day = data["talked_on"]
    return {**leader, "contacted": s.case.contacted or day, "answered_submitter": day, "unread": False}


def label(_subject: Subject, data: Data) -> Sets:
    """Sort a case; the choices of the received document stay as they were made (`Case.submitted`)."""
    keys = ("themes", "partners", "target_group", "severity")
    return {key: data[key] for key in keys if data.get(key)}


def tie_pattern(subject: Subject, data: Data) -> Sets:
    """Tie the case to a pattern."""
    s = _of(subject)
    return {"patterns": _plus(s.case.patterns, str(data["pattern"])), "not_tied": False}


def not_tied(subject: Subject, data: Data) -> Sets:
    """Say why it belongs to no pattern, or take it out of one."""
    s = _of(subject)
    named = str(data.get("pattern") or "")
    left = tuple(p for p in s.case.patterns if p != named) if named else ()
    return {"patterns": left, "not_tied": not left}


def merge(subject: Subject, data: Data) -> Sets:
    """Let this case go on for the others, which are set aside as its doubles."""
    s = _of(subject)
    return {"doubles": tuple(dict.fromkeys((*s.case.doubles, *cast("tuple[str, ...]", data["others"]))))}


def same_event(subject: Subject, data: Data) -> Sets:
    """Mark that another case tells of the same event; both carry the lower number of the two as the event's name."""
    s = _of(subject)
    return {"same_event": str(data.get("event") or min(s.case.number, str(data["other"])))}


def hand_over(_subject: Subject, data: Data) -> Sets:
    """Give the case to another process leader, or to a stand-in until a day."""
    if data.get("until"):
        return {"stand_in": data["person"], "stand_in_until": data["until"]}
    return {"leader": data["person"], "stand_in": "", "stand_in_until": None}


def erase_contact(_subject: Subject, _data: Data) -> Sets:
    """Note that the contact's key is destroyed."""
    return {"contact": False}


def helped(_subject: Subject, data: Data) -> Sets:
    """Note whether it helped."""
    return {"helped": data["helped"]}


def void(_subject: Subject, _data: Data) -> Sets:
    """Undo an import: the case counts nowhere, its number is not used again."""
    return {"void": True}
