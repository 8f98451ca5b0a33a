"""Who may see a case, and how much of it: the one predicate, as plain Python.

storage/ holds the same rule as one SQL expression; the contract suite holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from lexheller.model.case import Case
from lexheller.model.codes import ReferralState, Role
from lexheller.model.people import Group, Pattern, Viewer


class Sight(IntEnum):
    """Say how much somebody sees of a case."""

    NOTHING = 0
    SHARED = 1
    """The shared text, the kind of organisation, the month; nothing else about the submitter."""
    HEAD = 2
    """All of the head and the shared text, not the received one (managers)."""
    ALL = 3
    """The received text too (process leaders and registrars of the federation)."""


def sight(viewer: Viewer, case: Case) -> Sight:
    """Tell how much a viewer sees; `NOTHING` is answered as "not found", whatever the reason."""
    if viewer.federation == case.federation:
        if viewer.has(Role.PROCESS_LEADER) or viewer.has(Role.REGISTRAR):
            return Sight.ALL
        if viewer.has(Role.FEDERATION_MANAGER) and not case.blocked:
            return Sight.HEAD
    if not case.shown:
        return Sight.NOTHING
    if viewer.has(Role.GROUP_MEMBER) and viewer.groups.intersection(case.groups):
        return Sight.SHARED
    if viewer.has(Role.PARTNER) and sent_to(viewer, case):
        return Sight.SHARED
    return Sight.NOTHING


def sent_to(viewer: Viewer, case: Case) -> bool:
    """Tell whether a case has been sent to somebody this viewer answers for, and was not taken back."""
    return any(r.recipient in viewer.recipients and r.state is not ReferralState.TAKEN_BACK for r in case.referrals)


def is_staff(viewer: Viewer) -> bool:
    """Tell whether somebody works for a federation, and does not only answer for a partner."""
    return bool(viewer.roles - {Role.PARTNER, Role.SUBMITTER})


def knows_pattern(viewer: Viewer, pattern: Pattern, groups: Iterable[Group]) -> bool:
    """Tell whether somebody may read a pattern's name and question.

    They are the federations' own work: staff read those of their federation, and of federations that sit in a working
    group with it. A partner reads what was sent to them, and no pattern.
    """
    if not is_staff(viewer):
        return False
    together = (member for group in groups if viewer.federation in group.members for member in group.members)
    return pattern.host in {viewer.federation, *together}
