"""What does a group talk about when it reads a case? Questions from what the case holds, none of them about who."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lexheller.i18n.words import Words
from lexheller.model.codes import Partner, Recurring, ReferralState
from lexheller.services.reading import CaseView

FEW = 4
"""Parties that one question names."""
MOST = 2
"""Questions of what was missing; with the one about the parties and the last one that is what a group gets through."""


def questions(view: CaseView, words: Words) -> list[str]:
    """Ask about the parties, then about what was missing, as the case tells it."""
    return [_parties(view, words), *islice(_missing(view, words), MOST)]


def _parties(view: CaseView, words: Words) -> str:
    names = [words(f"partner.{partner}") for partner in view.case.partners if partner is not Partner.UNCLEAR]
    if not 0 < len(names) <= FEW:
        return words("web.meeting.ask.rules")
    if len(names) == 1:
        return words("web.meeting.ask.party", name=names[0])
    names = [", ".join(names[:-1]), names[-1]]
    return words("web.meeting.ask.parties", names=words("web.follow.and", first=names[0], last=names[1]))


def _missing(view: CaseView, words: Words) -> Iterator[str]:
    case = view.case
    states = {referral.state for referral in case.referrals}
    themes = [f"theme.{theme}" for theme in case.themes]
    found = {
        "not_ours": ReferralState.NOT_OURS in states,
        **{theme: words.has(f"web.meeting.ask.{theme}") for theme in themes},
        "theme.unclear_responsibility": Partner.UNCLEAR in case.partners or "unclear_responsibility" in case.themes,
        "often": case.submitted.recurring is Recurring.OFTEN,
        "first_step.several": len(case.partners) > 1,
        "first_step": len(case.partners) < 2,  # noqa: PLR2004  # alone
    }
    yield from (words(f"web.meeting.ask.{key}") for key, holds in found.items() if holds)
