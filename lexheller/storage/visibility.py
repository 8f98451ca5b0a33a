"""Who may see which rows? The rule of `model/visibility.py` once more, as one SQL expression over `cases`.

Every query of this room takes the viewer and uses it; what it leaves out is "not found". The tests hold it against the
Python rule on both databases, for every role and every way a case can be somebody's.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, false, or_, select, tuple_

from lexheller.model.codes import Outcome, ReferralState, Role
from lexheller.model.people import Viewer
from lexheller.storage.tables import case_groups, cases, referrals

_KEY = tuple_(cases.c.federation_id, cases.c.case_id)


def visible(viewer: Viewer) -> ColumnElement[bool]:
    """Say which cases a viewer sees at all (`sight` is not `NOTHING`)."""
    return or_(sees_head(viewer), through_group(viewer), through_referral(viewer))


def sees_all(viewer: Viewer) -> ColumnElement[bool]:
    """Say which cases a viewer sees the received text of (`Sight.ALL`)."""
    if viewer.has(Role.PROCESS_LEADER) or viewer.has(Role.REGISTRAR):
        return cases.c.federation_id == viewer.federation
    return false()


def sees_head(viewer: Viewer) -> ColumnElement[bool]:
    """Say which cases a viewer sees all of the head of (`Sight.HEAD` or more)."""
    if viewer.has(Role.FEDERATION_MANAGER) and not (viewer.has(Role.PROCESS_LEADER) or viewer.has(Role.REGISTRAR)):
        return and_(cases.c.federation_id == viewer.federation, cases.c.blocked == 0)
    return sees_all(viewer)


def through_group(viewer: Viewer) -> ColumnElement[bool]:
    """Say which cases are shown to a working group that the viewer sits in."""
    if not (viewer.has(Role.GROUP_MEMBER) and viewer.groups):
        return false()
    # A group is shown much of what there is: asking case by case is quicker than listing all of it first.
    shown_to = select(case_groups.c.case_id).where(
        case_groups.c.federation_id == cases.c.federation_id,
        case_groups.c.case_id == cases.c.case_id,
        case_groups.c.group_key.in_(sorted(viewer.groups)),
    )
    return and_(cases.c.shown == 1, shown_to.correlate(cases).exists())


def through_referral(viewer: Viewer) -> ColumnElement[bool]:
    """Say which cases were sent to a recipient that the viewer answers for, and not taken back."""
    if not (viewer.has(Role.PARTNER) and viewer.recipients):
        return false()
    return and_(cases.c.shown == 1, _sent_to(viewer, referrals.c.state != ReferralState.TAKEN_BACK.value))


def withheld(viewer: Viewer) -> ColumnElement[bool]:
    """Say which cases lie with a recipient that the viewer answers for, answered or not, and are shown to nobody now.

    Those that will be shown again: none that is closed or was withdrawn.
    """
    if not (viewer.has(Role.PARTNER) and viewer.recipients):
        return false()
    goes_on = and_(
        cases.c.void == 0, cases.c.closed.is_(None), cases.c.outcome.is_distinct_from(Outcome.WITHDRAWN.value)
    )
    return and_(cases.c.shown == 0, goes_on, _sent_to(viewer, referrals.c.state != ReferralState.TAKEN_BACK.value))


def _sent_to(viewer: Viewer, state: ColumnElement[bool]) -> ColumnElement[bool]:
    # A recipient is sent little of what there is: listing that first is quicker than asking case by case.
    mine = referrals.c.recipient.in_(sorted(viewer.recipients))
    return _KEY.in_(select(referrals.c.federation_id, referrals.c.case_id).where(mine, state))


def within_the_work(viewer: Viewer) -> ColumnElement[bool]:
    """Say of which cases a viewer sees how they were worked on: the federation's own and the group's, no partner's."""
    return or_(sees_head(viewer), through_group(viewer))
