"""What the steps of a Lex Heller case need that is not simply a field: facts about the case, and fields that depend."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import cast

from lexheller.model.case import Referral
from lexheller.model.codes import Channel, DecisionKind, Outcome, ReferralState, SetAsideReason
from lexheller.processes.situation import Situation
from lexheller.workflow import Data, Need

Rule = Callable[[Situation, Data], object]


def _fact(name: str, rule: Rule) -> Need:
    return Need(name, lambda subject, data: rule(cast("Situation", subject), data))


def _depends(name: str, field: str, rule: Rule) -> Need:
    """Need a field only in some situations."""
    return Need(name, lambda subject, data: rule(cast("Situation", subject), data), field)


def referral_of(situation: Situation, data: Data, states: tuple[ReferralState, ...]) -> Referral | None:
    """Find the referral that an answer is about: the one named, or the only one there is; for a partner, its own."""
    mine = situation.answers_for
    fitting = [r for r in situation.case.referrals if r.state in states and (mine is None or r.recipient in mine)]
    named = str(data.get("referral") or "")
    if named:
        return next((r for r in fitting if named in {str(r.id), r.recipient, r.recipient.partition("/")[2]}), None)
    return fitting[0] if len(fitting) == 1 else None


ANSWERABLE = (ReferralState.OPEN, ReferralState.GIVEN_UP)
"""A late answer is taken too, also when it had been given up."""


_OPEN = (ReferralState.OPEN,)
ABOUT_A_REFERRAL = {
    "answer": ANSWERABLE, "not_ours": ANSWERABLE, "more_time": _OPEN, "ask": _OPEN, "give_up": _OPEN,
}  # fmt: skip
"""Steps about one referral, and the states in which it can be meant."""


def _reason_for_level(s: Situation, data: Data) -> bool:
    same = s.case.provisional_level is not None and data.get("level") == s.case.provisional_level
    return same or "level" not in data or bool(data.get("reason"))


def _double_named(_s: Situation, data: Data) -> bool:
    return data.get("why_set_aside") != SetAsideReason.DOUBLE or bool(data.get("double_of"))


def months_after(day: date, months: int) -> date:
    """Give the same day some months later, or the last of that month where it has fewer days."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _in_time_to_reopen(s: Situation, _data: Data) -> bool:
    if s.case.closed is None or s.case.outcome is Outcome.WITHDRAWN:
        # A withdrawn case is opened again only when its submitter wishes it, and here the submitter does.
        return s.case.closed is not None
    if s.today > months_after(s.case.closed, s.reopen_months):
        return False
    seen = s.case.feedback_day if s.case.told else s.first_read()
    return seen is None or s.today <= seen + timedelta(days=s.reopen_days)


def _measure(s: Situation, data: Data) -> bool:
    named = str(data.get("measure") or "")
    return any(named == str(m.id) for m in s.case.measures) or (not named and len(s.case.measures) == 1)


MEASURE_PARTS = ("what", "owner", "due")
"""What every measure has; whom it is done together with may be left out."""


def _measures(_s: Situation, data: Data) -> bool:
    rows = cast("tuple[dict[str, str], ...]", data.get("measures") or ())
    whole = all(row.get(part) for row in rows for part in MEASURE_PARTS)
    return whole and (bool(rows) or data.get("kind") not in {None, DecisionKind.MEASURE})


_HOW_TOLD = ("told", "told_on", "told_what")


def _told(field: str) -> Need:
    """Need each part of what was told once any of them is given: half of it is not dropped in silence."""
    return _depends(field, field, lambda _s, data: data.get(field) or not any(data.get(part) for part in _HOW_TOLD))


def _a_group(s: Situation, data: Data) -> bool:
    return bool(s.case.groups or data.get("group"))


def _attested_after_block(s: Situation, _data: Data) -> bool:
    return s.case.shared_version == 0 or (s.case.attested and s.case.attested_at_version > s.case.blocked_version)


def _nothing_since_import(s: Situation, _data: Data) -> bool:
    return bool(s.case.imported) and not s.case.void and s.case.version == s.case.imported_version


def _sent(s: Situation, _data: Data) -> bool:
    mine = s.answers_for
    return any(
        r.state is not ReferralState.TAKEN_BACK and (mine is None or r.recipient in mine) for r in s.case.referrals
    )


def _unanswered(s: Situation, _data: Data) -> bool:
    """Tell whether anything sent can still be answered; where nothing was sent at all, that is said instead."""
    mine = s.answers_for
    some = any(r.state in ANSWERABLE and (mine is None or r.recipient in mine) for r in s.case.referrals)
    return some or not _sent(s, {})


def _about(states: tuple[ReferralState, ...]) -> Rule:
    """Find which referral is meant; where none can be answered any longer, asking which one would mislead."""
    return lambda s, data: (_sent(s, {}) and not _unanswered(s, {})) or referral_of(s, data, states)


def _is_another(s: Situation, than: str) -> bool:
    """Tell whether it is somebody else who takes the step: an administrator who acts as another is still one person."""
    return than not in {s.actor, s.via or s.actor}


def _confirms(data: Data) -> bool:
    """Tell whether a release is agreed to; whoever hands in a text asks for it anew, and nothing is agreed to yet."""
    return bool(data.get("confirmed")) and not data.get("public_text")


def _findings_resolved(s: Situation, data: Data) -> bool:
    """Hold to what the step has counted; where it is only asked what lacks, count."""
    return not (data["findings_left"] if "findings_left" in data else s.findings_left())


def _enough_alike(s: Situation, data: Data) -> bool:
    few = data.get("few_alike") if "area_harmless" in data else s.few_alike()
    return not few or bool(data.get("few_alike_ok"))


class Needs:
    """Name the needs that are more than one field."""

    ATTESTED = _fact("attested", lambda s, _d: s.case.attested)
    PROVISIONAL_LEVEL = _fact("provisional_level", lambda s, _d: s.case.provisional_level or s.case.level)
    PARTNERS = _fact("partners", lambda s, _d: s.case.partners)
    NO_GROUP = _fact("no_group", lambda s, _d: not s.has_group())
    HAS_GROUP = _fact("has_group", lambda s, _d: s.has_group())
    BLOCKED = _fact("blocked", lambda s, _d: s.case.blocked)
    SENT = _fact("sent", _sent)
    PAUSED = _fact("paused", lambda s, _d: s.case.waiting)
    ALL_ANSWERED = _fact("all_answered", lambda s, _d: not s.case.awaited())
    REFERRED_IF_DECIDED = _fact(
        "referred", lambda s, _d: s.case.decision is not DecisionKind.REFER or bool(s.case.referrals)
    )
    ATTESTED_AFTER_BLOCK = _fact("attested_after_block", _attested_after_block)
    HAS_SHARED_TEXT = _fact("shared_text", lambda s, _d: s.case.shared_version)
    CONTACT_ON_FILE = _fact("contact_on_file", lambda s, _d: s.case.contact)
    DISPOSAL_DECISION = _fact("disposal_decision", lambda s, _d: s.disposal_decision)
    NOTHING_SINCE_IMPORT = _fact("nothing_since_import", _nothing_since_import)
    IN_TIME_TO_REOPEN = _fact("in_time_to_reopen", _in_time_to_reopen)

    REFERRALS = _depends("referrals", "to", lambda _s, d: d.get("referrals"))
    REASON_FOR_LEVEL = _depends("reason_for_level", "reason", _reason_for_level)
    DOUBLE_NAMED = _depends("double_of", "double_of", _double_named)
    SISTER = _depends("sister", "other", lambda _s, d: d.get("channel") != Channel.SISTER_FEDERATION or d.get("other"))
    SISTER_MAY_READ = _fact("attested", lambda s, d: d.get("channel") != Channel.SISTER_FEDERATION or s.case.attested)
    MEASURES = _depends("measures", "measures", _measures)
    FEEDBACK = _depends(
        "feedback", "feedback", lambda _s, d: d.get("feedback") or any(d.get(part) for part in _HOW_TOLD)
    )
    TOLD = _told("told")
    TOLD_ON = _told("told_on")
    TOLD_WHAT = _told("told_what")
    A_GROUP = _depends("group", "group", _a_group)
    SUBMITTERS_WISH = _depends(
        "submitter_wishes",
        "submitter_wishes",
        lambda s, d: s.case.outcome is not Outcome.WITHDRAWN or d.get("submitter_wishes"),
    )
    A_SHARED_TEXT = _depends("shared_text", "shared_text", lambda _s, d: d.get("shared_text") or d.get("as_received"))
    OWN_WORKPLACE_SEEN = _depends(
        "own_workplace_ok", "own_workplace_ok", lambda s, d: not s.case.own_workplace or d.get("own_workplace_ok")
    )
    FINDINGS_RESOLVED = _depends("findings", "overrides", _findings_resolved)
    ENOUGH_ALIKE = _depends("few_alike", "few_alike_ok", _enough_alike)
    OVERRIDE_WAITS = _fact("override_waits", lambda s, _d: s.case.attest_asked_by)
    OVERRIDE_WAITS_FOR_MANAGER = _fact(
        "override_waits_for_manager", lambda s, _d: bool(s.case.attest_asked_by) and s.works_alone()
    )
    SECOND_PERSON = _fact("second_person", lambda s, _d: _is_another(s, s.case.attest_asked_by))
    OVERRIDES_STAND = _fact("overrides_stand", lambda _s, d: not d.get("findings_left"))
    UNANSWERED = _fact("unanswered", _unanswered)
    A_REFERRAL = _depends("referral", "referral", _about(ANSWERABLE))
    AN_OPEN_REFERRAL = _depends("referral", "referral", _about((ReferralState.OPEN,)))
    THE_ASKER = _depends(
        "referral", "referral", lambda s, d: not d.get("referral") or referral_of(s, d, tuple(ReferralState))
    )
    A_MEASURE = _depends("measure", "measure", _measure)
    A_CHANGE = _depends("measure_state", "measure_state", lambda _s, d: d.get("measure_state") or d.get("due"))
    PUBLICATION = _fact("publication", lambda s, _d: s.publication() is not False)
    SHARED_TEXT_STANDS = _fact("shared_text_stands", lambda s, _d: not s.case.shared_version or s.case.attested)
    A_PUBLIC_TEXT = _depends("public_text", "public_text", lambda _s, d: d.get("public_text") or d.get("confirmed"))
    NOBODY_RECOGNISED = _depends("harmless", "harmless", lambda _s, d: _confirms(d) or d.get("harmless"))
    SUBMITTER_AGREES = _depends(
        "submitter_agrees",
        "submitter_wishes",
        lambda s, d: _confirms(d) or s.publication() is not None or d.get("submitter_wishes"),
    )
    SECOND_READER = _depends(
        "second_reader",
        "confirmed",
        lambda s, d: not _confirms(d) or (s.case.release_asked_by and _is_another(s, s.case.release_asked_by)),
    )
    SAME_WORDS = _depends(
        "same_words", "confirmed", lambda s, d: not _confirms(d) or str(d["confirmed"]) == str(s.case.public_version)
    )
    SOMETHING_TO_LABEL = _depends(
        "themes", "themes", lambda _s, d: any(d.get(k) for k in ("themes", "partners", "target_group", "severity"))
    )


FACTS = tuple(need for need in vars(Needs).values() if isinstance(need, Need) and not need.field)
