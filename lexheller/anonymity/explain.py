"""How is a finding told to the person who wrote the text: what it looks like, why, and what to write instead?"""

from collections.abc import Mapping
from dataclasses import dataclass

from lexheller.anonymity.finding import Finding, Kind
from lexheller.anonymity.gate import check
from lexheller.anonymity.phrases import (
    AFTER_CUE,
    DOOR_CODE,
    GENERALISE,
    INSTEAD,
    LEAVE_OUT,
    LOOKS_LIKE,
    NICKNAME,
    NICKNAMES,
    RARITIES,
    SUGGEST,
    SUGGEST_KIND,
    USUAL_FORM,
    WHY,
)
from lexheller.anonymity.rare import generalised
from lexheller.anonymity.rewrite import proposals
from lexheller.anonymity.spoken import language_of

_General = Mapping[Finding, tuple[tuple[int, int, str], ...]]
"""The parts of rare combinations, with what may be said in general instead."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One line each; none of them repeats the identifier."""

    looks_like: str
    why: str
    suggestion: str


def explain(finding: Finding, text: str, language: str = "sv") -> Explanation:
    """Tell about one finding in a text.

    Args:
        finding: one that `check` gave for this very text.
        text: the original text; it decides which neutral word the person gets.
        language: "sv" or "en".
    """
    found = check(text) if finding.type is Kind.PERSON else (finding,)
    words = proposals(text, found, language_of(text, language))
    return _told(finding, text, words, generalised(text, (finding,)), language)


def explain_all(findings: tuple[Finding, ...], text: str, language: str = "sv") -> tuple[Explanation, ...]:
    """Tell about everything that `check` found in a text, in one reading of it."""
    words = proposals(text, findings, language_of(text, language))
    general = generalised(text, findings)
    return tuple(_told(finding, text, words, general, language) for finding in findings)


def _told(finding: Finding, text: str, words: Mapping[Finding, str], general: _General, language: str) -> Explanation:
    if finding.rule == "address.door_code":
        return _door_code(finding, language)
    return Explanation(
        _looks_like(finding, language), _why(finding, text, language), _suggestion(finding, words, general, language)
    )


def _door_code(finding: Finding, language: str) -> Explanation:
    looks_like, why, suggestion = DOOR_CODE[language]
    protected = "protected_identity" in finding.evidence
    return Explanation(looks_like, WHY[language]["protected_identity"] if protected else why, suggestion)


def _why(finding: Finding, text: str, language: str) -> str:
    code = next((code for code in WHY[language] if code in finding.evidence), None)
    if code is None:
        return USUAL_FORM[language][finding.type]
    if code == "after_cue" and finding.type in AFTER_CUE[language]:
        return AFTER_CUE[language][finding.type]
    if code in {"own_first", "library_first"} and text[finding.start : finding.end].lower() in NICKNAMES:
        return NICKNAME[language]
    return WHY[language][code]


def _looks_like(finding: Finding, language: str) -> str:
    said = LOOKS_LIKE[language][finding.type]
    if finding.type is not Kind.QUASI:
        return said
    kinds = [RARITIES[language][code] for code in finding.evidence if code in RARITIES[language]]
    return said.format(kinds=" + ".join(kinds))


def _suggestion(finding: Finding, words: Mapping[Finding, str], generals: _General, language: str) -> str:
    if finding.type in SUGGEST_KIND[language]:
        return SUGGEST_KIND[language][finding.type]
    if finding.type is Kind.QUASI:
        general = dict.fromkeys(
            says.strip() for _, _, says in generals.get(finding, ()) if len(says.strip()) > len("den")
        )
        if not general:
            return LEAVE_OUT[language]
        quoted = ", ".join(f"”{says}”" if language == "sv" else f"“{says}”" for says in general)
        return GENERALISE[language].format(instead=quoted)
    if finding.type is Kind.PERSON:
        instead = words.get(finding, "klienten" if language == "sv" else "the client")
    else:
        instead = INSTEAD[language][finding.type]
    return SUGGEST[language].format(instead=instead)
