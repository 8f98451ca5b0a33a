"""Where can a case go? To whom a federation has in its list, or to a place that is no recipient at all.

Rules are shipped to every federation, so they name recipients by what they are. A federation's own list says who that
is: a representative by the kind of partner, meetings and groups by the ids below.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from lexheller.model.codes import Channel, Partner
from lexheller.model.people import Recipient

STEERING_GROUP = "styrgrupp"
PREPARATORY_GROUP = "beredningsgrupp"
MANAGERS = "forbundschefer"
PRIMARY_CARE_PSYCHIATRY = "primary-care-psychiatry-group"

MUNICIPALITY = (
    Partner.SOCIAL_SERVICES,
    Partner.ECONOMIC_ASSISTANCE,
    Partner.LABOUR_MARKET_UNIT,
    Partner.DISABILITY_SUPPORT,
    Partner.SCHOOL,
    Partner.YOUTH_RESPONSIBILITY,
)
REGION = (
    Partner.PRIMARY_CARE,
    Partner.ADULT_PSYCHIATRY,
    Partner.CHILD_PSYCHIATRY,
    Partner.ADDICTION_CARE,
    Partner.HOSPITAL,
)
SECTORS = {"kommun-beredning": MUNICIPALITY, "region-beredning": REGION}
"""Who speaks for several kinds of partner at once: municipality and region often have one representative each."""


@dataclass(frozen=True, slots=True)
class Representative:
    """A partner's representative in the preparatory group."""

    step: ClassVar[str] = "refer"
    partner: Partner


@dataclass(frozen=True, slots=True)
class Forum:
    """A group or a meeting, by its recipient's id."""

    step: ClassVar[str] = "refer"
    id: str


@dataclass(frozen=True, slots=True)
class Managers:
    """The federation managers together."""

    step: ClassVar[str] = "refer"


@dataclass(frozen=True, slots=True)
class ManagerContact:
    """A talk with the responsible manager at a partner; a referral only where the federation lists that manager."""

    step: ClassVar[str] = "note_talk"
    partner: Partner


@dataclass(frozen=True, slots=True)
class OtherChannel:
    """Another duty or routine that the matter belongs in."""

    step: ClassVar[str] = "redirect"
    channel: Channel


@dataclass(frozen=True, slots=True)
class SisterFederation:
    """The federation that works where it happened."""

    step: ClassVar[str] = "redirect"
    federation: str


@dataclass(frozen=True, slots=True)
class AnotherLeader:
    """A process leader who does not stand in the case themselves."""

    step: ClassVar[str] = "hand_over"


Target = Representative | Forum | Managers | ManagerContact | OtherChannel | SisterFederation | AnotherLeader


def resolve(target: Target, recipients: Sequence[Recipient]) -> Recipient | None:
    """Find who a target is in a federation's own list; None where it has nobody in use, or where it is no recipient."""
    recipients = [recipient for recipient in recipients if recipient.active]
    by_id = {recipient.id: recipient for recipient in recipients}
    match target:
        case Representative(partner):
            managers = {manager_id(each) for each in Partner}
            exact = (r for r in recipients if r.kind is partner and r.id not in managers)
            shared = (by_id.get(each) for each, kinds in SECTORS.items() if partner in kinds)
            return next(exact, None) or next(shared, None)
        case Forum(id):
            return by_id.get(id)
        case Managers():
            return by_id.get(MANAGERS)
        case ManagerContact(partner):
            return by_id.get(manager_id(partner))
    return None


def out_of_use(target: Target, recipients: Iterable[Recipient]) -> Recipient | None:
    """Find who a target was before it was taken out of use; None where nobody was."""
    return resolve(target, [replace(each, active=True) for each in recipients if not each.active])


def manager_id(partner: Partner) -> str:
    """Give the id under which a federation lists the manager to call at a partner: "primary-care-chef"."""
    return f"{partner.replace('_', '-')}-chef"


def speaks_for(organisation: Partner, kind: Partner) -> bool:
    """Tell whether an organisation can answer for a kind: its own, or another of the same municipality or region."""
    return organisation is kind or any({organisation, kind} <= {*sector} for sector in SECTORS.values())


def partner_of(target: Target) -> Partner | None:
    """Name the kind of partner that a target stands for; None for a meeting of several."""
    return target.partner if isinstance(target, Representative | ManagerContact) else None
