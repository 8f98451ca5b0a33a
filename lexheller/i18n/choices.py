"""What is a choice called? Which texts the codes of a field have, by the field's key."""

from lexheller.i18n.words import Words

_PREFIXES = {
    "agreement": "choice.",
    "channel": "channel.",
    "done": "unblocked.",
    "helped": "choice.",
    "kind": "decision.",
    "level": "level.",
    "measure_state": "measure_state.",
    "other_channel": "choice.",
    "outcome": "talk.",
    "overrides": "override.",
    "partners": "partner.choice.",
    "purpose": "purpose.",
    "recurring": "choice.",
    "severity": "severity.",
    "solved": "choice.",
    "submitter_org": "partner.choice.",
    "talk": "told.",
    "target_group": "target_group.",
    "themes": "theme.",
    "told": "told.",
    "waits_for": "partner.",
    "where": "field.",
    "whose": "partner.",
    "why_set_aside": "set_aside.",
    "why_waived": "waive.",
}


def choice_label(words: Words, field: str, code: str) -> str:
    """Give what people read for a code of a field; the code itself where a federation has made it up (a theme, say)."""
    key = _PREFIXES.get(field, "choice.") + code
    return words(key) if words.has(key) else code


def whose_words(words: Words, whose: str | None, asked: str | None) -> str:
    """Name whose a question is; a partner that names its own kind means another part of it, another office, say."""
    name = words(f"partner.{whose or 'nobody'}")
    return words("partner.another_part", name=name) if whose and whose == asked else name


def sentence(text: str) -> str:
    """Let a label that is written for running text ("primärvården") begin a line ("Primärvården")."""
    return text[:1].upper() + text[1:]
