"""Who opens the pages of cases? Everybody who sees any: what each sees of one is the desk's to say."""

from __future__ import annotations

from lexheller.model.codes import Role
from lexheller.web.access import Access, person

CASEWORKERS = (
    Role.PROCESS_LEADER,
    Role.GROUP_MEMBER,
    Role.FEDERATION_MANAGER,
    Role.PARTNER,
    Role.REGISTRAR,
)
"""Everybody but administrators, who read no case."""

WORK: Access = person(*CASEWORKERS)
CASE: Access = person(*CASEWORKERS, finds="case")
LEADERS: Access = person(Role.PROCESS_LEADER)
