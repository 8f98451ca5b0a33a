"""How does Alembic reach the database? On the connection that `upgrading.py` hands it, in its transaction."""

from __future__ import annotations

from alembic import context

from lexheller.storage.schema import VERSION_TABLE
from lexheller.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,  # SQLite cannot change a column: the table is made anew and its rows go over
)
context.run_migrations()
