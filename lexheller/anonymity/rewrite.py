"""What could the text say instead? A proposal for a person to read, never a text that goes out by itself."""

import re
from collections.abc import Collection, Mapping

from lexheller.anonymity.finding import Finding, Kind
from lexheller.anonymity.gate import check
from lexheller.anonymity.phrases import INSTEAD
from lexheller.anonymity.roles import role_words

_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?:\n•] ?|\n- )$")
_ROLE_BEFORE = re.compile(r"(?<![\w-])([^\W\d_]+) $")
_OWNED = re.compile(r"(?:s|min|din|vår|er|sin) $", re.IGNORECASE)
_ROUNDS = 4  # what a removed word uncovers is looked at again; three times has always been enough


def rewrite(text: str) -> str:
    """Give the text with every finding replaced by neutral words (Swedish)."""
    for _ in range(_ROUNDS):
        findings = check(text)
        if not findings:
            break
        text = _replace(text, findings)
    return text


def proposals(text: str, findings: tuple[Finding, ...], language: str = "sv") -> dict[Finding, str]:
    """Give the neutral words for each finding of a text; none for words about protection, which reveal nobody alone."""
    words = role_words(text, findings, language)
    return {
        finding: words.get(finding) or INSTEAD[language].get(finding.type, "")
        for finding in findings
        if finding.type is not Kind.PROTECTED
    }


def replaced(text: str, finding: Finding, findings: tuple[Finding, ...], language: str = "sv") -> str:
    """Give the text with one finding, and whatever else marks the very same words, replaced by what is proposed.

    Args:
        finding: one of `findings`, which are what `check` gives for this text.
    """
    marked = text[finding.start : finding.end].casefold()
    same = {each for each in findings if text[each.start : each.end].casefold() == marked and each.type is finding.type}
    return _replace(text, findings, proposals(text, findings, language), same)


def _replace(
    text: str,
    findings: tuple[Finding, ...],
    proposed: Mapping[Finding, str] | None = None,
    chosen: Collection[Finding] | None = None,
) -> str:
    proposed = proposals(text, findings) if proposed is None else proposed
    out: list[str] = []
    position = 0
    for finding in findings:
        if finding not in proposed or (chosen is not None and finding not in chosen):
            continue
        start, said = finding.start, proposed[finding]
        before = text[position:start]
        role = _ROLE_BEFORE.search(before)
        if finding.type is Kind.PERSON and role is not None and _same(role[1], said):
            owned = _OWNED.search(before[: role.start()] or " ") is not None
            said = role[1] if owned else said[:1].upper() + said[1:] if role[1][:1].isupper() else said
            before = before[: role.start()]
        elif _SENTENCE_BEFORE.search(text[max(0, start - 3) : start]):
            said = said[:1].upper() + said[1:]
        out += [before, said]
        position = finding.end
        if finding.type is Kind.PERSON and text.startswith(":s", position):
            position += 1  # F.A:s plan, klientens plan
    out.append(text[position:])
    return "".join(out)


def _same(role: str, said: str) -> bool:
    """Tell whether the word before the name already says what the person is called here."""
    stem = role.lower()[:3]
    return said.startswith(stem) or (role.lower() == "dr" and said == "läkaren")
