"""Which other channels should somebody be told of before they send a report? It depends on whom it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from lexheller.anonymity import boundaries
from lexheller.model.codes import Channel, Partner

_CARE = {
    Partner.PRIMARY_CARE,
    Partner.ADULT_PSYCHIATRY,
    Partner.CHILD_PSYCHIATRY,
    Partner.ADDICTION_CARE,
    Partner.HOSPITAL,
}
_SOCIAL = {Partner.SOCIAL_SERVICES, Partner.DISABILITY_SUPPORT}
_CHILDREN = {Partner.CHILD_PSYCHIATRY, Partner.SCHOOL, Partner.SOCIAL_SERVICES, Partner.YOUTH_RESPONSIBILITY}
_DECIDING = {Partner.FK, Partner.AF, Partner.ECONOMIC_ASSISTANCE, Partner.SOCIAL_SERVICES, Partner.DISABILITY_SUPPORT}

# Socialtjänstlagen (2025:400) and LSS: lex Sarah, report of concern. Patientsäkerhetslagen 3 kap. 5 §: lex Maria.
# Förvaltningslagen 37-45 §§: review and appeal, whose time limits go on.
_RULES = (
    (Channel.REPORT_OF_CONCERN, _CHILDREN),
    (Channel.LEX_SARAH, _SOCIAL),
    (Channel.LEX_MARIA, _CARE),
    (Channel.CARE_DEVIATION, _CARE),
    (Channel.REVIEW_APPEAL, _DECIDING),
)


def channels_for(partners: Collection[str]) -> tuple[Channel, ...]:
    """Choose the channels to show; where nobody knows whom it is about, all of them."""
    concerned = {partner for partner in Partner if partner in partners}
    unknown = not concerned or Partner.UNCLEAR in concerned
    return (*(channel for channel, kinds in _RULES if unknown or concerned & kinds), Channel.EMERGENCY)


def channels_shown(partners: Collection[str], texts: Iterable[str]) -> tuple[Channel, ...]:
    """Choose the channels that are shown: those of the partners, and those that the texts show signs of."""
    return channels_beside(partners, boundaries("\n".join(texts)))


def channels_beside(partners: Collection[str], signs: Collection[str]) -> tuple[Channel, ...]:
    """Choose the channels that are shown, where it is known what the texts show signs of."""
    channels = channels_for(partners)
    return (*channels, *(one for one in Channel if one in signs and one not in channels))
