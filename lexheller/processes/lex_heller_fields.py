"""Which fields the steps of a Lex Heller case read; the form's own fields are in model/fields.py."""

from __future__ import annotations

from lexheller.model.codes import (
    Channel,
    DecisionKind,
    Helped,
    Level,
    MeasureState,
    Partner,
    Purpose,
    SetAsideReason,
    Told,
    WaiveReason,
)
from lexheller.model.fields import LEVEL_WORDS, PARTNER_WORDS, THEME_WORDS, YES_WORDS, Field, Kind

OVERRIDE_REASONS = ("organisation", "ordinary_word", "public_office", "wrong_hit", "other")
PLACES = (
    "what_happened", "title", "consequence", "tried", "proposal", "shared_text", "message", "note", "answer",
    "feedback", "reason",
)  # fmt: skip
"""Where words may stand that point somebody out: the place is told, never the words."""
PLACE_WORDS = {
    "texten": "what_happened", "vad som hände": "what_happened", "rubriken": "title", "rubrik": "title",
    "delad text": "shared_text", "den delade texten": "shared_text", "meddelande": "message",
    "ett meddelande": "message", "svaret": "answer", "återkopplingen": "feedback", "återkoppling": "feedback",
    "anteckning": "note", "skälet": "reason", "förslaget": "proposal",
}  # fmt: skip
SEVERITIES = ("lost_income", "delayed_effort", "worsened_health", "lost_trust", "none")

_text, _choice, _name, _date, _flag = Kind.TEXT, Kind.CHOICE, Kind.NAME, Kind.DATE, Kind.FLAG

FIELDS = (
    # What people write freely; each passes the gate.
    Field("solution", _text, "losning"),
    Field("reason", _text, "skal"),
    Field("question", _text, "fraga"),
    Field("message", _text, "meddelande"),
    Field("note", _text, "anteckning"),
    Field("title", _text, "rubrik"),
    Field("shared_text", _text, "delad_text"),
    Field("feedback", _text, "aterkoppling"),
    Field("told_what", _text, "vad_som_sades"),
    Field("answer", _text, "svar"),
    Field("cause", _text, "orsak"),
    Field("consequences", _text, "konsekvenser"),
    Field("follow_up", _text, "uppfoljning"),
    Field("public_text", _text, "publik_text"),
    Field("what_happened", _text, "vad_hande"),
    # Choices.
    Field("channel", _choice, "kanal", tuple(Channel)),
    Field("why_set_aside", _choice, "varfor", tuple(SetAsideReason)),
    Field("why_waived", _choice, "varfor_utan_svar", tuple(WaiveReason)),
    Field("level", _choice, "niva", tuple(Level), LEVEL_WORDS),
    Field("kind", _choice, "slag", tuple(DecisionKind)),
    Field("told", _choice, "hur", tuple(Told)),
    Field("talk", _choice, "samtal", tuple(Told)),
    Field("outcome", _choice, "utfall", ("goes_on", "solved", "no_contact")),
    Field("done", _choice, "gjort", ("removed", "false_alarm")),
    Field("purpose", _choice, "syfte", tuple(Purpose)),
    Field("whose", _choice, "vems", (*Partner, "nobody"), PARTNER_WORDS | {"ingen": "nobody"}),
    Field("waits_for", _choice, "vantar_pa", tuple(Partner), PARTNER_WORDS),
    Field("measure_state", _choice, "lage", tuple(MeasureState)),
    Field("helped", _choice, "hjalpte", tuple(Helped), YES_WORDS),
    Field("partners", Kind.CHOICES, "partners", tuple(Partner), PARTNER_WORDS),
    Field("where", Kind.CHOICES, "var", PLACES, PLACE_WORDS),
    Field("severity", Kind.CHOICES, "allvar", SEVERITIES),
    Field("themes", Kind.NAMES, "teman", words=THEME_WORDS),
    # Names of things.
    Field("double_of", _name, "dubblett_av"),
    Field("group", _name, "grupp"),
    Field("to", Kind.NAMES, "till"),
    Field("pattern", _name, "monster"),
    Field("other", _name, "annat_arende"),
    Field("others", Kind.NAMES, "andra_arenden"),
    Field("person", _name, "person"),
    Field("referral", _name, "sandning"),
    Field("cases", Kind.NAMES, "arenden"),
    Field("measure", _name, "insats"),
    Field("confirmed", _name, "bekraftat"),
    Field("target_group", _name, "malgrupp"),
    Field("area", _name, "kommun"),
    # Days.
    Field("until", _date, "till_och_med"),
    Field("told_on", _date, "dag"),
    Field("talked_on", _date, "samtalsdag"),
    Field("due", _date, "senast"),
    # Yes or no.
    Field("submitter_wishes", _flag, "anmalaren_vill"),
    Field("area_harmless", _flag, "kommun_far_visas"),
    Field("own_workplace_ok", _flag, "egen_arbetsplats_ok"),
    Field("few_alike_ok", _flag, "fa_liknande_ok"),
    Field("as_received", _flag, "som_inkommen"),
    Field("at_meeting", _flag, "pa_mote"),
    Field("harmless", _flag, "ingen_kanns_igen"),
    # Rows, and words that are stored nowhere.
    Field("measures", Kind.ROWS, "insatser", columns=("what", "owner", "due", "joint")),
    Field("overrides", Kind.ROWS, "undantag", columns=("finding", "reason", "note")),
    Field("words", Kind.SECRET, "ord"),
)
