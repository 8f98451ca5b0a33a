"""Which tables hold who there is and where things go? Small lists, read whole, each row with a tag."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, Index, Table

from lexheller.storage.columns import in_use, key, metadata, number, word

federations = Table(
    "federations",
    metadata,
    word("federation_id"),
    word("name"),
    word("contact_name"),
    word("contact_phone"),
    word("disposal_decision"),
    key("federation_id"),
    sqlite_strict=True,
)

people = Table(
    "people",
    metadata,
    word("federation_id"),
    word("person_id"),
    word("name"),
    word("roles"),  # lists as JSON
    word("groups"),
    word("organisation"),
    word("users"),
    word("email"),
    number("active"),
    key("federation_id", "person_id"),
    sqlite_strict=True,
)

working_groups = Table(
    "working_groups",
    metadata,
    word("federation_id"),  # the host
    word("group_id"),
    word("name"),
    key("federation_id", "group_id"),
    sqlite_strict=True,
)

group_members = Table(
    "group_members",
    metadata,
    word("federation_id"),  # the host
    word("group_id"),
    number("place"),
    word("member_id"),  # a federation
    key("federation_id", "group_id", "place"),
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
    word("federation_id"),
    word("organisation_id"),
    word("kind"),
    word("name"),
    in_use(),
    key("federation_id", "organisation_id"),
    sqlite_strict=True,
)

recipients = Table(
    "recipients",
    metadata,
    word("federation_id"),
    word("recipient_id"),
    word("name"),
    word("kind", optional=True),
    word("organisation"),
    word("email"),
    in_use(),
    key("federation_id", "recipient_id"),
    sqlite_strict=True,
)

patterns = Table(
    "patterns",
    metadata,
    word("federation_id"),  # the host
    word("pattern_id"),
    word("name"),
    word("question"),
    word("status"),
    word("owner"),
    key("federation_id", "pattern_id"),
    sqlite_strict=True,
)

allowed_words = Table(
    "allowed_words",
    metadata,
    word("federation_id"),
    word("word"),
    word("reason"),
    word("proposed_by"),
    word("accepted_by"),
    word("day"),
    key("federation_id", "word"),
    sqlite_strict=True,
)

stand_ins = Table(
    "stand_ins",
    metadata,
    word("federation_id"),
    word("person_id"),  # who is away
    word("stand_in_id"),
    word("until"),
    key("federation_id", "person_id"),
    sqlite_strict=True,
)

tags = Table(
    "tags",
    metadata,
    word("federation_id"),
    word("kind"),  # "federation", "person", "group", "organisation", "recipient", "pattern"
    word("name"),
    word("tag"),  # keyed hash of the row, in hex
    key("federation_id", "kind", "name"),
    sqlite_strict=True,
)
