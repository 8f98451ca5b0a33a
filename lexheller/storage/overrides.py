"""What has been let stand though the gate pointed at it, in the cases of one federation?

Rules, reasons and keyed hashes as the history names them: nothing of a text. Whoever reviews the federation's list of
words may read them without seeing the cases.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from sqlalchemy import Connection, and_, select

from lexheller.storage.tables import cases, events


class OverrideRow(NamedTuple):
    """One finding that was let stand."""

    federation: str
    case: str
    rule: str
    reason: str


def overrides(connection: Connection, federation: str) -> list[OverrideRow]:
    """List what was let stand in a federation, in the order in which it was said; undone imports are left out."""
    asked = (
        select(events.c.federation_id, events.c.case_id, events.c.fields)
        .join(cases, and_(cases.c.federation_id == events.c.federation_id, cases.c.case_id == events.c.case_id))
        .where(
            events.c.federation_id == federation,
            events.c.step == "attest",
            events.c.fields.contains('"overridden":[{', autoescape=True),
            cases.c.void == 0,
        )
        .order_by(events.c.at, events.c.case_id, events.c.version)
    )
    return [
        OverrideRow(home, case, row["rule"], row["reason"])
        for home, case, fields in connection.execute(asked)
        for row in json.loads(fields)["overridden"]
    ]
