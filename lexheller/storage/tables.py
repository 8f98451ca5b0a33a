"""Which tables are there, and what is in each column?

`federation_id` leads every primary key, unique constraint and foreign key: that is what a database is sharded by and
what row-level security tests. The exceptions are looked up before a federation is known: claim codes by keyed hash,
rows of an imported sheet by the sheet, and facts about the installation.

Days and moments are ISO text and truth is 0 or 1, so both databases sort, compare and digest them alike. What `cases`
and the tables under it hold is worked out from a `Case` by `rows.py` and from nothing else.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    FromClause,
    Index,
    LargeBinary,
    Table,
    UniqueConstraint,
    and_,
    text,
)

from lexheller.storage import people_tables
from lexheller.storage.columns import key, number, word

metadata = people_tables.people.metadata
"""One schema: the lists of people belong to it."""


def _bytes(name: str) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)


def _of_case() -> tuple[Column[str], Column[str], ForeignKeyConstraint]:
    """Give the key of a case, checked at commit: what a submission stores may come in any order."""
    return (
        word("federation_id"),
        word("case_id"),
        ForeignKeyConstraint(
            ["federation_id", "case_id"],
            ["cases.federation_id", "cases.case_id"],
            deferrable=True,
            initially="DEFERRED",
        ),
    )


# --- cases: the head and what is worked out from it ---------------------------------------------------

cases = Table(
    "cases",
    metadata,
    word("federation_id"),
    word("case_id"),
    word("number"),
    word("process"),
    word("state"),
    number("version"),
    word("head"),
    word("received"),
    word("day"),
    word("source"),
    word("submitter_org", optional=True),
    word("target_group"),
    word("recurring", optional=True),
    word("agreement", optional=True),
    number("own_workplace"),
    number("contact"),
    word("leader"),
    word("stand_in"),
    word("stand_in_until", optional=True),
    number("title_version"),
    number("shared_version"),
    number("attested"),
    number("area_shown"),
    number("shown"),
    number("blocked"),
    word("waiting"),
    word("waiting_until", optional=True),
    word("contacted", optional=True),
    word("answered_submitter", optional=True),
    number("unread"),
    word("level", optional=True),  # the one that counts, else the provisional one
    number("provisional"),
    number("not_tied"),
    word("same_event"),
    word("decision", optional=True),
    word("decided", optional=True),
    word("outcome", optional=True),
    word("channel", optional=True),
    word("set_aside", optional=True),
    word("double_of"),
    word("feedback_since", optional=True),
    number("feedback_version"),
    word("feedback_day", optional=True),
    word("told", optional=True),
    word("waived", optional=True),
    word("helped", optional=True),
    word("closed", optional=True),
    number("released_version"),
    word("imported"),
    number("void"),
    word("due", optional=True),
    word("turn"),
    word("rest"),  # every attribute of the head that no column above holds, as canonical JSON
    key("federation_id", "case_id"),
    UniqueConstraint("federation_id", "number"),
    Index(None, "federation_id", "state", "due"),
    # inboxes; with whose a case is, so that other leaders' cases are passed over without being read
    Index("ix_cases_turn_due", "turn", "federation_id", "due", "leader", "stand_in", "stand_in_until"),
    Index(None, "federation_id", "day", "number"),  # lists, the newest first; and of several federations:
    Index(None, "day", "number"),
    # what is offered to a sister federation: a handful at any time
    Index(
        "ix_cases_offered",
        "federation_id",
        sqlite_where=text("channel = 'sister_federation' AND closed IS NULL"),
        postgresql_where=text("channel = 'sister_federation' AND closed IS NULL"),
    ),
    # what a working group judges while a message waits for the process leader: as few
    Index(
        "ix_cases_group_meanwhile",
        "turn",
        "federation_id",
        sqlite_where=text("turn = 'process_leader' AND state = 'working_group' AND unread = 1"),
        postgresql_where=text("turn = 'process_leader' AND state = 'working_group' AND unread = 1"),
    ),
    # closed cases in which something is left to do, a second reader's part say: as few
    Index(
        "ix_cases_closed_left",
        "turn",
        "federation_id",
        sqlite_where=text("turn = 'process_leader' AND closed IS NOT NULL"),
        postgresql_where=text("turn = 'process_leader' AND closed IS NOT NULL"),
    ),
    sqlite_strict=True,
)

case_partners = Table(
    "case_partners",
    metadata,
    *_of_case(),
    word("partner"),
    key("federation_id", "case_id", "partner"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

case_groups = Table(
    "case_groups",
    metadata,
    *_of_case(),
    word("group_key"),  # "HOST/id": the group may live elsewhere, so no foreign key
    key("federation_id", "case_id", "group_key"),
    Index(None, "group_key", "federation_id", "case_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

case_themes = Table(
    "case_themes",
    metadata,
    *_of_case(),
    word("theme"),
    key("federation_id", "case_id", "theme"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

case_patterns = Table(
    "case_patterns",
    metadata,
    *_of_case(),
    word("pattern_key"),  # "HOST/id"
    key("federation_id", "case_id", "pattern_key"),
    Index(None, "pattern_key", "federation_id", "case_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

referrals = Table(
    "referrals",
    metadata,
    *_of_case(),
    number("referral_id"),
    word("recipient"),  # "FEDERATION/id"
    word("partner", optional=True),
    word("purpose"),
    word("sent"),
    word("due", optional=True),
    word("rule"),
    number("rule_version"),
    word("facts"),
    word("state"),
    word("closed", optional=True),
    number("version"),
    word("whose", optional=True),
    word("waits_for", optional=True),
    number("asked"),
    key("federation_id", "case_id", "referral_id"),
    Index(None, "recipient", "federation_id", "case_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

measures = Table(
    "measures",
    metadata,
    *_of_case(),
    number("measure_id"),
    word("owner"),
    word("due"),
    number("version"),
    word("state"),
    word("joint"),
    key("federation_id", "case_id", "measure_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# --- what happened, and the words beside it -----------------------------------------------------------

events = Table(
    "events",
    metadata,
    *_of_case(),
    number("version"),
    word("at"),
    word("actor"),
    word("role"),
    word("via"),
    word("step"),
    word("source"),
    word("to"),
    word("fields"),
    word("texts"),
    word("sets"),
    word("prev"),
    word("digest"),
    key("federation_id", "case_id", "version"),
    sqlite_strict=True,
)

texts = Table(
    "texts",
    metadata,
    *_of_case(),
    number("version"),
    word("field"),
    word("salt"),
    word("text"),
    key("federation_id", "case_id", "version", "field"),
    sqlite_strict=True,
)

outbox = Table(
    "outbox",
    metadata,
    *_of_case(),
    number("version"),
    number("place"),  # within the event
    word("topic"),
    word("recipient"),
    word("payload"),
    word("at"),
    word("sent", optional=True),
    key("federation_id", "case_id", "version", "place"),
    sqlite_strict=True,
)
Index(
    "ix_outbox_waiting",
    outbox.c.federation_id,
    outbox.c.at,
    sqlite_where=outbox.c.sent.is_(None),
    postgresql_where=outbox.c.sent.is_(None),
)

seen = Table(
    "seen",
    metadata,
    *_of_case(),
    word("what"),
    word("day"),
    key("federation_id", "case_id", "what"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# --- contacts, codes, numbers -------------------------------------------------------------------------

contacts = Table(
    "contacts",
    metadata,
    *_of_case(),
    word("key_id"),
    _bytes("wrapped_key"),
    _bytes("box"),
    key("federation_id", "case_id"),
    Index(None, "key_id"),
    sqlite_strict=True,
)

codes = Table(
    "codes",
    metadata,
    _bytes("code_hash"),
    *_of_case(),
    number("place"),  # a code may open several cases; the first is the one it was made for
    key("code_hash", "federation_id", "case_id"),
    Index(None, "federation_id", "case_id"),
    sqlite_strict=True,
)

receipts = Table(
    "receipts",
    metadata,
    word("federation_id"),
    word("key"),
    word("text_digest"),
    word("case_id"),
    word("at"),
    number("renewed"),
    key("federation_id", "key"),
    Index(None, "federation_id", "case_id"),
    ForeignKeyConstraint(
        ["federation_id", "case_id"],
        ["cases.federation_id", "cases.case_id"],
        deferrable=True,
        initially="DEFERRED",
    ),
    sqlite_strict=True,
)

registers = Table(
    "registers",
    metadata,
    word("federation_id"),
    number("year"),
    number("last"),
    key("federation_id", "year"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

import_rows = Table(
    "import_rows",
    metadata,
    word("source"),
    word("row"),
    word("run"),
    number("place"),  # within the run
    *_of_case(),
    key("source", "row"),
    Index(None, "run", "place"),
    sqlite_strict=True,
)

facts = Table(
    "facts",
    metadata,
    word("name"),
    word("value"),
    key("name"),
    sqlite_strict=True,
)

# --- search --------------------------------------------------------------------------------------------

words = Table(
    "words",
    metadata,
    *_of_case(),
    word("kind"),  # "received" or "shared": who may search it differs
    word("terms"),  # stems, space between; the database's own word handling is left out of it
    number("document", optional=True),  # SQLite: the row of `words_index`; newer is higher
    key("federation_id", "case_id", "kind"),
    sqlite_strict=True,
)
Index("ix_words_document", words.c.document, unique=True).ddl_if(dialect="sqlite")


def beside_case(beside: FromClause) -> ColumnElement[bool]:
    """Say which rows of a table beside `cases`, or of an alias of one, belong to the case."""
    return and_(beside.c.federation_id == cases.c.federation_id, beside.c.case_id == cases.c.case_id)
