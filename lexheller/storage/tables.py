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
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects import postgresql

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

WORD = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
"""Text compared byte by byte, as SQLite does: a server's locale changes no order."""


def _word(name: str, *, optional: bool = False) -> Column[str]:
    return Column(name, WORD, nullable=optional)


def _number(name: str, *, optional: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=optional)


def _bytes(name: str) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)


def _of_case() -> tuple[Column[str], Column[str], ForeignKeyConstraint]:
    """Give the key of a case, checked at commit: what a submission stores may come in any order."""
    return (
        _word("federation_id"),
        _word("case_id"),
        ForeignKeyConstraint(
            ["federation_id", "case_id"],
            ["cases.federation_id", "cases.case_id"],
            deferrable=True,
            initially="DEFERRED",
        ),
    )


def _key(*columns: str) -> PrimaryKeyConstraint:
    return PrimaryKeyConstraint(*columns)


# --- cases: the head and what is worked out from it ---------------------------------------------------

cases = Table(
    "cases",
    metadata,
    _word("federation_id"),
    _word("case_id"),
    _word("number"),
    _word("process"),
    _word("state"),
    _number("version"),
    _word("head"),
    _word("received"),
    _word("day"),
    _word("source"),
    _word("submitter_org", optional=True),
    _word("target_group"),
    _word("recurring", optional=True),
    _word("agreement", optional=True),
    _number("own_workplace"),
    _number("contact"),
    _word("leader"),
    _word("stand_in"),
    _word("stand_in_until", optional=True),
    _number("title_version"),
    _number("shared_version"),
    _number("attested"),
    _number("area_shown"),
    _number("shown"),
    _number("blocked"),
    _word("waiting"),
    _word("waiting_until", optional=True),
    _word("contacted", optional=True),
    _word("answered_submitter", optional=True),
    _number("unread"),
    _word("level", optional=True),  # the one that counts, else the provisional one
    _number("provisional"),
    _number("not_tied"),
    _word("same_event"),
    _word("decision", optional=True),
    _word("decided", optional=True),
    _word("outcome", optional=True),
    _word("channel", optional=True),
    _word("set_aside", optional=True),
    _word("double_of"),
    _word("feedback_since", optional=True),
    _number("feedback_version"),
    _word("feedback_day", optional=True),
    _word("told", optional=True),
    _word("waived", optional=True),
    _word("helped", optional=True),
    _word("closed", optional=True),
    _number("released_version"),
    _word("imported"),
    _number("void"),
    _word("due", optional=True),
    _word("turn"),
    _word("rest"),  # every attribute of the head that no column above holds, as canonical JSON
    _key("federation_id", "case_id"),
    UniqueConstraint("federation_id", "number"),
    Index(None, "federation_id", "state", "due"),
    Index(None, "turn", "federation_id", "due"),  # inboxes
    Index(None, "federation_id", "day", "number"),  # lists, the newest first; and of several federations:
    Index(None, "day", "number"),
    sqlite_strict=True,
)

case_partners = Table(
    "case_partners",
    metadata,
    *_of_case(),
    _word("partner"),
    _key("federation_id", "case_id", "partner"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

case_groups = Table(
    "case_groups",
    metadata,
    *_of_case(),
    _word("group_key"),  # "HOST/id": the group may live elsewhere, so no foreign key
    _key("federation_id", "case_id", "group_key"),
    Index(None, "group_key", "federation_id", "case_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

case_themes = Table(
    "case_themes",
    metadata,
    *_of_case(),
    _word("theme"),
    _key("federation_id", "case_id", "theme"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

case_patterns = Table(
    "case_patterns",
    metadata,
    *_of_case(),
    _word("pattern_key"),  # "HOST/id"
    _key("federation_id", "case_id", "pattern_key"),
    Index(None, "pattern_key", "federation_id", "case_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

referrals = Table(
    "referrals",
    metadata,
    *_of_case(),
    _number("referral_id"),
    _word("recipient"),  # "FEDERATION/id"
    _word("partner", optional=True),
    _word("purpose"),
    _word("sent"),
    _word("due", optional=True),
    _word("rule"),
    _number("rule_version"),
    _word("facts"),
    _word("state"),
    _word("closed", optional=True),
    _number("version"),
    _word("whose", optional=True),
    _word("waits_for", optional=True),
    _number("asked"),
    _key("federation_id", "case_id", "referral_id"),
    Index(None, "recipient", "federation_id", "case_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

measures = Table(
    "measures",
    metadata,
    *_of_case(),
    _number("measure_id"),
    _word("owner"),
    _word("due"),
    _number("version"),
    _word("state"),
    _word("joint"),
    _key("federation_id", "case_id", "measure_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# --- what happened, and the words beside it -----------------------------------------------------------

events = Table(
    "events",
    metadata,
    *_of_case(),
    _number("version"),
    _word("at"),
    _word("actor"),
    _word("role"),
    _word("via"),
    _word("step"),
    _word("source"),
    _word("to"),
    _word("fields"),
    _word("texts"),
    _word("sets"),
    _word("prev"),
    _word("digest"),
    _key("federation_id", "case_id", "version"),
    sqlite_strict=True,
)

texts = Table(
    "texts",
    metadata,
    *_of_case(),
    _number("version"),
    _word("field"),
    _word("salt"),
    _word("text"),
    _key("federation_id", "case_id", "version", "field"),
    sqlite_strict=True,
)

outbox = Table(
    "outbox",
    metadata,
    *_of_case(),
    _number("version"),
    _number("place"),  # within the event
    _word("topic"),
    _word("recipient"),
    _word("payload"),
    _word("at"),
    _word("sent", optional=True),
    _key("federation_id", "case_id", "version", "place"),
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
    _word("what"),
    _word("day"),
    _key("federation_id", "case_id", "what"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# --- contacts, codes, numbers -------------------------------------------------------------------------

contacts = Table(
    "contacts",
    metadata,
    *_of_case(),
    _word("key_id"),
    _bytes("wrapped_key"),
    _bytes("box"),
    _key("federation_id", "case_id"),
    Index(None, "key_id"),
    sqlite_strict=True,
)

codes = Table(
    "codes",
    metadata,
    _bytes("code_hash"),
    *_of_case(),
    _number("place"),  # a code may open several cases; the first is the one it was made for
    _key("code_hash", "federation_id", "case_id"),
    Index(None, "federation_id", "case_id"),
    sqlite_strict=True,
)

receipts = Table(
    "receipts",
    metadata,
    _word("federation_id"),
    _word("key"),
    _word("text_digest"),
    _word("case_id"),
    _word("at"),
    _number("renewed"),
    _key("federation_id", "key"),
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
    _word("federation_id"),
    _number("year"),
    _number("last"),
    _key("federation_id", "year"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

import_rows = Table(
    "import_rows",
    metadata,
    _word("source"),
    _word("row"),
    _word("run"),
    _number("place"),  # within the run
    *_of_case(),
    _key("source", "row"),
    Index(None, "run", "place"),
    sqlite_strict=True,
)

facts = Table(
    "facts",
    metadata,
    _word("name"),
    _word("value"),
    _key("name"),
    sqlite_strict=True,
)

# --- people: small lists, read whole -------------------------------------------------------------------

federations = Table(
    "federations",
    metadata,
    _word("federation_id"),
    _word("name"),
    _word("contact_name"),
    _word("contact_phone"),
    _word("disposal_decision"),
    _key("federation_id"),
    sqlite_strict=True,
)

people = Table(
    "people",
    metadata,
    _word("federation_id"),
    _word("person_id"),
    _word("name"),
    _word("roles"),  # lists as JSON
    _word("groups"),
    _word("organisation"),
    _word("users"),
    _word("email"),
    _number("active"),
    _key("federation_id", "person_id"),
    sqlite_strict=True,
)

working_groups = Table(
    "working_groups",
    metadata,
    _word("federation_id"),  # the host
    _word("group_id"),
    _word("name"),
    _key("federation_id", "group_id"),
    sqlite_strict=True,
)

group_members = Table(
    "group_members",
    metadata,
    _word("federation_id"),  # the host
    _word("group_id"),
    _number("place"),
    _word("member_id"),  # a federation
    _key("federation_id", "group_id", "place"),
    Index(None, "member_id"),
    ForeignKeyConstraint(
        ["federation_id", "group_id"],
        ["working_groups.federation_id", "working_groups.group_id"],
        deferrable=True,
        initially="DEFERRED",
    ),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

organisations = Table(
    "organisations",
    metadata,
    _word("federation_id"),
    _word("organisation_id"),
    _word("kind"),
    _word("name"),
    _key("federation_id", "organisation_id"),
    sqlite_strict=True,
)

recipients = Table(
    "recipients",
    metadata,
    _word("federation_id"),
    _word("recipient_id"),
    _word("name"),
    _word("kind", optional=True),
    _word("organisation"),
    _word("email"),
    _key("federation_id", "recipient_id"),
    sqlite_strict=True,
)

patterns = Table(
    "patterns",
    metadata,
    _word("federation_id"),  # the host
    _word("pattern_id"),
    _word("name"),
    _word("question"),
    _word("status"),
    _word("owner"),
    _key("federation_id", "pattern_id"),
    sqlite_strict=True,
)

allowed_words = Table(
    "allowed_words",
    metadata,
    _word("federation_id"),
    _word("word"),
    _word("reason"),
    _word("proposed_by"),
    _word("accepted_by"),
    _word("day"),
    _key("federation_id", "word"),
    sqlite_strict=True,
)

tags = Table(
    "tags",
    metadata,
    _word("federation_id"),
    _word("kind"),  # "federation", "person", "group", "organisation", "recipient", "pattern", "allowedword"
    _word("name"),
    _word("tag"),  # keyed hash of the row, in hex
    _key("federation_id", "kind", "name"),
    sqlite_strict=True,
)

# --- search --------------------------------------------------------------------------------------------

words = Table(
    "words",
    metadata,
    *_of_case(),
    _word("kind"),  # "received" or "shared": who may search it differs
    _word("terms"),  # stems, space between; the database's own word handling is left out of it
    _number("document", optional=True),  # SQLite: the row of `words_index`; newer is higher
    _key("federation_id", "case_id", "kind"),
    sqlite_strict=True,
)
Index("ix_words_document", words.c.document, unique=True).ddl_if(dialect="sqlite")
