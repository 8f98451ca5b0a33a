"""What some steps need looked up before, or done beside, the one entry they write.

Names become keys, rules become referrals, an attestation meets its findings; afterwards a contact is erased, a code
renewed, words taken out. Everything happens in the step's own transaction.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import cast

from lexheller.deadlines import due
from lexheller.errors import BadValue, NotFound, NotPossible, UnknownName
from lexheller.model.case import Case, Referral
from lexheller.model.claim_code import format_code
from lexheller.model.codes import Channel, DecisionKind, Purpose, ReferralState, Role
from lexheller.model.event import Text
from lexheller.model.fields import Field, Kind, read
from lexheller.model.people import Recipient, Viewer
from lexheller.model.visibility import Sight, knows_pattern, sight
from lexheller.processes.lex_heller_needs import ABOUT_A_REFERRAL, referral_of
from lexheller.processes.situation import Situation
from lexheller.routing.book import propose
from lexheller.routing.facts import facts_of
from lexheller.services import attesting, beside, crowds, disposing, links, more_time
from lexheller.services.office import Office
from lexheller.services.ports import UnitOfWork
from lexheller.services.submissions import seal_context

Values = Mapping[str, object]
RECEIVED_FIELDS = ("what_happened", "consequence", "tried", "proposal")
_YEARS_AHEAD = 25
EARLIEST = date(2000, 1, 1)
"""No day is older; what says so is mistyped."""


def prepare(
    uow: UnitOfWork, office: Office, case: Case, step: str, values: Values, viewer: Viewer | None
) -> dict[str, object]:
    """Look up what the values name.

    Raises:
        UnknownName, NotFound, BadValue: something named is not there, or not the actor's.
        NotPossible: two of them cannot be together.
    """
    found = dict(values)
    found |= _named(uow, office, case, step, values, viewer)
    _check(uow, case, step, values)
    if step in {"refer", "consult"}:
        found["referrals"] = _referrals(uow, office, case, values)
    if step == "attest" and case.shared_version:
        rows = cast("attesting.Rows", values.get("overrides") or ())
        found |= attesting.attested(uow, office, case, rows)
        if viewer is not None:
            found |= _crowd(uow, office, case, viewer, area_shown=bool(values.get("area_harmless")))
    if step == "confirm_override" and case.attest_asked_by:
        found |= attesting.confirmed(uow, office, case)
    if step == "retell" and values.get("as_received"):
        found["shared_text"] = received_text(uow, case)
    if step == "renew_code":
        code = format_code(office.keys.claim_bits(case.federation, secrets.token_urlsafe(18), case.head))
        found |= {"new_code": code, "code_digest": beside.of_code(office.keys.lookup_hash(code))}
    if step == "dispose_text" and "words" in values:
        found |= disposing.disposed(uow, office, case, str(values["words"]))
    if step == "same_event" and "other" in found:
        named = cast("Case", uow.cases.find(str(found["other"])))
        found["event"] = min(filter(None, (case.same_event, named.same_event, case.number, named.number)))
    return found


def _check(uow: UnitOfWork, case: Case, step: str, values: Values) -> None:
    if step == "hand_over" and "person" in values:
        _check_person(uow, case, str(values["person"]))
    if step == "release" and "public_text" in values:
        _check_rewritten(uow, case, str(values["public_text"]))
    if step == "decide" and values.get("kind") == DecisionKind.NO_ACTION and values.get("measures"):
        raise NotPossible(why="measures_of_no_action")  # they would run, and the decision say that nothing does


def _named(
    uow: UnitOfWork, office: Office, case: Case, step: str, values: Values, viewer: Viewer | None
) -> dict[str, object]:
    found: dict[str, object] = {}
    office.check_lists(values, case.themes)
    _check_days(office, {key: value for key, value in values.items() if (step, key) not in _OWN_DAYS})
    if "group" in values:
        found["group"] = _group(uow, case, str(values["group"]))
    if "pattern" in values:
        found["pattern"] = _pattern(uow, viewer, str(values["pattern"]))
    for key in ("double_of", "other"):
        if key in values and step in {"set_aside", "same_event"}:
            found[key] = _other(uow, case, str(values[key]), viewer)
    if step == "redirect" and values.get("channel") == Channel.SISTER_FEDERATION and "other" in values:
        found["other"] = _sister(uow, case, str(values["other"]))
    elif step == "redirect" and "other" in values:
        raise BadValue(field="other", allowed=(f"channel={Channel.SISTER_FEDERATION}",))
    if step == "merge":
        others = cast("tuple[str, ...]", values.get("others", ()))
        found["others"] = tuple(_other(uow, case, name, viewer) for name in others)
    return found


_DAYS = frozenset({"told_on", "talked_on", "until", "due", "measures"})
"""Fields with days in them: most steps have none, and nothing to check."""
_OWN_DAYS = frozenset({("more_time", "until")})
"""Days that are held to more than these: what is said of them names every day that they may be."""


def _check_days(office: Office, values: Values) -> None:
    """Refuse a talk that is still to come, a day ahead that has already been, and days of another age."""
    if values.keys().isdisjoint(_DAYS):
        return
    today = office.today()
    for field in ("told_on", "talked_on"):
        if cast("date", values.get(field, today)) > today:
            raise BadValue(field=field, allowed=(f"<= {today}",))
    rows = cast("tuple[dict[str, str], ...]", values.get("measures") or ())
    due_days = [read(Field("measures", Kind.DATE), row["due"]) for row in rows if row.get("due")]
    ahead = [(key, values[key]) for key in ("until", "due") if key in values]
    for field, day in (*ahead, *(("measures", day) for day in due_days)):
        if cast("date", day) < today:
            raise BadValue(field=field, allowed=(f">= {today}",))
    named = [(key, values[key]) for key in ("told_on", "talked_on", "until", "due") if key in values]
    last = date(today.year + _YEARS_AHEAD, 12, 31)
    for field, day in (*named, *(("measures", day) for day in due_days)):
        if not EARLIEST <= cast("date", day) <= last:
            raise BadValue(field=field, allowed=(f"{EARLIEST} – {last}",))


def _check_rewritten(uow: UnitOfWork, case: Case, public: str) -> None:
    """Refuse for the library what was written for another reader: what came in, and what partners were shown."""
    before = [text.text for text in uow.cases.texts(case.federation, case.id) if text.field != "public_text"]
    if " ".join(public.split()) in {" ".join(text.split()) for text in (*before, received_text(uow, case))}:
        raise NotPossible(why="not_rewritten")


def texts_beside(prepared: Values, values: Values) -> dict[str, str]:
    """Give texts that the step stores though nobody typed them: the received text, shared as it stands."""
    if prepared.get("as_received") and "shared_text" not in values:
        return {"shared_text": str(prepared["shared_text"])}
    return {}


def fields_beside(prepared: Values) -> dict[str, object]:
    """Give what was worked out and belongs in the history though nobody typed it."""
    found: dict[str, object] = {}
    for key in ("overridden", "gate", "alike"):
        if key in prepared:
            found[key] = prepared[key]
    if "new_code" in prepared:
        found[beside.KEY] = {beside.CODE: prepared["code_digest"]}
    if "disposed" in prepared:
        found["disposed"] = prepared["disposed"]
    return found


def referral_meant(now: Situation, step: str, prepared: Values) -> dict[str, object]:
    """Give the id of the referral that a step is about, however it was named, and where it was not named at all."""
    to_a_partner = step == "say" and prepared.get("referral")
    states = tuple(ReferralState) if to_a_partner else ABOUT_A_REFERRAL.get(step)
    found = referral_of(now, prepared, states) if states else None
    return {"referral": str(found.id)} if found else {}


def check_more_time(now: Situation, prepared: Values) -> None:
    """Hold a partner's new day to what it may be, once the process has found which referral is meant.

    Raises:
        BadValue: the day gives no more time, or far too much.
    """
    found = cast("Referral", referral_of(now, prepared, ABOUT_A_REFERRAL["more_time"]))
    more_time.check(found, now.today, cast("date", prepared["until"]))


def received_text(uow: UnitOfWork, case: Case) -> str:
    """Put the received text together as one: what happened, what it led to, what was tried, the idea."""
    texts = {text.field: text.text for text in uow.cases.texts(case.federation, case.id) if text.version == 1}
    return "\n\n".join(texts[field] for field in RECEIVED_FIELDS if field in texts)


def _group(uow: UnitOfWork, case: Case, name: str) -> str:
    mine = [group for group in uow.people.groups() if case.federation in group.members]
    for group in mine:
        if name in {group.key, group.id}:
            return group.key
    raise UnknownName(what="group", name=name, known=tuple(group.key for group in mine))


def _pattern(uow: UnitOfWork, viewer: Viewer | None, name: str) -> str:
    groups = uow.people.groups()
    known = [p for p in uow.people.patterns() if viewer is not None and knows_pattern(viewer, p, groups)]
    for pattern in known:
        if name in {pattern.key, pattern.id}:
            return pattern.key
    raise UnknownName(what="pattern", name=name, known=tuple(pattern.key for pattern in known))


def _sister(uow: UnitOfWork, case: Case, name: str) -> str:
    sisters = tuple(f.id for f in uow.people.federations() if f.id != case.federation)
    if name not in sisters:
        raise UnknownName(what="federation", name=name, known=sisters)
    return name


def _other(uow: UnitOfWork, case: Case, number: str, viewer: Viewer | None) -> str:
    other = uow.cases.find(number)
    if other is None or viewer is None or sight(viewer, other) is Sight.NOTHING:
        raise NotFound(what="case", name=number)
    if other.id == case.id:
        raise NotPossible(why="same_case")
    return other.number


def _crowd(uow: UnitOfWork, office: Office, case: Case, viewer: Viewer, *, area_shown: bool) -> dict[str, object]:
    """Count the cases like this one; where there are too few, the history names how many and how few is too few."""
    found = crowds.crowd(uow, case, viewer, area_shown=area_shown) if office.few_alike else None
    if found is None or not crowds.too_few(office, found):
        return {}
    return {"few_alike": True, "alike": {"count": found.count, "wanted": office.few_alike}}


def _check_person(uow: UnitOfWork, case: Case, name: str) -> None:
    fitting = [p.id for p in uow.people.persons(case.federation) if p.active and Role.PROCESS_LEADER in p.roles]
    if name not in fitting:
        raise UnknownName(what="person", name=name, known=tuple(fitting))


# --- referrals --------------------------------------------------------------------------------------


def _referrals(uow: UnitOfWork, office: Office, case: Case, values: Values) -> tuple[Referral, ...]:
    """Work out the referrals: what the rules propose, or those named, by hand with a reason."""
    recipients = tuple(r for r in uow.people.recipients(case.federation) if r.active)
    proposed = propose(office.book(), facts_of(case), recipients)
    proposals = {p.recipient.id: p for p in proposed if p.recipient is not None}
    wanted = cast("tuple[str, ...]", values.get("to") or tuple(proposals))
    known = {recipient.id: recipient for recipient in recipients} | {r.key: r for r in recipients}
    held = {r.recipient for r in case.referrals if r.state is ReferralState.OPEN}
    found = []
    for name in wanted:
        recipient = known.get(name)
        if recipient is None:
            raise UnknownName(what="recipient", name=name, known=tuple(r.id for r in recipients))
        if recipient.key in held:
            continue
        proposal = proposals.get(recipient.id)
        if proposal is None:
            if not values.get("reason"):
                raise NotPossible(why="by_hand_needs_reason")
            found.append(_referral(office, recipient, Purpose(str(values.get("purpose") or Purpose.REPLY))))
            continue
        purpose = Purpose(str(values.get("purpose") or proposal.purpose))
        chosen = _referral(office, recipient, purpose)
        found.append(replace(chosen, rule=proposal.rule, rule_version=proposal.version, facts=proposal.facts))
    return tuple(found)


def _referral(office: Office, recipient: Recipient, purpose: Purpose) -> Referral:
    today = office.today()
    asked = due(today, office.promises.answer, office.calendar) if purpose is Purpose.REPLY else None
    return Referral(id=0, recipient=recipient.key, partner=recipient.kind, purpose=purpose, sent=today, due=asked)


# --- what a step does beside its entry --------------------------------------------------------------


def follow_up(uow: UnitOfWork, office: Office, old: Case, new: Case, step: str, prepared: Values) -> dict[str, object]:
    """Do what goes with a step in the same transaction, and give what it gives."""
    for text in cast("tuple[Text, ...]", prepared.get("replaced", ())):
        uow.cases.replace_text(old.federation, old.id, text)
    if step == "erase_contact":
        uow.contacts.erase(old.federation, old.id)
    if step == "block":
        links.stop(uow, office, new)
    if step == "more_time":
        links.lengthen(uow, office, new)
    if step == "unblock":
        return {"links": links.renew(uow, office, new, new.leader)}
    if step == "reveal_contact":
        return {"contact": contact_of(uow, office, old)}
    if step == "attest" and prepared.get("second_person"):
        return {"waits_for": attesting.second_person(uow, new)}
    if step == "renew_code":
        return {"claim_code": _renewed(uow, office, new, str(prepared["new_code"]))}
    return {}


def contact_of(uow: UnitOfWork, office: Office, case: Case) -> str:
    """Open the sealed contact; the caller has written down who asked and why."""
    sealed = uow.contacts.get(case.federation, case.id)
    if sealed is None:
        raise NotFound(what="contact", name=case.number)
    return office.keys.open(sealed, seal_context(case)).decode()


def _renewed(uow: UnitOfWork, office: Office, case: Case, code: str) -> str:
    receipt = uow.codes.receipt_of(case.federation, case.id)
    if receipt is not None:
        uow.codes.keep_receipt(replace(receipt, renewed=True))
    uow.codes.drop(case.federation, case.id)
    uow.codes.put(office.keys.lookup_hash(code), case.federation, case.id)
    return code
