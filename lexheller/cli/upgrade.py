"""`lexheller upgrade`: how is the database led to today's schema? After a backup, and never backwards."""

from __future__ import annotations

from datetime import UTC, datetime

from lexheller.cli import output
from lexheller.cli.frame import Session, command, json_option, with_session


@command("upgrade", "lexheller upgrade", "lexheller upgrade --json")
@json_option
@with_session
def upgrade(session: Session, as_json: bool) -> None:
    """Lead the database to today's schema."""
    from lexheller.app.keeping import upgrade as lead

    done = lead(session.settings, lambda: datetime.now(UTC))
    thing = {"from": done.found, "to": done.now, "backup": str(done.backup) if done.backup else None}
    key = "upgrade.done" if done.backup else "upgrade.nothing"
    said = session.words(key, found=done.found, now=done.now, path=done.backup)
    output.one(thing, said, as_json=as_json)
