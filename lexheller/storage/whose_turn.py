"""Whose turn is it? The conditions and branches by which an inbox and its lists find cases.

Each role is a branch that names cases with their day in that role. A search goes by the index on `turn`, which also
holds who has a case: conditions are split where an OR would hide it, and what is seldom so is asked first.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Text,
    and_,
    case,
    cast,
    false,
    literal,
    literal_column,
    not_,
    null,
    or_,
    select,
    tuple_,
    union_all,
)

from lexheller.model.codes import MeasureState, Purpose, ReferralState, Role
from lexheller.model.people import Viewer
from lexheller.services.next_thing import SOON, WITH_OTHERS
from lexheller.storage.people_tables import people
from lexheller.storage.tables import beside_case, cases, measures, referrals
from lexheller.storage.visibility import through_group

_OTHERS = (Role.GROUP_MEMBER.value, Role.FEDERATION_MANAGER.value, Role.PARTNER.value)
_EVERYBODY = ("", Role.PROCESS_LEADER.value, Role.SUBMITTER.value, *_OTHERS)
"""Every value of `turn`, so that the index on it also finds what is late."""

Branch = Select[Any]


def _branch(role: Role, late: ColumnElement[int], due: ColumnElement[Any], referral: ColumnElement[Any]) -> Branch:
    return select(
        # A value like the column but not the column: SQLite would walk all cases by key to spare itself a sort.
        cases.c.federation_id.concat("").label("federation_id"),
        cases.c.case_id,
        literal(role.value, Text).label("role"),
        late.label("late"),
        cast(due, Text).label("due"),
        referral.label("referral"),
        # Nearly `order`, so that what the limit leaves out comes last by that too.
        case((cases.c.blocked == 1, 0), (cases.c.contacted.is_(None), 1), (cases.c.unread == 1, 2), else_=3).label(
            "rank"
        ),
        cases.c.number,
    )


_is = partial(literal, type_=Integer)
_NO_REFERRAL = _is(0)


def _late(due: ColumnElement[Any], today: date) -> ColumnElement[int]:
    return case((due < today.isoformat(), 1), else_=0)


def _hers(viewer: Viewer, today: date) -> ColumnElement[bool]:
    """Say which cases are a process leader's: had, held as a stand-in, or nobody's; not those lent to another.

    Nobody's are those that nobody has opened yet, and those of somebody who has left.
    """
    lent = and_(cases.c.stand_in != "", cases.c.stand_in_until >= today.isoformat())
    holder = case((lent, cases.c.stand_in), else_=cases.c.leader)
    left = select(people.c.person_id).where(
        people.c.federation_id == viewer.federation,
        or_(people.c.active == 0, not_(people.c.roles.contains(f'"{Role.PROCESS_LEADER.value}"', autoescape=True))),
    )
    return and_(cases.c.federation_id == viewer.federation, or_(holder.in_(("", viewer.person)), holder.in_(left)))


def _passed(today: date) -> ColumnElement[bool]:
    return and_(cases.c.turn.in_(_EVERYBODY), cases.c.due < today.isoformat())


def _her_move(viewer: Viewer, hers: ColumnElement[bool]) -> ColumnElement[bool]:
    """Say where it is her move, or a second person's: hers, but not what she waits for another to agree to."""
    asks = select(referrals.c.referral_id).where(
        beside_case(referrals), referrals.c.asked == 1, referrals.c.state == ReferralState.OPEN.value
    )
    quiet = and_(cases.c.unread == 0, not_(asks.correlate(cases).exists()))
    # What is seldom so is asked first: most cases are done with at one comparison.
    own = or_(_stands_for(viewer), _asked_by(viewer))
    waits = and_(own, cases.c.blocked == 0, quiet)
    return and_(
        cases.c.federation_id == viewer.federation,
        cases.c.turn == Role.PROCESS_LEADER.value,
        or_(and_(hers, not_(waits)), _second_person_asked(viewer)),
    )


def _soon_hers(today: date) -> ColumnElement[bool]:
    """Say where others are to act, but an interim note comes due, or they cannot see the case."""
    return or_(_others_soon(today), _others_blind())


def _others_soon(today: date) -> ColumnElement[bool]:
    interim = and_(
        cases.c.due <= (today + SOON).isoformat(),
        cases.c.rest.like(literal('%"interim":"') + cases.c.due + literal('"%')),
    )
    return and_(cases.c.turn.in_(_OTHERS), or_(cases.c.attested == 0, interim))


def _others_blind() -> ColumnElement[bool]:
    """Say where the submitter is asked something while those who have the case too cannot see it."""
    return and_(
        cases.c.turn == Role.SUBMITTER.value,
        cases.c.attested == 0,
        cases.c.state.in_(sorted(WITH_OTHERS)),
        cases.c.rest.contains('"was_shared":true'),
    )


def _leaders(viewer: Viewer, today: date) -> tuple[Branch, ...]:
    hers = _hers(viewer, today)
    base = _branch(Role.PROCESS_LEADER, _late(cases.c.due, today), cases.c.due, _NO_REFERRAL)
    passed = _passed(today)
    return (
        base.where(hers, passed),
        base.where(_her_move(viewer, hers)),
        base.where(_second_reader_asked(viewer)),
        # Apart, so that both find their cases by the index on `turn`.
        base.where(hers, _others_soon(today)),
        base.where(hers, _others_blind()),
    )


def _asked_by(viewer: Viewer) -> ColumnElement[bool]:
    return and_(cases.c.attested == 0, cases.c.rest.contains(f'"attest_asked_by":"{viewer.person}"', autoescape=True))


def _stands_for(viewer: Viewer) -> ColumnElement[bool]:
    """Say where the viewer has handed in a text for the library."""
    return and_(
        cases.c.closed.is_not(None),
        cases.c.rest.contains(f'"release_asked_by":"{viewer.person}"', autoescape=True),
    )


def _second_reader_asked(viewer: Viewer) -> ColumnElement[bool]:
    """Say where somebody else has handed in a text for the library: any process leader may read it and agree."""
    return and_(
        # Written out, not handed in, as the index is of just these words.
        cases.c.turn == literal_column("'process_leader'"),
        cases.c.closed.is_not(None),
        cases.c.federation_id == viewer.federation,
        cases.c.blocked == 0,
        cases.c.unread == 0,
        cases.c.rest.contains('"release_asked_by":"'),
        not_(_stands_for(viewer)),
    )


def _second_person_asked(viewer: Viewer) -> ColumnElement[bool]:
    """Say where somebody else has let something stand that a second person must agree to."""
    return and_(
        cases.c.federation_id == viewer.federation,
        cases.c.turn == Role.PROCESS_LEADER.value,
        cases.c.attested == 0,
        cases.c.rest.contains('"attest_asked_by":"'),
        not_(_asked_by(viewer)),
    )


def _nobody_else_leads(viewer: Viewer) -> ColumnElement[bool]:
    """Say where the one who let it stand is the only process leader."""
    asked = literal('%"attest_asked_by":"').concat(people.c.person_id).concat('"%')
    others = select(people.c.person_id).where(
        people.c.federation_id == viewer.federation,
        people.c.active == 1,
        people.c.roles.contains(f'"{Role.PROCESS_LEADER.value}"', autoescape=True),
        not_(cases.c.rest.like(asked)),
    )
    return not_(others.correlate(cases).exists())


def groups_move() -> ColumnElement[bool]:
    """Say where a working group is to judge: also while a message from the submitter waits for the process leader."""
    return or_(cases.c.turn == Role.GROUP_MEMBER.value, _meanwhile())


def _meanwhile() -> ColumnElement[bool]:
    return and_(
        # Written out, not handed in, as the index is of just these words.
        cases.c.turn == literal_column("'process_leader'"),
        cases.c.state == literal_column("'working_group'"),
        cases.c.unread == literal_column("1"),
        cases.c.blocked == 0,
    )


def _members_move(viewer: Viewer) -> ColumnElement[bool]:
    return and_(cases.c.turn == Role.GROUP_MEMBER.value, through_group(viewer))


def _members(viewer: Viewer, _today: date) -> tuple[Branch, ...]:
    base = _branch(Role.GROUP_MEMBER, _is(0), null(), _NO_REFERRAL)
    return (base.where(_members_move(viewer)), base.where(_meanwhile(), through_group(viewer)))


def _managers_move(viewer: Viewer) -> ColumnElement[bool]:
    return and_(
        cases.c.federation_id == viewer.federation,
        cases.c.blocked == 0,
        cases.c.turn == Role.FEDERATION_MANAGER.value,
    )


def _managers(viewer: Viewer, today: date) -> tuple[Branch, ...]:
    overdue = (
        _branch(Role.FEDERATION_MANAGER, _is(1), measures.c.due, _NO_REFERRAL)
        .join(measures, beside_case(measures))
        .where(
            measures.c.federation_id == viewer.federation,
            measures.c.state.in_((MeasureState.PLANNED.value, MeasureState.ONGOING.value)),
            measures.c.due < today.isoformat(),
            cases.c.blocked == 0,
            cases.c.void == 0,
        )
    )
    decide = _branch(Role.FEDERATION_MANAGER, _is(0), null(), _NO_REFERRAL).where(_managers_move(viewer))
    agree = _branch(Role.FEDERATION_MANAGER, _is(0), null(), _NO_REFERRAL).where(
        _second_person_asked(viewer), cases.c.blocked == 0, _nobody_else_leads(viewer)
    )
    return (overdue, decide, agree)


def _partners(viewer: Viewer, today: date) -> tuple[Branch, ...]:
    """Find the referrals that wait for an answer, and, while a case goes on, what was sent to learn from."""
    if not viewer.recipients:
        return ()
    asked = and_(referrals.c.purpose == Purpose.REPLY.value, referrals.c.asked == 0)
    told = and_(referrals.c.purpose != Purpose.REPLY.value, cases.c.closed.is_(None))
    return (
        _branch(Role.PARTNER, _late(referrals.c.due, today), referrals.c.due, referrals.c.referral_id)
        .join(referrals, beside_case(referrals))
        .where(
            referrals.c.recipient.in_(sorted(viewer.recipients)),
            referrals.c.state == ReferralState.OPEN.value,
            cases.c.shown == 1,
            or_(asked, told),
        ),
    )


_BY_ROLE = {
    Role.PROCESS_LEADER: _leaders,
    Role.GROUP_MEMBER: _members,
    Role.FEDERATION_MANAGER: _managers,
    Role.PARTNER: _partners,
}


def branches(viewer: Viewer, today: date) -> list[Branch]:
    """Give the branches of all of a person's roles; a case may be in several."""
    return [branch for role, make in _BY_ROLE.items() if viewer.has(role) for branch in make(viewer, today)]


def concerns(viewer: Viewer, today: date) -> ColumnElement[bool]:
    """Say which cases an inbox speaks of: where it is this person's move, and all that a process leader has.

    A process leader has what nobody has taken, too.
    """
    keys = [branch.with_only_columns(cases.c.federation_id, cases.c.case_id) for branch in branches(viewer, today)]
    asked = tuple_(cases.c.federation_id, cases.c.case_id).in_(union_all(*keys)) if keys else false()
    return or_(asked, _hers(viewer, today)) if viewer.has(Role.PROCESS_LEADER) else asked


def waits_on_others(viewer: Viewer, today: date) -> ColumnElement[bool]:
    """Say which open cases of a process leader's lie with somebody else."""
    elsewhere = _members_move(viewer) if viewer.has(Role.GROUP_MEMBER) else false()
    as_manager = _managers_move(viewer) if viewer.has(Role.FEDERATION_MANAGER) else false()
    hers = _hers(viewer, today)
    return and_(
        hers,
        cases.c.closed.is_(None),
        cases.c.turn.in_(_EVERYBODY),
        cases.c.due >= today.isoformat(),  # an open case always has a day, if only the next interim note's
        not_(or_(_her_move(viewer, hers), _soon_hers(today), elsewhere, as_manager)),
    )
