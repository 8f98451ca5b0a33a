"""What came with the eighth schema? Inboxes find whose a late case is without reading the case."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Let the index of inboxes hold who has a case and who stands in."""
    keys = ["turn", "federation_id", "due", "leader", "stand_in", "stand_in_until"]
    op.create_index("ix_cases_turn_due", "cases", keys)
    op.drop_index("ix_cases_turn_federation_id_due", "cases")
