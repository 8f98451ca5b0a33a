"""What can one choose among for a field, in which order, and what is each called?"""

from __future__ import annotations

from dataclasses import dataclass

from lexheller.i18n.choices import choice_label, sentence
from lexheller.i18n.words import Words
from lexheller.model.codes import Partner
from lexheller.model.fields import Field, Kind
from lexheller.model.vocabulary import TARGET_GROUPS

PARTNER_GROUPS: tuple[tuple[str, tuple[Partner, ...]], ...] = (
    ("", (Partner.FK, Partner.AF)),
    (
        "municipality",
        (
            Partner.ECONOMIC_ASSISTANCE,
            Partner.LABOUR_MARKET_UNIT,
            Partner.SOCIAL_SERVICES,
            Partner.DISABILITY_SUPPORT,
            Partner.SCHOOL,
            Partner.YOUTH_RESPONSIBILITY,
        ),
    ),
    (
        "region",
        (
            Partner.PRIMARY_CARE,
            Partner.ADULT_PSYCHIATRY,
            Partner.CHILD_PSYCHIATRY,
            Partner.ADDICTION_CARE,
            Partner.HOSPITAL,
        ),
    ),
    ("other", (Partner.SUPPLIER, Partner.CIVIL_SOCIETY, Partner.PROBATION, Partner.FEDERATION_ACTIVITY)),
    ("", (Partner.UNCLEAR,)),
)
"""Kinds of organisation as people think of them: FK and AF stand alone, the others belong to somebody."""

DONT_KNOW = ""
"""The code of "vet inte" where the field has none of its own: nothing is stored."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its code, what people read, and the heading it stands under ("" for none)."""

    code: str
    label: str
    heading: str = ""


def choices_of(field: Field, words: Words) -> tuple[Choice, ...]:
    """List the choices of a field; "vet inte" is always one of them, and stands last."""
    if field.key in {"partners", "submitter_org"}:
        return tuple(
            Choice(kind, sentence(choice_label(words, field.key, kind)), _heading(words, group))
            for group, kinds in PARTNER_GROUPS
            for kind in kinds
        )
    codes = TARGET_GROUPS if field.key == "target_group" else field.choices
    if field.kind is Kind.FLAG:
        codes = ("yes", "no")
    found = tuple(Choice(str(code), sentence(choice_label(words, field.key, str(code)))) for code in codes)
    if not found or "dont_know" in codes:
        return found
    return (*found, Choice(DONT_KNOW, sentence(words("choice.dont_know"))))


def _heading(words: Words, group: str) -> str:
    return words(f"partner.group.{group}") if group else ""


def chosen(typed: str, choices: tuple[Choice, ...], *, several: bool) -> tuple[str, ...] | None:
    """Read what somebody typed: numbers, codes or labels, with commas between; None when something fits nothing."""
    parts = [part.strip() for part in (typed.replace(";", ",").split(",") if several else [typed])]
    found = [_one(part, choices) for part in parts if part]
    if not found or None in found:
        return None
    return tuple(dict.fromkeys(code for code in found if code is not None))


def _one(typed: str, choices: tuple[Choice, ...]) -> str | None:
    if typed.isdecimal():
        place = int(typed)
        return choices[place - 1].code if 1 <= place <= len(choices) else None
    low = typed.casefold()
    exact = [choice.code for choice in choices if low in {choice.code.casefold(), choice.label.casefold()}]
    begun = [choice.code for choice in choices if choice.label.casefold().startswith(low)]
    return exact[0] if exact else begun[0] if len(begun) == 1 else None
