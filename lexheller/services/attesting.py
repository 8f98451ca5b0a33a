"""What in the text that leaves does the gate still point at, and who has said that it may stand?

Each finding is told apart by a keyed hash of what it marks, made with a key for this very case: the history can name
what was let stand without holding a word of it. What was let stand holds as long as the text does; an edit voids it.
A personnummer whose check digit is right takes two people, and so does what may give away somebody with protected
identity.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, cast

from lexheller import anonymity
from lexheller.anonymity import Finding, Kind, Strength
from lexheller.errors import BadValue
from lexheller.model.case import Case
from lexheller.model.codes import Role
from lexheller.model.event import Event
from lexheller.processes.lex_heller_fields import OVERRIDE_REASONS
from lexheller.services import allowing, gate
from lexheller.services.office import Office
from lexheller.services.ports import UnitOfWork

Rows = Sequence[Mapping[str, str]]

_NUMBERS = frozenset({Kind.PERSONNUMMER, Kind.SAMORDNINGSNUMMER, Kind.RESERVNUMMER})
_PROTECTED = frozenset({"protected_identity", "with_whereabouts"})
_LONG_ENOUGH = 10
PRINT_SHOWN = 12
"""Signs of a hash that are shown and enough to name a finding by."""
_FEWEST_SIGNS = 8


class Left(NamedTuple):
    """One finding in what leaves; it holds no word of the text.

    Args:
        place: its number, from 1, as `overrides` names it.
        field: which text it stands in, "shared_text" or "title".
        hash: keyed hash of what it marks, the same wherever the same words stand in this case.
        second: whether a second person must agree that it stands.
        reason: why it was let stand, "" while nobody has said so of the text as it is.
    """

    place: int
    field: str
    finding: Finding
    hash: str
    second: bool
    reason: str = ""


def leaving(uow: UnitOfWork, case: Case) -> dict[str, str]:
    """Give the texts that others are shown once they are attested: the shared text, and a title given with it."""
    if not case.shared_version:
        return {}
    wanted = [("shared_text", case.shared_version)]
    if case.title_version > 1:  # the first title is the submitter's own, and stays
        wanted.append(("title", case.title_version))
    found = {field: uow.cases.text(case.federation, case.id, version, field) for field, version in wanted}
    return {field: text.text for field, text in found.items() if text is not None}


def left(uow: UnitOfWork, office: Office, case: Case, events: Iterable[Event] | None = None) -> tuple[Left, ...]:
    """List what the gate finds in what leaves, each with why it may stand, if somebody has said so."""
    texts = leaving(uow, case)
    allowed = allowing.words_of(uow, case.federation)
    found = [(field, text, finding) for field, text in texts.items() for finding in gate.check(text, allowed)]
    if not found:
        return ()
    key = finding_key(office, case)
    standing = stand(uow.cases.events(case.federation, case.id) if events is None else events)
    rows = []
    for place, (field, text, finding) in enumerate(found, 1):
        hashed = anonymity.fingerprint(finding, text, key)
        rows.append(Left(place, field, finding, hashed, needs_second(finding), standing.get(hashed, "")))
    return tuple(rows)


def finding_key(office: Office, case: Case) -> bytes:
    """Give the key by which what is found in a case is hashed."""
    return office.keys.mac("finding", case.federation, case.id)


def needs_second(finding: Finding) -> bool:
    """Tell whether one person alone may not let a finding stand."""
    right = finding.type in _NUMBERS and "check_digit_ok" in finding.evidence
    return right or (finding.strength is Strength.STOP and not _PROTECTED.isdisjoint(finding.evidence))


def stand(events: Iterable[Event]) -> dict[str, str]:
    """Give what may stand in the text as it is now, as reasons by hash: an edit voids all that was said before it."""
    agreed: dict[str, str] = {}
    asked: dict[str, str] = {}
    for event in events:
        if event.step in {"retell", "dispose_text"}:
            agreed, asked = {}, {}
        elif event.step == "attest":
            rows = overridden_in(event)
            asked = {row["finding"]: row["reason"] for row in rows if row.get("second")}
            agreed |= {row["finding"]: row["reason"] for row in rows if not row.get("second")}
        elif event.step == "confirm_override":
            agreed |= asked
    return agreed


def overridden_in(event: Event) -> list[dict[str, str]]:
    """Give what one event let stand."""
    return cast("list[dict[str, str]]", event.fields.get("overridden") or [])


def works_alone(uow: UnitOfWork, case: Case) -> bool:
    """Tell whether the federation has no other process leader than the one who attests."""
    return not any(
        person.active and Role.PROCESS_LEADER in person.roles and person.id != case.attest_asked_by
        for person in uow.people.persons(case.federation)
    )


def second_person(uow: UnitOfWork, case: Case) -> Role:
    """Tell who is to agree: another process leader, or the manager where there is none."""
    return Role.FEDERATION_MANAGER if works_alone(uow, case) else Role.PROCESS_LEADER


# --- when a step is prepared --------------------------------------------------------------------------


def attested(uow: UnitOfWork, office: Office, case: Case, rows: Rows) -> dict[str, object]:
    """Hold what the gate finds against what is let stand, one by one.

    Raises:
        BadValue: a row names no finding, or gives no reason.
    """
    found = left(uow, office, case)
    reasons = _reasons(found, rows)
    overridden: list[dict[str, object]] = []
    for one in found:
        if one.place not in reasons:
            continue
        said = {"rule": one.finding.rule, "reason": reasons[one.place], "finding": one.hash, "field": one.field}
        overridden.append({**said, "second": True} if one.second else {**said})
    unsaid = [one for one in found if not one.reason and one.place not in reasons]
    waits = any(one.second and not one.reason for one in found)
    return {"findings_left": len(unsaid), "overridden": overridden, "second_person": waits, **_BY_THESE_RULES}


def confirmed(uow: UnitOfWork, office: Office, case: Case) -> dict[str, object]:
    """Hold what the gate finds now against what the first person let stand."""
    events = uow.cases.events(case.federation, case.id)
    asked = next((event for event in reversed(events) if event.step == "attest"), None)
    said = {row["finding"] for row in overridden_in(asked)} if asked else set()
    unsaid = [one for one in left(uow, office, case, events) if not one.reason and one.hash not in said]
    return {"findings_left": len(unsaid), **_BY_THESE_RULES}


_BY_THESE_RULES = {"gate": anonymity.VERSION}
"""The history names the rules by which the text was looked at."""


def _reasons(found: Sequence[Left], rows: Rows) -> dict[int, str]:
    """Read the reasons given, by the place of the finding; a row may name it by its number or the start of its hash."""
    reasons: dict[int, str] = {}
    for row in rows:
        named = row.get("finding", "").strip().lower()
        places = [one.place for one in found if named == str(one.place)]
        if len(named) >= _FEWEST_SIGNS:
            places += [one.place for one in found if one.hash.startswith(named)]
        if not places:
            raise BadValue(field="overrides", allowed=tuple(str(one.place) for one in found))
        reason = row.get("reason", "")
        if reason not in OVERRIDE_REASONS:
            raise BadValue(field="overrides", allowed=OVERRIDE_REASONS)
        if reason == "other" and len(row.get("note", "").strip()) < _LONG_ENOUGH:
            raise BadValue(field="overrides", allowed=OVERRIDE_REASONS, why="short_note")
        reasons |= dict.fromkeys(places, reason)
    return reasons


# --- words that others may let stand too ----------------------------------------------------------------


def words_let_stand(uow: UnitOfWork, office: Office, case: Case) -> tuple[allowing.LetStand, ...]:
    """Give the words that look like names and stand in an attested text, for a reason that may hold elsewhere."""
    if not case.attested or case.void:
        return ()
    events = uow.cases.events(case.federation, case.id)
    said_by = {row["finding"]: event.via or event.actor for event in events for row in overridden_in(event)}
    texts = leaving(uow, case)
    found = {
        one.hash: allowing.LetStand(
            anonymity.allowed_form(texts[one.field][one.finding.start : one.finding.end]), one.reason, said_by[one.hash]
        )
        for one in left(uow, office, case, events)
        if one.finding.type is Kind.PERSON and one.reason in allowing.FALSE_ALARMS
    }
    return tuple(found.values())
