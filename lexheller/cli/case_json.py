"""What does JSON hold of a case beside the promised keys? As much as its reader may see; the rest is null or empty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from lexheller.model.codes import Role
from lexheller.model.visibility import Sight

if TYPE_CHECKING:
    from lexheller.services.attesting import Left
    from lexheller.services.following import Said
    from lexheller.services.reading import CaseView

Thing = dict[str, object]


def facts_json(view: CaseView) -> Thing:
    """Give what is known of a case beside its texts."""
    case, whole, within = view.case, view.sight >= Sight.HEAD, view.within
    return {
        "about": _about(view, whole=whole) if within else None,
        "decision": _decision(view) if within else None,
        "solution": view.solution or None,
        "measures": _measures(view),
        "referrals": _referrals(view, whole=whole) if whole or not within else [],
        "opinions": [
            {"by": o.person, "level": o.level, "version": o.version, "second": o.second} for o in case.opinions
        ],
        "ties": [
            {"version": t.version, "tied": t.tied, "pattern": t.pattern or None, "by": t.actor, "reason": t.reason}
            for t in view.ties
        ],
        "reasons": {str(version): reason for version, reason in view.reasons.items()},
        "exchange": said_json(view.exchange, "from_us"),
        "findings": [_finding(one) for one in view.findings],
    }


def said_json(messages: Iterable[Said], own: str) -> list[Mapping[str, object]]:
    """Give messages; `own` is the key that tells whose they are."""
    return [{"at": said.at, own: said.own, "text": said.text} for said in messages]


def messages_json(messages: Iterable[Said]) -> list[Thing]:
    """Give the dialogue: who says it to whom, by role, and which partner it is where it is one."""
    return [
        {
            "at": said.at,
            "from_submitter": said.own,
            "from": "partner" if said.recipient and said.kind == "ask" else said.role,
            "to": _to(said),
            "recipient": said.recipient or None,
            "text": said.text,
        }
        for said in messages
    ]


def _to(said: Said) -> str:
    if said.role is not Role.PROCESS_LEADER or said.kind == "ask":
        return Role.PROCESS_LEADER
    return Role.PARTNER if said.recipient else Role.SUBMITTER


def _finding(one: Left) -> Thing:
    return {
        "finding": one.place,
        "hash": one.hash,
        "field": one.field,
        "start": one.finding.start,
        "end": one.finding.end,
        "type": one.finding.type,
        "strength": one.finding.strength,
        "rule": one.finding.rule,
        "second_person": one.second,
        "reason": one.reason or None,
    }


def _about(view: CaseView, *, whole: bool) -> Thing:
    case = view.case
    told: Thing = {
        "submitter_org": case.submitted.submitter_org,
        "area": case.submitted.area or None,
        "target_group": case.target_group or None,
    }
    if not whole:
        return told
    return told | {
        "when": case.submitted.when or None,
        "recurring": case.submitted.recurring,
        "agreement": case.submitted.agreement,
        "solved": case.submitted.solved,
        "publication": view.publication,
        "other_channel": case.submitted.other_channel,
        "contact": case.contact,
        "source": case.source,
        "groups": list(case.groups),
    }


def _decision(view: CaseView) -> Thing | None:
    if view.case.decision is None:
        return None
    return {"kind": view.case.decision, "on": view.case.decided, "reason": view.decision_reason or None}


def _measures(view: CaseView) -> list[Thing]:
    return [
        {
            "measure": m.id,
            "what": view.measures.get(m.id) or None,
            "owner": m.owner,
            "due": m.due,
            "state": m.state,
            "joint": list(m.joint),
        }
        for m in view.case.measures
    ]


def _referrals(view: CaseView, *, whole: bool) -> list[Thing]:
    """Give the referrals; partners are told of their own what it is for and by when, not which rule chose them."""
    found: list[Thing] = []
    for r in view.case.referrals:
        told: Thing = {
            "referral": r.id,
            "recipient": r.recipient,
            "name": view.names.get(r.recipient, r.recipient),
            "purpose": r.purpose,
            "due": r.due,
            "state": r.state,
        }
        beside: Thing = {
            "sent": r.sent,
            "closed": r.closed,
            "whose": r.whose or ("nobody" if r.state == "not_ours" else None),
            "waits_for": r.waits_for,
            "rule": r.rule or None,
            "rule_version": r.rule_version or None,
            "facts": list(r.facts),
        }
        found.append(told | beside if whole else told)
    return found
