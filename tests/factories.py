"""Make the things tests are about: each names only what matters, the rest is invented and ordinary."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from lexheller.model.case import Case, Measure, Referral, Submitted
from lexheller.model.codes import Partner, Purpose

NOON = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
MONDAY = date(2026, 3, 2)


def a_case(**changes: Any) -> Case:
    """Make a case's head: received on a Monday, about FK and primary care, from a municipality."""
    known: dict[str, Any] = {
        "federation": "GBG",
        "id": "0f0e0d0c0b0a0908",
        "number": "GBG-2026-0001",
        "process": "lex_heller",
        "state": "submitted",
        "version": 1,
        "head": "",
        "received": NOON,
        "day": MONDAY,
        "submitted": Submitted(submitter_org=Partner.LABOUR_MARKET_UNIT, partners=(Partner.FK, Partner.PRIMARY_CARE)),
        "partners": (Partner.FK, Partner.PRIMARY_CARE),
    }
    return Case(**(known | changes))


def a_referral(**changes: Any) -> Referral:
    """Make a referral to FK's representative that asks for a reply."""
    known: dict[str, Any] = {
        "id": 1,
        "recipient": "GBG/fk-beredning",
        "partner": Partner.FK,
        "purpose": Purpose.REPLY,
        "sent": MONDAY,
        "due": date(2026, 5, 1),
    }
    return Referral(**(known | changes))


def a_measure(**changes: Any) -> Measure:
    """Make a planned measure."""
    known: dict[str, Any] = {"id": 1, "owner": "Birgitta Exempel", "due": date(2026, 6, 1), "version": 5}
    return Measure(**(known | changes))


def a_form(**changes: Any) -> dict[str, Any]:
    """Make a form with the four required fields and nothing that points anyone out."""
    known = {
        "what_happened": "Personen har läkarintyg men får inget besked. Två myndigheter väntar på varandra.",
        "partners": ["fk", "primary_care"],
        "submitter_org": "labour_market_unit",
        "contact": "code",
    }
    return {key: value for key, value in (known | changes).items() if value is not None}
