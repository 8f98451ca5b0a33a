"""How is a finding told to the person who wrote the text: what it looks like, why, and what to write instead?"""

from collections.abc import Mapping
from dataclasses import dataclass

from lexheller.anonymity.finding import Finding, Kind
from lexheller.anonymity.gate import check
from lexheller.anonymity.phrases import (
    GENERALISE,
    INSTEAD,
    LEAVE_OUT,
    LOOKS_LIKE,
    RARITIES,
    SUGGEST,
    SUGGEST_KIND,
    WHY,
    WHY_ELSE,
)
from lexheller.anonymity.rare import generalised
from lexheller.anonymity.roles import role_words


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
    words = role_words(text, check(text), language) if finding.type is Kind.PERSON else {}
    return _told(finding, text, words, language)


def explain_all(findings: tuple[Finding, ...], text: str, language: str = "sv") -> tuple[Explanation, ...]:
    """Tell about everything that `check` found in a text, in one reading of it."""
    words = role_words(text, findings, language)
    return tuple(_told(finding, text, words, language) for finding in findings)


def _told(finding: Finding, text: str, words: Mapping[Finding, str], language: str) -> Explanation:
    why = next((said for code, said in WHY[language].items() if code in finding.evidence), WHY_ELSE[language])
    return Explanation(_looks_like(finding, language), why, _suggestion(finding, text, words, language))


def _looks_like(finding: Finding, language: str) -> str:
    said = LOOKS_LIKE[language][finding.type]
    if finding.type is not Kind.QUASI:
        return said
    kinds = [RARITIES[language][code] for code in finding.evidence if code in RARITIES[language]]
    return said.format(kinds=" + ".join(kinds))


def _suggestion(finding: Finding, text: str, words: Mapping[Finding, str], language: str) -> str:
    if finding.type in SUGGEST_KIND[language]:
        return SUGGEST_KIND[language][finding.type]
    if finding.type is Kind.QUASI:
        general = dict.fromkeys(
            says.strip() for _, _, says in generalised(text, (finding,))[finding] if len(says.strip()) > len("den")
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
