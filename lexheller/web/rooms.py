"""Which rooms are there? The one list; a new room is a line here."""

from __future__ import annotations

from lexheller.web.access import Room


def every() -> tuple[Room, ...]:
    """Give every room's pages."""
    from lexheller.web import operating, start
    from lexheller.web.administration import inviting, notices, rules, wording
    from lexheller.web.administration import views as administration
    from lexheller.web.casework import case, cases, inbox, register, step, takeover
    from lexheller.web.library import views as library
    from lexheller.web.meeting import decisions, meeting, patterns, stand_in
    from lexheller.web.partner import coming, giving
    from lexheller.web.partner import views as partner
    from lexheller.web.reports import views as report
    from lexheller.web.signin import account, invitation
    from lexheller.web.signin import views as signin
    from lexheller.web.submitter import follow, tell

    casework = (inbox.room, cases.room, case.room, step.room, register.room, takeover.room)
    ways = (room for way in signin.WAYS for room in way.rooms)
    entrance = (signin.room, *ways, invitation.room, account.room)
    together = (meeting.room, decisions.room, stand_in.room, patterns.room, report.room)
    partners = (coming.room, partner.room, giving.room, library.room)
    office = (administration.room, inviting.room, wording.room, rules.room, notices.room)
    return (start.room, operating.room, tell.room, follow.room, *entrance, *casework, *together, *partners, *office)
