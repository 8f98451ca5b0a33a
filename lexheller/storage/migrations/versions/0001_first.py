"""What did the first schema look like? Cases, history, texts, people, and what hangs beside a case."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None

_SQLITE = tuple(
    f"CREATE TRIGGER events_no_{verb.lower()} BEFORE {verb} ON events "
    "BEGIN SELECT RAISE(ABORT, 'history is appended, never edited'); END"
    for verb in ("UPDATE", "DELETE")
)
_POSTGRESQL = (
    """CREATE FUNCTION refuse_edit() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'history is appended, never edited'; END $$""",
    "CREATE TRIGGER events_no_edit BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_edit()",
    "CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit()",
)


def _word(name: str, *, optional: bool = False) -> sa.Column[str]:
    kind = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=optional)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _of_case(name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["federation_id", "case_id"],
        ["cases.federation_id", "cases.case_id"],
        name=name,
        deferrable=True,
        initially="DEFERRED",
    )


def upgrade() -> None:
    """Make the first schema."""
    op.create_table(
        "cases",
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
        _word("level", optional=True),
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
        _word("rest"),
        sa.PrimaryKeyConstraint("federation_id", "case_id", name="pk_cases"),
        sa.UniqueConstraint("federation_id", "number", name="uq_cases_federation_id_number"),
        sqlite_strict=True,
    )
    op.create_index("ix_cases_federation_id_received", "cases", ["federation_id", "received"])
    op.create_index("ix_cases_federation_id_state_due", "cases", ["federation_id", "state", "due"])

    op.create_table(
        "facts", _word("name"), _word("value"), sa.PrimaryKeyConstraint("name", name="pk_facts"), sqlite_strict=True
    )
    op.create_table(
        "federations",
        _word("federation_id"),
        _word("name"),
        _word("contact_name"),
        _word("contact_phone"),
        _word("disposal_decision"),
        sa.PrimaryKeyConstraint("federation_id", name="pk_federations"),
        sqlite_strict=True,
    )
    op.create_table(
        "organisations",
        _word("federation_id"),
        _word("organisation_id"),
        _word("kind"),
        _word("name"),
        sa.PrimaryKeyConstraint("federation_id", "organisation_id", name="pk_organisations"),
        sqlite_strict=True,
    )
    op.create_table(
        "patterns",
        _word("federation_id"),
        _word("pattern_id"),
        _word("name"),
        _word("question"),
        _word("status"),
        _word("owner"),
        sa.PrimaryKeyConstraint("federation_id", "pattern_id", name="pk_patterns"),
        sqlite_strict=True,
    )
    op.create_table(
        "people",
        _word("federation_id"),
        _word("person_id"),
        _word("name"),
        _word("roles"),
        _word("groups"),
        _word("organisation"),
        _word("users"),
        _word("email"),
        _number("active"),
        sa.PrimaryKeyConstraint("federation_id", "person_id", name="pk_people"),
        sqlite_strict=True,
    )
    op.create_table(
        "recipients",
        _word("federation_id"),
        _word("recipient_id"),
        _word("name"),
        _word("kind", optional=True),
        _word("organisation"),
        _word("email"),
        sa.PrimaryKeyConstraint("federation_id", "recipient_id", name="pk_recipients"),
        sqlite_strict=True,
    )
    op.create_table(
        "registers",
        _word("federation_id"),
        _number("year"),
        _number("last"),
        sa.PrimaryKeyConstraint("federation_id", "year", name="pk_registers"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "working_groups",
        _word("federation_id"),
        _word("group_id"),
        _word("name"),
        sa.PrimaryKeyConstraint("federation_id", "group_id", name="pk_working_groups"),
        sqlite_strict=True,
    )
    op.create_table(
        "case_groups",
        _word("federation_id"),
        _word("case_id"),
        _word("group_key"),
        _of_case("fk_case_groups_cases"),
        sa.PrimaryKeyConstraint("federation_id", "case_id", "group_key", name="pk_case_groups"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_case_groups_group_key_federation_id_case_id", "case_groups", ["group_key", "federation_id", "case_id"]
    )

    op.create_table(
        "case_partners",
        _word("federation_id"),
        _word("case_id"),
        _word("partner"),
        _of_case("fk_case_partners_cases"),
        sa.PrimaryKeyConstraint("federation_id", "case_id", "partner", name="pk_case_partners"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "case_patterns",
        _word("federation_id"),
        _word("case_id"),
        _word("pattern_key"),
        _of_case("fk_case_patterns_cases"),
        sa.PrimaryKeyConstraint("federation_id", "case_id", "pattern_key", name="pk_case_patterns"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_case_patterns_pattern_key_federation_id_case_id",
        "case_patterns",
        ["pattern_key", "federation_id", "case_id"],
    )

    op.create_table(
        "case_themes",
        _word("federation_id"),
        _word("case_id"),
        _word("theme"),
        _of_case("fk_case_themes_cases"),
        sa.PrimaryKeyConstraint("federation_id", "case_id", "theme", name="pk_case_themes"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "codes",
        _bytes("code_hash"),
        _word("federation_id"),
        _word("case_id"),
        _number("place"),
        _of_case("fk_codes_cases"),
        sa.PrimaryKeyConstraint("code_hash", "federation_id", "case_id", name="pk_codes"),
        sqlite_strict=True,
    )
    op.create_index("ix_codes_federation_id_case_id", "codes", ["federation_id", "case_id"])

    op.create_table(
        "contacts",
        _word("federation_id"),
        _word("case_id"),
        _word("key_id"),
        _bytes("wrapped_key"),
        _bytes("box"),
        _of_case("fk_contacts_cases"),
        sa.PrimaryKeyConstraint("federation_id", "case_id", name="pk_contacts"),
        sqlite_strict=True,
    )
    op.create_index("ix_contacts_key_id", "contacts", ["key_id"])

    op.create_table(
        "events",
        _word("federation_id"),
        _word("case_id"),
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
        _of_case("fk_events_cases"),
        sa.PrimaryKeyConstraint("federation_id", "case_id", "version", name="pk_events"),
        sqlite_strict=True,
    )
    op.create_table(
        "group_members",
        _word("federation_id"),
        _word("group_id"),
        _number("place"),
        _word("member_id"),
        sa.ForeignKeyConstraint(
            ["federation_id", "group_id"],
            ["working_groups.federation_id", "working_groups.group_id"],
            name="fk_group_members_working_groups",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("federation_id", "group_id", "place", name="pk_group_members"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_group_members_member_id", "group_members", ["member_id"])

    op.create_table(
        "import_rows",
        _word("source"),
        _word("row"),
        _word("run"),
        _number("place"),
        _word("federation_id"),
        _word("case_id"),
        _of_case("fk_import_rows_cases"),
        sa.PrimaryKeyConstraint("source", "row", name="pk_import_rows"),
        sqlite_strict=True,
    )
    op.create_index("ix_import_rows_run_place", "import_rows", ["run", "place"])

    op.create_table(
        "measures",
        _word("federation_id"),
        _word("case_id"),
        _number("measure_id"),
        _word("owner"),
        _word("due"),
        _number("version"),
        _word("state"),
        _word("joint"),
        _of_case("fk_measures_cases"),
        sa.PrimaryKeyConstraint("federation_id", "case_id", "measure_id", name="pk_measures"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "outbox",
        _word("federation_id"),
        _word("case_id"),
        _number("version"),
        _number("place"),
        _word("topic"),
        _word("recipient"),
        _word("payload"),
        _word("at"),
        _word("sent", optional=True),
        _of_case("fk_outbox_cases"),
        sa.PrimaryKeyConstraint("federation_id", "case_id", "version", "place", name="pk_outbox"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["federation_id", "at"],
        sqlite_where=sa.text("sent IS NULL"),
        postgresql_where=sa.text("sent IS NULL"),
    )

    op.create_table(
        "receipts",
        _word("federation_id"),
        _word("key"),
        _word("text_digest"),
        _word("case_id"),
        _word("at"),
        _number("renewed"),
        _of_case("fk_receipts_cases"),
        sa.PrimaryKeyConstraint("federation_id", "key", name="pk_receipts"),
        sqlite_strict=True,
    )
    op.create_index("ix_receipts_federation_id_case_id", "receipts", ["federation_id", "case_id"])

    op.create_table(
        "referrals",
        _word("federation_id"),
        _word("case_id"),
        _number("referral_id"),
        _word("recipient"),
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
        _of_case("fk_referrals_cases"),
        sa.PrimaryKeyConstraint("federation_id", "case_id", "referral_id", name="pk_referrals"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_referrals_recipient_federation_id_case_id", "referrals", ["recipient", "federation_id", "case_id"]
    )

    op.create_table(
        "seen",
        _word("federation_id"),
        _word("case_id"),
        _word("what"),
        _word("day"),
        _of_case("fk_seen_cases"),
        sa.PrimaryKeyConstraint("federation_id", "case_id", "what", name="pk_seen"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "texts",
        _word("federation_id"),
        _word("case_id"),
        _number("version"),
        _word("field"),
        _word("salt"),
        _word("text"),
        _of_case("fk_texts_cases"),
        sa.PrimaryKeyConstraint("federation_id", "case_id", "version", "field", name="pk_texts"),
        sqlite_strict=True,
    )
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)
