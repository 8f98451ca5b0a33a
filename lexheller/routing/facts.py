"""What may a routing rule look at? Choices and answers only: no rule ever reads what somebody wrote."""

from __future__ import annotations

from dataclasses import dataclass

from lexheller.model.case import Case
from lexheller.model.codes import Level, Partner, Recurring, ReferralState


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a case, as far as routing goes.

    Args:
        partners: those concerned, and those whom a partner has pointed at when it said "not ours".
        submitter_org: the kind of organisation where the submitter works.
        not_ours: the kinds of partner that were asked and said that it is not theirs.
    """

    partners: tuple[Partner, ...] = ()
    submitter_org: Partner | None = None
    themes: tuple[str, ...] = ()
    level: Level | None = None
    target_group: str = ""
    area: str = ""
    recurring: Recurring | None = None
    patterns: tuple[str, ...] = ()
    not_ours: tuple[Partner, ...] = ()

    @property
    def known(self) -> tuple[Partner, ...]:
        """List the partners that were named; "vet inte" names nobody."""
        return tuple(partner for partner in self.partners if partner is not Partner.UNCLEAR)

    @property
    def own_workplace(self) -> bool:
        """Tell whether the submitter's own kind of workplace is among those concerned."""
        return self.submitter_org is not None and self.submitter_org in self.known

    @property
    def unowned(self) -> bool:
        """Tell whether nobody is left whose it could be: no partner named, or each of them has said "not ours"."""
        return all(partner in self.not_ours for partner in self.known)


def facts_of(case: Case) -> Facts:
    """Gather from a case's head what rules may look at.

    The working group's level counts before the provisional one.
    """
    refused = [r for r in case.referrals if r.state is ReferralState.NOT_OURS]
    pointed_at = [r.whose for r in refused if r.whose is not None]
    return Facts(
        partners=tuple(dict.fromkeys((*case.partners, *pointed_at))),
        submitter_org=case.submitted.submitter_org,
        themes=case.themes,
        level=case.level or case.provisional_level,
        target_group=case.target_group,
        area=case.submitted.area,
        recurring=case.submitted.recurring,
        patterns=case.patterns,
        not_ours=tuple(dict.fromkeys(r.partner for r in refused if r.partner is not None)),
    )
